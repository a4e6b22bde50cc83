"""Classes of rooms and devices from what a file calls them; the words are data, in room_classes.toml and device_classes.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from bim_import.names import number_and_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bim_import.elements import Element

__all__ = ["device_class", "fits", "omniclass_codes", "room_class"]

_CODE = re.compile(r"(?<!\d)(13-\d\d(?:[ -]\d\d)*)(?!\d)")
_IDEOGRAPHS = 0x2E80
_CATEGORY = (
    "category description",
    "category",
    "occupancytype",
    "房间类型",
    "房间类别",
    "功能",
    "用途",
    "房间功能",
    "space type",
)
"""Properties that name a room's use, in lower case."""


@dataclass(frozen=True, slots=True)
class _RoomWords:
    """`order` ranks the classes; `codes` is longest first; `wide` are words found anywhere, `whole` those with ends."""

    order: dict[str, int]
    codes: tuple[tuple[str, str], ...]
    wide: tuple[tuple[str, str], ...]
    whole: tuple[tuple[str, re.Pattern[str], str], ...]


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


@cache
def _room_words() -> _RoomWords:
    data = _data("room_classes.toml")
    codes = [(_digits(code), name) for name, entry in data.items() for code in entry["codes"]]
    wide = [(word, name) for name, entry in data.items() for word in (*entry["zh"], *entry["parts"])]
    whole = [
        (word, re.compile(rf"(?<![a-z]){re.escape(word)}s?(?![a-z])"), name)
        for name, entry in data.items()
        for word in entry["words"]
    ]
    return _RoomWords(
        order={name: place for place, name in enumerate(data)},
        codes=tuple(sorted(codes, key=lambda pair: -len(pair[0]))),
        wide=tuple(wide),
        whole=tuple(whole),
    )


def _digits(code: str) -> str:
    return re.sub(r"\D", "", code)


def omniclass_codes(texts: Iterable[str]) -> list[str]:
    """Give the digits of every OmniClass table 13 code in some texts, in order."""
    return [_digits(found) for text in texts for found in _CODE.findall(text)]


def room_class(space: Element, own: Sequence[Sequence[str]] = ()) -> str:
    """Give the class of a room, ``other`` where nothing tells.

    Asked in this order: the user's own pairs of name and class (see `ImportOptions`), OmniClass codes (of classification
    references, then of property values), the property that names the room's use, the object type, the long name, the name, the
    description.
    """
    chosen = _by_user(space, own)
    if chosen:
        return chosen
    words = _room_words()
    values = [value for values in space.psets.values() for value in values.values() if isinstance(value, str)]
    for code in omniclass_codes([*space.codes, *values]):
        for prefix, name in words.codes:
            if code.startswith(prefix):
                return name
    categories = [
        value
        for values in space.psets.values()
        for name, value in values.items()
        if name.lower() in _CATEGORY and isinstance(value, str)
    ]
    for text in (*categories, space.object_type, space.long_name, space.name, space.description):
        found = _by_words(text.lower(), words)
        if found:
            return found
    return "other"


def _by_user(space: Element, own: Sequence[Sequence[str]]) -> str:
    """Give the class of the first of the user's names that fits the whole of a name, number, type or code of the room."""
    if not own:
        return ""
    texts = [space.long_name, space.name, " ".join(part for part in number_and_name(space) if part), *number_and_name(space)]
    texts = [text.lower() for text in (*texts, space.object_type, *space.codes) if text]
    return next((kind for name, kind in own if any(fits(name, text) for text in texts)), "")


def fits(name: str, text: str) -> bool:
    """Tell whether a text is what the user wrote, ``*`` standing for anything."""
    return re.fullmatch(".*".join(re.escape(part) for part in name.lower().split("*")), text, re.DOTALL) is not None


def _by_words(text: str, words: _RoomWords) -> str:
    """Give the class of the weightiest word found in a text; of equally weighty ones the class that stands first in the file."""
    hits = [(word, name) for word, name in words.wide if word in text]
    hits += [(word, name) for word, pattern, name in words.whole if pattern.search(text)]
    return min(hits, key=lambda hit: (-_weight(hit[0]), words.order[hit[1]]))[1] if hits else ""


def _weight(word: str) -> int:
    """Weigh a word by its length; a Chinese character says as much as two letters."""
    return sum(2 if ord(character) >= _IDEOGRAPHS else 1 for character in word)


@dataclass(frozen=True, slots=True)
class _DeviceRules:
    weak: frozenset[str]
    predefined: dict[str, str]
    classes: dict[str, str]
    names: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _device_rules() -> _DeviceRules:
    data = _data("device_classes.toml")
    weak = frozenset(data.pop("weak")["classes"])
    return _DeviceRules(
        weak=weak,
        predefined={value: name for name, entry in data.items() for value in entry["predefined"]},
        classes={value: name for name, entry in data.items() for value in entry["classes"]},
        names=tuple((re.compile("|".join(entry["names"]), re.IGNORECASE), name) for name, entry in data.items()),
    )


def device_class(element: Element) -> str:
    """Give the class of a device, ``other`` where neither predefined type, class nor name tells; see device_classes.toml."""
    rules = _device_rules()
    for predefined in (element.predefined, element.type_predefined):
        if predefined in rules.predefined:
            return rules.predefined[predefined]
    named = _named(element, rules)
    for ifc_class in (element.type_class, element.ifc_class):
        if ifc_class in rules.weak and named:
            return named
        if ifc_class in rules.classes:
            return rules.classes[ifc_class]
    return named or "other"


def _named(element: Element, rules: _DeviceRules) -> str:
    for text in (element.name, element.type_name, element.object_type):
        for pattern, name in rules.names:
            if text and pattern.search(text):
                return name
    return ""
