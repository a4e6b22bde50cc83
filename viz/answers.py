"""The computed answers as compact JSON: what cameras see, what nobody sees, space against the standard, a route."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.model.answer import plain
from viz import pack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from twin.model.findings import Finding
    from twin.model.snapshot import Snapshot
    from viz.ground import Ground

__all__ = ["LEAST_SEEN_M2", "PUBLIC_CLASSES", "Answers", "answers_record"]

LEAST_SEEN_M2 = 0.05
"""A camera sees a room when it sees at least this much of its floor: less is the thickness of a threshold."""

PUBLIC_CLASSES = ("corridor", "hall", "stair", "lift", "reception", "canteen", "garage")
"""Rooms where people pass: a blind place in one of them, or outdoors, comes before one inside an office."""

_ROW = ("cameras", "reference_m2", "covered_m2", "percent", "twice_m2", "blind_m2")
_DEPARTMENT = ("staff", "people", "rooms", "held", "entitled", "over", "steps", "verified")


@dataclass(frozen=True, slots=True)
class Answers:
    """Plans of the three questions; None where one was not asked.

    `coverage` is a `twin.security.plan.Coverage`, `space` a `twin.space.plan.Report`, `route` a `twin.fleet.plan.Route`; they
    are read through what those classes promise, and not imported.
    """

    coverage: Any = None
    space: Any = None
    route: Any = None


def answers_record(snapshot: Snapshot, answers: Answers, ground: Ground) -> dict[str, Any]:
    """Pack each answer that was given; null for the others."""
    return {
        "coverage": None if answers.coverage is None else _coverage(snapshot, answers.coverage, ground),
        "space": None if answers.space is None else _space(answers.space),
        "route": None if answers.route is None else _route(answers.route, ground),
    }


def _findings(findings: Iterable[Finding]) -> list[list[str]]:
    """Give findings as ``[severity, Chinese, English]``, each said once."""
    said = {(found.severity, found.message.zh, found.message.en) for found in findings}
    return [list(each) for each in sorted(said)]


def _route(route: Any, ground: Ground) -> dict[str, Any]:
    record = plain(route.record())
    ends = {name: {key: record[name][key] for key in ("text", "kind", "key", "name")} for name in ("from", "to")}
    places = {name: pack.spot(shapely.Point(record[name]["x"], record[name]["y"]), ground) for name in ("from", "to")}
    links = [
        {**{key: link[key] for key in ("mode", "length_m", "time_s")}, "parts": pack.parts(_straight(link), ground)}
        for link in record["links"]
        if link["length_m"] > 0
    ]
    return {
        "parts": pack.parts(route.geometry, ground),
        "ends": {name: {**ends[name], "spot": places[name]} for name in ends},
        "links": links,
        "legs": [[leg["turn"], leg["road_id"], leg["name"], leg["length_m"], leg["time_s"]] for leg in record["legs"]],
        **{name: record[name] for name in ("distance_m", "time_s", "link_m", "link_s", "total_s", "bound_s", "gap")},
        "judged": sum(rule["verified"] == 0 for rule in record["rules"]),
        "findings": _findings(route.findings),
    }


def _straight(link: dict[str, Any]) -> shapely.LineString:
    return shapely.LineString([link["start"], link["end"]])


def _coverage(snapshot: Snapshot, coverage: Any, ground: Ground) -> dict[str, Any]:
    record = plain(coverage.record())
    views = {str(camera): shapely.make_valid(view) for camera, view in coverage.views.items() if view is not None}
    classes = dict(zip(snapshot.keys("room"), snapshot.column("room", "room_class"), strict=True))
    return {
        "params": record["params"],
        "views": {camera: pack.parts(view, ground) for camera, view in views.items()},
        "cameras": {row["camera_id"]: [row["area_m2"], row["covered_m2"], row["alone_m2"]] for row in record["cameras"]},
        "skipped": {row["camera_id"]: row["reason"] for row in record["skipped"]},
        "floors": {row["floor_id"]: _row(row) for row in record["floors"]},
        "cells": {row["cell_id"]: _row(row) for row in record["cells"] if row.get("cell_id")},
        "outdoors": _row(record["outdoors"]) if record["outdoors"] else None,
        "rooms": {row["room_id"]: row["percent"] for row in record["rooms"]},
        "blind": [_blind(part, classes, ground) for part in coverage.blind],
        "sees": _rooms_seen(snapshot, views),
        "findings": _findings(coverage.findings),
    }


def _row(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in _ROW}


def _blind(part: Any, classes: dict[str, str], ground: Ground) -> dict[str, Any]:
    room = part.room_id or ""
    return {
        "area": round(float(part.area_m2), 2),
        "floor": part.floor_id or "",
        "room": room,
        "cell": part.cell_id or "",
        "where": [part.where.zh, part.where.en],
        "public": not room or classes.get(room) in PUBLIC_CLASSES,
        "parts": pack.parts(part.geometry, ground),
        "spot": pack.spot(part.geometry, ground),
    }


def _rooms_seen(snapshot: Snapshot, views: dict[str, Any]) -> dict[str, list[list[Any]]]:
    """Find which rooms of its floor each camera sees: ``[room_id, m²]``, most first."""
    floor_of = dict(zip(snapshot.keys("camera"), snapshot.column("camera", "floor_id"), strict=True))
    keys, shapes = snapshot.keys("room"), snapshot.column("room", "geometry")
    sees: dict[str, list[list[Any]]] = {}
    for camera, view in views.items():
        rows = snapshot.on_floor("room", floor_of[camera]) if floor_of.get(camera) else np.array([], dtype=np.intp)
        near = rows[shapely.intersects(shapes[rows], view)]
        if len(near):
            areas = shapely.area(shapely.intersection(shapely.make_valid(shapes[near]), view))
            sees[camera] = _most_first(keys[near], areas)
    return sees


def _most_first(keys: NDArray[Any], areas: NDArray[np.float64]) -> list[list[Any]]:
    order = np.argsort(-areas, kind="stable")
    return [[str(keys[row]), round(float(areas[row]), 2)] for row in order if areas[row] >= LEAST_SEEN_M2]


def _space(report: Any) -> dict[str, Any]:
    """Keep of the report what the page shows: the standard, each department's sum, and which rooms are over it."""
    record = plain(report.record())
    return {
        "on": record["on"],
        "standard": record["standard"],
        "tolerance_m2": record["tolerance_m2"],
        "totals": record["totals"],
        "balance": record["balance"],
        "departments": {row["department_id"]: {name: row[name] for name in _DEPARTMENT} for row in record["departments"]},
        "over": {row["room"]["room_id"]: [row["ceiling_m2"], row["over_m2"], row["over_pct"]] for row in record["over_standard"]},
        "unjudged": [row["room"]["room_id"] for row in record["unjudged"]],
        "unused": [row["room_id"] for row in record["unused"]],
        "rules": {row["key"]: [row["clause"], row["verified"]] for row in record["rules"]},
        "unverified": record["unverified"],
        "findings": _findings(report.findings),
    }
