"""`twin space register`: certificates of use, adjustments, offers, inspections; what there is, and one act at a time."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from api.options import shared
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console

__all__ = ["ACTS", "arguments", "run"]

ACTS: dict[str, str] = {
    "list": "listing", "issue": "certificates", "expire": "certificates", "revoke": "certificates", "print": "prints",
    "verify": "prints", "request": "cases", "decide": "cases", "done": "cases", "offer": "rounds", "withdraw": "rounds",
    "plan": "rounds", "inspect": "rounds", "rectify": "rounds",
}  # fmt: skip
"""Act → file of this folder that does it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare every act with words of its own."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    for act in ACTS:
        meaning = str(say(f"register.act.{act}"))
        asked = acts.add_parser(act, help=meaning, description=meaning)
        _module(act).arguments(shared(asked, again=True), act)


def run(args: argparse.Namespace, console: Console) -> int:
    """Do it."""
    return int(_module(args.act).run(args, console))


def _module(act: str) -> Any:
    return importlib.import_module(f"api.commands.space.register.{ACTS[act]}")
