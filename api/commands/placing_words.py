"""The words that `twin security place` alone takes; in a file of their own, so that other questions load no solver."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from twin.model.words import say

if TYPE_CHECKING:
    import argparse

__all__ = ["arguments"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what only this question takes."""

    def words(name: str) -> str:
        return str(say(f"placement.help.{name}"))

    many: Any = {"action": "append", "default": []}
    group = parser.add_argument_group("place")
    group.add_argument("--cell", **many, metavar="CELL", help=words("cell"))
    group.add_argument("--level", default="", help=words("level"))
    group.add_argument("--count", type=int, default=0, metavar="N", help=words("count"))
    group.add_argument("--budget", type=float, default=0.0, metavar="YUAN", help=words("budget"))
    group.add_argument("--cheapest", action="store_true", help=words("cheapest"))
    group.add_argument("--class", dest="classes", **many, metavar="CLASS", help=words("class"))
    group.add_argument("--kind", **many, metavar="KIND", help=words("kind"))
    group.add_argument("--catalogue", type=Path, metavar="FILE", help=words("catalogue"))
    group.add_argument("--step", type=float, default=0.0, metavar="M", help=words("step"))
    group.add_argument("--spacing", type=float, default=0.0, metavar="M", help=words("spacing"))
    group.add_argument("--headings", type=int, default=8, metavar="N", help=words("headings"))
    group.add_argument("--mount", type=float, default=2.8, metavar="M", help=words("mount"))
    group.add_argument("--outdoor-mount", type=float, default=4.0, metavar="M", help=words("outdoor"))
    group.add_argument("--effort", type=float, default=1.0, metavar="X", help=words("effort"))
    group.add_argument("--plot", type=Path, metavar="FILE", help=words("plot"))
    group.add_argument("--save", default="", metavar="NAME", help=words("save"))
