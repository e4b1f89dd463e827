"""The engine: reads two dated rasters, describes what changed, writes annotated layers; never imports QGIS."""
