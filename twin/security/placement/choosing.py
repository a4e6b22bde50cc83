"""Choose among candidates: a cover at least cost, or the most gain within a limit, with a certificate.

Sets: candidates j = 1…n, samples i = 1…m, S_j the samples that j sees. Variables: x_j ∈ {0, 1} whether j is bought,
y_i ∈ [0, 1] whether i is seen.

    cover:  min Σ c_j x_j   subject to  Σ_{j : i ∈ S_j} x_j >= 1   for every sample i in some S_j;
    gain:   max Σ w_i y_i   subject to  y_i <= Σ_{j : i ∈ S_j} x_j,  Σ a_j x_j <= B.

The instance is reduced (`reduce`), a choice found by local search (`covering`, `gaining`), and multipliers by subgradients
and, where the core is small enough, by the linear programme (`dual`, `linear`). Work is counted in steps, not in seconds: the
same question has the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from twin.security.placement.certificate import Certificate
from twin.security.placement.choice import Choice
from twin.security.placement.covering import Covering, greedy_cover
from twin.security.placement.cuts import bound_with_cuts, strengthened
from twin.security.placement.dual import cover_bound, cover_multipliers, feasible, gain_bound, gain_multipliers
from twin.security.placement.gaining import Gaining, in_order
from twin.security.placement.linear import cover_exactly
from twin.security.placement.reduce import core_of_cover, core_of_gain

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from twin.security.placement.certificate import Cut
    from twin.security.placement.instance import Instance
    from twin.security.placement.reduce import Core

    Floats = NDArray[np.float64]

__all__ = ["Effort", "Progress", "choose_cover", "choose_gain"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to look: `parts` of `exchanges` each (covering) or `rounds` each (gain); `slopes` of subgradients.

    The linear programme is tried where the reduced instance lists at most `lp_items` samples, for at most `lp_iterations`; then
    cuts are looked for at most `cut_rounds` times. Where it lists at most `exact_items`, branch and bound of `exact_nodes` nodes
    looks for a better choice. Where a cover leaves something dark between the samples, samples are added
    there and it is chosen anew, at most `witness_rounds` times.
    """

    seed: int = 1
    parts: int = 12
    exchanges: int = 5_000
    rounds: int = 500
    slopes: int = 600
    lp_items: int = 2_000_000
    lp_iterations: int = 60_000
    cut_rounds: int = 4
    witness_rounds: int = 3
    exact_items: int = 10_000
    exact_nodes: int = 100


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search is: parts done of all, the value of the best choice, and the bound."""

    done: int
    of: int
    value: float
    bound: float


def _never(_: Progress) -> bool:
    return False


def choose_cover(
    whole: Instance, effort: Effort | None = None, *, unit: float = 0.0, watch: Callable[[Progress], bool] = _never
) -> Choice:
    """Cover every sample that any candidate sees, at little cost.

    Parameters
    ----------
    unit
        All costs are whole numbers of it; 0 where they are not.
    watch
        Told of progress; search ends when it gives true, with the best so far.
    """
    effort = effort or Effort()
    if len(whole.items) == 0:
        return _nothing("cover", whole)
    core = core_of_cover(whole)
    small = core.instance
    search = Covering(small, greedy_cover(small), effort.seed)
    u, bound = cover_multipliers(small, _first_guess(small), search.cost, effort.slopes)
    u, bound = _best(whole, core.samples, u)
    cuts: tuple[Cut, ...] = ()
    stopped = watch(Progress(0, effort.parts, search.cost, _rounded(bound, unit)))
    if small.samples and not stopped and len(small.items) <= effort.lp_items and _rounded(bound, unit) < search.cost:
        u, cuts, bound = _by_programme(whole, core, effort, (u, bound, unit, search.cost), watch)
    proven = _rounded(bound, unit)
    for part in range(effort.parts):
        if stopped or search.cost <= proven * (1.0 + 1e-9):
            break
        search.run(effort.exchanges)
        stopped = watch(Progress(part + 1, effort.parts, search.cost, proven))
    chosen = search.best
    if not stopped and search.cost > proven * (1.0 + 1e-9) and len(small.items) <= effort.exact_items:
        better, _ = cover_exactly(small, effort.exact_nodes)
        chosen = better if small.cost[better].sum() < search.cost and _covers(small, better) else chosen
    order, gains = in_order(whole, core.candidates[chosen])
    certificate = Certificate("cover", u, 0.0, unit, proven, cuts)
    return Choice("cover", order, gains, float(whole.cost[order].sum()), certificate, stopped=stopped)


def choose_gain(
    whole: Instance,
    limit: float,
    effort: Effort | None = None,
    *,
    weighed: Floats | None = None,
    watch: Callable[[Progress], bool] = _never,
) -> Choice:
    """See as much as possible within a limit.

    Parameters
    ----------
    limit
        How many cameras, or how much of what `weighed` counts.
    weighed
        What each candidate counts against the limit, > 0, shape ``(n,)``; 1 each when left out.
    """
    effort = effort or Effort()
    shares = np.ones(whole.candidates) if weighed is None else weighed
    whole = whole.without(shares > limit * (1.0 + 1e-9))
    if len(whole.items) == 0:
        return _nothing("gain", whole)
    core = core_of_gain(whole, shares)
    small, mine = core.instance, shares[core.candidates]
    search = Gaining(small, mine, limit, effort.seed)
    stopped = False
    ceiling = float(small.weight.sum())
    for part in range(effort.parts):
        if search.gain >= ceiling * (1.0 - 1e-12):
            break
        search.run(effort.rounds)
        stopped = watch(Progress(part + 1, effort.parts, search.gain, ceiling))
        if stopped:
            break
    u, price, bound = gain_multipliers(small, mine, limit, 0.5 * small.weight, search.gain, effort.slopes)
    if bound > ceiling:
        u, (price, bound) = np.zeros(small.samples), gain_bound(small, mine, limit, np.zeros(small.samples))
    order, gains = in_order(whole, core.candidates[search.best])
    multipliers = _shared(whole, core.sample_of, small.weight, u)
    # Candidates that were dropped see no more than those that dominate them, but the bound counts them all the same.
    price, bound = gain_bound(whole, shares, limit, multipliers)
    certificate = Certificate("gain", multipliers, price, 0.0, bound)
    return Choice("gain", order, gains, float(gains.sum()), certificate, stopped=stopped)


def _by_programme(
    whole: Instance, core: Core, effort: Effort, now: tuple[Floats, float, float, float], watch: Callable[[Progress], bool]
) -> tuple[Floats, tuple[Cut, ...], float]:
    """Improve multipliers and bound by the linear programme with cuts; `now` is u, what it proves, the unit and the value."""
    u, bound, unit, value = now

    def enough(reached: float) -> float:
        if _rounded(reached, unit) >= value:
            return np.inf
        return _rounded(reached, unit) + 2e-6 * value if unit > 0.0 else reached + 0.001 * value

    def stop(reached: float) -> bool:
        return watch(Progress(0, effort.parts, value, _rounded(max(bound, reached), unit)))

    found = strengthened(core.instance, effort.lp_iterations, effort.cut_rounds, enough, stop)
    if found is None:
        return u, (), bound
    best, proves = _best(whole, core.samples, found.u) if not found.cuts else (u, bound)
    if found.cuts:
        spread = np.zeros(whole.samples)
        spread[core.samples] = found.u
        cuts = tuple(replace(cut, samples=core.samples[cut.samples]) for cut in found.cuts)
        with_cuts = bound_with_cuts(whole, spread, cuts)
        if with_cuts > bound:
            return spread, cuts, with_cuts
    return (best, (), proves) if proves > bound else (u, (), bound)


def _nothing(kind: Literal["cover", "gain"], whole: Instance) -> Choice:
    """Choose nobody, where nobody sees anything: no multiplier is needed to prove that nothing is gained."""
    none = Certificate(kind, np.zeros(whole.samples) if kind == "cover" else whole.weight, 0.0, 0.0, 0.0)
    return Choice(kind, np.empty(0, dtype=np.int64), np.empty(0), 0.0, none)


def _covers(small: Instance, chosen: NDArray[np.int64]) -> bool:
    """Tell whether a choice sees all that anybody sees."""
    seen = np.zeros(small.samples, dtype=bool)
    for candidate in chosen:
        seen[small.seen_by(candidate)] = True
    return bool(seen[small.items].all())


def _first_guess(small: Instance) -> Floats:
    """Share the cost of each candidate among what it sees; each sample takes the least share."""
    size = np.maximum(np.diff(small.first), 1)
    guess = np.full(small.samples, np.inf)
    np.minimum.at(guess, small.items, np.repeat(small.cost / size, np.diff(small.first)))
    return np.where(np.isfinite(guess), guess, 0.0)


def _rounded(bound: float, unit: float) -> float:
    """Round a lower bound up to whole units, with a little slack for the rounding of sums."""
    if unit <= 0.0:
        return bound * (1.0 - 1e-9)
    return float(unit * np.ceil(bound / unit - 1e-6 * max(1.0, bound / unit)))


def _best(whole: Instance, samples: NDArray[np.int64], u: Floats) -> tuple[Floats, float]:
    """Give multipliers of the core to the whole, as they are or made feasible, whichever proves more; and the bound."""
    spread = np.zeros(whole.samples)
    spread[samples] = u
    low = feasible(whole, spread)
    return max(((v, cover_bound(whole, v)) for v in (spread, low)), key=lambda pair: pair[1])


def _shared(whole: Instance, sample_of: NDArray[np.int64], melted: Floats, u: Floats) -> Floats:
    """Share the multiplier of a melted sample among those that were melted into it, by weight; others see to themselves."""
    held = sample_of >= 0
    shared = np.zeros(whole.samples)
    mine = sample_of[held]
    shared[held] = u[mine] * whole.weight[held] / melted[mine]
    return shared
