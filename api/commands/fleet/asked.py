"""What every question about a drive takes: the vehicle, the hour, the rules."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twin.fleet.energy import Conditions
from twin.fleet.ground import Params
from twin.fleet.traffic_file import read_traffic
from twin.model.errors import UsageError
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from twin.model.snapshot import Snapshot

__all__ = ["driving", "params_of"]


def driving(parser: argparse.ArgumentParser) -> None:
    """Declare the words."""
    words: list[tuple[str, dict[str, Any], str]] = [
        ("--vehicle", {"default": "", "metavar": "KEY"}, "cli.help.vehicle"),
        ("--height", {"type": float, "metavar": "M"}, "cli.help.vehicle_height"),
        ("--mass", {"type": float, "metavar": "T"}, "cli.help.vehicle_mass"),
        ("--guest", {"action": "store_true"}, "fleet.help.guest"),
        ("--plate", {"type": int, "metavar": "DIGIT"}, "fleet.help.plate"),
        ("--at", {"default": "", "metavar": "TIME"}, "fleet.help.at"),
        ("--rules", {"type": Path, "metavar": "FILE"}, "fleet.help.rules"),
        ("--load", {"type": float, "default": 0.0, "metavar": "KG"}, "fleet.help.load"),
        ("--temperature", {"type": float, "default": 20.0, "metavar": "°C"}, "fleet.help.temperature"),
    ]
    for name, how, meaning in words:
        parser.add_argument(name, **how, help=str(say(meaning)))


def params_of(args: argparse.Namespace, snapshot: Snapshot) -> Params:
    """Read what was said.

    Raises
    ------
    UsageError
        ``fleet.when`` if the time is none; ``fleet.rules_without_time`` if rules are given and no time.
    """
    more: dict[str, Any] = {}
    if args.rules is not None:
        if not args.at:
            raise UsageError("fleet.rules_without_time")
        more["traffic"] = read_traffic(args.rules, set(snapshot.keys("road")))
    return Params(
        vehicle=args.vehicle,
        height=args.height,
        mass_t=args.mass,
        guest=args.guest,
        plate=args.plate,
        when=_when(args.at) if args.at else None,
        conditions=Conditions(args.temperature, args.load),
        **more,
    )


def _when(text: str) -> dt.datetime:
    """Read a local time; a bare hour is of today."""
    try:
        if len(text) <= 5:
            return dt.datetime.combine(dt.date.today(), dt.time.fromisoformat(text))  # noqa: DTZ011 - the user's own day
        return dt.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError as error:
        raise UsageError("fleet.when", text=text) from error
