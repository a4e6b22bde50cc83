"""Who may do what: every route × every role, other departments' and sites' things, and where cameras stand and look."""

import io
import itertools
import math
import shutil
import zipfile

import pytest
from fastapi.routing import APIRoute

from api.app import create_app
from api.people import Grant, Person, person_of
from api.roles import EDITS, OFFICERS, PERMISSIONS, PUBLIC, READS, ROLES, WORKING, conflicts
from api.routes.guard import GuardedRoute, permission_of
from api.settings import Settings
from tests.api.service.serving import make_store, run, serving
from tests.scenes import tiny_district
from twin.model.tables import TABLES
from twin.store import open_store

DENIED = {"service.not_permitted", "service.not_signed_in"}


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    return make_store(tmp_path_factory.mktemp("store") / "twin.gpkg", watched())


@pytest.fixture
def path(first, tmp_path):
    return shutil.copy(first, tmp_path / "twin.gpkg")


HEADING, EAST = 271.828, 409_017.6180339
"""Where the hidden things look and stand: numbers that turn up nowhere else."""


def watched():
    """Give the hand-made district with a camera, and a camera among the devices, that can be told by their numbers."""
    scene = tiny_district()
    camera = scene.frame("camera").copy()
    camera.loc["K1", "heading_deg"] = HEADING
    camera.loc["K1", "geometry"] = type(camera.loc["K1", "geometry"])(EAST, 3_386_007.0)
    device = scene.frame("device").reindex(["X1", "X2"])
    device["device_id"], device["building_id"], device["floor_id"], device["room_id"] = ["X1", "X2"], "A", "A-F1", "A-F1-111"
    device["device_class"] = ["camera", "lighting"]
    device["gone"] = False
    device["geometry"] = [camera.loc["K1", "geometry"]] * 2
    device.loc["X2", "geometry"] = type(device.loc["X2", "geometry"])(409_001.0, 3_386_009.0)
    return scene.replaced({"camera": camera, "device": device}, 1)


def routes(app):
    return [(min(route.methods), route) for route in app.routes]


def filled(route):
    """Put something into the path, so that the request gets as far as the route."""
    path = route.path
    for name, value in {
        "table": "room",
        "key": "none",
        "name:path": "none",
        "set_id": "999",
        "form": "none",
        "layer": "none",
    }.items():
        path = path.replace("{" + name + "}", value)
    while "{" in path:
        path = path[: path.index("{")] + "none" + path[path.index("}") + 1 :]
    return path


def test_every_route_says_exactly_one_permission_that_somebody_holds(path):
    with open_store(path) as store:
        app = create_app(Settings(), store)
        for _, route in routes(app):
            assert isinstance(route, GuardedRoute), route.path
            assert permission_of(route) == PUBLIC or PERMISSIONS[permission_of(route)], route.path
        said = {operation["x-permission"] for methods in app.openapi()["paths"].values() for operation in methods.values()}
        assert said <= {PUBLIC, *PERMISSIONS}
        app.state.service.secrets.close()


@pytest.mark.parametrize("said", [None, "", "everything", ["model.read", "model.edit"], "model.read,model.edit"])
def test_a_route_without_exactly_one_permission_cannot_be_made(said):
    async def endpoint():
        """Nothing."""

    with pytest.raises(ValueError, match="exactly one permission"):
        GuardedRoute("/x", endpoint, openapi_extra={"x-permission": said})
    with pytest.raises(ValueError, match="exactly one permission"):
        permission_of(APIRoute("/x", endpoint))


def test_every_route_lets_in_whom_the_table_says_and_nobody_else(path):
    async def act():
        async with serving(path) as caller:
            for role in ROLES:
                caller.let_in(role, role)
            cells = 0
            for role, (method, route) in itertools.product(("", *ROLES), routes(caller.app)):
                permission = permission_of(route)
                if route.path in {"/api/events", "/api/session"} and role:
                    continue  # one never ends, the other signs out; each has tests of its own
                told = await caller.ask(method, filled(route), role)
                code = told.json().get("code") if "json" in told.headers.get("content-type", "") else None
                open_to = permission == PUBLIC or (role != "" and role in PERMISSIONS[permission])
                assert (code not in DENIED) == open_to, (role, method, route.path, told.status_code, code)
                if not open_to:
                    assert told.status_code == (403 if role else 401), (role, method, route.path)
                assert told.status_code < 500, (role, method, route.path, told.text)
                cells += 1
            assert cells > 400
            assert not caller.service.faults.entries

    run(act())


def test_the_three_officers_exclude_each_other_and_everybody_else():
    for held in itertools.chain.from_iterable(itertools.combinations(ROLES, size) for size in range(len(ROLES) + 1)):
        officers = set(held) & set(OFFICERS)
        assert bool(conflicts(held)) == (len(officers) > 1 or (bool(officers) and len(held) > 1)), held
    for officer in OFFICERS:
        person = person_of(Person(way="session"), [Grant(officer)])
        assert not person.reads.tables
        assert not person.may("model.read")


def test_every_table_is_read_by_one_permission_and_roles_edit_only_what_they_read():
    read = list(itertools.chain.from_iterable(READS.values()))
    assert sorted(read) == sorted(TABLES)
    assert set(itertools.chain.from_iterable(EDITS.values())) <= set(read)
    for role in WORKING:
        person = person_of(Person(way="session"), [Grant(role)])
        assert person.edits.tables <= person.reads.tables, role


OTHERS = "A-F1-101"
"""A room of D1, which somebody of D2 must not find anywhere."""


def test_another_departments_room_is_nowhere_to_be_found(path):
    async def act():
        async with serving(path) as caller:
            caller.let_in("fm", ("facility_manager", "D2", None))
            caller.let_in("sp", ("space_planner", "D2", None))
            caller.let_in("all", "facility_manager")
            assert (await caller.get(f"/api/tables/room/{OTHERS}", "all")).status_code == 200
            tag = (await caller.get("/api/tables/room/A-F1-103", "fm")).headers["etag"]
            for method, where, more in (
                ("GET", "tables/room/{}", {}),
                ("GET", "cards/room/{}", {}),
                ("GET", "tables/room/{}/history", {}),
                ("PATCH", "tables/room/{}", {"json": {"values": {"name": "x"}}, "headers": {"If-Match": "*"}}),
                ("DELETE", "tables/room/{}", {"headers": {"If-Match": tag}}),
            ):
                told = await caller.ask(method, "/api/" + where.format(OTHERS), "fm", **more)
                assert told.status_code == 404, (method, where, told.text)
            for where in (
                "tables/room?limit=1000&geometry=1&use=1",
                "columns/room",
                "columns/room?names=department_id,heads",
                "search?q=101",
                "search?q=1层&limit=200",
                "geometry/names?floor=A-F1",
                "at?x=409003&y=3386003&floor=A-F1",
                "log/1",
                "exports/csv?table=room",
                "cards/floor/A-F1",
                "tables/door?limit=1000",
                "tables/occupancy",
            ):
                told = await caller.get(f"/api/{where}", "fm")
                assert told.status_code == 200, (where, told.text)
                lines = [line for line in told.text.split("},") if '"table":"door"' not in line and "-door" not in line]
                assert not any(f'"{OTHERS}"' in line or f"{OTHERS}\x00" in line for line in lines), where
            space = await caller.ask("POST", "/api/questions/space?wait=25", "sp", json={"on": "2026-11-21"})
            assert space.status_code == 200, space.text
            assert OTHERS not in space.text
            assert "发展改革局" not in space.text
            body = {
                "values": {
                    "room_id": OTHERS,
                    "department_id": "D2",
                    "head_count": 1,
                    "rank": "局(处)级以下",
                    "valid_from": "2026-01-01",
                }
            }
            told = await caller.ask("POST", "/api/tables/occupancy", "fm", json=body)
            assert told.status_code in {403, 422}, told.text
            body["values"] |= {"room_id": "A-F1-103", "department_id": "D1"}
            assert (await caller.ask("POST", "/api/tables/occupancy", "fm", json=body)).status_code in {403, 422}
            told = await caller.ask(
                "PATCH", "/api/tables/occupancy/O3", "fm", json={"values": {"department_id": "D1"}}, headers={"If-Match": "*"}
            )
            assert told.status_code in {403, 422}, told.text
            assert (await caller.ask("POST", "/api/imports?name=a.ifc", "fm", content=b"x")).status_code == 403
            assert (await caller.ask("POST", "/api/undo", "fm", json={"set_id": 1})).status_code == 403
            assert caller.service.live.version == 1
            assert not caller.service.faults.entries

    run(act())


def test_another_sites_things_are_nowhere_to_be_found(path):
    async def act():
        async with serving(path) as caller:
            caller.let_in("so", ("security_officer", None, "elsewhere"))
            caller.let_in("fm", ("facility_manager", None, "elsewhere"))
            for table in ("building", "room", "camera", "cell", "device"):
                assert (await caller.get(f"/api/tables/{table}", "so")).json()["total"] == 0, table
            assert (await caller.get("/api/district", "fm")).json()["figures"]["rooms"] == 0
            assert (await caller.get(f"/api/tables/room/{OTHERS}", "fm")).status_code == 404

    run(act())


def hidden(text):
    """Tell whether a text gives away where the camera stands or looks."""
    return str(HEADING) in text or "409017.6" in text or "17.618" in text


def test_camera_poses_reach_only_those_who_may_see_them(path):
    gets = (
        "district", "tables/device?geometry=1&limit=1000", "tables/device/X1", "cards/device/X1", "cards/room/A-F1-111",
        "cards/floor/A-F1", "tables/device/X1/history", "log", "log/1", "search?q=X1", "columns/device?names=z", "columns/device",
        "geometry/device?floor=A-F1", "geometry/floor?floor=A-F1", "geometry/shells",
        "tables/device?filter=%7B%22box%22%3A%5B409017%2C3386006%2C409018%2C3386008%5D%7D",
    )  # fmt: skip

    async def act():
        async with serving(path) as caller:
            for name, role in (("vi", "viewer"), ("sp", "space_planner"), ("di", "dispatcher")):
                caller.let_in(name, role)
                for where in gets:
                    told = await caller.get(f"/api/{where}", name)
                    assert told.status_code == 200, (where, told.text)
                    assert not hidden(told.text), (name, where)
                    if where.startswith("geometry/device"):
                        assert not poses(told.content), where
                for where in (
                    "tables/camera",
                    "tables/camera/K1",
                    "cards/camera/K1",
                    "tables/camera/K1/history",
                    "columns/camera",
                ):
                    assert (await caller.get(f"/api/{where}", name)).status_code == 403, where
                assert (await caller.get("/api/geometry/camera", name)).status_code == 404
                assert (await caller.get(f"/api/{gets[-1]}", name)).json()["total"] == 0
                assert (await caller.ask("POST", "/api/questions/security", name, json={})).status_code == 403
            told = await caller.get("/api/exports/zip?table=device", "sp")
            with zipfile.ZipFile(io.BytesIO(told.content)) as files:
                assert not any(hidden(files.read(file).decode()) for file in files.namelist())
            caller.let_in("so", "security_officer")
            for where in ("tables/camera/K1", "tables/device/X1", "log/1"):
                assert hidden((await caller.get(f"/api/{where}", "so")).text) or where == "log/1", where
            caller.let_in("au", "auditor")
            looks = [line for line in (await caller.get("/api/audit", "au")).json()["entries"] if line["event"] == "look"]
            assert {line["login"] for line in looks} == {"so"}
            assert not caller.service.faults.entries

    run(act())


def poses(stream):
    """Give the places in a stream of marks that are not nowhere, of cameras."""
    import pyarrow as pa  # noqa: PLC0415 - only here

    table = pa.ipc.open_stream(stream).read_all().to_pylist()
    return [row for row in table if row["key"] == "X1" and row["xy"] and not any(map(math.isnan, row["xy"]))]


def test_news_tell_nobody_of_what_they_may_not_see(path):
    async def act():
        async with serving(path) as caller:
            caller.let_in("so", "security_officer")
            for name, grant in (("vi", "viewer"), ("d2", ("viewer", "D2", None)), ("au", "auditor")):
                caller.let_in(name, grant)
            assert (await caller.get("/api/events", "au")).status_code == 403
            assert (await caller.get("/api/events")).status_code == 401
            service = caller.service
            listeners = {
                name: service.hub.join(await service.accounts.identify(caller.tokens[name], key=False))
                for name in ("so", "vi", "d2")
            }
            tag = (await caller.get("/api/tables/camera/K1", "so")).headers["etag"]
            done = await caller.ask(
                "PATCH", "/api/tables/camera/K1", "so", json={"values": {"status": "faulty"}}, headers={"If-Match": tag}
            )
            assert done.status_code == 200, done.text
            told = {name: listener.queue.get_nowait()[1] for name, listener in listeners.items()}
            assert told["so"]["tables"] == {"camera": ["K1"]}
            assert told["vi"]["tables"] == told["d2"]["tables"] == {}
            assert told["vi"]["actor"] is None
            log = (await caller.get("/api/log", "vi")).json()["entries"]
            assert done.json()["set_id"] not in {entry["set_id"] for entry in log}
            assert (await caller.get(f"/api/log/{done.json()['set_id']}", "vi")).status_code == 404

    run(act())
