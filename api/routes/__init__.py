"""The routes, a file per matter; each says exactly one permission, and is denied without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.routes import (
    decks,
    edits,
    exports,
    finding,
    geometry,
    history,
    imports,
    model,
    officers,
    page,
    persons,
    planning,
    questions,
    scenarios,
    sights,
    work,
)

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["mount_all"]


def mount_all(app: FastAPI) -> None:
    """Put every route into an application, what is asked most often first."""
    order = (
        model,
        finding,
        geometry,
        decks,
        history,
        persons,
        planning,
        officers,
        edits,
        questions,
        sights,
        scenarios,
        work,
        imports,
        exports,
        page,
    )
    for part in order:
        part.routes.mount(app)
