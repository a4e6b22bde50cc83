"""The user's own standard: a table (TOML or XLSX) that amends the shipped one from a day on; every fault of it is told at once.

A TOML file has the tables of ``standards.toml``, as many of them as it wants to change; a workbook has a sheet of the same
name for each: ``standard`` (name, value), ``office_ceiling`` (level, rank, m2), ``service_rooms`` (level, first_x, first_m2,
last_x, last_m2), ``ancillary`` (kind, first, first_m2, beyond_m2), ``figures`` (name, value: equipment_share, multi_storey,
high_rise). Each row gives its ``clause``; ``verified`` counts the texts that state it (0 where left out), ``source`` names one.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pandas as pd

from gis.faults import GisError
from gis.readers import read_frame
from twin.model.errors import ImportRefused
from twin.model.findings import Finding
from twin.space import rules
from twin.space.amending import Amender

if TYPE_CHECKING:
    from pathlib import Path

    from twin.space.rules import Standard

__all__ = ["read_standard"]

_SHEETS = ("standard", "office_ceiling", "service_rooms", "ancillary", "figures")


def read_standard(path: Path) -> tuple[Standard, tuple[Finding, ...]]:
    """Read a user's table as a standard of its own, amended from the shipped one.

    Returns
    -------
    The standard, and warnings: rows that print a figure of 1999.

    Raises
    ------
    ImportRefused
        ``standards.refused`` with every fault of the table; nothing of it is taken then.
    """
    suffix = path.suffix.lower()
    try:
        if suffix == ".toml":
            data = _from_toml(path)
        elif suffix == ".xlsx":
            data = _from_book(path)
        else:
            raise _refused(path, [Finding("error", "standards.bad_file", file=path.name, values={"file": path.name})])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, GisError) as error:
        reason = error.code if isinstance(error, GisError) else str(error)[:200]
        fault = Finding("error", "standards.unreadable", file=path.name, values={"file": path.name, "reason": reason})
        raise _refused(path, [fault]) from error
    amender = Amender(path.name, rules.shipped())
    amended = amender.amend(data)
    faults = [found for found in amender.found if found.severity == "error"]
    if faults:
        raise _refused(path, faults)
    return rules.made(amended), tuple(amender.found)


def _refused(path: Path, faults: list[Finding]) -> ImportRefused:
    return ImportRefused("standards.refused", faults, file=path.name, count=len(faults))


def _from_toml(path: Path) -> dict[str, Any]:
    """Give the tables of a TOML file; ceilings by level become a row a rank."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    rows: list[Any] = []
    given = data.get("office_ceiling", [])
    for row in given if isinstance(given, list) else [given]:
        ranks = row.get("m2") if isinstance(row, dict) else None
        if isinstance(ranks, dict):
            rows += [{**row, "rank": rank, "m2": m2} for rank, m2 in ranks.items()]
        else:
            rows.append(row)
    figures = data.get("figures")
    taken: dict[str, Any] = {**data, "office_ceiling": rows}
    if isinstance(figures, dict):
        taken["figures"] = _pairs(figures)
    return taken


def _pairs(figures: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the figures of a TOML table, each with the clause and source of the table, as rows."""
    about: dict[str, Any] = {name: figures[name] for name in ("clause", "verified", "source", "sources") if name in figures}
    return [{"name": name, "value": value, **about} for name, value in figures.items() if name not in about]


def _from_book(path: Path) -> dict[str, Any]:
    """Give the sheets of a workbook; empty cells are left out."""
    data: dict[str, Any] = {}
    for layer in read_frame(path):
        name = (layer.sheet or layer.name).strip()
        rows = [
            {str(column).strip(): value for column, value in row.items() if column != "geometry" and not pd.isna(value)}
            for row in layer.frame.to_dict("records")
        ]
        data[name] = {str(row.get("name")): row.get("value") for row in rows} if name == "standard" else rows
    return data
