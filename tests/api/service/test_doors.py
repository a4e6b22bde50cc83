"""Coming in: claims, passwords, lock-out, keys, sessions, other sites' pages, sizes and rates; and what an answer never says."""

import asyncio

import pytest

from api.accounts import COOKIE, first_links, later
from api.faults import Problem, problem_of
from api.limits import Rates
from tests.api.service.serving import USUAL, make_store, run, serving
from twin.model.errors import PlanError, StoreError, UsageError
from twin.store.secrets import Account, RoleGrant, Session, sha256_of

PASSWORD = "一个很长的通行短语 42"  # noqa: S105 - made up here


@pytest.fixture
def path(tmp_path):
    return make_store(tmp_path / "twin.gpkg")


def served(work):
    """Run a test with a service."""

    def wrapped(path):
        async def act():
            async with serving(path, lock_s=60, tries=3) as caller:
                await work(caller)
                assert not caller.service.faults.entries

        run(act())

    wrapped.__name__ = work.__name__
    return wrapped


def cookie(answer):
    return {"cookie": f"{COOKIE}={answer.cookies[COOKIE]}"}


@served
async def test_the_first_start_gives_three_links_each_of_which_holds_once(caller):
    links = first_links(caller.service.secrets, 3600)
    assert set(links) == {"system_admin", "security_admin", "auditor"}
    assert first_links(caller.service.secrets, 3600) == {}
    assert (await caller.get("/api/district")).status_code == 401
    weak = await caller.ask("POST", "/api/claim", json={"token": links["auditor"], "password": "auditor-auditor"})
    assert weak.status_code == 422
    done = await caller.ask("POST", "/api/claim", json={"token": links["auditor"], "password": PASSWORD})
    assert done.status_code == 200, done.text
    assert done.json()["roles"] == ["auditor"]
    again = await caller.ask("POST", "/api/claim", json={"token": links["auditor"], "password": PASSWORD})
    assert again.status_code == 403, again.text
    assert (await caller.get("/api/me", headers=cookie(done))).json()["login"] == "auditor"
    assert (await caller.get("/api/district", headers=cookie(done))).status_code == 403
    flags = done.headers["set-cookie"].lower()
    assert all(flag in flags for flag in ("httponly", "samesite=strict", "path=/", "secure"))
    token = done.cookies[COOKIE]
    assert caller.service.secrets.one(Session, token_sha256=sha256_of(token)) is not None
    assert token not in str(caller.service.secrets.find(Session))


@served
async def test_three_wrong_tries_lock_an_account_and_a_name_that_is_none_alike(caller):
    caller.let_in("fm", "facility_manager")
    hashed = await caller.service.accounts.passwords.hash(PASSWORD, "fm")
    caller.service.secrets.update(Account, {"account_id": "fm"}, password_hash=hashed)
    bodies = []
    for name in ("fm", "nobody"):
        for _ in range(3):
            told = await caller.ask("POST", "/api/session", json={"name": name, "password": "wrong password"})
            assert told.status_code == 401
        locked = await caller.ask("POST", "/api/session", json={"name": name, "password": PASSWORD})
        assert locked.status_code == 429
        assert int(locked.headers["retry-after"]) > 30
        bodies.append({key: value for key, value in told.json().items() if key != "id"})
    assert bodies[0] == bodies[1]
    caller.service.accounts._tries.clear()
    told = await caller.ask("POST", "/api/session", json={"name": "fm", "password": PASSWORD})
    assert told.status_code == 200
    out = await caller.ask("DELETE", "/api/session", headers=cookie(told))
    assert out.status_code == 204
    assert (await caller.get("/api/district", headers=cookie(told))).status_code == 401


@served
async def test_a_role_that_is_taken_back_acts_with_the_next_request(caller):
    caller.let_in("vi", "viewer")
    caller.let_in("sa", "security_admin")
    assert (await caller.get("/api/district", "vi")).status_code == 200
    grant = caller.service.secrets.one(RoleGrant, account_id="vi").grant_id
    assert (await caller.ask("DELETE", f"/api/accounts/vi/grants/{grant}", "sa")).status_code == 200
    assert (await caller.get("/api/district", "vi")).status_code == 403
    assert (await caller.ask("POST", "/api/accounts/vi/grants", "sa", json={"role": "auditor"})).status_code == 201
    clash = await caller.ask("POST", "/api/accounts/vi/grants", "sa", json={"role": "viewer"})
    assert (clash.status_code, clash.json()["code"]) == (409, "service.roles_apart")
    own = await caller.ask("POST", "/api/accounts/sa/grants", "sa", json={"role": "viewer"})
    assert own.status_code == 409


@served
async def test_an_account_is_made_claimed_and_put_to_rest(caller):
    caller.let_in("sy", "system_admin")
    made = await caller.ask("POST", "/api/accounts", "sy", json={"login": "new.person", "name": "新同事"})
    assert made.status_code == 201, made.text
    token = made.json()["claim"].split("#")[1]
    done = await caller.ask("POST", "/api/claim", json={"token": token, "password": PASSWORD})
    assert (await caller.get("/api/me", headers=cookie(done))).json()["permissions"] == []
    number = made.json()["account"]["account_id"]
    assert (await caller.ask("PATCH", f"/api/accounts/{number}", "sy", json={"status": "inactive"})).status_code == 200
    assert (await caller.get("/api/me", headers=cookie(done))).json()["signed_in"] is False
    extra = await caller.ask("POST", "/api/accounts", "sy", json={"login": "x.y", "role": "security_admin"})
    assert extra.status_code == 422


@served
async def test_a_key_does_what_it_is_for_and_no_more(caller):
    caller.let_in("sa", "security_admin")
    caller.let_in("fm", "facility_manager")
    body = {"account_id": "fm", "name": "script", "permissions": ["model.read", "read.space"], "expires_at": later(3600)}
    made = (await caller.ask("POST", "/api/keys", "sa", json=body)).json()
    key = {"authorization": f"Bearer {made['key']}"}
    assert (await caller.get("/api/tables/room", headers=key)).status_code == 200
    assert (await caller.get("/api/tables/camera", headers=key)).status_code == 403
    assert (await caller.get("/api/log", headers=key)).status_code == 403
    wrong = {"authorization": f"Bearer {made['key'][:-1]}x"}
    assert (await caller.get("/api/tables/room", headers=wrong)).status_code == 401
    beyond = await caller.ask("POST", "/api/keys", "sa", json={**body, "permissions": ["audit.read"]})
    assert (beyond.status_code, beyond.json()["code"]) == (422, "service.key_beyond")
    assert (await caller.ask("DELETE", f"/api/keys/{made['key_id']}", "sa")).status_code == 204
    assert (await caller.get("/api/tables/room", headers=key)).status_code == 401


@served
async def test_another_sites_page_cannot_speak_for_who_is_signed_in(caller):
    caller.let_in("fm", "facility_manager")
    body = {"json": {"set_id": 1}}
    for headers in ({"X-Twin": None}, {"Origin": "http://evil.test"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        sent = {key: value for key, value in {**USUAL, **headers}.items() if value is not None}
        caller_headers = {"cookie": f"{COOKIE}={caller.tokens['fm']}", **sent}
        import httpx  # noqa: PLC0415 - without the usual headers

        async with httpx.AsyncClient(transport=httpx.ASGITransport(caller.app), base_url="http://twin.test") as client:
            told = await client.post("/api/undo", headers=caller_headers, **body)
        assert (told.status_code, told.json()["code"]) == (403, "service.cross_site"), headers
    told = await caller.ask("POST", "/api/undo", "fm", headers={"Origin": "http://twin.test"}, json={"set_id": 99})
    assert told.status_code == 404


@served
async def test_bodies_and_answers_keep_to_their_bounds(caller):
    caller.let_in("fm", "facility_manager")
    told = await caller.ask(
        "POST", "/api/changes", "fm", content=b"x" * (300 * 1024), headers={"content-type": "application/json"}
    )
    assert told.status_code == 413

    async def endless():
        for _ in range(400):
            yield b"x" * 1024

    told = await caller.ask("POST", "/api/changes", "fm", content=endless(), headers={"content-type": "application/json"})
    assert told.status_code == 413
    deep = '{"not":' * 30 + '{"missing":"name"}' + "}" * 30
    for query in (
        "limit=1001",
        "limit=0",
        "filter=" + deep,
        "filter={",
        "sort=nothing",
        "cursor=abc",
        "columns=x",
        "floor=x" * 60,
    ):
        told = await caller.get(f"/api/tables/department?{query}", "fm")
        assert 400 <= told.status_code < 500, query
    answer = await caller.get("/api/district", "fm")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    again = await caller.get("/api/district", "fm", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_unexpected_error_is_ours_with_an_id_and_nothing_of_its_inside(path):
    async def act():
        async with serving(path) as caller:
            caller.let_in("fm", "facility_manager")

            async def broken(*_):
                msg = "secret /etc/passwd postgresql://u:hidden@host/db"
                raise KeyError(msg)

            caller.service.view, caller.service.warm = broken, lambda _: None
            told = await caller.get("/api/tables/room", "fm")
            assert told.status_code == 500
            assert "secret" not in told.text
            assert "KeyError" not in told.text
            (entry,) = caller.service.faults.entries
            assert (entry["id"], entry["kind"]) == (told.json()["id"], "KeyError")
            assert told.headers["x-request-id"] == entry["id"]
            assert "hidden" not in entry["trace"]

    run(act())


def test_only_what_was_meant_becomes_a_4xx():
    assert problem_of(KeyError("x")) is None
    assert problem_of(PlanError("plan.unsound", ["x"], count=1, first="x")) is None
    assert problem_of(UsageError("query.too_deep", most=20)).status == 400
    said = problem_of(StoreError("store.absent", store="/srv/secret.gpkg"))
    assert said.status == 503
    assert "secret" not in str(said.values)


def test_who_asks_too_often_waits():
    rates = Rates(1.0, 3)
    for _ in range(3):
        rates.take("a")
    with pytest.raises(Problem) as told:
        rates.take("a")
    assert told.value.status == 429
    rates.take("b")


def test_a_demo_answers_to_loopback_names_only(path):
    async def act():
        async with serving(path, demo=True) as caller:
            assert (await caller.get("/api/district", headers={"host": "evil.test"})).status_code == 400
            told = await caller.get("/api/me", headers={"host": "localhost:8000"})
            assert (told.json()["demo"], told.json()["signed_in"]) == (True, True)
            told = await caller.ask("POST", "/api/session", headers={"host": "localhost"}, json={"name": "a", "password": "b"})
            assert told.status_code == 409

    run(act())


def test_events_say_hello_and_end_with_the_session(path):
    async def act():
        async with serving(path) as caller:
            caller.let_in("fm", "facility_manager")
            stream = asyncio.create_task(caller.get("/api/events", "fm"))
            while not caller.service.hub._listeners:  # noqa: ASYNC110 - there is nothing to wait on from outside
                await asyncio.sleep(0.01)
            await caller.ask("DELETE", "/api/session", "fm")
            told = await asyncio.wait_for(stream, 10)
            assert told.text.startswith('id: 1\nevent: hello\ndata: {"version":1}')

    run(act())
