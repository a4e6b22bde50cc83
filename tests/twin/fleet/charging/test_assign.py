import dataclasses
import itertools
import math
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenes import tiny_district
from tests.twin.fleet.road_districts import changed
from twin.fleet.charging.assign import assign
from twin.fleet.charging.fleet_checker import check_bound
from twin.fleet.charging.fleet_plan import check
from twin.fleet.charging.fleet_problem import Limits, Problem, Want, build, read_caps, read_wants
from twin.fleet.charging.problem import Chargers
from twin.fleet.ground import Params
from twin.model.errors import DataError, UsageError


def problem_of(ready, size, power, site, caps):
    """Make a problem of times alone."""
    vehicles, groups, rounds = ready.shape
    group_of = np.repeat(np.arange(groups), size)
    count = len(group_of)
    names = np.array([f"C{at}" for at in range(count)], dtype=object)
    chargers = Chargers(
        names, names, np.full(count, "P", dtype=object), np.ones(count), np.full(count, "dc", object), np.zeros((count, 2))
    )
    finite = ready[np.isfinite(ready)]
    return Problem(
        ground=SimpleNamespace(version=1),
        limits=Limits(rounds=rounds, caps_kw={f"S{at}": cap for at, cap in enumerate(caps)}),
        wants=tuple(Want(f"V{at}", "", 0.5) for at in range(vehicles)),
        places=(),
        appetites=(),
        battery_wh=(),
        chargers=chargers,
        group_of=group_of,
        size=np.array(size),
        power_kw=np.array(power, dtype=float),
        site=np.array(site),
        sites=tuple(f"S{at}" for at in range(len(caps))),
        caps_kw=np.array(caps, dtype=float),
        drive_ms=np.zeros((vehicles, groups), dtype=np.int64),
        drive_m=np.zeros((vehicles, groups)),
        ready_ms=ready,
        price_ms=float((finite.max(initial=0.0) + 1) * (vehicles + 1)),
        findings=(),
    )  # fmt: skip


@st.composite
def fleets(draw):
    vehicles, groups, rounds = draw(st.integers(1, 4)), draw(st.integers(1, 3)), draw(st.integers(1, 2))
    time = st.one_of(st.integers(1, 30).map(float), st.just(math.inf))
    ready = np.array([[[draw(time) for _ in range(rounds)] for _ in range(groups)] for _ in range(vehicles)])
    caps = draw(st.sampled_from([[], [7.0], [11.0]]))
    site = [draw(st.integers(-1, len(caps) - 1)) for _ in range(groups)]
    sizes = [draw(st.integers(1, 2)) for _ in range(groups)]
    return problem_of(ready, sizes, [draw(st.sampled_from([3.0, 7.0])) for _ in range(groups)], site, caps)


def brute(problem):
    """Try every choice of every vehicle."""
    vehicles, groups, rounds = problem.ready_ms.shape
    cells = [None, *itertools.product(range(groups), range(rounds))]
    best = math.inf
    for choice in itertools.product(cells, repeat=vehicles):
        taken = [cell for cell in choice if cell]
        if any(taken.count(cell) > problem.size[cell[0]] for cell in taken):
            continue
        drawn = np.zeros((len(problem.sites) + 1, rounds))
        for group, turn in taken:
            drawn[problem.site[group], turn] += problem.power_kw[group]
        if (drawn[:-1] > problem.caps_kw[:, None]).any():
            continue
        cost = sum(problem.price_ms if cell is None else problem.ready_ms[row][cell] for row, cell in enumerate(choice))
        best = min(best, cost)
    return best


@given(fleets())
@settings(max_examples=40)
def test_the_assignment_is_the_best_of_all_and_its_prices_bound_it(problem):
    plan = assign(problem)
    assert plan.value_ms == pytest.approx(brute(problem))
    assert list(check_bound(problem, plan)) == []
    if not problem.sites:
        assert plan.bound_ms == pytest.approx(plan.value_ms)


def scene():
    return changed("charger", add=[{
        "charger_id": "CH2", "parking_id": "PK", "name": "2号桩", "power_kw": 7.0, "current": "ac", "status": "working",
        "geometry": tiny_district().frame("charger").geometry.iloc[0].buffer(3).centroid,
    }])  # fmt: skip


def test_a_district_s_vehicles_get_chargers_and_a_spoilt_plan_is_found_out(tmp_path):
    file, caps = tmp_path / "w.csv", tmp_path / "c.csv"
    file.write_text("vehicle,place,soc\nV1,G1,0.3\nV9,G1,0.5\n", encoding="utf-8")
    caps.write_text("parking,kw\nPK,10\n", encoding="utf-8")
    asked = build(scene(), read_wants(file), Params(), Limits())
    assert [(finding.severity, finding.row) for finding in asked.findings] == [("error", "V9")]
    plan = assign(asked)
    assert check(asked, plan) == []
    assert [item.charger_id for item in plan.given] == ["CH1"]
    item = plan.given[0]
    for spoilt in (
        dataclasses.replace(plan, given=()),
        dataclasses.replace(plan, given=(item, item)),
        dataclasses.replace(plan, given=(dataclasses.replace(item, charger_id="CH2"),)),
        dataclasses.replace(plan, given=(dataclasses.replace(item, drive_ms=item.drive_ms + 1),)),
        dataclasses.replace(plan, value_ms=plan.value_ms - 60_000),
        dataclasses.replace(plan, bound_ms=plan.bound_ms + 60_000),
        dataclasses.replace(plan, prices=(plan.prices[0] + 60_000, *plan.prices[1:])),
    ):
        assert check(asked, spoilt)
    capped = build(scene(), read_wants(file), Params(), Limits(caps_kw=read_caps(caps)))
    slow = assign(capped)
    assert check(capped, slow) == []
    assert [item.charger_id for item in slow.given] == ["CH2"]
    assert check(capped, dataclasses.replace(plan, problem=capped))
    empty = build(scene(), [Want("V1", "G1", 0.05)], Params(), Limits(reserve=0.1))
    assert assign(empty).missed == ("V1",)
    assert assign(asked).lines("en")[0].startswith("1 vehicles")


@pytest.mark.parametrize("text", ["vehicle,place\nV1,G1\n", "vehicle,place,soc\nV1,G1,much\n", "vehicle,place,soc\nV1,G1,1.5\n"])
def test_a_wrong_file_is_named_with_its_line(tmp_path, text):
    (tmp_path / "w.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"w\.csv"):
        read_wants(tmp_path / "w.csv")
    with pytest.raises(DataError, match="V9"):
        build(scene(), [Want("V9", "G1", 0.5)], Params(), Limits())
