"""Bulk load, and open and load all, on both engines: 100,000 rooms; `python -m tests.bench.store [ROOMS]`.

20 buildings of 50 storeys, rooms of 11 vertices, all columns filled as an import fills them.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
import uuid
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from tests.scenes import CRS_4544
from tests.servers import running_server
from twin.store import create_store, open_store

OUT = Path("build/bench/store.json")


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


def measure(where: str, frame: gpd.GeoDataFrame) -> dict[str, float]:
    """Time both steps."""
    times = {}
    with create_store(where, CRS_4544) as store:
        started = time.perf_counter()
        with store.change("bench", "bulk") as work:
            work.put("room", frame)
        times["bulk_load_s"] = time.perf_counter() - started
    started = time.perf_counter()
    with open_store(where) as store:
        held = store.snapshot().frame("room")
    times["open_and_load_s"] = time.perf_counter() - started
    pd.testing.assert_index_equal(held.index, pd.Index(sorted(frame["room_id"]), dtype=object, name="room_id"))
    return times


def main() -> None:
    """Measure in turns, print the best of three and the ratio."""
    frame = rooms(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    found: dict[str, list[dict[str, float]]] = {"geopackage": [], "postgis": []}
    with tempfile.TemporaryDirectory() as folder, running_server(durable=True) as url:
        for turn in range(3):
            found["geopackage"].append(measure(f"{folder}/{turn}.gpkg", frame))
            found["postgis"].append(measure(f"{url}&schema=bench_{turn}", frame))
    best = {name: {step: min(run[step] for run in runs) for step in runs[0]} for name, runs in found.items()}
    for step in ("bulk_load_s", "open_and_load_s"):
        file, server = best["geopackage"][step], best["postgis"][step]
        print(f"{step:18} GeoPackage {file:6.2f}  PostGIS {server:6.2f}  ratio {server / file:5.2f}")  # noqa: T201 - a bench prints
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"rooms": len(frame), "runs": found, "best": best}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
