"""Edits of the model: held against what one may see and change, against the checks, then written as one change set."""

from __future__ import annotations

import datetime as dt
import math
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
import shapely.geometry

from api.faults import Problem
from api.reading.rows import Rows
from api.reading.surroundings import surroundings
from twin.model.checks import check
from twin.model.errors import UnknownKeyError
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES
from twin.store.live import joined
from twin.store.scoping import Scope
from twin.store.sight import narrow, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from api.people import Person
    from twin.model.columns import Column
    from twin.model.findings import Finding
    from twin.model.snapshot import Snapshot
    from twin.store import Change, Store

__all__ = ["ASIS", "Draft", "Edit", "draft", "row_tag", "write"]

ASIS = object()
"""A geometry that is to stay as it is."""
_KEPT = {"source_id", "global_id", "content_hash", "gone"}
"""Columns that imports write, and nobody else."""
_FARTHEST = 1e8


@dataclass(frozen=True, slots=True)
class Edit:
    """One row to put (with only the columns that change) or to remove; `tag` is the ETag it was read with."""

    op: str
    table: str
    key: str = ""
    columns: dict[str, Any] = field(default_factory=dict)
    geometry: Any = ASIS
    tag: str = ""
    new: bool = False


@dataclass(frozen=True, slots=True)
class _Looked:
    """What an edit is held against: all there is, what the asker sees of it, and the rows of the same request."""

    snapshot: Snapshot
    seen: Snapshot
    person: Person
    fresh: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Draft:
    """What an edit comes to: frames of rows to put and keys to remove by table, and what the checks say of it."""

    version: int
    puts: dict[str, gpd.GeoDataFrame]
    removes: dict[str, list[str]]
    findings: list[Finding]
    keys: list[tuple[str, str]]

    @property
    def errors(self) -> list[Finding]:
        """Findings that refuse it."""
        return [finding for finding in self.findings if finding.severity == "error"]


def row_tag(rows: Rows, row: int) -> str:
    """Name the content of one row as its reader sees it."""
    from api.routes.answers import etag_of, plain_json  # noqa: PLC0415 - the names of answers

    return etag_of(plain_json([rows.record(row), rows.geometry(row)]))


def draft(snapshot: Snapshot, person: Person, edits: Sequence[Edit]) -> Draft:
    """Work edits out on a snapshot, writing nothing.

    Parameters
    ----------
    snapshot
        The newest, whole.
    edits
        At least one; several of one row are worked out in their order.

    Raises
    ------
    Problem
        If a row was changed meanwhile, a value is none of its column's, or the edit reaches beyond what is theirs.
    UnknownKeyError
        If there is no such row for them.
    """
    seen = narrow(_only(snapshot, edits), person.reads)
    held: dict[tuple[str, str], dict[str, Any] | None] = {}
    for edit in edits:
        _want_editable(person, edit)
        key = edit.key or f"{edit.table}-{secrets.token_hex(6)}"
        if (edit.table, key) not in held:
            held[edit.table, key] = _standing(snapshot, seen, edit, key)
        held[edit.table, key] = _changed(_Looked(snapshot, seen, person, frozenset(held)), edit, key, held[edit.table, key])
    puts = {table: _frame(snapshot, table, rows) for table, rows in _by_table(held, gone=False).items()}
    removes = {table: [row[TABLES[table].key] for row in rows] for table, rows in _by_table(held, gone=True).items()}
    _want_unreferred(snapshot, removes, held)
    after = _after(snapshot, puts, removes)
    _want_within(snapshot, after, person, puts, removes)
    findings = _news(snapshot, after, puts, removes)
    return Draft(snapshot.version, puts, removes, findings, list(held))


def _only(snapshot: Snapshot, edits: Sequence[Edit]) -> Snapshot:
    """Keep of the tables that are edited the rows that are edited; the rest stays, as what may be seen hangs on it."""
    wanted: dict[str, set[str]] = {}
    for edit in edits:
        if edit.table in TABLES:
            wanted.setdefault(edit.table, set()).add(edit.key)
    scoping = {"room", "building", "department", "occupancy", "parking", "site"}
    frames = {
        table: frame[frame.index.isin(keys)]
        for table, keys in wanted.items()
        if table not in scoping
        for frame in [snapshot.frame(table)]
    }
    return snapshot.replaced(frames, snapshot.version)


def _want_editable(person: Person, edit: Edit) -> None:
    if edit.table not in TABLES:
        raise Problem(404, "service.no_table", {"table": edit.table})
    if edit.table not in person.reads.tables:
        raise Problem(403, "service.table_hidden", {"table": edit.table})
    if edit.table not in person.edits.tables:
        raise Problem(403, "service.table_locked", {"table": edit.table})


def _standing(snapshot: Snapshot, seen: Snapshot, edit: Edit, key: str) -> dict[str, Any] | None:
    """Give a row as it stands, after looking that it is the one that was read; None for a new one."""
    there = key in snapshot.frame(edit.table).index
    if edit.new:
        if there:
            raise Problem(409, "service.key_taken", {"table": edit.table, "key": key})
        return None
    visible = seen.frame(edit.table)
    if key not in visible.index:
        raise UnknownKeyError("key.unknown", table=edit.table, key=key)
    if edit.tag and edit.tag != "*":
        rows = Rows(edit.table, visible.loc[[key]])
        if row_tag(rows, 0) not in {part.strip().removeprefix("W/") for part in edit.tag.split(",")}:
            now = {"row": rows.record(0), "geometry": rows.geometry(0), "etag": row_tag(rows, 0)}
            raise Problem(412, "service.changed_meanwhile", {"table": edit.table, "key": key}, current=now)
    rows = Rows(edit.table, snapshot.frame(edit.table).loc[[key]])
    return {**rows.record(0), "geometry": rows.shapes[0]}


def _changed(looked: _Looked, edit: Edit, key: str, row: dict[str, Any] | None) -> dict[str, Any]:
    """Give a row as the edit leaves it; a removed one says so under an empty name."""
    snapshot, seen, person, fresh_keys = looked.snapshot, looked.seen, looked.person, looked.fresh
    table = TABLES[edit.table]
    if edit.op == "remove":
        return {**(row or {table.key: key}), "": True}
    fresh: dict[str, Any] = dict.fromkeys(table.names) | {table.key: key, "geometry": None}
    made = {**fresh, **(row or {})}
    made.pop("", None)
    for name, value in edit.columns.items():
        column = table.by_name.get(name)
        if column is None:
            raise Problem(422, "service.no_column", {"table": table.name, "column": name})
        if name == table.key and value == key:
            continue
        if name == table.key or name in _KEPT:
            raise Problem(422, "service.bad_value", {"table": table.name, "column": name, "value": str(value)[:60]})
        _want_shown(seen, edit.table, key, name, made[name])
        made[name] = _value(table.name, column, value)
        if column.refers and value is not None and value != key and made[name] != (row or {}).get(name):
            _want_reachable(snapshot, person, (table.name, column), value, fresh_keys)
    if edit.geometry is not ASIS:
        _want_shown(seen, edit.table, key, "geometry", made["geometry"])
        made["geometry"] = _shape(edit.table, edit.geometry)
        _find_room(snapshot, edit, made)
    return made


def _want_reachable(
    snapshot: Snapshot, person: Person, place: tuple[str, Column], value: Any, fresh: frozenset[tuple[str, str]]
) -> None:
    """Refuse to point at a row that is not there, or not for the asker: both alike, so that nothing is given away."""
    table, column = place
    if (column.refers, value) in fresh:
        return
    frame = snapshot.frame(column.refers)
    row = frame[frame.index.isin([value])]
    if len(within(Scope(snapshot), person.reads, column.refers, row)) == 0:
        raise Problem(
            422, "service.no_such_row", {"table": table, "column": column.name, "refers": column.refers, "key": str(value)[:60]}
        )


def _want_shown(seen: Snapshot, table: str, key: str, name: str, held: Any) -> None:
    """Refuse to overwrite what one may not see."""
    frame = seen.frame(table)
    if held is not None and key in frame.index:
        shown = frame.loc[key, name]
        if shown is None or (isinstance(shown, float) and math.isnan(shown)) or shown is pd.NA:
            raise Problem(403, "service.beyond_reach")


def _value(table: str, column: Column, value: Any) -> Any:
    """Read a value as its column's kind."""
    if value is None:
        return None
    kind = column.kind
    sound = (
        (kind == "bool" and isinstance(value, bool))
        or (kind == "int" and isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53)
        or (kind == "float" and isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value))
        or (kind in {"text", "date", "datetime"} and isinstance(value, str) and _speakable(value))
    )
    if sound and kind == "date":
        try:
            dt.date.fromisoformat(value)
            sound = len(value) == 10
        except ValueError:
            sound = False
    if sound and column.allowed:
        sound = value in column.allowed
    if not sound:
        raise Problem(422, "service.bad_value", {"table": table, "column": column.name, "value": str(value)[:60]})
    return float(value) if kind == "float" else value


def _speakable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text and len(text) <= 1000


def _shape(table: str, record: Any) -> Any:
    """Read GeoJSON in metres as the shape a table holds."""
    wanted = TABLES[table].shape

    def bad(reason: str) -> Problem:
        return Problem(422, "service.bad_geometry", {"table": table, "reason": reason[:100], "shape": wanted or "-"})

    if record is None:
        return None
    if wanted is None:
        raise bad("this table has no shape")
    try:
        shape = shapely.force_2d(shapely.geometry.shape(record))
    except Exception as error:  # shapely and numpy raise what they like at a stranger's coordinates
        raise bad("not GeoJSON") from error
    if wanted == "MULTIPOLYGON" and shape.geom_type == "Polygon":
        shape = shapely.MultiPolygon([shape])
    numbers = shapely.get_coordinates(shape)
    if shape.geom_type.upper() != wanted or shape.is_empty:
        raise bad(f"it is {shape.geom_type}")
    if not (np.isfinite(numbers).all() and np.abs(numbers).max() < _FARTHEST):
        raise bad("a coordinate is out of range")
    if not shape.is_valid:
        raise bad(shapely.is_valid_reason(shape))
    return shape


def _find_room(snapshot: Snapshot, edit: Edit, row: dict[str, Any]) -> None:
    """Let a thing that was moved on its floor find the room it is in now, unless the edit says which."""
    has = TABLES[edit.table].by_name
    if TABLES[edit.table].shape == "POINT" and "room_id" in has and "room_id" not in edit.columns and row.get("floor_id"):
        points = shapely.get_coordinates(row["geometry"]) if row["geometry"] is not None else np.zeros((0, 2))
        found = snapshot.rooms_at(row["floor_id"], points)
        row["room_id"] = str(snapshot.keys("room")[found[0]]) if len(found) and found[0] >= 0 else None


def _by_table(held: dict[tuple[str, str], dict[str, Any] | None], *, gone: bool) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for (table, _), row in held.items():
        if row is not None and bool(row.get("")) == gone:
            found.setdefault(table, []).append(row)
    return found


def _frame(snapshot: Snapshot, table: str, rows: Iterable[dict[str, Any]]) -> gpd.GeoDataFrame:
    listed = list(rows)
    data = pd.DataFrame(listed, columns=list(TABLES[table].names), dtype=object)
    shapes = gpd.GeoSeries([row["geometry"] for row in listed], crs=snapshot.crs)
    return fit_frame(TABLES[table], gpd.GeoDataFrame(data, geometry=shapes, crs=snapshot.crs), snapshot.crs)


def _want_unreferred(snapshot: Snapshot, removes: dict[str, list[str]], held: dict[tuple[str, str], Any]) -> None:
    """Refuse to take out what other rows point at; rows that imports may bring again are marked as gone instead."""
    for table, keys in removes.items():
        if "gone" in TABLES[table].by_name:
            continue
        for name, other in TABLES.items():
            for column in other.columns:
                if column.refers != table:
                    continue
                frame = snapshot.frame(name)
                rows = [key for key in frame.index[frame[column.name].isin(keys)] if (name, key) not in held]
                if rows:
                    values = {"table": table, "key": ", ".join(keys[:3]), "count": len(rows), "rows": f"{name} {rows[0]}"}
                    raise Problem(409, "service.referred", values)


def _after(snapshot: Snapshot, puts: dict[str, gpd.GeoDataFrame], removes: dict[str, list[str]]) -> Snapshot:
    frames: dict[str, gpd.GeoDataFrame] = {}
    for table in {*puts, *removes}:
        frame = snapshot.frame(table)
        gone = {*removes.get(table, ()), *(puts[table].index if table in puts else ())}
        parts = [frame[~frame.index.isin(gone)], *([puts[table]] if table in puts else [])]
        frames[table] = joined(TABLES[table], parts)
    return snapshot.replaced(frames, snapshot.version)


def _want_within(
    before: Snapshot, after: Snapshot, person: Person, puts: dict[str, gpd.GeoDataFrame], removes: dict[str, list[str]]
) -> None:
    """Refuse an edit of a row that is not theirs, or that would give it away or take another's."""
    was, will = Scope(before), Scope(after)
    for table in {*puts, *removes}:
        frame = before.frame(table)
        keys = {*removes.get(table, ()), *(puts[table].index if table in puts else ())}
        old = frame[frame.index.isin(keys)]
        if len(within(was, person.edits, table, old)) < len(old):
            raise Problem(403, "service.beyond_reach")
        if table in puts and len(within(will, person.edits, table, puts[table])) < len(puts[table]):
            raise Problem(403, "service.beyond_reach")


def _news(before: Snapshot, after: Snapshot, puts: dict[str, gpd.GeoDataFrame], removes: dict[str, list[str]]) -> list[Finding]:
    """Check what lies around the edit, before and after, and give what is new of it."""
    touched = {table: {*removes.get(table, ()), *(puts[table].index if table in puts else ())} for table in {*puts, *removes}}
    old = {_name(finding) for finding in check(surroundings(before, touched))}
    return [
        finding
        for finding in check(surroundings(after, touched))
        if finding.row in touched.get(finding.table, ()) and _name(finding) not in old
    ]


def _name(finding: Finding) -> tuple[Any, ...]:
    return (finding.severity, finding.code, finding.table, finding.row, finding.column)


def write(store: Store, made: Draft, actor: str, reason: str) -> int:
    """Write a draft as one change set.

    Returns
    -------
    Number of the set; 0 where nothing was left to change.

    Raises
    ------
    Problem
        409 where the store has moved on since the draft was made: make it anew.
    """
    with store.change(actor, reason) as work:
        if work.set_id != made.version + 1:
            raise Problem(409, "service.moved_on")
        _put(work, made)
        changed = bool(work.touched)
    return work.set_id if changed else 0


def _put(work: Change, made: Draft) -> None:
    for table, keys in made.removes.items():
        if "gone" in TABLES[table].by_name:
            work.bury(table, keys)
        else:
            work.remove(table, keys)
    for table in TABLES:
        if table in made.puts:
            work.put(table, made.puts[table])
