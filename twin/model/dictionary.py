"""The data dictionary: every table and column in words, written from tables.py so that it cannot go stale."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from twin.model.tables import TABLES

if TYPE_CHECKING:
    from twin.model.columns import Column

__all__ = ["markdown"]

_HEAD = """# Data dictionary · 数据字典

Written from `twin/model/tables.py` by `python -m twin.model.dictionary`; do not edit by hand.

Every table has a text key `<table>_id`; in the GeoPackage there is also `fid`, which only the file format uses, and `geom`.
Lengths are metres, areas m², angles degrees; a heading is clockwise from grid north; `z` and `elevation` are metres above the
district's datum. A table marked *in building* has a twin `local_<table>` for buildings that are not on the ground yet, in the
building's own metres. A column marked 🔒 is protected, and with it the shape of its table; of some tables certain rows are
protected whole: `--public` leaves them out, and any other export of them is logged.
"""


def markdown() -> str:
    """Give the whole dictionary as Markdown."""
    parts = [_HEAD]
    for table in TABLES.values():
        shape = f"`{table.shape}`" if table.shape else "no geometry"
        where = ", in building" if table.in_building else ""
        lock = " 🔒" if table.protected and table.shape else ""
        rows = " 🔒 Rows whose `{}` is `{}`.".format(*table.protected_where) if table.protected_where else ""
        parts.append(f"## `{table.name}` {table.zh}\n\n{table.en}. Geometry: {shape}{lock}{where}.{rows}\n")
        parts.append("| column 列 | 中文 | kind | unit | meaning | allowed |\n| --- | --- | --- | --- | --- | --- |")
        parts.append("\n".join(_row(column) for column in table.columns) + "\n")
    return "\n".join(parts)


def _row(column: Column) -> str:
    name = f"`{column.name}`" + (" *" if column.required else "") + (" 🔒" if column.protected else "")
    allowed = " ".join(f"`{value}`" for value in column.allowed)
    if column.low is not None or column.high is not None:
        allowed = f"{'' if column.low is None else f'{column.low:g}'} … {'' if column.high is None else f'{column.high:g}'}"
    if column.refers:
        allowed = f"→ `{column.refers}`"
    return f"| {name} | {column.zh} | {column.kind} | {column.unit} | {column.en} | {allowed} |"


if __name__ == "__main__":
    sys.stdout.write(markdown())
