"""The independent check of a proposal: who sees what, what it adds up to, and what the bound proves, in slow and plain code.

It takes the problem as given (candidates, samples, what stands in the way) and nothing of the solver. The lists of who sees
which sample are checked for every chosen candidate and some others, line of sight by line of sight; the bound is reckoned anew
over all lists. The coverage with the proposals hung is checked as every coverage is (`twin.security.verify`).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.model.words import say
from twin.security.judge import border_of, pixels_per_metre, slow_sight, slow_sight_in_space
from twin.security.placement.banned import is_banned
from twin.security.placement.bounds_check import bound_of, covered_by, gain_of
from twin.security.verify import check as check_coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from gis.relief import Relief
    from twin.security.placement.plan import Proposal
    from twin.security.placement.problem import Problem
    from twin.security.siting import Camera

    Floats = NDArray[np.float64]

__all__ = ["check", "sight_faults"]

_OTHERS = 24
"""Candidates that were not chosen whose lists are checked too."""
_MARGIN = 1e-6
"""Samples that a view's border misses by less may count either way: seen from so far beside, they are asked again."""
_REL = 1e-7


def check(problem: Problem, plan: Proposal) -> list[str]:
    """Verify a proposal.

    Returns
    -------
    Every difference found, as a sentence; empty for a sound proposal.
    """
    if not _extends(problem, plan.on):
        return [_fault("roll")]
    problem = plan.on
    order = [int(pose) for pose in plan.choice.order]
    if len(set(order)) != len(order) or any(not 0 <= pose < len(problem.poses) for pose in order):
        return [_fault("roll")]
    faults = [*_value(problem, plan, order), *_bound(problem, plan)]
    others = np.unique(np.linspace(0, len(problem.poses) - 1, _OTHERS).astype(int)).tolist()
    faults += sight_faults(problem, sorted({*order, *others}))
    faults += _stands(problem, order)
    faults += _figures(plan)
    return faults + check_coverage(plan.problem, plan.after)


def _extends(asked: Problem, on: Problem) -> bool:
    """Tell whether a problem is the one that was asked, or that with more samples in zones that ask to be seen."""
    if on is asked:
        return True
    old, new = asked.instance, on.instance
    count, many = len(asked.samples.xy), old.samples
    same = on.poses is asked.poses and on.settings is asked.settings and on.ask is asked.ask and on.now is asked.now
    before = (asked.yuan, old.cost, asked.samples.xy, asked.samples.need, asked.open, old.weight)
    after = (on.yuan, new.cost, on.samples.xy[:count], on.samples.need[:count], on.open[:many], new.weight[:many])
    same = same and all(np.array_equal(one, other) for one, other in zip(before, after, strict=True))
    kept = new.items < many
    same = same and np.array_equal(new.items[kept], old.items)
    same = same and np.array_equal(np.concatenate([[0], np.cumsum(kept)])[new.first], old.first)
    for sample in range(count, len(on.samples.xy)):
        zone = on.now.places[on.samples.place[sample]].zones[on.samples.zone[sample]]
        inside = shapely.dwithin(zone.geometry, shapely.Point(on.samples.xy[sample]), 1e-6)
        same = same and bool(inside) and on.samples.area[sample] == 0.0 and on.samples.need[sample] > 0.0
        same = same and not is_banned(zone)
    return bool(same)


def _fault(code: str, **values: object) -> str:
    return str(say(f"placement.check.{code}", **values))


def _differs(said: float, found: float) -> bool:
    return not abs(said - found) <= _REL * max(abs(found), 1.0)


def _value(problem: Problem, plan: Proposal, order: list[int]) -> Iterator[str]:
    """Compare the value with what was asked for: the limit is kept, a cover covers."""
    ask, choice, instance = plan.ask, plan.choice, problem.instance
    if choice.kind != ("gain" if ask.count or ask.budget_yuan else "cover"):
        yield _fault("roll")
        return
    if choice.kind == "gain":
        found = gain_of(instance, order)
        if ask.count and len(order) > ask.count:
            yield _fault("limit", said=len(order), limit=ask.count)
        if ask.budget_yuan and sum(float(problem.yuan[pose]) for pose in order) > ask.budget_yuan * (1.0 + 1e-9):
            yield _fault("limit", said=sum(float(problem.yuan[pose]) for pose in order), limit=ask.budget_yuan)
    else:
        found = math.fsum(float(instance.cost[pose]) for pose in order)
        missed = int(instance.reachable().sum()) - len(covered_by(instance, order))
        if missed:
            yield _fault("uncovered", count=missed)
    if _differs(choice.value, found):
        yield _fault("value", said=f"{choice.value:.6f}", found=f"{found:.6f}")


def _bound(problem: Problem, plan: Proposal) -> Iterator[str]:
    """Reckon what the certificate proves: what is said, and the value is not better than that."""
    ask, choice = plan.ask, plan.choice
    limit = float(ask.count) or ask.budget_yuan
    found = bound_of(problem.instance, choice.certificate, problem.yuan if ask.budget_yuan else None, limit)
    said = choice.certificate.bound
    weaker = said > found + _REL * max(abs(found), 1.0) if choice.kind == "cover" else said < found - _REL * max(abs(found), 1.0)
    if math.isnan(found) or weaker or choice.certificate.kind != choice.kind:
        yield _fault("bound", said=f"{said:.6f}", found=f"{found:.6f}")
    elif (choice.value < found - _REL * max(found, 1.0)) == (choice.kind == "cover") and _differs(choice.value, found):
        yield _fault("beyond", value=f"{choice.value:.6f}", bound=f"{found:.6f}")


def sight_faults(problem: Problem, candidates: list[int]) -> Iterator[str]:
    """Ask for some candidates of every sample of their place whether they see it finely enough."""
    samples = problem.samples
    edges: dict[int, Floats] = {}
    number = np.full(len(samples.xy), -1, dtype=np.int64)
    number[problem.open] = np.arange(len(problem.open))
    for pose in candidates:
        row = int(problem.poses.setting[pose])
        setting = problem.settings[row]
        if row not in edges:
            edges[row] = border_of(setting.solid)
        camera = problem.poses.camera(pose, problem.kinds, setting, "")
        near = np.hypot(*(samples.xy - (camera.x, camera.y)).T) <= camera.reach + 0.01
        asked = np.flatnonzero((samples.place == setting.place) & near & (samples.banned | (number >= 0)))
        said = np.isin(number[asked], problem.instance.seen_by(pose)) & (number[asked] >= 0)
        found, sure = _slowly(camera, samples.xy[asked], samples.need[asked], edges[row], setting.relief)
        off = np.flatnonzero(sure & (said != found))
        if len(off):
            x, y = samples.xy[asked[off[0]]]
            yield _fault("sight", pose=pose, count=len(off), x=f"{x:.3f}", y=f"{y:.3f}")


def _slowly(
    camera: Camera, points: Floats, need: Floats, edges: Floats, relief: Relief
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell which points a camera sees finely enough, and of which that is sure: asked beside each point too, all agree."""
    asks = np.where(np.isinf(need), 0.0, need)
    found, same = None, np.ones(len(points), dtype=bool)
    for shift in ((0.0, 0.0), (_MARGIN, 0.0), (-_MARGIN, 0.0), (0.0, _MARGIN), (0.0, -_MARGIN)):
        spots = points + shift
        seen = (
            slow_sight(camera, spots, edges) if math.isnan(camera.height) else slow_sight_in_space(camera, spots, edges, relief)
        )
        seen[seen] = pixels_per_metre(camera, spots[seen]) >= asks[seen]
        found = seen if found is None else found
        same &= seen == found
    return found if found is not None else np.zeros(0, dtype=bool), same


def _stands(problem: Problem, order: list[int]) -> Iterator[str]:
    """No chosen camera hangs in a banned room or in a wall."""
    for pose in order:
        spot = shapely.Point(float(problem.poses.x[pose]), float(problem.poses.y[pose]))
        setting = problem.settings[problem.poses.setting[pose]]
        place = problem.now.places[setting.place]
        if any(is_banned(zone) and shapely.contains(zone.geometry, spot) for zone in place.zones):
            yield _fault("banned", pose=pose)
        if shapely.intersects(setting.solid, spot):
            yield _fault("in_wall", pose=pose)


def _figures(plan: Proposal) -> Iterator[str]:
    """Compare what the proposals add one by one with what there is more of after than before."""
    added = math.fsum(camera.gain_m2 for camera in plan.cameras)
    more = math.fsum(one.after_m2 - one.before_m2 for one in plan.met)
    if abs(added - more) > 1e-3 + 1e-5 * abs(more) or any(camera.gain_m2 < -1e-9 for camera in plan.cameras):
        yield _fault("figures", said=f"{added:.4f}", found=f"{more:.4f}")
    if any(one.after_m2 > one.asked_m2 + 1e-6 * max(one.asked_m2, 1.0) for one in plan.met):
        yield _fault("figures", said="after", found="asked")
