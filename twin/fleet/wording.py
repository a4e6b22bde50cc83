"""The route in words for the terminal, Chinese first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twin.model.aligned import aligned, clean
from twin.model.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.fleet.places import Place
    from twin.fleet.plan import Leg, Route

__all__ = ["clock", "lines", "metres", "one", "place_text", "streets", "tell"]


@dataclass(slots=True)
class _Step:
    """Roads driven one after another under one name without a turn."""

    turn: str
    name: str
    roads: int
    length_m: float
    time_ms: int


_DRIVEN_M = 0.5
"""A step shorter than this at the start is where a place lies at the end of a road, not a stretch to drive."""


def lines(route: Route, lang: str = "") -> list[str]:
    """Write a route in ``zh``, ``en`` or, for an empty `lang`, both."""
    told = [
        tell("fleet.title", lang, start=place_text(route.origin), end=place_text(route.target)),
        tell("fleet.drive", lang, distance=metres(route.distance_m), time=clock(route.time_s), roads=len(route.legs)),
        tell("fleet.links", lang, distance=metres(route.link_m), time=clock(route.link_s)),
        tell(
            "fleet.proven",
            lang,
            value=f"{route.value_ms / 1000:.3f}",
            bound=f"{route.bound_ms / 1000:.3f}",
            gap=f"{route.gap:.2%}",
        ),
        *_energy(route, lang),
        *_entrances(route, lang),
        "",
        *_steps(route.legs, lang),
    ]
    return [*told, *(one(finding.message, lang) for finding in route.findings)]


def _energy(route: Route, lang: str) -> list[str]:
    """Say what an electric vehicle uses, and how well the figure is known."""
    if route.appetite is None or route.energy_wh is None:
        return []
    used, each = f"{route.energy_wh / 1000:.2f}", f"{route.appetite.wh_per_km:.0f}"
    return [tell("fleet.energy", lang, used=used, each=each, verified=route.appetite.verified)]


def _entrances(route: Route, lang: str) -> list[str]:
    """Say by which entrance a room is left or reached."""
    return [
        tell(f"fleet.entrance_{side}", lang, place=place.name, door=place.door.name, key=place.door.key)
        for side, place in (("out", route.origin), ("in", route.target))
        if place.door is not None
    ]


def _steps(legs: Sequence[Leg], lang: str) -> list[str]:
    """Lay the steps out as a table, without a start at the very end of a road, of which nothing is driven."""
    steps: list[_Step] = []
    idle = next((place for place, leg in enumerate(legs) if leg.length_m >= _DRIVEN_M), 0)
    for place, leg in enumerate(legs[idle:]):
        if place == 0:
            steps.append(_Step("depart", leg.name, 1, leg.length_m, leg.time_ms))
        elif steps and leg.turn == "straight" and leg.name == steps[-1].name:
            steps[-1] = _Step(
                steps[-1].turn, leg.name, steps[-1].roads + 1, steps[-1].length_m + leg.length_m, steps[-1].time_ms + leg.time_ms
            )
        else:
            steps.append(_Step(leg.turn, leg.name, 1, leg.length_m, leg.time_ms))
    head = [tell(f"fleet.column.{name}", lang) for name in ("number", "turn", "road", "roads", "distance", "time")]
    rows = [
        [
            str(number),
            tell(f"fleet.turn.{step.turn}", lang),
            clean(step.name) or tell("fleet.unnamed", lang),
            str(step.roads),
            metres(step.length_m),
            clock(step.time_ms / 1000),
        ]
        for number, step in enumerate(steps, start=1)
    ]
    return aligned([head, *rows], right=(0, 3, 4, 5))


def place_text(place: Place) -> Text:
    """Name a place by kind and name."""
    return say(f"fleet.place.{place.kind}", name=place.name)


def metres(length: float) -> str:
    """Write a length in metres, in kilometres from 1,000."""
    return f"{length / 1000:,.2f} km" if length >= 1000.0 else f"{length:.0f} m"


def clock(seconds: float) -> str:
    """Write seconds as minutes and seconds, hours where there are any."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"


def one(text: Text, lang: str) -> str:
    """Write a text in one language or both, without signs that a terminal obeys."""
    return clean(text.lang(lang) if lang else str(text))


def tell(code: str, lang: str, **values: object) -> str:
    """Fill an entry of the catalogue; a value that is itself a text goes into each side in its own language."""
    zh = {name: value.zh if isinstance(value, Text) else value for name, value in values.items()}
    en = {name: value.en if isinstance(value, Text) else value for name, value in values.items()}
    return one(Text(say(code, **zh).zh, say(code, **en).en), lang)


def streets(driven: Sequence[tuple[str, float]], most: int = 3) -> tuple[str, ...]:
    """Name the streets on which most of a drive is spent, in its order."""
    length: dict[str, float] = {}
    for name, metres_ in driven:
        if name:
            length[name] = length.get(name, 0.0) + metres_
    longest = set(sorted(length, key=lambda name: -length[name])[:most])
    return tuple(clean(name) for name in length if name in longest)
