"""The interchange file: read unchanged, valued to the last digit, refused with every fault at once."""

from __future__ import annotations

import copy
import json

import numpy as np
import pytest

from twin.space.consolidate.faults import ProblemRefused
from twin.space.consolidate.interchange import problem_of, read_problem, rooms_of
from twin.space.consolidate.plan import evaluate, room_faults

NAMES = ("S1", "S2", "S3", "S4", "S5", "L1")
PARTS = {"build": "buildings", "floor": "floors", "frag": "extra_floors", "fragb": "extra_buildings", "move": "moves",
         "over": "over_ceiling", "nb": "open_buildings", "nf": "open_floors"}  # fmt: skip


def data(testdata, name):
    return json.loads((testdata / "space" / "consolidation" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_the_hand_plan_has_its_recorded_value_to_the_last_digit(testdata, name):
    held = data(testdata, name)
    problem, rooms = problem_of(held), rooms_of(held["hand_plan"]["rooms"])
    assert room_faults(problem, rooms) == []
    value = evaluate(problem, rooms)
    assert value.total == held["hand_plan"]["value"]
    assert {old: getattr(value, new) for old, new in PARTS.items()} == held["hand_plan"]["parts"]


def test_every_fault_of_a_file_is_named_at_once(testdata, tmp_path):
    held = copy.deepcopy(data(testdata, "S1"))
    held["departments"][3].update(staff=0, chief=0, deputies=0)
    held["room_types"][1]["area_m2"] = 0
    held["ceilings_m2"]["chief"] = 5
    held["floors"][7]["running_cost"] = -1
    held["buildings"][0]["running_cost"] = -2
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(ProblemRefused) as refused:
        read_problem(file)
    codes = [found.code for found in refused.value.findings]
    assert sorted(codes) == ["plan.ceilings_contradict", "plan.negative", "plan.negative", "plan.no_area", "plan.no_posts"]
    for found in refused.value.findings:
        assert found.message.zh
        assert found.remedy.en


def test_what_cannot_be_read_is_named_with_its_place(testdata):
    held = copy.deepcopy(data(testdata, "S1"))
    held["departments"][0]["staff"] = "many"
    held["departments"][1]["today"] = {"999": 3}
    held["floors"][2]["rooms_by_type"] = [1, 2]
    held["weights"]["extra_floor_per_department"] = float("nan")
    with pytest.raises(ProblemRefused) as refused:
        problem_of(held)
    places = {found.column for found in refused.value.findings}
    assert places == {
        "departments[0].staff", "departments[1].today", "floors[2].rooms_by_type", "weights.extra_floor_per_department"
    }  # fmt: skip


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"floors": []}'])
def test_what_is_no_problem_is_refused(tmp_path, text):
    file = tmp_path / "none.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProblemRefused):
        read_problem(file)


def test_leaving_rooms_out_of_the_hand_plan_is_found(testdata):
    held = data(testdata, "S2")
    problem, rooms = problem_of(held), rooms_of(held["hand_plan"]["rooms"])
    for row in np.random.default_rng(1).choice(len(rooms), 25, replace=False):
        spoilt = np.delete(rooms, row, axis=0)
        wasteful = rooms[row, 3] == 0 and not room_faults(problem, spoilt)
        seats = problem.types.seats[rooms[row, 2]] * rooms[row, 4]
        held_seats = (rooms[:, 4] * problem.types.seats[rooms[:, 2]])[(rooms[:, 0] == rooms[row, 0]) & (rooms[:, 3] == 0)].sum()
        assert room_faults(problem, spoilt) or (wasteful and held_seats - seats >= problem.staff[rooms[row, 0]])
