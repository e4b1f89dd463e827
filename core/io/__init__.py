"""Records of a result, and their files: GeoPackage, COG, styles."""
