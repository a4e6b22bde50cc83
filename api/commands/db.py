"""`twin db start|stop|status|copy|spread`: a private PostGIS of one's own, stores from place to place, keys to spread one by."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from twin.model.errors import UsageError
from twin.model.words import say
from twin.store import move_store, open_store

if TYPE_CHECKING:
    import argparse

    from api.console import Console

_SERVER = ("start", "stop", "status")
_FOLDER = "twin-db"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", choices=(*_SERVER, "copy", "spread"), help=str(say("cli.help.db_what")))
    parser.add_argument("places", nargs="*", metavar="DIR | SRC DST", help=str(say("cli.help.db_places")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Do it."""
    wanted = {"copy": (2, 2), "spread": (0, 0)}.get(args.what, (0, 1))
    if not wanted[0] <= len(args.places) <= wanted[1]:
        raise UsageError("db.places", what=args.what)
    if args.what == "copy":
        source, target = args.places
        return _copy(source, target, console)
    if args.what == "spread":
        return _spread(args.store, console)
    return _serve(args.what, Path(args.places[0] if args.places else _FOLDER), console)


def _copy(source: str, target: str, console: Console) -> int:
    tally = move_store(source, target)
    console.say("db.copied", source=source, target=target, rows=sum(tally.rows.values()), tables=len(tally.rows))
    console.result({"source": source, "target": target, "rows": tally.rows, "digests": tally.digests})
    return 0


def _spread(store: str, console: Console) -> int:
    from twin.store.distributing import key_by_building, spread_statements  # noqa: PLC0415 - for servers only

    with open_store(store) as held:
        names = key_by_building(held.place)
    statements = spread_statements(names)
    console.say("db.spread", tables=len(names))
    console.lines(f"  {statement}" for statement in statements)
    console.result({"store": store, "tables": names, "statements": statements})
    return 0


def _serve(what: str, folder: Path, console: Console) -> int:
    from twin.store import local_server  # noqa: PLC0415 - PostgreSQL's driver is loaded where a server is used

    if what == "start":
        status = local_server.start(folder)
        console.say("db.running", folder=status.folder, pid=status.pid, version=status.version)
        console.say("db.use", indent="  ", url=status.url)
    elif what == "stop":
        stopped = local_server.stop(folder)
        status = local_server.status(folder)
        console.say("db.stopped" if stopped else "db.not_running", folder=status.folder)
    else:
        status = local_server.status(folder)
        if status.running:
            console.say("db.running", folder=status.folder, pid=status.pid, version=status.version)
            console.say("db.use", indent="  ", url=status.url)
        else:
            console.say("db.not_running" if status.version else "db.nothing", folder=status.folder)
    record: dict[str, Any] = {"folder": str(status.folder), "running": status.running, "pid": status.pid}
    console.result({**record, "store": status.url, "version": status.version})
    return 0
