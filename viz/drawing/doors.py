"""Doors as a plan draws them: a gap in the wall, a leaf, and the arc of its swing.

The model says where an opening is and which rooms it joins, not to which side the leaf turns. Drawn is what is usual: a room's
door turns into the room, a way out turns outward; openings wider than `DOUBLE_M` have two leaves, wider than `WIDE_M` none,
those of a lift slide. The sheet says that swings are schematic.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["Door", "doors_of"]

DOUBLE_M, WIDE_M = 1.35, 3.0
USUAL_DEPTH_M = 0.2
GAP_M = 0.05
"""How far beyond the wall's faces the gap reaches."""
PASSAGES = frozenset({"corridor", "hall", "stair", "lift"})
_STEPS = 13


@dataclass(frozen=True, slots=True)
class Door:
    """One door in snapshot metres: `gap` is cut from the walls, `leaves` and `arcs` are lines, `swing` what the leaves sweep."""

    gap: Any
    leaves: tuple[Any, ...]
    arcs: tuple[Any, ...]
    swing: Any
    entrance: bool


def doors_of(snapshot: Snapshot, floor_id: str) -> list[Door]:
    """Give the doors of a floor, in key order; a door without a line is left out."""
    rooms = {key: row for row, key in enumerate(snapshot.keys("room"))}
    found = []
    for row in snapshot.on_floor("door", floor_id):
        line = snapshot.column("door", "geometry")[row]
        if line is None or line.is_empty or line.length <= 0:
            continue
        depth = snapshot.column("door", "depth")[row]
        beside = [rooms.get(snapshot.column("door", name)[row], -1) for name in ("room_a_id", "room_b_id")]
        entrance = bool(snapshot.column("door", "entrance")[row])
        found.append(_door(snapshot, line, depth if depth > 0 else USUAL_DEPTH_M, beside, entrance=entrance))
    return found


def _door(snapshot: Snapshot, line: Any, depth: float, beside: list[int], *, entrance: bool) -> Door:
    """Draw one door."""
    gap = line.buffer(depth / 2 + GAP_M, cap_style="flat")
    ends = shapely.get_coordinates(line)[[0, -1]]
    along = ends[1] - ends[0]
    width = float(np.hypot(*along))
    if width <= 0 or width > WIDE_M:
        return Door(gap, (), (), shapely.Polygon(), entrance)
    if any(row >= 0 and snapshot.column("room", "room_class")[row] == "lift" for row in beside):
        return Door(gap, (shapely.LineString(ends),), (), shapely.Polygon(), entrance)
    side = _side(snapshot, ends, depth, beside, entrance=entrance)
    across = np.array([-along[1], along[0]]) / width * side
    hinges = [(ends[0], ends[1])] if width <= DOUBLE_M else [(ends[0], ends.mean(axis=0)), (ends[1], ends.mean(axis=0))]
    if len(hinges) == 1 and _nearer_corner(snapshot, ends, across * width / 2, beside):
        hinges = [(ends[1], ends[0])]
    swings = [_swing(hinge, latch, across) for hinge, latch in hinges]
    return Door(gap, tuple(leaf for leaf, _, _ in swings), tuple(arc for _, arc, _ in swings),
                shapely.union_all([swept for _, _, swept in swings]), entrance)  # fmt: skip


def _side(snapshot: Snapshot, ends: NDArray[np.float64], depth: float, beside: list[int], *, entrance: bool) -> float:
    """Choose the side to which the leaf turns: 1 to the left of the line, −1 to the right."""
    along = ends[1] - ends[0]
    left = np.array([-along[1], along[0]]) / np.hypot(*along) * (depth / 2 + 0.3)
    middle = ends.mean(axis=0)
    shapes, classes = snapshot.column("room", "geometry"), snapshot.column("room", "room_class")
    sides = [[row for row in beside if row >= 0 and shapes[row] is not None and shapely.contains_xy(shapes[row], *spot)]
             for spot in (middle + left, middle - left)]  # fmt: skip

    def rank(rows: list[int]) -> tuple[bool, float]:
        """Give what one would rather turn away from: open air first, then passages, then the larger room."""
        passage = not rows or classes[rows[0]] in PASSAGES
        return passage, shapes[rows[0]].area if rows else float("inf")

    inward = 1.0 if rank(sides[0]) <= rank(sides[1]) else -1.0
    return -inward if entrance else inward


def _nearer_corner(snapshot: Snapshot, ends: NDArray[np.float64], inward: NDArray[np.float64], beside: list[int]) -> bool:
    """Tell whether the second end stands nearer to a corner of the room: a leaf opens against the wall."""
    shapes = snapshot.column("room", "geometry")
    for row in beside:
        if row >= 0 and shapes[row] is not None and shapely.contains_xy(shapes[row], *(ends.mean(axis=0) + inward)):
            edge = shapely.boundary(shapes[row])
            first, second = shapely.distance(edge, shapely.points(ends + inward))
            return bool(second < first - 1e-6)
    return False


def _swing(hinge: NDArray[np.float64], latch: NDArray[np.float64], across: NDArray[np.float64]) -> tuple[Any, Any, Any]:
    """Give leaf, arc and swept sector of one leaf: a quarter circle from open to shut."""
    width = float(np.hypot(*(latch - hinge)))
    shut = (latch - hinge) / width
    turn = np.linspace(0, np.pi / 2, _STEPS)[:, None]
    arc = hinge + width * (np.cos(turn) * shut + np.sin(turn) * across)
    return shapely.LineString([hinge, arc[-1]]), shapely.LineString(arc), shapely.Polygon([hinge, *arc])
