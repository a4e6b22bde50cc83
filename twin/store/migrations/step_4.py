"""4: cells say duties, procedure and density; cameras have presets, masks, outages, a night range and the ends of their zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column

from twin.store.migrations.moves import add_table, drop_table
from twin.store.sql import KINDS

if TYPE_CHECKING:
    from alembic.operations import Operations

    from twin.model.columns import Kind

_ADDED: dict[str, dict[str, Kind]] = {
    "cell": {"duties": "text", "procedure": "text", "required_px_m": "float"},
    "camera": {"hfov_wide_deg": "float", "hfov_tele_deg": "float", "night_range_m": "float"},
}
_PRESET: dict[str, Kind] = {
    "camera_preset_id": "text", "camera_id": "text", "name": "text", "kind": "text", "place": "int", "heading_deg": "float",
    "tilt_deg": "float", "hfov_deg": "float", "vfov_deg": "float", "range_m": "float", "width_px": "int", "dwell_s": "float",
    "travel_s": "float",
}  # fmt: skip
_MASK: dict[str, Kind] = {"privacy_mask_id": "text", "camera_id": "text", "reason": "text"}
_OUTAGE: dict[str, Kind] = {
    "camera_outage_id": "text", "camera_id": "text", "starts_at": "datetime", "ends_at": "datetime", "repeats": "text",
    "reason": "text",
}  # fmt: skip


def up(op: Operations) -> None:
    """Add columns and tables."""
    for table, columns in _ADDED.items():
        for name, kind in columns.items():
            op.add_column(table, Column(name, KINDS[kind]))
    add_table(op, "摄像机预置位 A position of a PTZ camera, or one sensor of a panoramic one", "camera_preset", None, _PRESET)
    add_table(
        op,
        "隐私遮挡 What a camera's picture is blacked out over; geometry is the ground it takes away",
        "privacy_mask",
        "MULTIPOLYGON",
        _MASK,
    )
    add_table(op, "摄像机停用 A time in which a camera shows nothing: maintenance, a fault", "camera_outage", None, _OUTAGE)


def down(op: Operations) -> None:
    """Drop them, with what they hold."""
    for table in ("camera_outage", "privacy_mask", "camera_preset"):
        drop_table(op, table)
    for table, columns in _ADDED.items():
        for name in columns:
            op.drop_column(table, name)
