"""The sheet of indicators: a row a building, a department, or a day of the whole district, and their total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from twin.model.aligned import aligned
from twin.model.errors import UsageError
from twin.model.validity import is_day
from twin.model.words import say
from twin.space import problem, solve
from twin.space.indicators.buildings import by_building
from twin.space.indicators.departments import by_department
from twin.space.indicators.measures import BUILDING, DEPARTMENT, UNITS, Measure, Measures, total
from twin.space.register.clauses import add_months, day_after
from twin.space.register.edits import here
from twin.space.register.ground import Ground

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.model.snapshot import Snapshot
    from twin.space.rules import Standard

__all__ = ["Line", "Sheet", "days_between", "indicators", "over_time"]

By = Literal["district", "building", "department"]
_OWN = frozenset({"floors", "buildings"})
"""What has no sum over departments: two may sit on one floor."""
_WIDE = 7
"""Columns that one table of the terminal shows side by side."""


@dataclass(frozen=True, slots=True)
class Line:
    """The measures of one scope; `key` is empty for a total."""

    key: str
    name: str
    measures: Measures


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines of one kind on one day, or days of the district; `total` adds them up, None over time."""

    by: str
    on: str
    since: str
    version: int
    lines_: tuple[Line, ...]
    total: Line | None

    def record(self) -> dict[str, Any]:
        """Give it as plain JSON: definitions once, then every value with what it was divided by."""
        rows = [*self.lines_, *([self.total] if self.total else [])]
        keys = dict.fromkeys(key for line in rows for key in line.measures)
        return {
            "by": self.by, "on": self.on, "since": self.since, "version": self.version,
            "definitions": {key: _definition(key) for key in keys},
            "lines": [_record(line) for line in self.lines_], "total": _record(self.total) if self.total else None,
        }  # fmt: skip

    def lines(self, lang: str = "") -> list[str]:
        """Write it for the terminal: one scope as a list with formulas, several as tables."""

        def tell(code: str, **values: object) -> str:
            text = say(code, **values)
            return text.lang(lang) if lang else str(text)

        said = [tell("space.indicators.title", day=self.on, since=self.since, version=self.version)]
        if self.by == "district" and self.total:
            rows = [[tell(f"space.indicators.{name}") for name in ("name", "value", "norm", "reckoned", "formula")]]
            for key, one in self.total.measures.items():
                reckoned = "" if one.under is None else f"{one.over:,.2f} / {one.under:,.2f}"
                norm = "" if one.norm is None else shown(key, Measure(one.norm))
                rows.append(
                    [tell(f"space.indicator.{key}.name"), shown(key, one), norm, reckoned, tell(f"space.indicator.{key}.formula")]
                )
            return [*said, *aligned(rows, right=[1, 2])]
        lines = [*self.lines_, *([self.total] if self.total else [])]
        keys = list(dict.fromkeys(key for line in lines for key in line.measures))
        for start in range(0, len(keys), _WIDE):
            part = keys[start : start + _WIDE]
            heads = [tell(f"space.indicators.{self.by}"), *(tell(f"space.indicator.{key}.name") for key in part)]
            rows = [[line.name or tell("space.total"), *(shown(key, line.measures.get(key)) for key in part)] for line in lines]
            said += ["", *aligned([heads, *rows], right=list(range(1, len(heads))))]
        return said


def shown(key: str, one: Measure | None) -> str:
    """Write a value with its unit."""
    if one is None or one.value is None:
        return "—"
    unit, value = UNITS[key], one.value
    if unit == "%":
        return f"{100 * value:.1f} %"
    if unit == "":
        return f"{value:,.1f}".removesuffix(".0")
    return f"{value:,.2f} {unit}"


def _definition(key: str) -> dict[str, str]:
    name, formula = say(f"space.indicator.{key}.name"), say(f"space.indicator.{key}.formula")
    return {"zh": name.zh, "en": name.en, "unit": UNITS[key], "formula_zh": formula.zh, "formula_en": formula.en}


def _record(line: Line) -> dict[str, Any]:
    return {"key": line.key, "name": line.name, "measures": {key: one.record() for key, one in line.measures.items()}}


def _pair(
    snapshot: Snapshot, on: str, since: str, standards: Sequence[Standard]
) -> tuple[dict[str, Measures], dict[str, Measures], Ground]:
    """Give the measures of buildings and of departments on a day."""
    ground = Ground(snapshot, on)
    report = solve.solve(problem.build(snapshot, problem.Params(on=on), standards))
    return by_building(ground, report, since), by_department(ground, report), ground


def _district(buildings: dict[str, Measures], departments: dict[str, Measures], ground: Ground) -> Measures:
    """Add up; what both have is taken from the buildings, but leases, of which some name no building."""
    houses, units = total(buildings.values()), total(departments.values())
    found = {key: houses.get(key) or units.get(key) for key in UNITS if key in houses or key in units}
    measures = {key: one for key, one in found.items() if one is not None and key not in _OWN}
    leases = [row for row in here(ground.rows("lease"), ground.on) if row["lease_class"] == "in"]
    leased = sum(row["area_m2"] or 0.0 for row in leases)
    vacant = houses["vacancy"].over if "vacancy" in houses else 0.0
    measures |= {
        "leased_m2": Measure(leased),
        "rent_yuan": Measure(sum(row["rent_yuan_year"] or 0.0 for row in leases)),
        "leased_while_vacant": Measure(min(leased, vacant)),
    }
    return measures


def indicators(snapshot: Snapshot, on: str, by: By, since: str = "", standards: Sequence[Standard] = ()) -> Sheet:
    """Give the indicators of every building, of every department, or of the district.

    Parameters
    ----------
    on
        The day.
    since
        First day of the period for what was released and adjusted; empty for the first of the day's year.

    Raises
    ------
    UsageError
        ``past.bad_day``, ``register.turned``.
    """
    since = _period(on, since)
    buildings, departments, ground = _pair(snapshot, on, since, standards)
    if by == "building":
        rows = tuple(
            Line(key, ground.buildings.get(key, key), _only(buildings[key], BUILDING))
            for key in sorted(buildings, key=lambda key: (ground.buildings.get(key, key), key))
        )
        whole = Line("", "", _only(total(buildings.values()), BUILDING))
    elif by == "department":
        rows = tuple(Line(key, ground.who(key), _only(one, DEPARTMENT)) for key, one in departments.items())
        sums = total(departments.values())
        whole = Line(
            "",
            str(say("space.total")),
            _only({key: one for key, one in sums.items() if key not in _OWN}, DEPARTMENT),
        )
    else:
        rows, whole = (), Line("", "", _district(buildings, departments, ground))
    return Sheet(by, on, since, snapshot.version, rows, whole)


def over_time(snapshot: Snapshot, days: Sequence[str], standards: Sequence[Standard] = ()) -> Sheet:
    """Give the indicators of the district on several days; what was released counts from the day after the one before."""
    rows = []
    for place, day in enumerate(days):
        since = day_after(days[place - 1]) if place else _period(day, "")
        rows.append(Line(day, day, _district(*_pair(snapshot, day, since, standards))))
    return Sheet("time", days[-1], days[0], snapshot.version, tuple(rows), None)


def days_between(since: str, on: str, months: int) -> list[str]:
    """Give days from one to another, a number of months apart, the last one always among them.

    Raises
    ------
    UsageError
        ``past.bad_day``, ``register.turned``.
    """
    _period(on, since)
    days, step = [], 0
    while (day := add_months(since, step)) < on:
        days.append(day)
        step += months
    return [*days, on]


def _period(on: str, since: str) -> str:
    for day in (on, since):
        if day and not is_day(day):
            raise UsageError("past.bad_day", day=day)
    first = since or f"{on[:4]}-01-01"
    if first > on:
        raise UsageError("register.turned", first=first, then=on)
    return first


def _only(measures: Measures, keys: Sequence[str]) -> Measures:
    return {key: measures[key] for key in keys if key in measures}
