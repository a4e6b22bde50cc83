"""Decks for a notebook: the district or one floor as `pydeck.Deck`, in the colours of the page, asking no outside host.

A placed district is drawn in longitude and latitude on a `MapView`, so that other layers can be laid over it; a building not yet
placed in its own metres. There is no basemap: `map_provider` and `map_style` are None on purpose.
"""

from __future__ import annotations

import html
import json
import math
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pydeck import Deck, View, ViewState

from viz import layers, palette
from viz.embed import deck_bundle, part, render, script_text
from viz.ground import bounds
from viz.records import Drawing, drawing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydeck import Layer

    from twin.model.snapshot import Snapshot

__all__ = ["OfflineDeck", "district_deck", "floor_deck", "room_fills"]

_EARTH_M = 40_075_016.686
"""Length of the equator, which a Web Mercator tile of zoom 0 spans with 512 pixels."""


class OfflineDeck(Deck):  # type: ignore[misc] # pydeck has no types
    """A deck whose page asks no host and cannot be tricked by a name: it is put together by `viz.embed`.

    pydeck's own `to_html` loads scripts and styles of five outside hosts and pastes the data into a script unescaped.
    """

    def __init__(self, layers: Sequence[Layer], view: View, state: ViewState) -> None:
        """Take layers and a view, and never a basemap."""
        super().__init__(list(layers), views=[view], initial_view_state=state, map_provider=None, map_style=None, tooltip=False)

    def page(self) -> str:
        """Give the deck as one HTML page."""
        scripts = {"before": "window.WebAssembly = undefined;", "bundle": deck_bundle(), "start": script_text(part("deck.js"))}
        data = json.loads(self.to_json())
        return render("deck.html", data=data, scripts=scripts, style=part("deck.css"), attributes=True, title="District Twin")

    def to_html(self, filename: str | None = None, **_: Any) -> str:
        """Give the page as text, and write it where a file is named; takes none of pydeck's other options."""
        text = self.page()
        if filename:
            with open(filename, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - the name is pydeck's: a text
                file.write(text)
        return text

    def _repr_html_(self) -> str:
        return f'<iframe width="100%" height="500" frameborder="0" srcdoc="{html.escape(self.page())}"></iframe>'


def floor_deck(
    snapshot: Snapshot, floor_id: str, *, colour_by: str = "room_class", day: str = "", coverage: Any = None
) -> OfflineDeck:
    """Draw one floor as a plan.

    Parameters
    ----------
    snapshot
        Tables, placed or in a building's own metres.
    floor_id
        Key of the floor.
    colour_by
        ``room_class``, ``department`` (the eight with most area) or ``none``.
    day
        ISO date on which occupancies must hold; empty takes all.
    coverage
        A `twin.security.plan.Coverage`: adds what the floor's cameras see and its blind places.

    Raises
    ------
    UnknownKeyError
        If there is no such floor.
    """
    snapshot.row("floor", floor_id)
    draw = drawing(snapshot, lift=False)
    built = [*_inside(draw, [floor_id], room_fills(snapshot, colour_by, day)), *_seen(draw, [floor_id], coverage, outdoors=False)]
    built.append(layers.points(draw.spots("camera", snapshot.on_floor("camera", floor_id))))
    shape = snapshot.row("floor", floor_id)["geometry"]
    box = shape.bounds if shape is not None and not shape.is_empty else bounds(snapshot, "room")
    return OfflineDeck(_kept(built), *_view(draw, box, pitch=0.0))


def district_deck(  # noqa: PLR0913 - every one has a default and a name
    snapshot: Snapshot,
    *,
    number: int = 1,
    colour_by: str = "room_class",
    day: str = "",
    extruded: bool = False,
    coverage: Any = None,
    route: Any = None,
) -> OfflineDeck:
    """Draw the district with one floor of every building.

    Parameters
    ----------
    snapshot
        Tables, placed or in a building's own metres.
    number
        Which floor of each building; a building without it shows its footprint.
    colour_by, day, coverage
        As in `floor_deck`.
    extruded
        Raise rooms to their height and look at them from the side.
    route
        A `twin.fleet.plan.Route`.
    """
    draw = drawing(snapshot, lift=extruded)
    floors = [str(key) for key in snapshot.keys("floor")[snapshot.column("floor", "number") == number]]
    built = [*_grounds(draw), *_inside(draw, floors, room_fills(snapshot, colour_by, day), extruded=extruded)]
    built += _seen(draw, floors, coverage, outdoors=True)
    if route is not None:
        built += [layers.route_edge(draw.outlines(route.geometry, 0.2)), layers.route(draw.outlines(route.geometry, 0.3, tip=""))]
    spots = [record for floor in ("", *floors) for record in draw.spots("camera", snapshot.on_floor("camera", floor))]
    spots += [record for table in ("charger", "gate") for record in draw.spots(table, range(len(snapshot.frame(table))))]
    built.append(layers.points(spots))
    return OfflineDeck(
        _kept(built), *_view(draw, bounds(snapshot, "building", "floor") or bounds(snapshot), pitch=50.0 if extruded else 0.0)
    )


def room_fills(snapshot: Snapshot, colour_by: str, day: str = "") -> dict[str, str]:
    """Give each room its colour by class, by department (the eight with most area; others grey, none plain) or none.

    Raises
    ------
    ValueError
        If `colour_by` is none of these.
    """
    keys = [str(key) for key in snapshot.keys("room")]
    if colour_by == "none":
        return dict.fromkeys(keys, palette.PLAIN)
    if colour_by == "room_class":
        return dict(zip(keys, (palette.ROOM_CLASS[name] for name in snapshot.column("room", "room_class")), strict=True))
    if colour_by != "department":
        msg = f"colour_by must be room_class, department or none, not {colour_by!r}"
        raise ValueError(msg)
    holder = _holders(snapshot, day)
    area = dict(zip(keys, np.nan_to_num(snapshot.column("room", "area_m2")), strict=True))
    totals: dict[str, float] = {}
    for room, department in holder.items():
        totals[department] = totals.get(department, 0.0) + float(area.get(room, 0.0))
    most = sorted(totals, key=lambda key: (-totals[key], key))
    colours = palette.departments(most)
    return {key: colours[holder[key]] if key in holder else palette.PLAIN for key in keys}


def _holders(snapshot: Snapshot, day: str) -> dict[str, str]:
    """Give the department of each room in use on a day; of several the first by key of its occupancy."""
    names = ("room_id", "department_id", "valid_from", "valid_to")
    rows = zip(*(snapshot.column("occupancy", name) for name in names), strict=True)
    holder: dict[str, str] = {}
    for room, department, since, until in rows:
        if not day or ((since is None or str(since) <= day) and (until is None or day <= str(until))):
            holder.setdefault(str(room), str(department))
    return holder


def _inside(draw: Drawing, floors: Sequence[str], fills: dict[str, str], *, extruded: bool = False) -> list[Layer]:
    return [
        layers.rooms(draw.rooms(floors, fills), extruded=extruded),
        layers.walls(draw.walls(floors), extruded=extruded),
        layers.doors(draw.doors(floors)),
    ]


def _grounds(draw: Drawing) -> list[Layer]:
    shapes = {name: draw.snapshot.column(name, "geometry") for name in ("site", "parking", "road", "building", "cell")}
    white = [*palette.rgb(palette.SURFACE["building"]), 255]
    roads = [record for shape in shapes["road"] for record in draw.outlines(shape, width=6.0, edge=6.7, tip="")]
    guards = draw.snapshot.column("cell", "guard_class")
    cells = [
        record
        for shape, guard in zip(shapes["cell"], guards, strict=True)
        for record in draw.outlines(shape, 0.1, line=[*palette.rgb(palette.CELL[guard or ""]), 255], width=2, tip="")
    ]
    return [
        layers.site([record for shape in shapes["site"] for record in draw.areas(shape)]),
        layers.parking([record for shape in shapes["parking"] for record in draw.areas(shape, tip="")]),
        layers.road_edges(roads),
        layers.roads(roads),
        layers.buildings(
            [record for shape in shapes["building"] for record in draw.areas(shape, fill=white, height=0.0, tip="")]
        ),
        layers.building_lines([record for shape in shapes["building"] for record in draw.outlines(shape)]),
        layers.cells(cells),
    ]


def _seen(draw: Drawing, floors: Sequence[str], coverage: Any, *, outdoors: bool) -> list[Layer]:
    if coverage is None:
        return []
    shown = {*floors, ""} if outdoors else {*floors}
    floor_of = dict(zip(draw.snapshot.keys("camera"), draw.snapshot.column("camera", "floor_id"), strict=True))
    views = [(view, floor_of.get(key) or "") for key, view in coverage.views.items() if (floor_of.get(key) or "") in shown]
    alarm = palette.rgb(palette.ALARM)
    dark = [part for part in coverage.blind if (part.floor_id or "") in shown]
    return [
        layers.views([record for view, floor in views for record in draw.areas(view, draw.level(floor) + 0.06)]),
        layers.blind(
            [
                record
                for part in dark
                for record in draw.areas(part.geometry, draw.level(part.floor_id) + 0.05, fill=[*alarm, 40], tip=part.where.zh)
            ]
        ),
        layers.blind_hatch(
            [
                record
                for part in dark
                for record in draw.outlines(part.geometry, draw.level(part.floor_id) + 0.08, line=[*alarm, 230])
            ]
        ),
    ]


def _kept(built: Sequence[Layer]) -> list[Layer]:
    """Leave out layers without records, and put the others in the page's drawing order."""
    order = [*layers.VOCABULARY, "points"]
    return sorted((layer for layer in built if layer.data), key=lambda layer: order.index(layer.id))


def _view(draw: Drawing, box: tuple[float, float, float, float] | None, *, pitch: float) -> tuple[View, ViewState]:
    """Look at a box from above, or from the side with a pitch; about 600 pixels across."""
    low_x, low_y, high_x, high_y = box or (draw.ground.e, draw.ground.n, draw.ground.e, draw.ground.n)
    span = max(high_x - low_x, high_y - low_y, 10.0) * 1.15
    middle = draw.ground.degrees(shapely.Point((low_x + high_x) / 2, (low_y + high_y) / 2))[0]
    if draw.ground.crs is not None:
        zoom = math.log2(_EARTH_M * math.cos(math.radians(middle[1])) / 512 * 600 / span)
        state = ViewState(
            longitude=round(middle[0], 7), latitude=round(middle[1], 7), zoom=round(zoom, 3), pitch=pitch, bearing=0
        )
        return View("MapView", controller=True), state
    target = [round(middle[0], 2), round(middle[1], 2), 0]
    zoom = round(math.log2(600 / span), 3)
    if pitch:
        return View("OrbitView", controller=True), ViewState(target=target, zoom=zoom, rotationX=90 - pitch, rotationOrbit=0)
    return View("OrthographicView", controller=True, flipY=False), ViewState(target=target, zoom=zoom)
