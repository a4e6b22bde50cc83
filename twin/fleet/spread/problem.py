"""Many places on the roads; a place that cannot be found is named and the others are served."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from twin.fleet.ground import Ground, Params, ground
from twin.fleet.places import Place, resolve_place
from twin.fleet.rules import FARTHEST_LINK
from twin.model.errors import DataError, TwinError, UsageError
from twin.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gis.routing import Router
    from gis.ways import Spot
    from twin.model.snapshot import Snapshot

__all__ = ["Problem", "build", "place_all", "spots_of"]

_TABLES = ("parking", "charger", "gate", "room", "door")
MOST_CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class Problem:
    """From everywhere in `starts` to everywhere in `ends`; `findings` name the places that were asked for in vain."""

    params: Params
    ground: Ground
    starts: tuple[Place, ...]
    ends: tuple[Place, ...]
    findings: tuple[Finding, ...]


def build(snapshot: Snapshot, starts: Sequence[str], ends: Sequence[str], params: Params) -> Problem:
    """Read places; the ends are the starts where none is given.

    Raises
    ------
    DataError
        ``fleet.no_place`` if not a single start or end is left; as `ground` raises them.
    UsageError
        ``fleet.matrix_too_large``.
    """
    held = ground(snapshot, params)
    findings: list[Finding] = []
    origins = place_all(snapshot, starts, findings)
    targets = place_all(snapshot, ends, findings) if ends else origins
    if len(origins) * len(targets) > MOST_CELLS:
        raise UsageError("fleet.matrix_too_large", count=len(origins) * len(targets), most=MOST_CELLS)
    return Problem(params, held, origins, targets, tuple(findings))


def place_all(snapshot: Snapshot, texts: Sequence[str], findings: list[Finding]) -> tuple[Place, ...]:
    """Find each place; ``@parking`` and the like mean every row of a table. What is not found becomes a finding.

    Raises
    ------
    DataError
        ``fleet.no_place`` if none is left.
    """
    found = []
    for text in texts:
        table = text.removeprefix("@") if text.startswith("@") else ""
        if table and table not in _TABLES:
            raise UsageError("fleet.no_table", table=table, tables=", ".join(_TABLES))
        for word in [str(key) for key in snapshot.keys(table)] if table else [text]:
            try:
                found.append(resolve_place(snapshot, word))
            except TwinError as error:
                findings.append(Finding("error", error.code, row=word, values=error.values))
    if not found:
        raise DataError("fleet.no_place", places="; ".join(str(finding.message) for finding in findings[:3]) or "—")
    return tuple(found)


def spots_of(router: Router, places: Sequence[Place], findings: list[Finding]) -> list[Spot | None]:
    """Bring places to the roads; None, with a finding, for one that lies off the map."""
    spots: list[Spot | None] = []
    for place, spot in zip(places, router.snap(np.array([place.outside for place in places])), strict=True):
        if spot.away > FARTHEST_LINK.value:
            values = {"place": place.name, "distance": f"{spot.away / 1000:.1f}"}
            findings.append(Finding("error", "fleet.off_the_map", row=place.key or place.text, values=values))
        spots.append(None if spot.away > FARTHEST_LINK.value else spot)
    return spots
