"""The day asked for, read from a snapshot: journeys, vehicles, chargers, and the roads between them; what is wrong is named."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from gis.crs import epsg_name
from gis.faults import GisError
from gis.roads import Vehicle, road_table
from gis.routing import Router
from twin.fleet.dispatch import rules
from twin.fleet.dispatch.crossing import between
from twin.fleet.dispatch.problem import Charging, Fleet, Problem, Requests, Stops
from twin.fleet.places import resolve_place
from twin.fleet.rules import FARTHEST_LINK
from twin.model.errors import DataError, TwinError, UsageError
from twin.model.findings import Finding, sort_findings

if TYPE_CHECKING:
    from twin.model.snapshot import Snapshot

__all__ = ["Ask", "Ground", "Journey", "build"]

_DAY_S = 86400.0


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: a day and the prices.

    Parameters
    ----------
    on
        ISO date; journeys that depart or arrive on it are planned.
    shift
        First and last second of the drivers' day, counted from midnight.
    hire
        Cars that may be hired (分时租赁), at `hire_at` (a place, empty = the car park with most vehicles).
    prices
        Others than those of `rules`, by key.

    Raises
    ------
    UsageError
        ``dispatch.day`` or ``dispatch.params``.
    """

    on: str
    shift: tuple[float, float] = (6 * 3600.0, 22 * 3600.0)
    hire: int = 0
    hire_at: str = ""
    prices: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        try:
            dt.date.fromisoformat(self.on)
        except ValueError as error:
            raise UsageError("dispatch.day", day=self.on) from error
        if self.hire < 0:
            raise UsageError("dispatch.params", name="hire", value=self.hire)
        for name, value in self.prices.items():
            if not (math.isfinite(value) and value >= 0.0):
                raise UsageError("dispatch.params", name=name, value=value)

    def price(self, rule: Any) -> float:
        """Give a rule's number, or the one asked for."""
        return float(self.prices.get(rule.key, rule.value))


@dataclass(frozen=True, slots=True)
class Journey:
    """One journey that can be planned: key, names of its ends, people, earliest departure and latest arrival in seconds."""

    key: str
    start: str
    end: str
    people: int
    depart: float
    arrive: float
    vehicle: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A day ready to be planned; `faults`: keys of journeys that cannot be, with what is wrong."""

    ask: Ask
    version: int
    crs: str
    problem: Problem
    journeys: tuple[Journey, ...]
    vehicles: tuple[dict[str, Any], ...]
    findings: tuple[Finding, ...]
    places: tuple[tuple[float, float], ...]
    faults: dict[str, str]


class _Reader:
    """Collects places, journeys, vehicles, chargers and what is wrong with them."""

    def __init__(self, snapshot: Snapshot, ask: Ask) -> None:
        self.snapshot, self.ask = snapshot, ask
        self.findings: list[Finding] = []
        self.faults: dict[str, str] = {}
        self.points: dict[tuple[float, float], int] = {}

    def fault(self, code: str, table: str, key: str, **values: object) -> None:
        """Note what is wrong with a row, which is then left out."""
        self.findings.append(Finding("error", code, table=table, row=key, values={"key": key, **values}))
        if table == "trip":
            self.faults[key] = code

    def at(self, x: float, y: float) -> int:
        """Give a place its number."""
        return self.points.setdefault((round(x, 2), round(y, 2)), len(self.points))

    def place(self, text: object) -> tuple[int, str]:
        """Give the number and the name of the place a text names."""
        found = resolve_place(self.snapshot, str(text))
        return self.at(*found.outside), found.name or found.key or found.text


def build(snapshot: Snapshot, ask: Ask) -> Ground:
    """Read a day from a snapshot; rows that cannot be are left out and named, the rest is served.

    Raises
    ------
    DataError
        ``fleet.no_roads``, ``dispatch.no_trips`` or ``dispatch.no_vehicles`` if nothing is left to plan with.
    """
    if len(snapshot.frame("road")) == 0:
        raise DataError("fleet.no_roads")
    reader = _Reader(snapshot, ask)
    journeys = [found for row in _rows(snapshot, "trip") if (found := _journey(reader, row)) is not None]
    if not journeys and not reader.faults:
        raise DataError("dispatch.no_trips", day=ask.on)
    vehicles = [found for row in _rows(snapshot, "vehicle") if (found := _vehicle(reader, row)) is not None]
    vehicles += _hired(reader, vehicles)
    if not vehicles:
        raise DataError("dispatch.no_vehicles")
    chargers = _chargers(reader)
    points = np.array(list(reader.points), dtype=np.float64).reshape(-1, 2)
    time, length, away = between(_router(snapshot, vehicles), points)
    kept = [found for found in journeys if _reachable(reader, found, time, away)]
    problem = _problem(ask, kept, vehicles, chargers, (time, length))
    return Ground(
        ask=ask,
        version=snapshot.version,
        crs=epsg_name(snapshot.crs) if snapshot.crs is not None else "",
        problem=problem,
        journeys=tuple(found["journey"] for found in kept),
        vehicles=tuple(vehicles),
        findings=tuple(sort_findings(reader.findings)),
        places=tuple(reader.points),
        faults=dict(reader.faults),
    )


def _rows(snapshot: Snapshot, table: str) -> list[dict[str, Any]]:
    frame = snapshot.frame(table)
    return [{**row, f"{table}_id": key} for key, row in zip(frame.index, frame.to_dict("records"), strict=True)]


def _filled(value: object) -> bool:
    return value is not None and not (isinstance(value, float) and math.isnan(value)) and str(value) != ""


def _seconds(reader: _Reader, row: dict[str, Any], column: str) -> float | None:
    """Seconds from midnight of the day asked for, None where the row says nothing."""
    if not _filled(row[column]):
        return None
    moment = dt.datetime.fromisoformat(str(row[column])).replace(tzinfo=None)
    return (moment - dt.datetime.fromisoformat(reader.ask.on)).total_seconds()


def _journey(reader: _Reader, row: dict[str, Any]) -> dict[str, Any] | None:
    """Read one journey of the day; None if it is of another day or cannot be."""
    key = str(row["trip_id"])
    try:
        depart, arrive = _seconds(reader, row, "depart_at"), _seconds(reader, row, "arrive_at")
    except ValueError:
        reader.fault("dispatch.trip.moment", "trip", key, depart=row["depart_at"], arrive=row["arrive_at"])
        return None
    day = depart if depart is not None else arrive
    if day is None or not 0.0 <= day < _DAY_S:
        return None
    if depart is not None and arrive is not None and arrive <= depart:
        reader.fault("dispatch.trip.window", "trip", key, depart=row["depart_at"], arrive=row["arrive_at"])
        return None
    ends = []
    for column in ("from_place", "to_place"):
        if not _filled(row[column]):
            reader.fault("dispatch.trip.nowhere", "trip", key, column=column)
            return None
        try:
            ends.append(reader.place(row[column]))
        except TwinError as error:
            reader.fault("dispatch.trip.place", "trip", key, column=column, why=str(error.text))
            return None
    people = int(row["people"]) if _filled(row["people"]) else 1
    vehicle = str(row["vehicle_id"]) if _filled(row["vehicle_id"]) else ""
    return {"key": key, "from": ends[0], "to": ends[1], "people": people, "depart": depart, "arrive": arrive, "vehicle": vehicle}


def _vehicle(reader: _Reader, row: dict[str, Any]) -> dict[str, Any] | None:
    """Read one vehicle; None if it has no place to start from or no battery to speak of."""
    key, ask = str(row["vehicle_id"]), reader.ask
    try:
        at, name = reader.place(row["parking_id"]) if _filled(row["parking_id"]) else (-1, "")
    except TwinError:
        at, name = -1, ""
    if at < 0:
        reader.fault("dispatch.vehicle.parking", "vehicle", key)
        return None
    electric = row["energy"] == "electric"
    battery = float(row["battery_kwh"]) if _filled(row["battery_kwh"]) else 0.0
    if electric and battery <= 0.0:
        reader.fault("dispatch.vehicle.battery", "vehicle", key)
        return None
    use = float(row["consumption_kwh_km"]) if _filled(row["consumption_kwh_km"]) else ask.price(rules.CONSUMPTION)
    seats = int(row["seats"]) if _filled(row["seats"]) else 5
    limits = {name: float(row[name]) if _filled(row[name]) else None for name in ("height", "mass_t")}
    # the driver sits in one of the seats
    return {
        "key": key,
        "at": at,
        "place": name,
        "seats": max(1, seats - 1),
        "battery": battery if electric else 0.0,
        "use": use / 1000.0,
        "fixed": ask.price(rules.VEHICLE_PRICE),
        "km": ask.price(rules.KM_PRICE),
        "hired": False,
        **limits,
    }


def _hired(reader: _Reader, vehicles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the cars that may be hired, each a vehicle of its own kind."""
    ask = reader.ask
    if ask.hire == 0:
        return []
    if ask.hire_at:
        at, name = reader.place(ask.hire_at)
    elif vehicles:
        homes = [(found["at"], found["place"]) for found in vehicles]
        at, name = max(homes, key=lambda home: (homes.count(home), -home[0]))
    else:
        raise UsageError("dispatch.hire_at")
    one = {"at": at, "place": name, "seats": 4, "battery": 0.0, "use": 0.0, "fixed": ask.price(rules.HIRE_PRICE),
           "km": ask.price(rules.HIRE_KM), "hired": True, "height": None, "mass_t": None}  # fmt: skip
    return [{"key": f"hire-{number}", **one} for number in range(1, ask.hire + 1)]


def _chargers(reader: _Reader) -> list[tuple[str, int, float]]:
    """Give key, place and kilowatts of the strongest working charger of each spot, the nearest ones to what is asked."""
    wanted = np.array(list(reader.points), dtype=np.float64).reshape(-1, 2)
    spots: dict[tuple[float, float], tuple[float, str]] = {}
    for row in _rows(reader.snapshot, "charger"):
        shape = row["geometry"]
        if shape is None or shape.is_empty or row["status"] in {"faulty", "maintenance"} or not row["power_kw"] > 0.0:
            continue
        spot = (round(float(shape.x), 0), round(float(shape.y), 0))
        spots[spot] = max(spots.get(spot, (0.0, "")), (float(row["power_kw"]), str(row["charger_id"])))
    ranked = sorted(spots, key=lambda spot: (float(np.hypot(*(wanted - spot).T).min()) if len(wanted) else 0.0, spot))
    return [(spots[spot][1], reader.at(*spot), spots[spot][0]) for spot in ranked[: int(rules.MOST_CHARGERS.value)]]


def _router(snapshot: Snapshot, vehicles: list[dict[str, Any]]) -> Router:
    """Make the search for the highest and heaviest vehicle, so that every one fits where it is sent."""
    most = {
        name: max((found[name] for found in vehicles if found[name] is not None), default=None) for name in ("height", "mass_t")
    }
    try:
        return Router(road_table(snapshot.frame("road"), snapshot.frame("turn_ban")), Vehicle(most["height"], most["mass_t"]))
    except GisError as error:
        raise DataError(error.code, **error.values) from error


def _reachable(reader: _Reader, found: dict[str, Any], time: np.ndarray[Any, Any], away: np.ndarray[Any, Any]) -> bool:
    """Say whether a journey can be driven in its window; fill in what its window leaves open."""
    ask, key = reader.ask, found["key"]
    start, end = found["from"][0], found["to"][0]
    direct = float(time[start, end])
    if max(away[start], away[end]) > FARTHEST_LINK.value or not math.isfinite(direct):
        reader.fault("dispatch.trip.no_way", "trip", key, start=found["from"][1], end=found["to"][1])
        return False
    slack = ask.price(rules.LATEST) + 2.0 * ask.price(rules.SERVICE)
    depart, arrive = found["depart"], found["arrive"]
    depart = max(0.0, arrive - direct - slack) if depart is None else depart
    arrive = depart + direct + slack if arrive is None else arrive
    if depart + direct + ask.price(rules.SERVICE) > arrive:
        reader.fault(
            "dispatch.trip.short", "trip", key, minutes=math.ceil(direct / 60.0), given=math.floor((arrive - depart) / 60.0)
        )
        return False
    found["journey"] = Journey(key, found["from"][1], found["to"][1], found["people"], depart, arrive, found["vehicle"])
    return True


def _problem(
    ask: Ask, found: list[dict[str, Any]], vehicles: list[dict[str, Any]], chargers: list[tuple[str, int, float]], ways: Any
) -> Problem:
    time, length = ways
    n = len(found)
    journeys = [one["journey"] for one in found]
    ends = np.array([[one["from"][0], one["to"][0]] for one in found], dtype=np.int64).reshape(-1, 2)
    direct = time[ends[:, 0], ends[:, 1]]
    depart, arrive = (np.array([getattr(one, name) for one in journeys], dtype=np.float64) for name in ("depart", "arrive"))
    service = ask.price(rules.SERVICE)
    people = np.array([one.people for one in journeys], dtype=np.float64)
    stops = Stops(
        place=ends.ravel(),
        opens=np.stack([depart, depart + service + direct], axis=1).ravel(),
        closes=np.stack([arrive - direct - service, arrive], axis=1).ravel(),
        service=np.full(2 * n, service),
        load=np.stack([people, -people], axis=1).ravel(),
    )
    ride = np.maximum(direct * ask.price(rules.RIDE_FACTOR), direct + ask.price(rules.RIDE_LEAST))
    price = ask.price(rules.UNSERVED) + ask.price(rules.UNSERVED_KM) * length[ends[:, 0], ends[:, 1]] / 1000.0
    asked = Requests(tuple(one.key for one in journeys), 2 * np.arange(n), 2 * np.arange(n) + 1, price, ride, np.zeros(n))
    keys = np.array([one["key"] for one in vehicles], dtype=object)
    wanted = np.array([one.vehicle for one in journeys], dtype=object)
    known = np.isin(wanted, keys)
    may = ~known[:, None] | (wanted[:, None] == keys[None, :])
    may &= people[:, None] <= np.array([one["seats"] for one in vehicles])[None, :]
    charging = Charging(
        tuple(key for key, *_ in chargers),
        np.array([at for _, at, _ in chargers], dtype=np.int64),
        np.array([kw / 3600.0 for *_, kw in chargers], dtype=np.float64),
        np.array([share for share, _ in rules.CURVE]),
        np.array([factor for _, factor in rules.CURVE]),
    )
    return Problem(ask.on, time, length, stops, asked, _fleet(ask, vehicles), charging, may)


def _fleet(ask: Ask, vehicles: list[dict[str, Any]]) -> Fleet:
    def column(name: str) -> Any:
        return np.array([one[name] for one in vehicles], dtype=np.float64)

    k = len(vehicles)
    at, battery = column("at").astype(np.int64), column("battery")
    one, hired = np.ones(k, dtype=np.int64), np.array([found["hired"] for found in vehicles], dtype=np.bool_)
    return Fleet(
        tuple(found["key"] for found in vehicles),
        one,
        column("seats"),
        column("fixed"),
        column("km") / 1000.0,
        np.zeros(k),
        at,
        at.copy(),
        np.full(k, ask.shift[0]),
        np.full(k, ask.shift[1]),
        battery,
        battery * ask.price(rules.BATTERY_START),
        battery * ask.price(rules.BATTERY_RESERVE),
        column("use"),
        one.copy(),
        np.zeros(k),
        np.full(k, np.inf),
        hired,
    )
