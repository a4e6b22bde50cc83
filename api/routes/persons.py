"""Who is there: oneself, signing in and out, claiming an account, and whether the service answers."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api import schemas
from api.accounts import COOKIE, Accounts
from api.faults import Problem
from api.gate import address_of
from api.people import Person
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, service_of
from api.routes.model import may_edit
from twin.model.tables import TABLES

routes = Routes("people")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_FRESH = {"cache-control": "no-store"}


@routes.get("/health", "public", response_model=schemas.Health)
async def get_health(request: Request) -> Response:
    """That the service answers; nothing else."""
    return json_answer(request, {"status": "ok", "version": request.app.version})


@routes.get("/api/me", "public", response_model=schemas.Out)
async def get_me(request: Request) -> Response:
    """Who you are and what you may do."""
    return json_answer(request, me(asker(request), demo=service_of(request).settings.demo), headers=_FRESH)


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
        "way": person.way,
        "roles": person.roles,
        "permissions": sorted(person.permissions),
        "departments": sorted({grant.department for grant in person.grants if grant.department}),
        "sites": sorted({grant.site for grant in person.grants if grant.site}),
        "tables": {table: {"read": table in person.reads.tables, "edit": may_edit(person, table)} for table in TABLES},
        "csrf_header": "X-Twin",
    }


def accounts_of(request: Request) -> Accounts:
    """Give the accounts; a demo has none.

    Raises
    ------
    Problem
        409 in a demo.
    """
    accounts = service_of(request).accounts
    if accounts is None or service_of(request).settings.demo:
        raise Problem(409, "service.only_demo")
    return accounts


@routes.post("/api/session", "public", response_model=schemas.Out)
async def post_session(request: Request, body: schemas.SignIn) -> Response:
    """Sign in."""
    accounts = accounts_of(request)
    service_of(request).doors.take(address_of(request.scope))
    token, person = await accounts.sign_in(
        body.name, body.password, address_of(request.scope), request.headers.get("user-agent", "")
    )
    return _welcome(request, token, person)


@routes.post("/api/claim", "public", response_model=schemas.Out)
async def post_claim(request: Request, body: schemas.Claim) -> Response:
    """Take over an account by its one-time link, and sign in."""
    accounts = accounts_of(request)
    service_of(request).doors.take(address_of(request.scope))
    token, person = await accounts.claim(body.token, body.password, body.name, address_of(request.scope))
    return _welcome(request, token, person)


def _welcome(request: Request, token: str, person: Person) -> Response:
    answer = json_answer(request, me(person, demo=False), headers=_FRESH)
    settings = service_of(request).settings
    secure = settings.secure_cookies and (request.url.hostname or "") not in _LOOPBACK
    answer.set_cookie(COOKIE, token, max_age=settings.session_s, path="/", secure=secure, httponly=True, samesite="strict")
    return answer


@routes.delete("/api/session", "session.use", status_code=204, response_class=Response)
async def delete_session(request: Request) -> Response:
    """Sign out."""
    person = asker(request)
    if person.way == "session":
        await accounts_of(request).sign_out(person, address_of(request.scope))
        service_of(request).hub.end(person.proof)
    answer = Response(status_code=204)
    answer.delete_cookie(COOKIE, path="/")
    return answer


@routes.post("/api/me/password", "session.use", status_code=204, response_class=Response)
async def post_password(request: Request, body: schemas.NewPassword) -> Response:
    """Change your password; your other sessions end."""
    person = asker(request)
    if person.way != "session":
        raise Problem(409, "service.only_session")
    await accounts_of(request).change_password(person, body.old, body.new, address_of(request.scope))
    return Response(status_code=204)
