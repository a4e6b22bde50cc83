"""What the register of offices says of a room, a building or a department: certificates, leases, repairs and the rest.

Written from the tables as they are declared, so that whatever the register comes to hold is shown with its own words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twin.model.register import REGISTER_TABLES
from twin.model.tables import TABLES
from twin.model.words import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.reading.view import View
    from twin.model.columns import Column, Table

__all__ = ["register_lines"]

_MOST = 30
_LINK = "_room"


def register_lines(view: View, table: str, row: int) -> list[dict[str, Any]]:
    """List entries about a thing, the newest first; `whole` marks what is said of its building and not of the room alone."""
    if table not in {"room", "building", "department"}:
        return []
    key = view.rows(table).keys[row]
    house = view.rows("room").columns["building_id"][row] if table == "room" else None
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for one in REGISTER_TABLES:
        if one.name not in view.tables or not len(view.rows(one.name)):
            continue
        for place, whole in _about(view, one, (table, key), house):
            entry = _entry(view, one, place, whole=whole)
            if entry is not None:
                found.setdefault((entry["table"], entry["key"]), entry)
    return sorted(found.values(), key=lambda entry: (entry["at"], entry["table"], entry["key"]), reverse=True)[:_MOST]


def _about(view: View, table: Table, thing: tuple[str, str], house: str | None) -> Iterator[tuple[int, bool]]:
    """Give the rows of a table that name the thing, then those that name its building and no room."""
    columns = view.rows(table.name).columns
    for column in table.columns:
        if column.refers == thing[0]:
            yield from ((place, False) for place in _places(view, table.name, column.name).get(thing[1], ()))
    if house is not None and "building_id" in columns:
        rooms = columns.get("room_id")
        for place in _places(view, table.name, "building_id").get(house, ()):
            if rooms is None or rooms[place] is None:
                yield place, True


def _places(view: View, table: str, column: str) -> dict[str, list[int]]:
    """Give the rows of a table by what one column says; once per view."""

    def gather() -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, key in enumerate(view.rows(table).columns[column]):
            if key is not None:
                found.setdefault(key, []).append(place)
        return found

    return view.once(("register", table, column), gather)


def _entry(view: View, table: Table, place: int, *, whole: bool) -> dict[str, Any] | None:
    """Write one entry; a row that only ties a room to another entry stands for that entry."""
    if table.name.endswith(_LINK):
        above = TABLES[table.name.removesuffix(_LINK)]
        key = view.rows(table.name).columns[above.key][place]
        if above.name not in view.tables or key not in view.rows(above.name).place:
            return None
        table, place = above, view.rows(above.name).place[key]
    rows = view.rows(table.name)
    facts = [_fact(view, column, rows.columns[column.name][place]) for column in table.columns if column.name != table.key]
    dates = [day for column in table.columns if column.kind == "date" and (day := rows.columns[column.name][place])]
    past = [day for day in dates if day <= view.day]
    return {
        "table": table.name, "zh": table.zh, "en": table.en, "key": rows.keys[place], "whole": whole,
        "at": max(past) if past else min(dates, default=""), "facts": [fact for fact in facts if fact is not None],
    }  # fmt: skip


def _fact(view: View, column: Column, value: Any) -> dict[str, Any] | None:
    """Write one column with its words; what points at another row by that row's name."""
    if value is None or column.refers in {"room", "building"}:
        return None
    said: dict[str, Any] = {
        "name": column.name,
        "label_zh": column.zh,
        "label_en": column.en,
        "unit": column.unit,
        "value": value,
    }
    if column.refers:
        place = view.rows(column.refers).place.get(value) if column.refers in view.tables else None
        names = view.rows(column.refers).columns.get("name") if place is not None else None
        said["value"] = names[place] if names and place is not None and names[place] else value
    word = catalogue().get(f"viz.value.{column.name}.{value}")
    return {**said, "zh": word[0], "en": word[1]} if word else said
