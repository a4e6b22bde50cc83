"""Makes sample districts from a seed: IFC files of buildings that look like offices, and tables of what lies round them."""

from __future__ import annotations

from sample_buildings.make import make

__all__ = ["make"]
