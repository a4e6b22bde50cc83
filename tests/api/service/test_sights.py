"""The security desk over HTTP: figures, views, one camera, outages, a way; who may look, and what is noted of it."""

import asyncio
import json

import pyarrow as pa
import pytest
import shapely
from shapely.geometry import shape

from tests.api.service.serving import make_store, serving
from tests.scenes import tiny_district
from twin.security import problem, solve
from twin.security.outage import outages


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Ask everything once; the worker is started once."""
    path = make_store(tmp_path_factory.mktemp("desk") / "twin.gpkg")
    found = {}

    async def act():
        async with serving(path) as caller:
            caller.let_in("officer", "security_officer")
            caller.let_in("manager", "facility_manager")
            get, ask = caller.get, caller.ask
            floor = found["floor"] = "A-F1"
            found["options"] = (await get("/api/security/options", "officer")).json()
            for name, url in {
                "cells": "cells?wait=25",
                "floors": "floors?building=A",
                "rooms": f"rooms?floor={floor}",
                "outages": f"outages?floor={floor}",
                "views": f"views?floor={floor}",
                "of one": "views?camera=K1",
                "blind": f"blind?floor={floor}",
                "camera": "cameras/K1",
                "night": "cameras/K1?night=1&ladder=iec2025",
                "dark": "cameras/K1?outage=K1",
                "seen": f"seen?floor={floor}&x=409004&y=3386007",
                "nobody": "cameras/none",
            }.items():
                found[name] = await get(f"/api/security/{url}", "officer")
            found["arrow"] = (await get(f"/api/security/views?floor={floor}&form=arrow", "officer")).content
            found["lost"] = await ask("POST", "/api/security/outage", "officer", json={"cameras": ["K1"]})
            way = {"floor": floor, "way": [[409001, 3386007], [409008, 3386007]]}
            found["way"] = await ask("POST", "/api/security/exposure", "officer", json=way)
            found["report"] = await get("/api/security/report/pdf", "officer")
            found["manager"] = [await get("/api/security/cameras/K1", "manager"), await get("/api/security/cells", "manager")]
            caller.service.audit.flush()
            found["audit"] = [(one.event, one.detail) for one in caller.service.audit.newest(100)]
            found["log"] = (await get("/api/log", "officer")).json()["entries"]
            found["jobs"] = (await get("/api/jobs", "officer")).json()["jobs"]
            found["faults"] = list(caller.service.faults.entries)

    asyncio.run(act())
    return found


@pytest.fixture(scope="module")
def own():
    """The same reckoned without the service."""
    built = problem.build(tiny_district(), problem.Params(floors=frozenset({"A-F1"})))
    return built, solve.solve(built)


def test_figures_are_those_of_the_question_itself(told, own):
    built, coverage = own
    assert not told["faults"]
    rooms = told["rooms"].json()
    assert {row["room_id"]: row["percent"] for row in rooms["rooms"]} == pytest.approx(
        {row.key: row.percent for row in coverage.of("room")}
    )
    assert told["outages"].json()["singles"][0]["lost_m2"] == pytest.approx(outages(built, coverage).singles[0].lost_m2)
    assert [row["floor_id"] for row in told["floors"].json()["floors"]]
    assert told["cells"].json()["cells"], told["cells"].text
    assert {one["key"] for one in told["options"]["ladders"]} == {"iec2014", "iec2025"}
    assert told["night"].json()["state"]["doors_open"] is False
    assert told["night"].json()["ladder"]["key"] == "iec2025"


def test_views_are_drawn_alike_in_both_forms_and_blind_places_lie_outside_of_them(told, own):
    _, coverage = own
    (feature,) = told["views"].json()["features"]
    drawn = shape(feature["geometry"])
    assert drawn.symmetric_difference(coverage.views["K1"]).area < 0.05
    assert told["of one"].json()["features"] == [feature]
    table = pa.ipc.open_stream(told["arrow"]).read_all()
    about = json.loads(table.schema.metadata[b"about"])
    rings = [shapely.Polygon(xy.reshape(-1, 2)) for xy in (row.values.to_numpy() for row in table["xy"])]
    assert sum(ring.area for ring in rings) == pytest.approx(drawn.area, rel=1e-3)
    assert about["keys"] == {"view": ["K1"]}
    assert about["figures"]["covered_m2"] == pytest.approx([feature["properties"]["covered_m2"]])
    for part in told["blind"].json()["blind"]:
        assert shape(part["geometry"]).intersection(drawn).area < 0.05
        assert part["weight"] == pytest.approx(part["area_m2"] * part["priority"])


def test_a_camera_loses_what_only_it_sees(told):
    camera, lost = told["camera"].json(), told["lost"].json()
    assert camera["sole_m2"] == pytest.approx(camera["lost_m2"]) == pytest.approx(lost["lost_m2"])
    assert sum(zone["m2"] for zone in camera["zones"]) == pytest.approx(camera["covered_m2"], rel=1e-3)
    assert shape(camera["sole"]).area == pytest.approx(camera["sole_m2"], rel=1e-2)
    (place,) = lost["places"]
    assert sum(zone["lost_m2"] for zone in place["zones"]) == pytest.approx(lost["lost_m2"], rel=1e-3)
    assert told["dark"].json()["skipped"] == "outage"
    assert told["dark"].json()["geometry"] is None
    assert told["nobody"].status_code == 404


def test_who_sees_a_point_sees_the_way_through_it(told):
    assert [one["camera_id"] for one in told["seen"].json()["cameras"]] == ["K1"]
    (way,) = told["way"].json()["ways"]
    assert way["seen_m"] > 0
    assert way["length_m"] == pytest.approx(7.0)


def test_each_look_is_noted_and_a_report_stands_in_the_log_of_the_store(told):
    assert {detail for event, detail in told["audit"] if event == "look"} >= {"camera K1", "views A-F1", "outage", "blind A-F1"}
    assert any(event == "export" and detail.startswith("cell report pdf") for event, detail in told["audit"])
    assert told["report"].content.startswith(b"%PDF")
    assert any("cell report pdf" in str(entry) for entry in told["log"])
    assert told["jobs"] == []
    assert [one.status_code for one in told["manager"]] == [403, 403]
