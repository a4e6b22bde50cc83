"""The independent check: some rows of a table, and the whole of the widest reach, searched again slowly and plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.fleet.search import Plain
from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely import LineString

    from twin.fleet.search import Touch
    from twin.fleet.spread.plan import Matrix, Reach
    from twin.fleet.spread.problem import Problem

    Pieces = tuple[tuple[str, float, float, LineString], ...]

__all__ = ["check", "check_reach"]

ROWS = 3
"""Rows of a table that are searched again: the first, the last and one between."""
_FAR_M = 50_000.0
_NEAR_MS = 2.0


def check(problem: Problem, table: Matrix) -> list[str]:
    """Check some rows of a table whole.

    Returns
    -------
    Every difference as a sentence in Chinese and English.
    """
    if table.ms.shape != (len(problem.starts), len(problem.ends)):
        return [_fault("shape", (len(problem.starts), len(problem.ends)), table.ms.shape)]
    roads = Plain(problem.ground.roads, problem.ground.vehicle)
    goals = [roads.touches(place.outside) for place in problem.ends] if len(problem.ends) <= ROWS * 100 else None
    rows = sorted({0, len(problem.starts) // 2, len(problem.starts) - 1})[:ROWS]
    columns = list(range(len(problem.ends))) if goals else sorted({0, len(problem.ends) // 2, len(problem.ends) - 1})
    faults = []
    for row in rows:
        starts = roads.touches(problem.starts[row].outside)
        reached = _ends(roads, starts)
        for column in columns:
            touches = goals[column] if goals else roads.touches(problem.ends[column].outside)
            due = _time(roads, starts, touches, reached)
            if due != table.ms[row, column]:
                faults.append(_fault(f"ms[{row},{column}]", due, int(table.ms[row, column])))
    return faults


def _fault(what: str, expected: object, found: object) -> str:
    return str(say("fleet.differs", what=what, expected=expected, found=found))


def _ends(roads: Plain, starts: list[Touch]) -> dict[tuple[int, bool], int]:
    """Give the milliseconds to the beginning of every drive."""
    begun: dict[tuple[int, bool], int] = {}
    for spent, state in roads.settled(starts):
        for sense, _ in roads.after(state):
            begun[sense] = min(spent, begun.get(sense, spent))
    return begun


def _time(roads: Plain, starts: list[Touch], ends: list[Touch], begun: dict[tuple[int, bool], int]) -> int:
    """Give the milliseconds to a place, -1 if it is not reached."""
    if not starts or not ends or max(starts[0].away, ends[0].away) > _FAR_M:
        return -1
    found = [begun[sense] + roads.done(sense, end.fraction) for end in ends for sense in roads.senses(end.row) if sense in begun]
    found += [
        roads.done(sense, end.fraction) - roads.done(sense, start.fraction)
        for start in starts
        for end in ends
        for sense in (roads.senses(start.row) if start.row == end.row else [])
        if end.fraction == start.fraction or (end.fraction > start.fraction) == sense[1]
    ]
    return min(found, default=-1)


def check_reach(problem: Problem, reach: Reach) -> list[str]:
    """Search every drive again and compare, of each band, the metres of road that are reached on each road."""
    roads = Plain(problem.ground.roads, problem.ground.vehicle)
    starts = roads.touches(problem.starts[0].outside)
    begun = _ends(roads, starts)
    return [fault for band in reach.bands for fault in _check_band(roads, starts, begun, (band.minutes, band.roads))]


def _check_band(
    roads: Plain, starts: list[Touch], begun: dict[tuple[int, bool], int], band: tuple[float, Pieces]
) -> Iterator[str]:
    limit = round(band[0] * 60_000)
    spans: dict[int, list[tuple[float, float]]] = {}
    for (row, forward), spent in begun.items():
        if spent < limit:
            share = min((limit - spent) / roads.ms[row], 1.0)
            spans.setdefault(row, []).append((0.0, share) if forward else (1.0 - share, 1.0))
    for touch in starts:
        for row, forward in roads.senses(touch.row):
            share = limit / roads.ms[row]
            low, high = (touch.fraction, touch.fraction + share) if forward else (touch.fraction - share, touch.fraction)
            spans.setdefault(row, []).append((max(low, 0.0), min(high, 1.0)))
    found: dict[int, float] = {}
    for key, begin, finish, _ in band[1]:
        found[roads.row_of[key]] = found.get(roads.row_of[key], 0.0) + finish - begin
    for row in spans.keys() | found.keys():
        due = _covered(spans.get(row, []))
        if abs(due - found.get(row, 0.0)) * roads.ms[row] > _NEAR_MS:
            yield _fault(f"reach {band[0]} min, {roads.keys[row]}", due, found.get(row, 0.0))


def _covered(spans: list[tuple[float, float]]) -> float:
    """Measure the union of spans."""
    covered, upto = 0.0, 0.0
    for low, high in sorted(spans):
        covered += max(0.0, high - max(low, upto))
        upto = max(upto, high)
    return covered
