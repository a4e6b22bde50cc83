"""Layers that were published from Python beside the store, for the page's layer list."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from api import schemas
from api.routes.answers import json_answer
from api.routes.guard import Routes, service_of
from viz.published import published

routes = Routes("map")


@routes.get("/api/deck.json", "model.read", response_model=schemas.Out)
async def get_decks(request: Request) -> Response:
    """Layers that were published for this district: kinds, values and columns, never code."""
    return json_answer(request, {"decks": await asyncio.to_thread(published, service_of(request).store.name)})
