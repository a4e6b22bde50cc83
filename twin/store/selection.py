"""A typed filter evaluated: a mask over a snapshot, or a condition in SQL on either engine. Both answer alike."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from sqlalchemy import Text, and_, cast, false, func, not_, or_, true

from twin.model.tables import TABLES
from twin.store.query import All, AnyOf, Compare, Contains, Filter, InBox, Missing, Not, OneOf, check_filter
from twin.store.sql import GEOM

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from sqlalchemy import ColumnElement
    from sqlalchemy import Table as SqlTable

    from twin.model.snapshot import Snapshot

__all__ = ["mask", "where"]

_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "le": operator.le, "gt": operator.gt, "ge": operator.ge,
}  # fmt: skip


def mask(tree: Filter, snapshot: Snapshot, table: str) -> NDArray[np.bool_]:
    """Evaluate over a snapshot: one truth value per row, in key order."""
    check_filter(tree, table)
    return _mask(tree, snapshot, table)


def _mask(node: Filter, snapshot: Snapshot, table: str) -> NDArray[np.bool_]:
    count = len(snapshot.frame(table))
    if isinstance(node, Not):
        return ~_mask(node.part, snapshot, table)
    if isinstance(node, All):
        return np.logical_and.reduce([np.ones(count, bool), *(_mask(part, snapshot, table) for part in node.parts)])
    if isinstance(node, AnyOf):
        return np.logical_or.reduce([np.zeros(count, bool), *(_mask(part, snapshot, table) for part in node.parts)])
    if isinstance(node, InBox):
        x0, y0, x1, y1 = shapely.bounds(snapshot.column(table, "geometry")).reshape(-1, 4).T
        return np.asarray((x0 <= node.x1) & (x1 >= node.x0) & (y0 <= node.y1) & (y1 >= node.y0))
    held = snapshot.frame(table)[node.column]
    kind = TABLES[table].by_name[node.column].kind
    if isinstance(node, Compare) and kind in {"float", "int"}:
        numbers = snapshot.column(table, node.column)
        return np.asarray(_COMPARE[node.op](numbers, node.value) & ~np.isnan(numbers), dtype=bool)
    if isinstance(node, OneOf) and kind in {"text", "date", "datetime"}:
        return held.isin(node.values).to_numpy(dtype=bool)
    absent = held.isna().to_numpy(dtype=bool)
    if isinstance(node, Missing):
        return absent
    found = np.zeros(count, dtype=bool)
    values = held.to_numpy(dtype=object)[~absent]
    found[~absent] = [_holds(node, value) for value in values]
    return found


def _holds(node: Compare | OneOf | Contains, value: Any) -> bool:
    if isinstance(node, Compare):
        return bool(_COMPARE[node.op](value, node.value))
    if isinstance(node, OneOf):
        return value in node.values
    return node.text in value


def where(tree: Filter, table: str, target: SqlTable, dialect: str) -> ColumnElement[bool]:
    """Give the filter as a condition on a SQL table of the store; `dialect` is SQLAlchemy's name of the engine."""
    check_filter(tree, table)
    return _where(tree, target, dialect, table)


def _where(node: Filter, target: SqlTable, dialect: str, table: str) -> ColumnElement[bool]:
    if isinstance(node, Not):
        return not_(_where(node.part, target, dialect, table))
    if isinstance(node, All):
        return and_(true(), *(_where(part, target, dialect, table) for part in node.parts))
    if isinstance(node, AnyOf):
        return or_(false(), *(_where(part, target, dialect, table) for part in node.parts))
    if isinstance(node, InBox):
        return func.coalesce(_box(node, target, dialect), false())
    column: ColumnElement[Any] = target.c[node.column]
    if isinstance(node, Missing):
        return column.is_(None)
    if dialect == "sqlite" and TABLES[table].by_name[node.column].kind in {"date", "datetime"}:
        column = cast(column, Text())  # SQLite keeps a date that looks like a number as one
    whole = TABLES[table].by_name[node.column].kind == "int"
    if isinstance(node, OneOf):
        values = [_whole(value) for value in node.values if value == int(value)] if whole else node.values
        return func.coalesce(column.in_(values), false()) if values else false()
    if isinstance(node, Contains):
        place = func.strpos(column, node.text) if dialect == "postgresql" else func.instr(column, node.text)
        return func.coalesce(place > 0, false())
    ordered = dialect == "postgresql" and TABLES[table].by_name[node.column].kind == "text"
    side = column.collate("C") if ordered else column
    value = _whole(node.value) if whole and node.value == int(node.value) else node.value
    return func.coalesce(_COMPARE[node.op](side, value), false())


def _whole(value: Any) -> int:
    """Send a whole number as one: PostgreSQL would round another to the column's type, or the column to a float."""
    return int(value)


def _box(node: InBox, target: SqlTable, dialect: str) -> ColumnElement[bool]:
    """Compare bounds; the two engines name the four functions differently."""
    names = (
        ("ST_XMin", "ST_XMax", "ST_YMin", "ST_YMax") if dialect == "postgresql" else ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")
    )
    x0, x1, y0, y1 = (getattr(func, name)(target.c[GEOM]) for name in names)
    return and_(x0 <= node.x1, x1 >= node.x0, y0 <= node.y1, y1 >= node.y0)
