"""The route question as frozen arrays: from where to where, on which roads, with which vehicle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twin.fleet.ground import Params, ground
from twin.fleet.places import Place, resolve_place

if TYPE_CHECKING:
    from gis.roads import RoadTable, Vehicle
    from twin.fleet.energy import Appetite
    from twin.model.snapshot import Snapshot

__all__ = ["Params", "Problem", "build", "resolve_place"]

_PLAIN = Params()


@dataclass(frozen=True, slots=True)
class Problem:
    """One journey on one snapshot.

    `roads`, `usual`, `vehicle`, `crs`, `appetite`: see `twin.fleet.ground.Ground`.
    """

    params: Params
    version: int
    crs: str
    origin: Place
    target: Place
    vehicle: Vehicle
    roads: RoadTable
    usual: RoadTable
    appetite: Appetite | None = None


def build(snapshot: Snapshot, origin: str, target: str, params: Params = _PLAIN) -> Problem:
    """Read a journey from a snapshot.

    Parameters
    ----------
    origin, target
        Places as `twin.fleet.places.resolve_place` reads them.

    Raises
    ------
    UsageError, UnknownKeyError, DataError
        As `resolve_place` and `twin.fleet.ground.ground` raise them.
    """
    held = ground(snapshot, params)
    return Problem(
        params=params,
        version=held.version,
        crs=held.crs,
        origin=resolve_place(snapshot, origin),
        target=resolve_place(snapshot, target),
        vehicle=held.vehicle,
        roads=held.roads,
        usual=held.usual,
        appetite=held.appetite,
    )
