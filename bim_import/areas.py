"""Areas and volumes that a file states of its rooms, and how they differ from the drawn ones.

The drawn area is the floor enclosed by the room's body; what a file states follows some rule of its own (net, gross, to wall
centres), so its name is kept and the two are never mixed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bim_import.names import title

if TYPE_CHECKING:
    from bim_import.elements import Element
    from bim_import.spaces import Rooms

__all__ = [
    "AreaDifference", "VolumeDifference", "area_bases", "area_differences", "stated_area", "stated_areas", "stated_volume",
    "volume_differences", "volume_factor",
]  # fmt: skip

_OWN_SETS = ("Qto_SpaceBaseQuantities", "BaseQuantities")
_AREA_NAMES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(sets, re.IGNORECASE), re.compile(names, re.IGNORECASE))
    for sets, names in (
        (r"Qto_SpaceBaseQuantities|BaseQuantities", r"NetFloorArea"),
        (r".*", r"NetFloorArea|NetArea|使用面积|净面积|房间使用面积"),
        (r"Qto_SpaceBaseQuantities|BaseQuantities", r"GrossFloorArea"),
        (r".*", r"GrossFloorArea|建筑面积"),
        (r"P?Set_Revit_Dimensions|Dimensions|尺寸标注|标识数据", r"Area|面积"),
        (r"GSA Space Areas", r"GSA BIM Area"),
        (r".*", r"horizontal area|floor area|面积|房间面积"),
        (r"Pset_SpaceCommon", r"NetPlannedArea"),
        (r"Pset_SpaceCommon", r"GrossPlannedArea"),
    )
)
"""Where files state a room's area, the best first: quantities of the standard, net before gross, then the tools' own sets."""
_VOLUME_NAMES = ("NetVolume", "GrossVolume")
_TOLD = 0.02
"""Relative difference of areas or volumes that is worth telling."""
_FEW, _OTHER_UNIT = 3, 0.5
"""Rooms from which one factor for all volumes tells of another unit, and how far from 1 it lies then."""


@dataclass(frozen=True, slots=True)
class AreaDifference:
    """A room whose drawn area differs from the stated one; `relative` is (drawn - file) / file."""

    room_id: str
    name: str
    drawn_m2: float
    file_m2: float
    basis: str
    relative: float


@dataclass(frozen=True, slots=True)
class VolumeDifference:
    """A room whose body's volume differs from the stated one."""

    room_id: str
    name: str
    drawn_m3: float
    file_m3: float


def stated_area(space: Element, area_unit: float) -> tuple[float | None, str]:
    """Give the area that the file states and where it stands, e.g. ``BaseQuantities.NetFloorArea``; zero counts as not stated.

    Parameters
    ----------
    area_unit
        m² of one unit of the file.
    """
    for sets, names in _AREA_NAMES:
        for set_name, values in sorted(space.psets.items(), key=lambda pair: pair[0]):
            if not sets.fullmatch(set_name):
                continue
            for name, value in values.items():
                if names.fullmatch(name) and isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
                    return float(value) * area_unit, f"{set_name}.{name}"
    return None, ""


def stated_areas(space: Element, area_unit: float) -> dict[str, float]:
    """Give every area that the file states of a room, m², by where it stands."""
    found: dict[str, float] = {}
    for sets, names in _AREA_NAMES:
        for set_name, values in sorted(space.psets.items(), key=lambda pair: pair[0]):
            for name, value in values.items() if sets.fullmatch(set_name) else ():
                if names.fullmatch(name) and isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
                    found.setdefault(f"{set_name}.{name}", float(value) * area_unit)
    return found


def area_bases(rooms: Rooms, stated: list[dict[str, float]]) -> list[dict[str, Any]]:
    """Set the areas that a file states side by side with the drawn ones.

    Parameters
    ----------
    stated
        `stated_areas` of each room, in the order of `rooms`.

    Returns
    -------
    One entry per basis, the most used first: ``basis``, how many ``rooms`` state it, their ``file_m2`` and ``drawn_m2``, and
    whether it is the one ``taken`` for `room.area_file_m2` of any room.
    """
    taken = {row["area_basis"] for row in rooms.rows}
    found: dict[str, dict[str, Any]] = {}
    for row, areas in zip(rooms.rows, stated, strict=True):
        for basis, area in areas.items():
            entry = found.setdefault(
                basis, {"basis": basis, "rooms": 0, "file_m2": 0.0, "drawn_m2": 0.0, "taken": basis in taken}
            )
            entry["rooms"] += 1
            entry["file_m2"] += area
            entry["drawn_m2"] += row["area_m2"]
    return sorted(found.values(), key=lambda entry: (-entry["rooms"], not entry["taken"], entry["basis"]))


def stated_volume(space: Element, volume_unit: float) -> float:
    """Give the volume that the file states in m³, net before gross; not a number where it states none."""
    for set_name in _OWN_SETS:
        for name in _VOLUME_NAMES:
            value = space.psets.get(set_name, {}).get(name)
            if isinstance(value, int | float) and value > 0:
                return float(value) * volume_unit
    return float("nan")


def area_differences(rooms: Rooms) -> list[AreaDifference]:
    """List the rooms whose drawn and stated areas differ by over 2 %, the largest difference first."""
    found = []
    for row in rooms.rows:
        drawn, stated = row["area_m2"], row["area_file_m2"]
        if stated and abs(drawn - stated) / stated > _TOLD:
            found.append(AreaDifference(row["room_id"], title(row), drawn, stated, row["area_basis"], (drawn - stated) / stated))
    return sorted(found, key=lambda item: (-abs(item.relative), item.room_id))


def volume_factor(rooms: Rooms) -> float | None:
    """Tell by how much every stated volume is larger than the body's, where that is one factor for all: another unit.

    Returns
    -------
    Stated over drawn; None where the volumes agree, differ one by one, or fewer than three rooms state one.
    """
    stated = np.isfinite(rooms.volume_file_m3) & (rooms.volume_m3 > 0)
    ratios = rooms.volume_file_m3[stated] / rooms.volume_m3[stated]
    if len(ratios) < _FEW or ratios.max() > ratios.min() * (1 + _TOLD) or abs(np.median(ratios) - 1) <= _OTHER_UNIT:
        return None
    return float(np.median(ratios))


def volume_differences(rooms: Rooms) -> list[VolumeDifference]:
    """List the rooms whose body's volume differs from the stated one by over 2 %, by key."""
    relative = np.abs(rooms.volume_m3 - rooms.volume_file_m3) / rooms.volume_file_m3
    found = [
        VolumeDifference(row["room_id"], title(row), float(rooms.volume_m3[place]), float(rooms.volume_file_m3[place]))
        for place, row in enumerate(rooms.rows)
        if relative[place] > _TOLD
    ]
    return sorted(found, key=lambda item: item.room_id)
