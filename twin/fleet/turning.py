"""What a turn is called: straight on, left, right, or turning round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.fleet.rules import BEND, STRAIGHT_ON, TURN_SPAN

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import LineString

    from twin.fleet.plan import Turn

__all__ = ["turn_between"]


def turn_between(before: LineString, after: LineString, *, fork: bool = True) -> Turn:
    """Name the turn from the end of one line into the beginning of another, both in the sense of the drive.

    The directions are those of the chords over the last and the first metres (`TURN_SPAN`), so that a short piece drawn askew
    at a junction does not decide. The same line back is turning round, whatever its angle. Without a `fork`, where the road can
    only go on, a bend is no turn: files cut roads at joints, and draw the cut with a kink.
    """
    came, goes = shapely.get_coordinates(before), shapely.get_coordinates(after)
    if np.array_equal(came[::-1], goes):
        return "round"
    span = TURN_SPAN.value
    one = _chord(came[-1], shapely.get_coordinates(shapely.line_interpolate_point(before, max(before.length - span, 0.0)))[0])
    two = _chord(shapely.get_coordinates(shapely.line_interpolate_point(after, min(span, after.length)))[0], goes[0])
    degrees = float(np.degrees(np.arctan2(one[0] * two[1] - one[1] * two[0], one @ two)))
    if abs(degrees) <= (STRAIGHT_ON if fork else BEND).value:
        return "straight"
    return "left" if degrees > 0.0 else "right"


def _chord(to: NDArray[np.float64], origin: NDArray[np.float64]) -> NDArray[np.float64]:
    return to - origin
