"""A revision in words and as JSON: the same facts for the terminal, the printed report and the web page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

from bim_import.cells import SHAPE
from twin.model.tables import IN_BUILDING, TABLES
from twin.model.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bim_import.revision import Changed, Kept, Revision

__all__ = ["lines", "record"]

_LISTED = 12
"""Rows of one kind that the terminal lists; the JSON has all."""
_SPOKEN = ("building", "floor", "room", "door", "vertical_link", "wall", "device")
"""Tables in the order in which people ask."""
_KEY = 8
"""Characters of a GlobalId that tell it from others at a glance."""


def record(revision: Revision) -> dict[str, Any]:
    """Give a revision as JSON.

    Returns
    -------
    ``building_id``, ``name``, ``empty``; ``counts`` by table; ``added``, ``gone`` (with ``used_by``), ``changed`` (``columns``:
    column → [before, after]), ``rekeyed`` (``before`` and ``after`` are GlobalIds, ``by_place`` tells how it was known),
    ``hand`` (edits made by hand that the file contradicts), ``removed_by_hand`` and ``stranded`` (rows of other tables that
    point at what goes). Values are texts as people read them.
    """
    names = _names(revision)
    return {
        "building_id": revision.building_id,
        "name": revision.name,
        "empty": revision.empty,
        "counts": _counts(revision),
        "added": [_line(line) for line in revision.added],
        "gone": [_line(line) | {"used_by": list(line.who)} for line in revision.gone],
        "changed": [
            {
                "table": line.table,
                "key": line.key,
                "name": line.name,
                "columns": {name: [str(text) for text in _pair(line, name, names)] for name in line.columns},
            }
            for line in revision.changed
        ],
        "rekeyed": [
            {
                "table": line.table,
                "key": line.key,
                "name": line.name,
                "before": line.old,
                "after": line.new,
                "alike": round(line.alike, 3),
                "by_place": line.by_place,
            }
            for line in revision.rekeyed
        ],
        "hand": [_hand(line, names) for line in revision.hand],
        "removed_by_hand": [_line(line) for line in revision.removed_by_hand],
        "stranded": [
            {"table": item.table, "key": item.key, "column": item.column, "to": item.to} for item in revision.stranded
        ],
    }  # fmt: skip


def lines(revision: Revision, lang: str = "") -> list[str]:
    """Give a revision for the terminal, Chinese first or in one language; long lists are cut and say so."""

    def words(text: Text) -> str:
        return text.lang(lang) if lang else str(text)

    if revision.empty and not (revision.hand or revision.removed_by_hand):
        return [words(_say("revision.none", name=revision.name))]
    found = [words(_say("revision.none" if revision.empty else "revision.head", name=revision.name))]
    for table, counts in _counts(revision).items():
        if any(count for name, count in counts.items() if name != "unchanged"):
            found.append("  " + words(_say("revision.table", table=_table(table), **counts)))
    for part in _parts(revision, _names(revision), words):
        listed = list(part)
        found += [f"    {line}" for line in listed[:_LISTED]]
        if len(listed) > _LISTED:
            found.append("    " + words(_say("revision.more", count=len(listed) - _LISTED)))
    return found


def _say(code: str, **values: object) -> Text:
    """Fill an entry of the catalogue; a value that is itself a sentence is given in the same language."""

    def told(lang: str) -> dict[str, object]:
        return {name: value.lang(lang) if isinstance(value, Text) else value for name, value in values.items()}

    return Text(say(code, **told("zh")).zh, say(code, **told("en")).en)


def _table(name: str) -> Text:
    return Text(TABLES[name].zh, name)


def _parts(revision: Revision, names: dict[str, str], words: Callable[[Text], str]) -> Iterator[Iterator[str]]:
    """Give the lists one by one, each row as a line: rooms and floors first, walls and devices last."""

    def rank(line: Any) -> tuple[int, str]:
        return _SPOKEN.index(line.table), line.name

    def head(line: Any) -> dict[str, object]:
        return {"table": _table(line.table), "name": line.name}

    yield (
        words(
            _say("revision.gone_used" if line.who else "revision.gone", **head(line), floor=line.floor, who="、".join(line.who))
        )
        for line in sorted(revision.gone, key=lambda line: (not line.who, rank(line)))
    )
    yield (
        words(_say("revision.stranded", table=_table(item.table), key=item.key, column=item.column, to=item.to))
        for item in revision.stranded
        if item.table != "occupancy"
    )
    yield (words(_said(line, names)) for line in sorted(revision.hand, key=rank))
    yield (words(_say("revision.removed", **head(line))) for line in sorted(revision.removed_by_hand, key=rank))
    yield (words(_say("revision.added", **head(line), floor=line.floor)) for line in sorted(revision.added, key=rank))
    yield (
        words(_say("revision.rekeyed" if line.by_place else "revision.rekeyed_back", **head(line), before=line.old[:_KEY] + "…",
                  after=line.new[:_KEY] + "…"))
        for line in sorted(revision.rekeyed, key=rank)
    )  # fmt: skip
    for line in sorted(revision.changed, key=rank)[:_LISTED]:
        columns = [_say("revision.column", column=_column(line.table, name), before=before, after=after)
                   for name in line.columns for before, after in [_pair(line, name, names)]]  # fmt: skip
        yield iter(
            [
                words(
                    _say(
                        "revision.changed",
                        **head(line),
                        columns=Text(";".join(text.zh for text in columns), "; ".join(text.en for text in columns)),
                    )
                )
            ]
        )
    rest = len(revision.changed) - _LISTED
    if rest > 0:
        yield iter([words(_say("revision.more", count=rest))])


def _counts(revision: Revision) -> dict[str, dict[str, int]]:
    """Count by table what becomes of its rows."""
    return {
        table: {what: len(revision.keys(what, table)) for what in ("added", "changed", "gone", "rekeyed")}
        | {"renewed": revision.renewed.get(table, 0), "unchanged": revision.unchanged.get(table, 0)}
        for table in IN_BUILDING
        if table in revision.frames
    }


def _line(line: Any) -> dict[str, Any]:
    return {"table": line.table, "key": line.key, "name": line.name, "floor": line.floor}


def _hand(line: Kept, names: dict[str, str]) -> dict[str, Any]:
    before, held, file = (str(_value(line.table, line.column, value, names)) for value in (line.before, line.held, line.file))
    return {
        "table": line.table, "key": line.key, "name": line.name, "column": line.column, "before": before, "held": held,
        "file": file, "kept": line.kept, "file_changed": line.news,
    }  # fmt: skip


def _said(line: Kept, names: dict[str, str]) -> Text:
    """Say what becomes of one edit."""
    code = "taken" if not line.kept else "kept_news" if line.news else "kept"
    before, held, file = (_value(line.table, line.column, value, names) for value in (line.before, line.held, line.file))
    values = {"table": _table(line.table), "name": line.name, "column": _column(line.table, line.column)}
    return _say(f"revision.{code}", **values, before=before, held=held, file=file)


def _names(revision: Revision) -> dict[str, str]:
    """Name the floors and rooms that cells refer to."""
    found = {line.key: line.name for line in revision.gone if line.table in {"floor", "room"}}
    for table in ("floor", "room"):
        for row in revision.frames[table].itertuples(index=False) if table in revision.frames else ():
            parts = (row.number, row.name) if table == "room" else (row.name,)
            found[str(row[0])] = " ".join(str(part) for part in parts if isinstance(part, str) and part) or str(row[0])
    return found


def _column(table: str, name: str) -> Text:
    if name == SHAPE:
        return _say("revision.shape")
    column = TABLES[table].by_name[name]
    return Text(column.zh, name)


def _pair(line: Changed, name: str, names: dict[str, str]) -> tuple[Text | str, Text | str]:
    """Give what a cell was and what it becomes; of shapes their size, and how far the middle moves."""
    before, after = line.columns[name]
    first, second = _value(line.table, name, before, names), _value(line.table, name, after, names)
    if isinstance(before, shapely.Geometry) and isinstance(after, shapely.Geometry):
        distance = shapely.distance(shapely.centroid(before), shapely.centroid(after))
        return first, _say("revision.moved", size=second, distance=f"{distance:.2f}")
    return first, second


def _value(table: str, name: str, value: Any, names: dict[str, str]) -> Text | str:
    """Give a cell as people read it."""
    if isinstance(value, shapely.Geometry):
        size = {"Point": "", "LineString": f"{value.length:.2f} m"}.get(value.geom_type, f"{value.area:.2f} m²")
        return size or f"({value.x:.2f}, {value.y:.2f})"
    if value is None or value != value:  # noqa: PLR0124 - not a number is the one value that is not itself
        return _say("revision.nothing")
    column = TABLES[table].by_name[name]
    if column.kind == "bool":
        return _say("revision.yes" if value else "revision.no")
    if column.kind == "float":
        return f"{float(value):.3f}".rstrip("0").rstrip(".") + (f" {column.unit}" if column.unit not in {"", "1"} else "")
    return names.get(str(value), str(value)) if column.refers else str(value)
