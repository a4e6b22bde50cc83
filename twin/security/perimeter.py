"""The perimeter (周界) of each site: how many metres of it are seen, and where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gis.exposure import seen_stretches
from twin.security import rules
from twin.security.places import local

if TYPE_CHECKING:
    from twin.model.snapshot import Snapshot
    from twin.security.plan import Coverage
    from twin.security.problem import Problem

__all__ = ["Perimeter", "perimeters"]


@dataclass(frozen=True, slots=True)
class Perimeter:
    """One site: metres of its border, of those that a camera sees, and the longest stretch that none does."""

    site_id: str
    name: str
    length_m: float
    seen_m: float
    longest_dark_m: float

    def record(self) -> dict[str, Any]:
        """Give it as JSON-able values."""
        return {
            "site_id": self.site_id,
            "name": self.name,
            "length_m": self.length_m,
            "seen_m": self.seen_m,
            "unseen_m": self.length_m - self.seen_m,
            "longest_dark_m": self.longest_dark_m,
        }


def perimeters(snapshot: Snapshot, problem: Problem, plan: Coverage) -> list[Perimeter]:
    """Walk along every site's border, `rules.PERIMETER_INSET` within it; empty where the grounds are not in scope."""
    outdoors = [number for number, place in enumerate(problem.places) if not place.floor_id]
    if not outdoors:
        return []
    views = plan.seen[outdoors[0]]
    feet = shapely.STRtree(shapely.points(views.eyes.rows[:, :2]))
    reach = float(views.eyes.rows[:, 4].max()) if len(views) else 0.0
    found = []
    sites = local(snapshot.column("site", "geometry"), problem.origin)
    for key, name, shape in zip(snapshot.keys("site"), snapshot.column("site", "name"), sites, strict=True):
        inset = shapely.buffer(shape, -rules.PERIMETER_INSET, join_style="mitre")
        length = seen = dark = 0.0
        for ring in map(shapely.get_exterior_ring, shapely.get_parts(inset)):
            length += ring.length
            near = np.sort(feet.query(ring, predicate="dwithin", distance=reach))
            if len(near) == 0:
                dark = max(dark, ring.length)
                continue
            parts = seen_stretches(views.some(near), shapely.get_coordinates(ring))
            long, some = parts[:, 1] - parts[:, 0], parts[:, 2] > 0
            seen += float(long[some].sum())
            dark = max(dark, _longest(long, some))
        found.append(Perimeter(str(key), str(name or key), float(length), seen, dark))
    return found


def _longest(long: np.ndarray, some: np.ndarray) -> float:
    """Give the longest run of unseen stretches on a ring."""
    if not some.any():
        return float(long.sum())
    turn = int(np.argmax(some))
    best = run = 0.0
    for length, is_seen in zip(np.roll(long, -turn), np.roll(some, -turn), strict=True):
        run = 0.0 if is_seen else run + float(length)
        best = max(best, run)
    return best
