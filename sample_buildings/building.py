"""One building as drawn: storeys with rooms, walls, doors, windows and columns, in the building's own metres."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from shapely import MultiPolygon, Polygon

from sample_buildings.cells import Cell, tile
from sample_buildings.doors import set_doors
from sample_buildings.garage import column_grid
from sample_buildings.openings import Opening, Storey
from sample_buildings.program import Programme, basement, programme
from sample_buildings.rebalance import rebalance
from sample_buildings.shapes import BAY, CORRIDOR, DEPTH, Shape
from sample_buildings.walls import FACADE, Wall, build_walls, clear_shapes, rounded_box
from sample_buildings.windows import set_windows

if TYPE_CHECKING:
    from sample_buildings.plans import Plan, Spec
    from sample_buildings.uses import Use

COLUMN = 0.5
SLAB = 0.12
CEILING = 0.68
"""What slab finish, ducts and hung ceiling take from a storey besides the slab."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room: `cell` its name in the tiling, `shape` its clear floor, `number` what the plate or the drawing says."""

    cell: str
    use: Use
    number: str
    shape: Polygon


@dataclass(frozen=True, slots=True)
class Floor:
    """One storey, `elevation` above the building's ground floor."""

    number: int
    elevation: float
    height: float
    rooms: tuple[Room, ...]
    walls: tuple[Wall, ...]
    doors: tuple[Opening, ...]
    windows: tuple[Opening, ...]
    columns: tuple[Polygon, ...]

    @property
    def name(self) -> str:
        """Name as people say it."""
        return f"{self.number}层" if self.number > 0 else f"地下{-self.number}层"

    @property
    def clear_height(self) -> float:
        """Height below the hung ceiling."""
        return round(self.height - SLAB - CEILING, 3)


@dataclass(frozen=True, slots=True)
class Building:
    """One building; `origin` is where its zero lies in the district (easting, northing), `turn` anticlockwise from grid east."""

    spec: Spec
    shape: Shape
    floors: tuple[Floor, ...]
    origin: tuple[float, float]
    elevation: float
    turn: float

    @property
    def footprint(self) -> Polygon:
        """Outline to the outer faces of its walls, in its own metres."""
        return self.shape.outline.buffer(FACADE / 2, join_style="mitre")

    @property
    def on_ground(self) -> Polygon | MultiPolygon:
        """What stands on the ground: the footprint, of an underground garage only the houses over its stairs and lifts."""
        if self.floors[-1].number > 0:
            return self.footprint
        houses = [
            room.shape.buffer(FACADE, join_style="mitre") for room in self.floors[-1].rooms if room.use.key in {"stair", "lift"}
        ]
        return shapely.union_all(houses)

    def place(self, shape: Polygon) -> Polygon:
        """Bring a polygon of the building into the district."""
        cosine, sine = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        east, north = self.origin
        return shapely.transform(shape, lambda points: points @ [[cosine, sine], [-sine, cosine]] + [east, north])

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Bring a point of the building into the district."""
        east, north = shapely.get_coordinates(self.place(shapely.points(x, y)))[0]
        return float(east), float(north)


def _columns(cells: list[Cell], shape: Shape) -> list[Polygon]:
    """Stand columns on the corridor lines where no wall hides them: a bay from each side of a hall, every 7.2 m in a garage."""
    found = []
    for cell in cells:
        west, _, east, _ = cell.shape.bounds
        if cell.use.key == "garage":
            spots = _garage_grid(shape) if shape.axes else column_grid(shape)
        elif cell.use.key in {"hall", "service_hall", "canteen"}:
            spots = [(x, y) for x in (west + BAY, east - BAY) for y in (DEPTH, DEPTH + CORRIDOR)]
        else:
            continue
        inner = cell.shape.buffer(-0.6)
        half = COLUMN / 2
        found += [rounded_box((x - half, x + half), (y - half, y + half)) for x, y in spots if shapely.contains_xy(inner, x, y)]
    return found


def _garage_grid(shape: Shape) -> list[tuple[float, float]]:
    """Give the crossings of the 7.2 m grid with both sides of every corridor line, one where corridors meet."""
    _, _, east, north = shape.outline.bounds
    spots = set()
    for (x0, y0), (_, y1) in shape.axes:
        for side in (-CORRIDOR / 2, CORRIDOR / 2):
            if y0 == y1:
                spots |= {(step * 2 * BAY, round(y0 + side, 4)) for step in range(1, int(east / (2 * BAY)) + 1)}
            else:
                spots |= {(round(x0 + side, 4), step * 2 * BAY) for step in range(2, int(north / (2 * BAY)) + 1)}
    kept: list[tuple[float, float]] = []
    for spot in sorted(spots):
        if all(round(math.dist(spot, other), 3) >= CORRIDOR for other in kept):
            kept.append(spot)
    return kept


def _numbers(cells: list[Cell], storey: int) -> list[str]:
    """Give rooms with a plate their numbers in walking order (301, 302 …, B101 below ground), the others letters (3LT1)."""
    place = 0
    marks: Counter[str] = Counter()
    prefix = str(storey) if storey > 0 else f"B{-storey}"
    found = []
    for cell in cells:
        if cell.use.mark:
            marks[cell.use.mark] += 1
            found.append(f"{prefix}{cell.use.mark}{marks[cell.use.mark]}")
        else:
            place += 1
            found.append(f"{prefix}{place:02d}")
    return found


def _floor(shape: Shape, plan: Programme, elevation: float, height: float) -> Floor:
    cells = tile(shape, plan)
    walls = build_walls(cells, shape.outline)
    columns = _columns(cells, shape)
    clear = clear_shapes(cells, walls, columns)
    storey = Storey(shape, plan, cells, clear, walls)
    doors = set_doors(storey)
    windows = set_windows(storey, doors)
    numbers = _numbers(cells, plan.number)
    rooms = tuple(Room(cell.name, cell.use, number, area) for cell, number, area in zip(cells, numbers, clear, strict=True))
    return Floor(plan.number, elevation, height, rooms, tuple(walls), tuple(doors), tuple(windows), tuple(columns))


def _stand(spec: Spec, shape: Shape, frame: dict[str, float]) -> tuple[tuple[float, float], float]:
    """Find where the building's zero lies: its outline's middle stands on `spec.centre` of the compound's frame."""
    x0, y0, x1, y1 = shape.outline.bounds
    turn = frame["turn"] + spec.turn
    u, v = spec.centre
    base, own = math.radians(frame["turn"]), math.radians(turn)
    east = frame["easting"] + u * math.cos(base) - v * math.sin(base)
    north = frame["northing"] + u * math.sin(base) + v * math.cos(base)
    middle = (x0 + x1) / 2, (y0 + y1) / 2
    east -= middle[0] * math.cos(own) - middle[1] * math.sin(own)
    north -= middle[0] * math.sin(own) + middle[1] * math.cos(own)
    return (round(east, 4), round(north, 4)), turn


@dataclass(frozen=True, slots=True)
class Draft:
    """A building before its walls: storeys as number, elevation and height from below, and what goes where on each."""

    spec: Spec
    shape: Shape
    levels: tuple[tuple[int, float, float], ...]
    floors: tuple[Programme, ...]

    @property
    def rooms(self) -> int:
        """Number of rooms, halls and corridors among them."""
        return sum(len(tile(self.shape, floor)) for floor in self.floors)


def draft_buildings(plan: Plan, seed: int) -> list[Draft]:
    """Decide what goes where in every building, merging or splitting offices to meet the rooms that the plan states."""
    found = []
    for spec in plan.building:
        shape, levels = spec.draw(), tuple(spec.storeys_from_below())
        floors = (programme(spec, shape, n, seed) if n > 0 else basement(spec, shape, n) for n, _, _ in levels)
        found.append(Draft(spec, shape, levels, tuple(floors)))
    if plan.rooms:
        have = sum(draft.rooms for draft in found)
        rebalance([floor for draft in found for floor in draft.floors], plan.rooms, have, plan.widest_office)
    return found


def draw_buildings(plan: Plan, seed: int) -> list[Building]:
    """Draw every building of a plan."""
    found = []
    for draft in draft_buildings(plan, seed):
        spec, shape = draft.spec, draft.shape
        levels = zip(draft.floors, draft.levels, strict=True)
        floors = tuple(_floor(shape, floor, base, height) for floor, (_, base, height) in levels)
        origin, turn = _stand(spec, shape, plan.frame)
        found.append(Building(spec, shape, floors, origin, plan.frame["ground"] + spec.plinth, turn))
    return found
