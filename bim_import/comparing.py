"""A building's frames in the store against those of a newer file: the work behind `revision`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd

from bim_import.cells import SHAPE, equal_columns, same_value
from bim_import.identity import derived_key
from bim_import.matching import Pairs, match
from bim_import.revision import REMOVED, Changed, HandEdit, Kept, Line, Rekeyed, Revision
from twin.model.snapshot import fit_frame
from twin.model.tables import IN_BUILDING, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Terms", "compare"]

_OWN = frozenset({"source_id", "global_id", "content_hash", "gone"})
"""Columns of the import itself: no news to a reader."""
_TOGETHER = {SHAPE: ("area_m2",)}
"""Columns that follow another one: a room redrawn by hand keeps the area it was given with its shape."""
_MAY_GO = frozenset({"room", "wall", "door", "vertical_link", "device"})
"""Tables of which a row taken out by hand stays out; floors and buildings carry others and come back."""

_Edits = dict[tuple[str, str], dict[str, object]]
"""Table and key → column → what the file had said."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is known beside the frames.

    `take_file` takes the file's value where a hand edit contradicts it; `sitting` maps room keys to the departments that sit
    there; `others` are the sources of other files of the same building (its services beside its architecture): their rows
    neither change nor go.
    """

    take_file: bool = False
    sitting: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    others: frozenset[str] = frozenset()


PLAIN = Terms()


def compare(
    held: Mapping[str, gpd.GeoDataFrame],
    new: Mapping[str, gpd.GeoDataFrame],
    edits: Iterable[HandEdit] = (),
    terms: Terms = PLAIN,
) -> Revision:
    """Compare what the store holds of one building with what a newer file says.

    Parameters
    ----------
    held
        Frames by table of `IN_BUILDING` as the store has them, without rows that are gone, in the coordinates of `new`.
    new
        The file's frames of that building.
    edits
        What was edited by hand since the file's earlier version said otherwise.
    terms
        See `Terms`.

    Returns
    -------
    See `Revision`; its lists are in the order of tables and keys.
    """
    by_row: _Edits = {}
    for edit in edits:
        by_row.setdefault((edit.table, edit.key), {})[edit.column] = edit.before
    pairs = match(_as_filed(held, by_row), new)
    frames = _renamed(new, held, pairs)
    names = [side["floor"]["name"].items() for side in (held, frames) if "floor" in side]
    work = _Comparison(by_row, terms, {str(key): str(name or "") for pair in names for key, name in pair})
    for table in IN_BUILDING:
        if table in frames:
            frames[table] = work.table(table, held.get(table), frames[table])
    work.let_go(frames)
    work.note_rekeyed(new, held, pairs, frames)
    building = frames["building"].iloc[0]
    return Revision(
        building_id=str(building["building_id"]),
        name=str(building["name"] or building["building_id"]),
        frames=frames,
        added=tuple(work.added),
        changed=tuple(work.changed),
        gone=tuple(work.gone),
        rekeyed=tuple(work.rekeyed),
        hand=tuple(work.hand),
        unchanged=work.unchanged,
        renewed=work.renewed,
        pairs=pairs,
        removed_by_hand=tuple(work.removed),
    )


@dataclass(slots=True)
class _Comparison:
    """What is known before, and the lists of the revision while they are made."""

    edits: _Edits
    terms: Terms
    floors: Mapping[str, str]
    added: list[Line] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    gone: list[Line] = field(default_factory=list)
    rekeyed: list[Rekeyed] = field(default_factory=list)
    hand: list[Kept] = field(default_factory=list)
    removed: list[Line] = field(default_factory=list)
    unchanged: dict[str, int] = field(default_factory=dict)
    renewed: dict[str, int] = field(default_factory=dict)

    def table(self, table: str, held: gpd.GeoDataFrame | None, new: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Compare one table; gives the rows to put, hand edits kept."""
        known = held if held is not None else new.iloc[:0]
        new = self._others_kept(known, new)
        new = self._without_removed(table, known, new)
        self.added += [self._line(table, new.loc[key]) for key in new.index.difference(known.index)]
        # what somebody added by hand came from no file and stays
        left = known[known["global_id"].notna() & ~known["source_id"].isin(self.terms.others) & ~known.index.isin(new.index)]
        self.gone += [self._line(table, row, self.terms.sitting if table == "room" else {}) for _, row in left.iterrows()]
        both = new.index.intersection(known.index)
        return _with_kept(new, self._cells(table, known.loc[both], new.loc[both]))

    def _others_kept(self, known: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Leave the rows that another file of the building brought as they are."""
        theirs = known.index[known["source_id"].isin(self.terms.others)].intersection(new.index)
        if len(theirs) == 0:
            return new
        rest = new.drop(index=theirs)
        kept = known.loc[theirs]
        return kept if len(rest) == 0 else gpd.GeoDataFrame(pd.concat([rest, kept]), crs=new.crs).sort_index()

    def _without_removed(self, table: str, known: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Leave out the rows that somebody took out by hand."""
        if self.terms.take_file or table not in _MAY_GO:
            return new
        out = [key for key in new.index if key not in known.index and REMOVED in self.edits.get((table, str(key)), {})]
        self.removed += [self._line(table, new.loc[key]) for key in out]
        return new.drop(index=out)

    def _cells(self, table: str, held: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> dict[str, dict[str, object]]:
        """Compare rows that are on both sides, in the same order; gives what is kept of hand edits, by column and key."""
        different = {
            column: ~equal_columns(table, column, held[column], new[column])
            for column in (*TABLES[table].names, SHAPE)
        }  # fmt: skip
        seen = np.zeros(len(held), dtype=bool)
        for column, differs in different.items():
            if column not in _OWN:
                seen |= differs
        self.renewed[table] = int((~seen & different["content_hash"]).sum())
        self.unchanged[table] = int((~seen & ~different["content_hash"]).sum())
        kept: dict[str, dict[str, object]] = {}
        for place in np.flatnonzero(seen):
            key, row, filed = str(held.index[place]), held.iloc[place], new.iloc[place]
            columns = {
                name: (row[name], filed[name]) for name, differs in different.items() if name not in _OWN and differs[place]
            }
            edits = self.edits.get((table, key), {})
            for name in _edited(edits, columns):
                was = edits.get(name, row[name])
                news = not same_value(was, filed[name])
                self.hand.append(
                    Kept(table, key, _name(table, row), name, was, row[name], filed[name], not self.terms.take_file, news)
                )
                if not self.terms.take_file:
                    kept.setdefault(name, {})[key] = row[name]
                    columns.pop(name)
            if columns:
                self.changed.append(Changed(table, key, _name(table, row), columns))
            else:
                self.unchanged[table] += 1
        return kept

    def let_go(self, frames: dict[str, gpd.GeoDataFrame]) -> None:
        """Let go of references to rows that stay out because somebody took them out by hand."""
        out: dict[str, set[str]] = {}
        for line in self.removed:
            out.setdefault(line.table, set()).add(line.key)
        for table in list(frames):
            for column in TABLES[table].columns:
                if column.refers in out and not column.required:
                    values = frames[table][column.name]
                    hit = values.isin(out[column.refers])
                    if hit.any():
                        frames[table] = frames[table].assign(**{column.name: values.where(~hit, None)})

    def note_rekeyed(
        self,
        new: Mapping[str, gpd.GeoDataFrame],
        held: Mapping[str, gpd.GeoDataFrame],
        pairs: Pairs,
        frames: Mapping[str, gpd.GeoDataFrame],
    ) -> None:
        """Note the rows whose GlobalId is another one than the store remembers."""
        for table, found in pairs.items():
            old, now = held[table]["global_id"], new[table]["global_id"]
            for key, pair in sorted(found.items(), key=lambda item: item[1].held):
                before, after = old[pair.held], now[key]
                if held[table]["source_id"][pair.held] in self.terms.others:
                    continue
                if isinstance(before, str) and isinstance(after, str) and before != after and pair.held in frames[table].index:
                    row = frames[table].loc[pair.held]
                    self.rekeyed.append(Rekeyed(table, pair.held, _name(table, row), before, after, pair.alike, pair.by_place))

    def _line(self, table: str, row: pd.Series[Any], sitting: Mapping[str, tuple[str, ...]] | None = None) -> Line:
        key = str(row[TABLES[table].key])
        floor = self.floors.get(str(row["floor_id"]), "") if table != "floor" and "floor_id" in row.index else ""
        return Line(table, key, _name(table, row), floor, (sitting or {}).get(key, ()))


def _as_filed(held: Mapping[str, gpd.GeoDataFrame], edits: _Edits) -> dict[str, gpd.GeoDataFrame]:
    """Give the frames as the file had them, hand edits taken back: by these a thing is known again."""
    filed = dict(held)
    for (table, key), columns in edits.items():
        if table not in filed or key not in filed[table].index:
            continue
        if filed[table] is held[table]:
            filed[table] = held[table].copy()
        for column, before in columns.items():
            if column != REMOVED:
                filed[table].at[key, column] = before  # noqa: PD008 - a shape is one cell, which .loc would take apart
    return filed


def _renamed(
    new: Mapping[str, gpd.GeoDataFrame], held: Mapping[str, gpd.GeoDataFrame], pairs: Pairs
) -> dict[str, gpd.GeoDataFrame]:
    """Give the file's rows the keys that the store has for them, in every reference too."""
    names: dict[str, dict[str, str]] = {}
    for table, frame in new.items():
        found = {key: pair.held for key, pair in pairs.get(table, {}).items()}
        taken = set(found.values())
        for key in frame.index:
            if key not in found:
                free = str(key)
                while free in taken:
                    free = derived_key(free, "again")
                found[str(key)] = free
                taken.add(free)
        names[table] = found
    frames = {}
    for table, frame in new.items():
        columns: dict[str, Any] = {TABLES[table].key: [names[table][str(key)] for key in frame.index]}
        for column in TABLES[table].columns:
            if column.refers in names:
                known = names[column.refers]
                columns[column.name] = [known.get(value, value) for value in frame[column.name]]
        moved = frame.reset_index(drop=True).assign(**{name: pd.Series(values, dtype=object) for name, values in columns.items()})
        frames[table] = fit_frame(TABLES[table], moved, held[table].crs if table in held else frame.crs)
    return frames


def _edited(edits: Mapping[str, object], columns: Mapping[str, object]) -> list[str]:
    """Name the columns that were edited by hand and now differ, and those that follow one of them."""
    wanted = set(edits)
    for column, following in _TOGETHER.items():
        if column in edits:
            wanted |= set(following)
    return [name for name in columns if name in wanted]


def _with_kept(frame: gpd.GeoDataFrame, kept: Mapping[str, Mapping[str, object]]) -> gpd.GeoDataFrame:
    """Put the kept values into the rows."""
    if not kept:
        return frame
    frame = frame.copy()
    for column, values in kept.items():
        for key, value in values.items():
            frame.at[key, column] = value  # noqa: PD008 - a shape is one cell, which .loc would take apart
    return frame


def _name(table: str, row: pd.Series[Any]) -> str:
    """Name a row for people."""
    parts = [row["number"], row["name"]] if table == "room" else [row.get("name")]
    said = " ".join(str(part) for part in parts if isinstance(part, str) and part)
    return said or str(row[TABLES[table].key])
