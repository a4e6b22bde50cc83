"""10,000 filters at random, each answered in memory and in SQL on both engines: `python -m tests.soak.filters [COUNT]`."""

from __future__ import annotations

import json
import random
import sys
import tempfile
from pathlib import Path

from tests.filtering import fill_awkwardly, tree, unlike
from tests.scenes import CRS_4544
from tests.servers import running_server
from twin.model.tables import TABLES
from twin.store import create_store, open_store

OUT = Path("build/soak/filters.json")
SEED = 20261121


def ask(name: str, count: int) -> dict[str, object]:
    """Fill a store, ask it; give how many were asked, and which answers differ."""
    with create_store(name, CRS_4544) as store:
        fill_awkwardly(store, random.Random(SEED))  # noqa: S311 - a seed that anyone can repeat
    rng, different = random.Random(SEED + 1), []  # noqa: S311 - likewise
    with open_store(name) as store:
        snapshot = store.snapshot(gone=True)
        with store.reading() as connection:
            for _ in range(count):
                table = rng.choice(list(TABLES))
                filters = tree(rng, table, snapshot.frame(table))
                memory, sql = unlike(connection, snapshot, table, filters)
                different += [f"{table} {filters}: memory {sorted(memory)[:3]}, SQL {sorted(sql)[:3]}"] if memory or sql else []
    return {"asked": count, "different": different[:20], "count_different": len(different)}


def main() -> int:
    """Ask both engines the same; 1 if any answer differs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder, running_server() as url:
        found = {"geopackage": ask(f"{folder}/twin.gpkg", count), "postgresql": ask(f"{url}&schema=filters", count)}
    for engine, said in found.items():
        print(f"{engine:12} {said['asked']} filters, {said['count_different']} answered otherwise in SQL than in memory")  # noqa: T201 - a soak prints
        print(*said["different"], sep="\n")  # type: ignore[misc]  # noqa: T201 - likewise
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    return int(any(said["count_different"] for said in found.values()))


if __name__ == "__main__":
    sys.exit(main())
