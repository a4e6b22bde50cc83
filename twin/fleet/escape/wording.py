"""The answer in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.fleet.escape.rules import BETWEEN_EXITS
from twin.model.aligned import aligned
from twin.model.words import say

if TYPE_CHECKING:
    from twin.fleet.escape.plan import Escape, FloorEscape

__all__ = ["lines"]

_COLUMNS = ("building", "floor", "rooms", "exits", "farthest", "room_m", "dead_end", "between", "without")
_SHOWN = 8
"""Rooms that a sentence names; the record names all."""


def lines(plan: Escape, lang: str) -> list[str]:
    """Give a table of floors, then the rooms from which there is no way out, and what the limits rest on."""
    rooms = sum(len(floor.rooms) for floor in plan.floors)
    told = [_tell("fleet.escape.title", lang, floors=len(plan.floors), rooms=rooms), ""]
    told += aligned([[_tell(f"fleet.escape.{name}", lang) for name in _COLUMNS], *map(_row, plan.floors)], right=range(2, 9))
    for floor in plan.floors:
        lost = floor.without
        if lost:
            names = "、".join(room.title for room in lost[:_SHOWN]) + (" …" if len(lost) > _SHOWN else "")
            values = {"building": floor.building, "floor": floor.name, "count": len(lost), "names": names}
            told.append("! " + _tell("fleet.escape.no_way", lang, **values))
    return [*told, "", _tell("fleet.escape.basis", lang)]


def _row(floor: FloorEscape) -> list[object]:
    farthest = floor.farthest
    deepest = max((room.room_m for room in floor.rooms if room.room_m is not None), default=None)
    return [
        floor.building,
        floor.name,
        len(floor.rooms),
        floor.exits,
        "-" if farthest is None else f"{farthest.door_m:.1f} m ({farthest.title})",
        "-" if deepest is None else f"{deepest:.1f} m",
        len(floor.beyond(floor.dead_end.value)),
        len(floor.beyond(BETWEEN_EXITS.value)),
        len(floor.without),
    ]


def _tell(code: str, lang: str, **values: object) -> str:
    text = say(code, **values)
    return text.lang(lang) if lang else str(text)
