"""What a request passes before a route sees it: host, id, identity, rate, origin, size, time; and what an answer carries."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException

from api.accounts import COOKIE
from api.faults import Problem, language, problem_body, problem_of
from api.people import NOBODY, demo_person

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from api.people import Person
    from api.service import Service

__all__ = ["CSP", "BodyTooLarge", "Gate", "address_of", "answer_problem"]

CSP = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
_HEADERS = [
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
]
_UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_STREAMS = ("/api/events", "/events")
_UPLOADS = "/api/imports"
_EXPORTS = "/api/exports/"


class Gate:
    """The outermost layer of the application; `service` holds settings, people and the fault log."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self.app = app
        self.service = service
        self._demo = demo_person()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or say why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        number = secrets.token_hex(8)
        scope["twin.id"] = number
        started = False

        async def answer(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = message["headers"]
                named = {name for name, _ in headers}
                headers.append((b"x-request-id", number.encode()))
                headers.extend(_HEADERS)
                if b"cache-control" not in named:
                    headers.append((b"cache-control", b"private, no-cache"))
            await send(message)

        try:
            await self._let_in(scope, receive, answer)
        except Exception as error:  # noqa: BLE001 - the outermost door: whatever is left is our fault
            problem = error.problem if isinstance(error, BodyTooLarge) else problem_of(error)
            if problem is None:
                self.service.faults.note(number, f"{scope['method']} {scope['path']}", error)
                problem = Problem(500, "service.our_fault")
            if not started:
                await answer_problem(problem, scope, answer)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        self._want_host(headers)
        scope["twin.person"] = person = await self._identify(headers)
        self.service.rates.take(person.account_id or address_of(scope))
        path: str = scope["path"]
        if scope["method"] in _UNSAFE:
            _want_same_origin(headers, person)
        upload = scope["method"] == "POST" and path == _UPLOADS
        most = self.service.settings.upload_most if upload else self.service.settings.body_most
        bounded = _Bounded(receive, headers, most)
        if upload or path.endswith(_STREAMS) or path.startswith(_EXPORTS):
            await self.app(scope, bounded, send)
            return
        seconds = self.service.settings.request_s
        try:
            async with asyncio.timeout(seconds):
                await self.app(scope, bounded, send)
        except TimeoutError as error:
            raise Problem(503, "service.too_long", {"seconds": f"{seconds:g}"}, headers={"retry-after": "5"}) from error

    async def _identify(self, headers: dict[bytes, bytes]) -> Person:
        accounts = self.service.accounts
        if accounts is None:
            return self._demo if self.service.settings.demo else NOBODY
        said = headers.get(b"authorization", b"")
        if said[:7].lower() == b"bearer ":
            return await accounts.identify(said[7:].decode("latin-1").strip(), key=True)
        token = _cookie(headers.get(b"cookie", b""))
        return await accounts.identify(token, key=False) if token else NOBODY

    def _want_host(self, headers: dict[bytes, bytes]) -> None:
        """Answer only to our own names, or another site could point its name at us and speak as whoever looks at it."""
        names = _LOOPBACK if self.service.settings.demo else set(self.service.settings.hosts)
        if names and _host(headers) not in names:
            raise Problem(400, "service.bad_host")


def _host(headers: dict[bytes, bytes]) -> str:
    try:
        return (urlsplit("//" + headers.get(b"host", b"").decode("latin-1")).hostname or "").lower()
    except ValueError:
        return ""


def _cookie(header: bytes) -> str:
    for part in header.split(b";"):
        name, _, value = part.strip().partition(b"=")
        if name == COOKIE.encode():
            return value.decode("latin-1")
    return ""


def address_of(scope: Scope) -> str:
    """Give the address a request comes from."""
    client = scope.get("client")
    return str(client[0]) if client else "-"


def _want_same_origin(headers: dict[bytes, bytes], person: Person) -> None:
    """Refuse what another site makes a browser send; a key is not sent by browsers on their own."""
    if person.way == "key":
        return
    if b"x-twin" not in headers:
        raise Problem(403, "service.cross_site")
    origin = headers.get(b"origin")
    if origin is not None:
        theirs = urlsplit(origin.decode("latin-1")).netloc.lower()
        if theirs != headers.get(b"host", b"").decode("latin-1").lower():
            raise Problem(403, "service.cross_site")
    if headers.get(b"sec-fetch-site", b"same-origin") not in {b"same-origin", b"none"}:
        raise Problem(403, "service.cross_site")


class BodyTooLarge(HTTPException):
    """A problem in the only form that FastAPI passes on from reading a body."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.status)
        self.problem = problem


class _Bounded:
    """A body that ends with a problem where it grows too large."""

    def __init__(self, receive: Receive, headers: dict[bytes, bytes], most: int) -> None:
        self._receive, self._most, self._seen = receive, most, 0
        said = headers.get(b"content-length", b"0")
        if said.isdigit() and int(said) > most:
            raise self._too_large()

    def _too_large(self) -> BodyTooLarge:
        return BodyTooLarge(Problem(413, "service.too_large", {"most": self._most}))

    async def __call__(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._seen += len(message.get("body", b""))
            if self._seen > self._most:
                raise self._too_large()
        return message


async def answer_problem(problem: Problem, scope: Scope, send: Send) -> None:
    """Write a problem as the answer."""
    body = problem_body(problem, scope["twin.id"], language(scope))
    headers: list[Any] = [(name.encode(), str(value).encode()) for name, value in problem.headers.items()]
    headers += [(b"content-type", b"application/problem+json"), (b"content-length", str(len(body)).encode())]
    headers.append((b"cache-control", b"no-store"))
    await send({"type": "http.response.start", "status": problem.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
