"""A file of traffic rules, TOML: closures, restrictions by plate, slower hours.

::

    [[closure]]            # nobody passes
    roads = ["R001"]       # keys of the table road
    days = "1-5"           # ISO weekdays: 1 = Monday; "1,3,5" or "6-7"
    from = "07:00"         # to = "09:00"; over midnight where to is not after from
    first = 2026-11-01     # last = 2026-12-31

    [[plates]]             # last digits kept out, by weekday; roads = [...] or everywhere
    digits = { 1 = [1, 6], 2 = [2, 7] }
    spares_electric = true

    [[pace]]               # a share of the speed, of some road classes or all
    factor = 0.6
    road_classes = ["primary", "secondary"]
"""

from __future__ import annotations

import datetime as dt
import math
import tomllib
from typing import TYPE_CHECKING, Any

from gis.traffic import Closure, Hours, Pace, PlateRule, Traffic
from twin.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

__all__ = ["read_traffic"]

_HOURS = {"days", "from", "to", "first", "last"}
_KEYS = {
    "closure": _HOURS | {"roads", "name"},
    "plates": _HOURS | {"roads", "digits", "spares_electric", "name"},
    "pace": _HOURS | {"road_classes", "factor", "name"},
}


def read_traffic(path: Path, known: Collection[str] = ()) -> Traffic:
    """Read rules from a file.

    Parameters
    ----------
    known
        Keys of roads; a rule about another road is refused.

    Raises
    ------
    UsageError
        ``fleet.traffic.file`` if it cannot be read, ``fleet.traffic.entry`` naming the rule and what is wrong with it.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError("fleet.traffic.file", file=path.name, why=str(error)) from error
    rules: list[Closure | PlateRule | Pace] = []
    for kind, entries in told.items():
        for place, entry in enumerate(entries if isinstance(entries, list) else [entries], start=1):
            try:
                rule = _rule(kind, entry, known)
            except (KeyError, ValueError, TypeError, AttributeError) as error:
                raise UsageError("fleet.traffic.entry", file=path.name, kind=kind, number=place, why=str(error)) from error
            rules.append(rule)
    return Traffic(
        tuple(rule for rule in rules if isinstance(rule, Closure)),
        tuple(rule for rule in rules if isinstance(rule, PlateRule)),
        tuple(rule for rule in rules if isinstance(rule, Pace)),
    )


def _rule(kind: str, entry: Any, known: Collection[str]) -> Closure | PlateRule | Pace:
    """Read one entry."""
    if kind not in _KEYS or not isinstance(entry, dict):
        raise ValueError(f"? {kind}")
    if set(entry) - _KEYS[kind]:
        raise ValueError("? " + ", ".join(sorted(set(entry) - _KEYS[kind])))
    hours, roads = _hours(entry), _roads(entry, known)
    if kind == "closure":
        return Closure(roads, hours)
    if kind == "plates":
        return PlateRule(_digits(entry["digits"]), roads, hours, bool(entry.get("spares_electric", True)))
    return Pace(_factor(entry["factor"]), frozenset(map(str, entry.get("road_classes", ()))), hours)


def _hours(entry: dict[str, Any]) -> Hours:
    begin, finish = (_minute(entry[name]) if name in entry else default for name, default in (("from", 0), ("to", 1440)))
    first, last = entry.get("first"), entry.get("last")
    for day in (first, last):
        if day is not None and type(day) is not dt.date:
            raise ValueError(f"first/last: {day!r}")
    return Hours(_days(str(entry.get("days", "1-7"))), begin, finish, first, last)


def _days(text: str) -> frozenset[int]:
    found: set[int] = set()
    for part in text.split(","):
        low, _, high = part.strip().partition("-")
        found |= set(range(int(low), int(high or low) + 1))
    if not found or found - set(range(1, 8)):
        raise ValueError(f"days: {text}")
    return frozenset(found)


def _minute(text: str) -> int:
    hour, _, minute = text.partition(":")
    if not (0 <= int(hour) <= 24 and 0 <= int(minute) < 60):
        raise ValueError(f"from/to: {text}")
    return int(hour) * 60 + int(minute)


def _roads(entry: dict[str, Any], known: Collection[str]) -> frozenset[str]:
    roads = frozenset(map(str, entry.get("roads", ())))
    strange = sorted(roads - set(known)) if known else []
    if strange:
        raise ValueError("roads: " + ", ".join(strange[:5]))
    return roads


def _digits(told: dict[str, list[int]]) -> tuple[frozenset[int], ...]:
    found = tuple(frozenset(told.get(str(day), ())) for day in range(1, 8))
    if set(told) - set("1234567") or any(digit not in range(10) for digits in found for digit in digits):
        raise ValueError(f"digits: {told}")
    return found


def _factor(told: float) -> float:
    if not (math.isfinite(told) and 0.05 <= told <= 2.0):
        raise ValueError(f"factor: {told}")
    return float(told)
