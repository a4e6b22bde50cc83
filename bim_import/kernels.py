"""Meshes of elements: which kernel does which body, and what is done with what it cannot do.

Meshes come from the manifold kernel with one thread. Bodies made by Boolean operations go to opencascade, because manifold of
this version gets 16 of 17 half-space clippings wrong, and so does what manifold leaves out. The library is handed in by the
reader, the only file that imports it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from bim_import.elements import Meshes
from bim_import.facts import get, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from bim_import.collect import Collected

__all__ = ["Kernel", "Kernels"]

Kernel = Literal["manifold", "opencascade"]

_PLAN = ("space", "curtain", "wall", "window", "door", "column", "railing", "plate", "stair", "ramp", "transport")
_CUT = ("wall", "body")
_SEE_THROUGH = 0.3
"""Transparency of a surface style from which one sees through it."""
_Mesh = tuple[int, "NDArray[np.float64]", "NDArray[np.int64]", float]


@dataclass(frozen=True, slots=True)
class Kernels:
    """The geometry kernels over one open file; `geom` is ifcopenshell.geom, `first` the kernel that gets the plain bodies."""

    geom: Any
    file: Any
    first: Kernel

    def meshes(self, found: Collected, *, glb: bool) -> tuple[Meshes, dict[str, tuple[int, ...]]]:
        """Mesh all that is drawn in plan, and with `glb` what is drawn in 3D only, without cutting openings."""
        groups = {*_PLAN, "body"} if glb else set(_PLAN)
        steps = [step for step, element in found.elements.items() if element.group in groups]
        entities = [self.file.by_id(step) for step in sorted({*steps, *found.openings.values()})]
        entities = [entity for entity in entities if get(entity, "Representation") is not None]
        parts = self._both(entities, openings=False)
        lost = [entity for entity in entities if entity.id() not in parts]
        again = self._tessellate(lost, "opencascade", openings=False)
        parts |= again
        fallbacks = {
            "opencascade": tuple(sorted(again)),
            "none": tuple(entity.id() for entity in lost if entity.id() not in again and _has_body(entity)),
        }
        return Meshes.of([parts[step] for step in sorted(parts)]), fallbacks

    def cut(self, found: Collected) -> Meshes:
        """Mesh the walls and slabs that have openings, with their openings cut out.

        Nothing else: cutting a cupboard's openings is not seen from afar, and brings the manifold kernel of this version down.
        """
        hosts = sorted(
            step for step in set(found.hosts.values()) if step in found.elements and found.elements[step].group in _CUT
        )
        parts = self._both([self.file.by_id(step) for step in hosts], openings=True)
        return Meshes.of([parts[step] for step in sorted(parts)])

    def _both(self, entities: Iterable[Any], *, openings: bool) -> dict[int, _Mesh]:
        """Send Boolean bodies to opencascade and all others to manifold."""
        clipped: list[Any] = []
        plain: list[Any] = []
        for entity in entities:
            (clipped if _is_boolean(entity) else plain).append(entity)
        return self._tessellate(plain, self.first, openings=openings) | self._tessellate(
            clipped, "opencascade", openings=openings
        )

    def _tessellate(self, entities: list[Any], kernel: Kernel, *, openings: bool) -> dict[int, _Mesh]:
        """Run one kernel over some elements; what it cannot do is missing from the answer.

        An element at which the kernel stops ends the run over all; the others are then done one by one.
        """
        found: dict[int, _Mesh] = {}
        try:
            self._run(entities, kernel, found, openings=openings)
        except RuntimeError:
            for entity in entities if len(entities) > 1 else ():
                if entity.id() not in found:
                    found |= self._tessellate([entity], kernel, openings=openings)
        return found

    def _run(self, entities: list[Any], kernel: Kernel, found: dict[int, _Mesh], *, openings: bool) -> None:
        """Add the meshes of some elements to `found`, as they are made."""
        if not entities:
            return
        settings = self.geom.settings()
        for name, value in (("use-world-coords", True), ("no-normals", True), ("disable-opening-subtractions", not openings)):
            settings.set(name, value)
        iterator = self.geom.iterator(settings, self.file, 1, include=entities, geometry_library=kernel)
        more = iterator.initialize()
        while more:
            shape = iterator.get()
            geometry = shape.geometry
            vertices = np.frombuffer(geometry.verts_buffer, dtype=np.float64).reshape(-1, 3)
            faces = np.frombuffer(geometry.faces_buffer, dtype=np.int32).reshape(-1, 3).astype(np.int64)
            if len(faces) and np.isfinite(vertices).all():
                mesh = (shape.id, vertices.copy(), faces, _clear_share(geometry, len(faces)))
                found[shape.id] = _joined(found.get(shape.id), mesh)
            more = iterator.next()


def _joined(before: _Mesh | None, now: _Mesh) -> _Mesh:
    """Put the bodies of one element together, should the kernel hand them out one by one."""
    if before is None:
        return now
    faces = np.concatenate([before[2], now[2] + len(before[1])])
    return now[0], np.concatenate([before[1], now[1]]), faces, (before[3] + now[3]) / 2


def _clear_share(geometry: Any, count: int) -> float:
    """Give the share of triangles whose surface style one can see through."""
    clear = [_transparency(material) >= _SEE_THROUGH for material in geometry.materials]
    if not any(clear):
        return 0.0
    ids = np.frombuffer(geometry.material_ids_buffer, dtype=np.int32)[:count]
    known = ids[(ids >= 0) & (ids < len(clear))]
    return float(np.sum(np.array(clear)[known]) / max(1, count))


def _transparency(material: Any) -> float:
    value = material.transparency if material.has_transparency() else 0.0
    return 0.0 if math.isnan(value) else float(value)


def _is_boolean(entity: Any) -> bool:
    """Tell whether an element's body is made by Boolean operations."""
    return any(item.is_a("IfcBooleanResult") for item in _items(entity))


def _has_body(entity: Any) -> bool:
    return any(not item.is_a("IfcGeometricSet") and not item.is_a("IfcCurve") for item in _items(entity))


def _items(entity: Any) -> list[Any]:
    """Give the solids and surfaces that represent an element, mapped ones looked up."""
    found: list[Any] = []
    for representation in get(get(entity, "Representation"), "Representations") or ():
        if text(get(representation, "RepresentationIdentifier")) in {"Axis", "FootPrint", "Box", "Annotation", "Plan"}:
            continue
        for item in get(representation, "Items") or ():
            mapped = get(get(get(item, "MappingSource"), "MappedRepresentation"), "Items") if item.is_a("IfcMappedItem") else None
            found += mapped or [item]
    return found
