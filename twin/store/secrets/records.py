"""What is kept of people and devices that sign in: one frozen dataclass per table, each value held against its column.

No column takes a secret as it is: passwords come as argon2id, random tokens as SHA-256. Times are ISO 8601 in UTC, to the second.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, get_type_hints

from twin.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Account", "ApiKey", "ClaimLink", "Record", "RoleGrant", "Session", "SignIn", "check_value", "sha256_of"]

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ARGON2 = re.compile(r"\$argon2id\$v=\d+\$[a-z0-9=,]+\$[A-Za-z0-9+/]{16,}\$[A-Za-z0-9+/]{20,}")
_ALLOWED: dict[str, tuple[str, ...]] = {
    "kind": ("person", "device"),
    "status": ("invited", "active", "inactive"),
    "outcome": ("ok", "refused"),
}


def sha256_of(secret: str) -> str:
    """Give the digest under which a random token is kept, 64 hexadecimal digits.

    For tokens of 128 random bits or more only: what people choose is guessed from a bare digest and takes argon2id.
    """
    return hashlib.sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Record:
    """One row; its first field is the key of its table."""

    table: ClassVar[str]
    unique: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        """Hold every value against its column.

        Raises
        ------
        UsageError
            ``secrets.plain`` where a digest is wanted and something else is given, ``secrets.bad_value`` for any other fault.
        """
        for item in fields(self):
            check_value(type(self), item.name, getattr(self, item.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Record):
    """A person or device that may sign in; `password_hash` is None until it is claimed."""

    table: ClassVar[str] = "account"
    unique: ClassVar[tuple[str, ...]] = ("login",)
    account_id: str
    login: str
    name: str
    created_at: str
    kind: str = "person"
    status: str = "invited"
    password_hash: str | None = None
    password_at: str | None = None
    failed_count: int = 0
    locked_until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGrant(Record):
    """A role that an account has, everywhere or within a department or site."""

    table: ClassVar[str] = "role_grant"
    grant_id: str
    account_id: str
    role: str
    granted_by: str
    granted_at: str
    department_id: str | None = None
    site_id: str | None = None
    expires_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """A sign-in that still holds; `session_id` may be shown, the token never comes back."""

    table: ClassVar[str] = "session"
    unique: ClassVar[tuple[str, ...]] = ("token_sha256",)
    session_id: str
    token_sha256: str
    account_id: str
    created_at: str
    seen_at: str
    expires_at: str
    address: str = ""
    agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey(Record):
    """A key for a device or script, with an end."""

    table: ClassVar[str] = "api_key"
    key_id: str
    secret_sha256: str
    account_id: str
    name: str
    permissions: tuple[str, ...]
    created_at: str
    expires_at: str
    used_at: str | None = None
    revoked_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLink(Record):
    """A link by which an account is claimed, once."""

    table: ClassVar[str] = "claim_link"
    unique: ClassVar[tuple[str, ...]] = ("token_sha256",)
    link_id: str
    token_sha256: str
    account_id: str
    created_at: str
    expires_at: str
    claimed_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn(Record):
    """A line of the audit: a sign-in, or another act worth keeping; `number` and `chain` are given when it is written."""

    table: ClassVar[str] = "sign_in_audit"
    number: int = 0
    at: str
    event: str
    outcome: str
    account_id: str | None = None
    login: str = ""
    address: str = ""
    detail: str = ""
    chain: str = ""


def kinds(kind: type[Record]) -> Mapping[str, Any]:
    """Give the type of each field by name, in order."""
    if kind.table not in _HINTS:
        hints = get_type_hints(kind)
        _HINTS[kind.table] = {item.name: hints[item.name] for item in fields(kind)}
    return _HINTS[kind.table]


_HINTS: dict[str, dict[str, Any]] = {}
"""Types by table, looked up once."""


def check_value(kind: type[Record], name: str, value: object) -> None:
    """Hold a value against its column.

    Raises
    ------
    UsageError
        ``secrets.no_column``, ``secrets.plain`` or ``secrets.bad_value``; a refused value is never repeated.
    """
    wanted = kinds(kind).get(name)
    if wanted is None:
        raise UsageError("secrets.no_column", table=kind.table, column=name)
    if value is None and wanted == str | None:
        return
    if name.endswith("_sha256") or name == "password_hash":
        form = _ARGON2 if name == "password_hash" else _SHA256
        if not (isinstance(value, str) and form.fullmatch(value)):
            raise UsageError("secrets.plain", table=kind.table, column=name)
    elif not _sound(wanted, name, value):
        raise UsageError("secrets.bad_value", table=kind.table, column=name)


def _sound(wanted: Any, name: str, value: object) -> bool:
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53
    if wanted == tuple[str, ...]:
        return isinstance(value, tuple) and all(isinstance(part, str) and _storable(part) for part in value)
    if not isinstance(value, str) or not _storable(value):
        return False
    if name == "at" or name.endswith(("_at", "_until")):
        return _TIME.fullmatch(value) is not None
    if name.endswith("_id") or name in {"login", "role", "event"}:
        return value != ""
    return value in _ALLOWED.get(name, (value,))


def _storable(text: str) -> bool:
    """Tell whether either engine can keep a text: no NUL, no half characters."""
    return "\0" not in text and text.encode(errors="ignore").decode() == text
