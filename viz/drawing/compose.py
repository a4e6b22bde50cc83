"""Put a floor's sheet together, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.errors import UsageError
from twin.model.words import say
from viz.drawing.fills import COLOUR_BY, fill
from viz.drawing.floor import draw_rooms, draw_symbols, draw_walls
from viz.drawing.labels import Wish, place
from viz.drawing.pen import Page, Style, tidy
from viz.drawing.sheet import Sheet, draw_sheet
from viz.drawing.sights import draw_camera_names, draw_sights, sight_entries
from viz.drawing.upright import fit
from viz.fonts import face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from viz.drawing.fills import Entry, Fill
    from viz.drawing.labels import Label

__all__ = ["Look", "draw_floor", "floor_title"]

_LANGUAGES = ("zh", "en")
_LONG_NAME = 7
"""Characters from which a name may be broken in two; a Latin letter counts half."""
_AREA_INK = "#3b4754"


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet looks: `colour_by` room_class or department, `lang` zh or en, `coverage` an answer of the security question
    or None, `on` the ISO day whose occupancies count and which the sheet bears; today if empty.

    Raises
    ------
    UsageError
        If `colour_by` or `lang` is another, or `on` no day.
    """  # noqa: D205 - the fields are the summary

    colour_by: str = "room_class"
    lang: str = "zh"
    coverage: Any = None
    on: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be, and fill in today."""
        for value, allowed, code in (
            (self.colour_by, COLOUR_BY, "plot.bad_colour"),
            (self.lang, _LANGUAGES, "plot.bad_language"),
        ):
            if value not in allowed:
                raise UsageError(code, value=value, allowed=", ".join(allowed))
        try:
            day = date.fromisoformat(self.on) if self.on else date.today()  # noqa: DTZ011 - the day on the user's own calendar
        except ValueError as error:
            raise UsageError("plot.bad_day", value=self.on) from error
        object.__setattr__(self, "on", day.isoformat())


def draw_floor(snapshot: Snapshot, floor_id: str, look: Look) -> Figure:
    """Draw one floor as a matplotlib figure of A3 whose data units are millimetres.

    Texts carry a gid: ``room:<key>`` on the lines of a room's label, ``camera:<key>`` on a camera's name. Raises as
    `viz.plot.plot_floor`.
    """
    building_id = str(snapshot.row("floor", floor_id)["building_id"])
    laid = fit(snapshot, floor_id, building_id)
    page = Page(laid.width_mm, laid.height_mm, face())
    rows = snapshot.on_floor("room", floor_id)
    filled = fill(snapshot, rows, look.colour_by, look.lang, look.on)
    shapes = draw_rooms(page, laid, snapshot, rows, filled)
    swings = draw_walls(page, laid, snapshot, floor_id)
    marks: dict[str, Any] = {}
    extra: list[Entry] = []
    if look.coverage is not None:
        marks = draw_sights(page, laid, snapshot, floor_id, look.coverage)
        extra = sight_entries(snapshot, floor_id, look.coverage, look.lang)
    labels, left_out = place(_wishes(snapshot, rows, shapes, filled, look.lang), [*swings, *marks.values()], page.face)
    looks = zip(snapshot.keys("room")[rows], filled.colours, filled.hatches, strict=True)
    _set_labels(page, labels, {key: colour for key, colour, hatch in looks if hatch})
    boxes = [label.box for label in labels]
    draw_symbols(page, laid, snapshot.column("room", "room_class")[rows], shapes, boxes)
    unnamed = draw_camera_names(page, snapshot, marks, boxes)
    notes = [say("plot.note").lang(look.lang)]
    notes += [say("plot.left_out", count=len(left_out)).lang(look.lang)] if left_out else []
    notes += [say("plot.unnamed", count=unnamed).lang(look.lang)] if unnamed else []
    draw_sheet(page, laid, _sheet(snapshot, floor_id, look, filled.legend, (extra, notes)))
    return page.finish()


def floor_title(snapshot: Snapshot, floor_id: str) -> tuple[str, str]:
    """Give the names of building and floor, their keys where they have none."""
    floor = snapshot.row("floor", floor_id)
    key = str(floor["building_id"])
    names = dict(zip(snapshot.keys("building"), snapshot.column("building", "name"), strict=True))
    return tidy(names.get(key)) or tidy(key), tidy(floor["name"]) or tidy(floor_id)


def _wishes(snapshot: Snapshot, rows: NDArray[np.intp], shapes: NDArray[Any], filled: Fill, lang: str) -> list[Wish]:
    """Say what should stand in each room: number, name or holder, area."""
    wishes = []
    for row, shape, held in zip(rows, shapes, filled.held, strict=True):
        number, name = (tidy(snapshot.column("room", column)[row]) for column in ("number", "name"))
        kind = say(f"viz.value.room_class.{snapshot.column('room', 'room_class')[row]}").lang(lang)
        middle = tidy(held) or name or ("" if number else kind)
        area = snapshot.column("room", "area_m2")[row]
        size = f"{area:.1f} m²" if np.isfinite(area) else ""
        wishes.append(Wish(snapshot.keys("room")[row], _texts(number, "" if middle == number else middle, size), shape))
    return wishes


def _texts(number: str, name: str, area: str) -> tuple[tuple[str, ...], ...]:
    """Give the label from most to least."""
    first = number or name
    wanted = [(number, name, area), (number, *_broken(name), area), (first, area), (first,)]
    tidied = [tuple(line for line in lines if line) for lines in wanted]
    return tuple(dict.fromkeys(lines for lines in tidied if lines))


def _broken(name: str) -> tuple[str, ...]:
    """Break a long name in two: Latin at the space nearest its middle, Chinese there."""
    weight = sum(0.5 if sign.isascii() else 1.0 for sign in name)
    if weight < _LONG_NAME:
        return (name,)
    middle = len(name) / 2
    spaces = [place_of for place_of, sign in enumerate(name) if sign in " /-_()("]
    if name.isascii() and not spaces:
        return (name,)
    cut = min(spaces, key=lambda place_of: abs(place_of - middle)) if spaces else round(middle)
    cut += 1 if spaces and name[cut] in "/-_" else 0
    return name[:cut].strip(), name[cut:].strip()


def _set_labels(page: Page, labels: Sequence[Label], hatched: dict[str, str]) -> None:
    """Set each line about the middle of its place, the area a shade lighter; on a hatched room over its plain colour."""
    for label in labels:
        if label.key in hatched:
            page.shape(label.box, Style(fill=hatched[label.key], layer=3))
        for number, line in enumerate(label.lines):
            colour = {"color": _AREA_INK} if number and line.text.endswith("m²") else {}
            page.text(
                line.x, line.y, line.text, label.size_pt, ha="center", rotation=label.turn_deg, gid=f"room:{label.key}", **colour
            )


def _sheet(
    snapshot: Snapshot, floor_id: str, look: Look, legend: Sequence[Entry], more: tuple[Sequence[Entry], Sequence[str]]
) -> Sheet:
    """Gather the words of the title block."""
    lang = look.lang
    building, floor = floor_title(snapshot, floor_id)
    by = say(f"viz.by.{look.colour_by}")
    crs = say("plot.no_crs").lang(lang) if snapshot.crs is None else tidy(snapshot.crs.name)
    code = None if snapshot.crs is None else snapshot.crs.to_epsg()
    footer = (
        (say("plot.crs").lang(lang), f"EPSG:{code}" if code else crs),
        *((("", crs),) if code else ()),
        (say("plot.version").lang(lang), str(snapshot.version)),
        (say("plot.day").lang(lang), look.on),
        (say("plot.made_by").lang(lang), say("viz.ui.product").lang(lang)),
    )
    return Sheet(
        building=building,
        floor=floor,
        subtitle=say("plot.subtitle", by=by.zh if lang == "zh" else by.en.lower()).lang(lang),
        legend_title=by.lang(lang),
        entries=legend,
        extra=more[0],
        notes=more[1],
        footer=footer,
        located=snapshot.crs is not None,
        lang=lang,
    )
