"""Tables and road files into the store: columns mapped, cells checked, coordinates brought to the district, floors found."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from api.importing.located import ensure_crs
from api.importing.outcome import Outcome
from gis.crs import named_crs, to_crs
from gis.readers import read_frame
from gis.road_files import read_roads
from twin.model.errors import ImportRefused, UsageError
from twin.model.findings import Finding
from twin.model.locate import locate
from twin.model.tables import TABLES
from twin.model.tabular import Origin, to_table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import geopandas as gpd

    from api.importing.take import Wishes
    from gis.faults import Note
    from twin.store import Store

__all__ = ["take_layers", "take_roads"]


def take_layers(store: Store, path: Path, wishes: Wishes, who: str) -> Outcome:
    """Read a GeoPackage, GeoJSON or CSV file and put its rows in, all tables of it in one transaction.

    Raises
    ------
    ImportRefused
        If any row is at fault; the findings name each, and nothing of the file is stored.
    UsageError
        If it is not clear which table a layer is.
    """
    layers = read_frame(path, crs=wishes.crs, datum=wishes.datum, encoding=wishes.encoding)
    outcome = Outcome(str(path))
    ready: dict[str, gpd.GeoDataFrame] = {}
    for layer in layers:
        name = _table_of(layer.name, wishes, alone=len(layers) == 1, outcome=outcome)
        outcome.findings += _told(layer.notes, path.name, name)
        if not name:
            continue
        if len(layer.frame) == 0:
            outcome.findings.append(Finding("warning", "cli.empty_layer", name, file=path.name, values={"layer": layer.name}))
        origin = Origin(path.name, 2 if path.suffix.lower() == ".csv" else 1)
        rows, findings = to_table(TABLES[name], layer.frame, wishes.names, origin)
        outcome.findings += findings
        ready[name] = rows
    if any(finding.severity == "error" for finding in outcome.findings):
        raise ImportRefused("import.rows_at_fault", outcome.findings, file=path.name)
    _put(store, path, who, {name: _brought(store, name, frame) for name, frame in ready.items()}, outcome)
    return outcome


def take_roads(store: Store, path: Path, wishes: Wishes, who: str) -> Outcome:
    """Read a street network and put its roads and turn bans in."""
    network = read_roads(path, crs=wishes.crs, datum=wishes.datum)
    outcome = Outcome(str(path), findings=list(_told(network.notes, path.name, "road")))
    if len(network.roads) == 0:
        raise ImportRefused("import.no_roads", outcome.findings, file=path.name)
    frames: dict[str, gpd.GeoDataFrame] = {}
    for name, frame in (("road", network.roads), ("turn_ban", network.bans)):
        rows, findings = to_table(TABLES[name], frame, {}, Origin(path.name))
        outcome.findings += findings
        frames[name] = _brought(store, name, rows)
    if any(finding.severity == "error" for finding in outcome.findings):
        raise ImportRefused("import.rows_at_fault", outcome.findings, file=path.name)
    _put(store, path, who, frames, outcome)
    return outcome


def _table_of(layer: str, wishes: Wishes, *, alone: bool, outcome: Outcome) -> str:
    """Name the table a layer is; empty where it is to be passed over."""
    if wishes.table and alone:
        return wishes.table
    if layer.lower() in TABLES:
        return layer.lower()
    if alone:
        raise UsageError("cli.which_table", layer=layer, tables=" ".join(TABLES))
    outcome.findings.append(Finding("warning", "cli.left_layer", values={"layer": layer}))
    return ""


def _told(notes: Iterable[Note], file: str, table: str) -> list[Finding]:
    return [
        Finding(note.severity, note.code, table, f"row {note.row}" if note.row else "", file=file, values=note.values)
        for note in notes
    ]


def _brought(store: Store, name: str, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Bring geometry to the store's CRS, and let things find their building, floor and room."""
    if TABLES[name].shape is None or frame.geometry.isna().all():
        return frame
    source = named_crs(str(frame.crs))
    shapes = np.array(frame.geometry, dtype=object)
    target = ensure_crs(store, shapes, source)
    brought = frame.set_geometry(list(to_crs(shapes, source, target)), crs=None).set_crs(target, allow_override=True)
    return locate(brought, store.snapshot()) if TABLES[name].shape == "POINT" else brought


def _put(store: Store, path: Path, who: str, frames: dict[str, gpd.GeoDataFrame], outcome: Outcome) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    source_id = f"file-{digest[:12]}"
    with store.change(who, f"import {path.name}", source_id) as work:
        for name in TABLES:
            if name in frames:
                work.put(name, frames[name])
        work.put_source(source_id, path.name, digest, {"findings": outcome.record()["findings"]})
    outcome.note_changes(work.counts)
