"""What cameras see of one place, for the page: faces of the arrangement with who sees each, views, and blind places.

The page adds figures up from the faces itself, as `twin.security.solve` does: with a camera switched off nothing is asked again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import shapely

from twin.security import rules
from twin.security.ladders import LADDERS
from viz.ground import ground
from viz.stream import arrow_stream, list_column
from viz.triangles import Part, flat_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.arrangement import Arrangement
    from twin.model.snapshot import Snapshot
    from twin.security.places import Zone
    from twin.security.plan import Coverage
    from twin.security.problem import Problem
    from viz.ground import Ground

__all__ = ["faces"]

_KINDS = ("face", "view", "blind")
_OVER_FLOOR = 0.05


def faces(snapshot: Snapshot, problem: Problem, plan: Coverage, number: int) -> bytes:
    """Give one place of a plan as an Arrow stream in the layout of `viz.stream`.

    Parameters
    ----------
    number
        Of the place among those of the problem.

    Returns
    -------
    Three kinds of polygon: ``face``, ``view`` (a camera each), ``blind`` (those the plan lists, the most pressing first).
    The metadata holds, face by face, `area` (m², true arcs), and as flat lists the pairs `zone_of` [face, zone] and `seen`
    [face, camera, pixels per metre rounded down to 0.1, 0 where not known]; `zones`, `cameras`, `blind` and `ladder` by number.
    """
    place, made, zero = problem.places[number], plan.faces[number], ground(snapshot)
    level = 0.0 if not place.floor_id else float(np.nan_to_num(place.target - problem.params.target_z, nan=zero.z)) - zero.z
    required = {
        row.key: row.required for row in plan.rows if row.floor_id == place.floor_id and row.kind in {"room", "cell", "site"}
    }
    mine = [part for part in plan.blind if part.floor_id == place.floor_id]
    drawn = {camera.camera_id: camera.geometry for camera in plan.cameras if camera.floor_id == place.floor_id}
    shapes: tuple[Iterable[Geometry], ...] = (
        shapely.transform(made.faces, lambda points: points + problem.origin),
        [drawn.get(camera.camera_id, shapely.Polygon()) for camera in place.cameras],
        [part.geometry for part in mine],
    )
    about = {
        "floor": place.floor_id,
        "kinds": list(_KINDS),
        "codes": {kind: [] for kind in _KINDS},
        "origin": [zero.e, zero.n, zero.z],
        "ladder": [{"level": level.key, "px_per_m": level.px_per_m} for level in LADDERS[problem.params.ladder].levels],
        "zones": [_zone(zone, required.get(zone.zone_id, 0.0)) for zone in place.zones],
        "cameras": [{"camera_id": camera.camera_id, "name": camera.name} for camera in place.cameras],
        "area": [round(float(area), 6) for area in made.areas],
        "zone_of": made.zones.ravel().tolist(),
        "seen": _seen(made, plan.fine[number]),
        "blind": [
            {
                "area_m2": part.area_m2, "priority": part.priority, "zone_id": part.zone_id,
                "where": {"zh": part.where.zh, "en": part.where.en}, "point": _point(part.geometry),
            }
            for part in mine
        ],
        "params": {"target_z": problem.params.target_z, "ladder": problem.params.ladder},
        "version": snapshot.version,
    }  # fmt: skip
    return _written([list(_parts(each, zero)) for each in shapes], level + _OVER_FLOOR, about)


def _zone(zone: Zone, required: float) -> dict[str, Any]:
    return {
        "zone_id": zone.zone_id, "kind": zone.kind, "name": zone.name, "class": zone.zone_class,
        "required": required, "priority": rules.PRIORITY.get(zone.zone_class, 1.0),
    }  # fmt: skip


def _seen(made: Arrangement, fine: NDArray[np.float64]) -> list[float]:
    """Flatten who sees which face, and how finely."""
    whole = np.floor(fine * 10.0 + 1e-6) / 10.0
    flat: list[float] = np.column_stack([made.seen, np.round(whole, 1)]).ravel().tolist()
    return [int(value) if value.is_integer() else value for value in flat]


def _point(shape: Geometry) -> list[float]:
    point = shape.point_on_surface()
    return [round(point.x, 2), round(point.y, 2)]


def _parts(shapes: Iterable[Geometry], zero: Ground) -> Iterable[tuple[int, Part]]:
    for thing, shape in enumerate(shapes):
        for part in flat_parts(shape, zero):
            yield thing, part


def _written(kinds: list[list[tuple[int, Part]]], level: float, about: dict[str, Any]) -> bytes:
    rows = [(kind, thing, part) for kind, parts in enumerate(kinds) for thing, part in parts]
    heights: NDArray[np.float32] = np.full(len(rows), level, dtype=np.float32)
    columns = {
        "kind": pa.array([kind for kind, _, _ in rows], pa.uint8()),
        "thing": pa.array([thing for _, thing, _ in rows], pa.uint32()),
        "code": pa.array([255] * len(rows), pa.uint8()),
        "z": pa.array(heights),
        "top": pa.array(heights),
        "xy": list_column([part.xy.ravel() for _, _, part in rows], np.float32),
        "rings": list_column([np.array(part.rings, dtype=np.uint16) for _, _, part in rows], np.uint16),
        "tri": list_column([part.triangles for _, _, part in rows], np.uint16),
    }
    return arrow_stream(columns, about)
