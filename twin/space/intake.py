"""From a snapshot to the arrays of the space question, with every fault of the data on the way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.errors import UnknownKeyError
from twin.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["day", "read"]

_SHOWN = 5
"""Keys that one finding names before it only counts."""


def day(text: object) -> date | None:
    """Read an ISO date, also out of a date with a time; None if it is none."""
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def read(
    snapshot: Snapshot, on: str, buildings: Sequence[str], departments: Sequence[str]
) -> tuple[dict[str, NDArray[Any]], list[Finding]]:
    """Give the arrays of `problem.Problem` by name, and what is wrong with the data.

    Raises
    ------
    UnknownKeyError
        If a key asked for is not there.
    """
    for table, asked in (("building", buildings), ("department", departments)):
        known = set(snapshot.keys(table))
        for key in asked:
            if key not in known:
                raise UnknownKeyError("key.unknown", table=table, key=key)
    found: list[Finding] = []
    rooms = _rooms(snapshot, buildings, found)
    uses = _uses(snapshot, on, rooms["rooms"], found)
    held_by = _departments(snapshot, on, uses["use_department"], found)
    place = {key: row for row, key in enumerate(held_by["departments"])}
    uses["use_department"] = np.array([place[key] for key in uses["use_department"]], dtype=np.intp)
    chosen = [not departments or key in departments for key in place]
    posts = _posts(snapshot, place, found)
    return {**rooms, **uses, **held_by, **posts, "chosen": np.array(chosen, dtype=bool)}, found


def _some(code: str, table: str, column: str, keys: Sequence[str]) -> list[Finding]:
    """Make one finding of many rows with the same fault; none if there are none."""
    if not keys:
        return []
    shown = ", ".join(keys[:_SHOWN]) + (" …" if len(keys) > _SHOWN else "")
    return [Finding("error", code, table=table, row=keys[0], column=column, values={"count": len(keys), "keys": shown})]


def _rooms(snapshot: Snapshot, buildings: Sequence[str], found: list[Finding]) -> dict[str, NDArray[Any]]:
    """Take the rooms of the buildings asked for, in key order."""
    houses = snapshot.column("room", "building_id")
    rows = np.flatnonzero([not buildings or house in buildings for house in houses])
    area = snapshot.column("room", "area_m2")[rows]
    keys = snapshot.keys("room")[rows]
    bad = ~(area >= 0)
    found += _some("space.no_area", "room", "area_m2", list(keys[bad]))
    house_name = dict(zip(snapshot.keys("building"), snapshot.column("building", "name"), strict=True))
    floor_name = dict(zip(snapshot.keys("floor"), snapshot.column("floor", "name"), strict=True))
    floor_number = dict(zip(snapshot.keys("floor"), snapshot.column("floor", "number"), strict=True))
    floors = snapshot.column("room", "floor_id")[rows]
    places = [
        " ".join(filter(None, (house_name.get(house) or house, floor_name.get(floor) or floor)))
        for house, floor in zip(houses[rows], floors, strict=True)
    ]
    return {
        "rooms": keys,
        "room_number": snapshot.column("room", "number")[rows],
        "room_name": snapshot.column("room", "name")[rows],
        "room_building": houses[rows],
        "room_floor": floors,
        "room_place": np.array(places, dtype=object),
        "room_storey": np.nan_to_num(np.array([floor_number.get(floor, 0.0) for floor in floors], dtype=float)),
        "room_class": snapshot.column("room", "room_class")[rows],
        "area": np.where(bad, 0.0, area),
        "file_area": snapshot.column("room", "area_file_m2")[rows],
        "file_basis": snapshot.column("room", "area_basis")[rows],
    }


def _uses(snapshot: Snapshot, on: str, rooms: NDArray[Any], found: list[Finding]) -> dict[str, NDArray[Any]]:
    """Take the occupancies valid on the day in these rooms; departments still as keys."""
    today = day(on)
    place = {key: row for row, key in enumerate(rooms)}
    everywhere = set(snapshot.keys("room"))
    lost: list[str] = []
    dateless: list[str] = []
    taken: list[int] = []
    column = {name: snapshot.column("occupancy", name) for name in ("room_id", "valid_from", "valid_to")}
    for row, key in enumerate(snapshot.keys("occupancy")):
        since, until = column["valid_from"][row], column["valid_to"][row]
        first, last = day(since or date.min), day(until or date.max)
        if first is None or last is None or today is None:
            dateless.append(key)
        elif column["room_id"][row] not in everywhere:
            lost.append(key)
        elif first <= today <= last and column["room_id"][row] in place:
            taken.append(row)
    found += _some("space.bad_period", "occupancy", "valid_from", dateless)
    found += _some("space.unknown_room", "occupancy", "room_id", lost)
    heads = snapshot.column("occupancy", "head_count")[taken]
    return {
        "use_room": np.array([place[key] for key in column["room_id"][taken]], dtype=np.intp),
        "use_department": snapshot.column("occupancy", "department_id")[taken],
        "use_rank": snapshot.column("occupancy", "rank")[taken],
        "use_heads": np.where(heads > 0, heads, 0).astype(np.int64),
        "use_since": column["valid_from"][taken],
    }


def _departments(snapshot: Snapshot, on: str, holders: NDArray[Any], found: list[Finding]) -> dict[str, NDArray[Any]]:
    """List the departments of the table, without those merged away with nothing left, then those that only an occupancy names."""
    left = _merged(snapshot, on) - {*holders, *snapshot.column("post", "department_id")}
    kept = np.array([key not in left for key in snapshot.keys("department")], dtype=bool)
    known = list(snapshot.keys("department")[kept])
    strangers = sorted({str(key) for key in holders} - set(known))
    found += _some("space.unknown_department", "occupancy", "department_id", strangers)
    return {
        "departments": np.array([*known, *strangers], dtype=object),
        "names": np.array([*snapshot.column("department", "name")[kept], *strangers], dtype=object),
        "levels": np.array([*snapshot.column("department", "level")[kept], *[None] * len(strangers)], dtype=object),
    }


def _merged(snapshot: Snapshot, on: str) -> set[str]:
    """Name the departments that were merged into others by a day."""
    columns = (snapshot.column("department_change", name) for name in ("change_class", "from_department_id", "effective"))
    return {str(key) for kind, key, first in zip(*columns, strict=True) if kind == "merge" and str(first or "")[:10] <= on[:10]}


def _posts(snapshot: Snapshot, place: dict[str, int], found: list[Finding]) -> dict[str, NDArray[Any]]:
    """Take the posts of known departments."""
    owners = snapshot.column("post", "department_id")
    count = snapshot.column("post", "established")
    rows = [row for row, owner in enumerate(owners) if owner in place]
    lost = [key for key, owner in zip(snapshot.keys("post"), owners, strict=True) if owner not in place]
    found += _some("space.unknown_department", "post", "department_id", lost)
    return {
        "post_department": np.array([place[owners[row]] for row in rows], dtype=np.intp),
        "post_rank": snapshot.column("post", "rank")[rows],
        "post_count": np.where(count[rows] > 0, count[rows], 0).astype(np.int64),
    }
