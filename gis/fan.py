"""Costs to many places that stay the same, from any others: what can be made ready for the places is made ready once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gis.routing import Router
    from gis.ways import Spot

__all__ = ["Fan"]


class Fan:
    """Costs to places from any others; called with the places to start from.

    A place costs as much as the end of its last direction, less what is not driven of it. That is wrong only where a way
    begins on the direction that it ends on: there what leads into the direction is asked for.
    """

    def __init__(self, router: Router, ends: Sequence[Spot]) -> None:
        self._router = router
        self._ends, self._columns = _different(ends)
        self._on_road: dict[int, set[int]] = {}
        for column, end in enumerate(self._ends):
            for position in end.positions:
                self._on_road.setdefault(position.row, set()).add(column)
        cost = router.cost
        lasts = [[(at, offset - int(cost[at])) for at, offset in router.offsets(end)] for end in self._ends]
        self._pinned = router.engine.pin(lasts)

    def __call__(self, starts: Sequence[Spot]) -> NDArray[np.int64]:
        """Give time and length as one number each (see `gis.costs`), -1 where there is no way, shape ``(starts, ends)``."""
        different, rows = _different(starts)
        sources = [self._router.source(start) for start in different]
        found = self._pinned(sources)
        shared = self._sharing(different)
        if len(shared):
            self._mend(found, different, sources, shared)
        return found[np.ix_(rows, self._columns)]

    def _sharing(self, starts: list[Spot]) -> NDArray[np.intp]:
        """Give the pairs of places that lie on a road in common, shape ``(n, 2)``."""
        pairs = {
            (row, column)
            for row, start in enumerate(starts)
            for at in start.positions
            for column in self._on_road.get(at.row, ())
        }
        return np.array(sorted(pairs), dtype=np.intp).reshape(-1, 2)

    def _mend(
        self, found: NDArray[np.int64], starts: list[Spot], sources: list[list[tuple[int, int]]], shared: NDArray[np.intp]
    ) -> None:
        """Put right, in place, the costs between places on a common road."""
        rows, columns = np.unique(shared[:, 0]), np.unique(shared[:, 1])
        lasts = [self._router.before_target(self._ends[column]) for column in columns]
        through = self._router.engine.matrix([sources[row] for row in rows], lasts)
        for row, column in shared:
            direct = self._router.direct(starts[row], self._ends[column])
            cost = int(through[np.searchsorted(rows, row), np.searchsorted(columns, column)])
            found[row, column] = cost if direct is None or 0 <= cost < direct[0] else direct[0]


def _different(spots: Sequence[Spot]) -> tuple[list[Spot], list[int]]:
    """Give each spot once, and the place there of every spot: a car park of a hundred chargers is one place to search from."""
    held: dict[Spot, int] = {}
    places = [held.setdefault(spot, len(held)) for spot in spots]
    return list(held), places
