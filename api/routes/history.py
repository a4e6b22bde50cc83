"""What happened: the log, the story of one row, and news as they come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

import orjson
from fastapi import Path, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from api import schemas
from api.faults import Problem
from api.reading.history import entries_for, row_story, set_lines
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, looked, service_of
from api.routes.model import Key, Table, view_of, want_table
from api.service import Service
from twin.model.errors import UnknownKeyError
from twin.store.ledger import set_of, sets_before
from twin.store.sight import Sight

routes = Routes("history")
PING_S = 15.0


@routes.get("/api/log", "history.read", response_model=schemas.Log)
async def get_log(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    before: Annotated[int, Query(ge=0, lt=2**53, description="Only sets older than this one")] = 0,
) -> Response:
    """Change sets, the newest first: who, when, why, how many rows of which tables."""
    service, person = service_of(request), asker(request)
    entries = await asyncio.to_thread(sets_before, service.store, limit, before)
    told = entries_for(entries, person.reads)
    following = entries[-1]["set_id"] if len(entries) == limit and entries[-1]["set_id"] > 1 else None
    return json_answer(request, {"entries": told, "next": following})


@routes.get("/api/log/{set_id}", "history.read", response_model=schemas.LogSet)
async def get_set(request: Request, set_id: Annotated[int, Path(ge=1, lt=2**53)]) -> Response:
    """One change set with its rows, before and after."""
    service, person = service_of(request), asker(request)
    entry = await asyncio.to_thread(set_of, service.store, set_id)
    told = entries_for([entry], person.reads) if entry else []
    if not told:
        raise UnknownKeyError("undo.unknown", set=set_id, newest=service.live.version)
    lines, _ = await asyncio.to_thread(_some_lines, service, person.reads, set_id)
    for table in {str(line["entity"]) for line in lines}:
        looked(request, table, f"log {set_id}")
    return json_answer(request, {"entry": told[0], "lines": lines})


def _some_lines(service: Service, sight: Sight, set_id: int) -> tuple[list[dict[str, Any]], int]:
    return set_lines(service.store, service.live.snapshot, sight, set_id)


@routes.get("/api/tables/{table}/{key}/history", "history.read", response_model=schemas.Story)
async def get_story(request: Request, table: Table, key: Key) -> Response:
    """What happened to one row, the newest first, column by column."""
    service, person = service_of(request), asker(request)
    want_table(await view_of(request), table)
    looked(request, table, key)
    lines = await asyncio.to_thread(row_story, service.store, service.live.snapshot, person.reads, table, key)
    if not lines:
        raise UnknownKeyError("key.unknown", table=table, key=key)
    return json_answer(request, {"table": table, "key": key, "lines": lines})


@routes.get(
    "/api/events",
    "model.read",
    response_class=Response,
    responses={200: {"description": "Server-sent events: hello, change, job, ping", "content": {"text/event-stream": {}}}},
)
async def get_events(request: Request) -> Response:
    """News as they come: changes of the model that you may see, and your jobs."""
    service = service_of(request)
    if service.hub.full:
        raise Problem(429, "service.streams_full", headers={"retry-after": "30"})
    return StreamingResponse(_news(service, request), media_type="text/event-stream", headers={"x-accel-buffering": "no"})


async def _news(service: Service, request: Request) -> AsyncIterator[bytes]:
    listener = service.hub.join(asker(request))
    try:
        yield event("hello", {"version": service.live.version}, service.live.version)
        while True:
            try:
                message = await asyncio.wait_for(listener.queue.get(), PING_S)
            except TimeoutError:
                yield event("ping", {"version": service.live.version}, service.live.version)
                continue
            if message is None:
                return
            yield event(message[0], message[1], service.live.version)
    finally:
        service.hub.leave(listener)


def event(name: str, data: object, number: int) -> bytes:
    """Write one event."""
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (number, name.encode(), orjson.dumps(data))
