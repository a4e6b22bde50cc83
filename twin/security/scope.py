"""What is asked: which floors, buildings and cells, and in which state of doors and cameras."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from twin.model.errors import UnknownKeyError, UsageError
from twin.security import rules
from twin.security.dark import moment
from twin.security.ladders import LADDERS

if TYPE_CHECKING:
    from twin.model.snapshot import Snapshot

__all__ = ["Params", "Scope", "scope_of"]


@dataclass(frozen=True, slots=True)
class Params:
    """Scope and scenario.

    With no floor, building or cell named everything is in scope; otherwise the floors, the floors of the buildings and
    the cells that are named. `target_z` is metres above the floor, [0, 3]; `outages` are cameras taken as dark;
    `include_faulty` counts cameras whose status says that they do not work as if they did. `heights` reckons tilt, vertical field
    of view, lintels, low walls and low buildings; without it everything is reckoned in plan. `closed_doors` stand shut while
    the others are open; with `blinds_closed` glass hides like a wall. `ladder` names the levels of density
    (`ladders.LADDERS`). By `night` cameras see as far as their infrared light reaches; `zoom`
    turns every lens that can to its wide or its tele end; with `at`, a moment in ISO 8601, what is out of use then is dark.
    """

    floors: frozenset[str] = frozenset()
    buildings: frozenset[str] = frozenset()
    cells: frozenset[str] = frozenset()
    doors_open: bool = True
    target_z: float = rules.TARGET_Z
    outages: frozenset[str] = frozenset()
    include_faulty: bool = False
    heights: bool = True
    closed_doors: frozenset[str] = frozenset()
    blinds_closed: bool = False
    ladder: str = "iec2014"
    night: bool = False
    zoom: Literal["", "wide", "tele"] = ""
    at: str = ""

    def __post_init__(self) -> None:
        """Refuse a target plane that is no height of a person.

        Raises
        ------
        UsageError
            If `target_z` is not in [0, 3], there is no such ladder or zoom, or `at` is no moment.
        """
        if not (math.isfinite(self.target_z) and 0.0 <= self.target_z <= 3.0):
            raise UsageError("security.bad_target", target=self.target_z)
        if self.at:
            moment(self.at)
        if self.zoom not in {"", "wide", "tele"}:
            raise UsageError("security.bad_zoom", zoom=self.zoom)
        if self.ladder not in LADDERS:
            raise UsageError("security.bad_ladder", ladder=self.ladder, known=", ".join(LADDERS))


@dataclass(frozen=True, slots=True)
class Scope:
    """Keys in scope, sorted; `outdoors` is true where the grounds are asked for."""

    floors: tuple[str, ...]
    cells: tuple[str, ...]
    outdoors: bool


def scope_of(snapshot: Snapshot, params: Params) -> Scope:
    """Resolve what the parameters name.

    Raises
    ------
    UnknownKeyError
        If a floor, building, cell, camera or door does not exist.
    """
    named = (
        ("floor", params.floors),
        ("building", params.buildings),
        ("cell", params.cells),
        ("camera", params.outages),
        ("door", params.closed_doors),
    )
    for table, keys in named:
        for key in sorted(keys - set(snapshot.keys(table))):
            raise UnknownKeyError("key.unknown", table=table, key=key)
    floors = [str(key) for key in snapshot.keys("floor")]
    cells = [str(key) for key in snapshot.keys("cell")]
    if not (params.floors or params.buildings or params.cells):
        return Scope(tuple(floors), tuple(cells), outdoors=True)
    building = dict(zip(floors, snapshot.column("floor", "building_id"), strict=True))
    chosen = [key for key in floors if key in params.floors or building[key] in params.buildings]
    return Scope(tuple(chosen), tuple(key for key in cells if key in params.cells), outdoors=bool(params.cells))
