"""What rooms are for: the name on the door, the class of the model, and how such a room is built.

The groups are those of the 2014 standard (发改投资〔2014〕2674号): 办公室, 服务用房, 设备用房, 附属用房; what
serves all, such as corridors and stairs, is 交通及公共部分 here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DoorKind = Literal["office", "meeting", "store", "toilet", "fire", "lift", "shaft", "hall", "entrance", "exit", "ramp"]
WindowKind = Literal["office", "high", "hall", "corridor", ""]


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a room; `mark` is the letter code of rooms without a plate, `window` is empty where no window belongs."""

    key: str
    zh: str
    room_class: str
    group: str
    door: DoorKind = "office"
    window: WindowKind = "office"
    solid: bool = False
    """True where the walls round it are masonry also towards the next office."""
    mark: str = ""


_OFFICE, _SERVICE, _EQUIPMENT, _ANCILLARY, _COMMON = "办公室", "服务用房", "设备用房", "附属用房", "交通及公共部分"

_ALL = (
    Use("office", "办公室", "office", _OFFICE),
    Use("chief", "办公室", "office", _OFFICE),
    Use("deputy", "办公室", "office", _OFFICE),
    Use("meeting", "会议室", "meeting", _SERVICE, "meeting"),
    Use("auditorium", "多功能厅", "meeting", _SERVICE, "meeting", solid=True),
    Use("reception", "接待室", "reception", _SERVICE),
    Use("petition", "信访接待室", "reception", _SERVICE),
    Use("archive", "档案室", "archive", _SERVICE, "store", solid=True),
    Use("duty", "值班室", "duty", _SERVICE),
    Use("fire_control", "消防控制室", "equipment", _EQUIPMENT, solid=True),
    Use("mail", "收发室", "service", _SERVICE),
    Use("copy", "文印室", "service", _SERVICE),
    Use("library", "图书资料室", "archive", _SERVICE),
    Use("clinic", "医务室", "service", _SERVICE),
    Use("secret", "机要室", "archive", _SERVICE, solid=True),
    Use("tea", "开水间", "service", _SERVICE, "toilet", "", solid=True),
    Use("storage", "储藏室", "storage", _SERVICE, "store"),
    Use("store_room", "库房", "storage", _SERVICE, "store", "", solid=True),
    Use("server", "信息机房", "machine", _EQUIPMENT, "store", solid=True),
    Use("power", "配电间", "equipment", _EQUIPMENT, "store", "high", solid=True),
    Use("pump", "水泵房", "equipment", _EQUIPMENT, "store", "", solid=True),
    Use("transformer", "变配电室", "equipment", _EQUIPMENT, "store", "", solid=True),
    Use("air", "空调机房", "equipment", _EQUIPMENT, "store", "high", solid=True),
    Use("command", "应急指挥中心", "technical", _ANCILLARY, "meeting", solid=True),
    Use("activity", "党员活动室", "ancillary", _ANCILLARY, "meeting"),
    Use("canteen", "餐厅", "canteen", _ANCILLARY, "meeting", "hall", solid=True),
    Use("kitchen", "厨房", "canteen", _ANCILLARY, "store", solid=True),
    Use("garage", "地下车库", "garage", _ANCILLARY, "fire", "", solid=True, mark="CK"),
    Use("hall", "门厅", "hall", _COMMON, "hall", "hall", solid=True, mark="MT"),
    Use("service_hall", "政务服务大厅", "reception", _COMMON, "hall", "hall", solid=True, mark="MT"),
    Use("lobby", "电梯厅", "hall", _COMMON, "hall", "", solid=True, mark="QS"),
    Use("corridor", "走廊", "corridor", _COMMON, "fire", "corridor", solid=True, mark="ZL"),
    Use("stair", "楼梯间", "stair", _COMMON, "fire", "corridor", solid=True, mark="LT"),
    Use("lift", "电梯", "lift", _COMMON, "lift", "", solid=True, mark="DT"),
    Use("riser", "强电井", "shaft", _EQUIPMENT, "shaft", "", solid=True, mark="QD"),
    Use("duct", "管道井", "shaft", _EQUIPMENT, "shaft", "", solid=True, mark="GJ"),
    Use("men", "男卫生间", "toilet", _COMMON, "toilet", "high", solid=True, mark="WM"),
    Use("women", "女卫生间", "toilet", _COMMON, "toilet", "high", solid=True, mark="WF"),
)

USES: dict[str, Use] = {use.key: use for use in _ALL}
"""Every use by key."""

WAYS = ("corridor", "hall", "service_hall", "lobby", "garage", "canteen")
"""Uses that other rooms open to, the preferred first."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Size of a door in metres; `fire` is its rating, empty for none."""

    zh: str
    width: float
    height: float
    operation: str
    fire: str = ""


LEAVES: dict[DoorKind, Leaf] = {
    "office": Leaf("木门", 1.0, 2.1, "SINGLE_SWING_LEFT"),
    "meeting": Leaf("双扇木门", 1.5, 2.1, "DOUBLE_DOOR_SINGLE_SWING"),
    "store": Leaf("甲级防火门", 1.2, 2.1, "DOUBLE_DOOR_SINGLE_SWING", "甲级"),
    "toilet": Leaf("卫生间门", 0.9, 2.1, "SINGLE_SWING_LEFT"),
    "fire": Leaf("乙级防火门", 1.5, 2.1, "DOUBLE_DOOR_SINGLE_SWING", "乙级"),
    "lift": Leaf("电梯层门", 1.1, 2.1, "DOUBLE_DOOR_SLIDING"),
    "shaft": Leaf("检修门", 0.7, 2.0, "SINGLE_SWING_RIGHT", "丙级"),
    "hall": Leaf("双扇玻璃门", 1.8, 2.4, "DOUBLE_DOOR_SINGLE_SWING"),
    "entrance": Leaf("主入口玻璃门", 2.4, 2.6, "DOUBLE_DOOR_SINGLE_SWING"),
    "exit": Leaf("安全出口门", 1.5, 2.1, "DOUBLE_DOOR_SINGLE_SWING", "乙级"),
    "ramp": Leaf("车库卷帘门", 5.4, 2.4, "ROLLINGUP"),
}
"""Doors by kind; widths are clear openings."""


@dataclass(frozen=True, slots=True)
class Pane:
    """Size of a window in metres; `sill` is above the finished floor."""

    zh: str
    width: float
    height: float
    sill: float


PANES: dict[WindowKind, Pane] = {
    "office": Pane("断桥铝窗", 1.8, 1.7, 0.9),
    "high": Pane("高窗", 0.9, 0.8, 1.7),
    "hall": Pane("落地玻璃窗", 2.7, 2.7, 0.15),
    "corridor": Pane("走廊窗", 1.5, 1.5, 1.0),
}
"""Windows by kind."""
