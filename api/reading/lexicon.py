"""The words of one view that a search may mean: buildings, departments, classes of rooms."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from twin.model.tables import ROOM_CLASSES
from twin.model.words import say

if TYPE_CHECKING:
    from api.reading.view import View

__all__ = ["Lexicon", "folded", "lexicon"]

T = TypeVar("T")
_MORE_CLASSES = {
    "厕所": "toilet", "洗手间": "toilet", "走道": "corridor", "过道": "corridor",
    "仓库": "storage", "机房": "machine",
    "楼梯": "stair", "餐厅": "canteen", "车库": "garage", "会议": "meeting", "offices": "office", "meeting rooms": "meeting",
    "meeting": "meeting", "toilets": "toilet", "corridors": "corridor",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded name → keys (or class); the longest names first."""

    buildings: dict[str, frozenset[str]]
    departments: dict[str, frozenset[str]]
    classes: dict[str, str]


def folded(text: str) -> str:
    """Bring full and half width, capitals and ㎡ to one form."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def lexicon(view: View) -> Lexicon:
    """Gather once per view."""
    return view.once("lexicon", lambda: _gather(view))


def _gather(view: View) -> Lexicon:
    classes = {folded(word): name for name in ROOM_CLASSES if name != "other" for word in _both(name)}
    return Lexicon(_names(view, "building"), _names(view, "department"), _longest(classes | _MORE_CLASSES))


def _both(name: str) -> tuple[str, str]:
    text = say(f"viz.value.room_class.{name}")
    return text.zh, text.en


def _names(view: View, table: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    rows = view.rows(table)
    for key, name in zip(rows.keys, rows.columns["name"], strict=True):
        if name and len(folded(name)) > 1:
            found.setdefault(folded(name), set()).add(key)
    return _longest({name: frozenset(keys) for name, keys in found.items()})


def _longest(names: dict[str, T]) -> dict[str, T]:
    return dict(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))
