"""The room step: which real rooms a department gets on a floor, who sits in which, and who moves from where.

The plan says how many rooms of each type a department gets on each floor. Which ones is an assignment, exact for each floor and
type: a room that the department holds already first, then near to its other rooms there, so that it sits together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from twin.space.consolidate.problem import USES
from twin.space.planning.heads import ceiling_of, use_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.consolidate.plan import Plan
    from twin.space.planning.intake import Ground

    Ints = NDArray[np.int64]

__all__ = ["Move", "Seating", "seat", "sitting"]

STRANGE_M = 60.0
"""A room held by others or nobody counts as so many metres farther than one's own."""
ROUNDS = 4
"""How often the middles of the departments are taken anew from the rooms they got."""


class Move(NamedTuple):
    """`heads` people of a department and use go from one room to another (numbers of the pool), −1 = from no room in the plan.

    `kind` is ``stay``, ``room`` (same floor), ``floor`` (same building), ``building`` or ``new``.
    """

    department: int
    use: int
    start: int
    end: int
    heads: int
    kind: str


@dataclass(frozen=True, slots=True)
class Seating:
    """Department, use and heads of each room of the pool (N), −1, −1 and 0 for one that stays free; and the moves."""

    department: Ints
    use: Ints
    heads: Ints
    moves: tuple[Move, ...]


def seat(ground: Ground, plan: Plan) -> Seating:
    """Give the rooms of the pool to the departments as the plan counts them, and seat everybody."""
    count = len(ground.pool.row)
    department, use, heads = np.full(count, -1), np.full(count, -1), np.zeros(count, dtype=np.int64)
    for floor in np.unique(plan.rooms[:, 1]):
        _floor(ground, plan.rooms[plan.rooms[:, 1] == floor], int(floor), department, use)
    today = sitting(ground)
    moves: list[Move] = []
    wanted = np.column_stack([ground.problem.staff, ground.problem.chiefs, ground.problem.deputies])
    for d in range(len(ground.departments)):
        for u in range(len(USES)):
            mine = np.flatnonzero((department == d) & (use == u))
            places = ground.problem.types.seats[ground.pool.type[mine]] if u == 0 else np.ones(len(mine), dtype=np.int64)
            now = {room: n for (owner, kind, room), n in today.items() if (owner, kind) == (d, u)}
            heads[mine] = _fill(mine, places, now, int(wanted[d, u]))
            moves += _moves(ground, (d, u), now, mine, heads[mine])
    return Seating(department, use, heads, tuple(moves))


def sitting(ground: Ground) -> dict[tuple[int, int, int], int]:
    """Count people by (department, use, room of the pool) today."""
    held = ground.held
    department = {key: d for d, key in enumerate(ground.departments)}
    room = {int(row): place for place, row in enumerate(ground.pool.row)}
    found: dict[tuple[int, int, int], int] = {}
    for at, row, rank, heads in zip(held.use_room, held.use_department, held.use_rank, held.use_heads, strict=True):
        d = department.get(str(held.departments[row]))
        if d is None or int(at) not in room or heads <= 0:
            continue
        key = (d, use_of(ceiling_of(held, int(row), rank)), room[int(at)])
        found[key] = found.get(key, 0) + int(heads)
    return dict(sorted(found.items()))


def _floor(ground: Ground, rows: Ints, floor: int, department: Ints, use: Ints) -> None:
    """Give out the rooms of one floor; `rows` as in a plan."""
    pool = ground.pool
    here = np.flatnonzero(pool.floor == floor)
    holder = {d: np.flatnonzero(ground.held.departments[pool.holder[here]] == key) for d, key in enumerate(ground.departments)}
    holder = {d: here[rooms][pool.holder[here[rooms]] >= 0] for d, rooms in holder.items()}
    middle = _first_middles(ground, here, sorted({int(d) for d in rows[:, 0]}), holder)
    for _ in range(ROUNDS):
        department[here], use[here] = -1, -1
        for kind in np.unique(rows[:, 2]):
            of_type = here[pool.type[here] == kind]
            slots = [(int(d), int(u)) for d, _, _, u, n in rows[rows[:, 2] == kind] for _ in range(int(n))]
            far = np.array(
                [
                    np.hypot(*(pool.xy[of_type] - middle[d]).T) + np.where(np.isin(of_type, holder[d]), 0.0, STRANGE_M)
                    for d, _ in slots
                ]
            )
            for slot, room in zip(*linear_sum_assignment(far), strict=True):
                department[of_type[room]], use[of_type[room]] = slots[slot]
        middle = {d: pool.xy[here[department[here] == d]].mean(axis=0) for d in middle}


def _first_middles(ground: Ground, here: Ints, departments: list[int], holder: dict[int, Ints]) -> dict[int, NDArray[np.float64]]:
    """Give a point for each department: the middle of what it holds; those who come anew are spread over the floor's length."""
    xy = ground.pool.xy[here]
    axis = np.linalg.svd(xy - xy.mean(axis=0), full_matrices=False)[2][0] if len(xy) > 1 else np.array([1.0, 0.0])
    order = xy[np.argsort((xy @ axis).round(3), kind="stable")]
    new = [d for d in departments if not len(holder[d])]
    spots = {d: order[(2 * place + 1) * len(order) // (2 * len(new))] for place, d in enumerate(new)}
    return {d: spots[d] if d in spots else ground.pool.xy[holder[d]].mean(axis=0) for d in departments}


def _fill(rooms: Ints, places: Ints, now: dict[int, int], wanted: int) -> Ints:
    """Seat `wanted` people in rooms with so many places: who sits there already stays, the others fill up in order."""
    heads = np.array([min(now.get(int(room), 0), int(n)) for room, n in zip(rooms, places, strict=True)], dtype=np.int64)
    for place in reversed(range(len(rooms))):
        heads[place] -= min(int(heads[place]), max(0, int(heads.sum()) - wanted))
    for place in range(len(rooms)):
        heads[place] += min(int(places[place] - heads[place]), wanted - int(heads.sum()))
    return heads


def _moves(ground: Ground, who: tuple[int, int], now: dict[int, int], rooms: Ints, heads: Ints) -> list[Move]:
    """Match those who sit somewhere today with the new seats: same room first, then same floor, then same building, then any."""
    pool, building = ground.pool, ground.problem.building
    left, open_ = dict(now), {int(room): int(n) for room, n in zip(rooms, heads, strict=True) if n}
    found: list[Move] = []
    tests = (
        ("stay", lambda a, b: a == b),
        ("room", lambda a, b: pool.floor[a] == pool.floor[b]),
        ("floor", lambda a, b: building[pool.floor[a]] == building[pool.floor[b]]),
        ("building", lambda _a, _b: True),
    )
    for kind, near in tests:
        for start in list(left):
            for end in list(open_):
                if left[start] and open_[end] and near(start, end):
                    heads_now = min(left[start], open_[end])
                    left[start] -= heads_now
                    open_[end] -= heads_now
                    found.append(Move(*who, start, end, heads_now, kind))
            open_ = {room: n for room, n in open_.items() if n}
        left = {room: n for room, n in left.items() if n}
    return [*found, *(Move(*who, -1, end, n, "new") for end, n in open_.items())]
