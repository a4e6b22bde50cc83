"""Sheets on A3 as PNG or PDF; a floor plan upright, to scale, with Chinese labels that fit."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf

from twin.model.errors import UsageError
from viz.drawing.compose import Look, draw_floor, floor_title
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from matplotlib.figure import Figure

    from twin.model.snapshot import Snapshot

__all__ = ["plot_floor", "write_sheet"]

PNG_DPI = 200
_SUFFIXES = (".png", ".pdf")
_SETTINGS: Any = {"pdf.fonttype": 42, "pdf.compression": 6, "pdf.use14corefonts": False, "path.simplify": False}
"""Fonts embedded as TrueType, so that a PDF's text can be searched and copied; nothing taken from a user's matplotlibrc."""
_ONE_AT_A_TIME = threading.Lock()
"""matplotlib keeps these settings in one place for the whole process."""


def plot_floor(  # noqa: PLR0913 - the choices of a sheet, by keyword
    snapshot: Snapshot,
    floor_id: str,
    out: Path,
    *,
    colour_by: str = "room_class",
    lang: str = "zh",
    coverage: Any = None,
    on: str = "",
    levels: bool = False,
) -> None:
    """Draw one floor on A3 and write it, whole or not at all.

    Parameters
    ----------
    snapshot
        The floor's building, in a projected CRS or in its own metres.
    out
        File to write, ``.png`` (200 dots per inch) or ``.pdf`` (vectors, text embedded). The same input gives the same bytes.
    colour_by
        ``room_class`` or ``department``: who holds the room on the day `on`.
    lang
        ``zh`` or ``en`` for the sheet's own words; names stand as they are in the data.
    coverage
        Answer of the security question, to show cameras, views and blind areas.
    on
        ISO day of the sheet; today if empty.
    levels
        Shade what is seen by the level of its best picture instead of view by view.

    Raises
    ------
    UsageError
        If the file's end, `colour_by`, `lang` or `on` cannot be, or the folder cannot be written to.
    UnknownKeyError
        If there is no such floor.
    DataError
        If the floor has neither rooms nor walls; as `GlyphError` if the font lacks characters of its names.
    """
    suffix = _suffix(out)
    look = Look(colour_by, lang, coverage, on, levels)
    write_sheet(lambda: (draw_floor(snapshot, floor_id, look), " ".join(floor_title(snapshot, floor_id))), out, suffix)


def write_sheet(draw: Callable[[], tuple[Figure, str]], out: Path, suffix: str = "") -> None:
    """Draw a sheet and write it whole or not at all; `draw` gives the figure and its title. The same sheet gives the same bytes.

    Raises
    ------
    UsageError
        If the file's end is neither ``.png`` nor ``.pdf``, or the folder cannot be written to.
    """
    suffix = suffix or _suffix(out)
    with _ONE_AT_A_TIME, mpl.rc_context(_SETTINGS):
        figure, title = draw()
        with whole_file(out) as unfinished:
            if suffix == ".pdf":
                about = {"Title": title, "Creator": "District Twin", "Producer": None, "CreationDate": None}
                FigureCanvasPdf(figure).print_figure(unfinished, format="pdf", metadata=about)
            else:
                about = {"Title": title, "Software": None}
                FigureCanvasAgg(figure).print_figure(unfinished, format="png", dpi=PNG_DPI, metadata=about)


def _suffix(out: Path) -> str:
    """Give the file's end, known to be one we write."""
    suffix = out.suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError("plot.bad_format", path=out)
    return suffix
