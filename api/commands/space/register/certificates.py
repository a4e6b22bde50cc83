"""`twin space register issue|expire|revoke`: certificates of use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.commands.space.register.writing import dated, day_of, find_rooms, put
from api.opening import as_of, find_department, looked_at
from twin.model.words import say
from twin.space.register import certificates

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser, act: str) -> None:
    """Declare what an act takes."""
    as_of(parser)
    dated(parser)
    if act == "issue":
        parser.add_argument("department", metavar="DEPARTMENT", help=str(say("register.help.department")))
        parser.add_argument("number", metavar="NUMBER", help=str(say("register.help.number")))
        parser.add_argument("--room", action="append", default=[], metavar="ROOM", help=str(say("register.help.rooms")))
        for name in ("expires", "agreement", "note"):
            parser.add_argument(f"--{name}", default="", metavar="DATE" if name == "expires" else "TEXT", help=_help(name))
        return
    parser.add_argument("certificate", metavar="CERTIFICATE", help=str(say("register.help.certificate")))
    if act == "revoke":
        parser.add_argument("--reason", required=True, metavar="TEXT", help=_help("reason"))


def _help(name: str) -> str:
    return str(say(f"register.help.{name}"))


def run(args: argparse.Namespace, console: Console) -> int:
    """Do it and tell."""
    day = day_of(args)
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        if args.act == "issue":
            more = {"expires": args.expires, "agreement": args.agreement, "note": args.note}
            who = find_department(store, args.department)
            edits = certificates.issue(snapshot, who, args.number, day, find_rooms(snapshot, args.room), **more)
        elif args.act == "expire":
            edits = certificates.run_out(snapshot, args.certificate, day)
        else:
            edits = certificates.revoke(snapshot, args.certificate, day, args.reason)
        row = edits.rows["certificate"][0]
        made = put(store, snapshot, edits, f"certificate {args.act} {row['number']}", console)
    rooms, area = len(edits.rows.get("certificate_room", ())), f"{row.get('area_m2') or 0.0:,.2f}"
    console.say(f"register.did.{args.act}", number=row["number"], day=day, rooms=rooms, area=area, key=row["certificate_id"])
    console.result(made)
    return 0
