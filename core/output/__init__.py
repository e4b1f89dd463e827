"""What leaves the engine: records, and the files they are written to."""
