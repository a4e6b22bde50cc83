"""The hand-made district with a register: every figure below can be added up from tests/scenes.py."""

from functools import cache

import pandas as pd

from tests.scenes import CRS_4544, tiny_district
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES
from twin.space.register.edits import records


def with_rows(snapshot, **tables):
    """Give a snapshot in which some tables hold these rows and no others."""
    frames = {
        name: fit_frame(TABLES[name], pd.DataFrame(rows, columns=list(TABLES[name].names)), CRS_4544)
        for name, rows in tables.items()
    }
    return snapshot.replaced(frames, snapshot.version)


def district(**tables):
    """Give the tiny district with rows of the register."""
    return with_rows(_bare(), **tables)


@cache
def _bare():
    return tiny_district()


def holders(snapshot, day):
    """Give who holds each room on a day, by plain loops."""
    found = {}
    for row in records(snapshot, "occupancy"):
        if (row["valid_from"] or "0") <= day <= (row["valid_to"] or "9"):
            found.setdefault(row["room_id"], []).append((row["department_id"], row["head_count"]))
    return {room: sorted(who) for room, who in found.items()}
