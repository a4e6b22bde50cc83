"""Walls as vertical panels: body in plan at eye height without openings, foot, top, and whether one sees through.

Openings are never cut out in plan: a door opens its wall where and while it is open, and cutting costs most of the time of the
exact kernel. A panel that stands at eye height on further floors gets a row on each of them, because whoever looks along a floor
asks only for what is on it; those rows are keyed ``GlobalId@number of the floor``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon

from bim_import.bodies import outline_of
from bim_import.footprint import GRID, multipolygon
from bim_import.identity import content_hash
from bim_import.openings import frame_of
from bim_import.section import is_prism, section

if TYPE_CHECKING:
    from bim_import.bodies import Bodies
    from bim_import.elements import Element, Model
    from bim_import.scene import Scene
    from bim_import.storeys import Floor

__all__ = ["Walls", "build_walls"]

_CLASS = {"wall": "wall", "curtain": "curtain", "window": "window", "column": "column", "railing": "railing", "plate": "curtain"}
_GLASS = re.compile(r"玻璃|幕墙|\bglass|\bglaz|\bglas\b|verglas|storefront|curtain", re.IGNORECASE)
_CLEAR = 0.5
"""Share of see-through surface from which a wall is glass."""
_FLAT = 0.3
"""Metres of height below which a plate lies and is no panel."""


@dataclass(frozen=True, slots=True)
class Walls:
    """Rows of table `wall`; `dropped` lists keys by reason; `without_shape` are the elements that have no body."""

    rows: list[dict[str, Any]]
    dropped: dict[str, list[str]]
    without_shape: list[Element]


def build_walls(scene: Scene, eye_height: float) -> Walls:
    """Make the rows of table `wall`; `eye_height` is metres above a floor at which a panel must stand to count for it too."""
    model, bodies = scene.model, scene.bodies
    rows: list[dict[str, Any]] = []
    dropped: dict[str, list[str]] = {}
    without: list[Element] = []
    curtains = {element.step for element in model.of("curtain")}
    for element in model.of(*_CLASS):
        if element.whole in curtains:
            dropped.setdefault("ifc.dropped.part", []).append(element.key)
            continue
        outline = _window_outline(model, bodies, element) if element.group == "window" else bodies.outline.get(element.step)
        if outline is None or outline.is_empty or element.step not in bodies.low:  # a hole in a wall has no height of its own
            without.append(element)
            continue
        low, high = bodies.low[element.step], bodies.high[element.step]
        if element.group == "plate" and high - low < _FLAT:
            dropped.setdefault("ifc.dropped.lies_flat", []).append(element.key)
            continue
        home = scene.floor_of(element, low)
        further = [floor for floor in scene.others(home) if low <= floor.elevation + eye_height <= high]
        rows += _rows(element, [(floor, _seen(element, outline, floor, scene, eye_height)) for floor in (home, *further)], scene)
    return Walls(rows, dropped, without)


def _seen(element: Element, outline: MultiPolygon, floor: Floor, scene: Scene, eye_height: float) -> MultiPolygon:
    """Give what of a panel stands at eye height over a floor: its outline, and of a body that slopes away the stretch that does.

    Some exports bake the openings into the body; the gaps that they leave in the cut are part of the stretch.
    """
    bodies, z = scene.bodies, floor.elevation + eye_height
    low, high = bodies.low[element.step], bodies.high[element.step]
    if element.group != "wall" or not low < z < high or is_prism(outline.area, high - low, bodies.volume[element.step]):
        return outline
    _, vertices, faces, _ = scene.model.meshes.part(int(np.searchsorted(scene.model.meshes.steps, element.step)))
    cut = section(vertices, faces, z)
    return outline if cut.is_empty else multipolygon(shapely.intersection(outline, shapely.convex_hull(cut), grid_size=GRID))


def _rows(element: Element, shapes: list[tuple[Floor, MultiPolygon]], scene: Scene) -> list[dict[str, Any]]:
    """Make one row per floor, the first for the floor it belongs to."""
    low, high = scene.bodies.low[element.step], scene.bodies.high[element.step]
    clear = _see_through(element, scene.bodies.clear.get(element.step, 0.0))
    facts = (element.name, element.type_name, element.psets, round(low, 3), round(high, 3), clear)
    return [
        {
            "wall_id": element.key if place == 0 else f"{element.key}@{floor.number}",
            "building_id": scene.building_of[floor.building],
            "floor_id": floor.key,
            "name": element.name or None,
            "wall_class": "wall" if element.group == "plate" and not clear else _CLASS[element.group],
            "z_low": low,
            "z_high": high,
            "transparent": clear,
            "global_id": element.key,
            "content_hash": content_hash(outline, floor.name, *facts),
            "geometry": outline,
        }
        for place, (floor, outline) in enumerate(shapes)
    ]


def _see_through(element: Element, clear: float) -> bool:
    """Tell whether one sees through: windows, curtain walls and railings always, walls and plates when they are of glass."""
    if element.group in {"window", "curtain", "railing"}:
        return True
    if element.group == "column":
        return False
    return clear >= _CLEAR or bool(_GLASS.search(f"{element.name} {element.type_name} {element.object_type}"))


def _window_outline(model: Model, bodies: Bodies, element: Element) -> MultiPolygon | None:
    """Outline a window through its whole wall, so that it opens the wall's body; by its own mesh where it stands in none."""
    frame = frame_of(model, bodies, element)
    if frame is not None and frame.depth > 0:
        return MultiPolygon([frame.rectangle()])
    own = outline_of(model.meshes, {element.step}).get(element.step)
    return None if own is None else multipolygon(own)
