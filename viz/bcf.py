"""Findings about a model as BCF 2.1 topics, so that its author can mend it in the program it was drawn with.

One topic per finding that asks for something, with the GlobalIds of its elements selected in a viewpoint. BCF is a zip of
small XML files (buildingSMART, BCF-XML 2.1); the one library for it is under the GPL, which this program may not use at run time.
"""

from __future__ import annotations

import re
import uuid
import zipfile
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["write_bcf"]

_SPACE = uuid.UUID("6f1c6f5e-4d0a-5a55-9f5e-7a3c2f1b8d10")
"""Name space of our topics' GUIDs: the same finding about the same file is the same topic again."""
_GLOBAL_ID = re.compile(r"[0-3][0-9A-Za-z_$]{21}\Z")
_TYPES = {"error": "Error", "warning": "Warning"}
_LISTS = {"ifc.rooms_isolated": ("isolated_rooms", ("room_id",)), "ifc.areas_differ": ("area_differences", ("room_id",))}
_BODIES = {"ifc.no_mesh": "none", "ifc.body_box": "box", "ifc.body_unclipped": "unclipped", "ifc.body_outline": "outline"}
"""What stands for a body, by the finding about it."""
_STAMP = (1980, 1, 1, 0, 0, 0)


def write_bcf(out: Path, records: Sequence[dict[str, Any]], *, made: str, author: str) -> int:
    """Write the topics of imported models.

    Parameters
    ----------
    out
        The ``.bcf`` file; replaced whole or not at all.
    records
        One per file, as ``twin import --json`` prints them; files that are no models bring no topics.
    made, author
        When (ISO 8601) and who, for the topics' heads.

    Returns
    -------
    How many topics there are.
    """
    count = 0
    with whole_file(out) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "bcf.version", _version())
        for record in records:
            for finding, keys in _topics(record):
                guid = str(uuid.uuid5(_SPACE, "|".join((record["source"]["sha256"], finding["code"], finding["where"], *keys))))
                _put(archive, f"{guid}/markup.bcf", _markup(guid, record, finding, made, author, bool(keys)))
                if keys:
                    _put(archive, f"{guid}/viewpoint.bcfv", _viewpoint(guid, keys))
                count += 1
    return count


def _topics(record: dict[str, Any]) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Give the findings that ask the author for something, each once, with the elements they are about."""
    if not record.get("source"):
        return
    report, seen = record.get("report", {}), set()
    for finding in record["findings"]:
        if finding["severity"] not in _TYPES or finding["code"].startswith("import."):
            continue
        keys = [part for part in finding["where"].split(" · ") if _GLOBAL_ID.match(part)]
        if finding["code"] == "ifc.rooms_overlap":
            pairs = [pair for pair in report.get("overlaps", []) if pair["room_a"] in keys or pair["room_b"] in keys]
            keys = sorted({key for pair in pairs for key in (pair["room_a"], pair["room_b"])})
        stood_for = _BODIES.get(finding["code"], "")
        keys += [row["key"] for row in report.get("fallbacks", []) if row["how"] == stood_for]
        name, columns = _LISTS.get(finding["code"], ("", ()))
        keys += [row[column] for row in report.get(name, []) for column in columns]
        mark = (finding["code"], finding["where"])
        if mark not in seen:
            seen.add(mark)
            yield finding, keys


def _put(archive: zipfile.ZipFile, name: str, root: Element) -> None:
    archive.writestr(
        zipfile.ZipInfo(name, _STAMP), b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8")
    )


def _version() -> Element:
    root = Element("Version", VersionId="2.1")
    SubElement(root, "DetailedVersion").text = "2.1"
    return root


def _markup(guid: str, record: dict[str, Any], finding: dict[str, str], made: str, author: str, shown: bool) -> Element:  # noqa: FBT001 - the fields of one head
    root = Element("Markup")
    header = SubElement(
        SubElement(root, "Header"), "File", IfcProject=record["source"].get("project_id") or "", isExternal="true"
    )
    SubElement(header, "Filename").text = record["source"]["name"]
    topic = SubElement(root, "Topic", Guid=guid, TopicType=_TYPES[finding["severity"]], TopicStatus="Open")
    for name, text in (
        ("Title", finding["message"][:200]),
        ("CreationDate", made),
        ("CreationAuthor", author),
        ("Description", f"{finding['message']}\n→ {finding['remedy']}"),
    ):
        SubElement(topic, name).text = _speakable(text)
    if shown:
        points = SubElement(root, "Viewpoints", Guid=str(uuid.uuid5(_SPACE, guid)))
        SubElement(points, "Viewpoint").text = "viewpoint.bcfv"
    return root


def _viewpoint(guid: str, keys: list[str]) -> Element:
    root = Element("VisualizationInfo", Guid=str(uuid.uuid5(_SPACE, guid)))
    components = SubElement(root, "Components")
    selection = SubElement(components, "Selection")
    for key in keys:
        SubElement(selection, "Component", IfcGuid=key)
    SubElement(components, "Visibility", DefaultVisibility="true")
    return root


def _speakable(text: str) -> str:
    """Leave out the signs that XML 1.0 has no place for."""
    return re.sub(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\N{REPLACEMENT CHARACTER}", text)
