"""From a snapshot to a placement problem: candidate poses, samples, who sees which, what each costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from twin.model.errors import DataError
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES
from twin.security.floors import floor_place
from twin.security.grounds import grounds
from twin.security.placement.cable import cable_indoors, cable_outdoors
from twin.security.placement.instance import Instance
from twin.security.placement.poses import Poses, Setting, poses_indoors, poses_outdoors
from twin.security.placement.sampling import Samples, samples_of, seen_lists
from twin.security.scope import scope_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from twin.security import problem as coverage_problem
    from twin.security.placement.asking import Ask
    from twin.security.placement.catalogue import Kind
    from twin.security.places import Place
    from twin.security.plan import Coverage

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["Problem", "build", "refined", "with_cameras"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything that the choice depends on.

    `now` is the coverage problem of what hangs already, in whose frame and with whose places everything is; `settings` what
    stands in the way of candidates. `poses` are the candidates that see something that is still to be seen and nothing banned;
    `cable_m` and `yuan` of each. `open` numbers, among `samples`, those of the `instance`: what is to be seen and is not.
    `tried` counts all poses, `looked_in` those dropped because they look into a room where no image may be taken.
    """

    ask: Ask
    now: coverage_problem.Problem
    settings: tuple[Setting, ...]
    samples: Samples
    poses: Poses
    cable_m: Floats
    yuan: Floats
    instance: Instance
    open: Ints
    tried: int
    looked_in: int

    @property
    def kinds(self) -> Sequence[Kind]:
        """The kinds of camera that may be proposed, as `Poses.kind` counts them."""
        return self.ask.offered.kinds

    @property
    def unit(self) -> float:
        """Costs are whole numbers of it: cameras, or yuan."""
        return 1.0

    def place_of(self, pose: int) -> Place:
        """Give the place of a pose."""
        return self.now.places[self.settings[self.poses.setting[pose]].place]


def build(snapshot: Snapshot, ask: Ask, coverage: Coverage, now: coverage_problem.Problem) -> Problem:
    """Read the floors or cells that are asked about.

    Parameters
    ----------
    coverage, now
        What hangs already: the coverage of ``ask.scope`` and its problem, of this snapshot.

    Raises
    ------
    DataError
        If nothing asks to be seen, or nothing of the catalogue can hang anywhere.
    """
    settings, poses, cable = _candidates(snapshot, ask, now)
    samples = _joined([
        samples_of(place, number, ask, faces, density)
        for number, (place, faces, density) in enumerate(zip(now.places, coverage.faces, coverage.density, strict=True))
    ])  # fmt: skip
    if not (~samples.banned).any():
        raise DataError("placement.nothing_asked", places=len(now.places))
    if len(poses) == 0:
        raise DataError("placement.nowhere", places=len(now.places))
    first, items = _lists(poses, ask.offered.kinds, settings, samples)
    owner = np.repeat(np.arange(len(poses)), np.diff(first))
    looks_in = np.bincount(owner[samples.banned[items]], minlength=len(poses)) > 0
    wanted = ~samples.banned & ~samples.seen
    useful = ~looks_in & (np.bincount(owner[wanted[items]], minlength=len(poses)) > 0)
    kept = wanted[items] & useful[owner]
    number = np.cumsum(wanted) - 1
    begin = np.concatenate([[0], np.cumsum(np.bincount(owner[kept], minlength=len(poses))[useful])]).astype(np.int64)
    mine = poses.some(useful)
    price = np.array([kind.price_yuan for kind in ask.offered.kinds])[mine.kind]
    post = np.where(mine.mount == "post", ask.catalogue.post_yuan, 0.0)
    yuan = np.ceil(price + post + cable[useful] * ask.catalogue.cable_yuan_per_m)
    cost = yuan if ask.cheapest else np.ones(len(mine))
    instance = Instance(begin, number[items[kept]].astype(np.int32), cost.astype(np.float64), samples.weight[wanted])
    return Problem(
        ask=ask, now=now, settings=tuple(settings), samples=samples, poses=mine, cable_m=cable[useful], yuan=yuan,
        instance=instance, open=np.flatnonzero(wanted), tried=len(poses), looked_in=int(looks_in.sum()),
    )  # fmt: skip


def refined(problem: Problem, witnesses: Samples) -> Problem:
    """Add samples where something stays dark between those there are; those that no candidate sees are left out.

    Parameters
    ----------
    witnesses
        Samples that stand for no area: covering alone heeds them.

    Returns
    -------
    The problem itself where nothing is added.
    """
    first, items = _lists(problem.poses, problem.kinds, problem.settings, witnesses)
    helped = np.zeros(len(witnesses.xy), dtype=bool)
    helped[items] = True
    if not helped.any():
        return problem
    added = Samples(*(getattr(witnesses, name)[helped] for name in Samples.__slots__))
    old, number = problem.instance, np.cumsum(helped) - 1 + problem.instance.samples
    owner = np.concatenate([np.repeat(np.arange(old.candidates), np.diff(each)) for each in (old.first, first)])
    both = np.concatenate([old.items, number[items]]).astype(np.int32)
    order = np.lexsort((both, owner))
    begin = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=old.candidates))]).astype(np.int64)
    instance = Instance(begin, both[order], old.cost, np.concatenate([old.weight, added.weight]))
    fresh = len(problem.samples.xy) + np.arange(len(added.xy))
    return replace(
        problem, samples=_joined([problem.samples, added]), instance=instance, open=np.concatenate([problem.open, fresh])
    )


def _candidates(snapshot: Snapshot, ask: Ask, now: coverage_problem.Problem) -> tuple[list[Setting], Poses, Floats]:
    """List the poses of every place, with their cable."""
    read = _as_watched(snapshot, now)
    height = dict(zip(snapshot.keys("room"), snapshot.column("room", "height"), strict=True))
    settings: list[Setting] = []
    parts, cable = [], [np.empty(0)]
    for number, place in enumerate(now.places):
        if place.floor_id:
            whole, panels = floor_place(read, place.floor_id, now.origin, ask.scope)
            ceilings = np.array([height.get(zone.zone_id, np.nan) for zone in place.zones], dtype=np.float64)
            storey = float(snapshot.row("floor", place.floor_id)["height"])
            ceilings = np.where(np.isnan(ceilings), np.nan_to_num(storey, nan=3.3) - 0.3, ceilings)
            found, more = poses_indoors(whole, panels, ceilings, ask, number, len(settings))
            cable.append(cable_indoors(place, found))
        else:
            outside, ground = grounds(snapshot, scope_of(snapshot, ask.scope), now.origin, ask.scope)
            found, more = poses_outdoors(outside, ground, ask, number, len(settings))
            cable.append(cable_outdoors(ground.bodies, found))
        parts.append(found)
        settings += more
    return settings, Poses.joined(parts), np.concatenate(cable)


def _lists(poses: Poses, kinds: Sequence[Kind], settings: Sequence[Setting], samples: Samples) -> tuple[Ints, NDArray[np.int32]]:
    """List the samples that each pose sees, numbered among all samples."""
    begin, items = [np.zeros(1, np.int64)], [np.empty(0, np.int32)]
    for number, setting in enumerate(settings):
        here = np.flatnonzero(samples.place == setting.place)
        part = poses.some(poses.setting == number)
        first, seen = seen_lists(part, kinds, setting, samples.xy[here], samples.need[here])
        begin.append(begin[-1][-1] + first[1:])
        items.append(here[seen].astype(np.int32))
    return np.concatenate(begin).astype(np.int64), np.concatenate(items)


def _joined(parts: list[Samples]) -> Samples:
    return Samples(*(np.concatenate([getattr(part, name) for part in parts]) for name in Samples.__slots__))


def with_cameras(snapshot: Snapshot, rows: Sequence[dict[str, object]]) -> Snapshot:
    """Give the snapshot with more cameras hung; `rows` as table `camera` has them, with `geometry`."""
    old = snapshot.frame("camera").reset_index(drop=True)
    new = gpd.GeoDataFrame(pd.DataFrame(list(rows)), geometry="geometry", crs=snapshot.crs)
    both = [fit_frame(TABLES["camera"], frame, snapshot.crs) for frame in (old, new) if len(frame)]
    frame = pd.concat(both).reset_index(drop=True) if both else old
    return snapshot.replaced(
        {"camera": fit_frame(TABLES["camera"], gpd.GeoDataFrame(frame, crs=snapshot.crs), snapshot.crs)}, snapshot.version
    )


def _as_watched(snapshot: Snapshot, now: coverage_problem.Problem) -> Snapshot:
    """Hang a camera that is out of order on every floor: a floor's walls and doors are read in full only where cameras hang."""
    floors = [place for place in now.places if place.floor_id]
    if not floors:
        return snapshot
    return with_cameras(snapshot, [
        {"camera_id": f"candidate-{place.floor_id}", "floor_id": place.floor_id, "building_id": place.building_id,
         "lens": "fixed", "hfov_deg": 90.0, "range_m": 1.0, "status": "faulty", "geometry": shapely.Point(now.origin)}
        for place in floors
    ])  # fmt: skip
