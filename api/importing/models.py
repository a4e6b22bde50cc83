"""An IFC model into the store: a diff against what is there, on the ground or in its own metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.importing.located import placement_from
from api.importing.outcome import Outcome
from bim_import import ImportOptions, import_ifc
from bim_import.options import ENCODINGS
from twin.model.errors import UsageError
from twin.model.findings import Finding
from twin.model.placement import Placement, on_site, place_frames, placement_of
from twin.model.tables import IN_BUILDING

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd

    from api.importing.take import Wishes
    from twin.model.snapshot import Snapshot
    from twin.store import Change, Store

__all__ = ["take_model"]

_BY_USER = ("control_points", "manual", "survey")
"""What a user has put on the ground stays there, whatever a newer file says of its place."""


def take_model(store: Store, path: Path, wishes: Wishes, who: str) -> Outcome:
    """Read an IFC file and put each of its buildings in, in one transaction.

    Raises
    ------
    ImportRefused
        If the file holds no sound building; the store is untouched.
    """
    model = import_ifc(path, ImportOptions(unit=wishes.unit, encoding=_encoding(wishes.encoding)))
    outcome = Outcome(str(path), counts=dict(model.report.counts), areas=dict(model.report.areas))
    outcome.findings = list(model.report.findings)
    outcome.georeference = model.georeference.record()
    outcome.details = {"source": model.source, "report": model.report.record()}
    from_file = placement_from(model.georeference, store) if model.georeference.trusted else None
    district = store.snapshot()
    homeless = []
    with store.change(who, f"import {path.name}", str(model.source["source_id"])) as work:
        for building in model.frames["building"]["building_id"]:
            placement = _kept(district, building) or from_file
            _put_building(store, work, _part(model.frames, building), district, placement)
            if placement is None:
                homeless.append(building)
        work.put_meshes(model.glb)
        source = model.source
        work.put_source(
            str(source["source_id"]), path.name, str(source["sha256"]), {"findings": outcome.record()["findings"], **source}
        )
    outcome.note_changes(work.counts)
    outcome.findings += [
        Finding("warning", "import.not_placed", "building", row, file=path.name, values={"building": path.stem})
        for row in homeless
    ]
    return outcome


def _encoding(wanted: str) -> str:
    """Hold the encoding that a user forces on raw text against those that are known; empty leaves it to be found out."""
    if wanted and wanted not in ENCODINGS:
        raise UsageError("import.bad_encoding", encoding=wanted, known=", ".join(ENCODINGS))
    return wanted


def _part(frames: dict[str, gpd.GeoDataFrame], building: str) -> dict[str, gpd.GeoDataFrame]:
    return {name: frames[name][frames[name]["building_id"] == building] for name in IN_BUILDING if name in frames}


def _kept(district: Snapshot, building: str) -> Placement | None:
    """Give the placement that a user gave this building before."""
    frame = district.frame("building")
    if building not in frame.index or frame.loc[building, "georeference"] not in _BY_USER:
        return None
    return placement_of(frame.loc[building])


def _put_building(
    store: Store, work: Change, frames: dict[str, gpd.GeoDataFrame], district: Snapshot, placement: Placement | None
) -> None:
    """Put one building's rows, and bury those that the file no longer holds."""
    building = str(frames["building"]["building_id"].iloc[0])
    held_local = set(store.local_frame("building")["building_id"])
    local = placement is None
    if placement is not None and store.crs is not None:
        frames = place_frames(frames, placement, store.crs)
        frames["building"] = on_site(frames["building"], district)
    was_local = building in held_local
    was_there = building in district.frame("building").index
    held = store.building(building) if was_local or was_there else None
    for name in IN_BUILDING:
        if held is not None:
            before = held.frame(name)
            from_ifc = before.index[before["global_id"].notna()]
            if was_local and not local:
                work.remove(name, list(before.index), local=True)
            elif name in frames:
                work.bury(name, sorted(set(from_ifc) - set(frames[name][f"{name}_id"])), local=local)
        if name in frames:
            work.put(name, frames[name], local=local)
