"""What became of imported files, as a page to read and print: one self-contained HTML, no script at all."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from twin.model.tables import TABLES
from twin.model.words import catalogue, say
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["import_page", "write_import_report"]

_MOST_ROWS = 200
"""Rows of one list on paper; the JSON has them all."""
_LISTS = (
    "area_differences", "area_bases", "overlaps", "isolated_rooms", "unclassed_rooms", "volume_differences", "rekeyed",
    "fallbacks", "floors", "dropped",
)  # fmt: skip
_ASK = {
    "place": ("ifc.no_place", "ifc.place_unconfirmed", "ifc.place_is_default", "ifc.crs_unknown", "ifc.outside_crs"),
    "rooms": ("ifc.no_rooms", "ifc.no_room_shapes", "ifc.elements_only", "ifc.room_without_shape", "ifc.body_outline"),
    "storeys": ("ifc.storeys_derived", "ifc.storey_unplaced", "ifc.elevation_differs", "ifc.rooms_off_storey", "ifc.no_floors"),
    "doors": ("ifc.rooms_isolated",),
    "door_sides": ("ifc.door_disagrees",),
    "overlaps": ("ifc.rooms_overlap", "ifc.many_overlaps"),
    "basis": ("ifc.areas_differ",),
    "volumes": ("ifc.volumes_differ", "ifc.volumes_unit"),
    "ids": ("ifc.key_repaired", "ifc.keys_repaired"),
    "bodies": ("ifc.no_mesh", "ifc.body_box", "ifc.body_unclipped"),
    "schema": ("ifc.schema_repaired",),
    "text": ("ifc.text_repaired",),
    "unit": ("ifc.unit_forced", "ifc.unit_doubtful", "ifc.unit_wrong", "ifc.no_unit", "ifc.units_differ", "ifc.no_project"),
    "whole": ("ifc.truncated", "ifc.syntax", "ifc.cut_short", "ifc.archive_broken", "ifc.empty"),
}  # fmt: skip
"""What to ask the model's author for, by what was found; the words stand in the catalogue."""
_LISTED = {"ifc.rooms_overlap", "ifc.key_repaired", "ifc.storey_without_rooms", "ifc.door_disagrees"}
_SINGLY = 3
"""Findings of one kind that are spelt out where there are many."""
_TWO = " / "


def write_import_report(out: Path, records: Sequence[dict[str, Any]], *, made: str) -> None:
    """Write the report of one import.

    Parameters
    ----------
    out
        The HTML file; replaced whole or not at all.
    records
        One per file, as ``twin import --json`` prints them under ``files``.
    made
        When, as ISO 8601.
    """
    with whole_file(out) as draft:
        draft.write_text(import_page(records, made=made), encoding="utf-8", newline="\n")


def import_page(records: Sequence[dict[str, Any]], *, made: str) -> str:
    """Give the page as text. Every name from a file passes through the template's escaping."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals["say"] = _say
    environment.filters["two"] = _two
    template = environment.from_string((files("viz") / "template" / "import_report.html").read_text(encoding="utf-8"))
    return template.render(files=[_file(record) for record in records], made=made, most=_MOST_ROWS)


def _say(code: str, **values: object) -> str:
    return str(say(f"report.{code}", **values))


def _two(text: str) -> Markup:
    """Set the two languages of a sentence one under the other.

    A sentence is ``Chinese / English`` and the same values stand in both, so that of all the bars the middle one parts them.
    """
    parts = text.split(_TWO)
    if len(parts) % 2:
        return escape(text)
    half = len(parts) // 2
    return Markup('{}<br><span class="en" lang="en">{}</span>').format(_TWO.join(parts[:half]), _TWO.join(parts[half:]))


def _file(record: dict[str, Any]) -> dict[str, Any]:
    """Add what the page asks of every file, whatever kind it is."""
    report = record.get("report", {})
    counts = {name: count for name, count in record["counts"].items() if count or record.get("source")}
    severities = [finding["severity"] for finding in record["findings"]]
    repaired = set(report.get("repaired", ()))
    idle = str(say("ifc.unpacked.remedy"))
    findings = [
        finding | {"repaired": finding["message"] in repaired, "more": 0, "idle": finding["remedy"] == idle}
        for finding in record["findings"]
    ]
    return {
        **record,
        **{name: report.get(name, []) for name in _LISTS},
        "name": record["path"].rsplit("/", 1)[-1],
        "source": record.get("source", {}),
        "counts": {_label(f"report.count.{name}", name): count for name, count in counts.items()},
        "severities": {name: severities.count(name) for name in ("error", "warning", "info")},
        "weigh": _few([finding for finding in findings if not finding["repaired"] and finding["severity"] != "info"]),
        "repaired": _few([finding for finding in findings if finding["repaired"]]),
        "notes": _few([finding for finding in findings if not finding["repaired"] and finding["severity"] == "info"]),
        "ask": _ask({finding["code"] for finding in findings}, report),
        "revisions": [_revision(revision) for revision in record.get("revisions", [])],
        "changes": {_table(name): counter for name, counter in record["changes"].items()},
    }


def _few(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of findings that a list below repeats keep the first ones, the last of them saying how many there are."""
    kept: list[dict[str, Any]] = []
    for finding in findings:
        same = [other for other in kept if other["code"] == finding["code"]]
        if finding["code"] in _LISTED and len(same) == _SINGLY:
            same[-1]["more"] += 1
        else:
            kept.append(finding)
    return kept


def _ask(codes: set[str], report: dict[str, Any]) -> list[str]:
    """Say what the model's author should be asked for."""
    wanted = [f"ask.{name}" for name, found in _ASK.items() if codes & set(found)]
    sure = [code for code in wanted if code != "ask.place" or not report.get("georeference", {}).get("trusted")]
    if report.get("unclassed_rooms"):
        sure.append("ask.use")
    if report.get("counts", {}).get("rooms") and not report.get("area_bases"):
        sure.append("ask.areas")
    return [_say(code) for code in sure]


def _revision(revision: dict[str, Any]) -> dict[str, Any]:
    """Name tables and columns of a difference for people."""

    def named(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [line | {"table": _table(line["table"])} for line in lines]

    return revision | {
        "counts": {_table(table): counts for table, counts in revision["counts"].items()},
        **{what: named(revision[what]) for what in ("added", "gone", "rekeyed", "stranded")},
        "changed": named([
            line | {"columns": {_column(line["table"], name): pair for name, pair in line["columns"].items()}}
            for line in revision["changed"]
        ]),
        "hand": named([line | {"column": _column(line["table"], line["column"])} for line in revision["hand"]]),
    }  # fmt: skip


def _table(name: str) -> str:
    table = TABLES.get(name.removeprefix("local_"))
    return f"{table.zh} {name}" if table else name


def _column(table: str, name: str) -> str:
    column = TABLES[table].by_name.get(name) if table in TABLES else None
    return f"{column.zh} {name}" if column else str(say("revision.shape")) if name == "geometry" else name


def _label(code: str, name: str) -> str:
    return str(say(code)) if code in catalogue() else name
