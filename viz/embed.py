"""Put data and programs into an HTML file so that neither can become the other, and nothing else can run.

Names in the data come from files of others; a name may hold ``</script>``. Data therefore stand escaped in a JSON element, and a
policy in the page's head lets run exactly the scripts that stand in it, by their digest, and ask no host.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["deck_bundle", "escaped_json", "part", "policy", "render", "script_text"]

_OPENINGS = ("</script", "</SCRIPT", "<script", "<!--")


def escaped_json(value: Any) -> str:
    r"""Write JSON that may stand in a script element: ``<``, ``>``, ``&``, U+2028 and U+2029 as ``\uXXXX``."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def script_text(source: str) -> str:
    r"""Make a script fit to stand in a page: no end tag and no comment opening within it, no source map to fetch.

    Both can only stand in texts and patterns of a valid program, where ``\x3c`` means ``<``. Carriage returns, which a
    parser of HTML would change and so spoil the digest, become line feeds.
    """
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL="))
    for opening in _OPENINGS:
        text = text.replace(opening, f"\\x3c{opening[1:]}")
    return text


@cache
def deck_bundle() -> str:
    """Give pydeck's JavaScript bundle (deck.gl with its layers), fit to stand in a page."""
    source = files("pydeck") / "nbextension" / "static" / "index.js"
    return script_text(source.read_text(encoding="utf-8"))


@cache
def part(name: str) -> str:
    """Give a file of the page's own parts."""
    return (files("viz.template") / name).read_text(encoding="utf-8")


def policy(scripts: Sequence[str], style: str, *, attributes: bool = False) -> str:
    """State what a page may do: run these scripts, use this style, paint; ask nobody, send nothing.

    `attributes` also lets scripts set styles by attribute, which pydeck's own program does.
    """
    digests = " ".join(_digest(script) for script in scripts)
    more = "style-src-attr 'unsafe-inline'; " if attributes else ""
    return (
        f"default-src 'none'; script-src {digests}; style-src {_digest(style)}; {more}img-src data: blob:; worker-src blob:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def render(template: str, *, data: Any, scripts: dict[str, str], style: str, attributes: bool = False, **texts: str) -> str:
    """Fill a template: `data` as ``{{ content }}``, each script and the style by name, plain `texts` escaped for HTML."""
    frame = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True).from_string(part(template))
    trusted = {"content": escaped_json(data), "style": style, **scripts}
    marked = {name: Markup(text) for name, text in trusted.items()}  # noqa: S704 - escaped, or our own files and the pinned bundle
    return frame.render(policy=policy([*scripts.values()], style, attributes=attributes), **marked, **texts)
