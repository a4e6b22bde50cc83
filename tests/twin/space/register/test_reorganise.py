"""Reorganisation: rooms, posts and people go over on the day and none is lost; what was before stays as it was."""

from collections import Counter

import pytest

from tests.scenes import tiny_district
from tests.twin.space.register.districts import district, holders
from tests.twin.space.register.test_operations import refused
from twin.model.checks import check
from twin.space import plan, problem, solve
from twin.space.register import certificates
from twin.space.register.edits import applied, records, row_of
from twin.space.register.reorganise import entitlements, merge, move, split

DAY, BEFORE = "2026-07-01", "2026-06-30"


def posts(snapshot):
    """Count established posts by department and rank."""
    found = Counter()
    for row in records(snapshot, "post"):
        found[row["department_id"], row["rank"]] += row["established"]
    return +found


def report(snapshot, day):
    asked = problem.build(snapshot, problem.Params(on=day))
    found = solve.solve(asked)
    assert plan.check(asked, found) == []
    return found


@pytest.fixture(scope="module")
def scene():
    """Give the small district with a child of D1, a certificate and a lease of it."""
    base = district(
        lease=[{"lease_id": "l", "lease_class": "in", "building_id": "B", "department_id": "D1", "area_m2": 9.0, "document": "x"}]
    )
    made = applied(base, certificates.issue(base, "D1", "凭1", "2024-02-01"))
    return applied(made, split(made, "D2", "D3", "国资局", "2025-01-01", posts={"局(处)级以下": 1}))


def test_a_merger_hands_everything_over_on_the_day_and_leaves_the_past(scene):
    edits = merge(scene, ["D1"], "D2", DAY, "编〔2026〕1号")
    after = applied(scene, edits)
    assert holders(after, BEFORE) == holders(scene, BEFORE)
    assert holders(after, DAY) == {room: [("D2", heads) for _, heads in who] for room, who in holders(scene, DAY).items()}
    assert posts(after) == Counter({("D2", "正局(处)级"): 1, ("D2", "局(处)级以下"): 7, ("D3", "局(处)级以下"): 1})
    assert sum(posts(after).values()) == sum(posts(scene).values())
    paper = row_of(after, "certificate", "PZ0001")
    assert (paper["revoked"], "编〔2026〕1号" in paper["reason"]) == (DAY, True)
    assert row_of(after, "lease", "l")["department_id"] == "D2"
    assert row_of(after, "vehicle", "V1")["department_id"] == "D2"
    change = records(after, "department_change")[-1]
    assert (change["change_class"], change["from_department_id"], change["to_department_id"], change["effective"]) == (
        "merge",
        "D1",
        "D2",
        DAY,
    )
    assert [found.code for found in check(after) if found.severity == "error"] == [
        found.code for found in check(scene) if found.severity == "error"
    ]
    assert [line.department_id for line in report(after, DAY).departments] == ["D2", "D3"]
    assert {line.department_id for line in report(after, BEFORE).departments} == {"D1", "D2", "D3"}


def test_what_merged_units_are_due_is_the_formula_of_the_whole():
    """Two city units of 200 below division level: 2 × (1800 + 1600) × 1.09 before; (3600 + 2400) × 1.09 after."""
    base = tiny_district()
    rows = base.frame("post").iloc[:0]
    for key in ("D1", "D2"):
        rows.loc[f"P-{key}"] = {
            "post_id": f"P-{key}",
            "department_id": key,
            "rank": "局(处)级以下",
            "established": 200,
            "geometry": None,
        }
    big = base.replaced({"post": rows}, 1)
    due = entitlements(big, merge(big, ["D1"], "D2", DAY), ["D1", "D2"], DAY)
    assert (round(due.before, 6), round(due.after, 6)) == (7412.0, 6540.0)


def test_a_split_takes_posts_and_rooms_and_nothing_else(scene):
    edits = split(scene, "D1", "D4", "数据局", DAY, posts={"局(处)级以下": 2}, rooms=["A-F1-102"])
    after = applied(scene, edits)
    assert holders(after, BEFORE) == holders(scene, BEFORE)
    assert holders(after, DAY) == holders(scene, DAY) | {"A-F1-102": [("D4", 4)]}
    assert posts(after) == posts(scene) - Counter({("D1", "局(处)级以下"): 2}) + Counter({("D4", "局(处)级以下"): 2})
    assert row_of(after, "department", "D4") | {"department_id": "D1", "name": "发展改革局"} == row_of(scene, "department", "D1")
    assert len(edits.notes) == 1
    assert report(after, DAY).totals["entitled"]["office"] == report(scene, DAY).totals["entitled"]["office"]


def test_a_split_and_a_merger_back_give_every_room_and_post_back(scene):
    apart = applied(scene, split(scene, "D1", "D4", "数据局", "2026-02-01", posts={"局(处)级以下": 2}, rooms=["A-F1-102"]))
    again = applied(apart, merge(apart, ["D4"], "D1", DAY))
    assert holders(again, DAY) == holders(scene, DAY)
    assert posts(again) == posts(scene)


def test_a_department_is_put_under_another_and_never_below_itself(scene):
    moved = applied(scene, move(scene, "D1", "D2", DAY))
    assert row_of(moved, "department", "D1")["parent_id"] == "D2"
    assert (holders(moved, DAY), posts(moved)) == (holders(scene, DAY), posts(scene))
    refused("reorganise.above", move, moved, "D2", "D1", DAY)
    refused("reorganise.above", merge, moved, ["D2"], "D1", DAY)
    refused("reorganise.itself", move, scene, "D1", "D1", DAY)
    refused("reorganise.itself", merge, scene, ["D1", "D2"], "D2", DAY)
    refused("reorganise.nobody", merge, scene, [], "D2", DAY)


def test_what_cannot_be_split_off_is_refused(scene):
    refused("reorganise.taken", split, scene, "D1", "D2", "x", DAY, posts={"局(处)级以下": 1})
    refused("reorganise.nothing", split, scene, "D1", "D4", "x", DAY)
    refused("reorganise.posts", split, scene, "D1", "D4", "x", DAY, posts={"局(处)级以下": 7})
    refused("reorganise.posts", split, scene, "D1", "D4", "x", DAY, posts={"正局(处)级": 0})
    refused("register.not_holder", split, scene, "D1", "D4", "x", DAY, rooms=["A-F1-103"])
