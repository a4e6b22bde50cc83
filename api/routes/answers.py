"""How answers are written: JSON by orjson, with an ETag of what is said, and nothing where the asker has it already."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

__all__ = ["Kept", "bytes_answer", "etag_of", "json_answer", "keep", "kept_answer", "plain_json"]

_SMALL = 1024
"""Bytes under which compressing is not worth its time."""


def plain_json(value: Any) -> bytes:
    """Write JSON; a number that is none is written as null."""
    return orjson.dumps(value, option=orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS)


def etag_of(body: bytes) -> str:
    """Name a content."""
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def json_answer(
    request: Request, value: Any, status: int = 200, headers: Mapping[str, str] | None = None, *, etag: str = ""
) -> Response:
    """Answer with JSON; to a GET with the ETag that fits, with 304 alone."""
    body = plain_json(value)
    said = dict(headers or {})
    if request.method == "GET":
        said["etag"] = etag or etag_of(body)
        if _known(request, said["etag"]):
            return Response(status_code=304, headers=said)
    elif etag:
        said["etag"] = etag
    return Response(body, status, said, "application/json")


def bytes_answer(request: Request, body: bytes, etag: str) -> Response:
    """Answer with JSON that is written already."""
    headers = {"etag": etag}
    if _known(request, etag):
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, "application/json")


@dataclass(frozen=True, slots=True)
class Kept:
    """A body that is sent many times, with its compressed form and its name."""

    body: bytes
    packed: bytes
    etag: str
    media: str


def keep(body: bytes, media: str) -> Kept:
    """Compress and name a body once."""
    packed = gzip.compress(body, 6, mtime=0) if len(body) >= _SMALL else b""
    return Kept(body, packed if len(packed) < len(body) else b"", etag_of(body), media)


def kept_answer(request: Request, kept: Kept) -> Response:
    """Answer with a kept body, compressed for who takes it."""
    headers = {"etag": kept.etag, "vary": "accept-encoding"}
    if _known(request, kept.etag):
        return Response(status_code=304, headers=headers)
    if kept.packed and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(kept.packed, 200, {**headers, "content-encoding": "gzip"}, kept.media)
    return Response(kept.body, 200, headers, kept.media)


def _known(request: Request, etag: str) -> bool:
    held = request.headers.get("if-none-match")
    return held is not None and (held == "*" or etag in {part.strip().removeprefix("W/") for part in held.split(",")})
