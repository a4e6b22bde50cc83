"""How tables and findings leave the child: Arrow files with WKB geometry, and JSON. Nothing is pickled.

`frames` reads the tables on the other side; this file keeps pandas out of the child.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import shapely

from twin.model.findings import SEVERITIES, Finding
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from twin.model.columns import Kind

__all__ = ["finding_of", "finding_record", "write_rows"]

_ARROW: dict[Kind, Any] = {"text": pa.string(), "float": pa.float64(), "int": pa.int64(), "bool": pa.bool_()}
_NUMPY: dict[Kind, Any] = {"float": np.float64, "int": np.int64}


def write_rows(path: Path, table: str, rows: list[dict[str, Any]]) -> None:
    """Write rows of a table; a value that a row leaves out is empty."""
    columns = {
        column.name: _array([row.get(column.name) for row in rows], column.kind)
        for column in TABLES[table].columns
        if column.kind in _ARROW
    }
    shapes = shapely.to_wkb([row["geometry"] for row in rows])
    columns["geometry"] = _bytes_array([None if shape is None else bytes(shape) for shape in shapes], pa.binary())
    batch = pa.Table.from_arrays(list(columns.values()), names=list(columns))
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, batch.schema) as writer:
        writer.write_table(batch)


def _array(values: list[Any], kind: Kind) -> Any:
    """Build an Arrow array from its buffers: ``pa.array`` would load pandas, which costs the child more than its whole table."""
    if kind == "text":
        return _bytes_array([None if value is None else str(value).encode() for value in values], pa.string())
    if kind == "bool":
        data = np.packbits(np.array([bool(value) for value in values], dtype=bool), bitorder="little")
    else:
        data = np.array([0 if value is None else value for value in values], dtype=_NUMPY[kind])
    return pa.Array.from_buffers(_ARROW[kind], len(values), [_validity(values), pa.py_buffer(data.tobytes())])


def _bytes_array(values: list[bytes | None], arrow_type: Any) -> Any:
    offsets = np.concatenate([[0], np.cumsum([len(value or b"") for value in values], dtype=np.int64)]).astype(np.int32)
    buffers = [_validity(values), pa.py_buffer(offsets.tobytes()), pa.py_buffer(b"".join(value or b"" for value in values))]
    return pa.Array.from_buffers(arrow_type, len(values), buffers)


def _validity(values: list[Any]) -> Any:
    """Give the bitmap of values that are there."""
    return pa.py_buffer(np.packbits(np.array([value is not None for value in values], dtype=bool), bitorder="little").tobytes())


def finding_record(found: Finding) -> dict[str, Any]:
    """Give a finding as JSON that `finding_of` reads."""
    return asdict(found)


def finding_of(record: dict[str, Any]) -> Finding:
    """Build a finding anew.

    Raises
    ------
    ValueError
        If the record is none that `finding_record` made.
    """
    if set(record) != {"severity", "code", "table", "row", "column", "file", "values"} or record["severity"] not in SEVERITIES:
        message = f"no finding: {sorted(record)}"
        raise ValueError(message)
    return Finding(**record)
