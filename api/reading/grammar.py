"""What people type into the search box, understood: "B座 3层 空置 >30㎡", "vacant office over 30 m2 in B, floor 3".

A small grammar, read from left to right; at each place the first rule that fits takes its words, and what no rule takes is looked
for as text. In words:

    query   = { building | department | floor | vacancy | per_person | heads | over | area | class | number | text }
    floor   = ["第"] n ("层" | "楼" | "F") | ("地下" | "负" | "B") n ["层" | "F"] | ("floor" | "level") n | "basement" [n]
    area    = compare n [unit] | n unit ["以上" | "以下"] | n ("-" | "~" | "到") n [unit]
    heads   = [compare] n ("人" | "people");  per_person = ("人均" | "per person") compare n [unit]
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from api.reading.lexicon import folded
from twin.model.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.reading.lexicon import Lexicon

__all__ = ["Range", "Sought", "understand"]

_N = r"(\d+(?:\.\d+)?)"
_UNIT = r"(?:平方米|平米|平|m2|sqm|sq\.?\s*m)"
_MORE = r"(?:>=|≥|不小于|不少于|至少|at least|>|大于|超过|多于|高于|over|above|more than|larger than)"
_LESS = r"(?:<=|≤|不大于|不超过|至多|at most|up to|<|小于|不足|少于|低于|under|below|less than|smaller than)"
_OR_EQUAL = {">=", "≥", "不小于", "不少于", "至少", "at least", "<=", "≤", "不大于", "不超过", "至多", "at most", "up to"}
_DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九")} | {"两": 2}
_ZH = r"[一二三四五六七八九十两]{1,3}"
_STOP = {
    "的", "在", "和", "与", "里", "中", "有", "请", "找", "所有", "全部", "房间", "the", "of", "in", "on", "at", "with", "and",
    "a", "an", "room", "rooms", "find", "all", "that", "are", "is",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Range:
    """Between two numbers; the ends belong to it where they say so."""

    low: float = -math.inf
    high: float = math.inf
    low_in: bool = True
    high_in: bool = True

    def holds(self, value: float | None) -> bool:
        """Tell whether a number is in it; a missing one never is."""
        if value is None:
            return False
        above = value >= self.low if self.low_in else value > self.low
        return above and (value <= self.high if self.high_in else value < self.high)

    def __str__(self) -> str:
        if math.isinf(self.high):
            return f"{'≥' if self.low_in else '>'}{self.low:g}"
        if math.isinf(self.low):
            return f"{'≤' if self.high_in else '<'}{self.high:g}"
        return f"{self.low:g}–{self.high:g}"


@dataclass(slots=True)
class Sought:
    """What was understood: each bound None where nothing was said of it; `told` says every part in words."""

    buildings: frozenset[str] | None = None
    floors: frozenset[int] | None = None
    departments: frozenset[str] | None = None
    classes: frozenset[str] | None = None
    vacant: bool | None = None
    over: bool = False
    area: Range | None = None
    per_person: Range | None = None
    heads: Range | None = None
    texts: tuple[str, ...] = ()
    told: list[tuple[str, Text]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    @property
    def of_rooms(self) -> bool:
        """Tell whether only rooms can be meant."""
        return any((self.floors, self.classes, self.vacant is not None, self.over, self.area, self.per_person, self.heads))


def understand(q: str, words: Lexicon) -> Sought:
    """Read a query, at most 200 letters."""
    text, sought = folded(q)[:200], Sought()
    place, loose = 0, ""
    while place < len(text):
        step = 0 if _inside_word(text, place, loose) else _take(text, place, words, sought)
        if step:
            _loosen(loose, sought)
            loose, place = "", place + step
        elif text[place] in " ,，、;；。.!?":
            _loosen(loose, sought)
            loose, place = "", place + 1
        else:
            loose += text[place]
            place += 1
    _loosen(loose, sought)
    return sought


def _inside_word(text: str, place: int, loose: str) -> bool:
    """Tell whether a Latin word or a number is being read: no rule begins in its middle."""
    return bool(loose) and loose[-1].isascii() and loose[-1].isalnum() and text[place].isascii() and text[place].isalnum()


def _loosen(word: str, sought: Sought) -> None:
    """Keep what no rule took as text to be looked for."""
    if not word:
        return
    if word in _STOP:
        sought.ignored.append(word)
        return
    sought.texts = (*sought.texts, word)
    sought.told.append((word, say("search.text", text=word)))


def _take(text: str, place: int, words: Lexicon, sought: Sought) -> int:
    """Let the first rule that fits take its words; gives how many letters it took."""
    for names, bound, code in (
        (words.departments, "departments", "search.department"),
        (words.buildings, "buildings", "search.building"),
    ):
        for name, keys in names.items():
            if text.startswith(name, place):
                setattr(sought, bound, (getattr(sought, bound) or frozenset()) | keys)
                sought.told.append((name, say(code, name=name)))
                return len(name)
    if step := _named_building(text, place, words, sought):
        return step
    for pattern, rule in _RULES:
        found = pattern.match(text, place)
        if found and found.end() > place:
            told = rule(sought, found)
            if told is not None:
                sought.told.append((found.group().strip(), told))
                return found.end() - place
    for name, kind in words.classes.items():
        if text.startswith(name, place) and _ends(text, place + len(name)):
            sought.classes = (sought.classes or frozenset()) | {kind}
            sought.told.append((name, say("search.class", name=str(say(f"viz.value.room_class.{kind}")))))
            return len(name)
    return 0


def _ends(text: str, place: int) -> bool:
    """Tell whether a Latin word ends here."""
    return place >= len(text) or not (text[place - 1].isascii() and text[place].isascii() and text[place].isalpha())


_BUILDING = re.compile(rf"(?:building\s+([a-z0-9]+)|([a-z]|\d+|{_ZH})\s*(座|栋|幢|号楼|#楼)|([a-z])楼)")


def _named_building(text: str, place: int, words: Lexicon, sought: Sought) -> int:
    """Take "B座", "3号楼", "building B": a building whose name holds the words."""
    found = _BUILDING.match(text, place)
    if found is None:
        return 0
    word = found.group(1) or found.group(2) or found.group(4)
    said = found.group().strip()
    keys = frozenset(key for name, held in words.buildings.items() if said in name for key in held)
    if not keys:
        token = re.compile(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])")
        keys = frozenset(key for name, held in words.buildings.items() if token.search(name) for key in held)
    if not keys:
        return 0
    sought.buildings = (sought.buildings or frozenset()) | keys
    sought.told.append((said, say("search.building", name=said)))
    return len(found.group())


def _number(word: str) -> int:
    """Read a whole number, in Chinese up to 99."""
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.partition("十")
    if not ten:
        return int("".join(str(_DIGITS[sign]) for sign in word))
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def _floor(sought: Sought, found: re.Match[str]) -> Text | None:
    word = next((group for group in found.groups() if group), "1")
    number = _number(word)
    if not 0 < number < 300:
        return None
    below = found.re in (_BELOW, _BASEMENT)
    sought.floors = (sought.floors or frozenset()) | {-number if below else number}
    return say("search.below" if below else "search.floor", number=number)


def _vacant(sought: Sought, _: re.Match[str]) -> Text:
    sought.vacant = True
    return say("search.vacant")


def _used(sought: Sought, _: re.Match[str]) -> Text:
    sought.vacant = False
    return say("search.used")


def _over(sought: Sought, _: re.Match[str]) -> Text:
    sought.over = True
    return say("search.over")


def _compared(found: re.Match[str]) -> Range:
    """Read "more than n" or "less than n"."""
    word, number = found.group(1), float(found.group(2))
    equal = word in _OR_EQUAL
    return Range(low=number, low_in=equal) if re.fullmatch(_MORE, word) else Range(high=number, high_in=equal)


def _area(sought: Sought, found: re.Match[str]) -> Text:
    return _bound_area(sought, _compared(found))


def _area_between(sought: Sought, found: re.Match[str]) -> Text:
    low, high = sorted((float(found.group(1)), float(found.group(2))))
    return _bound_area(sought, Range(low, high))


def _area_from(sought: Sought, found: re.Match[str]) -> Text:
    number, word = float(found.group(1)), found.group(2) or ""
    if word in {"以下", "以内", "or less"}:
        return _bound_area(sought, Range(high=number))
    return _bound_area(sought, Range(low=number))


def _bound_area(sought: Sought, bound: Range) -> Text:
    """Hold an area against one more bound."""
    held = sought.area or Range()
    low = max((held.low, not held.low_in), (bound.low, not bound.low_in))
    high = min((held.high, held.high_in), (bound.high, bound.high_in))
    sought.area = Range(low[0], high[0], not low[1], high[1])
    return say("search.area", bound=bound)


def _per_person(sought: Sought, found: re.Match[str]) -> Text:
    sought.per_person = _compared(found)
    return say("search.per_person", bound=sought.per_person)


def _heads(sought: Sought, found: re.Match[str]) -> Text:
    number = float(found.group(2))
    sought.heads = _compared(found) if found.group(1) else Range(number, number)
    return say("search.heads", bound=sought.heads)


def _nobody(sought: Sought, _: re.Match[str]) -> Text:
    sought.heads = Range(0, 0)
    return say("search.heads", bound=sought.heads)


def _door(sought: Sought, found: re.Match[str]) -> Text:
    sought.texts = (*sought.texts, found.group(1))
    return say("search.text", text=found.group(1))


_BELOW = re.compile(rf"(?:地下|负)\s*(\d{{1,2}}|{_ZH})\s*(?:层|楼|f)?|b(\d)\s*(?:层|楼|f)?(?![a-z0-9座栋])")
_BASEMENT = re.compile(r"basement(?:\s+(\d))?(?![a-z0-9])")
_COMPARE = rf"({_MORE}|{_LESS})\s*"
_RULES: tuple[tuple[re.Pattern[str], Callable[[Sought, re.Match[str]], Text | None]], ...] = (
    (re.compile(r"(?:空置|空闲|闲置|空房|空着的?|没人用的?|vacant|empty|unused)(?![a-z])"), _vacant),
    (re.compile(r"(?:在用|使用中|已用|已占用|occupied|in use)(?![a-z])"), _used),
    (re.compile(r"(?:超标准?|超面积|over[- ]standard|over the ceiling)(?![a-z])"), _over),
    (re.compile(r"(?:无人|没有人|nobody)(?![a-z])"), _nobody),
    (re.compile(rf"(?:人均|per person|per head)\s*{_COMPARE}{_N}\s*{_UNIT}?(?:\s*/\s*人)?"), _per_person),
    (re.compile(rf"(?:({_MORE}|{_LESS})\s*)?{_N}\s*(?:人|people|persons)(?![a-z])"), _heads),
    (re.compile(rf"(?:面积\s*)?{_COMPARE}{_N}\s*{_UNIT}?(?![a-z0-9])"), _area),
    (re.compile(rf"(?:面积\s*)?{_N}\s*{_UNIT}?\s*(?:-|~|–|—|到|至|to)\s*{_N}\s*{_UNIT}"), _area_between),
    (re.compile(rf"(?:面积\s*)?{_N}\s*{_UNIT}\s*(以上|以下|以内|or more|or less)?"), _area_from),
    (_BELOW, _floor),
    (_BASEMENT, _floor),
    (re.compile(rf"第?\s*(\d{{1,3}}|{_ZH})\s*(?:层|楼|f(?![a-z0-9])|(?:st|nd|rd|th)\s+floor)"), _floor),
    (re.compile(r"(?:floor|level|storey|story)\s*(\d{1,3})(?![a-z0-9])"), _floor),
    (re.compile(r"([a-z]?-?\d{2,5}[a-z]?)(?:室|房间?|号)(?![a-z0-9])"), _door),
)
