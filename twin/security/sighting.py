"""The other way round: which cameras see a place, and how finely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.aligned import aligned
from twin.model.errors import UsageError
from twin.model.words import say
from twin.security.judge import pixels_per_metre
from twin.security.ladders import LADDERS

if TYPE_CHECKING:
    from twin.security.plan import Coverage
    from twin.security.problem import Problem

__all__ = ["Sighting", "Witness", "place_number", "sighting"]


@dataclass(frozen=True, slots=True)
class Witness:
    """One camera that sees the place: `density` pixels per metre (None where its pixels are not known), `level` of the ladder.

    `part` is the position of its tour or the sensor that sees it, for the `share` of the time that it looks there.
    """

    camera_id: str
    name: str
    distance_m: float
    density: float | None
    level: str
    part: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Sighting:
    """Who sees a place; the finest picture first."""

    x: float
    y: float
    floor_id: str
    witnesses: tuple[Witness, ...]

    def record(self) -> dict[str, Any]:
        """Give it as JSON-able values: x, y, floor_id, cameras [{camera_id, name, distance_m, px_per_m, level, part, share}]."""
        cameras = [
            {
                "camera_id": one.camera_id,
                "name": one.name,
                "distance_m": one.distance_m,
                "px_per_m": one.density,
                "level": one.level,
                "part": one.part,
                "share": one.share,
            }
            for one in self.witnesses
        ]
        return {"x": self.x, "y": self.y, "floor_id": self.floor_id, "cameras": cameras}

    def lines(self, lang: str = "") -> list[str]:
        """Write a line per camera."""
        if not self.witnesses:
            word = say("security.line.nobody")
            return [word.lang(lang) if lang else str(word)]
        tongues = [lang] if lang else ["zh", "en"]
        heads = [
            [say(f"security.line.{name}").lang(tongue) for name in ("camera", "distance", "density", "level")]
            for tongue in tongues
        ]
        rows = [
            [
                f"{one.camera_id} {one.name}",
                f"{one.distance_m:.1f}",
                "-" if one.density is None else f"{one.density:.0f}",
                "/".join(say(f"security.level.{one.level}").lang(tongue) for tongue in tongues) if one.level else "-",
            ]
            for one in self.witnesses
        ]
        return aligned([*heads, *rows], right={1, 2})


def place_number(problem: Problem, floor_id: str) -> int:
    """Give the number of a floor (empty: the grounds) among the places of a problem.

    Raises
    ------
    UsageError
        If it is not among them.
    """
    for number, place in enumerate(problem.places):
        if place.floor_id == floor_id:
            return number
    raise UsageError("security.no_such_place", floor=floor_id or "-")


def sighting(problem: Problem, plan: Coverage, floor_id: str, at: tuple[float, float]) -> Sighting:
    """Ask who sees a point; `at` in the snapshot's CRS, `floor_id` empty outdoors.

    Raises
    ------
    UsageError
        If the floor is not in scope.
    """
    number = place_number(problem, floor_id)
    place, point = problem.places[number], np.array([at]) - problem.origin
    found = []
    eyes = place.eyes
    for row in plan.seen[number].seeing(point)[:, 1]:
        camera = eyes[row]
        density = float(pixels_per_metre(camera, point)[0]) if camera.width_px > 0.0 else None
        levels = [
            level.key for level in LADDERS[problem.params.ladder].levels if density is not None and density >= level.px_per_m
        ]
        away = float(np.hypot(*(point[0] - (camera.x, camera.y))))
        found.append(
            Witness(camera.camera_id, camera.name, away, density, levels[-1] if levels else "", camera.part, camera.share)
        )
    found.sort(key=lambda one: (-(one.density or 0.0), one.camera_id))
    return Sighting(at[0], at[1], floor_id, tuple(found))
