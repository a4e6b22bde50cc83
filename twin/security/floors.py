"""One floor as a place: its rooms, the panels that hide, and the gaps of its doors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.linework import solid
from twin.model.findings import Finding
from twin.security import rules
from twin.security.places import Place, Zone, local, reference_of, text_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import Geometry

    from twin.model.snapshot import Snapshot
    from twin.security.scope import Params

__all__ = ["Panels", "floor_place"]


@dataclass(frozen=True, slots=True)
class Panels:
    """Opaque bodies of one floor, local metres, with the elevations of foot and top; NaN where a row does not say."""

    bodies: NDArray[np.object_]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    gaps: NDArray[np.object_]
    """Clear gaps of the doors; empty where doors count as closed."""
    inside: Geometry
    """The floor within its outer face. No view leaves it through doors and glass: a floor is reckoned by itself."""
    target: float
    """Elevation of the target plane."""
    passed_over: int
    """Panels that hide nothing on the target plane in plan: transparent, below it, or beginning above it."""

    def against(self, z: float) -> NDArray[np.bool_]:
        """Tell which panels reach from the target plane to a lens at elevation `z`; NaN = any height."""
        bottom, top = (
            (self.target, self.target) if np.isnan(z) else (min(self.target, z), max(self.target, z) - rules.REACH_SLACK)
        )
        return ~(self.low > bottom) & ~(self.high < max(top, bottom))

    def wall(self, which: NDArray[np.bool_]) -> Geometry:
        """Melt panels into one body, cut the door gaps out, and close a rim round the floor."""
        rim = shapely.difference(shapely.buffer(self.inside, rules.RIM, join_style="mitre"), self.inside)
        return solid([solid(self.bodies[which], self.gaps), rim])


def floor_place(snapshot: Snapshot, floor_id: str, origin: tuple[float, float], params: Params) -> tuple[Place, Panels]:
    """Read one floor; `solids` and cameras are still to be filled in."""
    floor = snapshot.row("floor", floor_id)
    rows = snapshot.on_floor("room", floor_id)
    names = _room_names(snapshot, rows)
    shapes = local(snapshot.column("room", "geometry")[rows], origin)
    zones = tuple(
        Zone(str(key), "room", name, text_of(kind), shape)
        for key, name, kind, shape in zip(
            snapshot.keys("room")[rows], names, snapshot.column("room", "room_class")[rows], shapes, strict=True
        )
        if shape.area > 0.0
    )
    panels = _panels(snapshot, floor_id, _inside(snapshot, floor_id, zones, origin), origin, params)
    opaque = panels.wall(panels.against(np.nan))
    findings = () if len(panels.bodies) else (Finding("warning", "security.no_walls", "floor", floor_id),)
    place = Place(
        floor_id=floor_id,
        building_id=text_of(floor["building_id"]),
        name=text_of(floor["name"]) or floor_id,
        building_name=_building_name(snapshot, floor["building_id"]),
        zones=zones,
        reference=reference_of(zones, opaque),
        solids=(opaque,),
        inside=panels.inside,
        passed_over=panels.passed_over,
        findings=findings,
    )
    return place, panels


def _room_names(snapshot: Snapshot, rows: NDArray[np.intp]) -> list[str]:
    numbers, names = snapshot.column("room", "number")[rows], snapshot.column("room", "name")[rows]
    return [" ".join(text_of(part) for part in pair if part) for pair in zip(numbers, names, strict=True)]


def _building_name(snapshot: Snapshot, building_id: object) -> str:
    frame = snapshot.frame("building")
    if building_id not in frame.index:
        return text_of(building_id)
    return text_of(frame.loc[building_id, "name"]) or text_of(building_id)


def _inside(snapshot: Snapshot, floor_id: str, zones: tuple[Zone, ...], origin: tuple[float, float]) -> Geometry:
    """Give the floor within its outer face: its outline, rooms and walls melted, cracks and inner voids closed."""
    walls = local(snapshot.column("wall", "geometry")[snapshot.on_floor("wall", floor_id)], origin)
    outline = local([snapshot.row("floor", floor_id)["geometry"]], origin)
    bodies = shapely.GeometryCollection([*outline, *walls, *(zone.geometry for zone in zones)])
    mitre = {"join_style": "mitre", "mitre_limit": 20.0}
    closed = shapely.get_parts(shapely.buffer(shapely.buffer(bodies, rules.CRACK, **mitre), -rules.CRACK, **mitre))
    return solid(shapely.polygons(shapely.get_exterior_ring(closed)))


def _panels(snapshot: Snapshot, floor_id: str, inside: Geometry, origin: tuple[float, float], params: Params) -> Panels:
    rows = snapshot.on_floor("wall", floor_id)
    target = float(snapshot.row("floor", floor_id)["elevation"]) + params.target_z
    low, high = snapshot.column("wall", "z_low")[rows], snapshot.column("wall", "z_high")[rows]
    bodies = local(snapshot.column("wall", "geometry")[rows], origin)
    kept = ~snapshot.column("wall", "transparent")[rows] & ~(low > target) & ~(high < target) & (shapely.area(bodies) > 0.0)
    return Panels(
        bodies=bodies[kept],
        low=low[kept],
        high=high[kept],
        gaps=_door_gaps(snapshot, floor_id, origin) if params.doors_open else np.empty(0, dtype=object),
        inside=inside,
        target=target,
        passed_over=int(len(rows) - kept.sum()),
    )


def _door_gaps(snapshot: Snapshot, floor_id: str, origin: tuple[float, float]) -> NDArray[np.object_]:
    """Draw the clear gap of each door: its line, as thick as its wall and a little more."""
    rows = snapshot.on_floor("door", floor_id)
    depth = snapshot.column("door", "depth")[rows]
    thick = np.where(np.isnan(depth), rules.DOOR_DEPTH, depth) / 2.0 + rules.DOOR_SLACK
    gaps: NDArray[np.object_] = shapely.buffer(
        local(snapshot.column("door", "geometry")[rows], origin), thick, cap_style="flat", join_style="mitre"
    )
    return gaps
