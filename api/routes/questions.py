"""The three questions over HTTP: an answer at once where it is known or soon found, otherwise a job to come back to."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from typing import Annotated, Any

from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response

from api import schemas
from api.faults import Problem, language
from api.gate import address_of
from api.jobs import Job
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, service_of
from api.service import SCENARIO
from api.tasks import sight_record

routes = Routes("questions")
Wait = Annotated[float | None, Query(ge=0, le=25, description="Seconds to wait for the answer before a job is given instead")]
_LATER: dict[int | str, dict[str, Any]] = {202: {"description": "It takes longer: a job", "model": schemas.JobAnswer}}


@routes.post("/api/questions/space", "ask.space", response_model=schemas.Answer, responses=_LATER)
async def ask_space(request: Request, body: schemas.AskSpace, wait: Wait = None) -> Response:
    """Area held against the standard: by department, over-standard rooms, vacancy."""
    asked = body.model_dump()
    asked["on"] = asked["on"] or dt.date.today().isoformat()  # noqa: DTZ011 - the day where the district is
    return await _ask(request, "space", asked, wait)


@routes.post("/api/questions/security", "ask.security", response_model=schemas.Answer, responses=_LATER)
async def ask_security(request: Request, body: schemas.AskSecurity, wait: Wait = None) -> Response:
    """What every camera sees, and what nobody sees; every look is audited."""
    service_of(request).audit.look(asker(request), "coverage", address_of(request.scope))
    return await _ask(request, "security", body.model_dump(), wait)


@routes.post("/api/questions/fleet", "ask.fleet", response_model=schemas.Answer, responses=_LATER)
async def ask_fleet(request: Request, body: schemas.AskFleet, wait: Wait = None) -> Response:
    """The fastest way between two places."""
    return await _ask(request, "fleet", body.model_dump(by_alias=True), wait)


async def _ask(request: Request, kind: str, asked: dict[str, Any], wait: float | None) -> Response:
    """Answer from what is known of this version, or by a job."""
    service, person = service_of(request), asker(request)
    if asked.get("as_of", "").startswith(SCENARIO):
        if not person.may("scenario.read"):
            raise Problem(403, "service.not_permitted", {"permission": "scenario.read"}, permission="scenario.read")
        apart = service.jobs.submit(person, kind, kind, {**asked, "sight": sight_record(person.reads)})
        await apart.ended.wait()
        return json_answer(request, {**done(apart), "cached": False, "job_id": apart.job_id})
    key = (kind, service.live.version, person.reads, json.dumps(asked, sort_keys=True))
    known = service.answers.get(key)
    if known is not None:
        return json_answer(request, {**known, "cached": True})
    job = service.asking.get((*key, person.account_id))
    if job is None or job.over:
        job = service.jobs.submit(person, kind, kind, {**asked, "sight": sight_record(person.reads)})
        service.asking[*key, person.account_id] = job
    try:
        await asyncio.wait_for(job.ended.wait(), service.settings.answer_wait_s if wait is None else wait)
    except TimeoutError:
        return json_answer(request, {"job": job.record(language(request.scope))}, 202, {"location": f"/api/jobs/{job.job_id}"})
    service.asking.pop((*key, person.account_id), None)
    return json_answer(request, {**done(job), "cached": False, "job_id": job.job_id, **service.remember(key, job)})


def done(job: Job) -> dict[str, Any]:
    """Give the result of a job that has ended.

    Raises
    ------
    Problem
        The one that it met; 409 where it was stopped.
    """
    if job.problem is not None:
        raise job.problem
    if job.state == "cancelled":
        raise Problem(409, "service.job_stopped")
    result: dict[str, Any] = job.result
    return result
