"""Reports of results: the records for the engine's HTML page, and the pages of a PDF by QGIS's layouts."""
