"""What the tags of an OpenStreetMap way say of a road; tag values are what people typed, so nothing is taken on trust.

Meanings follow the OpenStreetMap wiki (Key:oneway, Key:maxspeed, Key:maxheight, Key:maxweight, Key:access, Key:barrier).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from gis.road_classes import CLASS_SPEED_KMH, OTHER_SPEED_KMH

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["TAGS", "barrier_stops", "drivable", "road_facts", "runs"]

TAGS = (
    "access", "highway", "junction", "lanes", "maxheight", "maxheight:physical", "maxspeed", "maxspeed:backward",
    "maxspeed:forward", "maxweight", "motor_vehicle", "motorcar", "name", "oneway", "ref", "vehicle",
)  # fmt: skip
"""The tags of a way that are read."""

_ACCESS_KEYS = ("motorcar", "motor_vehicle", "vehicle", "access")
"""From the narrowest to the widest: the narrowest that is tagged counts."""
_CLOSED = {"agricultural", "emergency", "forestry", "military", "no", "psv", "bus"}
_NOT_FOR_ALL = {"customers", "delivery", "destination;private", "employees", "permit", "private", "residents"}
_STOPPING = {
    "block", "bollard", "chain", "cycle_barrier", "debris", "full-height_turnstile", "jersey_barrier", "kissing_gate", "log",
    "motorcycle_barrier", "planter", "rope", "stile", "turnstile", "wicket_gate",
}  # fmt: skip
_ZONE_SPEEDS = {"living_street": 10.0, "motorway": 120.0, "rural": 70.0, "trunk": 80.0, "urban": 50.0, "walk": 5.0}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_FEET = re.compile(r"(\d+)\s*(?:'|ft)\s*(?:(\d+(?:\.\d+)?)\s*(?:\"|in))?")
_TONNES = {"t": 1.0, "kg": 0.001, "lbs": 0.00045359237, "lb": 0.00045359237, "st": 0.90718474}


def drivable(tags: Mapping[str, str]) -> bool:
    """Tell whether a way is a road for cars, open or not; areas such as squares are none."""
    return tags.get("highway") in CLASS_SPEED_KMH and tags.get("area") != "yes"


def runs(tags: Mapping[str, str]) -> int:
    """Give 1 for one-way as drawn, -1 for one-way against it, 0 for both ways."""
    stated = tags.get("oneway", "")
    if stated in {"-1", "reverse"}:
        return -1
    if stated in {"yes", "true", "1"}:
        return 1
    implied = tags.get("junction") in {"roundabout", "circular"} or tags.get("highway") == "motorway"
    return 1 if implied and stated not in {"no", "false", "0"} else 0


def road_facts(tags: Mapping[str, str]) -> dict[str, Any]:
    """Give the columns of the table `road` that tags decide, without key, nodes and direction."""
    highway = tags["highway"]
    return {
        "name": tags.get("name") or tags.get("ref") or None,
        "road_class": highway,
        "speed_kmh": _speed(tags, highway),
        "lanes": _within(_first_number(tags.get("lanes", "")), 1, 20),
        "height_limit": _within(_metres(tags.get("maxheight") or tags.get("maxheight:physical") or ""), 0.5, 20.0),
        "weight_limit_t": _within(_tonnes(tags.get("maxweight", "")), 0.1, 200.0),
        "access": _access(tags),
    }


def barrier_stops(tags: Mapping[str, str]) -> bool:
    """Tell whether a node's barrier stops cars: posts and blocks do unless tagged open, gates only if tagged shut."""
    if "barrier" not in tags:
        return False
    stated = next((tags[key] for key in _ACCESS_KEYS if key in tags), "")
    return stated in _CLOSED or (tags["barrier"] in _STOPPING and stated == "")


def _access(tags: Mapping[str, str]) -> str:
    """Say who may drive, in the words of the table `road`; a reversible lane is open to nobody who cannot see its signal."""
    stated = next((tags[key] for key in _ACCESS_KEYS if key in tags), "yes")
    if stated in _CLOSED or tags.get("oneway") in {"reversible", "alternating"}:
        return "no"
    return "private" if stated in _NOT_FOR_ALL else "public"


def _speed(tags: Mapping[str, str], highway: str) -> float:
    """Give the stated limit, the slower where the two directions differ, or the usual speed of the class."""
    stated = [tags[key] for key in ("maxspeed", "maxspeed:forward", "maxspeed:backward") if key in tags]
    speeds = [speed for speed in map(_kmh, stated) if speed is not None and 1.0 <= speed <= 200.0]
    return min(speeds) if speeds else CLASS_SPEED_KMH.get(highway, OTHER_SPEED_KMH)


def _kmh(text: str) -> float | None:
    number = _first_number(text)
    if number is None:
        return _ZONE_SPEEDS.get(text.rsplit(":", 1)[-1])
    return number * 1.609344 if "mph" in text else number


def _metres(text: str) -> float | None:
    feet = _FEET.match(text)
    if feet:
        return int(feet[1]) * 0.3048 + float(feet[2] or 0.0) * 0.0254
    number = _first_number(text)
    return number * 0.01 if number is not None and "cm" in text else number


def _tonnes(text: str) -> float | None:
    number = _first_number(text)
    unit = text.strip(" 0123456789.,").lower() or "t"
    return number * _TONNES[unit] if number is not None and unit in _TONNES else None


def _first_number(text: str) -> float | None:
    found = _NUMBER.match(text.strip())
    return float(found[0].replace(",", ".")) if found else None


def _within(number: float | None, low: float, high: float) -> float | None:
    return number if number is not None and low <= number <= high else None
