"""Names of city organs (市级机关) and their units, read from designs/organs.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Organ:
    """One organ or unit; `of` is the organ it belongs to, `city_leaders` true where its posts include the city's leading ones."""

    name: str
    of: str = ""
    city_leaders: bool = False


@cache
def organs() -> tuple[Organ, ...]:
    """Give all organs, the ones a small compound holds first."""
    text = files("sample_buildings.designs").joinpath("organs.toml").read_text(encoding="utf-8")
    return tuple(Organ(**entry) for entry in tomllib.loads(text)["organ"])
