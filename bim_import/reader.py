"""The only file of the program that imports ifcopenshell: opens a file and asks whether it was read whole.

It runs in the child process only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ifcopenshell
import ifcopenshell.geom
import numpy as np

from bim_import.collect import Collected, collect
from bim_import.elements import Fallback, Meshes, Model
from bim_import.facts import by_type, get, text, units, units_of
from bim_import.identity import derived_key
from bim_import.intake import count_instances
from bim_import.kernels import Kernels
from bim_import.locate import geo_facts
from bim_import.options import UNITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bim_import.kernels import Kernel
    from bim_import.watch import Watch

__all__ = ["How", "ReadFault", "load"]

_ifc: Any = ifcopenshell
_geom: Any = ifcopenshell.geom
"""The library is untyped; its values are taken apart here and nowhere else."""

_FAR = 50_000.0
"""Metres from the origin beyond which coordinates are map coordinates, and a false origin is subtracted."""
_ROUND = 1000.0
"""The false origin is a round number, so that the files of one site get the same one."""
_LINES = 20


class ReadFault(Exception):
    """A file that the parser does not take; `code` is a catalogue entry, `values` fill it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code} {values}")
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class How:
    """How to read a file.

    `unit` is the length unit to force, empty for the file's own; `glb` asks for bodies for the 3D view; `tolerant` lets a wrong
    number of attributes pass, as in a file of an older schema read as a later one; `kernel` gets the plain bodies. `skip` are
    pairs of a step and a reason: bodies that no kernel is to touch again; without `exact` the exact kernel is not asked at all.
    """

    unit: str = ""
    glb: bool = False
    tolerant: bool = False
    kernel: Kernel = "manifold"
    skip: tuple[tuple[int, str], ...] = ()
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Log:
    """What the parser logged: `fatal` means that something is lost, `odd` that something is strange."""

    fatal: tuple[str, ...]
    odd: tuple[str, ...]


def load(path: str, *, instances: int, how: How, watch: Watch | None = None) -> Model:
    """Read a file whole.

    Parameters
    ----------
    path
        A clean IFC file.
    instances
        The most instances that its bytes can define, see `Intake`.
    how
        See `How`.
    watch
        Limits the time of each body, where the process may be ended for it.

    Raises
    ------
    ReadFault
        If the parser refuses the file, holds fewer instances than the bytes, or finds no project or unit.
    """
    file, log = _open(path, tolerant=how.tolerant)
    held = len(file.entity_names())
    stated_count = instances if held == instances else count_instances(Path(path).read_bytes())
    if held != stated_count:
        raise ReadFault("ifc.truncated", held=held, stated=stated_count, log=_first(log.fatal + log.odd))
    if log.fatal:
        raise ReadFault("ifc.syntax", count=len(log.fatal), log=_first(log.fatal))
    stated = units(file)
    scale = _length_unit(file, stated, how.unit)
    _one_project(file)
    found = collect(file, scale)
    _fill_ids(file)
    kernels = Kernels(
        _geom, file, how.kernel, stated.get("LENGTHUNIT", 1.0), {int(step): why for step, why in how.skip}, watch, how.exact
    )
    meshes, fallbacks = kernels.meshes(found, glb=how.glb)
    ratio = scale / stated.get("LENGTHUNIT", 1.0)
    about = _about(file, stated, held, log) | {"length_unit": scale, "unit_forced": bool(how.unit)}
    return _model(file, found, (meshes, kernels.cut(found) if how.glb else Meshes.of([])), ratio, about, fallbacks)


def _open(path: str, *, tolerant: bool) -> tuple[Any, _Log]:
    """Parse, and sort what the parser logged."""
    _ifc.get_log()
    try:
        file = _ifc.open(path, format=".ifc")
    except (ifcopenshell.Error, OSError, RuntimeError, UnicodeDecodeError) as error:
        log = _sorted_log(_ifc.get_log(), tolerant=tolerant)
        raise ReadFault("ifc.syntax", count=max(1, len(log.fatal)), log=_first(log.fatal + log.odd) or str(error)) from error
    return file, _sorted_log(_ifc.get_log(), tolerant=tolerant)


def _sorted_log(raw: str, *, tolerant: bool) -> _Log:
    """Tell loss from oddity: syntax, unknown classes, wrong numbers of attributes and numbers used twice lose something."""
    lines = [re.sub(r" \[\d{4}-[\d\- :]+\]", "", line).strip() for line in raw.splitlines() if line.strip()]
    lost = re.compile(r"SYN\d|invalid|Overwriting instance|not found in schema" + ("" if tolerant else r"|VAL016"))
    harmless = re.compile(r"VAL012")
    fatal = tuple(line for line in lines if lost.search(line) and not harmless.search(line))
    return _Log(fatal, tuple(line for line in lines if line not in set(fatal)))


def _first(lines: tuple[str, ...]) -> str:
    return "; ".join(lines[:3])


def _length_unit(file: Any, stated: dict[str, float], forced: str) -> float:
    """Give the metres of one length unit."""
    if forced:
        return UNITS[forced]
    projects = by_type(file, "IfcProject")
    if not projects:
        raise ReadFault("ifc.no_project")
    lengths = {length for project in projects if (length := units_of(project).get("LENGTHUNIT")) is not None}
    if len(lengths) > 1:
        raise ReadFault("ifc.units_differ", count=len(projects), units=", ".join(f"{length:g} m" for length in sorted(lengths)))
    if "LENGTHUNIT" not in stated:
        raise ReadFault("ifc.no_unit")
    return stated["LENGTHUNIT"]


def _one_project(file: Any) -> None:
    """Leave one project, in memory: the geometry kernels take metres where there are several, whatever these say."""
    for project in by_type(file, "IfcProject")[1:]:
        file.remove(project)


def _fill_ids(file: Any) -> None:
    """Give every product some GlobalId, in memory: the geometry kernels stop at one that has none."""
    for product in file.by_type("IfcProduct"):
        if not text(product[0]):
            product.GlobalId = derived_key("product", str(product.id()))


def _about(file: Any, stated: dict[str, float], held: int, log: _Log) -> dict[str, Any]:
    """Say what the file is and who wrote it."""
    project = next(iter(by_type(file, "IfcProject")), None)
    application = next(iter(by_type(file, "IfcApplication")), None)
    tool, version = text(get(application, "ApplicationFullName")), text(get(application, "Version"))
    length = stated.get("LENGTHUNIT", 1.0)
    return {
        "project": text(get(project, "LongName")) or text(get(project, "Name")),
        "project_id": text(get(project, "GlobalId")),
        "application": tool if not version or version in tool else f"{tool} {version}".strip(),
        "schema": file.schema_identifier,
        "area_unit": stated.get("AREAUNIT", length**2),
        "volume_unit": stated.get("VOLUMEUNIT", length**3),
        "instances": held,
        "log": list(log.odd[:_LINES]),
        "log_lines": len(log.odd),
        "units_stated": sorted(stated),
        "boundaries": len(by_type(file, "IfcRelSpaceBoundary")),
        "zones": len(by_type(file, "IfcZone")),
    }


def _model(
    file: Any,
    found: Collected,
    meshes: tuple[Meshes, Meshes],
    ratio: float,
    about: dict[str, Any],
    fallbacks: tuple[Fallback, ...],
) -> Model:
    """Scale, subtract the false origin, and put all together."""
    whole, cut = (_moved(part, ratio, (0.0, 0.0, 0.0)) for part in meshes)
    origin = _false_origin(whole)
    elements = found.elements
    if any(origin):
        whole, cut = _moved(whole, 1.0, origin), _moved(cut, 1.0, origin)
        for element in elements.values():
            if element.matrix is not None:
                _pull_in(element.matrix, origin)
    return Model(
        about=about,
        buildings=found.buildings,
        storeys=found.storeys,
        elements=elements,
        meshes=whole,
        cut=cut,
        openings=found.openings,
        hosts=found.hosts,
        boundaries=found.boundaries,
        geo=geo_facts(file, float(about["length_unit"])),
        false_origin=origin,
        rekeyed=found.rekeyed,
        fallbacks=fallbacks,
        products=found.products,
    )


def _moved(meshes: Meshes, ratio: float, origin: tuple[float, float, float]) -> Meshes:
    if ratio == 1.0 and not any(origin):
        return meshes
    vertices = meshes.vertices * ratio - np.array(origin)
    return Meshes(meshes.steps, vertices, meshes.faces, meshes.starts, meshes.face_starts, meshes.clear)


def _pull_in(matrix: NDArray[np.float64], origin: tuple[float, float, float]) -> None:
    """Subtract the false origin from a placement, in place; not where the map coordinates stand in the vertices instead."""
    if np.hypot(*(matrix[:2, 3] - origin[:2])) < np.hypot(*matrix[:2, 3]):
        matrix[:3, 3] -= origin


def _false_origin(meshes: Meshes) -> tuple[float, float, float]:
    """Choose a round point near the model where its coordinates are those of a map; nought where they are not."""
    if len(meshes) == 0:
        return 0.0, 0.0, 0.0
    middle = np.median(meshes.vertices[meshes.starts[:-1]], axis=0)
    if abs(middle[0]) < _FAR and abs(middle[1]) < _FAR:
        return 0.0, 0.0, 0.0
    return float(np.floor(middle[0] / _ROUND) * _ROUND), float(np.floor(middle[1] / _ROUND) * _ROUND), 0.0
