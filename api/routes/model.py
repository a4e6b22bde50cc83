"""The model read: the district, its tables, pages of rows, one row."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Path, Query
from starlette.requests import Request
from starlette.responses import Response

from api import schemas
from api.editing import row_tag
from api.faults import Problem
from api.reading.district import district
from api.reading.pages import Asked, columns_of, page
from api.reading.use import NAMES, use
from api.routes.answers import bytes_answer, etag_of, json_answer, plain_json
from api.routes.guard import Routes, asker, looked, service_of
from twin.model.errors import UnknownKeyError
from twin.model.tables import TABLES
from twin.model.words import catalogue

if TYPE_CHECKING:
    from api.people import Person
    from api.reading.view import View

routes = Routes("model")
_ROWS, _PAGES = 20_000, 200
"""Answers about one row, and pages, that are kept with a view as they were written."""

Table = Annotated[str, Path(max_length=40, description="Name of a table, see /api/schema")]
Key = Annotated[str, Path(max_length=200, description="Key of a row")]
AsOf = Annotated[
    str,
    Query(max_length=120, description="A version number, a date (its end), a time in UTC, or scenario:NAME; empty = now"),
]
Unplaced = Annotated[str, Query(max_length=200, description="A building that is not on the ground yet, read in its own metres")]


async def view_of(request: Request, as_of: str = "", unplaced: str = "") -> View:
    """Give what the asker may see."""
    service, person = service_of(request), asker(request)
    if not as_of and not unplaced:
        warm = service.warm(person)
        if warm is not None:
            return warm
    return await service.view(person, as_of, unplaced)


def want_table(view: View, table: str) -> None:
    """Refuse a table that does not exist or is not shown to the asker.

    Raises
    ------
    Problem
        404 or 403.
    """
    if table not in TABLES:
        raise Problem(404, "service.no_table", {"table": table})
    if table not in view.tables:
        raise Problem(403, "service.table_hidden", {"table": table})


async def warmed(view: View, *tables: str) -> None:
    """See to it that rows are at hand, large tables in a thread."""
    for table in tables:
        if not view.warm(table) and len(view.snapshot.frame(table)) > 2000:
            await asyncio.to_thread(view.rows, table)


def may_edit(person: Person, table: str) -> bool:
    """Tell whether somebody may change at least some rows of a table."""
    return person.may("model.edit") and table in person.edits.tables


@routes.get("/api/district", "model.read", response_model=schemas.Out)
async def get_district(request: Request, as_of: AsOf = "", unplaced: Unplaced = "") -> Response:
    """Figures of the district, its buildings and floors; where it lies, and what there is."""
    service = service_of(request)
    view = await view_of(request, as_of, unplaced)
    found = await asyncio.to_thread(district, view)
    at = await asyncio.to_thread(service.moment, view.version)
    title = service.settings.title or next((site["name"] for site in found["sites"] if site["name"]), "")
    waiting = [] if as_of or unplaced else await service.waiting(asker(request))
    about = {"name": title, "as_of": as_of or None, "at": at, "layers": list(layers_of(view))}
    return json_answer(request, {**about, **found, "buildings": [*found["buildings"], *waiting]})


def layers_of(view: View) -> tuple[str, ...]:
    """Name the layers of geometry that a view can give."""
    from viz.stream import LAYERS  # noqa: PLC0415 - pyarrow is loaded with the first picture

    return tuple(layer for layer in LAYERS if layer not in TABLES or layer in view.tables)


@routes.get("/api/schema", "model.read", response_model=schemas.Out)
async def get_schema(request: Request) -> Response:
    """Every table and column with its meaning, and the words for their values."""
    return json_answer(request, _schema(asker(request)))


def _schema(person: Person) -> dict[str, Any]:
    tables = []
    for table in TABLES.values():
        columns = [
            {
                "name": column.name, "kind": column.kind, "zh": column.zh, "en": column.en, "unit": column.unit,
                "required": column.required, "refers": column.refers, "allowed": list(column.allowed), "low": column.low,
                "high": column.high, "protected": column.protected,
                "editable": column.name not in {table.key, "source_id", "global_id", "content_hash", "gone"},
            }
            for column in table.columns
        ]  # fmt: skip
        tables.append(
            {
                "name": table.name, "zh": table.zh, "en": table.en, "key": table.key, "shape": table.shape,
                "read": table.name in person.reads.tables, "edit": may_edit(person, table.name), "columns": columns,
            }
        )  # fmt: skip
    words: dict[str, dict[str, dict[str, str]]] = {}
    for code, (zh, en) in catalogue().items():
        parts = code.split(".")
        if parts[:2] == ["viz", "value"] and len(parts) == 4:
            words.setdefault(parts[2], {})[parts[3]] = {"zh": zh, "en": en}
    return {"tables": tables, "words": words}


@routes.get("/api/tables", "model.read", response_model=schemas.Out)
async def get_tables(request: Request, as_of: AsOf = "") -> Response:
    """The tables you may read, with how many rows each has for you."""
    view, person = await view_of(request, as_of), asker(request)
    listed = [
        {"table": name, "zh": table.zh, "en": table.en, "rows": len(view.snapshot.frame(name)), "edit": may_edit(person, name)}
        for name, table in TABLES.items()
        if name in view.tables
    ]
    return json_answer(request, {"version": view.version, "tables": listed})


@routes.get("/api/tables/{table}", "model.read", response_model=schemas.Page)
async def get_rows(
    request: Request,
    table: Table,
    where: Annotated[str, Query(alias="filter", max_length=3000, description="A typed filter as JSON")] = "",
    q: Annotated[str, Query(max_length=200, description="Words, as in /api/search")] = "",
    sort: Annotated[str, Query(max_length=200, description="Columns, separated by commas; - first means descending")] = "",
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    cursor: Annotated[str, Query(max_length=100)] = "",
    columns: Annotated[str, Query(max_length=800, description="Columns wanted, separated by commas; all when empty")] = "",
    floor: Annotated[str, Query(max_length=200)] = "",
    building: Annotated[str, Query(max_length=200)] = "",
    geometry: Annotated[bool, Query(description="With each row's shape as GeoJSON in metres")] = False,
    with_use: Annotated[bool, Query(alias="use", description="Rooms: with who uses them")] = False,
    as_of: AsOf = "",
    unplaced: Unplaced = "",
) -> Response:
    """A page of rows of one table: filtered, sorted, counted."""
    view = await view_of(request, as_of, unplaced)
    want_table(view, table)
    await warmed(view, table)
    looked(request, table)
    asked = Asked(table, where, q, sort, floor, building)
    held: dict[tuple[object, ...], tuple[bytes, str]] = view.once("written", dict)
    known = (asked, limit, cursor, columns, geometry, with_use)
    if known not in held:
        body = plain_json(_page(view, asked, (limit, cursor), columns, (geometry, with_use)))
        while len(held) >= _PAGES:
            held.pop(next(iter(held)), None)
        held[known] = body, etag_of(body)
    return bytes_answer(request, *held[known])


def _page(view: View, asked: Asked, part: tuple[int, str], columns: str, more: tuple[bool, bool]) -> dict[str, Any]:
    """Put one page together."""
    rows, names = view.rows(asked.table), columns_of(asked.table, columns)
    found = page(view, asked, *part)
    records = rows.records(found.rows, names)
    geometry, with_use = more
    if geometry:
        for record, row in zip(records, found.rows, strict=True):
            record["geometry"] = rows.geometry(row)
    if with_use and asked.table == "room":
        known = use(view)
        for record, row in zip(records, found.rows, strict=True):
            record["use"] = {name: known.columns[name][row] for name in NAMES}
    return {"table": asked.table, "version": view.version, "total": found.total, "rows": records, "next": found.cursor}


def row_at(view: View, table: str, key: str) -> int:
    """Find a row by its key.

    Raises
    ------
    UnknownKeyError
        If the asker sees no such row.
    """
    row = view.rows(table).place.get(key)
    if row is None:
        raise UnknownKeyError("key.unknown", table=table, key=key)
    return row


@routes.get("/api/tables/{table}/{key}", "model.read", response_model=schemas.RowAnswer)
async def get_row(request: Request, table: Table, key: Key, as_of: AsOf = "", unplaced: Unplaced = "") -> Response:
    """One row, with its shape; its ETag is what an edit sends back as If-Match."""
    view = await view_of(request, as_of, unplaced)
    want_table(view, table)
    await warmed(view, table)
    looked(request, table, key)
    row = row_at(view, table, key)
    person = asker(request)
    held: dict[tuple[str, int, bool], tuple[bytes, str]] = view.once("rows", dict)
    known = (table, row, may_edit(person, table))
    if known not in held:
        if len(held) >= _ROWS:
            held.clear()
        held[known] = plain_json(row_answer(view, person, table, row)), row_tag(view.rows(table), row)
    return bytes_answer(request, *held[known])


def row_answer(view: View, person: Person, table: str, row: int) -> dict[str, Any]:
    """Put one row's answer together; the same row of the same version is always the same bytes."""
    rows = view.rows(table)
    answer: dict[str, Any] = {
        "table": table,
        "key": rows.keys[row],
        "row": rows.record(row),
        "geometry": rows.geometry(row),
        "edit": may_edit(person, table),
    }
    if table == "room":
        answer["use"] = use(view).record(row)
    return {**answer, "version": view.version}
