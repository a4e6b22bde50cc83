"""The steps of `tests.bench.store` in DuckDB with its spatial extension; run by a Python of its own, prints JSON.

Words: Parquet of rooms (geometry as WKB in `wkb`), Parquet of points (x, y, floor_id), a file for the database.
"""

import json
import statistics
import sys
import time

import duckdb
import duckdb_extension_spatial  # type: ignore[import-not-found]  # noqa: F401 - says below where its file lies
import pyarrow.parquet as pq
import shapely


def main() -> None:
    """Do every step once."""
    rooms, points, path = pq.read_table(sys.argv[1]), pq.read_table(sys.argv[2]), sys.argv[3]
    extension = sys.argv[4]
    found: dict[str, object] = {}
    base = _opened(path, extension)
    started = time.perf_counter()
    base.register("incoming", rooms)
    base.execute("CREATE TABLE room AS SELECT * EXCLUDE (wkb), ST_GeomFromWKB(wkb) AS geom FROM incoming")
    base.execute("CREATE UNIQUE INDEX room_key ON room (room_id)")
    base.execute("CREATE INDEX room_floor ON room (floor_id)")
    base.execute("CHECKPOINT")
    found["bulk_load_s"] = time.perf_counter() - started
    base.close()
    started = time.perf_counter()
    base = _opened(path, extension)
    held = base.execute("SELECT * EXCLUDE (geom), ST_AsWKB(geom) AS wkb FROM room").fetch_arrow_table()
    shapes = shapely.from_wkb([bytes(value.as_py()) for value in held["wkb"]])
    held.drop_columns(["wkb"]).to_pandas()
    found["open_and_load_s"] = time.perf_counter() - started
    asked = points.to_pylist()
    times, hits = [], 0
    for point in asked[:2000]:
        started = time.perf_counter()
        row = base.execute(
            "SELECT room_id FROM room WHERE floor_id = ? AND ST_Covers(geom, ST_Point(?, ?))",
            [point["floor_id"], point["x"], point["y"]],
        ).fetchone()
        times.append((time.perf_counter() - started) * 1000)
        hits += row is not None
    found |= {"point_p50_ms": statistics.median(times), "point_p99_ms": sorted(times)[int(len(times) * 0.99)], "point_hits": hits}
    base.register("asked", points)
    started = time.perf_counter()
    joined = base.execute(
        "SELECT count(*) FROM asked a JOIN room r ON r.floor_id = a.floor_id AND ST_Covers(r.geom, ST_Point(a.x, a.y))"
    ).fetchone()
    found |= {"points_s": time.perf_counter() - started, "points_hits": joined[0] if joined else 0}
    times = []
    for number in range(30):
        started = time.perf_counter()
        base.execute("UPDATE room SET name = ? WHERE room_id = ?", [f"n{number}", held["room_id"][number].as_py()])
        times.append((time.perf_counter() - started) * 1000)
    found |= {"change_p50_ms": statistics.median(times), "rows": len(shapes)}
    print(json.dumps(found))  # noqa: T201 - what the bench reads


def _opened(path: str, extension: str) -> duckdb.DuckDBPyConnection:
    base = duckdb.connect(path)
    base.execute(f"LOAD '{extension}'")
    return base


if __name__ == "__main__":
    main()
