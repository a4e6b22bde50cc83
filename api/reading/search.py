"""Searching: what the words mean (`grammar`), held against a view; rooms by what is known of them, all else by its names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from api.reading.grammar import Sought, understand
from api.reading.lexicon import folded, lexicon
from api.reading.use import use
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from api.reading.view import View

__all__ = ["label_of", "search", "search_mask"]

_SEARCHED = (
    "building", "department", "room", "floor", "camera", "device", "charger", "parking", "gate", "stop", "meter", "vehicle",
    "cell", "road", "site",
)  # fmt: skip
_NAMED = ("number", "name", "plate_code", "national_code", "type_name")


def search(view: View, q: str, limit: int) -> dict[str, Any]:
    """Find what the words mean, best first."""
    sought = understand(q, lexicon(view))
    tables = [table for table in (("room",) if sought.of_rooms else _SEARCHED) if table in view.tables]
    found: list[tuple[int, int, str, str]] = []
    if sought.told:
        for order, table in enumerate(tables):
            rows = view.rows(table)
            places = np.flatnonzero(_mask(view, table, sought)).tolist()
            found += [(_rank(view, table, row, sought), order, rows.keys[row], table) for row in places]
    found.sort()
    rooms = [view.rows("room").place[key] for _, _, key, table in found if table == "room"]
    area = view.rows("room").columns["area_m2"]
    return {
        "q": q,
        "understood": [{"text": text, "zh": words.zh, "en": words.en} for text, words in sought.told],
        "ignored": sought.ignored,
        "total": len(found),
        "area_m2": round(sum(area[row] or 0.0 for row in rooms), 3),
        "results": [result(view, table, key) for _, _, key, table in found[:limit]],
        "rooms_only": sought.of_rooms,
        "version": view.version,
    }


def search_mask(view: View, table: str, q: str) -> NDArray[np.bool_]:
    """Mark the rows of a table that the words fit."""
    sought = understand(q, lexicon(view))
    if sought.of_rooms and table != "room":
        return np.zeros(len(view.rows(table)), dtype=bool)
    return _mask(view, table, sought)


def _mask(view: View, table: str, sought: Sought) -> NDArray[np.bool_]:
    rows = view.rows(table)
    held = np.ones(len(rows), dtype=bool)
    if sought.buildings is not None:
        held &= _among(rows.columns.get("building_id"), sought.buildings, len(rows))
    if sought.departments is not None:
        column = use(view).columns["department_id"] if table == "room" else rows.columns.get("department_id")
        held &= _among(column, sought.departments, len(rows))
    if table == "room":
        held &= _rooms(view, sought)
    for word in sought.texts:
        if held.any():
            held &= np.array([word in text for text in _texts(view, table)], dtype=bool)
    return held


def _among(column: list[Any] | None, keys: frozenset[str], count: int) -> NDArray[np.bool_]:
    return np.zeros(count, dtype=bool) if column is None else np.array([value in keys for value in column], dtype=bool)


def _rooms(view: View, sought: Sought) -> NDArray[np.bool_]:
    rows, known = view.rows("room"), use(view)
    held = np.ones(len(rows), dtype=bool)
    if sought.floors is not None:
        floors = view.rows("floor")
        wanted = frozenset(
            key for key, number in zip(floors.keys, floors.columns["number"], strict=True) if number in sought.floors
        )
        held &= _among(rows.columns["floor_id"], wanted, len(rows))
    if sought.classes is not None:
        held &= _among(rows.columns["room_class"], sought.classes, len(rows))
    if sought.vacant is not None:
        office = np.array([kind == "office" for kind in rows.columns["room_class"]], dtype=bool)
        held &= known.vacant if sought.vacant else office & ~known.vacant
    if sought.over:
        held &= np.array([(over or 0.0) > 0.1 for over in known.columns["over_m2"]], dtype=bool)
    for bound, column in (
        (sought.area, rows.columns["area_m2"]),
        (sought.per_person, known.columns["m2_per_person"]),
        (sought.heads, known.columns["heads"]),
    ):
        if bound is not None:
            held &= np.array([bound.holds(value) for value in column], dtype=bool)
    return held


def _texts(view: View, table: str) -> list[str]:
    """Give what of each row can be looked for as text, folded; once per view."""

    def gather() -> list[str]:
        rows = view.rows(table)
        columns = [rows.keys, *(rows.columns[name] for name in _NAMED if name in rows.columns)]
        if table == "room":
            houses = view.rows("building")
            names = dict(zip(houses.keys, houses.columns["name"], strict=True))
            columns += [use(view).columns["department"], [names.get(key) for key in rows.columns["building_id"]]]
        return [folded(" ".join(str(value) for value in values if value)) for values in zip(*columns, strict=True)]

    return view.once(("texts", table), gather)


def _rank(view: View, table: str, row: int, sought: Sought) -> int:
    """Rank a find: its number or name is the word itself, begins with it, or only holds it."""
    rows = view.rows(table)
    names = [folded(str(rows.columns[name][row])) for name in _NAMED if rows.columns.get(name) and rows.columns[name][row]]
    if not sought.texts:
        return 0
    if any(name in sought.texts for name in names) or rows.keys[row] in sought.texts:
        return 0
    return 1 if any(name.startswith(word) for name in names for word in sought.texts) else 2


def result(view: View, table: str, key: str) -> dict[str, Any]:
    """Give one find with its name, where it is, and its middle."""
    rows = view.rows(table)
    row = rows.place[key]
    record = {name: rows.columns[name][row] if name in rows.columns else None for name in ("building_id", "floor_id", "area_m2")}
    if table in {"building", "floor"}:
        record[f"{table}_id"] = key
    return {
        "table": table,
        "key": key,
        "label": label_of(view, table, row),
        "detail": _detail(view, table, row),
        "centre": middle(rows.shapes[row]),
        **record,
        **({"use": use(view).record(row)} if table == "room" else {}),
    }


def middle(shape: Any) -> list[float] | None:
    """Give a point on a shape, to the centimetre."""
    if shape is None or shape.is_empty:
        return None
    point = shape if shape.geom_type == "Point" else shapely.point_on_surface(shape)
    return [round(point.x, 2), round(point.y, 2)]


def label_of(view: View, table: str, row: int) -> str:
    """Name a row as people do: number and name, or its key."""
    rows = view.rows(table)
    words = [
        str(rows.columns[name][row])
        for name in ("number", "name", "plate_code")
        if name in rows.columns and rows.columns[name][row] is not None
    ]
    if table == "floor":
        words = words[1:] or words
    return " ".join(words) or rows.keys[row]


def _detail(view: View, table: str, row: int) -> str:
    """Say where a row is: building and floor."""
    words = []
    for other in ("building", "floor"):
        column = view.rows(table).columns.get(f"{other}_id")
        key = column[row] if column is not None and table != other else None
        place = view.rows(other).place.get(key) if key else None
        if place is not None:
            words.append(label_of(view, other, place))
    return " · ".join(words) or TABLES[table].zh
