"""How a vehicle gets there: problem, rules, solve, plan."""
