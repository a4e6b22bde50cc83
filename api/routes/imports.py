"""Files in: upload, read the report, accept or drop; and putting a building on the ground."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, Literal

import numpy as np
import shapely
import shapely.geometry
from fastapi import Path, Query
from starlette.requests import Request
from starlette.responses import Response

from api import schemas
from api.faults import Problem, language
from api.gate import address_of
from api.importing.placing import Placed, Target, place, put
from api.people import Person
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, service_of
from api.service import Service
from api.uploads import Upload
from twin.model.tables import TABLES
from twin.store.sql import LOCAL

routes = Routes("imports")
ImportId = Annotated[str, Path(max_length=64)]
_RAW: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
}


@routes.get("/api/imports", "import.run", response_model=schemas.Imports)
async def get_imports(request: Request) -> Response:
    """Your imports, the newest first."""
    return json_answer(request, {"imports": [one.record() for one in service_of(request).uploads.of(asker(request))]})


@routes.post("/api/imports", "import.run", response_model=schemas.ImportBegun, status_code=202, openapi_extra=_RAW)
async def post_import(
    request: Request,
    name: Annotated[str, Query(min_length=1, max_length=200, description="The file's name with its ending")],
    table: Annotated[str, Query(max_length=40)] = "",
    crs: Annotated[str, Query(max_length=40, description="EPSG:n of a table without one")] = "",
    datum: Annotated[Literal["wgs84", "gcj02", "bd09"], Query()] = "wgs84",
    unit: Annotated[str, Query(max_length=20)] = "",
    encoding: Annotated[str, Query(max_length=40)] = "",
    building: Annotated[str, Query(max_length=200, description="The building that the file is a newer version of")] = "",
    part: Annotated[bool, Query(description="One discipline of a building: what others brought stays")] = False,
    elements_only: Annotated[bool, Query(description="Take a model without rooms")] = False,
    overwrite_edits: Annotated[bool, Query(description="Let the file overwrite what was edited by hand")] = False,
) -> Response:
    """Send a file as it is; it is read on a copy of the store, and nothing changes until you accept."""
    service, person = service_of(request), asker(request)
    if table and table not in TABLES:
        raise Problem(404, "service.no_table", {"table": table})
    wishes = {
        "table": table, "crs": crs, "datum": datum, "unit": unit, "encoding": encoding, "building": building, "part": part,
        "elements_only": elements_only, "take_file": overwrite_edits,
    }  # fmt: skip
    upload = service.uploads.begin(person, name, {key: value for key, value in wishes.items() if value})
    try:
        await _receive(request, upload)
        upload.job = service.jobs.submit(person, "import_read", name, _arguments(upload, person), lane="long")
    except BaseException:
        service.uploads.drop(upload)
        raise
    service.follow(_follow(service, upload))
    await asyncio.to_thread(service.audit.act, "upload", person, name, address=address_of(request.scope))
    answer = {"import_id": upload.import_id, "job": upload.job.record(language(request.scope))}
    return json_answer(request, answer, 202, {"location": f"/api/imports/{upload.import_id}"})


async def _receive(request: Request, upload: Upload) -> None:
    """Write the body to the private folder as it comes."""
    with await asyncio.to_thread(upload.path.open, "xb") as file:
        held: list[bytes] = []
        waiting = 0
        async for part in request.stream():
            held.append(part)
            waiting += len(part)
            upload.size += len(part)
            if waiting > 1 << 20:
                await asyncio.to_thread(file.writelines, held)
                held, waiting = [], 0
        await asyncio.to_thread(file.writelines, held)
    if upload.size == 0:
        raise Problem(422, "service.empty_file")


def _arguments(upload: Upload, person: Person) -> dict[str, Any]:
    return {"path": str(upload.path), "who": person.login, "wishes": upload.wishes}


async def _follow(service: Service, upload: Upload) -> None:
    """Take over what the job found, whatever became of it."""
    job = upload.job
    if job is None:
        return
    await job.ended.wait()
    if job.state == "done":
        upload.report, upload.buildings = job.result["report"], job.result["buildings"]
        refused = upload.report["status"] != "imported"
        if upload.state == "accepting":
            await service.caught_up()
            upload.state, upload.set_id = ("refused" if refused else "accepted"), job.result["set_id"]
        elif upload.state == "reading":
            upload.state = "refused" if refused else "ready"
    else:
        upload.state = "refused" if upload.state in {"reading", "accepting"} else upload.state
    if upload.state == "accepted":
        await asyncio.to_thread(service.uploads.drop, upload)


@routes.get("/api/imports/{import_id}", "import.run", response_model=schemas.Import)
async def get_import(request: Request, import_id: ImportId) -> Response:
    """One import: its report, and what it changes."""
    return json_answer(request, service_of(request).uploads.get(asker(request), import_id).record())


@routes.post("/api/imports/{import_id}/accept", "import.run", response_model=schemas.ImportBegun, status_code=202)
async def post_accept(request: Request, import_id: ImportId) -> Response:
    """Take the file into the store as one change set, which can be undone."""
    service, person = service_of(request), asker(request)
    upload = service.uploads.get(person, import_id)
    if upload.state != "ready":
        raise Problem(409, "service.import_not_ready", {"state": upload.state})
    touched = {name.removeprefix(LOCAL) for name in (upload.report or {}).get("changes", {})}
    if beyond := sorted(touched - person.edits.tables):
        raise Problem(403, "service.table_locked", {"table": beyond[0]})
    upload.state = "accepting"
    arguments = _arguments(upload, person)
    # what is taken is what was shown; if the store has moved meanwhile, the file is refused and has to be sent again
    arguments["wishes"] = {**upload.wishes, "agreed": (upload.report or {}).get("agreement", "")}
    upload.job = service.jobs.submit(person, "import_accept", upload.name, arguments, lane="long")
    service.follow(_follow(service, upload))
    return json_answer(request, {"import_id": import_id, "job": upload.job.record(language(request.scope))}, 202)


@routes.delete("/api/imports/{import_id}", "import.run", status_code=204, response_class=Response)
async def delete_import(request: Request, import_id: ImportId) -> Response:
    """Drop the file; what was accepted stays."""
    service = service_of(request)
    upload = service.uploads.get(asker(request), import_id)
    if upload.state == "accepting":
        raise Problem(409, "service.import_not_ready", {"state": upload.state})
    if upload.job is not None:
        await service.jobs.cancel(upload.job)
    await asyncio.to_thread(service.uploads.drop, upload)
    return Response(status_code=204)


@routes.post("/api/buildings/{building_id}/place", "import.run", response_model=schemas.Placement)
async def post_place(request: Request, building_id: Annotated[str, Path(max_length=200)], body: schemas.PlaceIn) -> Response:
    """Put a building on the ground, by control points or a position with a heading; a dry run says how well it fits."""
    service, person = service_of(request), asker(request)
    goal = _goal(body)
    async with service.turn:
        made = await asyncio.to_thread(place, service.store, building_id, goal)
        set_id = None
        if not body.dry_run:
            reason = body.reason or f"place {building_id}"
            set_id = await service.write(lambda: put(service.store, made, person.login, reason))
    return json_answer(request, {**_placed(made), "set_id": set_id, "version": service.live.version})


def _goal(body: schemas.PlaceIn) -> Target:
    """Read where to."""
    if body.at is not None:
        return Target(at=(body.at[0], body.at[1]), heading=body.heading or 0.0, z=body.z)
    degrees = all(point.lon is not None and point.lat is not None for point in body.points)
    metres = all(point.e is not None and point.n is not None for point in body.points)
    if not body.points or not (degrees or metres):
        raise Problem(422, "place.few_points")
    model = np.array([[point.x, point.y] for point in body.points], dtype=np.float64)
    ends = [[point.lon, point.lat] if degrees else [point.e, point.n] for point in body.points]
    return Target(model, np.array(ends, dtype=np.float64), degrees, z=body.z)


def _placed(made: Placed) -> dict[str, Any]:
    outline = made.frames["building"].geometry.iloc[0]
    return {
        **made.record(),
        "outline": None if outline is None else dict(shapely.geometry.mapping(shapely.set_precision(outline, 0.01))),
        "findings": [finding.record() for finding in made.findings],
    }
