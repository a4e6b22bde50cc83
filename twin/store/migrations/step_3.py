"""3: tables for scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Integer, MetaData, Text

from twin.store.scenario_tables import declare

if TYPE_CHECKING:
    from alembic.operations import Operations


def up(op: Operations) -> None:
    """Add both."""
    metadata = MetaData()
    text = Text().with_variant(Text(collation="C"), "postgresql")
    declare(metadata, text, BigInteger().with_variant(Integer(), "sqlite"))
    metadata.create_all(op.get_bind())


def down(op: Operations) -> None:
    """Drop both, with what they hold."""
    for name in ("twin_scenario_edit", "twin_scenario"):
        op.drop_table(name)
