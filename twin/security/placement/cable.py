"""How much cable a camera needs: along the walls to the nearest room where a switch can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.security.placement.poses import Poses
    from twin.security.places import Place

    Floats = NDArray[np.float64]

__all__ = ["cable_indoors", "cable_outdoors"]

_SOURCES = (("equipment", "technical", "machine"), ("shaft",), ("stair",))
"""Classes of rooms where a switch can stand: the first of these groups that a floor has. Verified 0: ours."""
_UP_AND_DOWN = 3.0
"""Metres for rising to the ceiling and coming down again. Verified 0: ours."""
_INTO_BUILDING = 10.0
"""Metres from a facade to a switch within. Verified 0: ours."""


def cable_indoors(place: Place, poses: Poses) -> Floats:
    """Give metres of cable for each pose of a floor: along the walls, at right angles, to the nearest switch.

    Where no room of the floor is known for one, the middle of the floor stands for it.
    """
    for group in _SOURCES:
        rooms = [zone.geometry for zone in place.zones if zone.zone_class in group]
        if rooms:
            break
    else:
        rooms = [shapely.convex_hull(shapely.union_all([zone.geometry for zone in place.zones]))]
    sources = shapely.get_coordinates(shapely.centroid(rooms))
    spots = np.column_stack([poses.x, poses.y])
    away = np.full(len(spots), np.inf)
    for source in sources:
        away = np.minimum(away, np.abs(spots - source).sum(axis=1))
    return away + _UP_AND_DOWN


def cable_outdoors(buildings: NDArray[np.object_], poses: Poses) -> Floats:
    """Give metres of cable for each pose of the grounds: at right angles to the nearest building, and into it."""
    if len(buildings) == 0 or len(poses) == 0:
        return np.full(len(poses), _INTO_BUILDING)
    spots = shapely.points(poses.x, poses.y)
    nearest = shapely.STRtree(buildings).query_nearest(spots, all_matches=False)[1]
    ends = shapely.get_coordinates(shapely.shortest_line(spots, buildings[nearest])).reshape(-1, 2, 2)
    return np.abs(ends[:, 1] - ends[:, 0]).sum(axis=1) + _INTO_BUILDING
