"""Openings of a street: the nodes at which lanes, yards and ramps meet it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sample_buildings.city.net import cut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sample_buildings.city.net import Net

CORNER = 26.0
"""Whatever opens to a street does so at least so far from its crossings."""
TOGETHER = 12.0


def open_streets(net: Net, marks: Iterable[tuple[int, float]]) -> dict[tuple[int, float], int]:
    """Cut roads where something opens to them.

    Parameters
    ----------
    net
        Changed in place.
    marks
        Road and distance along it; marks of one road that lie close together share a node.

    Returns
    -------
    The node made for each mark.
    """
    wanted: dict[int, set[float]] = {}
    for number, along in marks:
        wanted.setdefault(number, set()).add(along)
    found: dict[tuple[int, float], int] = {}
    for number, places in wanted.items():
        road, base, last = net.roads.pop(number), 0.0, None
        for along in sorted(places):
            if last is not None and along - last[0] < TOGETHER:
                found[number, along] = last[1]
                continue
            head, tail = cut(road.path, along - base)
            node = net.node(head[-1])
            net.lay(replace(road, end=node, path=head))
            road, base, last = replace(road, start=node, path=tail), along, (along, node)
            found[number, along] = node
        net.lay(road)
    return found
