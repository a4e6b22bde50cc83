"""`twin import`: files and folders into the store; a refused file leaves the others where they are."""

from __future__ import annotations

import datetime as dt
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from api.importing import Wishes, gather, take
from api.importing.asking import asker
from api.importing.classes import read_classes
from api.importing.files import passed_over
from api.importing.references import note_dangling
from api.opening import actor, opened
from api.stopping import stoppable
from bim_import.options import UNITS
from gis.crs import DATUMS
from twin.model.errors import UsageError
from twin.model.tables import TABLES
from twin.model.words import say
from twin.store import copy_store, open_store
from viz.bcf import write_bcf
from viz.import_report import write_import_report

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from api.console import Console
    from twin.store import Store


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=str(say("cli.help.paths")))
    parser.add_argument("--table", default="", choices=("", *TABLES), metavar="TABLE", help=str(say("cli.help.table")))
    parser.add_argument("--map", action="append", default=[], metavar="THEIRS=OURS", help=str(say("cli.help.map")))
    parser.add_argument("--crs", default="", metavar="EPSG:N", help=str(say("cli.help.data_crs")))
    parser.add_argument("--datum", default="wgs84", choices=DATUMS, help=str(say("cli.help.datum")))
    parser.add_argument("--encoding", default="", metavar="NAME", help=str(say("cli.help.encoding")))
    parser.add_argument("--unit", default="", choices=("", *UNITS), metavar="UNIT", help=str(say("cli.help.unit")))
    parser.add_argument("--report", type=Path, metavar="OUT.html", help=str(say("cli.help.report")))
    parser.add_argument("--bcf", type=Path, metavar="OUT.bcf", help=str(say("cli.help.bcf")))
    parser.add_argument("--yes", action="store_true", help=str(say("import.words.yes")))
    parser.add_argument("--overwrite-edits", action="store_true", help=str(say("import.words.overwrite")))
    parser.add_argument("--as", dest="building", default="", metavar="BUILDING", help=str(say("import.words.as_building")))
    parser.add_argument("--part", action="store_true", help=str(say("import.words.part")))
    parser.add_argument("--classes", type=Path, metavar="FILE", help=str(say("import.words.classes")))
    parser.add_argument("--elements-only", action="store_true", help=str(say("import.words.elements_only")))
    parser.add_argument("--dry-run", action="store_true", help=str(say("cli.help.dry_run")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Import every file; 1 if any was refused."""
    wishes = _wishes(args, console)
    files = gather(args.paths)
    outcomes = []
    with stoppable(), opened(args, console) as real, _target(real, dry_run=args.dry_run) as store:
        with console.progress(console.text(say("cli.command.import"))) as step:
            for done, (path, kind) in enumerate(files):
                step(path.name, done, len(files))
                outcomes.append(take(store, path, kind, wishes, actor()))
        note_dangling(store, outcomes)
        for outcome in outcomes:
            outcome.print(console)
    made = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    records = [outcome.record() for outcome in outcomes]
    if args.report:
        write_import_report(args.report, records, made=made)
        console.say("cli.report_done", out=args.report)
    if args.bcf:
        topics = write_bcf(args.bcf, records, made=made, author=actor())
        console.say("cli.bcf_done", out=args.bcf, count=topics)
    skipped = passed_over(args.paths)
    if skipped:
        console.say("cli.passed_over", count=len(skipped), names=", ".join(skipped[:10]))
    refused = sum(outcome.status != "imported" for outcome in outcomes)
    console.say("cli.import_done", imported=len(outcomes) - refused, refused=refused)
    if args.dry_run:
        console.say("cli.dry_run")
    console.result({"files": records, "passed_over": skipped, "dry_run": args.dry_run})
    return 1 if refused else 0


def _wishes(args: argparse.Namespace, console: Console) -> Wishes:
    """Gather what was asked for; a dry run shows what would change and asks nothing."""
    grid = Path(args.crs) if args.crs.lower().endswith(".csv") else None
    return Wishes(
        table=args.table,
        names=dict(_pair(given) for given in args.map),
        crs="" if grid else args.crs,
        grid=grid,
        datum=args.datum,
        encoding=args.encoding,
        unit=args.unit,
        classes=read_classes(args.classes) if args.classes else (),
        elements_only=args.elements_only,
        building=args.building,
        part=args.part,
        take_file=args.overwrite_edits,
        decide=asker(console, yes=args.yes or args.dry_run),
    )


def _pair(given: str) -> tuple[str, str]:
    theirs, equals, ours = given.partition("=")
    if not (theirs and equals and ours):
        raise UsageError("cli.bad_map", given=given)
    return theirs.strip(), ours.strip()


@contextmanager
def _target(store: Store, *, dry_run: bool) -> Iterator[Store]:
    """Give the store itself, or for a dry run a copy that is thrown away."""
    if not dry_run:
        yield store
        return
    with tempfile.TemporaryDirectory(prefix="twin-dry-") as folder:
        copy = Path(folder) / "copy.gpkg"
        copy_store(store.name, copy)
        with open_store(copy) as other:
            yield other
