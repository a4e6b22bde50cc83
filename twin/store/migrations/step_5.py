"""5: the register of offices, from ownership and certificates to inspections and offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.store.migrations.moves import add_table, drop_table

if TYPE_CHECKING:
    from alembic.operations import Operations

    from twin.model.columns import Kind

_TITLES = {
    "ownership": "权属 Who owns a building and what the land register says of it",
    "certificate": "使用凭证 Certificate of use (办公用房分配使用凭证) of a department, with its agreement",
    "certificate_room": "凭证房间 A room that a certificate of use names",
    "leader_office": "领导办公用房 Office of a leader, by pseudonym, as reported every year",
    "adjustment": "调剂腾退 A case in which rooms change hands: asked, decided, done",
    "adjustment_room": "调剂房间 A room of an adjustment case",
    "lease": "租赁 Space rented from others or let to them",
    "disposal": "处置 How idle space is put to use or given up",
    "repair": "大中修 A major or medium repair, for the archive",
    "inspection": "巡检 An inspection: planned, made, what was found, put right",
    "room_offer": "闲置房源 An idle room offered across departments",
    "department_change": "机构沿革 What became of a department: merged, split, moved under another",
}
_COLUMNS: dict[str, tuple[tuple[str, Kind], ...]] = {
    "ownership": (
        ("ownership_id", "text"), ("building_id", "text"), ("owner", "text"), ("deed_number", "text"), ("deed_area_m2", "float"),
        ("land_area_m2", "float"), ("registration", "text"), ("encumbrance", "text"), ("valid_from", "date"),
        ("valid_to", "date"),
        ("note", "text"),
    ),
    "certificate": (
        ("certificate_id", "text"), ("number", "text"), ("department_id", "text"), ("agreement", "text"), ("area_m2", "float"),
        ("issued", "date"), ("expires", "date"), ("revoked", "date"), ("reason", "text"), ("note", "text"),
    ),
    "certificate_room": (("certificate_room_id", "text"), ("certificate_id", "text"), ("room_id", "text")),
    "leader_office": (
        ("leader_office_id", "text"), ("holder", "text"), ("room_id", "text"), ("department_id", "text"), ("post_class", "text"),
        ("post_ended", "date"), ("ended_by", "text"), ("valid_from", "date"), ("valid_to", "date"), ("document", "text"),
    ),
    "adjustment": (
        ("adjustment_id", "text"), ("adjustment_class", "text"), ("from_department_id", "text"), ("to_department_id", "text"),
        ("requested", "date"), ("reason", "text"), ("decided", "date"), ("decision", "text"), ("document", "text"),
        ("deadline", "date"), ("done", "date"), ("note", "text"),
    ),
    "adjustment_room": (
        ("adjustment_room_id", "text"), ("adjustment_id", "text"), ("room_id", "text"), ("side", "text"),
    ),
    "lease": (
        ("lease_id", "text"), ("lease_class", "text"), ("building_id", "text"), ("room_id", "text"), ("department_id", "text"),
        ("party", "text"), ("area_m2", "float"), ("rent_yuan_year", "float"), ("valid_from", "date"), ("valid_to", "date"),
        ("document", "text"),
    ),
    "disposal": (
        ("disposal_id", "text"), ("building_id", "text"), ("room_id", "text"), ("disposal_class", "text"), ("area_m2", "float"),
        ("party", "text"), ("for_building_id", "text"), ("income_yuan", "float"), ("decided", "date"), ("done", "date"),
        ("document", "text"),
    ),
    "repair": (
        ("repair_id", "text"), ("building_id", "text"), ("room_id", "text"), ("title", "text"), ("repair_class", "text"),
        ("area_m2", "float"), ("cost_yuan", "float"), ("decided", "date"), ("started", "date"), ("finished", "date"),
        ("warranty_to", "date"), ("party", "text"), ("document", "text"),
    ),
    "inspection": (
        ("inspection_id", "text"), ("building_id", "text"), ("room_id", "text"), ("department_id", "text"), ("planned", "date"),
        ("inspected", "date"), ("finding", "text"), ("severity", "text"), ("photo", "text"), ("deadline", "date"),
        ("rectified", "date"), ("score", "int"),
    ),
    "room_offer": (
        ("room_offer_id", "text"), ("room_id", "text"), ("department_id", "text"), ("offered", "date"), ("until", "date"),
        ("taken", "date"), ("taken_by_id", "text"), ("note", "text"),
    ),
    "department_change": (
        ("department_change_id", "text"), ("change_class", "text"), ("from_department_id", "text"), ("to_department_id", "text"),
        ("effective", "date"), ("document", "text"),
    ),
}  # fmt: skip


def up(op: Operations) -> None:
    """Add the tables with the indexes that tables of the model have: building and key, room, department."""
    for name, columns in _COLUMNS.items():
        add_table(op, _TITLES[name], name, None, dict(columns))
        held = {column for column, _ in columns}
        if "building_id" in held:
            op.create_index(f"{name}_by_building_id", name, ["building_id", f"{name}_id"], unique=True)
        for column in sorted(held & {"room_id", "department_id"}):
            op.create_index(f"{name}_by_{column}", name, [column])


def down(op: Operations) -> None:
    """Drop them, with what they hold."""
    for name in reversed(_COLUMNS):
        drop_table(op, name)
