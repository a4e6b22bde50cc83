"""A local grid that is a turned, shifted and stretched map grid is found again from control points."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gis.crs import Helmert, named_crs, to_crs
from gis.faults import GisError
from gis.grids import fit_grid
from gis.readers import read_frame

CORNERS = np.array([(0.0, 0.0), (4000.0, 0.0), (0.0, 3000.0), (4100.0, 2900.0)])
NAMES = ("甲", "乙", "丙", "丁")


@given(st.floats(-180, 180), st.floats(0.9995, 1.0005), st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_the_grid_is_found_whatever_its_turn_shift_and_scale(turn, scale, east, north):
    made = Helmert(e=409_000 + east, n=3_386_000 + north, rotation_deg=turn, scale=scale)
    grid = fit_grid(CORNERS, made.move(CORNERS), "EPSG:4544", NAMES)
    assert np.allclose(grid.helmert.move(CORNERS), made.move(CORNERS), atol=1e-6)
    assert max(grid.helmert.residuals) < 1e-6


def test_points_in_degrees_choose_the_zone_and_rows_of_the_grid_come_out_on_the_ground(tmp_path):
    made = Helmert(e=409_000.0, n=3_386_000.0, rotation_deg=1.5, scale=0.99998)
    degrees = shapely.get_coordinates(to_crs(shapely.points(made.move(CORNERS)), named_crs("EPSG:4544"), named_crs("EPSG:4326")))
    grid = fit_grid(CORNERS, degrees, "", NAMES)
    (tmp_path / "gate.csv").write_text("gate_id,x,y\nG1,100,200\n", encoding="utf-8")
    (layer,) = read_frame(tmp_path / "gate.csv", grid=grid)
    assert layer.crs == "EPSG:4544"
    assert np.allclose(shapely.get_coordinates(layer.frame.geometry.iloc[0]), made.move(np.array([(100.0, 200.0)])), atol=1e-4)


def test_a_wrong_point_shows_in_its_residual_and_a_wrong_unit_is_refused():
    made = Helmert(e=409_000.0, n=3_386_000.0, rotation_deg=1.5, scale=1.0)
    known = made.move(CORNERS)
    known[2] += (0.0, 8.0)
    grid = fit_grid(CORNERS, known, "EPSG:4544", NAMES)
    assert int(np.argmax(grid.helmert.residuals)) == 2
    assert min(grid.helmert.residuals) > 0.01
    with pytest.raises(GisError) as caught:
        fit_grid(CORNERS * 1000.0, made.move(CORNERS), "EPSG:4544", NAMES)
    assert caught.value.code == "grid.scale"
