"""What people changed by hand in rows that came from an IFC file, read from the change log.

A cell counts as edited by hand from the moment somebody changes it — on the command line, in QGIS, from a table — until a newer
model overwrites it, or it is changed back. Putting the building on the ground moves cells without editing them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from bim_import.cells import SHAPE, same_value
from bim_import.revision import REMOVED, HandEdit
from twin.model.tables import IN_BUILDING, TABLES
from twin.store.past import row_of
from twin.store.rows import frame_rows
from twin.store.sql import GEOM, LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.store import Store

__all__ = ["hand_edits"]

_ALL = 1_000_000
_PLACE = ("place_e", "place_n", "place_z", "place_rotation_deg", "place_scale")
_Kind = Literal["model", "place", "undo", "hand"]
_Row = dict[str, Any]
_UNASKED = frozenset({"source_id", "global_id", "content_hash", "gone"})


def hand_edits(store: Store, building_id: str) -> list[HandEdit]:
    """List the cells of a building that hold what a person put there, each with what the file had said.

    Returns
    -------
    By table, key and column; column ``gone`` stands for a row that was taken out.
    """
    sets = {entry["set_id"]: _kind(entry) for entry in store.log(_ALL)}
    first = min((number for number, kind in sets.items() if kind == "hand"), default=None)
    if first is None:
        return []
    with store.reading() as connection:
        changes = [line for line in reversed(store.lines_after(connection, first - 1)) if _table(line.entity) in IN_BUILDING]
        now = {name: _rows(store.held(connection, name), _table(name)) for name in sorted({line.entity for line in changes})}
    chains: dict[tuple[str, str], list[Any]] = {}
    for line in changes:
        chains.setdefault((_table(line.entity), line.entity_id), []).append(line)
    found = []
    sets |= {number: "place" for number in _placings(chains, now) if sets[number] == "hand"}
    for (table, key), chain in sorted(chains.items()):
        trail = _follow(chain, sets, now)
        if trail.building == building_id:
            found += [HandEdit(table, key, _column(column), before) for column, before in sorted(trail.edited.items())]
    return found


def _placings(chains: dict[tuple[str, str], list[Any]], now: dict[str, dict[str, _Row]]) -> set[int]:
    """Find the change sets that put a building on the ground or moved it, whatever reason they give."""
    found = set()
    for (table, _), chain in chains.items():
        for line, before, after in _steps(chain, now) if table == "building" else ():
            moved = before is not None and after is not None and any(before[name] != after[name] for name in _PLACE)
            if moved or (line.entity.startswith(LOCAL) and after is None):
                found.add(line.set_id)
    return found


def _steps(chain: list[Any], now: dict[str, dict[str, _Row]]) -> Iterator[tuple[Any, _Row | None, _Row | None]]:
    """Give each line of one row with the row before and after it, the oldest first."""
    for place, line in enumerate(chain):
        later = next((other for other in chain[place + 1 :] if other.entity == line.entity), None)
        if "remove" in line.action or "delete" in line.action:
            after = None
        elif later is not None and later.before is not None:
            after = row_of(later.before)
        else:
            after = now[line.entity].get(line.entity_id)
        yield line, None if line.before is None else row_of(line.before), after


def _kind(entry: dict[str, Any]) -> _Kind:
    """Tell what a change set was: a model's import, a placing, an undo, or somebody's hand (another program's, too)."""
    if str(entry["source_id"] or "").startswith("ifc-"):
        return "model"
    reason = str(entry["reason"])
    if reason.startswith("place "):
        return "place"
    return "undo" if reason.startswith("undo #") else "hand"


def _table(entity: str) -> str:
    return entity.removeprefix(LOCAL)


def _column(name: str) -> str:
    return SHAPE if name == GEOM else name


def _rows(frame: Any, table: str) -> dict[str, _Row]:
    return {row[TABLES[table].key]: row for row in frame_rows(TABLES[table], frame)}


@dataclass(slots=True)
class _Trail:
    """One row on its way through the log: what it is now, which cells were edited, and how it stood before."""

    row: _Row | None = None
    building: str = ""
    edited: dict[str, Any] = field(default_factory=dict)
    past: list[tuple[_Row, dict[str, Any]]] = field(default_factory=list)

    def go_on(self, kind: _Kind, before: _Row | None, after: _Row | None) -> None:
        """Take one line of the log."""
        if before is not None:
            self.row = before
        self.building = str((after or self.row or {}).get("building_id") or self.building)
        if self.row is not None:
            self.past.append((self.row, dict(self.edited)))
        if after is None:
            if kind == "hand":
                self.edited = {REMOVED: False}
            return
        changed = [name for name in after if self.row is not None and not same_value(self.row.get(name), after[name])]
        if kind == "hand":
            self._by_hand(changed, after)
        elif kind == "undo":
            same = (edits for row, edits in reversed(self.past) if all(same_value(row.get(name), after[name]) for name in after))
            self.edited = dict(next(same, {}))
        else:
            self._by_program(kind, changed, after)
        self.row = after

    def _by_hand(self, changed: list[str], after: _Row) -> None:
        if REMOVED in self.edited and not after.get("gone"):
            self.edited = {}
        for name in changed:
            before = self.row.get(name) if self.row is not None else None
            if name == "gone":
                self.edited |= {REMOVED: False} if after["gone"] else {}
            elif name not in _UNASKED:
                self.edited.setdefault(name, before)
                if same_value(self.edited[name], after[name]):
                    del self.edited[name]

    def _by_program(self, kind: _Kind, changed: list[str], after: _Row) -> None:
        self.edited.pop(REMOVED, None)
        for name in changed:
            if name in self.edited and kind == "place":
                self.edited[name] = after[name]
            else:
                self.edited.pop(name, None)


def _follow(chain: list[Any], sets: dict[int, _Kind], now: dict[str, dict[str, _Row]]) -> _Trail:
    """Follow one row through its lines; a row that moves from a local layer to the ground goes on."""
    trail = _Trail()
    for line, before, after in _steps(chain, now):
        trail.go_on(sets[line.set_id], before, after)
    return trail
