"""Run a vehicle along a sequence of nodes, compiled: energy, loads, times; the earliest schedule that keeps every rule.

The schedule is the least one: everything as early as it can be, save that a pickup waits where its ride would become too long.
As each rule only pushes times up, raising pickups until nothing moves finds it, or finds that there is none.
"""

from __future__ import annotations

from typing import Any

from numba import njit

__all__ = ["ENERGY", "GOOD", "LATE", "LOAD", "REACH", "RIDE", "arc_cost", "charge_time", "refresh", "run"]

GOOD, LATE, LOAD, ENERGY, RIDE, REACH = 0, 1, 2, 3, 4, 5
EPS = 1e-7


@njit(cache=True)
def arc_cost(net: Any, cars: Any, k: int, a: int, b: int) -> float:
    """Give the price of driving from a node to another."""
    return cars.per_length[k] * net.length[a, b] + cars.per_time[k] * net.time[a, b]


@njit(cache=True)
def charge_time(curve: Any, low: float, high: float, battery: float, power: float) -> float:
    """Give the time to charge from a level to another."""
    total, foot = 0.0, 0.0
    for i in range(len(curve.share)):
        head = curve.share[i] * battery
        part = min(high, head) - max(low, foot)
        if part > 0.0:
            total += part / (power * curve.factor[i])
        foot = head
    return total


@njit(cache=True)
def _energy(net: Any, cars: Any, curve: Any, k: int, seq: Any, n: int, out: Any) -> Any:  # noqa: PLR0913, PLR0917 - compiled
    """Fill levels on leaving and times of charging; give code and place of the first failure."""
    stay, level, need = out[1], out[3], out[4]
    battery, least, use = cars.battery[k], cars.reserve[k], cars.use[k]
    for p in range(n):
        stay[p] = net.service[seq[p]]
    stay[0] = 0.0
    if battery <= 0.0:
        for p in range(n):
            level[p] = 0.0
            if net.kind[seq[p]] == 1:
                return ENERGY, p
        return GOOD, 0
    need[n - 1] = 0.0
    for p in range(n - 2, -1, -1):
        need[p] = use * net.length[seq[p], seq[p + 1]] + (0.0 if net.kind[seq[p + 1]] == 1 else need[p + 1])
    now = cars.level[k]
    level[0] = now
    for p in range(1, n):
        now -= use * net.length[seq[p - 1], seq[p]]
        if now < least - EPS:
            return ENERGY, p
        if net.kind[seq[p]] == 1:
            to = battery if curve.full else max(now, min(battery, need[p] + least))
            stay[p] = charge_time(curve, now, to, battery, net.power[seq[p]])
            now = to
        level[p] = now
    return GOOD, 0


@njit(cache=True)
def _loads(net: Any, cars: Any, k: int, seq: Any, n: int, load: Any) -> Any:
    """Fill the loads on leaving; give code and place of the first failure."""
    now, trips, length = 0.0, 1, 0.0
    for p in range(n):
        node = seq[p]
        if p > 0:
            length += net.length[seq[p - 1], node]
            if net.kind[node] == 2:
                trips += 1
                if now > EPS and net.mate[seq[p - 1]] >= 0 and net.load[seq[p - 1]] > 0.0:
                    return LOAD, p
                now = 0.0
        now += net.load[node]
        if now > cars.capacity[k] + EPS:
            return LOAD, p
        load[p] = now
    if trips > cars.trips[k] or length > cars.reach[k] + EPS:
        return REACH, n - 1
    return GOOD, 0


@njit(cache=True)
def _split(net: Any, seq: Any, n: int) -> bool:
    """Say whether a return to the depot comes between a pickup and its delivery."""
    for p in range(1, n - 1):
        if net.kind[seq[p]] == 2:
            for q in range(p + 1, n - 1):
                if net.kind[seq[q]] == 0 and net.mate[seq[q]] >= 0 and net.load[seq[q]] <= 0.0:
                    for o in range(1, p):
                        if seq[o] == net.mate[seq[q]]:
                            return True
    return False


@njit(cache=True)
def run(  # noqa: C901, PLR0912, PLR0913, PLR0917 - a compiled loop over plain arrays
    net: Any, cars: Any, curve: Any, k: int, seq: Any, n: int, fixed: int, hold: float, out: Any, load: Any
) -> Any:
    """Run a type along a sequence; fill `out` = rows (leave, stay, begin, level, need, raised, arrive) and `load`.

    Returns
    -------
    Code (`GOOD` or what fails) and the place of the failure.
    """
    leave, stay, begin, raised, arrive = out[0], out[1], out[2], out[5], out[6]
    code, at = _loads(net, cars, k, seq, n, load)
    if code != GOOD:
        return code, at
    if cars.trips[k] > 1 and _split(net, seq, n):
        return LOAD, n - 1
    code, at = _energy(net, cars, curve, k, seq, n, out)
    if code != GOOD:
        return code, at
    rides = False
    for p in range(n):
        raised[p] = -1e15
        if net.ride[seq[p]] < 1e12:
            rides = True
    trip = 0
    for p in range(n):
        if p > 0 and net.kind[seq[p]] == 2:
            trip = p
        raised[trip] = max(raised[trip], net.release[seq[p]] - (stay[trip] if trip > 0 else 0.0))
    for _ in range(2 * n + 2):
        now = max(net.opens[seq[0]], raised[0])
        if fixed == 1:
            now = max(now, hold)
        begin[0] = leave[0] = arrive[0] = now
        for p in range(1, n):
            node = seq[p]
            now += net.time[seq[p - 1], node]
            arrive[p] = now
            now = max(now, net.opens[node], raised[p])
            if now > net.closes[node] + EPS:
                return LATE, p
            begin[p] = now
            now += stay[p]
            if p == fixed - 1:
                now = max(now, hold)
            leave[p] = now
        if not rides:
            return GOOD, 0
        moved = False
        for p in range(1, n):
            node = seq[p]
            if net.ride[node] < 1e12:
                for q in range(p - 1, 0, -1):
                    if seq[q] == net.mate[node]:
                        wanted = begin[p] - net.ride[node] - stay[q]
                        if wanted > begin[q] + EPS:
                            if q < fixed or wanted > net.closes[seq[q]] + EPS:
                                return RIDE, p
                            raised[q] = wanted
                            moved = True
                        break
        if not moved:
            return GOOD, 0
    return RIDE, n - 1


@njit(cache=True)
def refresh(  # noqa: C901, PLR0912 - a compiled loop over plain arrays
    net: Any, cars: Any, curve: Any, state: Any, v: int, out: Any
) -> bool:
    """Bring what is remembered of a route up to date; false where it keeps no longer to the rules."""
    n, k, seq = state.n[v], state.kind[v], state.seq[v]
    leave, late, load, peak = state.leave[v], state.late[v], state.load[v], state.peak[v]
    state.touched[v] = True
    cost = cars.fixed[k]
    for p in range(n):
        node = seq[p]
        if net.kind[node] == 0:
            state.route[node] = v
            state.spot[node] = p
        if p > 0:
            state.leg[v, p - 1] = arc_cost(net, cars, k, seq[p - 1], node)
            state.hop[v, p - 1] = net.time[seq[p - 1], node]
            cost += state.leg[v, p - 1]
    state.cost[v] = cost
    if cars.simple[k]:
        now, aboard = max(net.opens[seq[0]], state.hold[v] if state.fixed[v] == 1 else -1e15), 0.0
        leave[0], load[0] = now, 0.0
        good = True
        for p in range(1, n):
            node = seq[p]
            now = max(now + net.time[seq[p - 1], node], net.opens[node])
            if now > net.closes[node] + EPS:
                good = False
            now += net.service[node]
            if p == state.fixed[v] - 1:
                now = max(now, state.hold[v])
            leave[p] = now
            aboard += net.load[node]
            load[p] = aboard
            if aboard > cars.capacity[k] + EPS:
                good = False
        late[n - 1] = net.closes[seq[n - 1]]
        for p in range(n - 2, -1, -1):
            late[p] = min(net.closes[seq[p]], late[p + 1] - net.time[seq[p], seq[p + 1]] - net.service[seq[p]])
    else:
        code, _ = run(net, cars, curve, k, seq, n, state.fixed[v], state.hold[v], out, load)
        good = code == GOOD
        late[n - 1] = net.closes[seq[n - 1]]
        for p in range(n):
            leave[p] = out[0, p]
        for p in range(n - 2, -1, -1):
            late[p] = min(net.closes[seq[p]], late[p + 1] - net.time[seq[p], seq[p + 1]] - out[1, p])
    peak[n - 1] = load[n - 1]
    for p in range(n - 2, -1, -1):
        peak[p] = max(load[p], peak[p + 1]) if net.kind[seq[p + 1]] != 2 else load[p]
    return good
