"""The bound of a choice reckoned anew from its certificate: one candidate after the other, in plain code.

Nothing of the solver is used: the lists are those of the instance as built, never the reduced ones.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from twin.security.placement.certificate import Certificate, Cut
    from twin.security.placement.instance import Instance

    Floats = NDArray[np.float64]

__all__ = ["bound_of", "covered_by", "gain_of"]

_SLACK = 1e-7
"""Relative: a bound of rounded sums is lowered (raised, for a gain) by this before it is rounded to whole units."""


def bound_of(instance: Instance, certificate: Certificate, weighed: Floats | None = None, limit: float = 0.0) -> float:
    """Reckon what a certificate proves.

    Parameters
    ----------
    weighed
        For a gain: what each candidate counts against the limit, shape ``(n,)``; 1 each when left out.
    limit
        For a gain: how much of it there is.

    Returns
    -------
    A lower bound of the cost of covering all samples that any candidate sees, or an upper bound of the gain; NaN if a
    multiplier is negative or none, which proves nothing.
    """
    u = certificate.multipliers
    if u.shape != (instance.samples,) or not np.isfinite(u).all() or (u < 0.0).any() or not certificate.price >= 0.0:
        return math.nan
    if certificate.kind == "cover":
        u = np.where(instance.reachable(), u, 0.0)
    cuts = [(dict(zip(cut.samples.tolist(), cut.parts.tolist(), strict=True)), cut) for cut in certificate.cuts]
    if any(not _sound(mine, cut, instance) for mine, cut in cuts) or (cuts and certificate.kind == "gain"):
        return math.nan
    holders = _holders(cuts)
    terms = []
    for candidate in range(instance.candidates):
        seen = instance.seen_by(candidate)
        worth = float(np.sum(u[seen]))
        if certificate.kind == "cover":
            terms.append(min(0.0, float(instance.cost[candidate]) - worth - _cut_worth(seen, cuts, holders)))
        else:
            share = 1.0 if weighed is None else float(weighed[candidate])
            if share > limit * (1.0 + 1e-9):
                continue  # it alone is over the limit
            terms.append(max(0.0, worth - certificate.price * share))
    if certificate.kind == "gain":
        return math.fsum(np.maximum(instance.weight - u, 0.0)) + certificate.price * limit + math.fsum(terms)
    bound = math.fsum(u) + math.fsum(cut.multiplier * cut.right for _, cut in cuts) + math.fsum(terms)
    if certificate.unit > 0.0 and _whole(instance.cost, certificate.unit):
        return certificate.unit * math.ceil(bound / certificate.unit - _SLACK * max(1.0, bound / certificate.unit))
    return bound


def _sound(mine: dict[int, int], cut: Cut, instance: Instance) -> bool:
    """Tell whether a cut is one: distinct samples that can be seen, weights that are whole numbers > 0, a multiplier >= 0."""
    whole = np.issubdtype(cut.parts.dtype, np.integer) and isinstance(cut.whole, int) and cut.whole > 0
    known = all(0 <= sample < instance.samples for sample in mine) and bool(instance.reachable()[list(mine)].all())
    right = len(mine) == len(cut.samples) and all(part > 0 for part in mine.values())
    return whole and known and right and math.isfinite(cut.multiplier) and cut.multiplier >= 0.0


def _holders(cuts: list[tuple[dict[int, int], Cut]]) -> dict[int, list[int]]:
    """List, for each sample, the cuts that weigh it."""
    held: dict[int, list[int]] = {}
    for number, (mine, _) in enumerate(cuts):
        for sample in mine:
            held.setdefault(sample, []).append(number)
    return held


def _cut_worth(seen: NDArray[np.int32], cuts: list[tuple[dict[int, int], Cut]], holders: dict[int, list[int]]) -> float:
    """Add up, over the cuts, the multiplier times the candidate's weight rounded up: in whole numbers."""
    sums: dict[int, int] = {}
    for sample in seen.tolist():
        for number in holders.get(sample, ()):
            sums[number] = sums.get(number, 0) + cuts[number][0][sample]
    return math.fsum(cuts[number][1].multiplier * -(-part // cuts[number][1].whole) for number, part in sums.items())


def _whole(cost: Floats, unit: float) -> bool:
    return bool(np.all(np.abs(cost / unit - np.round(cost / unit)) < 1e-9))


def covered_by(instance: Instance, chosen: Iterable[int]) -> set[int]:
    """List the samples that a choice sees."""
    found: set[int] = set()
    for candidate in chosen:
        found.update(instance.seen_by(candidate).tolist())
    return found


def gain_of(instance: Instance, chosen: Iterable[int]) -> float:
    """Add up the weights of the samples that a choice sees."""
    return math.fsum(float(instance.weight[sample]) for sample in covered_by(instance, chosen))
