"""The store as the program sees it, the same on either engine: snapshots out, changes in, nothing else."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from pyproj import CRS
from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.exc import OperationalError

from twin.model.errors import StoreBusyError, UnknownKeyError
from twin.model.snapshot import Snapshot
from twin.model.tables import IN_BUILDING, TABLES
from twin.store import gpkg
from twin.store.changes import Change, now
from twin.store.rows import read_frame
from twin.store.sql import LOCAL, schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd
    from sqlalchemy import Connection, Engine

__all__ = ["CUSTOM_SRS", "Store"]

CUSTOM_SRS = 100_001
"""srs_id of a district CRS that has no EPSG code."""
_PEOPLE = ("department", "post", "occupancy")


class Store:
    """One district's model on one engine. Made by `open_store` or `create_store`."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Read what the store says of itself."""
        self._engine = engine
        self.name = name
        self._tables = schema(0)
        with self._engine.connect() as connection:
            meta = {row.key: row.value for row in connection.execute(select(self._tables.meta))}
        self._use_crs(CRS.from_user_input(meta["crs"]) if meta.get("crs") else None)

    def _use_crs(self, crs: CRS | None) -> None:
        self.crs = crs
        self.srs_id = 0 if crs is None else (crs.to_epsg() or CUSTOM_SRS)
        self._tables = schema(self.srs_id)

    def close(self) -> None:
        """Let go of the file or server."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def version(self) -> int:
        """Number of the newest change set."""
        with self._engine.connect() as connection:
            return self._version(connection)

    def _version(self, connection: Connection) -> int:
        return connection.execute(select(func.coalesce(func.max(self._tables.change_set.c.set_id), 0))).scalar_one()

    def snapshot(self, *, gone: bool = False) -> Snapshot:
        """Read the district, all tables at one version; rows that are gone only where `gone`."""
        with self._engine.connect() as connection, connection.begin():
            frames = {name: self._read(connection, name, gone=gone) for name in TABLES}
            return Snapshot(frames, self.crs, self._version(connection))

    def building(self, building_id: str) -> Snapshot:
        """Read one building, on the ground or not; of a building not placed the CRS is None and the metres its own.

        Raises
        ------
        UnknownKeyError
            If no building has this key.
        """
        with self._engine.connect() as connection, connection.begin():
            version = self._version(connection)
            frames = {name: self._read(connection, name, building_id=building_id) for name in IN_BUILDING}
            if len(frames["building"]):
                others = {name: self._read(connection, name) for name in TABLES if name not in IN_BUILDING}
                return Snapshot(frames | others, self.crs, version)
            frames = {name: self._read(connection, name, local=True, building_id=building_id) for name in IN_BUILDING}
            if len(frames["building"]) == 0:
                raise UnknownKeyError("key.unknown", table="building", key=building_id)
            rooms = set(frames["room"]["room_id"])
            people = {name: self._read(connection, name) for name in _PEOPLE}
            people["occupancy"] = people["occupancy"][people["occupancy"]["room_id"].isin(rooms)]
            return Snapshot(frames | people, None, version)

    def local_frame(self, table: str) -> gpd.GeoDataFrame:
        """Read one table of the buildings that are not on the ground yet, each in metres of its own."""
        with self._engine.connect() as connection:
            return self._read(connection, table, local=True)

    def _read(
        self, connection: Connection, name: str, *, local: bool = False, building_id: str = "", gone: bool = False
    ) -> gpd.GeoDataFrame:
        table = self._tables.model[LOCAL + name if local else name]
        where = []
        if not gone and "gone" in table.c:
            where.append(or_(table.c.gone.is_(None), table.c.gone.is_(False)))
        if building_id:
            where.append(table.c.building_id == building_id)
        condition = where[0] & where[1] if len(where) == 2 else where[0] if where else None
        return read_frame(connection, table, TABLES[name], None if local else self.crs, condition)

    @contextmanager
    def change(self, actor: str, reason: str, source_id: str = "") -> Iterator[Change]:
        """Open the one write transaction; it commits whole with its log entry, or leaves nothing.

        Raises
        ------
        StoreBusyError
            If another process is writing and does not finish in time.
        """
        tables = self._tables
        try:
            with self._writing() as connection:
                connection.execute(update(tables.writer).values(ours=1))
                set_id = self._version(connection) + 1
                work = Change(connection, tables, self.crs, set_id)
                yield work
                if work.touched or work.sources:
                    entry = {"set_id": set_id, "at": now(), "actor": actor, "reason": reason, "source_id": source_id or None}
                    counts = {name: dict(counter) for name, counter in work.counts.items() if counter}
                    connection.execute(insert(tables.change_set).values(**entry, counts=json.dumps(counts)))
                if connection.dialect.name == "sqlite":
                    gpkg.refresh_contents(connection, work.touched)
                connection.execute(update(tables.writer).values(ours=0))
        except OperationalError as error:
            if "locked" in str(error.orig) or "busy" in str(error.orig):
                raise StoreBusyError("store.busy", store=self.name) from error
            raise

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._engine.connect() as plain:
            connection = plain.execution_options(twin_write=True)
            with connection.begin():
                yield connection

    def set_crs(self, crs: CRS) -> None:
        """Choose the CRS of the district; only a store without one may."""
        with self._writing() as connection:
            self._use_crs(crs)
            meta = self._tables.meta
            connection.execute(delete(meta).where(meta.c.key == "crs"))
            connection.execute(insert(meta).values(key="crs", value=crs.to_string()))
            if connection.dialect.name == "sqlite":
                gpkg.set_srs(connection, crs, self.srs_id)

    def adopt_external(self) -> dict[str, list[str]]:
        """Log what other programs edited since the last time; gives the touched keys by table."""
        external = self._tables.external
        with self._engine.connect() as connection:
            lines = connection.execute(select(external).order_by(external.c.external_id)).all()
        if not lines:
            return {}
        with self.change("external", "edited by another program") as work:
            for line in lines:
                work.adopt(line.entity, line.entity_id, f"external {line.action}", line.before)
            work.clear_external(max(line.external_id for line in lines))
        touched: dict[str, list[str]] = {}
        for line in lines:
            touched.setdefault(line.entity, []).append(line.entity_id)
        return touched

    def sources(self) -> list[dict[str, Any]]:
        """List the imported files with their reports, newest last."""
        source = self._tables.source
        with self._engine.connect() as connection:
            rows = connection.execute(select(source).order_by(source.c.set_id, source.c.source_id)).mappings().all()
        return [{**row, "report": json.loads(row["report"])} for row in rows]

    def log(self, limit: int = 50) -> list[dict[str, Any]]:
        """List the newest change sets, newest first."""
        sets = self._tables.change_set
        with self._engine.connect() as connection:
            rows = connection.execute(select(sets).order_by(sets.c.set_id.desc()).limit(limit)).mappings().all()
        return [{**row, "counts": json.loads(row["counts"])} for row in rows]

    def lines(self, set_id: int) -> list[dict[str, Any]]:
        """List the row changes of one change set in order."""
        change = self._tables.change
        with self._engine.connect() as connection:
            rows = (
                connection.execute(select(change).where(change.c.set_id == set_id).order_by(change.c.change_id)).mappings().all()
            )
        return [dict(row) for row in rows]

    def mesh(self, floor_id: str) -> bytes | None:
        """Give the binary glTF of a floor, in the building's own metres."""
        mesh = self._tables.mesh
        with self._engine.connect() as connection:
            return connection.execute(select(mesh.c.glb).where(mesh.c.floor_id == floor_id)).scalar_one_or_none()

    def stray_trees(self) -> list[str]:
        """Name the layers whose spatial index is out of step with its rows."""
        with self._engine.connect() as connection:
            return gpkg.stray_trees(connection)
