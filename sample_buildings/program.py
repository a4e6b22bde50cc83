"""Which room goes where: stairs, lifts and toilets first, then what the floor is for, then offices in what is left.

A slot is a run of bays of one row given to one use. Fixed slots (stairs, lift lobbies, toilets) stand one above the
other on every floor; a floor's own rooms follow; the rest is filled with offices of one or two bays, the head of a unit
beside a deputy, so that their wall can move by 0.6 m and both offices keep within the ceilings of the standard
(市级机关: 正局(处)级 24 m², 副局(处)级 18 m²).
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from sample_buildings.plans import Spec
from sample_buildings.shapes import BAY, Shape

FIXED = ("stair", "core", "toilets")


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


@dataclass(slots=True)
class Programme:
    """One storey: its slots; `hall` and `block` are runs of south bays that also take the corridor, or the full depth."""

    number: int
    slots: list[Slot] = field(default_factory=list)
    hall: tuple[int, int, str] | None = None
    block: tuple[int, int, str] | None = None


def _stairs(spec: Spec, shape: Shape) -> list[Slot]:
    last = len(shape.rows["N"].bays) - 1
    if spec.stairs:
        return [Slot("N", bay, 1, "stair") for bay in spec.stairs]
    if spec.shape == "bar":
        middle = [last // 2 + 4] if last >= 19 else []
        return [Slot("N", bay, 1, "stair") for bay in (0, *middle, last)]
    found = [Slot("N", 0, 1, "stair"), Slot("N", last, 1, "stair")]
    found += [Slot(name, len(row.bays) - 1, 1, "stair") for name, row in shape.rows.items() if name.endswith("I")]
    return found


def fixed_slots(spec: Spec, shape: Shape) -> list[Slot]:
    """Place stairs, the lift core and the toilets of a building; the same on every floor."""
    slots = _stairs(spec, shape)
    taken = {bay for slot in slots if slot.row == "N" for bay in slot.bays}
    bays = shape.rows["N"].bays
    want = (3 if spec.lifts > 2 else 2 if spec.lifts > 1 else 1) + 2
    free = [
        first
        for first in range(len(bays) - want + 1)
        if all(bays[bay].lit and bay not in taken for bay in range(first, first + want))
    ]
    middle = shape.outline.bounds[2] / 2 / BAY - (len(bays) * BAY != shape.outline.bounds[2]) * 3 - want / 2
    core = min(free, key=lambda first: (abs(first - middle), first))
    slots += [Slot("N", core, want - 2, "core"), Slot("N", core + want - 2, 2, "toilets")]
    for name, row in shape.rows.items():
        if name.endswith("I") and len(row.bays) >= 5:
            slots.append(Slot(name, len(row.bays) - 3, 2, "toilets"))
    return slots


@dataclass(frozen=True, slots=True)
class Wish:
    """A room a floor should have: its use, its bays, and the rows to try in turn."""

    use: str
    count: int
    rows: str = "NS"


GROUND = {
    "main": ("hall", (
        Wish("duty", 1, "S"), Wish("mail", 1, "S"), Wish("fire_control", 1, "S"), Wish("reception", 2), Wish("power", 1, "N"),
        Wish("archive", 3), Wish("meeting", 3), Wish("clinic", 1), Wish("storage", 1))),
    "affairs": ("service_hall", (
        Wish("duty", 1, "S"), Wish("petition", 1, "S"), Wish("petition", 1, "S"), Wish("power", 1, "N"), Wish("archive", 2), Wish("copy", 1),
        Wish("meeting", 2))),
    "logistics": ("hall", (
        Wish("duty", 1, "S"), Wish("kitchen", 3, "S"), Wish("power", 1, "N"), Wish("fire_control", 1, "N"))),
}  # fmt: skip
"""Kind of hall and rooms of the ground floor by purpose."""

UPPER = {
    "main": (
        (Wish("meeting", 3, "N"), Wish("reception", 1, "N"), Wish("copy", 1, "N"), Wish("secret", 1, "N")),
        (Wish("meeting", 2, "N"), Wish("copy", 1, "N"), Wish("archive", 2, "N")),
        (Wish("server", 2, "N"), Wish("air", 1, "N"), Wish("command", 3, "S"), Wish("meeting", 2, "N")),
        (Wish("meeting", 3, "N"), Wish("library", 2, "N"), Wish("storage", 1, "N")),
    ),
    "affairs": (
        (Wish("meeting", 2), Wish("copy", 1)),
        (Wish("archive", 2), Wish("meeting", 2), Wish("storage", 1)),
        (Wish("server", 1), Wish("meeting", 3), Wish("activity", 2)),
    ),
    "logistics": ((Wish("activity", 2, "N"), Wish("meeting", 2, "S"), Wish("storage", 1, "N")), (Wish("air", 1, "N"), Wish("library", 2, "S"))),
}  # fmt: skip
"""Rooms of the upper floors by purpose, one set after the other, again from the first."""


class _Floor:
    """Free bays of one floor while it is being filled."""

    def __init__(self, shape: Shape, slots: list[Slot], gone: set[tuple[str, int]]) -> None:
        self.shape = shape
        self.slots = slots
        self.free = {
            (name, bay)
            for name, row in shape.rows.items()
            for bay in range(len(row.bays))
            if (name, bay) not in gone and not any(slot.row == name and bay in slot.bays for slot in slots)
        }

    def give(self, row: str, first: int, count: int, use: str) -> None:
        """Give a run of bays to a use."""
        self.slots.append(Slot(row, first, count, use))
        self.free -= {(row, bay) for bay in range(first, first + count)}

    def runs(self, row: str) -> list[tuple[int, int]]:
        """List the free runs of a row as first bay and length; dark bays and lit ones never share a run."""
        found: list[tuple[int, int]] = []
        bays = self.shape.rows[row].bays
        for bay in range(len(bays)):
            if (row, bay) not in self.free:
                continue
            if found and sum(found[-1]) == bay and bays[bay].width == bays[bay - 1].width == BAY:
                found[-1] = (found[-1][0], found[-1][1] + 1)
            else:
                found.append((bay, 1))
        return found

    def place(self, wish: Wish, near: float) -> None:
        """Place a room in the run that fits best, at the end nearer to bay `near`; a wish that fits nowhere is let go."""
        for kind in wish.rows:
            rows = [name for name in self.shape.rows if name == kind or (kind == "N" and name != "S")]
            fits = [(length, row, first) for row in rows for first, length in self.runs(row) if length >= wish.count]
            if fits:
                length, row, first = min(fits, key=lambda fit: (fit[1] != kind, fit[0], fit[2]))
                start = first if abs(first - near) < abs(first + length - near) else first + length - wish.count
                self.give(row, start, wish.count, wish.use)
                return


def programme(spec: Spec, shape: Shape, number: int, seed: int) -> Programme:
    """Draw up one storey above ground.

    Parameters
    ----------
    spec, shape
        The building and its rows.
    number
        1 for the ground floor.
    seed
        Decides sizes of offices and where units' heads sit.
    """
    rng = random.Random(f"{seed}/{spec.key}/{number}")  # noqa: S311 - a sample, not a secret
    found = Programme(number)
    fixed = [Slot(slot.row, slot.first, slot.count, slot.use) for slot in fixed_slots(spec, shape)]
    found.block = _block(spec, number)
    gone = {("S", bay) for bay in range(found.block[1])} | {("N", bay) for bay in range(found.block[1])} if found.block else set()
    floor = _Floor(shape, fixed, gone)
    core = next(slot.first for slot in fixed if slot.use == "core") + (0 if spec.shape == "bar" else 2)
    if number == 1:
        kind, wishes = GROUND[spec.purpose]
        size = min(4 if kind == "hall" else 5, spec.bays // 3)
        first = min(max(core - size // 2 + 1, (found.block[1] + 1) if found.block else 1), spec.bays - size - 1)
        found.hall = (first, size, kind)
        floor.free -= {("S", bay) for bay in range(first, first + size)}
        near = first + size / 2
    else:
        sets = UPPER[spec.purpose]
        wishes, near = sets[(number - 2) % len(sets)], core + 1.5
    for wish in wishes:
        floor.place(wish, near)
    _odd_bays(floor, number)
    _offices(floor, rng, leaders=number > 1 and spec.purpose != "logistics")
    found.slots = sorted(floor.slots, key=lambda slot: (slot.row, slot.first))
    return found


def _block(spec: Spec, number: int) -> tuple[int, int, str] | None:
    if spec.purpose == "logistics" and number in (1, spec.storeys):
        return (0, spec.stairs[0] if spec.stairs else 4, "canteen" if number == 1 else "auditorium")
    return None


def _odd_bays(floor: _Floor, number: int) -> None:
    """Give bays without daylight, and the deep corner bays, to what suits them."""
    dark = ("storage", "air", "storage")
    for name, row in floor.shape.rows.items():
        for place, bay in enumerate(row.bays):
            if (name, place) in floor.free and not bay.lit:
                floor.give(name, place, 1, dark[(number + place) % len(dark)])
            elif (name, place) in floor.free and bay.width > BAY:
                floor.give(name, place, 1, ("meeting", "office", "office")[number % 3])


def _offices(floor: _Floor, rng: random.Random, *, leaders: bool) -> None:
    """Fill what is free with offices; where leaders sit, the first pairs of a row are a head and a deputy."""
    for row in floor.shape.rows:
        suites = (2 if row == "S" else 1) if leaders else 0
        for first, length in floor.runs(row):
            bay, end = first, first + length
            while bay < end:
                if suites and end - bay >= 2:
                    pair = ("chief", "deputy") if rng.random() < 0.55 else ("office", "deputy")
                    for use in pair if rng.random() < 0.5 else pair[::-1]:
                        floor.give(row, bay, 1, use)
                        bay += 1
                    suites -= 1
                    continue
                size = 2 if end - bay >= 2 and rng.random() < 0.35 else 1
                floor.give(row, bay, size, "office")
                bay += size


def basement(spec: Spec, shape: Shape) -> Programme:
    """Draw up a basement: the fixed slots but the toilets, a pump room and a transformer room; the rest is garage."""
    slots = [Slot(slot.row, slot.first, slot.count, slot.use) for slot in fixed_slots(spec, shape) if slot.use != "toilets"]
    toilets = next(slot for slot in fixed_slots(spec, shape) if slot.use == "toilets")
    slots.append(Slot(toilets.row, toilets.first, 2, "pump"))
    floor = _Floor(shape, slots, set())
    for wish in (Wish("transformer", 2, "N"), Wish("store_room", 1, "N")):
        floor.place(wish, toilets.first)
    return Programme(-1, sorted(floor.slots, key=lambda slot: (slot.row, slot.first)))


def rebalance(floors: list[Programme], wanted: int, have: int) -> None:
    """Merge pairs of one-bay offices, or split two-bay ones, one a floor in turn, until the building count fits.

    Parameters
    ----------
    floors
        Storeys of all buildings; changed in place.
    wanted, have
        Rooms wished for and rooms there are; each merge takes one away, each split adds one.
    """
    change = _merge if have > wanted else _split
    missing = abs(wanted - have)
    while missing:
        done = 0
        for floor in floors:
            if missing and change(floor):
                missing -= 1
                done += 1
        if not done:
            return


def _split(floor: Programme) -> bool:
    for place, slot in enumerate(floor.slots):
        if slot.use == "office" and slot.count == 2:
            floor.slots[place : place + 1] = [
                Slot(slot.row, slot.first, 1, "office"),
                Slot(slot.row, slot.first + 1, 1, "office"),
            ]
            return True
    return False


def _merge(floor: Programme) -> bool:
    for place, (left, right) in enumerate(zip(floor.slots, floor.slots[1:], strict=False)):
        alike = left.use == right.use == "office" and left.count == right.count == 1
        if alike and left.row == right.row and left.first + 1 == right.first:
            floor.slots[place : place + 2] = [Slot(left.row, left.first, 2, "office")]
            return True
    return False
