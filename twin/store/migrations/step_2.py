"""2: a table of shuttle stops; what is in a building has the building first in a unique index; the log becomes a chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, Text, inspect

from twin.store.chain import chain_all
from twin.store.migrations.moves import add_table, drop_table

if TYPE_CHECKING:
    from alembic.operations import Operations

_IN_BUILDING = ("floor", "room", "wall", "door", "vertical_link", "device")
_TABLES = (*_IN_BUILDING, *(f"local_{name}" for name in _IN_BUILDING), "camera", "meter")


def up(op: Operations) -> None:
    """Add the stops, which the last stores of the first version have already; put the key behind the building."""
    if not inspect(op.get_bind()).has_table("stop"):
        add_table(op, "站点 A stop of the shuttle buses", "stop", "POINT", {"stop_id": "text", "name": "text", "site_id": "text"})
    for name in _TABLES:
        op.drop_index(f"{name}_by_building_id", table_name=name)
        op.create_index(f"{name}_by_building_id", name, ["building_id", f"{name.removeprefix('local_')}_id"], unique=True)
    text = Text(collation="C") if op.get_bind().dialect.name == "postgresql" else Text()
    for name in ("previous", "hash"):
        op.add_column("twin_change_set", Column(name, text))
    known = MetaData()
    known.reflect(op.get_bind(), only=["twin_change_set", "twin_change"])
    chain_all(op.get_bind(), known.tables["twin_change_set"], known.tables["twin_change"])


def down(op: Operations) -> None:
    """Drop the stops; index the building alone; keep the log without hashes."""
    for name in ("previous", "hash"):
        op.drop_column("twin_change_set", name)
    drop_table(op, "stop")
    for name in _TABLES:
        op.drop_index(f"{name}_by_building_id", table_name=name)
        op.create_index(f"{name}_by_building_id", name, ["building_id"])
