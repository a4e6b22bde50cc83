"""What proposed cameras add, exactly: the arrangement of all views is reckoned anew with them hung, and read face by face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.density import density_of_pairs
from twin.security.placement.sampling import Samples, need_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.arrangement import Arrangement
    from twin.security.placement.asking import Ask
    from twin.security.placement.plan import Proposal
    from twin.security.places import Place
    from twin.security.plan import Coverage
    from twin.security.problem import Problem

    Floats = NDArray[np.float64]

__all__ = ["Met", "met", "standing", "witnesses"]

_LEAST_M2 = 0.02
"""Square metres: a smaller dark face gets no sample of its own."""


@dataclass(frozen=True, slots=True)
class Met:
    """One place: m² that ask for something, m² seen finely enough before and after; `gains` m² by proposal, in their order.

    `looked_in` is what each proposal sees of rooms where no image may be taken, m².
    """

    floor_id: str
    name: str
    asked_m2: float
    before_m2: float
    after_m2: float
    gains: Floats
    looked_in: Floats


def met(before: Coverage, problem: Problem, after: Coverage, ask: Ask, keys: list[str]) -> list[Met]:
    """Add up every place.

    Parameters
    ----------
    before
        Coverage of what hangs already: same places, same frame.
    problem, after
        With the proposals hung; `keys` names them in order.
    """
    order = {key: number for number, key in enumerate(keys)}
    return [
        _place(place, faces, density, _was(old, known, faces), (ask, order))
        for place, faces, density, old, known in zip(
            problem.places, after.faces, after.density, before.faces, before.density, strict=True
        )
    ]


def _was(old: Arrangement, known: Floats, faces: Arrangement) -> Floats:
    """Give how finely each face was seen before: that of the old face about its point."""
    density = np.zeros(len(faces.faces))
    spot, face = shapely.STRtree(old.faces).query(shapely.points(faces.points), predicate="intersects")
    np.maximum.at(density, spot, known[face])
    return density


def _place(place: Place, faces: Arrangement, density: Floats, was: Floats, asked: tuple[Ask, dict[str, int]]) -> Met:
    ask, order = asked
    need, banned = _asks(place, faces, ask)
    asks = need > 0.0
    rank_of = np.array([order.get(camera.camera_id, -1) for camera in place.cameras], dtype=np.int64)
    mine = faces.seen[rank_of[faces.seen[:, 1]] >= 0] if len(rank_of) else faces.seen[:0]
    width = np.array([camera.width_px for camera in place.cameras])
    each = density_of_pairs([camera.lens for camera in place.cameras], width, faces.points, mine)
    fine = (each >= need[mine[:, 0]]) & asks[mine[:, 0]]
    first = np.full(len(faces.faces), len(order), dtype=np.int64)
    np.minimum.at(first, mine[fine, 0], rank_of[mine[fine, 1]])
    held = asks & (was >= need)
    first[held | ~asks] = len(order)
    gains = np.bincount(first, faces.areas, minlength=len(order) + 1)[: len(order)]
    in_banned = mine[banned[mine[:, 0]]]
    return Met(
        floor_id=place.floor_id,
        name=" ".join(name for name in (place.building_name, place.name) if name),
        asked_m2=float(faces.areas[asks].sum()),
        before_m2=float(faces.areas[held].sum()),
        after_m2=float(faces.areas[asks & (np.maximum(density, was) >= need)].sum()),
        gains=gains.astype(np.float64),
        looked_in=np.bincount(rank_of[in_banned[:, 1]], faces.areas[in_banned[:, 0]], minlength=len(order)).astype(np.float64),
    )


def _asks(place: Place, faces: Arrangement, ask: Ask) -> tuple[Floats, NDArray[np.bool_]]:
    """Give the density that each face needs, 0 where none, and which lie in banned rooms."""
    zone_need = np.array([need_of(zone, ask) for zone in place.zones])[faces.zones[:, 1]]
    need, banned = np.zeros(len(faces.faces)), np.zeros(len(faces.faces), dtype=bool)
    np.maximum.at(need, faces.zones[:, 0], np.where(np.isfinite(zone_need), zone_need, 0.0))
    banned[faces.zones[np.isinf(zone_need), 0]] = True
    return np.where(banned, 0.0, need), banned


def witnesses(before: Coverage, problem: Problem, after: Coverage, ask: Ask) -> Samples:
    """Give a sample, which stands for no area, in each face that is still short and not too small for a person's foot."""
    parts = []
    for number, (place, faces, density) in enumerate(zip(problem.places, after.faces, after.density, strict=True)):
        need, _ = _asks(place, faces, ask)
        was = _was(before.faces[number], before.density[number], faces)
        rows = np.flatnonzero((need > 0.0) & (np.maximum(density, was) < need) & (faces.areas > _LEAST_M2))
        zone = np.full(len(faces.faces), -1, dtype=np.int64)
        zone[faces.zones[::-1, 0]] = faces.zones[::-1, 1]
        none, seen = np.zeros(len(rows)), np.zeros(len(rows), dtype=bool)
        parts.append(
            Samples(
                faces.points[rows], np.full(len(rows), number, dtype=np.int64), zone[rows], none, none + 1.0, need[rows], seen
            )
        )
    return Samples(*(np.concatenate([getattr(part, name) for part in parts]) for name in Samples.__slots__))


def standing(proposal: Proposal, number: int) -> dict[str, Geometry]:
    """Give the ground of one place by how it stands: before, added, short, banned; shapes in the local frame."""
    place, faces = proposal.problem.places[number], proposal.after.faces[number]
    density, was = proposal.after.density[number], _was(proposal.before.faces[number], proposal.before.density[number], faces)
    need, banned = _asks(place, faces, proposal.ask)
    asks = need > 0.0
    groups = {"before": asks & (was >= need), "added": asks & (was < need) & (density >= need)}
    groups |= {"short": asks & (was < need) & (density < need), "banned": banned}
    return {key: shapely.coverage_union_all(faces.faces[rows]) for key, rows in groups.items()}
