"""Keys by which a store on a server can be spread over several machines: the building first, in all that is in a building.

A table that is spread (Citus) or partitioned by a column takes no key that lacks it. A store on one machine keeps three keys
beside each other: its own number, the key alone (so that no other program makes a second row of one key), and (building, key).
Spread out, only the last is left, and the first two cannot be watched over any more; so this is a step of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError

from twin.model.errors import DataError, UsageError
from twin.model.tables import IN_BUILDING, TABLES
from twin.store.sql import LOCAL

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twin.store.engine import Place

__all__ = ["key_by_building", "spread_statements"]


def key_by_building(place: Place) -> list[str]:
    """Make (building_id, key) the only key of every table of what is in a building; a second time changes nothing.

    Returns
    -------
    The tables, in the order in which `spread_statements` spreads them.

    Raises
    ------
    UsageError
        If the store is a file.
    DataError
        If a row has no building, or the server says that it is busy or unreachable.
    """
    names = [prefix + name for name in IN_BUILDING for prefix in ("", LOCAL)]
    with place.changing() as connection:
        if connection.dialect.name != "postgresql":
            raise UsageError("db.not_a_server", store=place.name)
        place.ways.begin(connection)
        for name in names:
            _rekey(connection, name, TABLES[name.removeprefix(LOCAL)].key)
    return names


def _rekey(connection: Connection, name: str, key: str) -> None:
    """Drop the keys without a building, and make the one with it the primary key."""
    held = set(
        connection.exec_driver_sql(
            "SELECT conname FROM pg_constraint WHERE conrelid = %(name)s::regclass", {"name": name}
        ).scalars()
    )
    if f"{name}_{key}_key" not in held:
        return
    run = connection.exec_driver_sql
    try:
        run(f"ALTER TABLE {name} ALTER building_id SET NOT NULL")
    except IntegrityError as error:
        raise DataError("db.no_building", table=name) from error
    run(f"ALTER TABLE {name} DROP CONSTRAINT {name}_pkey, DROP CONSTRAINT {name}_{key}_key")
    if key == "building_id":
        run(f"ALTER TABLE {name} ADD PRIMARY KEY (building_id)")
        return
    run(f"ALTER TABLE {name} ADD CONSTRAINT {name}_by_building_id PRIMARY KEY USING INDEX {name}_by_building_id")
    run(f"CREATE INDEX {name}_by_key ON {name} ({key})")


def spread_statements(names: list[str]) -> list[str]:
    """Give what Citus is to be told: the first table is spread, the others lie beside it building by building."""
    first, *others = names
    together = [f"SELECT create_distributed_table('{name}', 'building_id', colocate_with => '{first}');" for name in others]
    return [f"SELECT create_distributed_table('{first}', 'building_id');", *together]
