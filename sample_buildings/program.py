"""Which room goes where: stairs, lifts and toilets first, then what the floor is for, then offices in what is left.

A slot is a run of bays of one row given to one use. Fixed slots (stairs, lift lobbies, toilets) stand one above the
other on every floor; a floor's own rooms follow; the rest is filled with offices of one or two bays, the head of a unit
beside a deputy, so that their wall can move by 0.6 m and both offices keep within the ceilings of the standard
(市级机关: 正局(处)级 24 m², 副局(处)级 18 m²).
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sample_buildings.fixed import CORE_ROWS, Slot, block, fixed_slots, hall_bays, middle
from sample_buildings.shapes import BAY, DEPTH
from sample_buildings.wishes import Wish, hall_of, wishes

if TYPE_CHECKING:
    from sample_buildings.plans import Spec
    from sample_buildings.shapes import Shape


@dataclass(slots=True)
class Programme:
    """One storey: its slots; `hall` and `block` are runs of south bays that take the corridor too, or all the depth."""

    number: int
    slots: list[Slot] = field(default_factory=list)
    hall: tuple[int, int, str] | None = None
    block: tuple[int, int, str] | None = None


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
            rows = [name for name in self.shape.rows if name == kind or (kind == "N" and name != "S" and name not in CORE_ROWS)]
            fits = [
                (length, row, first)
                for row in rows
                for first, length in self.runs(row)
                if length >= wish.count and self.shape.rows[row].bays[first].width <= DEPTH
            ]
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
    fixed = fixed_slots(spec, shape)
    found.block = block(spec, number)
    gone: set[tuple[str, int]] = set()
    if found.block:
        gone = {(row, bay) for bay in range(found.block[1]) for row in ("S", "N")}
        if found.block[2] == "canteen":
            fixed.append(Slot("N", 0, found.block[1], "kitchen"))
    floor = _Floor(shape, fixed, gone)
    near = middle(spec) / BAY
    if number == 1:
        first, size = hall_bays(spec)
        found.hall = (first, size, hall_of(spec.purpose))
        floor.free -= {("S", bay) for bay in range(first, first + size)}
        if spec.shape == "tower":
            floor.give("N", spec.bays // 2 + 1, 1, "corridor")
    for wish in wishes(spec.purpose, number):
        floor.place(wish, near)
    _odd_bays(floor, number)
    _offices(floor, rng, leaders=number > 1 and spec.purpose != "logistics")
    found.slots = sorted(floor.slots, key=lambda slot: (slot.row, slot.first))
    return found


def _odd_bays(floor: _Floor, number: int) -> None:
    """Give bays without daylight, and the deep corner bays, to what suits them."""
    dark = ("storage", "air", "storage")
    for name in CORE_ROWS:
        for first, count in floor.runs(name) if name in floor.shape.rows else ():
            _core_rooms(floor, name, (first, count), number)
    for name, row in floor.shape.rows.items():
        for place, bay in enumerate(row.bays):
            if (name, place) in floor.free and not bay.lit:
                floor.give(name, place, 1, dark[(number + place) % len(dark)])
            elif (name, place) in floor.free and bay.width > BAY:
                turn = number + place if name in {"S", "N"} else number
                floor.give(name, place, 1, ("meeting", "office", "office")[turn % 3])


def _core_rooms(floor: _Floor, row: str, run: tuple[int, int], number: int) -> None:
    """Fill a run of a tower's core with rooms of two bays, one where only one is left."""
    uses = ("archive", "air", "storage", "copy")
    first, count = run
    for step in range(0, count, 2):
        size = min(2, count - step)
        floor.give(row, first + step, size, uses[(number + first + step // 2) % len(uses)])


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


def basement(spec: Spec, shape: Shape, number: int) -> Programme:
    """Draw up a basement: the fixed slots but the toilets, a pump room and a transformer room; the rest is garage.

    Parameters
    ----------
    spec, shape
        The building and its rows.
    number
        -1 for the basement below the ground floor, -2 for the one below that.
    """
    if spec.shape == "garage":
        return Programme(number, sorted(fixed_slots(spec, shape), key=lambda slot: (slot.row, slot.first)))
    slots = [slot for slot in fixed_slots(spec, shape) if slot.use != "toilets"]
    toilets = next(slot for slot in fixed_slots(spec, shape) if slot.use == "toilets")
    slots.append(Slot(toilets.row, toilets.first, 2, "pump" if number == -1 else "store_room"))
    floor = _Floor(shape, slots, set())
    for wish in wishes(spec.purpose, number):
        floor.place(wish, toilets.first)
    for row in CORE_ROWS:
        for first, count in floor.runs(row) if row in shape.rows else ():
            floor.give(row, first, count, "store_room")
    return Programme(number, sorted(floor.slots, key=lambda slot: (slot.row, slot.first)))
