"""What outages cost: each camera alone, each pair, and what is seen on an ordinary day when some are always dark.

From the faces f with areas a(f) and the sets S(f) of cameras that see them:

    loss(c) = Σ { a(f) : S(f) = {c} },   loss(c, d) = loss(c) + loss(d) + Σ { a(f) : S(f) = {c, d} },
    expected(Z) = Σ { a(f) (1 - Π { 1 - r w(f, c) : c ∈ S(f) }) : f ⊂ Z }   at a working-order rate r,

where w(f, c) is the share of its tour for which c looks at f, 1 for a camera that always does;

no geometry again. The worst pair is exact: it is among the pairs that share ground and the two largest single losses.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.model.aligned import aligned
from twin.model.words import say
from twin.security import rules
from twin.security.tour import expected_seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.security.places import Place
    from twin.security.plan import Coverage
    from twin.security.problem import Problem

__all__ = ["Outages", "Pair", "Single", "check_outages", "outages"]

_SHOWN = 10
_PAIRS = 20


@dataclass(frozen=True, slots=True)
class Single:
    """One camera dark: `lost_m2` is what nobody sees any more, `weighted_m2` the same times the priority of where it lies."""

    camera_id: str
    name: str
    floor_id: str
    lost_m2: float
    weighted_m2: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cameras dark at once; `joint_m2` is lost only because both are."""

    first: str
    second: str
    lost_m2: float
    joint_m2: float


@dataclass(frozen=True, slots=True)
class Outages:
    """`singles` is every camera, the costliest first; `pairs` the costliest; `expected` m² of each floor, cell, site by key."""

    singles: tuple[Single, ...]
    pairs: tuple[Pair, ...]
    rate: float
    key_rate: float
    expected: dict[str, float]
    reference: dict[str, float]
    covered: dict[str, float]

    def record(self) -> dict[str, Any]:
        """Give it as JSON-able values.

        Keys
        ----
        rate, key_rate
            Working-order rates reckoned with: of public places, and of cells of guard class special or key.
        singles
            camera_id, name, floor_id, lost_m2, weighted_m2: the costliest first.
        pairs
            first, second, lost_m2, joint_m2: the costliest first.
        expected
            key (of a floor, cell or site), expected_m2, covered_m2, percent.
        """
        return {
            "rate": self.rate,
            "key_rate": self.key_rate,
            "singles": [
                {
                    "camera_id": one.camera_id,
                    "name": one.name,
                    "floor_id": one.floor_id,
                    "lost_m2": one.lost_m2,
                    "weighted_m2": one.weighted_m2,
                }
                for one in self.singles
            ],
            "pairs": [
                {"first": one.first, "second": one.second, "lost_m2": one.lost_m2, "joint_m2": one.joint_m2} for one in self.pairs
            ],
            "expected": [
                {
                    "key": key,
                    "expected_m2": value,
                    "covered_m2": self.covered[key],
                    "percent": 100.0 * value / self.reference[key] if self.reference[key] > 0.0 else None,
                }
                for key, value in self.expected.items()
            ],
        }

    def lines(self, lang: str = "") -> list[str]:
        """Write the costliest outages and pairs, and what is seen on an ordinary day."""
        names = {one.camera_id: one.name or one.camera_id for one in self.singles}
        heads = [
            [say(f"security.line.{name}").lang(tongue) for name in ("camera", "lost", "weighted")] for tongue in _tongues(lang)
        ]
        rows = [[f"{one.camera_id} {one.name}", f"{one.lost_m2:.1f}", f"{one.weighted_m2:.1f}"] for one in self.singles[:_SHOWN]]
        lines = ["", *aligned([*heads, *rows], right={1, 2})]
        if self.pairs:
            heads = [
                [say(f"security.line.{name}").lang(tongue) for name in ("pair", "lost", "joint")] for tongue in _tongues(lang)
            ]
            rows = [
                [
                    f"{one.first} {names[one.first]} + {one.second} {names[one.second]}",
                    f"{one.lost_m2:.1f}",
                    f"{one.joint_m2:.1f}",
                ]
                for one in self.pairs[:5]
            ]
            lines += ["", *aligned([*heads, *rows], right={1, 2})]
        seen, whole = sum(self.expected.values()), sum(self.covered.values())
        word = say(
            "security.line.expected",
            rate=f"{100 * self.rate:g}",
            key=f"{100 * self.key_rate:g}",
            seen=f"{seen:,.0f}",
            all=f"{whole:,.0f}",
        )
        return [*lines, "", word.lang(lang) if lang else str(word)]


def _tongues(lang: str) -> list[str]:
    return [lang] if lang else ["zh", "en"]


def outages(
    problem: Problem, plan: Coverage, rate: float = rules.WORKING_ORDER, key_rate: float = rules.WORKING_ORDER_KEY
) -> Outages:
    """Reckon every single outage, the worst pairs, and what is expected to be seen at working-order rates in (0, 1]."""
    singles: list[Single] = []
    joint: list[tuple[float, str, str]] = []
    expected: dict[str, float] = {}
    for place, faces, long in zip(problem.places, plan.faces, plan.share, strict=True):
        weight = np.ones(len(faces.areas))
        weight[faces.zones[:, 0]] = [rules.PRIORITY.get(place.zones[zone].zone_class, 1.0) for zone in faces.zones[:, 1]]
        alone = faces.seen[faces.k[faces.seen[:, 0]] == 1]
        lost = np.bincount(alone[:, 1], faces.areas[alone[:, 0]], minlength=len(place.cameras))
        heavy = np.bincount(alone[:, 1], (faces.areas * weight)[alone[:, 0]], minlength=len(place.cameras))
        singles += [
            Single(camera.camera_id, camera.name, camera.floor_id, float(lost[row]), float(heavy[row]))
            for row, camera in enumerate(place.cameras)
        ]
        pairs, shared = faces.joint_by_pair()
        joint += [
            (float(area), *sorted((place.cameras[one].camera_id, place.cameras[two].camera_id)))
            for (one, two), area in zip(pairs, shared, strict=True)
        ]
        expected |= dict(_expected(place, faces, long, rate, key_rate))
    singles = _once(singles)
    rows = [row for row in plan.rows if row.kind in {"floor", "cell", "site"}]
    return Outages(
        singles=tuple(sorted(singles, key=lambda one: (-round(one.lost_m2, 6), one.camera_id))),
        pairs=tuple(_worst(singles, joint)),
        rate=rate,
        key_rate=key_rate,
        expected={row.key: expected[row.key] for row in rows},
        reference={row.key: row.reference_m2 for row in rows},
        covered={row.key: row.covered_m2 for row in rows},
    )


def _once(singles: list[Single]) -> list[Single]:
    """Add up what a camera that sees two floors loses on each."""
    found: dict[str, Single] = {}
    for one in singles:
        other = found.get(one.camera_id)
        if other is not None:
            one = replace(other, lost_m2=other.lost_m2 + one.lost_m2, weighted_m2=other.weighted_m2 + one.weighted_m2)  # noqa: PLW2901 - the sum stands for both
        found[one.camera_id] = one
    return list(found.values())


def _expected(place: Any, faces: Any, long: Any, rate: float, key_rate: float) -> Iterator[tuple[str, float]]:
    share = {value: faces.areas * expected_seen(faces, long, value) for value in (rate, key_rate)}
    if place.floor_id:
        yield place.floor_id, float(share[rate].sum())
        return
    by_rate = {value: faces.by_zone(areas, len(place.zones)) for value, areas in share.items()}
    for number, zone in enumerate(place.zones):
        yield zone.zone_id, float(by_rate[key_rate if zone.zone_class in {"special", "key"} else rate][number])


def _worst(singles: list[Single], joint: list[tuple[float, str, str]]) -> list[Pair]:
    """Give the costliest pairs: among those that share ground, and those of the largest single losses."""
    lost = {one.camera_id: one.lost_m2 for one in singles}
    shared: dict[tuple[str, str], float] = {}
    for area, one, two in joint:
        shared[one, two] = shared.get((one, two), 0.0) + area
    top = [one.camera_id for one in heapq.nlargest(_PAIRS + 1, singles, key=lambda one: (one.lost_m2, one.camera_id))]
    for row, one in enumerate(top):
        for two in top[row + 1 :]:
            first, second = sorted((one, two))
            shared.setdefault((first, second), 0.0)
    pairs = [Pair(one, two, lost[one] + lost[two] + area, area) for (one, two), area in shared.items()]
    return sorted(pairs, key=lambda pair: (-round(pair.lost_m2, 6), pair.first, pair.second))[:_PAIRS]


def check_outages(problem: Problem, plan: Coverage, found: Outages, most: int = 3) -> list[str]:
    """Verify the costliest outages by other means: what the drawn views cover with the cameras and without them."""
    faults = []
    where: dict[str, list[Place]] = {}
    for place in problem.places:
        for camera in place.cameras:
            where.setdefault(camera.camera_id, []).append(place)
    views = {(camera.camera_id, camera.floor_id): camera.geometry for camera in plan.cameras}
    named: list[tuple[tuple[str, ...], float]] = [((one.camera_id,), one.lost_m2) for one in found.singles[:most]]
    named += [((pair.first, pair.second), pair.lost_m2) for pair in found.pairs[:most]]
    for dark, said in named:
        lost, slack = 0.0, 1e-3
        for place in {id(place): place for key in dark for place in where[key]}.values():
            drawn = {camera.camera_id: views[camera.camera_id, place.floor_id] for camera in place.cameras}
            ground = shapely.transform(shapely.union_all(place.tiles), lambda points: points + problem.origin)
            near = shapely.union_all([drawn[key] for key in dark if key in drawn])
            rest = [view for key, view in drawn.items() if key not in dark and shapely.intersects(view, near)]
            lost += float(shapely.area(shapely.intersection(shapely.difference(near, shapely.union_all(rest)), ground)))
            slack += sum(0.0002 * eye.reach**2 for eye in place.eyes if eye.camera_id in dark or len(rest))
        if abs(lost - said) > slack + 1e-6 * said:
            faults.append(str(say("security.check.outage", cameras=" + ".join(dark), said=f"{said:.3f}", found=f"{lost:.3f}")))
    return faults
