"""Reading and writing secrets, the same on either engine: typed records in, typed records out, one transaction at a time."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from twin.model.errors import StoreBusyError, StoreError, StoreVersionError, UsageError
from twin.store.secrets import trail
from twin.store.secrets.homes import FileHome, home_of
from twin.store.secrets.records import Account, ApiKey, ClaimLink, Record, RoleGrant, Session, SignIn, check_value
from twin.store.secrets.tables import META, METADATA, OWNED, TABLES, VERSION, from_row, to_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import ColumnElement, Connection

    from twin.store.secrets.homes import Home

__all__ = ["Reading", "Secrets", "Work"]

KEEP_DAYS, LEAST_DAYS, KEY_DAYS = 400, 180, 90
"""How long the audit is kept, the least that the law on network security leaves us, and how long an ended key is shown."""

R = TypeVar("R", bound=Record)


class Reading:
    """What one transaction sees. Made by `Secrets.reading`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, kind: type[R], *, newest: bool = False, limit: int = 0, **equal: Any) -> list[R]:
        """List the records whose columns have these values, by key; the newest lines of the audit first where `newest`.

        Raises
        ------
        UsageError
            ``secrets.no_column`` or ``secrets.bad_value``.
        """
        table = TABLES[kind]
        key = next(iter(table.primary_key))
        query = select(table).where(_equal(kind, equal)).order_by(key.desc() if newest else key)
        rows = self._connection.execute(query.limit(limit) if limit else query).mappings()
        return [from_row(kind, dict(row)) for row in rows]

    def one(self, kind: type[R], **equal: Any) -> R | None:
        """Give the record that has these values, the first by key where there are several; None where there is none."""
        return next(iter(self.find(kind, limit=1, **equal)), None)

    def count(self, kind: type[Record], **equal: Any) -> int:
        """Count the records that have these values."""
        return self._connection.execute(select(func.count()).select_from(TABLES[kind]).where(_equal(kind, equal))).scalar_one()


class Work(Reading):
    """What one transaction does. Made by `Secrets.transaction`; nothing of it is seen by others before it commits."""

    def create(self, record: Record) -> None:
        """Write a new record.

        Raises
        ------
        UsageError
            ``secrets.exists`` if its key or a unique value is taken, ``secrets.unknown_account`` if nobody has its account.
        """
        if isinstance(record, SignIn):
            trail.append(self._connection, record)
            return
        kind, values = type(record), asdict(record)
        for name in (next(iter(values)), *kind.unique):
            if self.count(kind, **{name: values[name]}):
                raise UsageError("secrets.exists", table=kind.table, column=name)
        if kind in OWNED and self.one(Account, account_id=values["account_id"]) is None:
            raise UsageError("secrets.unknown_account", table=kind.table)
        self._connection.execute(insert(TABLES[kind]).values(to_row(values)))

    def update(self, kind: type[Record], equal: Mapping[str, Any], **values: Any) -> int:
        """Give new values to the records that have the values of `equal`; says how many.

        Raises
        ------
        UsageError
            As for `create`; ``secrets.append_only`` for the audit, ``secrets.key_stays`` for a key or an owner.
        """
        self._want_changeable(kind, equal)
        for name, value in values.items():
            check_value(kind, name, value)
            if name == "account_id" or name == next(iter(TABLES[kind].primary_key)).name:
                raise UsageError("secrets.key_stays", table=kind.table, column=name)
            if name in kind.unique:
                holder, mine = self.find(kind, **{name: value}), self.find(kind, **equal)
                if len(mine) > 1 or any(found not in mine for found in holder):
                    raise UsageError("secrets.exists", table=kind.table, column=name)
        if not values:
            return self.count(kind, **equal)
        statement = update(TABLES[kind]).where(_equal(kind, equal)).values(to_row(values))
        return self._connection.execute(statement).rowcount

    def delete(self, kind: type[Record], **equal: Any) -> int:
        """Take records out; with an account go its grants, sessions, keys and links. Says how many of `kind`.

        Raises
        ------
        UsageError
            ``secrets.append_only`` for the audit; ``secrets.delete_all`` where no value narrows it down.
        """
        self._want_changeable(kind, equal)
        return self._connection.execute(delete(TABLES[kind]).where(_equal(kind, equal))).rowcount

    def purge(self, now: str = "", keep_days: int = KEEP_DAYS) -> dict[str, int]:
        """Take out what has ended: sessions, links and grants at once, keys after 90 days, the audit after `keep_days`.

        Raises
        ------
        UsageError
            ``secrets.keep_longer`` if the audit were kept less than 180 days.
        """
        if keep_days < LEAST_DAYS:
            raise UsageError("secrets.keep_longer", days=keep_days, least=LEAST_DAYS)
        moment = datetime.strptime(now, _FORM).replace(tzinfo=UTC) if now else datetime.now(UTC)
        gone = {}
        for kind, days in ((Session, 0), (ClaimLink, 0), (RoleGrant, 0), (ApiKey, KEY_DAYS)):
            table = TABLES[kind]
            until = (moment - timedelta(days=days)).strftime(_FORM)
            gone[kind.table] = self._connection.execute(delete(table).where(table.c.expires_at <= until)).rowcount
        gone[SignIn.table] = trail.shorten(self._connection, (moment - timedelta(days=keep_days)).strftime(_FORM))
        return gone

    @staticmethod
    def _want_changeable(kind: type[Record], equal: Mapping[str, Any]) -> None:
        if kind is SignIn:
            raise UsageError("secrets.append_only")
        if not equal:
            raise UsageError("secrets.delete_all", table=kind.table)


_FORM = "%Y-%m-%dT%H:%M:%SZ"


class Secrets:
    """The secrets that belong to one store. Each method below `reading` is a transaction of its own."""

    def __init__(self, home: Home) -> None:
        """Make the place where there is none, lay out its tables, and connect."""
        home.ready()
        self._home = home
        self._engine = home.engine()
        try:
            self._tidy_again()
        except BaseException:
            self.close()
            raise

    def _tidy_again(self) -> None:
        try:
            self._tidy()
        except (DBAPIError, StoreBusyError):  # another process made them just now
            self._tidy()

    @classmethod
    def open(cls, where: str | Path) -> Secrets:
        """Open the secrets of a store by the store's own address.

        Raises
        ------
        StoreError
            ``secrets.too_open`` if others than the owner could read them.
        StoreVersionError
            If a newer version of the program wrote them.
        """
        return cls(home_of(where))

    @property
    def name(self) -> str:
        """File or address; never with a password."""
        return self._home.name

    def close(self) -> None:
        """Let go of the file or server."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _tidy(self) -> None:
        """Make the tables that are not there yet."""
        with self._connected(write=True) as connection:
            METADATA.create_all(connection)
            found = connection.execute(select(META.c.value).where(META.c.key == "secrets_version")).scalar_one_or_none()
            if found is None:
                connection.execute(insert(META).values(key="secrets_version", value=str(VERSION)))
            elif int(found) > VERSION:
                raise StoreVersionError("store.newer", store=self.name, found=found, expected=VERSION)

    @contextmanager
    def _connected(self, *, write: bool) -> Iterator[Connection]:
        try:
            with self._engine.connect() as plain:
                connection = plain.execution_options(twin_write=write)
                with connection.begin():
                    yield connection
        except DBAPIError as error:
            raise self._home.ways.fault(error, self.name) or error from error

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Give one transaction that sees one moment."""
        with self._connected(write=False) as connection:
            yield Reading(connection)

    @contextmanager
    def transaction(self) -> Iterator[Work]:
        """Give one write transaction, when it is our turn; what it reads cannot change under it.

        Raises
        ------
        StoreBusyError
            If another one writes and does not finish in time.
        """
        with self._connected(write=True) as connection:
            self._home.begin(connection)
            yield Work(connection)

    def find(self, kind: type[R], *, newest: bool = False, limit: int = 0, **equal: Any) -> list[R]:
        """See `Reading.find`."""
        with self.reading() as look:
            return look.find(kind, newest=newest, limit=limit, **equal)

    def one(self, kind: type[R], **equal: Any) -> R | None:
        """See `Reading.one`."""
        with self.reading() as look:
            return look.one(kind, **equal)

    def count(self, kind: type[Record], **equal: Any) -> int:
        """See `Reading.count`."""
        with self.reading() as look:
            return look.count(kind, **equal)

    def create(self, record: Record) -> None:
        """See `Work.create`."""
        with self.transaction() as work:
            work.create(record)

    def update(self, kind: type[Record], equal: Mapping[str, Any], **values: Any) -> int:
        """See `Work.update`."""
        with self.transaction() as work:
            return work.update(kind, equal, **values)

    def delete(self, kind: type[Record], **equal: Any) -> int:
        """See `Work.delete`."""
        with self.transaction() as work:
            return work.delete(kind, **equal)

    def purge(self, now: str = "", keep_days: int = KEEP_DAYS) -> dict[str, int]:
        """See `Work.purge`."""
        with self.transaction() as work:
            return work.purge(now, keep_days)

    def verify(self) -> list[str]:
        """Walk the audit's chain; gives its faults, none where it is sound."""
        with self._connected(write=False) as connection:
            return trail.faults(connection)

    def copy_to(self, out: Path) -> dict[str, int]:
        """Write accounts, grants, keys and the audit to a new file of mode 0600; sessions and links stay behind.

        Returns
        -------
        Rows by table.

        Raises
        ------
        UsageError
            If the file exists.
        """
        if Path(out).exists():
            raise UsageError("store.exists", store=out)
        copied = {}
        with Secrets(FileHome(Path(out))) as copy, copy._connected(write=True) as into, self._connected(write=False) as held:
            for table in METADATA.sorted_tables:
                if table.name in {Session.table, ClaimLink.table}:
                    continue
                rows = [dict(row) for row in held.execute(select(table)).mappings()]
                into.execute(delete(table))
                if rows:
                    into.execute(insert(table), rows)
                if table is not META:
                    copied[table.name] = len(rows)
        return copied

    def take(self, file: Path) -> dict[str, int]:
        """Take over a file that `copy_to` wrote, where there is nobody yet.

        Returns
        -------
        Rows by table.

        Raises
        ------
        UsageError
            ``secrets.not_empty`` if there are accounts or audit lines already.
        StoreError
            ``store.absent`` if there is no such file; ``secrets.too_open`` if others could read it.
        """
        if not Path(file).is_file():
            raise StoreError("store.absent", store=file)
        taken = {}
        with Secrets(FileHome(Path(file))) as copy, self._connected(write=True) as into, copy._connected(write=False) as held:
            self._home.begin(into)
            if any(into.execute(select(func.count()).select_from(table)).scalar_one() for table in TABLES.values()):
                raise UsageError("secrets.not_empty", store=self.name)
            for table in METADATA.sorted_tables:
                rows = [dict(row) for row in held.execute(select(table)).mappings()]
                into.execute(delete(table))
                if rows:
                    into.execute(insert(table), rows)
                if table is not META:
                    taken[table.name] = len(rows)
        return taken


def _equal(kind: type[Record], equal: Mapping[str, Any]) -> ColumnElement[bool]:
    """Ask for values; None means that there is none."""
    table = TABLES[kind]
    for name, value in equal.items():
        if value is not None or name not in table.c:
            check_value(kind, name, value)
    held = to_row(equal)
    return and_(True, *(table.c[name].is_(None) if value is None else table.c[name] == value for name, value in held.items()))  # noqa: FBT003 - SQLAlchemy's word for no condition
