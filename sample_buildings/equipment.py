"""Equipment that a building's file carries: meters, boards, pumps, cabinets, hydrants; cameras and chargers come from tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from sample_buildings.building import Floor, Room
    from sample_buildings.ifc_building import StoreyFrame
    from sample_buildings.ifc_file import Entity, IfcWriter, Vector


@dataclass(frozen=True, slots=True)
class Device:
    """A kind of equipment: class of the model, IFC class, predefined type, name, size, and height of its foot above the floor."""

    device_class: str
    ifc: str
    predefined: str
    zh: str
    size: Vector
    foot: float = 0.0


_METER = Device("meter", "IfcFlowMeter", "ENERGYMETER", "智能电表", (0.3, 0.15, 0.4), 1.4)
_BOARD = Device("electrical", "IfcElectricDistributionBoard", "DISTRIBUTIONBOARD", "配电箱", (0.6, 0.25, 0.8), 1.2)
_RACK = Device("network", "IfcCommunicationsAppliance", "NETWORKAPPLIANCE", "网络机柜", (0.6, 0.8, 2.0))
_COOLER = Device("hvac", "IfcUnitaryEquipment", "AIRCONDITIONINGUNIT", "机房空调", (0.9, 0.6, 1.9))

IN_ROOMS: dict[str, tuple[Device, ...]] = {
    "power": (_METER, _BOARD, _BOARD),
    "riser": (_METER, _BOARD),
    "server": (_RACK, _RACK, _RACK, _COOLER),
    "air": (Device("hvac", "IfcUnitaryEquipment", "AIRHANDLER", "空调机组", (1.6, 1.0, 1.8)),),
    "pump": (
        Device("pump", "IfcPump", "CIRCULATOR", "生活水泵", (0.8, 0.5, 0.9)),
        Device("pump", "IfcPump", "CIRCULATOR", "消防水泵", (0.8, 0.5, 0.9)),
        Device("meter", "IfcFlowMeter", "WATERMETER", "总水表", (0.3, 0.2, 0.3), 0.8),
    ),
    "transformer": (Device("electrical", "IfcTransformer", "VOLTAGE", "干式变压器", (1.8, 1.2, 1.9)), _BOARD, _METER),
    "corridor": (Device("fire", "IfcFireSuppressionTerminal", "FIREHYDRANT", "室内消火栓箱", (0.65, 0.2, 0.8), 0.9),),
    "fire_control": (Device("fire", "IfcController", "MULTIPOSITION", "火灾报警控制器", (0.8, 0.4, 1.8)),),
}
"""What stands in rooms of a use, along the side away from the way in."""


def stand(room: Room, place: int, size: Vector) -> tuple[float, float]:
    """Find where the `place`-th piece of a room stands: in a row along its west wall, clear of wall and door."""
    x0, y0, x1, y1 = room.shape.bounds
    step = 0.25 + size[0] / 2 + place * 1.1
    if x1 - x0 > y1 - y0:
        found = (min(x0 + step, x1 - size[0] / 2 - 0.05), y1 - size[1] / 2 - 0.05)
    else:
        found = (x0 + size[0] / 2 + 0.05, min(y1 - step, y1 - size[1] / 2 - 0.05))
    if not shapely.contains_xy(room.shape, *found):
        inside = room.shape.representative_point()
        found = (inside.x, inside.y)
    return round(found[0], 4), round(found[1], 4)


def write_equipment(out: IfcWriter, floor: Floor, frame: StoreyFrame) -> list[Entity]:
    """Write the equipment of one storey."""
    found = []
    for room in floor.rooms:
        for place, device in enumerate(IN_ROOMS.get(room.use.key, ())):
            x, y = stand(room, place, device.size)
            found.append(
                out.rooted(
                    device.ifc, (floor.number, "device", room.cell, place), f"{device.zh} {room.number}-{place + 1}",
                    ObjectType=device.zh, PredefinedType=device.predefined,
                    ObjectPlacement=out.placement(frame.placement, (x, y, device.foot)),
                    Representation=out.body(frame.body, out.box(device.size)),
                )
            )  # fmt: skip
    return found
