"""Other good ways than the fastest, in words: how much slower, by which streets."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from gis.alternatives import alternatives
from gis.ways import draw, stages
from twin.fleet.solve import router_of
from twin.fleet.wording import clock, metres, streets, tell
from twin.model.answer import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import LineString

    from twin.fleet.plan import Route
    from twin.fleet.problem import Problem

__all__ = ["Other", "lines", "others"]


@dataclass(frozen=True, slots=True)
class Other:
    """One way: its roads in order, metres, milliseconds, and the streets that most of it is on."""

    roads: tuple[str, ...]
    streets: tuple[str, ...]
    distance_m: float
    time_ms: int
    geometry: LineString

    def record(self) -> dict[str, Any]:
        """Give it as plain JSON: ``roads``, ``streets``, ``distance_m``, ``time_s``, ``geometry``."""
        line = {"type": "LineString", "coordinates": list(self.geometry.coords)}
        told = {"roads": self.roads, "streets": self.streets, "distance_m": self.distance_m}
        return plain({**told, "time_s": self.time_ms / 1000.0, "geometry": line})

    def label(self, lang: str) -> str:
        """Name it on a picture."""
        return tell("fleet.other_label", lang, time=clock(self.time_ms / 1000.0), distance=metres(self.distance_m))


def others(problem: Problem, count: int) -> tuple[Other, ...]:
    """Find up to so many ways beside the fastest, quickest first."""
    router = router_of(problem)
    start, end = router.snap(np.array([problem.origin.outside, problem.target.outside]))
    found = []
    for way in alternatives(router, start, end, count + 1)[1:]:
        driven = stages(router.table, router.network, way)
        names = [(router.table.names[stage.row] or "", stage.length) for stage in driven]
        length = math.fsum(stage.length for stage in driven)
        keys = tuple(str(router.table.keys[stage.row]) for stage in driven)
        found.append(Other(keys, streets(names), length, way.ms, draw(router.table, driven)))
    return tuple(found)


def lines(route: Route, found: Sequence[Other], lang: str = "") -> list[str]:
    """Write them in ``zh``, ``en`` or, for an empty `lang`, both."""
    return [
        tell(
            "fleet.other",
            lang,
            number=number,
            distance=metres(other.distance_m),
            time=clock(other.time_ms / 1000.0),
            slower=f"{other.time_ms / max(route.value_ms, 1) - 1:+.0%}",
            streets=" → ".join(other.streets) or tell("fleet.unnamed", lang),
        )
        for number, other in enumerate(found, start=1)
    ]
