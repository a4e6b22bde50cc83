import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gis.shifted import bd09_from_gcj02, bd09_from_wgs, gcj02_from_bd09, gcj02_from_wgs, wgs_from_bd09, wgs_from_gcj02

GOLDEN_GCJ = [
    # WGS 84 latitude, longitude, GCJ-02 latitude, longitude
    (31.1774276, 121.5272106, 31.17530398364597, 121.531541859215),
    (22.543847, 113.912316, 22.540796131694766, 113.9171764808363),
    (39.911954, 116.377817, 39.91334545536069, 116.38404722455657),
    (30.6107779, 121.0917077, 30.608604368560773, 121.09626927850977),
]
NAMES = [(gcj02_from_wgs, wgs_from_gcj02), (bd09_from_gcj02, gcj02_from_bd09), (bd09_from_wgs, wgs_from_bd09)]
LON, LAT = st.floats(72.1, 137.7), st.floats(0.95, 55.7)


def metres(lon, lat, other_lon, other_lat):
    east = (lon - other_lon) * np.cos(np.deg2rad(lat))
    return np.max(np.hypot(east, lat - other_lat)) * 111_320.0


@pytest.mark.parametrize(("lat", "lon", "gcj_lat", "gcj_lon"), GOLDEN_GCJ)
def test_the_golden_pairs_are_met_to_the_last_printed_digit(lat, lon, gcj_lat, gcj_lon):
    east, north = gcj02_from_wgs(lon, lat)
    assert (float(east), float(north)) == (gcj_lon, gcj_lat)
    assert metres(*wgs_from_gcj02(gcj_lon, gcj_lat), lon, lat) < 1e-6


def test_the_golden_triple_holds_for_bd09():
    east, north = bd09_from_gcj02(121.09626927850977, 30.608604368560773)
    assert (float(east), float(north)) == (121.10271724622564, 30.61484575976839)
    assert metres(*wgs_from_bd09(east, north), 121.0917077, 30.6107779) < 1e-6


def test_the_other_golden_bd09_pair_is_explained_to_the_last_digit_by_its_source_s_two_shortcuts():
    """That source takes π for 3000π/180 in BD-09 and one step for the inverse of GCJ-02: 9.8 m from the usual formula."""
    lon, lat = 120.019809, 29.199786
    x, y = lon - 0.0065, lat - 0.006
    radius = math.hypot(x, y) - 0.00002 * math.sin(y * math.pi)
    angle = math.atan2(y, x) - 0.000003 * math.cos(x * math.pi)
    gcj = radius * math.cos(angle), radius * math.sin(angle)
    east, north = gcj02_from_wgs(*gcj)
    assert (2 * gcj[0] - float(east), 2 * gcj[1] - float(north)) == (120.00877901149691, 29.196131605295484)
    assert 9.0 < metres(*wgs_from_bd09(lon, lat), 120.00877901149691, 29.196131605295484) < 12.0


@pytest.mark.parametrize(("there", "back"), NAMES)
@given(lon=LON, lat=LAT)
def test_there_and_back_is_below_a_micrometre(there, back, lon, lat):
    assert metres(*back(*there(lon, lat)), lon, lat) < 1e-6
    assert metres(*there(*back(lon, lat)), lon, lat) < 1e-6


@pytest.mark.parametrize(("there", "back"), NAMES)
def test_a_hundred_thousand_points_come_back_within_a_micrometre(there, back):
    generator = np.random.default_rng(1)
    lon, lat = generator.uniform(73.5, 135.1, 100_000), generator.uniform(3.8, 53.6, 100_000)
    assert metres(*back(*there(lon, lat)), lon, lat) < 1e-6


@given(lon=LON, lat=LAT)
def test_gcj02_moves_by_less_than_a_kilometre_and_bd09_by_half_to_two(lon, lat):
    assert metres(*gcj02_from_wgs(lon, lat), lon, lat) < 1000.0
    assert 500.0 < metres(*bd09_from_gcj02(lon, lat), lon, lat) < 2000.0


@pytest.mark.parametrize("place", [(-73.98, 40.75), (2.35, 48.86), (151.2, -33.9), (105.0, 0.5)])
@pytest.mark.parametrize(("there", "back"), NAMES)
def test_nothing_moves_outside_the_box_around_china(there, back, place):
    assert tuple(map(float, there(*place))) == place
    assert tuple(map(float, back(*place))) == place


def test_arrays_keep_their_shape_and_missing_numbers_stay_missing():
    lon, lat = np.array([[104.0, np.nan], [10.0, 120.0]]), np.array([[30.0, 30.0], [47.0, np.nan]])
    east, north = gcj02_from_wgs(lon, lat)
    assert east.shape == north.shape == (2, 2)
    assert np.isnan(east[0, 1])
    assert np.isnan(north[1, 1])
    assert (east[1, 0], north[1, 0]) == (10.0, 47.0)
    back = wgs_from_gcj02(east, north)
    assert abs(back[0][0, 0] - 104.0) < 1e-11
