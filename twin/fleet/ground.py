"""The roads as one vehicle finds them at one moment, for every question that drives."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gis.crs import epsg_name
from gis.faults import GisError
from gis.roads import Vehicle, passable, road_table
from gis.streets import Streets
from gis.traffic import FREE, Traffic, under
from twin.fleet.energy import Appetite, Conditions, appetite, battery_of
from twin.fleet.rules import SNAP_LIMIT
from twin.model.errors import DataError, UsageError

if TYPE_CHECKING:
    import datetime as dt

    from gis.roads import RoadTable
    from gis.routing import Router
    from twin.model.snapshot import Snapshot

__all__ = ["Ground", "Params", "ground", "router_for"]


@dataclass(frozen=True, slots=True)
class Params:
    """What is known of who drives, and when.

    Parameters
    ----------
    vehicle
        Key of a row of `vehicle`, whose height and mass are then held against the roads' limits; empty = none in particular.
    height, mass_t
        In metres and tonnes, > 0; each goes before the vehicle's own.
    snap_limit
        Metres from a place to the nearest road beyond which the answer says that it is far; >= 0.
    guest
        Somebody without business behind gates, who may not drive through private roads.
    plate
        Last digit of the number plate, 0 to 9, for restrictions by plate.
    when
        Local time of departure; `traffic` is looked at only if it is known.
    traffic
        Closures, restrictions and slow hours.
    conditions
        Load and temperature, for what an electric vehicle uses.

    Raises
    ------
    UsageError
        ``fleet.params`` if a number is out of range.
    """

    vehicle: str = ""
    height: float | None = None
    mass_t: float | None = None
    snap_limit: float = SNAP_LIMIT.value
    guest: bool = False
    plate: int | None = None
    when: dt.datetime | None = None
    traffic: Traffic = FREE
    conditions: Conditions = field(default_factory=Conditions)

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for name, number in (("height", self.height), ("mass_t", self.mass_t)):
            if number is not None and not (math.isfinite(number) and number > 0.0):
                raise UsageError("fleet.params", name=name, value=number)
        if not (math.isfinite(self.snap_limit) and self.snap_limit >= 0.0):
            raise UsageError("fleet.params", name="snap_limit", value=self.snap_limit)
        if self.plate is not None and not 0 <= self.plate <= 9:
            raise UsageError("fleet.params", name="plate", value=self.plate)


@dataclass(frozen=True, slots=True)
class Ground:
    """Roads and vehicle.

    `roads`: every road, closed ones too, metres of `crs`, times as whole milliseconds of the hour asked about (see
    `gis.roads.RoadTable`); `usual`: the same without the hour's rules; `crs`: ``EPSG:n``, empty if unnamed. `appetite` and
    `battery_wh`: of an electric vehicle of the table, None and 0 otherwise.
    """

    version: int
    crs: str
    roads: RoadTable
    usual: RoadTable
    vehicle: Vehicle
    appetite: Appetite | None
    battery_wh: float


def ground(snapshot: Snapshot, params: Params) -> Ground:
    """Read roads and vehicle.

    Raises
    ------
    UnknownKeyError
        ``key.unknown`` for the vehicle.
    DataError
        ``fleet.no_roads`` if the snapshot has no roads; ``roads.none`` if the vehicle may use none of them.
    """
    if len(snapshot.frame("road")) == 0:
        raise DataError("fleet.no_roads")
    vehicle, hunger, battery = _vehicle(snapshot, params)
    try:
        usual = road_table(snapshot.frame("road"), snapshot.frame("turn_ban"))
        roads = under(usual, params.traffic, vehicle, params.when)
    except GisError as error:
        raise DataError(error.code, **error.values) from error
    if not passable(roads, vehicle).any():
        raise DataError("roads.none", count=len(roads.keys))
    crs = epsg_name(snapshot.crs) if snapshot.crs is not None else ""
    return Ground(snapshot.version, crs, roads, usual, vehicle, hunger, battery)


def router_for(roads: RoadTable, vehicle: Vehicle) -> Router:
    """Give a router for many questions on the roads as they are.

    Raises
    ------
    DataError
        ``roads.none``.
    """
    try:
        return Streets(roads).router(vehicle)
    except GisError as error:
        raise DataError(error.code, **error.values) from error


def _vehicle(snapshot: Snapshot, params: Params) -> tuple[Vehicle, Appetite | None, float]:
    """Take height and mass from the parameters, else from the vehicle's row, else leave them open."""
    held: dict[str, float | None] = {"height": None, "mass_t": None}
    hunger, battery = None, 0.0
    if params.vehicle:
        row = snapshot.row("vehicle", params.vehicle)
        held = {name: None if math.isnan(float(row[name])) else float(row[name]) for name in held}
        if row["energy"] == "electric":
            hunger, battery = appetite(row, params.conditions), battery_of(row)
    return (
        Vehicle(
            held["height"] if params.height is None else params.height,
            held["mass_t"] if params.mass_t is None else params.mass_t,
            guest=params.guest,
            plate=params.plate,
            electric=hunger is not None,
        ),
        hunger,
        battery,
    )
