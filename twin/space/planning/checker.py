"""The slow check of a proposal: rooms, seats, leaders, moves and areas reckoned anew from the report's arrays alone.

The value, the rules and the bound are checked by `consolidate.plan.check`; nothing here imports the solver or the room step.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from twin.space.consolidate.plan import check as check_plan
from twin.space.consolidate.problem import USES
from twin.space.planning.heads import DEPUTY_TOP_M2
from twin.space.planning.pool import CHIEF_TOP_M2

if TYPE_CHECKING:
    from twin.space.consolidate.problem import Rule
    from twin.space.planning.intake import Ground
    from twin.space.planning.proposal import Proposal

__all__ = ["check"]

EQUAL_M2 = 1e-6


def check(ground: Ground, proposal: Proposal) -> list[str]:
    """Give every difference between a proposal and the data it was made from; nothing where it is sound."""
    faults = check_plan(ground.problem, proposal.plan)
    faults += _as_planned(ground, proposal)
    faults += _rooms(ground, proposal)
    faults += _counts(ground, proposal)
    faults += _moves(ground, proposal)
    return faults + _areas(ground, proposal)


def _rooms(ground: Ground, proposal: Proposal) -> list[str]:
    """Check that a room is given to one department only, seats no more than it may, and a leader sits alone in a fitting one."""
    held = ground.held
    row_of = {str(key): row for row, key in enumerate(held.rooms)}
    pool = {str(held.rooms[row]) for row in ground.pool.row}
    owner: dict[str, tuple[str, str]] = {}
    heads: Counter[str] = Counter()
    faults = []
    for given in proposal.rooms:
        if given.room_id not in pool:
            faults.append(f"room {given.room_id} is not in the pool")
            continue
        if owner.setdefault(given.room_id, (given.department_id, given.use)) != (given.department_id, given.use):
            faults.append(f"room {given.room_id} is given twice")
        heads[given.room_id] += given.heads
    for room, (department, use) in owner.items():
        area = float(held.area[row_of[room]])
        if use == "staff":
            most = max(1, math.floor(area / ground.ask.seat_m2 + 1e-9))
        else:
            top = CHIEF_TOP_M2 if use == "chief" else DEPUTY_TOP_M2
            most = 1 if top / 2 <= area <= top else 0
        if heads[room] > most:
            faults.append(f"room {room} of {department}: {heads[room]} {use}, {most} may sit there")
    return faults


def _as_planned(ground: Ground, proposal: Proposal) -> list[str]:
    """Check that the real rooms are those that the plan counts, whose value and bound are checked, and the list those seated."""
    pool, seating = ground.pool, proposal.seating
    given = Counter[tuple[int, ...]]()
    seated: Counter[tuple[str, str]] = Counter()
    for room, (d, use) in enumerate(zip(seating.department.tolist(), seating.use.tolist(), strict=True)):
        if d >= 0:
            given[d, int(pool.floor[room]), int(pool.type[room]), use] += 1
            seated[str(ground.held.rooms[pool.row[room]]), ground.departments[d]] += int(seating.heads[room])
    planned = Counter({(d, f, t, u): n for d, f, t, u, n in proposal.plan.rooms.tolist()})
    listed: Counter[tuple[str, str]] = Counter()
    for at in proposal.rooms:
        listed[at.room_id, at.department_id] += at.heads
    faults = [
        f"{key}: {given[key]} rooms given, {planned[key]} planned"
        for key in sorted({*given, *planned})
        if given[key] != planned[key]
    ]
    return faults + [
        f"{key}: {listed[key]} listed, {seated[key]} seated" for key in sorted({*listed, *seated}) if listed[key] != seated[key]
    ]


def _counts(ground: Ground, proposal: Proposal) -> list[str]:
    """Check that everybody has a seat, by department and rank."""
    seated = Counter[tuple[str, str, str]]()
    for given in proposal.rooms:
        seated[given.department_id, given.use, given.rank] += given.heads
    wanted = Counter(
        {
            (key, USES[use], rank): heads
            for key, parts in zip(ground.departments, ground.ranks, strict=True)
            for use, part in enumerate(parts)
            for rank, heads, _ in part
        }
    )
    keys = sorted(set(seated) | set(wanted))
    return [f"{key}: {seated[key]} seated, {wanted[key]} to be seated" for key in keys if seated[key] != wanted[key]]


def _moves(ground: Ground, proposal: Proposal) -> list[str]:
    """Check that nobody leaves a room who is not in it, and that those who stay and come fill each room as stated."""
    held = ground.held
    today: Counter[tuple[str, str]] = Counter()
    for room, row, heads in zip(held.use_room, held.use_department, held.use_heads, strict=True):
        today[str(held.rooms[room]), str(held.departments[row])] += int(heads)
    leaves, comes, stated = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for move in proposal.transfers:
        if move.from_room:
            leaves[move.from_room, move.department_id] += move.heads
        comes[move.to_room, move.department_id] += move.heads
    for given in proposal.rooms:
        stated[given.room_id, given.department_id] += given.heads
    faults = [f"{n} leave {key}, {today[key]} sit there" for key, n in sorted(leaves.items()) if n > today[key]]
    for key, n in sorted(stated.items()):
        stay = n - comes[key]
        if stay < 0 or stay > today[key] - leaves[key]:
            faults.append(f"{key}: {n} are to sit there, {comes[key]} come and {today[key] - leaves[key]} could stay")
    return faults


def _areas(ground: Ground, proposal: Proposal) -> list[str]:
    """Check the areas stated for departments and for what is given up."""
    held = ground.held
    area = dict(zip(map(str, held.rooms), map(float, held.area), strict=True))
    faults = []
    for d, line in enumerate(proposal.departments):
        found = sum(
            area[str(held.rooms[row])]
            for row, owner in zip(ground.pool.row, proposal.seating.department, strict=True)
            if owner == d
        )
        if abs(found - line.office_m2) > EQUAL_M2 * max(1.0, found):
            faults.append(f"department {line.department_id}: {line.office_m2} m² stated, its rooms have {found}")
    open_floors = {given.floor_id for given in proposal.rooms}
    open_floors |= {key for f, key in enumerate(ground.pool.floors) if any(f in rule.floors for rule in _keeping(ground))}
    for place in proposal.floors_given_up:
        found = sum(area[str(key)] for key, floor in zip(held.rooms, held.room_floor, strict=True) if floor == place.key)
        if place.key in open_floors or abs(found - place.usable_m2) > EQUAL_M2 * max(1.0, found):
            faults.append(
                f"floor {place.key}: {place.usable_m2} m² stated as given up, {found} found, open: {place.key in open_floors}"
            )
    return faults


def _keeping(ground: Ground) -> list[Rule]:
    """Give the rules that keep floors open."""
    return [rule for rule in ground.problem.rules if rule.kind == "keep_floor"]
