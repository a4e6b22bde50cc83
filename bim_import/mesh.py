"""One GLB per floor, for the map: every element a node named by its key, faces flat-shaded, colours by kind.

glTF has y upwards: a model point (x, y, z) stands at (x, z, -y). Coordinates are the model's metres, so all floors of a building
are placed alike.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from bim_import.elements import Meshes

__all__ = ["KINDS", "Body", "floor_glb"]

KINDS: dict[str, tuple[float, float, float, float]] = {
    "wall": (0.86, 0.86, 0.84, 1.0),
    "glass": (0.55, 0.75, 0.85, 0.35),
    "door": (0.62, 0.45, 0.28, 1.0),
    "frame": (0.45, 0.47, 0.50, 1.0),
    "stair": (0.72, 0.70, 0.66, 1.0),
    "slab": (0.76, 0.76, 0.76, 1.0),
}
"""Base colour (red, green, blue, opacity) of each kind of body."""

_ARRAY_BUFFER, _ELEMENT_ARRAY_BUFFER = 34962, 34963
_FLOAT, _UINT32 = 5126, 5125
_FINE = 1000.0
"""Normals are told apart to a thousandth."""


@dataclass(frozen=True, slots=True)
class Body:
    """One element to draw: key, kind (see `KINDS`), and the place of its mesh."""

    key: str
    kind: str
    place: int


def floor_glb(meshes: Meshes, bodies: list[Body], name: str) -> bytes:
    """Write the bodies of one floor as a binary glTF 2.0 file.

    Parameters
    ----------
    meshes
        Meshes to take from.
    bodies
        What to draw, in order.
    name
        Name of the scene.

    Returns
    -------
    The file's bytes; the same input always gives the same bytes.
    """
    positions: list[NDArray[np.float32]] = []
    normals: list[NDArray[np.float32]] = []
    indices: list[NDArray[np.uint32]] = []
    for body in bodies:
        points, directions, corners = _flat_shaded(meshes, body.place)
        positions.append(points)
        normals.append(directions)
        indices.append(corners)
    blocks = [np.concatenate([np.zeros((0, 3), np.float32), *part]).tobytes() for part in (positions, normals)]
    blocks.append(np.concatenate([np.zeros(0, np.uint32), *indices]).tobytes())
    document = _document(bodies, [(len(p), len(i)) for p, i in zip(positions, indices, strict=True)], _boxes(positions), name)
    document["bufferViews"] = _views([len(block) for block in blocks])
    binary = b"".join(blocks)
    document["buffers"] = [{"byteLength": len(binary)}]
    return _pack(document, binary)


def _flat_shaded(meshes: Meshes, place: int) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.uint32]]:
    """Give positions, normals (y up) and triangle corners of one mesh; a vertex is doubled where faces meet at an edge."""
    _, vertices, faces, _ = meshes.part(place)
    corners = vertices[faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(normals, axis=1)
    faces, normals = faces[length > 1e-12], normals[length > 1e-12] / length[length > 1e-12, None]
    rounded = np.round(normals * _FINE).astype(np.int64) + int(_FINE)
    code = (rounded[:, 0] * 4096 + rounded[:, 1]) * 4096 + rounded[:, 2]
    _, of_face = np.unique(code, return_inverse=True)
    kinds = int(of_face.max()) + 1 if len(of_face) else 1
    _, first, inverse = np.unique(faces * kinds + of_face[:, None], return_index=True, return_inverse=True)
    points = vertices[faces.ravel()[first]]
    directions = normals[first // 3]
    turned = [np.ascontiguousarray(part[:, [0, 2, 1]] * (1.0, 1.0, -1.0), dtype=np.float32) for part in (points, directions)]
    return turned[0], turned[1], inverse.ravel().astype(np.uint32)


def _boxes(positions: list[NDArray[np.float32]]) -> list[tuple[list[float], list[float]]]:
    """Give the least and greatest position of each mesh, which glTF requires."""
    zero = [0.0, 0.0, 0.0]
    return [(p.min(axis=0).tolist(), p.max(axis=0).tolist()) if len(p) else (zero, zero) for p in positions]


def _document(
    bodies: list[Body], sizes: list[tuple[int, int]], boxes: list[tuple[list[float], list[float]]], name: str
) -> dict[str, Any]:
    """Write the JSON part: a material per kind, and per element a node, a mesh and three accessors."""
    order = {kind: place for place, kind in enumerate(KINDS)}
    accessors: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    vertex, corner = 0, 0
    for body, (vertices, corners), (low, high) in zip(bodies, sizes, boxes, strict=True):
        first = len(accessors)
        common = {"componentType": _FLOAT, "count": vertices, "type": "VEC3", "byteOffset": vertex * 12}
        accessors.append({"bufferView": 0, **common, "min": low, "max": high})
        accessors.append({"bufferView": 1, **common})
        accessors.append(
            {"bufferView": 2, "componentType": _UINT32, "count": corners, "type": "SCALAR", "byteOffset": corner * 4}
        )
        attributes = {"POSITION": first, "NORMAL": first + 1}
        shapes.append({"primitives": [{"attributes": attributes, "indices": first + 2, "material": order[body.kind]}]})
        vertex, corner = vertex + vertices, corner + corners
    return {
        "asset": {"version": "2.0", "generator": "District Twin"},
        "scene": 0,
        "scenes": [{"name": name, "nodes": list(range(len(bodies)))}],
        "nodes": [{"name": body.key, "mesh": place} for place, body in enumerate(bodies)],
        "meshes": shapes,
        "materials": _materials(KINDS),
        "accessors": accessors,
    }


def _materials(kinds: Mapping[str, tuple[float, float, float, float]]) -> list[dict[str, Any]]:
    found = []
    for kind, colour in kinds.items():
        material: dict[str, Any] = {
            "name": kind,
            "doubleSided": True,
            "pbrMetallicRoughness": {"baseColorFactor": list(colour), "metallicFactor": 0.0, "roughnessFactor": 0.9},
        }
        if colour[3] < 1:
            material["alphaMode"] = "BLEND"
        found.append(material)
    return found


def _views(lengths: list[int]) -> list[dict[str, int]]:
    """Lay positions, normals and corners one after another; all are multiples of four bytes long."""
    views = []
    start = 0
    for length, target in zip(lengths, (_ARRAY_BUFFER, _ARRAY_BUFFER, _ELEMENT_ARRAY_BUFFER), strict=True):
        views.append({"buffer": 0, "byteOffset": start, "byteLength": length, "target": target})
        start += length
    return views


def _pack(document: dict[str, Any], binary: bytes) -> bytes:
    """Put header, JSON chunk and binary chunk together (glTF 2.0, section 4.4)."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    chunks = struct.pack("<II", len(text), 0x4E4F534A) + text + struct.pack("<II", len(binary), 0x004E4942) + binary
    return struct.pack("<III", 0x46546C67, 2, 12 + len(chunks)) + chunks
