"""Findings of one kind told together: twenty thousand equal notes are one line with a count, not twenty thousand lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from twin.model.findings import Finding

__all__ = ["Group", "grouped"]

FEW = 3
"""So many findings of one kind are listed one by one; of more the first so many stand for all."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings with the same severity, code, file, table and column, in the order in which they came; at least one."""

    findings: tuple[Finding, ...]

    @property
    def shown(self) -> tuple[Finding, ...]:
        """Those that stand for all."""
        return self.findings[:FEW]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return len(self.findings) - len(self.shown)

    def record(self) -> dict[str, object]:
        """Give the group as JSON: what it is, how many, where the first are, and what to do."""
        first = self.findings[0]
        return {
            "severity": first.severity,
            "code": first.code,
            "table": first.table,
            "column": first.column,
            "count": len(self.findings),
            "where": [finding.where for finding in self.shown],
            "message": str(first.message),
            "remedy": str(first.remedy),
            "zh": first.message.zh,
            "en": first.message.en,
            "remedy_zh": first.remedy.zh,
            "remedy_en": first.remedy.en,
        }


def grouped(findings: Iterable[Finding]) -> Iterator[Group]:
    """Gather findings of one kind, kinds in the order in which each first comes."""
    kinds: dict[tuple[str, ...], list[Finding]] = {}
    for found in findings:
        kinds.setdefault((found.severity, found.code, found.file, found.table, found.column), []).append(found)
    for members in kinds.values():
        yield Group(tuple(members))
