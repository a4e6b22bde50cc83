"""Edits over HTTP: nobody's change is lost, nothing is done twice, the checks refuse, and undo takes back."""

import pytest

from tests.api.service.serving import make_store, run, serving

ROOM = "/api/tables/room/A-F1-104"


@pytest.fixture
def path(tmp_path):
    return make_store(tmp_path / "twin.gpkg")


def manager(work):
    """Run a test as a facility manager."""

    def wrapped(path):
        async def act():
            async with serving(path) as caller:
                caller.let_in("fm", "facility_manager")
                await work(caller)
                assert not caller.service.faults.entries

        run(act())

    wrapped.__name__ = work.__name__
    return wrapped


@manager
async def test_a_room_changes_its_class_and_back(caller):
    before = await caller.get(ROOM, "fm")
    assert before.json()["row"]["room_class"] == "office"
    tag = before.headers["etag"]
    done = await caller.ask(
        "PATCH", ROOM, "fm", json={"values": {"room_class": "meeting"}, "reason": "改作会议室"}, headers={"If-Match": tag}
    )
    assert done.status_code == 200, done.text
    assert done.json()["row"]["room_class"] == "meeting"
    after = await caller.get(ROOM, "fm")
    assert after.json()["row"]["room_class"] == "meeting"
    assert after.headers["etag"] == done.headers["etag"] != tag
    log = (await caller.get("/api/log", "fm")).json()["entries"][0]
    assert (log["actor"], log["reason"], log["set_id"]) == ("fm", "改作会议室", done.json()["set_id"])
    undone = await caller.ask("POST", "/api/undo", "fm", json={"set_id": done.json()["set_id"]})
    assert undone.status_code == 200
    assert (await caller.get(ROOM, "fm")).headers["etag"] == tag
    story = (await caller.get(f"{ROOM}/history", "fm")).json()["lines"]
    assert [line["changed"].get("room_class") for line in story[:2]] == [["meeting", "office"], ["office", "meeting"]]
    again = await caller.ask("POST", "/api/undo", "fm", json={"set_id": done.json()["set_id"]})
    assert (again.status_code, again.json()["code"]) == (409, "undo.conflict")


@manager
async def test_an_edit_on_an_old_reading_is_refused_with_the_row_as_it_is(caller):
    tag = (await caller.get(ROOM, "fm")).headers["etag"]
    ask = {"json": {"values": {"name": "甲"}}, "headers": {"If-Match": tag}}
    assert (await caller.ask("PATCH", ROOM, "fm", **ask)).status_code == 200
    late = await caller.ask("PATCH", ROOM, "fm", json={"values": {"name": "乙"}}, headers={"If-Match": tag})
    assert late.status_code == 412
    assert late.json()["current"]["row"]["name"] == "甲"
    assert (await caller.ask("PATCH", ROOM, "fm", json={"values": {"name": "乙"}})).status_code == 428


@manager
async def test_a_request_sent_twice_is_done_once(caller):
    body = {
        "values": {
            "room_id": "A-F1-104",
            "department_id": "D2",
            "head_count": 2,
            "rank": "局(处)级以下",
            "valid_from": "2026-01-01",
        }
    }
    first = await caller.ask("POST", "/api/tables/occupancy", "fm", json=body, headers={"Idempotency-Key": "k1"})
    second = await caller.ask("POST", "/api/tables/occupancy", "fm", json=body, headers={"Idempotency-Key": "k1"})
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    assert (await caller.get("/api/tables/occupancy", "fm")).json()["total"] == 6
    other = await caller.ask("POST", "/api/tables/occupancy", "fm", json={"values": {}}, headers={"Idempotency-Key": "k1"})
    assert other.status_code == 409


@manager
async def test_the_checks_refuse_and_nothing_is_written(caller):
    bad = {"values": {"room_id": "A-F1-104", "department_id": "D2", "head_count": -2, "valid_from": "2026-01-01"}}
    told = await caller.ask("POST", "/api/tables/occupancy", "fm", json=bad)
    assert (told.status_code, told.json()["code"]) == (422, "service.checks_refuse"), told.text
    assert told.json()["findings"]
    bad["values"] |= {"room_id": "nowhere", "head_count": 2}
    told = await caller.ask("POST", "/api/tables/occupancy", "fm", json=bad)
    assert (told.status_code, told.json()["code"]) == (422, "service.no_such_row")
    assert caller.service.live.version == 1


@manager
async def test_values_that_are_none_of_the_column_are_refused(caller):
    tag = {"If-Match": (await caller.get(ROOM, "fm")).headers["etag"]}
    for values in (
        {"room_class": "palace"},
        {"area_m2": "much"},
        {"nothing": 1},
        {"gone": True},
        {"room_id": "x"},
        {"height": True},
    ):
        told = await caller.ask("PATCH", ROOM, "fm", json={"values": values}, headers=tag)
        assert told.status_code == 422, values
    for shape in (
        {"type": "Point", "coordinates": [0, 0]},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
        {"type": "x"},
    ):
        told = await caller.ask("PATCH", ROOM, "fm", json={"geometry": shape}, headers=tag)
        assert (told.status_code, told.json()["code"]) == (422, "service.bad_geometry"), shape


@manager
async def test_a_department_moves_as_one_change_and_comes_back_as_one(caller):
    edits = [
        {"table": "occupancy", "key": "O1", "values": {"room_id": "A-F1-111"}},
        {"table": "occupancy", "key": "O2", "values": {"room_id": "A-F1-112"}},
    ]
    dry = await caller.ask("POST", "/api/changes?dry_run=1", "fm", json={"reason": "搬迁", "edits": edits})
    assert dry.json()["set_id"] is None
    done = await caller.ask("POST", "/api/changes", "fm", json={"reason": "搬迁", "edits": edits})
    assert done.status_code == 200, done.text
    room = (await caller.get("/api/tables/room/A-F1-111", "fm")).json()
    assert room["use"]["department"] == "发展改革局"
    await caller.ask("POST", "/api/undo", "fm", json={"set_id": done.json()["set_id"]})
    assert (await caller.get("/api/tables/room/A-F1-111", "fm")).json()["use"]["vacant"] is True


@manager
async def test_a_camera_is_moved_on_the_map(caller):
    row = await caller.get("/api/tables/camera/K1", "fm")
    place = row.json()["geometry"]["coordinates"]
    moved = {"type": "Point", "coordinates": [place[0] - 1.0, place[1]]}
    done = await caller.ask(
        "PATCH", "/api/tables/camera/K1", "fm", json={"geometry": moved}, headers={"If-Match": row.headers["etag"]}
    )
    assert done.status_code == 200, done.text
    assert done.json()["geometry"]["coordinates"] == moved["coordinates"]


@manager
async def test_what_others_point_at_is_not_taken_out(caller):
    tag = (await caller.get("/api/tables/department/D1", "fm")).headers["etag"]
    told = await caller.ask("DELETE", "/api/tables/department/D1", "fm", headers={"If-Match": tag})
    assert (told.status_code, told.json()["code"]) == (409, "service.referred")
    tag = (await caller.get("/api/tables/occupancy/O4", "fm")).headers["etag"]
    assert (await caller.ask("DELETE", "/api/tables/occupancy/O4", "fm", headers={"If-Match": tag})).status_code == 200
    assert (await caller.get("/api/tables/occupancy/O4", "fm")).status_code == 404


@manager
async def test_the_past_is_read_as_it_was(caller):
    tag = (await caller.get(ROOM, "fm")).headers["etag"]
    await caller.ask("PATCH", ROOM, "fm", json={"values": {"name": "新名"}}, headers={"If-Match": tag})
    assert (await caller.get(f"{ROOM}?as_of=1", "fm")).json()["row"]["name"] == "办公室"
    assert (await caller.get(f"{ROOM}?as_of=2", "fm")).json()["row"]["name"] == "新名"
    assert (await caller.get(f"{ROOM}?as_of=9", "fm")).status_code == 400
    assert (await caller.get(f"{ROOM}?as_of=never", "fm")).status_code == 400
