"""Panel that describes a pair of rasters."""
