"""What floors and buildings cost a year: judged rates, or the user's own table building by building."""

from __future__ import annotations

import csv
import math
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING

from twin.model.findings import Finding
from twin.space.consolidate.faults import ProblemRefused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["COLUMNS", "Costs", "Rates", "read_costs"]

COLUMNS = ("building", "floor_per_m2", "building_per_m2", "rent_per_m2")
"""Head of the user's table: key or name of a building, then thousand yuan a year per m² of net usable area."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Thousand yuan a year per m² of net usable area: of a floor that is open, of a building that is open, and its rent."""

    floor_per_m2: float
    building_per_m2: float
    rent_per_m2: float


@dataclass(frozen=True, slots=True)
class Costs:
    """`common` rates, and those of single buildings by key or name; `judged` where no table of the user's was read."""

    common: Rates
    single: Mapping[str, Rates] = field(default_factory=dict)
    judged: bool = True

    @classmethod
    def default(cls) -> Costs:
        """Give the judged rates that come with the program."""
        text = files(__package__).joinpath("costs.toml").read_text(encoding="utf-8")
        return cls(Rates(**tomllib.loads(text)))

    def of(self, key: str, name: str | None) -> Rates:
        """Give the rates of one building."""
        return self.single.get(key) or self.single.get(name or "") or self.common


def read_costs(path: Path) -> Costs:
    """Read the user's table (CSV in UTF-8, head as `COLUMNS`); an empty cell takes the common rate.

    Raises
    ------
    ProblemRefused
        With every fault of the table: columns that are missing, rates that are no numbers or below zero, buildings named twice.
    """
    common = Costs.default().common
    found: list[Finding] = []
    single: dict[str, Rates] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            rows = [] if missing else list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ProblemRefused([_fault("plan.costs_unreadable", path, "", reason=type(error).__name__)]) from error
    found += [_fault("plan.costs_column", path, "", column=name, columns=", ".join(COLUMNS)) for name in missing]
    for number, row in enumerate(rows, 2):
        name = (row["building"] or "").strip()
        if not name or name in single:
            found.append(_fault("plan.costs_building", path, str(number), line=number, building=name))
            continue
        rates = {}
        for column in COLUMNS[1:]:
            text = (row[column] or "").strip()
            value = _number(text) if text else getattr(common, column)
            if value is None:
                found.append(_fault("plan.costs_number", path, str(number), line=number, column=column, value=text))
            rates[column] = value or 0.0
        single[name] = Rates(**rates)
    if found:
        raise ProblemRefused(found)
    return Costs(common, single, judged=False)


def _number(text: str) -> float | None:
    """Read a rate; None if it is none."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def _fault(code: str, path: Path, row: str, **values: object) -> Finding:
    return Finding("error", code, file=path.name, row=row, values={"file": path.name, **values})
