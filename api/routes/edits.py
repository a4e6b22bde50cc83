"""Changing the model: one row, several at once, and taking a change back."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Header, Query
from starlette.requests import Request
from starlette.responses import Response

from api import schemas
from api.editing import ASIS, Draft, Edit, draft, row_tag, write
from api.faults import Problem
from api.people import Person
from api.reading.history import MOST_LINES, set_lines
from api.reading.rows import Rows
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, service_of
from api.routes.model import Key, Table
from api.service import Service
from twin.model.errors import UnknownKeyError
from twin.store.ledger import set_of
from twin.store.sight import narrow
from twin.store.sql import LOCAL
from twin.store.undoing import undo

routes = Routes("edits")

Match = Annotated[str, Header(max_length=200, description="The ETag of the row as it was read")]
Once = Annotated[str, Header(alias="Idempotency-Key", max_length=100, description="Sent again, the first answer is given again")]
Dry = Annotated[bool, Query(description="Check only, write nothing")]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one request wants done."""

    edits: tuple[Edit, ...]
    reason: str
    dry_run: bool = False
    status: int = 200


@routes.patch("/api/tables/{table}/{key}", "model.edit", response_model=schemas.Edited)
async def patch_row(
    request: Request, table: Table, key: Key, body: schemas.Patch, if_match: Match = "", once: Once = "", dry_run: Dry = False
) -> Response:
    """Change columns or the shape of one row; needs If-Match."""
    _want_match(if_match)
    edit = Edit("put", table, key, body.values, _geometry(body), if_match)
    return await _once(request, once, Asked((edit,), body.reason or f"{table} {key}", dry_run), body)


@routes.post("/api/tables/{table}", "model.edit", response_model=schemas.Edited, status_code=201)
async def post_row(request: Request, table: Table, body: schemas.Patch, once: Once = "", dry_run: Dry = False) -> Response:
    """Add a row; its key is made where none is given."""
    key = str(body.values.get(f"{table}_id") or "")
    edit = Edit("put", table, key, body.values, _geometry(body), new=True)
    return await _once(request, once, Asked((edit,), body.reason or f"+ {table}", dry_run, 201), body)


@routes.delete("/api/tables/{table}/{key}", "model.edit", response_model=schemas.Edited)
async def delete_row(
    request: Request,
    table: Table,
    key: Key,
    if_match: Match = "",
    once: Once = "",
    reason: Annotated[str, Query(max_length=500)] = "",
    dry_run: Dry = False,
) -> Response:
    """Take a row out; what an IFC file brought is marked as gone. Needs If-Match."""
    _want_match(if_match)
    return await _once(
        request, once, Asked((Edit("remove", table, key, tag=if_match),), reason or f"- {table} {key}", dry_run), None
    )


@routes.post("/api/changes", "model.edit", response_model=schemas.Edited)
async def post_changes(request: Request, body: schemas.Changes, once: Once = "", dry_run: Dry = False) -> Response:
    """Make several edits as one change set, which is undone as one."""
    edits = tuple(
        Edit(
            each.op,
            each.table,
            each.key,
            each.values,
            _geometry(each),
            each.if_match,
            each.op == "put" and (each.new or not each.key),
        )
        for each in body.edits
    )
    return await _once(request, once, Asked(edits, body.reason, dry_run), body)


@routes.post("/api/undo", "model.edit", response_model=schemas.Undone)
async def post_undo(request: Request, body: schemas.Undo, once: Once = "") -> Response:
    """Put every row of a change set back as it was, as a change set of its own."""
    service, person = service_of(request), asker(request)

    async def work() -> tuple[int, dict[str, Any]]:
        async with service.turn:
            await service.caught_up()
            await asyncio.to_thread(_want_own, service, person, body.set_id)
            made = await service.write(lambda: undo(service.store, body.set_id, person.login))
        return 200, {"set_id": made, "undone": body.set_id, "version": service.live.version}

    return await _answer(request, once, body.model_dump_json(), work)


def _want_own(service: Service, person: Person, set_id: int) -> None:
    """Refuse to undo what somebody could not have done."""
    entry = set_of(service.store, set_id)
    if entry is None:
        raise UnknownKeyError("undo.unknown", set=set_id, newest=service.live.version)
    if all(person.edits.whole(name.removeprefix(LOCAL)) for name in entry["counts"]):
        return
    if sum(sum(count.values()) for count in entry["counts"].values()) > MOST_LINES:
        raise Problem(403, "service.beyond_reach")
    lines, hidden = set_lines(service.store, service.live.snapshot, person.edits, set_id)
    if hidden or any(line["entity"] not in person.edits.tables for line in lines):
        raise Problem(403, "service.beyond_reach")


def _want_match(if_match: str) -> None:
    if not if_match:
        raise Problem(428, "service.want_match")


def _geometry(body: schemas.Patch | schemas.OneEdit) -> Any:
    return body.geometry if "geometry" in body.model_fields_set else ASIS


async def _once(request: Request, once: str, asked: Asked, body: Any) -> Response:
    """Do it, or give the answer that the same request was given before."""
    service, person = service_of(request), asker(request)
    said = body.model_dump_json() if body is not None else ""

    async def work() -> tuple[int, dict[str, Any]]:
        async with service.turn:
            made, set_id = await _do(service, person, asked)
        return asked.status, _told(service, person, made, set_id)

    return await _answer(request, once, said + repr(asked.edits), work)


async def _do(service: Service, person: Person, asked: Asked) -> tuple[Draft, int | None]:
    """Draft, check, write; where another program wrote in between, once more."""
    for attempt in range(3):
        await service.caught_up()
        made = await asyncio.to_thread(draft, service.live.snapshot, person, asked.edits)
        if made.errors:
            findings = [finding.record() for finding in made.findings]
            raise Problem(422, "service.checks_refuse", {"count": len(made.errors)}, findings=findings)
        if asked.dry_run:
            return made, None
        try:
            return made, await service.write(lambda made=made: write(service.store, made, person.login, asked.reason))  # type: ignore[misc]
        except Problem as problem:
            if problem.code != "service.moved_on" or attempt == 2:
                raise
    raise Problem(409, "service.moved_on")


def _told(service: Service, person: Person, made: Draft, set_id: int | None) -> dict[str, Any]:
    """Say what became of it: each row as it is now, as its asker may see it."""
    rows: list[dict[str, Any]] = []
    snapshot = service.live.snapshot
    for table, key in made.keys:
        frame = snapshot.frame(table)
        if set_id is None or key not in frame.index:
            rows.append({"table": table, "key": key, "etag": None})
            continue
        only = snapshot.replaced({table: frame.loc[[key]]}, snapshot.version) if table not in {"room", "occupancy"} else snapshot
        seen = narrow(only, person.reads).frame(table)
        if key in seen.index:
            held = Rows(table, seen.loc[[key]])
            rows.append(
                {"table": table, "key": key, "etag": row_tag(held, 0), "row": held.record(0), "geometry": held.geometry(0)}
            )
    first: dict[str, Any] = rows[0] if len(rows) == 1 else {}
    return {
        "set_id": set_id or None,
        "version": snapshot.version,
        "findings": [finding.record() for finding in made.findings],
        "rows": rows,
        **{name: first[name] for name in ("row", "geometry") if name in first},
    }


async def _answer(request: Request, once: str, said: str, work: Any) -> Response:
    """Run a piece of work under its idempotency key."""
    service, person = service_of(request), asker(request)
    if not once:
        status, body = await work()
    else:
        digest = hashlib.sha256(f"{request.method} {request.url.path} {request.url.query}\n{said}".encode()).hexdigest()
        status, body = await service.onces.run((person.account_id, once), digest, work)
    rows = body.get("rows") or []
    headers = {"location": f"/api/tables/{rows[0]['table']}/{rows[0]['key']}"} if status == 201 and rows else {}
    tag = rows[0]["etag"] if len(rows) == 1 and rows[0]["etag"] else ""
    return json_answer(request, body, status, headers, etag=tag)
