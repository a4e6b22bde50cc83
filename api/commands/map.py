"""`twin map`: one self-contained page with everything computed on the way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.fleet import routed
from api.commands.security import covered
from api.commands.space import report_on
from api.opening import as_of, disclose, looked_at, scope, tell_unplaced, want_day
from twin.model.errors import UsageError
from twin.model.protection import protected_counts, without_protected
from twin.model.words import say
from twin.security import problem
from viz import write_page

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.store import Store
    from twin.store.past import Past


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("out", type=Path, metavar="OUT.html", help=str(say("cli.help.map_out")))
    parser.add_argument("--building", default="", help=str(say("cli.help.building")))
    parser.add_argument("--from", dest="origin", default="", metavar="P", help=str(say("cli.help.route_from")))
    parser.add_argument("--to", dest="target", default="", metavar="P", help=str(say("cli.help.to")))
    parser.add_argument("--on", default="", metavar="DATE", help=str(say("cli.help.on")))
    parser.add_argument("--public", action="store_true", help=str(say("cli.help.public")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Ask the questions and write the page."""
    if bool(args.origin) != bool(args.target):
        raise UsageError("map.half_route")
    if args.out.suffix.lower() not in {".html", ".htm"}:
        raise UsageError("map.not_html", out=args.out)
    with looked_at(args, console) as store, console.progress(console.text(say("cli.command.map"))) as step:
        wanted = MapWish(args.building, (args.origin, args.target), want_day(args.on), public=args.public)
        write_map(store, args.out, wanted, step)
        if not args.building:
            tell_unplaced(store, console)
    size = args.out.stat().st_size
    console.say("cli.map_done", out=args.out, megabytes=f"{size / 1e6:.1f}")
    console.result({"out": str(args.out), "bytes": size, "public": args.public})
    return 0


@dataclass(frozen=True, slots=True)
class MapWish:
    """What a map shows: one building or all, a route between two ends, who sits where on a day (today where empty).

    A `public` one has no cameras, views or blind places.
    """

    building: str = ""
    ends: tuple[str, str] = ("", "")
    on: str = ""
    public: bool = False


def write_map(store: Store | Past, out: Path, wish: MapWish, step: object) -> None:
    """Write the page of the district, or of one building; a question without data is left for the page to explain."""
    building, ends = wish.building, wish.ends
    snapshot, key = scope(store, building)
    snapshot = store.building(key) if key else snapshot
    if wish.public:
        snapshot = without_protected(snapshot)
    tell = step if callable(step) else (lambda *_: None)
    tell("security", 0, 4)
    coverage = covered(store, building, problem.Params())[0] if len(snapshot.frame("camera")) else None
    tell("space", 1, 4)
    space = report_on(store, building, wish.on or dt.date.today().isoformat())[0] if len(snapshot.frame("room")) else None  # noqa: DTZ011 - the user's own day
    tell("fleet", 2, 4)
    route = routed(store, *ends)[0] if ends[0] else None
    tell("page", 3, 4)
    disclose(store, out, protected_counts(snapshot))
    write_page(out, snapshot, coverage=coverage, space=space, route=route, on=wish.on)
