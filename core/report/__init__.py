"""Report of a result: figures, images, HTML."""
