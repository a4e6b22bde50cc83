"""The way out as arrays: each building's rooms, doors, stairs and lifts as a walker finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.indoor import Indoor
from twin.model.errors import DataError, UnknownKeyError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["House", "Params", "Problem", "Storey", "build", "exits_of"]


@dataclass(frozen=True, slots=True)
class Params:
    """`buildings`: keys of those asked about, all where empty."""

    buildings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Storey:
    """A floor: its key, name and number, and its rooms as rows of the house's arrays."""

    floor_id: str
    name: str
    number: int
    rooms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class House:
    """A building: `indoor` holds its arrays.

    `room_ids`, `titles` (number and name) and `classes` are beside its rooms, `door_ids` and `link_ids` beside its doors and
    links. `storeys`: from the top down. `high_rise`: whether it counts as a high-rise building.
    """

    building_id: str
    name: str
    high_rise: bool
    indoor: Indoor
    room_ids: tuple[str, ...]
    titles: tuple[str, ...]
    classes: tuple[str, ...]
    door_ids: tuple[str, ...]
    link_ids: tuple[str, ...]
    storeys: tuple[Storey, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """The houses asked about, by key, of one version of the store."""

    version: int
    params: Params
    houses: tuple[House, ...]


def build(snapshot: Snapshot, params: Params = Params()) -> Problem:
    """Read the buildings from a snapshot; rooms without an outline are left out.

    Raises
    ------
    UnknownKeyError
        ``key.unknown`` for a building.
    DataError
        ``fleet.escape.no_rooms`` if none of the buildings has a room with an outline.
    """
    known = snapshot.keys("building")
    for key in params.buildings:
        if key not in known:
            raise UnknownKeyError("key.unknown", table="building", key=key)
    wanted = params.buildings or tuple(sorted(map(str, known)))
    houses = tuple(house for house in (_house(snapshot, key) for key in wanted) if house is not None)
    if not houses:
        raise DataError("fleet.escape.no_rooms", buildings=len(wanted))
    return Problem(snapshot.version, params, houses)


def _house(snapshot: Snapshot, building: str) -> House | None:
    column = snapshot.column
    shapes = column("room", "geometry")
    drawn = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    rooms = np.flatnonzero((column("room", "building_id") == building) & drawn)
    if len(rooms) == 0:
        return None
    place = {key: at for at, key in enumerate(snapshot.keys("room")[rooms])}
    doors = np.flatnonzero((column("door", "building_id") == building) & ~shapely.is_missing(column("door", "geometry")))
    openings = column("door", "geometry")[doors]
    middles = shapely.get_coordinates(shapely.line_interpolate_point(openings, 0.5, normalized=True)).reshape(-1, 2)
    sides = _places(place, column("door", "room_a_id")[doors], column("door", "room_b_id")[doors])
    links = np.flatnonzero(
        (column("vertical_link", "building_id") == building) & ~shapely.is_missing(column("vertical_link", "geometry"))
    )
    row = snapshot.row("building", building)
    floors = column("room", "floor_id")[rooms]
    numbers, names = column("room", "number")[rooms], column("room", "name")[rooms]
    return House(
        building_id=building,
        name=str(row["name"] or building),
        high_rise=row["storey_class"] == "high_rise",
        indoor=Indoor(
            rooms=shapes[rooms],
            floors=floors,
            doors=middles,
            sides=sides,
            outside=column("door", "entrance")[doors].astype(bool),
            links=shapely.get_coordinates(shapely.point_on_surface(column("vertical_link", "geometry")[links])).reshape(-1, 2),
            ends=_places(place, column("vertical_link", "room_id")[links], column("vertical_link", "up_room_id")[links]),
            kinds=column("vertical_link", "link_class")[links],
            rise=_rise(snapshot, links),
        ),
        room_ids=tuple(place),
        titles=tuple(
            " ".join(str(part) for part in pair if part) or key for *pair, key in zip(numbers, names, place, strict=True)
        ),
        classes=tuple(column("room", "room_class")[rooms]),
        door_ids=tuple(snapshot.keys("door")[doors]),
        link_ids=tuple(snapshot.keys("vertical_link")[links]),
        storeys=_storeys(snapshot, building, floors),
    )


def _places(place: dict[str, int], *sides: NDArray[Any]) -> NDArray[np.int64]:
    """Give the rows of rooms by key, -1 where there is none."""
    return np.array([[place.get(key, -1) for key in side] for side in sides], dtype=np.int64).T.reshape(-1, len(sides))


def _rise(snapshot: Snapshot, links: NDArray[np.intp]) -> NDArray[np.float64]:
    """Give metres from each link's floor to the one above it, 0 where none is named."""
    height = dict(zip(snapshot.keys("floor"), snapshot.column("floor", "elevation"), strict=True))
    low, high = (snapshot.column("vertical_link", name)[links] for name in ("floor_id", "up_floor_id"))
    return np.array([height[b] - height[a] if a in height and b in height else 0.0 for a, b in zip(low, high, strict=True)])


def _storeys(snapshot: Snapshot, building: str, floors: NDArray[Any]) -> tuple[Storey, ...]:
    rows = np.flatnonzero(snapshot.column("floor", "building_id") == building)
    keys, names, numbers = snapshot.keys("floor")[rows], *(snapshot.column("floor", name)[rows] for name in ("name", "number"))
    found = [
        Storey(str(key), str(name or key), int(number), tuple(np.flatnonzero(floors == key).tolist()))
        for key, name, number in zip(keys, names, numbers, strict=True)
    ]
    return tuple(sorted((storey for storey in found if storey.rooms), key=lambda storey: (-storey.number, storey.floor_id)))


def exits_of(house: House, rooms: Sequence[int]) -> list[tuple[str, int]]:
    """Give the exits of a floor: its doors that lead out or into a stairwell, and stairs that stand in the open."""
    indoor, here = house.indoor, set(rooms)
    wells = {room for room in here if house.classes[room] == "stair"}
    found = [
        ("door", row)
        for row, sides in enumerate(indoor.sides.tolist())
        if here & set(sides) and (indoor.outside[row] or wells & set(sides))
    ]
    for row, (kind, ends) in enumerate(zip(indoor.kinds, indoor.ends.tolist(), strict=True)):
        found += [("link", row)] if kind == "stair" and (here - wells) & set(ends) else []
    return found
