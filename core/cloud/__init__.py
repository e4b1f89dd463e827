"""Rasters on servers, read only when the user allows it: GeoTIFFs by https and s3, and STAC items that name them.

The part that a job needs is copied to a local file first, and the job works on that. So resuming, workers, checks of
content and QGIS have local files to deal with as always, and a server that fails half way costs no result.
"""
