"""Plain records of what stands in an IFC file: the reader makes them, everything else works on them.

Lengths are metres and coordinates the model's own, a false origin already subtracted; a `step` is the instance number
in the file, 0 where there is none; texts are empty where the file says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bim_import.identity import Rekeyed

__all__ = ["Element", "Fallback", "GeoFacts", "How", "Meshes", "Model", "Storey"]


@dataclass(frozen=True, slots=True)
class Element:
    """One product of the file.

    `key` is its GlobalId, repaired where it was empty or used twice; `storey`, `space` and `whole` are the steps of the storey
    and the room it stands in and of the element it is a part of; `codes` are classification codes; `psets` maps
    set → property → value.
    """

    step: int
    key: str
    ifc_class: str
    group: str = ""
    """What the importer takes it for, one of `collect.GROUPS`."""
    name: str = ""
    long_name: str = ""
    object_type: str = ""
    description: str = ""
    predefined: str = ""
    type_class: str = ""
    type_name: str = ""
    type_predefined: str = ""
    storey: int = 0
    space: int = 0
    whole: int = 0
    codes: tuple[str, ...] = ()
    psets: dict[str, dict[str, Any]] = field(default_factory=dict)
    matrix: NDArray[np.float64] | None = None
    """Placement, shape (4, 4), or None."""
    width: float | None = None
    height: float | None = None
    """OverallWidth and OverallHeight of a door or window."""


@dataclass(frozen=True, slots=True)
class Storey:
    """One IfcBuildingStorey: `elevation` as stated (above the building's zero, `base`), `placed` as placed in the model."""

    step: int
    key: str
    name: str
    building: int
    elevation: float | None
    placed: float | None
    base: float = 0.0
    psets: dict[str, dict[str, Any]] = field(default_factory=dict)


How = Literal["opencascade", "unclipped", "outline", "box", "none"]


@dataclass(frozen=True, slots=True)
class Fallback:
    """An element whose body the first kernel did not make.

    `how` tells what stands for it: the exact kernel's body, the body before it was clipped, the outline in plan, the box round
    its points, or nothing; `why` is ``none`` (no kernel made one), ``time``, ``crash`` or ``size``.
    """

    step: int
    how: How
    why: str


@dataclass(frozen=True, slots=True)
class Meshes:
    """Triangle meshes of many elements in flat arrays.

    Mesh ``i`` belongs to the element ``steps[i]``; its vertices are ``vertices[starts[i]:starts[i + 1]]`` (metres) and its
    triangles ``faces[face_starts[i]:face_starts[i + 1]]``, which count vertices from the beginning of `vertices`. `clear[i]` is
    the share of its triangles that one can see through (surface style with transparency).
    """

    steps: NDArray[np.int64]
    vertices: NDArray[np.float64]
    faces: NDArray[np.int64]
    starts: NDArray[np.int64]
    face_starts: NDArray[np.int64]
    clear: NDArray[np.float64]

    @classmethod
    def of(cls, parts: list[tuple[int, NDArray[np.float64], NDArray[np.int64], float]]) -> Meshes:
        """Put meshes together, each a step, vertices (n, 3), triangles (m, 3) counting its own vertices, and its clear share."""
        starts = np.concatenate([[0], np.cumsum([len(part[1]) for part in parts], dtype=np.int64)]).astype(np.int64)
        face_starts = np.concatenate([[0], np.cumsum([len(part[2]) for part in parts], dtype=np.int64)]).astype(np.int64)
        faces = [part[2] + start for part, start in zip(parts, starts, strict=False)]
        return cls(
            steps=np.array([part[0] for part in parts], dtype=np.int64),
            vertices=np.concatenate([np.zeros((0, 3)), *(part[1] for part in parts)]),
            faces=np.concatenate([np.zeros((0, 3), dtype=np.int64), *faces]),
            starts=starts,
            face_starts=face_starts,
            clear=np.array([part[3] for part in parts], dtype=np.float64),
        )

    def __len__(self) -> int:
        """Give the number of meshes."""
        return len(self.steps)

    def select(self, steps: set[int]) -> Meshes:
        """Give the meshes of some elements, in the same order."""
        return Meshes.of([self.part(int(place)) for place in np.flatnonzero(np.isin(self.steps, list(steps)))])

    def part(self, place: int) -> tuple[int, NDArray[np.float64], NDArray[np.int64], float]:
        """Take one mesh out again, in the form that `of` takes."""
        first, last = self.starts[place], self.starts[place + 1]
        faces = self.faces[self.face_starts[place] : self.face_starts[place + 1]] - first
        return int(self.steps[place]), self.vertices[first:last], faces, float(self.clear[place])


@dataclass(frozen=True, slots=True)
class GeoFacts:
    """What the file says of its place on earth, not yet judged; numbers as they stand in the file, its units beside them.

    `conversion` and `epset` hold Eastings, Northings, OrthogonalHeight, XAxisAbscissa, XAxisOrdinate and Scale as far as given.
    """

    conversion: dict[str, float] | None = None
    conversion_crs: str = ""
    map_unit: float | None = None
    epset: dict[str, float] | None = None
    epset_crs: str = ""
    latitude: tuple[float, ...] = ()
    longitude: tuple[float, ...] = ()
    site_elevation: float | None = None
    true_north: tuple[float, float] | None = None
    site_origin: tuple[float, float] = (0.0, 0.0)
    """Where the site's placement lies in the model, metres: the latitude and longitude are those of this point."""
    length_unit: float = 1.0
    """Metres of one unit of the file."""


@dataclass(frozen=True, slots=True)
class Model:
    """One file, read: elements by step, their meshes, and how they hang together."""

    about: dict[str, Any]
    """Texts and numbers about the file: schema, project, application, units, instances held."""
    buildings: tuple[Element, ...]
    storeys: tuple[Storey, ...]
    elements: dict[int, Element]
    meshes: Meshes
    """Bodies without their openings cut out."""
    cut: Meshes
    """Bodies with their openings cut out, of elements that have any; for the 3D view."""
    openings: dict[int, int]
    """Door or window → the opening it fills."""
    hosts: dict[int, int]
    """Opening → the element it is cut from."""
    boundaries: tuple[tuple[int, int], ...]
    """Pairs of room and bounding element, as IfcRelSpaceBoundary states them."""
    geo: GeoFacts
    false_origin: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """What was subtracted from every coordinate, metres."""
    rekeyed: tuple[Rekeyed, ...] = ()
    fallbacks: tuple[Fallback, ...] = ()
    """Elements whose body the first kernel did not make, and what stands for it."""
    products: dict[str, int] = field(default_factory=dict)
    """How many products of each class the file holds."""
    zones: int = 0

    def of(self, *groups: str) -> list[Element]:
        """Give the elements of some groups, by step."""
        return [element for _, element in sorted(self.elements.items()) if element.group in groups]
