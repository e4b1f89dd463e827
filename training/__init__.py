"""Training, evaluation and comparison of change captioners."""
