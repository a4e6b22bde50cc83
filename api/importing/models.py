"""An IFC model into the store: planned as a difference, accepted or not, then put in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd

from api.importing.outcome import Outcome
from api.importing.planning import plan_model
from bim_import import ImportOptions, import_ifc
from bim_import.options import ENCODINGS
from bim_import.revision import applied
from twin.model.errors import UsageError
from twin.model.findings import Finding
from twin.model.tables import IN_BUILDING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from api.importing.planning import BuildingPlan
    from api.importing.take import Wishes
    from bim_import import ModelImport
    from twin.store import Change, Store

__all__ = ["take_model"]


def take_model(store: Store, path: Path, wishes: Wishes, who: str) -> Outcome:
    """Read an IFC file and put each of its buildings in, in one transaction; of a building that is there, after the question.

    Raises
    ------
    ImportRefused
        If the file holds no sound building; the store is untouched.
    UsageError
        If the wishes do not fit the file, or the store changed while the question was open.
    """
    model, options = _read(store, path, wishes)
    outcome = Outcome(str(path), counts=dict(model.report.counts), areas=dict(model.report.areas))
    outcome.findings = list(model.report.findings)
    outcome.georeference = model.georeference.record()
    outcome.details = {"source": model.source, "report": model.report.record()}
    version = store.version
    plans = plan_model(store, model, path, wishes)
    outcome.findings += [finding for plan in plans for finding in plan.findings]
    outcome.revisions = [plan.revision for plan in plans if plan.revision is not None]
    if wishes.agreed and wishes.agreed != outcome.agreement:
        raise UsageError("import.store_moved", file=path.name)
    if not _accepted(outcome, path, wishes):
        return outcome
    with store.change(who, f"import {path.name}", str(model.source["source_id"])) as work:
        if work.set_id != version + 1:
            raise UsageError("import.store_moved", file=path.name)
        for plan in plans:
            _put(work, plan)
        floors = {key: pair.held for plan in plans if plan.revision for key, pair in plan.revision.pairs.get("floor", {}).items()}
        if not wishes.part:
            work.put_meshes({floors.get(key, key): glb for key, glb in model.glb.items()})
        work.put_source(
            str(model.source["source_id"]),
            path.name,
            str(model.source["sha256"]),
            _remembered(outcome, model, plans, options, wishes),
        )
    outcome.note_changes(work.counts)
    outcome.findings += [
        Finding("warning", "import.not_placed", "building", plan.file_key, file=path.name, values={"building": path.stem})
        for plan in plans
        if plan.local
    ]
    return outcome


def _read(store: Store, path: Path, wishes: Wishes) -> tuple[ModelImport, ImportOptions]:
    """Read the file; a table of room classes that was given with an earlier file of its building is used again."""
    options = ImportOptions(
        unit=wishes.unit, encoding=_encoding(wishes.encoding), classes=wishes.classes, elements_only=wishes.elements_only
    )
    model = import_ifc(path, options)
    if wishes.classes:
        return model, options
    buildings = {str(key) for key in model.frames["building"]["building_id"]}
    for source in reversed(store.sources()):
        classes = source["report"].get("classes")
        if classes and buildings & set(source["report"].get("buildings", ())):
            options = ImportOptions(
                unit=options.unit,
                encoding=options.encoding,
                classes=tuple((str(name), str(kind)) for name, kind in classes),
                elements_only=options.elements_only,
            )
            return import_ifc(path, options), options
    return model, options


def _encoding(wanted: str) -> str:
    """Hold the encoding that a user forces on raw text against those that are known; empty leaves it to be found out."""
    if wanted and wanted not in ENCODINGS:
        raise UsageError("import.bad_encoding", encoding=wanted, known=", ".join(ENCODINGS))
    return wanted


def _accepted(outcome: Outcome, path: Path, wishes: Wishes) -> bool:
    """Ask, where a building that is there would change; without anybody to ask the caller has accepted."""
    if wishes.decide is None or all(revision.empty for revision in outcome.revisions):
        return True
    answer = wishes.decide(str(path), outcome.revisions)
    outcome.told = answer != "accept"
    if answer == "accept":
        return True
    outcome.status = "declined" if answer == "decline" else "refused"
    declined = Finding("info", "import.declined", file=path.name)
    outcome.findings.append(declined if answer == "decline" else Finding("error", "import.needs_yes", file=path.name))
    return False


def _remembered(
    outcome: Outcome, model: ModelImport, plans: list[BuildingPlan], options: ImportOptions, wishes: Wishes
) -> dict[str, Any]:
    """Say what the store keeps of the import beside its rows."""
    keys = {plan.file_key for plan in plans} | {plan.revision.building_id for plan in plans if plan.revision}
    return {
        "findings": outcome.record()["findings"],
        "buildings": sorted(keys),
        "classes": [list(pair) for pair in options.classes],
        "part": wishes.part,
        **model.source,
    }


def _put(work: Change, plan: BuildingPlan) -> None:
    """Put one building's rows, and bury those that the file no longer holds."""
    revision, held = plan.revision, plan.held
    if revision is None or held is None:
        for name in IN_BUILDING:
            if name in plan.frames:
                work.put(name, plan.frames[name], local=plan.local)
        return
    if plan.was_local and not plan.local:
        _move(work, plan)
        return
    for name in IN_BUILDING:
        work.bury(name, revision.keys("gone", name), local=plan.local)
        if name in revision.frames:
            work.put(name, revision.frames[name], local=plan.local)


def _move(work: Change, plan: BuildingPlan) -> None:
    """Take a building from the local layers to the ground: what is new, what stays, and what goes, marked as gone."""
    revision, held = plan.revision, plan.held
    if revision is None or held is None:  # pragma: no cover - only buildings that are there move
        raise RuntimeError
    after = applied(held, revision)
    for name in IN_BUILDING:
        work.remove(name, list(held[name].index), local=True)
        rows = after.get(name, held[name])
        gone = held[name].loc[revision.keys("gone", name)].assign(gone=True)
        work.put(name, rows if len(gone) == 0 else gpd.GeoDataFrame(pd.concat([rows, gone]), crs=rows.crs))
