"""From dated rasters to one grid of pixels, and from predictions back to a mosaic and polygons."""
