"""One floor as a place: its rooms, the panels that hide, and the gaps of its doors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.linework import solid
from gis.relief import Relief
from twin.model.findings import Finding
from twin.security import rules
from twin.security.openings import Gaps, open_doors, with_glass
from twin.security.places import Place, Zone, areal, cut, local, text_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import Geometry

    from twin.model.snapshot import Snapshot
    from twin.security.scope import Params

    Floats = NDArray[np.float64]

__all__ = ["Panels", "floor_place"]


@dataclass(frozen=True, slots=True)
class Panels:
    """Opaque bodies of one floor, local metres, with the elevations of foot and top; NaN where a row does not say."""

    bodies: NDArray[np.object_]
    low: Floats
    high: Floats
    gaps: Gaps
    """Doors that stand open and glass within the floor, cut out of the walls."""
    inside: Geometry
    """The floor within its outer face. No view leaves it through doors and glass: a floor is reckoned by itself."""
    target: float
    """Elevation of the target plane."""
    heights: bool
    """Whether what is lower than a lens is reckoned; in plan otherwise."""
    passed_over: int
    """Panels that hide nothing on the target plane in plan: transparent, below it, or beginning above it."""
    crossing: NDArray[np.bool_] = field(repr=False)
    """Panels that cross the target plane."""

    def against(self, z: float) -> NDArray[np.bool_]:
        """Tell which panels reach from the target plane to a lens at elevation `z` and hide all behind; NaN = any height."""
        if np.isnan(z) or not self.heights:
            slack = 0.0 if np.isnan(z) else rules.REACH_SLACK
            top = self.target if np.isnan(z) else max(self.target, z) - slack
            bottom = self.target if np.isnan(z) else min(self.target, z)
            return self.crossing & ~(self.low > bottom) & ~(self.high < max(top, bottom))
        return self.crossing & ~(self.low > min(self.target, z)) & ~(self.high < max(self.target, z))

    def flat(self, z: float) -> bool:
        """Tell whether a lens at elevation `z` (NaN where unknown) meets the gaps of the target plane and no other."""
        return bool(np.isnan(z)) or not self.heights or bool(self.gaps.at(self.target).all())

    def wall(self, which: NDArray[np.bool_], *, flat: bool = True) -> Geometry:
        """Melt panels into one body, cut the gaps out (with `flat` those of the target plane), close a rim round the floor."""
        rim = shapely.difference(shapely.buffer(self.inside, rules.RIM, join_style="mitre"), self.inside)
        cutter = self.gaps.shapes[self.gaps.at(self.target)] if flat else self.gaps.shapes
        opened = shapely.difference(solid(self.bodies[which]), shapely.union_all(cutter))
        return areal(shapely.union(opened, rim))

    def relief(self, which: NDArray[np.bool_]) -> Relief:
        """Give all that rises without hiding everything, over the target plane.

        Panels not in `which`, the heads over gaps and the sills under those that begin above the plane.
        """
        if not self.heights:
            return Relief.none()
        bodies, low, high = self.rising(which)
        return Relief.of(bodies, low - self.target, high - self.target)

    def rising(self, which: NDArray[np.bool_]) -> tuple[list[Geometry], Floats, Floats]:
        """Give the same as bodies with the elevations of their feet and tops."""
        rest = np.flatnonzero(~which)
        bodies = list(self.bodies[rest])
        if len(self.gaps.shapes) and len(rest):
            cutter = shapely.union_all(self.gaps.shapes)
            bodies = list(shapely.difference(self.bodies[rest], cutter))
        heads, low, high = self._heads()
        sills, foot, sill = self._sills()
        bottom = np.nan_to_num(self.low[rest], nan=self.target - 1.0)
        top = np.nan_to_num(self.high[rest], nan=self.target + rules.TALL)
        return [*bodies, *heads, *sills], np.concatenate([bottom, low, foot]), np.concatenate([top, high, sill])

    def _heads(self) -> tuple[list[Geometry], Floats, Floats]:
        """Cut from the walls what stands over the gaps."""
        known = np.flatnonzero(np.isfinite(self.gaps.head))
        gap, body = shapely.STRtree(self.bodies).query(self.gaps.shapes[known], predicate="intersects")
        gap = known[gap]
        over = np.nan_to_num(self.high[body], nan=self.target + rules.TALL) > self.gaps.head[gap] + rules.LEAST_HEAD
        gap, body = gap[over], body[over]
        shapes = shapely.intersection(self.bodies[body], self.gaps.shapes[gap])
        low = np.maximum(self.gaps.head[gap], np.nan_to_num(self.low[body], nan=-np.inf))
        return list(shapes), low, np.nan_to_num(self.high[body], nan=self.target + rules.TALL)

    def _sills(self) -> tuple[list[Geometry], Floats, Floats]:
        """Cut from the walls what stands under gaps that begin above the target plane."""
        raised = np.flatnonzero(self.gaps.sill > self.target)
        gap, body = shapely.STRtree(self.bodies).query(self.gaps.shapes[raised], predicate="intersects")
        gap = raised[gap]
        foot = np.nan_to_num(self.low[body], nan=self.target - 1.0)
        under = foot < self.gaps.sill[gap] - rules.LEAST_HEAD
        gap, body, foot = gap[under], body[under], foot[under]
        sill = np.minimum(self.gaps.sill[gap], np.nan_to_num(self.high[body], nan=np.inf))
        return list(shapely.intersection(self.bodies[body], self.gaps.shapes[gap])), foot, sill


def floor_place(
    snapshot: Snapshot, floor_id: str, origin: tuple[float, float], params: Params, *, watched: bool = False
) -> tuple[Place, Panels]:
    """Read one floor; `solids`, reliefs and cameras are still to be filled in.

    A floor without cameras needs no more than its rooms less what stands in them; `solids` of the others begins with what hides
    at the target plane. With `watched` a floor is read as if it had cameras.
    """
    floor = snapshot.row("floor", floor_id)
    watched = watched or len(snapshot.on_floor("camera", floor_id)) > 0
    zones = _rooms(snapshot, floor_id, origin)
    panels = _panels(snapshot, floor_id, zones, origin, params, watched=watched)
    opaque = panels.wall(panels.against(np.nan)) if watched else shapely.Polygon()
    tiles = cut([zone.geometry for zone in zones], panels.bodies[panels.crossing])
    findings = () if len(panels.bodies) else (Finding("warning", "security.no_walls", "floor", floor_id),)
    place = Place(
        floor_id=floor_id,
        building_id=text_of(floor["building_id"]),
        name=text_of(floor["name"]) or floor_id,
        building_name=_building_name(snapshot, floor["building_id"]),
        zones=zones,
        tiles=tiles,
        solids=(opaque,),
        reliefs=(Relief.none(),),
        inside=panels.inside,
        target=panels.target,
        passed_over=panels.passed_over,
        findings=findings,
    )
    return place, panels


def _rooms(snapshot: Snapshot, floor_id: str, origin: tuple[float, float]) -> tuple[Zone, ...]:
    rows = snapshot.on_floor("room", floor_id)
    names = _room_names(snapshot, rows)
    shapes = local(snapshot.column("room", "geometry")[rows], origin)
    areas = shapely.area(shapes)
    classes = snapshot.column("room", "room_class")[rows]
    return tuple(
        Zone(str(key), "room", name, text_of(kind), shape)
        for key, name, kind, shape, area in zip(snapshot.keys("room")[rows], names, classes, shapes, areas, strict=True)
        if area > 0.0
    )


def _room_names(snapshot: Snapshot, rows: NDArray[np.intp]) -> list[str]:
    numbers, names = snapshot.column("room", "number")[rows], snapshot.column("room", "name")[rows]
    return [" ".join(text_of(part) for part in pair if part) for pair in zip(numbers, names, strict=True)]


def _building_name(snapshot: Snapshot, building_id: object) -> str:
    frame = snapshot.frame("building")
    if building_id not in frame.index:
        return text_of(building_id)
    return text_of(frame.loc[building_id, "name"]) or text_of(building_id)


def _inside(outline: Geometry, bodies: NDArray[np.object_], zones: tuple[Zone, ...]) -> Geometry:
    """Give the floor within its outer face: its outline, rooms and walls melted, cracks and inner voids closed."""
    rooms = np.array([zone.geometry for zone in zones] + [None], dtype=object)[:-1]
    filled = shapely.union_all(shapely.polygons(shapely.get_exterior_ring(shapely.get_parts(outline))))
    wider = shapely.buffer(filled, rules.CRACK / 500.0, join_style="mitre")
    shapely.prepare(wider)
    if not filled.is_empty and shapely.covers(wider, rooms).all() and shapely.covers(wider, bodies).all():
        return solid([filled])
    whole = shapely.GeometryCollection([*shapely.get_parts(outline), *bodies, *rooms])
    mitre = {"join_style": "mitre", "mitre_limit": 20.0}
    closed = shapely.get_parts(shapely.buffer(shapely.buffer(whole, rules.CRACK, **mitre), -rules.CRACK, **mitre))
    return solid(shapely.polygons(shapely.get_exterior_ring(closed)))


def _panels(
    snapshot: Snapshot, floor_id: str, zones: tuple[Zone, ...], origin: tuple[float, float], params: Params, *, watched: bool
) -> Panels:
    rows = snapshot.on_floor("wall", floor_id)
    floor = snapshot.row("floor", floor_id)
    target = float(floor["elevation"]) + params.target_z
    low, high = snapshot.column("wall", "z_low")[rows], snapshot.column("wall", "z_high")[rows]
    glass = snapshot.column("wall", "transparent")[rows] & (not params.blinds_closed)
    bodies = local(snapshot.column("wall", "geometry")[rows], origin)
    solid_ones = ~glass & (shapely.area(bodies) > 0.0)
    crossing = solid_ones & ~(low > target) & ~(high < target)
    kept = solid_ones if params.heights else crossing
    inside, gaps = shapely.Polygon(), Gaps(np.empty(0, dtype=object), np.empty(0), np.empty(0))
    if watched:
        (outline,) = local([floor["geometry"]], origin)
        inside = _inside(outline, bodies, zones)
        gaps = open_doors(snapshot, floor_id, origin, params)
        panes = glass & (snapshot.column("wall", "wall_class")[rows] != "railing") & (shapely.area(bodies) > 0.0)
        if panes.any():
            gaps = with_glass(gaps, bodies[panes], (low[panes], high[panes]), bodies[kept], inside)
    return Panels(
        bodies=bodies[kept],
        low=low[kept],
        high=high[kept],
        gaps=gaps,
        inside=inside,
        target=target,
        heights=params.heights,
        passed_over=int(len(rows) - crossing.sum()),
        crossing=crossing[kept],
    )
