"""Other good ways: not much slower than the fastest, and largely on other roads.

Method: the roads of every way found so far are made slower, and the fastest way is searched again (Chen, Bell and Bogenberger,
Reliable Pretrip Multipath Planning, 2007). A way is kept if, with true times, it is within the stretch of the fastest and
shares no more than a part of its length with each one kept. Nothing is promised of how many there are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from gis.engine import ScipyEngine
from gis.routing import Router
from gis.ways import Way, stages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gis.ways import Spot

__all__ = ["STRETCH", "alternatives", "shared"]

STRETCH = 1.4
_SHARE = 0.7
_SLOWER = 1.5
_TRIES = 5


def alternatives(router: Router, start: Spot, end: Spot, count: int = 3, stretch: float = STRETCH) -> list[Way]:
    """Give the fastest way and up to ``count - 1`` others, fastest first; none where there is no way.

    Parameters
    ----------
    stretch
        A way may take so many times as long as the fastest, >= 1.
    """
    best = router.route(start, end)
    if best is None:
        return []
    kept = [best]
    slowed = router.network.ms.astype(np.float64)
    latest = best
    for _ in range(_TRIES * max(count - 1, 0)):
        slowed[list(latest.directions)] *= _SLOWER
        network = replace(router.network, ms=np.rint(slowed).astype(np.int64))
        found = Router(router.table, router.vehicle, ready=(network, ScipyEngine(network))).route(start, end)
        if found is None:
            break
        latest = replace(found, ms=sum(stage.ms for stage in stages(router.table, router.network, found)))
        if latest.ms <= stretch * best.ms and all(shared(router, latest, one) <= _SHARE for one in kept):
            kept.append(latest)
        if len(kept) == count:
            break
    return sorted(kept, key=lambda way: (way.ms, way.directions))


def shared(router: Router, way: Way, other: Way) -> float:
    """Give the part of a way's length that lies on directions of another way, 0 to 1."""
    known: Sequence[int] = other.directions
    told = stages(router.table, router.network, way)
    whole = sum(stage.length for stage in told)
    common = sum(stage.length for stage, at in zip(told, way.directions, strict=True) if at in set(known))
    return common / whole if whole > 0.0 else 1.0
