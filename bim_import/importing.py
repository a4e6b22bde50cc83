"""The parent's side of an import: bytes, child process, verdict, frames."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bim_import.exchange import finding_of
from bim_import.georef import Georeference
from bim_import.intake import Intake, take
from bim_import.options import ImportOptions
from bim_import.report import LISTS, Dropped, ImportReport
from bim_import.watch import noted
from gis.sandbox import Limits, Verdict, run
from twin.model.errors import ImportRefused
from twin.model.findings import Finding, sort_findings

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["ModelImport", "import_ifc"]

DEFAULTS = ImportOptions()
_MOST_RUNS = 6
"""Runs of the child for one file."""
_LOST = {
    "crash": "ifc.reader_crashed",
    "timeout": "ifc.reader_timeout",
    "memory": "ifc.reader_memory",
    "error": "ifc.reader_failed",
}


@dataclass(frozen=True, slots=True)
class ModelImport:
    """One file, imported.

    `source` names the file: source_id, name, sha256, file_sha256, size, schema, schema_stated, unit, project, project_id,
    application. `frames` holds a frame per table of `twin.model.tables.IN_BUILDING`, in the model's own metres without its false
    origin, CRS None. `glb` holds a 3D file per floor, in the same metres.
    """

    source: dict[str, object]
    frames: dict[str, gpd.GeoDataFrame]
    georeference: Georeference
    report: ImportReport
    glb: dict[str, bytes]


def import_ifc(path: Path, options: ImportOptions = DEFAULTS) -> ModelImport:
    """Import one IFC file, plain, zipped or gzipped.

    Parameters
    ----------
    path
        The file.
    options
        See `ImportOptions`.

    Raises
    ------
    ImportRefused
        If the file is not taken: no IFC, cut short, broken, without rooms or floors, or it brought the reader down. Its
        findings say all that is known.
    """
    path = Path(path)
    with tempfile.TemporaryDirectory(prefix="twin-ifc-") as folder:
        workdir = Path(folder)
        intake = take(path, workdir, options)
        verdict, attempt = _read(intake, options, workdir)
        return _taken(_answer(verdict, intake), intake, attempt, workdir)


def _read(intake: Intake, options: ImportOptions, workdir: Path) -> tuple[Verdict, list[Finding]]:
    """Run the child until it comes back.

    A body at which the process ended, by its own limit or by a crash, is left out of the next run and gets a box. Where no body
    is known, the quick kernel takes many at once: once more with the other one and without 3D, which takes them singly. The last
    run does without the exact kernel altogether.
    """
    limits = options.limits_for(intake.size)
    how: dict[str, Any] = {"glb": options.glb, "kernel": "manifold", "skip": [], "exact": True}
    found: list[Finding] = []
    for runs in range(_MOST_RUNS):
        how |= {"exact": runs < _MOST_RUNS - 1}
        verdict = _run(intake, options, limits, workdir, how)
        if verdict.status != "crash":
            return verdict, found
        step = noted(workdir)
        if step:
            how["skip"] = [*how["skip"], (step, "time" if "SIGVTALRM" in _reason(verdict) else "crash")]
        elif how["kernel"] == "manifold":
            how |= {"glb": False, "kernel": "opencascade"}
            found = [Finding("warning", "ifc.second_attempt", file=intake.name, values={"reason": _reason(verdict)})]
        else:
            break
    return verdict, found


def _run(intake: Intake, options: ImportOptions, limits: Limits, workdir: Path, how: dict[str, Any]) -> Verdict:
    arguments = {
        "path": str(intake.path),
        "name": intake.name,
        "instances": intake.instances,
        "eye_height": options.eye_height,
        "classes": [list(pair) for pair in options.classes],
        "elements_only": options.elements_only,
        "body_s": options.body_s,
        "how": {"unit": options.unit, "tolerant": intake.tolerant} | how,
    }
    return run("bim_import.work:read_model", arguments, workdir=workdir, limits=limits)


def _reason(verdict: Verdict) -> str:
    return verdict.detail.splitlines()[0] if verdict.detail else verdict.status


def _answer(verdict: Verdict, intake: Intake) -> dict[str, Any]:
    """Give the child's answer, or raise what became of it."""
    if verdict.status != "ok":
        code = _LOST[verdict.status]
        values = {
            "reason": verdict.detail.splitlines()[0] if verdict.detail else verdict.status,
            "cpu_s": round(verdict.cpu_s, 1),
        }
        raise ImportRefused(code, [Finding("error", code, file=intake.name, values=values), *intake.findings], **values)
    answer: dict[str, Any] = verdict.value
    if "refused" in answer:
        refused = answer["refused"]
        findings = [finding_of(record) for record in refused["findings"]]
        raise ImportRefused(refused["code"], [*findings, *intake.findings], **refused["values"])
    return answer


def _taken(answer: dict[str, Any], intake: Intake, attempt: list[Finding], workdir: Path) -> ModelImport:
    """Read what the child left in the working folder."""
    from bim_import.frames import read_rows  # noqa: PLC0415 - the child imports this package too, and must not load pandas

    source_id = f"ifc-{intake.sha256[:12]}"
    report = answer["report"]
    findings = sort_findings([*intake.findings, *attempt, *(finding_of(record) for record in report.pop("findings"))])
    dropped = tuple(Dropped(**item) for item in report.pop("dropped"))
    lists: dict[str, Any] = {name: tuple(report.pop(name)) for name in LISTS}
    place = answer["georeference"]
    place |= {"lonlat": tuple(place["lonlat"]) if place["lonlat"] else None, "notes": tuple(place["notes"])}
    about = answer["about"]
    return ModelImport(
        source={
            "source_id": source_id,
            "name": intake.name,
            "sha256": intake.sha256,
            "file_sha256": intake.file_sha256,
            "size": intake.size,
            "schema": intake.schema,
            "schema_stated": intake.schema_stated,
            "unit": about["length_unit"],
            "project": about["project"],
            "project_id": about["project_id"],
            "application": about["application"],
        },
        frames={table: read_rows(workdir / f"{table}.arrow", table, source_id) for table in answer["tables"]},
        georeference=Georeference(**place),
        report=ImportReport(findings=tuple(findings), dropped=dropped, **lists, **report),
        glb={key: (workdir / name).read_bytes() for key, name in answer["glb"].items()},
    )
