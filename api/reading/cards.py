"""Everything about one thing on one card: itself, where it is, what belongs to it, who uses it, what it may measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.reading.register import register_lines
from api.reading.search import label_of, middle
from api.reading.use import use
from twin.model.tables import TABLES
from twin.space.rules import load

if TYPE_CHECKING:
    from api.reading.view import View

__all__ = ["card"]

_MOST = 50
_NEVER = {"wall", "turn_ban"}


def card(view: View, table: str, row: int) -> dict[str, Any]:
    """Gather a card; lists hold at most 50 of each, and say how many there are."""
    rows = view.rows(table)
    made: dict[str, Any] = {
        "label": label_of(view, table, row),
        "centre": middle(rows.shapes[row]),
        "place": _place(view, table, row),
        "related": _related(view, table, rows.keys[row]),
    }
    if entries := register_lines(view, table, row):
        made["register"] = entries
    if table == "room":
        made["ceiling"] = _ceiling(view, row)
    return made


def _place(view: View, table: str, row: int) -> dict[str, Any]:
    """Name site, building, floor and room of a thing, as far as it has them."""
    found: dict[str, Any] = dict.fromkeys(("site", "building", "floor", "room"))
    columns = view.rows(table).columns
    for name in ("room", "floor", "building", "site"):
        key = columns[f"{name}_id"][row] if f"{name}_id" in columns and name != table else None
        if key is None and found["building"] and name == "site":
            key = view.rows("building").columns["site_id"][view.rows("building").place[found["building"]["key"]]]
        place = view.rows(name).place.get(key) if key else None
        if place is not None:
            found[name] = {"key": key, "label": label_of(view, name, place)}
    return found


def _related(view: View, table: str, key: str) -> dict[str, Any]:
    """List the rows that point at this one."""
    found: dict[str, Any] = {}
    for name, other in TABLES.items():
        if name not in view.tables or name in _NEVER or (table in {"building", "site"} and other.in_building and name != "floor"):
            continue
        columns = [column.name for column in other.columns if column.refers == table]
        if not columns:
            continue
        places = _pointing(view, name, tuple(columns)).get(key, [])
        if places:
            records = view.rows(name).records(places[:_MOST])
            for record, place in zip(records, places, strict=False):
                record["label"] = label_of(view, name, place)
                if name == "occupancy":
                    owner = view.rows("department").place.get(record["department_id"])
                    record["department"] = None if owner is None else view.rows("department").columns["name"][owner]
                    record["valid"] = (record["valid_from"] or "") <= view.day and (record["valid_to"] or "9999") >= view.day
            found[name] = {"total": len(places), "rows": records}
    return found


def _pointing(view: View, table: str, columns: tuple[str, ...]) -> dict[str, list[int]]:
    """Give the rows of a table by the key they point at; once per view."""

    def gather() -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for name in columns:
            for row, key in enumerate(view.rows(table).columns[name]):
                if key is not None and row not in found.setdefault(key, [])[-1:]:
                    found[key].append(row)
        return found

    return view.once(("pointing", table, columns), gather)


def _ceiling(view: View, row: int) -> dict[str, Any] | None:
    """Hold an office's area against the sum of its people's ceilings; None where nobody sits or one is not known."""
    known = use(view).record(row)
    if known["ceiling_m2"] is None:
        return None
    occupancy, departments = view.rows("occupancy").columns, view.rows("department")
    clauses = []
    for line in use(view).occupancies.get(row, []):
        owner = departments.place.get(occupancy["department_id"][line])
        level = departments.columns["level"][owner] if owner is not None else None
        rule = load().ceilings.get((level or "", occupancy["rank"][line] or ""))
        if rule is not None and occupancy["head_count"][line]:
            clauses.append(
                {
                    "rank": occupancy["rank"][line], "heads": occupancy["head_count"][line], "m2": rule.value, "rule": rule.key,
                    "clause": rule.clause, "verified": rule.verified,
                }
            )  # fmt: skip
    return {"ceiling_m2": known["ceiling_m2"], "over_m2": known["over_m2"], "reckoning": clauses, "standard": load().number}
