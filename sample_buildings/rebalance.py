"""Meets a stated number of rooms: pairs of small offices are merged, or large ones split, one a floor in turn."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sample_buildings.fixed import Slot

if TYPE_CHECKING:
    from sample_buildings.program import Programme


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
    for place, (left, right) in enumerate(pairwise(floor.slots)):
        alike = left.use == right.use == "office" and left.count == right.count == 1
        if alike and left.row == right.row and left.first + 1 == right.first:
            floor.slots[place : place + 2] = [Slot(left.row, left.first, 2, "office")]
            return True
    return False
