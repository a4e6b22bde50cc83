"""The grounds as a place: security cells less the buildings that stand on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import shapely

from gis.linework import GRID, solid
from gis.relief import Relief
from twin.model.findings import Finding
from twin.model.snapshot import OUTDOORS
from twin.security.places import Place, Zone, cut, local, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely import Geometry

    from twin.model.snapshot import Snapshot
    from twin.security.scope import Params, Scope

__all__ = ["grounds"]


@dataclass(frozen=True, slots=True)
class Ground:
    """Buildings as prisms on ground that is level about each: bodies, elevation of the ground, height; NaN where unknown."""

    bodies: NDArray[np.object_]
    elevation: NDArray[np.float64]
    tall: NDArray[np.float64]
    target_z: float
    heights: bool

    def height_of(self, x: float, y: float, z: float) -> float:
        """Give the height of a lens over the target plane: over the ground at the nearest building; NaN to reckon in plan."""
        known = np.flatnonzero(np.isfinite(self.elevation))
        if not self.heights or np.isnan(z) or len(known) == 0:
            return float("nan")
        nearest = known[int(np.argmin(shapely.distance(self.bodies[known], shapely.Point(x, y))))]
        return float(z - self.elevation[nearest] - self.target_z)

    def against(self, height: float) -> NDArray[np.bool_]:
        """Tell which buildings rise to a lens and hide all behind."""
        if np.isnan(height):
            return np.ones(len(self.bodies), dtype=bool)
        return ~(self.tall - self.target_z < height)

    def wall(self, which: NDArray[np.bool_]) -> Geometry:
        """Melt buildings into one body."""
        return solid(self.bodies[which])

    def relief(self, which: NDArray[np.bool_]) -> Relief:
        """Give the buildings that are lower than a lens."""
        rest = np.flatnonzero(~which)
        return Relief.of(self.bodies[rest], np.full(len(rest), -self.target_z), self.tall[rest] - self.target_z)


def grounds(snapshot: Snapshot, scope: Scope, origin: tuple[float, float], params: Params) -> tuple[Place, Ground]:
    """Read the grounds: cells less buildings; where no cells are drawn, sites less buildings."""
    rows = [row for row, key in enumerate(snapshot.keys("cell")) if key in set(scope.cells)]
    kind: Literal["cell", "site"] = "cell" if len(snapshot.keys("cell")) else "site"
    chosen = rows if kind == "cell" else list(range(len(snapshot.keys("site"))))
    classes = snapshot.column("cell", "guard_class") if kind == "cell" else np.full(len(chosen), "", dtype=object)
    asked = snapshot.column("cell", "required_px_m") if kind == "cell" else np.full(len(chosen), np.nan)
    zones = tuple(
        Zone(
            str(snapshot.keys(kind)[row]),
            kind,
            text_of(snapshot.column(kind, "name")[row]),
            text_of(classes[row]),
            shape,
            float(asked[row]),
        )
        for row, shape in zip(chosen, local(snapshot.column(kind, "geometry")[chosen], origin), strict=True)
        if shape.area > 0.0
    )
    bodies = local(snapshot.column("building", "geometry"), origin)
    stands = shapely.area(bodies) > 0.0
    ground = Ground(
        bodies[stands],
        snapshot.column("building", "elevation")[stands],
        snapshot.column("building", "height")[stands],
        params.target_z,
        params.heights,
    )
    buildings = solid(ground.bodies)
    place = Place(
        floor_id=OUTDOORS,
        building_id="",
        name="",
        building_name="",
        zones=zones,
        tiles=cut([zone.geometry for zone in zones], shapely.get_parts(buildings)),
        solids=(buildings,),
        reliefs=(Relief.none(),),
        inside=shapely.Polygon(),
        target=float("nan"),
        findings=(
            *_overlaps(zones),
            *(_ground_in_no_cell(snapshot, zones, buildings, origin) if len(rows) == len(snapshot.keys("cell")) else ()),
        ),
    )
    return place, ground


def _overlaps(zones: tuple[Zone, ...]) -> Iterable[Finding]:
    """Name cells that share ground: two units would answer for it, and it counts in both; it is in the total once."""
    for row, one in enumerate(zones):
        for two in zones[row + 1 :]:
            if one.kind == "cell" and shapely.intersects(one.geometry, two.geometry):
                shared = float(shapely.area(shapely.intersection(one.geometry, two.geometry)))
                if shared >= 1.0:
                    values = {"other": two.name or two.zone_id, "area": round(shared, 1)}
                    yield Finding("warning", "security.cells_overlap", "cell", one.zone_id, "geometry", values=values)


def _ground_in_no_cell(
    snapshot: Snapshot, zones: tuple[Zone, ...], buildings: Geometry, origin: tuple[float, float]
) -> Iterable[Finding]:
    """Say how much of each site lies in no cell: nobody answers for it, and it is in no percentage."""
    covered = solid([*(zone.geometry for zone in zones), buildings])
    for key, shape in zip(snapshot.keys("site"), local(snapshot.column("site", "geometry"), origin), strict=True):
        left = float(shapely.area(shapely.difference(shape, covered, grid_size=GRID)))
        if left >= 1.0:
            yield Finding("warning", "security.ground_in_no_cell", "site", str(key), values={"area": round(left, 1)})
