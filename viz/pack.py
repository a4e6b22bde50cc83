"""Put geometry and columns into few bytes of JSON: whole centimetres, each vertex as its step from the one before.

A centimetre is a sixtieth of a pixel at the scale where a room fills the screen, and a thousand rooms with their walls fit
in a few hundred kilobytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from viz.ground import Ground

__all__ = ["CENTIMETRE", "column", "parts", "path", "spot", "unpack"]

CENTIMETRE = 0.01
_DECIMALS = 4
"""Of numbers in columns: a tenth of a millimetre."""


def path(vertices: NDArray[np.float64]) -> list[int]:
    """Turn vertices in local metres, shape ``(k, 2)``, into ``[x, y, dx, dy, …]`` in centimetres."""
    whole = np.rint(vertices / CENTIMETRE).astype(np.int64)
    return np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).ravel().tolist()


def unpack(packed: Sequence[int]) -> NDArray[np.float64]:
    """Undo `path`: metres, shape ``(k, 2)``."""
    return np.asarray(packed, dtype=np.int64).reshape(-1, 2).cumsum(axis=0) * CENTIMETRE


def parts(geometry: BaseGeometry | None, ground: Ground) -> list[Any]:
    """Pack every part of a geometry: of a polygon its rings (the outer first, none closed), of a line one path.

    What is neither (a point, nothing at all, an empty shape) gives no parts. Rings that shrink to fewer than
    three vertices at this scale are left out.
    """
    if geometry is None or geometry.is_empty:
        return []
    found: list[Any] = []
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            rings = [path(ground.local(ring)[:-1]) for ring in (part.exterior, *part.interiors)]
            kept = [ring for ring in rings if _corners(ring) >= 3]
            if kept and kept[0] is rings[0]:
                found.append(kept)
        elif part.geom_type in {"LineString", "LinearRing"}:
            found.append(path(ground.local(part)))
        elif part.geom_type.startswith(("Multi", "Geometry")):
            found += parts(part, ground)
    return found


def spot(geometry: BaseGeometry | None, ground: Ground) -> list[int]:
    """Pack a point as ``[x, y]`` in centimetres; of other shapes a point that lies on them; nothing gives ``[]``."""
    if geometry is None or geometry.is_empty:
        return []
    point = geometry if geometry.geom_type == "Point" else shapely.point_on_surface(geometry)
    return path(ground.local(point))


def _corners(ring: list[int]) -> int:
    return len(np.unique(np.asarray(ring).reshape(-1, 2).cumsum(axis=0), axis=0))


def column(values: NDArray[Any]) -> list[Any] | dict[str, Any]:
    """Pack a column: null for empty, numbers with four decimals, texts that repeat as ``{"d": words, "v": places}``."""
    if values.dtype.kind == "f":
        return [None if not np.isfinite(value) else _short(float(value)) for value in values]
    if values.dtype.kind == "b":
        return [bool(value) for value in values]
    words = [None if value is None else str(value) for value in values]
    distinct = sorted({word for word in words if word is not None})
    if 2 * len(distinct) >= len(words):
        return words
    place = {word: number for number, word in enumerate(distinct)}
    return {"d": distinct, "v": [-1 if word is None else place[word] for word in words]}


def _short(value: float) -> float | int:
    rounded = round(value, _DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded
