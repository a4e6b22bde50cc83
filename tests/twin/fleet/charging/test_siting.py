import dataclasses
import itertools
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenes import tiny_district
from tests.twin.fleet.road_districts import changed
from twin.fleet.charging.site_plan import NO_CHARGER_MS, check
from twin.fleet.charging.site_problem import Problem, build
from twin.fleet.charging.siting import choose
from twin.fleet.ground import Params
from twin.model.errors import DataError, UsageError


@st.composite
def cities(draw):
    size = draw(st.integers(2, 7))
    points = np.array([[draw(st.integers(0, 30)), draw(st.integers(0, 30))] for _ in range(size)], dtype=float)
    ms = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1)) * 60_000
    need = np.array([draw(st.integers(0, 5)) for _ in range(size)], dtype=float)
    spare = np.array([draw(st.booleans()) for _ in range(size)]) & (need == 0)
    places = tuple(SimpleNamespace(key=f"P{at}", name=f"{at}", outside=tuple(points[at])) for at in range(size))
    count = draw(st.integers(1, size - 1))
    whole = np.zeros(size, dtype=np.int64)
    return Problem(SimpleNamespace(version=1), places, whole, whole, need, spare, ms, count, ())


@given(cities())
@settings(max_examples=40)
def test_the_sites_are_the_best_of_all_and_the_bound_holds(problem):
    plan = choose(problem)
    assert check(problem, plan) == []
    stand = [NO_CHARGER_MS * np.ones(len(problem.places)), *(problem.ms[:, at] for at in np.flatnonzero(problem.spare))]
    best = min(
        float(problem.need @ np.min([*stand, *(problem.ms[:, at] for at in some)], axis=0))
        for some in itertools.combinations(range(len(problem.places)), problem.count)
    )
    assert plan.value_ms == pytest.approx(best)
    assert plan.bound_ms <= best * (1 + 1e-9) + 1e-3
    assert plan.proven_ms <= best * (1 + 1e-9) + 1e-3
    spoilt = dataclasses.replace(plan, value_ms=plan.value_ms + 0.01 * (plan.today_ms + 1000))
    assert check(problem, spoilt)
    assert check(problem, dataclasses.replace(plan, bound_ms=plan.value_ms + 0.01 * (plan.today_ms + 1000)))
    assert check(problem, dataclasses.replace(plan, chosen=plan.chosen[:-1]))


def test_a_district_chooses_the_car_park_where_vehicles_lack_chargers():
    row = tiny_district().frame("parking").reset_index(drop=True).iloc[0].to_dict()
    scene = changed("parking", add=[row | {"parking_id": "PN", "name": "北停车场"}])
    with pytest.raises(DataError) as caught:
        build(scene, 1, Params())
    assert caught.value.code == "fleet.site.no_need"
    frames = {
        name: scene.frame(name).reset_index(drop=True)
        for name in ("parking", "charger", "vehicle", "road", "turn_ban", "department", "site")
    }
    frames["charger"] = frames["charger"].iloc[:0]
    bare = type(scene)(frames, scene.crs, version=3)
    asked = build(bare, 1, Params())
    plan = choose(asked)
    assert check(asked, plan) == []
    assert plan.value_ms == 0.0
    assert plan.record()["sites"][0]["vehicles"] == 1
    assert plan.lines("en")[0].startswith("1 electric")
    with pytest.raises(UsageError):
        build(bare, 2, Params())
