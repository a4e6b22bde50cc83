"""A route that cannot be made without saying which permission it takes, and does nothing for who lacks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from fastapi.routing import APIRoute

from api.faults import Problem
from api.gate import address_of
from api.people import NOBODY, Person
from api.roles import PERMISSIONS, PROTECTED, PUBLIC
from api.schemas import Problem as ProblemSchema

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response

    from api.service import Service

__all__ = ["GuardedRoute", "Routes", "asker", "looked", "permission_of", "service_of"]

Endpoint = TypeVar("Endpoint", bound="Callable[..., Any]")
_PROBLEM = {"description": "What went wrong", "content": {"application/problem+json": {}}, "model": ProblemSchema}


def permission_of(route: object) -> str:
    """Give the one permission that a route takes.

    Raises
    ------
    ValueError
        If it does not say exactly one that there is.
    """
    said = (getattr(route, "openapi_extra", None) or {}).get("x-permission")
    if not isinstance(said, str) or said not in {PUBLIC, *PERMISSIONS}:
        msg = f"{getattr(route, 'path', route)}: a route says exactly one permission, this one says {said!r}"
        raise ValueError(msg)
    return said


def asker(request: Request) -> Person:
    """Give who asks."""
    person = request.scope.get("twin.person")
    return person if isinstance(person, Person) else NOBODY


def service_of(request: Request) -> Service:
    """Give what the service is made of."""
    service: Service = request.app.state.service
    return service


class GuardedRoute(APIRoute):
    """A route of FastAPI behind its permission."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **kwargs: Any) -> None:
        super().__init__(path, endpoint, **kwargs)
        permission_of(self)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Look at the permission before anything of the request is read."""
        handle, permission = super().get_route_handler(), permission_of(self)

        async def guarded(request: Request) -> Response:
            if permission != PUBLIC:
                person = asker(request)
                if not person.signed_in:
                    raise Problem(401, "service.not_signed_in")
                if not person.may(permission):
                    raise Problem(403, "service.not_permitted", {"permission": permission}, permission=permission)
            return await handle(request)

        return guarded


def looked(request: Request, table: str, what: str = "") -> None:
    """Note in the audit a look at where cameras stand and look."""
    person = asker(request)
    if table in PROTECTED and person.may("protected.camera"):
        service_of(request).audit.look(person, f"{table} {what}".strip(), address_of(request.scope))


class Routes:
    """Collects the routes of one matter; `mount` puts them into an application."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.made: list[tuple[str, str, Callable[..., Any], dict[str, Any]]] = []

    def add(self, method: str, path: str, permission: str, **more: Any) -> Callable[[Endpoint], Endpoint]:
        """Declare a route; the first line of its docstring is its summary."""

        def note(endpoint: Endpoint) -> Endpoint:
            summary = (endpoint.__doc__ or "").strip().split("\n", 1)[0]
            extra = {"x-permission": permission, **more.pop("openapi_extra", {})}
            self.made.append((method, path, endpoint, {"summary": summary, "openapi_extra": extra, **more}))
            return endpoint

        return note

    def get(self, path: str, permission: str, **more: Any) -> Callable[[Endpoint], Endpoint]:
        """Declare a GET."""
        return self.add("GET", path, permission, **more)

    def post(self, path: str, permission: str, **more: Any) -> Callable[[Endpoint], Endpoint]:
        """Declare a POST."""
        return self.add("POST", path, permission, **more)

    def patch(self, path: str, permission: str, **more: Any) -> Callable[[Endpoint], Endpoint]:
        """Declare a PATCH."""
        return self.add("PATCH", path, permission, **more)

    def delete(self, path: str, permission: str, **more: Any) -> Callable[[Endpoint], Endpoint]:
        """Declare a DELETE."""
        return self.add("DELETE", path, permission, **more)

    def mount(self, app: FastAPI) -> None:
        """Put them in."""
        for method, path, endpoint, more in self.made:
            responses = {"default": _PROBLEM, **more.pop("responses", {})} if "responses" in more else {"default": _PROBLEM}
            app.router.add_api_route(
                path,
                endpoint,
                methods=[method],
                tags=[self.tag],
                responses=responses,
                route_class_override=GuardedRoute,
                operation_id=f"{method.lower()}_{endpoint.__name__}",
                **more,
            )
