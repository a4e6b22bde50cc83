"""Pictures of the model: the map as one file, pydeck decks for a notebook, printed plans, and files for other programs.

Each name is imported when it is first asked for: who writes a page does not wait for matplotlib.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from viz.deck import district_deck, floor_deck
    from viz.export import export
    from viz.page import write_page
    from viz.plot import plot_floor
    from viz.published import publish

__all__ = ["district_deck", "export", "floor_deck", "plot_floor", "publish", "write_page"]

_HOME = {
    "district_deck": "viz.deck",
    "export": "viz.export",
    "floor_deck": "viz.deck",
    "plot_floor": "viz.plot",
    "publish": "viz.published",
    "write_page": "viz.page",
}


def __getattr__(name: str) -> Any:
    """Import a public name from the file that has it, once."""
    if name not in _HOME:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    found = getattr(import_module(_HOME[name]), name)
    globals()[name] = found  # also where a file and its function share a name
    return found
