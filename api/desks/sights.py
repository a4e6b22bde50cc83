"""The security desk's questions as a worker answers them: figures, views, blind places, one camera, a set of outages, a way."""

from __future__ import annotations

import base64
import hashlib
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
import shapely.geometry

from api.desks.warm import Warm, camera_floor, seen_by, warmed
from api.reading.rows import Rows
from twin.model.answer import plain
from twin.model.words import say
from twin.security.cells import cell_sheets
from twin.security.ladders import LADDERS
from twin.security.loss import loss, zones_seen
from twin.security.route import exposure, least_seen
from twin.security.sighting import place_number, sighting

if TYPE_CHECKING:
    from api.worker import Context
    from twin.security.loss import Loss
    from twin.security.plan import Blind, Coverage

__all__ = [
    "blind",
    "camera",
    "cells",
    "faces",
    "floors",
    "ladder_record",
    "lost",
    "outages",
    "report",
    "rooms",
    "seen",
    "views",
    "way",
]

_GRID = 0.01
_POSE = ("z", "heading_deg", "tilt_deg", "hfov_deg", "vfov_deg", "range_m")


def drawn(shape: Any) -> dict[str, Any] | None:
    """Give a shape as GeoJSON in metres, to the centimetre; None for an empty one."""
    if shape is None or shape.is_empty:
        return None
    return dict(shapely.geometry.mapping(shapely.set_precision(shape, _GRID)))


def ladder_record(key: str) -> dict[str, Any]:
    """Give a ladder with the names of its levels."""
    ladder = LADDERS[key]
    levels = []
    for one in ladder.levels:
        word = say(f"security.level.{one.key}")
        levels.append({"level": one.key, "px_per_m": one.px_per_m, "verified": one.verified, "zh": word.zh, "en": word.en})
    return {"key": ladder.key, "source": ladder.source, "levels": levels}


def _head(warm: Warm, arguments: dict[str, Any]) -> dict[str, Any]:
    params = warm.problem.params
    state = {
        "doors_open": params.doors_open, "close_door": sorted(params.closed_doors), "blinds_closed": params.blinds_closed,
        "target_z": params.target_z, "heights": params.heights, "include_faulty": params.include_faulty,
        "outage": sorted(params.outages), "night": bool(arguments.get("state", {}).get("night")), "ladder": params.ladder,
        "zoom": params.zoom, "at": params.at,
    }  # fmt: skip
    head = {"version": warm.snapshot.version, "floor_id": arguments.get("floor", ""), "state": state}
    return {**head, "ladder": ladder_record(params.ladder)}


def _notes(plan: Coverage) -> dict[str, Any]:
    return {
        "skipped": [{"camera_id": one.camera_id, "reason": one.reason} for one in plan.skipped],
        "in_plan": plan.in_plan,
        "findings": [finding.record() for finding in plan.findings],
    }


def cells(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Give every cell's figures, with its costliest cameras and who answers for it."""
    warm = warmed(context, arguments)
    sheets = {sheet.cell_id: sheet for sheet in cell_sheets(warm.snapshot, warm.coverage, warm.outages)}
    listed = []
    for row in warm.coverage.of("cell", "site"):
        made, sheet = row.record(), sheets.get(row.key)
        if sheet is not None:
            worst = [{"camera_id": key, "name": name, "lost_m2": m2} for key, name, m2 in sheet.worst]
            made |= {"duty": sheet.duty, "expected_m2": sheet.expected_m2, "worst": worst}
        listed.append(made)
    outdoors = warm.coverage.of("outdoors")
    whole = outdoors[0].record() if outdoors else None
    return {**_head(warm, arguments), "cells": listed, "outdoors": whole, **_notes(warm.coverage)}


def floors(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Give the figures of a building's floors."""
    building = arguments["building"]
    warm = warmed(context, arguments, building=building)
    record = warm.coverage.record()
    told = {"building_id": building, "floors": record["floors"], "classes": record["classes"]}
    return {**_head(warm, arguments), **told, **_notes(warm.coverage)}


def rooms(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Give the figures of one floor and its rooms."""
    warm = warmed(context, arguments, floor=arguments["floor"])
    record = warm.coverage.record()
    whole = record["floors"][0] if record["floors"] else None
    return {
        **_head(warm, arguments),
        "floor": whole,
        "rooms": record["rooms"],
        "classes": record["classes"],
        **_notes(warm.coverage),
    }


def outages(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Give what each outage costs, the worst pairs, and what is seen on an ordinary day."""
    warm = warmed(context, arguments, floor=arguments["floor"])
    return {**_head(warm, arguments), **warm.outages.record()}


def views(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Draw what cameras see: of one floor, of the grounds or one cell, of one camera."""
    floor, one = arguments["floor"], arguments.get("camera")
    if one:
        floor = camera_floor(seen_by(context, arguments)[1], one)
    warm = warmed(context, arguments, floor=floor)
    shown = [view for view in warm.coverage.cameras if not one or view.camera_id == one]
    if cell := arguments.get("cell"):
        ground = warm.snapshot.row("cell", cell)["geometry"]
        shown = [view for view in shown if shapely.intersects(view.geometry, ground)]
    if arguments.get("form") == "arrow":
        from viz.stream import polygons  # noqa: PLC0415 - pyarrow is loaded with the first picture

        figures = {name: [getattr(view, name) for view in shown] for name in ("covered_m2", "alone_m2")}
        body = polygons(warm.snapshot, "view", [view.camera_id for view in shown], [view.geometry for view in shown], figures)
        return {"arrow": base64.b64encode(body).decode()}
    names = ("camera_id", "name", "floor_id", "area_m2", "covered_m2", "alone_m2")
    features = [
        {"type": "Feature", "properties": {name: getattr(view, name) for name in names}, "geometry": drawn(view.geometry)}
        for view in shown
    ]
    return {**_head(warm, {**arguments, "floor": floor}), "type": "FeatureCollection", "features": features}


def faces(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Draw one place in faces, with who sees each, so that the page can add up what a camera's outage costs by itself."""
    from viz.faces import faces as stream  # noqa: PLC0415 - as above

    warm = warmed(context, arguments, floor=arguments["floor"])
    number = place_number(warm.problem, arguments["floor"])
    return {"arrow": base64.b64encode(stream(warm.snapshot, warm.problem, warm.coverage, number)).decode()}


def blind(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """List what nobody sees, most pressing first."""
    warm = warmed(context, arguments, floor=arguments["floor"])
    every = list(enumerate(warm.coverage.blind, start=1))
    if cell := arguments.get("cell"):
        every = [(rank, part) for rank, part in every if part.cell_id == cell]
    listed = [_blind(rank, part, draw=arguments["geometry"]) for rank, part in every[: arguments["limit"]]]
    slivers = {"count": warm.coverage.slivers, "total_m2": warm.coverage.slivers_m2}
    return {**_head(warm, arguments), "total": len(every), "slivers": slivers, "blind": listed}


def _blind(rank: int, part: Blind, *, draw: bool) -> dict[str, Any]:
    point = part.geometry.point_on_surface()
    made = {
        "rank": rank, "area_m2": part.area_m2, "priority": part.priority, "weight": part.area_m2 * part.priority,
        "floor_id": part.floor_id, "room_id": part.room_id, "cell_id": part.cell_id,
        "where": {"zh": part.where.zh, "en": part.where.en}, "point": [point.x, point.y],
    }  # fmt: skip
    return {**made, "geometry": drawn(part.geometry)} if draw else made


def camera(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Tell of one camera: its row, lens and pose, what it sees, what only it sees, what its outage costs."""
    key = arguments["camera"]
    _, snapshot = seen_by(context, arguments)
    floor = camera_floor(snapshot, key)
    rows = Rows("camera", snapshot.frame("camera").loc[[key]])
    row, point = rows.record(0), rows.shapes[0]
    pose = {"x": None if point is None else point.x, "y": None if point is None else point.y}
    warm = warmed(context, arguments, floor=floor)
    made = {**_head(warm, {**arguments, "floor": floor}), "camera_id": key, "name": row.get("name"), "row": row}
    made["pose"] = {**pose, **{name: row.get(name) for name in _POSE}}
    view = next((one for one in warm.coverage.cameras if one.camera_id == key), None)
    if view is None:
        reason = next((one.reason for one in warm.coverage.skipped if one.camera_id == key), "no_place")
        nothing = dict.fromkeys(("sees_m2", "covered_m2", "sole_m2", "lost_m2", "weighted_m2", "nudged_m"), 0.0)
        return {**made, **nothing, "bands_m2": [], "zones": [], "geometry": None, "sole": None, "skipped": reason}
    zones, sole = zones_seen(warm.problem, warm.coverage, place_number(warm.problem, floor), key)
    cost = next(one for one in warm.outages.singles if one.camera_id == key)
    return {
        **made, "sees_m2": view.area_m2, "covered_m2": view.covered_m2, "sole_m2": view.alone_m2, "lost_m2": cost.lost_m2,
        "weighted_m2": cost.weighted_m2, "bands_m2": list(view.bands_m2), "nudged_m": view.nudged, "zones": plain(zones),
        "geometry": drawn(view.geometry), "sole": drawn(sole), "skipped": None,
    }  # fmt: skip


def lost(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Reckon what is lost when several cameras go dark at once, on every floor they stand on and the grounds."""
    _, snapshot = seen_by(context, arguments)
    where: dict[str, set[str]] = {}
    for key in arguments["cameras"]:
        where.setdefault(camera_floor(snapshot, key), set()).add(key)
    warm = {floor: warmed(context, arguments, floor=floor) for floor in sorted(where)}
    began = time.perf_counter()
    found = [
        loss(held.problem, held.coverage, number, where[floor])
        for floor, held in warm.items()
        for number, place in enumerate(held.problem.places)
        if place.floor_id == floor
    ]
    places = [_lost(one) for one in found]
    return {
        **_head(next(iter(warm.values())), arguments),
        "lost_m2": sum(one.lost_m2 for one in found),
        "weighted_m2": sum(one.weighted_m2 for one in found),
        "covered_m2": sum(one.covered_m2 - one.lost_m2 for one in found),
        "reference_m2": sum(one.reference_m2 for one in found),
        "ms": round(1000 * (time.perf_counter() - began), 1),
        "places": places,
    }


def _lost(one: Loss) -> dict[str, Any]:
    figures = {name: getattr(one, name) for name in ("floor_id", "lost_m2", "weighted_m2", "covered_m2", "reference_m2")}
    return {**figures, "geometry": drawn(one.geometry), "zones": [zone.record() for zone in one.zones]}


def seen(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Tell which cameras see a point, and how finely."""
    warm = warmed(context, arguments, floor=arguments["floor"])
    found = sighting(warm.problem, warm.coverage, arguments["floor"], (arguments["x"], arguments["y"]))
    return {**_head(warm, arguments), **found.record()}


def way(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Tell what of a drawn way is seen; where wanted also the way between its ends of which least is."""
    floor = arguments["floor"]
    warm = warmed(context, arguments, floor=floor)
    points = [(float(x), float(y)) for x, y in arguments["way"]]
    told = [exposure(warm.problem, warm.coverage, floor, points)]
    if arguments["least"]:
        told.append(least_seen(warm.problem, warm.coverage, floor, points[0], points[-1]))
    return {**_head(warm, arguments), "ways": [_way(one.record()) for one in told]}


def _way(record: dict[str, Any]) -> dict[str, Any]:
    return {**record, "way": np.asarray(record["way"]).tolist(), "stretches": np.asarray(record["stretches"]).tolist()}


def report(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Write the report of one cell or of all into the private folder."""
    from viz.cell_report import write_cells  # noqa: PLC0415 - drawing is loaded where it is wanted

    warm = warmed(context, arguments)
    sheets = cell_sheets(warm.snapshot, warm.coverage, warm.outages)
    if cell := arguments.get("cell"):
        warm.snapshot.row("cell", cell)
        sheets = [sheet for sheet in sheets if sheet.cell_id == cell]
    out = Path(arguments["out"])
    write_cells(out, sheets, version=warm.snapshot.version, target_z=warm.problem.params.target_z)
    return {"sheets": len(sheets), "size": out.stat().st_size, "sha256": hashlib.sha256(out.read_bytes()).hexdigest()}
