"""What makes a SQLite file a GeoPackage 1.3: its own tables, R*Trees kept in step by triggers, and a watch on others' edits.

The watch: every model table has triggers that write into ``twin_external`` whenever somebody else changes a row.
Our own transactions raise a flag in ``twin_writer`` and lower it before they commit, so nobody sees it raised.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import text

from twin.model.tables import TABLES
from twin.store.geometry import blob_bounds
from twin.store.sql import GEOM, LOCAL, LOCAL_SRS, LOG, schema

if TYPE_CHECKING:
    import sqlite3

    from pyproj import CRS
    from sqlalchemy import Connection

    from twin.model.columns import Column, Shape
    from twin.store.sql import Schema

__all__ = [
    "forget",
    "furnish",
    "mend",
    "refresh_contents",
    "register",
    "register_functions",
    "set_srs",
    "stray_trees",
    "unguarded",
    "unwatch",
    "unwatched",
]

APPLICATION_ID = 0x47504B47
USER_VERSION = 10300
UNDEFINED_SRS = 0
_RTREE_TEXT = "http://www.geopackage.org/spec130/#extension_rtree"

_TABLES = (
    """CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
        organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)""",
    """CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
        description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
        min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""",
    """CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
        srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""",
    """CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
        scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
)
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],'
    'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]'
)
_SRS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "a building's own metres, not yet placed"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "no CRS chosen yet"),
    ("WGS 84 geodetic", 4326, "EPSG", 4326, _WGS84, "longitude/latitude in degrees"),
)

# The templates of GeoPackage 1.3, annex F.3; {t} is the table, its geometry column is geom, its key fid.
_BOX = "NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)"
_FULL, _VOID = "(NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))", "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
_PUT = "INSERT OR REPLACE INTO rtree_{t}_geom VALUES (" + _BOX + ")"
_DROP = "DELETE FROM rtree_{t}_geom WHERE id = OLD.fid"
_TRIGGERS = {
    "insert": f"AFTER INSERT ON {{t}} WHEN {_FULL} BEGIN {_PUT}; END",
    "update1": f"AFTER UPDATE OF geom ON {{t}} WHEN OLD.fid = NEW.fid AND {_FULL} BEGIN {_PUT}; END",
    "update2": f"AFTER UPDATE OF geom ON {{t}} WHEN OLD.fid = NEW.fid AND {_VOID} BEGIN {_DROP}; END",
    "update3": f"AFTER UPDATE ON {{t}} WHEN OLD.fid != NEW.fid AND {_FULL} BEGIN {_DROP}; {_PUT}; END",
    "update4": f"AFTER UPDATE ON {{t}} WHEN OLD.fid != NEW.fid AND {_VOID} BEGIN "
    "DELETE FROM rtree_{t}_geom WHERE id IN (OLD.fid, NEW.fid); END",
    "delete": f"AFTER DELETE ON {{t}} WHEN OLD.geom NOT NULL BEGIN {_DROP}; END",
}


def register_functions(connection: sqlite3.Connection) -> None:
    """Give SQLite the five functions that the R*Tree triggers call."""

    def side(index: int, blob: bytes | None) -> float | None:
        bounds = blob_bounds(blob)
        return None if bounds is None else bounds[index]

    connection.create_function(
        "ST_IsEmpty", 1, lambda blob: None if blob is None else int(blob_bounds(blob) is None), deterministic=True
    )
    for index, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        connection.create_function(name, 1, lambda blob, index=index: side(index, blob), deterministic=True)


def furnish(connection: Connection, tables: Schema) -> None:
    """Make a new file a GeoPackage and register every model table in it."""
    run = connection.exec_driver_sql
    run(f"PRAGMA application_id = {APPLICATION_ID}")
    run(f"PRAGMA user_version = {USER_VERSION}")
    for statement in _TABLES:
        run(statement)
    run("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", list(_SRS))
    for name in tables.model:
        model = TABLES[name.removeprefix(LOCAL)]
        title = f"{model.zh} {model.en}" + (" (未定位 not placed)" if name.startswith(LOCAL) else "")
        register(connection, name, title, model.shape, LOCAL_SRS if name.startswith(LOCAL) else UNDEFINED_SRS)
    _set_triggers(connection, tables)
    _guard(connection)


def register(connection: Connection, name: str, title: str, shape: Shape | None, srs: int) -> None:
    """Say in the file's own tables that a table is a layer, and give it a tree; its triggers come from `mend`."""
    run = connection.exec_driver_sql
    run(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?, ?, ?, ?, ?)",
        (name, "features" if shape else "attributes", name, title, srs if shape else None),
    )
    if shape:
        run("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)", (name, GEOM, shape, srs))
        run(f"CREATE VIRTUAL TABLE rtree_{name}_{GEOM} USING rtree(id, minx, maxx, miny, maxy)")
        run("INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')", (name, GEOM, _RTREE_TEXT))


def forget(connection: Connection, name: str) -> None:
    """Take a layer out of the file's own tables, and its tree away."""
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS rtree_{name}_{GEOM}")
    for table in ("gpkg_extensions", "gpkg_geometry_columns", "gpkg_contents"):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE table_name = ?", (name,))


def mend(connection: Connection, tables: Schema) -> None:
    """Fill every R*Tree from its rows and make all triggers anew: a table that was made anew has lost them without a word."""
    run = connection.exec_driver_sql
    for name in _there(connection, tables):
        if TABLES[name.removeprefix(LOCAL)].shape:
            tree = f"rtree_{name}_{GEOM}"
            run(f"CREATE VIRTUAL TABLE IF NOT EXISTS {tree} USING rtree(id, minx, maxx, miny, maxy)")
            run(f"DELETE FROM {tree}")
            run(
                f"INSERT INTO {tree} SELECT fid, ST_MinX({GEOM}), ST_MaxX({GEOM}), ST_MinY({GEOM}), ST_MaxY({GEOM}) "
                f"FROM {name} WHERE {GEOM} NOT NULL AND NOT ST_IsEmpty({GEOM})"
            )
    _set_triggers(connection, tables)
    _guard(connection)


def _guard(connection: Connection) -> None:
    """Let nobody else change the log: triggers that refuse, in place of any that are there."""
    for trigger, words in (pair for table in LOG for pair in _guards(table).items()):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
        connection.exec_driver_sql(words)


def _guards(table: str) -> dict[str, str]:
    """Give the statements that guard one table of the log."""
    refuse = "WHEN (SELECT ours FROM twin_writer) = 0 BEGIN SELECT RAISE(ABORT, 'the change log is written by twin alone'); END"
    return {
        f"twin_guard_{table}_{event}": f"CREATE TRIGGER twin_guard_{table}_{event} BEFORE {event.upper()} ON {table} {refuse}"
        for event in ("insert", "update", "delete")
    }


def _there(connection: Connection, tables: Schema) -> list[str]:
    """Name the model tables that the file has; one of an older structure lacks some."""
    held = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    return [name for name in tables.model if name in held]


def _set_triggers(connection: Connection, tables: Schema) -> None:
    """Make the triggers of trees and watch, in place of any that are there."""
    for name in _there(connection, tables):
        for trigger, words in _triggers(name).items():
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
            connection.exec_driver_sql(f"CREATE TRIGGER {trigger} {words}")


def unwatch(connection: Connection) -> None:
    """Drop every watch on changes of other programs; `mend` makes them anew."""
    held = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'twin_watch_%'")
    for (trigger,) in held.fetchall():
        connection.exec_driver_sql(f"DROP TRIGGER {trigger}")


def _triggers(name: str) -> dict[str, str]:
    """Give every trigger of one table: those of its tree, and the watch on changes not made by this program."""
    model = TABLES[name.removeprefix(LOCAL)]
    found = {}
    if model.shape:
        found = {f"rtree_{name}_{GEOM}_{suffix}": template.format(t=name) for suffix, template in _TRIGGERS.items()}
    pairs = ", ".join(f"'{column.name}', {_kept(column)}" for column in model.columns)
    if model.shape:
        pairs += f", '{GEOM}', hex(OLD.{GEOM})"
    events = {
        "insert": f"NEW.{model.key}, 'insert', NULL",
        "update": f"NEW.{model.key}, 'update', json_object({pairs})",
        "delete": f"OLD.{model.key}, 'delete', json_object({pairs})",
    }
    for event, values in events.items():
        found[f"twin_watch_{name}_{event}"] = (
            f"AFTER {event.upper()} ON {name} WHEN (SELECT ours FROM twin_writer) = 0 "
            f"BEGIN INSERT INTO twin_external (entity, entity_id, action, before) VALUES ('{name}', {values}); END"
        )
    return found


def _kept(column: Column) -> str:
    """Give a column's old value for JSON; SQLite's own JSON keeps 15 digits of a number, of which a double has 17."""
    old = f"OLD.{column.name}"
    return f"CASE typeof({old}) WHEN 'real' THEN printf('%!.20g', {old}) ELSE {old} END" if column.kind == "float" else old


def set_srs(connection: Connection, crs: CRS, srs_id: int) -> None:
    """Register the district's CRS and say that every district layer is in it."""
    authority = crs.to_authority()
    organization, code = authority if authority and authority[0] == "EPSG" else ("NONE", str(srs_id))
    definition = crs.to_wkt("WKT1_GDAL")
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        (crs.name, srs_id, organization, int(code), definition, "CRS of the district, metres"),
    )
    for table in ("gpkg_contents", "gpkg_geometry_columns"):
        connection.execute(text(f"UPDATE {table} SET srs_id = :srs WHERE srs_id = 0"), {"srs": srs_id})


def refresh_contents(connection: Connection, names: set[str]) -> None:
    """Bring extent and time of last change up to date for the layers that were written."""
    run = connection.exec_driver_sql
    for name in sorted(names):
        run("UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ','now') WHERE table_name = ?", (name,))
        if TABLES[name.removeprefix(LOCAL)].shape is None:
            continue
        sides = _extent(run(f"SELECT data FROM rtree_{name}_{GEOM}_node WHERE nodeno = 1").scalar_one_or_none())
        run("UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?", (*sides, name))


def _extent(root: bytes | None) -> list[int | None]:
    """Read min x, min y, max x, max y off the root of an R*Tree, which a query would visit leaf by leaf.

    The node's layout is part of SQLite's file format: depth and number of cells, two bytes each; of every cell its number in
    eight and its sides in four 32-bit floats, rounded outward. Rounding to metres keeps the extent honest and readable.
    """
    count = int.from_bytes(root[2:4]) if root else 0
    if root is None or count == 0:
        return [None] * 4
    sides = np.frombuffer(root, dtype=[("number", ">i8"), ("sides", ">f4", 4)], count=count, offset=4)["sides"]
    (x0, _, y0, _), (_, x1, _, y1) = sides.min(axis=0).tolist(), sides.max(axis=0).tolist()
    return [math.floor(x0), math.floor(y0), math.ceil(x1), math.ceil(y1)]


def stray_trees(connection: Connection) -> list[str]:
    """Name the layers whose R*Tree does not hold exactly the rows with a geometry, or would not follow them."""
    there = _present(connection)
    strays = []
    for name in schema(0).model:
        if TABLES[name.removeprefix(LOCAL)].shape is None:
            continue
        counts = connection.exec_driver_sql(
            f"SELECT (SELECT count(*) FROM {name} WHERE {GEOM} NOT NULL AND NOT ST_IsEmpty({GEOM})), "
            f"(SELECT count(*) FROM rtree_{name}_{GEOM})"
        ).one()
        if counts[0] != counts[1] or any(trigger.startswith("rtree") and trigger not in there for trigger in _triggers(name)):
            strays.append(name)
    return strays


def unwatched(connection: Connection) -> list[str]:
    """Name the tables of which a trigger of the watch is missing."""
    there = _present(connection)
    return [
        name
        for name in schema(0).model
        if any(trigger.startswith("twin") and trigger not in there for trigger in _triggers(name))
    ]


def unguarded(connection: Connection) -> list[str]:
    """Name the tables of the log of which a guarding trigger is missing or another."""
    found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    there = {(name, words) for name, words in found}
    return [table for table in LOG if not there.issuperset(_guards(table).items())]


def _present(connection: Connection) -> set[str]:
    return set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars())
