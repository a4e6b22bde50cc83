"""Ways, reach and places on the road network, on one A4 sheet as PNG or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from viz.drawing.pen import Page, Style, tidy
from viz.fonts import face
from viz.palette import ACCENT, ALARM, INK, OK, WATCH
from viz.plot import write_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matplotlib.figure import Figure
    from numpy.typing import NDArray

__all__ = ["Area", "Line", "Mark", "plot_roads"]

_WIDE, _HIGH, _EDGE, _FOOT = 297.0, 210.0, 8.0, 22.0
_COLOURS = (ACCENT, WATCH, OK, "#7b3fa0", "#0f766e", ALARM)
_MOST_LABELS = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A way in metres, its colour's number (0 is drawn on top), and its words in the legend."""

    shape: Any
    colour: int
    words: str


@dataclass(frozen=True, slots=True)
class Area:
    """Ground that is reached, the same way."""

    shape: Any
    colour: int
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place with a name; `strong` ones are drawn larger."""

    x: float
    y: float
    words: str
    strong: bool = True


def plot_roads(out: Path, roads: NDArray[Any], shown: Sequence[Line | Area], marks: Sequence[Mark], title: str) -> None:
    """Draw roads in grey and what is shown over them, and write the sheet whole or not at all.

    Parameters
    ----------
    roads
        Lines in metres; those about what is shown are drawn.

    Raises
    ------
    UsageError
        If the file's end is neither ``.png`` nor ``.pdf``, or the folder cannot be written to.
    """
    write_sheet(lambda: (_draw(roads, shown, marks, title), title), out)


def _draw(roads: NDArray[Any], shown: Sequence[Line | Area], marks: Sequence[Mark], title: str) -> Figure:
    page = Page(_WIDE, _HIGH, face())
    shapes = [item.shape for item in shown] + [shapely.Point(mark.x, mark.y) for mark in marks]
    low_x, low_y, high_x, high_y = shapely.total_bounds(shapes)
    margin = max(0.06 * max(high_x - low_x, high_y - low_y), 50.0)
    wide, high = _WIDE - 2 * _EDGE, _HIGH - 2 * _EDGE - _FOOT
    scale = min(wide / (high_x - low_x + 2 * margin), high / (high_y - low_y + 2 * margin))
    middle = np.array([(low_x + high_x) / 2, (low_y + high_y) / 2])
    centre = np.array([_WIDE / 2, _EDGE + _FOOT + high / 2])

    def placed(shape: Any) -> Any:
        return shapely.transform(shape, lambda points: (points - middle) * scale + centre)

    window = shapely.box(_EDGE, _EDGE + _FOOT, _WIDE - _EDGE, _HIGH - _EDGE)
    half = np.array([wide, high]) / scale / 2
    about = shapely.box(*(middle - half), *(middle + half))
    near = roads[shapely.intersects(roads, about)]
    page.lines(shapely.intersection(placed(near), window), Style(edge="#c3cbd1", width=0.25, layer=2))
    for item in sorted(shown, key=lambda item: -item.colour):
        colour = _COLOURS[item.colour % len(_COLOURS)]
        if isinstance(item, Area):
            page.shape(shapely.intersection(placed(item.shape), window), Style(fill=colour, alpha=0.35, layer=1))
        else:
            page.lines(
                shapely.intersection(placed(item.shape), window), Style(edge=colour, width=0.9, layer=10 - item.colour % 6)
            )
    for number, mark in enumerate(marks):
        x, y = shapely.get_coordinates(placed(shapely.Point(mark.x, mark.y)))[0]
        page.shape(shapely.Point(x, y).buffer(1.5 if mark.strong else 0.8), Style(fill=INK, edge="#ffffff", width=0.3, layer=12))
        if number < _MOST_LABELS:
            page.text_within(x + 2.2, y + 0.8, tidy(mark.words), 8, 50.0)
    page.text_within(_EDGE, _HIGH - _EDGE + 1.5, tidy(title), 11, _WIDE - 2 * _EDGE)
    _legend(page, shown)
    _scale(page, scale)
    return page.finish()


def _legend(page: Page, shown: Sequence[Line | Area]) -> None:
    """Name the colours at the foot."""
    for number, item in enumerate(shown[:9]):
        x, y = _EDGE + (number % 3) * 80.0, _EDGE + 12.0 - (number // 3) * 5.5
        page.shape(
            shapely.box(x, y, x + 6.0, y + 2.0),
            Style(fill=_COLOURS[item.colour % len(_COLOURS)], alpha=0.35 if isinstance(item, Area) else 1.0),
        )
        page.text_within(x + 8.0, y, tidy(item.words), 8, 70.0)


def _scale(page: Page, scale: float) -> None:
    """Draw a bar of a round length."""
    length = next(metres for metres in (50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 1e9) if metres * scale >= 15.0)
    x, y = _WIDE - _EDGE - length * scale, _EDGE + 4.0
    page.lines(shapely.LineString([(x, y), (_WIDE - _EDGE, y)]), Style(edge=INK, width=0.5, layer=12))
    words = f"{length / 1000:g} km" if length >= 1_000 else f"{length:g} m"
    page.text(_WIDE - _EDGE, y + 1.5, words, 8, ha="right")
