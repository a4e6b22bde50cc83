"""How much of a way is seen: the exact stretches of a line that eyes look upon."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gis.visibility import Views

    Floats = NDArray[np.float64]

__all__ = ["seen_stretches"]


def seen_stretches(views: Views, way: Floats, owner: NDArray[np.int64] | None = None) -> Floats:
    """Cut a way where what is seen of it changes.

    Parameters
    ----------
    views
        Views of eyes, in the frame of the way.
    way
        Shape ``(k, 2)``, metres, the vertices of a line.
    owner
        Whose each eye is; eyes of one owner count once. Each is its own when left out.

    Returns
    -------
    Shape ``(s, 3)``: metres along the way from and to, and how many eyes see the stretch; in order, without gaps.
    """
    rows: list[Floats] = []
    begin = 0.0
    for a, b in pairwise(way):
        length = math.hypot(*(b - a))
        if length == 0.0:
            continue
        cuts = np.unique(np.clip(np.concatenate([[0.0, 1.0], *(_cuts(views, eye, a, b) for eye in range(len(views)))]), 0.0, 1.0))
        middle = 0.5 * (cuts[:-1] + cuts[1:])
        pairs = views.seeing(a + middle[:, None] * (b - a))
        if owner is not None:
            pairs = np.unique(np.column_stack([pairs[:, 0], owner[pairs[:, 1]]]), axis=0)
        count = np.bincount(pairs[:, 0], minlength=len(middle))
        rows.append(np.column_stack([begin + cuts[:-1] * length, begin + cuts[1:] * length, count]))
        begin += length
    return np.concatenate(rows) if rows else np.empty((0, 3))


def _cuts(views: Views, eye: int, a: Floats, b: Floats) -> Floats:
    """Find the shares of a → b at which it crosses the borders of the pieces of one eye, or the lines they lie on."""
    x, y, _, _, reach = views.eyes.rows[eye]
    ends = views.pieces[views.first[eye] : views.first[eye + 1], 2:]
    start, along = a - (x, y), b - a
    centre = np.zeros((len(ends), 2))
    lines = ((centre, ends[:, :2]), (centre, ends[:, 2:4]), (ends[:, :2], ends[:, 2:4]), (ends[:, 4:6], ends[:, 6:8]))
    found = [_crossing(start, along, p, q) for p, q in lines]
    for radius in (reach, views.inner[eye]):
        square, half = along @ along, start @ along
        root = half * half - square * (start @ start - radius * radius)
        if root > 0.0:
            found.append((-half + np.array([-1.0, 1.0]) * math.sqrt(root)) / square)
    shares = np.concatenate(found)
    kept: Floats = shares[np.isfinite(shares)]
    return kept


def _crossing(start: Floats, along: Floats, p: Floats, q: Floats) -> Floats:
    """Share of a line at which it crosses the lines through p and q; not finite where they are parallel."""
    border, out = q - p, p - start
    over = out[:, 0] * border[:, 1] - out[:, 1] * border[:, 0]
    under = along[0] * border[:, 1] - along[1] * border[:, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        shares: Floats = over / under
    return shares
