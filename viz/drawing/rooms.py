"""Rooms on the sheet: their fills, and the words that stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.model.words import say
from viz.drawing.labels import Wish
from viz.drawing.pen import Style, tidy
from viz.palette import REST, SURFACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from viz.drawing.fills import Fill
    from viz.drawing.labels import Label
    from viz.drawing.pen import Page
    from viz.drawing.upright import Upright

__all__ = ["draw_rooms", "set_labels", "sound", "wishes"]

_HATCH_INK, _AREA_INK = "#8a96a1", "#3b4754"
_SLIT_M = 0.002
"""Slits thinner than twice this inside a shape are left by triangles that do not quite meet; they are closed."""
_LONG_NAME = 7
"""Characters from which a name may be broken in two; a Latin letter counts half."""
_NOUNS = frozenset(("办公", "委员", "管理", "服务", "中心", "会议", "接待", "工作", "资源", "规划", "建设", "保障", "事务"))
"""Words before which names of organs and rooms may be broken."""


def sound(shapes: NDArray[Any]) -> NDArray[Any]:
    """Make polygons valid and close their slits; a missing one becomes empty."""
    whole = shapely.make_valid(np.where(shapely.is_missing(shapes), shapely.MultiPolygon(), shapes))
    closed = shapely.buffer(shapely.buffer(whole, _SLIT_M, join_style="mitre"), -_SLIT_M, join_style="mitre")
    return np.where(shapely.is_empty(closed), shapely.MultiPolygon(), closed)


def draw_rooms(page: Page, laid: Upright, snapshot: Snapshot, rows: NDArray[np.intp], fill: Fill) -> NDArray[Any]:
    """Fill rooms; give their shapes on paper."""
    shapes = laid.to_paper(sound(snapshot.column("room", "geometry")[rows]))
    for colour, hatch in sorted(set(zip(fill.colours, fill.hatches, strict=True))):
        alike = [place for place, look in enumerate(zip(fill.colours, fill.hatches, strict=True)) if look == (colour, hatch)]
        edge = _HATCH_INK if hatch else SURFACE["room_line"]
        page.shape(shapes[alike], Style(fill=colour, edge=edge, width=0.13, hatch=hatch, layer=2))
    return shapes


def wishes(snapshot: Snapshot, rows: NDArray[np.intp], shapes: NDArray[Any], fill: Fill, lang: str) -> list[Wish]:
    """Say what should stand in each room: number, name or holder, area."""
    found = []
    for row, shape, held, colour in zip(rows, shapes, fill.held, fill.colours, strict=True):
        number, name = (tidy(snapshot.column("room", column)[row]) for column in ("number", "name"))
        kind = say(f"viz.value.room_class.{snapshot.column('room', 'room_class')[row]}").lang(lang)
        middle = tidy(held) or name or ("" if number else kind)
        area = snapshot.column("room", "area_m2")[row]
        size = f"{area:.1f} m²" if np.isfinite(area) else ""
        texts = _texts(number, "" if middle == number else middle, size)
        found.append(Wish(snapshot.keys("room")[row], texts, shape, upright=bool(held) and colour != REST))
    return found


def _texts(number: str, name: str, area: str) -> tuple[tuple[str, ...], ...]:
    """Give the label from most to least."""
    first = number or name
    wanted = [(number, name, area), (number, *_broken(name), area), (first, area), (first,)]
    tidied = [tuple(line for line in lines if line) for lines in wanted]
    return tuple(dict.fromkeys(lines for lines in tidied if lines))


def _broken(name: str) -> tuple[str, ...]:
    """Break a long name in two near its middle: Latin at a space or stroke, Chinese before a word that begins a noun."""
    weight = sum(0.5 if sign.isascii() else 1.0 for sign in name)
    spots = [place for place in range(1, len(name)) if name[place] == " " or name[place - 1] in "/-_"]
    if not name.isascii():
        nouns = [place for place in range(2, len(name) - 1) if name[place : place + 2] in _NOUNS]
        spots = spots or nouns or [round(len(name) / 2)]
    if weight < _LONG_NAME or not spots:
        return (name,)
    cut = min(spots, key=lambda place: abs(place - len(name) / 2))
    return name[:cut].strip(), name[cut:].strip()


def set_labels(page: Page, labels: Sequence[Label], grounds: dict[str, str]) -> None:
    """Set each line about the middle of its place, the area a shade lighter.

    Parameters
    ----------
    grounds
        Colour to lay under the labels of some rooms, by key: those with a hatch, or with views drawn over them.
    """
    for label in labels:
        if label.key in grounds:
            page.shape(label.box, Style(fill=grounds[label.key], alpha=0.9, layer=9))
        for number, line in enumerate(label.lines):
            colour = {"color": _AREA_INK} if number and line.text.endswith("m²") else {}
            more = {"ha": "center", "rotation": label.turn_deg, "gid": f"room:{label.key}", **colour}
            page.text(line.x, line.y, line.text, label.size_pt, **more)
