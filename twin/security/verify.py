"""The independent check of a coverage: recompute every figure with slow, plain code and name each that differs.

It takes the problem as given and shares nothing with the solver but the definition of its answer: areas of views are
summed angle by angle against every edge, sight is tested point by point, sets of faces are judged at a point of each, and
covered ground is recomputed as the union of the drawn views. Drawn arcs are chords, so that areas recomputed from
drawings may fall short by the segments that the chords cut off: at most the difference between the true and the
drawn areas of the views.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import shapely

from twin.model.words import say
from twin.security.judge import border_of, camera_sees, eye_sees, framed, in_plan, pixels_per_metre, slow_area, wedge_of
from twin.security.sharing import shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.arrangement import Arrangement
    from gis.relief import Relief
    from twin.security.places import Place
    from twin.security.plan import Blind, CameraView, Coverage, Row
    from twin.security.problem import Problem
    from twin.security.siting import Camera

__all__ = ["check"]

_AREA = 1e-7
"""Relative difference allowed between two exact reckonings of an area."""
_DRAWN = 3e-6
"""Metres by which a drawn vertex may be off: it is rounded to 1e-6, and spikes of that width are folded."""
_MARGIN = 2e-3
"""Metres: sample points nearer than this to a border are not asked, beside the height of an arc over its chord."""
_TIME = 1e-9
"""Shares of the time may differ by rounding."""
_FEW = 64
_SAMPLES = 48
"""Sample points per camera."""
_BLIND_SAMPLES = 8
"""Sample points per blind place."""


def check(problem: Problem, plan: Coverage, *, workers: int = 1) -> list[str]:
    """Verify a coverage.

    Parameters
    ----------
    problem
        What was asked; taken as true.
    plan
        What was answered.
    workers
        Processes that share the places.

    Returns
    -------
    Every difference found, as a sentence; empty for a sound plan.
    """
    faults = list(_roll(problem, plan))
    if faults or len(plan.faces) != len(problem.places) or len(plan.density) != len(problem.places):
        return faults or [_fault("roll", list="faces")]
    views = {(camera.camera_id, camera.floor_id): camera for camera in plan.cameras}
    rows, blind = _by_floor(plan.rows), _by_floor(plan.blind)
    faults += _ranked(plan)

    def one_place(number: int) -> list[str]:
        place = problem.places[number]
        told = {camera.camera_id: views[camera.camera_id, place.floor_id] for camera in place.cameras}
        return _place(problem, plan, number, told, (rows.get(place.floor_id, []), blind.get(place.floor_id, [])))

    found = shared(one_place, [1.0 + len(place.cameras) ** 1.5 for place in problem.places], workers)
    return faults + [fault for mine in found for fault in mine]


def _place(
    problem: Problem, plan: Coverage, number: int, told: dict[str, CameraView], here: tuple[list[Row], list[Blind]]
) -> list[str]:
    """Verify one place."""
    place, faces, share = problem.places[number], plan.faces[number], plan.share[number]
    drawn = {key: shapely.transform(view.geometry, lambda points: points - problem.origin) for key, view in told.items()}
    edges = [border_of(solid) for solid in place.solids]
    faults: list[str] = []
    slack = 1e-6
    for camera in place.cameras:
        said = told[camera.camera_id].area_m2
        faults += _camera(camera, said, drawn[camera.camera_id], edges[camera.solid], place.reliefs[camera.solid])
        slack += abs(said - drawn[camera.camera_id].area) + _DRAWN * drawn[camera.camera_id].length
    if not shapely.is_valid(list(drawn.values())).all():
        return faults  # already named; nothing can be recomputed from such a drawing
    faults += _faces(place, faces, share, edges)
    faults += _densities(place, faces, plan.density[number], edges)
    best = np.zeros(len(faces.faces))
    if len(plan.fine[number]) == len(faces.seen):
        np.maximum.at(best, faces.seen[:, 0], plan.fine[number])
    if not np.array_equal(best, plan.density[number]):
        faults.append(_fault("roll", list="fine"))
    faults += _rows(place, faces, share, here[0], list(drawn.values()), slack)
    faults += _blind(problem, place, here[1], edges)
    return faults


_Placed = TypeVar("_Placed", "Row", "Blind")


def _by_floor(things: Sequence[_Placed]) -> dict[str, list[_Placed]]:
    found: dict[str, list[_Placed]] = {}
    for thing in things:
        found.setdefault(thing.floor_id, []).append(thing)
    return found


def _fault(code: str, **values: object) -> str:
    return str(say(f"security.check.{code}", **values))


def _differs(said: float, found: float, slack: float = 0.0) -> bool:
    return not abs(said - found) <= slack + _AREA * max(abs(found), 1.0)


def _roll(problem: Problem, plan: Coverage) -> Iterator[str]:
    """Every camera of the problem is answered once and no other; the rows are those of the places and their zones."""
    asked = sorted((camera.camera_id, place.floor_id) for place in problem.places for camera in place.cameras)
    given = sorted((camera.camera_id, camera.floor_id) for camera in plan.cameras)
    skipped = {one.camera_id for one in problem.skipped}
    both = skipped & {camera.camera_id for camera in plan.cameras if not camera.through}
    if asked != given or skipped != {one.camera_id for one in plan.skipped} or both:
        off = {key for key, _ in set(asked) ^ set(given)} | both
        yield _fault("roll", list=", ".join(sorted(off)) or "-")
    rows = [(place.floor_id, zone.zone_id) for place in problem.places for zone in place.zones]
    zones = [(row.floor_id, row.key) for row in plan.rows if row.kind in {"room", "cell", "site"}]
    totals = [row.key for row in plan.rows if row.kind in {"floor", "outdoors"}]
    if rows != zones or totals != [place.floor_id for place in problem.places]:
        yield _fault("roll", list="rows")


def _camera(camera: Camera, said: float, drawn: Geometry, edges: NDArray[np.float64], relief: Relief) -> Iterator[str]:
    found, slack = _area(camera, drawn, edges, relief)
    if _differs(said, found, slack):
        yield _fault("area", camera=camera.camera_id, said=f"{said:.6f}", found=f"{found:.6f}")
    wrong = _shape(camera, drawn)
    if wrong:
        yield _fault("shape", camera=camera.camera_id, what=wrong)
        return
    points = np.concatenate([_sector_samples(eye) for eye in camera.looks])
    seen = camera_sees(camera, points, edges, relief)
    spots = shapely.points(points)
    border = shapely.distance(shapely.boundary(drawn), spots)  # NaN for a view of nothing, whose border is nowhere near
    sure = ~(border <= _MARGIN + max(map(_height, camera.looks)))
    off = np.flatnonzero(sure & (shapely.contains(drawn, spots) != seen))
    if len(off):
        x, y = points[off[0]]
        yield _fault("sight", camera=camera.camera_id, count=len(off), x=f"{x:.3f}", y=f"{y:.3f}")


def _area(camera: Camera, drawn: Geometry, edges: NDArray[np.float64], relief: Relief) -> tuple[float, float]:
    """Reckon the area of a view, and by how much it may differ: in plan angle by angle, else from its drawing."""
    if not camera.eyes and in_plan(camera, relief):
        return slow_area(camera, edges), 0.0
    slack = _DRAWN * float(shapely.length(drawn)) + 1e-6
    if camera.eyes:  # where views of one camera cut each other's arcs, pieces of chords are left that are no chords
        slack += 4.0 * len(camera.eyes) * max(eye.reach for eye in camera.eyes) ** 2 * math.radians(1.0) ** 3 / 12.0
    return float(shapely.area(drawn)) + _segments(camera, drawn), slack


def _segments(camera: Camera, drawn: Geometry) -> float:
    """Add up what chords cut off circles round the foot: edges of a degree at most whose ends are equally far away."""
    if shapely.is_empty(drawn):
        return 0.0
    rings = shapely.get_rings(shapely.orient_polygons(shapely.get_parts(drawn)))
    points, ring = shapely.get_coordinates(rings, return_index=True)
    p, q = (points[:-1] - (camera.x, camera.y))[ring[1:] == ring[:-1]], (points[1:] - (camera.x, camera.y))[ring[1:] == ring[:-1]]
    away, other = np.hypot(*p.T), np.hypot(*q.T)
    turn = np.arctan2(p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0], p[:, 0] * q[:, 0] + p[:, 1] * q[:, 1])
    chord = (np.abs(away - other) <= _DRAWN) & (np.abs(turn) <= math.radians(1.0) + 1e-6)
    return float(np.sum(0.5 * away[chord] ** 2 * (turn[chord] - np.sin(turn[chord]))))


def _height(camera: Camera) -> float:
    """Height of an arc over a chord of one degree."""
    return camera.reach * (1.0 - math.cos(math.radians(0.5)))


def _sector_samples(camera: Camera) -> NDArray[np.float64]:
    """Spread points over a camera's sector, the same each time."""
    start, width = wedge_of(camera)
    share = (np.arange(_SAMPLES) + 0.5) / _SAMPLES
    turn = start + width * np.mod(share * 0.5 * (1.0 + math.sqrt(5.0)) * _SAMPLES, 1.0)
    away = camera.reach * np.sqrt(share)
    return np.array([camera.x, camera.y]) + np.column_stack([away * np.cos(turn), away * np.sin(turn)])


def _shape(camera: Camera, drawn: Geometry) -> str:
    """Name what is wrong with a drawn view: not valid, beyond the range, or outside the wedge; empty if nothing is."""
    if not shapely.is_valid(drawn):
        return shapely.is_valid_reason(drawn)
    offset = shapely.get_coordinates(drawn) - (camera.x, camera.y)
    away = np.hypot(*offset.T)
    reach = max(eye.reach for eye in camera.looks)
    if np.any(away > reach + _DRAWN):
        return f"{away.max():.6f} m > {reach:g} m"
    start, width = wedge_of(camera)
    if width < 2.0 * math.pi and not framed(camera) and not camera.eyes:
        turn = np.mod(np.arctan2(offset[:, 1], offset[:, 0]) - start, 2.0 * math.pi)
        beyond = np.minimum(turn - width, 2.0 * math.pi - turn)
        if np.any((beyond > 0.0) & (away * np.sin(np.clip(beyond, 0.0, 0.5 * math.pi)) > _DRAWN)):
            return f"{math.degrees(beyond.max()):.4f}°"
    return ""


def _faces(place: Place, faces: Arrangement, share: NDArray[np.float64], edges: list[NDArray[np.float64]]) -> Iterator[str]:
    """Faces fill the reference, and each is seen by exactly the cameras that see a point well inside it, as long as they do."""
    name = f"{place.building_name} {place.name}".strip() or "-"
    whole = _whole(place, faces.area)
    if abs(faces.area - whole) > 1e-6 + 1e-10 * whole:
        yield _fault("total", where=name, what="Σ", said=f"{faces.area:.7f}", found=f"{whole:.7f}")
    if not place.cameras:
        return  # no sight to judge: the rows say that nothing is seen
    if len(share) != len(faces.seen):
        yield _fault("roll", list="faces")
        return
    spots = shapely.point_on_surface(faces.faces)
    points = shapely.get_coordinates(spots)
    reach = max((_height(eye) for eye in place.eyes), default=0.0)
    sure = shapely.distance(spots, shapely.boundary(faces.faces)) > _MARGIN + reach
    said = np.zeros((len(points), len(place.cameras)))
    said[faces.seen[:, 0], faces.seen[:, 1]] = share
    for number, camera in enumerate(place.cameras):
        long = np.zeros(len(points))
        for eye in camera.looks:
            long += eye.share * eye_sees(eye, points, edges[eye.solid], place.reliefs[eye.solid])
        off = np.flatnonzero(sure & (np.abs(np.minimum(long, 1.0) - said[:, number]) > _TIME))
        if len(off):
            x, y = points[off[0]]
            yield _fault("sight", camera=camera.camera_id, count=len(off), x=f"{x:.3f}", y=f"{y:.3f}")


def _rows(
    place: Place, faces: Arrangement, share: NDArray[np.float64], rows: list[Row], drawn: list[Geometry], slack: float
) -> Iterator[str]:
    """Recompute the rows of one place from the union of its drawn views."""
    union = shapely.union_all(np.array(drawn, dtype=object)) if drawn else shapely.Polygon()
    tiles = {zone.zone_id: tile for zone, tile in zip(place.zones, place.tiles, strict=True)}
    many = faces.k >= 2
    never_away = np.zeros(len(many), dtype=bool)
    if len(share) == len(faces.seen):
        never_away[faces.seen[share > 1.0 - _TIME, 0]] = True
    whole = _whole(place, faces.area)
    shapely.prepare(union)
    for row in rows:
        zone = tiles[row.key] if row.kind in {"room", "cell", "site"} else None
        some = many.any() or never_away.any()
        inside = np.ones(len(many), dtype=bool) if zone is None or not some else _points_in(zone, faces.points)
        twice = float(shapely.area(faces.faces[many & inside]).sum())
        always = float(shapely.area(faces.faces[never_away & inside]).sum())
        seen = 0.0 if union.is_empty else _shared(_reference(place) if zone is None else zone, union)
        figures = (
            ("m²", row.reference_m2, whole if zone is None else float(shapely.area(zone)), 1e-5 + 1e-9 * float(whole)),
            ("k≥1", row.covered_m2, seen, slack),
            ("k≥2", row.twice_m2, twice, slack),
            ("24/7", row.always_m2, always, slack),
            ("k=0", row.blind_m2, row.reference_m2 - row.covered_m2, 0.0),
        )
        for what, said, found, allowed in figures:
            if _differs(said, found, allowed):
                yield _fault("total", where=row.name or "-", what=what, said=f"{said:.6f}", found=f"{found:.6f}")
        yield from _percent(row)


def _reference(place: Place) -> Geometry:
    """Give what is measured of a place: its tiles, melted where they overlap."""
    return shapely.union_all(place.tiles) if len(place.tiles) < _FEW else shapely.disjoint_subset_union_all(place.tiles)


def _whole(place: Place, said: float) -> float:
    """Give the area of what is measured; tiles are melted only where their sum is not what was said already."""
    plain = float(shapely.area(place.tiles).sum())
    return plain if abs(plain - said) <= 1e-6 + 1e-10 * plain else float(shapely.area(_reference(place)))


def _shared(ground: Geometry, union: Geometry) -> float:
    return float(shapely.area(shapely.intersection(ground, union))) if shapely.intersects(union, ground) else 0.0


def _points_in(zone: Geometry, points: NDArray[np.float64]) -> NDArray[np.bool_]:
    low_x, low_y, high_x, high_y = shapely.bounds(zone)
    inside = (points[:, 0] >= low_x) & (points[:, 0] <= high_x) & (points[:, 1] >= low_y) & (points[:, 1] <= high_y)
    inside[inside] = shapely.contains_xy(zone, points[inside])
    return inside


def _densities(place: Place, faces: Arrangement, said: NDArray[np.float64], edges: list[NDArray[np.float64]]) -> Iterator[str]:
    """Compare the best density of each face with that of the camera which shows its point largest."""
    best = np.zeros(len(faces.faces))
    tested = np.ones(len(best), dtype=bool)
    for number, camera in enumerate(place.cameras):
        mine = faces.seen[faces.seen[:, 1] == number, 0]
        for eye in camera.looks:
            if math.isnan(eye.width_px):
                continue
            held = np.ones(len(mine), dtype=bool)
            if camera.eyes:  # a face is seen by the camera, but not by each of its eyes
                held = eye_sees(eye, faces.points[mine], edges[eye.solid], place.reliefs[eye.solid])
            best[mine[held]] = np.maximum(best[mine[held]], pixels_per_metre(eye, faces.points[mine[held]]))
        if camera.eyes:
            tested[mine] &= shapely.distance(shapely.points(faces.points[mine]), shapely.boundary(faces.faces[mine])) > _MARGIN
    off = np.flatnonzero(tested & (np.abs(best - said) > 1e-6 * np.maximum(best, 1.0)))
    if len(off):
        x, y = faces.points[off[0]]
        values = {"said": f"{said[off[0]]:.3f}", "found": f"{best[off[0]]:.3f}"}
        yield _fault("density", count=len(off), x=f"{x:.3f}", y=f"{y:.3f}", **values)


def _percent(row: Row) -> Iterator[str]:
    if row.percent is None:
        return
    found = 100.0 * (1.0 - row.blind_m2 / row.reference_m2)
    if not -1e-6 <= row.percent <= 100.0 + 1e-6 or _differs(row.percent, found, 1e-6):
        yield _fault("total", where=row.name or "-", what="%", said=f"{row.percent:.6f}", found=f"{found:.6f}")


def _ranked(plan: Coverage) -> Iterator[str]:
    """Blind places are ranked by area times priority and add up to what is not covered."""
    sizes = np.array([part.area_m2 for part in plan.blind])
    pressing = np.array([part.area_m2 * part.priority for part in plan.blind])
    if np.any(np.diff(pressing) > 1e-5):
        yield _fault("order")
    listed, left = float(sizes.sum()) + plan.slivers_m2, sum(row.blind_m2 for row in plan.of("floor", "outdoors"))
    if _differs(listed, left, 1e-6 * max(len(sizes), 1)):
        yield _fault("total", where="-", what="k=0", said=f"{listed:.6f}", found=f"{left:.6f}")


def _blind(problem: Problem, place: Place, here: list[Blind], edges: list[NDArray[np.float64]]) -> Iterator[str]:
    """No camera sees a point inside a blind place."""
    if not place.cameras:
        return
    margin = _MARGIN + max((_height(eye) for eye in place.eyes), default=0.0)
    shapes = [shapely.transform(part.geometry, lambda points: points - problem.origin) for part in here]
    if not here:
        return
    points, owner = _inside_samples(np.array([*shapes, None], dtype=object)[:-1], margin)
    for camera in place.cameras:
        seen = np.flatnonzero(camera_sees(camera, points, edges[camera.solid], place.reliefs[camera.solid]))
        for spot in seen[np.unique(owner[seen], return_index=True)[1]]:
            x, y = points[spot]
            where = here[owner[spot]].where.zh
            yield _fault("blind_seen", where=where, x=f"{x:.3f}", y=f"{y:.3f}", camera=camera.camera_id)


def _inside_samples(shapes: NDArray[np.object_], margin: float) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Draw points of shapes that keep a margin from their borders, the same each time, and tell whose each is.

    Fewer, or none, where a shape is thin.
    """
    box = shapely.bounds(shapes)
    free = np.random.default_rng(0).uniform(size=(len(shapes), _BLIND_SAMPLES, 2))
    drawn = box[:, None, :2] + free * (box[:, None, 2:] - box[:, None, :2])
    points = np.concatenate([drawn.reshape(-1, 2), shapely.get_coordinates(shapely.point_on_surface(shapes))])
    owner = np.concatenate([np.repeat(np.arange(len(shapes)), _BLIND_SAMPLES), np.arange(len(shapes))])
    shapely.prepare(shapes)
    held = np.flatnonzero(shapely.contains_xy(shapes[owner], points))
    clear = shapely.distance(shapely.boundary(shapes)[owner[held]], shapely.points(points[held])) > margin
    kept = held[clear][np.argsort(owner[held[clear]], kind="stable")]
    return points[kept], owner[kept].astype(np.int64)
