"""Day-ahead and on-line dispatch: shared rides, mixed fleets, batteries; problem, solve, plan, check."""
