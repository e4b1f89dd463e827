"""Phrases and embeddings of captions."""
