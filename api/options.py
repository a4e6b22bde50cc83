"""Words that every command takes, before or after the name of the question."""

from __future__ import annotations

import argparse
import os
from typing import Any, TypeVar

from twin.model.words import say

__all__ = ["shared"]

Parser = TypeVar("Parser", bound=argparse.ArgumentParser)


def shared(parser: Parser, *, again: bool = False) -> Parser:
    """Declare ``--store``, ``--json`` and ``--lang``; `again` after a second word, where what came before it must not be lost."""

    def default(value: Any) -> Any:
        return argparse.SUPPRESS if again else value

    store, lang = os.environ.get("TWIN_STORE", "twin.gpkg"), os.environ.get("TWIN_LANG", "")
    parser.add_argument("--store", default=default(store), help=str(say("cli.help.store")))
    parser.add_argument("--json", action="store_true", default=default(value=False), help=str(say("cli.help.json")))
    parser.add_argument("--lang", choices=("zh", "en"), default=default(lang), help=str(say("cli.help.lang")))
    return parser
