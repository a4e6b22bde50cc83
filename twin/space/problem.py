"""The space question as frozen arrays: which departments, posts, rooms and uses there are on one day."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from twin.model.errors import UsageError
from twin.model.findings import sort_findings
from twin.space.intake import day, read
from twin.space.notices import gaps, too_early, unknown_ranks
from twin.space.rules import Standard, in_force, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from twin.model.findings import Finding
    from twin.model.snapshot import Snapshot

__all__ = ["Params", "Problem", "build"]

_MOST_TOLERANCE_M2 = 10.0


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked.

    Parameters
    ----------
    on
        The day, an ISO date; an occupancy counts if valid_from ≤ `on` ≤ valid_to.
    buildings, departments
        Keys to restrict the answer to; empty = all.
    tolerance_m2
        A room counts as over the standard if it passes its ceiling by more than this, 0 … 10 m². The standard grants none:
        it stands for what drawing and measuring leave open.

    Raises
    ------
    UsageError
        If `on` is no date or `tolerance_m2` out of range.
    """

    on: str
    buildings: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    tolerance_m2: float = 0.1

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if day(self.on) is None:
            raise UsageError("space.bad_day", day=self.on)
        if not (math.isfinite(self.tolerance_m2) and 0 <= self.tolerance_m2 <= _MOST_TOLERANCE_M2):
            raise UsageError("space.bad_tolerance", tolerance=self.tolerance_m2)


@dataclass(frozen=True, slots=True)
class Problem:
    """One day of one snapshot. Every array is read-only; `post_department`, `use_department` and `use_room` are row numbers.

    `departments` are those of the table, then those that only an occupancy names (their level is None).
    `chosen` marks the departments that were asked for. Areas are drawn net usable areas (使用面积), m²; NaN in `file_area` where
    the file states none; `room_storey` is the number of the floor, 0 where unknown. `use_*` are the occupancies valid on the day
    in the rooms asked for.
    """

    params: Params
    version: int
    standard: Standard
    departments: NDArray[Any]
    names: NDArray[Any]
    levels: NDArray[Any]
    chosen: NDArray[np.bool_]
    post_department: NDArray[np.intp]
    post_rank: NDArray[Any]
    post_count: NDArray[np.int64]
    rooms: NDArray[Any]
    room_number: NDArray[Any]
    room_name: NDArray[Any]
    room_building: NDArray[Any]
    room_floor: NDArray[Any]
    room_place: NDArray[Any]
    room_storey: NDArray[np.float64]
    room_class: NDArray[Any]
    area: NDArray[np.float64]
    file_area: NDArray[np.float64]
    file_basis: NDArray[Any]
    use_room: NDArray[np.intp]
    use_department: NDArray[np.intp]
    use_rank: NDArray[Any]
    use_heads: NDArray[np.int64]
    use_since: NDArray[Any]
    findings: tuple[Finding, ...]


def build(snapshot: Snapshot, params: Params, standards: Sequence[Standard] = ()) -> Problem:
    """Read the question from a snapshot; one building in local metres and no department at all will do.

    Faults of the data become the problem's `findings`; the rest is read all the same. Of the shipped standard and the user's own
    `standards` the newest in force on the day counts.

    Raises
    ------
    UnknownKeyError
        If a building or department that was asked for is not there.
    """
    arrays, found = read(snapshot, params.on, params.buildings, params.departments)
    for values in arrays.values():
        values.setflags(write=False)
    standard = in_force((load(), *standards), params.on)
    problem = Problem(params=params, version=snapshot.version, standard=standard, findings=(), **arrays)
    found += [*unknown_ranks(problem), *gaps(problem), *too_early(problem)]
    return replace(problem, findings=tuple(sort_findings(found)))
