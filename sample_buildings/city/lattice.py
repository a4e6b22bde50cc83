"""The regular grid before it bends: arterials in superblocks, a secondary road through most of them, local streets between.

A Chinese city lays 主干路 about a kilometre apart, 次干路 half way between, and 支路 as each superblock fancies: some are
through streets, some end at the next crossing, some quarters keep none (a park, a campus, a works).
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from sample_buildings.city.quarters import Quarter, fill
from sample_buildings.city.street_names import StreetNames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sample_buildings.city.ground import Streets
    from sample_buildings.city.net import Point

VERGE = 45.0
"""From the compound's fence to the middle of the arterials round it."""
STEP = 10.0
PATTERNS = {"cross": 0.76, "u": 0.09, "v": 0.09, "whole": 0.06}
"""How a superblock is parted by secondary roads, and how often."""


@dataclass(frozen=True, slots=True)
class Way:
    """A street or a piece of one: the nodes it passes, as points of the grid; driven along them only where `oneway`."""

    street: str
    name: str
    kind: str
    nodes: tuple[Point, ...]
    oneway: bool = False


@dataclass(slots=True)
class _Line:
    """A long line of the grid: where it runs, and the nodes on it."""

    name: str
    kind: str
    spans: list[tuple[float, float]] = field(default_factory=list)
    nodes: set[float] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Axis:
    """Places of the arterials along one axis, in order, and of the secondary road between each two.

    `home` is the number of the gap in which the compound lies.
    """

    arterials: tuple[float, ...]
    secondaries: tuple[float, ...]
    home: int


def axis(streets: Streets, size: float, rng: random.Random) -> Axis:
    """Set arterials on both sides of the compound, which takes from 0 to `size` of this axis."""
    sides: list[list[float]] = []
    for _ in range(2):
        place = 0.0
        found: list[float] = []
        while place + streets.arterial < streets.reach - size / 2:
            gap = streets.arterial + streets.growth * len(found) + rng.uniform(-80.0, 80.0)
            place += STEP * round(gap / STEP)
            found.append(place)
        sides.append(found)
    low, high = -VERGE, size + VERGE
    arterials = (*(low - place for place in reversed(sides[0])), low, high, *(high + place for place in sides[1]))
    home = len(sides[0])
    secondaries = [
        size / 2 if place == home else STEP * round((one + rng.uniform(0.45, 0.55) * (two - one)) / STEP)
        for place, (one, two) in enumerate(pairwise(arterials))
    ]
    return Axis(arterials, tuple(secondaries), home)


class Lattice:
    """Lays out the grid; `ways` gives its streets, `quarters` what lies between the long lines."""

    def __init__(self, streets: Streets, size: tuple[float, float], seed: int) -> None:
        rng = random.Random(f"{seed}/lattice")  # noqa: S311 - a sample, not a secret
        self._streets, self._seed, self._size = streets, seed, size
        self._names = StreetNames()
        self._u, self._v = axis(streets, size[0], rng), axis(streets, size[1], rng)
        self._lines: dict[tuple[str, float], _Line] = {}
        self.quarters: list[Quarter] = []
        self._name_arterials()
        self._superblocks()

    @property
    def middle(self) -> Point:
        """Middle of the compound."""
        return self._size[0] / 2, self._size[1] / 2

    def long_lines(self, way: str) -> list[float]:
        """Give the places of arterials and secondary roads across one axis, in order."""
        places = self._u if way == "u" else self._v
        return sorted({*places.arterials, *places.secondaries})

    def within(self, u: float, v: float) -> bool:
        """Tell whether a point of the grid belongs to the city: its outline is a rounded square."""
        x, y = (abs(place - size / 2) / self._streets.reach for place, size in zip((u, v), self._size, strict=True))
        return x**3 + y**3 < 1.0

    def share(self, u: float, v: float) -> float:
        """Give how far out a point lies: 0 at the centre, 1 at the edge."""
        return min(1.0, math.hypot(u - self._size[0] / 2, v - self._size[1] / 2) / self._streets.reach)

    def _name_arterials(self) -> None:
        for way, places, suffix in (("u", self._u, "大道"), ("v", self._v, "大街")):
            for place in places.arterials:
                self._lines[way, place] = _Line(self._names.next() + suffix, "primary")

    def _superblocks(self) -> None:
        for i, (u0, u1) in enumerate(pairwise(self._u.arterials)):
            for j, (v0, v1) in enumerate(pairwise(self._v.arterials)):
                if not self.within((u0 + u1) / 2, (v0 + v1) / 2):
                    continue
                for way, place, span in (("u", u0, (v0, v1)), ("u", u1, (v0, v1)), ("v", v0, (u0, u1)), ("v", v1, (u0, u1))):
                    self._run(way, place, span)
                if (i, j) != (self._u.home, self._v.home):
                    self._part(i, j, (u0, u1), (v0, v1))

    def _run(self, way: str, place: float, span: tuple[float, float]) -> None:
        """Let a long line run over a span, with nodes at its ends."""
        line = self._lines[way, place]
        if span not in line.spans:
            line.spans.append(span)
        line.nodes |= set(span)

    def _part(self, i: int, j: int, u: tuple[float, float], v: tuple[float, float]) -> None:
        """Part a superblock by its secondary roads into quarters and fill each."""
        rng = random.Random(f"{self._seed}/block/{i - self._u.home}/{j - self._v.home}")  # noqa: S311 - a sample
        pattern = rng.choices(list(PATTERNS), list(PATTERNS.values()))[0]
        middle_u, middle_v = self._u.secondaries[i], self._v.secondaries[j]
        axial = i == self._u.home
        us = (u[0], middle_u, u[1]) if axial or pattern in {"cross", "u"} else u
        vs = (v[0], middle_v, v[1]) if pattern in {"cross", "v"} else v
        if len(us) == 3:
            self._cross("u", middle_u, v, "primary" if axial else "secondary")
        if len(vs) == 3:
            self._cross("v", middle_v, u, "secondary")
        if len(us) == len(vs) == 3:
            self._lines["u", middle_u].nodes.add(middle_v)
            self._lines["v", middle_v].nodes.add(middle_u)
        for one in pairwise(us):
            for two in pairwise(vs):
                self._quarter(one, two, rng)

    def _cross(self, way: str, place: float, span: tuple[float, float], kind: str) -> None:
        """Let a secondary road run through a superblock, from arterial to arterial."""
        if (way, place) not in self._lines:
            name = "政和中轴大道" if kind == "primary" else self._names.next() + "路"
            self._lines[way, place] = _Line(name, kind)
        self._run(way, place, span)
        other = "v" if way == "u" else "u"
        for end in span:
            self._lines[other, end].nodes.add(place)

    def _quarter(self, u: tuple[float, float], v: tuple[float, float], rng: random.Random) -> None:
        """Fill a quarter with local streets; where they end on a long line, that line gets a node."""
        far = self.share(sum(u) / 2, sum(v) / 2)
        inner, outer = self._streets.local
        quarter = fill(Quarter(u, v, self._names.next(), far), inner + far * (outer - inner), rng)
        self.quarters.append(quarter)
        for run in quarter.runs:
            for x, y in (run.nodes[0], run.nodes[-1]):
                for way, place, at in (("u", x, y), ("v", y, x)):
                    edges = u if way == "u" else v
                    if place in edges:
                        self._lines[way, place].nodes.add(at)

    def join(self, way: str, place: float, at: float) -> None:
        """Put a node on a long line, for a drive that meets it there."""
        self._lines[way, place].nodes.add(at)

    def ways(self) -> Iterator[Way]:
        """Give every street: the long lines in unbroken pieces, then the local ones."""
        for (way, place), line in sorted(self._lines.items()):
            for low, high in _joined(line.spans):
                at = sorted(node for node in line.nodes if low <= node <= high)
                nodes = tuple((place, node) if way == "u" else (node, place) for node in at)
                yield Way(f"{way}{place:.0f}", line.name, line.kind, nodes)
        for number, quarter in enumerate(self.quarters):
            for place, run in enumerate(quarter.runs):
                yield Way(f"q{number}-{place}", run.name, run.kind, run.nodes, run.oneway)


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Join spans that follow each other."""
    found: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if found and found[-1][1] == low:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return found
