"""What eyes see in plan among opaque edges: exact radial decomposition, areas in closed form, polygons for maps.

The far border of a view is a function r(θ) of straight pieces (walls) and arcs (the reach). Areas are sums of
triangles and true sectors; only the polygons drawn from it chop their arcs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gis.bands import ARC, FOOT, cut_all
from gis.bins import Grid, grid_of
from gis.loops import loops_of
from gis.outline import ring_of, seen_pairs, tidy_ring
from gis.relief import Relief
from gis.sweep import FULL_TURN, sweep_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from gis.aiming import Aim

__all__ = ["STEP", "Eyes", "Occluders", "Views", "joined", "look"]

STEP = math.radians(1.0)
"""Radians between the points of a drawn arc: the polygon is 5e-5 smaller than the sector."""
_DRAWN_GRID = 1e-6
_GAP = 1e-13
"""Radians: bands whose turns differ by less follow each other."""


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
        return cls(edges, grid_of(edges))


@dataclass(frozen=True, slots=True)
class Views:
    """What each eye sees: eye i has the bands ``first[i]:first[i + 1]``, by turn, then outward.

    `pieces` has shape ``(p, 10)``: turn from, turn to (radians from the start of the wedge), the two points of the band's outer
    end and the two of its inner end, metres relative to the eye. `names` has shape ``(p, 2)``: what ends it outward (an occluding
    edge, `ARC` for the reach, `BORDER`) and inward (`FOOT`, `BORDER`, or `ARC` for the circle of radius `inner`, shape ``(n,)``).
    `ends` gives the line at which a depth ends each view: a, b, c with a·x + b·y = c, shape ``(n, 3)``; c is NaN for an arc.
    """

    eyes: Eyes
    first: NDArray[np.int64]
    pieces: NDArray[np.float64]
    names: NDArray[np.int64]
    inner: NDArray[np.float64]
    ends: NDArray[np.float64]

    def __len__(self) -> int:
        """Count the eyes."""
        return len(self.eyes.rows)

    @property
    def areas(self) -> NDArray[np.float64]:
        """Area seen by each eye, m², in closed form: triangles before straight borders, true sectors; shape ``(n,)``."""
        owner = np.repeat(np.arange(len(self)), np.diff(self.first))
        turn, ends = self.pieces[:, 1] - self.pieces[:, 0], self.pieces[:, 2:]
        triangle = 0.5 * (ends[:, 0] * ends[:, 3] - ends[:, 1] * ends[:, 2])
        hidden = 0.5 * (ends[:, 4] * ends[:, 7] - ends[:, 5] * ends[:, 6])
        outer = np.where(self.names[:, 0] == ARC, 0.5 * self.eyes.rows[owner, 4] ** 2 * turn, triangle)
        inner = np.where(self.names[:, 1] == ARC, 0.5 * self.inner[owner] ** 2 * turn, hidden)
        return np.bincount(owner, outer - inner, minlength=len(self)).astype(np.float64)

    def rings(self, step: float = STEP) -> Iterator[tuple[int, NDArray[np.float64], NDArray[np.float64]]]:
        """Draw the closed loops that bound each view: row of the eye, ``(p, 2)`` points, not closed and not rounded.

        Arcs get a point every `step` radians. Shells run anticlockwise, holes clockwise. The last array, shape ``(p,)``, gives
        the radius of the arc that the edge from this point to the next is a chord of; 0 where it is straight.
        """
        simple = self._simple()
        for number, eye in enumerate(self.eyes.rows):
            mine = slice(int(self.first[number]), int(self.first[number + 1]))
            if mine.start == mine.stop:
                continue
            if simple[number]:
                yield number, *ring_of(self.pieces[mine], self.names[mine, 0], eye, step)
                continue
            points, radius, first = loops_of(self.pieces[mine], self.names[mine], eye, self.inner[number], step)
            for low, high in pairwise(first.tolist()):
                yield number, points[low:high], radius[low:high]

    def _simple(self) -> NDArray[np.bool_]:
        """Tell which views reach from the foot outward at every turn of their wedge: one loop bounds each."""
        owner = np.repeat(np.arange(len(self)), np.diff(self.first))
        turn = self.pieces[:, :2]
        follows = np.ones(len(turn), dtype=bool)
        follows[1:] = (owner[1:] != owner[:-1]) | (turn[1:, 0] - turn[:-1, 1] < _GAP) & (turn[1:, 0] >= turn[:-1, 1] - _GAP)
        sound = np.bincount(owner, ~follows | (self.names[:, 1] != FOOT), minlength=len(self)) == 0
        has = np.flatnonzero(np.diff(self.first) > 0)
        sound[has] &= (turn[self.first[has], 0] <= _GAP) & (turn[self.first[has + 1] - 1, 1] >= self.eyes.rows[has, 3] - _GAP)
        return sound

    def polygons(self, step: float = STEP) -> NDArray[np.object_]:
        """Draw each view as a valid polygon for maps, shape ``(n,)``; empty where nothing is seen.

        Vertices are rounded to 1e-6 m, repeats dropped and spikes folded back; of a ring that crosses itself all the
        same, the areal part is kept.
        """
        loops: list[list[Any]] = [[] for _ in range(len(self))]
        for number, ring, _ in self.rings(step):
            tidy = tidy_ring(ring, _DRAWN_GRID)
            if len(tidy) >= 3:
                loops[number].append(tidy)
        drawn = np.array([None if len(mine) == 1 else _polygon(mine) for mine in loops] + [None], dtype=object)[:-1]
        lone = np.array([number for number, mine in enumerate(loops) if len(mine) == 1], dtype=np.int64)
        if len(lone):
            rings = [loops[number][0] for number in lone.tolist()]
            of = np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])
            drawn[lone] = shapely.polygons(shapely.linearrings(np.concatenate(rings), indices=of))
        for number in np.flatnonzero(~shapely.is_valid(drawn)).tolist():
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
        pairs: NDArray[np.int64] = seen_pairs(self.first, self.pieces, self.names, self.eyes.rows, self.inner, points, step)
        return pairs

    def some(self, rows: NDArray[np.int64]) -> Views:
        """Give the views of some eyes, in the order of `rows`."""
        kept = [np.arange(self.first[row], self.first[row + 1]) for row in rows]
        take = np.concatenate(kept) if kept else np.empty(0, dtype=np.int64)
        first = np.concatenate([[0], np.cumsum([len(part) for part in kept])]).astype(np.int64)
        return Views(Eyes(self.eyes.rows[rows]), first, self.pieces[take], self.names[take], self.inner[rows], self.ends[rows])


def _polygon(loops: list[NDArray[np.float64]]) -> Any:
    """Make one (multi)polygon of loops: shells run anticlockwise, holes clockwise."""
    if not loops:
        return shapely.Polygon()
    turned = [0.5 * float(np.sum(ring[:, 0] * np.roll(ring[:, 1], -1) - ring[:, 1] * np.roll(ring[:, 0], -1))) for ring in loops]
    if min(turned) > 0.0:
        return shapely.MultiPolygon([shapely.Polygon(ring) for ring in loops])
    whole = shapely.Polygon()
    for number in sorted(range(len(loops)), key=lambda number: -abs(turned[number])):  # an island in a hole comes after it
        part = shapely.Polygon(loops[number])
        whole = shapely.union(whole, part) if turned[number] > 0.0 else shapely.difference(whole, part)
    return whole


def look(eyes: Eyes, occluders: Occluders, aim: Aim | None = None, relief: Relief | None = None) -> Views:
    """Sweep every eye among the occluders, then take off what lower things and the picture's frame hide.

    An eye must stand clear of the edges (see `gis.standing`): an edge through the eye itself hides nothing.

    Parameters
    ----------
    eyes
        Where they stand; their wedge must hold all of the picture's footprint.
    occluders
        What hides everything behind it.
    aim
        Heights, frames and masks of the eyes; in plan when left out.
    relief
        Prisms that rise less high than a lens; none when left out.
    """
    first, pieces, walls = sweep_all(occluders.edges, occluders.grid, eyes.rows)
    if aim is None:
        names = np.column_stack([walls, np.full(len(walls), FOOT, dtype=np.int64)])
        count = len(eyes.rows)
        return Views(
            eyes, first, np.hstack([pieces, np.zeros((len(pieces), 4))]), names, np.zeros(count), np.full((count, 3), np.nan)
        )
    relief = Relief.none() if relief is None else relief
    aims = np.column_stack([aim.height, aim.base + relief.over(eyes, aim.height), aim.inner]).astype(np.float64)
    first, bands, names = cut_all(first, pieces, walls, eyes.rows, aims, aim.loops, aim.first, relief.edges, relief.grid)
    return Views(eyes, first, bands, names, aim.inner, aim.ends)


def joined(parts: Sequence[Views]) -> Views:
    """Put views of eyes among different occluders into one, in order; `names` then count in different edges."""
    shift = np.cumsum([0, *(len(part.pieces) for part in parts)])
    return Views(
        eyes=Eyes(np.concatenate([part.eyes.rows for part in parts])),
        first=np.concatenate([[0], *(part.first[1:] + base for part, base in zip(parts, shift[:-1], strict=True))]).astype(
            np.int64
        ),
        pieces=np.concatenate([part.pieces for part in parts]),
        names=np.concatenate([part.names for part in parts]),
        inner=np.concatenate([part.inner for part in parts]),
        ends=np.concatenate([part.ends for part in parts]),
    )
