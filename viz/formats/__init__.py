"""The formats that data leave in: GeoPackage and GeoJSON with shapes, CSV and XLSX for tables."""
