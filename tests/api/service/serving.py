"""A service on the hand-made district, without a network, and people of every role who are signed in."""

import asyncio
import secrets
from contextlib import asynccontextmanager

import httpx

from api.accounts import COOKIE
from api.app import create_app
from api.settings import Settings
from tests.scenes import tiny_district
from twin.model.tables import TABLES
from twin.store import create_store, open_store
from twin.store.layout import now
from twin.store.secrets import Account, RoleGrant

ORIGIN = "http://twin.test"
USUAL = {"X-Twin": "1", "Accept-Language": "en"}


def make_store(path, snapshot=None):
    """Fill a store with the hand-made district."""
    snapshot = snapshot or tiny_district()
    with create_store(path, snapshot.crs) as store, store.change("tester", "first") as work:
        for name in TABLES:
            work.put(name, snapshot.frame(name))
    return path


class Caller:
    """Asks the service as anybody."""

    def __init__(self, app):
        self.app = app
        self.service = app.state.service
        self.tokens = {}

    def let_in(self, name, *grants):
        """Make an account with roles, plain or as (role, department, site), and sign it in; the name is its own."""
        held = self.service.secrets
        held.create(Account(account_id=name, login=name, name=name, status="active", created_at=now()))
        for grant in grants:
            role, department, site = grant if isinstance(grant, tuple) else (grant, None, None)
            held.create(
                RoleGrant(
                    grant_id=secrets.token_hex(4), account_id=name, role=role, department_id=department, site_id=site,
                    granted_by="test", granted_at=now(),
                )
            )  # fmt: skip
        self.tokens[name] = self.service.accounts._open(name, "test", "test")[0]
        return name

    async def ask(self, method, path, who="", **more):
        """Send one request as somebody (nobody where empty) and give the answer."""
        headers = {**USUAL, **more.pop("headers", {})}
        if who in self.tokens:
            headers["cookie"] = f"{COOKIE}={self.tokens[who]}"
        async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=ORIGIN) as client:
            return await client.request(method, path, headers=headers, **more)

    async def get(self, path, who="", **more):
        """Read."""
        return await self.ask("GET", path, who, **more)


@asynccontextmanager
async def serving(path, folder=None, **settings):
    """Serve a store for as long as the block lasts."""
    bounds = {"watch_s": 3600, "rate_burst": 1_000_000, "rate_per_s": 1e6, **settings}
    with open_store(path) as store:
        app = create_app(Settings(**bounds), store, folder)
        async with app.router.lifespan_context(app):
            try:
                yield Caller(app)
            finally:
                for fault in app.state.service.faults.entries:
                    print(fault["where"], fault["trace"])  # noqa: T201 - shown where a test fails


def run(work):
    """Run a coroutine to its end."""
    return asyncio.run(work)
