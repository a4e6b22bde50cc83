"""One palette for every picture: the page, the notebook and the printed plan show the same thing in the same colour.

Categories come from Okabe and Ito (colour-blind safe), lightened until dark ink reads on them; families share a hue and
differ in lightness. With twenty classes no palette separates all of them, so a room also carries its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.tables import ROOM_CLASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "ACCENT", "ALARM", "CELL", "DEPARTMENTS", "GROUND", "INK", "LINE", "MARKER", "OK", "PAPER", "PLAIN", "REST",
    "ROOM_CLASS", "ROOM_FAMILY", "STANDING", "STATUS", "STEPS", "SURFACE", "VACANT", "WATCH", "contrast", "departments",
    "record", "rgb",
]  # fmt: skip

INK, PAPER, GROUND, LINE, ACCENT = "#1f2933", "#ffffff", "#eef1f0", "#d5dbdf", "#0b63ce"
OK, WATCH, ALARM = "#2e7d32", "#b26a00", "#c62828"

ROOM_CLASS: dict[str, str] = {
    "office": "#a3cfee",
    "meeting": "#8dceb4", "reception": "#bfe3d3", "duty": "#6fb99b", "canteen": "#eed0e2",
    "archive": "#efd98f", "service": "#e3c87d", "storage": "#d8c9a6",
    "equipment": "#f2b795", "machine": "#e59a72", "technical": "#f7d5c1",
    "corridor": "#eceff1", "hall": "#dfe5e8", "stair": "#ccd4d9", "lift": "#bac4cb", "shaft": "#a9b5bd",
    "toilet": "#d9bcd3", "garage": "#c3c9e2", "ancillary": "#d3d9c2", "other": "#e4dfd8",
}  # fmt: skip
"""Fill of each room class: offices sky blue, service rooms green and yellow, equipment vermilion, circulation grey."""

ROOM_FAMILY: dict[str, tuple[str, ...]] = {
    "office": ("office",),
    "service": ("meeting", "reception", "duty", "archive", "service", "storage", "canteen"),
    "equipment": ("equipment", "machine", "technical"),
    "circulation": ("corridor", "hall", "stair", "lift", "shaft"),
    "ancillary": ("toilet", "garage", "ancillary", "other"),
}
"""Order of the classes in a legend."""

DEPARTMENTS: tuple[str, ...] = ("#f0bd4f", "#86c6ec", "#5fc2a2", "#efe67f", "#6fa9d8", "#e8966c", "#dba0c2", "#b39a73")
"""Fills for the departments that were chosen, eight at most: no palette separates eighty-five."""

REST, VACANT, PLAIN = "#d3d9dd", "#ffffff", "#f7f8f8"
"""Any other department; an office with nobody in it (hatched as well); a room that is not coloured."""

STANDING: dict[str, str] = {"over": "#f0a9a2", "within": "#b9dfc0", "unjudged": "#e8dcb0"}
"""How an office stands against the space standard; what is over it is hatched as well."""

STEPS: tuple[str, ...] = ("#f7f0b8", "#c8e3a5", "#8fd0ae", "#6fb0c4", "#8a94c8")
"""Fills of ordered values, low to high: viridis read backwards, lightened until dark ink reads on it."""

SURFACE: dict[str, str] = {
    "site": "#f7f9f8", "site_line": "#c3ccd1", "building": "#ffffff", "building_line": "#52606d",
    "parking": "#e2e8f1", "parking_line": "#a9b7c9", "road": "#ffffff", "road_line": "#bcc6cc",
    "wall": "#3e4c59", "column": "#1f2933", "curtain": "#7b8794", "window": "#7fa3bd", "railing": "#9aa5b1",
    "door": "#ffffff", "entrance": "#0b63ce", "room_line": "#9aa5b1",
}  # fmt: skip

CELL: dict[str, str] = {"special": "#7a2e8e", "key": "#8a5a00", "basic": "#52606d", "": "#52606d"}
"""Outline of a security cell by guard class; its width and its words differ too."""

MARKER: dict[str, str] = {
    "camera": "#1f2933", "charger": "#1b6e3c", "meter": "#5b4a9e", "gate": "#8a4b08", "parking": "#35608f",
    "device": "#52606d", "stop": "#0b5c6b",
}  # fmt: skip
STATUS: dict[str, str] = {"working": OK, "faulty": ALARM, "maintenance": WATCH}


def rgb(colour: str) -> tuple[int, int, int]:
    """Read ``#rrggbb`` as three numbers of 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in rgb(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def departments(chosen: Sequence[str]) -> dict[str, str]:
    """Give each of the chosen departments its colour, in the order chosen; those past the eighth get `REST`."""
    return {key: DEPARTMENTS[place] if place < len(DEPARTMENTS) else REST for place, key in enumerate(chosen)}


def record() -> dict[str, object]:
    """Give the whole palette as JSON for the page."""
    order = [name for family in ROOM_FAMILY.values() for name in family]
    return {
        "ink": INK, "paper": PAPER, "ground": GROUND, "line": LINE, "accent": ACCENT, "ok": OK, "watch": WATCH, "alarm": ALARM,
        "room_class": {name: ROOM_CLASS[name] for name in sorted(ROOM_CLASSES, key=order.index)},
        "departments": list(DEPARTMENTS), "rest": REST, "vacant": VACANT, "plain": PLAIN,
        "standing": STANDING, "steps": list(STEPS),
        "surface": SURFACE, "cell": CELL, "marker": MARKER, "status": STATUS,
    }  # fmt: skip
