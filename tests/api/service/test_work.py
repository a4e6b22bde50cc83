"""Questions, files in and files out: done beside the requests, seen on the way, stopped, never more than one may see."""

import asyncio
import io
import zipfile
from importlib.resources import files

import pytest

from tests.api.service.serving import make_store, run, serving

SLOW_S = 60


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return make_store(tmp_path_factory.mktemp("store") / "twin.gpkg")


async def until(caller, path, states, who="fm"):
    """Ask again until something has come to one of these states."""
    for _ in range(SLOW_S * 10):
        held = (await caller.get(path, who)).json()
        if held["state"] in states:
            return held
        await asyncio.sleep(0.1)
    raise AssertionError(held)


def test_the_three_questions_are_answered_and_the_second_time_at_once(path):
    async def act():
        async with serving(path, answer_wait_s=SLOW_S) as caller:
            caller.let_in("all", "facility_manager", "security_officer", "dispatcher")
            for question, body in (
                ("space", {"on": "2026-11-21"}),
                ("security", {"geometry": True}),
                ("fleet", {"from": "G1", "to": "CH1"}),
            ):
                first = await caller.ask("POST", f"/api/questions/{question}?wait=25", "all", json=body)
                assert first.status_code == 200, first.text
                second = await caller.ask("POST", f"/api/questions/{question}", "all", json=body)
                assert second.json()["result"] == first.json()["result"]
                assert (first.json()["cached"], second.json()["cached"]) == (False, True)
            bad = await caller.ask("POST", "/api/questions/space", "all", json={"building": "nowhere"})
            assert (bad.status_code, bad.json()["code"]) == (404, "key.unknown")
            stream = await caller.get(f"/api/jobs/{first.json()['job_id']}/events", "all")
            assert '"state":"done"' in stream.text
            caller.let_in("other", "facility_manager")
            assert (await caller.get(f"/api/jobs/{first.json()['job_id']}", "other")).status_code == 404
            assert not caller.service.faults.entries

    run(act())


def test_a_job_is_stopped_and_the_next_one_runs(path):
    async def act():
        async with serving(path) as caller:
            caller.let_in("so", "security_officer")
            begun = await caller.ask("POST", "/api/questions/security?wait=0", "so", json={})
            assert begun.status_code == 202
            number = begun.json()["job"]["job_id"]
            stopped = await caller.ask("DELETE", f"/api/jobs/{number}", "so")
            assert stopped.json()["state"] == "cancelled"
            again = await caller.ask("POST", "/api/questions/security?wait=25", "so", json={})
            assert again.status_code == 200, again.text
            assert not caller.service.faults.entries

    run(act())


def test_a_worker_that_dies_fails_its_job_and_nothing_else(path):
    async def act():
        async with serving(path) as caller:
            caller.let_in("watcher", "security_officer")
            begun = await caller.ask("POST", "/api/questions/security?wait=0", "watcher", json={})
            number = begun.json()["job"]["job_id"]
            for _ in range(1000):
                if "quick" in caller.service.jobs._processes:
                    break
                await asyncio.sleep(0.01)
            caller.service.jobs._processes["quick"].kill()
            held = await until(caller, f"/api/jobs/{number}", {"failed"}, "watcher")
            assert held["problem"]["code"] == "service.job_died"
            assert len(caller.service.faults.entries) == 1
            assert "Error" not in held["problem"]["detail"]

    run(act())


def test_a_model_is_uploaded_read_accepted_placed_and_undone(tmp_path):
    model = min(
        (file for file in (files("sample_buildings") / "small").iterdir() if file.name.endswith(".ifc")),
        key=lambda file: file.name,
    )
    path = make_store(tmp_path / "twin.gpkg")

    async def act():
        async with serving(path, tmp_path) as caller:
            caller.let_in("fm", "facility_manager")
            sent = await caller.ask("POST", "/api/imports?name=new.ifc", "fm", content=model.read_bytes())
            assert sent.status_code == 202, sent.text
            address = f"/api/imports/{sent.json()['import_id']}"
            held = await until(caller, address, {"ready", "refused"})
            assert held["state"] == "ready", held
            assert held["report"]["counts"]["rooms"] > 10
            assert caller.service.live.version == 1
            await caller.ask("POST", f"{address}/accept", "fm")
            held = await until(caller, address, {"accepted", "refused"})
            assert (held["state"], held["set_id"]) == ("accepted", 2)
            assert caller.service.live.version == 2
            assert (await caller.ask("POST", f"{address}/accept", "fm")).status_code == 409
            undone = await caller.ask("POST", "/api/undo", "fm", json={"set_id": 2})
            assert undone.status_code == 200, undone.text
            assert not list(tmp_path.glob("import-*"))
            bad = await caller.ask("POST", "/api/imports?name=bad.ifc", "fm", content=b"ISO-10303-21; nothing")
            held = await until(caller, f"/api/imports/{bad.json()['import_id']}", {"refused", "ready"})
            assert held["state"] == "refused"
            assert held["report"]["findings"]
            for name in ("../x.ifc", "a/b.ifc", "..", "\n"):
                told = await caller.ask("POST", "/api/imports", "fm", params={"name": name}, content=b"x")
                assert told.status_code == 422, name
            assert not caller.service.faults.entries

    run(act())


def test_exports_carry_what_one_may_see_and_stand_in_the_audit(path):
    async def act():
        async with serving(path) as caller:
            caller.let_in("fm", "facility_manager")
            caller.let_in("sp", "space_planner")
            caller.let_in("au", "auditor")
            rooms = await caller.get("/api/exports/csv?table=room&q=空置", "fm")
            assert rooms.status_code == 200, rooms.text
            assert rooms.headers["content-disposition"].endswith('room-1.csv"')
            lines = rooms.content.decode("utf-8-sig").strip().splitlines()
            assert len(lines) - 1 == (await caller.get("/api/tables/room?q=空置", "fm")).json()["total"]
            whole = await caller.get("/api/exports/zip", "sp")
            with zipfile.ZipFile(io.BytesIO(whole.content)) as packed:
                names = {name.split(".")[0] for name in packed.namelist()}
            assert "room" in names
            assert not names & {"camera", "cell", "vehicle", "trip"}
            assert (await caller.get("/api/exports/zip?table=camera", "sp")).status_code == 403
            events = (await caller.get("/api/audit", "au")).json()["entries"]
            assert [(line["event"], line["login"], line["detail"]) for line in events if line["event"] == "export"] == [
                ("export", "sp", "zip *"),
                ("export", "fm", "csv room"),
            ]
            assert (await caller.get("/api/audit/verify", "au")).json()["sound"]

    run(act())
