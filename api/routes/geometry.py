"""Shapes and columns as Arrow streams: shapes once, columns whenever colours change."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Path, Query
from starlette.requests import Request
from starlette.responses import Response

from api.faults import Problem
from api.reading.pages import Asked, columns_of, picked
from api.reading.use import NAMES, use
from api.routes.answers import json_answer, keep, kept_answer
from api.routes.guard import Routes, looked
from api.routes.model import AsOf, Table, Unplaced, layers_of, view_of, want_table, warmed

if TYPE_CHECKING:
    from api.reading.view import View

routes = Routes("map")
ARROW = "application/vnd.apache.arrow.stream"
_STREAM: dict[int | str, dict[str, Any]] = {200: {"description": "An Arrow IPC stream", "content": {ARROW: {}}}}


@routes.get("/api/geometry/{layer}", "model.read", response_class=Response, responses=_STREAM)
async def get_geometry(
    request: Request,
    layer: Annotated[str, Path(max_length=40, description="One of the layers that /api/district names")],
    floor: Annotated[str, Query(max_length=200)] = "",
    building: Annotated[str, Query(max_length=200)] = "",
    as_of: AsOf = "",
    unplaced: Unplaced = "",
) -> Response:
    """Shapes of one layer, ready to draw."""
    view = await view_of(request, as_of, unplaced)
    if layer not in layers_of(view):
        raise Problem(404, "service.no_geometry", {"layer": layer})
    looked(request, layer, floor)
    key = ("geometry", layer, floor, building)
    if not view.has(key):
        await asyncio.to_thread(view.once, key, lambda: keep(_draw(view, layer, floor, building), ARROW))
    return kept_answer(request, view.once(key, lambda: keep(_draw(view, layer, floor, building), ARROW)))


def _draw(view: View, layer: str, floor: str, building: str) -> bytes:
    from viz.stream import geometry  # noqa: PLC0415 - pyarrow is loaded with the first picture

    return geometry(view.snapshot, layer, floor, building)


@routes.get(
    "/api/columns/{table}",
    "model.read",
    response_class=Response,
    responses={**_STREAM, 200: {**_STREAM[200], "content": {ARROW: {}, "application/json": {}}}},
)
async def get_columns(
    request: Request,
    table: Table,
    names: Annotated[str, Query(max_length=800, description="Columns, separated by commas")] = "",
    floor: Annotated[str, Query(max_length=200)] = "",
    building: Annotated[str, Query(max_length=200)] = "",
    as_of: AsOf = "",
    unplaced: Unplaced = "",
) -> Response:
    """Columns of a table without shapes, in key order: what a map is coloured from. Rooms also have who uses them."""
    view = await view_of(request, as_of, unplaced)
    want_table(view, table)
    await warmed(view, table)
    looked(request, table, floor)
    derived = [name for name in names.split(",") if name in NAMES and table == "room"]
    plain = columns_of(table, ",".join(name for name in names.split(",") if name not in derived)) if names else None
    wanted = [*(plain or ([] if names else [*view.rows(table).columns])), *derived]
    rows = picked(view, Asked(table, floor=floor, building=building)).tolist()
    if "application/json" in request.headers.get("accept", ""):
        columns = {name: [held[row] for row in rows] for name, held in _columns(view, table, wanted)}
        keys = view.rows(table).keys
        return json_answer(request, {"version": view.version, "keys": [keys[row] for row in rows], "columns": columns})
    key = ("columns", table, tuple(wanted), floor, building)
    if not view.has(key):
        await asyncio.to_thread(view.once, key, lambda: keep(_arrow(view, table, wanted, rows), ARROW))
    return kept_answer(request, view.once(key, lambda: keep(_arrow(view, table, wanted, rows), ARROW)))


def _columns(view: View, table: str, names: list[str]) -> list[tuple[str, list[Any]]]:
    own = view.rows(table).columns
    return [(name, own[name] if name in own else use(view).columns[name]) for name in names]


def _arrow(view: View, table: str, names: list[str], rows: list[int]) -> bytes:
    import pyarrow as pa  # noqa: PLC0415 - loaded with the first picture

    keys = view.rows(table).keys
    made = {"key": pa.array([keys[row] for row in rows], pa.string())}
    for name, held in _columns(view, table, names):
        values = pa.array([held[row] for row in rows])
        made[name] = values.dictionary_encode() if pa.types.is_string(values.type) else values
    sink = pa.BufferOutputStream()
    out = pa.table(made)
    with pa.ipc.new_stream(sink, out.schema) as writer:
        writer.write_table(out.combine_chunks())
    return bytes(sink.getvalue())
