"""The security desk over HTTP: figures; views, blind places and single cameras behind a permission of their own."""

from __future__ import annotations

import asyncio
import base64
import secrets
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from api import schemas
from api.desks import forms
from api.faults import language
from api.gate import address_of
from api.jobs import Job
from api.routes.answers import json_answer, keep, kept_answer
from api.routes.geometry import ARROW
from api.routes.guard import Routes, asker, service_of
from api.routes.questions import done
from api.tasks import sight_record
from twin.model.words import say
from twin.security.ladders import LADDERS

routes = Routes("security")
State = Annotated[forms.SightQuery, Query()]
KeyPath = Annotated[str, Path(max_length=200)]
Wait = Annotated[float, Query(ge=0, le=25, description="Seconds to wait before a job is given instead; then ask again")]
_LATER: dict[int | str, dict[str, Any]] = {202: {"description": "It takes longer: a job", "model": schemas.JobAnswer}}
_DRAWN = {
    **_LATER,
    200: {
        "description": "GeoJSON in metres, or an Arrow stream",
        "content": {ARROW: {"schema": {"type": "string", "format": "binary"}}},
    },
}
_FACES: dict[int | str, dict[str, Any]] = {**_LATER, 200: {"description": "An Arrow IPC stream", "content": {ARROW: {}}}}
_MEDIA = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", "content": {m: {"schema": {"type": "string", "format": "binary"}} for m in _MEDIA.values()}}
}
_PLANES = ((0.0, "ground"), (1.0, "body"), (1.6, "face"))


class OfBuilding(forms.SightQuery):
    """A building."""

    building: forms.Key


class OfFloor(forms.SightQuery):
    """A floor."""

    floor: forms.Key


class OfPlace(forms.SightQuery):
    """A floor, or the grounds where it is empty."""

    floor: forms.Key = ""


class OfViews(OfPlace):
    """What is to be drawn."""

    cell: forms.Key = ""
    camera: forms.Key = ""
    form: Literal["geojson", "arrow"] = "geojson"


class OfBlind(OfPlace):
    """Which blind places are wanted."""

    cell: forms.Key = ""
    limit: Annotated[int, Query(ge=1, le=2000)] = 200
    geometry: bool = True


class OfPoint(OfPlace):
    """A point, in metres of the district's CRS."""

    x: forms.Metre
    y: forms.Metre


class OfCell(forms.SightQuery):
    """A cell, or all."""

    cell: forms.Key = ""


async def _job(request: Request, kind: str, asked: dict[str, Any], wait: float) -> Job | Response:
    """Have a question answered by the worker that keeps what cameras see; a job to come back to where that takes longer."""
    service, person = service_of(request), asker(request)
    moment = await service.moment_of(person, asked.get("as_of", ""))
    arguments = {**asked, "moment": moment, "sight": sight_record(person.reads)}
    job = service.jobs.submit(person, kind, kind, arguments, lane="sight")
    try:
        await asyncio.wait_for(job.ended.wait(), wait)
    except TimeoutError:
        service.jobs.show(job)
        return json_answer(request, {"job": job.record(language(request.scope))}, 202, {"location": f"/api/jobs/{job.job_id}"})
    return job


async def _answer(request: Request, kind: str, asked: dict[str, Any], wait: float) -> Response:
    found = await _job(request, kind, asked, wait)
    return found if isinstance(found, Response) else json_answer(request, done(found))


def _look(request: Request, what: str) -> None:
    service_of(request).audit.look(asker(request), what.strip(), address_of(request.scope))


@routes.get("/api/security/options", "ask.security", response_model=schemas.Out)
async def get_options(request: Request) -> Response:
    """Ladders of levels, planes that are looked at, and the state that is meant where nothing is said."""
    from api.desks.sights import ladder_record  # noqa: PLC0415 - a question's parts are loaded with its first asking

    planes = [{"z": z, "zh": say(f"desk.plane.{name}").zh, "en": say(f"desk.plane.{name}").en} for z, name in _PLANES]
    ladders = [ladder_record(key) for key in LADDERS]
    return json_answer(request, {"ladders": ladders, "target_planes": planes, "defaults": forms.SightState().model_dump()})


@routes.get("/api/security/cells", "ask.security", response_model=forms.Sight, responses=_LATER)
async def get_cells(request: Request, asked: State) -> Response:
    """Every cell's figures: seen by level, blind, expected on an ordinary day, its costliest cameras, who answers for it."""
    return await _answer(request, "cells", asked.asked(), asked.wait)


@routes.get("/api/security/floors", "ask.security", response_model=forms.Sight, responses=_LATER)
async def get_floor_figures(request: Request, asked: Annotated[OfBuilding, Query()]) -> Response:
    """The figures of a building's floors."""
    return await _answer(request, "floors", asked.asked(), asked.wait)


@routes.get("/api/security/rooms", "ask.security", response_model=forms.Sight, responses=_LATER)
async def get_room_figures(request: Request, asked: Annotated[OfFloor, Query()]) -> Response:
    """The figures of a floor and its rooms."""
    return await _answer(request, "rooms", asked.asked(), asked.wait)


@routes.get("/api/security/outages", "ask.security", response_model=forms.Sight, responses=_LATER)
async def get_outages(request: Request, asked: Annotated[OfPlace, Query()]) -> Response:
    """What each camera's outage costs, the worst pairs, and what is seen on an ordinary day."""
    return await _answer(request, "outages", asked.asked(), asked.wait)


@routes.get("/api/security/views", "protected.views", response_model=forms.Sight, responses=_DRAWN)
async def get_views(request: Request, asked: Annotated[OfViews, Query()]) -> Response:
    """What cameras truly see, drawn; every look is audited."""
    _look(request, f"views {asked.floor or asked.cell or asked.camera}")
    found = await _job(request, "views", asked.asked(), asked.wait)
    if isinstance(found, Response):
        return found
    result = done(found)
    if asked.form == "arrow":
        return Response(base64.b64decode(result["arrow"]), media_type=ARROW)
    return json_answer(request, result)


@routes.get("/api/security/faces", "protected.views", response_class=Response, responses=_FACES)
async def get_faces(request: Request, asked: Annotated[OfPlace, Query()]) -> Response:
    """A floor or the grounds in faces, each with the cameras that see it, how finely; every look is audited."""
    _look(request, f"faces {asked.floor}")
    found = await _job(request, "faces", asked.asked(), asked.wait)
    if isinstance(found, Response):
        return found
    return kept_answer(request, keep(base64.b64decode(done(found)["arrow"]), ARROW))


@routes.get("/api/security/blind", "protected.views", response_model=forms.Sight, responses=_LATER)
async def get_blind(request: Request, asked: Annotated[OfBlind, Query()]) -> Response:
    """What nobody sees, most pressing first; every look is audited."""
    _look(request, f"blind {asked.floor or asked.cell}")
    return await _answer(request, "blind", asked.asked(), asked.wait)


@routes.get("/api/security/cameras/{camera}", "protected.views", response_model=forms.Sight, responses=_LATER)
async def get_camera(request: Request, camera: KeyPath, asked: State) -> Response:
    """One camera: lens and pose, what it sees, what only it sees, what its outage costs; every look is audited."""
    _look(request, f"camera {camera}")
    return await _answer(request, "camera", asked.asked(camera=camera), asked.wait)


@routes.post("/api/security/outage", "protected.views", response_model=forms.Lost, responses=_LATER)
async def post_outage(request: Request, body: forms.Outage, wait: Wait = 10.0) -> Response:
    """What is lost when several cameras go dark at once; sums only, once the places are warm."""
    _look(request, "outage")
    return await _answer(request, "lost", body.model_dump(), wait)


@routes.get("/api/security/seen", "protected.views", response_model=forms.Sight, responses=_LATER)
async def get_seen(request: Request, asked: Annotated[OfPoint, Query()]) -> Response:
    """Which cameras see a point, and how finely; every look is audited."""
    _look(request, f"seen {asked.floor}")
    return await _answer(request, "seen", asked.asked(), asked.wait)


@routes.post("/api/security/exposure", "protected.views", response_model=forms.Sight, responses=_LATER)
async def post_exposure(request: Request, body: forms.Exposure, wait: Wait = 10.0) -> Response:
    """What of a drawn way is seen, and the way between its ends of which least is; every look is audited."""
    _look(request, f"exposure {body.floor}")
    return await _answer(request, "way", body.model_dump(), wait)


@routes.post("/api/security/place", "protected.views", response_model=schemas.JobAnswer, status_code=202)
async def post_camera_places(request: Request, body: forms.Placing) -> Response:
    """Where further cameras should hang: a job; its result lists them one by one, each as a row to take; audited."""
    _look(request, f"place {body.floor}")
    service, person = service_of(request), asker(request)
    asked = body.model_dump()
    asked["moment"] = await service.moment_of(person, body.as_of)
    arguments = {**asked, "sight": sight_record(person.reads)}
    job = service.jobs.submit(person, "place", "place", arguments, lane="plan")
    return json_answer(request, {"job": job.record(language(request.scope))}, 202, {"location": f"/api/jobs/{job.job_id}"})


@routes.get("/api/security/report/{form}", "export.security", response_class=Response, responses={**_FILE, **_LATER})
async def get_report(
    request: Request, form: Annotated[Literal["pdf", "xlsx"], Path()], asked: Annotated[OfCell, Query()]
) -> Response:
    """The report of a cell, or of every cell, to sign or to reckon with; audited."""
    service, person = service_of(request), asker(request)
    out = service.room / f"report-{secrets.token_hex(8)}.{form}"
    await service.disclose(person, f"cell report {form} {asked.cell}".strip(), ["camera"], address_of(request.scope))
    try:
        found = await _job(request, "report", asked.asked(out=str(out)), 25.0)
        if isinstance(found, Job):
            done(found)
    except BaseException:
        await asyncio.to_thread(out.unlink, missing_ok=True)
        raise
    if isinstance(found, Response):
        return found
    end = BackgroundTask(out.unlink, missing_ok=True)
    return FileResponse(out, media_type=_MEDIA[form], filename=f"cells.{form}", background=end)
