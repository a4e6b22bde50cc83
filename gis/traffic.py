"""What holds on the roads at a time: closures, restrictions by number plate, and slower hours.

`under` takes a table of roads to the table as one vehicle finds it at one moment. A way is searched with what holds when it
begins: a rule that changes on the way is not seen, so that an answer may be off by what the rule adds while one is driving.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import datetime as dt

    from gis.roads import RoadTable, Vehicle

__all__ = ["ALWAYS", "FREE", "Closure", "Hours", "Pace", "PlateRule", "Traffic", "under"]

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Hours:
    """When a rule holds.

    `days`: ISO weekdays, 1 = Monday. `begin`, `finish`: minutes of the day, the second no part of it; where it is not after
    the first, the rule runs over midnight and belongs to the day on which it begins. `first`, `last`: days, both included.
    """

    days: frozenset[int] = frozenset(range(1, 8))
    begin: int = 0
    finish: int = _DAY
    first: dt.date | None = None
    last: dt.date | None = None

    def hold(self, when: dt.datetime) -> bool:
        """Tell whether the rule holds at a moment of local time."""
        minute, day = when.hour * 60 + when.minute, when.date()
        if self.finish > self.begin:
            return self.begin <= minute < self.finish and self._on(day)
        return (minute >= self.begin and self._on(day)) or (
            minute < self.finish and self._on(day.fromordinal(day.toordinal() - 1))
        )

    def _on(self, day: dt.date) -> bool:
        early, late = self.first is not None and day < self.first, self.last is not None and day > self.last
        return day.isoweekday() in self.days and not early and not late


ALWAYS = Hours()
"""Every hour of every day."""


@dataclass(frozen=True, slots=True)
class Closure:
    """Roads that nobody may drive on at certain hours."""

    roads: frozenset[str]
    hours: Hours = ALWAYS


@dataclass(frozen=True, slots=True)
class PlateRule:
    """Roads, or all of them where none is named, closed to plates that end in certain digits on certain weekdays.

    `digits`: seven sets, Monday first. `spares_electric`: electric vehicles may drive all the same.
    """

    digits: tuple[frozenset[int], ...]
    roads: frozenset[str] = frozenset()
    hours: Hours = ALWAYS
    spares_electric: bool = True

    def stops(self, vehicle: Vehicle, when: dt.datetime) -> bool:
        """Tell whether a vehicle is kept out at a moment."""
        if vehicle.plate is None or (vehicle.electric and self.spares_electric):
            return False
        return self.hours.hold(when) and vehicle.plate in self.digits[when.isoweekday() - 1]


@dataclass(frozen=True, slots=True)
class Pace:
    """Roads of some classes, or all of them where none is named, driven at a share of their speed, 0 < factor."""

    factor: float
    road_classes: frozenset[str] = frozenset()
    hours: Hours = ALWAYS


@dataclass(frozen=True, slots=True)
class Traffic:
    """Every rule."""

    closures: tuple[Closure, ...] = ()
    plates: tuple[PlateRule, ...] = ()
    paces: tuple[Pace, ...] = ()

    def holding(self, vehicle: Vehicle, when: dt.datetime | None) -> tuple[bool, ...]:
        """Tell of each rule whether it concerns a vehicle at a moment; of none where the moment is not known."""
        if when is None:
            return (False,) * (len(self.closures) + len(self.plates) + len(self.paces))
        return (
            *(rule.hours.hold(when) for rule in self.closures),
            *(rule.stops(vehicle, when) for rule in self.plates),
            *(rule.hours.hold(when) for rule in self.paces),
        )


FREE = Traffic()
"""No rules."""


def under(table: RoadTable, traffic: Traffic, vehicle: Vehicle, when: dt.datetime | None) -> RoadTable:
    """Give the roads as a vehicle finds them: closed ones with access ``no``, slower ones with the speed of the hour."""
    rules: tuple[Closure | PlateRule | Pace, ...] = (*traffic.closures, *traffic.plates, *traffic.paces)
    now = [rule for rule, holds in zip(rules, traffic.holding(vehicle, when), strict=True) if holds]
    if not now:
        return table
    access, speed = table.access.copy(), table.speed_kmh.copy()
    for rule in now:
        if isinstance(rule, Pace):
            slow = [not rule.road_classes or name in rule.road_classes for name in table.road_class]
            speed[np.array(slow, dtype=np.bool_)] *= rule.factor
        else:
            everywhere = isinstance(rule, PlateRule) and not rule.roads
            shut = [everywhere or key in rule.roads for key in table.keys]
            access[np.array(shut, dtype=np.bool_)] = "no"
    ms = np.maximum(np.rint(table.length * 3600.0 / speed), 1.0).astype(np.int64)
    return replace(table, access=access, speed_kmh=speed, ms=ms)
