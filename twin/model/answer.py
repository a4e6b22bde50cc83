"""What a question answers: the result, which the same content always repeats byte for byte, and the run that made it."""

from __future__ import annotations

import dataclasses
import json
import math
from dataclasses import dataclass
from typing import Any

import numpy as np

FIGURES = 9
"""Significant digits in a result: far below what a map or a table shows, far above float noise between machines."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`result` is the same bytes for the same content, parameters, rules, seed and limit, on either store.

    `run` says how it was made: time taken, store, snapshot version.
    """

    result: dict[str, Any]
    run: dict[str, Any]

    def result_bytes(self) -> bytes:
        """Give the result as canonical JSON."""
        return json.dumps(plain(self.result), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def plain(value: Any) -> Any:
    """Turn dataclasses, numpy values and tuples into plain JSON; numbers get `FIGURES` significant digits.

    Raises
    ------
    ValueError
        If a number is not finite: JSON has no word for it, and a result must not hide one.
    """
    kind = type(value)
    if kind is str or value is None or kind is bool or kind is int:
        return value
    if kind is float:
        return _figure(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | np.ndarray):
        return [plain(item) for item in value]
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return _figure(float(value))
    return value


def _figure(value: float) -> float:
    if not math.isfinite(value):
        msg = f"not a finite number: {value}"
        raise ValueError(msg)
    return float(f"{value:.{FIGURES}g}") or 0.0
