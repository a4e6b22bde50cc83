"""The yearly report says what the indicators, the register and the rules say; as a workbook and on paper."""

import pytest
from openpyxl import load_workbook

from tests.twin.space.indicators.test_indicators import PAPERS
from tests.twin.space.register.districts import district
from twin.model.errors import UsageError
from twin.space.indicators.sheet import indicators
from twin.space.indicators.yearly import yearly
from twin.space.register.violations import violations
from viz.yearly import write_yearly

DAY = "2026-06-01"


@pytest.fixture(scope="module")
def report():
    return yearly(district(**PAPERS), 2026, DAY)


def test_its_figures_are_those_of_the_indicators_and_the_year_before(report):
    now, before = (indicators(district(**PAPERS), day, "district").total.measures for day in (DAY, "2025-12-31"))
    summary = report.tables[0]
    assert len(summary.rows) == len(now)
    for (key, one), row in zip(now.items(), summary.rows, strict=True):
        scale = 100 if row[1] == "%" else 1
        assert row[2] == (None if one.value is None else pytest.approx(one.value * scale, abs=0.01)), key
        earlier = before[key].value
        assert row[3] == (None if earlier is None else pytest.approx(earlier * scale, abs=0.01)), key
    assert report.days == ("2025-12-31", "2026-03-31", DAY)
    assert report.held[0] == ("发展改革局", pytest.approx(146.06), pytest.approx(3 * 5.8 * 5.8))


def test_it_tells_what_happened_in_the_year_and_what_is_wrong_at_its_end(report):
    tables = {table.key: table.rows for table in report.tables}
    assert [row[:2] for row in tables["cases"]] == [("2026-02-01", "清退")]
    assert [row[0] for row in tables["leases"]] == ["l", "m", "o"]
    assert len(tables["inspections"]) == 2
    assert "repairs" not in tables
    assert len(tables["violations"]) == len(violations(district(**PAPERS), DAY)) + 2
    assert [row[0] for row in yearly(district(**PAPERS), 2024).record()["tables"]["repairs"]["rows"]] == [None]


def test_another_year_or_file_is_refused(report, tmp_path):
    for on in ("2025-12-31", "soon"):
        with pytest.raises(UsageError):
            yearly(district(), 2026, on)
    with pytest.raises(UsageError):
        write_yearly(tmp_path / "report.docx", report)


def test_as_a_workbook_figures_are_figures(report, tmp_path):
    path = tmp_path / "report.xlsx"
    write_yearly(path, report)
    book = load_workbook(path)
    assert book.sheetnames[:3] == ["主要指标", "各部门占用与核定", "各建筑"]
    for table, name in zip(report.tables, book.sheetnames, strict=True):
        rows = [tuple(cell.value for cell in row) for row in book[name].iter_rows(min_row=4)]
        assert [tuple(value or None for value in row) for row in rows] == [
            tuple(value or None for value in row) for row in table.rows
        ]


def test_on_paper_it_is_the_same_bytes_for_the_same_report(report, tmp_path):
    for name in ("one.pdf", "two.pdf"):
        write_yearly(tmp_path / name, report)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")
