"""The page's own files, compressed beforehand, and the description of this interface."""

from __future__ import annotations

import gzip
import mimetypes
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Path as PathField
from starlette.requests import Request
from starlette.responses import Response

from api.faults import Problem
from api.routes.answers import etag_of, json_answer
from api.routes.guard import Routes

if TYPE_CHECKING:
    from collections.abc import Mapping

routes = Routes("page")
_SMALL = 1024
"""Bytes under which compressing is not worth its time."""
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".txt": "text/plain"}
_HTML: dict[int | str, dict[str, Any]] = {200: {"description": "The page", "content": {"text/html": {}}}}
_FILE: dict[int | str, dict[str, Any]] = {200: {"description": "A file", "content": {"*/*": {}}}}


@dataclass(frozen=True, slots=True)
class _File:
    """One file in the forms it can be sent in: encoding → bytes."""

    forms: Mapping[str, bytes]
    media: str
    etag: str


def read_files(folder: Path) -> dict[str, _File]:
    """Read a folder of built files; ``.br`` and ``.gz`` beside a file are its compressed forms; else it is compressed here."""
    found: dict[str, _File] = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if not path.is_file() or path.suffix in {".br", ".gz"}:
            continue
        forms = {"": path.read_bytes()}
        for encoding, suffix in (("br", ".br"), ("gzip", ".gz")):
            packed = path.with_name(path.name + suffix)
            if packed.is_file():
                forms[encoding] = packed.read_bytes()
        if "gzip" not in forms and len(forms[""]) >= _SMALL:
            forms["gzip"] = gzip.compress(forms[""], 9, mtime=0)
        media = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if media.startswith("text/"):
            media += "; charset=utf-8"
        found[path.relative_to(folder).as_posix()] = _File(forms, media, etag_of(forms[""]))
    return found


def _files(request: Request) -> dict[str, _File]:
    state = request.app.state
    if not hasattr(state, "files"):
        state.files = read_files(Path(str(files("viz") / "static")))
    held: dict[str, _File] = state.files
    return held


def _send(request: Request, name: str, *, lasting: bool) -> Response:
    file = _files(request).get(name)
    if file is None:
        raise Problem(404, "service.no_route")
    control = "public, max-age=31536000, immutable" if lasting else "no-cache"
    headers = {"etag": file.etag, "cache-control": control, "vary": "accept-encoding"}
    if request.headers.get("if-none-match") == file.etag:
        return Response(status_code=304, headers=headers)
    taken = {part.split(";")[0].strip() for part in request.headers.get("accept-encoding", "").split(",")}
    for encoding in ("br", "gzip"):
        if encoding in file.forms and encoding in taken:
            return Response(file.forms[encoding], 200, {**headers, "content-encoding": encoding}, file.media)
    return Response(file.forms[""], 200, headers, file.media)


@routes.get("/", "public", response_class=Response, responses=_HTML)
async def get_page(request: Request) -> Response:
    """The page."""
    return _send(request, "index.html", lasting=False)


@routes.get("/claim", "public", response_class=Response, responses=_HTML)
async def get_claim_page(request: Request) -> Response:
    """The page, opened to claim an account."""
    return _send(request, "index.html", lasting=False)


@routes.get("/static/{name:path}", "public", response_class=Response, responses=_FILE)
async def get_file(request: Request, name: Annotated[str, PathField(max_length=200)]) -> Response:
    """A file of the page; names that carry a hash of their content may be kept for ever."""
    return _send(request, name, lasting="-" in name and name.rsplit(".", 1)[-1] in {"js", "css", "woff2", "mjs"})


@routes.get("/api/openapi.json", "public", response_class=Response)
async def get_openapi(request: Request) -> Response:
    """This interface, described."""
    return json_answer(request, request.app.openapi())
