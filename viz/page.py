"""The map as one file: opens from disk, asks no host, carries its data, its program and deck.gl within it.

The page is put together from `viz/template` and pydeck's own JavaScript bundle; `Deck.to_html` is not used, because it asks
outside hosts and pastes data into a script (see `viz.embed` for how data stand here).
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

from viz.answers import Answers
from viz.content import content
from viz.embed import deck_bundle, part, render, script_text
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from twin.model.snapshot import Snapshot

__all__ = ["PARTS", "page", "write_page"]

PARTS = (
    "dom", "data", "words", "icons", "state", "shapes", "colours", "draw", "inside", "signs", "scene", "map", "names", "coverage",
    "panel", "reports", "cards", "card", "list", "legend", "tools", "main",
)  # fmt: skip
"""Files of the page's program, in the order in which they are put together."""


def write_page(  # noqa: PLR0913 - the three answers are three, and each has its own name
    out: Path,
    snapshot: Snapshot,
    *,
    coverage: Any = None,
    space: Any = None,
    route: Any = None,
    title: str = "",
    hidden: Collection[str] = (),
    made: dt.datetime | None = None,
    on: str = "",
) -> None:
    """Write the map of a district, or of one building not yet placed, as one HTML file.

    Parameters
    ----------
    out
        The file; replaced when it exists.
    snapshot
        The tables, in a projected CRS or in a building's own metres.
    coverage, space, route
        Plans of the three questions; a question that was not asked is explained on the page.
    title
        Heading; empty gives the name of the grounds, else of the building.
    hidden
        Tables (``vehicle``) and columns (``camera.z``) that must not be in the file.
    made
        When the page is made, default now.
    on
        ISO day whose occupancies it shows; empty for the day it is made.
    """
    answers = Answers(coverage=coverage, space=space, route=route)
    with whole_file(out) as draft:
        draft.write_text(page(snapshot, answers, title=title, hidden=hidden, made=made, on=on), encoding="utf-8", newline="\n")


def page(
    snapshot: Snapshot,
    answers: Answers,
    *,
    title: str = "",
    hidden: Collection[str] = (),
    made: dt.datetime | None = None,
    on: str = "",
) -> str:
    """Give the page as text; `write_page` says what the parameters mean."""
    moment = made or dt.datetime.now().astimezone()
    held = content(snapshot, answers, title=title, made=moment, hidden=hidden, on=on)
    scripts = {"program": _program(), "bundle": deck_bundle(), "start": "window.twin.start();"}
    return render("page.html", data=held, scripts=scripts, style=part("page.css"), title=held["meta"]["title"])


@cache
def _program() -> str:
    """Join the page's own files into one closed scope."""
    return script_text('"use strict";\n(() => {\n' + "\n".join(part(f"{name}.js") for name in PARTS) + "\n})();\n")
