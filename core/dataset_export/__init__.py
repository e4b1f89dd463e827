"""Export of reviewed tiles as a training data set."""
