"""The schema of twin/model/tables.py as SQLAlchemy tables, the same for both engines.

A table of `IN_BUILDING` has a twin named ``local_<table>`` in a building's own metres; tables named ``twin_…``
are the store's own and hold no model data. Dates and times are ISO 8601 text on both engines: their order is that of
time, and a wrong one is seen by the checks of the data instead of stopping a copy. What is in a building has the
building first in a unique index, so that the big tables can be distributed by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Boolean, Column, Double, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import UserDefinedType

from twin.model.tables import IN_BUILDING, TABLES
from twin.store import scenario_tables as scenarios
from twin.store.geometry import Geom

if TYPE_CHECKING:
    from collections.abc import Callable

    from twin.model.columns import Kind
    from twin.model.columns import Table as ModelTable

__all__ = ["GEOM", "KINDS", "LOCAL", "LOCAL_SRS", "LOG", "SCHEMA_VERSION", "Schema", "schema"]

GEOM = "geom"
LOCAL = "local_"
LOCAL_SRS = -1
"""srs_id of an undefined Cartesian system in GeoPackage."""
SCHEMA_VERSION = 6
LOG = ("twin_change", "twin_change_set")
"""Tables of the change log: rows are added by the store's own transactions, and never changed."""


class _Declared(UserDefinedType[str]):
    """A column whose declared type is just this word."""

    cache_ok = True

    def __init__(self, word: str) -> None:
        self.word = word

    def get_col_spec(self, **_: Any) -> str:
        return self.word


class _DeclaredText(_Declared):
    """The same for text that SQLite takes for a number where it looks like one ("2024" in a column of dates): read as text."""

    cache_ok = True

    def result_processor(self, *_: Any) -> Callable[[Any], Any]:
        return lambda value: value if value is None or isinstance(value, str) else str(value)


_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Compared by code point on both engines, whatever language a database was made for."""
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits on both; SQLite wants the word INTEGER."""


KINDS: dict[Kind, Any] = {
    "text": _TEXT,
    "float": Double().with_variant(_Declared("DOUBLE"), "sqlite"),
    "int": _WHOLE,
    "bool": Boolean(),
    "date": _TEXT.with_variant(_DeclaredText("DATE"), "sqlite"),
    "datetime": _TEXT.with_variant(_DeclaredText("DATETIME"), "sqlite"),
}
"""What a column of each kind is on either engine."""
_INDEXED = ("floor_id", "room_id", "department_id", "source_id")


@dataclass(frozen=True, slots=True)
class Schema:
    """All tables: `model` by name (local twins under ``local_<name>``), and the store's own."""

    metadata: MetaData
    model: dict[str, Table]
    meta: Table
    change_set: Table
    change: Table
    external: Table
    writer: Table
    source: Table
    mesh: Table
    scenario: Table
    scenario_edit: Table


@lru_cache(maxsize=8)
def schema(srid: int) -> Schema:
    """Build the tables for a district CRS; `srid` is 0 while none is chosen."""
    metadata = MetaData()
    model = {name: _model_table(metadata, name, table, srid) for name, table in TABLES.items()}
    model |= {LOCAL + name: _model_table(metadata, LOCAL + name, TABLES[name], LOCAL_SRS) for name in IN_BUILDING}
    scenario, scenario_edit = scenarios.declare(metadata, _TEXT, _WHOLE)
    return Schema(
        metadata=metadata,
        model=model,
        scenario=scenario,
        scenario_edit=scenario_edit,
        meta=Table("twin_meta", metadata, Column("key", _TEXT, primary_key=True), Column("value", _TEXT)),
        change_set=Table(
            "twin_change_set",
            metadata,
            Column("set_id", _WHOLE, primary_key=True),
            Column("at", _TEXT, nullable=False),
            Column("actor", _TEXT, nullable=False),
            Column("reason", _TEXT, nullable=False),
            Column("source_id", _TEXT),
            Column("counts", _TEXT, nullable=False),
            Column("previous", _TEXT),
            Column("hash", _TEXT),
        ),
        change=Table(
            "twin_change",
            metadata,
            Column("change_id", _WHOLE, primary_key=True),
            Column("set_id", _WHOLE, nullable=False, index=True),
            Column("entity", _TEXT, nullable=False),
            Column("entity_id", _TEXT, nullable=False),
            Column("action", _TEXT, nullable=False),
            Column("before", _TEXT),
            Column("after", _TEXT),
            Index("twin_change_by_row", "entity", "entity_id"),
        ),
        external=Table(
            "twin_external",
            metadata,
            Column("external_id", _WHOLE, primary_key=True),
            Column("entity", _TEXT, nullable=False),
            Column("entity_id", _TEXT),
            Column("action", _TEXT, nullable=False),
            Column("before", _TEXT),
        ),
        writer=Table("twin_writer", metadata, Column("one", _WHOLE, primary_key=True), Column("ours", _WHOLE, nullable=False)),
        source=Table(
            "twin_source",
            metadata,
            Column("source_id", _TEXT, primary_key=True),
            Column("name", _TEXT, nullable=False),
            Column("sha256", _TEXT, nullable=False),
            Column("set_id", _WHOLE, nullable=False),
            Column("report", _TEXT, nullable=False),
        ),
        mesh=Table(
            "twin_mesh", metadata, Column("floor_id", _TEXT, primary_key=True), Column("glb", LargeBinary, nullable=False)
        ),
    )


def _model_table(metadata: MetaData, name: str, table: ModelTable, srid: int) -> Table:
    """Give one model table: `fid` as GeoPackage asks, geometry, then the attributes; the text key is unique."""
    columns: list[Column[Any]] = [Column("fid", _WHOLE, primary_key=True, autoincrement=True)]
    if table.shape:
        columns.append(Column(GEOM, Geom(table.shape, srid)))
    for column in table.columns:
        kind = KINDS[column.kind]
        columns.append(Column(column.name, kind, nullable=column.name != table.key, unique=column.name == table.key or None))
    built = Table(name, metadata, *columns, sqlite_autoincrement=True)
    if "building_id" in table.by_name and table.key != "building_id":
        Index(f"{name}_by_building_id", built.c.building_id, built.c[table.key], unique=True)
    for column_name in _INDEXED:
        if column_name in table.by_name and column_name != table.key:
            Index(f"{name}_by_{column_name}", built.c[column_name])
    return built
