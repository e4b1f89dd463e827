"""What the engine and the plugin say alike: the standard library only, readable to Python 3.9 as QGIS 3.22 has it."""
