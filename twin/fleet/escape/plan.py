"""The answer: metres to the nearest exit for every room, floor by floor; and its independent check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.fleet.escape.checker import check
from twin.fleet.escape.rules import BETWEEN_EXITS, DEAD_END, HIGH_DEAD_END
from twin.fleet.escape.wording import lines
from twin.model.answer import plain

if TYPE_CHECKING:
    from twin.fleet.rules import Rule

__all__ = ["Escape", "FloorEscape", "RoomEscape", "check"]


@dataclass(frozen=True, slots=True)
class RoomEscape:
    """A room: `door_m` metres from its best door to the nearest exit, `room_m` from its farthest corner.

    Both are None where there is no way. `door`: key of that door. `exit`: key of the door that leads out or into a stairwell,
    or of the open stair.
    """

    room_id: str
    title: str
    door_m: float | None
    room_m: float | None
    door: str
    exit: str


@dataclass(frozen=True, slots=True)
class FloorEscape:
    """A floor and its rooms that are no ways themselves.

    `exits` counts doors that lead out or into a stairwell, and open stairs.
    """

    building_id: str
    building: str
    high_rise: bool
    floor_id: str
    name: str
    number: int
    exits: int
    rooms: tuple[RoomEscape, ...]

    @property
    def dead_end(self) -> Rule:
        """What holds where a room's door lies on a dead end."""
        return HIGH_DEAD_END if self.high_rise else DEAD_END

    @property
    def without(self) -> list[RoomEscape]:
        """Rooms from which no exit can be reached."""
        return [room for room in self.rooms if room.door_m is None]

    @property
    def farthest(self) -> RoomEscape | None:
        """The room whose door is farthest from an exit."""
        return max((room for room in self.rooms if room.door_m is not None), key=lambda room: room.door_m or 0.0, default=None)

    def beyond(self, limit: float) -> list[RoomEscape]:
        """Rooms whose door is farther from an exit than so many metres."""
        return [room for room in self.rooms if room.door_m is not None and room.door_m > limit]


@dataclass(frozen=True, slots=True)
class Escape:
    """All floors asked about, by building and from the top down."""

    version: int
    floors: tuple[FloorEscape, ...]

    def record(self) -> dict[str, Any]:
        """Give the answer as plain JSON.

        Keys: ``version``, ``rules`` (the limits, with how far they are verified), ``floors`` (see `FloorEscape`), each with
        ``rooms`` (see `RoomEscape`).
        """
        told: dict[str, Any] = plain(
            {"version": self.version, "rules": [BETWEEN_EXITS, DEAD_END, HIGH_DEAD_END], "floors": self.floors}
        )
        return told

    def lines(self, lang: str = "") -> list[str]:
        """Give the answer for the terminal in ``zh``, ``en`` or, for an empty `lang`, both."""
        return lines(self, lang)
