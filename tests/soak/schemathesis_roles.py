"""Schemathesis calls every operation of the OpenAPI description as each role, with fitting and unfitting data.

    python -m tests.soak.schemathesis_roles [--cases 20000] [--seed 1]

It prints a table by role, and writes each role's figures to build/soak/schemathesis_roles.json as soon as they are there, so
that a stopped run goes on. Nothing may answer 5xx or against its own description, and the fault log stays empty.
"""

from __future__ import annotations

import argparse
import json
import socket
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from schemathesis import checks
from schemathesis.config import SchemathesisConfig

from api.accounts import COOKIE
from api.app import create_app
from api.roles import PERMISSIONS, PUBLIC, ROLES
from api.settings import Settings
from tests.api.service.serving import Caller, make_store
from twin.store import open_store

OUT = Path("build/soak/schemathesis_roles.json")
HEAVY = {
    "get_get_export": 10,
    "post_post_import": 10,
    "post_ask_space": 3,
    "post_ask_security": 3,
    "post_ask_fleet": 3,
    "post_post_claim": 2,
}
"""Operations that start processes: they get so many times fewer cases."""
ENDLESS = {"get_get_events"}
"""Streams that end with their listener; they have tests of their own."""
CHECKS = (
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
)


@contextmanager
def listening(store_path, folder):
    """Serve a store on a free port of the loopback, in a thread, for as long as the block lasts."""
    bounds = {
        "rate_per_s": 1e6,
        "rate_burst": 10**6,
        "jobs_waiting": 10**6,
        "watch_s": 3600.0,
        "answer_wait_s": 5.0,
        "uploads_kept": 100,
    }
    with open_store(store_path) as store, socket.create_server(("127.0.0.1", 0)) as bound:
        app = create_app(Settings(**bounds), store, folder)
        app.state.service.doors._burst = 1e9
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False, lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.02)
            yield f"http://127.0.0.1:{bound.getsockname()[1]}", Caller(app)
        finally:
            server.should_exit = True
            thread.join()


def hammer(caller, url, role, cases, seed, *, closed=True):
    """Call every operation as one role, those closed to it only where `closed`; gives how many cases were run, by status."""
    schema = schemathesis.openapi.from_dict(caller.app.openapi(), config=SchemathesisConfig())
    schema.config.update(base_url=url)
    tally: dict[str, int] = {}
    operations = [found.ok() for found in schema.get_all_operations()]
    for number, operation in enumerate(operations):
        raw = operation.definition.raw
        if raw["operationId"] in ENDLESS:
            continue
        permission = raw["x-permission"]
        open_to = permission == PUBLIC or role in PERMISSIONS[permission]
        if not (open_to or closed):
            continue
        most = max(1, round(cases / HEAVY.get(raw["operationId"], 1) if open_to else cases / 10))
        _call(caller, operation, role, (most, seed * 1000 + number), tally)
    return tally


def _call(caller, operation, role, how, tally):
    """Call one operation, half with data that fit its description and half with data that do not."""
    most, seed = how
    token = caller.service.accounts._open(role, "soak", "soak")[0] if role else ""
    headers = {"X-Twin": "1", "Accept-Language": "en"} | ({"Cookie": f"{COOKIE}={token}"} if role else {})
    for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE):
        half = max(1, most // 2)

        @seeded(seed)
        @settings(
            max_examples=half,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
            derandomize=False,
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def call(case):
            response = case.call(headers=headers, timeout=60)
            if response.content == b"Invalid HTTP request received.":
                return  # an address so long, or so odd, that the parser before the service refused it
            case.validate_response(response, checks=list(CHECKS))
            tally[str(response.status_code)] = tally.get(str(response.status_code), 0) + 1

        try:
            call()
        except hypothesis.errors.Unsatisfiable:
            continue  # an operation without parameters has no unfitting data


def main():
    """Run all roles; goes on where a stopped run ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    OUT.parent.mkdir(parents=True, exist_ok=True)
    done = json.loads(OUT.read_text()) if OUT.exists() else {}
    done = (
        done
        if done.get("cases") == args.cases and done.get("seed") == args.seed
        else {"cases": args.cases, "seed": args.seed, "roles": {}}
    )
    with tempfile.TemporaryDirectory(prefix="twin-soak-") as folder:
        store = make_store(Path(folder) / "twin.gpkg")
        (Path(folder) / "private").mkdir()
        with listening(store, Path(folder) / "private") as (url, caller):
            for role in ROLES:
                caller.let_in(role, role)
            for role in ("", *ROLES):
                if role in done["roles"]:
                    continue
                started = time.monotonic()
                each = args.cases / 300  # ten askers; about a third of the cells are open to them
                tally = hammer(caller, url, role, each, args.seed)
                faults = len(caller.service.faults.entries)
                done["roles"][role] = {
                    "by_status": tally,
                    "cases": sum(tally.values()),
                    "faults": faults,
                    "s": round(time.monotonic() - started),
                }
                OUT.write_text(json.dumps(done, indent=1))
            for fault in caller.service.faults.entries:
                print(fault["where"], fault["trace"])  # noqa: T201 - what the run is for
    return report(done)


def report(done):
    """Print the table; 1 where anything is wrong."""
    total = bad = 0
    print(f"{'role':18}{'cases':>8}{'2xx':>8}{'4xx':>8}{'5xx':>6}{'faults':>8}{'s':>6}")  # noqa: T201 - the table
    for role, found in done["roles"].items():
        by = {digit: sum(count for status, count in found["by_status"].items() if status[0] == digit) for digit in "2345"}
        head = f"{role or 'nobody':18}{found['cases']:8}{by['2'] + by['3']:8}{by['4']:8}"
        print(f"{head}{by['5']:6}{found['faults']:8}{found['s']:6}")  # noqa: T201 - the table
        total += found["cases"]
        bad += by["5"] + found["faults"]
    print(f"{'all':18}{total:8}")  # noqa: T201 - the table
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
