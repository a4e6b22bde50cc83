"""Valid time: who holds which room on a day. A row holds from ``valid_from`` to ``valid_to``, both days included; empty = open.

Days are ISO 8601 text, of which a longer one (a moment) counts by its day.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["day_before", "holds_on", "is_day", "on_day"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def is_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar, written 2026-01-31."""
    if not _DAY.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def day_before(day: str) -> str:
    """Give the day before a day."""
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()


def holds_on(frame: gpd.GeoDataFrame, day: str) -> NDArray[np.bool_]:
    """Mark the rows of a frame with ``valid_from`` and ``valid_to`` that hold on a day, shape ``(len(frame),)``."""
    pairs = zip(frame["valid_from"], frame["valid_to"], strict=True)
    return np.array([str(since or day)[:10] <= day <= str(until or day)[:10] for since, until in pairs], dtype=bool)


def on_day(snapshot: Snapshot, day: str) -> Snapshot:
    """Give a snapshot whose occupancies are those that hold on a day; all else is shared with it."""
    frame = snapshot.frame("occupancy")
    return snapshot.replaced({"occupancy": frame[holds_on(frame, day)]}, snapshot.version)
