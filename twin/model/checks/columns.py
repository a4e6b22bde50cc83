"""Cells and keys: required, allowed, in range, and every reference meets its row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from twin.model.cells import column_faults
from twin.model.findings import Finding
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.model.snapshot import Snapshot

__all__ = ["cells", "keys", "tell_gone"]


def cells(snapshot: Snapshot) -> Iterator[Finding]:
    """Hold every cell against its column."""
    for name, table in TABLES.items():
        frame = snapshot.frame(name)
        for column in table.columns:
            held = frame[column.name]
            values = [None if absent else value for value, absent in zip(held, held.isna(), strict=True)]
            for place, code, value in column_faults(column, values):
                words = {
                    "column": column.name, "zh": column.zh, "value": str(value)[:60], "kind": column.kind,
                    "unit": column.unit or "-", "allowed": " ".join(column.allowed), "low": column.low, "high": column.high,
                }  # fmt: skip
                yield Finding("error", code, name, str(frame.index[place]), column.name, values=words)


def keys(snapshot: Snapshot) -> Iterator[Finding]:
    """Find references to rows that are not there."""
    for name, table in TABLES.items():
        frame = snapshot.frame(name)
        for column in table.columns:
            if not column.refers:
                continue
            held = frame[column.name].dropna()
            known = snapshot.frame(column.refers).index
            if snapshot.crs is None and column.refers not in _IN_LOCAL:
                continue
            for row, value in held[~held.isin(known)].items():
                yield Finding(
                    "error", "check.broken_key", name, str(row), column.name, values={"value": value, "table": column.refers}
                )
    yield from _floors_of_other_buildings(snapshot)


def tell_gone(findings: list[Finding], everything: Snapshot) -> list[Finding]:
    """Say of references to rows that the newest import no longer holds that these are gone, not that they never were.

    Parameters
    ----------
    findings
        What `keys` found in a snapshot without the rows that are gone.
    everything
        The same moment with them.
    """

    def gone(finding: Finding) -> bool:
        words = finding.values  # noqa: PD011 - of a finding, not of a frame
        return finding.code == "check.broken_key" and words["value"] in everything.frame(str(words["table"])).index

    return [replace(finding, code="check.gone_key") if gone(finding) else finding for finding in findings]


_IN_LOCAL = {name for name, table in TABLES.items() if table.in_building} | {"department"}
"""What the snapshot of one building that is not placed holds; references to anything else cannot be judged there."""


def _floors_of_other_buildings(snapshot: Snapshot) -> Iterator[Finding]:
    """Find rows whose floor belongs to another building than they say."""
    owner = snapshot.frame("floor")["building_id"]
    for name, table in TABLES.items():
        if name == "floor" or not {"floor_id", "building_id"} <= set(table.names):
            continue
        frame = snapshot.frame(name)
        placed = frame[frame["floor_id"].isin(owner.index) & frame["building_id"].notna()]
        wrong = placed[placed["floor_id"].map(owner).to_numpy() != placed["building_id"].to_numpy()]
        for row, floor in wrong["floor_id"].items():
            yield Finding(
                "error", "check.floor_of_other", name, str(row), "floor_id", values={"floor": floor, "owner": owner[floor]}
            )
    floors = snapshot.frame("floor")
    for building, group in floors.groupby("building_id"):
        by_height = group.sort_values("elevation")
        if not by_height["number"].is_monotonic_increasing or by_height["number"].duplicated().any():
            pairs = zip(by_height["number"], by_height["elevation"], strict=True)
            numbers = ", ".join(f"{number}: {elevation:g} m" for number, elevation in pairs if pd.notna(number))
            yield Finding("warning", "check.floor_order", "building", str(building), values={"numbers": numbers})
