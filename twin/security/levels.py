"""Levels of density as shapes: where on a floor or the grounds the best picture reaches which level of the ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.security.ladders import LADDERS

if TYPE_CHECKING:
    from shapely import Geometry

    from twin.security.ladders import Level
    from twin.security.plan import Coverage

__all__ = ["level_shapes"]


def level_shapes(plan: Coverage, floor_id: str) -> list[tuple[Level | None, Geometry]]:
    """Give what is seen at each level and not at the next, in the snapshot's CRS.

    Parameters
    ----------
    plan
        The answer of the security question.
    floor_id
        A floor in it; empty for the grounds.

    Returns
    -------
    From the coarsest: None first, for what is seen with less than the first level; levels at which nothing is seen are left out.
    Nothing where the floor is not in the answer.
    """
    places = [row.key for row in plan.of("floor", "outdoors")]
    if floor_id not in places:
        return []
    number = places.index(floor_id)
    faces, density = plan.faces[number], plan.density[number]
    levels = LADDERS[plan.params.ladder].levels
    reached = np.searchsorted([level.px_per_m for level in levels], density, side="right")
    found = []
    for at, level in enumerate((None, *levels)):
        which = (reached == at) & (faces.k > 0)
        if which.any():
            joined = shapely.coverage_union_all(faces.faces[which])
            found.append((level, shapely.transform(joined, lambda points: points + plan.origin)))
    return found
