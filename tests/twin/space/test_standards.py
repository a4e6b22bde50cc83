"""Standards as dated data: rows against their clauses, joints of formulas, a unit by hand, tables of the user's own."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.scenes import tiny_district
from twin.model.errors import ImportRefused
from twin.space import plan, problem, solve
from twin.space.building_area import building_area
from twin.space.rules import in_force, load
from twin.space.standards import read_standard

ANCILLARY = {
    "canteen": (100, 3.7, 2.6),
    "cars": (200, 40, 38),
    "bicycles": (0, 1.8, 1.8),
    "motorbikes": (0, 2.5, 2.5),
    "guards": (0, 25, 25),
}
OF_1999 = {
    "central": {"处级": 9, "处级以下": 6}, "provincial": {"处级以下": 6}, "county": {"县级正职": 20, "科级以下": 6},
    "city": {"市级正职": 32, "市级副职": 18, "正局(处)级": 12, "局(处)级以下": 6},
}  # fmt: skip


def test_coefficients_and_ancillary_rooms_are_those_of_2014():
    standard = load()
    assert {kind: rule.value for kind, rule in standard.coefficients.items()} == {"multi_storey": 0.65, "high_rise": 0.60}
    found = {kind: (row.first, row.rule.value, row.beyond_m2) for kind, row in standard.ancillary.items()}
    assert found == ANCILLARY
    assert standard.valid_from == "2014-11-27"
    assert all(rule.clause and rule.verified for rule in standard.coefficients.values())
    assert {kind: row.rule.verified for kind, row in standard.ancillary.items()} == {
        "canteen": 2, "cars": 2, "bicycles": 1, "motorbikes": 1, "guards": 1,
    }  # fmt: skip


def test_the_trap_city_below_division_level_is_9_not_6_and_no_row_of_today_is_that_of_1999():
    standard = load()
    assert standard.ceilings["city", "局(处)级以下"].value == 9
    old = {(level, rank): float(m2) for level, ranks in OF_1999.items() for rank, m2 in ranks.items()}
    assert standard.superseded == old
    assert all(standard.ceilings[key].value != m2 for key, m2 in old.items())
    assert {rule.value for rule in standard.coefficients.values()} != {0.60, 0.57}


@given(st.sampled_from(sorted(ANCILLARY)), st.integers(0, 5000))
def test_ancillary_rooms_are_continuous_and_rise_with_every_head(kind, count):
    first, first_m2, beyond = ANCILLARY[kind]
    row = load().ancillary[kind]
    assert row.m2(count) == pytest.approx(sum(first_m2 if n <= first else beyond for n in range(1, count + 1)))
    assert row.m2(count) <= row.m2(count + 1) <= row.m2(count) + max(first_m2, beyond) + 1e-9


def test_a_city_unit_of_300_by_hand_is_what_the_code_says():
    """1 head (24), 4 deputies (18), 295 below (9): A = 24 + 72 + 2655 = 2751; B = 300 × (1000 − 300)/100 = 2100.

    Equipment 9 % of 4851 = 436.59; basic 5287.59; K = 0.65: 5287.59/0.65 = 8134.7538…; canteen 100 × 3.7 + 200 × 2.6 = 890.
    """
    ranks = {"正局(处)级": 1, "副局(处)级": 4, "局(处)级以下": 295}
    scene = tiny_district()
    posts = scene.frame("post").iloc[:0]
    for n, (rank, count) in enumerate(ranks.items()):
        posts.loc[str(n)] = {"post_id": str(n), "department_id": "D1", "rank": rank, "established": count, "geometry": None}
    asked = problem.build(scene.replaced({"post": posts}, 1), problem.Params(on="2026-01-01"))
    report = solve.solve(asked)
    assert plan.check(asked, report) == []
    line = next(line for line in report.departments if line.department_id == "D1")
    assert {part: round(m2, 9) for part, m2 in line.entitled.items()} == {
        "office": 2751.0, "service": 2100.0, "equipment": 436.59, "basic": 5287.59,
    }  # fmt: skip
    whole = building_area(asked.standard, line.entitled["office"], line.entitled["service"], 300, "multi_storey")
    assert whole.canteen_m2 == 890.0
    assert whole.total_m2 == pytest.approx(5287.59 / 0.65 + 890.0, abs=1e-9)
    assert [step.formula for step in whole.steps] == [
        "2751 + 2100 + (2751 + 2100) × 9%", "5287.59 / 0.65", "100 × 3.7 + 200 × 2.6", "8134.75 + 890",
    ]  # fmt: skip


def test_the_worked_example_of_a_city_unit_of_100():
    """1, 4 and 95 posts: A 951, B 800, equipment 157.59, without C 2936.29, canteen 370, S 3306.29."""
    found = building_area(load(), 951.0, 800.0, 100, "multi_storey")
    assert round(found.total_m2 - found.canteen_m2, 2) == 2936.29
    assert (found.canteen_m2, round(found.total_m2, 2)) == (370.0, 3306.29)
    with_cars = building_area(load(), 951.0, 800.0, 100, "high_rise", cars=210, bicycles=10, motorbikes=4, guards=2)
    assert round(with_cars.total_m2, 2) == round(1908.59 / 0.60 + 370 + 200 * 40 + 10 * 38 + 18 + 10 + 50, 2)


MINE = """
[standard]
name = "本省实施细则"
number = "省文〔2026〕1号"
valid_from = "2026-01-01"
[[office_ceiling]]
level = "township"
clause = "第三条"
verified = 1
source = "省文件"
m2 = { "乡级正职" = 24, "乡级副职" = 18, "乡级以下" = 9 }
[[service_rooms]]
level = "township"
clause = "第四条"
first_x = 50
first_m2 = 7
last_x = 150
last_m2 = 5
[figures]
equipment_share = 0.085
clause = "第五条"
"""


def write(folder, text, name="mine.toml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_of_the_users_own_amends_the_shipped_one_from_its_day(tmp_path):
    mine, warnings = read_standard(write(tmp_path, MINE))
    assert warnings == ()
    assert {rank: rule.value for (level, rank), rule in mine.ceilings.items() if level == "township"} == {
        "乡级正职": 24,
        "乡级副职": 18,
        "乡级以下": 9,
    }
    assert {key: rule.value for key, rule in mine.ceilings.items() if key[0] != "township"} == {
        key: rule.value for key, rule in load().ceilings.items()
    }
    assert [mine.service["township"].per_head(x) for x in (50, 100, 150)] == [7, 6, 5]
    assert (mine.equipment.value, mine.equipment.verified, mine.ceilings["township", "乡级正职"].verified) == (0.085, 0, 1)
    assert in_force([load(), mine], "2025-12-31") is load()
    assert in_force([load(), mine], "2026-01-01") is mine


def test_answers_rest_on_the_standard_of_their_day_and_say_so(tmp_path):
    mine, _ = read_standard(write(tmp_path, MINE))
    for day, share, number in (("2025-12-31", 0.09, load().number), ("2026-01-01", 0.085, "省文〔2026〕1号")):
        asked = problem.build(tiny_district(), problem.Params(on=day), (mine,))
        report = solve.solve(asked)
        assert plan.check(asked, report) == []
        assert report.standard["number"] == number
        assert report.departments[0].entitled["equipment"] == pytest.approx(share * (24 + 6 * 9 + 7 * 8))
    early = problem.build(tiny_district(), problem.Params(on="2010-01-01"))
    assert [found.code for found in early.findings].count("space.before_standard") == 1


def test_a_workbook_says_the_same_as_the_toml(tmp_path):
    book = Workbook()
    sheets = {
        "standard": [("name", "value"), ("name", "本省实施细则"), ("number", "省文〔2026〕1号"), ("valid_from", "2026-01-01")],
        "office_ceiling": [("level", "rank", "m2", "clause", "verified", "source"),
            ("township", "乡级正职", 24, "第三条", 1, "省文件"),
                           ("township", "乡级副职", 18, "第三条", 1, "省文件"),
                           ("township", "乡级以下", 9, "第三条", 1, "省文件")],
        "service_rooms": [("level", "first_x", "first_m2", "last_x", "last_m2", "clause"), ("township", 50, 7, 150, 5, "第四条")],
        "figures": [("name", "value", "clause"), ("equipment_share", 0.085, "第五条")],
    }  # fmt: skip
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "mine.xlsx"
    book.save(path)
    assert read_standard(path)[0] == read_standard(write(tmp_path, MINE))[0]


def codes(folder, text):
    with pytest.raises(ImportRefused) as caught:
        read_standard(write(folder, text))
    assert caught.value.code == "standards.refused"
    return sorted(found.code.removeprefix("standards.") for found in caught.value.findings)


def test_every_fault_of_a_table_is_named_at_once(tmp_path):
    found = codes(tmp_path, """
[standard]
valid_from = "soon"
[[office_ceiling]]
level = "city"
rank = "局(处)级以下"
m2 = -3
[[office_ceiling]]
level = "city"
clause = "x"
m2 = { "科级以下" = 9 }
[[office_ceiling]]
level = "township"
clause = "x"
verified = -2
m2 = { "乡级正职" = 30, "乡级副职" = 18 }
[[office_ceiling]]
level = "city"
clause = "x"
m2 = { "正局(处)级" = 17 }
[[service_rooms]]
level = "town"
clause = "x"
first_x = 200
first_m2 = 6
last_x = 100
last_m2 = 8
[[service_rooms]]
level = "city"
clause = "x"
first_x = 200
first_m2 = 8
last_x = 400
last_m2 = 6
minuend = 900
[[service_rooms]]
level = "county"
clause = "x"
first_x = 100
first_m2 = 8
last_x = 200
last_m2 = 2
[[ancillary]]
kind = "pool"
first = 0
first_m2 = 1
beyond_m2 = 1
clause = "x"
[[figures]]
name = "luck"
value = 1
clause = "x"
[[figures]]
name = "multi_storey"
value = 2
clause = "x"
[extra]
a = 1
""")  # fmt: skip
    assert found == sorted([
        "bad_day", "bad_number", "no_clause", "unknown_rank", "bad_verified", "bad_verified", "above_limit", "rises",
        "unknown_level",
        "bad_line", "bad_joint", "falls", "unknown_kind", "unknown_figure", "bad_number", "unknown_table",
    ])  # fmt: skip


def test_what_is_no_table_at_all_is_refused(tmp_path):
    assert codes(tmp_path, "[[") == ["unreadable"]
    assert codes(tmp_path, "office_ceiling = 3") == ["not_rows"]
    with pytest.raises(ImportRefused):
        read_standard(write(tmp_path, "", "mine.csv"))
    with pytest.raises(ImportRefused):
        read_standard(tmp_path / "none.toml")


def test_a_table_that_prints_the_figures_of_1999_is_taken_with_a_warning_for_each(tmp_path):
    rows = "".join(f'"{rank}" = {m2}, ' for rank, m2 in OF_1999["city"].items())
    text = f'[[office_ceiling]]\nlevel = "city"\nclause = "某网页,称2014年标准"\nm2 = {{ {rows}"副局(处)级" = 9 }}\n'
    _, warnings = read_standard(write(tmp_path, text))
    assert [(found.severity, found.code) for found in warnings] == [("warning", "standards.of_1999")] * 4


def test_the_shipped_standard_can_be_written_down_and_read_back_unchanged(tmp_path):
    standard = load()
    lines = [f'[[office_ceiling]]\nlevel = "{level}"\nclause = "{rule.clause}"\n'
             f'verified = {rule.verified}\nm2 = {{ "{rank}" = {rule.value} }}'
             for (level, rank), rule in standard.ceilings.items()]  # fmt: skip
    lines += [f'[[service_rooms]]\nlevel = "{level}"\nclause = "x"\nfirst_x = {row.first_x}\nfirst_m2 = {row.first_m2}\n'
              f'last_x = {row.last_x}\nlast_m2 = {row.last_m2}\nminuend = {row.minuend}\ndivisor = {row.divisor}' for level,
              row in standard.service.items()]  # fmt: skip
    mine, warnings = read_standard(write(tmp_path, "\n".join(lines)))
    assert warnings == ()
    assert {key: (rule.value, rule.verified) for key, rule in mine.ceilings.items()} == {
        key: (rule.value, rule.verified) for key, rule in standard.ceilings.items()
    }
    for level, row in standard.service.items():
        assert [mine.service[level].per_head(x) for x in range(0, 600, 7)] == [row.per_head(x) for x in range(0, 600, 7)]
    assert dt.date.fromisoformat(mine.valid_from) == dt.date(2014, 11, 27)
