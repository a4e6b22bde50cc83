"""Meshes of elements: which kernel does which body, and what is done with what it cannot do.

Meshes come from the manifold kernel with one thread. Bodies made by Boolean operations go to opencascade, because manifold of
this version gets 16 of 17 half-space clippings wrong, and so does what manifold leaves out. What neither can do, or not in its
time, gets a simpler body that is named in the report (`boxes`). The library is handed in by the reader, the only file that
imports it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from bim_import.boxes import Solid, box_of, outline_of_room, unclipped
from bim_import.elements import Fallback, How, Meshes
from bim_import.facts import Placements, get, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from bim_import.collect import Collected
    from bim_import.watch import Watch

__all__ = ["Kernel", "Kernels"]

Kernel = Literal["manifold", "opencascade"]

_PLAN = ("space", "curtain", "wall", "window", "door", "column", "railing", "plate", "stair", "ramp", "transport")
_CUT = ("wall", "body")
_SEE_THROUGH = 0.3
"""Transparency of a surface style from which one sees through it."""
_Mesh = tuple[int, "NDArray[np.float64]", "NDArray[np.int64]", float]


_MOST_TRIANGLES = 1_000_000
"""Triangles from which a body is no wall or room but a scan; its box stands for it."""


@dataclass(frozen=True, slots=True)
class Kernels:
    """The geometry kernels over one open file.

    `geom` is ifcopenshell.geom, `first` the kernel that gets the plain bodies, `unit` metres of one unit as the file states it.
    `skip` maps the steps of bodies that took too long or brought the process down to the reason (a negative step: only with its
    openings cut out); `watch` limits each body; without `exact` opencascade is not asked.
    """

    geom: Any
    file: Any
    first: Kernel
    unit: float = 1.0
    skip: Mapping[int, str] = field(default_factory=dict)
    watch: Watch | None = None
    exact: bool = True

    def meshes(self, found: Collected, *, glb: bool) -> tuple[Meshes, tuple[Fallback, ...]]:
        """Mesh all that is drawn in plan, and with `glb` what is drawn in 3D only, without cutting openings."""
        groups = {*_PLAN, "body"} if glb else set(_PLAN)
        steps = [step for step, element in found.elements.items() if element.group in groups]
        entities = [self.file.by_id(step) for step in sorted({*steps, *found.openings.values()})]
        entities = [entity for entity in entities if get(entity, "Representation") is not None]
        parts = self._both(entities, openings=False)
        large = {step: "size" for step, mesh in parts.items() if len(mesh[2]) > _MOST_TRIANGLES}
        for step in large:
            del parts[step]
        made = parts.keys() | large.keys()
        again = self._tessellate(
            [entity for entity in entities if entity.id() not in made and self._untried(entity)],
            "opencascade",
            openings=False,
        )
        parts |= again
        fallbacks = [Fallback(step, "opencascade", "none") for step in sorted(again)]
        placements = Placements(self.unit)
        for entity in entities:
            step = entity.id()
            if step not in parts:
                solid, fallback = self._stand_in(entity, dict(self.skip) | large, placements)
                fallbacks += [fallback] if fallback is not None else []
                if solid is not None:
                    parts[step] = (step, *solid, 0.0)
        return Meshes.of([parts[step] for step in sorted(parts)]), tuple(fallbacks)

    def _untried(self, entity: Any) -> bool:
        """Tell whether the exact kernel has not been asked for an element yet."""
        return self.first != "opencascade" and not _is_boolean(entity)

    def _stand_in(self, entity: Any, why: Mapping[int, str], placements: Placements) -> tuple[Solid | None, Fallback | None]:
        """Give what stands for a body that no kernel made: itself before it was clipped, its outline in plan, or its box."""
        step, items = entity.id(), _items(entity)
        drawn = [item for item in items if not item.is_a("IfcGeometricSet") and not item.is_a("IfcCurve")]
        reason = why.get(step, "none" if self.exact else "time")
        matrix = placements.of(entity)
        solid: Solid | None = None
        how: How = "none"
        if matrix is not None and drawn:
            if step not in why and any(item.is_a("IfcBooleanResult") for item in drawn):
                solid, how = self._before_clipping(drawn), "unclipped"
            if solid is None:
                solid, how = box_of(self.file, drawn, self.unit), "box"
        elif matrix is not None and entity.is_a("IfcSpace"):
            solid, how = outline_of_room(self.file, entity, self.unit), "outline"
        if solid is None or matrix is None:
            return None, Fallback(step, "none", reason) if drawn else None
        return (solid[0] @ matrix[:3, :3].T + matrix[:3, 3], solid[1]), Fallback(step, how, reason)

    def _before_clipping(self, items: list[Any]) -> Solid | None:
        """Mesh what Boolean bodies are cut from, in the element's own axes, metres."""
        vertices, faces, count = [], [], 0
        for item in items:
            try:
                geometry = self.geom.create_shape(self._settings(openings=False), unclipped(item), geometry_library=self.first)
            except RuntimeError:
                continue
            points = np.frombuffer(geometry.verts_buffer, dtype=np.float64).reshape(-1, 3)
            if len(points) and np.isfinite(points).all():
                vertices.append(points)
                faces.append(np.frombuffer(geometry.faces_buffer, dtype=np.int32).reshape(-1, 3).astype(np.int64) + count)
                count += len(points)
        return (np.concatenate(vertices), np.concatenate(faces)) if count else None

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
        """Run one kernel over some elements; what it cannot do, and what is to be skipped, is missing from the answer.

        The quick kernel takes all at once; an element at which it stops ends that run, and the others are then done one by one.
        The exact one, which may take for ever, takes them singly.
        """
        found: dict[int, _Mesh] = {}
        sign = -1 if openings else 1
        entities = [entity for entity in entities if sign * entity.id() not in self.skip]
        if kernel == "opencascade":
            for entity in entities if self.exact else ():
                self._one(entity, kernel, found, openings=openings)
            return found
        try:
            self._run(entities, kernel, found, openings=openings)
        except RuntimeError:
            for entity in entities:
                if entity.id() not in found:
                    self._one(entity, kernel, found, openings=openings)
        finally:
            if self.watch is not None:
                self.watch.end()
        return found

    def _settings(self, *, openings: bool) -> Any:
        settings = self.geom.settings()
        for name, value in (("use-world-coords", True), ("no-normals", True), ("disable-opening-subtractions", not openings)):
            settings.set(name, value)
        return settings

    def _one(self, entity: Any, kernel: Kernel, found: dict[int, _Mesh], *, openings: bool) -> None:
        """Add the mesh of one element to `found`, if there is one."""
        if self.watch is not None:
            self.watch.begin(-entity.id() if openings else entity.id())
        try:
            shape = self.geom.create_shape(self._settings(openings=openings), entity, geometry_library=kernel)
        except RuntimeError:
            return
        finally:
            if self.watch is not None:
                self.watch.end()
        _take(shape, found)

    def _run(self, entities: list[Any], kernel: Kernel, found: dict[int, _Mesh], *, openings: bool) -> None:
        """Add the meshes of some elements to `found`, as they are made."""
        if not entities:
            return
        iterator = self.geom.iterator(self._settings(openings=openings), self.file, 1, include=entities, geometry_library=kernel)
        if self.watch is not None:
            self.watch.begin()
        more = iterator.initialize()
        while more:
            _take(iterator.get(), found)
            if self.watch is not None:
                self.watch.begin()
            more = iterator.next()


def _take(shape: Any, found: dict[int, _Mesh]) -> None:
    """Add one element's mesh, if it has triangles and all its numbers are such."""
    geometry = shape.geometry
    vertices = np.frombuffer(geometry.verts_buffer, dtype=np.float64).reshape(-1, 3)
    faces = np.frombuffer(geometry.faces_buffer, dtype=np.int32).reshape(-1, 3).astype(np.int64)
    if len(faces) and np.isfinite(vertices).all():
        mesh = (shape.id, vertices.copy(), faces, _clear_share(geometry, len(faces)))
        found[shape.id] = _joined(found.get(shape.id), mesh)


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
