"""Typed filters: a bounded tree that becomes a mask over a snapshot or SQL on either engine, with the same answer.

A leaf about a missing value is false, and its negation true: two values, no third, in memory as in SQL. Column names come from
the schema and values are bound, so nothing a user writes is ever part of a statement. `selection` evaluates the tree.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from twin.model.errors import UsageError
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from twin.model.columns import Column

__all__ = [
    "All",
    "AnyOf",
    "Compare",
    "Contains",
    "Filter",
    "InBox",
    "Missing",
    "Not",
    "OneOf",
    "Operator",
    "check_filter",
    "parse",
]

DEPTH, NODES, VALUES, LETTERS = 20, 200, 1000, 1000
"""The most a filter may hold: levels, nodes, values of one `OneOf`, letters of one text."""
_LARGEST_INT = 2**53

Operator = Literal["eq", "ne", "lt", "le", "gt", "ge"]
OPERATORS: tuple[Operator, ...] = get_args(Operator)


@dataclass(frozen=True, slots=True)
class Compare:
    """The column's value stands in this relation to `value`; text and ISO dates by code point."""

    column: str
    op: Operator
    value: str | float | bool


@dataclass(frozen=True, slots=True)
class OneOf:
    """The column's value is one of these."""

    column: str
    values: tuple[str | float | bool, ...]


@dataclass(frozen=True, slots=True)
class Contains:
    """A text column holds this text somewhere, letter for letter."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """The column has no value."""

    column: str


@dataclass(frozen=True, slots=True)
class InBox:
    """The shape's bounds touch this box, metres in the CRS of the data."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; true of no parts."""

    parts: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; false of no parts."""

    parts: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Filter


Filter = Compare | OneOf | Contains | Missing | InBox | All | AnyOf | Not


def check_filter(tree: Filter, table: str) -> None:
    """Hold a filter against the limits and its table's columns.

    Raises
    ------
    UsageError
        ``query.*``: too deep, too many nodes or values, no such column, a value of another kind.
    """
    nodes = 0
    level: list[Filter] = [tree]
    for _ in range(DEPTH):
        nodes += len(level)
        if nodes > NODES:
            raise UsageError("query.too_large", most=NODES)
        for node in level:
            _check_leaf(node, table)
        level = [part for node in level for part in _parts(node)]
        if not level:
            return
    raise UsageError("query.too_deep", most=DEPTH)


def _parts(node: Filter) -> tuple[Filter, ...]:
    if isinstance(node, Not):
        return (node.part,)
    return node.parts if isinstance(node, All | AnyOf) else ()


def _check_leaf(node: Filter, table: str) -> None:
    if isinstance(node, InBox):
        _check_box(node, table)
        return
    if isinstance(node, Not | All | AnyOf):
        return
    column = TABLES[table].by_name.get(node.column)
    if column is None:
        raise UsageError("query.no_column", column=node.column, table=table)
    if isinstance(node, OneOf) and len(node.values) > VALUES:
        raise UsageError("query.too_large", most=VALUES)
    for value in _values(node):
        _check_value(column, value)
    if isinstance(node, Compare) and column.kind == "bool" and node.op not in {"eq", "ne"}:
        raise UsageError("query.bad_operator", column=column.name, op=node.op)
    if isinstance(node, Contains) and column.kind != "text":
        raise UsageError("query.bad_operator", column=column.name, op="contains")


def _values(node: Compare | OneOf | Contains | Missing) -> tuple[object, ...]:
    if isinstance(node, Compare):
        return (node.value,)
    if isinstance(node, OneOf):
        return node.values
    return (node.text,) if isinstance(node, Contains) else ()


def _check_box(node: InBox, table: str) -> None:
    if TABLES[table].shape is None:
        raise UsageError("query.no_shape", table=table)
    if not all(math.isfinite(side) for side in (node.x0, node.y0, node.x1, node.y1)):
        raise UsageError("query.bad_value", column="box", kind="float")


def _check_value(column: Column, value: object) -> None:
    """Refuse a value that is not of the column's kind."""
    if column.kind in {"float", "int"}:
        sound = (
            isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and abs(value) <= _LARGEST_INT
        )
        sound = sound or (column.kind == "float" and isinstance(value, float) and math.isfinite(value))
    elif column.kind == "bool":
        sound = isinstance(value, bool)
    else:
        sound = isinstance(value, str) and len(value) <= LETTERS and "\0" not in value
    if not sound:
        raise UsageError("query.bad_value", column=column.name, kind=column.kind)


_BRANCHES: dict[str, Any] = {"all": All, "any": AnyOf}


def parse(record: object) -> Filter:
    """Read a filter from plain JSON.

    One object per node, with one key that names it: ``{"all": […]}``, ``{"any": […]}``, ``{"not": …}``,
    ``{"missing": "column"}``, ``{"box": [x0, y0, x1, y1]}``, ``{"contains": ["column", "text"]}``,
    ``{"in": ["column", […]]}``, ``{"lt": ["column", value]}`` and so on for eq, ne, le, gt, ge.

    Raises
    ------
    UsageError
        ``query.bad_form`` with what was read where a node should stand; ``query.too_deep``.
    """
    return _parse(record, DEPTH)


def _parse(record: object, depth: int) -> Filter:
    if depth == 0:
        raise UsageError("query.too_deep", most=DEPTH)
    if not (isinstance(record, dict) and len(record) == 1):
        raise UsageError("query.bad_form", found=str(record)[:60])
    ((name, value),) = record.items()
    if name in _BRANCHES and isinstance(value, list):
        return _BRANCHES[name](tuple(_parse(part, depth - 1) for part in value))
    if name == "not":
        return Not(_parse(value, depth - 1))
    leaf = _parse_leaf(name, value)
    if leaf is None:
        raise UsageError("query.bad_form", found=str(record)[:60])
    return leaf


def _parse_leaf(name: str, value: object) -> Filter | None:
    if name == "missing" and isinstance(value, str):
        return Missing(value)
    if name == "box" and isinstance(value, list) and len(value) == 4 and all(isinstance(side, int | float) for side in value):
        return InBox(*map(float, value))
    if not (isinstance(value, list) and len(value) == 2 and isinstance(value[0], str)):
        return None
    column, operand = value
    if name == "in" and isinstance(operand, list):
        return OneOf(column, tuple(operand))
    if name == "contains" and isinstance(operand, str):
        return Contains(column, operand)
    return Compare(column, name, operand) if name in OPERATORS else None
