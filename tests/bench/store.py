"""100,000 rooms on either engine and on peers, in one run: `python -m tests.bench.store [--rooms N] [--fresh]`.

20 buildings of 50 storeys, rooms of 11 vertices, all columns filled as an import fills them. Bulk load; open and load all;
the room under a point of a known floor; 10,000 such points at once; one changed row, committed to the disk. Ours answer points
from memory, as the program does; "PostGIS by SQL", geopandas and DuckDB ask their database. Every contestant must find the same
rooms. A finished contestant stands in ``build/bench/store.json``; a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from sqlalchemy import create_engine, text

from tests.scenes import CRS_4544
from tests.servers import running_server
from twin.store import create_store, open_store
from twin.store.address import ServerAddress

if TYPE_CHECKING:
    from collections.abc import Callable

OUT = Path("build/bench/store.json")
PEER = Path("build/peers/duckdb")
PACKAGES = ("duckdb==1.5.5", "duckdb-extension-spatial==1.5.5", "numpy", "pandas", "pyarrow", "shapely")
STEPS = {
    "bulk_load_s": "bulk load, s", "open_and_load_s": "open and load all, s", "point_p50_ms": "room under a point, p50 ms",
    "point_p99_ms": "room under a point, p99 ms", "points_s": "10,000 points to rooms, s",
    "change_p50_ms": "one row changed, p50 ms",
}  # fmt: skip
_POINTS, _SINGLE, _CHANGES, _ROUNDS = 10_000, 2_000, 30, 2
_BY_SQL = "SELECT room_id FROM {table} WHERE floor_id = :floor AND ST_Covers({geom}, ST_SetSRID(ST_MakePoint(:x, :y), 4544))"


def rooms(count: int) -> gpd.GeoDataFrame:
    """Lay out rooms of eleven vertices."""
    number = np.arange(count)
    building, floor, place = number % 20, number // 20 % 50, number // 1000
    turn = np.linspace(0, 2 * np.pi, 12)[:11]
    x0 = 409_000 + building * 200 + place % 10 * 8.0
    y0 = 3_386_000 + place // 10 * 8.0
    rings = np.stack([x0[:, None] + 3 * np.cos(turn), y0[:, None] + 3 * np.sin(turn)], axis=2)
    shapes = shapely.multipolygons(shapely.polygons(rings)[:, None])
    ids = [f"{uuid.UUID(int=int(value)).hex[10:]}" for value in number]
    return gpd.GeoDataFrame(
        {
            "room_id": ids,
            "building_id": [f"B{value:02d}" for value in building],
            "floor_id": [f"B{b:02d}-F{f:02d}" for b, f in zip(building, floor, strict=True)],
            "number": [f"{f + 1}{p:02d}" for f, p in zip(floor, place, strict=True)],
            "name": "办公室",
            "room_class": "office",
            "area_m2": shapely.area(shapes),
            "area_file_m2": shapely.area(shapes) + 0.01,
            "area_basis": "BaseQuantities.NetFloorArea",
            "height": 3.0,
            "elevation": floor * 3.6,
            "source_id": "ifc-0123456789ab",
            "global_id": ids,
            "content_hash": ids,
        },
        geometry=shapes,
        crs=CRS_4544,
    )


def points(frame: gpd.GeoDataFrame) -> pd.DataFrame:
    """Give points around the middles of rooms, most within one: x, y, floor_id."""
    rng = np.random.default_rng(20261121)
    chosen = frame.iloc[rng.integers(0, len(frame), _POINTS)]
    middle = shapely.get_coordinates(shapely.centroid(chosen.geometry.to_numpy()))
    x, y = (middle + rng.uniform(-3, 3, middle.shape)).T
    return pd.DataFrame({"x": x, "y": y, "floor_id": chosen["floor_id"].to_numpy()})


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Give seconds, and what came out."""
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found


def spread(work: Callable[[int], Any], count: int) -> tuple[float, float, list[Any]]:
    """Give median and 99th hundredth in milliseconds over many calls, and what they gave."""
    taken = [timed(lambda number=number: work(number)) for number in range(count)]  # type: ignore[misc]
    times = sorted(seconds * 1000 for seconds, _ in taken)
    return statistics.median(times), times[int(count * 0.99)], [found for _, found in taken]


def ours(where: str, frame: gpd.GeoDataFrame, asked: pd.DataFrame) -> dict[str, Any]:
    """The program's own way, on either engine."""
    found: dict[str, Any] = {}
    with create_store(where, CRS_4544) as store:

        def load() -> None:
            with store.change("bench", "bulk") as work:
                work.put("room", frame)

        found["bulk_load_s"], _ = timed(load)
    found["open_and_load_s"], snapshot = timed(lambda: _open_and_load(where))
    spots, floors = asked[["x", "y"]].to_numpy(), asked["floor_id"].tolist()
    p50, p99, rows = spread(lambda number: snapshot.rooms_at(floors[number], spots[number : number + 1])[0], _SINGLE)
    found |= {"point_p50_ms": p50, "point_p99_ms": p99, "point_hits": sum(int(row) >= 0 for row in rows)}
    fresh = _open_and_load(where)  # without the trees that single points have built

    order = np.argsort(floors, kind="stable")
    names, starts = np.unique(np.array(floors)[order], return_index=True)

    def all_at_once() -> int:
        parts = zip(names, np.split(order, starts[1:]), strict=True)
        return sum(int((fresh.rooms_at(floor, spots[mine]) >= 0).sum()) for floor, mine in parts)

    found["points_s"], found["points_hits"] = timed(all_at_once)
    row = frame.head(1)
    with open_store(where) as store:

        def change(number: int) -> None:
            with store.change("bench", "one") as work:
                work.put("room", row.assign(name=f"n{number}"))

        found["change_p50_ms"], _, _ = spread(change, _CHANGES)
    return found


def _open_and_load(where: str) -> Any:
    with open_store(where) as store:
        return store.snapshot()


def by_sql(url: str, table: str, geom: str, asked: pd.DataFrame) -> dict[str, Any]:
    """Points asked of PostGIS itself, over one connection."""
    address = ServerAddress.parse(url)
    engine = create_engine(address.url)
    statement = text(_BY_SQL.format(table=f"{address.schema}.{table}", geom=geom))
    with engine.connect() as connection:
        connection.execute(text(f"ANALYZE {address.schema}.{table}"))
        rows = list(asked.itertuples(index=False))
        p50, p99, hits = spread(
            lambda n: connection.execute(statement, {"floor": rows[n].floor_id, "x": rows[n].x, "y": rows[n].y}).first(), _SINGLE
        )
        connection.execute(text('CREATE TEMP TABLE asked (x float8, y float8, floor_id text COLLATE "C")'))
        connection.execute(text("INSERT INTO asked VALUES (:x, :y, :floor_id)"), asked.to_dict("records"))
        connection.execute(text("ANALYZE asked"))
        join = f"SELECT count(*) FROM asked a JOIN {address.schema}.{table} r ON r.floor_id = a.floor_id AND ST_Covers(r.{geom}, ST_SetSRID(ST_MakePoint(a.x, a.y), 4544))"  # noqa: S608,E501 - our own names
        seconds, count = timed(lambda: connection.execute(text(join)).scalar())
    engine.dispose()
    hit = sum(row is not None for row in hits)
    return {"point_p50_ms": p50, "point_p99_ms": p99, "point_hits": hit, "points_s": seconds, "points_hits": count}


def geopandas_way(url: str, frame: gpd.GeoDataFrame, asked: pd.DataFrame) -> dict[str, Any]:
    """`to_postgis` and `read_postgis`, as a notebook would; a changed row is appended, since there is no update."""
    engine = create_engine(ServerAddress.parse(url).url)
    found: dict[str, Any] = {}
    found["bulk_load_s"], _ = timed(lambda: frame.to_postgis("plain_room", engine, index=False, chunksize=10_000))
    with engine.begin() as connection:
        connection.execute(text("CREATE INDEX ON plain_room (floor_id)"))
    found["open_and_load_s"], held = timed(lambda: gpd.read_postgis("SELECT * FROM plain_room", engine, geom_col="geometry"))
    statement = text(_BY_SQL.format(table="plain_room", geom="geometry").replace("room_id", "room_id, geometry"))
    rows = list(asked.itertuples(index=False))
    p50, p99, hits = spread(
        lambda n: gpd.read_postgis(
            statement, engine, geom_col="geometry", params={"floor": rows[n].floor_id, "x": rows[n].x, "y": rows[n].y}
        ),
        _SINGLE // 4,
    )
    found |= {"point_p50_ms": p50, "point_p99_ms": p99, "point_hits_of_a_quarter": sum(len(hit) for hit in hits)}
    spots = gpd.GeoDataFrame(asked, geometry=gpd.points_from_xy(asked["x"], asked["y"]), crs=CRS_4544)
    found["points_s"], joined = timed(lambda: gpd.sjoin(spots, held, predicate="intersects", on_attribute="floor_id"))
    found["points_hits"] = len(joined)
    found["change_p50_ms"], _, _ = spread(
        lambda n: frame.head(1).assign(name=f"n{n}").to_postgis("plain_room", engine, if_exists="append", index=False), _CHANGES
    )
    engine.dispose()
    return found


def duckdb_way(folder: Path, frame: gpd.GeoDataFrame, asked: pd.DataFrame) -> dict[str, Any]:
    """DuckDB with its spatial extension, in an environment of its own."""
    python = PEER / "bin" / "python"
    if not (PEER / ".ready").exists():
        venv.create(PEER, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (PEER / ".ready").touch()
    plain = pd.DataFrame(frame.drop(columns="geometry")).assign(wkb=shapely.to_wkb(frame.geometry.to_numpy()))
    plain.to_parquet(folder / "rooms.parquet")
    asked.to_parquet(folder / "points.parquet")
    extension = next(PEER.glob("lib/python*/site-packages/**/spatial.duckdb_extension"))
    script = Path(__file__).with_name("peers") / "duckdb_store.py"
    words = [python, script, folder / "rooms.parquet", folder / "points.parquet", folder / "peer.duckdb", extension]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def main() -> None:
    """Measure whoever is left, best of some rounds for ours; print the table with ratios to the GeoPackage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=100_000)
    parser.add_argument("--fresh", action="store_true")
    words = parser.parse_args()
    OUT.parent.mkdir(parents=True, exist_ok=True)
    held = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() and not words.fresh else {}
    found: dict[str, dict[str, Any]] = held["found"] if held.get("rooms") == words.rooms else {}
    frame = rooms(words.rooms)
    asked = points(frame)
    with tempfile.TemporaryDirectory() as name, running_server(durable=True) as url:
        folder = Path(name)
        contests: dict[str, Callable[[], dict[str, Any]]] = {
            "GeoPackage": lambda: _best([ours(str(folder / f"{n}.gpkg"), frame, asked) for n in range(_ROUNDS)]),
            "PostGIS": lambda: (
                _best([ours(f"{url}&schema=bench_{n}", frame, asked) for n in range(_ROUNDS)])
                | {"sql": by_sql(f"{url}&schema=bench_0", "room", "geom", asked)}
            ),
            "geopandas": lambda: geopandas_way(url, frame, asked),
            "DuckDB": lambda: duckdb_way(folder, frame, asked),
        }
        for contestant, contest in contests.items():
            if contestant not in found:
                found[contestant] = contest()
                OUT.write_text(json.dumps({"rooms": words.rooms, "found": found}, indent=1), encoding="utf-8")
    hits = {name: run["points_hits"] for name, run in found.items()} | {"SQL": found["PostGIS"]["sql"]["points_hits"]}
    if len(set(hits.values())) != 1:
        sys.exit(f"they find different rooms: {hits}")
    print("\n".join(table(found)))  # noqa: T201 - a bench prints


def _best(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Take the quickest of each step; hits are the same in all."""
    return {step: min(run[step] for run in runs) for step in runs[0]}


def table(found: dict[str, dict[str, Any]]) -> list[str]:
    """Lay the figures out, each with its ratio to the GeoPackage's."""
    columns = {"GeoPackage": found["GeoPackage"], "PostGIS": found["PostGIS"], "PostGIS by SQL": found["PostGIS"]["sql"]}
    columns |= {name: found[name] for name in ("geopandas", "DuckDB")}
    lines = [f"{'':28}" + "".join(f"{name:>20}" for name in columns)]
    for step, title in STEPS.items():
        base = columns["GeoPackage"][step]
        cells = [f"{run[step]:11.3f} ({run[step] / base:5.1f})" if step in run else "-" for run in columns.values()]
        lines.append(f"{title:28}" + "".join(f"{cell:>20}" for cell in cells))
    return lines


if __name__ == "__main__":
    main()
