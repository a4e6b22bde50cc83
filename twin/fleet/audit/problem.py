"""A track, the order it is held against, and the roads, as arrays."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.crs import WGS84, to_crs
from twin.fleet.ground import Params as Drive
from twin.fleet.ground import ground
from twin.fleet.places import Place, resolve_place
from twin.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from gis.roads import RoadTable, Vehicle
    from twin.model.snapshot import Snapshot

__all__ = ["Fix", "Hours", "Params", "Problem", "build"]


@dataclass(frozen=True, slots=True)
class Fix:
    """Where a vehicle was at a local time: degrees of WGS 84."""

    moment: dt.datetime
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Hours:
    """When official vehicles are driven without more being asked: on workdays (0 is Monday) from one time to the other."""

    begin: dt.time = dt.time(7, 0)
    end: dt.time = dt.time(20, 0)
    days: frozenset[int] = frozenset(range(5))

    def hold(self, moment: dt.datetime) -> bool:
        """Tell whether a moment lies within them."""
        return moment.weekday() in self.days and self.begin <= moment.time() <= self.end


@dataclass(frozen=True, slots=True)
class Params:
    """`trip`: key of the order, none where empty. `vehicle`: key, needed without an order.

    `fence`: area that is not to be left, degrees of WGS 84; None = none.
    """

    trip: str = ""
    vehicle: str = ""
    hours: Hours = Hours()
    fence: BaseGeometry | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One track of n fixes.

    `points`: shape (n, 2), metres of `crs`; `seconds`: shape (n,), from the first fix; `moments`: local times. `order`: places
    from and to, none without an order; `depart`, `arrive`: its times, None where it has none. `home`: the vehicle's car park;
    `allowed`: places at which one may stop. `fence`: in metres.
    """

    version: int
    crs: str
    params: Params
    vehicle_id: str
    plate_code: str
    points: NDArray[np.float64]
    seconds: NDArray[np.float64]
    moments: tuple[dt.datetime, ...]
    order: tuple[Place, Place] | None
    depart: dt.datetime | None
    arrive: dt.datetime | None
    home: BaseGeometry | None
    allowed: tuple[BaseGeometry, ...]
    fence: BaseGeometry | None
    roads: RoadTable
    vehicle: Vehicle


def build(snapshot: Snapshot, fixes: Sequence[Fix], params: Params) -> Problem:
    """Read order, vehicle and roads from a snapshot.

    Raises
    ------
    UsageError
        ``fleet.audit.few`` for under two fixes, ``fleet.audit.order`` naming the first fix that is earlier than the one before
        it, ``fleet.audit.degrees`` for a place that is none, ``fleet.audit.who`` if neither an order nor a vehicle is named.
    UnknownKeyError
        ``key.unknown`` for order or vehicle; as `resolve_place` for the order's places.
    DataError
        As `twin.fleet.ground.ground`.
    """
    if len(fixes) < 2:
        raise UsageError("fleet.audit.few", count=len(fixes))
    for number, (one, other) in enumerate(pairwise(fixes), start=2):
        if other.moment < one.moment:
            raise UsageError("fleet.audit.order", fix=number, moment=other.moment.isoformat(sep=" "))
    for number, fix in enumerate(fixes, start=1):
        if not (abs(fix.lon) <= 180.0 and abs(fix.lat) <= 90.0):
            raise UsageError("fleet.audit.degrees", fix=number, lon=fix.lon, lat=fix.lat)
    trip = snapshot.row("trip", params.trip) if params.trip else None
    key = params.vehicle or (str(trip["vehicle_id"]) if trip is not None and trip["vehicle_id"] else "")
    if not key:
        raise UsageError("fleet.audit.who")
    held = ground(snapshot, Drive(vehicle=key))
    row = snapshot.row("vehicle", key)
    where = to_crs(shapely.points([[fix.lon, fix.lat] for fix in fixes]), WGS84, snapshot.crs)
    home = snapshot.row("parking", row["parking_id"])["geometry"] if row["parking_id"] else None
    order = None
    if trip is not None and trip["from_place"] and trip["to_place"]:
        order = (resolve_place(snapshot, str(trip["from_place"])), resolve_place(snapshot, str(trip["to_place"])))
    chargers = [shape for shape in snapshot.column("charger", "geometry") if shape is not None]
    places = [shapely.Point(place.x, place.y) for place in order or ()]
    return Problem(
        version=snapshot.version,
        crs=held.crs,
        params=params,
        vehicle_id=key,
        plate_code=str(row["plate_code"] or key),
        points=shapely.get_coordinates(where).reshape(-1, 2),
        seconds=np.array([(fix.moment - fixes[0].moment).total_seconds() for fix in fixes]),
        moments=tuple(fix.moment for fix in fixes),
        order=order,
        depart=_moment(trip, "depart_at"),
        arrive=_moment(trip, "arrive_at"),
        home=home,
        allowed=(*places, *([] if home is None else [home]), *chargers),
        fence=None if params.fence is None else to_crs(params.fence, WGS84, snapshot.crs),
        roads=held.roads,
        vehicle=held.vehicle,
    )


def _moment(trip: object, column: str) -> dt.datetime | None:
    text = None if trip is None else trip[column]  # type: ignore[index]
    return dt.datetime.fromisoformat(str(text)).replace(tzinfo=None) if text else None
