"""The computed answers as compact JSON: what cameras see, what nobody sees, a route, a space report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.model.answer import plain
from viz import pack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from viz.ground import Ground

__all__ = ["LEAST_SEEN_M2", "Answers", "answers_record"]

LEAST_SEEN_M2 = 0.05
"""A camera sees a room when it sees at least this much of its floor: less is the thickness of a threshold."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Plans of the three questions; None where one was not asked.

    `coverage` has ``views`` (camera to polygon) and ``blind`` (with ``area_m2``, ``floor_id``, ``cell_id``, ``geometry``),
    `route` has ``geometry``; each has ``record()``.
    """

    coverage: Any = None
    space: Any = None
    route: Any = None


def answers_record(snapshot: Snapshot, answers: Answers, ground: Ground) -> dict[str, Any]:
    """Pack each answer that was given; null for the others."""
    return {
        "coverage": None if answers.coverage is None else _coverage(snapshot, answers.coverage, ground),
        "space": None if answers.space is None else plain(answers.space.record()),
        "route": None if answers.route is None else _route(answers.route, ground),
    }


def _route(route: Any, ground: Ground) -> dict[str, Any]:
    record = {key: value for key, value in plain(route.record()).items() if key not in {"geometry", "path"}}
    return {"parts": pack.parts(route.geometry, ground), "record": record}


def _coverage(snapshot: Snapshot, coverage: Any, ground: Ground) -> dict[str, Any]:
    views = {str(camera): shapely.make_valid(view) for camera, view in coverage.views.items() if view is not None}
    blind = [
        {
            "area": float(part.area_m2),
            "floor": part.floor_id or "",
            "cell": part.cell_id or "",
            "parts": pack.parts(part.geometry, ground),
            "spot": pack.spot(part.geometry, ground),
        }
        for part in coverage.blind
    ]
    return {
        "views": {camera: pack.parts(view, ground) for camera, view in views.items()},
        "areas": {camera: round(float(view.area), 2) for camera, view in views.items()},
        "blind": blind,
        **_rooms_seen(snapshot, views),
        "record": {key: value for key, value in plain(coverage.record()).items() if key not in {"views", "blind", "geometry"}},
    }


def _rooms_seen(snapshot: Snapshot, views: dict[str, Any]) -> dict[str, Any]:
    """Find which rooms each camera sees and how much of each room any camera sees.

    Returns
    -------
    ``sees``: per camera ``[room_id, m²]``, most first; ``seen``: per room the share of its floor, 0 to 1. Only rooms on
    floors that have a camera are in ``seen``.
    """
    floor_of = dict(zip(snapshot.keys("camera"), snapshot.column("camera", "floor_id"), strict=True))
    keys, shapes = snapshot.keys("room"), snapshot.column("room", "geometry")
    sees: dict[str, list[list[Any]]] = {}
    seen: dict[str, float] = {}
    by_floor: dict[str, list[str]] = {}
    for camera in views:
        if floor_of.get(camera):
            by_floor.setdefault(floor_of[camera], []).append(camera)
    for floor, cameras in by_floor.items():
        rows = snapshot.on_floor("room", floor)
        if not len(rows):
            continue
        rooms = shapely.make_valid(shapes[rows])
        for camera in cameras:
            sees[camera] = _seen_rooms(keys[rows], rooms, shapely.area(shapely.intersection(rooms, views[camera])))
        whole = shapely.union_all([views[camera] for camera in cameras])
        shares = shapely.area(shapely.intersection(rooms, whole)) / np.maximum(shapely.area(rooms), 1e-9)
        seen.update({str(key): round(min(float(share), 1.0), 4) for key, share in zip(keys[rows], shares, strict=True)})
    return {"sees": sees, "seen": seen}


def _seen_rooms(keys: NDArray[Any], rooms: NDArray[Any], areas: NDArray[np.float64]) -> list[list[Any]]:
    order = np.argsort(-areas, kind="stable")
    return [
        [str(keys[row]), round(float(areas[row]), 2)] for row in order if areas[row] >= LEAST_SEEN_M2 and not rooms[row].is_empty
    ]
