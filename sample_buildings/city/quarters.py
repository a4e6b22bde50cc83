"""What lies between the long lines of the grid: a quarter with its local streets, or one that keeps streets out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from sample_buildings.city.net import Point

STEP = 30.0
"""Local streets lie on multiples of this, so that those of two sides of a road meet or keep well apart."""
CLEAR = 60.0
"""Least distance of a local street from the long line beside it."""
OPEN, RURAL, THROUGH, ONEWAY = 0.08, 0.6, 0.68, 0.3
"""Shares: of quarters without streets in town and at its edge, of streets that run through, of central quarters with one-ways."""
CENTRAL, SUBURB = 0.45, 0.78
"""How far out the centre ends, and where the town begins to thin out."""
_DIGITS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Run:
    """A local street, as nodes of the grid; driven along them only where `oneway`."""

    name: str
    kind: str
    nodes: tuple[Point, ...]
    oneway: bool = False


@dataclass(frozen=True, slots=True)
class Quarter:
    """A rectangle of the grid between long lines; `far` is 0 at the city's centre and 1 at its edge."""

    u: tuple[float, float]
    v: tuple[float, float]
    name: str
    far: float
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class _Local:
    """A local street before it meets others: its place across, and the first and last line along it that it reaches."""

    place: float
    first: int
    last: int


def fill(quarter: Quarter, spacing: float, rng: random.Random) -> Quarter:
    """Give a quarter its local streets, about `spacing` metres apart."""
    if rng.random() < OPEN + (RURAL - OPEN) * max(0.0, (quarter.far - SUBURB) / (1.0 - SUBURB)):
        return quarter
    us, vs = _places(quarter.u, spacing, rng), _places(quarter.v, spacing, rng)
    upright = [_local(place, len(vs), rng) for place in us]
    level = [_local(place, len(us), rng) for place in vs]
    guided = quarter.far < CENTRAL and rng.random() < ONEWAY
    runs = [
        *_runs(quarter, (upright, level), guided=guided, turned=False),
        *_runs(quarter, (level, upright), guided=guided, turned=True),
    ]
    return replace(quarter, runs=tuple(runs))


def _places(edge: tuple[float, float], spacing: float, rng: random.Random) -> list[float]:
    """Set local streets between two long lines, uneven by an eighth of their distance."""
    width = edge[1] - edge[0]
    parts = max(1, round(width / spacing))
    found = []
    for place in range(1, parts):
        at = edge[0] + width * place / parts + rng.uniform(-spacing, spacing) / 8
        found.append(STEP * round(min(max(at, edge[0] + CLEAR), edge[1] - CLEAR) / STEP))
    return sorted(set(found))


def _local(place: float, crossings: int, rng: random.Random) -> _Local:
    """Decide how far a local street runs: through, or from one side to a crossing inside."""
    if crossings < 2 or rng.random() < THROUGH:
        return _Local(place, 0, crossings + 1)
    stop = rng.randint(1, crossings)
    return _Local(place, 0, stop) if rng.random() < 0.5 else _Local(place, stop, crossings + 1)


def _runs(quarter: Quarter, lines: tuple[list[_Local], list[_Local]], *, guided: bool, turned: bool) -> Iterator[Run]:
    """Turn local streets into runs from node to node: a street has a node where it meets another that reaches it."""
    mine, others = lines
    edge = quarter.u if turned else quarter.v
    suffix = "路" if turned else "街"
    for number, line in enumerate(mine):
        at = [edge[0], *(other.place for other in others), edge[1]]
        met = [
            place
            for place in range(line.first, line.last + 1)
            if place in {0, len(others) + 1} or others[place - 1].first <= number + 1 <= others[place - 1].last
        ]
        if len(met) < 2:
            continue
        through = len(met) == len(at) and abs(number - (len(mine) - 1) / 2) < 0.6 and len(mine) > 1
        nodes = tuple((at[place], line.place) if turned else (line.place, at[place]) for place in met)
        name = f"{quarter.name}{_DIGITS[number % len(_DIGITS)]}{suffix}"
        yield Run(
            name,
            "tertiary" if through else "residential",
            nodes[::-1] if guided and number % 2 else nodes,
            guided and not through,
        )
