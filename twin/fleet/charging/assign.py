"""Which vehicle to which charger: the least sum of the times at which they are ready.

Sets and data: vehicles i, groups j of s_j like chargers, rounds k; c_ijk milliseconds until i leaves j charged in round k,
infinite where its battery, the roads or the length of a round forbid it; p_j the power that one draws, K_s the cap of a car
park s; P the price of a vehicle that is not served, more than all can save together.

Problem: x_ijk in {0, 1}, u_i >= 0:   min Σ c_ijk x_ijk + P Σ u_i
    Σ_jk x_ijk + u_i = 1 for each i;   Σ_i x_ijk <= s_j for each j, k;   Σ_{i, j in s} p_j x_ijk <= K_s for each s, k.

Method: without caps an assignment problem, solved exactly (Crouse, 2016, in scipy); its prices come from the residual network.
With caps an integer programme by HiGHS on the columns that matter: each vehicle's best, and those that price in against the
relaxation's duals, a few times over; the duals bound the whole whether or not every column came in.
The certificate is the same: prices of vehicles, of chargers and of power, for which every column costs at least its prices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, linprog, milp
from scipy.sparse import csr_array, vstack

from twin.fleet.charging.fleet_plan import Assignment, Given

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.fleet.charging.fleet_problem import Problem

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

__all__ = ["assign", "assign_columns"]

_BEST = 24
_ROUNDS = 6
_GAP = 1e-6


def assign(problem: Problem) -> Assignment:
    """Assign, exactly without caps; with caps to the gap that is stated."""
    cost = problem.ready_ms.reshape(len(problem.wants), -1)
    if len(problem.sites):
        chosen, prices = _capped(problem, cost)
    else:
        chosen, two = _assigned(problem, cost)
        prices = (*two, np.zeros((0, problem.limits.rounds)))
    return _told(problem, cost, chosen, prices)


def _assigned(problem: Problem, cost: Floats) -> tuple[Places, tuple[Floats, Floats]]:
    """Give the column of each vehicle, -1 for one that is not served, and the prices."""
    room = np.repeat(np.minimum(problem.size, len(cost)), problem.limits.rounds)
    columns = np.repeat(np.arange(cost.shape[1]), room)
    chosen, vehicles, prices, _ = _exact(cost, columns, problem.price_ms)
    return chosen, (vehicles, prices)


def assign_columns(cost: Floats) -> tuple[Places, float]:
    """Give each row a column of its own, -1 for none, so that first the most rows are served and then the sum of costs is least.

    Returns
    -------
    The columns, shape (n,), and the gap that the prices leave, 0 up to rounding.
    """
    price = float((cost[np.isfinite(cost)].max(initial=0.0) + 1.0) * (len(cost) + 1))
    chosen, _, _, gap = _exact(cost, np.arange(cost.shape[1]), price)
    return chosen, gap


def _exact(cost: Floats, columns: Places, price: float) -> tuple[Places, Floats, Floats, float]:
    """Assign rows to columns, each as often as `columns` names it; with prices of rows and columns, and the gap they leave."""
    priced = np.where(np.isfinite(cost), cost, price)[:, columns]
    room = np.bincount(columns, minlength=cost.shape[1])
    chosen = np.full(len(cost), -1, dtype=np.intp)
    rows, taken = linear_sum_assignment(priced)
    chosen[rows] = columns[taken]
    served = np.flatnonzero(chosen >= 0)
    chosen[served[~np.isfinite(cost[served, chosen[served]])]] = -1
    vehicles, prices = _prices(price, cost, chosen)
    value = float(np.where(chosen >= 0, cost[np.arange(len(cost)), chosen], price).sum())
    return chosen, vehicles, prices, (value - float(vehicles.sum() + room @ prices)) / value if value else 0.0


def _prices(price: float, cost: Floats, chosen: Places) -> tuple[Floats, Floats]:
    """Lower the columns' prices from nought until no vehicle would rather have another (Bellman and Ford)."""
    paid = np.where(chosen >= 0, cost[np.arange(len(cost)), chosen], price)
    prices = np.zeros(cost.shape[1])
    moved = np.arange(len(cost))
    for _ in range(cost.shape[1] + 1):
        own = np.where(chosen[moved] >= 0, prices[chosen[moved]], 0.0)
        lower = np.minimum(prices, (cost[moved] - (paid[moved] - own)[:, None]).min(axis=0, initial=np.inf))
        changed = lower < prices - 1e-6
        prices = lower
        moved = np.flatnonzero((chosen >= 0) & changed[chosen])
        if len(moved) == 0:
            break
    own = np.where(chosen >= 0, prices[chosen], 0.0)
    return np.minimum(paid - own, (cost - prices).min(axis=1, initial=price)), prices


def _capped(problem: Problem, cost: Floats) -> tuple[Places, tuple[Floats, Floats, Floats]]:
    """Solve the integer programme on the columns that matter."""
    count, width = cost.shape
    order = np.argsort(cost, axis=1)[:, :_BEST]
    kept = np.zeros(cost.shape, dtype=bool)
    kept[np.arange(count)[:, None], order] = True
    kept &= np.isfinite(cost)
    for _ in range(_ROUNDS):
        rows, columns = np.nonzero(kept)
        matrix, most = _rows(problem, rows, columns, count)
        price = np.concatenate([cost[rows, columns], np.full(count, problem.price_ms)])
        served = csr_array(
            (np.ones(len(rows) + count), (np.concatenate([rows, np.arange(count)]), np.arange(len(rows) + count))),
            shape=(count, len(rows) + count),
        )
        relaxed = linprog(price, A_ub=matrix, b_ub=most, A_eq=served, b_eq=np.ones(count), method="highs")
        duals = relaxed.ineqlin.marginals
        room, power = np.minimum(duals[:width], 0.0), np.minimum(duals[width:], 0.0).reshape(len(problem.sites), -1)
        worth = cost - room - _power(problem, power)
        vehicles = np.minimum(relaxed.eqlin.marginals, problem.price_ms)
        lacking = (worth < vehicles[:, None] - 1.0) & ~kept & np.isfinite(cost)
        if not lacking.any():
            break
        kept |= lacking
    vehicles = np.minimum(worth.min(axis=1, initial=problem.price_ms), problem.price_ms)
    whole = milp(
        price,
        constraints=[LinearConstraint(matrix, ub=most), LinearConstraint(served, 1.0, 1.0)],
        integrality=np.ones(len(price)),
        bounds=Bounds(0.0, 1.0),
        options={"mip_rel_gap": _GAP, "time_limit": 20.0},
    )
    chosen = np.full(count, -1, dtype=np.intp)
    taken = np.flatnonzero(whole.x[: len(rows)] > 0.5) if whole.x is not None else np.empty(0, dtype=np.intp)
    chosen[rows[taken]] = columns[taken]
    return chosen, (vehicles, room, power)


def _power(problem: Problem, price: Floats) -> Floats:
    """Give what the power of each column costs at the caps' prices."""
    rounds = problem.limits.rounds
    group, turn = np.divmod(np.arange(len(problem.size) * rounds), rounds)
    site = problem.site[group]
    return np.where(site >= 0, problem.power_kw[group] * price[site, turn], 0.0)


def _rows(problem: Problem, rows: Places, columns: Places, count: int) -> tuple[csr_array, Floats]:
    """Lay out the rows of rooms and caps over the kept columns and the unserved."""
    rounds, wide = problem.limits.rounds, len(rows) + count
    width, at = len(problem.size) * rounds, np.arange(len(rows))
    room = csr_array((np.ones(len(rows)), (columns, at)), shape=(width, wide))
    group, turn = np.divmod(columns, rounds)
    site = problem.site[group]
    some = site >= 0
    caps = csr_array(
        (problem.power_kw[group][some], (site[some] * rounds + turn[some], at[some])), shape=(len(problem.sites) * rounds, wide)
    )
    most = np.concatenate([np.repeat(problem.size, rounds), np.repeat(problem.caps_kw, rounds)]).astype(np.float64)
    return vstack([room, caps], format="csr"), most


def _told(problem: Problem, cost: Floats, chosen: Places, prices: tuple[Floats, Floats, Floats]) -> Assignment:
    """Give each vehicle a charger of its group that nobody has in its round, by key."""
    rounds, used = problem.limits.rounds, dict[int, int]()
    members = {
        group: np.flatnonzero(problem.group_of == group).tolist() for group in set((chosen[chosen >= 0] // rounds).tolist())
    }
    given, missed = [], []
    for row, column in enumerate(chosen.tolist()):
        if column < 0:
            missed.append(problem.wants[row].vehicle)
            continue
        group, turn = divmod(column, rounds)
        place = members[group][used.get(column, 0)]
        used[column] = used.get(column, 0) + 1
        drive = int(problem.drive_ms[row, group])
        given.append(
            Given(
                row, str(problem.chargers.keys[place]), turn, drive, float(problem.drive_m[row, group]), float(cost[row, column])
            )
        )
    rooms = np.repeat(problem.size, rounds)
    bound = float(prices[0].sum() + rooms @ prices[1] + (problem.caps_kw[:, None] * prices[2]).sum())
    value = sum(item.ready_ms for item in given) + problem.price_ms * len(missed)
    return Assignment(problem, tuple(given), tuple(missed), value, bound, prices)
