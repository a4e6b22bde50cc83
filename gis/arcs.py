"""Areas of faces whose borders hold arcs of circles that were chopped into chords.

The faces are cut with chords, because straight lines can be noded safely; then every node where a chord ends or is
crossed slides to where the arc itself runs, and every edge on a chord gets its circular segment back. Nodes move once
for all faces and a segment is added on one side and taken on the other, so that the faces still add up to the whole.
Exact wherever arcs and chords cross the same lines; where an arc and a line miss each other by less than the arc's
height over its chord (reach · step² / 8, below 1 mm at 20 m) the error is of the second order in that height.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.rings import Rings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gis.visibility import Views

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["Arcs", "band_ends", "true_areas"]

_ON = 1e-8
"""Metres: an edge whose ends lie this near to a chord is a part of it (crossings are rounded to 1e-9)."""


@dataclass(frozen=True, slots=True)
class Arcs:
    """Chords of arcs: `chords` has shape ``(c, 4)``: x1, y1, x2, y2 in metres; each is of the circle `circle`, shape ``(c,)``.

    `circles` has shape ``(r, 3)``: centre x, y and radius in metres, no two alike. `height` is the greatest height of
    an arc over its chord, metres.
    """

    chords: Floats
    circle: Ints
    circles: Floats
    height: float

    @classmethod
    def of(cls, views: Views, rings: Rings, step: float) -> Arcs:
        """Gather the chords among the rings that views are drawn with."""
        return _gathered(views, rings, np.flatnonzero(rings.radius > 0.0), step)

    def joined(self, other: Arcs) -> Arcs:
        """Put two sets of chords into one."""
        circles, which = np.unique(np.concatenate([self.circles, other.circles]), axis=0, return_inverse=True)
        circle = which.reshape(-1)[np.concatenate([self.circle, other.circle + len(self.circles)])].astype(np.int64)
        chords = np.concatenate([self.chords, other.chords])
        return Arcs(chords, circle, circles, max(self.height, other.height))


def band_ends(views: Views, step: float) -> tuple[Floats, Arcs]:
    """Give where bands of density end: what bounds views outward and is neither wall nor shadow nor picture's side.

    Parameters
    ----------
    views
        Views of eyes that were cut off at a depth (`gis.density.limited`); `Views.ends` names the depth line of each.

    Returns
    -------
    Segments, shape ``(s, 2, 2)``, and those of them that are chords of arcs.
    """
    rings = Rings.of(views, step)
    a, b, c = views.ends[rings.eye].T
    round_ = np.isnan(c)
    with np.errstate(invalid="ignore"):
        off = [np.abs(points[:, 0] * a + points[:, 1] * b - c) < _ON for points in (rings.points, rings.ahead)]
    straight = ~round_ & off[0] & off[1] & (rings.radius == 0.0)
    arc = round_ & (rings.radius == views.eyes.rows[rings.eye, 4])
    on = straight | arc
    return np.stack([rings.points[on], rings.ahead[on]], axis=1), _gathered(views, rings, np.flatnonzero(arc), step)


def _gathered(views: Views, rings: Rings, chord: Ints, step: float) -> Arcs:
    """Name the circles of some edges of rings: each eye has that of its reach, and one within which it sees nothing."""
    if len(chord) == 0:
        return Arcs(np.empty((0, 4)), np.empty(0, np.int64), np.empty((0, 3)), 0.0)
    eye, inner = rings.eye[chord], rings.radius[chord] != views.eyes.rows[rings.eye[chord], 4]
    kinds, which = np.unique(2 * eye + inner, return_inverse=True)
    radius = np.empty(len(kinds))
    radius[which.reshape(-1)] = rings.radius[chord]
    circles, same = np.unique(np.column_stack([views.eyes.rows[kinds // 2, :2], radius]), axis=0, return_inverse=True)
    height = float(circles[:, 2].max() * (1.0 - math.cos(0.5 * step)))
    circle = same.reshape(-1)[which.reshape(-1)].astype(np.int64)
    return Arcs(np.hstack([rings.points[chord], rings.ahead[chord]]), circle, circles, height)


def true_areas(faces: NDArray[np.object_], arcs: Arcs) -> Floats:
    """Reckon the area of each face with true arcs.

    Parameters
    ----------
    faces
        Polygons of one noded arrangement, shape ``(f,)``, metres: neighbours share their vertices exactly.
    arcs
        Every chord that stands for an arc.

    Returns
    -------
    Shape ``(f,)``, m².
    """
    if len(arcs.chords) == 0 or len(faces) == 0:
        plain: Floats = shapely.area(faces)
        return plain
    rings, face = shapely.get_rings(faces, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    start = np.flatnonzero(ring[1:] == ring[:-1])
    circle = _circle_of(points[start], points[start + 1], arcs)
    moved = _moved(points, start, circle, arcs)
    twice = _doubled_areas(moved[start], moved[start + 1], circle, arcs)
    by_ring = np.abs(np.bincount(ring[start], twice, minlength=len(rings))) / 2.0
    is_hole = np.concatenate([[False], face[1:] == face[:-1]])
    return np.bincount(face, np.where(is_hole, -by_ring, by_ring), minlength=len(faces)).astype(np.float64)


def _circle_of(a: Floats, b: Floats, arcs: Arcs) -> Ints:
    """Name the circle on whose chord each edge lies; -1 for a straight edge."""
    found = np.full(len(a), -1, dtype=np.int64)
    way = arcs.chords[:, 2:] - arcs.chords[:, :2]
    length = np.hypot(*way.T)
    short = np.flatnonzero(np.hypot(*(b - a).T) <= length.max() + 2.0 * _ON)
    tree = shapely.STRtree(shapely.linestrings(arcs.chords.reshape(-1, 2, 2)))
    edge, chord = tree.query(shapely.points(0.5 * (a + b)[short]), predicate="dwithin", distance=_ON)
    edge = short[edge]
    unit = (way / length[:, None])[chord]
    fits = np.ones(len(edge), dtype=bool)
    for end in (a, b):
        out = end[edge] - arcs.chords[chord, :2]
        along = np.sum(out * unit, axis=1)
        fits &= np.abs(out[:, 0] * unit[:, 1] - out[:, 1] * unit[:, 0]) <= _ON
        fits &= (along >= -_ON) & (along <= length[chord] + _ON)
    found[edge[fits]] = arcs.circle[chord[fits]]
    return found


def _doubled_areas(a: Floats, b: Floats, circle: Ints, arcs: Arcs) -> Floats:
    """Give twice the signed area under each edge, with the circular segment of those on arcs."""
    twice = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    on = np.flatnonzero(circle >= 0)
    centre, radius = arcs.circles[circle[on], :2], arcs.circles[circle[on], 2]
    p, q = a[on] - centre, b[on] - centre
    angle = np.arctan2(p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0], p[:, 0] * q[:, 0] + p[:, 1] * q[:, 1])
    twice[on] += radius**2 * (angle - np.sin(angle))
    return twice


def _moved(points: Floats, start: Ints, circle: Ints, arcs: Arcs) -> Floats:
    """Slide the nodes at the ends of arc edges onto their arcs; all others stay."""
    nodes, node = np.unique(points, axis=0, return_inverse=True)
    node = node.reshape(-1)
    ends = np.concatenate([node[start], node[start + 1]])
    along = np.tile(points[start + 1] - points[start], (2, 1))
    which = np.tile(circle, 2)
    pairs = np.unique(np.column_stack([ends, which])[which >= 0], axis=0)
    count = np.bincount(pairs[:, 0], minlength=len(nodes))
    first = np.searchsorted(pairs[:, 0], np.arange(len(nodes)))
    line, lines = _lines_at(ends[which < 0], along[which < 0], len(nodes))
    to = nodes.copy()
    for many, straight, slide in ((1, 0, _to_circle), (1, 1, _along_line), (2, 0, _to_both)):
        pick = np.flatnonzero((count == many) & (lines == straight))
        if len(pick) == 0:
            continue
        circles = [arcs.circles[pairs[first[pick] + place, 1]] for place in range(many)]
        target = slide(nodes[pick], line[pick], *circles)
        near = np.hypot(*(target - nodes[pick]).T) <= 50.0 * arcs.height + _ON
        to[pick[near]] = target[near]
    return to[node]


def _lines_at(ends: Ints, along: Floats, count: int) -> tuple[Floats, Ints]:
    """Find for each node the direction of its straight edges and how many lines they make: 0, 1, or 2 for more than one."""
    line, lines = np.zeros((count, 2)), np.zeros(count, dtype=np.int64)
    length = np.hypot(*along.T)
    order = np.argsort(length, kind="stable")
    line[ends[order]] = along[order] / length[order, None]  # the longest of each node is written last
    lines[ends] = 1
    off = np.abs(along[:, 0] * line[ends, 1] - along[:, 1] * line[ends, 0])
    lines[ends[off > _ON]] = 2
    return line, lines


def _to_circle(at: Floats, _line: Floats, circle: Floats) -> Floats:
    """Project radially."""
    out = at - circle[:, :2]
    projected: Floats = circle[:, :2] + out * (circle[:, 2] / np.hypot(*out.T))[:, None]
    return projected


def _along_line(at: Floats, line: Floats, circle: Floats) -> Floats:
    """Slide along a line to the nearer crossing with the circle; NaN where they do not meet."""
    out = at - circle[:, :2]
    half = np.sum(out * line, axis=1)
    rest = np.sum(out * out, axis=1) - circle[:, 2] ** 2
    with np.errstate(invalid="ignore", divide="ignore"):
        root = np.sqrt(half * half - rest)
        way = -rest / (half + np.where(half >= 0, root, -root))  # the smaller root, without cancellation
    slid: Floats = at + line * way[:, None]
    return slid


def _to_both(at: Floats, _line: Floats, one: Floats, two: Floats) -> Floats:
    """Go to the nearer of the two points where circles cross; NaN where they do not meet."""
    between = two[:, :2] - one[:, :2]
    apart = np.hypot(*between.T)
    with np.errstate(invalid="ignore", divide="ignore"):
        unit = between / apart[:, None]
        foot = (apart**2 + one[:, 2] ** 2 - two[:, 2] ** 2) / (2.0 * apart)
        rise = np.sqrt(one[:, 2] ** 2 - foot**2)
    across = np.column_stack([-unit[:, 1], unit[:, 0]])
    side = np.sign(np.sum((at - one[:, :2]) * across, axis=1))
    met: Floats = one[:, :2] + unit * foot[:, None] + across * (side * rise)[:, None]
    return met
