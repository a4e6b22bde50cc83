"""`twin space register list`: what the register holds, all tables counted or one of them line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.commands.space.register.writing import dated, day_of
from api.opening import as_of, looked_at
from twin.model.aligned import aligned
from twin.model.register import REGISTER_TABLES
from twin.model.tables import TABLES
from twin.model.words import catalogue, say
from twin.space.register.edits import records

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.model.columns import Column
    from twin.model.snapshot import Snapshot

_NAMES = [table.name for table in REGISTER_TABLES]
_MOST = 60
_WIDE = 26


def arguments(parser: argparse.ArgumentParser, _act: str) -> None:
    """Declare what the act takes."""
    as_of(parser)
    dated(parser)
    parser.add_argument("table", nargs="?", default="", choices=("", *_NAMES), metavar="TABLE", help=_help())


def _help() -> str:
    return str(say("register.help.table", tables=", ".join(f"{table.name} {table.zh}" for table in REGISTER_TABLES)))


def run(args: argparse.Namespace, console: Console) -> int:
    """Tell."""
    day_of(args)
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
    if not args.table:
        counts = {name: len(snapshot.frame(name)) for name in _NAMES}
        console.lines(aligned([(TABLES[name].zh, name, count) for name, count in counts.items()], right=[2]))
        console.result({"version": snapshot.version, "tables": counts})
        return 0
    rows = records(snapshot, args.table)
    console.lines(_lines(snapshot, args.table, rows, console.lang))
    if not rows:
        console.say("register.did.none", table=args.table)
    console.result({"version": snapshot.version, args.table: rows})
    return 0


def _lines(snapshot: Snapshot, table: str, rows: list[dict[str, Any]], lang: str) -> list[str]:
    """Align the columns in which anything stands; keys of departments, buildings and rooms as people call them."""
    columns = [column for column in TABLES[table].columns if any(row[column.name] is not None for row in rows)]
    if not rows:
        return []
    names = {refers: _names(snapshot, refers) for refers in ("department", "building", "room")}
    heads = [column.name if lang == "en" else column.zh for column in columns]
    shown = [[_cell(column, row[column.name], names, lang) for column in columns] for row in rows[:_MOST]]
    right = [place for place, column in enumerate(columns) if column.kind in {"float", "int"}]
    more = [str(say("space.more", count=len(rows) - _MOST))] if len(rows) > _MOST else []
    return [*aligned([heads, *shown], right=right), *more]


def _names(snapshot: Snapshot, table: str) -> dict[str, str]:
    if table != "room":
        return dict(zip(snapshot.keys(table), snapshot.column(table, "name"), strict=True))
    houses = _names(snapshot, "building")
    pairs = zip(*(snapshot.column("room", name) for name in ("building_id", "number")), strict=True)
    return {
        key: f"{houses.get(house) or house} {number or key}"
        for key, (house, number) in zip(snapshot.keys("room"), pairs, strict=True)
    }


def _cell(column: Column, value: Any, names: dict[str, dict[str, str]], lang: str) -> str:
    if value is None:
        return ""
    if column.refers in names:
        value = names[column.refers].get(value) or value
    elif column.allowed and (said := catalogue().get(f"viz.value.{column.name}.{value}")):
        value = said[1 if lang == "en" else 0]
    elif column.kind == "float":
        return f"{value:,.2f}"
    text = str(value)
    return text if len(text) <= _WIDE else f"{text[: _WIDE - 1]}…"
