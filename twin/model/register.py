"""Tables of the office register: who owns, who may use, what was moved, let, mended, inspected, given away, with its days.

权属、使用凭证、领导办公用房、调剂腾退清退置换、租赁、处置、大中修、巡检、闲置房源、机构沿革 of
党政机关办公用房管理办法. Days are ISO text; a row that holds for a time has ``valid_from`` and ``valid_to`` as an
occupancy has, one that tells of a course of things (asked, decided, done) has a day for each step. People stand
under pseudonyms, never names.
"""

from __future__ import annotations

from twin.model.columns import Table
from twin.model.declaring import count, date, key, number, ref, text

__all__ = ["REGISTER_TABLES"]

_DOCUMENT = text("document", "文号", "Number of the paper that decided it")
_NOTE = text("note", "备注", "Whatever else is to be known")
_FROM = date("valid_from", "起", "First day")
_TO = date("valid_to", "止", "Last day; empty = still so")


_OWNERSHIP = Table("ownership", "权属", "Who owns a building and what the land register says of it", (
    key("ownership", "权属"), ref("building", "建筑", required=True),
    text("owner", "权利人", "Owner of record"),
    text("deed_number", "权证号", "Number of the title deed (不动产权证)"),
    number("deed_area_m2", "权证建筑面积", "Building area (建筑面积) on the deed; never to be compared with usable area", "m²",
        low=0.0),
    number("land_area_m2", "土地面积", "Area of the land on the deed", "m²", low=0.0),
    text("registration", "确权状态", "Whether ownership is registered with the affairs administration (权属统一登记)",
        required=True,
         allowed=("registered", "applied", "unregistered", "disputed")),
    text("encumbrance", "他项权利", "What burdens it"),
    _FROM, _TO, _NOTE,
))  # fmt: skip

_CERTIFICATE = Table("certificate", "使用凭证", "Certificate of use (办公用房分配使用凭证) of a department, with its agreement", (
    key("certificate", "使用凭证"), text("number", "凭证号", "Number printed on it", required=True),
    ref("department", "使用单位", required=True),
    text("agreement", "使用协议号", "Number of the agreement of use (使用协议)"),
    number("area_m2", "凭证面积", "Usable area of its rooms when it was issued", "m²", low=0.0),
    date("issued", "核发日期", "First day", required=True),
    date("expires", "有效期至", "Last day; empty = without end"),
    date("revoked", "收回日期", "Day from which it no longer holds"),
    text("reason", "收回原因", "Why it was revoked"), _NOTE,
))  # fmt: skip

_CERTIFICATE_ROOM = Table("certificate_room", "凭证房间", "A room that a certificate of use names", (
    key("certificate_room", "凭证房间"), ref("certificate", "使用凭证", required=True), ref("room", "房间", required=True),
))  # fmt: skip

_LEADER_OFFICE = Table("leader_office", "领导办公用房", "Office of a leader, by pseudonym, as reported every year", (
    key("leader_office", "领导办公用房"), text("holder", "人员代码", "Pseudonym of the leader; never a name", required=True),
    ref("room", "房间", required=True), ref("department", "任职单位", required=True),
    text("post_class", "职务类别", "Main post, or another one held beside it", required=True, allowed=("main", "second")),
    date("post_ended", "离任日期", "Day on which the formalities of leaving this post were done"),
    text("ended_by", "离任方式", "How the post ended", allowed=("transfer", "retirement", "second_post")),
    _FROM, _TO, _DOCUMENT,
))  # fmt: skip

_ADJUSTMENT = Table("adjustment", "调剂腾退", "A case in which rooms change hands: asked, decided, done", (
    key("adjustment", "调剂腾退"),
    text("adjustment_class", "类别", "调剂, 腾退, 清退 or 置换", required=True,
        allowed=("reallocate", "vacate", "clear", "exchange")),
    ref("department", "移出单位", name="from_department_id"), ref("department", "移入单位", name="to_department_id"),
    date("requested", "申请日期", "Day of the request", required=True), text("reason", "事由", "Why"),
    date("decided", "批复日期", "Day of the decision"),
    text("decision", "批复", "What was decided", allowed=("approved", "rejected")), _DOCUMENT,
    date("deadline", "限期", "Day by which it is to be done"),
    date("done", "完成日期", "First day on which the rooms are in other hands"), _NOTE,
))  # fmt: skip

_ADJUSTMENT_ROOM = Table("adjustment_room", "调剂房间", "A room of an adjustment case", (
    key("adjustment_room", "调剂房间"), ref("adjustment", "调剂腾退", required=True), ref("room", "房间", required=True),
    text("side", "方向", "Goes from the first department to the second, or (置换) the other way", required=True,
         allowed=("given", "returned")),
))  # fmt: skip

_LEASE = Table("lease", "租赁", "Space rented from others or let to them", (
    key("lease", "租赁"),
    text("lease_class", "租入租出", "Rented from others, or let to them", required=True, allowed=("in", "out")),
    ref("building", "建筑"), ref("room", "房间"), ref("department", "使用单位"),
    text("party", "对方", "The other side of the contract"),
    number("area_m2", "租赁面积", "Area of the contract", "m²", required=True, low=0.0),
    number("rent_yuan_year", "年租金", "Rent in yuan a year", "元/年", low=0.0), _FROM, _TO, _DOCUMENT,
))  # fmt: skip

_DISPOSAL = Table("disposal", "处置", "How idle space is put to use or given up", (
    key("disposal", "处置"), ref("building", "建筑"), ref("room", "房间"),
    text("disposal_class", "方式", "The ways of disposal (调剂使用 转换用途 置换 出租 拍卖 拆除)", required=True,
         allowed=("reallocation", "conversion", "exchange", "letting", "auction", "demolition")),
    number("area_m2", "处置面积", "Area", "m²", low=0.0), text("party", "对方", "Who takes it"),
    ref("building", "换入建筑", name="for_building_id"),
    number("income_yuan", "处置收入", "Income, which goes whole to the treasury (收支两条线)", "元", low=0.0),
    date("decided", "批复日期", "Day of the decision"), date("done", "完成日期", "Day on which it was done"), _DOCUMENT,
))  # fmt: skip

_REPAIR = Table("repair", "大中修", "A major or medium repair, for the archive", (
    key("repair", "大中修"), ref("building", "建筑", required=True), ref("room", "房间"),
    text("title", "项目名称", "What the project is called"),
    text("repair_class", "类别", "大修, 中修 or day-to-day", required=True, allowed=("major", "medium", "daily")),
    number("area_m2", "维修面积", "Area repaired", "m²", low=0.0),
    number("cost_yuan", "费用", "Cost by the final account, before it the budget", "元", low=0.0),
    date("decided", "批复日期", "Day of the approval"), date("started", "开工", "First day of the works"),
    date("finished", "竣工", "Day of acceptance"), date("warranty_to", "保修至", "Last day of the warranty"),
    text("party", "承担单位", "Who did it"), _DOCUMENT,
))  # fmt: skip

_INSPECTION = Table("inspection", "巡检", "An inspection: planned, made, what was found, put right", (
    key("inspection", "巡检"), ref("building", "建筑", required=True), ref("room", "房间"), ref("department", "责任单位"),
    date("planned", "计划日期", "Day for which it is planned", required=True),
    date("inspected", "巡检日期", "Day on which it was made"),
    text("finding", "问题", "What was found; empty = nothing"),
    text("severity", "程度", "How grave", allowed=("slight", "ordinary", "grave")),
    text("photo", "照片", "Where the photograph lies: a path or an address"),
    date("deadline", "整改期限", "Day by which it is to be put right"),
    date("rectified", "整改日期", "Day on which it was put right"),
    count("score", "得分", "Score of the inspection, 100 is faultless", low=0, high=100),
))  # fmt: skip

_ROOM_OFFER = Table("room_offer", "闲置房源", "An idle room offered across departments", (
    key("room_offer", "闲置房源"), ref("room", "房间", required=True), ref("department", "提供单位"),
    date("offered", "发布日期", "First day of the offer", required=True), date("until", "截止日期", "Last day of the offer"),
    date("taken", "成交日期", "Day on which it was taken"), ref("department", "承接单位", name="taken_by_id"), _NOTE,
))  # fmt: skip

_DEPARTMENT_CHANGE = Table("department_change", "机构沿革", "What became of a department: merged, split, moved under another", (
    key("department_change", "机构沿革"),
    text("change_class", "类别", "Merged into another, split off, or put under another", required=True,
        allowed=("merge", "split", "move")),
    ref("department", "原单位", name="from_department_id", required=True),
    ref("department", "现单位", name="to_department_id", required=True),
    date("effective", "生效日期", "First day of the new order", required=True), _DOCUMENT,
))  # fmt: skip

REGISTER_TABLES = (
    _OWNERSHIP, _CERTIFICATE, _CERTIFICATE_ROOM, _LEADER_OFFICE, _ADJUSTMENT, _ADJUSTMENT_ROOM, _LEASE, _DISPOSAL, _REPAIR,
    _INSPECTION, _ROOM_OFFER, _DEPARTMENT_CHANGE,
)  # fmt: skip
"""In an order in which each refers to earlier ones, to buildings, rooms and departments."""
