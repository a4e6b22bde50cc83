import math

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gis.crs import WGS84, district_crs, epsg_name, gcj02_from_wgs, named_crs, to_crs, to_wgs84
from gis.faults import GisError


@pytest.mark.parametrize(
    ("name", "lon", "lat", "epsg"),
    [
        ("Chengdu", 104.07, 30.67, 4544),
        ("Hangzhou", 120.2, 30.25, 4549),
        ("Chongqing west of the seam", 106.4999, 29.5, 4544),
        ("Chongqing on the seam", 106.5, 29.5, 4545),
        ("Chongqing east of the seam", 106.55, 29.56, 4545),
        ("Beijing", 116.4, 39.9, 4548),
        ("Kashgar", 75.99, 39.47, 4534),
        ("Lhasa", 91.1, 29.65, 4539),
        ("Jixi", 133.6, 46.5, 4554),
        ("Vaduz", 9.52, 47.14, 32632),
        ("São Paulo", -46.63, -23.55, 32723),
        ("Seoul", 126.98, 37.57, 32652),
        ("Delhi", 77.2, 28.6, 32643),
        ("the date line", 180.0, 10.0, 32660),
    ],
)
def test_the_zone_follows_from_the_place(name, lon, lat, epsg):
    assert district_crs(lon, lat).to_epsg() == epsg, name


@given(lon=st.floats(78.0, 131.0), lat=st.floats(43.0, 45.0))
def test_in_china_the_central_meridian_is_never_more_than_a_degree_and_a_half_away(lon, lat):
    crs = district_crs(lon, lat)
    if crs.to_epsg() < 32000:
        meridian = next(parameter.value for parameter in crs.coordinate_operation.params if "longitude" in parameter.name.lower())
        assert abs(meridian - lon) <= 1.5 + 1e-9


@given(lon=st.floats(-180.0, 180.0), lat=st.floats(-79.0, 83.0))
def test_every_place_has_a_crs_in_metres_that_keeps_lengths_within_a_thousandth(lon, lat):
    crs = district_crs(lon, lat)
    assert {axis.unit_name for axis in crs.axis_info} == {"metre"}
    factors = pyproj.Proj(crs).get_factors(lon, lat)
    assert abs(factors.meridional_scale - 1.0) < 1.1e-3


@pytest.mark.parametrize("place", [(200.0, 10.0), (104.0, 91.0), (30.6, 104.0), (math.nan, 1.0)])
def test_what_is_no_position_is_refused(place):
    with pytest.raises(GisError, match=r"crs\.not_degrees"):
        district_crs(*place)


def test_projected_coordinates_come_east_first_and_come_back():
    at = to_crs(shapely.Point(104.07, 30.67), WGS84, "EPSG:4544")
    assert 400_000 < at.x < 420_000
    assert 3_390_000 < at.y < 3_400_000
    back = to_crs(at, "EPSG:4544", WGS84)
    assert shapely.get_coordinates(back)[0] == pytest.approx([104.07, 30.67], abs=1e-9)


def test_cgcs2000_is_taken_for_wgs84():
    """PROJ knows no better than the identity here; the datums part by decimetres."""
    assert to_crs(shapely.Point(104.07, 30.67), WGS84, "EPSG:4490").equals(shapely.Point(104.07, 30.67))


def test_missing_geometry_and_heights_pass_through():
    moved = to_crs(np.array([None, shapely.Point(104, 30, 7)], dtype=object), WGS84, "EPSG:4544")
    assert moved[0] is None
    assert moved[1].z == 7


def test_a_position_without_image_is_named():
    with pytest.raises(GisError, match=r"crs\.out_of_range") as caught:
        to_crs(shapely.Point(1e12, 1e12), "EPSG:4544", WGS84)
    assert caught.value.values["source"] == "EPSG:4544"


def test_the_network_stays_shut_whatever_the_environment_says(monkeypatch):
    monkeypatch.setenv("PROJ_NETWORK", "ON")
    pyproj.network.set_network_enabled(active=True)
    to_crs(shapely.Point(9.5, 47.1), WGS84, "EPSG:32632")
    to_crs(shapely.Point(9.5, 47.1), WGS84, "EPSG:2056")
    assert not pyproj.network.is_network_enabled()


def test_an_unknown_crs_or_datum_is_named():
    with pytest.raises(GisError, match=r"crs\.unknown"):
        named_crs("EPSG:none")
    with pytest.raises(GisError, match=r"crs\.datum"):
        to_wgs84(shapely.Point(104, 30), "gps")


def test_a_crs_is_named_by_its_number_where_it_has_one():
    assert epsg_name(WGS84) == "EPSG:4326"
    assert epsg_name(named_crs("+proj=tmerc +lon_0=104 +datum=WGS84")) == "unknown"


def test_geometry_of_a_web_map_is_brought_to_wgs84():
    east, north = gcj02_from_wgs(104.07, 30.67)
    back = to_wgs84(np.array([shapely.Point(east, north), None], dtype=object), "gcj02")
    assert shapely.get_coordinates(back[:1])[0] == pytest.approx([104.07, 30.67], abs=1e-11)
    assert back[1] is None
    assert to_wgs84(shapely.Point(1, 2), "wgs84") == shapely.Point(1, 2)
