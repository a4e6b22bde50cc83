"""The schema of twin/model/tables.py as SQLAlchemy tables, the same for both engines.

A table of `IN_BUILDING` has a twin named ``local_<table>`` in a building's own metres; tables named ``twin_…``
are the store's own and hold no model data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Column, Double, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeDecorator, UserDefinedType

from twin.model.tables import IN_BUILDING, TABLES
from twin.store.geometry import Geom

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect
    from sqlalchemy.types import TypeEngine

    from twin.model.columns import Kind
    from twin.model.columns import Table as ModelTable

__all__ = ["GEOM", "LOCAL", "LOCAL_SRS", "SCHEMA_VERSION", "Schema", "schema"]

GEOM = "geom"
LOCAL = "local_"
LOCAL_SRS = -1
"""srs_id of an undefined Cartesian system in GeoPackage."""
SCHEMA_VERSION = 1


class _Declared(UserDefinedType[str]):
    """A column whose declared type is just this word."""

    cache_ok = True

    def __init__(self, word: str) -> None:
        self.word = word

    def get_col_spec(self, **_: Any) -> str:
        return self.word


class Iso(TypeDecorator[str]):
    """A date or time kept as ISO 8601 text in Python, declared as DATE or DATETIME (TIMESTAMPTZ on PostgreSQL)."""

    impl = Text
    cache_ok = True

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the engine's word."""
        timed = self.word == "DATETIME"
        return _Declared("TIMESTAMPTZ" if timed and dialect.name == "postgresql" else self.word)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Give text on either engine."""
        return value.isoformat() if hasattr(value, "isoformat") else value


_TYPES: dict[Kind, Any] = {
    "text": Text,
    "float": lambda: Double().with_variant(_Declared("DOUBLE"), "sqlite"),
    "int": Integer,
    "bool": Boolean,
    "date": lambda: Iso("DATE"),
    "datetime": lambda: Iso("DATETIME"),
}
_INDEXED = ("building_id", "floor_id", "room_id", "department_id", "source_id")


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


def schema(srid: int) -> Schema:
    """Build the tables for a district CRS; `srid` is 0 while none is chosen."""
    metadata = MetaData()
    model = {name: _model_table(metadata, name, table, srid) for name, table in TABLES.items()}
    model |= {LOCAL + name: _model_table(metadata, LOCAL + name, TABLES[name], LOCAL_SRS) for name in IN_BUILDING}
    return Schema(
        metadata=metadata,
        model=model,
        meta=Table("twin_meta", metadata, Column("key", Text, primary_key=True), Column("value", Text)),
        change_set=Table(
            "twin_change_set",
            metadata,
            Column("set_id", Integer, primary_key=True),
            Column("at", Text, nullable=False),
            Column("actor", Text, nullable=False),
            Column("reason", Text, nullable=False),
            Column("source_id", Text),
            Column("counts", Text, nullable=False),
        ),
        change=Table(
            "twin_change",
            metadata,
            Column("change_id", Integer, primary_key=True),
            Column("set_id", Integer, nullable=False, index=True),
            Column("entity", Text, nullable=False),
            Column("entity_id", Text, nullable=False),
            Column("action", Text, nullable=False),
            Column("before", Text),
            Column("after", Text),
        ),
        external=Table(
            "twin_external",
            metadata,
            Column("external_id", Integer, primary_key=True),
            Column("entity", Text, nullable=False),
            Column("entity_id", Text),
            Column("action", Text, nullable=False),
            Column("before", Text),
        ),
        writer=Table("twin_writer", metadata, Column("one", Integer, primary_key=True), Column("ours", Integer, nullable=False)),
        source=Table(
            "twin_source",
            metadata,
            Column("source_id", Text, primary_key=True),
            Column("name", Text, nullable=False),
            Column("sha256", Text, nullable=False),
            Column("set_id", Integer, nullable=False),
            Column("report", Text, nullable=False),
        ),
        mesh=Table("twin_mesh", metadata, Column("floor_id", Text, primary_key=True), Column("glb", LargeBinary, nullable=False)),
    )


def _model_table(metadata: MetaData, name: str, table: ModelTable, srid: int) -> Table:
    """Give one model table: `fid` as GeoPackage asks, geometry, then the attributes; the text key is unique."""
    columns: list[Column[Any]] = [Column("fid", Integer, primary_key=True, autoincrement=True)]
    if table.shape:
        columns.append(Column(GEOM, Geom(table.shape, srid)))
    for column in table.columns:
        kind = _TYPES[column.kind]()
        columns.append(Column(column.name, kind, nullable=column.name != table.key, unique=column.name == table.key or None))
    built = Table(name, metadata, *columns, sqlite_autoincrement=True)
    for column_name in _INDEXED:
        if column_name in table.by_name and column_name != table.key:
            Index(f"{name}_by_{column_name}", built.c[column_name])
    return built
