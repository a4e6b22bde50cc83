"""PostGIS as the engine: typed geometry columns with GiST indexes, a watch in plpgsql, one writer at a time, rows by COPY.

A writer locks the table ``twin_writer`` before it looks at anything, so that all it reads is later than the last writer's
commit (transactions are REPEATABLE READ: a snapshot is of one moment, and a row that another program has changed
since stops ours instead of being overwritten). Others' edits of the model tables need no lock of ours.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql
from sqlalchemy import BigInteger, Boolean, Double, LargeBinary, text
from sqlalchemy.exc import DBAPIError

from twin.model.errors import StoreBusyError, StoreError
from twin.model.tables import TABLES
from twin.store import engine
from twin.store.address import redact
from twin.store.geometry import Geom, to_ewkb
from twin.store.sql import GEOM, LOCAL, LOG, schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyproj import CRS
    from sqlalchemy import Column, Connection
    from sqlalchemy import Table as SqlTable

    from twin.store.sql import Schema

__all__ = ["PostgisWays", "run_script", "watch_function"]

_BUSY = {"55P03": "lock not available", "40001": "serialization failure", "40P01": "deadlock detected"}
_GONE = ("08", "57P")
_NO_WRITING = ("53", "58")
_NO_ROOM, _READ_ONLY = "53100", "25006"
_NOT_ALLOWED = ("42501", "28")

_WATCH = """
CREATE OR REPLACE FUNCTION twin_watch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = PATH AS $$
DECLARE
    held jsonb;
BEGIN
    IF (SELECT ours FROM twin_writer) <> 0 THEN
        RETURN NULL;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO twin_external (entity, entity_id, action) VALUES (TG_TABLE_NAME, to_jsonb(NEW) ->> TG_ARGV[0], 'insert');
        RETURN NULL;
    END IF;
    held := to_jsonb(OLD) - 'fid';
    IF TG_ARGV[1] = 'shape' THEN
        held := held || jsonb_build_object('geom', encode(ST_AsBinary(OLD.geom), 'hex'));
    END IF;
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO twin_external (entity, entity_id, action, before)
        VALUES (TG_TABLE_NAME, to_jsonb(NEW) ->> TG_ARGV[0], 'update', held::text);
    ELSE
        INSERT INTO twin_external (entity, entity_id, action, before)
        VALUES (TG_TABLE_NAME, held ->> TG_ARGV[0], 'delete', held::text);
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION twin_no_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are deleted one by one, so that each is logged', TG_TABLE_NAME;
END $$;
CREATE OR REPLACE FUNCTION twin_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = PATH AS $$
BEGIN
    IF (SELECT ours FROM twin_writer) = 0 THEN
        RAISE insufficient_privilege USING MESSAGE = 'the change log is written by twin alone';
    END IF;
    RETURN NULL;
END $$
"""


class PostgisWays:
    """PostgreSQL with PostGIS through psycopg 3."""

    def furnish(self, connection: Connection, tables: Schema) -> None:
        """Index every layer, watch every table."""
        self.mend(connection, tables)

    def mend(self, connection: Connection, tables: Schema) -> None:
        """Write the watch's functions anew, and every index and trigger that is not there."""
        watch_function(connection)
        script = []
        held = set(connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").scalars())
        names = [name for name in tables.model if name in held]  # a store of an older structure lacks some
        for name in names:
            model = TABLES[name.removeprefix(LOCAL)]
            if model.shape:
                script.append(f"CREATE INDEX IF NOT EXISTS {name}_by_geom ON {name} USING gist ({GEOM})")
            kind = "shape" if model.shape else "plain"
            script.append(
                f"CREATE OR REPLACE TRIGGER twin_watch AFTER INSERT OR UPDATE OR DELETE ON {name} "
                f"FOR EACH ROW EXECUTE FUNCTION twin_watch('{model.key}', '{kind}')"
            )
        script += [
            f"CREATE OR REPLACE TRIGGER twin_no_truncate BEFORE TRUNCATE ON {name} EXECUTE FUNCTION twin_no_truncate()"
            for name in (*names, *LOG)
        ]
        script += [
            f"CREATE OR REPLACE TRIGGER twin_guard BEFORE INSERT OR UPDATE OR DELETE ON {name} "
            "FOR EACH STATEMENT EXECUTE FUNCTION twin_guard()"
            for name in LOG
        ]
        script += [f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in (*names, *LOG)]
        run_script(connection, ";\n".join(script))

    def begin(self, connection: Connection) -> None:
        """Lock the writers' table before the transaction has seen anything; readers and others' edits go on."""
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(engine.BUSY_S * 1000)}")
        connection.exec_driver_sql("LOCK TABLE twin_writer IN EXCLUSIVE MODE")

    def insert(self, connection: Connection, table: SqlTable, rows: Sequence[dict[str, Any]]) -> None:
        """Stream the rows in by binary COPY."""
        names = list(rows[0])
        columns = [_written(table.c[name], [row[name] for row in rows]) for name in names]
        words = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)")
        statement = words.format(sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, names)))
        with _driver(connection, f"COPY {table.name}") as driver, driver.cursor() as cursor, cursor.copy(statement) as copy:
            copy.set_types([_wire_type(table.c[name]) for name in names])
            for row in zip(*columns, strict=True):
                copy.write_row(row)

    def set_srs(self, connection: Connection, crs: CRS, srs_id: int) -> None:
        """Retype the district's geometry columns, which are empty; register the CRS where PostGIS does not know it."""
        _register(connection, crs, srs_id)
        script = [
            f"ALTER TABLE {name} ALTER COLUMN {GEOM} TYPE geometry({model.shape}, {srs_id:d}) "
            f"USING ST_SetSRID({GEOM}, {srs_id:d})"
            for name, model in TABLES.items()
            if model.shape
        ]
        run_script(connection, ";\n".join(script))

    def written(self, connection: Connection, names: set[str]) -> None:
        """Do nothing: PostGIS keeps no extents, and statistics are the server's own business."""

    def stray_trees(self, connection: Connection) -> list[str]:
        """Name the layers that lack a sound GiST index."""
        found = connection.execute(
            text(
                "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid "
                "JOIN pg_am a ON a.oid = x.relam WHERE a.amname = 'gist' AND i.indisvalid AND i.indisready "
                "AND c.relnamespace = current_schema()::regnamespace"
            )
        )
        sound = set(found.scalars())
        return [name for name in schema(0).model if TABLES[name.removeprefix(LOCAL)].shape and name not in sound]

    def unwatched(self, connection: Connection) -> list[str]:
        """Look for triggers that are missing or switched off."""
        watched = _triggered(connection, "twin_watch")
        return [name for name in schema(0).model if name not in watched]

    def unguarded(self, connection: Connection) -> list[str]:
        """Look for triggers on the log that are missing or switched off."""
        guarded = _triggered(connection, "twin_guard") & _triggered(connection, "twin_no_truncate")
        return [name for name in LOG if name not in guarded]

    def fault(self, error: DBAPIError, store: str) -> StoreError | None:
        """Read the five letters of SQLSTATE; an error without them is a connection that broke or never was."""
        state = getattr(error.orig, "sqlstate", None) or ""
        reason = redact(str(error.orig).strip().splitlines()[0]) if str(error.orig).strip() else state
        if state in _BUSY:
            return StoreBusyError("store.busy", store=store)
        if state.startswith(_GONE) or (not state and isinstance(error.orig, psycopg.OperationalError)):
            return StoreError("store.unreachable", store=store, reason=reason)
        if state == _READ_ONLY:
            return StoreError("store.read_only", store=store)
        if state.startswith(_NO_ROOM):
            return StoreError("store.full", store=store, reason=reason)
        if state.startswith(_NO_WRITING):
            return StoreError("store.cannot_write", store=store, reason=reason)
        if state.startswith(_NOT_ALLOWED):
            return StoreError("store.not_allowed", store=store, reason=reason)
        return None


def _triggered(connection: Connection, trigger: str) -> set[str]:
    """Name the tables that have a trigger, switched on."""
    found = connection.execute(
        text(
            "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = :trigger "
            "AND t.tgenabled = 'O' AND c.relnamespace = current_schema()::regnamespace"
        ),
        {"trigger": trigger},
    )
    return set(found.scalars())


def watch_function(connection: Connection) -> None:
    """Write the functions of the watch; they name the schemas they look into, so a renamed store writes them again."""
    path = connection.exec_driver_sql("SELECT current_setting('search_path')").scalar_one()
    run_script(connection, _WATCH.replace("PATH", f"{path}, pg_temp"))


@contextmanager
def _driver(connection: Connection, doing: str) -> Iterator[psycopg.Connection[Any]]:
    """Give psycopg's own connection; its errors come out as SQLAlchemy's, like all others."""
    driver: Any = connection.connection.driver_connection
    try:
        yield driver
    except psycopg.Error as error:
        raise DBAPIError(doing, None, error) from error


def run_script(connection: Connection, script: str) -> None:
    """Run many statements in one go."""
    with _driver(connection, script) as driver:
        driver.execute(script.encode())


def _written(column: Column[Any], values: list[Any]) -> Sequence[Any]:
    """Write geometries in one pass; all else goes as it is."""
    return list(to_ewkb(values, max(column.type.srid, 0))) if isinstance(column.type, Geom) else values


def _wire_type(column: Column[Any]) -> str:
    """Name the type a value is sent as."""
    for kind, name in ((Geom, "bytea"), (LargeBinary, "bytea"), (Boolean, "bool"), (Double, "float8"), (BigInteger, "int8")):
        if isinstance(column.type, kind):
            return name
    return "text"


def _register(connection: Connection, crs: CRS, srs_id: int) -> None:
    """Add the CRS to PostGIS's own table where it is not there and we may; GIS programs read its name from it."""
    if connection.execute(text("SELECT 1 FROM spatial_ref_sys WHERE srid = :srid"), {"srid": srs_id}).first():
        return
    allowed = "SELECT has_table_privilege('spatial_ref_sys', 'INSERT')"
    if connection.exec_driver_sql(allowed).scalar_one():
        connection.execute(
            text("INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext) VALUES (:srid, 'twin', :srid, :srtext)"),
            {"srid": srs_id, "srtext": crs.to_wkt("WKT1_GDAL")},
        )
