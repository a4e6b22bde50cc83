"""Solve: choose among the candidates, hang the choice, and reckon the coverage anew."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.security import problem as coverage_problem
from twin.security import solve as coverage_solve
from twin.security.placement.choosing import Effort, Progress, choose_cover, choose_gain
from twin.security.placement.figures import met, witnesses
from twin.security.placement.plan import Proposal, Proposed
from twin.security.placement.problem import build, refined, with_cameras

if TYPE_CHECKING:
    from collections.abc import Callable

    from twin.model.snapshot import Snapshot
    from twin.security.placement.asking import Ask
    from twin.security.placement.choice import Choice
    from twin.security.placement.problem import Problem
    from twin.security.plan import Coverage

__all__ = ["Effort", "Ground", "Progress", "choose", "prepare", "rows_of", "solve"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a proposal stands on: the snapshot, the coverage of what hangs already, and the problem made of both."""

    snapshot: Snapshot
    coverage: Coverage
    problem: Problem


def prepare(snapshot: Snapshot, ask: Ask) -> Ground:
    """Read what is asked about: the coverage of what hangs already, and the candidates.

    Raises
    ------
    DataError
        If nothing in scope can be measured, nothing asks to be seen, or nothing can hang anywhere.
    UnknownKeyError
        If a floor, building, cell, camera or door that is named does not exist.
    """
    now = coverage_problem.build(snapshot, ask.scope)
    coverage = coverage_solve.solve(now)
    return Ground(snapshot, coverage, build(snapshot, ask, coverage, now))


def _never(_: Progress) -> bool:
    return False


def solve(ground: Ground, effort: Effort | None = None, watch: Callable[[Progress], bool] = _never) -> Proposal:
    """Propose cameras.

    Parameters
    ----------
    effort
        How long to look; the same effort gives the same answer.
    watch
        Told of progress; when it gives true the best so far is proposed, with the bound so far.
    """
    effort = effort or Effort()
    problem = ground.problem
    for number in range(effort.witness_rounds + 1):
        choice = choose(problem, effort, watch)
        rows = rows_of(ground.snapshot, problem, choice)
        hung = with_cameras(ground.snapshot, rows) if rows else ground.snapshot
        then = coverage_problem.build(hung, problem.ask.scope)
        after = coverage_solve.solve(then) if rows else ground.coverage
        if choice.kind == "gain" or choice.stopped or number == effort.witness_rounds:
            break
        more = refined(problem, witnesses(ground.coverage, then, after, problem.ask))
        if more is problem:
            break
        problem = more
    found = met(ground.coverage, then, after, problem.ask, [str(row["camera_id"]) for row in rows])
    gains, looked = (sum((getattr(one, name) for one in found), np.zeros(len(rows))) for name in ("gains", "looked_in"))
    cameras = tuple(
        Proposed(
            pose=int(pose), row=row, kind=problem.kinds[problem.poses.kind[pose]].name, mount=str(problem.poses.mount[pose]),
            where=_where(problem, int(pose)), cable_m=float(problem.cable_m[pose]), yuan=float(problem.yuan[pose]),
            gain_m2=float(gain), looked_in_m2=float(look),
        )
        for pose, row, gain, look in zip(choice.order, rows, gains, looked, strict=True)
    )  # fmt: skip
    area = problem.samples.area[problem.open]
    return Proposal(
        ask=problem.ask, choice=choice, cameras=cameras, met=tuple(found), candidates=len(problem.poses), tried=problem.tried,
        looked_in=problem.looked_in, samples=problem.instance.samples, open_m2=float(area.sum()),
        beyond_m2=float(area[~problem.instance.reachable()].sum()), before=ground.coverage, after=after, problem=then, on=problem,
    )  # fmt: skip


def choose(problem: Problem, effort: Effort | None = None, watch: Callable[[Progress], bool] = _never) -> Choice:
    """Choose among the candidates of a problem: so many cameras, so much money, or everything covered."""
    ask = problem.ask
    if ask.count:
        return choose_gain(problem.instance, float(ask.count), effort, watch=watch)
    if ask.budget_yuan:
        return choose_gain(problem.instance, ask.budget_yuan, effort, weighed=problem.yuan, watch=watch)
    return choose_cover(problem.instance, effort, unit=problem.unit, watch=watch)


def rows_of(snapshot: Snapshot, problem: Problem, choice: Choice) -> list[dict[str, Any]]:
    """Write the chosen poses as rows of table `camera`, in order, with keys that are not taken."""
    taken = set(map(str, snapshot.keys("camera")))
    rows = []
    number = 0
    for pose in choice.order.tolist():
        while (key := f"P{number + 1:03d}") in taken:
            number += 1
        taken.add(key)
        rows.append(_row(problem, int(pose), key))
    return rows


def _row(problem: Problem, pose: int, key: str) -> dict[str, Any]:
    poses, place = problem.poses, problem.place_of(pose)
    kind = problem.kinds[poses.kind[pose]]
    heading, z = float(poses.heading_deg[pose]), float(poses.z[pose])
    east, north = problem.now.origin
    return {
        "camera_id": key,
        "name": f"{_where(problem, pose)} {kind.name.zh}",
        "building_id": place.building_id or None,
        "floor_id": place.floor_id or None,
        "lens": kind.lens,
        "z": None if math.isnan(z) else round(z, 3),
        "heading_deg": None if math.isnan(heading) else heading,
        "tilt_deg": float(poses.tilt_deg[pose]),
        "hfov_deg": kind.hfov_deg,
        "vfov_deg": kind.vfov_deg,
        "range_m": kind.range_m,
        "width_px": kind.width_px,
        "status": "working",
        "geometry": shapely.Point(east + float(poses.x[pose]), north + float(poses.y[pose])),
    }


def _where(problem: Problem, pose: int) -> str:
    place = problem.place_of(pose)
    zone = place.zones[problem.poses.zone[pose]]
    return " ".join(name for name in (place.building_name, place.name, zone.name or zone.zone_id) if name)
