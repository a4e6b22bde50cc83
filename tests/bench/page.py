"""The page on the city in software GL: `python -m tests.bench.page [STORE]`; without a store the district demo is made and used.

Prints each budget with what was measured (milliseconds on the clock, medians), the bytes of the first screen, and 30,000 flat
rooms in the same page as binary columns and as GeoJSON, as a ratio. Finished parts are kept in build/bench/page.json.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import geopandas as gpd
import shapely
from playwright.sync_api import sync_playwright

from tests.conftest import ROOT
from tests.scenes import tiny_district
from tests.viz.pages import FLAGS
from tests.viz.web.desk import open_desk, served
from twin.model.snapshot import Snapshot
from viz import stream
from viz.bundle import STATIC

OUT = ROOT / "build" / "bench" / "page.json"
BUDGETS = {"paint_ms": 1500, "ready_ms": 4000, "switch_ms": 300, "pick_ms": 250, "js_gz": 420_000, "data_gz": 300_000}
ROOMS = 30_000


def bundle() -> dict[str, int]:
    """Give gzip bytes of what the first screen loads, and of what comes later or never."""
    manifest = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))
    graph = manifest["graph"]
    canvas = next(name for name in graph if name.startswith("canvas-"))
    first: set[str] = set()
    waiting = [manifest["entry"], canvas]
    while waiting:
        name = waiting.pop()
        if name not in first and name in graph:
            first.add(name)
            waiting += [path for path, kind in graph[name]["imports"] if kind == "import-statement"]
    packed = {name: len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in graph}
    return {
        "js_gz": sum(packed[name] for name in first),
        "lazy_gz": sum(size for name, size in packed.items() if name not in first),
    }


def first_screen(browser, url: str, building: str) -> dict[str, float]:
    """Open the page cold on a floor plan: paint, ready, and the bytes of data until then."""
    desk = open_desk(browser, url, f"b={building}")
    marks = desk.page.evaluate(
        """() => Object.fromEntries([
            ...performance.getEntriesByType("paint"), ...performance.getEntriesByType("mark"),
        ].map(entry => [entry.name, entry.startTime]))"""
    )
    asked = [path for path in desk.asked if "/api/" in path and "/api/events" not in path]
    sizes = [len(gzip.compress(desk.page.request.get(path).body(), 6)) for path in asked]
    desk.page.close()
    return {"paint_ms": marks["first-contentful-paint"], "ready_ms": marks["twin-ready"], "data_gz": sum(sizes)}


def switches(browser, url: str, building: str) -> dict[str, float]:
    """Switch floors that were seen and floors that were not, and look rooms up."""
    desk = open_desk(browser, url, f"b={building}")
    buttons = desk.page.locator('#floors [data-floor]:not([data-floor="all"])')
    cold, warm, picks = [], [], []
    for into in (cold, warm):
        for at in range(min(buttons.count(), 6)):
            into.append(
                desk.page.evaluate(
                    """async at => {
                        const button = document.querySelectorAll('#floors [data-floor]:not([data-floor="all"])')[at];
                        const began = performance.now();
                        button.click();
                        await twin.settled();
                        return performance.now() - began;
                    }""",
                    at,
                )
            )
    box = desk.page.locator("#canvas").bounding_box()
    for at in range(9):
        x, y = box["x"] + box["width"] * (0.3 + 0.05 * at), box["y"] + box["height"] * 0.5
        picks.append(
            desk.page.evaluate(
                "async ([x, y]) => { const began = performance.now(); await twin.pick(x, y); return performance.now() - began; }",
                [x, y],
            )
        )
    desk.page.close()
    return {"switch_ms": statistics.median(warm), "switch_cold_ms": statistics.median(cold), "pick_ms": statistics.median(picks)}


def bodies() -> dict[str, bytes]:
    """Lay 30,000 rooms out on one floor, as the page's own stream and as GeoJSON of the same metres."""
    whole = tiny_district()
    grid = [(4.0 * (at % 200) - 400, 6.0 * (at // 200) - 450) for at in range(ROOMS)]
    shapes = [shapely.MultiPolygon([shapely.box(x, y, x + 3.8, y + 5.6)]) for x, y in grid]
    keys = [f"R{at:05}" for at in range(ROOMS)]
    rooms = gpd.GeoDataFrame(
        {"room_id": keys, "building_id": "A", "floor_id": "A-F1", "room_class": "office", "area_m2": 21.28}, geometry=shapes
    )
    snapshot = Snapshot(
        {"building": whole.frame("building"), "floor": whole.frame("floor"), "room": rooms.set_crs(whole.crs)}, whole.crs
    )
    features = [
        {"type": "Feature", "properties": {"key": key}, "geometry": shapely.geometry.mapping(shape)}
        for key, shape in zip(keys, shapes, strict=True)
    ]
    return {
        "arrow": stream.floor(snapshot, "A-F1"),
        "geojson": json.dumps({"type": "FeatureCollection", "features": features}).encode(),
    }


def _fulfil(body: bytes, route) -> None:
    route.fulfill(body=body)


def many_rooms(browser, url: str) -> dict[str, float]:
    """Draw 30,000 flat rooms both ways in turn, four times each, the first to warm up; from the bytes to a whole frame."""
    desk = open_desk(browser, url)
    held = bodies()
    for way, body in held.items():
        desk.page.route(f"**/bench.{way}", partial(_fulfil, body))
    found: dict[str, list[float]] = {way: [] for way in held}
    for _ in range(4):
        for way, times in found.items():
            times.append(desk.page.evaluate("([way, address]) => twin.bench(way, address)", [way, f"{url}bench.{way}"]))
    desk.page.close()
    arrow, geojson = (statistics.median(found[way][1:]) for way in ("arrow", "geojson"))
    sizes = {f"{way}_gz": len(gzip.compress(body, 6)) for way, body in held.items()}
    return {"arrow_ms": arrow, "geojson_ms": geojson, "geojson_to_arrow": geojson / arrow, **sizes}


def main(words: list[str]) -> None:
    """Measure and print."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as work:
        store = Path(work) / "twin.gpkg"
        if words:
            shutil.copy(words[0], store)
        else:
            from api.main import main as twin  # noqa: PLC0415 - only where a store has to be made

            twin(["demo", str(Path(work) / "demo")])
            store = Path(work) / "demo" / "twin.gpkg"
        done: dict[str, object] = {"at": time.strftime("%Y-%m-%d"), "load": os.getloadavg()[0], **bundle()}
        with served(store, Path(work) / "service") as url, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
            buildings = browser.new_page().request.get(f"{url}api/district").json()["buildings"]
            building = max((item for item in buildings if item["located"]), key=lambda item: item["figures"]["rooms"])[
                "building_id"
            ]
            opened = [first_screen(browser, url, building) for _ in range(3)]
            done |= {name: statistics.median(run[name] for run in opened) for name in opened[0]}
            keep(done)
            done |= switches(browser, url, building)
            keep(done)
            done |= many_rooms(browser, url)
            keep(done)
            browser.close()
    for name, value in done.items():
        budget = BUDGETS.get(name)
        verdict = "" if budget is None else f"  budget {budget:,}  {'ok' if float(str(value)) <= budget else 'OVER'}"
        shown = value if isinstance(value, str) else f"{value:,.1f}"
        sys.stdout.write(f"{name:<16}{shown:>12}{verdict}\n")


def keep(done: dict[str, object]) -> None:
    """Write what is finished, so that a stopped run is not lost."""
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(done, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
