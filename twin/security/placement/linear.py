"""Multipliers from the linear programme of covering, by HiGHS: the best that Lagrangian relaxation can prove."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import highspy
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.security.placement.instance import Instance

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["cover_exactly", "lp_model", "lp_multipliers", "lp_solver"]


def lp_model(instance: Instance) -> Any:
    """Write min c·x, every sample seen at least once, x >= 0; samples that nobody sees ask for nothing.

    Without x <= 1 the duals are feasible by themselves, so that they prove as much among candidates that were dropped as
    dominated.
    """
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = instance.candidates, instance.samples
    programme.col_cost_ = instance.cost
    programme.col_lower_, programme.col_upper_ = np.zeros(instance.candidates), np.full(instance.candidates, highspy.kHighsInf)
    programme.row_lower_ = instance.reachable().astype(float)
    programme.row_upper_ = np.full(instance.samples, highspy.kHighsInf)
    programme.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    programme.a_matrix_.start_ = instance.first.astype(np.int32)
    programme.a_matrix_.index_ = instance.items
    programme.a_matrix_.value_ = np.ones(len(instance.items))
    return programme


def lp_solver(most_iterations: int) -> Any:
    """Give a solver of one thread that prints nothing and gives up after so many simplex iterations."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - the library's own signature
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("simplex_iteration_limit", most_iterations)
    return solver


def lp_multipliers(instance: Instance, most_iterations: int) -> Floats | None:
    """Solve the linear programme of covering.

    Parameters
    ----------
    most_iterations
        Simplex iterations after which it is given up: a limit that means the same on every machine.

    Returns
    -------
    Row duals, >= 0, shape ``(m,)``; None where it was given up.
    """
    solver = lp_solver(most_iterations)
    solver.passModel(lp_model(instance))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    duals: Floats = np.maximum(np.array(solver.getSolution().row_dual), 0.0)
    return duals


def cover_exactly(instance: Instance, most_nodes: int = 1_000_000) -> tuple[Ints, float]:
    """Solve covering to the end by branch and bound.

    Returns
    -------
    Candidates of the best cover, ascending, and HiGHS's own lower bound, equal to its cost where it was solved to the end.
    """
    programme = lp_model(instance)
    programme.integrality_ = [highspy.HighsVarType.kInteger] * instance.candidates
    solver = lp_solver(highspy.kHighsIInf)
    solver.setOptionValue("mip_max_nodes", most_nodes)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 1e-6)
    solver.passModel(programme)
    solver.run()
    found = np.flatnonzero(np.array(solver.getSolution().col_value) > 0.5).astype(np.int64)
    return found, float(solver.getInfo().mip_dual_bound)
