"""What the meshes say of each element: outline in plan, lowest and highest point, volume."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from bim_import.footprint import GRID, extents, footprints, multipolygon, volumes

if TYPE_CHECKING:
    from shapely.geometry import MultiPolygon

    from bim_import.elements import Meshes, Model

__all__ = ["Bodies", "measure"]

_OUTLINED = ("space", "curtain", "wall", "column", "railing", "plate", "stair", "ramp", "transport")
_PARTED = ("curtain", "stair", "ramp")
"""Groups whose elements may be drawn by their parts."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """Outline, lowest and highest z, volume and see-through share of elements, by step; what has no mesh is missing.

    A curtain wall, stair or ramp drawn by its parts has theirs. Doors, windows and openings have no outline here: theirs comes
    from the wall they stand in (`outline_of` makes one from the mesh where there is no wall).
    """

    outline: dict[int, MultiPolygon]
    low: dict[int, float]
    high: dict[int, float]
    volume: dict[int, float]
    clear: dict[int, float]


def measure(model: Model) -> Bodies:
    """Measure the bodies of a model."""
    meshes = model.meshes
    low, high = extents(meshes)
    steps = [int(step) for step in meshes.steps]
    bodies = Bodies(
        outline=_outlines(model),
        low=dict(zip(steps, map(float, low), strict=True)),
        high=dict(zip(steps, map(float, high), strict=True)),
        volume=dict(zip(steps, map(float, volumes(meshes)), strict=True)),
        clear=dict(zip(steps, map(float, meshes.clear), strict=True)),
    )
    _add_parts(model, bodies)
    return bodies


def _outlines(model: Model) -> dict[int, MultiPolygon]:
    wanted = {element.step for element in model.of(*_OUTLINED)}
    curtains = {element.step for element in model.of("curtain")}
    wanted |= {element.step for element in model.of("body") if element.whole in curtains}
    return outline_of(model.meshes, wanted)


def outline_of(meshes: Meshes, steps: set[int]) -> dict[int, MultiPolygon]:
    """Outline some elements in plan, by step."""
    chosen = meshes.select(steps)
    return dict(zip((int(step) for step in chosen.steps), footprints(chosen), strict=True))


def _add_parts(model: Model, bodies: Bodies) -> None:
    """Give every whole the union of its parts."""
    parts: dict[int, list[int]] = {}
    for element in model.elements.values():
        if element.whole and element.step in bodies.low:
            parts.setdefault(element.whole, []).append(element.step)
    for whole in model.of(*_PARTED):
        own = [step for step in (whole.step, *parts.get(whole.step, ())) if step in bodies.low]
        if not own or own == [whole.step]:
            continue
        outlines = [bodies.outline[step] for step in own if step in bodies.outline]
        bodies.outline[whole.step] = multipolygon(shapely.union_all(outlines, grid_size=GRID))
        bodies.low[whole.step] = min(bodies.low[step] for step in own)
        bodies.high[whole.step] = max(bodies.high[step] for step in own)
        bodies.clear[whole.step] = float(np.mean([bodies.clear.get(step, 0.0) for step in own]))
