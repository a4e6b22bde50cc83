"""`twin scenario`: changes apart from the model, to compare, move on and merge."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.cells import read_values
from api.opening import actor, disclose, opened
from twin.model.aligned import aligned
from twin.model.errors import ConflictError, ImportRefused, UnknownKeyError, UsageError
from twin.model.protection import protects
from twin.model.tables import TABLES
from twin.model.words import say
from twin.store.scenarios import Scenarios
from twin.store.scenarios.records import model_of
from viz.changes import change_lines, shown, write_changes

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from api.console import Console
    from twin.store import Store
    from twin.store.scenarios import Conflict, RowChange

ACTS = ("new", "list", "show", "set", "diff", "rebase", "merge", "drop", "rename")
_MOST = 30
"""Lines of a difference on the screen; a file or JSON has them all."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    add = parser.add_argument
    add("what", choices=ACTS, help=str(say("scenario.help.what")))
    add("name", nargs="?", default="", metavar="NAME", help=str(say("scenario.help.name")))
    add("words", nargs="*", metavar="WORD", help=str(say("scenario.help.words")))
    add("--note", default="", help=str(say("scenario.help.note")))
    add("--base", type=int, metavar="VERSION", help=str(say("scenario.help.base")))
    add("--live", action="store_true", help=str(say("scenario.help.live")))
    add("--out", type=Path, metavar="FILE", help=str(say("scenario.help.out")))
    add("--take", default="", choices=("live", "scenario"), help=str(say("scenario.help.take")))
    add("--reason", default="", help=str(say("scenario.help.reason")))
    for flag in ("new", "remove", "bury", "revert", "local"):
        add(f"--{flag}", action="store_true", help=str(say(f"scenario.help.{flag}")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Do one of the acts."""
    with opened(args, console) as store:
        try:
            _DOES[args.what](args, console, store)
        except ConflictError as error:
            _tell_conflicts(error, console)
            return 1
    return 0


def _new(args: argparse.Namespace, console: Console, store: Store) -> None:
    made = Scenarios(store).create(args.name, actor(), args.note, args.base)
    console.say("scenario.did.new", name=made.name, base=made.base)
    console.result({"scenario": asdict(made)})


def _list(_args: argparse.Namespace, console: Console, store: Store) -> None:
    held = Scenarios(store).all()
    heads = [console.text(say(f"scenario.column.{name}")) for name in ("name", "base", "edits", "state", "actor", "at", "note")]
    rows: list[list[object]] = [list(heads)]
    for item in held:
        state = say("scenario.did.merged", set=item.merged) if item.merged else say("scenario.did.open")
        rows.append([item.name, item.base, item.edits, console.text(state), item.actor, item.at, item.note])
    if held:
        console.lines(aligned(rows, right=[1, 2]))
    else:
        console.say("scenario.did.none")
    console.result({"scenarios": [asdict(item) for item in held]})


def _show(args: argparse.Namespace, console: Console, store: Store) -> None:
    book = Scenarios(store)
    item, changes = book.get(args.name), book.difference(args.name)
    console.line(f"{item.name}  ·  {item.note}" if item.note else item.name)
    console.say("scenario.did.rebase", name=item.name, base=item.base, edits=item.edits)
    if item.base < store.version and not item.merged:
        console.say("scenario.did.behind", newest=store.version)
    _tell_changes(changes, console)
    conflicts = [] if item.merged else book.conflicts(args.name)
    for conflict in conflicts:
        console.line(f"  ! {_said(conflict, console)}")
    record = {"changes": [change.record() for change in changes], "conflicts": [asdict(conflict) for conflict in conflicts]}
    console.result({"scenario": asdict(item), "newest": store.version, **record})


def _set(args: argparse.Namespace, console: Console, store: Store) -> None:
    """Change one row: ``TABLE KEY column=value …``, or take it out, bury or revert it."""
    if len(args.words) < 2:
        raise UsageError("scenario.nothing_set")
    table, key, *cells = args.words
    if table not in TABLES:
        raise UsageError("export.unknown_table", tables=table, known=", ".join(TABLES))
    book = Scenarios(store)
    acts = {"remove": book.remove, "bury": book.bury, "revert": book.revert}
    chosen = [name for name in acts if getattr(args, name)]
    if bool(cells) + len(chosen) != 1 or (args.bury and "gone" not in TABLES[table].by_name):
        raise UsageError("scenario.nothing_set")
    held = book.view(args.name)
    frame = held.local_frame(table) if args.local else held.snapshot(gone=True).frame(table)
    if not args.new and not args.revert and key not in set(frame[TABLES[table].key]):
        raise UnknownKeyError("scenario.no_row", name=args.name, table=table, key=key)
    if chosen:
        acts[chosen[0]](args.name, table, [key], local=args.local)
    elif faults := book.set_cells(args.name, table, key, read_values(table, cells), local=args.local):
        raise ImportRefused("scenario.refused", faults, table=table, key=key, count=len(faults))
    item = book.get(args.name)
    console.say("scenario.did.set", name=item.name, table=table, key=key, edits=item.edits)
    console.result({"scenario": asdict(item)})


def _diff(args: argparse.Namespace, console: Console, store: Store) -> None:
    changes = Scenarios(store).difference(args.name, live=args.live)
    if args.out:
        disclose(store, args.out, Counter(change.entity for change in changes if protects(model_of(change.entity))))
        write_changes(changes, args.out)
        console.say("scenario.did.diff_out", count=len(changes), out=args.out)
    else:
        _tell_changes(changes, console)
    console.result({"against": "live" if args.live else "base", "changes": [change.record() for change in changes]})


def _rebase(args: argparse.Namespace, console: Console, store: Store) -> None:
    book = Scenarios(store)
    settled = book.rebase(args.name, args.take)
    item = book.get(args.name)
    console.say("scenario.did.rebase", name=item.name, base=item.base, edits=item.edits)
    if settled:
        console.say("scenario.did.settled", count=len(settled), take=args.take)
    console.result({"scenario": asdict(item), "settled": [asdict(conflict) for conflict in settled]})


def _merge(args: argparse.Namespace, console: Console, store: Store) -> None:
    made = Scenarios(store).merge(args.name, actor(), args.reason)
    console.say("scenario.did.merge", name=args.name, set=made)
    console.result({"merged": args.name, "set": made})


def _drop(args: argparse.Namespace, console: Console, store: Store) -> None:
    Scenarios(store).drop(args.name)
    console.say("scenario.did.drop", name=args.name)
    console.result({"dropped": args.name})


def _rename(args: argparse.Namespace, console: Console, store: Store) -> None:
    new = " ".join(args.words)
    Scenarios(store).rename(args.name, new)
    console.say("scenario.did.rename", name=args.name, new=new)
    console.result({"renamed": args.name, "name": new})


_DOES = {
    "new": _new, "list": _list, "show": _show, "set": _set, "diff": _diff, "rebase": _rebase, "merge": _merge, "drop": _drop,
    "rename": _rename,
}  # fmt: skip


def _tell_changes(changes: Sequence[RowChange], console: Console) -> None:
    """List the changed cells, the first ones; a row that is new or taken out in one line."""
    if not changes:
        console.say("scenario.did.same")
        return
    rows: list[tuple[object, ...]] = []
    for change in changes:
        if change.does == "update":
            rows += [(*line[:4], _short(line[4]), "→", _short(line[5])) for line in change_lines([change], console.lang)]
        else:
            rows.append((change.entity, change.key, console.text(say(f"scenario.does.{change.does}")), "", "", "", ""))
    console.lines(aligned(rows[:_MOST]))
    if len(rows) > _MOST:
        console.say("cli.more_findings", indent="  ", more=len(rows) - _MOST)


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _tell_conflicts(error: ConflictError, console: Console) -> None:
    """Name each conflict, then say what can be done."""
    conflicts: Sequence[Any] = error.conflicts
    for conflict in conflicts[:_MOST]:
        console.line(f"  ✗ {_said(conflict, console)}")
    if len(conflicts) > _MOST:
        console.say("cli.more_findings", indent="  ", more=len(conflicts) - _MOST)
    console.error(error.text, error.remedy)
    record = {"code": error.code, "message": str(error.text), "remedy": str(error.remedy)}
    console.result({"error": {**record, "conflicts": [asdict(conflict) for conflict in conflicts]}})


def _said(conflict: Conflict, console: Console) -> str:
    values = {name: _short(shown(conflict.column, getattr(conflict, name))) or "—" for name in ("base", "scenario", "live")}
    place = {"table": conflict.entity, "key": conflict.key, "column": conflict.column}
    return console.text(say(f"scenario.conflict.{conflict.kind}", **place, **values))
