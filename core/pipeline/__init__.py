"""One run: plan, blocks, run directory, tile records, outputs."""
