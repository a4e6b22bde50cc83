"""`twin security place`: where further cameras should hang, one by one, with the proof of how good that is."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

from api.answering import answer
from api.opening import actor, disclose, looked_at, scope
from twin.model.errors import UsageError
from twin.model.protection import protected_counts
from twin.model.words import say
from twin.security.placement import checker
from twin.security.placement.asking import Ask
from twin.security.placement.catalogue import read_catalogue, the_catalogue
from twin.security.placement.solve import Effort, prepare, solve
from twin.security.problem import Params
from twin.store.past import Past
from twin.store.scenarios import Scenarios

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from api.console import Console
    from twin.model.snapshot import Snapshot
    from twin.security.placement.choosing import Progress
    from twin.security.placement.plan import Proposal
    from twin.store import Store

__all__ = ["run"]


def run(args: argparse.Namespace, console: Console, params: Params) -> int:
    """Propose, check, tell; `params` is the scenario of the question, without its scope."""
    with looked_at(args, console) as store:
        snapshot, building = scope(store, args.building)
        ask = _ask(args, params, building)
        effort = _effort(args.effort)
        ground = prepare(snapshot, ask)
        with console.progress(str(say("placement.what").lang(console.lang or "zh"))) as step, _interruptible() as stopped:
            watch = _watcher(step, stopped)
            proposal, found = answer(store, snapshot, ground.problem, lambda _: solve(ground, effort, watch), checker.check)
        if args.save:
            _save(store, args.save, proposal, snapshot)
        if args.plot:
            from viz.placement_plan import plot_placement  # noqa: PLC0415 - drawing is loaded where it is wanted

            disclose(store, args.plot, protected_counts(snapshot, ["camera"]))
            drawn = plot_placement(proposal, args.plot, lang=console.lang or "zh")
    console.lines(proposal.lines(console.lang))
    if args.plot:
        console.say("placement.wrote", files=", ".join(map(str, drawn)))
    if args.save:
        console.say("placement.saved", name=args.save, count=len(proposal.cameras))
    console.result({"result": found.result, "run": found.run})
    return 0


def _ask(args: argparse.Namespace, params: Params, building: str) -> Ask:
    """Turn the words of the command into a question.

    Raises
    ------
    UsageError
        If no place is named.
    """
    if not (args.floor or args.cell or building):
        raise UsageError("placement.where")
    scoped = Params(
        **{name: getattr(params, name) for name in params.__slots__ if name not in {"floors", "buildings", "cells"}},
        floors=frozenset({args.floor} if args.floor else ()),
        buildings=frozenset({building} if building and not args.floor else ()),
        cells=frozenset(args.cell),
    )
    return Ask(
        scope=scoped,
        count=args.count,
        budget_yuan=args.budget,
        cheapest=args.cheapest,
        level=args.level,
        classes=frozenset(args.classes),
        step=args.step,
        spacing=args.spacing,
        headings=args.headings,
        kinds=tuple(args.kind),
        catalogue=read_catalogue(args.catalogue) if args.catalogue else the_catalogue(),
        mount_m=args.mount,
        outdoor_m=args.outdoor_mount,
    )


def _effort(times: float) -> Effort:
    if not 0.01 <= times <= 1000.0:
        raise UsageError("placement.bad_word", word="--effort")
    usual = Effort()
    return Effort(parts=max(1, round(usual.parts * times)), slopes=max(50, round(usual.slopes * times)))


@contextmanager
def _interruptible() -> Iterator[list[bool]]:
    """Let the first interrupt end the search with the best so far; the second is what it always is."""
    stopped: list[bool] = []

    def stop(number: int, frame: Any) -> None:
        if stopped:
            signal.default_int_handler(number, frame)
        stopped.append(True)

    try:
        before = signal.signal(signal.SIGINT, stop)
    except ValueError:  # not the main thread: whoever runs this stops it in a way of their own
        yield stopped
        return
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _watcher(step: Callable[[str, int, int], None], stopped: list[bool]) -> Callable[[Progress], bool]:
    """Show how far it is, with the best choice and the bound."""

    def look(now: Progress) -> bool:
        gap = f"{100.0 * abs(now.value - now.bound) / now.bound:.1f}" if now.bound > 0.0 else "—"
        step(str(say("placement.progress", value=f"{now.value:,.0f}", bound=f"{now.bound:,.0f}", gap=gap).zh), now.done, now.of)
        return bool(stopped)

    return look


def _save(store: Store | Past, name: str, proposal: Proposal, snapshot: Snapshot) -> None:
    """Keep the proposed cameras as rows of a scenario.

    Raises
    ------
    UsageError
        If what was asked about is the past or itself a scenario, or the name is taken.
    """
    if isinstance(store, Past):
        raise UsageError("placement.save_past")
    book = Scenarios(store)
    book.create(name, actor(), proposal.lines("zh")[-1])
    if proposal.cameras:
        rows = pd.DataFrame([camera.row for camera in proposal.cameras])
        book.put(name, "camera", gpd.GeoDataFrame(rows, geometry="geometry", crs=snapshot.crs), local=snapshot.crs is None)
