"""The font of the plots: an OFL subset with Chinese, and the measure of texts set in it.

``TWIN_FONT`` may name another ``.ttf`` or ``.otf`` for data with characters that the shipped one lacks.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

from twin.model.errors import DataError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SHIPPED", "Face", "GlyphError", "face"]

SHIPPED = Path(__file__).parent / "DistrictTwinSansSC-Regular.ttf"
VARIABLE = "TWIN_FONT"
_EM = 1000
"""Advances are read at this size in points on a raster of 72 dots per inch, so one unit is 1/1000 em."""


class GlyphError(DataError):
    """The font has no glyph for some characters; `values["characters"]` lists them."""


class Face:
    """One font file: which characters it has and how wide they run."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises
        ------
        UsageError
            If the file is missing or is no font.
        """
        self.path = path
        try:
            self._codes = frozenset(self._font().get_charmap())
        except (OSError, RuntimeError) as error:
            raise UsageError("plot.bad_font", path=path, variable=VARIABLE) from error
        self._advances: dict[str, float] = {}

    def _font(self) -> Any:
        """Give matplotlib's own font object, of which it keeps one per thread."""
        return get_font(str(self.path))

    def properties(self, size_pt: float) -> FontProperties:
        """Give the font at a size, as matplotlib wants it."""
        return FontProperties(fname=str(self.path), size=size_pt)

    def require(self, texts: Iterable[str]) -> None:
        """Make sure that every character can be drawn.

        Raises
        ------
        GlyphError
            If any cannot, with all such characters at once.
        """
        lacking = sorted({sign for text in texts for sign in text if ord(sign) not in self._codes})
        if lacking:
            shown = " ".join(f"{sign} (U+{ord(sign):04X})" for sign in lacking)
            raise GlyphError("plot.missing_glyph", characters=shown, font=self.path.name, variable=VARIABLE)

    def width_pt(self, text: str, size_pt: float) -> float:
        """Give the advance width of one line in points."""
        return sum(self._advance(sign) for sign in text) * size_pt

    def _advance(self, sign: str) -> float:
        """Give the advance of one character in em; one the font lacks counts as 1, for `require` to report with the others."""
        if ord(sign) not in self._codes:
            return 1.0
        if sign not in self._advances:
            font = self._font()
            font.set_size(_EM, 72)
            glyph = font.load_char(ord(sign), flags=LoadFlags.NO_HINTING)
            self._advances[sign] = glyph.linearHoriAdvance / 65536 / _EM
        return self._advances[sign]


@cache
def _open(path: Path) -> Face:
    return Face(path)


def face() -> Face:
    """Give the font to set texts in: the file that ``TWIN_FONT`` names, else the shipped one."""
    named = os.environ.get(VARIABLE, "")
    return _open(Path(named) if named else SHIPPED)
