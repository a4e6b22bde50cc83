"""Rooms as IfcSpace: the clear floor drawn up to the ceiling, the door number as name, its area as a base quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sample_buildings.building import Floor
    from sample_buildings.ifc_building import StoreyFrame
    from sample_buildings.ifc_file import Entity, IfcWriter


def write_rooms(out: IfcWriter, floor: Floor, frame: StoreyFrame) -> dict[str, Entity]:
    """Write the rooms of one storey; gives the spaces by the name of their cell."""
    found = {}
    for room in floor.rooms:
        path = (floor.number, "room", room.cell)
        solid = out.prism(room.shape, floor.clear_height)
        space = out.rooted(
            "IfcSpace", path, room.number,
            ObjectPlacement=frame.placement, Representation=out.body(frame.body, solid),
            LongName=room.use.zh, CompositionType="ELEMENT",
            PredefinedType="PARKING" if room.use.key == "garage" else "INTERNAL",
        )  # fmt: skip
        quantities = [
            out.add("IfcQuantityArea", "NetFloorArea", None, None, round(room.shape.area, 4)),
            out.once("IfcQuantityLength", "Height", None, None, floor.clear_height),
        ]
        holder = out.rooted("IfcElementQuantity", (*path, "qto"), "Qto_SpaceBaseQuantities", Quantities=quantities)
        out.rooted("IfcRelDefinesByProperties", (*path, "defines"), RelatedObjects=[space], RelatingPropertyDefinition=holder)
        out.classify(room.use.group, space)
        found[room.cell] = space
    return found
