"""Small office worlds for the tests of the space question: a problem straight from lists, and a strategy of many."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from twin.model.snapshot import Snapshot
from twin.model.tables import ROOM_CLASSES
from twin.space.problem import Params, Problem
from twin.space.rules import load

DAY = "2024-06-01"
CITY = ("市级正职", "市级副职", "正局(处)级", "副局(处)级", "局(处)级以下")


def world(rooms=(), departments=(), posts=(), uses=(), buildings=("A",)):
    """Give a snapshot from short rows.

    rooms (key, class, m²) · departments (key, level) · posts (department, rank, count) ·
    uses (room, department, rank, heads[, from, to]); every room stands in building A, floor A-F1, unless its key names another.
    """
    tables = {
        "building": [{"building_id": key, "name": f"{key}楼"} for key in buildings],
        "floor": [
            {"floor_id": f"{key}-F1", "building_id": key, "name": "1层", "number": 1, "elevation": 0.0} for key in buildings
        ],
        "room": [
            {
                "room_id": key,
                "number": key,
                "room_class": kind,
                "area_m2": area,
                "building_id": key.split("-")[0] if "-" in key else "A",
                "floor_id": f"{key.split('-')[0] if '-' in key else 'A'}-F1",
            }
            for key, kind, area in rooms
        ],
        "department": [{"department_id": key, "name": f"{key}局", "level": level} for key, level in departments],
        "post": [
            {"post_id": f"P{n}", "department_id": key, "rank": rank, "established": count}
            for n, (key, rank, count) in enumerate(posts)
        ],
        "occupancy": [
            {
                "occupancy_id": f"O{n:03}",
                **dict(zip(("room_id", "department_id", "rank", "head_count", "valid_from", "valid_to"), use, strict=False)),
            }
            for n, use in enumerate(uses)
        ],
    }
    return Snapshot({name: pd.DataFrame(rows) for name, rows in tables.items() if rows}, None, version=7)


def _column(values):
    return np.array(values, dtype=object)


@st.composite
def problems(draw):
    """Draw a problem with shared rooms, empty rooms, ranks unknown to the level, and departments left out of the answer."""
    levels = draw(st.lists(st.sampled_from(["central", "city", "county", "township", None]), min_size=1, max_size=5))
    rooms = draw(st.lists(st.tuples(st.sampled_from(ROOM_CLASSES), st.floats(0, 300)), max_size=8))
    rank = st.sampled_from([*CITY, "处级", "科级以下", None])
    owner = st.integers(0, len(levels) - 1)
    posts = draw(st.lists(st.tuples(owner, rank.filter(bool), st.integers(0, 300)), max_size=8))
    use = st.tuples(st.integers(0, max(len(rooms) - 1, 0)), owner, rank, st.integers(0, 6))
    uses = draw(st.lists(use, max_size=12)) if rooms else []
    file_area = draw(st.lists(st.one_of(st.just(float("nan")), st.floats(0, 300)), min_size=len(rooms), max_size=len(rooms)))
    keys = [f"R{n}" for n in range(len(rooms))]
    return Problem(
        params=Params(DAY),
        version=1,
        standard=load(),
        departments=_column([f"D{n}" for n in range(len(levels))]),
        names=_column([f"{n}局" for n in range(len(levels))]),
        levels=_column(levels),
        chosen=np.array(draw(st.lists(st.booleans(), min_size=len(levels), max_size=len(levels))), dtype=bool),
        post_department=np.array([post[0] for post in posts], dtype=np.intp),
        post_rank=_column([post[1] for post in posts]),
        post_count=np.array([post[2] for post in posts], dtype=np.int64),
        rooms=_column(keys),
        room_number=_column(keys),
        room_name=_column([None] * len(rooms)),
        room_building=_column(["A"] * len(rooms)),
        room_floor=_column(["A-F1"] * len(rooms)),
        room_place=_column(["A楼 1层"] * len(rooms)),
        room_storey=np.array(draw(st.lists(st.integers(-2, 30), min_size=len(rooms), max_size=len(rooms))), dtype=float),
        room_class=_column([kind for kind, _ in rooms]),
        area=np.array([area for _, area in rooms], dtype=float),
        file_area=np.array(file_area, dtype=float),
        file_basis=_column([None] * len(rooms)),
        use_room=np.array([row[0] for row in uses], dtype=np.intp),
        use_department=np.array([row[1] for row in uses], dtype=np.intp),
        use_rank=_column([row[2] for row in uses]),
        use_heads=np.array([row[3] for row in uses], dtype=np.int64),
        use_since=_column(["2024-01-01"] * len(uses)),
        findings=(),
    )
