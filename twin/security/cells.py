"""A cell (网格) as its chief reads it: who answers for it, its equipment, its figures, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from twin.model.aligned import aligned
from twin.model.words import catalogue, say
from twin.security.ladders import LADDERS
from twin.security.places import text_of

if TYPE_CHECKING:
    from twin.model.snapshot import Snapshot
    from twin.security.outage import Outages
    from twin.security.plan import Blind, Coverage, Row

__all__ = ["CellSheet", "cell_sheets"]

_KIND = {"camera": "lens", "charger": "current", "gate": "gate_class", "meter": "medium"}
LEDGER = ("camera", "charger", "gate", "meter")
"""Tables whose rows stand in a cell by position: the ledger of its equipment."""


@dataclass(frozen=True, slots=True)
class CellSheet:
    """One cell: `duty` what its row says of who answers for it; `ledger` (table, key, name, kind, status) of its things."""

    cell_id: str
    name: str
    duty: dict[str, Any]
    row: Row
    ladder: str
    expected_m2: float
    ledger: tuple[tuple[str, str, str, str, str], ...]
    blind: tuple[Blind, ...]
    worst: tuple[tuple[str, str, float], ...]
    """Cameras that stand in it whose outage costs most: key, name, m²."""
    outages: tuple[tuple[str, str, str, str, str, str], ...] = ()
    """When its cameras are out of use: key, name, from, to, repeats, reason."""

    def record(self) -> dict[str, Any]:
        """Give it as JSON-able values."""
        levels = [level.key for level in LADDERS[self.ladder].levels]
        return {
            "cell_id": self.cell_id,
            "name": self.name,
            "duty": self.duty,
            "figures": self.row.record(),
            "levels": dict(zip(levels, self.row.levels_m2, strict=True)),
            "expected_m2": self.expected_m2,
            "ledger": [dict(zip(("table", "key", "name", "kind", "status"), each, strict=True)) for each in self.ledger],
            "blind": [{"area_m2": part.area_m2, "where": {"zh": part.where.zh, "en": part.where.en}} for part in self.blind],
            "worst": [{"camera_id": key, "name": name, "lost_m2": lost} for key, name, lost in self.worst],
            "outages": [
                dict(zip(("camera_id", "name", "from", "to", "repeats", "reason"), each, strict=True)) for each in self.outages
            ],
        }

    def figures(self) -> list[tuple[str, str]]:
        """Give its figures as pairs of catalogue key and text, for sheets and lines."""
        row = self.row
        percent = "-" if row.percent is None else f"{row.percent:.1f} %"
        pairs = [
            ("reference", f"{row.reference_m2:,.1f}"),
            ("covered", f"{row.covered_m2:,.1f} ({percent})"),
            ("always_m2", f"{row.always_m2:,.1f}"),
            ("twice_m2", f"{row.twice_m2:,.1f}"),
            ("blind", f"{row.blind_m2:,.1f}"),
            ("expected_m2", f"{self.expected_m2:,.1f}"),
            ("required", f"{row.required:g}"),
            ("short", f"{row.short_m2:,.1f}"),
        ]
        return [(f"security.line.{key}", value) for key, value in pairs]

    def duties(self, lang: str = "") -> list[tuple[str, str]]:
        """Give what the regulations ask of it as pairs of words."""
        return [(_said(f"security.duty.{key}", lang), _value(key, value, lang)) for key, value in self.duty.items()]

    def things(self, lang: str = "") -> list[tuple[str, str, str, str, str]]:
        """Give the ledger in words: table, key, name, kind, status."""
        return [
            (
                _said(f"security.table.{table}", lang),
                key,
                name,
                _value(_KIND.get(table, ""), kind, lang),
                _value("status", status, lang),
            )
            for table, key, name, kind, status in self.ledger
        ]

    def equipment(self, lang: str = "") -> list[tuple[str, int]]:
        """Count its equipment by kind."""
        kinds: dict[str, int] = {}
        for table, *_ in self.ledger:
            kinds[table] = kinds.get(table, 0) + 1
        return [(_said(f"security.table.{table}", lang), count) for table, count in kinds.items()]

    def lines(self, lang: str = "") -> list[str]:
        """Write the sheet for the terminal."""
        head = f"{self.cell_id} {self.name}"
        duty = [list(pair) for pair in self.duties(lang)]
        figures = [[_said(key, lang), value] for key, value in self.figures()]
        levels = [
            [_said(f"security.level.{level.key}", lang) + f" >= {level.px_per_m:g} px/m", f"{area:,.1f}"]
            for level, area in zip(LADDERS[self.ladder].levels, self.row.levels_m2, strict=True)
        ]
        lines = ["", head, *aligned([*duty, *figures, *levels], right=set())]
        if self.worst:
            lines += aligned(
                [[_said("security.line.worst", lang), f"{key} {name}", f"{lost:.1f} m²"] for key, name, lost in self.worst],
                right={2},
            )
        told = ", ".join(f"{kind} {count}" for kind, count in self.equipment(lang))
        return [*lines, _said("security.line.ledger", lang) + ": " + told]


def _said(code: str, lang: str) -> str:
    word = say(code)
    return word.lang(lang) if lang else str(word)


def _value(key: str, value: Any, lang: str) -> str:
    code = f"viz.value.{key}.{value}"
    if code in catalogue():
        return _said(code, lang)
    return "-" if value is None or value == "" else str(value)


def cell_sheets(snapshot: Snapshot, plan: Coverage, found: Outages) -> list[CellSheet]:
    """Make the sheet of every cell that the plan answers for."""
    rows = {row.key: row for row in plan.of("cell")}
    lost = {one.camera_id: one for one in found.singles}
    sheets = []
    for key, row in rows.items():
        cell = snapshot.row("cell", key)
        ledger = tuple(_ledger(snapshot, cell.geometry))
        mine = [lost[each[1]] for each in ledger if each[0] == "camera" and each[1] in lost]
        worst = sorted(mine, key=lambda one: (-one.lost_m2, one.camera_id))[:5]
        standing = {each[1]: each[2] for each in ledger if each[0] == "camera"}
        duty = {name: _plain(cell[name]) for name in cell.index if name not in {"cell_id", "name", "geometry"}}
        sheets.append(
            CellSheet(
                cell_id=key,
                name=row.name,
                duty=duty,
                row=row,
                ladder=plan.params.ladder,
                expected_m2=found.expected.get(key, 0.0),
                ledger=ledger,
                blind=tuple(part for part in plan.blind if part.cell_id == key),
                worst=tuple((one.camera_id, one.name, one.lost_m2) for one in worst),
                outages=tuple(_outages(snapshot, standing)),
            )
        )
    return sheets


def _plain(value: Any) -> Any:
    if value is None or pd.isna(value):
        return None
    return int(value) if isinstance(value, float | np.integer) else value


def _outages(snapshot: Snapshot, names: dict[str, str]) -> list[tuple[str, str, str, str, str, str]]:
    """List when cameras are out of use, by camera and begin."""
    columns = [snapshot.column("camera_outage", name) for name in ("camera_id", "starts_at", "ends_at", "repeats", "reason")]
    rows = [[text_of(value) for value in row] for row in zip(*columns, strict=True) if row[0] in names]
    return [(key, names[key], low, high, again, why) for key, low, high, again, why in sorted(rows)]


def _ledger(snapshot: Snapshot, shape: Any) -> list[tuple[str, str, str, str, str]]:
    """List what stands in a cell, table by table: of equipment that has a place."""
    found = []
    for table in LEDGER:
        frame = snapshot.frame(table)
        shapes = snapshot.column(table, "geometry")
        inside: list[int] = []
        if len(frame) and shape is not None:
            inside = np.flatnonzero(shapely.covers(shape, shapes)).tolist()
        kind = next((name for name in ("lens", "gate_class", "medium", "current") if name in frame.columns), "")
        for row in inside:
            each = frame.iloc[row]
            name, sort, status = (
                text_of(each.get(column)) if column in frame.columns else "" for column in ("name", kind, "status")
            )
            found.append((table, str(frame.index[row]), name, sort, status))
    return found
