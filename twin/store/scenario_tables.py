"""The two tables of scenarios; they go where the store goes, in copies and backups too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, Table

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import MetaData

__all__ = ["declare"]


def declare(metadata: MetaData, text: Any, whole: Any) -> tuple[Table, Table]:
    """Give ``twin_scenario`` and ``twin_scenario_edit``, with the store's own types for text and whole numbers."""
    scenario = Table(
        "twin_scenario",
        metadata,
        Column("number", whole, primary_key=True, autoincrement=False),
        Column("name", text, nullable=False, unique=True),
        Column("note", text, nullable=False),
        Column("actor", text, nullable=False),
        Column("at", text, nullable=False),
        Column("base", whole, nullable=False),
        Column("merged", whole, nullable=False),
    )
    edit = Table(
        "twin_scenario_edit",
        metadata,
        Column("edit_id", whole, primary_key=True, autoincrement=False),
        Column("number", whole, nullable=False, index=True),
        Column("entity", text, nullable=False),
        Column("entity_id", text, nullable=False),
        Column("before", text),
        Column("after", text),
    )
    return scenario, edit
