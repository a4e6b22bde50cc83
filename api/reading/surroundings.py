"""What lies around some rows: as much of a snapshot as the checks need to judge them, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from twin.model.snapshot import Snapshot

__all__ = ["surroundings"]


def surroundings(snapshot: Snapshot, touched: Mapping[str, AbstractSet[str]]) -> Snapshot:
    """Give the rows named, all that is on their floors, what uses their rooms, and whatever any of these refers to."""
    wanted: dict[str, set[str]] = {table: set() for table in TABLES}
    for table, keys in touched.items():
        wanted[table] |= keys & set(snapshot.frame(table).index)
    _add_floors(snapshot, wanted)
    _add_uses(snapshot, wanted)
    for _ in range(4):  # a room's floor's building's site: references reach no further
        if not _add_referred(snapshot, wanted):
            break
    frames = {table: frame[frame.index.isin(wanted[table])] for table in TABLES for frame in [snapshot.frame(table)]}
    return snapshot.replaced(frames, snapshot.version)


def _add_floors(snapshot: Snapshot, wanted: dict[str, set[str]]) -> None:
    floors = set(wanted["floor"])
    for table, keys in wanted.items():
        if keys and "floor_id" in TABLES[table].by_name and table != "floor":
            floors |= set(snapshot.frame(table).loc[sorted(keys), "floor_id"].dropna())
    if floors:
        for table in ("room", "wall", "door", "vertical_link", "camera"):
            frame = snapshot.frame(table)
            wanted[table] |= set(frame.index[frame["floor_id"].isin(floors)])


def _add_uses(snapshot: Snapshot, wanted: dict[str, set[str]]) -> None:
    rooms = set(snapshot.frame("occupancy").loc[sorted(wanted["occupancy"]), "room_id"]) if wanted["occupancy"] else set()
    frame = snapshot.frame("occupancy")
    wanted["occupancy"] |= set(frame.index[frame["room_id"].isin(rooms)])


def _add_referred(snapshot: Snapshot, wanted: dict[str, set[str]]) -> bool:
    grew = False
    for table, keys in wanted.items():
        if not keys:
            continue
        rows = snapshot.frame(table).loc[sorted(keys)]
        for column in TABLES[table].columns:
            if column.refers:
                more = set(rows[column.name].dropna()) & set(snapshot.frame(column.refers).index)
                grew |= not more <= wanted[column.refers]
                wanted[column.refers] |= more
    return grew
