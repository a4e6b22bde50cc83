"""Scenarios over HTTP: apart from the model until they are merged, by somebody who may."""

from tests.api.service.serving import make_store, run, serving


def test_a_scenario_is_tried_compared_asked_merged_and_undone(tmp_path):
    path = make_store(tmp_path / "twin.gpkg")

    async def act():
        async with serving(path) as caller:
            for name, role in (("sp", "space_planner"), ("fm", "facility_manager"), ("vi", "viewer")):
                caller.let_in(name, role)
            caller.let_in("d2", ("space_planner", "D2", None))
            made = await caller.ask("POST", "/api/scenarios", "sp", json={"name": "方案一"})
            assert made.status_code == 201, made.text
            assert (await caller.ask("POST", "/api/scenarios", "sp", json={"name": "方案一"})).status_code == 409
            row = "/api/scenarios/方案一/tables/occupancy/O1"
            done = await caller.ask("PATCH", row, "sp", json={"values": {"room_id": "A-F1-111"}})
            assert done.status_code == 200, done.text
            room = "/api/tables/room/A-F1-111?as_of=scenario:方案一"
            assert (await caller.get(room, "sp")).json()["use"]["department"] == "发展改革局"
            assert (await caller.get("/api/tables/room/A-F1-111", "sp")).json()["use"]["vacant"] is True
            assert (await caller.get(room, "vi")).status_code == 403
            assert (await caller.get("/api/scenarios", "d2")).status_code == 403
            told = (await caller.get("/api/scenarios/方案一/difference", "sp")).json()
            assert [(line["table"], line["key"], line["does"]) for line in told["rows"]] == [("occupancy", "O1", "update")]
            told = await caller.ask("POST", "/api/questions/space", "sp", json={"as_of": "scenario:方案一", "on": "2026-11-21"})
            assert told.status_code == 200, told.text
            hidden = await caller.ask("PATCH", "/api/scenarios/方案一/tables/camera/K1", "sp", json={"values": {"z": 1.0}})
            assert hidden.status_code == 403
            assert (await caller.ask("POST", "/api/scenarios/方案一/merge", "sp", json={})).status_code == 403
            merged = await caller.ask("POST", "/api/scenarios/方案一/merge", "fm", json={"reason": "批准"})
            assert merged.status_code == 200, merged.text
            assert (await caller.get("/api/tables/room/A-F1-111", "vi")).json()["use"]["heads"] == 1
            undone = await caller.ask("POST", "/api/undo", "fm", json={"set_id": merged.json()["set_id"]})
            assert undone.status_code == 200, undone.text
            assert (await caller.get("/api/scenarios/nothing/difference", "sp")).status_code == 404
            assert (await caller.ask("DELETE", "/api/scenarios/方案一", "sp")).status_code == 204
            assert not caller.service.faults.entries

    run(act())
