"""The grounds as a place: security cells less the buildings that stand on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import shapely

from gis.linework import GRID, solid
from twin.model.findings import Finding
from twin.model.snapshot import OUTDOORS
from twin.security.places import Place, Zone, local, reference_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely import Geometry

    from twin.model.snapshot import Snapshot
    from twin.security.scope import Scope

__all__ = ["grounds"]


def grounds(snapshot: Snapshot, scope: Scope, origin: tuple[float, float]) -> Place:
    """Read the grounds: cells less buildings; where no cells are drawn, sites less buildings."""
    rows = [row for row, key in enumerate(snapshot.keys("cell")) if key in set(scope.cells)]
    kind: Literal["cell", "site"] = "cell" if len(snapshot.keys("cell")) else "site"
    chosen = rows if kind == "cell" else list(range(len(snapshot.keys("site"))))
    classes = snapshot.column("cell", "guard_class") if kind == "cell" else np.full(len(chosen), "", dtype=object)
    zones = tuple(
        Zone(str(snapshot.keys(kind)[row]), kind, text_of(snapshot.column(kind, "name")[row]), text_of(classes[row]), shape)
        for row, shape in zip(chosen, local(snapshot.column(kind, "geometry")[chosen], origin), strict=True)
        if shape.area > 0.0
    )
    buildings = solid(local(snapshot.column("building", "geometry"), origin))
    return Place(
        floor_id=OUTDOORS,
        building_id="",
        name="",
        building_name="",
        zones=zones,
        reference=reference_of(zones, buildings),
        solids=(buildings,),
        inside=shapely.Polygon(),
        findings=tuple(_ground_in_no_cell(snapshot, zones, buildings, origin)) if len(rows) == len(snapshot.keys("cell")) else (),
    )


def _ground_in_no_cell(
    snapshot: Snapshot, zones: tuple[Zone, ...], buildings: Geometry, origin: tuple[float, float]
) -> Iterable[Finding]:
    """Say how much of each site lies in no cell: nobody answers for it, and it is in no percentage."""
    covered = solid([*(zone.geometry for zone in zones), buildings])
    for key, shape in zip(snapshot.keys("site"), local(snapshot.column("site", "geometry"), origin), strict=True):
        left = float(shapely.area(shapely.difference(shape, covered, grid_size=GRID)))
        if left >= 1.0:
            yield Finding("warning", "security.ground_in_no_cell", "site", str(key), values={"area": round(left, 1)})
