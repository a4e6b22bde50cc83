"""What goes wrong, told as problem details (RFC 9457): words, advice and an id, never internals; and the log that has them.

One table says which error of the program is which status. An error that is not in it was not meant to happen: it is a 500, and
stands in the fault log under the id that the caller was given.
"""

from __future__ import annotations

import json
import os
import threading
import traceback
from typing import TYPE_CHECKING, Any

import orjson

from gis.faults import GisError
from twin.model.errors import (
    ConflictError,
    DataError,
    ImportRefused,
    PlanError,
    StoreBusyError,
    StoreError,
    TableError,
    TwinError,
    UnknownKeyError,
    UsageError,
)
from twin.model.words import say
from twin.store.address import redact
from twin.store.layout import now

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from starlette.types import Scope

__all__ = ["STATUS", "FaultLog", "Problem", "language", "problem_body", "problem_of"]

STATUS: tuple[tuple[type[TwinError], int], ...] = (
    (UnknownKeyError, 404),
    (UsageError, 400),
    (ConflictError, 409),
    (ImportRefused, 422),
    (PlanError, 500),
    (TableError, 422),
    (DataError, 422),
    (StoreBusyError, 503),
    (StoreError, 503),
)
"""Error → status, the first that fits. A plan that fails its check is our fault."""
CONFLICTS = {
    "scenario.exists",
    "scenario.merged",
    "scenario.empty",
    "undo.conflict",
    "undo.nothing",
    "place.already",
    "secrets.exists",
}
"""Codes of wrong use that mean: not in the state in which it is now."""


class Problem(Exception):
    """An answer that says what went wrong. `code` is an entry of the catalogue; `more` is sent along as it is."""

    def __init__(
        self,
        status: int,
        code: str,
        values: Mapping[str, object] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(code)
        self.status, self.code = status, code
        self.values = dict(values or {})
        self.headers = dict(headers or {})
        self.more = more
        say(code, **self.values)  # a code without words must fail where it is raised
        say(f"{code}.remedy", **self.values)


def language(scope: Scope) -> str:
    """Give the language the caller reads, ``zh`` unless English is asked for first."""
    for name, value in scope["headers"]:
        if name == b"accept-language":
            first = value.split(b",", 1)[0].strip().lower()
            return "en" if first.startswith(b"en") else "zh"
    return "zh"


def problem_of(error: Exception) -> Problem | None:
    """Say which problem an error is; None for what was not meant to happen."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, GisError):
        return Problem(422, error.code, error.values)
    if not isinstance(error, TwinError):
        return None
    status = 409 if error.code in CONFLICTS else next((number for kind, number in STATUS if isinstance(error, kind)), 500)
    if status == 500:
        return None
    values = error.values if status != 503 else {**error.values, "store": ""}
    more: dict[str, Any] = {}
    if isinstance(error, ConflictError):
        more["conflicts"] = [_plain_conflict(one) for one in error.conflicts]
    if found := getattr(error, "findings", ()):
        more["findings"] = [finding.record() for finding in found]
    headers = {"retry-after": "2"} if status == 503 else {}
    return Problem(status, error.code, values, headers=headers, **more)


def _plain_conflict(conflict: object) -> dict[str, str]:
    """Name a contradiction by its place; the values are read where one may see them."""
    return {name: str(getattr(conflict, name, "")) for name in ("kind", "entity", "key", "column")}


def problem_body(problem: Problem, number: str, lang: str) -> bytes:
    """Write a problem in one language, with the id under which it can be asked about."""
    title = say(f"service.status.{problem.status}").lang(lang)
    body = {
        "type": f"/problems/{problem.code}",
        "title": title,
        "status": problem.status,
        "detail": say(problem.code, **problem.values).lang(lang),
        "advice": say(f"{problem.code}.remedy", **problem.values).lang(lang),
        "code": problem.code,
        "id": number,
        **problem.more,
    }
    return orjson.dumps(body, option=orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS)


class FaultLog:
    """Every error that was not meant to happen, one JSON line each, in a file that only we read; counted since the start."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self.entries: list[dict[str, Any]] = []

    def note(self, number: str, where: str, error: BaseException) -> None:
        """Write one down, without passwords."""
        trace = "".join(traceback.format_exception(error))
        entry = {"at": now(), "id": number, "where": where, "kind": type(error).__name__, "trace": redact(trace)}
        with self._lock:
            self.entries = [*self.entries[-199:], entry]
            if self._path is not None:
                handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                with os.fdopen(handle, "a", encoding="utf-8") as file:
                    file.write(json.dumps(entry, ensure_ascii=False) + "\n")

    def seen(self) -> Sequence[dict[str, Any]]:
        """List the newest, without their traces."""
        return [{key: value for key, value in entry.items() if key != "trace"} for entry in self.entries]
