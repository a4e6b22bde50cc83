"""6: the story of one row is found in the log by its table and key, without reading the whole log."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

_NAME = "twin_change_by_row"


def up(op: Operations) -> None:
    """Add the index; a service may have made it already."""
    op.create_index(_NAME, "twin_change", ["entity", "entity_id"], if_not_exists=True)


def down(op: Operations) -> None:
    """Drop it."""
    op.drop_index(_NAME, "twin_change", if_exists=True)
