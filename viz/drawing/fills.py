"""What fills each room: its class, or the department that holds most of it on a day; and the legend that goes with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from twin.model.words import Text, say
from viz import palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["COLOUR_BY", "Entry", "Fill", "fill", "pale"]

ColourBy = Literal["room_class", "department"]
COLOUR_BY: tuple[ColourBy, ...] = ("room_class", "department")
_PALE = 0.4
"""How much of its colour a pale fill keeps."""
HATCH_SHARED, HATCH_VACANT = "////", "\\\\\\\\"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend: how it looks, what it says, and what it stands for on this floor.

    `part_of_others` marks rooms that other lines count already; `line` is the colour of edge and hatch.
    """

    colour: str
    hatch: str
    text: str
    rooms: int = 0
    area_m2: float = 0.0
    part_of_others: bool = False
    line: str = ""
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Fill:
    """Colours and hatches of the rooms asked for, in their order, what each is called, and the legend.

    `held` says in words who has each room; empty when rooms are coloured by class.
    """

    colours: tuple[str, ...]
    hatches: tuple[str, ...]
    held: tuple[str, ...]
    legend: tuple[Entry, ...]


def fill(snapshot: Snapshot, rows: NDArray[np.intp], colour_by: str, lang: str, on: str) -> Fill:
    """Choose the fills of rooms, by row number; `on` is the ISO day whose occupancies count."""
    return _by_class(snapshot, rows, lang) if colour_by == "room_class" else _by_department(snapshot, rows, lang, on)


def pale(filled: Fill) -> Fill:
    """Give the same fills nearer to white, as a ground for what is drawn over them."""
    legend = tuple(replace(entry, colour=_paler(entry.colour)) for entry in filled.legend)
    return replace(filled, colours=tuple(map(_paler, filled.colours)), legend=legend)


def _paler(colour: str) -> str:
    return "#" + "".join(f"{round(_PALE * part + (1 - _PALE) * 255):02x}" for part in palette.rgb(colour))


def _entry(colour: str, hatch: str, text: Text | str, areas: NDArray[np.float64], lang: str) -> Entry:
    return Entry(colour, hatch, text.lang(lang) if isinstance(text, Text) else text, len(areas), float(np.nansum(areas)))


def _by_class(snapshot: Snapshot, rows: NDArray[np.intp], lang: str) -> Fill:
    classes = snapshot.column("room", "room_class")[rows]
    areas = snapshot.column("room", "area_m2")[rows]
    order = [name for family in palette.ROOM_FAMILY.values() for name in family]
    present = sorted(set(classes), key=lambda name: order.index(name) if name in order else len(order))
    colours = {name: palette.ROOM_CLASS.get(name, palette.PLAIN) for name in present}
    legend = [_entry(colours[name], "", say(f"viz.value.room_class.{name}"), areas[classes == name], lang) for name in present]
    return Fill(tuple(colours[name] for name in classes), ("",) * len(rows), ("",) * len(rows), tuple(legend))


def _by_department(snapshot: Snapshot, rows: NDArray[np.intp], lang: str, on: str) -> Fill:
    """Colour the eight departments that hold most on this floor; who holds most of a shared room gives its colour."""
    held = _holders(snapshot, on)
    keys, areas = snapshot.keys("room")[rows], snapshot.column("room", "area_m2")[rows]
    office = snapshot.column("room", "room_class")[rows] == "office"
    owners = np.array([held[key][0] if key in held else "" for key in keys], dtype=object)
    shared = np.array([len(held.get(key, ())) > 1 for key in keys], dtype=bool)
    vacant, plain = office & (owners == ""), ~office & (owners == "")
    size = {owner: float(np.nansum(areas[owners == owner])) for owner in set(owners) - {""}}
    chosen = sorted(size, key=lambda owner: (-size[owner], owner))
    first, rest = chosen[: len(palette.DEPARTMENTS)], chosen[len(palette.DEPARTMENTS) :]
    colours = dict.fromkeys(rest, palette.REST) | palette.departments(first)
    names = dict(zip(snapshot.keys("department"), snapshot.column("department", "name"), strict=True))
    legend = [_entry(colours[key], "", names.get(key) or key, areas[owners == key], lang) for key in first]
    for colour, hatch, text, which in (
        (palette.REST, "", say("viz.legend.rest"), np.isin(owners, rest)),
        (palette.PAPER, HATCH_SHARED, say("plot.shared"), shared),
        (palette.VACANT, HATCH_VACANT, say("viz.legend.vacant"), vacant),
        (palette.PLAIN, "", say("viz.legend.plain"), plain),
    ):
        if which.any():
            legend.append(replace(_entry(colour, hatch, text, areas[which], lang), part_of_others=hatch == HATCH_SHARED))
    empty = np.where(vacant, palette.VACANT, palette.PLAIN)
    return Fill(
        colours=tuple(colours.get(owner, str(blank)) for owner, blank in zip(owners, empty, strict=True)),
        hatches=tuple(str(hatch) for hatch in np.where(vacant, HATCH_VACANT, np.where(shared, HATCH_SHARED, ""))),
        held=tuple(_words(held.get(key, ()), names, lang) for key in keys),
        legend=tuple(legend),
    )


def _words(owners: Sequence[str], names: dict[str, str | None], lang: str) -> str:
    """Name who has a room: one department, or the first and how many more."""
    if not owners:
        return ""
    name = names.get(owners[0]) or owners[0]
    return name if len(owners) == 1 else say("plot.and_more", name=name, count=len(owners) - 1).lang(lang)


def _holders(snapshot: Snapshot, on: str) -> dict[str, list[str]]:
    """Give the departments that hold each room on a day, those with most people first."""
    since, until = snapshot.column("occupancy", "valid_from"), snapshot.column("occupancy", "valid_to")
    heads = np.nan_to_num(snapshot.column("occupancy", "head_count"))
    people: dict[str, dict[str, float]] = {}
    for row, room in enumerate(snapshot.column("occupancy", "room_id")):
        if str(since[row] or on)[:10] <= on <= str(until[row] or on)[:10]:
            owner = snapshot.column("occupancy", "department_id")[row]
            there = people.setdefault(room, {})
            there[owner] = there.get(owner, 0.0) + heads[row]
    return {room: sorted(there, key=lambda owner: (-there[owner], owner)) for room, there in people.items()}
