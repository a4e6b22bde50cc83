"""Meets a stated number of rooms: neighbouring offices are merged, or large ones split, one a floor in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_buildings.fixed import Slot

if TYPE_CHECKING:
    from sample_buildings.program import Programme


def rebalance(floors: list[Programme], wanted: int, have: int, widest: int = 2) -> None:
    """Merge neighbouring offices, or split two-bay ones, one a floor in turn, until the building count fits.

    Parameters
    ----------
    floors
        Storeys of all buildings; changed in place.
    wanted, have
        Rooms wished for and rooms there are; each merge takes one away, each split adds one.
    widest
        Most bays of a merged office. Above two, storeys begin to merge at different places, so that large and small mix.
    """
    missing = abs(wanted - have)
    turn = 0
    while missing:
        done = 0
        for floor in floors:
            if missing and (_merge(floor, widest, turn if widest > 2 else 0) if have > wanted else _split(floor)):
                missing -= 1
                done += 1
            turn += 1
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


def _merge(floor: Programme, widest: int, turn: int) -> bool:
    """Merge the first two neighbours that may be, counted from a slot that `turn` decides."""
    pairs = len(floor.slots) - 1
    for step in range(pairs):
        place = (step + 7 * turn) % pairs
        left, right = floor.slots[place], floor.slots[place + 1]
        alike = left.use == right.use == "office" and left.count + right.count <= widest
        if alike and left.row == right.row and left.first + left.count == right.first:
            floor.slots[place : place + 2] = [Slot(left.row, left.first, left.count + right.count, "office")]
            return True
    return False
