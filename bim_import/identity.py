"""Keys that stay the same when a model is exported again, and digests that tell what changed.

A key is the element's GlobalId. Where a file leaves one empty or uses it twice, the first element (by instance number) keeps it
and the others get a name-based one, made only of what the next export will repeat: project, class, storey, name, ordinal.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

__all__ = ["Rekeyed", "Root", "content_hash", "derived_key", "repair_keys"]

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$"
_NAMESPACE = uuid.UUID("6f1f3c52-9a64-5b6e-8a0c-3d1f7d0c5f11")
_GRID = 1e-3
"""Millimetres: coordinates that differ by less are the same drawing."""


@dataclass(frozen=True, slots=True)
class Root:
    """What identifies one element: instance number, GlobalId as it stands, class, storey's name and own name."""

    step: int
    key: str
    ifc_class: str
    storey: str
    name: str


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """An element that got a new key, and why: ``empty`` or ``duplicate``."""

    step: int
    ifc_class: str
    old: str
    new: str
    why: str


def repair_keys(roots: Iterable[Root], project: str) -> tuple[dict[int, str], list[Rekeyed]]:
    """Give every element a key of its own.

    Parameters
    ----------
    roots
        All elements that will have a row.
    project
        The project's GlobalId, the root of every derived key.

    Returns
    -------
    Step → key, and the list of those that changed.
    """
    keys: dict[int, str] = {}
    changed: list[Rekeyed] = []
    ordinals: dict[tuple[str, ...], int] = {}
    ordered = sorted(roots, key=lambda root: root.step)
    taken = {root.key for root in ordered if root.key}
    first: set[str] = set()
    for root in ordered:
        if root.key and root.key not in first:
            first.add(root.key)
            keys[root.step] = root.key
            continue
        path = (project, root.ifc_class, root.storey, root.name, root.key)
        ordinals[path] = ordinals.get(path, 0) + 1
        new = derived_key(*path, str(ordinals[path]))
        while new in taken:
            ordinals[path] += 1
            new = derived_key(*path, str(ordinals[path]))
        taken.add(new)
        keys[root.step] = new
        changed.append(Rekeyed(root.step, root.ifc_class, root.key, new, "duplicate" if root.key else "empty"))
    return keys, changed


def derived_key(*parts: str) -> str:
    """Give the GlobalId (22 characters) that these texts always give."""
    number = uuid.uuid5(_NAMESPACE, "\x1f".join(parts)).int
    return "".join(_ALPHABET[number >> shift & 63] for shift in range(126, -1, -6))


def content_hash(shape: BaseGeometry | None, *facts: Any) -> str:
    """Digest what a file says of an element: its outline to the millimetre, and texts, numbers or property sets.

    Equal digests mean that nothing of it changed. The order of vertices and of properties does not matter.
    """
    digest = hashlib.blake2b(digest_size=16)
    if shape is not None and not shape.is_empty:
        rounded = shapely.transform(shape, lambda points: np.round(points / _GRID) * _GRID + 0.0)
        digest.update(shapely.to_wkb(shapely.normalize(rounded)))
    digest.update(json.dumps(facts, sort_keys=True, ensure_ascii=False, default=str).encode())
    return digest.hexdigest()
