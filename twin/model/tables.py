"""The one schema: every table and column of the model with type, unit, key, allowed values and meaning.

From here come the SQL of both stores, the data dictionary in the docs and the strategies of the tests.
Lengths are metres, areas m², times seconds, energy kWh, angles degrees; a heading is clockwise from north;
`z` and `elevation` are metres above the district's datum (in a building not yet placed: above its own zero).
"""

from __future__ import annotations

from twin.model.columns import Table
from twin.model.declaring import column as _column
from twin.model.declaring import count as _count
from twin.model.declaring import flag as _flag
from twin.model.declaring import key as _key
from twin.model.declaring import number as _number
from twin.model.declaring import ref as _ref
from twin.model.declaring import text as _text
from twin.model.register import REGISTER_TABLES

ROOM_CLASSES = (
    "office", "meeting", "reception", "archive", "duty", "service", "equipment", "machine", "corridor",
    "hall", "stair", "lift", "shaft", "toilet", "storage", "canteen", "garage", "ancillary", "technical", "other",
)  # fmt: skip
"""Room classes: office 办公室, service rooms 服务用房 (meeting … storage), equipment rooms 设备用房, ancillary 附属用房."""

LEVELS = ("central", "provincial", "city", "county", "township")
RANKS = (
    "部级正职", "部级副职", "正司(局)级", "副司(局)级", "处级", "处级以下",
    "省级正职", "省级副职", "正厅(局)级", "副厅(局)级", "正处级", "副处级",
    "市级正职", "市级副职", "正局(处)级", "副局(处)级", "局(处)级以下",
    "县级正职", "县级副职", "正科级", "副科级", "科级以下",
    "乡级正职", "乡级副职", "乡级以下",
)  # fmt: skip
"""Ranks as the 2014 standard names them (发改投资〔2014〕2674号); which belong to a level: twin/space/standards.toml."""

_NAME = _text("name", "名称", "Name as people say it")
_SOURCE = (
    _text("source_id", "来源文件", "The imported file that said so first; a newer one that says the same leaves it"),
    _text("global_id", "IFC 全局标识", "GlobalId of the element in its IFC file"),
    _text("content_hash", "内容指纹", "Digest of what the file said of this element; equal = unchanged"),
    _flag("gone", "已消失", "True where the newest import of the source no longer holds this element"),
)
_Z = _number("z", "高程", "Height above the district's datum", "m")
_BUILDING = _ref("building", "所在建筑", required=True)
_FLOOR = _ref("floor", "所在楼层", required=True)

_SITE = Table("site", "院区", "Grounds of an office district", (
    _key("site", "院区"), _NAME,
    _text("level", "机关级别", "Level of government, which decides the standard", allowed=LEVELS),
), shape="MULTIPOLYGON")  # fmt: skip

_BUILDING_TABLE = Table("building", "建筑", "A building; geometry is its footprint", (
    _key("building", "建筑"), _ref("site", "所在院区"), _NAME,
    _text("storey_class", "层数类别", "多层 or 高层, decides the coefficient K", allowed=("multi_storey", "high_rise")),
    _number("elevation", "首层高程", "Elevation of the ground floor", "m"),
    _number("height", "建筑高度", "Height above the ground floor", "m", low=0.0, high=1000.0),
    _text("georeference", "定位依据", "What put the building on the ground", allowed=(
        "control_points", "map_conversion", "epset_map_conversion", "manual", "survey", "none")),
    _number("place_e", "东移", "Easting of the model's origin in the store's CRS", "m"),
    _number("place_n", "北移", "Northing of the model's origin", "m"),
    _number("place_z", "上移", "Elevation of the model's zero", "m"),
    _number("place_rotation_deg", "旋转", "Anticlockwise turn from model x to grid east", "°"),
    _number("place_scale", "尺度", "Grid metres per model metre", "1", low=0.9, high=1.1),
    _number("place_residual", "定位残差", "Root mean square of the control points' residuals", "m", low=0.0),
    *_SOURCE,
), shape="MULTIPOLYGON", in_building=True)  # fmt: skip

_FLOOR_TABLE = Table("floor", "楼层", "A storey; geometry is its outline", (
    _key("floor", "楼层"), _BUILDING, _NAME,
    _count("number", "层序", "1 is the ground floor, 2 the next above, -1 the first basement", required=True, low=-20, high=300),
    _number("elevation", "楼面高程", "Elevation of the finished floor", "m", required=True),
    _number("height", "层高", "Floor to floor", "m", low=0.0, high=100.0),
    *_SOURCE,
), shape="MULTIPOLYGON", in_building=True)  # fmt: skip

_ROOM = Table("room", "房间", "A room; geometry is its floor as drawn", (
    _key("room", "房间"), _BUILDING, _FLOOR,
    _text("number", "房号", "Door number"), _NAME,
    _text("room_class", "房间类别", "Class by use", required=True, allowed=ROOM_CLASSES),
    _number("area_m2", "使用面积", "Net usable area as drawn, 使用面积", "m²", required=True, low=0.0),
    _number("area_file_m2", "文件所载面积", "Area that the source file states", "m²", low=0.0),
    _text("area_basis", "文件面积口径", "Which rule the file's area follows, e.g. BaseQuantities.NetFloorArea"),
    _number("height", "净高", "Clear height", "m", low=0.0, high=100.0),
    _number("elevation", "地面高程", "Elevation of the room's floor", "m"),
    *_SOURCE,
), shape="MULTIPOLYGON", in_building=True)  # fmt: skip

_WALL = Table("wall", "墙体", "A vertical panel: geometry is its body in plan, openings not cut out", (
    _key("wall", "墙体"), _BUILDING, _FLOOR, _NAME,
    _text("wall_class", "墙体类别", "What kind of panel", required=True, allowed=("wall", "curtain", "window", "column", "railing")),
    _number("z_low", "底高程", "Elevation of its foot", "m", required=True),
    _number("z_high", "顶高程", "Elevation of its top", "m", required=True),
    _flag("transparent", "透明", "True where one can see through it", required=True),
    *_SOURCE,
), shape="MULTIPOLYGON", in_building=True)  # fmt: skip

_DOOR = Table("door", "门", "A door; geometry is the line across its opening", (
    _key("door", "门"), _BUILDING, _FLOOR, _NAME,
    _ref("room", "一侧房间", name="room_a_id"), _ref("room", "另一侧房间", name="room_b_id"),
    _flag("entrance", "出入口", "True where it leads out of the building", required=True),
    _number("width", "净宽", "Width of the opening", "m", low=0.0, high=30.0),
    _number("height", "净高", "Height of the opening", "m", low=0.0, high=30.0),
    _number("depth", "墙厚", "Thickness of the wall it stands in", "m", low=0.0, high=5.0),
    _Z, *_SOURCE,
), shape="LINESTRING", in_building=True)  # fmt: skip

_VERTICAL_LINK = Table("vertical_link", "竖向交通", "A stair, lift or ramp on one floor; geometry is its place", (
    _key("vertical_link", "竖向交通"), _BUILDING, _FLOOR, _NAME,
    _text("link_class", "类别", "Kind", required=True, allowed=("stair", "lift", "ramp", "escalator")),
    _ref("room", "所在房间"),
    _ref("floor", "通往的上一层", name="up_floor_id"),
    _ref("room", "上一层对应房间", name="up_room_id"),
    *_SOURCE,
), shape="MULTIPOLYGON", in_building=True)  # fmt: skip

_DEVICE = Table("device", "设备", "Equipment of a building", (
    _key("device", "设备"), _BUILDING, _ref("floor", "所在楼层"), _ref("room", "所在房间"), _NAME,
    _text("device_class", "设备类别", "Class by what it does", required=True, allowed=(
        "camera", "charger", "meter", "sensor", "access_control", "lighting", "outlet", "hvac", "pump", "valve", "pipe",
        "electrical", "fire", "lift_machine", "sanitary", "network", "furniture", "other")),
    _text("type_name", "型号", "Name of its type object"),
    _text("ifc_class", "IFC 类", "Class of the element in its file"),
    _Z, *_SOURCE,
), shape="POINT", in_building=True, protected_where=("device_class", "camera"))  # fmt: skip

_DEPARTMENT = Table("department", "部门", "An organ or unit that uses offices", (
    _key("department", "部门"), _text("name", "名称", "Name", required=True),
    _text("level", "机关级别", "Level of government", required=True, allowed=LEVELS),
    _ref("department", "上级部门", name="parent_id"),
))  # fmt: skip

_POST = Table("post", "编制", "Established posts of a department by rank, head-counts never names", (
    _key("post", "编制"), _ref("department", "部门", required=True),
    _text("rank", "职级", "Rank as the standard names it", required=True, allowed=RANKS),
    _count("established", "编制人数", "Established posts (编制定员)", required=True, low=0),
))  # fmt: skip

_OCCUPANCY = Table("occupancy", "使用", "Who uses which room, how many, from when to when", (
    _key("occupancy", "使用"), _ref("room", "房间", required=True), _ref("department", "部门", required=True),
    _text("rank", "职级", "Rank of the people, empty for a room that serves all", allowed=RANKS),
    _count("head_count", "人数", "People of this rank who sit here", required=True, low=0),
    _column("date", "valid_from", "起", "First day"), _column("date", "valid_to", "止", "Last day; empty = still so"),
))  # fmt: skip

_CELL = Table("cell", "安防网格", "Security grid cell", (
    _key("cell", "网格"), _ref("site", "所在院区"), _NAME,
    _text("guard_class", "防护级别", "特殊/重点/基础", allowed=("special", "key", "basic")),
    _text("responsible", "责任单位", "Responsible unit"),
    _count("patrol_interval_min", "巡查间隔", "Minutes between patrols", unit="min", low=1, high=10080),
    _text("duties", "职责内容", "What is watched and done in it, 定内容"),
    _text("procedure", "处置程序", "What is done when something happens, step by step, 定程序"),
    _number("required_px_m", "要求密度", "Pixels per metre that it should be seen with; empty = by its guard class", "px/m",
            low=0.0, high=10000.0),
), shape="MULTIPOLYGON")  # fmt: skip

_CAMERA = Table("camera", "摄像机", "A camera with lens and pose", (
    _key("camera", "摄像机"), _text("name", "名称", "Name as people say it, by custom where it hangs", protected=True),
    _ref("building", "所在建筑"), _ref("floor", "所在楼层", protected=True),
    _text("lens", "镜头", "Kind of lens", required=True, allowed=("fixed", "varifocal", "dome", "ptz", "fisheye", "panoramic"),
          protected=True),
    _number("z", "安装高程", "Elevation of the lens above the datum", "m", protected=True),
    _number("heading_deg", "朝向", "Clockwise from grid north", "°", low=0.0, high=360.0, protected=True),
    _number("tilt_deg", "俯角", "Below the horizon", "°", low=-90.0, high=90.0, protected=True),
    _number("hfov_deg", "水平视角", "Horizontal field of view", "°", required=True, low=0.0, high=360.0, protected=True),
    _number("vfov_deg", "垂直视角", "Vertical field of view", "°", low=0.0, high=180.0, protected=True),
    _number("range_m", "视距", "Farthest useful distance", "m", required=True, low=0.0, high=5000.0, protected=True),
    _count("width_px", "水平像素", "Pixels across", unit="px", low=1, high=100000, protected=True),
    _text("status", "状态", "Working order", allowed=("working", "faulty", "maintenance")),
    _text("national_code", "国标编码", "20-digit device code of GB/T 28181", protected=True),
    _number("hfov_wide_deg", "广角端视角", "Widest horizontal field of view of a lens that zooms", "°", low=0.0, high=360.0, protected=True),
    _number("hfov_tele_deg", "长焦端视角", "Narrowest horizontal field of view of a lens that zooms", "°", low=0.0, high=360.0,
            protected=True),
    _number("night_range_m", "夜间视距", "Farthest useful distance in the dark, by its own infrared light; empty = as by day", "m",
            low=0.0, high=5000.0, protected=True),
), shape="POINT")  # fmt: skip

_CAMERA_PRESET = Table("camera_preset", "摄像机预置位", "A position of a PTZ camera, or one sensor of a panoramic one", (
    _key("camera_preset", "预置位"), _ref("camera", "摄像机", required=True),
    _text("name", "名称", "What it looks at", protected=True),
    _text("kind", "类别", "One after the other on a tour, or a sensor that always looks", required=True,
          allowed=("preset", "sensor"), protected=True),
    _count("place", "次序", "Place on the tour, from 1", low=1, high=1000, protected=True),
    _number("heading_deg", "朝向", "Clockwise from grid north", "°", low=0.0, high=360.0, protected=True),
    _number("tilt_deg", "俯角", "Below the horizon; empty = the camera's", "°", low=-90.0, high=90.0, protected=True),
    _number("hfov_deg", "水平视角", "Horizontal field of view; empty = the camera's", "°", low=0.0, high=360.0, protected=True),
    _number("vfov_deg", "垂直视角", "Vertical field of view; empty = the camera's", "°", low=0.0, high=180.0, protected=True),
    _number("range_m", "视距", "Farthest useful distance; empty = the camera's", "m", low=0.0, high=5000.0, protected=True),
    _count("width_px", "水平像素", "Pixels across; empty = the camera's", unit="px", low=1, high=100000, protected=True),
    _number("dwell_s", "停留时间", "How long the tour stays; empty = as long as at each other, 0 = not on the tour", "s", low=0.0,
            high=86400.0, protected=True),
    _number("travel_s", "转动时间", "How long it turns to the next one and watches nothing", "s", low=0.0, high=3600.0, protected=True),
))  # fmt: skip

_PRIVACY_MASK = Table("privacy_mask", "隐私遮挡", "What a camera's picture is blacked out over; geometry is the ground it takes away", (
    _key("privacy_mask", "隐私遮挡"), _ref("camera", "摄像机", required=True),
    _text("reason", "缘由", "Whose privacy it keeps", protected=True),
), shape="MULTIPOLYGON")  # fmt: skip

_CAMERA_OUTAGE = Table("camera_outage", "摄像机停用", "A time in which a camera shows nothing: maintenance, a fault", (
    _key("camera_outage", "停用"), _ref("camera", "摄像机", required=True),
    _column("datetime", "starts_at", "起", "Begin", required=True, protected=True),
    _column("datetime", "ends_at", "止", "End; empty = still so", protected=True),
    _text("repeats", "重复", "Again at the same hours", allowed=("daily", "weekly"), protected=True),
    _text("reason", "缘由", "Why", allowed=("maintenance", "fault", "power", "network", "other"), protected=True),
))  # fmt: skip

_PARKING = Table("parking", "停车场", "A car park", (
    _key("parking", "停车场"), _ref("site", "所在院区"), _NAME,
    _text("parking_class", "类别", "Kind", allowed=("surface", "underground", "garage")),
    _count("capacity", "车位数", "Bays", low=0),
), shape="MULTIPOLYGON")  # fmt: skip

_CHARGER = Table("charger", "充电桩", "A charging point", (
    _key("charger", "充电桩"), _ref("parking", "所在停车场"), _NAME,
    _number("power_kw", "功率", "Rated power", "kW", required=True, low=0.0, high=2000.0),
    _text("current", "电流类型", "Slow alternating or fast direct current", allowed=("ac", "dc")),
    _text("status", "状态", "Working order", allowed=("working", "faulty", "maintenance")),
), shape="POINT")  # fmt: skip

_GATE = Table("gate", "大门", "A gate of the grounds", (
    _key("gate", "大门"), _ref("site", "所在院区"), _NAME,
    _text("gate_class", "类别", "Who passes", allowed=("vehicle", "pedestrian", "both")),
), shape="POINT")  # fmt: skip

_STOP = Table("stop", "站点", "A stop of the shuttle buses", (
    _key("stop", "站点"), _NAME, _ref("site", "所在院区"),
), shape="POINT")  # fmt: skip

_METER = Table("meter", "计量表", "A meter; its readings live in a store of their own", (
    _key("meter", "计量表"), _NAME,
    _text("medium", "介质", "What it counts", required=True, allowed=("electricity", "water", "gas", "heat")),
    _ref("building", "所在建筑"), _ref("floor", "所在楼层"), _ref("room", "所在房间"),
    _ref("meter", "上级表", name="parent_id"), _ref("department", "用能单位"), _Z,
), shape="POINT")  # fmt: skip

_VEHICLE = Table("vehicle", "车辆", "An official vehicle", (
    _key("vehicle", "车辆"), _ref("department", "使用部门"), _ref("parking", "停放地"),
    _text("plate_code", "号牌代号", "Pseudonym of the plate"),
    _text("vehicle_class", "车型", "Kind", required=True, allowed=("sedan", "suv", "van", "minibus", "bus", "truck", "patrol")),
    _text("energy", "能源", "What drives it", required=True, allowed=("petrol", "diesel", "hybrid", "electric")),
    _count("seats", "座位数", "Seats", low=1, high=100),
    _number("battery_kwh", "电池容量", "Usable battery", "kWh", low=0.0, high=1000.0),
    _number("consumption_kwh_km", "百公里电耗÷100", "Consumption", "kWh/km", low=0.0, high=5.0),
    _number("height", "车高", "Height", "m", low=0.0, high=6.0), _number("mass_t", "总质量", "Gross mass", "t", low=0.0, high=60.0),
))  # fmt: skip

_TRIP = Table("trip", "用车", "A journey asked for or made", (
    _key("trip", "用车"), _ref("vehicle", "车辆"), _ref("department", "用车部门"),
    _text("from_place", "起点", "lon,lat or a key"), _text("to_place", "终点", "lon,lat or a key"),
    _column("datetime", "depart_at", "出发", "Earliest departure"), _column("datetime", "arrive_at", "到达", "Latest arrival"),
    _count("people", "人数", "People", low=1, high=100),
))  # fmt: skip

_ROAD = Table("road", "道路", "One stretch of road between two nodes", (
    _key("road", "道路"), _NAME,
    _text("from_node", "起点节点", "Node at the first vertex", required=True),
    _text("to_node", "终点节点", "Node at the last vertex", required=True),
    _text("road_class", "道路等级", "Class, as OpenStreetMap's highway values", required=True),
    _flag("oneway", "单行", "True where only from_node → to_node is allowed", required=True),
    _number("speed_kmh", "车速", "Speed driven", "km/h", low=1.0, high=200.0),
    _count("lanes", "车道数", "Lanes", low=1, high=20),
    _number("height_limit", "限高", "Greatest vehicle height", "m", low=0.5, high=20.0),
    _number("weight_limit_t", "限重", "Greatest vehicle mass", "t", low=0.1, high=200.0),
    _text("access", "通行权", "Who may drive", allowed=("public", "private", "gate", "no")),
), shape="LINESTRING")  # fmt: skip

_TURN_BAN = Table("turn_ban", "禁止转向", "A turn that is forbidden", (
    _key("turn_ban", "禁止转向"), _ref("road", "驶出道路", name="from_road_id", required=True),
    _text("via_node", "经由节点", "Node of the turn", required=True),
    _ref("road", "驶入道路", name="to_road_id", required=True),
))  # fmt: skip

_ORDER = (
    _SITE, _BUILDING_TABLE, _FLOOR_TABLE, _ROOM, _WALL, _DOOR, _VERTICAL_LINK, _DEVICE, _DEPARTMENT, _POST, _OCCUPANCY,
    _CELL, _CAMERA, _CAMERA_PRESET, _PRIVACY_MASK, _CAMERA_OUTAGE, _PARKING, _CHARGER, _GATE, _STOP, _METER, _VEHICLE, _TRIP,
    _ROAD, _TURN_BAN, *REGISTER_TABLES,
)  # fmt: skip

TABLES: dict[str, Table] = {table.name: table for table in _ORDER}
"""Every table by name, in an order in which each refers to earlier ones or to itself only."""

IN_BUILDING: tuple[str, ...] = tuple(table.name for table in _ORDER if table.in_building)
"""Tables that an IFC file fills."""

UNDRAWN: frozenset[str] = frozenset({"building", "floor", "room", "meter"})
"""Tables of which a row is of use without a shape: a list of rooms with their areas answers who may sit where."""
