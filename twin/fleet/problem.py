"""The fleet question as frozen arrays: from where to where, on which roads, with which vehicle."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gis.crs import epsg_name
from gis.faults import GisError
from gis.roads import Vehicle, road_table
from twin.fleet.places import Place, resolve_place
from twin.fleet.rules import SNAP_LIMIT
from twin.model.errors import DataError, UsageError

if TYPE_CHECKING:
    from gis.roads import RoadTable
    from twin.model.snapshot import Snapshot

__all__ = ["Params", "Problem", "build", "resolve_place"]


@dataclass(frozen=True, slots=True)
class Params:
    """What is known of the journey.

    Parameters
    ----------
    vehicle
        Key of a row of `vehicle`, whose height and mass are then held against the roads' limits; empty = none in particular.
    height, mass_t
        In metres and tonnes, > 0; each goes before the vehicle's own.
    snap_limit
        Metres from a place to the nearest road beyond which the answer says that it is far; >= 0.

    Raises
    ------
    UsageError
        ``fleet.params`` if a number is out of range.
    """

    vehicle: str = ""
    height: float | None = None
    mass_t: float | None = None
    snap_limit: float = SNAP_LIMIT.value

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for name, number in (("height", self.height), ("mass_t", self.mass_t)):
            if number is not None and not (math.isfinite(number) and number > 0.0):
                raise UsageError("fleet.params", name=name, value=number)
        if not (math.isfinite(self.snap_limit) and self.snap_limit >= 0.0):
            raise UsageError("fleet.params", name="snap_limit", value=self.snap_limit)


@dataclass(frozen=True, slots=True)
class Problem:
    """One journey on one snapshot.

    `roads`: every road of the snapshot, closed ones too, metres of `crs`, times as whole milliseconds (see
    `gis.roads.RoadTable`); `vehicle`: what the limits are held against; `crs`: ``EPSG:n`` of the geometry, empty if unnamed.
    """

    params: Params
    version: int
    crs: str
    origin: Place
    target: Place
    vehicle: Vehicle
    roads: RoadTable


def build(snapshot: Snapshot, origin: str, target: str, params: Params = Params()) -> Problem:
    """Read a journey from a snapshot.

    Parameters
    ----------
    origin, target
        Places as `twin.fleet.places.resolve_place` reads them.

    Raises
    ------
    UsageError, UnknownKeyError, DataError
        As `resolve_place` raises them; ``key.unknown`` for the vehicle; ``fleet.no_roads`` if the snapshot has no roads.
    """
    if len(snapshot.frame("road")) == 0:
        raise DataError("fleet.no_roads")
    vehicle = _vehicle(snapshot, params)
    start, end = resolve_place(snapshot, origin), resolve_place(snapshot, target)
    try:
        roads = road_table(snapshot.frame("road"), snapshot.frame("turn_ban"))
    except GisError as error:
        raise DataError(error.code, **error.values) from error
    return Problem(
        params=params,
        version=snapshot.version,
        crs=epsg_name(snapshot.crs) if snapshot.crs is not None else "",
        origin=start,
        target=end,
        vehicle=vehicle,
        roads=roads,
    )


def _vehicle(snapshot: Snapshot, params: Params) -> Vehicle:
    """Take height and mass from the parameters, else from the vehicle's row, else leave them open."""
    held: dict[str, float | None] = {"height": None, "mass_t": None}
    if params.vehicle:
        row = snapshot.row("vehicle", params.vehicle)
        held = {name: None if math.isnan(float(row[name])) else float(row[name]) for name in held}
    height = held["height"] if params.height is None else params.height
    return Vehicle(height, held["mass_t"] if params.mass_t is None else params.mass_t)
