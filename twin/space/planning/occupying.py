"""A plan as occupancies: who leaves a room on the day of the plan, who has it from the next."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd

from twin.space.intake import day

if TYPE_CHECKING:
    from twin.model.snapshot import Snapshot
    from twin.space.planning.proposal import Proposal

__all__ = ["occupancies"]


def occupancies(snapshot: Snapshot, proposal: Proposal) -> gpd.GeoDataFrame:
    """Give the rows of `occupancy` that the plan ends or begins; the same people in the same room keep the row they have.

    Parameters
    ----------
    snapshot
        The one the plan was made from.

    Returns
    -------
    Rows for a scenario or the model: those that end have the plan's day as their last, new ones begin the day after.
    """
    asked = dt.date.fromisoformat(proposal.ground.ask.on)
    wanted = Counter((at.room_id, at.department_id, at.rank, at.heads) for at in proposal.rooms)
    frame = snapshot.frame("occupancy").reset_index(drop=True)
    pool = {str(proposal.ground.held.rooms[row]) for row in proposal.ground.pool.row}
    planned = set(proposal.ground.departments)
    ended = []
    for number, row in enumerate(frame.itertuples(index=False)):
        first, last = day(row.valid_from or dt.date.min), day(row.valid_to or dt.date.max)
        here = row.room_id in pool and row.department_id in planned
        if not here or first is None or last is None or not first <= asked <= last:
            continue
        key = (row.room_id, row.department_id, row.rank or "", int(row.head_count))
        if wanted[key]:
            wanted[key] -= 1
        else:
            ended.append(number)
    old = frame.loc[ended].assign(valid_to=asked.isoformat())
    begins = (asked + dt.timedelta(days=1)).isoformat()
    new = pd.DataFrame(
        [
            {"occupancy_id": _key(room, department, rank, begins, n), "room_id": room, "department_id": department,
             "rank": rank or None, "head_count": heads, "valid_from": begins, "valid_to": None}
            for (room, department, rank, heads), count in sorted(wanted.items())
            for n in range(count)
        ],
        columns=[name for name in frame.columns if name != "geometry"],
    )  # fmt: skip
    rows = pd.concat(
        [part for part in (pd.DataFrame(old.drop(columns="geometry")), new) if len(part)] or [new], ignore_index=True
    )
    return gpd.GeoDataFrame(rows, geometry=gpd.GeoSeries([None] * len(rows), index=rows.index), crs=snapshot.crs)


def _key(room: str, department: str, rank: str, begins: str, number: int) -> str:
    """Give a key of its own to a row that the plan begins: the same plan gives the same keys."""
    return "P" + hashlib.sha256(f"{room}\0{department}\0{rank}\0{begins}\0{number}".encode()).hexdigest()[:14]
