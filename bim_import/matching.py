"""Which row of a newer file is which row of the store: by GlobalId, and where an export gave everything new ones, by place.

A program that copies or recreates a room gives it a new GlobalId, though nothing of the room has changed. Such a room is known
again by its floor, its number or name, and the shape it shares with the old one; walls, doors, stairs and devices by their
floor, class and place. Whoever sits in the room then stays in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import STRtree

from twin.model.tables import IN_BUILDING, TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import geopandas as gpd
    from numpy.typing import NDArray

__all__ = ["Match", "Pairs", "match"]

OVERLAP = 0.8
"""Shared area over joint area from which two rooms or walls of one floor, alike in name or class, are the same one."""
_LINK_OVERLAP = 0.5
_NEAR = 0.3
"""Metres between doors, or devices, that are the same one."""
_RISE = 0.5
"""Metres of height by which the same thing may stand otherwise."""
_FLOOR_RISE = 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """One row of the file found in the store: the file's key, the store's, and how alike they lie, 0 to 1 (1 by GlobalId)."""

    new: str
    held: str
    alike: float = 1.0
    by_place: bool = False


Pairs = dict[str, dict[str, Match]]
"""Table → key in the file → match."""


def match(held: Mapping[str, gpd.GeoDataFrame], new: Mapping[str, gpd.GeoDataFrame]) -> Pairs:
    """Find the rows of a newer file among those of the store.

    Parameters
    ----------
    held, new
        Frames by table of one and the same building, in the same coordinates, without rows that are gone.

    Returns
    -------
    Every pair that was found; each row stands in one pair at most.
    """
    pairs: Pairs = {}
    for table in IN_BUILDING:
        if table not in new or table not in held:
            continue
        pairs[table] = _by_id(held[table], new[table])
        if table == "building":
            pairs[table] |= _building(held[table], new[table])
            continue
        left_new = new[table].drop(index=list(pairs[table]))
        left_held = held[table].drop(index=[found.held for found in pairs[table].values()])
        left_held = left_held[left_held["global_id"].notna()]
        if len(left_new) and len(left_held):
            pairs[table] |= _by_place(table, left_held, left_new, pairs)
    return pairs


def _by_id(held: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> dict[str, Match]:
    """Pair rows by the GlobalId that the store remembers of them, then by key."""
    known = _signatures(held)
    found: dict[str, Match] = {}
    used: set[str] = set()
    for signature, key in _signatures(new).items():
        if signature in known:
            found[key] = Match(key, known[signature])
            used.add(known[signature])
    there = set(held.index)
    for key in new.index:
        if key not in found and key in there and key not in used:
            found[key] = Match(key, key)
    return found


def _signatures(frame: gpd.GeoDataFrame) -> dict[tuple[str, str], str]:
    """Name each row by its GlobalId and what its key has behind the sign @ (a panel that stands on further floors)."""
    found: dict[tuple[str, str], str] = {}
    for key, global_id in zip(frame.index, frame["global_id"], strict=True):
        if isinstance(global_id, str):
            found.setdefault((global_id, str(key).partition("@")[2]), str(key))
    return found


def _building(held: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> dict[str, Match]:
    """Pair the one building of either side."""
    if len(held) != 1 or len(new) != 1:
        return {}
    mine, theirs = str(new.index[0]), str(held.index[0])
    return {mine: Match(mine, theirs, 1.0, by_place=mine != theirs)}


def _by_place(table: str, held: gpd.GeoDataFrame, new: gpd.GeoDataFrame, pairs: Pairs) -> dict[str, Match]:
    """Pair what is left by floor, class and place, the most alike first."""
    rows = _PLACES.get(table)
    if rows is None:
        return {}
    first, second = _candidates(table, held, new)
    if table != "floor" and len(first):
        floors = pairs.get("floor", {})
        mapped = np.array([floors[floor].held if floor in floors else floor for floor in new["floor_id"]], dtype=object)
        same = mapped[first] == held["floor_id"].to_numpy(dtype=object)[second]
        first, second = first[same], second[same]
    alike = rows(held, new, first, second) if len(first) else np.zeros(0)
    order = np.lexsort((new.index.to_numpy(dtype=str)[first], held.index.to_numpy(dtype=str)[second], -alike))
    found: dict[str, Match] = {}
    used: set[str] = set()
    for place in order:
        mine, theirs = str(new.index[first[place]]), str(held.index[second[place]])
        if alike[place] > 0 and mine not in found and theirs not in used:
            found[mine] = Match(mine, theirs, float(alike[place]), by_place=True)
            used.add(theirs)
    return found


def _candidates(table: str, held: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Give the rows that touch, as row numbers of `new` and of `held`; of floors all, because some have no outline."""
    if table == "floor":
        first, second = np.meshgrid(np.arange(len(new)), np.arange(len(held)), indexing="ij")
        return first.ravel(), second.ravel()
    distance = _NEAR if TABLES[table].shape in {"POINT", "LINESTRING"} else 0.0
    shapes = np.array(held.geometry, dtype=object)
    found = STRtree(shapes).query(np.array(new.geometry, dtype=object), predicate="dwithin", distance=distance)
    return found[0], found[1]


def _values(frame: gpd.GeoDataFrame, column: str, rows: NDArray[np.intp]) -> NDArray[Any]:
    return frame[column].to_numpy(dtype=object)[rows]


def _heights(frame: gpd.GeoDataFrame, column: str, rows: NDArray[np.intp]) -> NDArray[np.float64]:
    return frame[column].to_numpy(dtype="float64", na_value=np.nan)[rows]


def _overlap(
    held: gpd.GeoDataFrame, new: gpd.GeoDataFrame, first: NDArray[np.intp], second: NDArray[np.intp], least: float
) -> NDArray[np.float64]:
    """Give shared over joint area, 0 where under `least`."""
    one = np.array(new.geometry, dtype=object)[first]
    other = np.array(held.geometry, dtype=object)[second]
    shared = shapely.area(shapely.intersection(one, other))
    joint = shapely.area(one) + shapely.area(other) - shared
    alike = np.divide(shared, joint, out=np.zeros(len(shared)), where=joint > 0)
    return np.where(alike >= least, alike, 0.0)


def _near(
    held: gpd.GeoDataFrame, new: gpd.GeoDataFrame, first: NDArray[np.intp], second: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Give how near the middles lie, 1 for the same place, 0 from `_NEAR` metres on."""
    one = shapely.centroid(np.array(new.geometry, dtype=object)[first])
    other = shapely.centroid(np.array(held.geometry, dtype=object)[second])
    return np.maximum(0.0, 1.0 - shapely.distance(one, other) / _NEAR)


def _level(
    held: gpd.GeoDataFrame, new: gpd.GeoDataFrame, first: NDArray[np.intp], second: NDArray[np.intp], column: str
) -> NDArray[np.bool_]:
    off = np.abs(_heights(new, column, first) - _heights(held, column, second))
    return np.isnan(off) | (off <= _RISE)


def _floors(held: gpd.GeoDataFrame, new: gpd.GeoDataFrame, first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[Any]:
    """Score floors: near in height, and of one name, or of the same number where neither name tells."""
    off = np.abs(_heights(new, "elevation", first) - _heights(held, "elevation", second))
    named = _values(new, "name", first) == _values(held, "name", second)
    numbered = _heights(new, "number", first) == _heights(held, "number", second)
    return np.where((off <= _FLOOR_RISE) & (named | (numbered & (off <= _RISE))), 1.0 - off / (2 * _FLOOR_RISE), 0.0)


def _rooms(held: gpd.GeoDataFrame, new: gpd.GeoDataFrame, first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[Any]:
    """Score rooms: of one number or one name, or both without either, and of nearly the same shape."""
    alike = _overlap(held, new, first, second, OVERLAP)
    told = np.zeros(len(first), dtype=bool)
    silent = np.ones(len(first), dtype=bool)
    for column in ("number", "name"):
        mine, theirs = _values(new, column, first), _values(held, column, second)
        here, there = np.array([bool(text) for text in mine]), np.array([bool(text) for text in theirs])
        told |= here & there & (mine == theirs)
        silent &= ~here & ~there
    return np.where(told | silent, alike, 0.0)


def _walls(held: gpd.GeoDataFrame, new: gpd.GeoDataFrame, first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[Any]:
    same = _values(new, "wall_class", first) == _values(held, "wall_class", second)
    return np.where(same & _level(held, new, first, second, "z_low"), _overlap(held, new, first, second, OVERLAP), 0.0)


def _doors(held: gpd.GeoDataFrame, new: gpd.GeoDataFrame, first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[Any]:
    return np.where(_level(held, new, first, second, "z"), _near(held, new, first, second), 0.0)


def _links(held: gpd.GeoDataFrame, new: gpd.GeoDataFrame, first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[Any]:
    same = _values(new, "link_class", first) == _values(held, "link_class", second)
    return np.where(same, _overlap(held, new, first, second, _LINK_OVERLAP), 0.0)


def _devices(held: gpd.GeoDataFrame, new: gpd.GeoDataFrame, first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[Any]:
    same = _values(new, "device_class", first) == _values(held, "device_class", second)
    return np.where(same & _level(held, new, first, second, "z"), _near(held, new, first, second), 0.0)


_PLACES: dict[str, Callable[[Any, Any, Any, Any], NDArray[Any]]] = {
    "floor": _floors,
    "room": _rooms,
    "wall": _walls,
    "door": _doors,
    "vertical_link": _links,
    "device": _devices,
}
