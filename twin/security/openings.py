"""Openings that let a view through walls: doors that stand open, and glass within the floor, each from a sill to a head.

A wall is solid below the sill and above the head. Glass opens the whole thickness of the wall that it sits in, whatever its own;
a railing opens none. Glass in the outer face looks out of the building and shows nothing of the floor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.security import rules
from twin.security.places import local

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import Geometry

    from twin.model.snapshot import Snapshot
    from twin.security.scope import Params

    Floats = NDArray[np.float64]
    Shapes = NDArray[np.object_]

__all__ = ["Gaps", "open_doors", "with_glass"]

_PROBE = 1.0
"""Metres to either side of a pane within which its wall ends."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Clear gaps in plan, with the elevations between which one sees through; NaN where unknown, below or above everything."""

    shapes: Shapes
    sill: Floats
    head: Floats

    def at(self, z: float) -> NDArray[np.bool_]:
        """Tell which are open at an elevation."""
        return ~(self.sill > z) & ~(self.head < z)


def open_doors(snapshot: Snapshot, floor_id: str, origin: tuple[float, float], params: Params) -> Gaps:
    """Draw the clear gap of each door that stands open: its line, as thick as its wall and a little more."""
    rows = snapshot.on_floor("door", floor_id)
    closed = np.array([key in params.closed_doors or not params.doors_open for key in snapshot.keys("door")[rows]], dtype=bool)
    rows = rows[~closed]
    depth = snapshot.column("door", "depth")[rows]
    thick = np.where(np.isnan(depth), rules.DOOR_DEPTH, depth) / 2.0 + rules.DOOR_SLACK
    lines = local(snapshot.column("door", "geometry")[rows], origin)
    shapes: Shapes = shapely.buffer(lines, thick, cap_style="flat", join_style="mitre")
    foot = snapshot.column("door", "z")[rows]
    floor = float(snapshot.row("floor", floor_id)["elevation"])
    head = np.where(np.isnan(foot), floor, foot) + snapshot.column("door", "height")[rows]
    return Gaps(shapes, np.full(len(rows), np.nan), head)


def with_glass(gaps: Gaps, panes: Shapes, ends: tuple[Floats, Floats], bodies: Shapes, inside: Geometry) -> Gaps:
    """Add the panes that stand within the floor.

    Parameters
    ----------
    panes
        Bodies of glass in plan, local metres.
    ends
        Elevations of their feet and tops.
    bodies
        What is opaque and stands on the floor.
    inside
        The floor within its outer face.
    """
    within = np.flatnonzero(shapely.distance(panes, shapely.boundary(inside)) > rules.OUTER_WALL)
    shapes = np.array([*_through(panes[within], bodies), None], dtype=object)[:-1]
    sill, head = (end[within] for end in ends)
    return Gaps(np.concatenate([gaps.shapes, shapes]), np.concatenate([gaps.sill, sill]), np.concatenate([gaps.head, head]))


def _through(panes: Shapes, bodies: Shapes) -> list[Geometry]:
    """Widen each pane to both faces of the wall that it sits in."""
    found = [shapely.buffer(pane, 0.0) for pane in panes]
    if len(bodies) == 0 or len(panes) == 0:
        return found
    pane, body = shapely.STRtree(bodies).query(panes, predicate="intersects")
    for number in np.unique(pane):
        corners = shapely.get_coordinates(shapely.oriented_envelope(panes[number]))[:4]
        sides = np.roll(corners, -1, axis=0) - corners
        long = int(np.argmax(np.hypot(*sides.T)))
        along, middle = sides[long], corners.mean(axis=0)
        if np.hypot(*along) == 0.0:
            continue
        across = np.array([-along[1], along[0]]) / np.hypot(*along)
        probe = shapely.LineString([middle - _PROBE * across, middle + _PROBE * across])
        walls = shapely.union_all([*bodies[body[pane == number]], panes[number]])
        parts = shapely.get_parts(shapely.intersection(walls, probe))
        spots = shapely.get_coordinates(parts[shapely.distance(parts, panes[number]) <= rules.DOOR_SLACK])
        offset = (spots - middle) @ across
        low, high = float(offset.min()) - rules.DOOR_SLACK, float(offset.max()) + rules.DOOR_SLACK
        ends = [middle + side * 0.5 * along for side in (-1.0, 1.0)]
        found[number] = shapely.Polygon(
            [ends[0] + low * across, ends[1] + low * across, ends[1] + high * across, ends[0] + high * across]
        )
    return found
