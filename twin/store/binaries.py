"""PostgreSQL's own programs on this machine: where they are, and the account they may run under.

PostgreSQL refuses to run as root; where we are root, its programs run under an account that owns nothing else.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twin.model.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Account", "account_for", "find_binaries", "run_as"]

_PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)
_ACCOUNTS = ("postgres", "nobody")
"""Whom root lets PostgreSQL run as, first that exists; ``TWIN_DB_ACCOUNT`` names another."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the operating system."""

    name: str
    uid: int
    gid: int


def find_binaries(major: str = "") -> Path:
    """Find the folder of `initdb`, `pg_ctl` and `postgres` that also have PostGIS; of several the newest.

    Parameters
    ----------
    major
        Major version the data were made by, where there are data already. ``TWIN_PG_BIN`` names a folder outright.

    Raises
    ------
    StoreError
        If there is none, or none with PostGIS, or none of that version.
    """
    found = {folder: _version(folder) for folder in _candidates()}
    if not found:
        raise StoreError("db.no_binaries")
    spatial = {folder: version for folder, version in found.items() if _has_postgis(folder)}
    if not spatial:
        raise StoreError("db.no_postgis", folder=next(iter(found)))
    fitting = [folder for folder, version in spatial.items() if major in ("", version)]
    if not fitting:
        raise StoreError("db.other_version", version=major, found=" ".join(sorted(spatial.values())))
    return max(fitting, key=lambda folder: int(spatial[folder]))


def _candidates() -> Iterator[Path]:
    named = os.environ.get("TWIN_PG_BIN", "")
    on_path = shutil.which("pg_ctl") or ""
    folders = [Path(named)] if named else [Path(on_path).resolve().parent] if on_path else []
    if not named:
        folders += [folder for pattern in _PLACES for folder in sorted(Path("/").glob(pattern.removeprefix("/")))]
    for folder in dict.fromkeys(folders):
        if all(os.access(folder / name, os.X_OK) for name in ("initdb", "pg_ctl", "postgres")):
            yield folder


def _version(folder: Path) -> str:
    """Give the major version, e.g. 15, of the programs in a folder."""
    said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603 - a program found by us
    return next(word for word in said.split() if word[0].isdigit()).split(".")[0]


def _has_postgis(folder: Path) -> bool:
    """Look for PostGIS where each packager puts it."""
    debian = Path(str(folder.parent).replace("/lib/postgresql", "/share/postgresql"))
    shares = (folder.parent / "share", folder.parent / "share" / "postgresql", debian)
    return any((share / "extension" / "postgis.control").is_file() for share in shares)


def account_for(folder: Path) -> Account:
    """Choose the account a server in this folder runs under: ours, or where we are root another's.

    Raises
    ------
    StoreError
        If we are root and there is no account to use.
    """
    if os.geteuid() != 0:
        mine = pwd.getpwuid(os.geteuid())
        return Account(mine.pw_name, mine.pw_uid, mine.pw_gid)
    data = folder / "data"
    names = [pwd.getpwuid(data.stat().st_uid).pw_name] if data.exists() else []
    for name in (*names, os.environ.get("TWIN_DB_ACCOUNT", ""), *_ACCOUNTS):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise StoreError("db.no_account")


def run_as(account: Account, command: Sequence[str | Path], folder: Path, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run a program under an account, with `text` on its input and nothing of our environment."""
    switched: dict[str, Any] = {"user": account.uid, "group": account.gid, "extra_groups": ()} if os.geteuid() == 0 else {}
    return subprocess.run(  # noqa: S603 - programs found by us, no shell
        [str(word) for word in command],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": str(folder)},
        input=text,
        capture_output=True,
        text=True,
        check=False,
        **switched,
    )
