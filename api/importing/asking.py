"""The question before a building that is there changes: the difference is shown, and only a person or ``--yes`` accepts it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from api.console import Console
    from api.importing.take import Answer
    from bim_import.revision import Revision

__all__ = ["asker"]

_YES = {"y", "yes", "是", "接受", "好"}


def asker(console: Console, *, yes: bool) -> Callable[[str, Sequence[Revision]], Answer]:
    """Give what asks: with `yes` nobody is asked, without a terminal on both ends nobody can be."""

    def ask(path: str, revisions: Sequence[Revision]) -> Answer:
        if yes:
            return "accept"
        if sys.stderr.isatty():
            sys.stderr.write("\r\033[K")
        console.line(path)
        for revision in revisions:
            console.lines(f"  {line}" for line in revision.lines(console.lang))
        if console.as_json or not sys.stdin.isatty():
            return "unasked"
        sys.stderr.write(console.text(say("import.words.ask")))
        sys.stderr.flush()
        return "accept" if sys.stdin.readline().strip().lower() in _YES else "decline"

    return ask
