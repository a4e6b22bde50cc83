"""Tables and reach in words for the terminal, Chinese first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.fleet.wording import clock, metres, place_text, tell
from twin.model.aligned import aligned, clean

if TYPE_CHECKING:
    from twin.fleet.places import Place
    from twin.fleet.spread.plan import Matrix, Reach

__all__ = ["matrix_lines", "reach_lines"]

_MOST_ROWS, _MOST_COLUMNS = 20, 8


def matrix_lines(found: Matrix, lang: str = "") -> list[str]:
    """Write a table, or of each start the nearest few; what is too wide or long for a terminal is left out and said."""
    good = int((found.ms >= 0).sum())
    told = [
        tell("fleet.matrix.sums", lang, starts=len(found.starts), ends=len(found.ends), good=good, bad=found.ms.size - good),
        "",
    ]
    if found.nearest:
        head = [tell(f"fleet.matrix.column.{name}", lang) for name in ("from", "rank", "to", "time", "distance")]
        rows = [
            [clean(_name(place)), str(rank), clean(_name(found.ends[at])), *_told(found, row, at)]
            for row, place in enumerate(found.starts[:_MOST_ROWS])
            for rank, at in enumerate(found.order(row), start=1)
        ]
        told += aligned([head, *rows], right=(1, 3, 4)) if rows else []
    else:
        shown = found.ends[:_MOST_COLUMNS]
        head = [tell("fleet.matrix.column.from", lang), *(clean(_name(place))[:12] for place in shown)]
        rows = [
            [clean(_name(place)), *("—" if ms < 0 else clock(ms / 1000) for ms in found.ms[row, :_MOST_COLUMNS].tolist())]
            for row, place in enumerate(found.starts[:_MOST_ROWS])
        ]
        told += aligned([head, *rows], right=range(1, len(shown) + 1))
    hidden = len(found.starts) > _MOST_ROWS or (not found.nearest and len(found.ends) > _MOST_COLUMNS)
    return [*told, tell("fleet.matrix.more", lang)] if hidden else told


def reach_lines(found: Reach, lang: str = "") -> list[str]:
    """Write what is reached within each time."""
    head = [tell(f"fleet.reach.column.{name}", lang) for name in ("minutes", "length", "area", "places")]
    rows = [
        [f"{band.minutes:g}", f"{band.length_m / 1000:,.1f} km", f"{band.ground.area / 1e6:,.2f} km²", str(len(band.places))]
        for band in found.bands
    ]
    title = tell("fleet.reach.title", lang, start=place_text(found.origin))
    return [title, "", *aligned([head, *rows], right=range(4))]


def _told(found: Matrix, row: int, at: int) -> tuple[str, str]:
    return clock(found.ms[row, at] / 1000), metres(found.metres[row, at])


def _name(place: Place) -> str:
    return place.name if place.key in {"", place.name} else f"{place.key} {place.name}"
