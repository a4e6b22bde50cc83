"""Why a journey stays unserved: no vehicle may take it, none can in time, the price is too high, or all are busy then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from twin.fleet.dispatch.flat import FAR
from twin.fleet.dispatch.inserting import best_place
from twin.fleet.dispatch.mending import mend
from twin.fleet.dispatch.running import ENERGY, GOOD, LATE, LOAD, REACH, RIDE, run

if TYPE_CHECKING:
    from twin.fleet.dispatch.working import Working

__all__ = ["Reason", "reasons"]

_CODES = {LATE: "late", LOAD: "seats", ENERGY: "energy", RIDE: "ride", REACH: "reach"}


@dataclass(frozen=True, slots=True)
class Reason:
    """`why`: ``may``, ``late``, ``seats``, ``energy``, ``ride``, ``reach``, ``price``, ``busy``; `cost` of serving, 0 unknown."""

    request: int
    why: str
    cost: float = 0.0


def reasons(work: Working) -> tuple[Reason, ...]:
    """Explain each request that the best plan of a search leaves out."""
    left = sorted(int(r) for r in work.best_gone[1 : work.best_gone[0] + 1])
    return tuple(_reason(work, r) for r in left)


def _reason(work: Working, r: int) -> Reason:
    kinds = np.flatnonzero(work.wants.may[r])
    if len(kinds) == 0:
        return Reason(r, "may")
    failed = [_alone(work, r, int(k)) for k in kinds]
    if GOOD not in failed:
        codes, counts = np.unique(np.array(failed), return_counts=True)
        return Reason(r, _CODES[int(codes[int(np.argmax(counts))])])
    price = best_place(
        work.net, work.cars, work.curve, work.best, work.wants, r, FAR, work.limit, 0.0, work.choice, work.rng, work.work
    )
    return Reason(r, "busy") if work.choice[0] < 0 else Reason(r, "price", float(price))


def _alone(work: Working, r: int, k: int) -> int:
    """Send a vehicle for this request alone; give the code of what fails."""
    seqs, rows = work.work[0], work.work[1]
    nodes = [int(work.cars.start[k]), int(work.wants.pickup[r]), int(work.wants.delivery[r]), int(work.cars.end[k])]
    nodes = [node for node in nodes if node >= 0]
    seqs[0, : len(nodes)] = nodes
    code, _ = run(work.net, work.cars, work.curve, k, seqs[0], len(nodes), 1, -1e15, rows, rows[11])
    if code != ENERGY:
        return int(code)
    count, _ = mend(work.net, work.cars, work.curve, k, len(nodes), 1, -1e15, FAR, work.work)
    return GOOD if count else ENERGY
