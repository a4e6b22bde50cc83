"""Put a floor's sheet together, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from twin.model.errors import UsageError
from twin.model.words import say
from viz.drawing.fills import COLOUR_BY, fill, pale
from viz.drawing.labels import place
from viz.drawing.pen import Page, tidy
from viz.drawing.rooms import draw_rooms, set_labels, wishes
from viz.drawing.sheet import Sheet, draw_sheet
from viz.drawing.sights import draw_camera_names, draw_sights, sight_entries
from viz.drawing.symbols import draw_symbols
from viz.drawing.upright import fit
from viz.drawing.walls import draw_walls
from viz.fonts import face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from twin.model.snapshot import Snapshot
    from viz.drawing.fills import Entry

__all__ = ["Look", "draw_floor", "floor_title"]

_LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet looks: `colour_by` room_class or department, `lang` zh or en, `coverage` an answer of the security question
    or None, `on` the ISO day whose occupancies count and which the sheet bears; today if empty. With `levels` what is seen is
    shaded by the level of its best picture.

    Raises
    ------
    UsageError
        If `colour_by` or `lang` is another, or `on` no day.
    """  # noqa: D205 - the fields are the summary

    colour_by: str = "room_class"
    lang: str = "zh"
    coverage: Any = None
    on: str = ""
    levels: bool = False

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
    filled = filled if look.coverage is None else pale(filled)
    shapes = draw_rooms(page, laid, snapshot, rows, filled)
    swings = draw_walls(page, laid, snapshot, floor_id, shapes)
    marks: dict[str, Any] = {}
    extra: list[Entry] = []
    if look.coverage is not None:
        marks = draw_sights(page, laid, snapshot, floor_id, look.coverage, levels=look.levels)
        extra = sight_entries(snapshot, floor_id, look.coverage, look.lang, levels=look.levels)
    wanted = wishes(snapshot, rows, shapes, filled, look.lang)
    labels, left_out = place(wanted, [*swings, *marks.values()], page.face)
    looks = zip(snapshot.keys("room")[rows], filled.colours, filled.hatches, strict=True)
    set_labels(page, labels, {key: colour for key, colour, hatch in looks if hatch or look.coverage is not None})
    boxes = [label.box for label in labels]
    draw_symbols(page, laid, snapshot, floor_id, (rows, shapes, boxes))
    unnamed = draw_camera_names(page, snapshot, marks, boxes, floor_title(snapshot, floor_id))
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
