"""From eyes to cameras: a face is seen by a camera while one of its eyes sees it, for the share of the time that it does.

For a camera c with eyes e of shares w(e) (1 for what looks always) and a face f

    share(f, c) = min(1, Σ { w(e) : e of c sees f }),   always(f) = max { share(f, c) : c } = 1,

for tours of different cameras keep no common time: only what one camera never leaves is surely seen at any moment.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.arrangement import arrange
from gis.density import density_of_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gis.arrangement import Arrangement
    from gis.visibility import Views
    from twin.security.siting import Camera

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["ALWAYS", "by_camera", "expected_seen", "seen_always", "whole_view"]

ALWAYS = 1.0 - 1e-9
"""A share from which on a face counts as seen at any moment: shares are sums of quotients."""


def by_camera(
    faces: Arrangement, eyes: Sequence[Camera], each: Floats, owner: Ints, cameras: int
) -> tuple[Arrangement, Floats, Floats]:
    """Let cameras stand for their eyes.

    Returns
    -------
    The arrangement with cameras for eyes, and of each pair of its `seen` the share of the time for which it holds and the best
    density: `each` is that of the pairs of face and eye.
    """
    if len(eyes) == cameras:
        return faces, np.array([eye.share for eye in eyes])[faces.seen[:, 1]] if len(eyes) else np.empty(0), each
    key = faces.seen[:, 0] * cameras + owner[faces.seen[:, 1]]
    pairs, which = np.unique(key, return_inverse=True)
    share = np.bincount(which.reshape(-1), np.array([eye.share for eye in eyes])[faces.seen[:, 1]], minlength=len(pairs))
    seen = np.column_stack([pairs // cameras, pairs % cameras]).astype(np.int64)
    best = np.zeros(len(pairs))
    np.maximum.at(best, which.reshape(-1), each)
    return replace(faces, seen=seen, eyes=cameras), np.minimum(share, 1.0), best


def seen_always(faces: Arrangement, share: Floats) -> NDArray[np.bool_]:
    """Tell which faces some camera sees at any moment of its tour, shape ``(f,)``."""
    found = np.zeros(len(faces.areas), dtype=bool)
    found[faces.seen[share >= ALWAYS, 0]] = True
    return found


def expected_seen(faces: Arrangement, share: Floats, rate: float) -> Floats:
    """Chance that each face is seen at a moment when every camera works with the chance `rate`, by itself; shape ``(f,)``."""
    with np.errstate(divide="ignore"):
        dark = np.bincount(faces.seen[:, 0], np.log1p(-rate * share), minlength=len(faces.areas))
    seen: Floats = -np.expm1(dark)
    return seen


def whole_view(views: Views, cuts: Views, eyes: Sequence[Camera], levels: Floats) -> tuple[float, Floats]:
    """Reckon what several eyes of one camera see together, wherever it lies.

    Parameters
    ----------
    views, cuts
        Of the eyes, and of those cut off where a level's density ends.
    eyes
        In the order of the views.
    levels
        Densities, pixels per metre.

    Returns
    -------
    m² in all, and m² with at least each density.
    """
    x, y, reach = eyes[0].x, eyes[0].y, max(eye.reach for eye in eyes) + 1.0
    faces = arrange(views, shapely.box(x - reach, y - reach, x + reach, y + reach), cuts=cuts)
    width = np.array([eye.width_px for eye in eyes])
    each = np.nan_to_num(density_of_pairs([eye.lens for eye in eyes], width, faces.points, faces.seen))
    best = np.zeros(len(faces.areas))
    np.maximum.at(best, faces.seen[:, 0], each)
    return float(faces.areas[faces.k > 0].sum()), np.array([float(faces.areas[best >= level].sum()) for level in levels])
