"""What the cameras see and what nobody sees: the result of the security question, and its independent check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from twin.security.ladders import LADDERS
from twin.security.report import report_lines
from twin.security.verify import check

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.arrangement import Arrangement
    from gis.visibility import Views
    from twin.model.findings import Finding
    from twin.model.words import Text
    from twin.security.scope import Params
    from twin.security.siting import Skipped

__all__ = ["Blind", "CameraView", "Coverage", "Row", "check"]

RowKind = Literal["floor", "room", "outdoors", "cell", "site"]


@dataclass(frozen=True, slots=True)
class CameraView:
    """What one camera sees.

    `area_m2` is everything in its view in closed form with true arcs, also outside of what is measured; `covered_m2` the part
    of the measured floor or grounds; `alone_m2` the part of it that no other camera sees, lost when this one fails.
    `geometry` is the view as a polygon in the snapshot's CRS, its arcs chopped at 1° (5e-5 too small). `bands_m2` gives, level by
    level of the ladder, the part of its view with at least that density; 0 where its pixels are not known. Of a camera with
    `eyes` positions or sensors all this is what it sees at some time. One that looks down `through` an atrium is listed once
    more, with the floor that it sees so.
    """

    camera_id: str
    name: str
    floor_id: str
    area_m2: float
    covered_m2: float
    alone_m2: float
    nudged: float
    geometry: Geometry
    bands_m2: tuple[float, ...]
    eyes: int = 1
    through: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Coverage of one floor, room, cell or site, or of all grounds (`kind` outdoors, `key` empty); m².

    `cameras` counts those that stand on the floor or the grounds, and of a room, cell or site those that see it at all
    (`rules.LEAST_SEEN_M2`); `twice_m2` is what two cameras or more see; `blind` how many blind places are listed in it.
    `zone_class` is the class of a room or the guard class of a cell. `levels_m2` is what is seen with at least the density of
    each level of the ladder; `required` the density it should be seen with (px/m, 0 for none), `short_m2` what is not.
    `covered_m2` is seen at some time of the tours; `always_m2` what one camera or another never looks away from.
    """

    kind: RowKind
    key: str
    floor_id: str
    name: str
    zone_class: str
    cameras: int
    reference_m2: float
    covered_m2: float
    twice_m2: float
    blind: int
    levels_m2: tuple[float, ...] = ()
    required: float = 0.0
    short_m2: float = 0.0
    always_m2: float = 0.0

    @property
    def blind_m2(self) -> float:
        """What no camera sees, slivers included."""
        return max(self.reference_m2 - self.covered_m2, 0.0)

    @property
    def percent(self) -> float | None:
        """Seen share of the reference, 0 to 100; None where there is nothing to see."""
        return 100.0 * self.covered_m2 / self.reference_m2 if self.reference_m2 > 0.0 else None

    def record(self) -> dict[str, Any]:
        """Give the row as JSON-able values."""
        return {
            f"{'cell' if self.kind == 'outdoors' else self.kind}_id": self.key,
            "floor_id": self.floor_id,
            "name": self.name,
            "class": self.zone_class,
            "cameras": self.cameras,
            "reference_m2": self.reference_m2,
            "covered_m2": self.covered_m2,
            "percent": self.percent,
            "twice_m2": self.twice_m2,
            "blind_m2": self.blind_m2,
            "blind": self.blind,
            "levels_m2": list(self.levels_m2),
            "required_px_per_m": self.required,
            "short_m2": self.short_m2,
            "always_m2": self.always_m2,
        }


@dataclass(frozen=True, slots=True)
class Blind:
    """A place that no camera sees, within one room or one cell; `geometry` in the snapshot's CRS, arcs chopped at 1°.

    `area_m2` counts true arcs. Outdoors `floor_id` is empty. `priority` weighs it by class of room or cell (`rules.PRIORITY`).
    """

    area_m2: float
    floor_id: str
    zone_kind: RowKind
    zone_id: str
    where: Text
    geometry: Geometry
    priority: float = 1.0

    @property
    def room_id(self) -> str:
        """Key of its room; empty outdoors."""
        return self.zone_id if self.zone_kind == "room" else ""

    @property
    def cell_id(self) -> str:
        """Key of its cell; empty indoors and where sites stand in for cells."""
        return self.zone_id if self.zone_kind == "cell" else ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The answer. `faces`, `share`, `fine`, `density` and `seen` hold, per place of the problem, in its order and in its local
    frame, the arrangement with the rows of the cameras that see each face, for what share of the time they do, with what density
    at best, the best density of each face (pixels per metre, 0 where blind) and the views of the eyes; `origin` is the zero of
    that frame. `in_plan` counts the cameras whose tilt, vertical field of view or elevation is not known: they are reckoned in
    plan.
    """  # noqa: D205 - the fields are the summary

    params: Params
    cameras: tuple[CameraView, ...]
    rows: tuple[Row, ...]
    blind: tuple[Blind, ...]
    slivers: int
    slivers_m2: float
    skipped: tuple[Skipped, ...]
    findings: tuple[Finding, ...]
    passed_over: int
    looked_over: int
    in_plan: int
    faces: tuple[Arrangement, ...]
    share: tuple[NDArray[np.float64], ...]
    fine: tuple[NDArray[np.float64], ...]
    density: tuple[NDArray[np.float64], ...]
    seen: tuple[Views, ...]
    origin: tuple[float, float] = (0.0, 0.0)

    @property
    def views(self) -> dict[str, Geometry]:
        """The view that each camera has of where it stands, by key, in the snapshot's CRS."""
        return {camera.camera_id: camera.geometry for camera in self.cameras if not camera.through}

    def of(self, *kinds: RowKind) -> list[Row]:
        """Give the rows of some kinds, in order."""
        return [row for row in self.rows if row.kind in kinds]

    @property
    def classes(self) -> dict[str, list[Row]]:
        """The rows of rooms by their class, classes in order of their names."""
        found: dict[str, list[Row]] = {}
        for row in self.of("room"):
            found.setdefault(row.zone_class, []).append(row)
        return dict(sorted(found.items()))

    def record(self) -> dict[str, Any]:
        """Give the answer as JSON-able values; m² unless said.

        Keys
        ----
        basis
            ``heights``, or ``plan``: tilt, vertical field of view, lintels and low walls are not reckoned.
        ladder
            key, source, levels [{level, px_per_m, verified}]: what `levels_m2` and `bands_m2` count in.
        params
            doors_open, closed_doors, blinds_closed, target_z (m), heights, outages (camera keys), include_faulty, night, zoom,
            at.
        cameras
            camera_id, name, floor_id (empty outdoors), area_m2, covered_m2, alone_m2, nudged_m, bands_m2, eyes,
            through (true where it looks down an atrium from another floor).
        floors, rooms, cells
            floor_id | room_id | cell_id (site_id where sites stand in for cells), floor_id, name, class, cameras, reference_m2,
            covered_m2, percent (null where there is nothing to see), twice_m2, blind_m2, blind (places listed), levels_m2,
            required_px_per_m, short_m2, always_m2.
        outdoors
            The same for all cells together, or null.
        classes
            room_class, rooms, reference_m2, covered_m2, percent, blind_m2: rooms of one class on all floors in scope.
        blind
            rank, area_m2, priority, floor_id, room_id, cell_id, where {zh, en}, point [x, y] in the snapshot's CRS.
        slivers
            count, total_m2: blind pieces left out of the list as too small (see `rules.SLIVER_M2`).
        skipped
            camera_id, reason.
        in_plan
            How many cameras are reckoned in plan because tilt, vertical field of view or elevation is not known.
        passed_over
            How many wall panels hide nothing in plan: transparent, or not crossing the target plane.
        looked_over
            How many panels cross the target plane but end below a lens: their shadows are not reckoned, so that what lies
            behind them may be counted as seen.
        findings
            As everywhere.
        """
        outdoors = self.of("outdoors")
        return {
            "basis": "heights" if self.params.heights else "plan",
            "ladder": ladder_record(self.params.ladder),
            "params": {
                "doors_open": self.params.doors_open,
                "target_z": self.params.target_z,
                "outages": sorted(self.params.outages),
                "include_faulty": self.params.include_faulty,
                "heights": self.params.heights,
                "closed_doors": sorted(self.params.closed_doors),
                "blinds_closed": self.params.blinds_closed,
                "night": self.params.night,
                "zoom": self.params.zoom,
                "at": self.params.at,
            },
            "cameras": [_camera_record(camera) for camera in self.cameras],
            "floors": [row.record() for row in self.of("floor")],
            "rooms": [row.record() for row in self.of("room")],
            "cells": [row.record() for row in self.of("cell", "site")],
            "outdoors": outdoors[0].record() if outdoors else None,
            "classes": [_class_record(name, rows) for name, rows in self.classes.items()],
            "blind": [_blind_record(rank, part) for rank, part in enumerate(self.blind, start=1)],
            "slivers": {"count": self.slivers, "total_m2": self.slivers_m2},
            "skipped": [{"camera_id": one.camera_id, "reason": one.reason} for one in self.skipped],
            "in_plan": self.in_plan,
            "passed_over": self.passed_over,
            "looked_over": self.looked_over,
            "findings": [finding.record() for finding in self.findings],
        }

    def lines(self, lang: str = "") -> list[str]:
        """Give the answer for the terminal: a table per floor and cell, then the largest blind places."""
        return report_lines(self, lang)


def ladder_record(key: str) -> dict[str, Any]:
    """Give a ladder as JSON-able values."""
    ladder = LADDERS[key]
    levels = [{"level": level.key, "px_per_m": level.px_per_m, "verified": level.verified} for level in ladder.levels]
    return {"key": ladder.key, "source": ladder.source, "levels": levels}


def _camera_record(camera: CameraView) -> dict[str, Any]:
    return {
        "camera_id": camera.camera_id,
        "name": camera.name,
        "floor_id": camera.floor_id,
        "area_m2": camera.area_m2,
        "covered_m2": camera.covered_m2,
        "alone_m2": camera.alone_m2,
        "nudged_m": camera.nudged,
        "bands_m2": list(camera.bands_m2),
        "eyes": camera.eyes,
        "through": camera.through,
    }


def _class_record(name: str, rows: list[Row]) -> dict[str, Any]:
    whole, seen = sum(row.reference_m2 for row in rows), sum(row.covered_m2 for row in rows)
    return {
        "room_class": name,
        "rooms": len(rows),
        "reference_m2": whole,
        "covered_m2": seen,
        "percent": 100.0 * seen / whole if whole > 0.0 else None,
        "blind_m2": sum(row.blind_m2 for row in rows),
    }


def _blind_record(rank: int, part: Blind) -> dict[str, Any]:
    point = part.geometry.point_on_surface()
    return {
        "rank": rank,
        "area_m2": part.area_m2,
        "priority": part.priority,
        "floor_id": part.floor_id,
        "room_id": part.room_id,
        "cell_id": part.cell_id,
        "where": {"zh": part.where.zh, "en": part.where.en},
        "point": [point.x, point.y],
    }
