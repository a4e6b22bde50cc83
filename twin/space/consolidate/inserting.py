"""Put one department into free rooms and take it out again, compiled: the two halves of ruin and recreate, and the first plan.

State: for each department up to `SLOTS` floors with staff seats and rooms by use and type; for each floor its free rooms, free
seats and number of users; for each building its floors in use. Costs are exact, as the evaluator counts them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numba import njit

from twin.space.consolidate.housing import SCRATCH, house
from twin.space.consolidate.rooming import lead, seat_staff

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

__all__ = [
    "HOMELESS",
    "SLOTS",
    "area_of",
    "claim",
    "construct",
    "department_cost",
    "insert",
    "pick",
    "random_state",
    "release",
    "uniform",
]

SLOTS = 24
"""Most floors one department may be spread over in the search, unless it is spread over more today."""
HOMELESS = 5000.0
"""Cost of a department without rooms: far above any way to house it, so that the search houses it as soon as it can."""


def random_state(seed: int) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Give the state of the generator (splitmix64), a stream of its own, so that stopping and going on changes nothing."""
    return np.array([np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15 & 0xFFFFFFFF) + np.uint64(0x1234567)], dtype=np.uint64)


@njit(cache=True)
def uniform(
    state: Any,
) -> float:
    """Give the next number of splitmix64, uniform in [0, 1)."""
    state[0] = state[0] + np.uint64(0x9E3779B97F4A7C15)
    z = state[0]
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    return float(z >> np.uint64(11)) * (1.0 / 9007199254740992.0)


@njit(cache=True)
def pick(
    state: Any,
    n: int,
) -> int:
    """Give a number 0 … n − 1."""
    return min(n - 1, int(uniform(state) * n))


@njit(cache=True)
def department_cost(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    d: int,
    used: int,
    floors: Ints,
    given: Ints,
    area: float,
    staff: Ints,
    grant: Floats,
    home: Ints,
    home_building: Ints,
    building: Ints,
    prices: Floats,
) -> float:
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
        near += max(0, min(home_building[d, b], people, seats) - here)
    stay = min(stay, people)
    near = min(near, people - stay)
    cost = prices[0] * max(0, used - 1) + prices[1] * max(0, blocks - 1)
    cost += prices[3] * near + prices[2] * (people - stay - near)
    return cost + prices[4] * max(0.0, area - grant[d])


@njit(cache=True)
def release(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    d: int,
    used: Ints,
    floors: Ints,
    rooms: Ints,
    free: Ints,
    rem: Ints,
    users: Ints,
    open_in: Ints,
    building: Ints,
    seats: Ints,
) -> None:
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
def claim(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    d: int,
    used: Ints,
    floors: Ints,
    rooms: Ints,
    free: Ints,
    rem: Ints,
    users: Ints,
    open_in: Ints,
    building: Ints,
    seats: Ints,
) -> None:
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
def _lead_seats(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    free: Ints,
    f: int,
    seats: Ints,
    chief_order: Ints,
    deputy_order: Ints,
    chief_may: Bools,
    deputy_may: Bools,
    chiefs: int,
    deputies: int,
    scratch: Ints,
) -> int:
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
def _seat_leaders(d: int, data: Any, state: Any, open_price: Floats, small: Ints) -> int:  # noqa: C901, PLR0912 - a compiled loop
    """Spread the leaders over open floors, that first which takes most; fill the record, give the number of floors or −1."""
    _, chiefs, deputies, _, _, _, building, seats, orders, may, allowed, _ = data
    _, floors, given, rooms, free, rem, _, _ = state
    left_chiefs, left_deputies, n = chiefs[d], deputies[d], 0
    while left_chiefs + left_deputies > 0:
        best, most = -1, 0
        for f in range(len(building)):
            if not allowed[d, f] or open_price[f] >= 1e9 or rem[f] <= 0:
                continue
            known = False
            for j in range(n):
                known = known or floors[d, j] == f
            if known:
                continue
            fit_chiefs, fit_deputies = 0, 0
            for t in range(len(seats)):
                if may[0, t]:
                    fit_chiefs += free[f, t]
                elif may[1, t]:
                    fit_deputies += free[f, t]
            take = min(fit_chiefs, left_chiefs)
            for t in range(len(seats)):
                if may[0, t] and may[1, t]:
                    fit_deputies += free[f, t]
            take += min(max(0, fit_deputies - take), left_deputies)
            if take > most:
                best, most = f, take
        if best < 0 or n >= floors.shape[1]:
            return -1
        for k in range(3):
            for t in range(len(seats)):
                rooms[d, n, k, t] = 0
        floors[d, n], given[d, n] = best, 0
        for t in range(len(seats)):
            small[0, t] = free[best, t]
        for k in range(1, 3):
            left = left_chiefs if k == 1 else left_deputies
            placed = 0
            for i in range(len(seats)):
                t = orders[0 if k == 1 else 1, i]
                if may[k - 1, t]:
                    take = min(left - placed, small[0, t])
                    small[0, t] -= take
                    rooms[d, n, k, t] += take
                    placed += take
            if k == 1:
                left_chiefs -= placed
            else:
                left_deputies -= placed
        n += 1
    return n


@njit(cache=True)
def _insert_apart(  # noqa: C901, PLR0912 - a compiled loop over plain arrays
    d: int,
    data: Any,
    state: Any,
    offer: Any,
    candidates: Any,
    scratch: Any,
) -> bool:
    """House a department whose leaders find no room together: the leaders apart first, then the staff wherever seats are left."""
    staff, _, _, _, home, home_building, building, seats, orders, _, allowed, prices = data
    used, floors, given, rooms, free, rem, users, open_in = state
    open_price, seat_price, enter, _ = offer
    c_floor, c_building, cap, lead_cap, fixed, price, today, people = candidates
    work, small, reached, choice, saved, _ = scratch
    n = _seat_leaders(d, data, state, open_price, small)
    if n < 0:
        return False
    first, count = n, 0
    for f in range(len(building)):
        if not allowed[d, f] or open_price[f] >= 1e9:
            continue
        left, slot = rem[f], -1
        for j in range(first):
            if floors[d, j] == f:
                slot = j
        if slot >= 0:
            for k in range(1, 3):
                for t in range(len(seats)):
                    left -= rooms[d, slot, k, t] * seats[t]
        if left <= 0:
            continue
        c_floor[count], c_building[count] = f, building[f]
        cap[count], lead_cap[count] = min(left, staff[d]), -1
        fixed[count] = 0.0 if slot >= 0 else prices[0] + open_price[f]
        price[count], today[count] = seat_price[f], home[d, f]
        count += 1
    if count > 0:
        cost, _ = house(
            staff[d],
            0,
            count,
            c_building,
            cap,
            lead_cap,
            fixed,
            price,
            today,
            home_building[d],
            enter,
            saved,
            work,
            people,
        )
        if cost >= 1e9:
            return False
    elif staff[d] > 0:
        return False
    for i in range(count):
        if people[i] == 0:
            continue
        f, slot = c_floor[i], -1
        for j in range(first):
            if floors[d, j] == f:
                slot = j
        if slot < 0:
            if n >= floors.shape[1]:
                return False
            slot = n
            n += 1
            floors[d, slot] = f
            for k in range(3):
                for t in range(len(seats)):
                    rooms[d, slot, k, t] = 0
        for t in range(len(seats)):
            small[0, t] = free[f, t] - rooms[d, slot, 1, t] - rooms[d, slot, 2, t]
        got = seat_staff(small[0], seats, orders[2], people[i], rooms[d, slot, 0], reached, choice)
        if got < 0:
            return False
        given[d, slot] = got
    used[d] = n
    claim(d, used, floors, rooms, free, rem, users, open_in, building, seats)
    return True


@njit(cache=True)
def insert(  # noqa: C901, PLR0912, PLR0913, PLR0917 - a compiled loop over plain arrays
    d: int,
    data: Any,
    state: Any,
    offer: Any,
    candidates: Any,
    scratch: Any,
    rng: Any,
) -> bool:
    """House one department in free rooms; give False where it does not fit (nothing is changed then).

    `offer` = (floor open price (F), seat price (F), building enter price (B), noise); a floor price ≥ 1e9 bars the floor.
    """
    staff, chiefs, deputies, need_lead, home, home_building, building, seats, orders, may, allowed, prices = data
    used, floors, given, rooms, free, rem, users, open_in = state
    open_price, seat_price, enter, noise = offer
    c_floor, c_building, cap, lead_cap, fixed, price, today, people = candidates
    work, small, reached, choice, saved, least = scratch
    total = staff[d]
    least_seats = max(1, int(least[0] * total))
    count = 0
    chief_order = orders[0] if uniform(rng) < 0.85 else orders[3]
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
        fixed[count] = prices[0] + open_price[f] + (noise * (uniform(rng) - 0.5) if noise > 0.0 else 0.0)
        price[count] = seat_price[f]
        today[count] = home[d, f]
        count += 1
    if count == 0:
        return _insert_apart(d, data, state, offer, candidates, scratch)
    cost, seat = house(
        total,
        need_lead[d],
        count,
        c_building,
        cap,
        lead_cap,
        fixed,
        price,
        today,
        home_building[d],
        enter,
        saved,
        work,
        people,
    )
    if cost >= 1e9:
        return _insert_apart(d, data, state, offer, candidates, scratch)
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
    claim(d, used, floors, rooms, free, rem, users, open_in, building, seats)
    return True


@njit(cache=True)
def construct(
    data: Any,
    sites: Any,
    state: Any,
    order: Ints,
    preferred: Bools,
    rng: Any,
) -> int:
    """House all departments in the given order, on the `preferred` floors where they fit, else on any that may open.

    Gives the number of departments that found no place; `state` must be empty.
    """
    staff, _chiefs, _deputies, _need_lead, _home, _home_building, building, seats, _orders, _may, _allowed, prices = data
    floor_cost, building_cost, floor_state, _building_state, _seats_of, _need, _rate, may_open, _pi, _area_m2, _grant, least = (
        sites
    )
    _used, _floors, _given, _rooms, _free, _rem, users, open_in = state
    count_floors, buildings, types = len(building), len(building_cost), len(seats)
    top = int(staff.max()) + 64 + int(seats.max())
    scratch = (
        np.empty((SCRATCH + 2 * (count_floors + buildings) + 2 * (buildings + 1), top)),
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
            scratch[5][0] = 0.0 if attempt == 2 else least[0]
            if insert(d, data, state, (open_price, seat_price, enter, 0.0), candidates, scratch, rng):
                break
            if attempt == 2:
                homeless += 1
    return homeless


@njit(cache=True)
def area_of(
    d: int,
    used: Ints,
    rooms: Ints,
    area_m2: Floats,
) -> float:
    """Give the area of all rooms of a department."""
    total = 0.0
    for i in range(used[d]):
        for k in range(3):
            for t in range(len(area_m2)):
                total += rooms[d, i, k, t] * area_m2[t]
    return total
