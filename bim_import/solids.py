"""Which bodies stand in the 3D file of which floor: walls, slabs, doors, windows, stairs; no furniture, no rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bim_import.elements import Meshes
from bim_import.footprint import extents
from bim_import.mesh import Body, floor_glb

if TYPE_CHECKING:
    from pathlib import Path

    from bim_import.elements import Element
    from bim_import.scene import Scene

__all__ = ["write_glbs"]

_KIND = {
    "wall": "wall",
    "column": "wall",
    "window": "glass",
    "curtain": "glass",
    "plate": "glass",
    "door": "door",
    "railing": "frame",
    "stair": "stair",
    "ramp": "stair",
    "body": "slab",
}
"""Kind of body (see `mesh.KINDS`) of each group that is drawn."""


def write_glbs(scene: Scene, workdir: Path) -> dict[str, str]:
    """Write a GLB for every floor that has bodies.

    Returns
    -------
    Floor key → name of its file in `workdir`.
    """
    meshes = _drawn(scene)
    drawn: dict[str, list[Body]] = {}
    for place, (step, low) in enumerate(zip(meshes.steps, extents(meshes)[0], strict=True)):
        element = scene.model.elements[int(step)]
        floor = scene.floor_of(element, float(low))
        drawn.setdefault(floor.key, []).append(Body(element.key, _kind(element), place))
    found = {}
    for number, (key, bodies) in enumerate(sorted(drawn.items())):
        found[key] = f"{number}.glb"
        (workdir / found[key]).write_bytes(floor_glb(meshes, bodies, key))
    return found


def _drawn(scene: Scene) -> Meshes:
    """Take the bodies to draw; of an element with openings the body from which they are cut."""
    wanted = {element.step for element in scene.model.of(*_KIND)}
    cut = {int(step) for step in scene.model.cut.steps} & wanted
    chosen = (scene.model.cut.select(cut), scene.model.meshes.select(wanted - cut))
    return Meshes.of([meshes.part(place) for meshes in chosen for place in range(len(meshes))])


def _kind(element: Element) -> str:
    return "frame" if element.ifc_class == "IfcMember" else _KIND[element.group]
