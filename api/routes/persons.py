"""Who is there: oneself, signing in and out, and whether the service answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from api import schemas
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, service_of
from api.routes.model import may_edit
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from api.people import Person

routes = Routes("people")


@routes.get("/health", "public", response_model=schemas.Health)
async def get_health(request: Request) -> Response:
    """That the service answers; nothing else."""
    return json_answer(request, {"status": "ok", "version": request.app.version})


@routes.get("/api/me", "public", response_model=schemas.Out)
async def get_me(request: Request) -> Response:
    """Who you are and what you may do."""
    return json_answer(request, me(asker(request), demo=service_of(request).settings.demo), headers={"cache-control": "no-store"})


def me(person: Person, *, demo: bool) -> dict[str, Any]:
    """Say who somebody is."""
    if not person.signed_in:
        return {"signed_in": False, "demo": demo}
    return {
        "signed_in": True,
        "demo": demo,
        "account_id": person.account_id,
        "login": person.login,
        "name": person.name,
        "roles": person.roles,
        "permissions": sorted(person.permissions),
        "departments": sorted({grant.department for grant in person.grants if grant.department}),
        "sites": sorted({grant.site for grant in person.grants if grant.site}),
        "tables": {table: {"read": table in person.reads.tables, "edit": may_edit(person, table)} for table in TABLES},
        "csrf_header": "X-Twin",
    }
