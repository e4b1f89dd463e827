"""Files and requests of strangers: what may be opened, and how."""
