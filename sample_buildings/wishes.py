"""Which rooms a floor should have besides offices, read from designs/floors.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Wish:
    """A room a floor should have: its use, its bays, and the rows to try in turn (N stands for the wings too)."""

    use: str
    count: int
    rows: str = "NS"


@cache
def _floors() -> dict[str, Any]:
    return tomllib.loads(files("sample_buildings.designs").joinpath("floors.toml").read_text(encoding="utf-8"))


def hall_of(purpose: str) -> str:
    """Give the use of the entrance hall of a building of some purpose."""
    return str(_floors()[purpose]["hall"])


def wishes(purpose: str, number: int) -> list[Wish]:
    """Give the rooms wished for on storey `number` of a building of some purpose."""
    if number < 0:
        said = _floors()["basement"]["ground"]
    elif number == 1:
        said = _floors()[purpose]["ground"]
    else:
        sets = _floors()[purpose]["upper"]
        said = sets[(number - 2) % len(sets)]
    return [_wish(*text.split()) for text in said]


def _wish(use: str, count: str, rows: str = "NS") -> Wish:
    return Wish(use, int(count), rows)
