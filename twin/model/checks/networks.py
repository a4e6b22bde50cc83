"""Trees and graphs: meters without loops, roads that connect, occupancies that do not contradict each other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pandas as pd
import shapely

from gis.roads import components
from twin.model.findings import Finding
from twin.model.validity import day_before, successions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.model.snapshot import Snapshot

__all__ = ["meters", "occupancies", "roads"]

NODE_M = 0.5
"""Ends of roads that share a node must lie within this distance."""


def meters(snapshot: Snapshot) -> Iterator[Finding]:
    """Find meters that are, through their parents, behind themselves."""
    graph = nx.DiGraph()
    pairs = zip(snapshot.keys("meter"), snapshot.column("meter", "parent_id"), strict=True)
    graph.add_edges_from((key, parent) for key, parent in pairs if parent)
    for group in nx.strongly_connected_components(graph):
        looped = sorted(group)
        if len(looped) > 1 or graph.has_edge(looped[0], looped[0]):
            yield Finding(
                "error", "check.meter_loop", "meter", looped[0], "parent_id", values={"loop": " → ".join([*looped, looped[0]])}
            )


def occupancies(snapshot: Snapshot) -> Iterator[Finding]:
    """Find occupancies that end before they begin, that count the same people twice, and days between two of them."""
    frame = snapshot.frame("occupancy")
    dated = frame[frame["valid_from"].notna() & frame["valid_to"].notna()]
    for row in dated.index[dated["valid_to"] < dated["valid_from"]]:
        yield Finding("error", "check.ends_before", "occupancy", str(row), "valid_to")
    for former, later in successions(frame):
        until, since = (str(frame.loc[former, "valid_to"] or ""), str(frame.loc[later, "valid_from"] or ""))
        words = {"other": former, "room": str(frame.loc[later, "room_id"]), "until": until or "…", "since": since or "…"}
        if until == "" or since <= until:
            yield Finding("warning", "check.use_overlap", "occupancy", later, "valid_from", values=words)
        elif day_before(since) > until:
            yield Finding("info", "check.use_gap", "occupancy", later, "valid_from", values=words)


def roads(snapshot: Snapshot) -> Iterator[Finding]:
    """Find roads cut off from the network, nodes whose roads do not meet, and bans on turns that cannot be made."""
    keys = snapshot.keys("road")
    if len(keys) == 0:
        return
    tail, head, oneway = (snapshot.column("road", name) for name in ("from_node", "to_node", "oneway"))
    labels = components(tail.tolist(), head.tolist(), oneway.tolist())
    main = Counter(labels.tolist()).most_common(1)[0][0]
    for row in np.flatnonzero(labels != main):
        yield Finding("warning", "check.road_island", "road", keys[row], values={"size": int((labels == labels[row]).sum())})
    yield from _loose_ends(snapshot)
    ends = {key: {one, other} for key, one, other in zip(keys, tail, head, strict=True)}
    bans = (snapshot.column("turn_ban", name) for name in ("turn_ban_id", "from_road_id", "via_node", "to_road_id"))
    for key, origin, via, target in zip(*bans, strict=True):
        if origin in ends and target in ends and not (via in ends[origin] and via in ends[target]):
            yield Finding("warning", "check.ban_nowhere", "turn_ban", key, "via_node", values={"node": via})


def _loose_ends(snapshot: Snapshot) -> Iterator[Finding]:
    """Find roads that end away from where the other roads of the same node meet (their median)."""
    lines = snapshot.column("road", "geometry")
    drawn = np.flatnonzero(~shapely.is_missing(lines) & ~shapely.is_empty(lines))
    nodes = np.concatenate([snapshot.column("road", name)[drawn] for name in ("from_node", "to_node")])
    ends = shapely.get_coordinates([shapely.get_point(lines[drawn], 0), shapely.get_point(lines[drawn], -1)])
    places = pd.DataFrame({"node": nodes, "x": ends[:, 0], "y": ends[:, 1]})
    middle = places.groupby("node")[["x", "y"]].transform("median")
    gaps = np.hypot(places["x"] - middle["x"], places["y"] - middle["y"]).to_numpy()
    keys = np.concatenate([snapshot.keys("road")[drawn]] * 2)
    for row in np.flatnonzero(gaps > NODE_M):
        words = {"node": nodes[row], "gap": round(float(gaps[row]), 2)}
        yield Finding("error", "check.road_gap", "road", keys[row], "geometry", values=words)
