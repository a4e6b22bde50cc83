"""`twin show`: what the store holds, by table and by building."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.opening import opened
from gis.crs import epsg_name
from twin.model.aligned import aligned
from twin.model.tables import IN_BUILDING, TABLES
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    import geopandas as gpd

    from api.console import Console
    from twin.store import Store


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--log", type=int, default=0, metavar="N", help=str(say("cli.help.log")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Count and sum."""
    with opened(args, console) as store:
        snapshot = store.snapshot()
        placed = {name: snapshot.frame(name) for name in IN_BUILDING}
        local = {name: store.local_frame(name) for name in IN_BUILDING}
        files = {source["source_id"]: source["name"] for source in store.sources()}
        record: dict[str, Any] = {
            "store": store.name,
            "version": snapshot.version,
            "crs": snapshot.crs and epsg_name(snapshot.crs),
            "tables": {name: len(snapshot.frame(name)) for name in TABLES},
            "local_tables": {name: len(frame) for name, frame in local.items()},
            "buildings": _buildings(placed, files, located=True) + _buildings(local, files, located=False),
            "sources": [{key: source[key] for key in ("source_id", "name", "sha256")} for source in store.sources()],
        }
        if args.log:
            record["log"] = store.log(args.log)
        _print(record, console, store)
    console.result(record)
    return 0


def _buildings(frames: dict[str, gpd.GeoDataFrame], files: dict[str, str], *, located: bool) -> list[dict[str, Any]]:
    rows = []
    for building in frames["building"].itertuples():
        mine = {name: frame[frame["building_id"] == building.building_id] for name, frame in frames.items()}
        rows.append(
            {
                "building_id": building.building_id,
                "name": building.name,
                "file": files.get(building.source_id, ""),
                "located": located,
                "georeference": building.georeference or "none",
                **{f"{name}s": len(mine[name]) for name in ("floor", "room", "wall", "door", "device")},
                "area_m2": float(mine["room"]["area_m2"].astype("float64").sum()),
                "area_file_m2": float(mine["room"]["area_file_m2"].astype("float64").sum()),
            }
        )
    return rows


def _print(record: dict[str, Any], console: Console, store: Store) -> None:
    console.say("cli.show_head", store=record["store"], version=record["version"], crs=record["crs"] or "-")
    console.line()
    head = [say(f"cli.column.{name}") for name in ("building", "located", "floors", "rooms", "doors", "area", "area_file")]
    table = [[console.text(cell) for cell in head]]
    for row in record["buildings"]:
        where = say("cli.located" if row["located"] else "cli.not_located")
        name = row["name"] or row["file"] or row["building_id"]
        areas = (f"{row['area_m2']:,.1f}", f"{row['area_file_m2']:,.1f}")
        table.append([f"{name} [{row['building_id']}]", console.text(where), row["floors"], row["rooms"], row["doors"], *areas])
    console.lines(aligned(table, right=range(2, 7)))
    console.line()
    counts = [[f"{TABLES[name].zh} {name}", count] for name, count in record["tables"].items() if count]
    console.lines(aligned(counts, right=[1]) if counts else [])
    for entry in record.get("log", ()):
        console.line(f"#{entry['set_id']}  {entry['at']}  {entry['actor']}  {entry['reason']}")
    if not record["buildings"] and not any(record["tables"].values()):
        console.say("cli.show_empty", store=store.name)
