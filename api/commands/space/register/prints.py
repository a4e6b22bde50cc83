"""`twin space register print|verify`: a certificate on paper with its code, and what the register says of such a paper.

What draws is loaded only where something is drawn.
"""

from __future__ import annotations

import importlib
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.space.register.writing import dated, day_of
from api.opening import as_of, looked_at
from twin.model.words import say
from twin.space.register.certificates import print_of, verify

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser, act: str) -> None:
    """Declare what an act takes."""
    as_of(parser)
    dated(parser)
    if act == "print":
        parser.add_argument("certificate", metavar="CERTIFICATE", help=str(say("register.help.certificate")))
        parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help=str(say("register.help.print_out")))
    else:
        parser.add_argument("payload", metavar="PAYLOAD", help=str(say("register.help.payload")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Do it and tell; 1 where a paper is not what it says."""
    day = day_of(args)
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
    if args.act == "print":
        found = print_of(snapshot, args.certificate)
        importlib.import_module("viz.certificate").write_certificate(args.out, found)
        console.say("register.did.print", number=found.number, file=args.out)
        console.line(f"  {found.payload}")
        console.result({"number": found.number, "payload": found.payload, "file": str(args.out)})
        return 0
    verdict = verify(snapshot, args.payload, day)
    row = verdict.certificate or {}
    words = {name: row.get(name) or "—" for name in ("number", "issued", "expires", "revoked", "reason")}
    console.say(f"register.verdict.{verdict.outcome}", day=day, **words)
    if verdict.certificate:
        said = print_of(snapshot, str(row["certificate_id"]))
        console.say("register.verdict.holder", department=said.department, rooms=len(said.rooms), area=f"{said.area_m2:,.2f}")
        console.lines(f"  {place} {number}  {area:,.2f} m²" for place, number, _, area in said.rooms[:20])
    console.result({"outcome": verdict.outcome, "on": day, "certificate": verdict.certificate, "rooms": asdict(verdict)["rooms"]})
    return 0 if verdict.outcome == "sound" else 1
