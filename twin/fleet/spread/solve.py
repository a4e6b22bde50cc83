"""Times and distances between many places, and reach, by the router's sweeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gis.costs import both
from gis.isochrone import area, isochrone
from gis.roads import components
from twin.fleet.ground import router_for
from twin.fleet.rules import REACH_BESIDE
from twin.fleet.spread.plan import Band, Matrix, Reach
from twin.fleet.spread.problem import spots_of
from twin.model.errors import DataError
from twin.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gis.routing import Router
    from gis.ways import Spot
    from twin.fleet.places import Place
    from twin.fleet.spread.problem import Problem

__all__ = ["matrix", "reach"]


def matrix(problem: Problem, router: Router | None = None) -> Matrix:
    """Give time and length of every fastest way; -1 and NaN where there is none, with a finding where a place has none at all."""
    search = router or router_for(problem.ground.roads, problem.ground.vehicle)
    findings = list(problem.findings)
    starts, ends = (spots_of(search, places, findings) for places in (problem.starts, problem.ends))
    rows, columns = (np.array([at for at, spot in enumerate(spots) if spot is not None], dtype=int) for spots in (starts, ends))
    ms = np.full((len(starts), len(ends)), -1, dtype=np.int64)
    metres = np.full((len(starts), len(ends)), np.nan)
    if len(rows) and len(columns):
        cost = search.costs([spot for spot in starts if spot], [spot for spot in ends if spot])
        ms[np.ix_(rows, columns)], metres[np.ix_(rows, columns)] = both(cost)
    lost = (ms < 0) | np.array([[start == end for end in problem.ends] for start in problem.starts], dtype=bool)
    for code, whose, spots, axis in (("leaving", problem.starts, starts, 1), ("reaching", problem.ends, ends, 0)):
        alone = np.flatnonzero(lost.all(axis=axis) & (ms < 0).any(axis=axis))
        findings += _cut_off(search, [(whose[at], spots[at]) for at in alone], f"fleet.cut_off.{code}")
    held = problem.ground
    return Matrix(held.version, held.crs, held.vehicle, problem.starts, problem.ends, ms, metres, _once(findings))


def _once(findings: list[Finding]) -> tuple[Finding, ...]:
    """Leave out what is said already: ends are often the starts."""
    return tuple({(finding.code, finding.row): finding for finding in findings}.values())


def _cut_off(router: Router, places: Sequence[tuple[Place, Spot | None]], code: str) -> Iterator[Finding]:
    """Name those of the places without a way that lie off the main network, and how large the network is that they lie on."""
    table = router.table
    on_road = [(place, spot) for place, spot in places if spot is not None]
    if on_road:
        parts = components(table.from_node.tolist(), table.to_node.tolist(), table.oneway.tolist())
        for place, spot in on_road:
            part = parts[spot.positions[0].row]
            if part == 0:
                continue
            count = int((parts == part).sum()) if part > 0 else 1
            yield Finding("warning", code, row=place.key or place.text, values={"place": place.name, "roads": count})


def reach(problem: Problem, minutes: Sequence[float], router: Router | None = None) -> Reach:
    """Give the roads within each time of the one start, and which of the ends lie there."""
    search = router or router_for(problem.ground.roads, problem.ground.vehicle)
    findings = list(problem.findings)
    start = spots_of(search, problem.starts, findings)[0]
    if start is None:
        raise DataError("fleet.off_the_map", **findings[-1].values)
    ends = spots_of(search, problem.ends, findings)
    ms = search.one_to_many(start, [spot for spot in ends if spot])
    times = iter(ms.tolist())
    known = [next(times) if spot else -1 for spot in ends]
    bands = []
    for limit in sorted(set(minutes)):
        pieces = isochrone(search, start, round(limit * 60_000))
        lines = tuple((str(search.table.keys[piece.row]), piece.begin, piece.finish, piece.line) for piece in pieces)
        within = tuple(
            place.key or place.text for place, time in zip(problem.ends, known, strict=True) if 0 <= time <= limit * 60_000
        )
        bands.append(Band(limit, lines, area(pieces, REACH_BESIDE.value), within))
    held = problem.ground
    return Reach(held.version, held.crs, held.vehicle, problem.starts[0], tuple(bands), tuple(findings))
