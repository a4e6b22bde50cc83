"""`twin space`: what offices departments hold and are entitled to, and plans to consolidate them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from api.commands.space.report import VIEWS, report_on
from api.options import shared
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console

__all__ = ["WHATS", "arguments", "report_on", "run"]

WHATS = (
    "report",
    "entitlement",
    "violations",
    "indicators",
    "register",
    "reorganise",
    "plan",
    "curve",
    "explain",
    "compare",
    "phases",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be asked, each with words of its own."""
    questions = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    for what in WHATS:
        meaning = str(say(f"space.what.{what}"))
        asked = questions.add_parser(what, help=meaning, description=meaning)
        _module(what).arguments(shared(asked, again=True))


def run(args: argparse.Namespace, console: Console) -> int:
    """Ask it."""
    return int(_module(args.what).run(args, console))


def _module(what: str) -> Any:
    """Load the file of one question; three of them show the same report."""
    return importlib.import_module(f"api.commands.space.{'report' if what in VIEWS else what}")
