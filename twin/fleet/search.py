"""The slow, plain search that the checker trusts: a heap, dictionaries and loops over the problem's own arrays.

Nothing here is shared with the solver or with the engines of gis, on purpose: two programs that agree are the proof.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gis.roads import RoadTable, Vehicle

__all__ = ["Plain", "Sense", "Touch"]

Sense = tuple[int, bool]
"""A road's row and whether it is driven as drawn; in the search: the end of that drive."""
Point = tuple[float, float]
State = tuple[Sense, int]
"""A drive, and for a guest 0 before the first public road, 1 on public ones, 2 on private roads at the end; else always 1."""
_AS_NEAR_M = 0.001


@dataclass(frozen=True, slots=True)
class Touch:
    """Where a point meets a road: row, fraction of the line as drawn, the place, and the distance."""

    row: int
    fraction: float
    at: Point
    away: float


class Plain:
    """The problem's roads as plain Python."""

    def __init__(self, roads: RoadTable, vehicle: Vehicle) -> None:
        """Copy what the search needs out of the arrays."""
        self.keys = [str(key) for key in roads.keys]
        self.row_of = {key: row for row, key in enumerate(self.keys)}
        self.ends = [(str(start), str(end)) for start, end in zip(roads.from_node, roads.to_node, strict=True)]
        self.oneway = [bool(flag) for flag in roads.oneway]
        self.ms = [int(ms) for ms in roads.ms]
        self.lines: list[list[Point]] = [[(x, y) for x, y, *_ in line.coords] for line in roads.lines]
        self.bans = set(roads.bans)
        limits = zip(roads.access, roads.height_limit, roads.weight_limit_t, strict=True)
        self.guest = vehicle.guest
        self.private = [access == "private" for access in roads.access]
        self.open = [
            access != "no"
            and not (vehicle.guest and access == "gate")
            and not (vehicle.height is not None and height < vehicle.height)
            and not (vehicle.mass_t is not None and weight < vehicle.mass_t)
            for access, height, weight in limits
        ]
        self._leaving: dict[str, list[Sense]] = {}
        for row in range(len(self.keys)):
            for sense in self.senses(row):
                self._leaving.setdefault(self.tail(sense), []).append(sense)

    def senses(self, row: int) -> list[Sense]:
        """Give the senses in which a road may be driven, none if it is closed to the vehicle."""
        if not self.open[row]:
            return []
        return [(row, True)] if self.oneway[row] else [(row, True), (row, False)]

    def tail(self, sense: Sense) -> str:
        """Name the node at which a drive begins."""
        return self.ends[sense[0]][0 if sense[1] else 1]

    def head(self, sense: Sense) -> str:
        """Name the node at which a drive ends."""
        return self.ends[sense[0]][1 if sense[1] else 0]

    def path(self, sense: Sense) -> list[Point]:
        """Give the points of a drive in order."""
        return self.lines[sense[0]] if sense[1] else self.lines[sense[0]][::-1]

    def turns_back(self, before: Sense, after: Sense) -> bool:
        """Tell whether the second drive is the first one's line back."""
        return self.path(before)[::-1] == self.path(after)

    def after(self, state: State) -> list[State]:
        """Give the drives that may follow one: not banned, and no turning round unless nothing else is left.

        Going into private roads is no way out of a dead end for a guest.
        """
        sense, phase = state
        node, key = self.head(sense), self.keys[sense[0]]
        allowed = [
            (onward, then)
            for onward in self._leaving.get(node, [])
            if (key, node, self.keys[onward[0]]) not in self.bans and (then := self._phase(phase, onward[0])) is not None
        ]
        ahead = [pair for pair in allowed if not self.turns_back(sense, pair[0])]
        return ahead if any(not (phase == 1 and then != 1) for _, then in ahead) else allowed

    def _phase(self, phase: int, row: int) -> int | None:
        """Give the phase in which a guest comes to a road, None if he may not; everybody else stays where he is."""
        if not self.guest:
            return phase
        if self.private[row]:
            return 0 if phase == 0 else 2
        return None if phase == 2 else 1

    def begin(self, row: int) -> int:
        """Give the phase in which a way begins on a road."""
        return 0 if self.guest and self.private[row] else 1

    def done(self, sense: Sense, fraction: float) -> int:
        """Milliseconds from the beginning of a drive to a fraction of the line as drawn."""
        drawn = round(fraction * self.ms[sense[0]])
        return drawn if sense[1] else self.ms[sense[0]] - drawn

    def touches(self, point: Point) -> list[Touch]:
        """Find every open road that is as near to a point as the nearest one."""
        found = [self.touch(row, point) for row in range(len(self.keys)) if self.open[row]]
        least = min((touch.away for touch in found), default=math.inf)
        return [touch for touch in found if touch.away <= least + _AS_NEAR_M]

    def touch(self, row: int, point: Point) -> Touch:
        """Find the nearest place of one road, the first of equally near ones."""
        along, best, passed = 0.0, (math.inf, 0.0, point), 0.0
        line = self.lines[row]
        for (x1, y1), (x2, y2) in pairwise(line):
            length = math.hypot(x2 - x1, y2 - y1)
            share = 0.0
            if length > 0.0:
                share = ((point[0] - x1) * (x2 - x1) + (point[1] - y1) * (y2 - y1)) / (length * length)
                share = min(max(share, 0.0), 1.0)
            at = (x1 + share * (x2 - x1), y1 + share * (y2 - y1))
            away = math.hypot(at[0] - point[0], at[1] - point[1])
            if away < best[0]:
                best, along = (away, passed + share * length, at), passed + share * length
            passed += length
        return Touch(row, along / passed if passed > 0.0 else 0.0, best[2], best[0])

    def length(self, row: int) -> float:
        """Metres of a road."""
        line = self.lines[row]
        return math.fsum(math.hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(line))

    def part(self, sense: Sense, begin: float, finish: float) -> list[Point]:
        """Draw the part of a road between two fractions of its line as drawn, in the sense of the drive."""
        line, whole, passed = self.lines[sense[0]], self.length(sense[0]), 0.0
        low, high = min(begin, finish) * whole, max(begin, finish) * whole
        inner: list[Point] = []
        ends = [line[0] if low <= 0.0 else line[-1], line[-1] if high >= whole else line[0]]
        for (x1, y1), (x2, y2) in pairwise(line):
            length = math.hypot(x2 - x1, y2 - y1)
            for place, goal in enumerate((low, high)):
                if passed < goal <= passed + length and goal < whole:
                    share = (goal - passed) / length
                    ends[place] = (x1 + share * (x2 - x1), y1 + share * (y2 - y1))
            passed += length
            if low < passed < high:
                inner.append((x2, y2))
        points = [ends[0], *inner, ends[1]]
        return points if sense[1] else points[::-1]

    def fastest(self, starts: list[Touch], ends: list[Touch]) -> float:
        """Find the fewest milliseconds from any start to any end, infinite where there is no way (Dijkstra 1959)."""
        best = math.inf
        goals: dict[Sense, int] = {sense: self.done(sense, touch.fraction) for touch in ends for sense in self.senses(touch.row)}
        for touch in starts:
            for sense in self.senses(touch.row):
                for end in ends:
                    ahead = end.fraction == touch.fraction or (end.fraction > touch.fraction) == sense[1]
                    if end.row == touch.row and ahead:
                        best = min(best, self.done(sense, end.fraction) - self.done(sense, touch.fraction))
        for spent, state in self.settled(starts):
            if spent >= best:
                break
            for onward, _ in self.after(state):
                if onward in goals:
                    best = min(best, spent + goals[onward])
        return best

    def settled(self, starts: list[Touch]) -> Iterator[tuple[int, State]]:
        """Give every drive with the milliseconds at its end, the soonest first."""
        heap: list[tuple[int, State]] = []
        for touch in starts:
            for sense in self.senses(touch.row):
                spent = self.ms[touch.row] - self.done(sense, touch.fraction)
                heapq.heappush(heap, (spent, (sense, self.begin(touch.row))))
        done: set[State] = set()
        while heap:
            spent, state = heapq.heappop(heap)
            if state in done:
                continue
            done.add(state)
            yield spent, state
            for onward in self.after(state):
                if onward not in done:
                    heapq.heappush(heap, (spent + self.ms[onward[0][0]], onward))
