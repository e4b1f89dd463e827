"""Everything that imports QGIS: the plugin's door to the engine, its algorithms, windows and result layers.

PyQGIS and the standard library only; the engine (torch, rasterio, …) lives in a process of its own.
"""
