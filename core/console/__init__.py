"""Output for people at a terminal: progress of a run and its closing table."""
