"""A page of paper in millimetres to draw on: shapes, lines and texts, collected first and drawn when every glyph is sure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.text import Text as Words

from viz.drawing.labels import MM_PER_PT
from viz.palette import INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from viz.fonts import Face

__all__ = ["Page", "Style", "tidy"]

_MM_PER_INCH = 25.4
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode classes without a picture: controls, marks of direction, surrogates, private use, unassigned."""


def tidy(text: object) -> str:
    """Make one line of a text from a file: white space to single spaces, what has no picture left out, None to nothing."""
    words = " ".join(str("" if text is None else text).split())
    return "".join(sign for sign in words if unicodedata.category(sign) not in _INVISIBLE)


@dataclass(frozen=True, slots=True)
class Style:
    """How a shape looks; widths in mm, `hatch` as matplotlib writes it, drawn in `edge`."""

    fill: str = "none"
    edge: str = "none"
    width: float = 0.0
    hatch: str = ""
    alpha: float = 1.0
    layer: int = 1
    dashed: bool = False


class Page:
    """One sheet. Nothing of it touches matplotlib's global state."""

    def __init__(self, width_mm: float, height_mm: float, face: Face) -> None:
        """Lay a blank sheet whose coordinates are millimetres from the lower left corner."""
        self.face = face
        self.figure = Figure(figsize=(width_mm / _MM_PER_INCH, height_mm / _MM_PER_INCH), facecolor="white")
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, width_mm)
        self.axes.set_ylim(0, height_mm)
        self._texts: list[Words] = []

    def shape(self, geometries: Any, style: Style) -> None:
        """Fill polygons, holes left open; one or an array of geometries."""
        outline = _outline(geometries)
        if outline is None:
            return
        edge = style.edge if style.width > 0 or style.hatch else "none"
        patch = PathPatch(
            outline,
            facecolor=style.fill,
            edgecolor=edge,
            linewidth=style.width / MM_PER_PT,
            alpha=None if style.alpha == 1 else style.alpha,
            zorder=style.layer,
            joinstyle="miter",
            linestyle="--" if style.dashed else "-",
        )
        if style.hatch:
            patch.set_hatch(style.hatch)
            patch.set_hatch_linewidth(0.35)
        self.axes.add_patch(patch)

    def lines(self, geometries: Any, style: Style) -> None:
        """Draw lines, one or an array of geometries."""
        parts = shapely.get_parts(shapely.get_parts(np.atleast_1d(np.asarray(geometries, dtype=object))))
        runs = [shapely.get_coordinates(part) for part in parts if part is not None and not part.is_empty]
        if runs:
            widths = style.width / MM_PER_PT
            self.axes.add_collection(
                LineCollection(runs, colors=style.edge, linewidths=widths, zorder=style.layer, capstyle="butt"), autolim=False
            )

    def text(self, x: float, y: float, text: str, size_pt: float, **more: Any) -> None:
        """Set one line with its baseline at `y`; `more` goes to matplotlib (``ha``, ``color``, ``rotation``, ``gid``)."""
        usual: dict[str, Any] = {"ha": "left", "va": "baseline", "color": INK, "zorder": 20, "rotation_mode": "anchor"}
        if text:
            self._texts.append(
                Words(x, y, text, fontproperties=self.face.properties(size_pt), parse_math=False, usetex=False, **(usual | more))
            )

    def text_within(self, x: float, y: float, text: str, size_pt: float, width_mm: float, **more: Any) -> None:
        """Set one line no wider than `width_mm`: smaller down to three quarters of its size, then cut with an ellipsis."""
        least = 0.75 * size_pt
        while size_pt > least and self.face.width_pt(text, size_pt) * MM_PER_PT > width_mm:
            size_pt = max(size_pt - 0.25, least)
        if self.face.width_pt(text, size_pt) * MM_PER_PT > width_mm:
            while text and self.face.width_pt(text + "…", size_pt) * MM_PER_PT > width_mm:
                text = text[:-1]
            text = text.rstrip() + "…"
        self.text(x, y, text, size_pt, **more)

    def finish(self) -> Figure:
        """Set all texts.

        Raises
        ------
        GlyphError
            If the font lacks any character, with all of them at once.
        """
        self.face.require(words.get_text() for words in self._texts)
        for words in self._texts:
            self.axes.add_artist(words)
            words.set_clip_on(False)
        return self.figure


def _outline(geometries: Any) -> Outline | None:
    """Make one path of many polygons: shells one way round, holes the other."""
    rings: list[np.ndarray[Any, Any]] = []
    parts = shapely.get_parts(shapely.get_parts(np.atleast_1d(np.asarray(geometries, dtype=object))))
    for part in shapely.orient_polygons(parts[shapely.get_dimensions(parts) == 2]):
        rings += [shapely.get_coordinates(ring) for ring in (part.exterior, *part.interiors)]
    if not rings:
        return None
    codes = [np.r_[Outline.MOVETO, np.full(len(ring) - 2, Outline.LINETO), Outline.CLOSEPOLY] for ring in rings]
    return Outline(np.vstack(rings), np.concatenate(codes))
