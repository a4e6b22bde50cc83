"""The page's geometry as Arrow streams: one answer per floor, for the shells, for the ground; strings in a table of their own.

A stream holds one row a polygon or line, sorted by kind. `kind` and `code` are places in the lists that the schema's metadata
carry as JSON, `thing` counts the things of a kind, `xy` are float32 metres from `origin` (closed rings, one after another),
`rings` their lengths, `tri` triangles over them. Colours never travel with shapes: `viz.themes` has the columns they come from.
Each function is pure in the snapshot; answers are kept as long as the snapshot itself.
"""

from __future__ import annotations

import json
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec
from weakref import WeakKeyDictionary

import numpy as np
import pyarrow as pa
import shapely

from twin.model.errors import UsageError
from twin.model.tables import ROOM_CLASSES, TABLES
from viz.ground import Ground, ground
from viz.triangles import Part, flat_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from twin.model.snapshot import Snapshot

__all__ = [
    "FORMAT", "LAYERS", "MARKS", "MEDIA_TYPE", "arrow_stream", "etag", "floor", "geometry", "ground_plan", "list_column", "marks",
    "names", "polygons", "shells", "storeys",
]  # fmt: skip

FORMAT = 1
"""Number of this layout; part of every ETag, so that a new program never reads an old answer."""
MEDIA_TYPE = "application/vnd.apache.arrow.stream"
MARKS = ("device", "camera", "meter", "charger", "gate", "stop", "parking")
"""Tables drawn as marks."""

_SAID = {
    "floor_id": "floor", "status": "status", "device_class": "code", "lens": "code", "medium": "code", "parking_class": "code",
    "gate_class": "code", "current": "code",
}  # fmt: skip
"""Columns of text that marks carry, and what they are called there: `code` is the class, whatever a table names it."""
P = ParamSpec("P")
_ALL_ROADS, _CLOSE_M = 2000, 15.0
_GREAT = ("motorway", "trunk", "primary")
_CLASSED = {
    "room": "room_class",
    "wall": "wall_class",
    "vertical_link": "link_class",
    "parking": "parking_class",
    "road": "road_class",
}
_HELD: WeakKeyDictionary[Snapshot, dict[Any, bytes]] = WeakKeyDictionary()


def _kept(make: Callable[Concatenate[Snapshot, P], bytes]) -> Callable[Concatenate[Snapshot, P], bytes]:
    """Compute an answer once per snapshot and arguments."""

    @wraps(make)
    def found(snapshot: Snapshot, /, *args: P.args, **kwargs: P.kwargs) -> bytes:
        held = _HELD.setdefault(snapshot, {})
        key = (make.__name__, args, tuple(sorted(kwargs.items())))
        if key not in held:
            held[key] = make(snapshot, *args, **kwargs)
        return held[key]

    return found


def etag(snapshot: Snapshot, name: str, *arguments: str) -> str:
    """Name an answer: the layout, the version of the data, the question."""
    return '"' + "-".join([f"s{FORMAT}", str(snapshot.version), name, *arguments]).replace('"', "") + '"'


def arrow_stream(columns: Mapping[str, Any], about: Mapping[str, object]) -> bytes:
    """Write columns as one Arrow IPC stream of one batch, `about` as JSON under the schema's key ``about``."""
    table = pa.table(dict(columns)).replace_schema_metadata({"about": json.dumps(about, ensure_ascii=False)})
    out = pa.BufferOutputStream()
    with pa.ipc.new_stream(out, table.schema) as writer:
        writer.write_table(table.combine_chunks())
    return bytes(out.getvalue())


class _Rows:
    """Collects the rows of one stream."""

    def __init__(self, snapshot: Snapshot, zero: Ground) -> None:
        self.snapshot, self.zero = snapshot, zero
        self.kinds: list[str] = []
        self.codes: dict[str, list[str]] = {}
        self.rows: list[tuple[int, int, int, float, float, Part]] = []

    def add(self, table: str, rows: Iterable[int], z: Callable[[int], tuple[float, float]]) -> None:
        """Add things of a table by row number; `z` gives foot and top in metres above the ground."""
        classed = _CLASSED.get(table, "")
        allowed = list(ROOM_CLASSES) if table == "room" else self._allowed(table, classed)
        words = self.snapshot.column(table, classed) if classed else None
        kind = len(self.kinds)
        self.kinds.append(table)
        self.codes[table] = allowed
        shapes = self.snapshot.column(table, "geometry")
        for thing, row in enumerate(rows):
            code = allowed.index(words[row]) if words is not None and words[row] in allowed else 255
            foot, top = z(row)
            self.rows += [(kind, thing, code, foot, top, part) for part in flat_parts(shapes[row], self.zero)]

    def streets(self, rows: NDArray[np.intp]) -> None:
        """Add roads joined end to end by class, to a quarter of a metre: they are ground, and nobody points at one."""
        shapes, words = self.snapshot.column("road", "geometry"), self.snapshot.column("road", "road_class")
        kind = len(self.kinds)
        self.kinds.append("road")
        self.codes["road"] = sorted({str(words[row]) for row in rows})[:254]
        for code, word in enumerate(self.codes["road"]):
            same = rows[words[rows] == word]
            near = shapely.transform(shapes[same], lambda xy: np.round((xy - (self.zero.e, self.zero.n)) * 4) / 4)
            joined = shapely.line_merge(shapely.multilinestrings(shapely.get_parts(shapely.simplify(near, 1.0))))
            local = Ground(None, 0.0, 0.0, 0.0)
            self.rows += [(kind, thing, code, 0.0, 0.0, part) for thing, part in enumerate(flat_parts(joined, local))]

    def _allowed(self, table: str, classed: str) -> list[str]:
        if not classed:
            return []
        named = list(TABLES[table].by_name[classed].allowed or ())
        return named or sorted({str(word) for word in self.snapshot.column(table, classed) if word})[:254]

    def write(self, about: Mapping[str, object]) -> bytes:
        """Give the stream."""
        parts = [row[5] for row in self.rows]
        columns = {
            "kind": pa.array([row[0] for row in self.rows], pa.uint8()),
            "thing": pa.array([row[1] for row in self.rows], pa.uint32()),
            "code": pa.array([row[2] for row in self.rows], pa.uint8()),
            "z": pa.array([row[3] for row in self.rows], pa.float32()),
            "top": pa.array([row[4] for row in self.rows], pa.float32()),
            "xy": list_column([part.xy.ravel() for part in parts], np.float32),
            "rings": list_column([np.array(part.rings, dtype=np.uint16) for part in parts], np.uint16),
            "tri": list_column([part.triangles for part in parts], np.uint16),
        }
        zero = self.zero
        return arrow_stream(columns, {"kinds": self.kinds, "codes": self.codes, "origin": [zero.e, zero.n, zero.z], **about})


def list_column(values: Sequence[NDArray[Any]], kind: type[np.generic]) -> pa.ListArray:
    """Give arrays of numbers as one column of lists."""
    offsets = np.concatenate([[0], np.cumsum([len(each) for each in values])]).astype(np.int32)
    flat = np.concatenate(values).astype(kind) if values else np.array([], dtype=kind)
    return pa.ListArray.from_arrays(pa.array(offsets), pa.array(flat))


def _number(value: object, otherwise: float) -> float:
    return float(value) if isinstance(value, (int, float)) and np.isfinite(value) else otherwise


@_kept
def shells(snapshot: Snapshot) -> bytes:
    """Give every building as its footprint with its height: what a whole district is drawn from.

    Things count rows in key order.
    """
    zero = ground(snapshot)
    rows = _Rows(snapshot, zero)
    base, height = snapshot.column("building", "elevation"), snapshot.column("building", "height")

    def building(row: int) -> tuple[float, float]:
        foot = _number(base[row], zero.z) - zero.z
        return foot, foot + _number(height[row], 12.0)

    rows.add("building", range(len(base)), building)
    return rows.write({"keys": {"building": list(snapshot.keys("building"))}})


@_kept
def storeys(snapshot: Snapshot, building_id: str = "") -> bytes:
    """Give every floor of a building (of all where none is named) as its outline; things count them in key order."""
    zero = ground(snapshot)
    rows = _Rows(snapshot, zero)
    level, rise = snapshot.column("floor", "elevation"), snapshot.column("floor", "height")
    chosen = np.arange(len(level))
    if building_id:
        chosen = np.flatnonzero(snapshot.column("floor", "building_id") == building_id)

    def storey(row: int) -> tuple[float, float]:
        foot = _number(level[row], zero.z) - zero.z
        return foot, foot + _number(rise[row], 3.6)

    rows.add("floor", chosen.tolist(), storey)
    return rows.write({"keys": {"floor": list(snapshot.keys("floor")[chosen])}})


@_kept
def ground_plan(snapshot: Snapshot) -> bytes:
    """Give our own GIS layers as the ground: sites and car parks with their names, streets joined by class."""
    rows = _Rows(snapshot, ground(snapshot))
    keys = {}
    for table in ("site", "parking"):
        rows.add(table, range(len(snapshot.frame(table))), lambda _: (0.0, 0.0))
        named = zip(snapshot.keys(table), snapshot.column(table, "name"), strict=True)
        keys[table] = [[key, name or ""] for key, name in named]
    rows.streets(_near(snapshot))
    return rows.write({"keys": keys})


def _near(snapshot: Snapshot) -> NDArray[np.intp]:
    """Choose the roads to draw: the great ones, and every one close to a building or site; of a small network all."""
    shapes, classes = snapshot.column("road", "geometry"), snapshot.column("road", "road_class")
    if len(shapes) <= _ALL_ROADS:
        return np.arange(len(shapes), dtype=np.intp)
    chosen = np.isin(classes.astype(str), _GREAT)
    homes = np.concatenate([snapshot.column(name, "geometry") for name in ("building", "site")])
    if len(homes):
        hits = shapely.STRtree(homes).query(shapes, predicate="dwithin", distance=_CLOSE_M)[0]
        chosen[hits] = True
    return np.flatnonzero(chosen)


@_kept
def floor(snapshot: Snapshot, floor_id: str) -> bytes:
    """Give one floor's rooms, walls, doors, stairs and lifts, each counted in key order; no strings.

    Raises
    ------
    UnknownKeyError
        If there is no such floor.
    """
    zero = ground(snapshot)
    line = snapshot.row("floor", floor_id)
    base = _number(line["elevation"], zero.z) - zero.z
    rows = _Rows(snapshot, zero)
    clear = snapshot.column("room", "height")
    low, high = snapshot.column("wall", "z_low"), snapshot.column("wall", "z_high")
    storey = _number(line["height"], 3.6)
    rows.add("room", snapshot.on_floor("room", floor_id), lambda row: (base, base + _number(clear[row], storey - 0.3)))
    rows.add("wall", snapshot.on_floor("wall", floor_id), lambda row: (low[row] - zero.z, high[row] - zero.z))
    rows.add("door", snapshot.on_floor("door", floor_id), lambda _: (base, base + 2.1))
    rows.add("vertical_link", snapshot.on_floor("vertical_link", floor_id), lambda _: (base, base))
    return rows.write({"floor": floor_id, "z": base})


@_kept
def names(snapshot: Snapshot, floor_id: str) -> bytes:
    """Give the second table of a floor: key, number, name, net area and label place of each room, in the order of `floor`.

    Raises
    ------
    UnknownKeyError
        If there is no such floor.
    """
    snapshot.row("floor", floor_id)
    rows = snapshot.on_floor("room", floor_id)
    columns: dict[str, Any] = {
        "key": _texts(snapshot.keys("room")[rows]),
        "number": _texts(snapshot.column("room", "number")[rows]),
        "name": _texts(snapshot.column("room", "name")[rows]),
        "area": pa.array(snapshot.column("room", "area_m2")[rows].astype(np.float32)),
        "xy": _spots(snapshot.column("room", "geometry")[rows], ground(snapshot)),
    }
    doors = snapshot.keys("door")[snapshot.on_floor("door", floor_id)]
    links = snapshot.keys("vertical_link")[snapshot.on_floor("vertical_link", floor_id)]
    return arrow_stream(columns, {"floor": floor_id, "doors": list(doors), "links": list(links)})


def _texts(values: Iterable[object]) -> pa.Array:
    return pa.array([None if value is None else str(value) for value in values], pa.string())


def _spots(shapes: Iterable[BaseGeometry | None], zero: Ground) -> pa.ListArray:
    """Give a point on each shape, metres from the origin; not-a-number where there is no shape."""
    nowhere = np.full(2, np.nan, dtype=np.float32)
    points = [shapely.point_on_surface(shape) if shape is not None and not shape.is_empty else None for shape in shapes]
    return list_column([nowhere if point is None else zero.local(point)[0].astype(np.float32) for point in points], np.float32)


@_kept
def marks(snapshot: Snapshot, table: str, floor_id: str = "") -> bytes:
    """Give things drawn as a mark: key, name, floor, class, status, place; a camera's view as far as it is known.

    Parameters
    ----------
    table
        One of `MARKS`.
    floor_id
        Only what is on this floor; empty for all.
    """
    zero = ground(snapshot)
    every = np.arange(len(snapshot.frame(table)), dtype=np.intp)
    has = TABLES[table].by_name
    rows = snapshot.on_floor(table, floor_id) if "floor_id" in has and floor_id else every
    columns: dict[str, Any] = {
        "key": _texts(snapshot.keys(table)[rows]),
        "name": _texts(snapshot.column(table, "name")[rows]),
        "xy": _spots(snapshot.column(table, "geometry")[rows], zero),
    }
    for name, ours in _SAID.items():
        if name in has:
            columns[ours] = _texts(snapshot.column(table, name)[rows])
    for name in ("heading_deg", "hfov_deg", "range_m") if table == "camera" else ():
        columns[name] = pa.array(snapshot.column(table, name)[rows].astype(np.float32))
    return arrow_stream(columns, {"table": table, "origin": [zero.e, zero.n, zero.z]})


def polygons(
    snapshot: Snapshot, kind: str, keys: Sequence[str], shapes: Sequence[BaseGeometry], figures: Mapping[str, Sequence[float]]
) -> bytes:
    """Give shapes that were reckoned in the layout of the others: `thing` counts `keys`, as the figures do."""
    zero = ground(snapshot)
    rows = _Rows(snapshot, zero)
    rows.kinds.append(kind)
    rows.codes[kind] = []
    rows.rows += [(0, thing, 255, 0.0, 0.0, part) for thing, shape in enumerate(shapes) for part in flat_parts(shape, zero)]
    return rows.write({"keys": {kind: list(keys)}, "figures": {name: list(values) for name, values in figures.items()}})


LAYERS = ("shells", "ground", "storeys", "floor", "names", *MARKS)
"""What `geometry` gives: two of the whole district, one of a building, two of one floor, and marks."""


def geometry(snapshot: Snapshot, layer: str, floor_id: str = "", building_id: str = "") -> bytes:
    """Give one layer as an Arrow stream.

    Parameters
    ----------
    snapshot
        What the asker may see.
    layer
        One of `LAYERS`.
    floor_id
        The floor of ``floor`` and ``names``; narrows marks.
    building_id
        The building of ``storeys``.

    Raises
    ------
    UsageError
        If there is no such layer, or a floor's layer is asked for without a floor.
    UnknownKeyError
        If there is no such floor.
    """
    if layer in MARKS:
        return marks(snapshot, layer, floor_id)
    if layer in {"floor", "names"} and floor_id:
        return floor(snapshot, floor_id) if layer == "floor" else names(snapshot, floor_id)
    if layer == "storeys":
        return storeys(snapshot, building_id)
    whole = {"shells": shells, "ground": ground_plan}
    if layer not in whole:
        raise UsageError("stream.no_layer", layer=layer, layers=", ".join(LAYERS))
    return whole[layer](snapshot)
