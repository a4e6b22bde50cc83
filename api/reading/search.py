"""Searching: what words mean is in `grammar`; here they are held against a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from api.reading.view import View

__all__ = ["search_mask"]


def search_mask(view: View, table: str, q: str) -> NDArray[np.bool_]:
    """Mark the rows of a table that the words fit."""
    rows = view.rows(table)
    return np.array([any(q in str(column[row]) for column in rows.columns.values()) for row in range(len(rows))], dtype=bool)
