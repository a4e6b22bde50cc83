"""The planning desk's questions as a worker answers them: a plan that tells how far it is, a curve, an explanation."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from api.answering import answer
from api.desks.placing import place
from api.desks.warm import seen_by
from api.tasks import as_record
from twin.model.errors import PlanError
from twin.model.tables import TABLES
from twin.model.words import say
from twin.space.consolidate.params import Params
from twin.space.planning import alternatives, asking, checker
from twin.space.planning.costs import Costs
from twin.space.planning.explaining import explain as explain_pin
from twin.space.planning.occupying import occupancies
from twin.space.planning.wishes import Wish
from twin.store.rows import frame_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.worker import Context
    from twin.space.consolidate.solve import Progress
    from twin.space.planning.asking import Ground
    from twin.space.planning.proposal import Proposal

__all__ = ["curve", "explain", "place", "plan"]


def plan(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Plan; what it means for the table of occupancies is kept beside the answer, to be looked at and saved."""
    store, snapshot = seen_by(context, arguments)
    ground = asking.build(snapshot, _ask(arguments), Costs.default())
    limits, watch = _limits(arguments), _watch(context, arguments["iterations"])
    proposal, found = answer(store, snapshot, ground, lambda it: asking.solve(it, limits, watch), checker.check)
    context.apart = {
        "occupancy": frame_rows(TABLES["occupancy"], occupancies(snapshot, proposal)),
        "version": snapshot.version,
        "on": arguments["on"],
    }
    return {**as_record(found), "lines": _lines(proposal)}


def curve(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Plan for every horizon; plans that hardly differ are left out."""
    _, snapshot = seen_by(context, arguments)
    years = arguments["years"] or list(alternatives.HORIZONS)
    made: list[int] = []

    def step(ground: Ground) -> Proposal:
        made.append(len(made))
        return _checked(ground, _limits(arguments), _watch(context, arguments["iterations"], (made[-1], len(years))))

    found = alternatives.curve(snapshot, _ask(arguments), Costs.default(), years, step)
    return {**found.record(), "version": snapshot.version, "lines": _lines(found)}


def explain(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Plan with a department left where it sits and without, and tell the difference."""
    _, snapshot = seen_by(context, arguments)
    snapshot.row("department", arguments["department"])
    ground, limits = asking.build(snapshot, _ask(arguments), Costs.default()), _limits(arguments)
    first = _checked(ground, limits, _watch(context, arguments["iterations"], (0, 2)))
    again = _watch(context, arguments["iterations"], (1, 2))
    found = explain_pin(ground, first, arguments["department"], lambda given: _checked(given, limits, again))
    return {**found.record(), "version": snapshot.version, "lines": _lines(found)}


def _checked(ground: Ground, limits: Params, watch: Callable[[Progress], bool]) -> Proposal:
    proposal = asking.solve(ground, limits, watch)
    if faults := checker.check(ground, proposal):
        raise PlanError("plan.unsound", faults, count=len(faults), first=faults[0])
    return proposal


def _lines(said: Any) -> dict[str, list[str]]:
    return {lang: said.lines(lang) for lang in ("zh", "en")}


def _ask(arguments: dict[str, Any]) -> asking.Ask:
    return asking.Ask(
        on=arguments["on"],
        buildings=tuple(arguments["buildings"]),
        departments=tuple(arguments["departments"]),
        seat_m2=arguments["seat_m2"],
        reserve=arguments["reserve"],
        heads=arguments["heads"],
        horizon_years=arguments["horizon_years"],
        wishes=tuple(Wish(wish["kind"], wish["place"], wish["department"]) for wish in arguments["wishes"]),
    )


def _limits(arguments: dict[str, Any]) -> Params:
    budget = arguments["budget_s"]
    return Params(seed=arguments["seed"], iterations=arguments["iterations"], budget_s=math.inf if budget is None else budget)


def _watch(context: Context, iterations: int, part: tuple[int, int] = (0, 1)) -> Callable[[Progress], bool]:
    """Tell how far it is, with the best plan and the bound; stop where somebody wants what there is."""

    def look(now: Progress) -> bool:
        value = now.value if math.isfinite(now.value) else None
        bound = now.bound if math.isfinite(now.bound) else None
        gap = (value - bound) / value if value and bound is not None else None
        figures = {"stage": now.stage, "value": value, "bound": bound, "gap": gap, "iterations": now.iterations,
                   "nodes": now.nodes, "cpu_s": round(now.cpu_s, 1), "part": part[0] + 1, "parts": part[1]}  # fmt: skip
        done = part[0] * iterations + min(now.iterations, iterations - 1)
        context.progress(str(say(f"desk.stage.{now.stage}").zh), done, max(1, part[1] * iterations), figures)
        return context.finishing

    return look
