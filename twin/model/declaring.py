"""Short words to declare columns with; `tables.py` and `register.py` are written in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twin.model.columns import Column

if TYPE_CHECKING:
    from twin.model.columns import Kind

__all__ = ["column", "count", "date", "flag", "key", "number", "ref", "text"]


def column(kind: Kind, name: str, zh: str, en: str, **more: Any) -> Column:
    """Declare a column of any kind."""
    return Column(name=name, kind=kind, zh=zh, en=en, **more)


def text(name: str, zh: str, en: str, **more: Any) -> Column:
    """Declare a column of text."""
    return column("text", name, zh, en, **more)


def number(name: str, zh: str, en: str, unit: str, **more: Any) -> Column:
    """Declare a column of measured numbers."""
    return column("float", name, zh, en, unit=unit, **more)


def count(name: str, zh: str, en: str, **more: Any) -> Column:
    """Declare a column of whole numbers."""
    return column("int", name, zh, en, **more)


def flag(name: str, zh: str, en: str, **more: Any) -> Column:
    """Declare a column of yes and no."""
    return column("bool", name, zh, en, **more)


def date(name: str, zh: str, en: str, **more: Any) -> Column:
    """Declare a column of days."""
    return column("date", name, zh, en, **more)


def key(table: str, zh: str) -> Column:
    """Declare the key of a table."""
    return text(f"{table}_id", f"{zh}编号", f"Key of the {table.replace('_', ' ')}, stable across imports", required=True)


def ref(table: str, zh: str, name: str = "", **more: Any) -> Column:
    """Declare a reference to a row of a table."""
    return text(name or f"{table}_id", zh, f"Key of a row of `{table}`", refers=table, **more)
