"""Where the next chargers should stand: electric vehicles without a charger of their own, and car parks that may get some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gis.costs import milliseconds
from twin.fleet.charging.problem import chargers_of
from twin.fleet.ground import Ground, Params, ground, router_for
from twin.fleet.places import Place, resolve_place
from twin.fleet.rules import CHARGERS_PER_VEHICLE, FARTHEST_LINK
from twin.model.errors import DataError, TwinError, UsageError
from twin.model.findings import Finding

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["Problem", "build"]


@dataclass(frozen=True, slots=True)
class Problem:
    """`places`: car parks, both where vehicles stand and where chargers may be built.

    `need`: shape (n,), electric vehicles that stand there beyond the chargers there. `spare`: where there are chargers to spare
    now. `ms`: shape (n, n), milliseconds from each to each and back, halved; infinite where there is no way. `count`: sites to
    choose.
    """

    ground: Ground
    places: tuple[Place, ...]
    vehicles: NDArray[np.int64]
    chargers: NDArray[np.int64]
    need: NDArray[np.float64]
    spare: NDArray[np.bool_]
    ms: NDArray[np.float64]
    count: int
    findings: tuple[Finding, ...]


def build(snapshot: Snapshot, count: int, params: Params) -> Problem:
    """Read the question.

    Raises
    ------
    DataError
        ``fleet.site.no_places`` without car parks, ``fleet.site.no_need`` if every vehicle has a charger.
    UsageError
        ``fleet.params`` if as many sites as car parks are asked for.
    """
    held = ground(snapshot, params)
    chargers, findings = chargers_of(snapshot)
    places = []
    for key in snapshot.keys("parking"):
        try:
            places.append(resolve_place(snapshot, str(key)))
        except TwinError as error:
            findings.append(Finding("warning", error.code, row=str(key), values=error.values))
    if not places:
        raise DataError("fleet.site.no_places")
    if not 1 <= count < len(places):
        raise UsageError("fleet.params", name="place", value=count)
    number = {place.key: at for at, place in enumerate(places)}
    vehicles, stands = np.zeros(len(places), dtype=np.int64), np.zeros(len(places), dtype=np.int64)
    electric = snapshot.column("vehicle", "energy") == "electric"
    for key in snapshot.column("vehicle", "parking_id")[electric]:
        if key in number:
            vehicles[number[key]] += 1
    for key in chargers.parking:
        if key in number:
            stands[number[key]] += 1
    need = np.maximum(np.ceil(vehicles * CHARGERS_PER_VEHICLE.value) - stands, 0.0)
    if need.sum() == 0.0:
        raise DataError("fleet.site.no_need", vehicles=int(vehicles.sum()), chargers=int(stands.sum()))
    router = router_for(held.roads, held.vehicle)
    spots = router.snap(np.array([place.outside for place in places]))
    ms = milliseconds(router.costs(spots, spots)).astype(np.float64)
    ms[ms < 0] = np.inf
    off = np.array([spot.away > FARTHEST_LINK.value for spot in spots], dtype=bool)
    ms[off, :] = ms[:, off] = np.inf
    return Problem(
        ground=held,
        places=tuple(places),
        vehicles=vehicles,
        chargers=stands,
        need=need,
        spare=stands > np.ceil(vehicles * CHARGERS_PER_VEHICLE.value),
        ms=(ms + ms.T) / 2.0,
        count=count,
        findings=tuple(findings),
    )
