"""Ruin and recreate, compiled: take a few departments out, house them again one by one, keep the better with annealing.

Every step works on exact costs (`inserting`); only the way a department is put back is noisy: the dynamic programme of `housing`
over the free seats, scarce seats priced by θ·π (π from the bound), closed floors barred or offered at a part of their cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numba import njit

from twin.space.consolidate.housing import SCRATCH
from twin.space.consolidate.inserting import HOMELESS, area_of, claim, department_cost, insert, pick, release, uniform

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

__all__ = ["anneal"]

RUINED = 16
"""Most departments taken out in one step."""


@njit(cache=True)
def _running(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    users: Ints,
    open_in: Ints,
    floor_cost: Floats,
    building_cost: Floats,
    floor_state: Ints,
    building_state: Ints,
    seats_of: Ints,
    need: int,
    rate: float,
) -> float:
    """Give the running cost of what is open, with the missing reserve at `rate` per seat."""
    total = 0.0
    open_seats = 0
    for f in range(len(users)):
        if users[f] > 0 or floor_state[f] > 0:
            total += floor_cost[f]
            open_seats += seats_of[f]
    for b in range(len(open_in)):
        if open_in[b] > 0 or building_state[b] > 0:
            total += building_cost[b]
    return total + rate * max(0, need - open_seats)


@njit(cache=True)
def _choose(  # noqa: C901, PLR0912, PLR0913, PLR0917, PLR0915 - a compiled loop over plain arrays
    rng: Any,
    state: Any,
    home: Ints,
    cost: Floats,
    building: Ints,
    chosen: Ints,
    target: Ints,
    least: Floats,
) -> int:
    """Fill `chosen` with the departments to take out, `target[0]` with a floor to leave empty (or −1); give their number."""
    used, floors = state[0], state[1]
    departments, count = len(used), 0
    target[0] = -1
    kind = uniform(rng)
    limit = 2 + pick(rng, int(least[1]))
    picked = np.full(3, -1, dtype=np.int64)
    if kind < least[2]:
        d = pick(rng, departments)
        for _ in range(2):
            e = pick(rng, departments)
            if cost[e] > cost[d]:
                d = e
        chosen[0] = d
        count = 1
        near = np.zeros(len(building), dtype=np.bool_)
        if used[d] == 0:
            for _ in range(2):
                near[pick(rng, len(building))] = True
        for i in range(used[d]):
            near[floors[d, i]] = True
        for f in range(len(building)):
            if home[d, f] > 0:
                near[f] = True
        start = pick(rng, departments)
        for step in range(departments):
            e = (start + step) % departments
            if count >= limit:
                break
            if e == d:
                continue
            for i in range(used[e]):
                if near[floors[e, i]]:
                    chosen[count] = e
                    count += 1
                    break
        return count
    many = 1 if kind < least[3] else 2 + pick(rng, 2)
    d = pick(rng, departments)
    if used[d] == 0:
        return 0
    picked[0] = floors[d, pick(rng, used[d])]
    if kind < least[3]:
        target[0] = picked[0]
    same = uniform(rng) < 0.6
    for i in range(1, many):
        for _ in range(8):
            e = pick(rng, departments)
            if used[e] == 0:
                continue
            f = floors[e, pick(rng, used[e])]
            if f != picked[0] and f != picked[1] and (not same or building[f] == building[picked[0]]):
                picked[i] = f
                break
    start = pick(rng, departments)
    for step in range(departments):
        e = (start + step) % departments
        if count >= least[7]:
            break
        for i in range(used[e]):
            f = floors[e, i]
            if f == picked[0] or f == picked[1] or f == picked[2]:
                chosen[count] = e
                count += 1
                break
    return count


@njit(cache=True)
def anneal(  # noqa: C901, PLR0912, PLR0913, PLR0917, PLR0915 - a compiled loop over plain arrays
    data: Any,
    sites: Any,
    state: Any,
    best: Any,
    totals: Floats,
    rng: Any,
    steps: int,
    heat: Floats,
) -> None:
    """Run `steps` steps of ruin and recreate; change `state`, keep the best in `best` and `totals` = [now, best, steps done].

    Parameters
    ----------
    data
        What `insert` reads of the departments (see there).
    sites
        ``(floor_cost, building_cost, floor_state, building_state, seats, need, rate, may_open, seat_price, area_m2, grant,
        habits)``; `may_open` says which floors the search may use at all.
    state, best
        ``(used, floors, given, rooms, free, rem, users, open_in)``; `best` the first four only.
    heat
        (first temperature, last temperature, steps of the whole run).
    """
    staff, _chiefs, _deputies, need_lead, home, home_building, building, seats, _orders, _may, _allowed, prices = data
    floor_cost, building_cost, floor_state, building_state, seats_of, need, rate, may_open, pi, area_m2, grant, least = sites
    used, floors, given, rooms, free, rem, users, open_in = state
    departments, count_floors, buildings, types = len(staff), len(building), len(building_cost), len(seats)
    top = int(staff.max()) + 64 + int(seats.max())
    work = np.empty((SCRATCH + 2 * (count_floors + buildings) + 2 * (buildings + 1), top))
    small = np.zeros((2, types), dtype=np.int64)
    reached = np.zeros(top, dtype=np.bool_)
    choice = np.zeros((types, top), dtype=np.int64)
    saved = np.array([prices[2] - prices[3], prices[3]])
    scratch = (work, small, reached, choice, saved, least)
    candidates = (
        np.zeros(count_floors, dtype=np.int64),
        np.zeros(count_floors, dtype=np.int64),
        np.zeros(count_floors, dtype=np.int64),
        np.zeros(count_floors, dtype=np.int64),
        np.zeros(count_floors),
        np.zeros(count_floors),
        np.zeros(count_floors, dtype=np.int64),
        np.zeros(count_floors, dtype=np.int64),
    )
    open_price, seat_price, enter = np.zeros(count_floors), np.zeros(count_floors), np.zeros(buildings)
    cost = np.zeros(departments)
    for d in range(departments):
        cost[d] = department_cost(
            d, used[d], floors[d], given[d], area_of(d, used, rooms, area_m2), staff, grant, home, home_building, building, prices
        )
    running = _running(users, open_in, floor_cost, building_cost, floor_state, building_state, seats_of, need, rate)
    now = running + cost.sum()
    totals[0] = now
    chosen = np.zeros(RUINED, dtype=np.int64)
    target = np.zeros(1, dtype=np.int64)
    keep_used = np.zeros(RUINED, dtype=np.int64)
    keep_floors = np.zeros((RUINED, floors.shape[1]), dtype=np.int64)
    keep_given = np.zeros((RUINED, floors.shape[1]), dtype=np.int64)
    keep_rooms = np.zeros((RUINED, floors.shape[1], 3, types), dtype=rooms.dtype)
    rank = np.zeros(RUINED)
    for _ in range(steps):
        done = totals[2]
        totals[2] += 1.0
        warmth = heat[0] * (heat[1] / heat[0]) ** min(1.0, done / max(1.0, heat[2]))
        ruined = _choose(rng, state, home, cost, building, chosen, target, least)
        if ruined == 0:
            continue
        before = 0.0
        for i in range(ruined):
            d = chosen[i]
            n = used[d]
            keep_used[i] = n
            for j in range(n):
                keep_floors[i, j] = floors[d, j]
                keep_given[i, j] = given[d, j]
                keep_rooms[i, j] = rooms[d, j]
            before += cost[d]
        generous = uniform(rng) < least[4]
        part = uniform(rng) if uniform(rng) < 0.5 else 1.0
        theta = 0.0 if uniform(rng) < least[5] else least[8] * uniform(rng)
        noise = 0.0 if uniform(rng) < least[6] else least[9] * uniform(rng)
        for f in range(count_floors):
            seat_price[f] = theta * pi[f]
            if not may_open[f]:
                open_price[f] = 1e10
            elif users[f] > 0 or floor_state[f] > 0:
                open_price[f] = 0.0
            else:
                open_price[f] = part * floor_cost[f] if generous else 1e10
        for i in range(ruined):
            release(chosen[i], used, floors, rooms, free, rem, users, open_in, building, seats)
        # floors this step has emptied cost their opening again; a floor to be left empty is barred
        for i in range(ruined):
            for j in range(keep_used[i]):
                f = keep_floors[i, j]
                if users[f] == 0 and floor_state[f] <= 0:
                    open_price[f] = part * floor_cost[f]
        if target[0] >= 0 and floor_state[target[0]] <= 0 and not generous:
            open_price[target[0]] = 1e10
        for b in range(buildings):
            enter[b] = prices[1] + (0.0 if open_in[b] > 0 or building_state[b] > 0 else part * building_cost[b])
        for i in range(ruined):
            rank[i] = -(staff[chosen[i]] + need_lead[chosen[i]]) * (0.5 + uniform(rng))
        order = np.argsort(rank[:ruined])
        good = True
        after = 0.0
        for i in range(ruined):
            d = chosen[order[i]]
            if not insert(d, data, state, (open_price, seat_price, enter, noise), candidates, scratch, rng):
                after += HOMELESS
                if after - before > 40.0 * warmth + 600.0:
                    good = False
                    break
                continue
            for j in range(used[d]):
                f = floors[d, j]
                open_price[f] = 0.0
                enter[building[f]] = prices[1]
            after += department_cost(
                d,
                used[d],
                floors[d],
                given[d],
                area_of(d, used, rooms, area_m2),
                staff,
                grant,
                home,
                home_building,
                building,
                prices,
            )
            if after - before > 40.0 * warmth + 600.0:
                good = False
                break
        value = now
        if good:
            total = _running(users, open_in, floor_cost, building_cost, floor_state, building_state, seats_of, need, rate)
            value = now - before - running + after + total
            good = value < now or uniform(rng) < np.exp((now - value) / warmth)
        if good:
            running = _running(users, open_in, floor_cost, building_cost, floor_state, building_state, seats_of, need, rate)
            for i in range(ruined):
                d = chosen[i]
                cost[d] = department_cost(
                    d,
                    used[d],
                    floors[d],
                    given[d],
                    area_of(d, used, rooms, area_m2),
                    staff,
                    grant,
                    home,
                    home_building,
                    building,
                    prices,
                )
            now = value
            if now < totals[1] - 1e-7:
                totals[1] = now
                best[0][:] = used
                best[1][:] = floors
                best[2][:] = given
                best[3][:] = rooms
        else:
            for i in range(ruined):
                release(chosen[i], used, floors, rooms, free, rem, users, open_in, building, seats)
            for i in range(ruined):
                d = chosen[i]
                used[d] = keep_used[i]
                for j in range(keep_used[i]):
                    floors[d, j] = keep_floors[i, j]
                    given[d, j] = keep_given[i, j]
                    rooms[d, j] = keep_rooms[i, j]
                claim(d, used, floors, rooms, free, rem, users, open_in, building, seats)
    totals[0] = now
