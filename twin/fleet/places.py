"""Places people name: longitude and latitude, or the key or name of a room, parking, charger, gate or entrance."""

from __future__ import annotations

import difflib
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import shapely

from gis.crs import WGS84, to_crs
from gis.faults import GisError
from twin.model.errors import DataError, UnknownKeyError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.model.snapshot import Snapshot

__all__ = ["Door", "Kind", "Place", "resolve_place"]

Kind = Literal["point", "room", "parking", "charger", "gate", "door"]

_LON_LAT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*[,，]\s*(-?\d+(?:\.\d+)?)\s*\Z")
_NAMED: tuple[Kind, ...] = ("room", "parking", "charger", "gate", "door")
_MOST_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Door:
    """An entrance of a building, the middle of its opening, metres in the snapshot's CRS."""

    key: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Place:
    """A place in metres of the snapshot's CRS.

    `text`: as it was asked for. `x`, `y`: of the thing itself; of an area a point inside it. `doors`: the entrances of a room's
    building by key, none for other kinds. `door`: the one nearest to the room as the crow flies, through which one goes out and
    in; None for other kinds.
    """

    text: str
    kind: Kind
    key: str
    name: str
    x: float
    y: float
    doors: tuple[Door, ...] = ()
    door: Door | None = None

    @property
    def outside(self) -> tuple[float, float]:
        """Where one stands outdoors: at the entrance for a room, at the place itself otherwise."""
        return (self.x, self.y) if self.door is None else (self.door.x, self.door.y)


def resolve_place(snapshot: Snapshot, text: str) -> Place:
    """Find the place that a text names.

    Parameters
    ----------
    snapshot
        Of a district, or of one building.
    text
        ``lon,lat`` in degrees of WGS 84; a key of `room`, `parking`, `charger`, `gate` or of an entrance in `door`; or their
        number or name, with the building's name before it where that is needed ("甲楼 101"), if only one has it.

    Raises
    ------
    UsageError
        ``fleet.place.ambiguous`` naming the candidates; ``fleet.place.not_entrance``; ``fleet.place.no_crs`` for a position where
        the snapshot is of a building not yet on the ground; ``crs.not_degrees``.
    UnknownKeyError
        ``fleet.place.unknown`` with the closest keys and names.
    DataError
        ``fleet.place.no_shape`` if the thing has no geometry, ``fleet.place.no_entrance`` if a room's building has no entrance.
    """
    found = _LON_LAT.match(text)
    if found:
        return _point(snapshot, text, float(found[1]), float(found[2]))
    wanted = text.strip()
    for kind in _NAMED:
        if wanted in snapshot.frame(kind).index:
            return _thing(snapshot, text, kind, wanted)
    named = sorted({(kind, key) for kind, key, name in _names(snapshot) if name == wanted})
    if len(named) == 1:
        return _thing(snapshot, text, *named[0])
    if named:
        raise UsageError(
            "fleet.place.ambiguous", text=wanted, count=len(named), candidates=_list(_told(snapshot, *pair) for pair in named)
        )
    raise UnknownKeyError("fleet.place.unknown", text=wanted, close=_closest(snapshot, wanted))


def _list(texts: Iterator[str]) -> str:
    """Join the first few texts."""
    told = list(texts)
    return "; ".join(told[:_MOST_CANDIDATES]) + (" …" if len(told) > _MOST_CANDIDATES else "")


def _point(snapshot: Snapshot, text: str, lon: float, lat: float) -> Place:
    """Bring a position to the snapshot's CRS."""
    if snapshot.crs is None:
        raise UsageError("fleet.place.no_crs", text=text)
    if not (abs(lon) <= 180.0 and abs(lat) <= 90.0):
        raise UsageError("crs.not_degrees", lon=lon, lat=lat)
    try:
        at = to_crs(shapely.Point(lon, lat), WGS84, snapshot.crs)
    except GisError as error:
        raise UsageError(error.code, **error.values) from error
    return Place(text, "point", "", text.strip(), float(at.x), float(at.y))


def _thing(snapshot: Snapshot, text: str, kind: Kind, key: str) -> Place:
    """Place a row of a table."""
    row = snapshot.row(kind, key)
    if kind == "door" and not bool(row["entrance"]):
        raise UsageError("fleet.place.not_entrance", key=key)
    at = _middle(row["geometry"])
    if at is None:
        raise DataError("fleet.place.no_shape", table=kind, key=key)
    name = _label(row, kind)
    if kind != "room":
        return Place(text, kind, key, name, *at)
    doors = _entrances(snapshot, row["building_id"])
    if not doors:
        raise DataError("fleet.place.no_entrance", key=key, building=row["building_id"])
    nearest = min(doors, key=lambda door: (math.hypot(door.x - at[0], door.y - at[1]), door.key))
    return Place(text, kind, key, name, *at, doors=doors, door=nearest)


def _middle(shape: Any) -> tuple[float, float] | None:
    """Give the middle of a line, a point inside an area, a point itself."""
    if shape is None or shape.is_empty:
        return None
    at = shape.interpolate(0.5, normalized=True) if shape.geom_type == "LineString" else shape.representative_point()
    return float(at.x), float(at.y)


def _entrances(snapshot: Snapshot, building: str) -> tuple[Door, ...]:
    """Give the entrances of a building by key."""
    rows = np.flatnonzero((snapshot.column("door", "building_id") == building) & snapshot.column("door", "entrance"))
    keys, names, shapes = (snapshot.column("door", name)[rows] for name in ("door_id", "name", "geometry"))
    placed = ((key, name, _middle(shape)) for key, name, shape in zip(keys, names, shapes, strict=True))
    return tuple(Door(key, name or key, *at) for key, name, at in placed if at is not None)


def _label(row: Any, kind: Kind) -> str:
    """Give number and name of a row, its key if it has neither."""
    parts = [row["number"]] if kind == "room" else []
    return " ".join(part for part in [*parts, row["name"]] if part) or str(row[f"{kind}_id"])


def _names(snapshot: Snapshot) -> Iterator[tuple[Kind, str, str]]:
    """Give every name by which a thing may be called; entrances only among the doors."""
    buildings = dict(zip(snapshot.keys("building"), snapshot.column("building", "name"), strict=True))
    for kind in _NAMED:
        keys, names = snapshot.keys(kind), snapshot.column(kind, "name")
        open_ = snapshot.column("door", "entrance") if kind == "door" else np.ones(len(keys), dtype=bool)
        homes = snapshot.column(kind, "building_id") if kind in {"room", "door"} else np.full(len(keys), None)
        numbers = snapshot.column("room", "number") if kind == "room" else np.full(len(keys), None)
        for key, name, number, home in zip(keys[open_], names[open_], numbers[open_], homes[open_], strict=True):
            for word in {name, number, f"{number} {name}"} - {None}:
                yield kind, key, word
                if buildings.get(home):
                    yield kind, key, f"{buildings[home]} {word}"


def _told(snapshot: Snapshot, kind: Kind, key: str) -> str:
    """Name a candidate so that one can choose: its key, and where it is."""
    row = snapshot.row(kind, key)
    home = row.get("building_id")
    building = snapshot.frame("building")["name"].get(home) if home else None
    return " ".join(part for part in (key, f"({building} {_label(row, kind)})" if building else f"({_label(row, kind)})") if part)


def _closest(snapshot: Snapshot, wanted: str) -> str:
    """Name the keys and names that look most like a text."""
    words = {str(key) for kind in _NAMED for key in snapshot.keys(kind)} | {name for _, _, name in _names(snapshot)}
    return "; ".join(difflib.get_close_matches(wanted, sorted(words), n=5, cutoff=0.4)) or "—"
