"""A private PostGIS of one's own: PostgreSQL's programs in a private folder, reached through a socket in it and nothing else.

The folder holds ``data`` (the cluster), ``socket`` (mode 0700) and ``server.log``. It never listens on the network, and
only the account that started it is let in (``peer``): as ``twin``, who owns the database and is no superuser.
"""

from __future__ import annotations

import os
import pwd
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

import psycopg
from psycopg import sql

from twin.model.errors import StoreError, UsageError
from twin.store.binaries import Account, account_for, find_binaries, run_as

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ServerStatus", "start", "status", "stop"]

DATABASE = ROLE = "twin"
_SUPERUSER = "postgres"
_LONGEST_SOCKET = 100
"""Bytes of a socket's path; operating systems take 103 to 107."""
_LEFT_BEHIND = ("already exists", "still in use")
_PATIENCE_S, _PAUSE_S = 20.0, 0.2
_INCLUDE = "\ninclude 'twin.conf'\n"
_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "jit": "off",
    "timezone": "UTC",
    "max_wal_size": "2GB",
}

_QUICK_RECOVERY = {"recovery_init_sync_method": "syncfs"}
"""After a crash the file system is flushed in one call instead of file by file: seconds for some thousand files."""
_KNOWS_SYNCFS = 14


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What is in a folder: whether its server runs, as which process, and the address to give to ``--store``."""

    folder: Path
    running: bool
    pid: int | None
    url: str
    version: str


def start(folder: Path, settings: Mapping[str, str] | None = None) -> ServerStatus:
    """Start the server of a folder; the first time it is made. One that runs already is left as it is.

    Parameters
    ----------
    folder
        Its own folder, new or made by an earlier start.
    settings
        PostgreSQL settings beside our own.

    Raises
    ------
    UsageError
        If the folder holds something else, or its path is too long for a socket.
    StoreError
        If PostgreSQL or PostGIS is not on this machine, or it does not start; the reason is its own.
    """
    folder = folder.absolute()
    held = status(folder)
    if held.running:
        return held
    if len(os.fsencode(_socket(folder))) > _LONGEST_SOCKET:
        raise UsageError("db.long_path", folder=folder, most=_LONGEST_SOCKET - len("/socket/.s.PGSQL.5432"))
    account = account_for(folder)
    binaries = find_binaries(held.version)
    _prepare(folder, account)
    if not held.version:
        _make_cluster(folder, account, binaries)
    _configure(folder, account, settings or {})
    _launch(folder, account, binaries)
    _furnish(folder)
    return status(folder)


def _launch(folder: Path, account: Account, binaries: Path) -> None:
    """Start PostgreSQL; what a killed one leaves behind for a moment, its sessions and its number, is waited for."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        done = run_as(account, [binaries / "pg_ctl", "-D", folder / "data", "-l", folder / "server.log", "-w", "start"], folder)
        if not done.returncode:
            return
        reason = _tail(folder / "server.log") or done.stderr.strip()
        if time.monotonic() > until or not any(sign in reason for sign in _LEFT_BEHIND):
            raise StoreError("db.not_started", folder=folder, reason=reason)
        time.sleep(_PAUSE_S)


def stop(folder: Path, mode: Literal["fast", "immediate"] = "fast") -> bool:
    """Stop the server of a folder by its process number; sessions are ended, nothing committed is lost. False where none ran.

    Parameters
    ----------
    folder
        As given to `start`.
    mode
        ``immediate`` leaves the tidying to the next start, as a crash does.

    Raises
    ------
    StoreError
        If it does not stop.
    """
    folder = folder.absolute()
    held = status(folder)
    if not held.running:
        return False
    account = account_for(folder)
    done = run_as(account, [find_binaries(held.version) / "pg_ctl", "-D", folder / "data", "-m", mode, "-w", "stop"], folder)
    if done.returncode:
        raise StoreError("db.not_stopped", folder=folder, reason=done.stderr.strip() or _tail(folder / "server.log"))
    return True


def status(folder: Path) -> ServerStatus:
    """Look into a folder.

    Raises
    ------
    UsageError
        If it holds something that is no server of ours.
    """
    folder = folder.absolute()
    mark = folder / "data" / "PG_VERSION"
    try:
        version = mark.read_text(encoding="ascii").strip() if mark.is_file() else ""
        if not version and folder.exists() and any(name not in _OURS for name in _names(folder)):
            raise UsageError("db.not_ours", folder=folder)
        pid = _running_pid(folder) if version else None
    except PermissionError as error:
        raise StoreError("db.no_way_in", folder=folder, account=pwd.getpwuid(os.geteuid()).pw_name) from error
    url = f"postgresql://{ROLE}@/{DATABASE}?host={quote(str(folder / 'socket'), safe='/')}"
    return ServerStatus(folder, pid is not None, pid, url, version)


_OURS = {"data", "data.new", "socket", "server.log"}


def _names(folder: Path) -> list[str]:
    return [item.name for item in folder.iterdir()] if folder.is_dir() else [folder.name]


def _running_pid(folder: Path) -> int | None:
    """Read the server's process number; a file left over by a crash names none that serves this folder."""
    try:
        lines = (folder / "data" / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        pid = int(lines[0])
        os.kill(pid, 0)
    except (FileNotFoundError, ProcessLookupError, ValueError, IndexError):
        return None
    except PermissionError:
        return pid
    return pid if Path(lines[1]) == folder / "data" and _is_postgres(pid) else None


def _is_postgres(pid: int) -> bool:
    """Tell whether a process is PostgreSQL where the system says; elsewhere believe the file."""
    command = Path(f"/proc/{pid}/cmdline")
    return not Path("/proc/self").exists() or (command.exists() and b"postgres" in command.read_bytes())


def _socket(folder: Path) -> Path:
    return folder / "socket" / ".s.PGSQL.5432"


def _prepare(folder: Path, account: Account) -> None:
    """Make the folder, the account's own and closed to everybody else; what is inside, the account makes itself."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.geteuid() == 0:
        os.chown(folder, account.uid, account.gid, follow_symlinks=False)
    folder.chmod(0o700)
    if run_as(account, ["mkdir", "-p", "-m", "0700", folder / "socket"], Path("/")).returncode:
        raise StoreError("db.no_way_in", folder=folder, account=account.name)


def _make_cluster(folder: Path, account: Account, binaries: Path) -> None:
    """Run initdb beside the place and move it there when it is whole."""
    draft = folder / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    words = ("-U", _SUPERUSER, "-A", "peer", "-E", "UTF8", "--locale=C", "--data-checksums")
    done = run_as(account, [binaries / "initdb", "-D", draft, *words], folder)
    if done.returncode:
        raise StoreError("db.not_started", folder=folder, reason=done.stderr.strip())
    draft.rename(folder / "data")


def _configure(folder: Path, account: Account, settings: Mapping[str, str]) -> None:
    """Write settings and who is let in, at every start: the folder may have moved, or another account may start it."""
    data = folder / "data"
    version = (data / "PG_VERSION").read_text(encoding="ascii").strip()
    quick = _QUICK_RECOVERY if sys.platform == "linux" and int(version) >= _KNOWS_SYNCFS else {}
    chosen = {**_SETTINGS, **quick, "unix_socket_directories": '"' + str(folder / "socket").replace('"', '""') + '"', **settings}
    quoted = {name: value.replace("\\", "\\\\").replace("'", "''") for name, value in chosen.items()}
    names = sorted({account.name, pwd.getpwuid(os.geteuid()).pw_name})
    _write(account, data / "twin.conf", "".join(f"{name} = '{value}'\n" for name, value in quoted.items()))
    _write(account, data / "pg_hba.conf", "# the socket only, and only who started it\nlocal all all peer map=twin\n")
    _write(account, data / "pg_ident.conf", "".join(f"twin {name} {role}\n" for name in names for role in (_SUPERUSER, ROLE)))
    main = (data / "postgresql.conf").read_text(encoding="utf-8")
    if _INCLUDE not in main:
        _write(account, data / "postgresql.conf", main + _INCLUDE)


def _write(account: Account, path: Path, text: str) -> None:
    """Write a file as the account does: in a folder of another's, root follows no link that was laid there."""
    done = run_as(account, ["tee", path], path.parent, text)
    if done.returncode:
        raise StoreError("store.cannot_write", store=path, reason=done.stderr.strip())


def _furnish(folder: Path) -> None:
    """See that role, database and PostGIS are there."""
    with _connect(folder, "postgres") as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (ROLE,)).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(ROLE)))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone():
            names = sql.Identifier(DATABASE), sql.Identifier(ROLE)
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(*names))
    with _connect(folder, DATABASE) as connection:
        connection.execute("SET client_min_messages = warning")
        connection.execute("CREATE EXTENSION IF NOT EXISTS postgis")


def _connect(folder: Path, database: str) -> psycopg.Connection[tuple[Any, ...]]:
    return psycopg.connect(host=str(folder / "socket"), user=_SUPERUSER, dbname=database, autocommit=True)


def _tail(log: Path) -> str:
    """Give the last lines that the server wrote."""
    return " ".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-3:]) if log.is_file() else ""
