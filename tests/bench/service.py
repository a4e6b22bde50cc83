"""How many requests a second the service answers on the city sample, signed in, with permissions and audit on.

    python -m tests.bench.service [STORE] [--seconds 300] [--clients 32] [--tipg]

STORE holds the city sample; without it the one in build/bench/city is taken, made first where it is not there (`twin sample`,
`twin import`: some minutes). ``--tipg`` asks the same of tipg and of ours on one PostGIS, and gives ratios. The service runs
in a process of its own; the clients, plain asyncio streams, run in this one. 60 % read one room or ask which room a point is
in, 25 % a filtered page of a hundred, 10 % the geometry of one of sixty floors, 5 % the history of a room or a building's
coverage that was found before. The table gives requests a second, percentiles, the service's
processor time for one request, and its memory at the beginning and the end; what many look at is worked out once before.
Memory is that of the service and all its processes, at the beginning, after each fifth of the time, and at the end. Written to
build/bench/service.json, each part when it is done.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from api.accounts import COOKIE
from tests.api.service.serving import Caller
from twin.store import open_store
from twin.store.secrets import Secrets

OUT = Path("build/bench/service.json")
MIX = (("room", 40), ("point", 20), ("page", 25), ("floor", 10), ("history", 3), ("coverage", 2))


class Connection:
    """One kept-alive connection that sends a request and reads its answer to the end."""

    def __init__(self, port, cookie):
        self.port, self.head = port, f"Host: 127.0.0.1:{port}\r\nCookie: {cookie}\r\nX-Twin: 1\r\nAccept-Encoding: gzip\r\n"

    async def open(self):
        """Connect."""
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)

    async def ask(self, method, path, body=b""):
        """Give status and length of the answer."""
        more = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n" if body else ""
        self.writer.write(f"{method} {path} HTTP/1.1\r\n{self.head}{more}\r\n".encode() + body)
        head = await self.reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        low = head.lower()
        length = int(low.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0]) if b"content-length:" in low else 0
        if length:
            await self.reader.readexactly(length)
        return status, length


def questions(snapshot, rng):
    """Give what each part of the mix asks, at random but repeatable."""
    rooms = snapshot.frame("room")
    keys = list(rooms.index)
    floors = rng.sample(sorted(set(rooms["floor_id"])), 60)
    points = rooms.geometry.representative_point()
    spots = [(floor, point.x, point.y) for floor, point in zip(rooms["floor_id"], points, strict=True)]
    filters = [
        {"all": [{"in": ["room_class", kinds]}, {"gt": ["area_m2", area]}]}
        for kinds in (["office"], ["office", "meeting"], ["corridor", "toilet"], ["storage"])
        for area in (10, 15, 20, 25, 30, 40, 50, 80)
    ]

    indoors = snapshot.frame("camera")["building_id"].dropna()
    covered = json.dumps({"building": indoors.value_counts().index[-1]}).encode()

    def point():
        floor, x, y = rng.choice(spots)
        return "GET", f"/api/at?x={x:.2f}&y={y:.2f}&floor={quote(floor)}", b""

    def page():
        where = quote(json.dumps(rng.choice(filters)))
        return "GET", f"/api/tables/room?limit=100&sort={rng.choice(['number', '-area_m2', ''])}&filter={where}", b""

    return {
        "room": lambda: ("GET", f"/api/tables/room/{quote(rng.choice(keys))}", b""),
        "point": point,
        "page": page,
        "floor": lambda: ("GET", f"/api/geometry/floor?floor={quote(rng.choice(floors))}", b""),
        "history": lambda: ("GET", f"/api/tables/room/{quote(rng.choice(keys))}/history", b""),
        "coverage": lambda: ("POST", "/api/questions/security", covered),
    }


async def client(port, cookie, asks, plan, until):
    """Ask one after another until the time is over."""
    rng, found = plan
    line = Connection(port, cookie)
    await line.open()
    names, weights = zip(*MIX, strict=True)
    while time.perf_counter() < until:
        name = rng.choices(names, weights)[0]
        method, path, body = asks[name]()
        started = time.perf_counter()
        status, length = await line.ask(method, path, body)
        found.append((name, time.perf_counter() - started, status, length))
    line.writer.close()


def family(pid):
    """List a process and those below it."""
    found = [pid]
    for each in found:
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            found += [int(word) for word in task.read_text().split()]
    return found


def usage(pid):
    """Give processor seconds and resident megabytes of a process, its workers included."""
    ticks, pages = 0, 0
    for each in family(pid):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            fields = Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
            pages += int(Path(f"/proc/{each}/statm").read_text().split()[1])
    return ticks / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextlib.asynccontextmanager
async def served(store):
    """Serve a store in a process of its own, without a bound on the rate."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "api.main", "serve", "--store", str(store), "--port", "0", "--json",
        stdout=asyncio.subprocess.PIPE, env={**os.environ, "TWIN_SERVE_RATE_PER_S": "1e6", "TWIN_SERVE_RATE_BURST": "1000000"},
    )  # fmt: skip
    try:
        said = json.loads(await process.stdout.readline())
        yield process.pid, int(said["url"].rstrip("/").rsplit(":", 1)[1])
    finally:
        process.terminate()
        await process.wait()


def sign_in(store):
    """Make somebody who may ask all of it, and give their cookie."""

    class Held:
        secrets = Secrets.open(store)

    from api.accounts import Accounts  # noqa: PLC0415 - only here
    from api.audit import Audit  # noqa: PLC0415 - only here
    from api.settings import Settings  # noqa: PLC0415 - only here

    caller = Caller.__new__(Caller)
    caller.service, caller.tokens = Held, {}
    Held.accounts = Accounts(Held.secrets, Settings(), Audit(Held.secrets))
    caller.let_in("bench", "facility_manager", "security_officer")
    Held.secrets.close()
    return f"{COOKIE}={caller.tokens['bench']}"


async def measure(store, seconds, clients, warm):
    """Run the mix; gives the figures."""
    cookie = sign_in(store)
    with open_store(store) as held:
        asks = questions(held.snapshot(), random.Random(20261121))  # noqa: S311 - repeatable
    async with served(store) as (pid, port):
        first = Connection(port, cookie)
        await first.open()
        for path in ("/api/district", "/api/tables/room?limit=1"):
            await first.ask("GET", path)
        for _ in range(15):  # the coverage of a building takes its time once
            if (await first.ask(*asks["coverage"]()))[0] == 200:
                break
        for name in ("floor", "page"):  # what many look at again and again is worked out once
            for _ in range(warm):
                await first.ask(*asks[name]())
        await run(port, cookie, asks, 2.0, clients)
        before, found, memory = usage(pid), [], []
        for _ in range(5):
            found += await run(port, cookie, asks, seconds / 5, clients)
            memory.append(round(usage(pid)[1], 1))
        after = usage(pid)
    return {**figures(found, seconds, before, after), "memory_mb": [round(before[1], 1), *memory]}


async def beside_tipg(store, seconds, clients):
    """Ask ours and tipg the same of one PostGIS, kind by kind; gives requests a second, processor time and ratios."""
    from tests.bench import tipg_peer  # noqa: PLC0415 - only where it is asked for
    from tests.servers import running_server  # noqa: PLC0415 - likewise
    from twin.store import copy_store  # noqa: PLC0415 - likewise

    rows = {}
    with running_server(durable=True) as server:
        url = f"{server}&schema=city"
        copy_store(store, url)
        cookie = sign_in(url)
        asked = tipg_peer.asks(url, 20261122)
        async with served(url) as (pid, port), tipg_peer.serving(url) as (peer, other):
            for kind, both in asked.items():
                for name, (process, at) in {"ours": (pid, port), "tipg": (peer, other)}.items():
                    rng = random.Random(1)  # noqa: S311 - repeatable
                    one = {part: (lambda paths=both[name], rng=rng: ("GET", rng.choice(paths), b"")) for part, _ in MIX}
                    await run(at, cookie, one, 1.0, clients)
                    before = usage(process)
                    found = await run(at, cookie, one, seconds, clients)
                    after = usage(process)
                    told = figures(found, seconds, before, after)
                    rows.setdefault(kind, {})[name] = {**told["rows"]["all"], "cpu_ms": told["cpu_ms"]}
                rows[kind]["ratio"] = round(rows[kind]["ours"]["per_s"] / max(rows[kind]["tipg"]["per_s"], 1e-9), 2)
    return rows


def city():
    """Give the city sample's store, made where it is not there."""
    from api.main import main as twin  # noqa: PLC0415 - only where a store has to be made

    store = Path("build/bench/city/city.gpkg")
    if not store.exists():
        store.parent.mkdir(parents=True, exist_ok=True)
        sample, made = store.parent / "sample", store.with_suffix(".part.gpkg")
        for words in (
            ["sample", str(sample), "--scale", "city"],
            ["init", str(made)],
            ["import", str(sample), "--store", str(made)],
        ):
            if twin(words) != 0:
                message = f"twin {' '.join(words)} failed"
                raise RuntimeError(message)
        made.rename(store)
    return store


async def run(port, cookie, asks, seconds, clients):
    """Let so many clients ask for so long."""
    found = []
    until = time.perf_counter() + seconds
    plans = [(random.Random(number), found) for number in range(clients)]  # noqa: S311 - repeatable
    await asyncio.gather(*(client(port, cookie, asks, plan, until) for plan in plans))
    return found


def figures(found, seconds, before, after):
    """Sum up by part of the mix."""
    rows = {}
    for name in ("all", *(name for name, _ in MIX)):
        mine = [(took, status) for kind, took, status, _ in found if name in {"all", kind}]
        times = sorted(took for took, _ in mine)
        rows[name] = {
            "requests": len(mine),
            "per_s": round(len(mine) / seconds, 1),
            "p50_ms": round(1000 * times[len(times) // 2], 2) if times else None,
            "p99_ms": round(1000 * times[int(len(times) * 0.99)], 2) if times else None,
            "errors": sum(status not in {200, 304} for _, status in mine),
        }
    cpu = 1000 * (after[0] - before[0]) / max(len(found), 1)
    load = os.getloadavg()
    return {
        "rows": rows,
        "cpu_ms": round(cpu, 3),
        "mb": [round(before[1], 1), round(after[1], 1)],
        "load": load,
        "seconds": seconds,
    }


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path, nargs="?")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--tipg", action="store_true")
    parser.add_argument("--tipg-seconds", type=float, default=10)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--warm", type=int, default=400)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="twin-bench-") as folder:
        copy = Path(folder) / "city.gpkg"
        shutil.copy(args.store or city(), copy)
        found = asyncio.run(measure(copy, args.seconds, args.clients, args.warm))
        keep(found)
        if args.tipg:
            found["tipg"] = asyncio.run(beside_tipg(copy, args.tipg_seconds, args.clients))
            keep(found)
    for name, row in found["rows"].items():
        print(f"{name:10}" + "".join(f"{key} {value:>10}  " for key, value in row.items()))  # noqa: T201 - the table
    grown = 100 * (found["mb"][1] / found["mb"][0] - 1)
    said = (
        f"service: {found['cpu_ms']} ms processor time a request, memory {found['mb']} MB ({grown:+.1f} %), load {found['load']}"
    )
    print(said)  # noqa: T201 - likewise
    for kind, row in found.get("tipg", {}).items():
        words = [
            f"{name} {one['per_s']}/s, p99 {one['p99_ms']} ms, {one['cpu_ms']} ms cpu, {one['errors']} errors"
            for name, one in row.items()
            if name != "ratio"
        ]
        print(f"PostGIS {kind:6}{'; '.join(words)}; ratio {row['ratio']}")  # noqa: T201 - likewise
    return 0


def keep(found):
    """Write what is finished, so that a stopped run is not lost."""
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    sys.exit(main())
