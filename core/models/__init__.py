"""The change captioner: encoder, difference encoders, decoder, mask head, and the packs that carry them."""
