"""What this layer says when data or a request are at fault: a code and the values that fill its sentence.

The sentences stand in the catalogue of the layer above (Chinese first, English second), which this layer does not know.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["GisError", "Note", "Severity"]

Severity = Literal["error", "warning", "info"]


class GisError(Exception):
    """Something cannot be done; `code` is an entry of the catalogue and `values` fill it."""

    def __init__(self, code: str, **values: Any) -> None:
        """Keep code and values; as a string it reads for developers."""
        self.code = code
        self.values: dict[str, Any] = values
        super().__init__(f"{code}: " + ", ".join(f"{name}={value}" for name, value in values.items()))


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing of data that were read all the same; `row` names the place, counted from 1, or the key."""

    severity: Severity
    code: str
    row: str = ""
    values: dict[str, Any] = field(default_factory=dict)
