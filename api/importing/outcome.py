"""What became of one file: taken or refused, what it brought, what changed, and every finding."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from twin.model.errors import ImportRefused, TwinError
from twin.model.findings import Finding, sort_findings
from twin.model.tables import TABLES
from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from api.console import Console
    from bim_import.revision import Revision
    from gis.faults import GisError

__all__ = ["Outcome", "refusal"]

_VERDICTS = {"imported": "cli.imported", "refused": "cli.refused", "declined": "import.words.left"}
_COUNTED = ("floors", "rooms", "walls", "doors", "devices")


@dataclass(slots=True)
class Outcome:
    """The report of one file; `record` is what `twin import --json` prints for it."""

    path: str
    status: Literal["imported", "refused", "declined"] = "imported"
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_COUNTED, 0))
    areas: dict[str, float] = field(default_factory=lambda: {"drawn_m2": 0.0, "file_m2": 0.0})
    georeference: dict[str, Any] = field(default_factory=dict)
    changes: dict[str, dict[str, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)
    revisions: list[Revision] = field(default_factory=list)
    """What the file changes of the buildings that were there before."""
    told: bool = False
    """True where the differences were printed already, to ask about them."""

    def record(self) -> dict[str, Any]:
        """Give the report as JSON."""
        return {
            "path": self.path,
            "status": self.status,
            "counts": self.counts,
            "areas": self.areas,
            "georeference": self.georeference,
            "changes": self.changes,
            "findings": [finding.record() for finding in sort_findings(self.findings)],
            "revisions": [revision.record() for revision in self.revisions],
            "agreement": self.agreement,
            **self.details,
        }

    @property
    def agreement(self) -> str:
        """Give a digest of the differences, by which it is told later whether they are still the same; empty without any."""
        if not self.revisions:
            return ""
        told = json.dumps([revision.record() for revision in self.revisions], sort_keys=True, ensure_ascii=False)
        return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()

    def note_changes(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Remember what the transaction did, by table."""
        self.changes = {name: dict(counter) for name, counter in counts.items() if any(counter.values())}

    def print(self, console: Console) -> None:
        """Tell people."""
        console.say(_VERDICTS[self.status], path=self.path)
        if self.counts["rooms"]:
            drawn, of_file = (f"{self.areas[name]:,.2f}" for name in ("drawn_m2", "file_m2"))
            console.say("cli.import_counts", indent="  ", **self.counts, drawn=drawn, file=of_file)
        if self.georeference:
            console.say(
                "cli.georeference",
                indent="  ",
                method=self.georeference.get("method", "-"),
                crs=self.georeference.get("crs") or "-",
            )
        for revision in () if self.told else self.revisions:
            console.lines(f"  {line}" for line in revision.lines(console.lang))
        for name, counter in self.changes.items() if not self.revisions else ():
            filled = {key: counter.get(key, 0) for key in ("added", "changed", "buried", "unchanged")}
            table = TABLES[name.removeprefix("local_")]
            console.say("cli.import_rows", indent="  ", table=f"{table.zh} {name}", **filled)
        console.findings(sort_findings(self.findings), most=12)


def refusal(path: str, error: TwinError | GisError) -> Outcome:
    """Report a file that was not taken."""
    findings = list(error.findings) if isinstance(error, ImportRefused) else []
    if not any(finding.severity == "error" for finding in findings):
        findings.insert(0, Finding("error", error.code, file=path.rsplit("/", 1)[-1], values=error.values))
    say(f"{error.code}.remedy", **error.values)  # a code without words must fail here, not when somebody reads the report
    return Outcome(path, status="refused", findings=findings)
