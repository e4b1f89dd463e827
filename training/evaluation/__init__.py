"""Metrics, evaluation of packs and what is drawn from it."""
