"""The service as an ASGI application: `create_app(settings, store)`, nothing at import."""

from __future__ import annotations

from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.faults import Problem
from api.gate import BodyTooLarge, Gate, answer_problem
from api.routes import mount_all
from api.service import Service
from twin.store.secrets import Secrets

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from api.settings import Settings
    from twin.store import Store

__all__ = ["create_app"]

_HTTP = {404: "service.no_route", 405: "service.no_method"}


class _Said:
    """A problem as a response."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem

    async def __call__(self, scope: Scope, _: Receive, send: Send) -> None:
        await answer_problem(self.problem, scope, send)


def create_app(settings: Settings, store: Store, folder: Path | None = None, held: Secrets | None = None) -> FastAPI:
    """Make the application that serves one store.

    Parameters
    ----------
    settings
        Limits and ways.
    store
        Open, and kept open as long as the application runs; whoever opened it closes it.
    folder
        A private folder for uploads, exports and the fault log; without one there are no imports.
    held
        Accounts, keys and audit; opened beside the store, and closed at the end, where none are given.
    """
    own = held is None
    secrets = held or Secrets.open(store.name)
    service = Service(settings, store, folder, secrets)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await service.start()
        try:
            yield
        finally:
            await service.stop()
            if own:
                secrets.close()

    app = FastAPI(
        title="District Twin",
        version=version("district-twin"),
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
        separate_input_output_schemas=False,
    )
    app.state.service = service
    app.add_middleware(Gate, service=service)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _malformed)
    mount_all(app)
    return app


def _http(_: Request, error: Exception) -> Any:
    """Turn what Starlette says into a problem of ours."""
    if isinstance(error, BodyTooLarge):
        return _Said(error.problem)
    status = getattr(error, "status_code", 500)
    code = _HTTP.get(status, "service.malformed")
    headers = getattr(error, "headers", None) or {}
    if code == "service.malformed":
        return _Said(Problem(status, code, {"count": 1}, headers=headers))
    return _Said(Problem(status, code, headers=headers))


def _malformed(_: Request, error: Exception) -> Any:
    """List what is wrong with a request, without repeating it."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    errors = [{"where": ".".join(str(part) for part in one["loc"]), "message": str(one["msg"])[:200]} for one in found]
    return _Said(Problem(422, "service.malformed", {"count": len(errors)}, errors=errors))
