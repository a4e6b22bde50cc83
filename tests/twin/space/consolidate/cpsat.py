"""Solve a written plain model with CP-SAT, one thread: ``python cpsat.py model.npz SECONDS``; needs only numpy and ortools."""

import json
import resource
import sys
import time

import numpy as np
from ortools.sat.python import cp_model

TENTHS = 10
MOST = 100_000


def main():
    """Read, solve, print value, bound, CPU seconds and peak memory as JSON; costs count in tenths."""
    m = np.load(sys.argv[1])
    began = time.process_time()
    model = cp_model.CpModel()
    lower = m["lower"].astype(int).tolist()
    upper = np.where(np.isfinite(m["upper"]), m["upper"], MOST).astype(int).tolist()
    x = [model.new_int_var(low, high, "") for low, high in zip(lower, upper, strict=True)]
    start, index, data = m["indptr"].tolist(), m["indices"].tolist(), m["data"].astype(int).tolist()
    for row, (low, high) in enumerate(zip(m["low"].tolist(), m["high"].tolist(), strict=True)):
        span = slice(start[row], start[row + 1])
        terms = cp_model.LinearExpr.weighted_sum([x[column] for column in index[span]], data[span])
        if np.isfinite(low):
            model.add(terms >= int(low))
        if np.isfinite(high):
            model.add(terms <= int(high))
    model.minimize(cp_model.LinearExpr.weighted_sum(x, [round(TENTHS * cost) for cost in m["cost"].tolist()]))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = float(sys.argv[2])
    solver.parameters.num_workers = 1
    status = solver.solve(model)
    found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    constant = float(m["constant"])
    record = {
        "value": solver.objective_value / TENTHS + constant if found else float("inf"),
        "bound": solver.best_objective_bound / TENTHS + constant,
        "cpu_s": time.process_time() - began,
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    sys.stdout.write(json.dumps(record) + "\n")


main()
