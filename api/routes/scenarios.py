"""Scenarios: what if, apart from the model. Read one as ``as_of=scenario:NAME`` wherever `as_of` goes."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import Path, Query
from starlette.requests import Request
from starlette.responses import Response

from api import schemas
from api.faults import Problem
from api.people import Person
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, service_of
from api.routes.model import Key, Table
from api.service import Service
from twin.model.tables import TABLES
from twin.store.scenarios import Scenario, Scenarios
from twin.store.sql import LOCAL

routes = Routes("scenarios")
Name = Annotated[str, Path(min_length=1, max_length=100, pattern=schemas.SAYABLE)]


def record_of(scenario: Scenario) -> dict[str, Any]:
    """Give a scenario as JSON."""
    return {**asdict(scenario), "merged": scenario.merged or None}


@routes.get("/api/scenarios", "scenario.read", response_model=schemas.Scenarios)
async def get_scenarios(request: Request) -> Response:
    """Every scenario: over which version, by whom, how many edits, merged or not."""
    book = Scenarios(service_of(request).store)
    found = await asyncio.to_thread(book.all)
    return json_answer(request, {"scenarios": [record_of(one) for one in found]})


@routes.post("/api/scenarios", "scenario.edit", response_model=schemas.Out, status_code=201)
async def post_scenario(request: Request, body: schemas.ScenarioIn) -> Response:
    """Begin a scenario over the newest version, or an earlier one."""
    service, person = service_of(request), asker(request)
    made = await service.write(lambda: Scenarios(service.store).create(body.name, person.login, body.note, body.base))
    return json_answer(request, record_of(made), 201)


@routes.delete("/api/scenarios/{name}", "scenario.edit", status_code=204, response_class=Response)
async def delete_scenario(request: Request, name: Name) -> Response:
    """Forget a scenario; what it brought into the model stays."""
    service = service_of(request)
    await service.write(lambda: Scenarios(service.store).drop(name))
    service.moves.pop(name, None)
    return Response(status_code=204)


@routes.get("/api/scenarios/{name}/difference", "scenario.read", response_model=schemas.Difference)
async def get_difference(
    request: Request, name: Name, live: Annotated[bool, Query(description="Against the model as it is now, not the base")] = False
) -> Response:
    """What a scenario changes, row by row, as far as you may see it; and how much you may not."""
    service, person = service_of(request), asker(request)
    rows = await asyncio.to_thread(lambda: Scenarios(service.store).difference(name, live=live))
    shown = [row.record() for row in rows if person.reads.whole(row.entity.removeprefix(LOCAL))]
    return json_answer(request, {"name": name, "rows": shown, "hidden": len(rows) - len(shown)})


@routes.patch("/api/scenarios/{name}/tables/{table}/{key}", "scenario.edit", response_model=schemas.Findings)
async def patch_scenario_row(request: Request, name: Name, table: Table, key: Key, body: schemas.ScenarioRow) -> Response:
    """Change columns of one row in a scenario; values are held against their columns."""
    service = service_of(request)
    _want_open(asker(request), table)
    found = await service.write(lambda: Scenarios(service.store).set_cells(name, table, key, body.values))
    return json_answer(request, {"findings": [finding.record() for finding in found]})


@routes.delete("/api/scenarios/{name}/tables/{table}/{key}", "scenario.edit", status_code=204, response_class=Response)
async def delete_scenario_row(
    request: Request,
    name: Name,
    table: Table,
    key: Key,
    revert: Annotated[bool, Query(description="Leave the row as the base has it")] = False,
) -> Response:
    """Take a row out in a scenario; or forget what the scenario does to it."""
    service = service_of(request)
    _want_open(asker(request), table)
    book = Scenarios(service.store)
    act = book.revert if revert else book.bury if "gone" in TABLES[table].by_name else book.remove
    await service.write(lambda: act(name, table, [key]))
    return Response(status_code=204)


@routes.post("/api/scenarios/{name}/rebase", "scenario.edit", response_model=schemas.Conflicts)
async def post_rebase(request: Request, name: Name, body: schemas.Rebase) -> Response:
    """Move a scenario to the newest version; contradictions are a 409 that lists them, unless one side is to win."""
    service = service_of(request)
    found = await service.write(lambda: Scenarios(service.store).rebase(name, body.take))
    return json_answer(request, {"settled": len(found), "version": service.live.version})


@routes.post("/api/scenarios/{name}/merge", "scenario.merge", response_model=schemas.Merged)
async def post_merge(request: Request, name: Name, body: schemas.Merge) -> Response:
    """Bring a scenario into the model as one change set, which can be undone."""
    service, person = service_of(request), asker(request)
    async with service.turn:
        await asyncio.to_thread(_want_own, service, person, name)
        set_id = await service.write(lambda: Scenarios(service.store).merge(name, person.login, body.reason))
    return json_answer(request, {"set_id": set_id, "version": service.live.version})


def _want_open(person: Person, table: str) -> None:
    if table not in TABLES:
        raise Problem(404, "service.no_table", {"table": table})
    if not person.reads.whole(table):
        raise Problem(403, "service.table_hidden", {"table": table})


def _want_own(service: Service, person: Person, name: str) -> None:
    """Refuse to merge what one could not have edited."""
    touched = {edit.entity.removeprefix(LOCAL) for edit in Scenarios(service.store).edits(name)}
    if beyond := sorted(touched - person.edits.tables):
        raise Problem(403, "service.table_locked", {"table": beyond[0]})
