"""More plans than one: the curve of running cost against people moved, and two written plans side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from twin.model.answer import plain
from twin.space.planning.asking import build
from twin.space.planning.wording import compare_lines, curve_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from twin.model.snapshot import Snapshot
    from twin.space.planning.asking import Ask, Ground
    from twin.space.planning.costs import Costs
    from twin.space.planning.proposal import Proposal

__all__ = ["HORIZONS", "Comparison", "Curve", "Point", "compare", "curve", "settled"]

HORIZONS = (0.25, 1.0, 3.0, 10.0, 40.0)
"""Years over which moves are written off, from plans that leave people where they are to plans that hardly count moves."""
DIFFERENT = 0.1
"""Two plans differ if at least this share of the departments sits in other buildings."""


@dataclass(frozen=True, slots=True)
class Point:
    """One plan of a curve. `operating` is all that it costs a year but moves, thousand yuan; `moved` people change floors."""

    horizon_years: float
    operating: float
    moved_building: int
    moved_floor: int
    buildings_given_up: int
    floors_given_up: int
    released_m2: float
    total: float
    gap: float

    @property
    def moved(self) -> int:
        """People who change floors."""
        return self.moved_building + self.moved_floor


@dataclass(frozen=True, slots=True)
class Curve:
    """Plans none of which is better than another both in operating cost and in people moved, fewest moves first."""

    today: Mapping[str, float]
    points: tuple[Point, ...]
    proposals: tuple[Proposal, ...]

    def record(self) -> dict[str, Any]:
        """Give plain JSON: ``today``, ``points``, and under ``plans`` each whole plan."""
        return {"today": plain(dict(self.today)), "points": plain(self.points), "plans": [one.record() for one in self.proposals]}

    def lines(self, lang: str = "") -> list[str]:
        """Give the curve for the terminal, in ``zh``, ``en`` or both, Chinese first."""
        return curve_lines(self, lang)


def curve(
    snapshot: Snapshot,
    ask: Ask,
    costs: Costs | None,
    horizons: Sequence[float],
    make: Callable[[Ground], Proposal],
) -> Curve:
    """Plan for every horizon with `make`, and keep the plans that are worth a choice.

    Of plans that differ in fewer than a tenth of the departments the first, with fewest moves, is kept.
    """
    made = [make(build(snapshot, replace(ask, horizon_years=years), costs)) for years in horizons]
    order = sorted(made, key=lambda one: (point_of(one).moved, point_of(one).operating))
    kept: list[Proposal] = []
    for one in order:
        better = [other for other in kept if point_of(other).operating <= point_of(one).operating + 1e-9]
        if not better and all(_differ(one, other) for other in kept):
            kept.append(one)
    return Curve(made[0].today, tuple(point_of(one) for one in kept), tuple(kept))


def point_of(proposal: Proposal) -> Point:
    """Give a plan's place on the curve."""
    value, released = proposal.value, proposal.released
    return Point(
        horizon_years=proposal.ground.ask.horizon_years,
        operating=value.total - value.moves,
        moved_building=value.moved_building,
        moved_floor=value.moved_floor,
        buildings_given_up=int(released["buildings"]),
        floors_given_up=int(released["floors"]),
        released_m2=released["usable_m2"],
        total=value.total,
        gap=proposal.plan.gap if proposal.plan.certificate else 1.0,
    )


def settled(plan: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Give the floors of each department in a written plan."""
    return {row["department_id"]: frozenset(floor["floor_id"] for floor in row["floors"]) for row in plan["departments"]}


def _differ(one: Proposal, other: Proposal) -> bool:
    first, second = (settled(plain_departments(plan)) for plan in (one, other))
    return sum(first[key] != second[key] for key in first) >= DIFFERENT * len(first)


def plain_departments(proposal: Proposal) -> dict[str, Any]:
    """Give the part of a plan's record that says who sits where, without the rest."""
    return {"departments": [{"department_id": line.department_id, "floors": line.floors} for line in proposal.departments]}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two written plans: figures side by side, departments that go elsewhere, rooms that go to others."""

    names: tuple[str, str]
    figures: tuple[tuple[str, float | None, float | None], ...]
    departments: tuple[dict[str, Any], ...]
    rooms: tuple[dict[str, Any], ...]

    def record(self) -> dict[str, Any]:
        """Give plain JSON, the parts by name."""
        return plain({name: getattr(self, name) for name in self.__slots__})

    def lines(self, lang: str = "") -> list[str]:
        """Give the comparison for the terminal, in ``zh``, ``en`` or both, Chinese first."""
        return compare_lines(self, lang)


FIGURES = (
    "buildings",
    "floors",
    "extra_floors",
    "extra_buildings",
    "moves",
    "over_ceiling",
    "total",
    "moved_building",
    "moved_floor",
)


def compare(one: Mapping[str, Any], two: Mapping[str, Any], names: tuple[str, str]) -> Comparison:
    """Compare two plans as `phasing.read_plan` gives them."""
    figures = [(name, one["value"][name], two["value"][name]) for name in FIGURES]
    figures += [(name, one[name], two[name]) for name in ("bound", "gap")]
    figures += [
        (f"released_{name}", one["released"][name], two["released"][name]) for name in ("buildings", "floors", "usable_m2")
    ]
    first, second = settled(one), settled(two)
    floor = {item["floor_id"]: item["name"] for plan in (one, two) for row in plan["departments"] for item in row["floors"]}
    label = {row["department_id"]: row["name"] for plan in (one, two) for row in plan["departments"]}

    def words(floors: frozenset[str]) -> list[str]:
        return sorted(floor[key] for key in floors)

    departments = tuple(
        {
            "department_id": key,
            "name": label[key],
            "one": words(first.get(key, frozenset())),
            "two": words(second.get(key, frozenset())),
        }
        for key in sorted(set(first) | set(second))
        if first.get(key) != second.get(key)
    )
    owner = [{row["room_id"]: row["department_id"] for row in plan["rooms"]} for plan in (one, two)]
    rooms = tuple(
        {"room_id": room, "one": owner[0].get(room, ""), "two": owner[1].get(room, "")}
        for room in sorted(set(owner[0]) | set(owner[1]))
        if owner[0].get(room) != owner[1].get(room)
    )
    return Comparison(names, tuple(figures), departments, rooms)
