"""Whether two cells, or two columns of cells, hold the same: numbers and corners to a millionth, texts to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from twin.model.tables import TABLES

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["SHAPE", "equal_columns", "same_value"]

SHAPE = "geometry"
_SAME = 1e-6
"""Metres, m² or degrees by which numbers and corners may differ and be the same: a building moved and moved back."""


def equal_columns(table: str, column: str, before: pd.Series[Any], after: pd.Series[Any]) -> NDArray[np.bool_]:
    """Compare two columns of equal length cell by cell; two empty cells are the same."""
    if column == SHAPE:
        one, other = np.array(before, dtype=object), np.array(after, dtype=object)
        absent = shapely.is_missing(one) & shapely.is_missing(other)
        return absent | shapely.equals_identical(one, other) | shapely.equals_exact(one, other, tolerance=_SAME)
    if TABLES[table].by_name[column].kind in {"float", "int"}:
        one, other = (part.to_numpy(dtype="float64", na_value=np.nan) for part in (before, after))
        return (np.isnan(one) & np.isnan(other)) | (np.abs(one - other) <= _SAME)
    if TABLES[table].by_name[column].kind == "bool":
        one, other = (part.fillna(value=False).to_numpy(dtype=bool) for part in (before, after))
        return one == other
    one, other = before.to_numpy(dtype=object), after.to_numpy(dtype=object)
    return np.array([(a == b) or (_none(a) and _none(b)) for a, b in zip(one, other, strict=True)], dtype=bool)


def _none(value: object) -> bool:
    return value is None or value is pd.NA or value != value  # noqa: PLR0124 - not a number is the one value that is not itself


def same_value(one: Any, other: Any) -> bool:
    """Compare two cells."""
    if _none(one) or _none(other):
        return _none(one) and _none(other)
    if isinstance(one, shapely.Geometry) and isinstance(other, shapely.Geometry):
        return bool(shapely.equals_exact(one, other, tolerance=_SAME))
    if isinstance(one, int | float) and isinstance(other, int | float) and not isinstance(one, bool):
        return abs(one - other) <= _SAME
    return bool(one == other)
