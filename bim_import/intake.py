"""Bytes first: what a file is by its content, whether it is whole, and a clean copy for the reader where it needed repair.

Nothing here parses IFC; it only counts. The reader's own count is held against `Intake.instances`, because a parser that
stops half-way says nothing.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from bim_import.archive import ArchiveFault, unpack
from bim_import.encoding import STRING, Repair, repair
from twin.model.errors import ImportRefused
from twin.model.findings import Finding, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from bim_import.options import ImportOptions

__all__ = ["Intake", "count_instances", "take"]

SCHEMAS = ("IFC2X3", "IFC4", "IFC4X3_ADD2")
"""Schemas the reader knows."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "Revit (.rvt) / OLE"),
    (b"AC10", "AutoCAD DWG"),
    (b"SQLite format 3", "SQLite"),
    (b"version https://git-lfs", "Git LFS pointer"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
)
_MARKUP: tuple[tuple[bytes, str], ...] = (
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML / ifcXML"),
    (b"{", "JSON"),
)
_HEAD, _TAIL = 2**16, 2**12
_FILE_SCHEMA = re.compile(rb"FILE_SCHEMA\s*\(\s*\(\s*'([^']*)'", re.IGNORECASE)
_COMMENT = re.compile(rb"/\*.*?(?:\*/|\Z)", re.DOTALL)
_INSTANCE = re.compile(STRING + rb"|/\*.*?(?:\*/|\Z)|#\d+\s*=", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Intake:
    """A file that is worth opening.

    `path` is what the reader opens: the file itself, or a clean copy. `sha256` and `size` are of the IFC text as it came
    (unpacked, not repaired), so that a model has one identity however it is packed; `file_sha256` is of the file as given.
    `instances` is the most that it can define, as many as it has equals signs: a reader that finds fewer has to look which of
    them stand in texts (`count_instances`), which takes as long as half of the reading and is seldom needed.
    """

    path: Path
    name: str
    sha256: str
    file_sha256: str
    size: int
    schema: str
    schema_stated: str
    instances: int
    findings: tuple[Finding, ...]

    @property
    def tolerant(self) -> bool:
        """True where the file is read as a later edition of its schema, whose classes may have other numbers of attributes."""
        return any(found.code == "ifc.schema_repaired" for found in self.findings)


def take(path: Path, workdir: Path, options: ImportOptions) -> Intake:
    """Look at a file's bytes and get them ready for the reader.

    Parameters
    ----------
    path
        The file as given; its name says nothing of its kind.
    workdir
        Folder for an unpacked or repaired copy.
    options
        `encoding` and `max_mb` are obeyed.

    Raises
    ------
    ImportRefused
        If it is missing, empty, too large, no IFC, of an unknown schema, or cut short.
    """
    name = path.name
    if not path.is_file():
        _refuse("ifc.no_file", name)
    max_bytes = int(options.max_mb * 2**20)
    size = path.stat().st_size
    if size == 0:
        _refuse("ifc.empty", name)
    if size > max_bytes:
        _refuse("ifc.too_large", name, size_mb=round(size / 2**20), most_mb=round(options.max_mb))
    findings: list[Finding] = []
    with path.open("rb") as file:
        kind = _kind(file.read(_HEAD))
    source = path
    if kind in {"zip", "gzip"}:
        source = workdir / "unpacked.ifc"
        try:
            member = unpack(path, kind, source, max_bytes)
        except ArchiveFault as fault:
            _refuse(fault.code, name, **fault.values)
        findings.append(Finding("info", "ifc.unpacked", file=name, values={"name": member, "kind": kind}))
    data = source.read_bytes()
    file_sha256 = _digest(path.read_bytes()) if source is not path else _digest(data)
    _whole(data, name)
    clean = _clean(data, name, options, findings)
    if clean.data is not data:
        source = workdir / "clean.ifc"
        source.write_bytes(clean.data)
    return Intake(
        path=source.resolve(),
        name=name,
        sha256=_digest(data),
        file_sha256=file_sha256,
        size=len(data),
        schema=clean.schema,
        schema_stated=clean.schema_stated,
        instances=clean.data.count(b"="),
        findings=tuple(findings),
    )


def count_instances(data: bytes) -> int:
    """Count the definitions ``#n=`` of a STEP file, outside strings and comments."""
    return sum(found.group()[:1] == b"#" for found in _INSTANCE.finditer(data))


@dataclass(frozen=True, slots=True)
class _Clean:
    data: bytes
    schema: str
    schema_stated: str


def _refuse(code: str, file: str, /, **values: object) -> NoReturn:
    """Raise the refusal, with its finding beside it."""
    raise ImportRefused(code, [Finding("error", code, file=file, values=values)], **values)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _kind(head: bytes) -> str:
    """Name a file's kind by its first bytes: ``ifc``, ``zip``, ``gzip`` or what else it is; empty where unknown."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _COMMENT.sub(b"", text).lstrip().startswith(b"ISO-10303-21"):
        return "ifc"
    for signature, kind in _MARKUP:
        if text[:64].lower().startswith(signature):
            return kind
    return ""


def _whole(data: bytes, name: str) -> None:
    """Refuse what is no STEP file, or one without its end."""
    kind = _kind(data[:_HEAD])
    if kind != "ifc":
        _refuse("ifc.not_ifc", name, kind=kind or "?")
    if b"END-ISO-10303-21" not in data[-_TAIL:]:
        _refuse("ifc.cut_short", name, size=len(data), last=_last_instance(data))


def _last_instance(data: bytes) -> str:
    """Name the last instance that was begun, for whoever looks for the place."""
    numbers = re.findall(rb"#(\d+)\s*=", data[-(2**16) :])
    return f"#{numbers[-1].decode()}" if numbers else "-"


def _clean(data: bytes, name: str, options: ImportOptions, findings: list[Finding]) -> _Clean:
    """Put schema and text right; adds to `findings` what was done."""
    schema, stated, data = _known_schema(data, name, findings)
    text: Repair = repair(data, options.encoding)
    if text.encoding:
        values = {"encoding": text.encoding, "count": text.strings, "before": text.before[:80], "after": text.after[:80]}
        severity: Severity = "info" if text.encoding == "utf-8" else "warning"
        findings.append(Finding(severity, "ifc.text_repaired", file=name, values=values))
    return _Clean(text.data, schema, stated)


def _known_schema(data: bytes, name: str, findings: list[Finding]) -> tuple[str, str, bytes]:
    """Read the schema's name; where the reader knows only a later edition, write that one into the header instead."""
    found = _FILE_SCHEMA.search(data[:_HEAD])
    if found is None:
        _refuse("ifc.no_schema", name)
    stated = found.group(1).decode("latin-1").strip()
    schema, faithful = _edition(stated.upper())
    if not schema:
        _refuse("ifc.unknown_schema", name, schema=stated, known="、".join(SCHEMAS))
    if schema == stated:
        return schema, stated, data
    if not faithful:
        findings.append(Finding("warning", "ifc.schema_repaired", file=name, values={"stated": stated, "schema": schema}))
    return schema, stated, data[: found.start(1)] + schema.encode() + data[found.end(1) :]


def _edition(stated: str) -> tuple[str, bool]:
    """Give the edition to read a schema as, empty where there is none, and whether that is the same schema by another name."""
    if stated in SCHEMAS:
        return stated, True
    if stated in {"IFC2X3_FINAL", "IFC2X3_TC1"}:
        return "IFC2X3", True
    if re.fullmatch(r"IFC4_ADD\d(_TC\d)?", stated):
        return "IFC4", True
    if re.fullmatch(r"IFC2X2?(_FINAL|_ADD\d)?", stated):
        return "IFC2X3", False
    return ("IFC4X3_ADD2", False) if re.fullmatch(r"IFC4X[123](_\w+)?", stated) else ("", False)
