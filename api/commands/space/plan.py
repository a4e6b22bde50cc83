"""`twin space plan`: which floors and buildings to give up, who moves where, and the proof of how good that is."""

from __future__ import annotations

import datetime as dt
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.answering import answer
from api.opening import actor, as_of, find_building, find_department, looked_at, tell_unplaced
from twin.model.errors import UsageError
from twin.model.words import say
from twin.space.consolidate.params import Params
from twin.space.planning import asking, checker
from twin.space.planning.costs import Costs, read_costs
from twin.space.planning.occupying import occupancies
from twin.space.planning.wishes import Wish
from twin.store.past import Past
from twin.store.scenarios import Scenarios
from viz.moves import write_moves
from viz.stack_plan import plot_stack_plan
from viz.writing import whole_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from api.console import Console
    from twin.model.snapshot import Snapshot
    from twin.space.consolidate.solve import Progress
    from twin.space.planning.proposal import Proposal
    from twin.store import Store

ITERATIONS = 60_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    asked(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", help=str(say("space.help.out")))
    parser.add_argument("--save", default="", metavar="NAME", help=str(say("space.help.save")))


def asked(parser: argparse.ArgumentParser) -> None:
    """Declare what every planning question takes."""
    as_of(parser)
    many: Any = {"action": "append", "default": []}
    parser.add_argument("--on", default=dt.date.today().isoformat(), metavar="DATE", help=str(say("cli.help.on")))  # noqa: DTZ011 - the user's own day
    parser.add_argument("--building", **many, metavar="B", help=str(say("space.help.plan_building")))
    parser.add_argument("--department", **many, metavar="D", help=str(say("space.help.plan_department")))
    parser.add_argument("--close", **many, metavar="PLACE", help=str(say("space.help.close")))
    parser.add_argument("--keep", **many, metavar="PLACE", help=str(say("space.help.keep")))
    parser.add_argument("--pin", **many, metavar="D=PLACE", help=str(say("space.help.pin")))
    parser.add_argument("--bar", **many, metavar="D=PLACE", help=str(say("space.help.bar")))
    parser.add_argument("--seat-m2", type=float, default=7.0, metavar="M2", help=str(say("space.help.seat")))
    parser.add_argument("--reserve", type=float, default=0.0, metavar="SHARE", help=str(say("space.help.reserve")))
    parser.add_argument("--heads", choices=("established", "present"), default="established", help=str(say("space.help.heads")))
    parser.add_argument("--horizon", type=float, default=1.0, metavar="YEARS", help=str(say("space.help.horizon")))
    parser.add_argument("--costs", type=Path, metavar="FILE", help=str(say("space.help.costs")))
    parser.add_argument("--seed", type=int, default=1, help=str(say("space.help.seed")))
    parser.add_argument("--iterations", type=int, default=ITERATIONS, metavar="N", help=str(say("space.help.iterations")))
    parser.add_argument("--budget", type=float, default=math.inf, metavar="S", help=str(say("space.help.budget")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Plan, check, tell."""
    with looked_at(args, console) as store:
        tell_unplaced(store, console)
        ask, costs, limits = read_ask(store, args)
        snapshot = store.snapshot()
        ground = asking.build(snapshot, ask, costs)
        with console.progress(str(say("space.what.plan").lang(console.lang or "zh"))) as step:
            proposal, found = answer(
                store, snapshot, ground, lambda it: asking.solve(it, limits, watcher(step, limits)), checker.check
            )
        if args.save:
            _save(store, args, proposal, snapshot)
    console.lines(proposal.lines(console.lang))
    console.findings(proposal.findings, most=8)
    if args.out:
        console.say(
            "space.plan.wrote", files=", ".join(str(path) for path in _write(args.out, proposal, found.result, console.lang))
        )
    if args.save:
        console.say("space.plan.saved", name=args.save)
    console.result({"result": found.result, "run": found.run})
    return 0


def _save(store: Store | Past, args: argparse.Namespace, proposal: Proposal, snapshot: Snapshot) -> None:
    """Keep the plan as a scenario, to be compared, moved on and merged like any other.

    Raises
    ------
    UsageError
        If what was planned on is the past or itself a scenario, or the name is taken.
    """
    if isinstance(store, Past):
        raise UsageError("space.plan.save_past")
    rows = occupancies(snapshot, proposal)
    book = Scenarios(store)
    book.create(args.save, actor(), proposal.lines("zh")[0])
    book.put(args.save, "occupancy", rows)


def watcher(step: Callable[[str, int, int], None], limits: Params) -> Callable[[Progress], bool]:
    """Show how far it is, with the best plan and the bound."""

    def look(now: Progress) -> bool:
        gap = f"{100 * (now.value - now.bound) / now.value:.1f} %" if math.isfinite(now.value) else "—"
        value = f"{now.value:,.0f}" if math.isfinite(now.value) else "—"
        step(
            str(say("space.plan.progress", value=value, bound=f"{now.bound:,.0f}", gap=gap).zh), now.iterations, limits.iterations
        )
        return False

    return look


def read_ask(store: Store | Past, args: argparse.Namespace) -> tuple[asking.Ask, Costs, Params]:
    """Read the question, what things cost, and how long to look."""
    costs = read_costs(args.costs) if args.costs else Costs.default()
    return _ask(store, args), costs, Params(seed=args.seed, iterations=args.iterations, budget_s=args.budget)


def _ask(store: Store | Past, args: argparse.Namespace) -> asking.Ask:
    """Turn names into keys."""

    def place(word: str) -> str:
        return word if word in set(store.snapshot().keys("floor")) else find_building(store, word)[0]

    def pairs(words: list[str]) -> Iterator[tuple[str, str]]:
        for word in words:
            department, sign, where = word.partition("=")
            if not sign:
                raise UsageError("space.plan.pair", word=word)
            yield find_department(store, department), place(where)

    floors = set(store.snapshot().keys("floor"))
    wishes = [Wish("close_floor" if key in floors else "close_building", key) for key in map(place, args.close)]
    wishes += [Wish("keep_floor" if key in floors else "keep_building", key) for key in map(place, args.keep)]
    wishes += [Wish("only", where, department) for department, where in pairs(args.pin)]
    wishes += [Wish("bar", where, department) for department, where in pairs(args.bar)]
    return asking.Ask(
        on=args.on,
        buildings=tuple(find_building(store, word)[0] for word in args.building),
        departments=tuple(find_department(store, word) for word in args.department),
        seat_m2=args.seat_m2,
        reserve=args.reserve,
        heads=args.heads,
        horizon_years=args.horizon,
        wishes=tuple(wishes),
    )


def _write(folder: Path, proposal: Proposal, result: dict[str, object], lang: str) -> list[Path]:
    """Write the plan, the move list and the picture."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in ("plan.json", "moves.xlsx", "stack.png")]
    with whole_file(paths[0]) as path:
        path.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    write_moves(paths[1], proposal)
    plot_stack_plan(proposal, paths[2], lang=lang or "zh")
    return paths
