"""The rows of one table for people to choose from: key, name, kind and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from twin.model.aligned import aligned
from twin.model.tables import TABLES
from twin.model.words import say

if TYPE_CHECKING:
    from api.console import Console
    from twin.model.columns import Table
    from twin.store import Store
    from twin.store.past import Past

__all__ = ["list_table"]


def list_table(store: Store | Past, wanted: tuple[str, str], most: int | None, console: Console) -> None:
    """Print the rows of a table, buildings not yet placed too, and give them as JSON.

    Parameters
    ----------
    wanted
        The table, and what must occur in a row's key, name, number or place (any case; empty for all).
    most
        Lines to print, None for all; the JSON always holds all.
    """
    name, word = wanted
    table = TABLES[name]
    rows = _rows(store, table)
    found = [row for row in rows if word.lower() in " ".join(row.values()).lower()]
    console.say("cli.show_table", zh=table.zh, table=name, count=len(rows), key=table.key)
    shown = found if most is None else found[:most]
    used = [column for column in ("key", "name", "class", "place") if any(row[column] for row in shown)]
    if shown:
        heads = [console.text(say(f"cli.show.{column}")) for column in used]
        console.lines(aligned([heads, *([row[column] for column in used] for row in shown)]))
    elif word:
        console.say("cli.show_none", table=name, word=word)
    if len(shown) < len(found):
        console.say("cli.show_more", more=len(found) - len(shown))
    console.result({"table": name, "key": table.key, "count": len(found), "rows": found})


def _rows(store: Store | Past, table: Table) -> list[dict[str, str]]:
    snapshot = store.snapshot()
    frames: dict[str, pd.DataFrame] = {name: pd.DataFrame(snapshot.frame(name)) for name in {table.name, "building", "floor"}}
    if table.in_building:
        frames = {name: _with_local(store, name, frame) for name, frame in frames.items()}
    frame = frames[table.name]
    kind = next((column.name for column in table.columns if column.allowed), "")
    names = {of: dict(zip(frames[of][f"{of}_id"], frames[of]["name"], strict=True)) for of in ("building", "floor")}
    places = [frame[f"{of}_id"].map(names[of]) for of in ("building", "floor") if f"{of}_id" in frame and of != table.name]
    columns = {
        "key": [frame[table.key]],
        "name": [
            frame[name] for name in ("number", "name") if name in frame and not (table.name == "floor" and name == "number")
        ],
        "class": [frame[kind]] if kind else [],
        "place": places,
    }
    texts = {name: _joined(parts, len(frame)) for name, parts in columns.items()}
    return [dict(zip(texts, row, strict=True)) for row in zip(*texts.values(), strict=True)]


def _with_local(store: Store | Past, name: str, frame: pd.DataFrame) -> pd.DataFrame:
    local = pd.DataFrame(store.local_frame(name))
    return frame if local.empty else pd.concat([frame, local], ignore_index=True)


def _joined(parts: list[pd.Series[Any]], count: int) -> list[str]:
    """Join the texts of several columns row by row, without what is missing."""
    lists = [["" if pd.isna(value) else str(value) for value in part.tolist()] for part in parts]
    return [" ".join(filter(None, row)) for row in zip(*lists, strict=True)] if lists else [""] * count
