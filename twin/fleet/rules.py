"""The numbers of the fleet question that no table holds.

Unless `verified` counts texts that state it, a number is judged; each is named in the answer's record where it was used.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "APPROACH_SPEED",
    "BEND",
    "FARTHEST_LINK",
    "REACH_BESIDE",
    "SNAP_LIMIT",
    "STRAIGHT_ON",
    "TURN_SPAN",
    "WALK_SPEED",
    "Rule",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """One number; `verified` counts the independent texts that state it, 0 = judged."""

    key: str
    value: float
    unit: str
    note: str
    verified: int = 0


WALK_SPEED = Rule("walk_speed", 1.2, "m/s", "an adult on level ground, doors and stairs left aside")
APPROACH_SPEED = Rule("approach_speed", 10.0, "km/h", "a vehicle between a bay, charger or gate and the nearest road")
SNAP_LIMIT = Rule("snap_limit", 200.0, "m", "a place farther from every road than this is said to be far from the roads")
CHARGERS_PER_VEHICLE = Rule(
    "chargers_per_vehicle", 1.0, "", "charging interfaces to new-energy vehicles, at least 1:1 (purchase plan of 2014)", 1
)
FARTHEST_LINK = Rule("farthest_link", 50_000.0, "m", "a place farther from every road than this is not on this road network")
BEND = Rule("bend", 60.0, "°", "where the road goes on without a fork, a change of direction up to this is a bend and no turn")
STRAIGHT_ON = Rule("straight_on", 30.0, "°", "a change of direction of at most this is called straight on")
REACH_BESIDE = Rule("reach_beside", 40.0, "m", "ground within this of a road that is reached is drawn as reached")
TURN_SPAN = Rule("turn_span", 10.0, "m", "the stretch before and after a junction whose direction names the turn")
