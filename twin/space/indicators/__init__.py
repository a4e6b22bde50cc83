"""Indicators of offices, each with its formula: by building, by department, for the district, and over time."""
