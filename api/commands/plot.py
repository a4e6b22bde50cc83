"""`twin plot`: a floor plan as PNG or PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.security import covered
from api.opening import as_of, disclose, find_building, looked_at, want_day
from twin.model.errors import UnknownKeyError, UsageError
from twin.model.protection import protected_counts
from twin.model.words import say
from twin.security import problem
from viz import plot_floor

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.model.snapshot import Snapshot


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("out", type=Path, metavar="OUT.png|OUT.pdf", help=str(say("cli.help.plot_out")))
    parser.add_argument("--building", required=True, help=str(say("cli.help.building")))
    parser.add_argument("--floor", default="1", help=str(say("cli.help.floor")))
    parser.add_argument(
        "--colour-by", default="room_class", choices=("room_class", "department"), help=str(say("cli.help.colour_by"))
    )
    parser.add_argument("--on", default="", metavar="DATE", help=str(say("cli.help.on")))
    parser.add_argument("--views", action="store_true", help=str(say("cli.help.views")))
    parser.add_argument("--levels", action="store_true", help=str(say("plot.levels")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Draw."""
    if args.out.suffix.lower() not in {".png", ".pdf"}:
        raise UsageError("plot.bad_suffix", out=args.out)
    with looked_at(args, console) as store:
        key = find_building(store, args.building)[0]
        snapshot = store.building(key)
        floor = find_floor(snapshot, key, args.floor)
        coverage = covered(store, args.building, problem.Params())[0] if args.views or args.levels else None
        if coverage is not None:
            disclose(store, args.out, protected_counts(snapshot, ["camera"]))
        look = {"colour_by": args.colour_by, "lang": args.lang or "zh", "coverage": coverage, "on": want_day(args.on)}
        look["levels"] = args.levels
        plot_floor(snapshot, floor, args.out, **look)
    console.say("cli.plot_done", out=args.out)
    console.result({"out": str(args.out), "floor_id": floor})
    return 0


def find_floor(snapshot: Snapshot, building: str, wanted: str) -> str:
    """Find a floor of a building by number (3, F3, 3F, B1), name or key.

    Raises
    ------
    UnknownKeyError
        If nothing fits.
    """
    held = snapshot.frame("floor")
    floors = held[held["building_id"] == building].sort_values("elevation")
    plain = wanted.strip().upper().removeprefix("F").removesuffix("F").removesuffix("层")
    number = f"-{plain[1:]}" if plain.startswith("B") and plain[1:].isdigit() else plain
    for row in floors.itertuples():
        if wanted in {row.floor_id, row.name} or number == str(row.number):
            return str(row.floor_id)
    known = "; ".join(f"{row.number} {row.name or ''}".strip() for row in floors.itertuples())
    raise UnknownKeyError("cli.no_floor", wanted=wanted, known=known or "-")
