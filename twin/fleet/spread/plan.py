"""Tables of times, and reach; each with its independent check."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.fleet.spread.checker import check, check_reach
from twin.fleet.spread.wording import matrix_lines, reach_lines
from twin.model.answer import plain

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import LineString, MultiPolygon

    from gis.roads import Vehicle
    from twin.fleet.places import Place
    from twin.model.findings import Finding

__all__ = ["Band", "Matrix", "Reach", "check", "check_reach"]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`ms`, `metres`: shape (starts, ends); -1 and NaN where there is no way."""

    version: int
    crs: str
    vehicle: Vehicle
    starts: tuple[Place, ...]
    ends: tuple[Place, ...]
    ms: NDArray[np.int64]
    metres: NDArray[np.float64]
    findings: tuple[Finding, ...]
    nearest: int = 0

    def order(self, row: int) -> list[int]:
        """Give the ends of a start, nearest first, without the start itself and what cannot be reached."""
        here = self.starts[row]
        found = [int(at) for at in np.argsort(self.ms[row], kind="stable") if self.ms[row, at] >= 0 and self.ends[at] != here]
        return found[: self.nearest or None]

    def record(self) -> dict[str, Any]:
        """Give the table as plain JSON.

        Keys: ``version``, ``crs``; ``from``, ``to`` (key or text of each place); ``time_s``, ``distance_m``: rows of numbers,
        null where there is no way; or, where only the nearest were asked for, ``nearest``: per start a list of (to, time_s,
        distance_m); ``findings``.
        """
        told: dict[str, Any] = {"version": self.version, "crs": self.crs, "from": [_key(place) for place in self.starts]}
        if self.nearest:
            told["nearest"] = [[self._near(row, at) for at in self.order(row)] for row in range(len(self.starts))]
        else:
            told["to"] = [_key(place) for place in self.ends]
            told["time_s"] = [[None if ms < 0 else ms / 1000.0 for ms in row] for row in self.ms.tolist()]
            told["distance_m"] = [[None if math.isnan(length) else length for length in row] for row in self.metres.tolist()]
        return plain_or_none(told | {"findings": [found.record() for found in self.findings]})

    def _near(self, row: int, at: int) -> dict[str, Any]:
        return {"to": _key(self.ends[at]), "time_s": int(self.ms[row, at]) / 1000.0, "distance_m": float(self.metres[row, at])}

    def lines(self, lang: str = "") -> list[str]:
        """Give the table for the terminal in ``zh``, ``en`` or, for an empty `lang`, both."""
        return matrix_lines(self, lang)


@dataclass(frozen=True, slots=True)
class Band:
    """What is reached within `minutes`: roads (key, from, to as fractions of the line, the line), ground, and places."""

    minutes: float
    roads: tuple[tuple[str, float, float, LineString], ...]
    ground: MultiPolygon
    places: tuple[str, ...]

    @property
    def length_m(self) -> float:
        """Metres of road."""
        return math.fsum(line.length for _, _, _, line in self.roads)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one comes from a place, the shortest time first."""

    version: int
    crs: str
    vehicle: Vehicle
    origin: Place
    bands: tuple[Band, ...]
    findings: tuple[Finding, ...]

    def record(self) -> dict[str, Any]:
        """Give the reach as plain JSON.

        Keys: ``version``, ``crs``, ``from``; ``bands``: minutes, length_m, area_m2, roads (road_id, begin, finish), places;
        ``findings``.
        """
        bands = [
            {
                "minutes": band.minutes,
                "length_m": band.length_m,
                "area_m2": float(band.ground.area),
                "roads": [{"road_id": key, "begin": begin, "finish": finish} for key, begin, finish, _ in band.roads],
                "places": band.places,
            }
            for band in self.bands
        ]
        told = {"version": self.version, "crs": self.crs, "from": _key(self.origin), "bands": bands}
        return plain(told | {"findings": [found.record() for found in self.findings]})

    def lines(self, lang: str = "") -> list[str]:
        """Give the reach for the terminal in ``zh``, ``en`` or, for an empty `lang`, both."""
        return reach_lines(self, lang)


def _key(place: Place) -> str:
    return place.key or place.text.strip()


def plain_or_none(told: Any) -> Any:
    """Turn values into plain JSON, null kept."""
    if isinstance(told, dict):
        return {key: plain_or_none(value) for key, value in told.items()}
    if isinstance(told, list):
        return [plain_or_none(value) for value in told]
    return None if told is None else plain(told)
