"""The service on PostGIS answers as it does on a file: rows, points, filters, edits, undo, scenarios, questions, history."""

import asyncio
import uuid

import pytest

from tests.api.service.serving import make_store, serving

READ = (
    "/api/district",
    "/api/tables",
    "/api/tables/room?limit=20&sort=number&geometry=1&use=1",
    '/api/tables/room?filter={"all":[{"eq":["room_class","office"]},{"gt":["area_m2",30]}]}&limit=5',
    "/api/tables/camera",
    "/api/search?q=甲楼 1层 空置",
    "/api/at?x=409003&y=3386003&floor=A-F1",
    "/api/cards/room/A-F1-101",
    "/api/columns/room?floor=A-F1",
    "/api/planning/stack?on=2026-03-02",
    "/api/scenarios/试/difference",
    "/api/tables/room/A-F1-101/history",
    "/api/security/rooms?floor=A-F1&wait=25",
)
UNSTABLE = {"at", "store", "actor", "name", "made_at", "ended_at", "job_id", "solve_s", "check_s", "id", "ms", "epsg"}


def plain(value):
    """Leave out what is of the moment or of the store."""
    if isinstance(value, dict):
        return {name: plain(held) for name, held in value.items() if name not in UNSTABLE}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return round(value, 6) if isinstance(value, float) else value


NAMES = ("stale", "changed", "undone", "begun", "set", "space", *READ, "merged", "file")


async def told(where):
    """Do the same things on a store, and give every answer."""
    found = {}
    async with serving(where) as caller:
        caller.let_in("all", "facility_manager", "security_officer", "space_planner")
        row = await caller.get("/api/tables/room/A-F1-101", "all")
        edit = {"values": {"name": "试改"}, "reason": "试"}
        url = "/api/tables/room/A-F1-101"
        found["stale"] = await caller.ask("PATCH", url, "all", json=edit, headers={"If-Match": '"none"'})
        changed = await caller.ask("PATCH", url, "all", json=edit, headers={"If-Match": row.headers["etag"]})
        found["changed"] = changed
        found["undone"] = await caller.ask("POST", "/api/undo", "all", json={"set_id": changed.json()["set_id"]})
        found["begun"] = await caller.ask("POST", "/api/scenarios", "all", json={"name": "试"})
        cell = {"values": {"room_class": "meeting"}}
        found["set"] = await caller.ask("PATCH", "/api/scenarios/试/tables/room/A-F1-102", "all", json=cell)
        found["space"] = await caller.ask("POST", "/api/questions/space?wait=25", "all", json={"on": "2026-03-02"})
        for url in READ:
            found[url] = await caller.get(url, "all")
        found["merged"] = await caller.ask("POST", "/api/scenarios/试/merge", "all", json={"reason": "试"})
        found["file"] = await caller.get("/api/exports/csv?table=room", "all")
        assert not caller.service.faults.entries
    return {
        name: (one.status_code, plain(one.json()) if "json" in one.headers["content-type"] else one.content)
        for name, one in found.items()
    }


@pytest.fixture(scope="module")
def answers(tmp_path_factory, postgis):
    file = make_store(tmp_path_factory.mktemp("file") / "twin.gpkg")
    server = make_store(f"{postgis}&schema=s_{uuid.uuid4().hex[:12]}")
    return asyncio.run(told(file)), asyncio.run(told(server))


@pytest.mark.parametrize("name", NAMES)
def test_both_stores_answer_alike(answers, name):
    on_file, on_server = answers
    assert on_file[name][0] < 300 or name == "stale", on_file[name]
    assert on_server[name] == on_file[name]
