"""What is asked of a placement: which places, how fine a picture where, and what limits the choice."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from twin.model.errors import UsageError
from twin.security.ladders import LADDERS
from twin.security.placement.catalogue import Catalogue, the_catalogue
from twin.security.problem import Params

__all__ = ["Ask"]

_OUTDOOR_SAMPLES = 4_000.0


@dataclass(frozen=True, slots=True)
class Ask:
    """One question.

    `scope` names floors or cells and the scenario (doors, target plane, ladder), as for coverage. With `count` or
    `budget_yuan` as much as possible is to be seen with so many cameras or so much money; with neither, everything is to be
    covered, with the fewest cameras, or at least cost where `cheapest` is true. `level` of the ladder is required everywhere
    (rooms where no image may be taken never count); empty: each zone by its class (`rules.REQUIRED_PX`), zones that require
    nothing left out. `classes` keeps zones of some classes. `step` is metres between samples, `spacing` between candidates
    along a wall, 0 for what suits: indoors 0.5 and 2, outdoors 12 and some thousands of samples; `headings` how many
    directions are tried at each. `kinds` keeps some kinds of the `catalogue`. `mount_m` and `outdoor_m` are heights over floor
    and ground (GB 50395-type rules: >= 2.5 m indoors, >= 3.5 m outdoors; verified 1).
    """

    scope: Params = field(default_factory=Params)
    count: int = 0
    budget_yuan: float = 0.0
    cheapest: bool = False
    level: str = ""
    classes: frozenset[str] = frozenset()
    step: float = 0.0
    spacing: float = 0.0
    headings: int = 8
    kinds: tuple[str, ...] = ()
    catalogue: Catalogue = field(default_factory=the_catalogue)
    mount_m: float = 2.8
    outdoor_m: float = 4.0

    def __post_init__(self) -> None:
        """Refuse what has no meaning.

        Raises
        ------
        UsageError
            Naming the word that is wrong.
        """
        sound = {
            "count": 0 <= self.count <= 10_000,
            "budget": math.isfinite(self.budget_yuan) and self.budget_yuan >= 0.0,
            "step": self.step == 0.0 or 0.1 <= self.step <= 50.0,
            "spacing": self.spacing == 0.0 or 0.2 <= self.spacing <= 500.0,
            "headings": 1 <= self.headings <= 72,
            "mount": 2.0 <= self.mount_m <= 20.0,
            "outdoor-mount": 2.5 <= self.outdoor_m <= 60.0,
        }
        for name, fits in sound.items():
            if not fits:
                raise UsageError("placement.bad_word", word=f"--{name}")
        if self.count and self.budget_yuan:
            raise UsageError("placement.count_or_budget")
        if self.level and self.level not in {level.key for level in LADDERS[self.scope.ladder].levels}:
            known = ", ".join(level.key for level in LADDERS[self.scope.ladder].levels)
            raise UsageError("placement.no_such_level", level=self.level, known=known)
        self.catalogue.only(self.kinds)

    @property
    def offered(self) -> Catalogue:
        """The kinds that may be proposed."""
        return self.catalogue.only(self.kinds)

    @property
    def density(self) -> float:
        """Pixels per metre that `level` asks for; 0 where each zone has its own."""
        found = {level.key: level.px_per_m for level in LADDERS[self.scope.ladder].levels}
        return found.get(self.level, 0.0)

    def step_of(self, area: float, *, outdoors: bool) -> float:
        """Metres between samples of so many m²: outdoors some thousands in all."""
        return self.step or (min(max(math.sqrt(area / _OUTDOOR_SAMPLES), 0.5), 5.0) if outdoors else 0.5)

    def spacing_of(self, *, outdoors: bool) -> float:
        """Metres between candidates along a wall."""
        return self.spacing or (12.0 if outdoors else 2.0)
