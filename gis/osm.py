"""OpenStreetMap .pbf into roads and turn bans: runs in the child process only, and is the only file that imports osmium.

Ways are cut where they meet and where a barrier stops cars, so that each piece is one stretch between two nodes. A barrier gets a
node of its own on either side: no way leads through it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import osmium

from gis.faults import GisError
from gis.osm_tags import TAGS, barrier_stops, drivable, road_facts, runs
from gis.osm_turns import Relation, restriction_of, turn_bans
from gis.road_rows import Piece, hand_over

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["extract"]


@dataclass(slots=True)
class _Seen:
    """What one pass over the file finds."""

    ways: list[tuple[int, dict[str, str], list[int], list[tuple[float, float]]]] = field(default_factory=list)
    barriers: set[int] = field(default_factory=set)
    relations: list[Relation] = field(default_factory=list)
    unplaced: int = 0
    vertices: int = 0


def extract(arguments: dict[str, Any], workdir: Path) -> dict[str, Any]:
    """Copy the roads of a .osm.pbf into `workdir`; see `gis.road_rows.hand_over` for the answer.

    Raises
    ------
    GisError
        ``read.too_many_rows``, ``read.too_many_vertices``; ``roads.no_roads`` if the file holds no road for cars.
    """
    seen = _read(arguments["path"], arguments["file"], arguments["vertices"])
    pieces = _cut(seen)
    bans, notes = turn_bans(seen.relations, pieces)
    if seen.unplaced:
        notes.append({"severity": "info", "code": "osm.outside", "values": {"count": seen.unplaced}})
    if seen.barriers:
        notes.append({"severity": "info", "code": "osm.barriers", "values": {"count": len(seen.barriers)}})
    return hand_over(pieces, bans, notes, arguments, workdir)


def _read(path: str, file: str, most_vertices: int) -> _Seen:
    """Pass once over the file; nodes come before the ways that use them."""
    seen = _Seen()
    keys = osmium.filter.KeyFilter("highway", "barrier", "restriction", "restriction:motorcar", "restriction:conditional")
    thing: Any
    for thing in osmium.FileProcessor(path).with_locations().with_filter(keys):
        if thing.is_node():
            if barrier_stops(dict(thing.tags)):
                seen.barriers.add(thing.id)
        elif thing.is_way():
            _take_way(thing, seen)
            if seen.vertices > most_vertices:
                raise GisError("read.too_many_vertices", file=file, limit=most_vertices)
        elif thing.is_relation():
            found = restriction_of(thing)
            if found is not None:
                seen.relations.append(found)
    return seen


def _take_way(way: Any, seen: _Seen) -> None:
    """Keep a road with the nodes that the file places; a cut-out of a map ends where its nodes do."""
    tags = dict(way.tags)
    if not drivable(tags):
        return
    kept = {key: tags[key] for key in TAGS if key in tags}
    nodes: list[int] = []
    points: list[tuple[float, float]] = []
    for node in way.nodes:
        if not node.location.valid():
            seen.unplaced += 1
            _keep(way.id, kept, nodes, points, seen)
            nodes, points = [], []
        elif not nodes or node.ref != nodes[-1]:
            nodes.append(node.ref)
            points.append((node.lon, node.lat))
    _keep(way.id, kept, nodes, points, seen)


def _keep(number: int, tags: dict[str, str], nodes: list[int], points: list[tuple[float, float]], seen: _Seen) -> None:
    if len(nodes) > 1:
        seen.ways.append((number, tags, nodes, points))
        seen.vertices += len(nodes)


def _cut(seen: _Seen) -> list[Piece]:
    """Cut the ways where they share a node, with another or with themselves, and at barriers."""
    uses: Counter[int] = Counter()
    for _, _, nodes, _ in seen.ways:
        uses.update(nodes)
    pieces: list[Piece] = []
    counts: Counter[int] = Counter()
    for number, tags, nodes, points in seen.ways:
        facts, sense = road_facts(tags), runs(tags)
        inner = [at for at in range(1, len(nodes) - 1) if uses[nodes[at]] > 1 or nodes[at] in seen.barriers]
        for low, high in zip([0, *inner], [*inner, len(nodes) - 1], strict=True):
            key = f"w{number}.{counts[number]}"
            counts[number] += 1
            ends = [_node(nodes[low], key, "a", seen.barriers), _node(nodes[high], key, "b", seen.barriers)]
            line = points[low : high + 1]
            if sense < 0:
                ends, line = ends[::-1], line[::-1]
            pieces.append(Piece(key, f"w{number}", ends[0], ends[1], oneway=sense != 0, facts=facts, line=line))
    return pieces


def _node(number: int, piece: str, end: str, barriers: set[int]) -> str:
    """Name a node; at a barrier each piece ends at a node of its own."""
    return f"n{number}@{piece}{end}" if number in barriers else f"n{number}"
