"""One's own jobs: how far they are, what they found, and stopping them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Path
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from api import schemas
from api.faults import language
from api.jobs import Job
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, service_of
from api.routes.history import PING_S, event

routes = Routes("jobs")
JobId = Annotated[str, Path(max_length=64)]


@routes.get("/api/jobs", "job.use", response_model=schemas.JobList)
async def get_jobs(request: Request) -> Response:
    """Your jobs, the newest first."""
    service, lang = service_of(request), language(request.scope)
    return json_answer(request, {"jobs": [job.record(lang) for job in service.jobs.of(asker(request))]})


@routes.get("/api/jobs/{job_id}", "job.use", response_model=schemas.Job)
async def get_job(request: Request, job_id: JobId) -> Response:
    """One of your jobs, with its result."""
    job = service_of(request).jobs.get(asker(request), job_id)
    return json_answer(request, job.record(language(request.scope), with_result=True))


@routes.delete("/api/jobs/{job_id}", "job.use", response_model=schemas.Job)
async def delete_job(request: Request, job_id: JobId) -> Response:
    """Stop one of your jobs; what it had not finished leaves nothing."""
    service = service_of(request)
    job = service.jobs.get(asker(request), job_id)
    await service.jobs.cancel(job)
    return json_answer(request, job.record(language(request.scope)))


@routes.post("/api/jobs/{job_id}/finish", "job.use", response_model=schemas.Job)
async def post_job_finish(request: Request, job_id: JobId) -> Response:
    """Ask one of your jobs to end with the best that it has; a plan does, what has no best so far goes on to its end."""
    service = service_of(request)
    job = service.jobs.get(asker(request), job_id)
    await asyncio.to_thread(service.jobs.finish, job)
    return json_answer(request, job.record(language(request.scope)))


@routes.get(
    "/api/jobs/{job_id}/events",
    "job.use",
    response_class=Response,
    responses={200: {"description": "Server-sent events: job, until it has ended", "content": {"text/event-stream": {}}}},
)
async def get_job_events(request: Request, job_id: JobId) -> Response:
    """How far a job is, as it goes on."""
    job = service_of(request).jobs.get(asker(request), job_id)
    return StreamingResponse(_news(job, language(request.scope)), media_type="text/event-stream")


async def _news(job: Job, lang: str) -> AsyncIterator[bytes]:
    number = 0
    while True:
        moved = job.moved
        number += 1
        yield event("job", job.record(lang), number)
        if job.over:
            return
        try:
            await asyncio.wait_for(moved.wait(), PING_S)
        except TimeoutError:
            yield b": ping\n\n"
