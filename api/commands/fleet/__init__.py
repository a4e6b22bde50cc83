"""`twin fleet`: ways on the road network, charging, and what the vehicles do."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from api.commands.fleet.route import routed
from api.options import shared
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console

__all__ = ["WHATS", "arguments", "routed", "run"]

WHATS = ("route", "matrix", "reach", "charge", "dispatch", "audit", "escape")
"""The questions, one file of this folder each; their meanings stand in the catalogue as ``fleet.what.<question>``."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be asked, each with words of its own."""
    questions = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    for what in WHATS:
        meaning = str(say(f"fleet.what.{what}"))
        asked = questions.add_parser(what, help=meaning, description=meaning)
        _module(what).arguments(shared(asked, again=True))


def run(args: argparse.Namespace, console: Console) -> int:
    """Ask it."""
    return int(_module(args.what).run(args, console))


def _module(what: str) -> Any:
    """Load the file of one question."""
    return importlib.import_module(f"api.commands.fleet.{what}")
