"""Panel that describes a time series."""
