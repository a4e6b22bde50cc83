"""The planning desk over HTTP: a plan as a job, the stack before and after, a block moved in a scenario and taken back."""

import asyncio

import pytest

from tests.api.service.serving import make_store, serving
from tests.scenes import tiny_district

ON = "2026-03-02"


def plain_people():
    """Give the hand-made district with nobody whose rank takes a room smaller than it has."""
    scene = tiny_district()
    held, posts = scene.frame("occupancy").copy(), scene.frame("post").copy()
    held.loc["O1", "rank"], posts.loc["P1", "rank"] = "局(处)级以下", "局(处)级以下"
    return scene.replaced({"occupancy": held, "post": posts}, 1)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Ask everything once; the worker is started once."""
    path = make_store(tmp_path_factory.mktemp("plan") / "twin.gpkg", plain_people())
    found = {}

    async def finished(caller, answer):
        job = answer.json()["job"]["job_id"]
        await caller.service.jobs._held[job].ended.wait()
        return (await caller.get(f"/api/jobs/{job}", "planner")).json()

    async def act():
        async with serving(path) as caller:
            caller.let_in("planner", "space_planner")
            caller.let_in("manager", "facility_manager")

            async def post(url, who="planner", **body):
                return await caller.ask("POST", url, who, json=body)

            ask = {"on": ON, "heads": "present", "iterations": 400}
            found["before"] = (await caller.get(f"/api/planning/stack?on={ON}", "planner")).json()
            plan = found["plan"] = await finished(caller, await post("/api/planning/plans", **ask))
            key = plan["job_id"]
            found["after"] = (await caller.get(f"/api/planning/stack?job={key}", "planner")).json()
            found["phases"] = await caller.get(f"/api/planning/phases?job={key}&start={ON}", "planner")
            found["workbook"] = await caller.get(f"/api/planning/moves/xlsx?job={key}", "planner")
            found["compare"] = await post("/api/planning/compare", one=key, two=key)
            found["explain"] = await finished(caller, await post("/api/planning/explain", department="D1", **ask))
            found["saved"] = await post("/api/planning/save", job=key, name="腾退一")
            found["again"] = await post("/api/planning/save", job=key, name="腾退一")
            await post("/api/scenarios", name="移动")
            block = {"department": "D1", "from_floor": "A-F1", "to_floor": "A-F2", "on": ON}
            url = "/api/scenarios/移动/moves"
            found["dry"] = await post(url, **block, dry_run=True)
            found["moved"] = await post(url, **block)
            there = f"/api/planning/stack?on={ON}&as_of=scenario:移动"
            found["there"] = (await caller.get(there, "planner")).json()
            found["differ"] = await caller.get(f"/api/planning/difference?two=scenario:移动&on={ON}", "planner")
            found["nobody"] = await post(url, **block)
            found["back"] = await caller.ask("DELETE", f"{url}/last", "planner")
            found["home"] = (await caller.get(there, "planner")).json()
            found["none"] = await caller.ask("DELETE", f"{url}/last", "planner")
            await post(url, **block, heads=2)
            found["merged"] = await post("/api/scenarios/移动/merge", "manager", reason="移动")
            found["now"] = (await caller.get(f"/api/planning/stack?on={ON}", "planner")).json()
            caller.let_in("part", ("facility_manager", "D1", None))
            back = {"department": "D1", "from_floor": "A-F2", "to_floor": "A-F1", "on": ON}
            found["part"] = await post("/api/moves", "part", **back)
            found["look"] = await post("/api/moves", "manager", **back, dry_run=True)
            found["here"] = await post("/api/moves", "manager", **back)
            found["joined"] = (await caller.get(f"/api/planning/stack?on={ON}", "planner")).json()
            found["taken back"] = await post("/api/undo", "manager", set_id=found["here"].json()["set_id"])
            found["parted"] = (await caller.get(f"/api/planning/stack?on={ON}", "planner")).json()
            found["faults"] = list(caller.service.faults.entries)

    asyncio.run(act())
    return found


def floors(stack):
    return {
        floor["floor_id"]: {block["department_id"]: block for block in floor["blocks"]}
        for building in stack["buildings"]
        for floor in building["floors"]
    }


def test_the_stack_adds_up_to_the_rooms_and_people_of_the_day(told):
    assert not told["faults"]
    held = floors(told["before"])["A-F1"]
    assert {key: (block["heads"], block["rooms"]) for key, block in held.items() if block["heads"]} == {
        "D1": (5, 2),
        "D2": (2, 1),
    }
    assert held["D1"]["m2"] == pytest.approx(2 * 5.8 * 5.8, abs=0.01)
    for building in told["before"]["buildings"]:
        for floor in building["floors"]:
            assert sum(block["m2"] for block in floor["blocks"]) + floor["vacant_m2"] == pytest.approx(
                floor["office_m2"], abs=0.01
            )


def test_a_plan_tells_its_bound_and_can_be_looked_at_saved_and_ordered(told):
    plan = told["plan"]
    assert plan["state"] == "done", plan["problem"]
    assert plan["result"]["result"]["bound"] <= plan["result"]["result"]["value"]["total"] + 1e-6
    assert plan["result"]["lines"]["zh"] != plan["result"]["lines"]["en"]
    heads = {row["department_id"]: row["heads"] for row in told["before"]["departments"]}
    assert {row["department_id"]: row["heads"] for row in told["after"]["departments"]} == heads
    given = {row["room_id"]: row["floor_id"] for row in plan["result"]["result"]["rooms"]}
    assert {floor for floor, blocks in floors(told["after"]).items() if any(b["heads"] for b in blocks.values())} == set(
        given.values()
    )
    assert told["phases"].status_code == 200
    assert told["workbook"].content[:2] == b"PK"
    assert told["compare"].json()["departments"] == []
    assert told["explain"]["result"]["department_id"] == "D1"
    assert told["saved"].status_code == 201
    assert told["again"].status_code == 409


def test_a_block_moved_in_a_scenario_is_there_from_the_day_on_and_nowhere_else(told):
    moved = told["moved"].json()
    assert told["dry"].json()["undo"] == 0
    assert moved["heads"] == 5
    assert moved["undo"] == 1
    there = floors(told["there"])
    assert there["A-F2"]["D1"]["heads"] == 5
    assert there["A-F1"].get("D1", {"heads": 0})["heads"] == 0
    rooms = {room["room_id"]: room for room in told["differ"].json()["rooms"]}
    assert {room["room_id"] for room in moved["begun"]} <= set(rooms)
    assert all(room["area_m2"] >= 7 * room["heads"] for room in moved["begun"])
    figures = {row["name"]: (row["one"], row["two"]) for row in told["differ"].json()["figures"]}
    assert figures["heads"][0] == figures["heads"][1]


def test_the_last_move_is_taken_back_and_the_next_one_merged(told):
    assert told["nobody"].status_code == 422
    assert told["nobody"].json()["findings"][0]["code"] == "desk.nobody_there"
    assert told["back"].json()["undo"] == 0
    assert floors(told["home"])["A-F1"]["D1"] == floors(told["before"])["A-F1"]["D1"]
    assert told["none"].status_code == 409
    assert told["merged"].json()["set_id"]
    now = floors(told["now"])
    assert (now["A-F1"]["D1"]["heads"], now["A-F2"]["D1"]["heads"]) == (3, 2)


def test_a_department_moved_in_the_model_is_one_change_set_that_undo_takes_back(told):
    assert told["part"].status_code == 403
    assert told["look"].json()["set_id"] is None
    assert told["here"].json()["heads"] == 2
    joined = floors(told["joined"])
    assert joined["A-F1"]["D1"]["heads"] == 5
    assert "D1" not in joined["A-F2"]
    assert told["taken back"].status_code == 200
    assert floors(told["parted"]) == floors(told["now"])
