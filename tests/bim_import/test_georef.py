"""A model is put where its file says only when the file can be believed; every way files go wrong is told."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from bim_import.elements import GeoFacts
from bim_import.georef import locate
from tests.bim_import.models import codes

NOWHERE = (0.0, 0.0, 0.0)
CHENGDU = {
    "Eastings": 409_781.125,
    "Northings": 3_386_968.354,
    "OrthogonalHeight": 500.3,
    "XAxisAbscissa": 1.0,
    "XAxisOrdinate": 0.0,
    "Scale": 1.0,
}


def place(numbers=None, crs="EPSG:4544", origin=NOWHERE, **more):
    facts = GeoFacts(conversion=CHENGDU | (numbers or {}), conversion_crs=crs, **({"map_unit": 1.0} | more))
    return locate(facts, origin, "t.ifc")


def land(found, x, y):
    """Put a model point on the map by the placing that was found."""
    turn = math.radians(found.rotation_deg)
    return (
        found.e + found.scale * (x * math.cos(turn) - y * math.sin(turn)),
        found.n + found.scale * (x * math.sin(turn) + y * math.cos(turn)),
    )


@given(st.floats(-180, 180), st.floats(0.99, 1.01), st.floats(-100, 100), st.floats(-100, 100))
def test_a_point_lands_where_the_standards_formula_puts_it(angle, scale, x, y):
    a, o = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    found, _ = place({"XAxisAbscissa": a, "XAxisOrdinate": o, "Scale": scale})
    expected = (CHENGDU["Eastings"] + scale * (a * x - o * y), CHENGDU["Northings"] + scale * (o * x + a * y))
    assert land(found, x, y) == pytest.approx(expected, abs=1e-6)
    assert found.trusted
    assert found.method == "map_conversion"


@pytest.mark.parametrize(
    ("map_unit", "length_unit", "scale"),
    [
        (1.0, 1.0, 1.0),
        (0.001, 0.001, 1.0),
        (1.0, 0.001, 0.001),
        (1.0, 0.001, 1.0),
        (0.3048, 0.3048, 1.0),
        (1.0, 0.3048, 0.3048),
        (0.001, 1.0, 1000.0),
    ],
)
def test_units_of_map_and_model_do_not_move_it_a_thousand_times_too_far(map_unit, length_unit, scale):
    numbers = {key: CHENGDU[key] / map_unit for key in ("Eastings", "Northings", "OrthogonalHeight")}
    found, _ = place(numbers | {"Scale": scale}, map_unit=map_unit, length_unit=length_unit)
    assert (found.e, found.n, found.z) == pytest.approx((409_781.125, 3_386_968.354, 500.3))
    assert found.scale == pytest.approx(1)
    assert found.trusted


def test_a_missing_map_unit_is_the_one_under_which_the_point_lies_in_its_crs():
    metres, _ = place(map_unit=None, length_unit=0.001)
    assert metres.e == pytest.approx(409_781.125)
    millimetres, _ = place({key: CHENGDU[key] * 1000 for key in ("Eastings", "Northings")}, map_unit=None, length_unit=0.001)
    assert millimetres.e == pytest.approx(409_781.125)


def test_a_scale_that_no_map_has_is_told_and_not_used():
    found, findings = place({"Scale": 7.0})
    assert found.scale == 1.0
    assert codes(findings) == ["ifc.map_scale"]


def test_longitude_and_latitude_are_those_of_pyproj():
    found, _ = place()
    expected = Transformer.from_crs("EPSG:4544", "EPSG:4326", always_xy=True).transform(found.e, found.n)
    assert found.lonlat == pytest.approx(expected, abs=1e-9)
    assert found.lonlat == pytest.approx((104.06, 30.6), abs=0.01)


@pytest.mark.parametrize(
    "crs", ["EPSG:4544", "epsg:4544", "urn:ogc:def:crs:EPSG::4544", "CGCS2000 / 3-degree Gauss-Kruger CM 105E", "EPSG 4544"]
)
def test_a_crs_is_known_by_code_or_name(crs):
    found, findings = place(crs=crs)
    assert (found.crs, found.trusted, findings) == ("EPSG:4544", True, [])


@pytest.mark.parametrize("crs", ["", "成都城市坐标系", "EPSG:999999", "EPSG:4326"])
def test_a_crs_that_is_unknown_or_in_degrees_is_not_used(crs):
    found, findings = place(crs=crs)
    assert not found.trusted
    assert found.crs == ""
    assert codes(findings) == ["ifc.crs_unknown"]


@pytest.mark.parametrize(("e", "n"), [(409.781, 3386.968), (409_781_125, 3_386_968_354), (3_386_968, 409_781), (0, 0)])
def test_a_point_outside_its_crs_is_not_used(e, n):
    found, findings = place({"Eastings": e, "Northings": n})
    assert not found.trusted
    assert "ifc.outside_crs" in codes(findings)


def test_the_property_set_is_used_where_there_is_no_map_conversion():
    epset = {
        "Eastings": 76670.0,
        "Northings": 77179.0,
        "OrthogonalHeight": 293.7,
        "XAxisAbscissa": 0.32557,
        "XAxisOrdinate": 0.94552,
    }
    found, _ = locate(GeoFacts(epset=epset, epset_crs="EPSG:9897", latitude=(1, 2, 3), longitude=(4, 5, 6)), NOWHERE, "t.ifc")
    assert (found.method, found.trusted) == ("epset_map_conversion", True)
    assert found.rotation_deg == pytest.approx(71, abs=1e-3)


def test_the_map_conversion_comes_before_the_property_set_and_that_before_the_latitude():
    facts = GeoFacts(
        conversion=CHENGDU,
        conversion_crs="EPSG:4544",
        map_unit=1.0,
        epset={"Eastings": 1.0, "Northings": 1.0},
        latitude=(30, 0, 0),
        longitude=(104, 0, 0),
    )
    assert locate(facts, NOWHERE, "t.ifc")[0].method == "map_conversion"


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(-180, 180), st.floats(-50, 50), st.floats(-50, 50))
def test_a_false_origin_changes_where_the_numbers_lie_and_nothing_on_the_map(x0, y0, angle, x, y):
    turn = {"XAxisAbscissa": math.cos(math.radians(angle)), "XAxisOrdinate": math.sin(math.radians(angle))}
    plain, _ = place(turn)
    moved, findings = place(turn, origin=(x0, y0, 0.0))
    assert land(moved, x - x0, y - y0) == pytest.approx(land(plain, x, y), abs=1e-6)
    assert ("ifc.false_origin" in codes(findings)) is bool(x0 or y0)


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        ((42, 21, 30, 344238), (-71, -3, -35, -194702), "Boston"),
        ((42, 21, 31, 181945), (-71, -3, -24, -263305), "Boston"),
        ((24, 28, 0), (54, 25, 0), "Abu Dhabi"),
        ((0, 0, 0), (0, 0, 0), "0, 0"),
        ((51, 30, 0, 549316), (0, -7, -34, -450321), "London"),
    ],
)
def test_a_tools_default_is_called_one(latitude, longitude, name):
    found, findings = locate(GeoFacts(latitude=latitude, longitude=longitude), NOWHERE, "t.ifc")
    assert not found.trusted
    assert codes(findings) == ["ifc.place_is_default"]
    assert name in found.notes[0]


def test_a_real_latitude_is_shown_and_waits_for_a_word():
    found, findings = locate(GeoFacts(latitude=(30, 39, 36), longitude=(104, 3, 36), site_elevation=500.0), NOWHERE, "t.ifc")
    assert (found.method, found.trusted, found.crs, found.z) == ("site_latlon", False, "", 500.0)
    assert found.lonlat == pytest.approx((104.06, 30.66))
    assert codes(findings) == ["ifc.place_unconfirmed"]


@pytest.mark.parametrize(
    ("north", "turn"), [((0.0, 1.0), 0), ((1.0, 0.0), 90), ((-1.0, 0.0), -90), ((0.766044443, 0.642787610), 50)]
)
def test_true_north_of_the_model_is_turned_up(north, turn):
    found, _ = locate(GeoFacts(latitude=(30, 0, 0), longitude=(104, 0, 0), true_north=north), NOWHERE, "t.ifc")
    assert found.rotation_deg == pytest.approx(turn, abs=1e-6)
    angle = math.radians(found.rotation_deg)
    turned = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]) @ np.array(north)
    assert turned == pytest.approx((0, math.hypot(*north)), abs=1e-6)


def test_nothing_said_is_nothing_known():
    found, findings = locate(GeoFacts(), NOWHERE, "t.ifc")
    assert (found.method, found.trusted, found.lonlat) == ("none", False, None)
    assert codes(findings) == ["ifc.no_place"]
    assert found.record()["lonlat"] is None
