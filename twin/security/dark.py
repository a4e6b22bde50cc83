"""When cameras are out of use: faults and maintenance windows, once or again at the same hours every day or week."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twin.model.errors import UsageError
from twin.model.findings import Finding
from twin.security.places import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.model.snapshot import Snapshot

__all__ = ["Window", "bad_windows", "dark_at", "moment", "windows"]

_NEVER = dt.datetime(9999, 12, 31)  # noqa: DTZ001 - the district's own time, as all here
_AGAIN = {"daily": dt.timedelta(days=1), "weekly": dt.timedelta(days=7)}


@dataclass(frozen=True, slots=True)
class Window:
    """One camera out of use from `start` up to, not at, `end`; local time of the district."""

    camera_id: str
    start: dt.datetime
    end: dt.datetime
    reason: str


def moment(text: str) -> dt.datetime:
    """Read a moment; a zone it states is dropped: outages are told in the district's own time.

    Raises
    ------
    UsageError
        If it is none.
    """
    try:
        return dt.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError as error:
        raise UsageError("security.bad_moment", text=text) from error


def windows(snapshot: Snapshot, start: dt.datetime, end: dt.datetime) -> list[Window]:
    """List the outages that touch a span of time, cut to it; rows whose times cannot be read or run back are passed over."""
    found: list[Window] = []
    rows = [snapshot.column("camera_outage", name) for name in ("camera_id", "starts_at", "ends_at", "repeats", "reason")]
    for camera, begins, ends, repeats, reason in zip(*rows, strict=True):
        low = _read(text_of(begins))
        high = _read(text_of(ends)) if text_of(ends) else _NEVER
        if low is None or high is None or high <= low:
            continue
        for first, last in _turns(low, high, text_of(repeats), start, end):
            found.append(Window(text_of(camera), max(first, start), min(last, end), text_of(reason)))
    return sorted(found, key=lambda one: (one.start, one.camera_id, one.end))


def bad_windows(snapshot: Snapshot) -> list[Finding]:
    """Name the outages that are passed over: times that cannot be read, or an end that is not after the begin."""
    rows = [snapshot.column("camera_outage", name) for name in ("starts_at", "ends_at")]
    found = []
    for key, begins, ends in zip(snapshot.keys("camera_outage"), *rows, strict=True):
        low, high = _read(text_of(begins)), _read(text_of(ends)) if text_of(ends) else _NEVER
        if low is None or high is None or high <= low:
            values = {"low": text_of(begins) or "-", "high": text_of(ends) or "-"}
            found.append(Finding("error", "security.bad_outage", "camera_outage", str(key), "ends_at", values=values))
    return found


def dark_at(snapshot: Snapshot, at: str) -> frozenset[str]:
    """Name the cameras that are out of use at a moment."""
    when = moment(at)
    return frozenset(one.camera_id for one in windows(snapshot, when, when + dt.timedelta(microseconds=1)))


def _read(text: str) -> dt.datetime | None:
    try:
        return moment(text)
    except UsageError:
        return None


def _turns(
    low: dt.datetime, high: dt.datetime, repeats: str, start: dt.datetime, end: dt.datetime
) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """Give the turns of a window that touch a span; one that repeats does so from its first day on, without end."""
    again = _AGAIN.get(repeats)
    if again is None or high == _NEVER:
        if low < end and high > start:
            yield low, high
        return
    number = max(0, (start - high) // again)
    while low + number * again < end:
        first, last = low + number * again, high + number * again
        if last > start:
            yield first, last
        number += 1
