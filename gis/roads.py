"""The road graph: the tables `road` and `turn_ban` as arrays, and the networkx graph that is the model of them.

A road is one stretch between two nodes, drawn from its first node to its last; it is driven both ways unless it is one-way.
`model` gives one edge per driving direction with everything known of it, for people to look at and change; gis/turns.py
turns it into the arrays that the engines of gis/engine.py search.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from gis.faults import GisError
from gis.road_classes import CLASS_SPEED_KMH, OTHER_SPEED_KMH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geopandas import GeoDataFrame
    from numpy.typing import NDArray

__all__ = [
    "ANY_VEHICLE",
    "CLASS_SPEED_KMH",
    "OTHER_SPEED_KMH",
    "RoadTable",
    "Vehicle",
    "components",
    "model",
    "passable",
    "road_table",
]

_LEAST_SPEED_KMH = 1.0


@dataclass(frozen=True, slots=True)
class Vehicle:
    """What a road's limits are held against; None where it is not known, which no limit stops.

    `guest`: no business behind gates, and private roads only where a way begins or ends. `plate`: the last digit of the
    number plate, and `electric`: both for restrictions by plate (see `gis.traffic`).
    """

    height: float | None = None
    mass_t: float | None = None
    guest: bool = False
    plate: int | None = None
    electric: bool = False


ANY_VEHICLE = Vehicle()
"""A vehicle that no limit stops."""


@dataclass(frozen=True, slots=True)
class RoadTable:
    """Roads and turn bans as arrays, one entry per road in the order of their keys.

    `keys`, `names`, `from_node`, `to_node`, `road_class`, `access`: object arrays of text (None where unknown). `oneway`: bool.
    `speed_kmh`: > 0, filled by class where the table has none. `height_limit` (m), `weight_limit_t`: NaN = none.
    `lines`: LineStrings in projected metres, from `from_node` to `to_node`. `length`: metres of each line.
    `ms`: milliseconds to drive it, integers >= 1, so that sums are exact and ties are real ties.
    `bans`: ``(from road key, node, to road key)``, sorted.
    """

    keys: NDArray[Any]
    names: NDArray[Any]
    from_node: NDArray[Any]
    to_node: NDArray[Any]
    oneway: NDArray[np.bool_]
    road_class: NDArray[Any]
    access: NDArray[Any]
    speed_kmh: NDArray[np.float64]
    height_limit: NDArray[np.float64]
    weight_limit_t: NDArray[np.float64]
    lines: NDArray[Any]
    length: NDArray[np.float64]
    ms: NDArray[np.int64]
    bans: tuple[tuple[str, str, str], ...]

    def __post_init__(self) -> None:
        """Let nobody write into the arrays."""
        for item in fields(self):
            if isinstance(getattr(self, item.name), np.ndarray):
                getattr(self, item.name).setflags(write=False)


def road_table(roads: GeoDataFrame, bans: pd.DataFrame) -> RoadTable:
    """Take frames with the columns of the tables `road` and `turn_ban` to arrays.

    Rows without a line are left out (the checks of the data report them). Columns other than `road_id`, `from_node`,
    `to_node`, `oneway` and the geometry may be missing.

    Raises
    ------
    GisError
        ``roads.degrees`` if the frame's CRS is geographic, ``roads.column`` if a column is missing.
    """
    if roads.crs is not None and roads.crs.is_geographic:
        raise GisError("roads.degrees", crs=str(roads.crs.name))
    for table, frame, needed in (
        ("road", roads, ("road_id", "from_node", "to_node", "oneway")),
        ("turn_ban", bans, ("from_road_id", "via_node", "to_road_id")),
    ):
        missing = [name for name in needed if name not in frame.columns]
        if missing and len(frame):
            raise GisError("roads.column", table=table, column=", ".join(missing))
    lines = roads.geometry.to_numpy()
    drawn = (shapely.get_type_id(lines) == shapely.GeometryType.LINESTRING) & ~shapely.is_empty(lines)
    frame = roads[drawn]
    order = np.argsort(frame["road_id"].to_numpy(dtype=str), kind="stable")
    frame, lines = frame.iloc[order], lines[drawn][order]
    classes = _texts(frame, "road_class")
    speed = _speeds(_numbers(frame, "speed_kmh"), classes)
    length = shapely.length(lines)
    return RoadTable(
        keys=_texts(frame, "road_id"),
        names=_texts(frame, "name"),
        from_node=_texts(frame, "from_node"),
        to_node=_texts(frame, "to_node"),
        oneway=frame["oneway"].fillna(value=False).to_numpy(dtype=bool),
        road_class=classes,
        access=_texts(frame, "access"),
        speed_kmh=speed,
        height_limit=_numbers(frame, "height_limit"),
        weight_limit_t=_numbers(frame, "weight_limit_t"),
        lines=lines,
        length=length,
        ms=np.maximum(np.rint(length * 3600.0 / speed), 1.0).astype(np.int64),
        bans=tuple(sorted(_triples(bans))),
    )


def _texts(frame: pd.DataFrame, name: str) -> NDArray[Any]:
    """Give a column as text or None."""
    if name not in frame.columns:
        return np.full(len(frame), None, dtype=object)
    held = frame[name].astype(object)
    return held.where(held.notna(), None).to_numpy(dtype=object)


def _numbers(frame: pd.DataFrame, name: str) -> NDArray[np.float64]:
    """Give a column as float64 with NaN."""
    if name not in frame.columns:
        return np.full(len(frame), np.nan)
    return pd.to_numeric(frame[name]).to_numpy(dtype=np.float64, na_value=np.nan)


def _speeds(stated: NDArray[np.float64], classes: NDArray[Any]) -> NDArray[np.float64]:
    """Fill unknown and impossible speeds by class."""
    usual = np.array([CLASS_SPEED_KMH.get(name, OTHER_SPEED_KMH) for name in classes], dtype=np.float64)
    return np.where(np.isfinite(stated) & (stated >= _LEAST_SPEED_KMH), stated, usual)


def _triples(bans: pd.DataFrame) -> list[tuple[str, str, str]]:
    if len(bans) == 0:
        return []
    columns = (bans[name].astype(object) for name in ("from_road_id", "via_node", "to_road_id"))
    return [(str(start), str(via), str(end)) for start, via, end in zip(*columns, strict=True)]


def passable(table: RoadTable, vehicle: Vehicle = ANY_VEHICLE) -> NDArray[np.bool_]:
    """Mark the roads that a vehicle may use: open to driving, not gated for a guest, and not lower or weaker than it."""
    mask: NDArray[np.bool_] = table.access != "no"
    if vehicle.guest:
        mask &= table.access != "gate"
    if vehicle.height is not None:
        mask &= ~(table.height_limit < vehicle.height)
    if vehicle.mass_t is not None:
        mask &= ~(table.weight_limit_t < vehicle.mass_t)
    return mask


def model(table: RoadTable, vehicle: Vehicle = ANY_VEHICLE) -> nx.MultiDiGraph:
    """Build the graph that a vehicle may drive.

    Nodes are node keys. There is an edge ``(u, v, (road key, forward))`` per road and direction, in the order of the keys, with
    `row` (place in the table), `name`, `road_class`, `access`, `length`, `ms` and `line` (as drawn, so against the drive where
    forward is false). ``graph.graph["bans"]`` holds the set of banned turns ``(from road key, node, to road key)``.
    """
    graph = nx.MultiDiGraph(bans=set(table.bans))
    for row in np.flatnonzero(passable(table, vehicle)):
        known = {
            "row": int(row),
            "name": table.names[row],
            "road_class": table.road_class[row],
            "access": table.access[row],
            "length": float(table.length[row]),
            "ms": int(table.ms[row]),
            "line": table.lines[row],
        }
        start, end, key = table.from_node[row], table.to_node[row], table.keys[row]
        graph.add_edge(start, end, key=(key, True), **known)
        if not table.oneway[row]:
            graph.add_edge(end, start, key=(key, False), **known)
    return graph


def components(from_node: Sequence[Any], to_node: Sequence[Any], oneway: Sequence[bool]) -> NDArray[np.intp]:
    """Label each road by the strongly connected part of the network that it lies in, turn bans left aside.

    Within a part one can drive from every road to every other and back. Parts are numbered by their count of roads, 0 the
    largest (equal ones by their first road). A one-way road that leads from one part into another gets -1: whoever drives it
    cannot come back.

    Parameters
    ----------
    from_node, to_node, oneway
        One entry per road, as in the table `road`.

    Returns
    -------
    Shape ``(n,)``.
    """
    start, end, one = np.asarray(from_node, dtype=object), np.asarray(to_node, dtype=object), np.asarray(oneway, dtype=bool)
    count = len(start)
    if count == 0:
        return np.array([], dtype=np.intp)
    codes, nodes = pd.factorize(np.concatenate([start, end]))
    tail = np.concatenate([codes[:count], codes[count:][~one]])
    head = np.concatenate([codes[count:], codes[:count][~one]])
    links = coo_array((np.ones(len(tail), dtype=np.int8), (tail, head)), shape=(len(nodes), len(nodes)))
    _, part = connected_components(links.tocsr(), directed=True, connection="strong")
    here = np.where(part[codes[:count]] == part[codes[count:]], part[codes[:count]], -1)
    found, first, sizes = np.unique(here[here >= 0], return_index=True, return_counts=True)
    labels = np.full(int(part.max()) + 2, -1, dtype=np.intp)
    labels[found[np.lexsort((first, -sizes))]] = np.arange(len(found))
    return labels[here]
