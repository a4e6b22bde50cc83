"""Tables and road files into the store: columns mapped, cells checked, coordinates brought to the district, floors found."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from api.importing.files import table_called
from api.importing.grids import grid_findings, grid_of
from api.importing.located import ensure_crs
from api.importing.outcome import Outcome
from gis.crs import named_crs, to_crs
from gis.readers import read_frame
from gis.road_files import read_buildings, read_roads
from twin.model.errors import ImportRefused, UsageError
from twin.model.findings import Finding
from twin.model.locate import locate, wants_place
from twin.model.snapshot import Snapshot
from twin.model.tables import IN_BUILDING, TABLES
from twin.model.tabular import Origin, to_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import geopandas as gpd

    from api.importing.take import Wishes
    from gis.faults import Note
    from gis.readers import Layer
    from twin.store import Store

__all__ = ["take_layers", "take_roads"]


def take_layers(store: Store, path: Path, wishes: Wishes, who: str) -> Outcome:
    """Read a file of tables and put its rows in, all tables of it in one transaction.

    Raises
    ------
    ImportRefused
        If any row is at fault; the findings name each, and nothing of the file is stored.
    UsageError
        If it is not clear which table a layer is.
    """
    outcome = Outcome(str(path))
    grid = None
    if wishes.grid is not None:
        grid = grid_of(wishes.grid, store.crs)
        outcome.findings += grid_findings(grid, wishes.grid.name)
    layers = read_frame(path, crs=wishes.crs, datum=wishes.datum, encoding=wishes.encoding, grid=grid)
    chosen = _chosen(layers, wishes, outcome)
    ready: list[tuple[str, gpd.GeoDataFrame]] = []
    for layer, name in chosen:
        outcome.findings += _told(layer.notes, path.name, name)
        names = {theirs: ours for theirs, ours in wishes.names.items() if len(chosen) == 1 or theirs in layer.frame.columns}
        rows, findings = to_table(TABLES[name], layer.frame, names, Origin(path.name, rows=layer.lines))
        outcome.findings += findings
        ready.append((name, rows))
    outcome.findings += _repeated(ready, path.name)
    if any(finding.severity == "error" for finding in outcome.findings):
        raise ImportRefused("import.rows_at_fault", outcome.findings, file=path.name)
    _put(store, path, who, _settled(store, ready), outcome)
    return outcome


def _chosen(layers: list[Layer], wishes: Wishes, outcome: Outcome) -> list[tuple[Layer, str]]:
    """Say which table each layer is; of many layers those without rows say nothing and are passed over."""
    found: list[tuple[Layer, str]] = []
    full = [layer for layer in layers if len(layer.frame)] or layers[:1]
    for layer in full:
        name = _table_of(layer, wishes, alone=len(full) == 1, outcome=outcome)
        if not name:
            outcome.findings += _told(layer.notes, Path(outcome.path).name, "")
            continue
        if len(layer.frame) == 0:
            file = Path(outcome.path).name
            outcome.findings.append(Finding("warning", "cli.empty_layer", name, file=file, values={"layer": layer.name}))
        found.append((layer, name))
    return found


def _repeated(ready: list[tuple[str, gpd.GeoDataFrame]], file: str) -> Iterator[Finding]:
    """Find keys that two layers of one table share; within a layer they were found before."""
    for name in {name for name, _ in ready}:
        table = TABLES[name]
        keys = pd.concat([frame[table.key] for held, frame in ready if held == name], ignore_index=True).dropna()
        if sum(held == name for held, _ in ready) > 1:
            for key in sorted(set(keys[keys.duplicated()])):
                words = {"column": table.key, "zh": table.by_name[table.key].zh, "value": key}
                yield Finding("error", "tabular.repeated_key", name, str(key), table.key, file, words)


def _settled(store: Store, ready: list[tuple[str, gpd.GeoDataFrame]]) -> dict[str, gpd.GeoDataFrame]:
    """Bring every table to the store's CRS, several layers of one together, then let things find building, floor and room."""
    parts: dict[str, list[gpd.GeoDataFrame]] = {}
    for name, frame in ready:
        parts.setdefault(name, []).append(_brought(store, name, frame))
    frames = {name: held[0] if len(held) == 1 else pd.concat(held, ignore_index=True) for name, held in parts.items()}
    lost = [name for name, frame in frames.items() if TABLES[name].shape == "POINT" and wants_place(frame)]
    if lost:
        around = _with_file(store.snapshot(), frames)
        frames |= {name: locate(frames[name], around) for name in lost}
    return frames


def _with_file(snapshot: Snapshot, frames: dict[str, gpd.GeoDataFrame]) -> Snapshot:
    """Add the buildings, floors and rooms of the file itself to what the store holds: its things may stand in them."""
    new = {name: frames[name] for name in ("building", "floor", "room") if name in frames}
    if not new or snapshot.crs is None:
        return snapshot
    held = {name: snapshot.frame(name) for name in TABLES}
    for name, frame in new.items():
        kept = held[name][~held[name].index.isin(frame[TABLES[name].key])]
        held[name] = frame if kept.empty else pd.concat([kept.reset_index(drop=True), frame], ignore_index=True)
    return Snapshot(held, snapshot.crs, snapshot.version)


def take_roads(store: Store, path: Path, wishes: Wishes, who: str) -> Outcome:
    """Read a street network and put its roads and turn bans in; with ``--table building`` the buildings of the map instead."""
    if wishes.table == "building":
        return _take_buildings(store, path, wishes, who)
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


def _take_buildings(store: Store, path: Path, wishes: Wishes, who: str) -> Outcome:
    found = read_buildings(path, datum=wishes.datum)
    outcome = Outcome(str(path), findings=list(_told(found.notes, path.name, "building")))
    rows, findings = to_table(TABLES["building"], found.buildings, {}, Origin(path.name))
    outcome.findings += findings
    if any(finding.severity == "error" for finding in outcome.findings):
        raise ImportRefused("import.rows_at_fault", outcome.findings, file=path.name)
    _put(store, path, who, {"building": _brought(store, "building", rows)}, outcome)
    return outcome


def _table_of(layer: Layer, wishes: Wishes, *, alone: bool, outcome: Outcome) -> str:
    """Name the table a layer is; empty where it is to be passed over."""
    if wishes.table:
        return wishes.table
    name = table_called(layer.name) or table_called(layer.sheet)
    if name:
        return name
    if alone:
        raise UsageError("cli.which_table", layer=layer.name, tables=" ".join(TABLES))
    code = "import.local_left" if layer.name.removeprefix("local_") in IN_BUILDING else "cli.left_layer"
    outcome.findings.append(Finding("warning", code, values={"layer": layer.name}))
    return ""


def _told(notes: Iterable[Note], file: str, table: str) -> list[Finding]:
    return [
        Finding(note.severity, note.code, table, f"row {note.row}" if note.row else "", file=file, values=note.values)
        for note in notes
    ]


def _brought(store: Store, name: str, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Bring geometry to the store's CRS."""
    if TABLES[name].shape is None or frame.geometry.isna().all():
        return frame
    source = named_crs(str(frame.crs))
    shapes = np.array(frame.geometry, dtype=object)
    target = ensure_crs(store, shapes, source)
    return frame.set_geometry(list(to_crs(shapes, source, target)), crs=None).set_crs(target, allow_override=True)


def _put(store: Store, path: Path, who: str, frames: dict[str, gpd.GeoDataFrame], outcome: Outcome) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    source_id = f"file-{digest[:12]}"
    with store.change(who, f"import {path.name}", source_id) as work:
        for name in TABLES:
            if name in frames:
                work.put(name, frames[name])
        work.put_source(source_id, path.name, digest, {"findings": outcome.record()["findings"]})
    outcome.note_changes(work.counts)
