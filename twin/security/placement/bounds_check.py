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

    from twin.security.placement.certificate import Certificate
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
    terms = []
    for candidate in range(instance.candidates):
        seen = instance.seen_by(candidate)
        worth = float(np.sum(u[seen]))
        if certificate.kind == "cover":
            terms.append(min(0.0, float(instance.cost[candidate]) - worth))
        else:
            share = 1.0 if weighed is None else float(weighed[candidate])
            terms.append(max(0.0, worth - certificate.price * share))
    if certificate.kind == "gain":
        return math.fsum(np.maximum(instance.weight - u, 0.0)) + certificate.price * limit + math.fsum(terms)
    bound = math.fsum(u) + math.fsum(terms)
    if certificate.unit > 0.0 and _whole(instance.cost, certificate.unit):
        return certificate.unit * math.ceil(bound / certificate.unit - _SLACK * max(1.0, bound / certificate.unit))
    return bound


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
