"""The answer: what was driven, what would have been enough, each deviation; and its independent check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import shapely

from twin.fleet.audit import rules
from twin.fleet.audit.checker import check
from twin.fleet.audit.wording import lines, reason
from twin.model.answer import plain

if TYPE_CHECKING:
    import datetime as dt

    from shapely import MultiLineString

__all__ = ["Audit", "Deviation", "Kind", "Stop", "check"]

Kind = Literal["detour", "stop", "early", "late", "hours", "silence", "off_road", "fence", "parked"]


@dataclass(frozen=True, slots=True)
class Deviation:
    """Where a track leaves its order: the fixes ``first`` to ``last``, and by how much.

    `size`: metres of a detour or from the car park, else seconds. `values` are for the words.
    """

    kind: Kind
    first: int
    last: int
    size: float
    values: dict[str, float]


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of `seconds` at x, y; `in_order` where it is near a place at which one may stop."""

    first: int
    last: int
    seconds: float
    x: float
    y: float
    in_order: bool


@dataclass(frozen=True, slots=True)
class Audit:
    """One track, matched.

    `shortest_m`: of the fastest way from its beginning over the order's places to its end, None without one. `geometry`: what
    was driven, one line for each piece that the network joins, metres of `crs`.
    """

    version: int
    crs: str
    vehicle_id: str
    plate_code: str
    trip_id: str
    begun: dt.datetime
    ended: dt.datetime
    fixes: int
    matched: int
    driven_m: float
    shortest_m: float | None
    geometry: MultiLineString
    stops: tuple[Stop, ...]
    deviations: tuple[Deviation, ...]

    def record(self) -> dict[str, Any]:
        """Give the answer as plain JSON; the vehicle by its pseudonym, raw fixes left out.

        Keys: ``version``, ``crs``, ``vehicle`` (plate_code), ``trip_id``, ``begun``, ``ended``, ``fixes``, ``matched``,
        ``driven_m``, ``shortest_m``, ``stops``, ``deviations`` (kind, first, last, size, and the reason in zh and en),
        ``geometry`` (GeoJSON), ``rules``.
        """
        told: dict[str, Any] = plain({
            "version": self.version, "crs": self.crs, "vehicle": self.plate_code, "trip_id": self.trip_id,
            "begun": self.begun.isoformat(), "ended": self.ended.isoformat(), "fixes": self.fixes, "matched": self.matched,
            "driven_m": self.driven_m, "shortest_m": self.shortest_m, "stops": self.stops,
            "deviations": [
                {"kind": item.kind, "first": item.first, "last": item.last, "size": item.size,
                 "reason": {"zh": reason(item).zh, "en": reason(item).en}}
                for item in self.deviations
            ],
            "geometry": shapely.geometry.mapping(self.geometry),
            "rules": [getattr(rules, name) for name in rules.__all__],
        })  # fmt: skip
        return told

    def lines(self, lang: str = "") -> list[str]:
        """Give the answer for the terminal in ``zh``, ``en`` or, for an empty `lang`, both."""
        return lines(self, lang)
