"""Blind places: what no camera sees, room by room and cell by cell, ranked, with words for where they lie."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.model.words import Text, say
from twin.security import rules
from twin.security.plan import Blind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.arrangement import Arrangement
    from twin.security.places import Place, Zone
    from twin.security.problem import Problem

__all__ = ["blind_places", "is_sliver"]

_POINTS = ("e", "ne", "n", "nw", "w", "sw", "s", "se")


def blind_places(problem: Problem, place: Place, faces: Arrangement) -> Iterator[Blind]:
    """Join the faces that nobody sees into places, each within one zone; a face in two zones goes to the first.

    Yields
    ------
    Every blind place of the floor or the grounds, slivers too, in no particular order.
    """
    whole = faces.area_by_zone(len(place.zones))
    first = np.unique(faces.zones[:, 0], return_index=True)[1]
    dark = faces.zones[first][faces.k[faces.zones[first, 0]] == 0]
    found = [
        (number, part, area) for number in np.unique(dark[:, 1]) for part, area in _joined(faces, dark[dark[:, 1] == number, 0])
    ]
    if found:
        parts = np.array([part for _, part, _ in found] + [None], dtype=object)[:-1]
        placed = shapely.transform(parts, lambda points: points + problem.origin)
        middles = shapely.get_coordinates(shapely.centroid(parts))
        boxes = shapely.bounds(np.array([place.zones[number].geometry for number, *_ in found] + [None], dtype=object)[:-1])
        for (number, _, area), geometry, middle, box in zip(found, placed, middles, boxes, strict=True):
            zone = place.zones[number]
            yield Blind(
                area_m2=area,
                floor_id=place.floor_id,
                zone_kind=zone.kind,
                zone_id=zone.zone_id,
                where=_where(problem, place, zone, _part(middle, box, all_of_it=area >= 0.99 * whole[number])),
                geometry=geometry,
                priority=rules.PRIORITY.get(zone.zone_class, 1.0),
            )


def _joined(faces: Arrangement, mine: NDArray[np.int64]) -> Iterator[tuple[Geometry, float]]:
    """Join the faces that touch along an edge; give each part with its area."""
    if len(mine) == 1:
        yield faces.faces[mine[0]], float(faces.areas[mine[0]])
        return
    parts = shapely.get_parts(shapely.coverage_union_all(faces.faces[mine]))
    if len(parts) == 1:
        yield parts[0], float(faces.areas[mine].sum())
        return
    spots = shapely.STRtree(shapely.points(faces.points[mine]))
    for part in parts:
        yield part, float(faces.areas[mine[spots.query(part, predicate="contains")]].sum())


def is_sliver(part: Blind) -> bool:
    """Tell whether a blind place is too small for a person (see `rules.SLIVER_M2`)."""
    if part.area_m2 < rules.SLIVER_M2:
        return True
    wide = part.area_m2 > rules.SLIVER_WIDTH * part.geometry.length  # no shape lies nearer than area / length to all its border
    return not wide and bool(shapely.buffer(part.geometry, -0.5 * rules.SLIVER_WIDTH).is_empty)


def _part(middle: NDArray[np.float64], box: NDArray[np.float64], *, all_of_it: bool) -> str:
    """Name the part of its zone in which a place lies: all, middle, or one of eight compass points."""
    if all_of_it:
        return "all"
    (at_x, at_y), (low_x, low_y, high_x, high_y) = middle.tolist(), box.tolist()
    x = (at_x - 0.5 * (low_x + high_x)) / max(high_x - low_x, 1e-9)
    y = (at_y - 0.5 * (low_y + high_y)) / max(high_y - low_y, 1e-9)
    if max(abs(x), abs(y)) < 1.0 / 6.0:
        return "middle"
    return _POINTS[round(math.atan2(y, x) / (0.25 * math.pi)) % 8]


def _where(problem: Problem, place: Place, zone: Zone, part: str) -> Text:
    words = say(f"security.{'part' if problem.located else 'part_of_plan'}.{part}")
    names = [name for name in (place.building_name, place.name, zone.name or zone.zone_id) if name]
    return Text(" ".join([*names, words.zh]), " ".join([*names, words.en]))
