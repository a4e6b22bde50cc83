"""What an IFC file means for the store, building by building, before anything is written: where it goes and what it changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from api.importing.edits import hand_edits
from api.importing.located import placement_from
from api.opening import find_building
from bim_import.comparing import Terms, compare
from bim_import.revision import stranded
from gis.control import Helmert
from twin.model.errors import UsageError
from twin.model.findings import Finding
from twin.model.placement import HEIGHTS, Placement, on_site, place_frames, placement_of
from twin.model.tables import IN_BUILDING, TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas as gpd

    from api.importing.take import Wishes
    from bim_import import ModelImport
    from bim_import.revision import Revision
    from twin.model.snapshot import Snapshot
    from twin.store import Store

__all__ = ["BuildingPlan", "plan_model"]

_BY_USER = ("control_points", "manual", "survey")
"""What a user has put on the ground stays there, whatever a newer file says of its place."""
_SAME_PLACE = 0.8
"""Shared over joint area of two footprints from which a building under another GlobalId may be the same one."""
_KNOWN_AGAIN = 0.5
"""Share of its rooms that must be known again for that."""
_STRANGE = 0.2
"""Share of the store's rooms below which a newer file looks like another building."""

Frames = dict[str, "gpd.GeoDataFrame"]


@dataclass(frozen=True, slots=True)
class BuildingPlan:
    """One building of a file: its frames as they are to be put, and where; `revision` where the store has the building already.

    `local` tells that it goes into the local layers, `held` are the store's rows of it (in the same coordinates as `frames`),
    `was_local` that they stand in the local layers now.
    """

    file_key: str
    frames: Frames
    local: bool
    placement: Placement | None
    held: Frames | None = None
    was_local: bool = False
    revision: Revision | None = None
    findings: tuple[Finding, ...] = ()


def plan_model(store: Store, model: ModelImport, path: Path, wishes: Wishes) -> list[BuildingPlan]:
    """Plan every building of a file; reads the store, writes nothing but its CRS where it has none.

    Raises
    ------
    UsageError
        If `wishes.building` names no building, or the file has several.
    """
    from_file = placement_from(model.georeference, store) if model.georeference.trusted else None
    district = store.snapshot()
    keys = [str(key) for key in model.frames["building"]["building_id"]]
    wanted = find_building(store, wishes.building)[0] if wishes.building else ""
    if wanted and len(keys) != 1:
        raise UsageError("import.as_many", file=path.name, count=len(keys))
    plans = []
    for key in keys:
        part = {
            name: model.frames[name][model.frames[name]["building_id"] == key] for name in IN_BUILDING if name in model.frames
        }
        plans.append(_Planner(store, district, path.name, wishes).plan(key, part, from_file, wanted))
    return plans


@dataclass(frozen=True, slots=True)
class _Planner:
    store: Store
    district: Snapshot
    file: str
    wishes: Wishes

    def plan(self, key: str, frames: Frames, from_file: Placement | None, wanted: str) -> BuildingPlan:
        """Plan one building: as one that the store has, or as a new one."""
        known = wanted or self._known(key)
        if known:
            return self._against(known, key, frames, from_file)
        for candidate in self._alike(frames, from_file):
            plan = self._against(candidate, key, frames, from_file)
            if plan.revision is not None and _share_known(plan.revision) >= _KNOWN_AGAIN:
                finding = Finding("warning", "import.building_known_again", "building", candidate, file=self.file)
                return replace(plan, findings=(*plan.findings, finding))
        return BuildingPlan(key, self._placed(frames, from_file), from_file is None, from_file)

    def _known(self, key: str) -> str:
        """Give the key under which the store has this building, by key or by the GlobalId it was last imported under."""
        for frame in (self.district.frame("building"), self.store.local_frame("building")):
            if key in set(frame["building_id"]):
                return key
            again = frame.loc[frame["global_id"] == key, "building_id"]
            if len(again):
                return str(again.iloc[0])
        return ""

    def _alike(self, frames: Frames, placement: Placement | None) -> list[str]:
        """Name buildings of other GlobalIds that stand in the same place; without a place, those that came from the same file."""
        footprint = self._placed({"building": frames["building"]}, placement)["building"].geometry.iloc[0]
        if footprint is None:
            return []
        files = {source["source_id"]: source["name"] for source in self.store.sources()}
        held = self.district.frame("building") if placement is not None else self.store.local_frame("building")
        return [
            str(row.building_id)
            for row in held.itertuples(index=False)
            if isinstance(row.global_id, str)
            and row.geometry is not None
            and (placement is not None or files.get(row.source_id) == self.file)
            and _overlap(row.geometry, footprint) >= _SAME_PLACE
        ]

    def _placed(self, frames: Frames, placement: Placement | None) -> Frames:
        if placement is None or self.store.crs is None:
            return frames
        placed = place_frames(frames, placement, self.store.crs)
        if placed["building"].geometry.notna().all():
            placed["building"] = on_site(placed["building"], self.district)
        return placed

    def _against(self, known: str, key: str, frames: Frames, from_file: Placement | None) -> BuildingPlan:
        """Plan a building that the store has: where it goes, and what changes."""
        held_one = self.store.building(known)
        was_local = held_one.crs is None
        held: Frames = {name: held_one.frame(name) for name in IN_BUILDING}
        row = held["building"].loc[known]
        stands = None if was_local else placement_of(row)
        stays = stands is not None and (from_file is None or stands.method in _BY_USER)
        placement = stands if stays else from_file
        findings = []
        if placement is not None and self.store.crs is not None:
            if was_local:
                held = place_frames(held, placement, self.store.crs)
            elif stands is not None and _differs(stands, placement):
                held = _carried(held, stands, placement, self.store)
                findings.append(self._moved(known, stands, placement))
        frames = self._placed(frames, placement)
        terms = Terms(self.wishes.take_file, _sitting(self.district), self._other_files())
        revision = compare(held, frames, hand_edits(self.store, known), terms)
        people = {name: self.district.frame(name) for name in TABLES if name not in IN_BUILDING}
        revision = replace(revision, stranded=stranded(revision, people))
        findings += self._strange(revision, held)
        return BuildingPlan(key, revision.frames, placement is None, placement, held, was_local, revision, tuple(findings))

    def _other_files(self) -> frozenset[str]:
        """Name the sources whose rows this file cannot make go: other disciplines' files of the same building."""
        mine = self.file if self.wishes.part else ""
        return frozenset(
            str(source["source_id"])
            for source in self.store.sources()
            if (source["name"] if source["report"].get("part") else "") != mine
        )

    def _moved(self, key: str, before: Placement, after: Placement) -> Finding:
        distance = np.hypot(after.helmert.e - before.helmert.e, after.helmert.n - before.helmert.n)
        turn = (after.helmert.rotation_deg - before.helmert.rotation_deg + 180.0) % 360.0 - 180.0
        values = {"distance": f"{distance:.3f}", "turn": f"{turn:.4f}", "rise": f"{after.z - before.z:.3f}"}
        return Finding("warning", "import.building_moved", "building", key, file=self.file, values=values)

    def _strange(self, revision: Revision, held: Mapping[str, gpd.GeoDataFrame]) -> list[Finding]:
        """Warn where so few rooms are known again that the file may be another building's, or one discipline's."""
        rooms = int(held["room"]["global_id"].notna().sum())
        if not rooms or len(revision.keys("gone", "room")) < (1 - _STRANGE) * rooms:
            return []
        values = {"gone": len(revision.keys("gone", "room")), "rooms": rooms}
        return [Finding("warning", "import.other_building", "building", revision.building_id, file=self.file, values=values)]


def _share_known(revision: Revision) -> float:
    """Give the share of the larger side's rooms that are known again."""
    rooms = revision.frames["room"]
    fresh, gone = len(revision.keys("added", "room")), len(revision.keys("gone", "room"))
    most = max(len(rooms), len(rooms) - fresh + gone)
    return (len(rooms) - fresh) / most if most else 0.0


def _overlap(one: shapely.Geometry, other: shapely.Geometry) -> float:
    shared = float(shapely.area(shapely.intersection(one, other)))
    joint = float(shapely.area(one)) + float(shapely.area(other)) - shared
    return shared / joint if joint > 0 else 0.0


def _differs(one: Placement, other: Placement) -> bool:
    first = np.array([one.helmert.e, one.helmert.n, one.z, one.helmert.rotation_deg, one.helmert.scale])
    second = np.array([other.helmert.e, other.helmert.n, other.z, other.helmert.rotation_deg, other.helmert.scale])
    return not np.allclose(first, second, rtol=0, atol=1e-9)


def _carried(frames: Frames, before: Placement, after: Placement, store: Store) -> Frames:
    """Take placed frames back to the model's own metres and put them where they stand now."""
    held = before.helmert
    back = Helmert(e=0.0, n=0.0, rotation_deg=-held.rotation_deg, scale=1.0 / held.scale)
    e, n = back.move(np.array([[held.e, held.n]]))[0]
    back = replace(back, e=-float(e), n=-float(n))
    local = {}
    for name, frame in frames.items():
        moved = frame.set_geometry(list(back.place(np.array(frame.geometry, dtype=object))), crs=None)
        lowered = {column: moved[column] - before.z for column in HEIGHTS if column in TABLES[name].by_name}
        local[name] = moved.assign(**lowered)
    if store.crs is None:  # pragma: no cover - what is placed has a CRS
        return frames
    placed = place_frames(local, after, store.crs)
    placed["building"] = placed["building"].assign(**{name: frames["building"][name] for name in before.columns()})
    return placed


def _sitting(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Name who sits in each room: departments with their heads, the first by name."""
    names = dict(zip(snapshot.keys("department"), snapshot.column("department", "name"), strict=True))
    heads: dict[str, Counter[str]] = {}
    for row in snapshot.frame("occupancy").itertuples(index=False):
        if row.valid_to is None:
            who = str(names.get(row.department_id) or row.department_id)
            heads.setdefault(str(row.room_id), Counter())[who] += int(row.head_count or 0)
    return {room: tuple(f"{who} {count}" for who, count in sorted(counts.items())) for room, counts in heads.items()}
