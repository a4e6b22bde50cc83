"""What eyes see in plan among opaque edges: exact radial decomposition, areas in closed form, polygons for maps.

The far border of a view is a function r(θ) of straight pieces (walls) and arcs (the reach). Areas are sums of
triangles and true sectors; only the polygons drawn from it chop their arcs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.bins import Grid, bin_edges
from gis.outline import ring_of, seen_pairs, tidy_ring
from gis.sweep import FULL_TURN, sweep_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

__all__ = ["STEP", "Eyes", "Occluders", "Views", "joined", "look"]

STEP = math.radians(1.0)
"""Radians between the points of a drawn arc: the polygon is 5e-5 smaller than the sector."""
_DRAWN_GRID = 1e-6
_SMALLEST_CELL = 0.5
_MOST_CELLS = 1_000_000


@dataclass(frozen=True, slots=True)
class Eyes:
    """Where eyes stand and which way they look; `rows` has shape ``(n, 5)``: x, y, start, width, reach.

    x, y in metres near a local origin; the wedge runs anticlockwise from `start` (radians from +x) over `width`
    (radians, in (0, 2π]); `reach` in metres, finite and > 0.
    """

    rows: NDArray[np.float64]

    def __post_init__(self) -> None:
        """Refuse what has no meaning; those who load data check it first and name the row.

        Raises
        ------
        ValueError
            If the shape is not ``(n, 5)``, a number is not finite, a width not in (0, 2π] or a reach not > 0.
        """
        rows = self.rows
        if rows.ndim != 2 or rows.shape[1] != 5:
            msg = f"eyes have shape (n, 5), not {rows.shape}"
            raise ValueError(msg)
        width, reach = rows[:, 3], rows[:, 4]
        if not (np.isfinite(rows).all() and (width > 0).all() and (width <= FULL_TURN).all() and (reach > 0).all()):
            msg = "eyes need finite numbers, 0 < width <= 2π and reach > 0"
            raise ValueError(msg)

    @classmethod
    def aimed(
        cls, xy: NDArray[np.float64], heading_deg: NDArray[np.float64], hfov_deg: NDArray[np.float64], reach: NDArray[np.float64]
    ) -> Eyes:
        """Make eyes from compass headings.

        Parameters
        ----------
        xy
            Shape ``(n, 2)``, metres.
        heading_deg
            Shape ``(n,)``: middle of the view, degrees clockwise from +y (north); without meaning at 360°, may be NaN there.
        hfov_deg
            Shape ``(n,)``: degrees in (0, 360].
        reach
            Shape ``(n,)``, metres.
        """
        width = np.where(hfov_deg >= 360.0, FULL_TURN, np.radians(hfov_deg))
        start = np.where(width < FULL_TURN, np.radians(90.0 - heading_deg - 0.5 * hfov_deg), 0.0)
        return cls(np.ascontiguousarray(np.column_stack([xy, start, width, reach]), dtype=np.float64))


@dataclass(frozen=True, slots=True)
class Occluders:
    """Opaque edges, shape ``(m, 4)``, binned in a grid of square cells so that an eye reads only those near it."""

    edges: NDArray[np.float64]
    grid: Grid

    @classmethod
    def of(cls, edges: NDArray[np.float64]) -> Occluders:
        """Bin edges ``x1, y1, x2, y2`` that meet only at their ends (see `gis.linework.edges_of`), about four to a cell."""
        edges = np.ascontiguousarray(edges, dtype=np.float64).reshape(-1, 4)
        if len(edges) == 0:
            return cls(edges, Grid(0.0, 0.0, 1.0, 1, 1, np.zeros(2, np.int64), np.empty(0, np.int32)))
        points = edges.reshape(-1, 2)
        low, spread = points.min(axis=0), np.ptp(points, axis=0)
        size = max(_SMALLEST_CELL, 2.0 * math.sqrt(max(spread[0], 1.0) * max(spread[1], 1.0) / len(edges)))
        size = max(size, math.sqrt(max(spread[0], size) * max(spread[1], size) / _MOST_CELLS))
        nx, ny = (int(extent // size) + 1 for extent in spread)
        first, items = bin_edges(edges, float(low[0]), float(low[1]), size, nx, ny)
        return cls(edges, Grid(float(low[0]), float(low[1]), size, nx, ny, first, items))


@dataclass(frozen=True, slots=True)
class Views:
    """What each eye sees: eye i has the pieces ``first[i]:first[i + 1]``.

    `pieces` has shape ``(p, 6)``: turn from, turn to (radians from the start of the wedge), and the piece's two end
    points in metres relative to the eye. `walls` has shape ``(p,)``: the occluding edge, -1 on the arc of the reach.
    """

    eyes: Eyes
    first: NDArray[np.int64]
    pieces: NDArray[np.float64]
    walls: NDArray[np.int64]

    def __len__(self) -> int:
        """Count the eyes."""
        return len(self.eyes.rows)

    @property
    def areas(self) -> NDArray[np.float64]:
        """Area seen by each eye, m², in closed form: triangles before walls, true sectors in the open; shape ``(n,)``."""
        owner = np.repeat(np.arange(len(self)), np.diff(self.first))
        turn, ends = self.pieces[:, 1] - self.pieces[:, 0], self.pieces[:, 2:]
        triangle = 0.5 * (ends[:, 0] * ends[:, 3] - ends[:, 1] * ends[:, 2])
        sector = 0.5 * self.eyes.rows[owner, 4] ** 2 * turn
        return np.bincount(owner, np.where(self.walls < 0, sector, triangle), minlength=len(self)).astype(np.float64)

    def rings(self, step: float = STEP) -> Iterator[tuple[NDArray[np.float64], NDArray[np.bool_]]]:
        """Draw each outline as ``(p, 2)`` points, not closed and not rounded; arcs get a point every `step` radians.

        Beside the points stands, shape ``(p,)``, whether the edge that begins there is a chord of an arc.
        """
        for number, eye in enumerate(self.eyes.rows):
            mine = slice(self.first[number], self.first[number + 1])
            yield ring_of(self.pieces[mine], self.walls[mine], eye, step)

    def polygons(self, step: float = STEP) -> NDArray[np.object_]:
        """Draw each view as a valid polygon for maps, shape ``(n,)``; empty where nothing is seen.

        Vertices are rounded to 1e-6 m, repeats dropped and spikes folded back; of a ring that crosses itself all the
        same, the areal part is kept.
        """
        drawn = np.array([shapely.Polygon(tidy_ring(ring, _DRAWN_GRID)) for ring, _ in self.rings(step)], dtype=object)
        for number in np.flatnonzero(~shapely.is_valid(drawn)):
            parts = shapely.get_parts(shapely.make_valid(drawn[number]))
            drawn[number] = shapely.union_all(parts[shapely.get_dimensions(parts) == 2])
        return drawn

    def seeing(self, points: NDArray[np.float64], step: float = 0.0) -> NDArray[np.int64]:
        """Find which eye sees which point.

        Parameters
        ----------
        points
            Shape ``(k, 2)``, metres in the frame of the eyes.
        step
            0 for true arcs; otherwise the arcs count as drawn with this step.

        Returns
        -------
        Shape ``(q, 2)``: row of the point, row of the eye; sorted. A point on the border of a view may count either way.
        """
        points = np.ascontiguousarray(points, dtype=np.float64).reshape(-1, 2)
        pairs: NDArray[np.int64] = seen_pairs(self.first, self.pieces, self.walls, self.eyes.rows, points, step)
        return pairs


def look(eyes: Eyes, occluders: Occluders) -> Views:
    """Sweep every eye among the occluders.

    An eye must stand clear of the edges (see `gis.standing`): an edge through the eye itself hides nothing.
    """
    first, pieces, walls = sweep_all(occluders.edges, occluders.grid, eyes.rows)
    return Views(eyes, first, pieces, walls)


def joined(parts: Sequence[Views]) -> Views:
    """Put views of eyes among different occluders into one, in order; `walls` then count in different edges."""
    shift = np.cumsum([0, *(len(part.pieces) for part in parts)])
    return Views(
        eyes=Eyes(np.concatenate([part.eyes.rows for part in parts])),
        first=np.concatenate([[0], *(part.first[1:] + base for part, base in zip(parts, shift[:-1], strict=True))]).astype(
            np.int64
        ),
        pieces=np.concatenate([part.pieces for part in parts]),
        walls=np.concatenate([part.walls for part in parts]),
    )
