"""Duties and levels of cells, changed by word and by table."""

import pandas as pd

from tests.scenes import tiny_district
from tests.twin.security.changed import snapshot, tables
from twin.security.cell_edit import edited_cells, edits_of_table
from twin.security.problem import Params, build
from twin.security.solve import solve


def test_values_are_read_judged_and_put_into_the_rows_that_change():
    scene = tiny_district()
    asked = [("北区", {"责任单位": "保卫科", "patrol_interval_min": "30"}), ("C2", {"防护级别": "重点", "duties": ""})]
    frame, edits, findings = edited_cells(scene, asked)
    assert findings == []
    assert [(one.cell_id, one.column, one.before, one.after) for one in edits] == [
        ("C1", "responsible", None, "保卫科"), ("C1", "patrol_interval_min", None, 30), ("C2", "guard_class", "basic", "key"),
    ]  # fmt: skip
    assert list(frame.index) == ["C1", "C2"]
    assert (frame.loc["C1", "patrol_interval_min"], frame.loc["C2", "guard_class"]) == (30, "key")
    assert scene.row("cell", "C2")["guard_class"] == "basic"


def test_every_fault_is_named_at_once():
    _, edits, findings = edited_cells(
        tiny_district(), [("C9", {"name": "x"}), ("C1", {"geometry": "x", "patrol_interval_min": "0", "guard_class": "最高"})]
    )
    assert edits == []
    assert [finding.code for finding in findings] == ["security.no_cell", "security.cell_column", *["security.cell_value"] * 2]


def test_a_table_changes_what_it_names_and_leaves_empty_places_alone():
    frame = pd.DataFrame(
        {"网格编号": ["C1", "C2", None], "职责内容": ["查验登记", None, "无"], "要求密度": [125.0, float("nan"), 1.0], "备注": 1}
    )
    assert edits_of_table(frame) == [("C1", {"职责内容": "查验登记", "要求密度": 125.0})]
    assert edits_of_table(pd.DataFrame({"x": [1]})) == []


def test_a_cell_asks_for_its_own_density_before_that_of_its_class():
    frames = tables()
    frames["cell"].loc["C2", "required_px_m"] = 400.0
    rows = {row.key: row for row in solve(build(snapshot(frames), Params(cells=frozenset({"C1", "C2"})))).of("cell")}
    assert (rows["C1"].required, rows["C2"].required) == (25.0, 400.0)
    assert rows["C2"].short_m2 > rows["C2"].blind_m2
