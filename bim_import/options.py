"""What the caller may decide about an import."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Literal

from gis.sandbox import Limits
from twin.model.tables import ROOM_CLASSES

__all__ = ["ENCODINGS", "UNITS", "ImportOptions"]

UNITS: dict[str, float] = {"m": 1.0, "dm": 0.1, "cm": 0.01, "mm": 0.001, "ft": 0.3048, "in": 0.0254}
"""Metres of each length unit that may be forced on a file."""

ENCODINGS = (
    "utf-8", "gb18030", "gbk", "gb2312", "big5", "cp950", "cp932", "shift_jis", "euc_jp", "euc_kr", "cp1252", "iso8859-1",
)  # fmt: skip
"""Encodings of raw text that may be forced on a file, by any of their names."""

Unit = Literal["", "m", "dm", "cm", "mm", "ft", "in"]


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to read one file.

    `unit` forces the length unit, `encoding` the encoding of raw text (empty = found out from the bytes); `glb` asks for a 3D
    file per floor; `eye_height` is metres above a floor at which a wall must stand to count for that floor too; `max_mb` bounds
    the unpacked file; `limits` bounds the reading process (default: by the size of the file),
    `body_s` the processor seconds of any one body in it. `classes` are pairs of a room's
    name, number or type (``*`` stands for anything) and its class, asked before the words of the program; `elements_only` takes
    a model without rooms for what it holds.

    Raises
    ------
    ValueError
        If a value is not one of those allowed.
    """

    unit: Unit = ""
    encoding: str = ""
    glb: bool = True
    eye_height: float = 1.1
    max_mb: float = 1024.0
    limits: Limits | None = None
    body_s: float = 20.0
    classes: tuple[tuple[str, str], ...] = ()
    elements_only: bool = False

    def __post_init__(self) -> None:
        """Refuse what no reader could obey."""
        if self.unit and self.unit not in UNITS:
            message = f"unit is one of {', '.join(UNITS)}: {self.unit}"
            raise ValueError(message)
        if self.encoding and _codec(self.encoding) not in ENCODINGS:
            message = f"encoding is one of {', '.join(ENCODINGS)}: {self.encoding}"
            raise ValueError(message)
        unknown = sorted({kind for _, kind in self.classes} - set(ROOM_CLASSES))
        if unknown:
            message = f"no room class: {', '.join(unknown)}"
            raise ValueError(message)
        if not 0 < self.eye_height < 3 or not self.max_mb > 0 or not self.body_s > 0:
            message = "eye_height lies between 0 and 3 m, max_mb and body_s above 0"
            raise ValueError(message)

    def limits_for(self, size: int) -> Limits:
        """Give the limits for a file of so many bytes: a full parse takes six times the file, the meshes as much again."""
        if self.limits is not None:
            return self.limits
        megabytes = size / 2**20
        return Limits(cpu_s=120 + 5 * megabytes, wall_s=600 + 30 * megabytes, memory_mb=3072 + 30 * megabytes)


def _codec(name: str) -> str:
    """Give the name that Python has for an encoding, empty for what is none."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
