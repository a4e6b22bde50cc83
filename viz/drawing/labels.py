"""Put a label into each room: as much as fits, upright or turned, never across a wall or another label.

A label is tried with all its lines, then with fewer; each time in the middle of the room before elsewhere, upright before
turned, at falling sizes. Its box must lie inside the room, if possible clear of door swings, and clear of every label already
placed. What fits nowhere is left out and counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from viz.fonts import Face

__all__ = ["Label", "Line", "Wish", "place"]

MM_PER_PT = 25.4 / 72
LEADING = 1.28
"""Line height over type size."""
_ASCENT, _DESCENT = 0.88, 0.16
"""Where the ink of a line reaches above and below its baseline, in em: the tallest of Latin, figures and Chinese."""
_PAD_MM = 0.8
_GRID = 9
_FULL, _LESS, _LEAST = (9.0, 8.0, 7.2, 6.5, 6.0), (8.0, 7.2, 6.5, 6.0, 5.5), (7.2, 6.5, 6.0, 5.5, 5.0)
"""Sizes in points tried for all lines, fewer lines and one line."""
_MIDDLES, _ALL, _NEARLY = 2, 2 + _GRID**2, 0.8
"""The first places are middles of the room; there a label may be this much smaller than the others before it moves aside."""
_COMMON = 0.35
"""A sheet reads calmly when most labels share a size: the largest that all but this part of the rooms can take."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What should stand in a room: `texts` from most to least, each a tuple of lines; `space` its shape in mm.

    `upright` prefers less to turned lines or much smaller ones, where a colour says the rest.
    """

    key: str
    texts: tuple[tuple[str, ...], ...]
    space: Any
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label: text, middle of its baseline in mm."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label; `turn_deg` 0 or 90, `box` the rectangle it keeps free, mm."""

    key: str
    lines: tuple[Line, ...]
    size_pt: float
    turn_deg: float
    box: Any


def place(wishes: Sequence[Wish], obstacles: Sequence[Any], face: Face) -> tuple[list[Label], list[str]]:
    """Place labels, the largest room first, at one size wherever that fits.

    Parameters
    ----------
    obstacles
        Shapes in mm that labels keep off if they can, such as what door leaves sweep.

    Returns
    -------
    The labels, and the keys of rooms in which nothing fits.
    """
    tree = shapely.STRtree(list(obstacles))
    ordered = sorted(wishes, key=lambda wish: (-wish.space.area, wish.key))
    labels, left_out = _place(ordered, tree, face, _FULL[0])
    full = {wish.key: {_said(lines) for lines in wish.texts[:1]} for wish in ordered}
    sizes = sorted(label.size_pt for label in labels if _said(line.text for line in label.lines) in full[label.key])
    return _place(ordered, tree, face, sizes[int(_COMMON * len(sizes))]) if sizes else (labels, left_out)


def _place(wishes: Sequence[Wish], tree: shapely.STRtree, face: Face, most_pt: float) -> tuple[list[Label], list[str]]:
    """Place labels no larger than `most_pt`."""
    labels: list[Label] = []
    left_out: list[str] = []
    for wish in wishes:
        taken = [label.box for label in labels if label.box.intersects(wish.space)]
        free = shapely.difference(wish.space, shapely.union_all(taken)) if taken else wish.space
        near = tree.geometries[tree.query(free, predicate="intersects")]
        clear = shapely.difference(free, shapely.union_all(near)) if len(near) else free
        label = _fit(wish, (clear, free) if len(near) else (free,), face, most_pt)
        if label is None:
            left_out.append(wish.key)
        else:
            labels.append(label)
    return labels, left_out


def _fit(wish: Wish, spaces: Sequence[Any], face: Face, most_pt: float) -> Label | None:
    """Find the fullest label that fits, in the first space that takes any."""
    for space in spaces:
        places = _places(space)
        if len(places) == 0:
            continue
        shapely.prepare(space)
        for texts, size, turned, count in _tries(wish, most_pt):
            wide, high = _extent(texts, size, face)
            half = (np.array([high, wide]) if turned else np.array([wide, high])) / 2 + _PAD_MM
            boxes = shapely.box(*(places[:count] - half).T, *(places[:count] + half).T)
            fits = np.flatnonzero(shapely.contains_properly(space, boxes))
            if len(fits):
                return _set(wish.key, texts, size, (places[fits[0]], boxes[fits[0]]), turned=turned)
    return None


def _said(lines: Iterable[str]) -> str:
    """Give what lines say, however they are broken."""
    return "".join(lines).replace(" ", "")


def _tries(wish: Wish, most_pt: float) -> Iterator[tuple[tuple[str, ...], float, bool, int]]:
    """Give what to try, the best first: lines, size, turned or not, and how many of the places.

    All that is to be said comes before less, in lines broken otherwise before much smaller, upright before turned.
    """
    everything = [lines for lines in wish.texts if _said(lines) == _said(wish.texts[0])]
    near = [size for size in _FULL if _NEARLY * most_pt <= size <= most_pt]
    for count, lines, size in product((_MIDDLES, _ALL), everything, near):
        yield lines, size, False, count
    ways = product((False, True), enumerate(wish.texts)) if wish.upright else _each_way(wish.texts)
    for turned, (rank, lines) in ways:
        if wish.upright and lines in everything and len(lines) > 1:
            continue
        for size in _LEAST if len(lines) == 1 else _FULL if rank == 0 else _LESS:
            if size <= most_pt:
                yield lines, size, turned, _ALL


def _each_way(texts: tuple[tuple[str, ...], ...]) -> Iterator[tuple[bool, tuple[int, tuple[str, ...]]]]:
    """Give every text upright, then turned, before the next."""
    for entry in enumerate(texts):
        yield False, entry
        yield True, entry


def _places(space: Any) -> NDArray[np.float64]:
    """Give places to try, shape (n, 2): the middle of the largest circle inside, then a grid, the nearest to it first."""
    if space.is_empty or space.area <= 0:
        return np.empty((0, 2))
    parts = shapely.get_parts(space)
    largest = parts[np.argmax(shapely.area(parts))]
    circle = shapely.maximum_inscribed_circle(largest, tolerance=0.2)
    roomiest = shapely.get_coordinates(circle)[0]
    low_x, low_y, high_x, high_y = shapely.bounds(space)
    steps = (np.arange(_GRID) + 0.5) / _GRID
    grid_x, grid_y = np.meshgrid(low_x + steps * (high_x - low_x), low_y + steps * (high_y - low_y))
    middle = shapely.get_coordinates(shapely.centroid(largest))
    grid = np.column_stack([grid_x.ravel(), grid_y.ravel()])
    near = np.argsort(np.hypot(*(grid - roomiest).T), kind="stable")
    return np.vstack([_balanced(middle[0], roomiest, largest), roomiest, grid[near]])


def _balanced(middle: NDArray[np.float64], roomiest: NDArray[np.float64], space: Any) -> NDArray[np.float64]:
    """Prefer the centroid where it lies inside: a label in the middle of a plain room looks at home."""
    return middle if shapely.contains_xy(space, *middle) else roomiest


def _extent(texts: tuple[str, ...], size_pt: float, face: Face) -> tuple[float, float]:
    """Give width and height of the lines' ink, mm."""
    wide = max(face.width_pt(text, size_pt) for text in texts)
    high = ((len(texts) - 1) * LEADING + _ASCENT + _DESCENT) * size_pt
    return wide * MM_PER_PT, high * MM_PER_PT


def _set(key: str, texts: tuple[str, ...], size_pt: float, spot: tuple[NDArray[np.float64], Any], *, turned: bool) -> Label:
    """Put every line's baseline where it belongs about the middle of the spot; a turned label reads from below."""
    middle, box = spot
    em = size_pt * MM_PER_PT
    top = ((len(texts) - 1) * LEADING + _ASCENT + _DESCENT) * em / 2
    lines = []
    for number, text in enumerate(texts):
        down = top - (_ASCENT + number * LEADING) * em
        x, y = (middle[0] - down, middle[1]) if turned else (middle[0], middle[1] + down)
        lines.append(Line(text, float(x), float(y)))
    return Label(key, tuple(lines), size_pt, 90.0 if turned else 0.0, box)
