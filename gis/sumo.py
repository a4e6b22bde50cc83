"""SUMO road networks (.net.xml) into roads and turn bans: runs in the child process only.

Every edge of SUMO is one driving direction, so every road of it is one-way. A junction says which lanes are connected; a turn
between two roads that meet there without a connection is banned.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from gis.faults import GisError
from gis.road_rows import Piece, hand_over

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    Point = tuple[float, float]

__all__ = ["extract"]

_LIKE_A_CAR = "passenger"
_MPS_TO_KMH = 3.6


@dataclass(slots=True)
class _Net:
    """What one pass over the file finds; `lanes`: the numbers of an edge's lanes for cars with their speeds in m/s."""

    location: dict[str, str] = field(default_factory=dict)
    edges: list[dict[str, str]] = field(default_factory=list)
    lanes: dict[str, dict[str, float]] = field(default_factory=dict)
    junctions: dict[str, Point] = field(default_factory=dict)
    links: set[tuple[str, str]] = field(default_factory=set)
    vertices: int = 0


def extract(arguments: dict[str, Any], workdir: Path) -> dict[str, Any]:
    """Copy the roads of a .net.xml into `workdir`, in the metres of its own projection.

    Returns
    -------
    What `gis.road_rows.hand_over` gives, and ``crs``: the PROJ string of the projection, empty if the file names none.

    Raises
    ------
    GisError
        ``sumo.broken`` if it is no such file or holds a DTD, ``sumo.no_junction``, ``roads.no_roads``, ``read.too_many_*``.
    """
    file = arguments["file"]
    try:
        net = _read(arguments["path"], file, arguments["vertices"])
        pieces = _pieces(net, file)
    except (ParseError, DefusedXmlException, ValueError, KeyError) as error:
        raise GisError("sumo.broken", file=file, detail=str(error)[:200]) from error
    left_out = sum(1 for edge in net.edges if not net.lanes[edge["id"]])
    notes = [{"severity": "info", "code": "sumo.not_for_cars", "values": {"count": left_out}}] if left_out else []
    answer = hand_over(pieces, _bans(net, pieces), notes, arguments, workdir)
    projection = net.location.get("projParameter", "!")
    return answer | {"crs": "" if projection in {"!", "-", "."} else projection}


def _read(path: str, file: str, most_vertices: int) -> _Net:
    """Pass once over the file, letting go of each element that is done."""
    net = _Net()
    depth = 0
    for event, element in iterparse(path, events=("start", "end"), forbid_dtd=True):
        depth += 1 if event == "start" else -1
        if event == "start" or depth != 1:
            if depth == 1 and element.tag != "net":
                raise GisError("sumo.broken", file=file, detail=f"<{element.tag}>")
            continue
        _take(element, net)
        if net.vertices > most_vertices:
            raise GisError("read.too_many_vertices", file=file, limit=most_vertices)
        element.clear()
    return net


def _take(element: Element, net: _Net) -> None:
    """Keep what an element says; inner edges and connections of a junction carry a colon first."""
    facts = dict(element.attrib)
    if element.tag == "location":
        net.location = facts
    elif element.tag == "junction" and facts.get("type") != "internal":
        net.junctions[facts["id"]] = (float(facts["x"]), float(facts["y"]))
    elif element.tag == "edge" and facts.get("function", "normal") == "normal" and "from" in facts:
        net.edges.append(facts)
        net.lanes[facts["id"]] = {lane.attrib["index"]: float(lane.attrib["speed"]) for lane in element if _for_cars(lane)}
        net.vertices += 2 + facts.get("shape", "").count(" ")
    elif element.tag == "connection" and _joins_cars(facts, net):
        net.links.add((facts["from"], facts["to"]))


def _joins_cars(facts: dict[str, str], net: _Net) -> bool:
    """Tell whether a connection leads from a lane for cars to another, and not between the inner lanes of a junction."""
    return facts["fromLane"] in net.lanes.get(facts["from"], {}) and facts["toLane"] in net.lanes.get(facts["to"], {})


def _for_cars(child: Element) -> bool:
    """Tell whether an element is a lane on which cars may drive."""
    if child.tag != "lane":
        return False
    allowed, refused = child.attrib.get("allow"), child.attrib.get("disallow", "").split()
    if allowed is not None:
        return bool({_LIKE_A_CAR, "all"} & set(allowed.split()))
    return not {_LIKE_A_CAR, "all"} & set(refused)


def _pieces(net: _Net, file: str) -> list[Piece]:
    """Draw the roads for cars from junction to junction, where SUMO lets them end at the junction's rim."""
    east, north = (float(number) for number in net.location.get("netOffset", "0,0").split(","))
    pieces = []
    for edge in net.edges:
        lanes = net.lanes[edge["id"]]
        if not lanes:
            continue
        missing = {edge["from"], edge["to"]} - net.junctions.keys()
        if missing:
            raise GisError("sumo.no_junction", file=file, row=edge["id"], junction=", ".join(sorted(missing)))
        points = [_point(text) for text in edge.get("shape", "").split()]
        start, end = net.junctions[edge["from"]], net.junctions[edge["to"]]
        whole = [start, *(points[1:] if points[:1] == [start] else points)]
        whole = [*(whole[:-1] if len(whole) > 1 and whole[-1] == end else whole), end]
        facts = {
            "name": edge.get("name") or None,
            "road_class": edge.get("type", "highway.road").split("|")[0].removeprefix("highway."),
            "speed_kmh": max(lanes.values()) * _MPS_TO_KMH,
            "lanes": float(len(lanes)),
            "access": "public",
        }
        line = [(x - east, y - north) for x, y in whole]
        pieces.append(Piece(edge["id"], edge["id"], edge["from"], edge["to"], oneway=True, facts=facts, line=line))
    return pieces


def _point(text: str) -> Point:
    """Read ``x,y`` or ``x,y,z``."""
    x, y, *_ = text.split(",")
    return float(x), float(y)


def _bans(net: _Net, pieces: list[Piece]) -> list[dict[str, str]]:
    """Ban every turn for which the junction has no connection."""
    leaving: dict[str, list[str]] = {}
    for piece in pieces:
        leaving.setdefault(piece.from_node, []).append(piece.key)
    return [
        {"turn_ban_id": f"{piece.key}>{onward}", "from_road_id": piece.key, "via_node": piece.to_node, "to_road_id": onward}
        for piece in pieces
        for onward in leaving.get(piece.to_node, [])
        if (piece.key, onward) not in net.links
    ]
