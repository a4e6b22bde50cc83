"""Files out: tables in the formats that other programs read, never more than the asker may see; every export is audited."""

from __future__ import annotations

import asyncio
import secrets
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from api.faults import Problem
from api.gate import address_of
from api.reading.pages import Asked, picked
from api.routes.guard import Routes, asker, service_of
from api.routes.model import AsOf, view_of, want_table, warmed
from api.routes.questions import done
from api.tasks import sight_record

routes = Routes("exports")
_MEDIA = {
    "gpkg": "application/geopackage+sqlite3",
    "geojson": "application/geo+json",
    "csv": "text/csv",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file",
        "content": {media: {"schema": {"type": "string", "format": "binary"}} for media in _MEDIA.values()},
    }
}


@routes.get("/api/exports/{form}", "export.run", response_class=Response, responses=_FILE)
async def get_export(
    request: Request,
    form: Annotated[Literal["gpkg", "geojson", "csv", "zip", "xlsx"], Path()],
    table: Annotated[list[str] | None, Query(max_length=40, description="Tables; all that you may see when left out")] = None,
    where: Annotated[str, Query(alias="filter", max_length=3000, description="With one table: a typed filter as JSON")] = "",
    q: Annotated[str, Query(max_length=200, description="With one table: words, as in /api/search")] = "",
    floor: Annotated[str, Query(max_length=200)] = "",
    building: Annotated[str, Query(max_length=200)] = "",
    as_of: AsOf = "",
) -> Response:
    """Tables as a file."""
    service, person = service_of(request), asker(request)
    view = await view_of(request, as_of)
    for name in table or ():
        want_table(view, name)
    arguments: dict[str, Any] = {"tables": table or sorted(view.tables), "as_of": as_of, "sight": sight_record(person.reads)}
    if where or q or floor or building:
        if table is None or len(table) != 1:
            raise Problem(422, "service.one_table")
        await warmed(view, table[0])
        rows = await asyncio.to_thread(picked, view, Asked(table[0], where, q, "", floor, building))
        keys = view.rows(table[0]).keys
        arguments["keys"] = [keys[row] for row in rows.tolist()] or [""]
    out = service.room / f"export-{secrets.token_hex(8)}.{form}"
    said = f"{form} {' '.join(table or ['*'])}"
    await service.disclose(person, said, arguments["tables"], address_of(request.scope))
    job = service.jobs.submit(person, "export", said, {**arguments, "out": str(out)})
    try:
        await job.ended.wait()
        done(job)
    except BaseException:
        await service.jobs.cancel(job)
        await asyncio.to_thread(out.unlink, missing_ok=True)
        raise
    name = f"{table[0] if table and len(table) == 1 else 'district'}-{view.version}.{form}"
    end = BackgroundTask(out.unlink, missing_ok=True)
    return FileResponse(out, media_type=_MEDIA[form], filename=name, background=end)
