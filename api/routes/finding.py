"""Finding things: by words, under a point; and everything about one of them."""

from __future__ import annotations

import asyncio
from typing import Annotated

import numpy as np
import shapely
from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response

from api import schemas
from api.editing import row_tag
from api.reading.cards import card
from api.reading.search import label_of, search
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, looked
from api.routes.model import AsOf, Key, Table, Unplaced, row_answer, row_at, view_of, want_table, warmed
from twin.model.errors import UnknownKeyError

routes = Routes("finding")
Metres = Annotated[float, Query(ge=-1e8, le=1e8, allow_inf_nan=False, description="Metres in the district's CRS")]


@routes.get("/api/search", "model.read", response_model=schemas.Found)
async def get_search(
    request: Request,
    q: Annotated[str, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
    as_of: AsOf = "",
) -> Response:
    """What the words mean, in Chinese or English: "B座 3层 空置 >30㎡", "vacant office over 30 m2"."""
    view = await view_of(request, as_of)
    return json_answer(request, await asyncio.to_thread(search, view, q, limit))


@routes.get("/api/at", "model.read", response_model=schemas.Under)
async def get_at(
    request: Request,
    x: Metres,
    y: Metres,
    floor: Annotated[str, Query(max_length=200, description="On this floor; without it buildings and their floors")] = "",
    as_of: AsOf = "",
    unplaced: Unplaced = "",
) -> Response:
    """What is under a point: the room of a floor, or the building."""
    view = await view_of(request, as_of, unplaced)
    snapshot = view.snapshot
    if floor:
        place = view.rows("floor").place.get(floor)
        if place is None:
            raise UnknownKeyError("key.unknown", table="floor", key=floor)
        row = int(snapshot.rooms_at(floor, np.array([[x, y]]))[0])
        rows = view.rows("room")
        room = {"key": rows.keys[row], "label": label_of(view, "room", row), "row": rows.record(row)} if row >= 0 else None
        owner = view.rows("floor").columns["building_id"][place]
        return json_answer(
            request, {"version": view.version, "room": room, "floor_id": floor, "building_id": owner, "floors": []}
        )
    held = view.rows("building")
    under = np.flatnonzero(shapely.intersects_xy(held.shapes, x, y)).tolist() if len(held) else []
    building = held.keys[under[0]] if under else None
    floors = [
        key
        for key, owner in zip(view.rows("floor").keys, view.rows("floor").columns["building_id"], strict=True)
        if owner == building
    ]
    return json_answer(
        request,
        {"version": view.version, "room": None, "floor_id": None, "building_id": building, "floors": floors if building else []},
    )


@routes.get("/api/cards/{table}/{key}", "model.read", response_model=schemas.RowAnswer)
async def get_card(request: Request, table: Table, key: Key, as_of: AsOf = "", unplaced: Unplaced = "") -> Response:
    """One thing with where it is, what belongs to it, and who uses it."""
    view, person = await view_of(request, as_of, unplaced), asker(request)
    want_table(view, table)
    await warmed(view, table)
    looked(request, table, key)
    if table in {"room", "floor", "building"}:
        looked(request, "camera", f"of {table} {key}")
    row = row_at(view, table, key)
    answer = {**row_answer(view, person, table, row), **(await asyncio.to_thread(card, view, table, row))}
    return json_answer(request, {**answer, "etag": row_tag(view.rows(table), row)})
