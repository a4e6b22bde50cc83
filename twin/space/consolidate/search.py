"""Ruin and recreate, compiled: take a few departments out, house them again one by one, keep the better with annealing.

State: for each department up to `SLOTS` floors with people, staff seats and rooms by use and type; for each floor its free
rooms, free seats and number of users. Every step works on exact costs; only the way a department is put back is noisy:
the dynamic programme of `housing` over the free seats, with scarce seats priced by θ·π (π from the bound) and closed floors
barred or offered at a part of their cost.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from twin.space.consolidate.housing import house
from twin.space.consolidate.rooming import lead, seat_staff

__all__ = ["SLOTS", "anneal", "construct", "department_cost", "random_state"]

SLOTS = 24
"""Most floors one department may be spread over in the search."""
HOMELESS = 5000.0
"""Cost of a department without rooms: far above any way to house it, so that the search houses it as soon as it can."""
RUINED = 16
"""Most departments taken out in one step."""


def random_state(seed: int) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Give the state of the generator (splitmix64), a stream of its own, so that stopping and going on changes nothing."""
    return np.array([np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15 & 0xFFFFFFFF) + np.uint64(0x1234567)], dtype=np.uint64)


@njit(cache=True)
def _next(state):
    """Give the next number of splitmix64, uniform in [0, 1)."""
    state[0] = state[0] + np.uint64(0x9E3779B97F4A7C15)
    z = state[0]
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    return float(z >> np.uint64(11)) * (1.0 / 9007199254740992.0)


@njit(cache=True)
def _pick(state, n):
    """Give a number 0 … n − 1."""
    return min(n - 1, int(_next(state) * n))


@njit(cache=True)
def department_cost(d, used, floors, given, area, staff, grant, home, home_building, building, prices):
    """Give the cost of one department as the evaluator counts it: spread, moves, area over the ceiling.

    `prices` = (extra floor, extra building, move to another building, to another floor, over m²); moves already written off.
    """
    if used == 0:
        return HOMELESS
    people = staff[d]
    stay, near, blocks = 0, 0, 0
    for i in range(used):
        f = floors[i]
        stay += min(home[d, f], given[i])
        b = building[f]
        seen = False
        for j in range(i):
            if building[floors[j]] == b:
                seen = True
                break
        if seen:
            continue
        blocks += 1
        seats, here = given[i], min(home[d, f], given[i])
        for j in range(i + 1, used):
            if building[floors[j]] == b:
                seats += given[j]
                here += min(home[d, floors[j]], given[j])
        near += max(0, min(min(home_building[d, b], people), seats) - here)
    stay = min(stay, people)
    near = min(near, people - stay)
    cost = prices[0] * max(0, used - 1) + prices[1] * max(0, blocks - 1)
    cost += prices[3] * near + prices[2] * (people - stay - near)
    return cost + prices[4] * max(0.0, area - grant[d])


@njit(cache=True)
def _release(d, used, floors, rooms, free, rem, users, open_in, building, seats):
    """Take a department out of its rooms; give the running cost saved through `users` and `open_in` only."""
    for i in range(used[d]):
        f = floors[d, i]
        for k in range(3):
            for t in range(len(seats)):
                number = rooms[d, i, k, t]
                free[f, t] += number
                rem[f] += number * seats[t]
        users[f] -= 1
        if users[f] == 0:
            open_in[building[f]] -= 1
    used[d] = 0


@njit(cache=True)
def _claim(d, used, floors, rooms, free, rem, users, open_in, building, seats):
    """Put a department back into the rooms of its record."""
    for i in range(used[d]):
        f = floors[d, i]
        for k in range(3):
            for t in range(len(seats)):
                number = rooms[d, i, k, t]
                free[f, t] -= number
                rem[f] -= number * seats[t]
        if users[f] == 0:
            open_in[building[f]] += 1
        users[f] += 1


@njit(cache=True)
def _lead_seats(free, f, seats, chief_order, deputy_order, chief_may, deputy_may, chiefs, deputies, scratch):
    """Give the seats that the leaders' rooms would take on a floor, −1 where they do not fit."""
    types = len(seats)
    for t in range(types):
        scratch[0, t] = free[f, t]
        scratch[1, t] = 0
    first = lead(scratch[0], seats, chief_order, chief_may, chiefs, scratch[1])
    if first < 0:
        return -1
    second = lead(scratch[0], seats, deputy_order, deputy_may, deputies, scratch[1])
    return -1 if second < 0 else first + second


@njit(cache=True)
def _insert(d, data, state, offer, candidates, scratch, rng):
    """House one department in free rooms; give False where it does not fit (nothing is changed then).

    `offer` = (floor open price (F), seat price (F), building enter price (B), noise); a floor price ≥ 1e9 bars the floor.
    """
    staff, chiefs, deputies, need_lead, home, home_building, building, seats, orders, may, allowed, prices = data
    used, floors, given, rooms, free, rem, users, open_in = state
    open_price, seat_price, enter, noise = offer
    c_floor, c_building, cap, lead_cap, fixed, price, today, people = candidates
    work, marks, small, reached, choice, credits, least = scratch
    total = staff[d]
    least_seats = max(1, int(least[0] * total))
    count = 0
    chief_order = orders[0] if _next(rng) < 0.85 else orders[3]
    for f in range(len(building)):
        if not allowed[d, f] or open_price[f] >= 1e9:
            continue
        if rem[f] < least_seats and home[d, f] == 0 and need_lead[d] + total > rem[f]:
            continue
        if rem[f] <= 0:
            continue
        taken = _lead_seats(free, f, seats, chief_order, orders[1], may[0], may[1], chiefs[d], deputies[d], small)
        c_floor[count] = f
        c_building[count] = building[f]
        cap[count] = min(rem[f], total)
        lead_cap[count] = min(total, rem[f] - taken) if taken >= 0 and taken <= rem[f] else -1
        fixed[count] = prices[0] + open_price[f] + (noise * (_next(rng) - 0.5) if noise > 0.0 else 0.0)
        price[count] = seat_price[f]
        today[count] = home[d, f]
        count += 1
    if count == 0:
        return False
    cost, seat = house(
        total, need_lead[d], count, c_building, cap, lead_cap, fixed, price, today, home_building[d], enter, credits, work, marks, people
    )
    if cost >= 1e9:
        return False
    n = 0
    for i in range(count):
        if people[i] == 0 and seat != i:
            continue
        if n >= floors.shape[1]:
            return False
        f = c_floor[i]
        for k in range(3):
            for t in range(len(seats)):
                rooms[d, n, k, t] = 0
        for t in range(len(seats)):
            small[0, t] = free[f, t]
        if seat == i:
            if lead(small[0], seats, chief_order, may[0], chiefs[d], rooms[d, n, 1]) < 0:
                return False
            if lead(small[0], seats, orders[1], may[1], deputies[d], rooms[d, n, 2]) < 0:
                return False
        got = seat_staff(small[0], seats, orders[2], people[i], rooms[d, n, 0], reached, choice)
        if got < 0:
            return False
        floors[d, n] = f
        given[d, n] = got
        n += 1
    used[d] = n
    _claim(d, used, floors, rooms, free, rem, users, open_in, building, seats)
    return True


@njit(cache=True)
def construct(data, sites, state, order, preferred, rng):
    """House all departments in the given order, on the `preferred` floors where they fit, else on any that may open.

    Gives the number of departments that found no place; `state` must be empty.
    """
    staff, chiefs, deputies, need_lead, home, home_building, building, seats, orders, may, allowed, prices = data
    floor_cost, building_cost, floor_state, building_state, seats_of, need, rate, may_open, pi, area_m2, grant, least = sites
    used, floors, given, rooms, free, rem, users, open_in = state
    count_floors, buildings, types = len(building), len(building_cost), len(seats)
    top = int(staff.max()) + 64 + int(seats.max())
    scratch = (
        np.empty((12, top)),
        np.empty((2 * count_floors + 2 * buildings + 8, top), dtype=np.int32),
        np.zeros((2, types), dtype=np.int64),
        np.zeros(top, dtype=np.bool_),
        np.zeros((types, top), dtype=np.int64),
        np.array([prices[2] - prices[3], prices[3]]),
        least.copy(),
    )
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
    homeless = 0
    for d in order:
        for attempt in range(3):
            for f in range(count_floors):
                if not may_open[f]:
                    open_price[f] = 1e10
                elif users[f] > 0 or preferred[f] or floor_state[f] > 0:
                    open_price[f] = 0.0
                else:
                    open_price[f] = floor_cost[f] if attempt >= 1 else 1e10
            for b in range(buildings):
                enter[b] = prices[1] + (0.0 if open_in[b] > 0 else building_cost[b])
            scratch[6][0] = 0.0 if attempt == 2 else least[0]
            if _insert(d, data, state, (open_price, seat_price, enter, 0.0), candidates, scratch, rng):
                break
            if attempt == 2:
                homeless += 1
    return homeless


@njit(cache=True)
def _area(d, used, rooms, area_m2):
    """Give the area of all rooms of a department."""
    total = 0.0
    for i in range(used[d]):
        for k in range(3):
            for t in range(len(area_m2)):
                total += rooms[d, i, k, t] * area_m2[t]
    return total


@njit(cache=True)
def _running(users, open_in, floor_cost, building_cost, floor_state, building_state, seats_of, need, rate):
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
def _choose(rng, state, home, cost, building, chosen, target, least):
    """Fill `chosen` with the departments to take out, `target[0]` with a floor to leave empty (or −1); give their number."""
    used, floors, users = state[0], state[1], state[6]
    departments, count = len(used), 0
    target[0] = -1
    kind = _next(rng)
    limit = 2 + _pick(rng, int(least[1]))
    picked = np.full(3, -1, dtype=np.int64)
    if kind < least[2]:
        d = _pick(rng, departments)
        for _ in range(2):
            e = _pick(rng, departments)
            if cost[e] > cost[d]:
                d = e
        chosen[0] = d
        count = 1
        near = np.zeros(len(building), dtype=np.bool_)
        if used[d] == 0:
            for _ in range(2):
                near[_pick(rng, len(building))] = True
        for i in range(used[d]):
            near[floors[d, i]] = True
        for f in range(len(building)):
            if home[d, f] > 0:
                near[f] = True
        start = _pick(rng, departments)
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
    many = 1 if kind < least[3] else 2 + _pick(rng, 2)
    d = _pick(rng, departments)
    if used[d] == 0:
        return 0
    picked[0] = floors[d, _pick(rng, used[d])]
    if kind < least[3]:
        target[0] = picked[0]
    same = _next(rng) < 0.6
    for i in range(1, many):
        for _ in range(8):
            e = _pick(rng, departments)
            if used[e] == 0:
                continue
            f = floors[e, _pick(rng, used[e])]
            if f != picked[0] and f != picked[1] and (not same or building[f] == building[picked[0]]):
                picked[i] = f
                break
    start = _pick(rng, departments)
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
def anneal(data, sites, state, best, totals, rng, steps, heat):
    """Run `steps` steps of ruin and recreate; change `state`, keep the best in `best` and `totals` = [now, best, steps done].

    Parameters
    ----------
    data
        What `_insert` reads of the departments (see there).
    sites
        ``(floor_cost, building_cost, floor_state, building_state, seats, need, rate, may_open, seat_price, area_m2, grant, least)``;
        `may_open` says which floors the search may use at all.
    state, best
        ``(used, floors, given, rooms, free, rem, users, open_in)``; `best` the first four only.
    heat
        (first temperature, last temperature, steps of the whole run).
    """
    staff, chiefs, deputies, need_lead, home, home_building, building, seats, orders, may, allowed, prices = data
    floor_cost, building_cost, floor_state, building_state, seats_of, need, rate, may_open, pi, area_m2, grant, least = sites
    used, floors, given, rooms, free, rem, users, open_in = state
    departments, count_floors, buildings, types = len(staff), len(building), len(building_cost), len(seats)
    top = int(staff.max()) + 64 + int(seats.max())
    work = np.empty((12, top))
    marks = np.empty((2 * count_floors + 2 * buildings + 8, top), dtype=np.int32)
    small = np.zeros((2, types), dtype=np.int64)
    reached = np.zeros(top, dtype=np.bool_)
    choice = np.zeros((types, top), dtype=np.int64)
    credits = np.array([prices[2] - prices[3], prices[3]])
    scratch = (work, marks, small, reached, choice, credits, least)
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
            d, used[d], floors[d], given[d], _area(d, used, rooms, area_m2), staff, grant, home, home_building, building, prices
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
        generous = _next(rng) < least[4]
        part = _next(rng) if _next(rng) < 0.5 else 1.0
        theta = 0.0 if _next(rng) < least[5] else least[8] * _next(rng)
        noise = 0.0 if _next(rng) < least[6] else least[9] * _next(rng)
        for f in range(count_floors):
            seat_price[f] = theta * pi[f]
            if not may_open[f]:
                open_price[f] = 1e10
            elif users[f] > 0 or floor_state[f] > 0:
                open_price[f] = 0.0
            else:
                open_price[f] = part * floor_cost[f] if generous else 1e10
        for i in range(ruined):
            _release(chosen[i], used, floors, rooms, free, rem, users, open_in, building, seats)
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
            rank[i] = -(staff[chosen[i]] + need_lead[chosen[i]]) * (0.5 + _next(rng))
        order = np.argsort(rank[:ruined])
        good = True
        after = 0.0
        for i in range(ruined):
            d = chosen[order[i]]
            if not _insert(d, data, state, (open_price, seat_price, enter, noise), candidates, scratch, rng):
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
                d, used[d], floors[d], given[d], _area(d, used, rooms, area_m2), staff, grant, home, home_building, building, prices
            )
            if after - before > 40.0 * warmth + 600.0:
                good = False
                break
        value = now
        if good:
            total = _running(users, open_in, floor_cost, building_cost, floor_state, building_state, seats_of, need, rate)
            value = now - before - running + after + total
            good = value < now or _next(rng) < np.exp((now - value) / warmth)
        if good:
            running = _running(users, open_in, floor_cost, building_cost, floor_state, building_state, seats_of, need, rate)
            for i in range(ruined):
                d = chosen[i]
                cost[d] = department_cost(
                    d, used[d], floors[d], given[d], _area(d, used, rooms, area_m2), staff, grant, home, home_building, building, prices
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
                _release(chosen[i], used, floors, rooms, free, rem, users, open_in, building, seats)
            for i in range(ruined):
                d = chosen[i]
                used[d] = keep_used[i]
                for j in range(keep_used[i]):
                    floors[d, j] = keep_floors[i, j]
                    given[d, j] = keep_given[i, j]
                    rooms[d, j] = keep_rooms[i, j]
                _claim(d, used, floors, rooms, free, rem, users, open_in, building, seats)
    totals[0] = now
