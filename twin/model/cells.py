"""Cells: read from whatever a foreign table holds, and held against what their column allows."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from twin.model.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from twin.model.columns import Column

__all__ = ["column_faults", "read_cell", "read_cells"]

_TRUE, _FALSE = {"1", "true", "t", "yes", "y", "是", "真"}, {"0", "false", "f", "no", "n", "否", "假"}

_LARGEST = 2**53
"""A whole number beyond this is no count, and neither a float nor every database holds it."""


def read_cell(column: Column, cell: Any) -> Any:
    """Read one foreign cell as the column's kind; empty text and NaN are None. Raises ValueError if it cannot be.

    An allowed value may be written as people call it (`twin.model.spoken`).
    """
    if cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and math.isnan(cell)):
        return None
    if isinstance(cell, str):
        cell = cell.strip()
        if not cell:
            return None
    try:
        value = _READERS[column.kind](cell)
    except TypeError as error:
        raise ValueError(cell) from error
    return spoken(column, value) if column.allowed else value


def read_cells(column: Column, cells: pd.Series[Any]) -> tuple[list[Any], list[int]]:
    """Read a whole foreign column, as `read_cell` reads each cell of it.

    Returns
    -------
    One value per cell, None where it is empty or cannot be read; and the places of those that cannot be read.
    """
    if column.kind in {"float", "int"} and cells.dtype.kind in "iuf":
        return _numbers(cells.to_numpy(), whole=column.kind == "int")
    values: list[Any] = []
    bad: list[int] = []
    known: dict[str, Any] = {}
    text = column.kind == "text" and not column.allowed
    own = {"bool": bool, "int": int}.get(column.kind)
    for place, cell in enumerate(cells.tolist()):
        if cell is None or (isinstance(cell, int) and type(cell) is own and -_LARGEST <= cell <= _LARGEST):
            values.append(cell)
        elif text and type(cell) is str:
            values.append(cell.strip() or None)
        elif type(cell) is str and cell in known:
            values.append(known[cell])
        else:
            try:
                value = read_cell(column, cell)
            except (ValueError, OverflowError):
                bad.append(place)
                value = None
            else:
                if type(cell) is str:
                    known[cell] = value
            values.append(value)
    return values, bad


def _numbers(cells: np.ndarray[Any, Any], *, whole: bool) -> tuple[list[Any], list[int]]:
    """Read a column that holds numbers already."""
    if cells.dtype.kind != "f" and not (whole and (np.abs(cells.astype(np.float64)) > _LARGEST).any()):
        return (cells if whole else cells.astype(np.float64)).tolist(), []
    absent = np.isnan(cells)
    bad = np.isinf(cells) | (whole & ~absent & ((np.floor(cells) != cells) | (np.abs(cells.astype(np.float64)) > _LARGEST)))
    held = cells.astype(object)
    if whole:
        held[~(absent | bad)] = [int(cell) for cell in cells[~(absent | bad)].tolist()]
    held[absent | bad] = None
    return held.tolist(), np.flatnonzero(bad).tolist()


def _read_text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _read_float(cell: Any) -> float:
    value = float(cell)
    if not math.isfinite(value):
        raise ValueError(cell)
    return value


def _read_int(cell: Any) -> int:
    value = float(cell)
    if not value.is_integer() or abs(value) > _LARGEST:
        raise ValueError(cell)
    return int(value)


def _read_bool(cell: Any) -> bool:
    word = str(cell).strip().lower().removesuffix(".0")
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise ValueError(cell)


def _read_date(cell: Any) -> str:
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return dt.date.fromisoformat(str(cell).strip()[:10].replace("/", "-")).isoformat()


def _read_datetime(cell: Any) -> str:
    moment = cell if isinstance(cell, dt.datetime) else dt.datetime.fromisoformat(str(cell).strip())
    return moment.isoformat()


_READERS: dict[str, Any] = {
    "text": _read_text, "float": _read_float, "int": _read_int,
    "bool": _read_bool, "date": _read_date, "datetime": _read_datetime,
}  # fmt: skip


def column_faults(column: Column, values: Sequence[Any], skip: Collection[int] = ()) -> list[tuple[int, str, object]]:
    """Find the values a column does not allow: (place, catalogue code, value)."""
    if _sound(column, values):
        return []
    faults: list[tuple[int, str, object]] = []
    for place, value in enumerate(values):
        if place in skip:
            continue
        if value is None:
            if column.required:
                faults.append((place, "tabular.empty", ""))
        elif column.allowed and value not in column.allowed:
            faults.append((place, "tabular.not_allowed", value))
        elif (column.low is not None and value < column.low) or (column.high is not None and value > column.high):
            faults.append((place, "tabular.out_of_range", value))
    return faults


def _sound(column: Column, values: Sequence[Any]) -> bool:
    """Tell at a glance that a column allows all its values; it may be wrong only in saying no."""
    present = [value for value in values if value is not None]
    if column.required and len(present) < len(values):
        return False
    if not present:
        return True
    if column.allowed:
        return set(column.allowed).issuperset(present)
    return (column.low is None or min(present) >= column.low) and (column.high is None or max(present) <= column.high)
