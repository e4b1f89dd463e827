"""Captions of LEVIR-CC found again for the tiles of LEVIR-CD."""
