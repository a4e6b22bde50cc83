"""A breach of a rule before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Breach"]


@dataclass(frozen=True, slots=True)
class Breach:
    """What breaks a rule: the row that shows it, whose it is and where, in words, and since which day (empty: not known)."""

    rule: str
    table: str
    row: str
    department: str
    place: str
    since: str
    values: dict[str, object] = field(default_factory=dict)
