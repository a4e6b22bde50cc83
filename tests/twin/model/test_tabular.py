from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, box

from twin.model.tables import TABLES
from twin.model.tabular import Origin, to_table

ORIGIN = Origin("file.csv", 2)


def frame(shapes, **columns):
    return gpd.GeoDataFrame(pd.DataFrame(columns), geometry=list(shapes), crs=4544)


def codes(findings):
    return [found.code for found in findings if found.severity == "error"]


def gates(*shapes):
    return frame(shapes, gate_id=[f"G{place}" for place in range(len(shapes))])


def test_names_and_chinese_names_of_columns_find_their_place_whatever_their_case():
    held = frame([Point(1, 2)], 大门编号=["G1"], NAME=["南门"], theirs=["vehicle"])
    rows, findings = to_table(TABLES["gate"], held, {"Theirs": "gate_class"}, ORIGIN)
    assert findings == []
    assert rows.iloc[0][["gate_id", "name", "gate_class"]].tolist() == ["G1", "南门", "vehicle"]
    assert rows.crs == held.crs


def test_every_fault_of_a_column_is_named_with_its_line():
    held = frame(
        [Point(0, 0)] * 4, charger_id=["A", "A", None, "D"], power_kw=["7", "x", "-1", "60"], current=["ac", "dc", "ac", "no"]
    )
    rows, findings = to_table(TABLES["charger"], held, {}, ORIGIN)
    assert {(found.code, found.row, found.column) for found in findings if found.severity == "error"} == {
        ("tabular.repeated_key", "row 3", "charger_id"),
        ("tabular.empty", "row 4", "charger_id"),
        ("tabular.bad_cell", "row 3", "power_kw"),
        ("tabular.out_of_range", "row 4", "power_kw"),
        ("tabular.not_allowed", "row 5", "current"),
    }
    assert rows["power_kw"].tolist() == [7.0, None, None, 60.0]


def test_faults_beyond_twenty_are_counted():
    held = frame([Point(0, 0)] * 30, charger_id=[str(place) for place in range(30)], power_kw=["x"] * 30)
    _, findings = to_table(TABLES["charger"], held, {}, ORIGIN)
    assert codes(findings) == ["tabular.bad_cell"] * 20 + ["tabular.more"]
    assert "10" in findings[-1].record()["message"]


def test_a_missing_column_and_a_mapping_to_nothing_are_said():
    held = frame([Point(0, 0)], charger_id=["A"], color=["red"])
    _, findings = to_table(TABLES["charger"], held, {"kilowatts": "power_kw"}, ORIGIN)
    assert {"tabular.map_absent", "tabular.no_column", "tabular.unused"} <= {found.code for found in findings}


def test_polygons_become_multipolygons_and_multis_of_one_part_that_part():
    square = box(0, 0, 2, 2)
    sites = frame([square, MultiPolygon([square]), MultiPolygon([square, box(5, 5, 6, 6)])], site_id=["a", "b", "c"])
    rows, findings = to_table(TABLES["site"], sites, {}, ORIGIN)
    assert findings == []
    assert [shape.geom_type for shape in rows.geometry] == ["MultiPolygon"] * 3
    assert shapely.equals(rows.geometry.to_numpy(), sites.geometry.to_numpy()).all()
    rows, findings = to_table(TABLES["gate"], gates(Point(1, 2), MultiPoint([(3, 4)])), {}, ORIGIN)
    assert (findings, [shape.wkt for shape in rows.geometry]) == ([], ["POINT (1 2)", "POINT (3 4)"])
    line = LineString([(0, 0), (1, 1)])
    cells = {
        "road_id": ["a", "b"],
        "from_node": ["1", "2"],
        "to_node": ["2", "3"],
        "road_class": ["service"] * 2,
        "oneway": [False] * 2,
    }
    rows, findings = to_table(TABLES["road"], frame([line, MultiLineString([line])], **cells), {}, ORIGIN)
    assert (findings, [shape.geom_type for shape in rows.geometry]) == ([], ["LineString"] * 2)


def test_shapes_of_another_kind_empty_or_not_finite_are_named_and_left_out():
    wrong = [Point(0, 0), None, box(0, 0, 1, 1), Point(), Point(np.inf, 0), MultiPoint([(0, 0), (1, 1)])]
    rows, findings = to_table(TABLES["gate"], gates(*wrong), {}, ORIGIN)
    assert [(found.code, found.row) for found in findings] == [("tabular.bad_shape", f"row {row}") for row in (4, 5, 6, 7)]
    told = [found.record()["message"] for found in findings]
    assert [kind in text for kind, text in zip(("Polygon", "EMPTY", "Point", "MultiPoint"), told, strict=True)] == [True] * 4
    assert [shape is None for shape in rows.geometry] == [False, True, True, True, True, True]


def test_heights_of_corners_are_left_out():
    rows, findings = to_table(TABLES["site"], frame([Polygon([(0, 0, 5), (1, 0, 5), (0, 1, 5)])], site_id=["a"]), {}, ORIGIN)
    assert findings == []
    assert not rows.geometry.has_z.any()


def test_a_table_without_any_shape_is_refused_but_for_meters():
    plain = pd.DataFrame({"gate_id": ["a"]})
    assert codes(to_table(TABLES["gate"], plain, {}, ORIGIN)[1]) == ["tabular.no_geometry"]
    meters = pd.DataFrame({"meter_id": ["a"], "medium": ["water"]})
    assert [found.severity for found in to_table(TABLES["meter"], meters, {}, ORIGIN)[1]] == ["warning"]
