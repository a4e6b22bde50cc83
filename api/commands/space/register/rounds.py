"""`twin space register offer|withdraw|plan|inspect|rectify`: idle rooms for others, and inspections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.commands.space.register.writing import dated, day_of, find_room, put
from api.opening import as_of, find_building, find_department, looked_at
from twin.model.tables import TABLES
from twin.model.words import say
from twin.space.register import rounds

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.model.snapshot import Snapshot
    from twin.space.register.edits import Edits
    from twin.store import Store
    from twin.store.past import Past

_SEVERITIES = TABLES["inspection"].by_name["severity"].allowed


def arguments(parser: argparse.ArgumentParser, act: str) -> None:
    """Declare what an act takes."""
    as_of(parser)
    dated(parser)
    if act in {"offer", "plan"}:
        first = "room" if act == "offer" else "building"
        parser.add_argument(first, metavar=first.upper(), help=_help(f"{first}_place"))
        parser.add_argument("--department", default="", metavar="DEPARTMENT", help=_help(f"{act}_department"))
        if act == "offer":
            parser.add_argument("--until", default="", metavar="DATE", help=_help("until"))
            parser.add_argument("--note", default="", metavar="TEXT", help=_help("note"))
        else:
            parser.add_argument("--room", default="", metavar="ROOM", help=_help("room_place"))
        return
    parser.add_argument("key", metavar="KEY", help=_help("offer_key" if act == "withdraw" else "inspection_key"))
    if act == "inspect":
        parser.add_argument("--score", type=int, required=True, metavar="0-100", help=_help("score"))
        parser.add_argument("--finding", default="", metavar="TEXT", help=_help("finding"))
        parser.add_argument("--severity", default="", choices=("", *_SEVERITIES), help=_help("severity"))
        parser.add_argument("--deadline", default="", metavar="DATE", help=_help("deadline"))
    if act in {"inspect", "rectify"}:
        parser.add_argument("--photo", default="", metavar="PATH", help=_help("photo"))


def _help(name: str) -> str:
    return str(say(f"register.help.{name}"))


def run(args: argparse.Namespace, console: Console) -> int:
    """Do it and tell."""
    day = day_of(args)
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        edits = _edits(args, store, snapshot, day)
        table = next(iter(edits.rows))
        row = edits.rows[table][0]
        key = row[TABLES[table].key]
        made = put(store, snapshot, edits, f"{table} {args.act} {key}", console)
    console.say(f"register.did.{args.act}", key=key, day=day, deadline=row.get("deadline") or "—", score=row.get("score"))
    console.result(made)
    return 0


def _edits(args: argparse.Namespace, store: Store | Past, snapshot: Snapshot, day: str) -> Edits:
    if args.act in {"offer", "plan"}:
        who = find_department(store, args.department) if args.department else ""
        if args.act == "offer":
            return rounds.offer(snapshot, find_room(snapshot, args.room), day, who, args.until, args.note)
        room = find_room(snapshot, args.room) if args.room else ""
        return rounds.plan_inspection(snapshot, find_building(store, args.building)[0], day, room, who)
    if args.act == "withdraw":
        return rounds.withdraw(snapshot, args.key, day)
    if args.act == "rectify":
        return rounds.rectify(snapshot, args.key, day, args.photo)
    found = {name: getattr(args, name) for name in ("finding", "severity", "photo", "deadline")}
    return rounds.inspect(snapshot, args.key, day, args.score, **found)
