"""The answer to a drive under battery: drives and charges in turn; `check` reckons them anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.fleet.charging.checker import check
from twin.fleet.charging.wording import trip_lines
from twin.model.answer import plain

if TYPE_CHECKING:
    from shapely import LineString

    from twin.fleet.places import Place
    from twin.fleet.plan import Leg
    from twin.model.findings import Finding

__all__ = ["Charge", "Drive", "Trip", "check"]


@dataclass(frozen=True, slots=True)
class Drive:
    """From one place to the next: charger keys, empty for start and goal; `left_wh` in the battery at its end."""

    begins_at: str
    ends_at: str
    legs: tuple[Leg, ...]
    distance_m: float
    time_ms: int
    used_wh: float
    left_wh: float
    geometry: LineString


@dataclass(frozen=True, slots=True)
class Charge:
    """A stop at a charger: levels on arrival and on leaving, and milliseconds of charging alone."""

    charger_id: str
    name: str
    arrive_wh: float
    leave_wh: float
    charge_ms: float


@dataclass(frozen=True, slots=True)
class Trip:
    """The fastest drive under battery. `value_ms`: driving, plugging in and charging; `bound_ms`: what no drive is below."""

    version: int
    crs: str
    vehicle: str
    origin: Place
    target: Place
    battery_wh: float
    start_wh: float
    arrive_wh: float
    drives: tuple[Drive, ...]
    charges: tuple[Charge, ...]
    plug_ms: float
    value_ms: float
    bound_ms: float
    looked: int
    findings: tuple[Finding, ...]

    @property
    def distance_m(self) -> float:
        """Metres driven."""
        return sum(drive.distance_m for drive in self.drives)

    @property
    def drive_ms(self) -> int:
        """Milliseconds driven."""
        return sum(drive.time_ms for drive in self.drives)

    def record(self) -> dict[str, Any]:
        """Give the drive as plain JSON.

        Keys: ``version``, ``crs``, ``vehicle``; ``from``, ``to`` (text, kind, key, name, x, y); ``battery_kwh``, ``start_kwh``,
        ``arrive_kwh``; ``distance_m``, ``drive_s``, ``charge_s``, ``total_s``, ``bound_s``, ``gap``; ``drives`` (from, to:
        charger keys or empty; distance_m, time_s, used_kwh, left_kwh, legs, geometry in ``crs``); ``charges`` (charger_id, name,
        arrive_kwh, leave_kwh, charge_s); ``findings``.
        """
        return plain(
            {
                "version": self.version,
                "crs": self.crs,
                "vehicle": self.vehicle,
                "from": _place(self.origin),
                "to": _place(self.target),
                "battery_kwh": self.battery_wh / 1000.0,
                "start_kwh": self.start_wh / 1000.0,
                "arrive_kwh": self.arrive_wh / 1000.0,
                "distance_m": self.distance_m,
                "drive_s": self.drive_ms / 1000.0,
                "charge_s": sum(charge.charge_ms + self.plug_ms for charge in self.charges) / 1000.0,
                "total_s": self.value_ms / 1000.0,
                "bound_s": self.bound_ms / 1000.0,
                "gap": (self.value_ms - self.bound_ms) / self.value_ms if self.value_ms else 0.0,
                "drives": [_drive(drive) for drive in self.drives],
                "charges": [_charge(charge) for charge in self.charges],
                "findings": [found.record() for found in self.findings],
            }
        )

    def lines(self, lang: str = "") -> list[str]:
        """Give the drive for the terminal in ``zh``, ``en`` or, for an empty `lang`, both."""
        return trip_lines(self, lang)


def _place(place: Place) -> dict[str, Any]:
    return {"text": place.text, "kind": place.kind, "key": place.key, "name": place.name, "x": place.x, "y": place.y}


def _drive(drive: Drive) -> dict[str, Any]:
    return {
        "from": drive.begins_at,
        "to": drive.ends_at,
        "distance_m": drive.distance_m,
        "time_s": drive.time_ms / 1000.0,
        "used_kwh": drive.used_wh / 1000.0,
        "left_kwh": drive.left_wh / 1000.0,
        "legs": [{"road_id": leg.road_id, "name": leg.name, "turn": leg.turn, "length_m": leg.length_m} for leg in drive.legs],
        "geometry": {"type": "LineString", "coordinates": list(drive.geometry.coords)},
    }


def _charge(charge: Charge) -> dict[str, Any]:
    told = {"charger_id": charge.charger_id, "name": charge.name, "arrive_kwh": charge.arrive_wh / 1000.0}
    return {**told, "leave_kwh": charge.leave_wh / 1000.0, "charge_s": charge.charge_ms / 1000.0}
