"""Python's door: what ``describe_changes.describe`` gives to a script or a notebook."""
