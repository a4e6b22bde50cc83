"""What a page carries: the snapshot's tables and the answers as compact JSON, with the words to show them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.model.tables import TABLES
from twin.model.words import catalogue
from viz import pack, palette
from viz.answers import Answers, answers_record
from viz.ground import Ground, bounds, ground
from viz.layers import vocabulary

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from numpy.typing import NDArray

    from twin.model.columns import Table
    from twin.model.snapshot import Snapshot

__all__ = ["ROADS_WITHIN_M", "SHOWN", "content"]

SHOWN = (
    "site", "building", "floor", "room", "door", "vertical_link", "device", "department", "post", "cell", "camera", "parking",
    "charger", "gate", "stop", "meter", "vehicle", "road",
)  # fmt: skip
"""Tables whose rows can be looked up on the page; walls and occupancies are packed in their own way."""

ROADS_WITHIN_M = 1500.0
"""Roads farther than this from every building stay out of the page: a city's network is no part of a district's map."""

_UNSAID = {"gone", "content_hash"}
"""Columns that serve the store, not a reader."""


def content(
    snapshot: Snapshot, answers: Answers, *, title: str, made: dt.datetime, hidden: Collection[str], on: str = ""
) -> dict[str, Any]:
    """Gather everything the page shows.

    Parameters
    ----------
    snapshot
        The tables, in a projected CRS or (one building) in its own metres.
    answers
        Coverage, space report and route, as far as they were computed.
    title
        Heading; empty gives the name of the grounds.
    made
        When the page is made.
    hidden
        Tables (``vehicle``) and columns (``camera.z``) to leave out.
    on
        ISO day that decides which occupancies hold; empty for the day the page is made.

    Returns
    -------
    JSON-able; lengths in whole centimetres from ``meta.origin``, heights in metres of the snapshot.
    """
    zero = ground(snapshot)
    shown = [name for name in SHOWN if name not in hidden]
    rows = {name: _rows(snapshot, name) for name in shown}
    return {
        "meta": _meta(snapshot, zero, title, made, len(snapshot.frame("road")) - len(rows.get("road", ()))),
        "words": {code: list(pair) for code, pair in catalogue().items() if code.startswith("viz.")},
        "schema": {name: _schema(TABLES[name], hidden) for name in shown},
        "tables": {name: _table(snapshot, TABLES[name], rows[name], zero, hidden) for name in shown},
        "walls": _walls(snapshot, zero) if "wall" not in hidden else {},
        "occupancy": _occupancy(snapshot, on or made.date().isoformat()) if "occupancy" not in hidden else [],
        "answers": answers_record(snapshot, answers, zero),
        "palette": palette.record(),
        "layers": vocabulary(),
    }


def _meta(snapshot: Snapshot, zero: Ground, title: str, made: dt.datetime, roads_left_out: int) -> dict[str, Any]:
    crs = None if snapshot.crs is None else {"name": snapshot.crs.name, "code": _code(snapshot)}
    return {
        "title": title or _title(snapshot),
        "version": snapshot.version,
        "made": made.isoformat(timespec="minutes"),
        "crs": crs,
        "origin": [zero.e, zero.n, zero.z],
        "roads_left_out": roads_left_out,
    }


def _title(snapshot: Snapshot) -> str:
    """Name the grounds with the most buildings, of equals the first by key; without grounds the first building."""
    names = {key: str(name) for key, name in zip(snapshot.keys("site"), snapshot.column("site", "name"), strict=True) if name}
    if names:
        held = Counter(key for key in snapshot.column("building", "site_id") if key in names)
        return names[max(names, key=lambda key: held[key])]
    return next((str(name) for name in snapshot.column("building", "name") if name), "")


def _code(snapshot: Snapshot) -> str:
    code = snapshot.crs.to_authority() if snapshot.crs is not None else None
    return ":".join(code) if code else ""


def _schema(table: Table, hidden: Collection[str]) -> dict[str, Any]:
    """Name a table and its columns in Chinese; English names are in the catalogue or made from the column's own."""
    columns = [item for item in table.columns if item.name not in _UNSAID and f"{table.name}.{item.name}" not in hidden]
    return {
        "zh": table.zh,
        "columns": [
            {"name": item.name, "zh": item.zh, "en": item.en, "unit": item.unit, "kind": item.kind, "refers": item.refers}
            for item in columns
        ],
    }


def _rows(snapshot: Snapshot, table: str) -> NDArray[np.intp]:
    """Give the rows to show: all, but of roads only those near the buildings."""
    every = np.arange(len(snapshot.frame(table)), dtype=np.intp)
    box = bounds(snapshot, "building", "floor", "site") if table == "road" else None
    if box is None:
        return every
    near = shapely.box(*box).buffer(ROADS_WITHIN_M, join_style="mitre")
    return every[shapely.intersects(snapshot.column("road", "geometry"), near)]


def _table(snapshot: Snapshot, table: Table, rows: NDArray[np.intp], zero: Ground, hidden: Collection[str]) -> dict[str, Any]:
    keys = snapshot.keys(table.name)[rows]
    said = {item.name for item in table.columns} - _UNSAID - {table.key}
    if "global_id" in said and (snapshot.column(table.name, "global_id")[rows] == keys).all():
        said.discard("global_id")
    columns = {}
    for item in table.columns:
        values = snapshot.column(table.name, item.name)[rows]
        if item.name in said and f"{table.name}.{item.name}" not in hidden and _says_something(values):
            columns[item.name] = pack.column(values)
    found: dict[str, Any] = {"keys": list(keys), "columns": columns}
    shapes = snapshot.column(table.name, "geometry")[rows]
    if table.shape and table.shape != "POINT":
        found["parts"] = [pack.parts(shape, zero) for shape in shapes]
    if table.shape:
        found["spots"] = [pack.spot(shape, zero) for shape in shapes]
    return found


def _says_something(values: NDArray[Any]) -> bool:
    if values.dtype.kind == "f":
        return bool(np.isfinite(values).any())
    return values.dtype.kind == "b" or any(value is not None for value in values)


def _walls(snapshot: Snapshot, zero: Ground) -> dict[str, list[Any]]:
    """Give the walls of each floor as ``[class, foot, top, parts]``, foot and top in metres above the floor."""
    elevation = dict(zip(snapshot.keys("floor"), snapshot.column("floor", "elevation"), strict=True))
    classes = snapshot.column("wall", "wall_class")
    low, high = snapshot.column("wall", "z_low"), snapshot.column("wall", "z_high")
    found: dict[str, list[Any]] = {}
    for row, (floor, shape) in enumerate(
        zip(snapshot.column("wall", "floor_id"), snapshot.column("wall", "geometry"), strict=True)
    ):
        base = elevation.get(floor, low[row])
        foot, top = pack.column(np.array([low[row] - base, high[row] - base]))
        found.setdefault(str(floor), []).append([classes[row], foot, top, pack.parts(shape, zero)])
    return found


def _occupancy(snapshot: Snapshot, day: str) -> list[list[Any]]:
    """Give who sits where on a day: ``[room, department, rank, head count]``."""
    names = ("room_id", "department_id", "rank", "head_count", "valid_from", "valid_to")
    columns = (snapshot.column("occupancy", name) for name in names)
    return [
        [room, department, rank, int(heads) if np.isfinite(heads) else 0]
        for room, department, rank, heads, since, until in zip(*columns, strict=True)
        if (since is None or str(since) <= day) and (until is None or day <= str(until))
    ]
