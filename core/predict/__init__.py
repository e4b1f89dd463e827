"""Tiles in, captions and change masks out."""
