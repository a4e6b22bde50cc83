"""Coverage through a day: what tours, planned outages and the night leave, stretch by stretch, and the worst moment.

Between two moments at which a camera goes out of use or comes back, or it gets dark or light, nothing changes. In each such
stretch D is the set of cameras out of use; with S(f) and the shares w(f, c) of faces as by day, or as by night,

    covered(Z) = Σ { a(f) : f ⊂ Z, S(f) - D ≠ ∅ },    always(Z) = Σ { a(f) : f ⊂ Z, max { w(f, c) : c ∉ D } = 1 },
    expected(Z) = Σ { a(f) (1 - Π { 1 - w(f, c) : c ∈ S(f) - D }) : f ⊂ Z },

sums over faces and no geometry again: what is seen at some time of the tours, at any moment of them, and at a moment by chance.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.model.errors import UsageError
from twin.model.words import say
from twin.security.dark import moment, windows
from twin.security.day import Day, Hours, Share, Stretch, span_of
from twin.security.tour import expected_seen, seen_always

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from twin.model.snapshot import Snapshot
    from twin.security.places import Place
    from twin.security.plan import Coverage
    from twin.security.problem import Problem

__all__ = ["check_day", "through_day"]


def through_day(
    snapshot: Snapshot, by_day: tuple[Problem, Coverage], by_night: tuple[Problem, Coverage], day: str, night: Hours
) -> Day:
    """Reckon a day.

    Parameters
    ----------
    snapshot
        Holds the outages.
    by_day, by_night
        The same question, and its answer, by day and with the ranges of the night; the same twice where no camera has any.
    day
        ISO 8601.
    night
        When it is night.

    Raises
    ------
    UsageError
        If it is no day.
    """
    try:
        date = dt.date.fromisoformat(day)
    except ValueError as error:
        raise UsageError("security.bad_day", text=day) from error
    begin = moment(date.isoformat())
    held = windows(snapshot, begin, begin + dt.timedelta(days=1))
    asked = {camera.camera_id for place in by_day[0].places for camera in place.cameras}
    outages = [one for one in held if one.camera_id in asked]
    ends = {begin, begin + dt.timedelta(days=1), *(at for one in outages for at in (one.start, one.end))}
    ends |= {dt.datetime.combine(date, time) for time in (night.dusk, night.dawn)}
    moments = sorted(ends)
    known: dict[tuple[bool, frozenset[str]], tuple[Share, tuple[Share, ...]]] = {}
    stretches = []
    for start, end in pairwise(moments):
        dark = frozenset(one.camera_id for one in outages if one.start < end and one.end > start)
        state = night.holds(start.time()), dark
        if state not in known:
            known[state] = _reckoned(*(by_night if state[0] else by_day), dark)
        stretches.append(Stretch(start, end, state[0], tuple(sorted(dark)), *known[state]))
    return Day(date, night, tuple(stretches), tuple(outages))


def _reckoned(problem: Problem, plan: Coverage, dark: frozenset[str]) -> tuple[Share, tuple[Share, ...]]:
    """Add up every place without the cameras that are dark."""
    rows = [
        row
        for number, place in enumerate(problem.places)
        if place.cameras or not place.floor_id
        for row in _place(place, plan, number, dark)
    ]
    totals = [row for row in rows if row.kind in {"floor", "outdoors"}]
    bare = sum(row.reference_m2 for row in plan.of("floor", "outdoors")) - sum(row.reference_m2 for row in totals)
    figures = [sum(getattr(row, name) for row in totals) for name in ("reference_m2", "covered_m2", "always_m2", "expected_m2")]
    return Share("all", "", "", figures[0] + max(bare, 0.0), *figures[1:]), tuple(rows)


def _place(place: Place, plan: Coverage, number: int, dark: frozenset[str]) -> Iterable[Share]:
    faces, share = plan.faces[number], plan.share[number]
    lit = np.array([camera.camera_id not in dark for camera in place.cameras], dtype=bool)
    kept = lit[faces.seen[:, 1]] if len(lit) else np.empty(0, dtype=bool)
    left, long = replace(faces, seen=faces.seen[kept]), share[kept]
    parts = [
        faces.areas,
        np.where(left.k > 0, faces.areas, 0.0),
        np.where(seen_always(left, long), faces.areas, 0.0),
        faces.areas * expected_seen(left, long, 1.0),
    ]
    kind = "floor" if place.floor_id else "outdoors"
    name = " ".join(part for part in (place.building_name, place.name) if part)
    yield Share(kind, place.floor_id, name, *(float(part.sum()) for part in parts))
    if not place.floor_id:
        by_zone = np.column_stack([faces.by_zone(part, len(place.zones)) for part in parts])
        for zone, values in zip(place.zones, by_zone.tolist(), strict=True):
            yield Share(zone.kind, zone.zone_id, zone.name or zone.zone_id, *values)


def check_day(by_day: tuple[Problem, Coverage], by_night: tuple[Problem, Coverage], found: Day, most: int = 4) -> list[str]:
    """Verify what changes most by other means: the drawn views of the cameras that work, melted, over the ground of a row."""
    faults = []
    for stretch in _telling(found.stretches):
        problem, plan = by_night if stretch.night else by_day
        views = {(one.camera_id, one.floor_id): one.geometry for one in plan.cameras}
        dark = set(stretch.dark)
        touched = [place for place in problem.places if not place.floor_id or dark & {one.camera_id for one in place.cameras}]
        told = {(row.kind, row.key): row for row in stretch.rows}
        for place in touched[:most]:
            lit = [views[one.camera_id, place.floor_id] for one in place.cameras if one.camera_id not in dark]
            melted = shapely.transform(shapely.union_all(lit), lambda points, by=problem: points - by.origin)
            slack = 1e-3 + sum(2.5e-5 * eye.reach**2 for eye in place.eyes)
            grounds = [("floor" if place.floor_id else "outdoors", place.floor_id, shapely.union_all(place.tiles), place.name)]
            if not place.floor_id:
                grounds += [
                    (zone.kind, zone.zone_id, tile, zone.name) for zone, tile in zip(place.zones, place.tiles, strict=True)
                ]
            for kind, key, ground, name in grounds:
                said, seen = told[kind, key].covered_m2, float(shapely.area(shapely.intersection(melted, ground)))
                if abs(said - seen) > slack:
                    values = {"when": span_of(stretch), "where": name or "-", "said": f"{said:.3f}", "found": f"{seen:.3f}"}
                    faults.append(str(say("security.check.day", **values)))
    return faults


def _telling(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Choose the worst stretch by day and by night."""
    kept = []
    for night in (False, True):
        mine = [one for one in stretches if one.night is night]
        if mine:
            kept.append(min(mine, key=lambda one: (one.whole.covered_m2, one.start)))
    return kept
