"""What one eye that moves, turns or is taken away changes, from its surroundings alone.

Only ground that its old or its new view holds can change, and only eyes that see some of that ground matter: a small
arrangement of these answers for the whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.arrangement import arrange_tiles
from gis.visibility import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.visibility import Views

__all__ = ["Change", "change"]


@dataclass(frozen=True, slots=True)
class Change:
    """m² by tile, shape ``(tiles,)``: `gained` newly seen, `lost` no more; `alone` what only the eye sees, before and after."""

    gained: NDArray[np.float64]
    lost: NDArray[np.float64]
    alone: tuple[float, float]


def change(views: Views, number: int, anew: Views | None, tiles: Sequence[Geometry] | NDArray[np.object_]) -> Change:
    """Reckon what changes when eye `number` is replaced.

    Parameters
    ----------
    views
        All views of the place.
    number
        Row of the eye that changes.
    anew
        Its one new view; None when it goes dark.
    tiles
        What is measured, as in `gis.arrangement.arrange_tiles`.
    """
    shapes = np.array([*tiles, None], dtype=object)[:-1]
    own = joined([views.some(np.array([number])), *([] if anew is None else [anew])])
    drawn = own.polygons()
    zone = shapely.union_all(shapely.box(*shapely.bounds(drawn[~shapely.is_empty(drawn)]).T)) if len(drawn) else shapely.Polygon()
    near = np.array([row for row in _near(views, zone) if row != number], dtype=np.int64)
    held = np.unique(shapely.STRtree(shapes).query(zone, predicate="intersects"))
    pieces = shapely.intersection(shapes[held], zone)
    all_views = joined([own, views.some(near)])
    faces = arrange_tiles(all_views, pieces)
    seen = np.zeros((len(faces.faces), len(all_views)), dtype=bool)
    seen[faces.seen[:, 0], faces.seen[:, 1]] = True
    others = seen[:, len(own) :].any(axis=1)
    before, after = seen[:, 0] & ~others, (seen[:, 1] if anew is not None else np.zeros(len(seen), dtype=bool)) & ~others
    gained, lost = np.zeros(len(shapes)), np.zeros(len(shapes))
    gained[held] = faces.by_zone(np.where(after & ~before, faces.areas, 0.0), len(held))
    lost[held] = faces.by_zone(np.where(before & ~after, faces.areas, 0.0), len(held))
    return Change(gained, lost, (float(faces.areas[before].sum()), float(faces.areas[after].sum())))


def _near(views: Views, zone: Geometry) -> NDArray[np.int64]:
    """Find the eyes whose views may reach a zone."""
    low_x, low_y, high_x, high_y = shapely.bounds(zone)
    x, y, reach = views.eyes.rows[:, 0], views.eyes.rows[:, 1], views.eyes.rows[:, 4]
    away = np.hypot(np.maximum(np.maximum(low_x - x, x - high_x), 0.0), np.maximum(np.maximum(low_y - y, y - high_y), 0.0))
    some: NDArray[np.int64] = np.flatnonzero(away <= reach)
    return some
