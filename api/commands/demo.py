"""`twin demo`: the whole road on the sample district, from files to a map, with nothing but what the program brings."""

from __future__ import annotations

import datetime as dt
import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.fleet import routed
from api.commands.map import MapWish, write_map
from api.commands.plot import find_floor
from api.commands.security import covered
from api.commands.space import report_on
from api.importing import Wishes, gather, take
from api.opening import actor
from twin.model.checks import check
from twin.model.words import say
from twin.security import problem
from twin.store import create_store
from viz import plot_floor

if TYPE_CHECKING:
    import argparse

    from api.answering import Plan
    from api.console import Console
    from twin.model.answer import Answer
    from twin.model.snapshot import Snapshot
    from twin.store import Store

SHOWN = 12
"""Lines of each answer that the tour shows; the commands themselves print all."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("folder", nargs="?", type=Path, default=Path("demo"), help=str(say("cli.help.demo_folder")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Import, check, ask, draw; whatever an earlier tour left in the folder is made anew."""
    folder: Path = args.folder
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "twin.gpkg"
    for old in (path, path.with_name("twin.gpkg-wal"), path.with_name("twin.gpkg-shm")):
        old.unlink(missing_ok=True)
    with create_store(path) as store:
        _fill(store, folder, console)
        snapshot = store.snapshot()
        findings = check(snapshot)
        console.say(
            "demo.checked", indent="· ", errors=sum(finding.severity == "error" for finding in findings), count=len(findings)
        )
        ends = _ends(snapshot)
        figures = _ask(store, console, ends)
        _draw(store, snapshot, folder, ends, console)
    console.line()
    console.say("demo.open", map=(folder / "map.html").resolve(), plan=folder / "plan.png", store=path)
    console.result({"folder": str(folder), "store": str(path), "map": str(folder / "map.html"), "answers": figures})
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def _fill(store: Store, folder: Path, console: Console) -> None:
    """Import the sample that the program brings, file by file, as a user would."""
    sample = folder / "sample"
    shutil.rmtree(sample, ignore_errors=True)
    with as_file(files("sample_buildings") / "small") as shipped:
        shutil.copytree(shipped, sample)
    found = gather([sample])
    console.say("demo.importing", indent="· ", count=len(found), folder=sample)
    with console.progress(console.text(say("cli.command.import"))) as step:
        for done, (file, kind) in enumerate(found):
            step(file.name, done, len(found))
            outcome = take(store, file, kind, Wishes(), actor())
            rows = sum(counter.get("added", 0) for counter in outcome.changes.values())
            console.say("demo.file", indent="  ", file=file.name, status=say(f"demo.{outcome.status}"), rows=rows)


def _ask(store: Store, console: Console, ends: tuple[str, str]) -> dict[str, object]:
    """Answer the three questions, a dozen lines of each."""
    report, space = report_on(store, "", dt.date.today().isoformat())  # noqa: DTZ011 - the user's own day
    coverage, security = covered(store, "", problem.Params())
    route, fleet = routed(store, *ends)
    answers: dict[str, tuple[Plan, Answer]] = {
        "space report": (report, space),
        "security coverage": (coverage, security),
        "fleet route": (route, fleet),
    }
    for command, (plan, _) in answers.items():
        lines = plan.lines(console.lang)
        console.line()
        console.line(f"── twin {command} " + "─" * 40)
        console.lines(lines[:SHOWN])
        if len(lines) > SHOWN:
            console.say("demo.more", indent="  ", more=len(lines) - SHOWN, command=command)
    return {command: found.result for command, (_, found) in answers.items()}


def _ends(snapshot: Snapshot) -> tuple[str, str]:
    """Choose a route worth looking at: from the topmost office of the first building to the charger farthest from it."""
    rooms = snapshot.frame("room").query("room_class == 'office'").reset_index(drop=True)
    first = rooms[rooms["building_id"] == rooms["building_id"].min()].sort_values(["elevation", "room_id"])
    chargers = snapshot.frame("charger")
    far = chargers.geometry.distance(first.geometry.iloc[-1]).idxmax()
    return str(first["room_id"].iloc[-1]), str(far)


def _draw(store: Store, snapshot: Snapshot, folder: Path, ends: tuple[str, str], console: Console) -> None:
    """Write the map and one floor plan."""
    building = str(snapshot.keys("building")[0])
    with console.progress(console.text(say("cli.command.map"))) as step:
        write_map(store, folder / "map.html", MapWish(ends=ends), step)
    plot_floor(snapshot, find_floor(snapshot, building, "2"), folder / "plan.png", lang=console.lang or "zh")
