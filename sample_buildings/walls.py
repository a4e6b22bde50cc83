"""Walls from a tiling: one straight body per run of the same thickness, butted where two meet, and the clear rooms between."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Polygon, STRtree, box, union_all

from sample_buildings.rings import DIGITS, tidy

if TYPE_CHECKING:
    from sample_buildings.cells import Cell

FACADE, MASONRY, LIGHT = 0.3, 0.2, 0.1
"""Thickness of façades and basement walls, of masonry, of light partitions between offices."""
TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Wall:
    """A straight wall from `low` to `high` on the line x = `at` (upright) or y = `at`; `body` is its rectangle in plan."""

    name: str
    upright: bool
    at: float
    low: float
    high: float
    thickness: float
    external: bool
    body: Polygon


def _thickness(one: Cell, other: Cell | None) -> float:
    if other is None:
        return FACADE
    return MASONRY if one.use.solid or other.use.solid else LIGHT


def _edges(cells: list[Cell], outline: Polygon) -> dict[tuple[bool, float, float, bool], list[tuple[float, float]]]:
    """Collect the shared edges of all cells and the outline, by direction, line, thickness and side."""
    shapes = np.array([cell.shape for cell in cells])
    first, second = STRtree(shapes).query(shapes, predicate="touches")
    pairs = [(cells[one], cells[two], cells[two].shape.boundary) for one, two in zip(first, second, strict=True) if one < two]
    outer = outline.boundary
    lines = [(shapely.intersection(one.shape.boundary, edge), _thickness(one, two), False) for one, two, edge in pairs]
    lines += [(shapely.intersection(cell.shape.boundary, outer), _thickness(cell, None), True) for cell in cells]
    found: dict[tuple[bool, float, float, bool], list[tuple[float, float]]] = defaultdict(list)
    for shared, thickness, external in lines:
        for part in shapely.get_parts(shared):
            corners = shapely.get_coordinates(part).round(DIGITS)
            for (x0, y0), (x1, y1) in pairwise(corners):
                upright = bool(x0 == x1)
                span = sorted((y0, y1)) if upright else sorted((x0, x1))
                found[(upright, float(x0 if upright else y0), thickness, external)].append((float(span[0]), float(span[1])))
    return found


def _runs(edges: dict[tuple[bool, float, float, bool], list[tuple[float, float]]]) -> list[Wall]:
    """Join the edges of one line that follow each other."""
    found = []
    for (upright, at, thickness, external), spans in edges.items():
        joined: list[list[float]] = []
        for low, high in sorted(spans):
            if joined and low <= joined[-1][1]:
                joined[-1][1] = max(high, joined[-1][1])
            else:
                joined.append([low, high])
        found += [Wall("", upright, at, low, high, thickness, external, Polygon()) for low, high in joined]
    return sorted(found, key=lambda wall: (-wall.thickness, wall.upright, wall.at, wall.low))


def _reach(wall: Wall, end: float, others: list[Wall]) -> float:
    """Give how far a wall runs past its end: to the far side of a corner, back to the near side of a wall going through."""
    crossing = [
        other for other in others if other.upright != wall.upright and other.at == end and other.low <= wall.at <= other.high
    ]
    through = [other for other in crossing if other.low < wall.at < other.high and other.thickness >= wall.thickness]
    if through:
        return -max(other.thickness for other in through) / 2
    return max((other.thickness for other in crossing), default=0.0) / 2


def rounded_box(x: tuple[float, float], y: tuple[float, float]) -> Polygon:
    """Give a rectangle on the 0.1 mm grid."""
    return box(round(x[0], DIGITS), round(y[0], DIGITS), round(x[1], DIGITS), round(y[1], DIGITS))


def build_walls(cells: list[Cell], outline: Polygon) -> list[Wall]:
    """Build the walls of a storey.

    Parameters
    ----------
    cells
        Tiling of the outline.
    outline
        To the axes of the outer walls.

    Returns
    -------
    Walls whose bodies do not overlap: the thicker goes through, the thinner is butted against it.
    """
    runs = _runs(_edges(cells, outline))
    done: list[Wall] = []
    for run in runs:
        low, high = run.low - _reach(run, run.low, runs), run.high + _reach(run, run.high, runs)
        half = run.thickness / 2
        across = run.at - half, run.at + half
        body = rounded_box(across, (low, high)) if run.upright else rounded_box((low, high), across)
        hits = [wall.body for wall in done if wall.body.intersects(body)]
        rest = body.difference(union_all(hits)) if hits else body
        parts = sorted((part for part in shapely.get_parts(rest) if part.area > TINY), key=lambda part: part.bounds)
        for part in parts:
            x0, y0, x1, y1 = part.bounds
            span = (y0, y1) if run.upright else (x0, x1)
            done.append(replace(run, name=f"W{len(done) + 1:03d}", low=span[0], high=span[1], body=part))
    return done


def clear_shapes(cells: list[Cell], walls: list[Wall], columns: list[Polygon]) -> list[Polygon]:
    """Give the floor of each room between its walls, round its free columns: what 使用面积 measures."""
    bodies = np.array([wall.body for wall in walls] + columns)
    tree = STRtree(bodies)
    found = []
    for cell in cells:
        hits = bodies[tree.query(cell.shape, predicate="intersects")]
        parts = shapely.get_parts(cell.shape.difference(union_all(hits)))
        found.append(tidy(max(parts, key=lambda part: part.area)))
    return found
