"""Export of a trained model as a pack, with its card."""
