"""tipg beside our service, on the same PostGIS data: one room by its key, a filtered page of a hundred, rooms about a point.

tipg works in an environment of its own, `build/peers/tipg`, made on the first run. It signs nobody in, audits nothing and narrows
nothing; ours does all three in these figures. Called by `python -m tests.bench.service --tipg`.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import shutil
import socket
import subprocess
import sys
import venv
from pathlib import Path
from urllib.parse import quote

from tests.conftest import ROOT
from twin.store import open_store

PEER = ROOT / "build" / "peers" / "tipg"
PACKAGES = ["tipg==1.6.1", "uvicorn[standard]"]


def environment() -> Path:
    """Make the peer's environment once; gives its Python."""
    python = PEER / "bin" / "python"
    if not (PEER / ".ready").exists():
        venv.create(PEER, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (PEER / ".ready").touch()
    return python


@contextlib.asynccontextmanager
async def serving(url: str):
    """Serve a PostGIS with tipg; gives its port."""
    from sqlalchemy import make_url  # noqa: PLC0415 - only here

    asked = make_url(url)
    folder = str(asked.query["host"])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {
        **os.environ,
        "POSTGRES_USER": asked.username or "", "POSTGRES_PASS": "none", "POSTGRES_HOST": "none", "POSTGRES_PORT": "5432",
        "POSTGRES_DBNAME": asked.database or "",
        "DATABASE_URL": f"postgresql://{asked.username}@{quote(folder, safe='')}/{asked.database}",
        "TIPG_DB_SCHEMAS": f'["{asked.query.get("schema", "public")}"]',
    }  # fmt: skip
    words = [str(environment()), "-m", "uvicorn", "tipg.main:app", "--port", str(port), "--log-level", "error", "--no-access-log"]
    process = await asyncio.create_subprocess_exec(*words, env=env, stdout=asyncio.subprocess.DEVNULL)
    try:
        for _ in range(600):
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                break
            await asyncio.sleep(0.1)
        yield process.pid, port
    finally:
        process.terminate()
        await process.wait()


def asks(url: str, seed: int) -> dict[str, dict[str, tuple[str, str, bytes]]]:
    """Give for each kind the same questions to ours and to tipg, in turn."""
    rng = random.Random(seed)  # noqa: S311 - repeatable
    schema = url.rpartition("schema=")[2] if "schema=" in url else "public"
    with open_store(url) as store:
        snapshot = store.snapshot()
        rooms = snapshot.frame("room")
        degrees = rooms.to_crs(4326).geometry.representative_point()
        metres = rooms.geometry.representative_point()
    chosen = [rng.randrange(len(rooms)) for _ in range(400)]
    path = f"/collections/{schema}.room/items"
    found = {"room": {}, "page": {}, "point": {}}
    found["room"]["ours"] = [f"/api/tables/room/{quote(rooms.index[row])}" for row in chosen]
    found["room"]["tipg"] = [f"{path}?f=geojson&limit=1&room_id={quote(rooms.index[row])}" for row in chosen]
    areas = [rng.randrange(10, 90) for _ in range(200)]
    where = '{{"all":[{{"eq":["room_class","office"]}},{{"gt":["area_m2",{area}]}}]}}'
    found["page"]["ours"] = [f"/api/tables/room?limit=100&geometry=1&filter={quote(where.format(area=area))}" for area in areas]
    cql = "room_class='office' AND area_m2>{area}"
    found["page"]["tipg"] = [
        f"{path}?f=geojson&limit=100&filter-lang=cql2-text&filter={quote(cql.format(area=area))}" for area in areas
    ]
    found["point"]["ours"] = [
        f"/api/at?x={metres.iloc[row].x:.2f}&y={metres.iloc[row].y:.2f}&floor={quote(rooms['floor_id'].iloc[row])}"
        for row in chosen
    ]
    small = 1e-6
    boxes = [
        ",".join(f"{part:.7f}" for part in (at.x - small, at.y - small, at.x + small, at.y + small))
        for at in (degrees.iloc[row] for row in chosen)
    ]
    found["point"]["tipg"] = [
        f"{path}?f=geojson&limit=1&bbox={box}&floor_id={quote(rooms['floor_id'].iloc[row])}"
        for box, row in zip(boxes, chosen, strict=True)
    ]
    return found


def available() -> bool:
    """Tell whether a PostgreSQL can be started here."""
    return shutil.which("initdb") is not None or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


if __name__ == "__main__":
    sys.stdout.write(f"{environment()}\n")
