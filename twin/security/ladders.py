"""Levels of density: how many pixels per metre a picture must have for a task, after two editions of one standard.

IEC 62676-4:2014 (EN likewise) names the levels of DORI. The edition of 2025, in force since 2025-10-09, replaces them by seven
levels; one vendor says that it runs alongside the older. Both are held as data; a question says by which it is answered.
`verified` counts the independent public texts that were found to state a number; neither standard itself was read.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LADDERS", "Ladder", "Level"]


@dataclass(frozen=True, slots=True)
class Level:
    """One level: its key in the catalogue (`security.level.<key>`) and the least density, pixels per metre."""

    key: str
    px_per_m: float
    verified: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """The levels of one edition, from the coarsest to the finest, and where its numbers come from."""

    key: str
    source: str
    levels: tuple[Level, ...]


_IEC_2014 = Ladder(
    "iec2014",
    "IEC/EN 62676-4:2014 (DORI), as stated by vendors' pages; monitor and inspect belong to the same table",
    (
        Level("monitor", 12.5, 2),
        Level("detect", 25.0, 3),
        Level("observe", 62.5, 3),
        Level("recognise", 125.0, 3),
        Level("identify", 250.0, 3),
        Level("inspect", 1000.0, 1),
    ),
)
_IEC_2025 = Ladder(
    "iec2025",
    "IEC 62676-4:2025 (OODPCVS), as stated by vendors' pages of 2025 and 2026",
    (
        Level("overview", 20.0, 2),
        Level("outline", 40.0, 2),
        Level("discern", 80.0, 2),
        Level("perceive", 125.0, 2),
        Level("characterise", 250.0, 2),
        Level("validate", 500.0, 2),
        Level("scrutinise", 1500.0, 2),
    ),
)

LADDERS: dict[str, Ladder] = {ladder.key: ladder for ladder in (_IEC_2014, _IEC_2025)}
"""Both editions by key."""
