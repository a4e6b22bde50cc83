"""One building as drawn: storeys with rooms, walls, doors, windows and columns, in the building's own metres."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import shapely
from shapely import Polygon, box

from sample_buildings.cells import Cell, tile
from sample_buildings.openings import Opening, Storey, set_doors, set_windows
from sample_buildings.plans import Plan, Spec
from sample_buildings.program import Programme, basement, programme, rebalance
from sample_buildings.shapes import BAY, CORRIDOR, DEPTH, Shape
from sample_buildings.uses import Use
from sample_buildings.walls import FACADE, Wall, build_walls, clear_shapes

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
    """Stand columns on the 7.2 m grid of the corridor lines where a hall has no wall to hide them."""
    found = []
    for cell in cells:
        if cell.use.key not in {"hall", "service_hall", "canteen", "garage"}:
            continue
        inner = cell.shape.buffer(-0.6)
        for step in range(1, int(shape.outline.bounds[2] / (2 * BAY)) + 1):
            for y in (DEPTH, DEPTH + CORRIDOR):
                x = round(step * 2 * BAY, 4)
                if shapely.contains_xy(inner, x, y):
                    found.append(box(x - COLUMN / 2, y - COLUMN / 2, x + COLUMN / 2, y + COLUMN / 2))
    return found


def _numbers(cells: list[Cell], storey: int) -> list[str]:
    """Number rooms with a plate in walking order (301, 302 …, B01 below ground), the others by letters (3LT1)."""
    place = 0
    marks: Counter[str] = Counter()
    prefix = str(storey) if storey > 0 else "B"
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


def _count(shape: Shape, plan: Programme) -> int:
    return len(tile(shape, plan))


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


def draw_buildings(plan: Plan, seed: int) -> list[Building]:
    """Draw every building of a plan; where the plan states a number of rooms, offices are merged or split to meet it."""
    drafts = []
    for spec in plan.building:
        shape = spec.draw()
        levels = spec.storeys_from_below()
        drafts.append(
            (spec, shape, levels, [programme(spec, shape, n, seed) if n > 0 else basement(spec, shape) for n, _, _ in levels])
        )
    if plan.rooms:
        have = sum(_count(shape, floor) for _, shape, _, floors in drafts for floor in floors)
        rebalance([floor for *_, floors in drafts for floor in floors], plan.rooms, have)
    found = []
    for spec, shape, levels, floors in drafts:
        drawn = tuple(_floor(shape, floor, base, height) for floor, (_, base, height) in zip(floors, levels, strict=True))
        origin, turn = _stand(spec, shape, plan.frame)
        found.append(Building(spec, shape, drawn, origin, plan.frame["ground"] + spec.plinth, turn))
    return found
