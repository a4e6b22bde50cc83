"""Where further cameras should hang: candidate poses, a choice among them, and a proof of how good the choice is."""

from twin.security.placement.asking import Ask
from twin.security.placement.checker import check
from twin.security.placement.plan import Proposal, Proposed
from twin.security.placement.problem import Problem
from twin.security.placement.solve import Effort, Ground, Progress, prepare, solve

__all__ = ["Ask", "Effort", "Ground", "Problem", "Progress", "Proposal", "Proposed", "check", "prepare", "solve"]
