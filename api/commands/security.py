"""`twin security coverage|blind|outage|day|exposure|see|cell|place`: what cameras see, what nobody sees, what outages cost."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.answering import answer
from api.commands import celling, days, placing_words
from api.opening import as_of, disclose, looked_at, scope
from twin.model.errors import PlanError, UsageError
from twin.model.protection import protected_counts
from twin.model.words import say
from twin.security import plan, problem, solve
from twin.security.cells import cell_sheets
from twin.security.ladders import LADDERS
from twin.security.outage import check_outages, outages
from twin.security.perimeter import check_perimeters, perimeters
from twin.security.report import blind_lines, perimeter_lines
from twin.security.route import check_exposure, exposure, least_seen
from twin.security.sharing import cores
from twin.security.sighting import sighting

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.model.answer import Answer
    from twin.model.snapshot import Snapshot
    from twin.store import Store
    from twin.store.past import Past

WHAT = ("coverage", "blind", "outage", "day", "exposure", "see", "cell", "place")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("what", choices=WHAT, help=str(say("cli.help.what")))
    parser.add_argument("key", nargs="?", default="", help=str(say("security.help.key")))
    parser.add_argument("--building", default="", help=str(say("cli.help.building")))
    parser.add_argument("--floor", default="", help=str(say("security.help.floor")))
    parser.add_argument("--doors-closed", action="store_true", help=str(say("cli.help.doors_closed")))
    parser.add_argument("--close-door", action="append", default=[], metavar="DOOR", help=str(say("security.help.close_door")))
    parser.add_argument("--blinds-closed", action="store_true", help=str(say("security.help.blinds_closed")))
    parser.add_argument("--in-plan", action="store_true", help=str(say("security.help.in_plan")))
    parser.add_argument("--outage", action="append", default=[], metavar="CAMERA", help=str(say("cli.help.outage")))
    parser.add_argument("--target-z", type=float, default=1.0, metavar="M", help=str(say("cli.help.target_z")))
    parser.add_argument("--ladder", choices=tuple(LADDERS), default="iec2014", help=str(say("security.help.ladder")))
    parser.add_argument("--rate", type=float, default=None, help=str(say("security.help.rate")))
    parser.add_argument("--at", default="", metavar="X,Y", help=str(say("security.help.at")))
    parser.add_argument("--path", default="", metavar="X,Y;X,Y", help=str(say("security.help.path")))
    parser.add_argument("--from", dest="start", default="", metavar="X,Y", help=str(say("security.help.start")))
    parser.add_argument("--to", dest="end", default="", metavar="X,Y", help=str(say("security.help.end")))
    parser.add_argument("--report", default="", metavar="OUT.xlsx|OUT.pdf", help=str(say("security.help.report")))
    days.arguments(parser)
    celling.arguments(parser)
    placing_words.arguments(parser)


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer."""
    params = problem.Params(
        doors_open=not args.doors_closed,
        target_z=args.target_z,
        outages=frozenset(args.outage),
        closed_doors=frozenset(args.close_door),
        blinds_closed=args.blinds_closed,
        heights=not args.in_plan,
        ladder=args.ladder,
        night=args.night,
        zoom=args.zoom,
        at=args.moment,
    )
    if args.what == "cell" and celling.wanted(args):
        return celling.run(args, console)
    if args.what == "place":
        from api.commands import placing  # noqa: PLC0415 - its solver is loaded where it is wanted

        return placing.run(args, console, params)
    with looked_at(args, console) as store:
        snapshot, asked = _asked(store, args, params)
        many = cores(len(snapshot.keys("camera")))
        built = problem.build(snapshot, asked, workers=many)
        coverage, found = answer(store, snapshot, built, partial(solve.solve, workers=many), partial(plan.check, workers=many))
        if args.what == "day":
            told = days.whole_day(store, snapshot, (built, coverage), args, many)
            result, lines = told.record(), told.lines(console.lang)
        else:
            result, lines = _ANSWERS[args.what](args, snapshot, built, coverage, found, console.lang)
        if args.report:
            disclose(store, Path(args.report), protected_counts(snapshot, ["camera"]))
            _report(Path(args.report), snapshot, coverage, built, args)
    console.lines(lines)
    console.result({"result": result, "run": found.run})
    return 0


def covered(store: Store | Past, building: str, params: problem.Params) -> tuple[plan.Coverage, Answer]:
    """Ask of the whole district, or of one building on the ground or not."""
    snapshot, key = scope(store, building)
    asked = replace(params, buildings=frozenset({key}) if key else frozenset())
    return answer(store, snapshot, problem.build(snapshot, asked), solve.solve, plan.check)


def _asked(store: Store | Past, args: argparse.Namespace, params: problem.Params) -> tuple[Snapshot, problem.Params]:
    """Narrow the scope to what the question is about: one floor, one cell, one building, or everything."""
    snapshot, key = scope(store, args.building)
    if args.what in {"see", "exposure"}:
        cells = frozenset() if args.floor else frozenset(map(str, snapshot.keys("cell")))
        return snapshot, replace(params, floors=frozenset({args.floor}) if args.floor else frozenset(), cells=cells)
    if args.what == "cell":
        return snapshot, replace(
            params, cells=frozenset({_named(snapshot, args.key)} if args.key else map(str, snapshot.keys("cell")))
        )
    floors = frozenset({args.floor}) if args.floor else frozenset()
    return snapshot, replace(params, floors=floors, buildings=frozenset({key}) if key else frozenset())


def _named(snapshot: Snapshot, word: str) -> str:
    """Give the key of the one cell that is called so; the word itself where none or more than one is."""
    hits = [str(key) for key, name in zip(snapshot.keys("cell"), snapshot.column("cell", "name"), strict=True) if name == word]
    return hits[0] if len(hits) == 1 and word not in snapshot.keys("cell") else word


def _point(text: str, option: str) -> tuple[float, float]:
    if not text:
        raise UsageError("security.missing", option=option)
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError as error:
        raise UsageError("security.bad_point", text=text) from error
    return x, y


def _on_the_map(snapshot: Snapshot, point: tuple[float, float]) -> tuple[float, float]:
    """Take lon,lat for what it is where the store has a CRS; metres otherwise."""
    if snapshot.crs is None or abs(point[0]) > 180.0 or abs(point[1]) > 90.0:
        return point
    import shapely  # noqa: PLC0415 - likewise

    from gis.crs import to_crs  # noqa: PLC0415 - wanted for degrees alone

    (moved,) = to_crs([shapely.Point(point)], "EPSG:4326", snapshot.crs)
    return float(moved.x), float(moved.y)


def _outage(args: argparse.Namespace, built: problem.Problem, coverage: plan.Coverage) -> Any:
    rates = {} if args.rate is None else {"rate": args.rate, "key_rate": args.rate}
    if args.rate is not None and not 0.0 < args.rate <= 1.0:
        raise UsageError("security.bad_rate", rate=args.rate)
    found = outages(built, coverage, **rates)
    _sound(check_outages(built, coverage, found))
    return found


def _sound(faults: list[str]) -> None:
    if faults:
        raise PlanError("plan.unsound", faults, count=len(faults), first=faults[0])


def _coverage(args: Any, snapshot: Any, built: Any, coverage: Any, found: Any, lang: str) -> tuple[Any, list[str]]:
    lost, around = _outage(args, built, coverage), perimeters(snapshot, built, coverage)
    _sound(check_perimeters(snapshot, built, around))
    record = {**found.result, "outage": lost.record(), "perimeters": [one.record() for one in around]}
    return record, [*coverage.lines(lang), *perimeter_lines(around, lang), *lost.lines(lang)]


def _blind(_args: Any, _snapshot: Any, _built: Any, coverage: Any, found: Any, lang: str) -> tuple[Any, list[str]]:
    return {"blind": found.result["blind"]}, blind_lines(coverage, lang)


def _outage_alone(args: Any, _snapshot: Any, built: Any, coverage: Any, _found: Any, lang: str) -> tuple[Any, list[str]]:
    lost = _outage(args, built, coverage)
    return lost.record(), lost.lines(lang)


def _see(args: Any, snapshot: Any, built: Any, coverage: Any, _found: Any, lang: str) -> tuple[Any, list[str]]:
    seen = sighting(built, coverage, args.floor, _on_the_map(snapshot, _point(args.at, "--at")))
    return seen.record(), seen.lines(lang)


def _exposure(args: Any, snapshot: Any, built: Any, coverage: Any, _found: Any, lang: str) -> tuple[Any, list[str]]:
    if args.path:
        way = [_on_the_map(snapshot, _point(part, "--path")) for part in args.path.split(";")]
        told = [exposure(built, coverage, args.floor, way)]
    else:
        ends = [_on_the_map(snapshot, _point(text, option)) for text, option in ((args.start, "--from"), (args.end, "--to"))]
        told = [exposure(built, coverage, args.floor, ends), least_seen(built, coverage, args.floor, *ends)][1:]
    for one in told:
        _sound(check_exposure(built, one))
    return {"ways": [one.record() for one in told]}, [line for one in told for line in one.lines(lang)]


def _cell(args: Any, snapshot: Any, built: Any, coverage: Any, _found: Any, lang: str) -> tuple[Any, list[str]]:
    sheets = cell_sheets(snapshot, coverage, _outage(args, built, coverage))
    return {"cells": [sheet.record() for sheet in sheets]}, [line for sheet in sheets for line in sheet.lines(lang)]


def _report(path: Path, snapshot: Snapshot, coverage: plan.Coverage, built: problem.Problem, args: argparse.Namespace) -> None:
    """Write the sheets of the cells as a workbook or to print."""
    from viz.cell_report import write_cells  # noqa: PLC0415 - drawing is loaded where it is wanted

    sheets = cell_sheets(snapshot, coverage, outages(built, coverage))
    write_cells(path, sheets, version=snapshot.version, target_z=args.target_z)


_ANSWERS: dict[str, Any] = {
    "coverage": _coverage,
    "blind": _blind,
    "outage": _outage_alone,
    "see": _see,
    "exposure": _exposure,
    "cell": _cell,
}
