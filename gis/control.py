"""A building's own metres laid on a map grid: the four-parameter Helmert transformation, fitted to control points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gis.faults import GisError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Helmert", "fit_helmert"]

_SAME_POINT_M = 1e-6


@dataclass(frozen=True, slots=True)
class Helmert:
    """Shift, turn and scale from model metres to grid metres.

    `e`, `n`: where the model's origin lands. `rotation_deg`: anticlockwise from model x to grid east. `scale`: grid metres
    per model metre. `residual`: root mean square distance of the control points from where they were put (0 for two points
    or none); `residuals`: that distance point by point, in the order given.
    """

    e: float
    n: float
    rotation_deg: float
    scale: float = 1.0
    residual: float = 0.0
    residuals: tuple[float, ...] = ()

    @property
    def matrix(self) -> NDArray[np.float64]:
        """Shape ``(2, 3)``: grid = matrix[:, :2] @ model + matrix[:, 2]."""
        angle = math.radians(self.rotation_deg)
        across, up = self.scale * math.cos(angle), self.scale * math.sin(angle)
        return np.array([[across, -up, self.e], [up, across, self.n]])

    def move(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Put points of shape ``(n, 2)`` or ``(n, 3)`` on the grid; a third coordinate stays as it is."""
        matrix = self.matrix
        moved = np.array(points, dtype=np.float64)
        moved[:, :2] = moved[:, :2] @ matrix[:, :2].T + matrix[:, 2]
        return moved

    def place(self, geometries: Any) -> Any:
        """Put shapely geometries (one or an array, None allowed) on the grid; z stays as it is."""
        return shapely.transform(geometries, self.move, include_z=None)


def fit_helmert(source: NDArray[np.float64], target: NDArray[np.float64]) -> Helmert:
    """Fit the transformation that takes `source` nearest to `target` in the sense of least squares.

    Parameters
    ----------
    source
        Shape ``(n, 2)``, n >= 2, at two different places at least, model metres.
    target
        Shape ``(n, 2)``, the same points in grid metres.

    Returns
    -------
    The transformation with its residuals. Where an exact one exists it is found to the rounding of the coordinates (below 1e-9 m
    in a national grid).

    Raises
    ------
    GisError
        ``control.points`` if there are fewer than two points, they coincide, or the shapes differ.

    Notes
    -----
    With centred points as complex numbers p and q, the best factor is sum(conj(p) q) / sum(|p|^2), whose modulus is the scale
    and whose argument is the turn (Umeyama 1991, the plane case without reflection).
    """
    model, grid = np.asarray(source, dtype=np.float64), np.asarray(target, dtype=np.float64)
    usable = model.ndim == 2 and model.shape == grid.shape and model.shape[1] == 2 and len(model) >= 2
    if not (usable and np.isfinite(model).all() and np.isfinite(grid).all()):
        raise GisError("control.points", count=len(model))
    p, q = _centred(model), _centred(grid)
    if min(np.abs(p).max(), np.abs(q).max()) < _SAME_POINT_M:
        raise GisError("control.points", count=len(model))
    factor = complex((p.conj() * q).sum() / (p.conj() * p).sum())
    if abs(factor) < 1e-9:
        raise GisError("control.points", count=len(model))
    shift = complex(*grid.mean(axis=0)) - factor * complex(*model.mean(axis=0))
    distances = np.abs(q - factor * p)
    return Helmert(
        e=shift.real,
        n=shift.imag,
        rotation_deg=math.degrees(math.atan2(factor.imag, factor.real)),
        scale=abs(factor),
        residual=float(np.sqrt(np.mean(distances**2))),
        residuals=tuple(float(distance) for distance in distances),
    )


def _centred(points: NDArray[np.float64]) -> NDArray[np.complex128]:
    """Give points about their mean as complex numbers."""
    middle = points - points.mean(axis=0)
    return middle[:, 0] + 1j * middle[:, 1]
