from __future__ import annotations

from collections import defaultdict

import pytest

from tests.sample_buildings.test_grounds import ifc_keys

CEILING = {"市级正职": 42.0, "市级副职": 30.0, "正局(处)级": 24.0, "副局(处)级": 18.0, "局(处)级以下": 9.0}
TODAY = "2026-01-01"


@pytest.fixture
def today(sample):
    """Give the occupancies of today, the offices, and people by room."""
    rows = sample.table("occupancy")
    valid = rows[(rows.valid_from <= TODAY) & ((rows.valid_to == "") | (rows.valid_to >= TODAY))]
    offices = {key: room for key, (_, _, room) in ifc_keys(sample)["room"].items() if room.use.room_class == "office"}
    held = defaultdict(list)
    for row in valid.itertuples():
        if int(row.head_count):
            held[row.room_id].append((row.department_id, row.rank, int(row.head_count)))
    return valid, offices, held


def test_people_sit_in_offices_only(today):
    _, offices, held = today
    assert held.keys() <= offices.keys()


def test_a_room_has_one_department_at_a_time(sample):
    rows = sample.table("occupancy")
    for _, group in rows.groupby("room_id"):
        past, now = group[group.valid_to != ""], group[group.valid_to == ""]
        assert now.department_id.nunique() <= 1
        assert all(end < start for end in past.valid_to for start in now.valid_from)


def test_some_offices_stand_empty_and_some_are_over_the_standard_but_most_are_not(today):
    _, offices, held = today
    empty = len(offices) - len(held)
    over = sum(offices[key].shape.area > sum(CEILING[rank] * count for _, rank, count in rows) for key, rows in held.items())
    assert 0.03 <= empty / len(offices) <= 0.2
    assert 0.05 <= over / len(held) <= 0.3


def test_every_department_has_posts_for_all_it_seats_and_one_head(sample, today):
    _, _, held = today
    seated = defaultdict(int)
    for rows in held.values():
        for department, rank, count in rows:
            seated[department, rank] += count
    posts = {(row.department_id, row.rank): int(row.established) for row in sample.table("post").itertuples()}
    assert all(posts.get(key, 0) >= count for key, count in seated.items())
    assert {key for key, rank in posts if rank == "正局(处)级"} == set(sample.table("department").department_id)
    assert all(posts[key, rank] == 1 for key, rank in posts if rank == "正局(处)级")


def test_every_department_sits_somewhere(sample, today):
    valid, _, _ = today
    assert set(valid[valid.head_count != "0"].department_id) == set(sample.table("department").department_id)


def test_units_belong_to_organs_without_loops(sample):
    parents = dict(zip(sample.table("department").department_id, sample.table("department").parent_id, strict=True))
    for parent in parents.values():
        assert parent == "" or parents[parent] == ""
