"""How far one comes in a time: every piece of road that can be reached, and the ground about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.ops import substring

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import LineString, MultiPolygon

    from gis.routing import Router
    from gis.ways import Spot

__all__ = ["Piece", "area", "isochrone"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a road that can be reached: its row, from where to where as fractions of the line as drawn, and the line."""

    row: int
    begin: float
    finish: float
    line: LineString

    @property
    def length(self) -> float:
        """Metres."""
        return float(self.line.length)


def isochrone(router: Router, start: Spot, limit_ms: int) -> list[Piece]:
    """Give all of the road network that can be reached within a time, by road and place on it.

    A place is reached if the fastest way to it takes no longer than the limit; the ends of pieces are exact to the millisecond.
    """
    network, table = router.network, router.table
    ends = router.reach(start, limit_ms)
    turn_from, turn_to = network.turn_from, network.turn_to
    known = ends[turn_from] >= 0
    first = np.full(len(network.row), np.iinfo(np.int64).max, dtype=np.int64)
    np.minimum.at(first, turn_to[known], ends[turn_from[known]])
    begun = np.where(first <= limit_ms, first, -1)
    spans: dict[int, list[tuple[float, float]]] = {}
    for direction in np.flatnonzero(begun >= 0).tolist():
        share = min(1.0, (limit_ms - int(begun[direction])) / int(network.ms[direction]))
        _add(spans, network.row[direction], network.forward[direction], (0.0, share))
    for position in start.positions:
        for direction in router.directions(position.row):
            forward = bool(network.forward[direction])
            begin = position.fraction if forward else 1.0 - position.fraction
            _add(spans, position.row, forward, (begin, min(1.0, begin + limit_ms / int(network.ms[direction]))))
    return [
        Piece(row, begin, finish, substring(table.lines[row], begin, finish, normalized=True))
        for row in sorted(spans)
        for begin, finish in _joined(spans[row])
    ]


def _add(spans: dict[int, list[tuple[float, float]]], row: int, forward: bool, span: tuple[float, float]) -> None:  # noqa: FBT001 - a flag of the data
    begin, finish = span if forward else (1.0 - span[1], 1.0 - span[0])
    if finish > begin:
        spans.setdefault(int(row), []).append((begin, finish))


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Join spans that touch or overlap."""
    found: list[tuple[float, float]] = []
    for begin, finish in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], finish))
        else:
            found.append((begin, finish))
    return found


def area(pieces: list[Piece], beside: float) -> MultiPolygon:
    """Give the ground within so many metres of the pieces; it is for looking at, the pieces are the answer."""
    lines: NDArray[np.object_] = np.array([piece.line for piece in pieces], dtype=object)
    ground = shapely.union_all(shapely.buffer(lines, beside, quad_segs=4)) if len(lines) else shapely.MultiPolygon()
    parts = [part for part in shapely.get_parts(ground) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(parts)
