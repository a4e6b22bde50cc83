"""Allowed values as people write them: the catalogue's names of a value in Chinese and English, and other words for it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from twin.model.words import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twin.model.columns import Column

__all__ = ["spoken"]


@cache
def _others() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("twin.model") / "spoken.toml").read_text(encoding="utf-8"))


@cache
def _words(column: str, allowed: tuple[str, ...]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for value in allowed:
        named = catalogue().get(f"viz.value.{column}.{value}", ())
        for word in (value, *named, *_others().get(column, {}).get(value, ())):
            key = _plain(word)
            if found.setdefault(key, value) != value:
                doubtful.add(key)
    return {word: value for word, value in found.items() if word not in doubtful or word in allowed}


def _plain(word: str) -> str:
    return "".join(word.split()).lower().replace("_", "")


def spoken(column: Column, cell: str) -> str:
    """Give the allowed value that a cell names, or the cell as it is where it names none or where two could be meant.

    Case, spaces and underlines do not count: ``Meeting Room``, ``会议室`` and ``meeting`` are one.
    """
    if not column.allowed or cell in column.allowed:
        return cell
    return _words(column.name, column.allowed).get(_plain(cell), cell)
