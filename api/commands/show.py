"""`twin show`: what the store holds, by table and by building; `twin show TABLE`: the keys and names of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.listing import list_table
from api.opening import as_of, looked_at
from gis.crs import epsg_name
from twin.model.aligned import aligned
from twin.model.tables import IN_BUILDING, TABLES
from twin.model.words import say
from twin.store import Store

if TYPE_CHECKING:
    import argparse

    import geopandas as gpd

    from api.console import Console

MOST = 40
"""Buildings or rows that are listed without ``--all``."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument(
        "table", nargs="?", default="", choices=("", *TABLES), metavar="TABLE", help=str(say("cli.help.show_table"))
    )
    parser.add_argument("word", nargs="?", default="", metavar="WORD", help=str(say("cli.help.show_word")))
    parser.add_argument("--all", action="store_true", help=str(say("cli.help.all")))
    parser.add_argument("--log", type=int, default=0, metavar="N", help=str(say("cli.help.log")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Count and sum, or list one table."""
    with looked_at(args, console) as store:
        if args.table:
            list_table(store, (args.table, args.word), None if args.all else MOST, console)
            return 0
        snapshot = store.snapshot()
        placed = {name: snapshot.frame(name) for name in IN_BUILDING}
        local = {name: store.local_frame(name) for name in IN_BUILDING}
        sources = store.sources()
        files = {source["source_id"]: source["name"] for source in sources}
        record: dict[str, Any] = {
            "store": store.name,
            "version": snapshot.version,
            "crs": snapshot.crs and epsg_name(snapshot.crs),
            "tables": {name: len(snapshot.frame(name)) for name in TABLES},
            "local_tables": {name: len(frame) for name, frame in local.items()},
            "buildings": _buildings(placed, files, located=True) + _buildings(local, files, located=False),
            "sources": [{key: source[key] for key in ("source_id", "name", "sha256")} for source in sources],
        }
        if args.log and isinstance(store, Store):
            record["log"] = store.log(args.log)
    _print(record, console, everything=args.all)
    console.result(record)
    return 0


def _buildings(frames: dict[str, gpd.GeoDataFrame], files: dict[str, str], *, located: bool) -> list[dict[str, Any]]:
    counts = {name: frames[name]["building_id"].value_counts() for name in ("floor", "room", "wall", "door", "device")}
    rooms = frames["room"][["area_m2", "area_file_m2"]].astype("float64")
    areas = rooms.groupby(frames["room"]["building_id"].to_numpy(dtype=object)).sum()
    rows = []
    for building in frames["building"].itertuples(index=False):
        key = building.building_id
        rows.append(
            {
                "building_id": key,
                "name": building.name,
                "file": files.get(building.source_id, ""),
                "located": located,
                "georeference": building.georeference or "none",
                **{f"{name}s": int(counter.get(key, 0)) for name, counter in counts.items()},
                **{name: float(areas[name].get(key, 0.0)) for name in areas.columns},
            }
        )
    return rows


def _print(record: dict[str, Any], console: Console, *, everything: bool) -> None:
    console.say("cli.show_head", store=record["store"], version=record["version"], crs=record["crs"] or "-")
    if record["buildings"]:
        console.line()
        _print_buildings(record["buildings"], console, everything=everything)
    console.line()
    counts = [[f"{TABLES[name].zh} {name}", f"{count:,}"] for name, count in record["tables"].items() if count]
    console.lines(aligned(counts, right=[1]) if counts else [])
    for entry in record.get("log", ()):
        console.line(f"#{entry['set_id']}  {entry['at']}  {entry['actor']}  {entry['reason']}")
    if not record["buildings"] and not any(record["tables"].values()):
        console.say("cli.show_empty", store=record["store"])


def _print_buildings(buildings: list[dict[str, Any]], console: Console, *, everything: bool) -> None:
    """Print a row per building, the largest first where there are many, and their sums."""
    names = ("building", "located", "floors", "rooms", "doors", "area", "area_file")
    table = [[console.text(say(f"cli.column.{name}")) for name in names]]
    many = len(buildings) > MOST
    ranked = sorted(buildings, key=lambda row: -row["area_m2"]) if many else buildings
    shown = ranked if everything else ranked[:MOST]
    for row in shown:
        name = row["name"] or row["file"] or row["building_id"]
        where = console.text(say("cli.located" if row["located"] else "cli.not_located"))
        table.append([f"{name} [{row['building_id']}]", where, *_figures([row])])
    if len(buildings) > 1:
        table.append([console.text(say("cli.show_total", count=len(buildings))), "", *_figures(buildings)])
    console.lines(aligned(table, right=range(2, 7)))
    if len(shown) < len(buildings):
        console.say("cli.show_more", more=len(buildings) - len(shown))


def _figures(rows: list[dict[str, Any]]) -> list[str]:
    counts = [f"{sum(row[name] for row in rows):,}" for name in ("floors", "rooms", "doors")]
    areas = [sum(row[name] for row in rows) for name in ("area_m2", "area_file_m2")]
    return counts + [f"{area:,.1f}" if area else "-" for area in areas]
