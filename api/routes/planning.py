"""The planning desk over HTTP: plans as jobs, the stack they are read from, and what becomes of them as scenarios."""

from __future__ import annotations

import asyncio
import datetime as dt
import secrets
from typing import TYPE_CHECKING, Annotated, Any

import geopandas as gpd
from fastapi import Query
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from api import schemas
from api.desks import forms, moving
from api.desks.undoing import Moves
from api.faults import Problem, language
from api.gate import address_of
from api.reading.stack import difference, on_day, stack
from api.reading.view import View
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, service_of
from api.routes.model import AsOf, view_of
from api.routes.questions import done
from api.routes.scenarios import Name, record_of
from api.service import SCENARIO
from api.tasks import sight_record
from twin.model.errors import PlanError
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES
from twin.space.planning import phasing
from twin.space.planning.alternatives import compare
from twin.store.past import row_frame
from twin.store.scenarios import Scenarios

if TYPE_CHECKING:
    from api.jobs import Job
    from api.service import Service

routes = Routes("planning")
JobKey = Annotated[str, Query(min_length=1, max_length=200, description="A plan of yours that is done")]
Day = Annotated[str, Query(max_length=10, pattern=r"^(\d{4}-\d\d-\d\d)?$", description="A date; empty = the day of what is read")]
PerDay = Annotated[int, Query(ge=1, le=100_000, description="People who can move in a day")]
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", "content": {_XLSX: {"schema": {"type": "string", "format": "binary"}}}}
}


def today() -> str:
    """Give the day where the district is."""
    return dt.date.today().isoformat()  # noqa: DTZ011 - the district's own day


def day_of(text: str) -> dt.date:
    """Read a date; today where it is empty.

    Raises
    ------
    Problem
        422 where there is no such day.
    """
    try:
        return dt.date.fromisoformat(text or today())
    except ValueError as error:
        raise Problem(422, "past.bad_day", {"day": text}) from error


# -- plans as jobs ---------------------------------------------------------------------------------------------------------------


async def _begin(request: Request, kind: str, body: forms.PlanAsk) -> Response:
    service, person = service_of(request), asker(request)
    asked = body.model_dump()
    asked["on"] = day_of(asked["on"]).isoformat()
    asked["moment"] = await service.moment_of(person, body.as_of)
    job = service.jobs.submit(person, kind, kind, {**asked, "sight": sight_record(person.reads)}, lane="plan")
    return json_answer(request, {"job": job.record(language(request.scope))}, 202, {"location": f"/api/jobs/{job.job_id}"})


@routes.post("/api/planning/plans", "ask.plan", response_model=schemas.JobAnswer, status_code=202)
async def post_plan(request: Request, body: forms.PlanAsk) -> Response:
    """Plan a consolidation: a job that tells its best value and bound as it goes; finish takes the best so far."""
    return await _begin(request, "plan", body)


@routes.post("/api/planning/curve", "ask.plan", response_model=schemas.JobAnswer, status_code=202)
async def post_curve(request: Request, body: forms.Curve) -> Response:
    """Plans for several horizons: running cost against people moved."""
    return await _begin(request, "curve", body)


@routes.post("/api/planning/explain", "ask.plan", response_model=schemas.JobAnswer, status_code=202)
async def post_explain(request: Request, body: forms.Pinned) -> Response:
    """What it would cost to leave a department where it sits, and what seats are worth."""
    return await _begin(request, "explain", body)


def _plan(service: Service, request: Request, key: str) -> Job:
    """Give a plan that is done.

    Raises
    ------
    Problem
        404 for no job of theirs, 409 for one that is no plan or not done.
    """
    job = service.jobs.get(asker(request), key)
    if job.kind != "plan" or not job.over:
        raise Problem(409, "desk.no_plan")
    done(job)
    return job


@routes.post("/api/planning/compare", "ask.plan", response_model=schemas.Out)
async def post_compare(request: Request, body: forms.Compare) -> Response:
    """Two plans side by side: figures, departments that go elsewhere, rooms."""
    service = service_of(request)
    one, two = (phasing.read_plan(_plan(service, request, key).result) for key in (body.one, body.two))
    found = await asyncio.to_thread(compare, one, two, body.names)
    return json_answer(request, {**found.record(), "lines": {lang: found.lines(lang) for lang in ("zh", "en")}})


def _phases(job: Job, start: str, per_day: int) -> phasing.Phases:
    plan = phasing.read_plan(job.result)
    made = phasing.phase(plan, day_of(start), per_day)
    if faults := phasing.check(plan, made):
        raise PlanError("plan.unsound", faults, count=len(faults), first=faults[0])
    return made


@routes.get("/api/planning/phases", "ask.plan", response_model=schemas.Out)
async def get_phases(request: Request, job: JobKey, start: Day = "", per_day: PerDay = 60) -> Response:
    """In which order the people of a plan move, wave after wave."""
    made = await asyncio.to_thread(_phases, _plan(service_of(request), request, job), start, per_day)
    return json_answer(request, {**made.record(), "lines": {lang: made.lines(lang) for lang in ("zh", "en")}})


@routes.get("/api/planning/moves/xlsx", "export.run", response_class=Response, responses=_FILE)
async def get_moves(request: Request, job: JobKey, start: Day = "", per_day: PerDay = 60) -> Response:
    """The order of the moves as a workbook; audited."""
    from viz.moves import write_waves  # noqa: PLC0415 - openpyxl is loaded with the first workbook

    service, person = service_of(request), asker(request)
    plan = _plan(service, request, job)
    await service.disclose(person, f"moves xlsx {job}", [], address_of(request.scope))
    out = service.room / f"moves-{secrets.token_hex(8)}.xlsx"
    await asyncio.to_thread(lambda: write_waves(out, _phases(plan, start, per_day)))
    return FileResponse(out, media_type=_XLSX, filename="moves.xlsx", background=BackgroundTask(out.unlink, missing_ok=True))


# -- the stack -------------------------------------------------------------------------------------------------------------------


@routes.get("/api/planning/stack", "ask.space", response_model=forms.Stack)
async def get_stack(request: Request, on: Day = "", job: str = Query("", max_length=200), as_of: AsOf = "") -> Response:
    """Buildings × floors × departments with heads, m² and ceilings; with `job` as that plan would have it."""
    service = service_of(request)
    day = day_of(on).isoformat() if on else ""
    if job:
        plan = _plan(service, request, job)
        view = await asyncio.to_thread(_planned, await view_of(request, plan.arguments["as_of"]), plan, day)
    else:
        view = on_day(await view_of(request, as_of), day)
    return json_answer(request, await asyncio.to_thread(stack, view))


def _planned(view: View, job: Job, day: str) -> View:
    """Put a plan's occupancies into a view, and look at the day after the plan's."""
    model, day = TABLES["occupancy"], day or (dt.date.fromisoformat(job.kept["on"]) + dt.timedelta(days=1)).isoformat()
    fresh = fit_frame(model, row_frame(model, job.kept["occupancy"], view.snapshot.crs), view.snapshot.crs)
    held = view.snapshot.frame("occupancy")
    merged = gpd.GeoDataFrame(gpd.pd.concat([held[~held.index.isin(fresh.index)], fresh]).sort_index())
    return View(
        view.snapshot.replaced({"occupancy": fit_frame(model, merged, view.snapshot.crs)}, view.version), view.tables, day=day
    )


@routes.get("/api/planning/difference", "scenario.read", response_model=schemas.Out)
async def get_stack_difference(request: Request, two: AsOf, one: AsOf = "", on: Day = "") -> Response:
    """Two moments or scenarios side by side: figures, and the rooms that other people use."""
    day = day_of(on).isoformat() if on else ""
    views = [on_day(await view_of(request, moment), day) for moment in (one, two)]
    return json_answer(request, await asyncio.to_thread(difference, *views))


# -- moves in the model itself ------------------------------------------------------------------------------------------


@routes.post("/api/moves", "edit.people", response_model=forms.MovedNow)
async def post_model_move(request: Request, body: forms.BlockMove) -> Response:
    """Take a department's people to another floor in the model, from a day on, as one change set; `dry_run` only looks."""
    service, person = service_of(request), asker(request)
    if not (person.reads.whole("occupancy") and person.edits.whole("occupancy") and person.reads.whole("room")):
        raise Problem(403, "service.table_locked", {"table": "occupancy"})
    on = day_of(body.on).isoformat()
    asked = moving.Ask(body.department, body.from_floor, body.to_floor, on, body.heads or 0, body.seat_m2)
    set_id = None
    async with service.turn:
        await service.caught_up()
        made = await asyncio.to_thread(moving.draft, on_day(await view_of(request), on), asked)
        errors = [finding for finding in made.findings if finding.severity == "error"]
        if errors and not body.dry_run:
            raise Problem(422, "desk.move_refused", {"count": len(errors)}, findings=[one.record() for one in made.findings])
        if not body.dry_run:
            set_id = await service.write(lambda: _write_move(service, person.login, made, asked))
    told = {part: getattr(made, part) for part in ("heads", "unplaced", "ended", "begun")}
    findings = [finding.record() for finding in made.findings]
    return json_answer(request, {**told, "findings": findings, "set_id": set_id, "version": service.live.version})


def _write_move(service: Service, who: str, made: moving.Draft, asked: moving.Ask) -> int:
    """Write a move as one change set; gives its number."""
    model, view = TABLES["occupancy"], service.live.snapshot
    names = {key: view.row(table, key)["name"] for table, key in (("department", asked.department), ("floor", asked.to_floor))}
    plain = [{name: row.get(name) for name in model.names} for row in made.puts]
    with service.store.change(
        who, f"{names[asked.department] or asked.department} → {names[asked.to_floor] or asked.to_floor}"
    ) as work:
        work.put("occupancy", row_frame(model, plain, service.store.crs))
        if made.removes:
            work.remove("occupancy", made.removes)
    return service.store.version


# -- scenarios -------------------------------------------------------------------------------------------------------------------


@routes.post("/api/planning/save", "scenario.edit", response_model=schemas.Out, status_code=201)
async def post_save(request: Request, body: forms.Save) -> Response:
    """Keep a plan as a scenario over the version it was made from."""
    service, person = service_of(request), asker(request)
    job = _plan(service, request, body.job)
    if job.arguments["as_of"]:
        raise Problem(409, "desk.plan_of_past")
    model = TABLES["occupancy"]

    def keep() -> Any:
        book = Scenarios(service.store)
        book.create(body.name, person.login, body.note or job.result["lines"]["zh"][0], job.kept["version"])
        book.put(body.name, "occupancy", row_frame(model, job.kept["occupancy"], service.store.crs))
        return book.get(body.name)

    return json_answer(request, record_of(await service.write(keep)), 201)


@routes.post("/api/scenarios/{name}/moves", "scenario.edit", response_model=forms.Moved)
async def post_move(request: Request, name: Name, body: forms.BlockMove) -> Response:
    """Take a department's people from one floor to another in a scenario, from a day on; `dry_run` only looks."""
    service = service_of(request)
    on = day_of(body.on).isoformat()
    asked = moving.Ask(body.department, body.from_floor, body.to_floor, on, body.heads or 0, body.seat_m2)
    async with service.turn:
        view = on_day(await view_of(request, SCENARIO + name), on)
        made = await asyncio.to_thread(moving.draft, view, asked)
        errors = [finding for finding in made.findings if finding.severity == "error"]
        if errors and not body.dry_run:
            raise Problem(422, "desk.move_refused", {"count": len(errors)}, findings=[one.record() for one in made.findings])
        moves = Moves(service, name)
        if not body.dry_run:
            await service.write(lambda: moves.make(made))
    told = {part: getattr(made, part) for part in ("heads", "unplaced", "ended", "begun")}
    findings = [finding.record() for finding in made.findings]
    return json_answer(request, {**told, "findings": findings, "undo": moves.count})


@routes.delete("/api/scenarios/{name}/moves/last", "scenario.edit", response_model=schemas.Out)
async def delete_last_move(request: Request, name: Name) -> Response:
    """Take the last move in a scenario back."""
    service = service_of(request)
    async with service.turn:
        moves = Moves(service, name)
        if not moves.count:
            raise Problem(409, "desk.no_move")
        keys = await service.write(moves.undo)
    return json_answer(request, {"undone": keys, "undo": moves.count})
