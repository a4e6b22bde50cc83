"""`twin space register request|decide|done`: 调剂, 腾退, 清退, 置换 from the request to the day people sit elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.commands.space.register.writing import dated, day_of, find_room, find_rooms, put
from api.opening import as_of, find_department, looked_at
from twin.model.errors import UsageError
from twin.model.tables import RANKS
from twin.model.words import say
from twin.space.register import cases

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from api.console import Console
    from twin.model.snapshot import Snapshot


def arguments(parser: argparse.ArgumentParser, act: str) -> None:
    """Declare what an act takes."""
    as_of(parser)
    dated(parser)
    many: Any = {"action": "append", "default": []}
    if act == "request":
        parser.add_argument("kind", choices=cases.CLASSES, help=_help("case_kind"))
        parser.add_argument("--room", **many, required=True, metavar="ROOM", help=_help("given"))
        parser.add_argument("--for-room", **many, metavar="ROOM", help=_help("returned"))
        parser.add_argument("--from-department", default="", metavar="DEPARTMENT", help=_help("from_department"))
        parser.add_argument("--to-department", default="", metavar="DEPARTMENT", help=_help("to_department"))
        parser.add_argument("--reason", default="", metavar="TEXT", help=_help("case_reason"))
        return
    parser.add_argument("case", metavar="CASE", help=_help("case"))
    if act == "decide":
        parser.add_argument("decision", choices=("approved", "rejected"), help=_help("decision"))
        parser.add_argument("--document", required=True, metavar="TEXT", help=_help("document"))
        parser.add_argument("--deadline", default="", metavar="DATE", help=_help("deadline"))
    else:
        parser.add_argument("--seat", **many, metavar="ROOM=RANK:N", help=_help("seat"))


def _help(name: str) -> str:
    return str(say(f"register.help.{name}"))


def run(args: argparse.Namespace, console: Console) -> int:
    """Do it and tell."""
    day = day_of(args)
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        if args.act == "request":
            more = {
                name: find_department(store, given) if (given := getattr(args, name)) else ""
                for name in ("from_department", "to_department")
            }
            given, returned = find_rooms(snapshot, args.room), find_rooms(snapshot, args.for_room)
            edits = cases.request(snapshot, args.kind, day, given, returned, reason=args.reason, **more)
        elif args.act == "decide":
            edits = cases.decide(snapshot, args.case, day, args.decision, args.document, args.deadline)
        else:
            edits = cases.finish(snapshot, args.case, day, _seats(snapshot, args.seat))
        key = edits.rows["adjustment"][0]["adjustment_id"]
        made = put(store, snapshot, edits, f"adjustment {args.act} {key}", console)
    row = made["rows"]["adjustment"][0]
    kind = console.text(say(f"viz.value.adjustment_class.{row['adjustment_class']}"))
    decision = console.text(say(f"viz.value.decision.{row['decision']}")) if row["decision"] else "—"
    uses = made["rows"].get("occupancy", [])
    words = {"ended": sum(use["valid_to"] is not None for use in uses), "begun": sum(use["valid_from"] == day for use in uses)}
    console.say(f"register.did.{args.act}", key=key, day=day, kind=kind, decision=decision, **words)
    console.result(made)
    return 0


def _seats(snapshot: Snapshot, given: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Read who will sit where: ROOM=RANK:N."""
    found = {}
    for word in given:
        room, sign, who = word.partition("=")
        rank, colon, count = who.rpartition(":")
        if not sign or not colon or rank not in RANKS or not count.isdecimal():
            raise UsageError("register.bad_seat", word=word, ranks=" ".join(RANKS))
        found[find_room(snapshot, room)] = (rank, int(count))
    return found
