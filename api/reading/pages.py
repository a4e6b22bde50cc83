"""A page of rows: filter, order, cursor, total."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import orjson

from api.faults import Problem
from api.reading.search import search_mask
from twin.model.tables import TABLES
from twin.store.query import parse
from twin.store.selection import mask

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from api.reading.view import View

__all__ = ["Asked", "Page", "page", "picked"]

_KEPT = 128


@dataclass(frozen=True, slots=True)
class Asked:
    """Rows of a table, in which order: `where` is a filter as JSON, `q` words of a search, `sort` columns (``-``: down)."""

    table: str
    where: str = ""
    q: str = ""
    sort: str = ""
    floor: str = ""
    building: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Row numbers of one page, how many rows there are in all, and where the next page begins."""

    rows: list[int]
    total: int
    cursor: str | None


def picked(view: View, asked: Asked) -> NDArray[np.intp]:
    """Give the rows asked for, in order; the last questions are kept with the view."""
    held: dict[Asked, NDArray[np.intp]] = view.once("pages", dict)
    if asked not in held:
        while len(held) >= _KEPT:
            held.pop(next(iter(held)), None)
        held[asked] = _pick(view, asked)
    return held[asked]


def _pick(view: View, asked: Asked) -> NDArray[np.intp]:
    rows = view.rows(asked.table)
    chosen = np.ones(len(rows), dtype=bool)
    for column, value in (("floor_id", asked.floor), ("building_id", asked.building)):
        if value:
            _want_column(asked.table, column)
            chosen &= np.array([held == value for held in rows.columns[column]], dtype=bool)
    if asked.where:
        try:
            record = orjson.loads(asked.where)
        except orjson.JSONDecodeError as error:
            raise Problem(400, "service.bad_json", {"what": "filter"}) from error
        chosen &= mask(parse(record), view.snapshot, asked.table)
    if asked.q:
        chosen &= search_mask(view, asked.table, asked.q)
    return _ordered(view, asked, np.flatnonzero(chosen))


def _want_column(table: str, column: str) -> None:
    if column not in TABLES[table].by_name:
        raise Problem(400, "service.no_column", {"table": table, "column": column})


def _ordered(view: View, asked: Asked, rows: NDArray[np.intp]) -> NDArray[np.intp]:
    """Sort by the columns named, missing values last either way, then by key."""
    order = list(rows)
    for word in reversed([word.strip() for word in asked.sort.split(",") if word.strip()]):
        name = word.removeprefix("-")
        _want_column(asked.table, name)
        values = view.rows(asked.table).columns[name]
        present = [row for row in order if values[row] is not None]
        present.sort(key=values.__getitem__, reverse=word.startswith("-"))
        order = present + [row for row in order if values[row] is None]
    return np.array(order, dtype=np.intp)


def page(view: View, asked: Asked, limit: int, cursor: str) -> Page:
    """Give one page.

    Raises
    ------
    Problem
        If the cursor is not one of this question.
    """
    rows = picked(view, asked)
    start = _start(asked, cursor)
    here = rows[start : start + limit].tolist()
    more = start + limit < len(rows)
    return Page(here, len(rows), _cursor(asked, start + limit) if more else None)


def _digest(asked: Asked) -> str:
    return hashlib.sha256(repr(asked).encode(errors="surrogatepass")).hexdigest()[:12]


def _cursor(asked: Asked, start: int) -> str:
    return base64.urlsafe_b64encode(f"{start}.{_digest(asked)}".encode()).decode().rstrip("=")


def _start(asked: Asked, cursor: str) -> int:
    if not cursor:
        return 0
    try:
        start, digest = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii").split(".")
        place = int(start)
    except (ValueError, binascii.Error) as error:
        raise Problem(400, "service.bad_cursor") from error
    if digest != _digest(asked) or not 0 <= place < 2**53:
        raise Problem(400, "service.bad_cursor")
    return place


def columns_of(table: str, named: str) -> list[str] | None:
    """Read a list of column names; None where all are wanted."""
    wanted: list[Any] = [word.strip() for word in named.split(",") if word.strip()]
    for name in wanted:
        _want_column(table, name)
    return wanted or None
