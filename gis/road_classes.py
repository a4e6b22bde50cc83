"""Classes of road for cars, and the speed driven on each where nothing better is known."""

from __future__ import annotations

__all__ = ["CLASS_SPEED_KMH", "OTHER_SPEED_KMH"]

CLASS_SPEED_KMH: dict[str, float] = {
    "motorway": 100.0, "motorway_link": 50.0, "trunk": 70.0, "trunk_link": 40.0, "primary": 50.0, "primary_link": 35.0,
    "secondary": 45.0, "secondary_link": 30.0, "tertiary": 40.0, "tertiary_link": 25.0, "unclassified": 35.0,
    "residential": 25.0, "living_street": 10.0, "service": 15.0, "road": 30.0,
}  # fmt: skip
"""Speed driven where nothing better is known, by OpenStreetMap's road class. Judged, not from a standard: speeds of towns."""
OTHER_SPEED_KMH = 30.0
