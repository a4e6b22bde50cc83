"""OpenStreetMap's turn restrictions into banned turns between pieces of road.

``no_*`` bans the turn it names; ``only_*`` bans every other turn from the same road at the same node. Restrictions by way of
another way, by hours or conditions, and those whose members do not meet as they should are left out and counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gis.road_rows import Piece

__all__ = ["Relation", "restriction_of", "turn_bans"]

_CARS = {"motorcar", "motor_vehicle"}
_BINDING = {"restriction", *(f"restriction:{name}" for name in _CARS)}


@dataclass(frozen=True, slots=True)
class Relation:
    """A restriction: its number, its kind (``no_left_turn``, empty if only conditional) and members ``(kind, number, role)``."""

    number: int
    kind: str
    members: tuple[tuple[str, int, str], ...]


def restriction_of(relation: Any) -> Relation | None:
    """Read a relation of osmium, None if it restricts no turn of cars."""
    tags = dict(relation.tags)
    if tags.get("type", "restriction") not in _BINDING or _CARS & set(tags.get("except", "").split(";")):
        return None
    kind = tags.get("restriction:motorcar") or tags.get("restriction") or ""
    if not kind and "restriction:conditional" not in tags:
        return None
    return Relation(relation.id, kind, tuple((member.type, member.ref, member.role) for member in relation.members))


def turn_bans(relations: list[Relation], pieces: list[Piece]) -> tuple[list[dict[str, str]], list[dict[str, Any]]]:
    """Give the rows of the table `turn_ban`, and notes of what could not be said in it."""
    at_node: dict[str, list[Piece]] = {}
    for piece in pieces:
        for node in {piece.from_node, piece.to_node}:
            at_node.setdefault(node, []).append(piece)
    rows: list[dict[str, str]] = []
    skipped: dict[str, list[int]] = {}
    for relation in relations:
        reason, found = _bans_of(relation, at_node)
        if reason:
            skipped.setdefault(reason, []).append(relation.number)
        for place, (start, via, end) in enumerate(found):
            key = f"r{relation.number}.{place}"
            rows.append({"turn_ban_id": key, "from_road_id": start, "via_node": via, "to_road_id": end})
    notes: list[dict[str, Any]] = [
        {"severity": "info", "code": code, "values": {"count": len(numbers), "rows": ", ".join(map(str, sorted(numbers)[:20]))}}
        for code, numbers in sorted(skipped.items())
    ]
    return rows, notes


def _bans_of(relation: Relation, at_node: dict[str, list[Piece]]) -> tuple[str, list[tuple[str, str, str]]]:
    """Give why a restriction is left out, or the turns it bans."""
    if not relation.kind.startswith(("no_", "only_")):
        return "osm.conditional", []
    vias = [(kind, number) for kind, number, role in relation.members if role == "via"]
    if len(vias) != 1 or vias[0][0] != "n":
        return "osm.via_way", []
    via = f"n{vias[0][1]}"
    meeting = at_node.get(via, [])
    starts, ends = _of(relation, "from", meeting), _of(relation, "to", meeting)
    starts = [piece for piece in starts if piece.arrives(via)]
    ends = [piece for piece in ends if piece.leaves(via)]
    if starts and relation.kind == "no_u_turn" and {piece.way for piece in starts} == {piece.way for piece in ends}:
        return "", sorted({(piece.key, via, piece.key) for piece in starts if piece.leaves(via)})
    if not starts or not ends or (len(ends) > 1 and relation.kind.startswith("only_")) or _unclear(relation, starts, ends):
        return "osm.unmatched", []
    if relation.kind.startswith("no_"):
        return "", sorted({(start.key, via, end.key) for start in starts for end in ends})
    others = [piece for piece in meeting if piece.leaves(via) and piece not in ends]
    return "", sorted({(start.key, via, other.key) for start in starts for other in others})


def _of(relation: Relation, role: str, meeting: Iterable[Piece]) -> list[Piece]:
    """Give the pieces at the node that belong to the ways of a role."""
    ways = {f"w{number}" for kind, number, named in relation.members if kind == "w" and named == role}
    return [piece for piece in meeting if piece.way in ways]


def _unclear(relation: Relation, starts: list[Piece], ends: list[Piece]) -> bool:
    """Tell whether a way goes on past the node, so that which side of it is meant cannot be known."""
    many_from = sum(role == "from" for _, _, role in relation.members)
    many_to = sum(role == "to" for _, _, role in relation.members)
    return len(starts) > many_from or len(ends) > many_to
