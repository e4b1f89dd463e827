"""Data sets, pairs and batches."""
