"""Which rooms there are to give: offices in scope that nobody outside the plan uses, sorted into types that serve alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.model.findings import Finding
from twin.space.consolidate.problem import RoomTypes
from twin.space.planning.heads import DEPUTY_TOP_M2

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from twin.space.problem import Problem as Held

    Ints = NDArray[np.int64]

__all__ = ["Pool", "read_pool"]

CHIEF_TOP_M2 = 24.0
"""Ceiling of the lowest rank that sits as a chief, at every level of the standard."""
LEAST_SHARE = 0.5
"""A leader is not put into a room smaller than this share of the ceiling."""
NOT_FOR_OTHERS = frozenset({"office", "corridor", "stair", "lift", "shaft", "toilet", "equipment", "storage"})
"""Classes that go with offices; where rooms of all others together have more area than the offices, the floor serves others."""
LEAST_OFFICE_M2 = 4.0
"""An office smaller than this seats nobody."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Rooms to give, floors standing building by building from below.

    Attributes
    ----------
    row
        Row of each room in the report's arrays (N).
    floor, type, holder
        Floor and type of each room; the department (its row in the report's arrays) that has most people there today, or −1.
    xy
        A point inside each room, CRS of the snapshot, m, shape (N, 2).
    building
        Building of each floor.
    """

    row: NDArray[np.intp]
    floor: Ints
    type: Ints
    holder: Ints
    xy: NDArray[np.float64]
    types: RoomTypes
    floors: tuple[str, ...]
    floor_names: tuple[str, ...]
    building: Ints
    buildings: tuple[str, ...]
    building_names: tuple[str, ...]

    def count(self) -> Ints:
        """Count rooms by floor and type, shape (F, T)."""
        rooms = np.zeros((len(self.floors), len(self.types.seats)), dtype=np.int64)
        np.add.at(rooms, (self.floor, self.type), 1)
        return rooms

    def areas(self, held: Held) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Give the net usable area of all rooms, of whatever class, on each floor and in each building of the pool, m²."""
        floors, buildings = ({key: place for place, key in enumerate(keys)} for keys in (self.floors, self.buildings))
        floor_m2, building_m2 = np.zeros(len(floors)), np.zeros(len(buildings))
        for floor, building, area in zip(held.room_floor, held.room_building, held.area, strict=True):
            if floor in floors:
                floor_m2[floors[floor]] += area
            if building in buildings:
                building_m2[buildings[building]] += area
        return floor_m2, building_m2

    def serving(self, held: Held) -> list[int]:
        """Give the floors that serve others more than offices (halls, canteens, meeting floors): they cannot be given up."""
        place = {key: n for n, key in enumerate(self.floors)}
        office, other = np.zeros(len(place)), np.zeros(len(place))
        for floor, kind, area in zip(held.room_floor, held.room_class, held.area, strict=True):
            if floor in place and (kind == "office" or kind not in NOT_FOR_OTHERS):
                (office if kind == "office" else other)[place[floor]] += area
        return [int(f) for f in np.flatnonzero(other > office)]


def read_pool(snapshot: Snapshot, held: Held, departments: NDArray[np.intp], seat_m2: float, found: list[Finding]) -> Pool:
    """Take the offices that the departments of the plan use, or nobody.

    Offices that others use as well are left to them, and too small ones to nobody; findings say how many.
    """
    holder = _holders(held)
    planned = set(departments.tolist())
    others = {int(room) for room, row in zip(held.use_room, held.use_department, strict=True) if int(row) not in planned}
    office = held.room_class == "office"
    taken = np.array([row in others for row in range(len(held.rooms))], dtype=bool)
    small = office & ~taken & (held.area < LEAST_OFFICE_M2)
    for code, number in (("plan.rooms_of_others", int((office & taken).sum())), ("plan.rooms_too_small", int(small.sum()))):
        if number:
            found.append(Finding("info", code, table="room", values={"count": number, "least": LEAST_OFFICE_M2}))
    rows = np.flatnonzero(office & ~taken & ~small)
    order = np.lexsort((held.rooms[rows].astype(str), held.room_floor[rows].astype(str), held.room_storey[rows],
                        held.room_building[rows].astype(str)))  # fmt: skip
    rows = rows[order]
    floors = tuple(dict.fromkeys(held.room_floor[rows]))
    buildings = tuple(dict.fromkeys(held.room_building[rows]))
    house = dict(zip(held.room_floor[rows], held.room_building[rows], strict=True))
    at = dict(zip(held.room_floor[rows], held.room_place[rows], strict=True))
    name = dict(zip(snapshot.keys("building"), snapshot.column("building", "name"), strict=True))
    place = {key: n for n, key in enumerate(floors)}
    types, kind = _types(held.area[rows], seat_m2)
    return Pool(
        row=rows,
        floor=np.array([place[key] for key in held.room_floor[rows]], dtype=np.int64),
        type=kind,
        holder=np.where(np.isin(holder[rows], departments), holder[rows], -1),
        xy=_points(snapshot, held.rooms[rows]),
        types=types,
        floors=floors,
        floor_names=tuple(str(at[key]) for key in floors),
        building=np.array([buildings.index(house[key]) for key in floors], dtype=np.int64),
        buildings=buildings,
        building_names=tuple(str(name.get(key) or key) for key in buildings),
    )


def _types(area: NDArray[np.float64], seat_m2: float) -> tuple[RoomTypes, Ints]:
    """Sort rooms by seats and by which leaders may sit in them; the area of a type is the mean of its rooms."""
    seats = np.maximum(1, np.floor(area / seat_m2 + 1e-9)).astype(np.int64)
    chief = (area >= LEAST_SHARE * CHIEF_TOP_M2) & (area <= CHIEF_TOP_M2)
    deputy = (area >= LEAST_SHARE * DEPUTY_TOP_M2) & (area <= DEPUTY_TOP_M2)
    table = np.column_stack([seats, chief, deputy])
    kinds, kind = np.unique(table, axis=0, return_inverse=True)
    kind = kind.reshape(-1)
    mean = np.bincount(kind, area, len(kinds)) / np.maximum(1, np.bincount(kind, minlength=len(kinds)))
    types = RoomTypes(
        name=tuple(f"{mean_m2:.1f} m² × {n}" for mean_m2, (n, _, _) in zip(mean, kinds, strict=True)),
        area_m2=np.round(mean, 3),
        seats=kinds[:, 0].astype(np.int64),
        chief_may=kinds[:, 1].astype(bool),
        deputy_may=kinds[:, 2].astype(bool),
    )
    return types, kind.astype(np.int64)


def _holders(held: Held) -> Ints:
    """Give the department with most people in each room of the report, the first of equals; −1 where nobody is."""
    most = np.zeros(len(held.rooms), dtype=np.int64)
    holder = np.full(len(held.rooms), -1, dtype=np.int64)
    for room, row, heads in zip(held.use_room, held.use_department, held.use_heads, strict=True):
        if holder[room] < 0 or heads > most[room]:
            most[room], holder[room] = heads, row
    return holder


def _points(snapshot: Snapshot, rooms: NDArray[np.object_]) -> NDArray[np.float64]:
    """Give a point inside each room; the origin for one without a shape."""
    place = {key: row for row, key in enumerate(snapshot.keys("room"))}
    shapes = snapshot.column("room", "geometry")[[place[key] for key in rooms]]
    points = shapely.point_on_surface(shapes)
    return np.nan_to_num(np.column_stack([shapely.get_x(points), shapely.get_y(points)]))
