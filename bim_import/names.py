"""What people call a room: IFC puts the door number in Name and the name in LongName, but not every file does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bim_import.elements import Element

__all__ = ["label", "number_and_name", "title"]

_NUMBER = re.compile(r"[A-Za-z]{0,2}[\-_.]?\d[\w\-.]*")
"""A door number: 203, A-101, B1.07."""
_PLACEHOLDER = re.compile(r"(space|room|raum|房间|space_?)[\s_\-]*\d*", re.IGNORECASE)


def number_and_name(space: Element) -> tuple[str, str]:
    """Tell door number from name: IFC puts the number in Name and the name in LongName, but not every file does."""
    number, name = space.name, space.long_name
    if not name:
        return (number, "") if _NUMBER.fullmatch(number) else ("", number)
    if number == name:
        return "", name
    if number.endswith(name) and re.search(r"\d", number[: -len(name)]):
        return number[: -len(name)].strip(" -_.·:"), name
    if _PLACEHOLDER.fullmatch(name) and number and not re.search(r"\d", number):
        return "", number
    return number, name


def label(space: Element) -> str:
    """Name a space for people, by its key where it has neither number nor name."""
    return " ".join(part for part in number_and_name(space) if part) or space.key


def title(row: dict[str, Any]) -> str:
    """Name a room for people: number and name, its key where it has neither."""
    return " ".join(part for part in (row["number"], row["name"]) if part) or row["room_id"]
