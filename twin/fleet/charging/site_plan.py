"""The sites chosen, what they save, and the prices that bound what any choice could save."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.fleet.wording import clock, tell
from twin.model.aligned import aligned, clean
from twin.model.answer import plain
from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from shapely import LineString

    from twin.fleet.charging.site_problem import Problem

__all__ = ["NO_CHARGER_MS", "Siting", "check"]

NO_CHARGER_MS = 3_600_000.0
"""Driving that is counted for a vehicle without any charger to spare in reach: judged, one hour."""


@dataclass(frozen=True, slots=True)
class Siting:
    """`chosen`: numbers of car parks. `today_ms`, `value_ms`: driving of all vehicles in need to a free charger, now and then.

    `bound_ms`: what no choice of as many sites is below; `prices`: shape (n,), prove a bound of their own (see `siting`).
    """

    problem: Problem
    chosen: tuple[int, ...]
    today_ms: float
    value_ms: float
    bound_ms: float
    prices: NDArray[np.float64]

    @property
    def gap(self) -> float:
        """(value - bound) / today's driving: as a share of what could be saved at most."""
        return max(0.0, (self.value_ms - self.bound_ms) / self.today_ms) if self.today_ms else 0.0

    @property
    def proven_ms(self) -> float:
        """The bound that the prices alone prove."""
        return max(0.0, self.today_ms - _most_saved(_saves(self.problem), self.prices, len(self.chosen)))

    def served(self) -> NDArray[np.intp]:
        """Give the site that each car park drives to, -1 where it stays with what there is."""
        saves = _saves(self.problem)[:, list(self.chosen)]
        best = saves.argmax(axis=1)
        return np.where(saves.max(axis=1) > 0, np.array(self.chosen)[best], -1)

    def lines_to(self, problem: Problem) -> Iterator[tuple[str, LineString]]:
        """Give a straight line from each car park in need to its site."""
        for at, site in enumerate(self.served().tolist()):
            if site >= 0 and problem.need[at] > 0 and site != at:
                ends = [problem.places[at].outside, problem.places[site].outside]
                yield problem.places[site].name, shapely.LineString(ends)

    def record(self) -> dict[str, Any]:
        """Give the choice as plain JSON.

        Keys: ``version``; ``need`` (vehicles); ``sites``: parking, name, vehicles (that drive there); ``today_s``, ``value_s``,
        ``bound_s``, ``proven_s``, ``gap``; ``findings``.
        """
        served = self.served()
        sites = [
            {
                "parking": self.problem.places[at].key,
                "name": self.problem.places[at].name,
                "vehicles": int(self.problem.need[served == at].sum()),
            }
            for at in self.chosen
        ]
        return plain(
            {
                "version": self.problem.ground.version,
                "need": int(self.problem.need.sum()),
                "sites": sites,
                "today_s": self.today_ms / 1000.0,
                "value_s": self.value_ms / 1000.0,
                "bound_s": self.bound_ms / 1000.0,
                "proven_s": self.proven_ms / 1000.0,
                "gap": self.gap,
                "findings": [found.record() for found in self.problem.findings],
            }
        )

    def lines(self, lang: str = "") -> list[str]:
        """Give the choice for the terminal in ``zh``, ``en`` or, for an empty `lang`, both."""
        need = float(self.problem.need.sum())
        told = [
            tell("fleet.site.sums", lang, need=int(need), count=len(self.chosen)),
            tell(
                "fleet.site.saves",
                lang,
                today=clock(self.today_ms / 1000 / need),
                then=clock(self.value_ms / 1000 / need),
                bound=clock(self.bound_ms / 1000 / need),
                gap=f"{self.gap:.2%}",
            ),
        ]
        head = [tell(f"fleet.site.column.{name}", lang) for name in ("parking", "name", "vehicles")]
        rows = [[clean(site["parking"]), clean(site["name"]), str(site["vehicles"])] for site in self.record()["sites"]]
        return [*told, "", *aligned([head, *rows], right=(2,))]


def _saves(problem: Problem) -> NDArray[np.float64]:
    """Give what each site would save each car park."""
    today = np.full(len(problem.places), NO_CHARGER_MS)
    for at in np.flatnonzero(problem.spare):
        today = np.minimum(today, problem.ms[:, at])
    gain = today[:, None] - problem.ms
    gain[~(gain > 0.0)] = 0.0
    return problem.need[:, None] * gain


def _most_saved(saves: NDArray[np.float64], prices: NDArray[np.float64], count: int) -> float:
    """Give what the prices prove that no choice saves more than."""
    worth = saves - prices[:, None]
    worth[worth < 0.0] = 0.0
    return float(prices.sum() + np.sort(worth.sum(axis=0))[-count:].sum())


def check(problem: Problem, plan: Siting) -> list[str]:
    """Reckon the driving and the bound again.

    Returns
    -------
    Every difference as a sentence in Chinese and English.
    """
    faults = []
    if len(set(plan.chosen)) != problem.count or not set(plan.chosen) <= set(range(len(problem.places))):
        return [str(say("fleet.differs", what="sites", expected=problem.count, found=plan.chosen))]
    today = value = 0.0
    for at, need in enumerate(problem.need.tolist()):
        now = min([NO_CHARGER_MS, *(float(problem.ms[at, other]) for other in np.flatnonzero(problem.spare))])
        then = min([now, *(float(problem.ms[at, other]) for other in plan.chosen)])
        today, value = today + need * now, value + need * then
    near = 1e-6 * max(today, 1.0)
    for what, due, found in (("today_ms", today, plan.today_ms), ("value_ms", value, plan.value_ms)):
        if abs(due - found) > near:
            faults.append(str(say("fleet.differs", what=what, expected=due, found=found)))
    if (plan.prices < 0.0).any() or plan.proven_ms > plan.bound_ms + near or plan.bound_ms > value + near:
        faults.append(str(say("fleet.differs", what="bound_ms", expected=(plan.proven_ms, value), found=plan.bound_ms)))
    return faults
