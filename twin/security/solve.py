"""Solve: sweep every camera, cut each place into faces, and add them up.

Given a place with reference area A, zones Z ⊂ A and cameras c with views V_c (the points of the wedge of c that are in
reach and before the nearest opaque edge), the faces are the cells of the arrangement of all borders of V_c and Z in A.
For a face f let k(f) = |{c : f ⊂ V_c}|. Then

    covered(Z) = Σ { area(f) : f ⊂ Z, k(f) ≥ 1 },   blind(Z) = Σ { area(f) : f ⊂ Z, k(f) = 0 },
    alone(c)   = Σ { area(f) : f ⊂ V_c, k(f) = 1 },

and covered + blind = area. Areas count true arcs. With heights, V_c is the part of the target plane within the picture of c to
which no panel, lintel or building cuts the line of sight (`gis.bands`). Where the depth at which the density of c falls below a
level ends, the faces are cut too, so that each face f has one best level l(f) = max {density of c at f : f ⊂ V_c}, and

    at least L(Z) = Σ { area(f) : f ⊂ Z, l(f) >= L },   short(Z) = area(Z) - at least required(Z).

No choice is made and nothing is random.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.aiming import aimed
from gis.arrangement import arrange_tiles
from gis.density import density_of_pairs, depth_of, limited
from gis.linework import edges_of
from gis.visibility import Occluders, joined, look
from twin.security import rules
from twin.security.blind import blind_places, is_sliver
from twin.security.ladders import LADDERS
from twin.security.plan import Blind, CameraView, Coverage, Row
from twin.security.sharing import shared
from twin.security.tour import by_camera, seen_always, whole_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from gis.arrangement import Arrangement
    from gis.lens import Lens
    from gis.visibility import Views
    from twin.security.ladders import Ladder
    from twin.security.places import Place
    from twin.security.problem import Problem
    from twin.security.siting import Camera

__all__ = ["look_at", "solve"]


def solve(problem: Problem, *, workers: int = 1) -> Coverage:
    """Reckon what the cameras see of every place; `workers` processes share the places, which changes nothing."""

    def one_place(number: int) -> tuple[_Made, list[Blind]]:
        one = _reckon(problem.places[number], LADDERS[problem.params.ladder])
        return one, list(blind_places(problem, problem.places[number], one.faces))

    done = shared(one_place, [1.0 + len(place.cameras) ** 1.5 for place in problem.places], workers)
    made, parts = [one for one, _ in done], [part for _, mine in done for part in mine]
    thin = [is_sliver(part) for part in parts]
    slivers = [part for part, small in zip(parts, thin, strict=True) if small]
    listed = sorted((part for part, small in zip(parts, thin, strict=True) if not small), key=rank)
    here: dict[str, list[Blind]] = {place.floor_id: [] for place in problem.places}
    for part in listed:
        here[part.floor_id].append(part)
    cameras = [camera for place, one in zip(problem.places, made, strict=True) for camera in _cameras(problem, place, one)]
    return Coverage(
        params=problem.params,
        cameras=tuple(sorted(cameras, key=lambda camera: camera.camera_id)),
        rows=tuple(
            row for place, one in zip(problem.places, made, strict=True) for row in _rows(place, one, here[place.floor_id])
        ),
        blind=tuple(listed),
        slivers=len(slivers),
        slivers_m2=sum(part.area_m2 for part in slivers),
        skipped=problem.skipped,
        findings=problem.findings,
        passed_over=sum(place.passed_over for place in problem.places),
        looked_over=sum(place.looked_over for place in problem.places),
        in_plan=sum(
            any(eye.lens.hfov_deg < 360.0 and not eye.lens.rectilinear for eye in camera.looks)
            for place in problem.places
            for camera in place.cameras
        ),
        faces=tuple(one.faces for one in made),
        share=tuple(one.share for one in made),
        fine=tuple(one.fine for one in made),
        density=tuple(one.density for one in made),
        seen=tuple(one.views for one in made),
        origin=problem.origin,
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """What is reckoned of one place.

    Views of eyes; faces with the cameras that see them, for what share of the time and how finely at best; the best density of
    each face, 0 where blind; m² of each camera, in all and by level.
    """

    views: Views
    faces: Arrangement
    share: NDArray[np.float64]
    fine: NDArray[np.float64]
    density: NDArray[np.float64]
    areas: NDArray[np.float64]
    bands: NDArray[np.float64]
    levels: NDArray[np.float64]


def _reckon(place: Place, ladder: Ladder) -> _Made:
    levels = np.array([level.px_per_m for level in ladder.levels])
    eyes = place.eyes
    lenses = [eye.lens for eye in eyes]
    views = look_at(place, lenses)
    owner, fine = _limits(eyes, levels)
    ends = [limited(lenses[row], eyes[row].width_px, density) for row, density in zip(owner, fine, strict=True)]
    cuts = look_at(place, ends, owner)
    faces = arrange_tiles(views, place.tiles, cuts=cuts)
    width = np.array([eye.width_px for eye in eyes])
    each = np.nan_to_num(density_of_pairs(lenses, width, faces.points, faces.seen))
    best = np.zeros(len(faces.faces))
    np.maximum.at(best, faces.seen[:, 0], each)
    whole = views.areas
    bands = np.repeat(np.where(np.isnan(width), 0.0, whole)[:, None], len(levels), axis=1)
    place_of = {(int(row), float(density)): area for row, density, area in zip(owner, fine, cuts.areas, strict=True)}
    for (row, density), area in place_of.items():
        bands[row, int(np.searchsorted(levels, density))] = area
    areas, bands = _per_camera(place, (views, cuts, np.array(owner, dtype=np.int64)), (whole, bands), levels)
    merged, share, finest = by_camera(faces, eyes, each, place.owner, len(place.cameras))
    return _Made(views, merged, share, finest, best, areas, bands, levels)


def _per_camera(
    place: Place,
    seen: tuple[Views, Views, NDArray[np.int64]],
    by_eye: tuple[NDArray[np.float64], NDArray[np.float64]],
    levels: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Turn areas by eye into areas by camera: what two eyes of one camera see counts once."""
    if len(place.eyes) == len(place.cameras):
        return by_eye
    views, cuts, cut_of = seen
    owner = place.owner
    areas, bands = np.empty(len(place.cameras)), np.empty((len(place.cameras), len(levels)))
    for row, camera in enumerate(place.cameras):
        mine = np.flatnonzero(owner == row)
        if len(mine) == 1:
            areas[row], bands[row] = by_eye[0][mine[0]], by_eye[1][mine[0]]
        else:
            some = cuts.some(np.flatnonzero(np.isin(cut_of, mine)))
            areas[row], bands[row] = whole_view(views.some(mine), some, camera.looks, levels)
    return areas, bands


def _limits(cameras: Sequence[Camera], levels: NDArray[np.float64]) -> tuple[list[int], list[float]]:
    """List the bands that end within a camera's reach: its row, and the density; those of a wider reach bound nothing."""
    owner, fine = [], []
    for row, camera in enumerate(cameras):
        if math.isnan(camera.width_px):
            continue
        drop = 0.0 if math.isnan(camera.height) else abs(camera.height)
        for density in levels:
            if depth_of(camera.lens, camera.width_px, density) < math.hypot(camera.reach, drop):
                owner.append(row)
                fine.append(float(density))
    return owner, fine


def look_at(place: Place, lenses: Sequence[Lens], owner: Sequence[int] | None = None) -> Views:
    """Sweep lenses of a place; lens i stands where its eye ``owner[i]`` (i itself when left out) does."""
    held = place.eyes
    solid_of = np.array([held[row].solid for row in (range(len(lenses)) if owner is None else owner)], dtype=np.int64)
    order, found = [], []
    for number, (solid, relief) in enumerate(zip(place.solids, place.reliefs, strict=True)):
        rows = np.flatnonzero(solid_of == number)
        if len(rows) or number == 0:
            eyes, aim = aimed([lenses[row] for row in rows.tolist()])
            found.append(look(eyes, Occluders.of(edges_of(solid)) if len(rows) else Occluders.of(np.empty((0, 4))), aim, relief))
            order.append(rows)
    back = np.argsort(np.concatenate(order))
    return joined(found).some(back) if len(found) > 1 else found[0]


def rank(part: Blind) -> tuple[float, float, str, str, float, float]:
    """Most pressing first: area times priority; of equals the larger, then the first by key, then from the west and the south.

    Areas are compared at 1e-6 m², above the noise between machines.
    """
    low_x, low_y, _, _ = part.geometry.bounds
    area = -round(part.area_m2, 6)
    return area * part.priority, area, part.floor_id, part.zone_id, round(low_x, 6), round(low_y, 6)


def _cameras(problem: Problem, place: Place, one: _Made) -> Iterator[CameraView]:
    drawn = one.views.polygons()
    if len(drawn) != len(place.cameras):
        parts = np.split(drawn, np.flatnonzero(np.diff(place.owner)) + 1)
        drawn = np.array([part[0] if len(part) == 1 else shapely.union_all(part) for part in parts] + [None], dtype=object)[:-1]
    polygons = shapely.transform(drawn, lambda points: points + problem.origin)
    areas, covered, alone = one.areas, one.faces.area_by_eye(), one.faces.loss_by_eye()
    for row, camera in enumerate(place.cameras):
        yield CameraView(
            camera_id=camera.camera_id,
            name=camera.name,
            floor_id=place.floor_id,
            area_m2=float(areas[row]),
            covered_m2=float(covered[row]),
            alone_m2=float(alone[row]),
            nudged=camera.nudged,
            geometry=polygons[row],
            bands_m2=tuple(map(float, one.bands[row])),
            eyes=len(camera.looks),
            through=camera.through,
        )


def _rows(place: Place, one: _Made, here: Sequence[Blind]) -> Iterator[Row]:
    """Add up one place: the floor or all grounds, then each room, cell or site."""
    cut, count = one.faces, len(place.zones)
    by_k = cut.area_by_k()
    required = np.array([zone.required for zone in place.zones])
    whole, once, twice = (cut.area_by_zone(count, least) for least in (0, 1, 2))
    surely = np.where(seen_always(cut, one.share), cut.areas, 0.0)
    always = cut.by_zone(surely, count)
    levels = np.column_stack([cut.by_zone(np.where(one.density >= level, cut.areas, 0.0), count) for level in one.levels])
    zone_need = required[cut.zones[:, 1]]
    lacking = np.where(one.density[cut.zones[:, 0]] < zone_need, cut.areas[cut.zones[:, 0]], 0.0)
    short = np.bincount(cut.zones[:, 1], lacking, minlength=count)
    face_short = np.zeros(len(cut.areas))
    np.maximum.at(face_short, cut.zones[:, 0], lacking)
    yield Row(
        kind="floor" if place.floor_id else "outdoors",
        key=place.floor_id,
        floor_id=place.floor_id,
        name=" ".join(name for name in (place.building_name, place.name) if name),
        zone_class="",
        cameras=sum(not camera.through for camera in place.cameras),
        reference_m2=cut.area,
        covered_m2=float(by_k[1:].sum()),
        twice_m2=float(by_k[2:].sum()),
        blind=len(here),
        levels_m2=tuple(float(cut.areas[one.density >= level].sum()) for level in one.levels),
        required=0.0,
        short_m2=float(face_short.sum()),
        always_m2=float(surely.sum()),
    )
    places = Counter(part.zone_id for part in here)
    eyes = (cut.area_by_zone_and_eye(count) >= rules.LEAST_SEEN_M2).sum(axis=1)
    for number, zone in enumerate(place.zones):
        yield Row(
            kind=zone.kind,
            key=zone.zone_id,
            floor_id=place.floor_id,
            name=zone.name or zone.zone_id,
            zone_class=zone.zone_class,
            cameras=int(eyes[number]),
            reference_m2=float(whole[number]),
            covered_m2=float(once[number]),
            twice_m2=float(twice[number]),
            blind=places[zone.zone_id],
            levels_m2=tuple(map(float, levels[number])),
            required=float(required[number]),
            short_m2=float(short[number]),
            always_m2=float(always[number]),
        )
