"""What proposed cameras add, exactly: the arrangement of all views is reckoned anew with them hung, and read face by face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.density import density_of_pairs
from twin.security.placement.sampling import need_of

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

__all__ = ["Met", "met", "standing"]


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
    zone_need = np.array([need_of(zone, ask) for zone in place.zones])[faces.zones[:, 1]]
    need, banned = np.zeros(len(faces.faces)), np.zeros(len(faces.faces), dtype=bool)
    np.maximum.at(need, faces.zones[:, 0], np.where(np.isfinite(zone_need), zone_need, 0.0))
    banned[faces.zones[np.isinf(zone_need), 0]] = True
    asks = (need > 0.0) & ~banned
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


def standing(proposal: Proposal, number: int) -> dict[str, Geometry]:
    """Give the ground of one place by how it stands: before, added, short, banned; shapes in the local frame."""
    place, faces = proposal.problem.places[number], proposal.after.faces[number]
    density, was = proposal.after.density[number], _was(proposal.before.faces[number], proposal.before.density[number], faces)
    zone_need = np.array([need_of(zone, proposal.ask) for zone in place.zones])[faces.zones[:, 1]]
    need, banned = np.zeros(len(faces.faces)), np.zeros(len(faces.faces), dtype=bool)
    np.maximum.at(need, faces.zones[:, 0], np.where(np.isfinite(zone_need), zone_need, 0.0))
    banned[faces.zones[np.isinf(zone_need), 0]] = True
    asks = (need > 0.0) & ~banned
    groups = {"before": asks & (was >= need), "added": asks & (was < need) & (density >= need)}
    groups |= {"short": asks & (was < need) & (density < need), "banned": banned}
    return {key: shapely.coverage_union_all(faces.faces[rows]) for key, rows in groups.items()}
