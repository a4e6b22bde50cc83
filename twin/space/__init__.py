"""Who holds how much office space, against what the standard grants: problem, rules, solve, plan."""
