"""Two plans as maps side by side: of the floors that differ most, only the rooms that change hands are coloured."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import affinity, box

from twin.model.errors import UsageError
from twin.model.words import say
from viz.drawing.pen import Page, Style
from viz.fonts import face
from viz.palette import DEPARTMENTS, INK, LINE, REST, VACANT
from viz.plot import write_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from matplotlib.figure import Figure

    from twin.model.snapshot import Snapshot
    from twin.space.planning.alternatives import Comparison

__all__ = ["plot_plan_change"]

_WIDE, _HIGH, _EDGE = 420.0, 297.0, 12.0
_MOST_FLOORS = 3
_SOFT = "#52606d"
_SAME = Style(fill="#ffffff", edge=LINE, width=0.15, layer=2)


def plot_plan_change(
    snapshot: Snapshot, comparison: Comparison, labels: Mapping[str, str], out: Path, *, lang: str = "zh"
) -> None:
    """Draw the rooms whose department differs, the first plan left, the second right, on A3 as PNG or PDF.

    Parameters
    ----------
    snapshot
        Holds the rooms' shapes and floors.
    labels
        Name of each department by key.

    Raises
    ------
    UsageError
        If no room changes hands, or none that does is in the store; if the file's end is neither ``.png`` nor ``.pdf``.
    """
    floors = _floors(snapshot, comparison)
    if not floors:
        raise UsageError("plan.no_change")
    write_sheet(lambda: (_draw(snapshot, comparison, labels, floors, lang), say("plan.picture.change").lang(lang)), out)


def _floors(snapshot: Snapshot, comparison: Comparison) -> list[tuple[str, int]]:
    """Give the floors with most changed rooms, and how many."""
    of_room = dict(zip(snapshot.keys("room"), snapshot.column("room", "floor_id"), strict=True))
    count = Counter(str(of_room[row["room_id"]]) for row in comparison.rooms if row["room_id"] in of_room)
    return sorted(count.items(), key=lambda item: (-item[1], item[0]))


def _draw(
    snapshot: Snapshot, comparison: Comparison, labels: Mapping[str, str], floors: Sequence[tuple[str, int]], lang: str
) -> Figure:
    page = Page(_WIDE, _HIGH, face())
    shown = floors[:_MOST_FLOORS]
    page.text(_EDGE, _HIGH - 18, say("plan.picture.change").lang(lang), 18)
    told = say("plan.picture.changed", rooms=len(comparison.rooms), shown=len(shown), floors=len(floors)).lang(lang)
    page.text(_EDGE, _HIGH - 26, told, 10, color=_SOFT)
    colours = _colours(comparison)
    wide, tall = (_WIDE - 3 * _EDGE) / 2, (_HIGH - 62) / len(shown)
    for side, name in enumerate(comparison.names):
        page.text_within(_EDGE + side * (wide + _EDGE), _HIGH - 34, name, 10, wide)
    names = dict(zip(snapshot.keys("floor"), snapshot.column("floor", "name"), strict=True))
    for row, (floor, count) in enumerate(shown):
        bottom = _HIGH - 40 - (row + 1) * tall
        label = say("plan.picture.changed_floor", floor=names.get(floor) or floor, rooms=count).lang(lang)
        page.text_within(_EDGE, bottom + tall - 5, label, 9, wide)
        for side, plan in enumerate(("one", "two")):
            owner = {item["room_id"]: item[plan] for item in comparison.rooms}
            frame = (_EDGE + side * (wide + _EDGE), bottom, wide, tall - 8)
            _map(page, snapshot, floor, frame, (owner, colours))
    _legend(page, labels, colours, lang)
    return page.finish()


def _colours(comparison: Comparison) -> dict[str, str]:
    """Give the departments with most changed rooms a colour each."""
    count = Counter(key for row in comparison.rooms for key in (row["one"], row["two"]) if key)
    order = sorted(count, key=lambda key: (-count[key], key))
    return dict(zip(order, DEPARTMENTS, strict=False))


def _map(
    page: Page,
    snapshot: Snapshot,
    floor: str,
    frame: tuple[float, float, float, float],
    what: tuple[Mapping[str, str], Mapping[str, str]],
) -> None:
    """Draw one floor into its frame (left, bottom, width, height in mm); rooms that do not change are outlines."""
    owner, colours = what
    rows = snapshot.on_floor("room", floor)
    shapes, keys = snapshot.column("room", "geometry")[rows], np.asarray(snapshot.keys("room"), dtype=object)[rows]
    x0, y0, x1, y1 = shapely.total_bounds(shapes)
    left, bottom, wide, high = frame
    scale = min(wide / max(x1 - x0, 1e-9), high / max(y1 - y0, 1e-9))
    bottom += high - scale * (y1 - y0)
    for key, shape in zip(keys.tolist(), shapes, strict=True):
        moved = affinity.scale(affinity.translate(shape, left - x0, bottom - y0), scale, scale, origin=(left, bottom))
        page.shape(moved, _style(owner[key], colours) if key in owner else _SAME)


def _style(department: str, colours: Mapping[str, str]) -> Style:
    fill = colours.get(department, REST) if department else VACANT
    return Style(fill=fill, edge=INK, width=0.2, layer=3)


def _legend(page: Page, labels: Mapping[str, str], colours: Mapping[str, str], lang: str) -> None:
    """Name the colours along the foot of the sheet."""
    entries: list[tuple[str, Any]] = [(labels.get(key, key), _style(key, colours)) for key in colours]
    entries += [(say("plan.picture.rest").lang(lang), _style("?", {})), (say("plan.picture.vacant").lang(lang), _style("", {}))]
    wide = (_WIDE - 2 * _EDGE) / len(entries)
    for place, (name, style) in enumerate(entries):
        x = _EDGE + place * wide
        page.shape(box(x, 7, x + 5, 11), style)
        page.text_within(x + 6.5, 8, name, 8, wide - 8)
