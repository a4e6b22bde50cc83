"""The map as one file: opens from disk, asks no host, carries its data, its program and deck.gl within it.

The page is put together from `viz/template` and pydeck's own JavaScript bundle; `Deck.to_html` is not used, because it asks outside
hosts and pastes data into a script. What comes from files of others (names of rooms, of people's offices) reaches the page only as
escaped JSON and is only ever set as text; the page's policy lets run exactly the scripts that stand in it, by their digest.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from viz.answers import Answers
from viz.content import content

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from twin.model.snapshot import Snapshot

__all__ = ["PARTS", "deck_bundle", "escaped_json", "page", "script_text", "write_page"]

PARTS = (
    "dom", "data", "words", "icons", "state", "shapes", "colours", "scene", "map", "names", "coverage", "card", "reports", "list",
    "tools", "main",
)  # fmt: skip
"""Files of the page's program, in the order in which they are put together."""

_START = "window.twin.start();"


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
        When the page is made, default now; occupancies are those of its day.
    """
    answers = Answers(coverage=coverage, space=space, route=route)
    out.write_text(page(snapshot, answers, title=title, hidden=hidden, made=made), encoding="utf-8", newline="\n")


def page(
    snapshot: Snapshot, answers: Answers, *, title: str = "", hidden: Collection[str] = (), made: dt.datetime | None = None
) -> str:
    """Give the page as text; `write_page` says what the parameters mean."""
    moment = made or dt.datetime.now().astimezone()
    held = content(snapshot, answers, title=title, made=moment, hidden=hidden)
    scripts = {"program": _program(), "bundle": deck_bundle(), "start": _START}
    style = _part("page.css")
    frame = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True).from_string(_part("page.html"))
    return frame.render(
        title=held["meta"]["title"],
        policy=_policy([*scripts.values()], style),
        content=Markup(escaped_json(held)),  # noqa: S704 - escaped by escaped_json
        style=Markup(style),  # noqa: S704 - our own file
        **{name: Markup(text) for name, text in scripts.items()},  # noqa: S704 - our own files and the pinned bundle
    )


def escaped_json(value: Any) -> str:
    r"""Write JSON that may stand in a script element: ``<``, ``>``, ``&``, U+2028 and U+2029 as ``\uXXXX``."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def script_text(source: str) -> str:
    r"""Make a script fit to stand in a page: no end tag and no comment opening within it, no source map to fetch.

    Both can only stand in texts and patterns of a valid program, where ``\x3c`` means ``<``. Carriage returns, which a
    parser of HTML would change and so spoil the digest, are line feeds.
    """
    lines = [line for line in source.replace("\r\n", "\n").replace("\r", "\n").split("\n") if not line.startswith("//# sourceMappingURL=")]
    text = "\n".join(lines)
    for opening in ("</script", "</SCRIPT", "<script", "<!--"):
        text = text.replace(opening, f"\\x3c{opening[1:]}")
    return text


@cache
def deck_bundle() -> str:
    """Give pydeck's JavaScript bundle (deck.gl with its layers), fit to stand in a page."""
    source = files("pydeck") / "nbextension" / "static" / "index.js"
    return script_text(source.read_text(encoding="utf-8"))


@cache
def _program() -> str:
    """Join the page's own files into one closed scope."""
    return script_text('"use strict";\n(() => {\n' + "\n".join(_part(f"{name}.js") for name in PARTS) + "\n})();\n")


@cache
def _part(name: str) -> str:
    return (files("viz.template") / name).read_text(encoding="utf-8")


def _policy(scripts: list[str], style: str) -> str:
    """State what the page may do: run these scripts, use this style, paint; ask nobody, send nothing."""
    digests = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {digests}; style-src {_digest(style)}; img-src data: blob:; worker-src blob:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
