"""Who is to be seated: heads of each department by use of room, sorted by what the standard grants their rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from twin.model.findings import Finding
from twin.space.consolidate.problem import USES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.planning.pool import Pool
    from twin.space.problem import Problem as Held

    Ranks = tuple[tuple[tuple[tuple[str, int, float], ...], ...], ...]

__all__ = ["DEPUTY_TOP_M2", "STAFF_TOP_M2", "Heads", "ceiling_of", "read_heads", "use_of"]

STAFF_TOP_M2, DEPUTY_TOP_M2 = 12.0, 18.0
"""Ranks granted up to 12 m² share rooms, up to 18 m² sit as deputies, all above as chiefs: so at every level of the standard."""
_NO_CEILING = (9.0, 24.0, 18.0)
"""Ceilings by use where nobody of it is there: those of a city."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Departments that need seats.

    Attributes
    ----------
    rows
        Their rows in the report's arrays.
    number
        Heads by use, shape (D, 3), in the order of `USES`.
    ceilings_m2
        The least ceiling that any rank of a use has.
    ranks
        Per department and use: (rank, heads, ceiling m²), highest ceiling first.
    """

    rows: NDArray[np.intp]
    number: NDArray[np.int64]
    ceilings_m2: tuple[float, float, float]
    ranks: Ranks

    def today(self, held: Held, pool: Pool) -> NDArray[np.int64]:
        """Count the staff of each department on each floor of the pool today, shape (D, F)."""
        place = {int(row): d for d, row in enumerate(self.rows)}
        floor_of = {int(row): int(floor) for row, floor in zip(pool.row, pool.floor, strict=True)}
        today = np.zeros((len(self.rows), len(pool.floors)), dtype=np.int64)
        for room, row, rank, heads in zip(held.use_room, held.use_department, held.use_rank, held.use_heads, strict=True):
            d, floor = place.get(int(row)), floor_of.get(int(room))
            if d is not None and floor is not None and use_of(ceiling_of(held, int(row), rank)) == 0:
                today[d, floor] += heads
        return today


def use_of(ceiling_m2: float) -> int:
    """Give the use of a rank with this ceiling: 0 staff, 1 chief, 2 deputy."""
    if ceiling_m2 <= STAFF_TOP_M2:
        return 0
    return 2 if ceiling_m2 <= DEPUTY_TOP_M2 else 1


def read_heads(held: Held, *, present: bool, found: list[Finding]) -> Heads:
    """Count whom to seat: those `present` on the day in the rooms of the report, else the established posts.

    A department with people but no posts is counted by its people, which a finding says; one with neither is left out.
    """
    groups: list[dict[tuple[str, float], int]] = [{} for _ in held.departments]
    posts = np.zeros(len(held.departments), dtype=np.int64)
    np.add.at(posts, held.post_department, held.post_count)
    by_people = (posts == 0) | present
    for row, rank, count in zip(held.post_department, held.post_rank, held.post_count, strict=True):
        if not by_people[row]:
            _add(groups[row], held, int(row), rank, int(count))
    for row, rank, count in zip(held.use_department, held.use_rank, held.use_heads, strict=True):
        if by_people[row]:
            _add(groups[row], held, int(row), rank, int(count))
    rows = [row for row, group in enumerate(groups) if held.chosen[row] and sum(group.values()) > 0]
    guessed = [str(held.departments[row]) for row in rows if posts[row] == 0 and not present]
    if guessed:
        shown = ", ".join(guessed[:5]) + (" …" if len(guessed) > 5 else "")
        found.append(Finding("warning", "plan.no_posts_known", table="post", values={"count": len(guessed), "keys": shown}))
    ranks = tuple(tuple(_of_use(groups[row], use) for use in range(len(USES))) for row in rows)
    number = np.array([[sum(heads for _, heads, _ in part) for part in parts] for parts in ranks], dtype=np.int64)
    return Heads(np.array(rows, dtype=np.intp), number.reshape(-1, len(USES)), _least(ranks), ranks)


def _add(group: dict[tuple[str, float], int], held: Held, row: int, rank: str | None, count: int) -> None:
    key = (rank or "", ceiling_of(held, row, rank))
    group[key] = group.get(key, 0) + count


def ceiling_of(held: Held, row: int, rank: str | None) -> float:
    """Give what a rank is granted; people without one, or with one the standard does not know, count as staff."""
    level = held.levels[row]
    rule = held.standard.ceilings.get((level, rank)) if level and rank else None
    return rule.value if rule else _NO_CEILING[0]


def _of_use(group: dict[tuple[str, float], int], use: int) -> tuple[tuple[str, int, float], ...]:
    rows = [(rank, heads, ceiling) for (rank, ceiling), heads in group.items() if heads and use_of(ceiling) == use]
    return tuple(sorted(rows, key=lambda row: (-row[2], row[0])))


def _least(ranks: Ranks) -> tuple[float, float, float]:
    """Give the least ceiling of each use, and keep them in order: staff ≤ deputy ≤ chief."""
    least = [min((c for parts in ranks for _, _, c in parts[use]), default=_NO_CEILING[use]) for use in range(len(USES))]
    return least[0], least[1], least[2]
