"""Two real office buildings walk the whole road on the small sample's ground: in, placed, three questions, pictures."""

import json

import numpy as np
import pytest

from api.main import main
from gis.crs import Helmert
from twin.store import copy_store, open_store

OFFICE, INSTITUTE = "Office_A_20110811", "AC11-Institute-Var-2-IFC"
PLACES = {OFFICE: ("104.05996123,30.60125932", 6.0), INSTITUTE: ("104.05938573,30.60038929", 5.0)}


@pytest.fixture(scope="module")
def imported(testdata, sample_store, tmp_path_factory):
    """Import both once."""
    path = tmp_path_factory.mktemp("walk") / "twin.gpkg"
    copy_store(sample_store, path)
    assert main(["import", *(str(testdata / "ifc" / f"{name}.ifc") for name in PLACES), "--store", str(path)]) == 0
    return path


@pytest.fixture
def store(imported, tmp_path):
    path = tmp_path / "twin.gpkg"
    copy_store(imported, path)
    return path


def test_without_trusted_coordinates_they_stay_out_of_the_district(twin, store, sample_store):
    before, after = (twin("show", "--store", path, "--json")[1] for path in (sample_store, store))
    assert after["tables"] == before["tables"]
    local = {row["file"]: row for row in after["buildings"] if not row["located"]}
    office, institute = local[f"{OFFICE}.ifc"], local[f"{INSTITUTE}.ifc"]
    assert (office["floors"], office["rooms"], office["doors"]) == (3, 99, 102)
    assert office["area_m2"] == pytest.approx(3427.62, abs=0.01)
    assert office["area_file_m2"] == pytest.approx(3582.008, abs=0.001)
    assert (institute["floors"], institute["rooms"], institute["doors"]) == (5, 82, 77)
    assert institute["area_m2"] == pytest.approx(2266.66, abs=0.01)


def test_questions_about_one_building_work_before_it_is_placed(twin, store):
    code, out, _ = twin("space", "report", "--building", OFFICE, "--store", store, "--json")
    assert code == 0
    assert "3427.6" in json.dumps(out["result"])
    code, out, _ = twin("security", "coverage", "--building", OFFICE, "--store", store, "--json")
    assert code == 0
    assert sum(floor["reference_m2"] for floor in out["result"]["floors"]) == pytest.approx(3427.62, rel=1e-3)
    code, _, err = twin("fleet", "route", "--from", "203", "--to", "G1", "--store", store)
    assert code == 2
    assert "203" in err


def test_both_are_placed_and_walk_through_the_three_questions(twin, store, tmp_path):
    for name, (place, heading) in PLACES.items():
        assert twin("place", name, "--at", place, "--heading", heading, "--store", store)[0] == 0
    shown = twin("show", "--store", store, "--json")[1]
    assert all(building["located"] for building in shown["buildings"])
    assert shown["tables"]["room"] == 254 + 99 + 82
    code, out, _ = twin("check", "--store", store, "--json")
    assert (code, out["counts"]["error"]) == (0, 0)
    code, out, _ = twin("space", "report", "--store", store, "--json")
    assert code == 0
    code, out, _ = twin("security", "coverage", "--store", store, "--json")
    assert code == 0
    assert len(out["result"]["floors"]) == 12 + 2 + 5
    for origin in ("203", "AC11"):
        with open_store(store) as opened:
            rooms = opened.snapshot().frame("room")
        source = rooms["building_id"].str.startswith("27TO" if origin == "203" else "2yeS")
        office = rooms.index[source & (rooms["room_class"] == "office")][0]
        code, out, _ = twin("fleet", "route", "--from", office, "--to", "G1", "--store", store, "--json")
        assert code == 0
        assert out["result"]["gap"] == 0
        assert out["result"]["from"]["entrance"]
    assert twin("map", tmp_path / "map.html", "--store", store)[0] == 0
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "SCIF OPEN OFFICE" in page
    for name in PLACES:
        assert twin("plot", tmp_path / f"{name}.png", "--building", name, "--floor", "1", "--views", "--store", store)[0] == 0
        assert (tmp_path / f"{name}.png").stat().st_size > 50_000


def test_control_points_put_a_building_where_they_say(twin, store, tmp_path):
    truth = Helmert(e=409_900.0, n=3_387_200.0, rotation_deg=-30.0)
    model = np.array([(0.0, 0.0), (40.0, 0.0), (40.0, -30.0), (5.0, -12.0)])
    rows = "\n".join(f"{x},{y},{e!r},{n!r}" for (x, y), (e, n) in zip(model, truth.move(model).tolist(), strict=True))
    (tmp_path / "control.csv").write_text(f"x,y,e,n\n{rows}\n", encoding="utf-8")
    code, out, _ = twin("place", OFFICE, "--control", tmp_path / "control.csv", "--store", store, "--json")
    assert code == 0
    assert (out["place_e"], out["place_n"]) == pytest.approx((409_900.0, 3_387_200.0), abs=1e-2)
    assert out["place_rotation_deg"] == pytest.approx(-30.0, abs=1e-6)
    assert out["place_residual"] == pytest.approx(0.0, abs=1e-6)
    assert out["georeference"] == "control_points"


def test_a_dry_run_of_placing_moves_nothing(twin, store):
    place, heading = PLACES[OFFICE]
    assert twin("place", OFFICE, "--at", place, "--heading", heading, "--store", store, "--dry-run")[0] == 0
    assert not all(building["located"] for building in twin("show", "--store", store, "--json")[1]["buildings"])


def test_a_placed_building_stays_where_it_is_when_a_newer_file_comes(twin, store, testdata):
    place, heading = PLACES[INSTITUTE]
    twin("place", INSTITUTE, "--at", place, "--heading", heading, "--store", store)
    with open_store(store) as opened:
        before = opened.snapshot().frame("room").geometry.to_wkb()
    code, out, _ = twin("import", testdata / "ifc" / f"{INSTITUTE}.ifczip", "--store", store, "--json")
    assert code == 0
    assert all(set(counter) == {"unchanged"} for counter in out["files"][0]["changes"].values())
    with open_store(store) as opened:
        assert (opened.snapshot().frame("room").geometry.to_wkb() == before).all()
