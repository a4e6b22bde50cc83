"""The one vocabulary of map layers: pure builders, records in, `pydeck.Layer` out.

Each builder fixes what a thing looks like (kind of layer, widths, units, what can be picked) under an id that never
changes; where it lies and what colour it has comes with the records:

    ``polygon`` rings of ``[x, y]`` or ``[x, y, z]``   ``path`` vertices      ``position`` one vertex
    ``fill`` / ``line`` red, green, blue, alpha        ``height`` metres      ``text``, ``angle`` degrees anticlockwise

Coordinates are longitude and latitude on a `MapView`, metres on an `OrthographicView` or `OrbitView`. `data` may also be a
text, the name under which a page keeps its own records: so the page and the notebook draw from the same builders. Plain text
in pydeck is an expression; words of deck.gl itself are therefore wrapped in `String`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from pydeck import Layer
from pydeck.types import String

from viz.palette import ACCENT, INK, PAPER, SURFACE, rgb

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "FONT", "VOCABULARY", "blind", "blind_hatch", "building_lines", "buildings", "cells", "chosen", "chosen_view", "doors",
    "hatch", "headings", "labels", "links", "marks", "parking", "parking_lines", "points", "road_edges", "roads", "room_lines",
    "rooms", "route", "route_edge", "route_links", "site", "site_lines", "storeys", "view_lines", "views", "vocabulary",
    "walls",
]  # fmt: skip

Data: TypeAlias = "Sequence[dict[str, Any]] | str"
FONT = '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'
_SOLID = {"ambient": 0.6, "diffuse": 0.4, "shininess": 1, "specularColor": [0, 0, 0]}
"""Material under which a lit roof keeps the colour its legend shows (measured: within 2 of 255)."""


def _colour(colour: str, alpha: int = 255) -> list[int]:
    return [*rgb(colour), alpha]


def _fill(key: str, data: Data, *, pickable: bool = True, **more: Any) -> Layer:
    return Layer(
        "SolidPolygonLayer", data, key, **{"get_polygon": "polygon", "get_fill_color": "fill", "pickable": pickable, **more}
    )


def _line(key: str, data: Data, pixels: float, **more: Any) -> Layer:
    """Draw a line as wide as `pixels`, whatever the zoom."""
    props = {"get_path": "path", "get_color": "line", "get_width": pixels, "width_units": String("pixels"), "pickable": False}
    return Layer("PathLayer", data, key, **{**props, "joint_rounded": True, **more})


def _street(key: str, data: Data, least: float, **more: Any) -> Layer:
    """Draw a line as wide as the thing itself, never thinner than `least` pixels."""
    props = {
        "get_path": "path",
        "get_color": "line",
        "get_width": "width",
        "width_units": String("meters"),
        "width_min_pixels": least,
    }
    return Layer("PathLayer", data, key, **{**props, "cap_rounded": True, "joint_rounded": True, "pickable": False, **more})


def site(data: Data) -> Layer:
    """Grounds of the district."""
    return _fill("site", data, get_fill_color=_colour(SURFACE["site"]), pickable=False)


def site_lines(data: Data) -> Layer:
    """Edge of the grounds."""
    return _line("site_lines", data, 1.5, get_color=_colour(SURFACE["site_line"]))


def parking(data: Data) -> Layer:
    """Car parks."""
    return _fill("parking", data, get_fill_color=_colour(SURFACE["parking"]))


def parking_lines(data: Data) -> Layer:
    """Outline of car parks, dashed where they lie underground."""
    return _line("parking_lines", data, 1.5, get_color=_colour(SURFACE["parking_line"]))


def road_edges(data: Data) -> Layer:
    """Edge of the roads, drawn under them."""
    return _street("road_edges", data, 4, get_width="edge", get_color=_colour(SURFACE["road_line"]))


def roads(data: Data) -> Layer:
    """Roads as wide as their class."""
    return _street("roads", data, 2.5, get_color=_colour(SURFACE["road"]), pickable=True)


def buildings(data: Data, *, extruded: bool = False) -> Layer:
    """Footprints, or shells up to `height`."""
    return _fill("buildings", data, extruded=extruded, get_elevation="height", material=_SOLID)


def building_lines(data: Data) -> Layer:
    """Outline of the footprints."""
    return _line("building_lines", data, 1.5, get_color=_colour(SURFACE["building_line"]))


def storeys(data: Data, *, extruded: bool = True) -> Layer:
    """Outlines of floors, one slab each."""
    return _fill("storeys", data, extruded=extruded, get_elevation="height", material=_SOLID)


def rooms(data: Data, *, extruded: bool = False) -> Layer:
    """Rooms, flat and unlit: a pixel shows exactly the colour of its legend. `extruded` raises them to `height`."""
    return _fill("rooms", data, extruded=extruded, get_elevation="height", material=_SOLID)


def room_lines(data: Data) -> Layer:
    """Outlines of rooms."""
    return _line("room_lines", data, 1, get_color=_colour(SURFACE["room_line"]))


def hatch(data: Data) -> Layer:
    """Oblique lines over rooms that stand empty."""
    return _line("hatch", data, 1, get_color=_colour(SURFACE["room_line"]))


def walls(data: Data, *, extruded: bool = False) -> Layer:
    """Walls, windows, curtain walls, columns and railings."""
    return _fill("walls", data, extruded=extruded, get_elevation="height", material=_SOLID, pickable=False)


def links(data: Data) -> Layer:
    """Outline of stairs, lifts and ramps."""
    return _line("links", data, 1.5, get_color=_colour(SURFACE["building_line"]))


def doors(data: Data) -> Layer:
    """Doors across their opening, as thick as the wall, so that the wall shows a gap."""
    return _street("doors", data, 2, get_color="line", cap_rounded=False, pickable=True)


def cells(data: Data) -> Layer:
    """Outlines of security cells."""
    return _line("cells", data, 2, get_width="width", pickable=True)


def views(data: Data) -> Layer:
    """Draw what cameras see; where several see, the colour is deeper."""
    return _fill("views", data, get_fill_color=_colour(ACCENT, 38), pickable=False)


def view_lines(data: Data) -> Layer:
    """Edge of what a camera sees."""
    return _line("view_lines", data, 1, get_color=_colour(ACCENT, 120))


def blind(data: Data) -> Layer:
    """Areas that no camera sees, deeper where people pass."""
    return _fill("blind", data)


def blind_hatch(data: Data) -> Layer:
    """Outline and oblique lines of blind areas: never colour alone."""
    return _line("blind_hatch", data, 1.1)


def headings(data: Data) -> Layer:
    """Wedges that show where cameras look; `icon` names a drawing of the page, `angle` turns it from north."""
    return _icon("headings", data, 46, get_angle="angle", get_color="line", billboard=False, pickable=False)


def marks(data: Data) -> Layer:
    """Draw the marks of cameras, chargers, meters, gates and devices; `icon` names a drawing of the page."""
    return _icon("marks", data, 26, pickable=True)


def _icon(key: str, data: Data, pixels: float, **more: Any) -> Layer:
    props = {"get_position": "position", "get_icon": "icon", "get_size": pixels, "size_units": String("pixels")}
    return Layer("IconLayer", data, key, **props, **more)


def points(data: Data) -> Layer:
    """Draw cameras, chargers, meters, gates and devices as dots, where there are no drawings."""
    look = {"get_radius": 6, "radius_units": String("pixels"), "stroked": True, "line_width_units": String("pixels")}
    return Layer(
        "ScatterplotLayer", data, "points", get_position="position", get_fill_color="fill", get_line_color=_colour(PAPER),
        get_line_width=1.5, pickable=True, **look,
    )  # fmt: skip


def labels(data: Data) -> Layer:
    """Room numbers and names; the glyphs come from the reader's own fonts."""
    props = {"get_position": "position", "get_text": "text", "get_color": _colour(INK), "get_size": "size"}
    look = {"size_units": String("pixels"), "character_set": String("auto"), "font_family": String(FONT), "pickable": False}
    return Layer("TextLayer", data, "labels", **props, **look)


def route_edge(data: Data) -> Layer:
    """White edge under a route."""
    return _line("route_edge", data, 9, get_color=_colour(PAPER), cap_rounded=True)


def route(data: Data) -> Layer:
    """Draw a route along the roads."""
    return _line("route", data, 5, get_color=_colour(ACCENT), cap_rounded=True, pickable=True)


def route_links(data: Data) -> Layer:
    """Dashes between a place, its entrance and the road."""
    return _line("route_links", data, 3, get_color=_colour(ACCENT))


def chosen_view(data: Data) -> Layer:
    """Draw what the chosen camera sees, deeper than the rest."""
    return _fill("chosen_view", data, get_fill_color=_colour(ACCENT, 56), pickable=False)


def chosen(data: Data) -> Layer:
    """Outline of the chosen thing."""
    return _line("chosen", data, 3.5, get_width="width", get_color=_colour(ACCENT))


VOCABULARY: dict[str, Callable[[Data], Layer]] = {
    builder.__name__: builder
    for builder in (
        site, site_lines, parking, road_edges, roads, buildings, building_lines, parking_lines, storeys, rooms, hatch,
        room_lines, walls, links, doors, views, view_lines, blind, blind_hatch, cells, route_edge, route, route_links,
        chosen_view, chosen, headings, marks, labels,
    )
}  # fmt: skip
"""Every builder of the page by the id of its layer, in drawing order from the ground up."""


def vocabulary() -> list[dict[str, Any]]:
    """Give every layer as JSON, its data named instead of given: what the page builds its own layers from."""
    return [json.loads(builder(key).to_json()) for key, builder in VOCABULARY.items()]
