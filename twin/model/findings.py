"""A finding: one thing that is wrong, or worth knowing, with its place and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from twin.model.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Mapping

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of data or file; `code` is a catalogue entry, `values` fill it.

    `where` names the place: file and instance numbers, or table, row key and column.
    """

    severity: Severity
    code: str
    table: str = ""
    row: str = ""
    column: str = ""
    file: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> Text:
        """What is wrong and why."""
        return say(self.code, **self.values)

    @property
    def remedy(self) -> Text:
        """What to do next."""
        return say(f"{self.code}.remedy", **self.values)

    @property
    def where(self) -> str:
        """File, table, row and column, as far as they are known."""
        return " · ".join(part for part in (self.file, self.table, self.row, self.column) if part)

    def record(self) -> dict[str, str]:
        """Give the finding as JSON: message and remedy in both languages together, and each alone under its language."""
        message, remedy = self.message, self.remedy
        return {
            "severity": self.severity,
            "code": self.code,
            "message": str(message),
            "where": self.where,
            "remedy": str(remedy),
            "zh": message.zh,
            "en": message.en,
            "remedy_zh": remedy.zh,
            "remedy_en": remedy.en,
        }


def sort_findings(findings: list[Finding]) -> list[Finding]:
    """Order by severity, then code, then place, so that the same data always read the same."""
    rank = {name: place for place, name in enumerate(SEVERITIES)}
    return sorted(findings, key=lambda found: (rank[found.severity], found.code, found.where))
