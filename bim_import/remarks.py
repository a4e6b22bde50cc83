"""What a person should know of a file: work-rounds, doubtful units, and rooms that differ, overlap or have no door."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from bim_import.areas import area_bases, area_differences, stated_areas, volume_differences, volume_factor
from bim_import.names import title
from bim_import.spaces import overlaps
from twin.model.findings import Finding, Severity

if TYPE_CHECKING:
    from bim_import.elements import Model
    from bim_import.scene import Scene
    from bim_import.spaces import Rooms
    from bim_import.storeys import Floor

__all__ = ["about_elements", "about_reading", "about_rooms", "about_units", "nothing_to_keep"]

_ROOM_HEIGHT = (2.0, 6.0)
_PITCH = (2.0, 8.0)
"""Metres: a median room height or a storey height outside these makes the length unit doubtful."""
_ABSURD = (0.3, 60.0)
"""Metres: a median room height outside this tells that the length unit is wrong."""
_TOLD_SINGLY = 20
"""Repaired keys, or overlaps, that get a finding each; the report lists all."""
_DEVICES = 10
"""Devices from which a file without walls and doors is one discipline's."""
_LISTED = 8
"""Names that a sentence lists; the report lists all."""


def nothing_to_keep(
    model: Model, heights: list[float], floors: list[Floor], *, elements_only: bool = False
) -> tuple[str, dict[str, Any]] | None:
    """Say why a file is no building with rooms, None where it is one: no floors or no rooms is never a success.

    Parameters
    ----------
    heights
        Height of every room that has a body, metres; of walls where there is none and `elements_only`.
    elements_only
        True where somebody said that a file without rooms is to be taken for its walls, doors and devices.
    """
    values = _products(model)
    if not model.of("space") and not elements_only:
        return "ifc.no_rooms", values
    if not any(values[name] for name in ("walls", "doors", "devices")) and not heights:
        return "ifc.no_elements", values
    if not heights and not elements_only:
        return "ifc.no_room_shapes", values | {"rooms": len(model.of("space"))}
    if not floors:
        return "ifc.no_floors", values
    median = float(np.median(heights)) if heights else _ROOM_HEIGHT[0]
    if not _ABSURD[0] <= median <= _ABSURD[1]:
        return "ifc.unit_wrong", {"height": round(median, 3), "unit": model.about["length_unit"]}
    return None


def _products(model: Model) -> dict[str, Any]:
    """Say what a file holds beside rooms."""
    return {
        "walls": len(model.of("wall")),
        "doors": len(model.of("door")),
        "devices": len(model.of("device")),
        "storeys": "、".join(storey.name or "?" for storey in model.storeys) or "-",
        "count": len(model.storeys),
    }


def about_elements(model: Model, name: str) -> Finding:
    """Tell that a file was taken without rooms, and what it holds."""
    return Finding("warning", "ifc.elements_only", "room", file=name, values=_products(model))


def about_reading(model: Model, name: str) -> list[Finding]:
    """Tell what the reader had to work round."""
    found = [
        Finding("warning", "ifc.key_repaired", row=item.new, column="global_id", file=name,
                values={"step": item.step, "ifc_class": item.ifc_class, "old": item.old or "-", "new": item.new, "why": item.why})
        for item in model.rekeyed[:_TOLD_SINGLY]
    ]  # fmt: skip
    if len(model.rekeyed) > _TOLD_SINGLY:
        found.append(Finding("warning", "ifc.keys_repaired", column="global_id", file=name, values={"count": len(model.rekeyed)}))
    about, held = model.about, _products(model)
    if held["devices"] >= _DEVICES and not (held["walls"] or held["doors"]):
        found.append(Finding("warning", "ifc.one_discipline", file=name, values=held))
    if about["log_lines"]:
        values: dict[str, object] = {"count": about["log_lines"], "log": "; ".join(about["log"][:3])}
        found.append(Finding("warning", "ifc.log", file=name, values=values))
    if about["unit_forced"]:
        found.append(Finding("warning", "ifc.unit_forced", file=name, values={"unit": about["length_unit"]}))
    kinds: tuple[tuple[str, str, Severity], ...] = (
        ("opencascade", "ifc.kernel_fallback", "info"),
        ("unclipped", "ifc.body_unclipped", "warning"),
        ("outline", "ifc.body_outline", "warning"),
        ("box", "ifc.body_box", "warning"),
        ("none", "ifc.no_mesh", "warning"),
    )
    for kind, code, severity in kinds:
        lost = [item for item in model.fallbacks if item.how == kind]
        if lost:
            numbers = ", ".join(f"#{item.step}" for item in lost[:_LISTED]) + (" …" if len(lost) > _LISTED else "")
            found.append(Finding(severity, code, file=name, values={"count": len(lost), "numbers": numbers}))
    return found


def about_units(scene: Scene, heights: list[float]) -> list[Finding]:
    """Tell where heights of rooms or storeys make the length unit or the elevations doubtful."""
    found = []
    median = float(np.median(heights)) if heights else _ROOM_HEIGHT[0]
    if not _ROOM_HEIGHT[0] <= median <= _ROOM_HEIGHT[1]:
        values: dict[str, object] = {"height": round(median, 3), "unit": scene.model.about["length_unit"]}
        found.append(Finding("warning", "ifc.unit_doubtful", "room", column="height", file=scene.name, values=values))
    for floor in scene.floors:
        if floor.rooms and floor.height is not None and not _PITCH[0] <= floor.height <= _PITCH[1]:
            values = {"name": floor.name, "height": round(floor.height, 3)}
            found.append(Finding("warning", "ifc.pitch_doubtful", "floor", floor.key, "height", scene.name, values))
    return found


def about_rooms(rooms: Rooms, isolated: list[dict[str, Any]], name: str, model: Model) -> tuple[list[Finding], dict[str, Any]]:
    """Tell of areas and volumes that differ, rooms that overlap, and rooms without doors.

    Returns
    -------
    Findings, of which those about many rooms name the worst, and the full lists for the report.
    """
    unit = float(model.about["area_unit"])
    areas, volumes, shared = area_differences(rooms), volume_differences(rooms), overlaps(rooms)
    found = []
    if areas:
        worst = "、".join(f"{item.name} {item.relative:+.1%}" for item in areas[:_LISTED])
        bases = "、".join(sorted({item.basis for item in areas}))
        values: dict[str, object] = {"count": len(areas), "of": len(rooms.rows), "bases": bases, "worst": worst}
        found.append(Finding("warning", "ifc.areas_differ", "room", column="area_m2", file=name, values=values))
    factor = volume_factor(rooms)
    if factor is not None:
        values = {"count": len(volumes), "factor": f"{factor:.4g}"}
        found.append(Finding("warning", "ifc.volumes_unit", "room", column="height", file=name, values=values))
    elif volumes:
        worst = "、".join(f"{item.name} {item.drawn_m3:.1f} / {item.file_m3:.1f}" for item in volumes[:_LISTED])
        values = {"count": len(volumes), "of": len(rooms.rows), "worst": worst}
        found.append(Finding("warning", "ifc.volumes_differ", "room", column="height", file=name, values=values))
    labels = {row["room_id"]: title(row) for row in rooms.rows}
    for pair in sorted(shared, key=lambda pair: (-pair.area_m2, pair.room_a))[:_TOLD_SINGLY]:
        values = {"a": labels[pair.room_a], "b": labels[pair.room_b], "area": round(pair.area_m2, 3)}
        found.append(Finding("warning", "ifc.rooms_overlap", "room", pair.room_a, "geometry", name, values))
    if len(shared) > _TOLD_SINGLY:
        found.append(Finding("warning", "ifc.many_overlaps", "room", column="geometry", file=name, values={"count": len(shared)}))
    if isolated:
        values = {"count": len(isolated), "names": "、".join(title(row) for row in isolated[:_LISTED])}
        found.append(Finding("warning", "ifc.rooms_isolated", "door", column="room_a_id", file=name, values=values))
    return found, {
        "area_differences": [asdict(item) for item in areas],
        "overlaps": [asdict(item) | {"name_a": labels[item.room_a], "name_b": labels[item.room_b]} for item in shared],
        "area_bases": area_bases(
            rooms, [stated_areas(model.elements[int(step)], unit) if step > 0 else {} for step in rooms.steps]
        ),
        "unclassed_rooms": [
            {"room_id": row["room_id"], "name": title(row)} for row in rooms.rows if row["room_class"] == "other"
        ],
        "volume_differences": [asdict(item) for item in volumes],
        "isolated_rooms": [{"room_id": row["room_id"], "name": title(row)} for row in isolated],
    }
