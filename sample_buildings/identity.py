"""Keys that are the same on every run: IFC GlobalIds from uuid5 of what a thing is, never from chance."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

from ifcopenshell.guid import compress

_ROOT = uuid5(NAMESPACE_URL, "https://district-twin.example/sample")


class Names:
    """Makes the GlobalIds of one sample; equal sample key, seed and path give an equal id."""

    def __init__(self, key: str, seed: int) -> None:
        self._space: UUID = uuid5(_ROOT, f"{key}/{seed}")

    def guid(self, *path: object) -> str:
        """Give the 22-character GlobalId of the thing at a path such as ``("main", 3, "room", "S04")``."""
        return str(compress(uuid5(self._space, "/".join(str(part) for part in path)).hex))
