"""`twin space reorganise`: departments merged, split, put under another, as a step of a scenario."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from api.commands.space.register.writing import find_rooms, put
from api.opening import actor, find_department, opened, want_day
from twin.model.errors import UsageError
from twin.model.tables import RANKS
from twin.model.words import say
from twin.space.register import reorganise
from twin.store.scenarios import Scenarios

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.model.snapshot import Snapshot
    from twin.space.register.edits import Edits
    from twin.store import Store
    from twin.store.past import Past


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    many: Any = {"action": "append", "default": []}
    add = parser.add_argument
    add("change", choices=("merge", "split", "move"), help=_help("change"))
    add("departments", nargs="+", metavar="DEPARTMENT", help=_help("departments"))
    add("--into", default="", metavar="DEPARTMENT", help=_help("into"))
    add("--new", default="", metavar="KEY", help=_help("new"))
    add("--name", default="", metavar="NAME", help=_help("name"))
    add("--post", **many, metavar="RANK:N", help=_help("post"))
    add("--room", **many, metavar="ROOM", help=_help("room"))
    add("--document", default="", metavar="TEXT", help=_help("document"))
    add("--on", default="", metavar="DATE", help=_help("on"))
    add("--scenario", required=True, metavar="NAME", help=_help("scenario"))


def _help(name: str) -> str:
    return str(say(f"reorganise.help.{name}"))


def run(args: argparse.Namespace, console: Console) -> int:
    """Put the change into the scenario, which is made where there is none, and tell what it does to entitlements."""
    day = want_day(args.on) or dt.date.today().isoformat()  # noqa: DTZ011 - the user's own day
    with opened(args, console) as live:
        book = Scenarios(live)
        if args.scenario not in {item.name for item in book.all()}:
            book.create(args.scenario, actor(), str(say("reorganise.did.made")))
        store = book.view(args.scenario)
        snapshot = store.snapshot()
        edits, concerned = _edits(args, store, snapshot, day)
        due = reorganise.entitlements(snapshot, edits, concerned, day)
        made = put(store, snapshot, edits, f"reorganise {args.change}", console)
    counts = {table: len(rows) for table, rows in edits.rows.items()}
    listed = ", ".join(f"{table} {count}" for table, count in counts.items())
    console.say("reorganise.did.change", scenario=args.scenario, day=day, rows=listed)
    figures = ["—" if value is None else f"{value:,.2f}" for value in (due.before, due.after)]
    console.say("reorganise.did.due", before=figures[0], after=figures[1])
    console.say("reorganise.did.next", scenario=args.scenario)
    console.result({"scenario": args.scenario, "due": {"before": due.before, "after": due.after}, "counts": counts, **made})
    return 0


def _edits(args: argparse.Namespace, store: Store | Past, snapshot: Snapshot, day: str) -> tuple[Edits, list[str]]:
    """Make the edits, and name the departments whose entitlements they touch."""
    keys = [find_department(store, one) for one in args.departments]
    if args.change != "merge" and len(keys) != 1:
        raise UsageError("reorganise.one", change=args.change)
    if args.change == "split":
        if not args.new or not args.name:
            raise UsageError("reorganise.no_name")
        posts = _posts(args.post)
        more = {"posts": posts, "rooms": find_rooms(snapshot, args.room), "document": args.document}
        return reorganise.split(snapshot, keys[0], args.new, args.name, day, **more), [keys[0], args.new]
    if not args.into:
        raise UsageError("reorganise.no_target", change=args.change)
    into = find_department(store, args.into)
    if args.change == "merge":
        return reorganise.merge(snapshot, keys, into, day, args.document), [*keys, into]
    return reorganise.move(snapshot, keys[0], into, day, args.document), [keys[0], into]


def _posts(words: list[str]) -> dict[str, int]:
    """Read posts by rank: RANK:N."""
    found: dict[str, int] = {}
    for word in words:
        rank, sign, count = word.rpartition(":")
        if not sign or rank not in RANKS or not count.isdecimal():
            raise UsageError("reorganise.bad_post", word=word, ranks=" ".join(RANKS))
        found[rank] = found.get(rank, 0) + int(count)
    return found
