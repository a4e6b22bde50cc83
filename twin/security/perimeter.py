"""The perimeter (周界) of each site: how many metres of it are seen, and where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gis.exposure import seen_stretches
from twin.model.words import say
from twin.security import rules
from twin.security.places import local
from twin.security.walked import check_walk

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from twin.security.plan import Coverage
    from twin.security.problem import Problem

    Floats = NDArray[np.float64]

__all__ = ["Perimeter", "check_perimeters", "perimeters"]


@dataclass(frozen=True, slots=True)
class Perimeter:
    """One site: metres of its border, of those that a camera sees, and the longest stretch that none does.

    `walks` are the rings that were walked, in local metres, with their stretches as `gis.exposure.seen_stretches` gives them.
    """

    site_id: str
    name: str
    length_m: float
    seen_m: float
    longest_dark_m: float
    walks: tuple[tuple[Floats, Floats], ...] = ()

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

    @property
    def dark(self) -> list[tuple[float, float]]:
        """Give the stretches that nobody sees, metres along the first ring, the longest first."""
        found = [(float(low), float(high)) for low, high, many in self.walks[0][1] if many == 0] if self.walks else []
        return sorted(found, key=lambda one: (one[0] - one[1], one[0]))


def perimeters(snapshot: Snapshot, problem: Problem, plan: Coverage) -> list[Perimeter]:
    """Walk along every site's border, `rules.PERIMETER_INSET` within it; empty where the grounds are not in scope."""
    outdoors = [number for number, place in enumerate(problem.places) if not place.floor_id]
    if not outdoors:
        return []
    views, owner = plan.seen[outdoors[0]], problem.places[outdoors[0]].owner
    feet = shapely.STRtree(shapely.points(views.eyes.rows[:, :2]))
    reach = float(views.eyes.rows[:, 4].max()) if len(views) else 0.0
    found = []
    sites = local(snapshot.column("site", "geometry"), problem.origin)
    for key, name, shape in zip(snapshot.keys("site"), snapshot.column("site", "name"), sites, strict=True):
        inset = shapely.buffer(shape, -rules.PERIMETER_INSET, join_style="mitre")
        length = seen = dark = 0.0
        walks = []
        for ring in map(shapely.get_exterior_ring, shapely.get_parts(inset)):
            length += ring.length
            near = np.sort(feet.query(ring, predicate="dwithin", distance=reach))
            way = shapely.get_coordinates(ring)
            parts = seen_stretches(views.some(near), way, owner[near])
            walks.append((way, parts))
            long, some = parts[:, 1] - parts[:, 0], parts[:, 2] > 0
            seen += float(long[some].sum())
            dark = max(dark, _longest(long, some))
        found.append(Perimeter(str(key), str(name or key), float(length), seen, dark, tuple(walks)))
    return found


def check_perimeters(snapshot: Snapshot, problem: Problem, found: list[Perimeter]) -> list[str]:
    """Verify perimeters by other means: each is as long as its site's border, and seen where a camera sees a point of it."""
    faults = []
    outdoors = [place for place in problem.places if not place.floor_id]
    sites = dict(zip(map(str, snapshot.keys("site")), local(snapshot.column("site", "geometry"), problem.origin), strict=True))
    for one in found:
        inset = shapely.buffer(sites[one.site_id], -rules.PERIMETER_INSET, join_style="mitre")
        length = sum(shapely.length(shapely.get_exterior_ring(shapely.get_parts(inset))).tolist())
        seen = sum(float((high - low) * (many > 0)) for _, parts in one.walks for low, high, many in parts)
        for said, right in ((one.length_m, length), (one.seen_m, seen)):
            if abs(said - right) > 1e-6 * max(right, 1.0):
                faults.append(str(say("security.check.perimeter", site=one.name, said=f"{said:.3f}", found=f"{right:.3f}")))
        faults += [fault for way, parts in one.walks for fault in check_walk(outdoors[0], way, parts, counted=False)]
    return faults


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
