"""The dated rules as data: clause, how well it is confirmed, and its term. Numbers live in ``clauses.toml``, never in code."""

from __future__ import annotations

import calendar
import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Clause", "add_months", "clauses", "day_after"]

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Clause:
    """What a rule rests on; `months` is its term, 0 where it has none; `local`: its term or text stands in local texts only."""

    rule: str
    clause: str
    clause_en: str
    verified: int
    months: int = 0
    local: bool = False


@cache
def clauses() -> dict[str, Clause]:
    """Read ``clauses.toml`` once: rules by name, in the order in which they are told."""
    data = tomllib.loads(files(__package__).joinpath("clauses.toml").read_text(encoding="utf-8"))
    return {rule: Clause(rule, **row) for rule, row in data.items()}


def add_months(day: str, months: int) -> str:
    """Give the same day of a later month, the last of it where it is shorter (民法典第二百零二条: 没有对应日的,月末日)."""
    start = dt.date.fromisoformat(day[:10])
    place = start.year * _YEAR + start.month - 1 + months
    year, month = divmod(place, _YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(start.day, last)).isoformat()


def day_after(day: str) -> str:
    """Give the day after a day."""
    return (dt.date.fromisoformat(day[:10]) + dt.timedelta(days=1)).isoformat()
