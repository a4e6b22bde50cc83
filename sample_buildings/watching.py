"""What belongs to cameras: tours of the turning ones, masks of those that look past windows, hours of maintenance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from sample_buildings.tables_out import Row

__all__ = ["watching"]

TOUR = ((0.0, 60.0, 30.0, "正前方"), (-70.0, 60.0, 20.0, "左侧"), (70.0, 60.0, 20.0, "右侧"), (0.0, 24.0, 10.0, "远处放大"))
"""Positions of a tour: degrees off the heading, field of view, seconds, what they are called."""
TRAVEL = 3.0
MASK = np.array([[9.0, 2.0], [15.0, 2.0], [15.0, 6.0], [9.0, 6.0]])
"""Metres ahead of and to the right of a camera: ground before the windows of another building."""


def watching(cameras: list[Row]) -> dict[str, list[Row]]:
    """Give the rows of `camera_preset`, `privacy_mask` and `camera_outage`."""
    turning = [camera for camera in cameras if camera["lens"] == "ptz"]
    facing = [camera for camera in cameras if "外墙" in camera["name"]][::3]
    return {
        "camera_preset": [row for camera in turning for row in _tour(camera)],
        "privacy_mask": [_mask(camera) for camera in facing],
        "camera_outage": [row for number, camera in enumerate(cameras, 1) for row in _outages(number, camera["camera_id"])],
    }


def _tour(camera: Row) -> list[Row]:
    rows = []
    for place, (turn, hfov, dwell, name) in enumerate(TOUR, 1):
        high = math.degrees(2.0 * math.atan(math.tan(math.radians(hfov / 2.0)) * 9.0 / 16.0))
        rows.append(
            {
                "camera_preset_id": f"{camera['camera_id']}-{place}", "camera_id": camera["camera_id"], "name": name,
                "kind": "preset", "place": place, "heading_deg": round((camera["heading_deg"] + turn) % 360.0, 2),
                "hfov_deg": hfov,
                "vfov_deg": round(high, 1), "dwell_s": dwell, "travel_s": TRAVEL,
            }
        )  # fmt: skip
    return rows


def _mask(camera: Row) -> Row:
    way = math.radians(camera["heading_deg"])
    ahead, right = np.array([math.sin(way), math.cos(way)]), np.array([math.cos(way), -math.sin(way)])
    at = shapely.get_coordinates(camera["geometry"])[0]
    ground = at + MASK[:, :1] * ahead + MASK[:, 1:] * right
    return {
        "privacy_mask_id": f"M-{camera['camera_id']}", "camera_id": camera["camera_id"], "reason": "窗前",
        "geometry": shapely.multipolygons([shapely.Polygon(ground)]),
    }  # fmt: skip


def _outages(number: int, key: str) -> list[Row]:
    """Give one camera in ten a weekly hour of maintenance, one in forty a restart every night, one in sixty a fault."""
    rows: list[Row] = []
    if number % 10 == 4:
        day = 2 + number // 10 % 5
        rows.append(_outage(key, 1, (f"2026-11-0{day}T09:00:00", f"2026-11-0{day}T10:00:00"), "weekly", "maintenance"))
    if number % 40 == 9:
        rows.append(_outage(key, 2, ("2026-11-01T03:00:00", "2026-11-01T03:20:00"), "daily", "network"))
    if number % 60 == 20:
        rows.append(_outage(key, 3, ("2026-11-20T16:30:00", ""), "", "fault"))
    return rows


def _outage(key: str, number: int, hours: tuple[str, str], repeats: str, reason: str) -> Row:
    return {
        "camera_outage_id": f"{key}-{number}", "camera_id": key, "starts_at": hours[0], "ends_at": hours[1] or None,
        "repeats": repeats or None, "reason": reason,
    }  # fmt: skip
