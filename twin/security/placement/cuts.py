"""A stronger linear programme of covering: rounded inequalities of Chvátal and Gomory, found by a separation of their own.

Weigh some samples by p_i / D with whole numbers p_i and D. Adding up their covering rows, and rounding every coefficient and
then the right side up, leaves an inequality that every choice of whole cameras still satisfies:

    Σ_j ⌈Σ_{i seen by j} p_i / D⌉ x_j  >=  ⌈Σ_i p_i / D⌉.

Three corners of a room of which no camera sees all, each weighed by a half, ask for two cameras where the linear programme is
content with one and a half. All of it is whole numbers, so that whoever checks a cut needs no tolerance. Chvátal, "Edmonds
polytopes and a hierarchy of combinatorial problems", Discrete Mathematics 4 (1973).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import highspy
import numpy as np
from scipy.sparse import csr_array

from twin.security.placement.certificate import Cut
from twin.security.placement.instance import Instance
from twin.security.placement.linear import lp_model, lp_multipliers, lp_solver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["Strong", "bound_with_cuts", "strengthened"]

_WHOLE = 60
"""Denominator of the weights: halves, thirds, quarters, fifths, sixths, tenths and twelfths are whole numbers of it."""
_NEAR = 1e-6
_VIOLATED = 1e-3
_MOST_GROUPS = 600
"""Groups of samples tried in one round."""
_FEWEST, _LARGEST = 3, 300
"""Samples: smaller and larger groups are not tried."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Multipliers `u` of the samples and the `cuts` with theirs; `bound` the value of the linear programme."""

    u: Floats
    cuts: tuple[Cut, ...]
    bound: float


def strengthened(
    instance: Instance, most_iterations: int, rounds: int, enough: Callable[[float], float], stop: Callable[[float], bool]
) -> Strong | None:
    """Solve the linear programme of covering again and again with more cuts.

    Parameters
    ----------
    most_iterations
        Simplex iterations of each solution after which it is given up.
    rounds
        How often cuts are looked for.
    enough
        Gives for a bound the next value at which it would say more (the next whole unit), infinite where nothing more is to be
        said. Rounds end where three more like the last would not reach it.
    stop
        Told the bound after each round; ends it when true.

    Returns
    -------
    Multipliers and cuts of the last programme solved; None if not even the first was.
    """
    solver = lp_solver(most_iterations)
    solver.passModel(lp_model(instance))
    table = csr_array(
        (np.ones(len(instance.items)), instance.items, instance.first), shape=(instance.candidates, instance.samples)
    )
    cuts: list[Cut] = []
    best: Strong | None = None
    before = -np.inf
    for number in range(rounds + 1):
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            break
        solution = solver.getSolution()
        x, dual = np.array(solution.col_value), np.maximum(np.array(solution.row_dual), 0.0)
        bound = float(solver.getInfo().objective_function_value)
        weighed = tuple(cut.weighed(v) for cut, v in zip(cuts, dual[instance.samples :].tolist(), strict=True) if v > _NEAR)
        best = Strong(dual[: instance.samples], weighed, bound)
        if stop(bound) or number == rounds or bound + 3.0 * (bound - before) < enough(bound):
            break
        before = bound
        new = list(_violated(instance, table, x, most_iterations))
        if not new:
            break
        for cut in new:
            _add(solver, table, cut)
        cuts += new
    return best


def bound_with_cuts(instance: Instance, u: Floats, cuts: Sequence[Cut]) -> float:
    """Reckon L(u, v) (see `certificate`)."""
    table = csr_array(
        (np.ones(len(instance.items)), instance.items, instance.first), shape=(instance.candidates, instance.samples)
    )
    worth = table @ u
    for cut in cuts:
        worth += cut.multiplier * _coefficients(table, cut)
    return float(u.sum() + sum(cut.multiplier * cut.right for cut in cuts) + np.minimum(0.0, instance.cost - worth).sum())


def _table(instance: Instance) -> csr_array:
    """Write the lists as a matrix of candidates by samples."""
    shape = (instance.candidates, instance.samples)
    return csr_array((np.ones(len(instance.items)), instance.items, instance.first), shape=shape)


def _add(solver: Any, table: csr_array, cut: Cut) -> None:
    coefficient = _coefficients(table, cut)
    columns = np.flatnonzero(coefficient).astype(np.int32)
    solver.addRow(float(cut.right), highspy.kHighsInf, len(columns), columns, coefficient[columns].astype(float))


def _coefficients(table: csr_array, cut: Cut) -> Ints:
    """Round up what each candidate sees of a cut's weights."""
    part = np.zeros(table.shape[1])
    part[cut.samples] = cut.parts
    worth = np.round(table @ part).astype(np.int64)
    return -(-worth // cut.whole)


def _violated(instance: Instance, table: csr_array, x: Floats, most_iterations: int) -> Iterator[Cut]:
    """Look for cuts that a fractional choice breaks: about each camera bought in part, and about it and its neighbours."""
    broken = np.flatnonzero((x > _NEAR) & (x < 1.0 - _NEAR))
    if len(broken) == 0:
        return
    held = table[broken]
    tight = np.flatnonzero((table.T @ x < 1.0 + _NEAR) & (np.asarray(held.sum(axis=0)).ravel() > 0))
    part = held[:, tight]
    part.sort_indices()
    meets = (part @ part.T).tocsr()
    tried: set[bytes] = set()
    for row in range(len(broken)):
        for group in ([row], meets.indices[meets.indptr[row] : meets.indptr[row + 1]]):
            samples = tight[np.unique(np.concatenate([part.indices[part.indptr[one] : part.indptr[one + 1]] for one in group]))]
            if not _FEWEST <= len(samples) <= _LARGEST or samples.tobytes() in tried:
                continue
            if len(tried) >= _MOST_GROUPS:
                return
            tried.add(samples.tobytes())
            cut = _cut_of(instance, table, samples, most_iterations)
            if cut is not None and float(_coefficients(table, cut) @ x) < cut.right - _VIOLATED:
                yield cut


def _cut_of(instance: Instance, table: csr_array, samples: Ints, most_iterations: int) -> Cut | None:
    """Weigh the samples of a group by the duals of their own linear programme, cameras counted alike."""
    part = table[:, samples]
    touched = np.flatnonzero(np.diff(part.indptr))
    part = part[touched]
    part.sort_indices()
    alone = Instance(part.indptr.astype(np.int64), part.indices.astype(np.int32), np.ones(len(touched)), instance.weight[samples])
    duals = lp_multipliers(alone, most_iterations)
    if duals is None:
        return None
    parts = np.floor(duals * _WHOLE + 1e-6).astype(np.int64)
    kept = parts > 0
    if not kept.any() or parts.sum() % _WHOLE == 0:
        return None
    return Cut(samples[kept], parts[kept], _WHOLE, 0.0)
