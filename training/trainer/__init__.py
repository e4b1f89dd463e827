"""Training loop: setup, objective, validation, checkpoints."""
