"""What an import did: what was read, kept, repaired and dropped, and why; with every difference that a person should see."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from twin.model.words import say

if TYPE_CHECKING:
    from twin.model.findings import Finding

__all__ = ["LISTS", "REPAIRS", "Dropped", "ImportReport"]

REPAIRS = frozenset(
    f"ifc.{name}"
    for name in (
        "body_box", "body_outline", "body_unclipped", "elevation_missing", "false_origin", "kernel_fallback",
        "key_repaired", "keys_repaired", "map_scale", "map_unit", "schema_repaired", "second_attempt", "storey_unplaced",
        "storeys_derived", "storeys_sorted", "text_repaired", "unit_forced", "unpacked",
    )
)  # fmt: skip
"""Findings that tell of a repair."""

LISTS = (
    "area_differences", "area_bases", "overlaps", "isolated_rooms", "unclassed_rooms", "volume_differences", "rekeyed",
    "fallbacks", "floors",
)  # fmt: skip
"""Parts of a report that list rooms or elements one by one."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Products of one class that have no row; `why` is an entry of the catalogue."""

    ifc_class: str
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The report of one import; every part is plain data.

    `counts` and `areas` are what a summary shows: floors, rooms, walls (IfcWall), doors, devices (without furniture) and more;
    drawn and stated m². `read` tells what the file holds, `kept` rows per table, `dropped` products without a row.
    `area_differences`, `overlaps`, `isolated_rooms` and `volume_differences` list every room that is told of, `rekeyed` every
    element that got another key, `fallbacks` every one whose body the first kernel did not make (`how`: what stands for
    it, and `why`); `area_bases` sums every area that the file states beside the drawn one, `floors` counts by floor,
    `unclassed_rooms` lists the rooms whose use nothing tells; `door_graph` counts how probe and boundaries compare.
    """

    counts: dict[str, int]
    areas: dict[str, float]
    read: dict[str, Any]
    kept: dict[str, int]
    dropped: tuple[Dropped, ...]
    findings: tuple[Finding, ...]
    area_differences: tuple[dict[str, Any], ...] = ()
    overlaps: tuple[dict[str, Any], ...] = ()
    isolated_rooms: tuple[dict[str, Any], ...] = ()
    volume_differences: tuple[dict[str, Any], ...] = ()
    rekeyed: tuple[dict[str, Any], ...] = ()
    fallbacks: tuple[dict[str, Any], ...] = ()
    area_bases: tuple[dict[str, Any], ...] = ()
    unclassed_rooms: tuple[dict[str, Any], ...] = ()
    floors: tuple[dict[str, Any], ...] = ()
    door_graph: dict[str, int] = field(default_factory=dict)

    @property
    def repaired(self) -> tuple[Finding, ...]:
        """The findings that tell of a repair."""
        return tuple(found for found in self.findings if found.code in REPAIRS)

    def record(self) -> dict[str, Any]:
        """Give the whole report as JSON."""
        return {
            "counts": self.counts,
            "areas": self.areas,
            "read": self.read,
            "kept": self.kept,
            "repaired": [str(found.message) for found in self.repaired],
            "dropped": [asdict(item) | {"why": str(say(item.why))} for item in self.dropped],
            "findings": [found.record() for found in self.findings],
            "area_differences": list(self.area_differences),
            "overlaps": list(self.overlaps),
            "isolated_rooms": list(self.isolated_rooms),
            "volume_differences": list(self.volume_differences),
            "rekeyed": list(self.rekeyed),
            "fallbacks": list(self.fallbacks),
            "area_bases": list(self.area_bases),
            "unclassed_rooms": list(self.unclassed_rooms),
            "floors": list(self.floors),
            "door_graph": self.door_graph,
        }

    def lines(self, lang: str = "") -> list[str]:
        """Give the report for the terminal, Chinese first, or in one language (``zh``, ``en``)."""

        def words(code: str, **values: object) -> str:
            text = say(code, **values)
            return text.lang(lang) if lang else str(text)

        found = [words("ifc.report.read", **(self.read | {"application": self.read["application"] or "-"}))]
        found.append(words("ifc.report.counts", **self.counts))
        found.append(words("ifc.report.areas" if self.areas["file_m2"] else "ifc.report.areas_unstated", **self.areas))
        found += [
            words("ifc.report.dropped", ifc_class=item.ifc_class, count=item.count, why=words(item.why)) for item in self.dropped
        ]
        for finding in self.findings:
            message, remedy = (text.lang(lang) if lang else str(text) for text in (finding.message, finding.remedy))
            mark = words(f"ifc.report.{finding.severity}")
            found.append(f"{mark} {message}" + (f" → {remedy}" if finding.severity != "info" else ""))
        return found
