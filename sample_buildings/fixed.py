"""What stands in the same place on every floor of a building: stairs, the lift core, toilets; and its hall and large rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sample_buildings.shapes import BAY
from sample_buildings.wishes import hall_of

if TYPE_CHECKING:
    from sample_buildings.plans import Spec
    from sample_buildings.shapes import Shape

LONG = 18
"""Bars of so many bays get a third stair and a second group of toilets."""
CORE_ROWS = ("KS", "KN")
"""The two rows of a tower's core."""


@dataclass(slots=True)
class Slot:
    """`count` bays of row `row` from bay `first` for one use."""

    row: str
    first: int
    count: int
    use: str

    @property
    def bays(self) -> range:
        """Numbers of its bays."""
        return range(self.first, self.first + self.count)


def _stairs(spec: Spec, shape: Shape) -> list[Slot]:
    last = len(shape.rows["N"].bays) - 1
    if spec.stairs:
        return [Slot("N", bay, 1, "stair") for bay in spec.stairs]
    if spec.shape == "bar":
        middle = [last // 2 + 4] if last + 1 >= LONG else []
        return [Slot("N", bay, 1, "stair") for bay in (0, *middle, last)]
    found = [Slot("N", 0, 1, "stair"), Slot("N", last, 1, "stair")]
    found += [Slot(name, len(row.bays) - 1, 1, "stair") for name, row in shape.rows.items() if name.endswith("I")]
    return found


def middle(spec: Spec) -> float:
    """Give the x of the middle of the main bar, of what a hall at its end leaves of it."""
    return (spec.bays + (block(spec, 1) or (0, 0))[1]) * BAY / 2


def hall_bays(spec: Spec) -> tuple[int, int]:
    """Give the first of the front bays that the entrance hall takes, and how many: in the middle."""
    size = min(4 if hall_of(spec.purpose) == "hall" else 5, spec.bays // 3)
    corner = 1 if spec.shape == "tower" else 0
    return corner + round(middle(spec) / BAY - size / 2 - 0.01), size


def fixed_slots(spec: Spec, shape: Shape) -> list[Slot]:
    """Place stairs, the lift core and the toilets of a building; the same on every floor."""
    if spec.shape in {"tower", "garage"}:
        return _core_slots(spec.bays) if spec.shape == "tower" else _garage_slots(spec.bays)
    slots = _stairs(spec, shape)
    taken = {bay for slot in slots if slot.row == "N" for bay in slot.bays}
    row = shape.rows["N"]
    lobby = 3 if spec.lifts > 2 else 2 if spec.lifts > 1 else 1
    runs = [range(first, first + lobby + 2) for first in range(len(row.bays) - lobby - 1)]
    free = [run[0] for run in runs if all(row.bays[bay].lit and bay not in taken for bay in run)]
    edges = [BAY * bay for bay in (hall_bays(spec)[0], sum(hall_bays(spec)))]

    def rank(first: int) -> tuple[bool, float]:
        """Put first what keeps the tea room off the ends of the hall below, then what is nearest to the middle."""
        tea, _ = row.at(row.bays[first + lobby + 1].start, 0.0)
        place, _ = row.at(sum(row.span(first, lobby)) / 2, 0.0)
        return any(abs(tea - edge) < BAY / 2 for edge in edges), round(abs(place - middle(spec)), 3)

    core = min(free, key=rank)
    slots += [Slot("N", core, lobby, "core"), Slot("N", core + lobby, 2, "toilets")]
    inner = {name: len(wing.bays) for name, wing in shape.rows.items() if name.endswith("I")}
    slots += [Slot(name, bays - 3, 2, "toilets") for name, bays in inner.items() if bays > 3]
    if spec.shape == "bar" and len(row.bays) >= LONG and not block(spec, 1):
        slots.append(Slot("N", 2, 2, "toilets"))
    return slots


def _core_slots(bays: int) -> list[Slot]:
    """Fill the core of a tower: in each of its rows a stair at one end, a bank of lifts in the middle, toilets beside it."""
    lifts = (bays - 3) // 2
    return [
        Slot("KS", 0, 1, "stair"), Slot("KS", lifts, 3, "core"), Slot("KS", lifts + 3, 2, "toilets"),
        Slot("KN", bays - 1, 1, "stair"), Slot("KN", lifts, 3, "core"), Slot("KN", lifts - 2, 2, "toilets"),
    ]  # fmt: skip


def _garage_slots(bays: int) -> list[Slot]:
    """Set stairs at both ends of the back strip and in both strips' middle, lifts beside, and plant rooms."""
    middle = bays // 2
    return [
        Slot("N", 0, 1, "stair"), Slot("N", bays - 1, 1, "stair"), Slot("N", 2, 2, "air"), Slot("N", bays - 4, 2, "air"),
        Slot("N", middle - 3, 2, "power"), Slot("N", middle, 2, "core"), Slot("N", middle + 2, 1, "stair"),
        Slot("S", middle, 1, "stair"), Slot("S", middle + 2, 2, "air"),
    ]  # fmt: skip


def block(spec: Spec, number: int) -> tuple[int, int, str] | None:
    """Give the large room at the west end of a storey: first bay, bays and use; None where there is none."""
    if spec.purpose == "logistics" and number in (1, spec.storeys):
        return (0, spec.stairs[0] if spec.stairs else 4, "canteen" if number == 1 else "auditorium")
    return None
