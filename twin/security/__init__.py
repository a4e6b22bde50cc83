"""What the cameras see, and what nobody sees: problem, rules, solve, plan."""
