"""Parts that several panels of the dock use."""
