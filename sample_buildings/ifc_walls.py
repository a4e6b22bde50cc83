"""Walls with their openings, and the doors and windows that fill them; each door says which rooms it bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_buildings.building import SLAB
from sample_buildings.uses import LEAVES, PANES

if TYPE_CHECKING:
    from sample_buildings.building import Floor
    from sample_buildings.ifc_building import StoreyFrame
    from sample_buildings.ifc_file import Entity, IfcWriter
    from sample_buildings.openings import Opening
    from sample_buildings.walls import Wall

FRAME, LEAF = 0.06, 0.05
"""Width of a door or window frame and thickness of a leaf."""
_X, _Y = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)
_STUFF = {0.3: "钢筋混凝土及外墙保温", 0.2: "加气混凝土砌块", 0.1: "轻钢龙骨石膏板"}


def write_walls(out: IfcWriter, floor: Floor, frame: StoreyFrame, rooms: dict[str, Entity]) -> list[Entity]:
    """Write walls, doors and windows of one storey; gives all that the storey contains, openings not among it."""
    found: list[Entity] = []
    hosts: dict[str, tuple[Wall, Entity, Entity]] = {}
    for wall in floor.walls:
        entity, placement = _wall(out, floor, frame, wall)
        hosts[wall.name] = (wall, entity, placement)
        found.append(entity)
    for kind, openings in (("door", floor.doors), ("window", floor.windows)):
        for opening in openings:
            found.append(_fill(out, floor, frame, (kind, opening), hosts[opening.wall]))
            if kind == "door":
                _bound(out, floor, opening, found[-1], rooms)
    return found


def _wall(out: IfcWriter, floor: Floor, frame: StoreyFrame, wall: Wall) -> tuple[Entity, Entity]:
    middle = (wall.low + wall.high) / 2
    place = (wall.at, middle, 0.0) if wall.upright else (middle, wall.at, 0.0)
    placement = out.placement(frame.placement, place, _Y if wall.upright else _X)
    size = (round(wall.high - wall.low, 4), wall.thickness, round(floor.height - SLAB, 4))
    entity = out.rooted(
        "IfcWall", (floor.number, "wall", wall.name), f"{'外墙' if wall.external else '内墙'}{round(wall.thickness * 1000)}",
        ObjectPlacement=placement, Representation=out.body(frame.body, out.box(size)),
        PredefinedType="PARTITIONING" if wall.thickness < 0.15 else "SOLIDWALL",
    )  # fmt: skip
    out.material(_STUFF[wall.thickness], entity)
    out.common("Pset_WallCommon", entity, IsExternal=wall.external)
    return entity, placement


def _fill(
    out: IfcWriter, floor: Floor, frame: StoreyFrame, what: tuple[str, Opening], host: tuple[Wall, Entity, Entity]
) -> Entity:
    """Cut an opening into its wall and put a door or a window into it."""
    kind, opening = what
    wall, wall_entity, wall_placement = host
    path = (floor.number, kind, opening.name)
    along = opening.centre[1 if wall.upright else 0] - (wall.low + wall.high) / 2
    hole_placement = out.placement(wall_placement, (along - opening.width / 2, 0.0, opening.sill))
    middle = (opening.width / 2, 0.0, 0.0)
    hole = out.rooted(
        "IfcOpeningElement", (*path, "hole"), ObjectPlacement=hole_placement, PredefinedType="OPENING",
        Representation=out.body(frame.body, out.box((opening.width, wall.thickness + 0.02, opening.height), middle)),
    )  # fmt: skip
    out.rooted("IfcRelVoidsElement", (*path, "void"), RelatingBuildingElement=wall_entity, RelatedOpeningElement=hole)
    external = not opening.rooms[1]
    zh = LEAVES[opening.kind].zh if kind == "door" else PANES[opening.kind].zh  # type: ignore[index]
    more = {"OperationType": LEAVES[opening.kind].operation} if kind == "door" else {"PartitioningType": "SINGLE_PANEL"}  # type: ignore[index]
    entity = out.rooted(
        "IfcDoor" if kind == "door" else "IfcWindow", path, zh,
        ObjectPlacement=out.placement(hole_placement, (0.0, 0.0, 0.0)),
        Representation=_body(out, frame, kind, opening), OverallHeight=opening.height, OverallWidth=opening.width,
        PredefinedType=kind.upper(), **more,
    )  # fmt: skip
    out.rooted("IfcRelFillsElement", (*path, "fill"), RelatingOpeningElement=hole, RelatedBuildingElement=entity)
    if kind == "door":
        rating = LEAVES[opening.kind].fire  # type: ignore[index]
        out.common("Pset_DoorCommon", entity, IsExternal=external, FireExit=opening.kind == "exit", FireRating=rating)
    else:
        out.common("Pset_WindowCommon", entity, IsExternal=external)
    return entity


def _body(out: IfcWriter, frame: StoreyFrame, kind: str, opening: Opening) -> Entity:
    """Write jambs, head (a window: sill too) and leaf; equal doors share one shape."""
    width, height = opening.width, opening.height
    depth = opening.thickness
    foot = 0.0 if kind == "door" else FRAME
    parts = [
        out.box((FRAME, depth, height), (FRAME / 2, 0.0, 0.0)),
        out.box((FRAME, depth, height), (width - FRAME / 2, 0.0, 0.0)),
        out.box((width - 2 * FRAME, depth, FRAME), (width / 2, 0.0, height - FRAME)),
        out.box((width - 2 * FRAME, LEAF, height - FRAME - foot), (width / 2, 0.0, foot)),
    ]
    if kind == "window":
        parts.append(out.box((width - 2 * FRAME, depth, FRAME), (width / 2, 0.0, 0.0)))
    return out.body(frame.body, *parts)


def _bound(out: IfcWriter, floor: Floor, opening: Opening, door: Entity, rooms: dict[str, Entity]) -> None:
    """Say which rooms a door bounds."""
    side = "INTERNAL" if opening.rooms[1] else "EXTERNAL"
    for cell in opening.rooms:
        if cell:
            out.rooted(
                "IfcRelSpaceBoundary", (floor.number, "door", opening.name, "bounds", cell),
                RelatingSpace=rooms[cell], RelatedBuildingElement=door,
                PhysicalOrVirtualBoundary="PHYSICAL", InternalOrExternalBoundary=side,
            )  # fmt: skip
