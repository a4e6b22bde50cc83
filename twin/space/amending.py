"""A standard amended row by row, each judged: what it may name, in which range its figures lie, how they follow each other."""

from __future__ import annotations

import copy
import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from twin.model.findings import Finding
from twin.model.validity import is_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twin.model.findings import Severity

__all__ = ["Amender"]

_MOST_M2 = 200.0
_TABLES = ("standard", "office_ceiling", "service_rooms", "ancillary", "figures")
_FIGURES = {"equipment_share": (0.0, 0.5), "multi_storey": (0.3, 1.0), "high_rise": (0.3, 1.0)}
"""Name of a single figure and the range it must lie in."""
_HEAD = ("name", "name_en", "number", "valid_from")


class Amender:
    """Takes rows of a user's table into a copy of a standard's data; `found` has every fault and warning."""

    def __init__(self, file: str, base: Mapping[str, Any]) -> None:
        """Begin with a copy of the tables of `base`."""
        self.file = file
        self.data: dict[str, Any] = copy.deepcopy(dict(base))
        self.found: list[Finding] = []
        township = base["by_province"]
        ranked = [(row["level"], rank) for row in base["office_ceiling"] for rank in row["m2"]]
        self._ranks = [*ranked, *((township["level"], rank) for rank in township["ranks"])]
        self._limits = {(township["level"], rank): float(township["not_above_m2"]) for rank in township["ranks"]}
        self._old = {(level, rank): m2 for level, rows in base["superseded_1999"].items() for rank, m2 in rows.items()}

    def amend(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Give the amended tables; to be used only where `found` has no error."""
        for name in given:
            if name not in _TABLES:
                self._fault("standards.unknown_table", name, "", table=name, known=", ".join(_TABLES))
        self._head(given.get("standard", {}))
        seen: set[tuple[str, str]] = set()
        for number, row in self._rows(given, "office_ceiling"):
            self._ceiling(number, row, seen)
        for number, row in self._rows(given, "service_rooms"):
            self._service(number, row)
        for number, row in self._rows(given, "ancillary"):
            self._ancillary(number, row)
        for number, row in self._rows(given, "figures"):
            self._figure(number, row)
        self._order()
        return self.data

    def _fault(self, code: str, where: str, row: str, **values: object) -> None:
        severity: Severity = "warning" if code == "standards.of_1999" else "error"
        self.found.append(Finding(severity, code, file=self.file, table=where, row=row, values={"at": row or where, **values}))

    def _rows(self, given: Mapping[str, Any], table: str) -> list[tuple[str, dict[str, Any]]]:
        """Give the rows of a table with their numbers; what is no row is a fault."""
        rows = given.get(table, [])
        if not isinstance(rows, list):
            self._fault("standards.not_rows", table, "", table=table)
            return []
        for number, row in enumerate(rows, 1):
            if not isinstance(row, dict):
                self._fault("standards.not_rows", table, str(number), table=table)
        return [(str(number), row) for number, row in enumerate(rows, 1) if isinstance(row, dict)]

    def _head(self, head: Any) -> None:
        """Take name, number and first day; a table without a first day holds from that of the shipped one."""
        if not isinstance(head, dict):
            self._fault("standards.not_rows", "standard", "", table="standard")
            return
        for name in _HEAD:
            if head.get(name) is not None:
                self.data["standard"][name] = str(head[name])[:10] if name == "valid_from" else str(head[name])
        if "name" in head and "name_en" not in head:
            self.data["standard"]["name_en"] = str(head["name"])
        if not is_day(self.data["standard"]["valid_from"]):
            self._fault("standards.bad_day", "standard", "valid_from", value=head.get("valid_from"))

    def _number(self, table: str, at: str, row: dict[str, Any], name: str, most: float, least: float = 0.0) -> float | None:
        """Read a figure of a row; a fault where it is none or out of range."""
        value = row.get(name)
        try:
            number = math.nan if value is None or isinstance(value, bool) else float(value)
        except (TypeError, ValueError):
            number = math.nan
        if not math.isfinite(number) or not least < number <= most:
            self._fault("standards.bad_number", table, at, column=name, value=value, low=f"{least:g}", high=f"{most:g}")
            return None
        return number

    def _about(self, table: str, at: str, row: dict[str, Any]) -> dict[str, Any]:
        """Read clause, count of texts and source of a row."""
        clause = str(row.get("clause") or "").strip()
        if not clause:
            self._fault("standards.no_clause", table, at)
        try:
            verified = int(row.get("verified") or 0)
        except (TypeError, ValueError):
            verified = -1
        if verified < 0:
            self._fault("standards.bad_verified", table, at, value=row.get("verified"))
        named = row.get("sources", row.get("source", []))
        return {"clause": clause, "verified": max(verified, 0), "sources": [named] if isinstance(named, str) else list(named)}

    def _ceiling(self, number: str, row: dict[str, Any], seen: set[tuple[str, str]]) -> None:
        """Take the ceiling of one level and rank."""
        level, rank = str(row.get("level") or ""), str(row.get("rank") or "")
        at = f"{number} {level} {rank}".strip()
        m2, about = self._number("office_ceiling", at, row, "m2", _MOST_M2), self._about("office_ceiling", at, row)
        if (level, rank) not in self._ranks:
            known = " ".join(sorted(other for held, other in self._ranks if held == level)) or "—"
            self._fault("standards.unknown_rank", "office_ceiling", at, level=level, rank=rank, known=known)
            return
        if (level, rank) in seen:
            self._fault("standards.twice", "office_ceiling", at, what=f"{level} {rank}")
        seen.add((level, rank))
        limit = self._limits.get((level, rank))
        if m2 is not None and limit is not None and m2 > limit:
            self._fault("standards.above_limit", "office_ceiling", at, m2=f"{m2:g}", limit=f"{limit:g}")
        if m2 is not None and self._old.get((level, rank)) == m2:
            self._fault("standards.of_1999", "office_ceiling", at, level=level, rank=rank, m2=f"{m2:g}")
        for held in self.data["office_ceiling"]:
            if held["level"] == level:
                held["m2"].pop(rank, None)
        if m2 is not None:
            self.data["office_ceiling"].append({"level": level, "m2": {rank: m2}, **about})

    def _service(self, number: str, row: dict[str, Any]) -> None:
        """Take the service rooms of a level: a flat figure at both ends and the line through them."""
        level = str(row.get("level") or "")
        at = f"{number} {level}".strip()
        names = {"first_x": 1e6, "first_m2": _MOST_M2, "last_x": 1e6, "last_m2": _MOST_M2}
        read = {name: self._number("service_rooms", at, row, name, most) for name, most in names.items()}
        about = self._about("service_rooms", at, row)
        if level not in {held for held, _ in self._ranks}:
            self._fault("standards.unknown_level", "service_rooms", at, level=level)
        if None in read.values():
            return
        x0, m0, x1, m1 = (float(read[name] or 0.0) for name in names)
        if x0 >= x1 or m1 >= m0 or x0 != int(x0) or x1 != int(x1):
            self._fault("standards.bad_line", "service_rooms", at)
            return
        divisor = (x1 - x0) / (m0 - m1)
        minuend = m0 * divisor + x0
        for name, due in (("minuend", minuend), ("divisor", divisor)):
            said = self._number("service_rooms", at, row, name, 1e9) if row.get(name) is not None else None
            if said is not None and not math.isclose(said, due, rel_tol=1e-9):
                self._fault("standards.bad_joint", "service_rooms", at, column=name, said=said, due=f"{due:g}")
        if minuend < 2 * x1:
            self._fault("standards.falls", "service_rooms", at)
        line = {"first_x": int(x0), "first_m2": m0, "last_x": int(x1), "last_m2": m1, "minuend": minuend, "divisor": divisor}
        rest = [held for held in self.data["service_rooms"] if held["level"] != level]
        self.data["service_rooms"] = [*rest, {"level": level, **line, **about}]

    def _ancillary(self, number: str, row: dict[str, Any]) -> None:
        """Take ancillary rooms of one kind."""
        kind = str(row.get("kind") or "")
        at = f"{number} {kind}".strip()
        held = next((one for one in self.data["ancillary"] if one["kind"] == kind), None)
        first = self._number("ancillary", at, row, "first", 1e6, -1.0)
        first_m2 = self._number("ancillary", at, row, "first_m2", _MOST_M2)
        beyond = self._number("ancillary", at, row, "beyond_m2", _MOST_M2)
        about = self._about("ancillary", at, row)
        if held is None:
            known = ", ".join(one["kind"] for one in self.data["ancillary"])
            self._fault("standards.unknown_kind", "ancillary", at, kind=kind, known=known)
        elif first is not None and first_m2 is not None and beyond is not None:
            held |= {"first": int(first), "first_m2": first_m2, "beyond_m2": beyond, **about}

    def _figure(self, number: str, row: dict[str, Any]) -> None:
        """Take the share of equipment rooms or a coefficient."""
        name = str(row.get("name") or "")
        at = f"{number} {name}".strip()
        about = self._about("figures", at, row)
        if name not in _FIGURES:
            self._fault("standards.unknown_figure", "figures", at, name=name, known=", ".join(_FIGURES))
            return
        low, high = _FIGURES[name]
        value = self._number("figures", at, row, "value", high, low)
        if name == "equipment_share":
            self.data["equipment_rooms"] = {"share": value, **about}
        else:
            self.data["coefficients"] |= {name: value, **about}

    def _order(self) -> None:
        """Refuse ceilings of a level that rise as the rank falls."""
        m2 = {(row["level"], rank): value for row in self.data["office_ceiling"] for rank, value in row["m2"].items()}
        ranks: dict[str, list[str]] = {}
        for level, rank in self._ranks:
            if (level, rank) in m2:
                ranks.setdefault(level, []).append(rank)
        for level, ordered in ranks.items():
            for high, low in pairwise(ordered):
                if m2[level, low] > m2[level, high]:
                    values = {"level": level, "low": low, "high": high, "m2": m2[level, low], "above": m2[level, high]}
                    self._fault("standards.rises", "office_ceiling", f"{level} {low}", **values)
