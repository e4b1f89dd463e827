"""Questions in plain words about a result, parsed into a filter that is shown, and answered with measured numbers."""
