"""The order of a move: waves in which every room is empty before the next people come, without temporary space where possible.

A group is the people of one department who go from one floor to another on the same days. A group waits for those who sit in the
rooms it is to get. Where groups wait for each other in a circle, the smallest of the circle goes to vacant rooms in between
(or, if none are free, to space that has to be found), and the circle is broken.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from twin.model.answer import plain
from twin.model.errors import UsageError
from twin.space.planning.wording import phase_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Group", "Phases", "Wave", "check", "phase", "read_plan"]

NEEDED = ("transfers", "rooms", "free_rooms", "departments")
"""Parts of a written plan that the order of moves needs."""


@dataclass(frozen=True, slots=True)
class Group:
    """People who move together; `moves` = (from room, to room, heads), both keys of rooms.

    `temporary` names the rooms they use in between: on the step out of the way they are where the group goes, on the step home
    where it comes from. `found` is False where no vacant room is left for that.
    """

    department_id: str
    department: str
    start: str
    end: str
    heads: int
    moves: tuple[tuple[str, str, int], ...]
    temporary: tuple[str, ...] = ()
    step: str = "move"
    found: bool = True


@dataclass(frozen=True, slots=True)
class Wave:
    """Groups that can move at the same time, and the working days that takes."""

    number: int
    first_day: str
    last_day: str
    heads: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Phases:
    """The order of a move."""

    waves: tuple[Wave, ...]

    def record(self) -> dict[str, Any]:
        """Give plain JSON: ``waves`` as `Wave` and `Group`, ``twice`` = people who move out of the way first."""
        return {"waves": plain(self.waves), "twice": sum(group.heads for group in self.out_of_the_way)}

    def lines(self, lang: str = "") -> list[str]:
        """Give the order for the terminal, in ``zh``, ``en`` or both, Chinese first."""
        return phase_lines(self, lang)

    @property
    def out_of_the_way(self) -> tuple[Group, ...]:
        """Groups that move twice."""
        return tuple(group for wave in self.waves for group in wave.groups if group.step == "away")


def read_plan(record: Any) -> Mapping[str, Any]:
    """Take a written plan (`Proposal.record`, alone or as the ``result`` of an answer).

    Raises
    ------
    UsageError
        If it is none.
    """
    plan = record.get("result", record) if isinstance(record, dict) else {}
    missing = [name for name in NEEDED if not isinstance(plan.get(name), list)]
    if missing:
        raise UsageError("plan.not_a_plan", missing=", ".join(missing))
    return dict(plan)


def phase(plan: Mapping[str, Any], start: dt.date, per_day: int) -> Phases:
    """Order the moves of a plan.

    Parameters
    ----------
    plan
        As `read_plan` gives it.
    start
        First day; moves are made on working days, Monday to Friday, public holidays not known.
    per_day
        People who can move in a day, ≥ 1.
    """
    if per_day < 1:
        raise UsageError("plan.bad_per_day", value=per_day)
    groups = _groups(plan)
    waits = _waits(groups)
    away: list[int] = []
    for circle in _circles(waits):
        while True:
            inner = waits.subgraph(circle)
            loop = next((part for part in nx.strongly_connected_components(inner) if len(part) > 1), None)
            if loop is None:
                break
            least = min(loop, key=lambda number: (groups[number].heads, number))
            away.append(least)
            waits.remove_edges_from([(before, least) for before in list(waits.predecessors(least))])
    return Phases(tuple(_waves(_ordered(plan, groups, waits, away), start, per_day)))


def _groups(plan: Mapping[str, Any]) -> list[Group]:
    """Gather the moves from room to room by department, floor left and floor entered."""
    names = {row["department_id"]: row["name"] for row in plan["departments"]}
    parts: dict[tuple[str, str, str], list[tuple[str, str, int]]] = defaultdict(list)
    for row in plan["transfers"]:
        if row["from_room"]:
            key = (row["department_id"], row["from_floor"], row["to_floor"])
            parts[key].append((row["from_room"], row["to_room"], int(row["heads"])))
    places = {row["from_floor"]: row["from_floor_name"] for row in plan["transfers"]}
    places |= {row["to_floor"]: row["to_floor_name"] for row in plan["transfers"]}
    return [
        Group(key, names.get(key, key), places[one], places[two], sum(heads for *_, heads in moves), tuple(moves))
        for (key, one, two), moves in sorted(parts.items())
    ]


def _waits(groups: Sequence[Group]) -> nx.DiGraph[int]:
    """Give the graph of who must have left before whom: an edge from the group that sits in a room to the one that gets it."""
    leaves: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for start, _, _ in group.moves:
            leaves[start].add(number)
    waits: nx.DiGraph[int] = nx.DiGraph()
    waits.add_nodes_from(range(len(groups)))
    for number, group in enumerate(groups):
        for _, end, _ in group.moves:
            waits.add_edges_from((other, number) for other in leaves[end] if groups[other].department_id != group.department_id)
    return waits


def _circles(waits: nx.DiGraph[int]) -> list[set[int]]:
    return [set(part) for part in nx.strongly_connected_components(waits) if len(part) > 1]


def _ordered(plan: Mapping[str, Any], groups: Sequence[Group], waits: nx.DiGraph[int], away: Sequence[int]) -> list[list[Group]]:
    """Give the groups wave by wave: those who go out of the way first, every other as soon as it may."""
    vacant = {row["room_id"]: int(row["seats"]) for row in plan["free_rooms"]}
    stays = {number: _out_of_the_way(groups[number], vacant) for number in away}
    direct = nx.subgraph_view(waits, filter_node=lambda number: number not in stays)
    level: dict[int, int] = {}
    for number in nx.lexicographical_topological_sort(direct):
        level[number] = max((level[before] + 1 for before in direct.predecessors(number)), default=0)
    needs = _waits(groups)
    for number in stays:
        level[number] = max((level[before] + 1 for before in needs.predecessors(number) if before not in stays), default=0)
    waves: list[list[Group]] = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for number, group in enumerate(groups):
        waves[level[number]].append(_home(group, stays[number]) if number in stays else group)
    return [wave for wave in (list(stays.values()), *waves) if wave]


def _out_of_the_way(group: Group, vacant: dict[str, int]) -> Group:
    """Find vacant rooms for a group, largest first; they stay taken."""
    rooms: list[str] = []
    left = group.heads
    for room in sorted(vacant, key=lambda key: (-vacant[key], key)):
        if left <= 0:
            break
        rooms.append(room)
        left -= vacant[room]
    for room in rooms if left <= 0 else []:
        del vacant[room]
    found = left <= 0
    return Group(group.department_id, group.department, group.start, group.end, group.heads, group.moves,
                 tuple(rooms) if found else (), "away", found)  # fmt: skip


def _home(group: Group, away: Group) -> Group:
    return Group(group.department_id, group.department, group.start, group.end, group.heads, group.moves, away.temporary, "home",
                 away.found)  # fmt: skip


def _waves(ordered: Sequence[Sequence[Group]], start: dt.date, per_day: int) -> list[Wave]:
    """Give the waves their days, one after the other."""
    found = []
    day = _working(start)
    for number, groups in enumerate(ordered, 1):
        heads = sum(group.heads for group in groups)
        last = day
        for _ in range(max(0, -(-heads // per_day) - 1)):
            last = _working(last + dt.timedelta(days=1))
        found.append(Wave(number, day.isoformat(), last.isoformat(), heads, tuple(groups)))
        day = _working(last + dt.timedelta(days=1))
    return found


def _working(day: dt.date) -> dt.date:
    """Give this day or the next that is not at a weekend."""
    while day.weekday() > 4:
        day += dt.timedelta(days=1)
    return day


def check(plan: Mapping[str, Any], phases: Phases) -> list[str]:
    """Walk through the waves room by room: nobody enters a room that others have not left, everybody ends where the plan says."""
    sits: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in plan["transfers"]:
        if row["from_room"]:
            sits[row["from_room"]][row["department_id"]] += int(row["heads"])
    faults: list[str] = []
    for wave in phases.waves:
        before = {room: {key for key, n in who.items() if n} for room, who in sits.items()}
        for group in wave.groups:
            _leave(sits, group, faults)
        for group in wave.groups:
            faults += [f"wave {wave.number}: {fault}" for fault in _enter(sits, before, group)]
    goal: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in plan["transfers"]:
        if row["from_room"]:
            goal[row["to_room"]][row["department_id"]] += int(row["heads"])
    plain = [
        {room: {key: n for key, n in who.items() if n} for room, who in rooms.items() if any(who.values())}
        for rooms in (sits, goal)
    ]
    if plain[0] != plain[1]:
        faults.append("people do not end where the plan says")
    return faults


def _leave(sits: dict[str, dict[str, int]], group: Group, faults: list[str]) -> None:
    """Take a group out of its rooms; those who come home leave the vacant rooms they were in."""
    if group.step == "home":
        for room in group.temporary:
            sits[room].clear()
        return
    for start, _, heads in group.moves:
        if sits[start][group.department_id] < heads:
            faults.append(
                f"{group.department_id} takes {heads} people from {start}, {sits[start][group.department_id]} sit there"
            )
        sits[start][group.department_id] -= heads


def _enter(sits: dict[str, dict[str, int]], before: Mapping[str, set[str]], group: Group) -> list[str]:
    """Put a group into its rooms, or into vacant ones; others must have left in an earlier wave."""
    if group.step == "away":
        taken = [room for room in group.temporary if before.get(room) or any(sits[room].values())]
        for room in group.temporary:
            sits[room][group.department_id] = 1
        return [f"{room} is not vacant for {group.department_id}" for room in taken]
    faults = []
    for _, end, heads in group.moves:
        others = sorted(before.get(end, set()) - {group.department_id})
        if others:
            faults.append(f"{group.department_id} enters {end}, where {', '.join(others)} sat until this wave")
        sits[end][group.department_id] += heads
    return faults
