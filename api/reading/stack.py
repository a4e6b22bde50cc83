"""The stack: buildings × floors × departments with heads, m² and ceilings; and what differs between two of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from api.reading.use import use
from api.reading.view import View
from twin.model.words import say
from twin.space.rules import load

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["difference", "on_day", "stack"]

_FIGURES = ("buildings_used", "floors_used", "rooms_used", "vacant_rooms", "vacant_m2", "office_m2", "heads", "over_m2")


def on_day(view: View, day: str) -> View:
    """Give a view with another day looked at; the same one where it is that day already."""
    if not day or day == view.day:
        return view
    made: View = view.once(("day", day), lambda: View(view.snapshot, view.tables, day=day, kin=(view,)))
    return made


def stack(view: View) -> dict[str, Any]:
    """Give every building with its floors from the lowest up and, on each, who holds how much of the offices."""
    found: dict[str, Any] = view.once("stack", lambda: _reckon(view))
    return found


def _reckon(view: View) -> dict[str, Any]:
    blocks, floors = _blocks(view), view.rows("floor")
    by_floor: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (floor, _), block in sorted(blocks.items(), key=lambda item: (-item[1]["m2"], item[0])):
        by_floor[floor].append(block)
    empty = _empty(view)
    storeys: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row, key in enumerate(floors.keys):
        about = {name: floors.columns[name][row] for name in ("floor_id", "name", "number")}
        storeys[floors.columns["building_id"][row]].append({**about, **empty[key], "blocks": by_floor[key]})
    buildings = view.rows("building")
    listed = []
    for row, key in enumerate(buildings.keys):
        about = {name: buildings.columns[name][row] for name in ("building_id", "name", "site_id")}
        mine = sorted(storeys[key], key=lambda one: (one["number"] is None, one["number"] or 0, one["floor_id"]))
        if any(one["office_m2"] for one in mine):
            listed.append({**about, "office_m2": round(sum(one["office_m2"] for one in mine), 3), "floors": mine})
    return {"version": view.version, "on": view.day, "buildings": listed, "departments": _departments(view, blocks)}


def _blocks(view: View) -> dict[tuple[str, str], dict[str, Any]]:
    """Add up rooms by floor and department; a room of several is shared by heads."""
    rooms, held, used = view.rows("room"), view.rows("occupancy"), use(view)
    owners = view.rows("department")
    levels, names = (dict(zip(owners.keys, owners.columns[name], strict=True)) for name in ("level", "name"))
    ceilings = load().ceilings
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for room, mine in used.occupancies.items():
        if rooms.columns["room_class"][room] != "office":
            continue
        total = sum(held.columns["head_count"][row] or 0 for row in mine)
        for at, row in enumerate(mine):
            owner, heads = held.columns["department_id"][row] or "", held.columns["head_count"][row] or 0
            share = heads / total if total else (1.0 if at == 0 else 0.0)
            rule = ceilings.get((levels.get(owner) or "", held.columns["rank"][row] or ""))
            block = found.setdefault(
                (rooms.columns["floor_id"][room] or "", owner),
                {"department_id": owner, "department": names.get(owner), "heads": 0, "rooms": 0, "m2": 0.0, "ceiling_m2": 0.0},
            )
            block["heads"] += heads
            block["rooms"] += at == 0
            block["m2"] += share * (rooms.columns["area_m2"][room] or 0.0)
            block["ceiling_m2"] = (
                None if rule is None or block["ceiling_m2"] is None else block["ceiling_m2"] + rule.value * heads
            )
    for block in found.values():
        _over(block)
    return found


def _over(block: dict[str, Any]) -> None:
    block["m2"] = round(block["m2"], 3)
    ceiling = block["ceiling_m2"]
    block["over_m2"] = None if ceiling is None else round(max(block["m2"] - ceiling, 0.0), 3)


def _empty(view: View) -> dict[str, dict[str, Any]]:
    """Give for each floor its office rooms and m², and those that stand empty."""
    rooms, vacant = view.rows("room"), use(view).vacant
    found = {key: {"rooms": 0, "office_m2": 0.0, "vacant_rooms": 0, "vacant_m2": 0.0} for key in view.rows("floor").keys}
    for row, floor in enumerate(rooms.columns["floor_id"]):
        if rooms.columns["room_class"][row] == "office" and floor in found:
            area, one = rooms.columns["area_m2"][row] or 0.0, found[floor]
            one["rooms"] += 1
            one["office_m2"] = round(one["office_m2"] + area, 3)
            if vacant[row]:
                one["vacant_rooms"] += 1
                one["vacant_m2"] = round(one["vacant_m2"] + area, 3)
    return found


def _departments(view: View, blocks: dict[tuple[str, str], dict[str, Any]]) -> list[dict[str, Any]]:
    """Give every department with what it holds and what the standard grants its established posts."""
    departments, posts, ceilings = view.rows("department"), view.rows("post"), load().ceilings
    levels = dict(zip(departments.keys, departments.columns["level"], strict=True))
    granted: dict[str, float] = defaultdict(float)
    for owner, rank, count in zip(*(posts.columns[name] for name in ("department_id", "rank", "established")), strict=True):
        rule = ceilings.get((levels.get(owner) or "", rank or ""))
        granted[owner] += rule.value * (count or 0) if rule else 0.0
    found = []
    for row, key in enumerate(departments.keys):
        mine = [(floor, block) for (floor, owner), block in blocks.items() if owner == key]
        about: dict[str, Any] = {"department_id": key, "department": departments.columns["name"][row], "level": levels[key]}
        about |= {"heads": sum(block["heads"] for _, block in mine), "m2": sum(block["m2"] for _, block in mine),
                  "ceiling_m2": granted.get(key),
                  "floors": sorted(floor for floor, _ in mine)}  # fmt: skip
        if mine or key in granted:
            _over(about)
            found.append(about)
    return sorted(found, key=lambda one: (-one["m2"], one["department_id"]))


def difference(one: View, two: View) -> dict[str, Any]:
    """Set two views side by side: figures of the whole, and the rooms that other people use in the second."""
    figures = []
    first, second = _whole(one), _whole(two)
    for name in _FIGURES:
        word = say(f"desk.figure.{name}")
        figures.append({"name": name, "zh": word.zh, "en": word.en, "one": first[name], "two": second[name]})
    return {"figures": figures, "rooms": list(_changed(one, two))}


def _whole(view: View) -> dict[str, Any]:
    floors = [(house["building_id"], floor) for house in stack(view)["buildings"] for floor in house["floors"]]
    used = [(house, floor) for house, floor in floors if floor["blocks"]]
    sums = {
        name: round(sum(floor[name] for _, floor in floors), 3) for name in ("vacant_rooms", "vacant_m2", "office_m2", "rooms")
    }
    blocks = [block for _, floor in used for block in floor["blocks"]]
    return {
        **sums, "buildings_used": len({house for house, _ in used}), "floors_used": len(used),
        "rooms_used": sums["rooms"] - sums["vacant_rooms"], "heads": sum(block["heads"] for block in blocks),
        "over_m2": round(sum(block["over_m2"] or 0.0 for block in blocks), 3),
    }  # fmt: skip


def _changed(one: View, two: View) -> Iterator[dict[str, Any]]:
    """Give the rooms that are used otherwise, in key order."""
    first, second = _users(one), _users(two)
    rooms = two.rows("room")
    for key in sorted({*first, *second}):
        if first.get(key) != second.get(key) and key in rooms.place:
            row = rooms.place[key]
            about = {name: rooms.columns[name][row] for name in ("room_id", "floor_id", "number", "area_m2")}
            yield {**about, "one": first.get(key, []), "two": second.get(key, [])}


def _users(view: View) -> dict[str, list[dict[str, Any]]]:
    rooms, held = view.rows("room"), view.rows("occupancy")
    found: dict[str, list[dict[str, Any]]] = {}
    for room, mine in use(view).occupancies.items():
        by: dict[str, int] = defaultdict(int)
        for row in mine:
            by[held.columns["department_id"][row] or ""] += held.columns["head_count"][row] or 0
        found[rooms.keys[room]] = [{"department_id": key, "heads": by[key]} for key in sorted(by)]
    return found
