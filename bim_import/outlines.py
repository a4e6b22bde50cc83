"""Outlines of floors and buildings: what rooms and walls cover together, closed up a little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely
from shapely.geometry import MultiPolygon, Polygon

from bim_import.footprint import GRID, multipolygon
from bim_import.identity import content_hash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bim_import.elements import Element
    from bim_import.scene import Scene
    from bim_import.storeys import Floor

__all__ = ["building_rows", "floor_outline", "floor_rows", "outlined_by_devices"]

_ENCLOSING = ("wall", "curtain", "window")
"""Panels that bound a floor; a column may stand before the house."""
_CLOSE = 0.3
"""Metres: gaps up to twice this (plaster, shafts' walls, a missing panel) do not split a floor."""
_WELL = 10.0
"""m²: a smaller hole is a shaft that nobody drew as a room; a larger one is a courtyard."""
_TEMPLATE_NAMES = {
    "building", "building/name", "default", "default building", "my project", "project name", "project number", "project/name",
    "xyz",
}  # fmt: skip
"""Names that authoring tools fill in when nobody gave one, lower case."""
_HIGH_RISE = 24.0
"""Metres above which a public building is a high-rise, 高层民用建筑 (GB 50352, GB 50016)."""


def floor_outline(shapes: Iterable[Any]) -> MultiPolygon:
    """Outline what some areas cover together.

    Parameters
    ----------
    shapes
        Rooms and wall bodies of one floor.
    """
    # rounded once at the end: rounding at every step makes the union take three times as long
    covered = shapely.set_precision(shapely.union_all(list(shapes)), GRID)
    closed = shapely.buffer(shapely.buffer(covered, _CLOSE, join_style="mitre"), -_CLOSE, join_style="mitre")
    parts = [part for part in shapely.get_parts(closed) if part.geom_type == "Polygon"]
    return multipolygon(shapely.union_all([_without_wells(part) for part in parts]))


def _without_wells(part: Polygon) -> Polygon:
    return Polygon(part.exterior, [ring for ring in part.interiors if Polygon(ring).area >= _WELL])


def floor_rows(scene: Scene, rooms: list[dict[str, Any]], walls: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Make the rows of table `floor`; a storey without rooms and walls has no outline."""
    shapes: dict[str, list[Any]] = {}
    for row in [*rooms, *walls]:
        if row.get("wall_class", "wall") in _ENCLOSING:
            shapes.setdefault(row["floor_id"], []).append(row["geometry"])
    tops = {floor.key: _top(floor, rooms) for floor in scene.floors}
    found = []
    for floor in scene.floors:
        outline = floor_outline(shapes[floor.key]) if floor.key in shapes else MultiPolygon()
        height = floor.height if floor.height is not None else tops[floor.key]
        row = {
            "floor_id": floor.key,
            "building_id": scene.building_of[floor.building],
            "name": floor.name or None,
            "number": floor.number,
            "elevation": floor.elevation,
            "height": height,
            "global_id": floor.key,
            "content_hash": content_hash(outline, floor.name, floor.number, round(floor.elevation, 3), floor.psets),
            "geometry": outline,
        }
        found.append(row)
    return found


def _top(floor: Floor, rooms: list[dict[str, Any]]) -> float | None:
    """Take the highest room of a top floor for its height, as nothing stands above."""
    tops = [row["elevation"] + row["height"] - floor.elevation for row in rooms if row["floor_id"] == floor.key]
    return max(tops) if tops else None


def building_rows(scene: Scene, floors: list[dict[str, Any]], tops: list[tuple[str, float]]) -> list[dict[str, Any]]:
    """Make the rows of table `building`.

    Parameters
    ----------
    floors
        Rows of table `floor`.
    tops
        Key of the building and highest point of each wall and room, metres.
    """
    elements = {building.step: building for building in scene.model.buildings}
    found = []
    for step, key in sorted(scene.building_of.items()):
        own = [row for row in floors if row["building_id"] == key]
        top = max((z for building, z in tops if building == key), default=0.0)
        found.append(_building_row(elements.get(step), key, _name(elements.get(step), scene), own, top))
    return found


def _building_row(element: Element | None, key: str, name: str, floors: list[dict[str, Any]], top: float) -> dict[str, Any]:
    footprint = multipolygon(shapely.union_all([row["geometry"] for row in floors], grid_size=GRID))
    ground = min((row["elevation"] for row in floors if row["number"] == 1), default=min(row["elevation"] for row in floors))
    height = max(0.0, top - ground)
    return {
        "building_id": key,
        "name": name,
        "storey_class": "high_rise" if height > _HIGH_RISE else "multi_storey",
        "elevation": ground,
        "height": height,
        "georeference": "none",
        "global_id": element.key if element is not None else None,
        "content_hash": content_hash(footprint, name, len(floors), round(height, 3)),
        "geometry": footprint,
    }


def outlined_by_devices(buildings: list[dict[str, Any]], devices: list[dict[str, Any]]) -> None:
    """Give a building without rooms and walls the ground that its devices stand on, so that it can be put on a map; in place."""
    for row in buildings:
        points = [device["geometry"] for device in devices if device["building_id"] == row["building_id"]]
        if row["geometry"].is_empty and points:
            row["geometry"] = multipolygon(shapely.buffer(shapely.convex_hull(shapely.union_all(points)), _CLOSE))


def _name(element: Element | None, scene: Scene) -> str:
    """Name a building; where the file gives no name or a template's, the project's or the file's is taken."""
    own = [element.name, element.long_name] if element is not None else []
    for text in (*own, str(scene.model.about["project"])):
        if text and text.lower().strip(" /") not in _TEMPLATE_NAMES:
            return text
    return scene.name.rsplit(".", 1)[0]
