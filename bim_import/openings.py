"""Where in its wall a door or window stands: centre, direction, width, and the wall's thickness there."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bim_import.bodies import Bodies
    from bim_import.elements import Element, Model

__all__ = ["Frame", "across_body", "frame_of", "runs_along"]

_REACH = 3.0
"""Metres to either side within which the wall's faces are looked for."""
_BESIDE = 0.5
"""Metres by which an opening may stand off its wall's body."""
_HEIGHT_UNKNOWN = 2.0
_THICKEST = 1.5
"""Metres: a deeper opening that is also deeper than wide runs along its wall."""


@dataclass(frozen=True, slots=True)
class Frame:
    """An opening seen from above: centre, unit vectors along and across the wall, width and depth of the opening, in metres."""

    centre: NDArray[np.float64]
    along: NDArray[np.float64]
    across: NDArray[np.float64]
    width: float
    depth: float
    z_low: float
    z_high: float

    def rectangle(self) -> Polygon:
        """Give the opening's area in plan."""
        half, deep = self.along * self.width / 2, self.across * self.depth / 2
        corners = (self.centre - half - deep, self.centre + half - deep, self.centre + half + deep, self.centre - half + deep)
        return Polygon([tuple(corner) for corner in corners])


def runs_along(frame: Frame) -> bool:
    """Tell whether an opening is deeper than any wall is thick and than it is wide itself: it was placed across its wall."""
    return frame.depth > max(frame.width, _THICKEST)


def frame_of(model: Model, bodies: Bodies, element: Element, *, turned: bool = False) -> Frame | None:
    """Work out where in its wall a door or window stands.

    Width comes from the opening, else from what the element states, else from its mesh; depth from the wall's body along the line
    through the middle. None where there is neither placement nor mesh; depth 0 where no wall is known. Some exporters place a
    door across its wall: `turned` takes the placement's other axis for the wall's, as is done where the wall says so.
    """
    matrix = element.matrix
    opening = model.openings.get(element.step, 0)
    own = _points(model, element.step)
    hole = _points(model, opening) if opening else None
    points = hole if hole is not None else own
    if matrix is None or (points is None and not element.width):
        return None
    axis = _horizontal(matrix)
    if axis is None:
        return None
    if turned:
        axis = np.array([-axis[1], axis[0]])
    host = bodies.outline.get(model.hosts.get(opening, 0))
    found = _frame(element, matrix, axis, points, host)
    if not turned and runs_along(found):
        return frame_of(model, bodies, element, turned=True)
    if hole is None and own is not None and element.width:
        found = replace(found, width=min(found.width, element.width) if found.width else element.width)
    return found


def _frame(
    element: Element,
    matrix: NDArray[np.float64],
    axis: NDArray[np.float64],
    points: NDArray[np.float64] | None,
    host: MultiPolygon | None,
) -> Frame:
    """Work out an opening whose wall runs along `axis`; `points` are those of the opening or the element, `host` is its wall."""
    across = np.array([-axis[1], axis[0]])
    origin = matrix[:2, 3]
    if points is None:
        width, middle = float(element.width or 0.0), origin + axis * float(element.width or 0.0) / 2
        low, high = float(matrix[2, 3]), float(matrix[2, 3]) + (element.height or _HEIGHT_UNKNOWN)
    else:
        width, middle = _across(points, origin, axis, across)
        low, high = float(points[:, 2].min()), float(points[:, 2].max())
    through = across_body(host, middle, across) if host is not None else None
    if through is None:
        return Frame(middle, axis, across, width, 0.0, low, high)
    return Frame(middle + across * (through[0] + through[1]) / 2, axis, across, width, through[1] - through[0], low, high)


def _points(model: Model, step: int) -> NDArray[np.float64] | None:
    place = np.searchsorted(model.meshes.steps, step)
    if place >= len(model.meshes) or model.meshes.steps[place] != step:
        return None
    return model.meshes.vertices[model.meshes.starts[place] : model.meshes.starts[place + 1]]


def _horizontal(matrix: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """Give the horizontal direction of the placement's x axis, of its y axis turned where x stands upright."""
    for column, turn in ((0, False), (1, True)):
        x, y = float(matrix[0, column]), float(matrix[1, column])
        length = math.hypot(x, y)
        if length > 0.1:
            return np.array([y, -x]) / length if turn else np.array([x, y]) / length
    return None


def _across(
    points: NDArray[np.float64], origin: NDArray[np.float64], axis: NDArray[np.float64], across: NDArray[np.float64]
) -> tuple[float, NDArray[np.float64]]:
    """Measure points along the wall: width, and the middle of their box in plan."""
    offset = points[:, :2] - origin
    u, v = offset @ axis, offset @ across
    middle = origin + axis * (u.min() + u.max()) / 2 + across * (v.min() + v.max()) / 2
    return float(u.max() - u.min()), middle


def across_body(host: MultiPolygon, middle: NDArray[np.float64], across: NDArray[np.float64]) -> tuple[float, float] | None:
    """Give where the line across the wall through `middle` enters and leaves its body, as distances from `middle`."""
    line = shapely.linestrings([middle - across * _REACH, middle + across * _REACH])
    pieces = [part for part in shapely.get_parts(shapely.intersection(host, line)) if part.length > 1e-3]
    if not pieces:
        return None
    spans = [sorted(float((np.array(point) - middle) @ across) for point in (part.coords[0], part.coords[-1])) for part in pieces]
    low, high = min(spans, key=lambda span: max(span[0], -span[1], 0.0))
    return (low, high) if max(low, -high) < _BESIDE else None
