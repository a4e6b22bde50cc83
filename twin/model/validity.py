"""Valid time: who holds which room on a day. A row holds from ``valid_from`` to ``valid_to``, both days included; empty = open.

Days are ISO 8601 text, of which a longer one (a moment) counts by its day.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from twin.model.errors import UsageError
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import geopandas as gpd
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["day_before", "ended", "followed", "holds_on", "is_day", "on_day", "successions"]

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


def successions(frame: gpd.GeoDataFrame) -> Iterator[tuple[str, str]]:
    """Pair the occupancies that follow each other: of one room, department and rank, by their first days.

    Of several that hold at once the one that ends last is followed. Rows whose dates are none, or end before they begin, are
    passed over.
    """
    names = ["room_id", "department_id", "rank"]
    held = pd.DataFrame({name: frame[name].fillna("") for name in names})
    held["since"] = [str(value)[:10] if value else "" for value in frame["valid_from"]]
    held["until"] = [str(value)[:10] if value else "" for value in frame["valid_to"]]
    sound = [
        (not since or is_day(since)) and (not until or is_day(until)) and (not until or since <= until)
        for since, until in zip(held["since"], held["until"], strict=True)
    ]
    for _, group in held[np.array(sound, dtype=bool)].sort_values(["since", "until"], kind="stable").groupby(names, sort=True):
        last = ""
        for key, until in zip(group.index, group["until"], strict=True):
            if last:
                yield last, str(key)
            ends = str(held.loc[last, "until"]) if last else "0"
            last = str(key) if ends and (not until or until >= ends) else last


def ended(snapshot: Snapshot, keys: Sequence[str], last: str) -> gpd.GeoDataFrame:
    """Give occupancies with their last day set, to be put into a store or scenario; nothing of what was is overwritten.

    Raises
    ------
    UnknownKeyError
        If there is no such occupancy.
    UsageError
        ``past.bad_day``; ``tenure.not_begun`` if one begins later; ``tenure.ended`` if one has ended by then.
    """
    if not is_day(last):
        raise UsageError("past.bad_day", day=last)
    for key in keys:
        row = snapshot.row("occupancy", key)
        if row["valid_from"] and str(row["valid_from"])[:10] > last:
            raise UsageError("tenure.not_begun", key=key, since=row["valid_from"], last=last)
        if row["valid_to"] and str(row["valid_to"])[:10] <= last:
            raise UsageError("tenure.ended", key=key, until=row["valid_to"])
    return snapshot.frame("occupancy").loc[list(keys)].assign(valid_to=last)


def followed(snapshot: Snapshot, key: str, first: str, values: Mapping[str, object], new: str = "") -> gpd.GeoDataFrame:
    """Give an occupancy, ended the day before `first`, and the one that follows it: as it was but for `values`.

    Parameters
    ----------
    new
        Key of the one that follows; empty for ``<key>~<first>``.

    Raises
    ------
    UsageError
        As `ended`; ``tenure.taken`` if there is such a key.
    """
    if not is_day(first):
        raise UsageError("past.bad_day", day=first)
    new = new or f"{key.split('~', maxsplit=1)[0]}~{first}"
    old = ended(snapshot, [key], day_before(first))
    if new in snapshot.frame("occupancy").index:
        raise UsageError("tenure.taken", key=new)
    after = old.assign(occupancy_id=new, valid_from=first, valid_to=snapshot.row("occupancy", key)["valid_to"])
    for name, value in values.items():
        after[name] = pd.Series([value], index=after.index, dtype=object)
    after.index = pd.Index([new], name=after.index.name)
    model = TABLES["occupancy"]
    return pd.concat([old, fit_frame(model, after, snapshot.crs)])
