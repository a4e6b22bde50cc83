"""How far an exit may be, and from what.

GB 50016-2014 (2018), table 5.5.17, rows of other public buildings of fire resistance grade one or two: from the door of a room
to the nearest exit. The numbers are from common knowledge of the table and were not held against its text here (`verified` 0).
"""

from __future__ import annotations

from twin.fleet.rules import Rule

__all__ = ["BETWEEN_EXITS", "CIRCULATION", "DEAD_END", "HIGH_DEAD_END"]

BETWEEN_EXITS = Rule("escape_between_exits", 40.0, "m", "GB 50016-2014 (2018) 5.5.17: a room's door between two exits")
DEAD_END = Rule(
    "escape_dead_end", 22.0, "m", "GB 50016-2014 (2018) 5.5.17: a room's door on a dead end, low and multi-storey buildings"
)
HIGH_DEAD_END = Rule(
    "escape_dead_end_high", 20.0, "m", "GB 50016-2014 (2018) 5.5.17: a room's door on a dead end, high-rise buildings"
)
CIRCULATION = frozenset({"corridor", "hall", "stair", "lift", "shaft"})
"""Classes of rooms that are ways themselves and are not judged."""
