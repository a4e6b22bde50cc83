"""One cell: read from whatever a foreign table holds, and held against what its column allows."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from twin.model.columns import Column

__all__ = ["column_faults", "read_cell"]

_TRUE, _FALSE = {"1", "true", "t", "yes", "y", "是", "真"}, {"0", "false", "f", "no", "n", "否", "假"}


def read_cell(column: Column, cell: Any) -> Any:
    """Read one foreign cell as the column's kind; empty text and NaN are None. Raises ValueError if it cannot be."""
    if cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and math.isnan(cell)):
        return None
    if isinstance(cell, str):
        cell = cell.strip()
        if not cell:
            return None
    return _READERS[column.kind](cell)


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
    if not value.is_integer():
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
