"""Bodies, elements and scenes small enough to reckon by hand."""

from __future__ import annotations

import itertools

import numpy as np
import shapely
from hypothesis import strategies as st
from shapely import affinity
from shapely.geometry import Polygon, box

from bim_import.bodies import measure
from bim_import.elements import Element, GeoFacts, Meshes, Model, Storey
from bim_import.scene import Scene
from bim_import.storeys import build_floors

ABOUT = {
    "project": "P", "project_id": "P", "length_unit": 1.0, "area_unit": 1.0, "volume_unit": 1.0, "instances": 1, "schema": "IFC4",
    "application": "", "boundaries": 0, "zones": 0, "log": [], "log_lines": 0, "unit_forced": False,
}  # fmt: skip


@st.composite
def plans(draw):
    """Draw an L, a U or a rectangle, turned and moved; its area is not to be lost in snapping."""
    a, b, c = (draw(st.floats(1, 8)) for _ in range(3))
    shape = box(0, 0, a + c, b + c)
    kind = draw(st.sampled_from(["rectangle", "l", "u", "ring"]))
    if kind == "l":
        shape = shape.difference(box(a, b, a + c, b + c))
    elif kind == "u":
        shape = shape.difference(box((a + c) * 0.25, b, (a + c) * 0.75, b + c))
    elif kind == "ring":
        shape = shape.difference(box((a + c) * 0.25, (b + c) * 0.25, (a + c) * 0.75, (b + c) * 0.75))
    shape = affinity.rotate(shape, draw(st.floats(0, 360)), origin=(0, 0))
    return affinity.translate(shape, draw(st.floats(-100, 100)), draw(st.floats(-100, 100)))


def prism(plan: Polygon, low: float, high: float):
    """Extrude a polygon: vertices (n, 3) and outward triangles (m, 3)."""
    vertices: list[tuple[float, float, float]] = []
    faces: list[tuple[int, int, int]] = []

    def add(*corners):
        start = len(vertices)
        vertices.extend(corners)
        faces.append((start, start + 1, start + 2))

    for triangle in shapely.get_parts(shapely.constrained_delaunay_triangles(plan)):
        ring = list(shapely.orient_polygons(triangle).exterior.coords)[:3]
        add(*[(x, y, high) for x, y in ring])
        add(*[(x, y, low) for x, y in reversed(ring)])
    for place, ring in enumerate((plan.exterior, *plan.interiors)):
        coords = np.array(ring.coords)
        if shapely.is_ccw(ring) != (place == 0):
            coords = coords[::-1]
        for (x0, y0), (x1, y1) in itertools.pairwise(coords):
            add((x0, y0, low), (x1, y1, low), (x1, y1, high))
            add((x0, y0, low), (x1, y1, high), (x0, y0, high))
    return np.array(vertices), np.array(faces, dtype=np.int64)


def meshes(*solids):
    """Put prisms together as meshes of the elements 1, 2, 3 …"""
    return Meshes.of([(step, *solid, 0.0) for step, solid in enumerate(solids, start=1)])


class Builder:
    """A model put together piece by piece; every piece gets the next step."""

    def __init__(self):
        self.parts = []
        self.elements = {}
        self.storeys = []
        self.openings, self.hosts, self.boundaries = {}, {}, []
        self.step = 0

    def storey(self, elevation, name="", placed=None):
        self.step += 1
        placed = elevation if placed is None else placed
        self.storeys.append(Storey(self.step, f"S{self.step}", name or f"F{self.step}", 0, elevation, placed))
        return self.step

    def add(self, group, plan=None, low=0.0, high=3.0, **more):
        self.step += 1
        ifc_class = more.pop("ifc_class", f"Ifc{group.title()}")
        self.elements[self.step] = Element(self.step, more.pop("key", f"K{self.step}"), ifc_class, group, **more)
        if plan is not None:
            self.parts.append((self.step, *prism(plan, low, high), more.get("clear", 0.0)))
        return self.step

    def opening(self, plan, host, low=0.0, high=2.1):
        self.step += 1
        self.parts.append((self.step, *prism(plan, low, high), 0.0))
        self.hosts[self.step] = host
        return self.step

    def model(self, **more):
        about = ABOUT | more.pop("about", {})
        return Model(
            about=about,
            buildings=(),
            storeys=tuple(self.storeys),
            elements=self.elements,
            meshes=Meshes.of(self.parts),
            cut=Meshes.of([]),
            openings=self.openings,
            hosts=self.hosts,
            boundaries=tuple(self.boundaries),
            geo=GeoFacts(),
            **more,
        )

    def scene(self, **more):
        model = self.model(**more)
        bodies = measure(model)
        low = {space.step: bodies.low[space.step] for space in model.of("space") if space.step in bodies.low}
        floors, _ = build_floors(model, low, "t.ifc")
        return Scene(model, bodies, floors, {0: "B"}, "t.ifc")


def turned(angle_deg=0.0, x=0.0, y=0.0, z=0.0):
    """Give a placement."""
    matrix = np.eye(4)
    c, s = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))
    matrix[:2, :2] = [[c, -s], [s, c]]
    matrix[:3, 3] = x, y, z
    return matrix


def two_rooms(angle_deg=0.0, *, door=True):
    """Build two rooms 4 x 3 m side by side, a wall 0.2 m thick between them with a door 0.9 m wide in its middle.

    The door's opening goes 0.1 m beyond the wall on either side, as some tools cut it.
    """

    def put(shape):
        return affinity.rotate(shape, angle_deg, origin=(0, 0))

    build = Builder()
    floor = build.storey(0.0)
    left = build.add("space", put(box(0, 0, 4, 3)), 0, 2.8, name="101", long_name="办公室", storey=floor)
    right = build.add("space", put(box(4.2, 0, 8.2, 3)), 0, 2.8, name="102", long_name="会议室", storey=floor)
    wall = build.add("wall", put(box(4, -0.2, 4.2, 3.2)), 0, 3.0, storey=floor)
    if door:
        hole = build.opening(put(box(3.9, 1.05, 4.3, 1.95)), wall)
        at = np.array([4.0, 1.05]) @ np.array(turned(angle_deg)[:2, :2]).T
        step = build.add(
            "door",
            put(box(4.05, 1.05, 4.1, 1.95)),
            0,
            2.0,
            storey=floor,
            matrix=turned(angle_deg + 90, *at),
            width=0.9,
            height=2.1,
        )
        build.openings[step] = hole
    return build, (left, right, wall)
