"""The yearly report (年度报告): figures beside the year before, departments, buildings, what happened, what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.model.errors import PlanError, UsageError
from twin.model.validity import is_day
from twin.model.words import Text, say
from twin.space import plan, problem, solve
from twin.space.indicators.happened import Table, happened, rounded, table
from twin.space.indicators.measures import UNITS
from twin.space.indicators.sheet import Line, days_between, indicators, over_time
from twin.space.register.ground import Ground
from twin.space.register.violations import violations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.model.snapshot import Snapshot
    from twin.space.plan import Report
    from twin.space.rules import Standard

__all__ = ["Yearly", "yearly"]

_EVERY_MONTHS = 3
_SERIES = ("vacancy", "certificate_coverage", "entitlement_use")
_BUILDING = (
    "usable_m2", "office_m2", "vacancy", "m2_per_person", "certificate_coverage", "registered", "coefficient", "leased_m2",
    "repair_cost", "inspections_open", "score",
)  # fmt: skip
_DEPARTMENT = (
    "m2_per_post",
    "entitlement_use",
    "service_per_post",
    "over_rooms",
    "floors",
    "fragmentation",
    "certificate_coverage",
)


@dataclass(frozen=True, slots=True)
class Yearly:
    """The report: `tables` in order; `held` is (department, entitled, held) of the bars, `series` the lines over the year.

    `offices` is (building, offices in use, vacant), m². Shares in `series` are 0 … 1, None where there is nothing to divide by.
    """

    year: int
    on: str
    version: int
    place: str
    standard: str
    tables: tuple[Table, ...]
    held: tuple[tuple[str, float, float], ...]
    days: tuple[str, ...]
    series: dict[str, tuple[float | None, ...]]
    offices: tuple[tuple[str, float, float], ...]

    def record(self) -> dict[str, Any]:
        """Give it as plain JSON, tables with their heads in Chinese."""
        return {
            "year": self.year, "on": self.on, "version": self.version, "place": self.place, "standard": self.standard,
            "tables": {
                table.key: {"title": table.title.zh, "heads": [head.zh for head in table.heads],
                    "rows": [list(row) for row in table.rows]}
                for table in self.tables
            },
            "days": list(self.days), "series": {key: list(values) for key, values in self.series.items()},
        }  # fmt: skip


def yearly(snapshot: Snapshot, year: int, on: str = "", standards: Sequence[Standard] = ()) -> Yearly:
    """Make the report of a year.

    Parameters
    ----------
    on
        Its last day where the year is not over; empty for 31 December.

    Raises
    ------
    UsageError
        ``past.bad_day``; ``yearly.other_year`` if the day lies in another year.
    PlanError
        If the space report behind it fails its independent check.
    """
    on = on or f"{year}-12-31"
    if not is_day(on):
        raise UsageError("past.bad_day", day=on)
    if on[:4] != f"{year:04d}":
        raise UsageError("yearly.other_year", day=on, year=year)
    first, before = f"{year}-01-01", f"{year - 1}-12-31"
    asked = problem.build(snapshot, problem.Params(on=on), standards)
    report = solve.solve(asked)
    if faults := plan.check(asked, report):
        raise PlanError("plan.unsound", faults, count=len(faults), first=faults[0])
    ground = Ground(snapshot, on)
    now = indicators(snapshot, on, "district", first, standards).total
    then = indicators(snapshot, before, "district", f"{year - 1}-01-01", standards).total
    houses = indicators(snapshot, on, "building", first, standards)
    units = indicators(snapshot, on, "department", first, standards)
    time = over_time(snapshot, days_between(before, on, _EVERY_MONTHS), standards)
    tables = (
        _summary(now, then), _departments(report, units.lines_), _houses(houses.lines_), *happened(ground, first),
        _broken(snapshot, on, report),
    )  # fmt: skip
    return Yearly(
        year=year,
        on=on,
        version=snapshot.version,
        place="、".join(str(name) for name in snapshot.column("site", "name") if name),
        standard=f"{asked.standard.name}({asked.standard.number})",
        tables=tuple(table for table in tables if table.rows),
        held=tuple((line.name, line.entitled["basic"] or 0.0, line.held["basic"]) for line in report.departments),
        days=tuple(line.key for line in time.lines_),
        series={key: tuple(line.measures[key].value for line in time.lines_) for key in _SERIES},
        offices=tuple(
            (line.name, line.measures["office_m2"].over - line.measures["vacancy"].over, line.measures["vacancy"].over)
            for line in houses.lines_
        ),
    )


def _indicator(key: str, share: float = 1.0) -> tuple[Text, float]:
    name, unit = say(f"space.indicator.{key}.name"), UNITS[key]
    return (Text(f"{name.zh} {unit}".strip(), f"{name.en} {unit}".strip()), share)


def _figure(key: str, line: Line | None) -> float | None:
    """Give a measure as it is written in a table: percentages times a hundred."""
    one = line.measures.get(key) if line else None
    if one is None or one.value is None:
        return None
    return round(one.value * (100.0 if UNITS[key] == "%" else 1.0), 2)


def _summary(now: Line | None, then: Line | None) -> Table:
    rows = []
    for key in now.measures if now else ():
        value, earlier = _figure(key, now), _figure(key, then)
        change = None if value is None or earlier is None else round(value - earlier, 2)
        name, formula = say(f"space.indicator.{key}.name"), say(f"space.indicator.{key}.formula")
        rows.append((name.zh, UNITS[key], value, earlier, change, formula.zh))
    return table(
        "summary", rows, ("indicator", 1.5), ("unit", 0.7), ("value", 1.1), ("before", 1.1), ("change", 1.1), ("formula", 3.6)
    )


def _departments(report: Report, lines: Sequence[Line]) -> Table:
    measured = {line.key: line for line in lines}
    rows = [
        (
            line.name, line.staff, line.people, rounded(line.entitled["basic"]), rounded(line.held["basic"]),
            rounded(line.over["basic"]),
            *(_figure(key, measured[line.department_id]) for key in _DEPARTMENT),
        )
        for line in report.departments
    ]  # fmt: skip
    heads: list[tuple[str | Text, float]] = [
        ("department", 2.4),
        ("posts", 0.8),
        ("people", 0.8),
        ("entitled", 1.2),
        ("held", 1.2),
        ("over", 1.2),
    ]
    return table("departments", rows, *heads, *(_indicator(key) for key in _DEPARTMENT))


def _houses(lines: Sequence[Line]) -> Table:
    rows = [(line.name, *(_figure(key, line) for key in _BUILDING)) for line in lines]
    return table("buildings", rows, ("building", 1.8), *(_indicator(key) for key in _BUILDING))


def _broken(snapshot: Snapshot, on: str, report: Report) -> Table:
    rows = [
        (say(f"register.rule.{one.rule}.name").zh, one.what.zh, one.since, one.days, one.remedy.zh)
        for one in violations(snapshot, on, report)
    ]
    return table("violations", rows, ("rule", 1.5), ("what", 3.6), ("since", 1.0), ("days", 0.6), ("remedy", 2.6))
