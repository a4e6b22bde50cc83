"""Plan outlines of meshes: the union of the faces that look down, the same for extrusions, breps and face sets.

On eight models with quantities of the same meaning this gives every room's area exactly, which neither swept profiles (many
bodies have none) nor a section at 1 m (wrong under roofs) do. The union of hundreds of triangles leaves hairlines where two of
them should share an edge: a grid of 0.1 mm closes most, growing and shrinking by a millimetre the rest, without moving a corner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import MultiPolygon

from bim_import.rings import outlines, patches

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from bim_import.elements import Meshes

__all__ = ["extents", "footprints", "multipolygon", "volumes"]

GRID = 1e-4
_HAIRLINE = 1e-3
"""Half the width in metres up to which a gap between triangles of one body is no gap."""
_SLOPE = 1e-3
"""Sine of the least tilt at which a face still looks up or down."""
_POLYGON = 3
"""Type number of a polygon in shapely; multi-part geometries and collections come after it."""
_SPECK = 1e-4
"""Square metres below which a piece of an outline is a leftover of snapping."""


def footprints(meshes: Meshes) -> NDArray[np.object_]:
    """Outline each mesh in plan.

    Returns
    -------
    One MULTIPOLYGON per mesh in its coordinates, empty where the mesh has no area in plan. Where no face looks down (open shells,
    flipped normals) all faces are projected instead.
    """
    corners = meshes.vertices[meshes.faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(normals, axis=1)
    flat = np.abs(normals[:, 2]) > np.maximum(_SLOPE * length, 1e-12)
    down = flat & (normals[:, 2] < 0)
    owner = np.repeat(np.arange(len(meshes)), np.diff(meshes.face_starts))
    outlines = _union(corners, owner, down, len(meshes))
    empty = shapely.is_empty(outlines)
    if empty.any():
        again = _union(corners, owner, flat & empty[owner], len(meshes))
        outlines[empty] = again[empty]
    return outlines


def _union(corners: NDArray[np.float64], owner: NDArray[np.intp], chosen: NDArray[np.bool_], count: int) -> NDArray[np.object_]:
    """Unite the chosen triangles of each owner; `owner` ascends."""
    on_grid = np.round(corners[chosen][:, :, :2] / GRID).astype(np.int64)
    owner = owner[chosen]
    found = outlines(on_grid, owner, count)
    done = shapely.is_geometry(found)
    found[done] = shapely.transform(found[done], lambda points: points * GRID)
    left = ~done[owner]
    if left.any():
        pieces, of = _pieces(on_grid[left], owner[left])
        bounds = np.searchsorted(of, np.arange(count + 1))
        for place in np.flatnonzero(~done):
            found[place] = shapely.union_all(pieces[bounds[place] : bounds[place + 1]])
        found[~done] = shapely.set_precision(found[~done], GRID)
    found[~done & ~shapely.is_geometry(found)] = MultiPolygon()
    return _multipolygons(found)


def _pieces(on_grid: NDArray[np.int64], owner: NDArray[np.intp]) -> tuple[NDArray[np.object_], NDArray[np.intp]]:
    """Outline the patches of some owners; of a patch that has no simple outline give its triangles. Owners ascend."""
    patch = patches(on_grid, owner)
    order = np.argsort(patch, kind="stable")
    on_grid, owner, patch = on_grid[order], owner[order], patch[order]
    simple = outlines(on_grid, patch, int(patch[-1]) + 1)
    done = shapely.is_geometry(simple)
    simple[done] = shapely.transform(simple[done], lambda points: points * GRID)
    triangles = shapely.polygons(on_grid[~done[patch]] * GRID)
    owner_of = owner[np.searchsorted(patch, np.arange(len(simple)))]
    pieces = np.concatenate([simple[done], triangles])
    of = np.concatenate([owner_of[done], owner[~done[patch]]])
    order = np.argsort(of, kind="stable")
    return pieces[order], of[order]


def multipolygon(shape: BaseGeometry) -> MultiPolygon:
    """Keep the areas of any geometry as one MULTIPOLYGON, without specks and without vertices on straight lines."""
    return _multipolygons(np.array([shape], dtype=object))[0]


def _multipolygons(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Do `multipolygon` for many at once.

    Every ring begins at one corner and turns one way, so that equal outlines are equal bytes whichever kernel made them.
    """
    whole = shapely.simplify(_areas(shapes), GRID / 10)
    invalid = ~shapely.is_valid(whole)
    if invalid.any():
        whole[invalid] = _areas(shapely.make_valid(whole[invalid]))
    return np.asarray(shapely.normalize(_areas(whole)), dtype=object)


def _areas(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Keep the polygons above a speck, as one MULTIPOLYGON for each geometry."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    nested = shapely.get_type_id(parts) > _POLYGON
    if nested.any():
        deeper, of = shapely.get_parts(parts[nested], return_index=True)
        parts, owner = np.concatenate([parts[~nested], deeper]), np.concatenate([owner[~nested], owner[nested][of]])
        order = np.argsort(owner, kind="stable")
        parts, owner = parts[order], owner[order]
    kept = (shapely.get_type_id(parts) == _POLYGON) & (shapely.area(parts) > _SPECK)
    found = np.full(len(shapes), MultiPolygon(), dtype=object)
    owners = np.unique(owner[kept])
    found[owners] = shapely.multipolygons(parts[kept], indices=np.searchsorted(owners, owner[kept]))
    return found


def extents(meshes: Meshes) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the lowest and highest z of each mesh, shape ``(len(meshes),)`` each."""
    if len(meshes) == 0:
        return np.zeros(0), np.zeros(0)
    z = np.ascontiguousarray(meshes.vertices[:, 2])
    return np.minimum.reduceat(z, meshes.starts[:-1]), np.maximum.reduceat(z, meshes.starts[:-1])


def volumes(meshes: Meshes) -> NDArray[np.float64]:
    """Give the volume of each closed mesh in m³, by the divergence theorem; shape ``(len(meshes),)``."""
    owner = np.repeat(np.arange(len(meshes)), np.diff(meshes.face_starts))
    # each mesh about its own first vertex, so that far coordinates do not eat the digits
    corners = meshes.vertices[meshes.faces] - meshes.vertices[meshes.starts[owner]][:, None, :]
    parts = np.einsum("ij,ij->i", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])) / 6.0
    return np.abs(np.bincount(owner, weights=parts, minlength=len(meshes)))
