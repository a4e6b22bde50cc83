"""How long to look: seed, iterations and the size of the tree; the clock only ever stops the work early."""

from __future__ import annotations

from dataclasses import dataclass

from twin.model.errors import UsageError

__all__ = ["Params"]


@dataclass(frozen=True, slots=True)
class Params:
    """Limits of one run. The same seed and limits give the same plan and bound, unless `budget_s` or the caller stopped it.

    Attributes
    ----------
    seed
        Of the search, 0 to 2³¹ − 1.
    iterations
        Ruin-and-recreate steps of the long search; 0 keeps the first plan.
    nodes
        Most nodes of the tree of the bound; 0 gives no bound.
    rounds
        Most rounds of column generation in one node.
    budget_s
        CPU seconds of this process after which it stops with what it has; infinite by default.
    """

    seed: int = 1
    iterations: int = 200_000
    nodes: int = 100
    rounds: int = 80
    budget_s: float = float("inf")

    def __post_init__(self) -> None:
        """Refuse what makes no sense, every fault at once."""
        wrong = [
            name
            for name, good in (
                ("seed", 0 <= self.seed < 2**31),
                ("iterations", self.iterations >= 0),
                ("nodes", self.nodes >= 0),
                ("rounds", self.rounds >= 1),
                ("budget_s", self.budget_s > 0),
            )
            if not good
        ]
        if wrong:
            raise UsageError("plan.bad_params", names=", ".join(wrong))
