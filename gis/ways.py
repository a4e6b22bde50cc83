"""What a way is made of: where it meets the network, the directions it drives, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.ops import substring

if TYPE_CHECKING:
    from shapely import LineString

    from gis.roads import RoadTable
    from gis.turns import Network

__all__ = ["Position", "Spot", "Stage", "Way", "draw", "offset_ms", "stages"]


@dataclass(frozen=True, slots=True)
class Position:
    """A place on a road: its row in the table, how far along the line as drawn (0 to 1), and where that is, in metres."""

    row: int
    fraction: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a point meets the network: every equally near road in the order of the table, and the distance in metres."""

    positions: tuple[Position, ...]
    away: float


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one position to another: the directions driven in order, first and last in part, and the milliseconds."""

    start: Position
    end: Position
    directions: tuple[int, ...]
    ms: int


@dataclass(frozen=True, slots=True)
class Stage:
    """One road of a way: its row, whether driven as drawn, and from where to where as fractions of the line as drawn.

    `length` in metres and `ms` are of the part that is driven; the milliseconds of all stages add up to those of the way.
    """

    row: int
    forward: bool
    begin: float
    finish: float
    length: float
    ms: int


def offset_ms(whole: int, fraction: float, *, forward: bool) -> int:
    """Milliseconds from the beginning of a drive over a road to a place on it.

    Parameters
    ----------
    whole
        Milliseconds for all of the road.
    fraction
        The place along the line as drawn; both senses round to the same instant.
    """
    drawn = round(fraction * whole)
    return drawn if forward else whole - drawn


def stages(table: RoadTable, network: Network, way: Way) -> list[Stage]:
    """Tell a way road by road."""
    found: list[Stage] = []
    for place, direction in enumerate(way.directions):
        row, forward = int(network.row[direction]), bool(network.forward[direction])
        begin, finish = (0.0, 1.0) if forward else (1.0, 0.0)
        if place == 0:
            begin = way.start.fraction
        if place == len(way.directions) - 1:
            finish = way.end.fraction
        whole = int(table.ms[row])
        ms = offset_ms(whole, finish, forward=forward) - offset_ms(whole, begin, forward=forward)
        found.append(Stage(row, forward, begin, finish, abs(finish - begin) * float(table.length[row]), ms))
    return found


def draw(table: RoadTable, found: list[Stage]) -> LineString:
    """Draw a way from its start to its end, in the CRS of the roads; two equal points where it has no length."""
    parts = [substring(table.lines[stage.row], stage.begin, stage.finish, normalized=True) for stage in found]
    points = np.concatenate([shapely.get_coordinates(part) for part in parts])
    new = np.concatenate([[True], (points[1:] != points[:-1]).any(axis=1)])
    return shapely.linestrings(points[new] if new.sum() > 1 else points[:1].repeat(2, axis=0))
