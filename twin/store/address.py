"""Where a store lives, as people write it: a file, or ``postgresql://user@host/database?schema=name``.

A password never stands in an address: libpq takes it from PGPASSWORD, or from the file that PGPASSFILE names.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from twin.model.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["DEFAULT_SCHEMA", "ServerAddress", "is_server", "redact"]

DEFAULT_SCHEMA = "twin"
_SCHEMES = ("postgresql://", "postgres://")
_SECRET = re.compile(r"(?i)(://[^:/@\s]*:)\S*@|(\b\w*password\w*=)[^&\s]*")
_LEAST_SIGNS = 6
"""A shorter password would star ordinary words."""
_SCHEMA_NAME = re.compile(r"[a-z_][a-z0-9_]{0,47}")


def redact(text: str) -> str:
    """Put stars where an address in a text carries a password, and where the password of the environment stands in it."""
    secret = os.environ.get("PGPASSWORD", "")
    if len(secret) >= _LEAST_SIGNS:
        text = text.replace(secret, "***")
    return _SECRET.sub(lambda found: f"{found[1]}***@" if found[1] else f"{found[2]}***", text)


def is_server(where: str | Path) -> bool:
    """Tell the address of a server from a file."""
    return isinstance(where, str) and where.lower().startswith(_SCHEMES)


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A database and the schema in it that holds the store."""

    url: URL
    schema: str = DEFAULT_SCHEMA

    @classmethod
    def parse(cls, where: str) -> ServerAddress:
        """Read an address.

        Raises
        ------
        UsageError
            If it is malformed, names no database, names a schema that cannot be one, or carries a password.
        """
        try:
            url = make_url(where).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError):
            raise UsageError("store.bad_address", address=redact(where)) from None
        if url.password is not None or any("password" in name.lower() for name in url.query):
            raise UsageError("store.password_in_address", address=redact(where))
        schema = url.query.get("schema", DEFAULT_SCHEMA)
        if not url.database or not isinstance(schema, str) or not _SCHEMA_NAME.fullmatch(schema):
            raise UsageError("store.bad_address", address=redact(where))
        return cls(url.difference_update_query(["schema"]), schema)

    @property
    def name(self) -> str:
        """The address as it may be shown, and given to the program again."""
        shown = self.url.set(drivername="postgresql")
        if self.schema != DEFAULT_SCHEMA:
            shown = shown.update_query_dict({"schema": self.schema})
        return redact(shown.render_as_string(hide_password=True)).replace("%2F", "/")

    @property
    def where(self) -> str:
        """The address without who comes: the same store for everybody on this machine."""
        host = self.url.query.get("host", "")
        return f"{self.url.host or host}:{self.url.port or ''}/{self.url.database}/{self.schema}"

    def beside(self, suffix: str) -> ServerAddress:
        """Give the address of another schema of the same database."""
        return ServerAddress(self.url, f"{self.schema}_{suffix}")
