"""The day's dispatch in words for the terminal, Chinese first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.aligned import aligned, clean
from twin.model.words import Text, say

if TYPE_CHECKING:
    from twin.fleet.dispatch.plan import Tour
    from twin.fleet.dispatch.proposal import Dispatch

__all__ = ["clock", "lines", "why_text"]

_SHOWN = 12


def clock(seconds: float) -> str:
    """Write seconds from midnight as hours and minutes; a day later or earlier with its sign."""
    whole = round(seconds / 60.0)
    days, minutes = divmod(whole, 1440)
    return f"{minutes // 60:02d}:{minutes % 60:02d}" + (f" {days:+d}d" if days else "")


def lines(found: Dispatch, lang: str = "") -> list[str]:
    """Write a dispatch in ``zh``, ``en`` or, for an empty `lang`, both."""
    ground, plan = found.ground, found.plan
    asked = len(ground.journeys) + len(ground.faults)
    told = [
        _tell("dispatch.title", lang, day=ground.ask.on, served=len(ground.journeys) - len(plan.unserved), asked=asked),
        _tell("dispatch.used", lang, used=len(plan.tours), vehicles=len(ground.vehicles), hired=sum(map(found.hired, plan.tours)),
              km=f"{plan.length / 1000:,.1f}"),
        _tell("dispatch.money", lang, value=f"{plan.value:,.0f}", bound=f"{plan.bound:,.0f}", gap=f"{plan.gap:.1%}"),
        "",
        *_tours(found, lang),
    ]  # fmt: skip
    if found.why:
        told += ["", _tell("dispatch.unserved", lang, count=len(found.why))]
        told += [f"  {key}: {_one(why_text(why, cost), lang)}" for key, (why, cost) in sorted(found.why.items())[:_SHOWN]]
        if len(found.why) > _SHOWN:
            told.append("  …")
    return told


def why_text(why: str, cost: float) -> Text:
    """Say why a journey is left out."""
    return say(f"dispatch.why.{why}", cost=f"{cost:,.0f}")


def _tours(found: Dispatch, lang: str) -> list[str]:
    head = [_tell(f"dispatch.column.{name}", lang) for name in ("vehicle", "from", "to", "trips", "km", "charges", "cost")]
    rows = [_row(found, tour) for tour in sorted(found.plan.tours, key=found.vehicle)]
    shown = aligned([head, *rows[:_SHOWN]], right=(3, 4, 5, 6))
    return shown + ([_tell("dispatch.more", lang, count=len(rows) - _SHOWN)] if len(rows) > _SHOWN else [])


def _row(found: Dispatch, tour: Tour) -> list[str]:
    charges = sum(visit.kind == "charge" for visit in tour.visits)
    return [
        clean(found.vehicle(tour)),
        clock(tour.visits[0].leave),
        clock(tour.visits[-1].arrive),
        str(len(tour.stops) // 2),
        f"{tour.length / 1000:.1f}",
        str(charges),
        f"{tour.cost:,.0f}",
    ]


def _one(text: Text, lang: str) -> str:
    return clean(text.lang(lang) if lang else str(text))


def _tell(code: str, lang: str, **values: object) -> str:
    return _one(say(code, **values), lang)
