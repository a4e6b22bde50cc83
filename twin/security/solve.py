"""Solve: sweep every camera, cut each place into faces, and add them up.

Given a place with reference area A, zones Z ⊂ A and cameras c with views V_c (the points of the wedge of c that are in
reach and before the nearest opaque edge), the faces are the cells of the arrangement of all borders of V_c and Z in A.
For a face f let k(f) = |{c : f ⊂ V_c}|. Then

    covered(Z) = Σ { area(f) : f ⊂ Z, k(f) ≥ 1 },   blind(Z) = Σ { area(f) : f ⊂ Z, k(f) = 0 },
    alone(c)   = Σ { area(f) : f ⊂ V_c, k(f) = 1 },

and covered + blind = area. Areas count true arcs. No choice is made and nothing is random.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.arrangement import arrange
from gis.linework import edges_of
from gis.visibility import Eyes, Occluders, joined, look
from twin.security import rules
from twin.security.blind import blind_places, is_sliver
from twin.security.plan import Blind, CameraView, Coverage, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gis.arrangement import Arrangement
    from gis.visibility import Views
    from twin.security.places import Place
    from twin.security.problem import Problem
    from twin.security.siting import Camera

__all__ = ["solve"]


def solve(problem: Problem) -> Coverage:
    """Reckon what the cameras see of every place."""
    views = [_look(place) for place in problem.places]
    faces = [
        arrange(seen, place.reference, [zone.geometry for zone in place.zones])
        for place, seen in zip(problem.places, views, strict=True)
    ]
    parts = [part for place, cut in zip(problem.places, faces, strict=True) for part in blind_places(problem, place, cut)]
    slivers = [part for part in parts if is_sliver(part)]
    listed = sorted((part for part in parts if not is_sliver(part)), key=_rank)
    cameras = [
        camera
        for place, seen, cut in zip(problem.places, views, faces, strict=True)
        for camera in _cameras(problem, place, seen, cut)
    ]
    here: dict[str, list[Blind]] = {}
    for part in listed:
        here.setdefault(part.floor_id, []).append(part)
    return Coverage(
        params=problem.params,
        cameras=tuple(sorted(cameras, key=lambda camera: camera.camera_id)),
        rows=tuple(
            row
            for place, cut in zip(problem.places, faces, strict=True)
            for row in _rows(place, cut, here.get(place.floor_id, []))
        ),
        blind=tuple(listed),
        slivers=len(slivers),
        slivers_m2=sum(part.area_m2 for part in slivers),
        skipped=problem.skipped,
        findings=problem.findings,
        passed_over=sum(place.passed_over for place in problem.places),
        looked_over=sum(place.looked_over for place in problem.places),
        faces=tuple(faces),
    )


def _rank(part: Blind) -> tuple[float, str, str, float, float]:
    """Largest first; of equals the first by key, then from the west and the south.

    Areas are compared at 1e-6 m², above the noise between machines.
    """
    low_x, low_y, _, _ = part.geometry.bounds
    return -round(part.area_m2, 6), part.floor_id, part.zone_id, round(low_x, 6), round(low_y, 6)


def _look(place: Place) -> Views:
    """Sweep the cameras of a place, which stand sorted by the solid they meet."""
    found = []
    for number, solid in enumerate(place.solids):
        mine = [camera for camera in place.cameras if camera.solid == number]
        found.append(look(_eyes(mine), Occluders.of(edges_of(solid))))
    return joined(found)


def _eyes(cameras: Sequence[Camera]) -> Eyes:
    numbers = np.array([(c.x, c.y, c.heading_deg, c.hfov_deg, c.reach) for c in cameras], dtype=np.float64).reshape(-1, 5)
    return Eyes.aimed(numbers[:, :2], numbers[:, 2], numbers[:, 3], numbers[:, 4])


def _cameras(problem: Problem, place: Place, seen: Views, cut: Arrangement) -> Iterator[CameraView]:
    polygons = shapely.transform(seen.polygons(), lambda points: points + problem.origin)
    areas, covered, alone = seen.areas, cut.area_by_eye(), cut.loss_by_eye()
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
        )


def _rows(place: Place, cut: Arrangement, here: Sequence[Blind]) -> Iterator[Row]:
    """Add up one place with its blind places: the floor or all grounds, then each room, cell or site."""
    by_k = cut.area_by_k()
    yield Row(
        kind="floor" if place.floor_id else "outdoors",
        key=place.floor_id,
        floor_id=place.floor_id,
        name=" ".join(name for name in (place.building_name, place.name) if name),
        zone_class="",
        cameras=len(place.cameras),
        reference_m2=cut.area,
        covered_m2=float(by_k[1:].sum()),
        twice_m2=float(by_k[2:].sum()),
        blind=len(here),
    )
    whole, once, twice = (cut.area_by_zone(len(place.zones), least) for least in (0, 1, 2))
    places = Counter(part.zone_id for part in here)
    eyes = (cut.area_by_zone_and_eye(len(place.zones)) >= rules.LEAST_SEEN_M2).sum(axis=1)
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
        )
