"""A building as arrays to walk through, and how somebody moves: rooms, doors, stairs and lifts; speeds and what may be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from gis.faults import GisError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["PROFILES", "How", "Indoor", "Profile", "climb"]

How = Literal["walk", "stair", "lift", "ramp", "escalator"]


@dataclass(frozen=True, slots=True)
class Profile:
    """How somebody moves: metres a second on the level and along stairs, and which links they may take.

    A ramp or escalator is taken like the level; a lift costs `lift_wait_s` once and moves `lift_ms` metres a second upwards.
    """

    level_ms: float = 1.3
    stair_ms: float = 0.5
    lift_ms: float = 1.5
    lift_wait_s: float = 30.0
    links: frozenset[str] = frozenset({"stair", "lift", "ramp", "escalator"})


PROFILES = {
    "walk": Profile(),
    "wheelchair": Profile(level_ms=1.0, links=frozenset({"lift", "ramp"})),
    "fire": Profile(level_ms=1.2, stair_ms=0.6, links=frozenset({"stair", "ramp"})),
    "guard": Profile(level_ms=1.4, stair_ms=0.6),
}
"""Speeds are judged, not taken from a standard."""
_STEEP = 2.0
"""Metres along a stair for each metre of height: the usual slope of thirty degrees."""
_RAMP = 12.0
"""Metres along a ramp for each metre of height: the slope of 1 : 12."""


@dataclass(frozen=True, slots=True)
class Indoor:
    """A building as arrays: r rooms, d doors, k links.

    `rooms`: shape (r,), polygons in metres. `floors`: shape (r,), any labels. `doors`: shape (d, 2), the middle of each opening;
    `sides`: shape (d, 2), the rooms on both sides, -1 for none; `outside`: shape (d,), True where a door leads out.
    `links`: shape (k, 2), where each link is; `ends`: shape (k, 2), the rooms it joins, lower first, -1 where unknown;
    `kinds`: shape (k,), a `How`; `rise`: shape (k,), metres upwards.
    """

    rooms: NDArray[Any]
    floors: NDArray[Any]
    doors: Floats
    sides: Ints
    outside: NDArray[np.bool_]
    links: Floats
    ends: Ints
    kinds: NDArray[Any]
    rise: Floats

    def __post_init__(self) -> None:
        """Refuse arrays that do not belong together: ``indoor.shape``, ``indoor.room`` where a side is no room."""
        count, doors, links = len(self.rooms), len(self.doors), len(self.links)
        wanted = {
            "floors": (count,), "doors": (doors, 2), "sides": (doors, 2), "outside": (doors,),
            "links": (links, 2), "ends": (links, 2), "kinds": (links,), "rise": (links,),
        }  # fmt: skip
        for name, shape in wanted.items():
            if getattr(self, name).shape != shape:
                raise GisError("indoor.shape", array=name, shape=getattr(self, name).shape, wanted=shape)
        for name in ("sides", "ends"):
            rooms = getattr(self, name)
            if len(rooms) and (rooms.min() < -1 or rooms.max() >= count):
                raise GisError("indoor.room", array=name, count=count)


def climb(kind: str, rise: float, profile: Profile) -> tuple[float, float]:
    """Give metres and seconds of a link of so many metres upwards or down."""
    height = abs(rise)
    if kind == "lift":
        return height, profile.lift_wait_s + height / profile.lift_ms
    if kind == "stair":
        return _STEEP * height, _STEEP * height / profile.stair_ms
    metres = (_RAMP if kind == "ramp" else _STEEP) * height
    return metres, metres / profile.level_ms
