"""Sentences about a tile: what they claim, whether the mask agrees, measured facts."""
