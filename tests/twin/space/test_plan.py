from dataclasses import replace

import pytest
from hypothesis import given

from tests.scenes import tiny_district
from tests.twin.space.offices import DAY, problems, world
from twin.space.plan import check
from twin.space.problem import Params, build
from twin.space.solve import solve


@pytest.fixture(scope="module")
def case():
    problem = build(tiny_district(), Params(DAY))
    return problem, solve(problem)


@given(problems())
def test_every_report_of_the_solver_passes_the_independent_check(problem):
    assert check(problem, solve(problem)) == []


def _department(report, **changes):
    return replace(report, departments=(replace(report.departments[0], **changes), *report.departments[1:]))


TAMPERED = {
    "a department holds more": lambda report: _department(report, held={**report.departments[0].held, "office": 1.0}),
    "a department is due more": lambda report: _department(report, entitled={**report.departments[0].entitled, "office": 951.0}),
    "the staff is another": lambda report: _department(report, staff=8),
    "a shown formula does not yield its figure": lambda report: _department(
        report, steps=(replace(report.departments[0].steps[0], formula="1 × 24 + 6 × 6"), *report.departments[0].steps[1:])
    ),
    "a figure hides that no text confirms it": lambda report: _department(report, verified=2),
    "a department is left out": lambda report: replace(report, departments=report.departments[1:]),
    "an over-standard room is left out": lambda report: replace(report, over_standard=report.over_standard[1:]),
    "an excess is made small": lambda report: replace(
        report, over_standard=(replace(report.over_standard[0], over_m2=0.2), *report.over_standard[1:])
    ),
    "a vacant room is left out": lambda report: replace(report, vacant=report.vacant[1:]),
    "the balance is off": lambda report: replace(report, balance={**report.balance, "vacant_m2": 0.0}),
    "a class is off": lambda report: replace(report, classes=({**report.classes[0], "rooms": 1}, *report.classes[1:])),
    "a rule is not cited": lambda report: replace(report, rules=report.rules[1:]),
    "the day is another": lambda report: replace(report, on="2020-01-01"),
    "the total is off": lambda report: replace(
        report, totals={**report.totals, "held": {**report.totals["held"], "office": 1.0}}
    ),
    "the area of all rooms is off": lambda report: replace(
        report, totals={**report.totals, "present_over": {**report.totals["present_over"], "service": 0.0}}
    ),
    "the area basis is off": lambda report: replace(report, area_basis={**report.area_basis, "drawn_m2": 1.0}),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_the_check_catches_a_report_in_which(case, name):
    problem, report = case
    assert check(problem, TAMPERED[name](report)) != []


def test_a_report_of_another_day_fails_the_check(case):
    problem, _ = case
    assert check(problem, solve(build(tiny_district(), Params("2022-01-01")))) != []


def _wide(text):
    return sum(2 if "\u2e80" <= sign <= "\uffe6" else 1 for sign in text)


@pytest.mark.parametrize("lang", ["zh", "en", ""])
def test_tables_stand_in_straight_columns(case, lang):
    lines = case[1].lines(lang)
    first = next(n for n, line in enumerate(lines) if line.startswith(("部门", "department")))
    last = next(n for n, line in enumerate(lines) if n > first and not line)
    assert len({_wide(line) for line in lines[first:last]}) == 1


def test_english_lines_hold_no_chinese_but_names():
    problem = build(
        world([("R", "office", 60.0)], [("D", "city")], [("D", "局(处)级以下", 1)], [("R", "D", "局(处)级以下", 1)]), Params(DAY)
    )
    text = "\n".join(solve(problem).lines("en"))
    for name in ("A楼", "1层", "D局", "局(处)级以下", "发改投资〔2014〕2674号"):
        text = text.replace(name, "")
    assert not [sign for sign in text if "\u4e00" <= sign <= "\u9fff"]


def test_a_name_cannot_steer_the_terminal():
    snapshot = world([("R\x1b[2J", "office", 60.0)], [("D", "city")])
    text = "\n".join(solve(build(snapshot, Params(DAY))).lines())
    assert "\x1b" not in text
    assert "R�[2J" in text


def test_a_difference_that_rounds_to_nothing_has_no_sign():
    uses = [("R", "D", "局(处)级以下", 1)]
    report = solve(build(world([("R", "office", 9.000001)], [("D", "city")], [("D", "局(处)级以下", 1)], uses), Params(DAY)))
    assert not [line for line in report.lines() if "-0.00" in line or "+0.00" in line]


def test_a_long_list_is_cut_on_the_terminal_but_not_in_the_record():
    snapshot = world([(f"R{n:02}", "office", 10.0) for n in range(30)])
    report = solve(build(snapshot, Params(DAY)))
    assert len(report.record()["vacant"]) == 30
    assert any("还有 10 项" in line for line in report.lines())
