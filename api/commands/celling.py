"""`twin security cell --set|--table`: what the regulations ask of cells, changed as one change set that can be undone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.opening import actor, opened
from twin.model.errors import UsageError
from twin.model.tables import TABLES
from twin.model.words import say
from twin.security.cell_edit import EDITABLE, edited_cells, edits_of_table

if TYPE_CHECKING:
    import argparse

    from api.console import Console

__all__ = ["arguments", "run", "wanted"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what only this takes."""
    group = parser.add_argument_group("cell")
    group.add_argument(
        "--set", dest="sets", action="append", default=[], metavar="COLUMN=VALUE", help=str(say("security.help.set"))
    )
    group.add_argument("--table", type=Path, default=None, metavar="FILE", help=str(say("security.help.table")))
    group.add_argument("--try-only", action="store_true", help=str(say("security.help.try_only")))


def wanted(args: argparse.Namespace) -> bool:
    """Tell whether something is to be changed."""
    return bool(args.sets or args.table)


def run(args: argparse.Namespace, console: Console) -> int:
    """Change cells."""
    asked = _asked(args)
    with opened(args, console) as store:
        frame, edits, findings = edited_cells(store.snapshot(), asked)
        if findings:
            console.findings(findings)
            raise UsageError("security.cell_refused", count=len(findings))
        for edit in edits:
            column = TABLES["cell"].by_name[edit.column]
            values = {"before": _shown(edit.before), "after": _shown(edit.after)}
            console.say("security.edit.line", cell=edit.cell_id, column=f"{column.zh} {column.name}", **values)
        number = 0
        if edits and not args.try_only:
            with store.change(actor(), f"cells: {len(edits)} changes") as work:
                work.put("cell", frame)
            number = store.snapshot().version
        if not edits:
            console.say("security.edit.none")
        elif args.try_only:
            console.say("security.edit.dry", count=len(edits))
        else:
            console.say("security.edit.done", count=len(edits), set=number)
    console.result({"result": {"changed": [edit.record() for edit in edits], "change_set": number, "try_only": args.try_only}})
    return 0


def _shown(value: Any) -> str:
    return "-" if value is None else str(value)


def _asked(args: argparse.Namespace) -> list[tuple[str, dict[str, Any]]]:
    """Read the words of the command, and the table."""
    found: list[tuple[str, dict[str, Any]]] = []
    if args.table is not None:
        from gis.readers import read_frame  # noqa: PLC0415 - wanted where a table is given

        for layer in read_frame(args.table):
            found += edits_of_table(layer.frame)
        if not found:
            raise UsageError("security.cell_nothing", file=args.table, known=", ".join(EDITABLE))
    for text in args.sets:
        name, sign, value = text.partition("=")
        if not sign or not args.key:
            raise UsageError("security.cell_set", text=text if args.key else "KEY ?")
        found.append((args.key, {name: value.strip()}))
    return found
