"""Every fault of the data at once, each with severity, table, row, column, reason and remedy.

`columns` looks at cells and keys, `places` at what lies where, `networks` at trees and graphs,
`register` at the days and steps of the office register.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.checks.columns import cells, keys, tell_gone
from twin.model.checks.networks import meters, occupancies, roads
from twin.model.checks.places import cameras, chargers, entrances, overlaps, room_areas, room_places, shapes
from twin.model.checks.register import register
from twin.model.findings import Finding, sort_findings

if TYPE_CHECKING:
    from twin.model.snapshot import Snapshot

__all__ = ["check", "tell_gone"]

_CHECKS = (
    cells, keys, shapes, room_places, overlaps, room_areas, cameras, chargers, entrances, meters, occupancies, roads, register,
)  # fmt: skip


def check(snapshot: Snapshot) -> list[Finding]:
    """Run every check.

    Parameters
    ----------
    snapshot
        A district, or one building in its own metres.

    Returns
    -------
    All findings, errors first; empty when the data are sound.
    """
    return sort_findings([finding for run in _CHECKS for finding in run(snapshot)])
