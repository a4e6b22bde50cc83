"""Numbers this question stands on, each with its source and how far it is verified.

`verified` counts the independent public texts that were found to state a rule; 0 is an assumption of ours, and the
answer says which it used.
"""

from __future__ import annotations

__all__ = [
    "ATRIUM_OVER",
    "BANNED_CLASSES",
    "BANNED_VERIFIED",
    "CRACK",
    "DOOR_DEPTH",
    "DOOR_SLACK",
    "LEAST_HEAD",
    "LEAST_HOLE_M2",
    "LEAST_SEEN_M2",
    "NO_ATRIUM",
    "NUDGE_CLEAR",
    "NUDGE_DEEPEST",
    "OUTER_WALL",
    "OUT_OF_ORDER",
    "PERIMETER_INSET",
    "PRIORITY",
    "REACH_SLACK",
    "REQUIRED_PX",
    "RIM",
    "SLAB",
    "SLIVER_M2",
    "SLIVER_WIDTH",
    "TALL",
    "TARGET_Z",
    "TOUR_DWELL_S",
    "WORKING_ORDER",
    "WORKING_ORDER_KEY",
    "required",
]

TARGET_Z = 1.0
"""Metres above the floor of the plane on which people are watched: between the waist and the shoulder. Verified 0: ours."""

REACH_SLACK = 0.3
"""Metres: in plan, a panel whose top ends at most this far below a lens still counts as reaching it. Verified 0: ours.

Cameras hang from slabs above ceilings that light walls only reach; the shadow of such a wall on the target plane is at
least (z − target) / 0.3 times as long as the wall is far, six times for a camera at 2.8 m.
"""

LEAST_SEEN_M2 = 0.05
"""A camera counts as seeing a room or cell when it sees at least this much of it: less is the thickness of a threshold."""

NUDGE_CLEAR = 0.05
"""Metres that an eye keeps from every wall. Source: measured on sample plans (an eye on a wall's line
sees along it). Verified 0: ours."""

NUDGE_DEEPEST = 0.10
"""Metres: an eye deeper than this in a wall is not on its face but wrong. Half a common partition. Verified 0: ours."""

DOOR_SLACK = 0.05
"""Metres by which the gap of an open door is deeper than its wall on each side, so that no skin of the body is left in it."""

DOOR_DEPTH = 0.30
"""Metres: wall thickness at a door whose row does not state it. Verified 0: ours."""

CRACK = 0.5
"""Metres: gaps between drawn rooms and walls up to twice this wide do not let a view out of the floor. Verified 0: ours."""

ATRIUM_OVER = 0.5
"""Metres by which a room's clear height must pass the level of a higher floor to be open to it. Verified 0: ours."""

SLAB = 0.3
"""Metres: thickness of the slab round the hole of an atrium. Verified 0: ours."""

LEAST_HOLE_M2 = 1.0
"""A smaller hole in a floor is a duct. Verified 0: ours."""

NO_ATRIUM = frozenset({"lift", "shaft"})
"""Classes of rooms that pass floors and are no atria."""

TOUR_DWELL_S = 10.0
"""Seconds at a position of a tour where no row of it says how long. Verified 0: ours."""

TALL = 1000.0
"""Metres: the top, over the target plane, of a panel whose row does not say."""

LEAST_HEAD = 0.01
"""Metres: less wall than this over a gap is none."""

OUTER_WALL = 0.6
"""Metres: a window nearer to the floor's outer face looks out of the building and shows nothing of the floor."""

RIM = 0.2
"""Metres: thickness of the closed rim that is drawn round a floor."""

OUT_OF_ORDER = frozenset({"faulty", "maintenance"})
"""Values of `camera.status` with which a camera sees nothing."""

BANNED_CLASSES = frozenset({"toilet"})
"""Rooms in which no image may be taken: State Council order 799 (公共安全视频图像信息系统管理条例) art. 8,
public toilets among others."""

BANNED_VERIFIED = 1
"""Independent full texts of art. 8 that were read. The order is for public places; a closed compound falls under art. 33."""


SLIVER_M2 = 0.1
SLIVER_WIDTH = 0.1
"""A blind piece under 0.1 m², or nowhere 0.1 m wide, holds no person. Verified 0: ours.

Such pieces stand in every total; only the list of blind places leaves them out, and says how much they are together.
"""

WORKING_ORDER, WORKING_ORDER_KEY = 0.98, 0.95
"""Working-order rate (完好率) asked of public places and of key sectors: NDRC and eight ministries, 2015 (verified 1)."""

PERIMETER_INSET = 0.3
"""Metres within a site's border at which its perimeter is walked: on the border itself a wall's own thickness would decide."""

REQUIRED_PX = {
    "hall": 125.0,
    "lift": 125.0,
    "stair": 62.5,
    "corridor": 62.5,
    "reception": 62.5,
    "service": 62.5,
    "archive": 62.5,
    "equipment": 25.0,
    "machine": 25.0,
    "technical": 25.0,
    "garage": 25.0,
    "canteen": 25.0,
    "special": 62.5,
    "key": 25.0,
    "basic": 12.5,
}
"""Pixels per metre that a room of a class, or a cell of a guard class, should be seen with. Verified 0: ours, to be set by the
security officer; rooms of other classes require none."""

PRIORITY = {
    "hall": 3.0,
    "lift": 3.0,
    "stair": 3.0,
    "corridor": 3.0,
    "reception": 3.0,
    "archive": 3.0,
    "service": 2.0,
    "equipment": 2.0,
    "machine": 2.0,
    "technical": 2.0,
    "garage": 2.0,
    "canteen": 2.0,
    "toilet": 0.0,
    "special": 3.0,
    "key": 2.0,
}
"""Weight of a blind place by class of room or guard class of cell; 1 for any other, 0 where no image may be taken.

Verified 0: ours."""


def required(kind: str, zone_class: str) -> float:
    """Give the density in pixels per metre that a zone should be seen with; 0 where none is required."""
    return REQUIRED_PX.get(zone_class, 12.5 if kind in {"cell", "site"} else 0.0)
