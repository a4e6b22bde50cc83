"""The store as the program sees it, the same on either engine: snapshots out, changes in, nothing else."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from pyproj import CRS
from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.exc import DBAPIError

from twin.model.errors import UnknownKeyError, UsageError
from twin.model.snapshot import Snapshot
from twin.model.tables import IN_BUILDING, TABLES
from twin.store.chain import entry_hash
from twin.store.changes import Change
from twin.store.heads import Head
from twin.store.layout import check_version, choose_crs, now, srs_of
from twin.store.rows import read_frame
from twin.store.sql import LOCAL, schema
from twin.store.tally import tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd
    from sqlalchemy import Connection

    from twin.store.engine import Place
    from twin.store.tally import Tally

__all__ = ["Store"]

_PEOPLE = ("department", "post", "occupancy")


class Store:
    """One district's model on one engine. Made by `open_store` or `create_store`."""

    def __init__(self, place: Place, kept: str = "") -> None:
        """Connect, and read what the store says of itself; `kept` names the copy from before a migration."""
        check_version(place)
        self.place = place
        self.kept = kept
        self._ways = place.ways
        self._engine = place.engine()
        self._tables = schema(0)
        self.crs: CRS | None = None
        with self.reading():
            pass

    @property
    def name(self) -> str:
        """Path or address, as the program takes it again; never with a password."""
        return self.place.name

    def _use_crs(self, connection: Connection) -> None:
        """Take over the CRS that the store has by now; another process may have chosen it."""
        meta = self._tables.meta
        named = connection.execute(select(meta.c.value).where(meta.c.key == "crs")).scalar_one_or_none()
        if named and self.crs is None:
            self.crs = CRS.from_user_input(named)
            self._tables = schema(srs_of(self.crs))

    def close(self) -> None:
        """Let go of the file or server."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give one transaction that sees one moment of the store."""
        with self._faults(), self._engine.connect() as connection, connection.begin():
            self._use_crs(connection)
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Give the one write transaction, when it is our turn."""
        with self._faults(), self._engine.connect() as plain:
            connection = plain.execution_options(twin_write=True)
            with connection.begin():
                self._ways.begin(connection)
                self._use_crs(connection)
                yield connection

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._ways.fault(error, self.name) or error from error

    @property
    def version(self) -> int:
        """Number of the newest change set."""
        with self.reading() as connection:
            return self._version(connection)

    def _newest(self, connection: Connection) -> Any:
        """Give the newest entry of the log as a row, None where there is none."""
        sets = self._tables.change_set
        return connection.execute(select(sets).order_by(sets.c.set_id.desc()).limit(1)).first()

    @property
    def ahead(self) -> str:
        """Time of the newest entry of the log where the clock has not come to it yet, else empty: the clock was or is wrong."""
        with self.reading() as connection:
            newest = self._newest(connection)
        return newest.at if newest and newest.at > now() else ""

    def _version(self, connection: Connection) -> int:
        return connection.execute(select(func.coalesce(func.max(self._tables.change_set.c.set_id), 0))).scalar_one()

    def snapshot(self, *, gone: bool = False) -> Snapshot:
        """Read the district, all tables at one version; rows that are gone only where `gone`."""
        with self.reading() as connection:
            frames = {name: self._read(connection, name, gone=gone) for name in TABLES}
            return Snapshot(frames, self.crs, self._version(connection))

    def building(self, building_id: str) -> Snapshot:
        """Read one building, on the ground or not; of a building not placed the CRS is None and the metres its own.

        Raises
        ------
        UnknownKeyError
            If no building has this key.
        """
        with self.reading() as connection:
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
        with self.reading() as connection:
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
        with self._writing() as connection:
            tables = self._tables
            connection.execute(update(tables.writer).values(ours=1))
            last = self._newest(connection)
            work = Change(connection, tables, self._ways, self.crs, (last.set_id if last else 0) + 1)
            yield work
            entry: dict[str, Any] = {}
            if work.touched or work.sources or work.disclosed:
                entry = {"set_id": work.set_id, "at": now(), "actor": actor, "reason": reason, "source_id": source_id or None}
                entry["counts"] = json.dumps({name: dict(counter) for name, counter in work.counts.items() if counter})
                entry["previous"] = last.hash if last else ""
                if last:  # the order of entries is that of their times, whatever is done to the clock
                    entry["at"] = max(entry["at"], last.at)
                entry["hash"] = entry_hash(entry, work.digest.hex())
                connection.execute(insert(tables.change_set).values(**entry))
            self._ways.written(connection, work.touched)
            connection.execute(update(tables.writer).values(ours=0))
        if entry:
            self.place.heads.remember(Head("written", entry["set_id"], entry["hash"], entry["at"], actor))

    def set_crs(self, crs: CRS) -> None:
        """Choose the CRS of the district.

        Raises
        ------
        UsageError
            If the store has another one already, or this one is not projected in metres.
        """
        with self._writing() as connection:
            if self.crs is None:
                choose_crs(connection, self._ways, crs)
            elif self.crs != crs:
                raise UsageError("store.crs_chosen", store=self.name, held=self.crs.name, crs=crs.name)
        with self.reading():
            pass

    def adopt_external(self) -> dict[str, list[str]]:
        """Log what other programs edited since the last time; gives the touched keys by table.

        Where nothing can be written, nothing is logged: edits that are noted wait.
        """
        if not self.place.writable:
            return {}
        external = self._tables.external
        with self.reading() as connection:
            if connection.execute(select(external.c.external_id).limit(1)).first() is None:
                return {}
        with self.change("external", "edited by another program") as work:
            return work.adopt_all()

    def sources(self) -> list[dict[str, Any]]:
        """List the imported files with their reports, newest last."""
        source = self._tables.source
        with self.reading() as connection:
            rows = connection.execute(select(source).order_by(source.c.set_id, source.c.source_id)).mappings().all()
        return [{**row, "report": json.loads(row["report"])} for row in rows]

    def log(self, limit: int = 50) -> list[dict[str, Any]]:
        """List the newest change sets, newest first."""
        sets = self._tables.change_set
        with self.reading() as connection:
            rows = connection.execute(select(sets).order_by(sets.c.set_id.desc()).limit(limit)).mappings().all()
        return [{**row, "counts": json.loads(row["counts"])} for row in rows]

    def lines(self, set_id: int) -> list[dict[str, Any]]:
        """List the row changes of one change set in order."""
        change = self._tables.change
        with self.reading() as connection:
            rows = (
                connection.execute(select(change).where(change.c.set_id == set_id).order_by(change.c.change_id)).mappings().all()
            )
        return [dict(row) for row in rows]

    def held(self, connection: Connection, name: str) -> gpd.GeoDataFrame:
        """Read a whole model table, gone rows too; ``local_…`` names count as tables here. For the readers of history."""
        local = name.startswith(LOCAL)
        return self._read(connection, name.removeprefix(LOCAL), local=local, gone=True)

    def lines_after(self, connection: Connection, set_id: int) -> list[Any]:
        """List every row change made after a change set, the newest first. For the readers of history."""
        change = self._tables.change
        query = select(change).where(change.c.set_id > set_id).order_by(change.c.change_id.desc())
        return list(connection.execute(query).all())

    def version_at(self, moment: str) -> int:
        """Give the newest change set made by a moment, ISO 8601 in UTC, a bare date meaning its end; 0 before the first."""
        until = f"{moment}T23:59:59Z" if len(moment) == len("2026-01-01") else moment
        sets = self._tables.change_set
        with self.reading() as connection:
            newest = select(func.coalesce(func.max(sets.c.set_id), 0)).where(sets.c.at <= until)
            return connection.execute(newest).scalar_one()

    def mesh(self, floor_id: str) -> bytes | None:
        """Give the binary glTF of a floor, in the building's own metres."""
        mesh = self._tables.mesh
        with self.reading() as connection:
            return connection.execute(select(mesh.c.glb).where(mesh.c.floor_id == floor_id)).scalar_one_or_none()

    def stray_trees(self) -> list[str]:
        """Name the layers whose spatial index is out of step with its rows."""
        with self.reading() as connection:
            return self._ways.stray_trees(connection)

    def unwatched(self) -> list[str]:
        """Name the tables whose changes by other programs would not be noticed."""
        with self.reading() as connection:
            return self._ways.unwatched(connection)

    def tally(self) -> Tally:
        """Count and digest every table, all at one moment."""
        with self.reading() as connection:
            return tally(connection, self._tables)
