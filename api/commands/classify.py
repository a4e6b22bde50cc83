"""`twin classify`: say what a room is used for; a newer model of its building leaves that as it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.importing.classes import read_classes
from api.opening import actor, find_building, opened
from bim_import.classify import fits
from twin.model.errors import UnknownKeyError, UsageError
from twin.model.tables import ROOM_CLASSES
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    import geopandas as gpd

    from api.console import Console
    from twin.store import Store


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=str(say("classify.words.rooms")))
    parser.add_argument("--class", dest="kind", default="", choices=("", *ROOM_CLASSES), metavar="CLASS",
                        help=str(say("classify.words.kind", known=" ".join(ROOM_CLASSES))))  # fmt: skip
    parser.add_argument("--classes", type=Path, metavar="FILE", help=str(say("import.words.classes")))
    parser.add_argument("--building", default="", help=str(say("classify.words.building")))
    parser.add_argument("--dry-run", action="store_true", help=str(say("cli.help.dry_run")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Find the rooms, set their classes in one change set, say what changed."""
    if bool(args.classes) == bool(args.rooms and args.kind):
        raise UsageError("classify.what")
    pairs = read_classes(args.classes) if args.classes else ()
    done: list[dict[str, str]] = []
    with opened(args, console) as store:
        building = find_building(store, args.building)[0] if args.building else ""
        rooms = {local: _rooms(store, building, local=local) for local in (False, True)}
        wanted = _by_table(rooms, pairs) if args.classes else _by_name(rooms, args.rooms, args.kind, building)
        with store.change(actor(), "room classes") as work:
            for local, frame in rooms.items():
                mine = frame[[wanted.get(str(key), kind) != kind for key, kind in frame["room_class"].items()]]
                done += [
                    {"room_id": str(row.room_id), "name": " ".join(str(part) for part in (row.number, row.name) if part),
                     "before": str(row.room_class), "after": wanted[str(row.room_id)]}
                    for row in mine.itertuples(index=False)
                ]  # fmt: skip
                if len(mine) and not args.dry_run:
                    work.put("room", mine.assign(room_class=[wanted[str(key)] for key in mine.index]), local=local)
    for line in done:
        console.say("classify.words.line", **line)
    console.say("classify.words.done", count=len(done))
    if args.dry_run:
        console.say("cli.dry_run")
    console.result({"changed": done, "dry_run": args.dry_run})
    return 0


def _rooms(store: Store, building: str, *, local: bool) -> gpd.GeoDataFrame:
    frame: Any = store.local_frame("room") if local else store.snapshot().frame("room")
    frame = frame.set_index("room_id", drop=False)
    return frame[frame["building_id"] == building] if building else frame


def _by_table(rooms: dict[bool, gpd.GeoDataFrame], pairs: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Give the class of every room that a user's table names, by key; the first line that fits decides."""
    found: dict[str, str] = {}
    for frame in rooms.values():
        for row in frame.itertuples(index=False):
            texts = [str(text).lower() for text in (row.name, row.number, f"{row.number} {row.name}") if text]
            for name, kind in pairs:
                if any(fits(name, text) for text in texts):
                    found[str(row.room_id)] = kind
                    break
    return found


def _by_name(rooms: dict[bool, gpd.GeoDataFrame], names: list[str], kind: str, building: str) -> dict[str, str]:
    """Give the class asked for to rooms named by key, number or name; a name must mean one room, or `building` narrows it."""
    found: dict[str, str] = {}
    for name in names:
        hits = [
            str(row.room_id)
            for frame in rooms.values()
            for row in frame.itertuples(index=False)
            if name in {row.room_id, row.number, row.name}
        ]
        exact = [key for key in hits if key == name]
        hits = exact or hits
        if not hits:
            raise UnknownKeyError("classify.no_room", name=name)
        if len(hits) > 1 and not building:
            raise UsageError("classify.many_rooms", name=name, count=len(hits))
        found |= dict.fromkeys(hits, kind)
    return found
