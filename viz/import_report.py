"""What became of imported files, as a page to read and print: one self-contained HTML, no script at all."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined

from twin.model.words import catalogue, say
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["import_page", "write_import_report"]

_MOST_ROWS = 200
"""Rows of one list on paper; the JSON has them all."""


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
    template = environment.from_string((files("viz") / "template" / "import_report.html").read_text(encoding="utf-8"))
    return template.render(files=[_file(record) for record in records], made=made, most=_MOST_ROWS)


def _say(code: str, **values: object) -> str:
    return str(say(f"report.{code}", **values))


def _file(record: dict[str, Any]) -> dict[str, Any]:
    """Add what the page asks of every file, whatever kind it is."""
    report = record.get("report", {})
    lists = {name: report.get(name, []) for name in ("area_differences", "overlaps", "isolated_rooms", "dropped")}
    counts = {name: count for name, count in record["counts"].items() if count or record.get("source")}
    severities = [finding["severity"] for finding in record["findings"]]
    return {
        **record,
        **lists,
        "name": record["path"].rsplit("/", 1)[-1],
        "source": record.get("source", {}),
        "counts": {_label(f"report.count.{name}", name): count for name, count in counts.items()},
        "severities": {name: severities.count(name) for name in ("error", "warning", "info")},
        "ask": [finding for finding in record["findings"] if finding["severity"] != "info"],
    }


def _label(code: str, name: str) -> str:
    return str(say(code)) if code in catalogue() else name
