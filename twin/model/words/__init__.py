"""The catalogue: every sentence a user may read, in Chinese and English, kept in the TOML files of this folder.

An entry is ``code = ["中文 {value}", "English {value}"]``; the codes of all files share one name space.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Text", "catalogue", "say"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages; as a string it reads Chinese first."""

    zh: str
    en: str

    def __str__(self) -> str:
        """Join both, Chinese first; a sentence that is the same in both is given once."""
        return self.zh if self.zh == self.en else f"{self.zh} / {self.en}"

    def lang(self, code: str) -> str:
        """Give one language, ``zh`` or ``en``."""
        return self.zh if code == "zh" else self.en


@cache
def catalogue() -> dict[str, tuple[str, str]]:
    """Read every TOML file once; a code that stands in two files is an error of ours."""
    entries: dict[str, tuple[str, str]] = {}
    for file in sorted(files(__name__).iterdir(), key=lambda item: item.name):
        if not file.name.endswith(".toml"):
            continue
        for code, pair in _flat(tomllib.loads(file.read_text(encoding="utf-8"))):
            if code in entries:
                msg = f"{file.name}: {code} stands in two files of the catalogue"
                raise ValueError(msg)
            entries[code] = pair
    return entries


def _flat(tree: dict[str, object], prefix: str = "") -> list[tuple[str, tuple[str, str]]]:
    """Turn nested tables into dotted codes."""
    found: list[tuple[str, tuple[str, str]]] = []
    for key, value in tree.items():
        code = f"{prefix}{key}"
        if isinstance(value, dict):
            found += _flat(value, f"{code}.")
        elif isinstance(value, list):
            zh, en = value
            found.append((code.removesuffix("._"), (str(zh), str(en))))
    return found


def say(code: str, **values: object) -> Text:
    """Fill an entry of the catalogue.

    Raises
    ------
    KeyError
        If the catalogue has no such code, or the entry wants a value that is not given.
    """
    zh, en = catalogue()[code]
    return Text(zh.format(**values), en.format(**values))
