"""Tables of the yearly report, and those that tell what happened in the year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twin.model.words import Text, catalogue, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twin.space.register.edits import Row
    from twin.space.register.ground import Ground

__all__ = ["Table", "happened", "rounded", "table"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table for a sheet or a page: `wide` are the shares of the page's width, figures stand to the right."""

    key: str
    title: Text
    heads: tuple[Text, ...]
    rows: tuple[tuple[object, ...], ...]
    wide: tuple[float, ...]


def table(key: str, rows: Sequence[tuple[object, ...]], *heads: tuple[str | Text, float]) -> Table:
    """Make a table with the title of a key; heads are keys of the catalogue or texts, each with its share of the width."""
    named = tuple(head if isinstance(head, Text) else say(f"yearly.head.{head}") for head, _ in heads)
    whole = sum(share for _, share in heads)
    return Table(key, say(f"yearly.table.{key}"), named, tuple(rows), tuple(share / whole for _, share in heads))


def rounded(value: float | None) -> float | None:
    """Give a figure with two decimals, nothing for nothing."""
    return None if value is None else round(value, 2)


def _word(column: str, value: str | None) -> str:
    """Say an allowed value in Chinese."""
    return catalogue().get(f"viz.value.{column}.{value}", (value or "", ""))[0]


def happened(ground: Ground, first: str) -> Iterator[Table]:
    """Tell what happened in the year: cases, certificates, leases, disposals, repairs, inspections."""

    def within(day: str | None) -> bool:
        return bool(day) and first <= str(day) <= ground.on

    yield _cases(ground, [row for row in ground.rows("adjustment") if within(row["done"])])
    papers = [(row, say("yearly.event.issued").zh, row["issued"]) for row in ground.rows("certificate") if within(row["issued"])]
    papers += [
        (row, say("yearly.event.revoked").zh, row["revoked"]) for row in ground.rows("certificate") if within(row["revoked"])
    ]
    papers += [
        (row, say("yearly.event.ran_out").zh, row["expires"]) for row in ground.rows("certificate") if within(row["expires"])
    ]
    rows: list[tuple[object, ...]] = [
        (day, what, row["number"], ground.who(row["department_id"]), row["area_m2"])
        for row, what, day in sorted(papers, key=_by_day)
    ]
    yield table("certificates", rows, ("day", 1.1), ("event", 0.9), ("number", 2.2), ("department", 2.4), ("m2", 1.0))
    rows = [
        (row["lease_id"], _word("lease_class", row["lease_class"]), ground.place(row["room_id"], row["building_id"]),
            row["party"],
         row["area_m2"], row["rent_yuan_year"], row["valid_from"], row["valid_to"])
        for row in ground.rows("lease")
        if (row["valid_from"] or "") <= ground.on and (row["valid_to"] or first) >= first
    ]  # fmt: skip
    yield table(
        "leases",
        rows,
        ("key", 1),
        ("kind", 0.8),
        ("place", 1.8),
        ("party", 1.4),
        ("m2", 1),
        ("rent", 1.2),
        ("from", 1.1),
        ("to", 1.1),
    )
    rows = [
        (row["done"], _word("disposal_class", row["disposal_class"]), ground.place(row["room_id"], row["building_id"]),
            row["area_m2"],
         row["income_yuan"], row["document"])
        for row in ground.rows("disposal") if within(row["done"])
    ]  # fmt: skip
    yield table("disposals", rows, ("day", 1.1), ("kind", 1), ("place", 2), ("m2", 1), ("income", 1.2), ("document", 2))
    rows = [
        (row["title"], _word("repair_class", row["repair_class"]), ground.place(row["room_id"], row["building_id"]),
            row["cost_yuan"],
         row["started"], row["finished"], row["document"])
        for row in ground.rows("repair") if within(row["started"]) or within(row["finished"])
    ]  # fmt: skip
    yield table(
        "repairs",
        rows,
        ("title", 2),
        ("kind", 0.8),
        ("place", 1.6),
        ("cost", 1.3),
        ("started", 1.1),
        ("finished", 1.1),
        ("document", 1.8),
    )
    rows = [
        (row["inspected"], ground.place(row["room_id"], row["building_id"]), row["score"],
            row["finding"] or say("yearly.event.nothing").zh,
         row["deadline"], row["rectified"])
        for row in ground.rows("inspection") if within(row["inspected"])
    ]  # fmt: skip
    yield table(
        "inspections", rows, ("day", 1.1), ("place", 1.6), ("score", 0.8), ("finding", 3), ("deadline", 1.1), ("rectified", 1.1)
    )


def _by_day(item: tuple[Row, str, str]) -> tuple[str, str, str]:
    row, what, day = item
    return day, row["certificate_id"], what


def _cases(ground: Ground, cases: Sequence[Row]) -> Table:
    rooms: dict[str, list[float]] = {}
    for one in ground.rows("adjustment_room"):
        rooms.setdefault(one["adjustment_id"], []).append(ground.rooms.get(one["room_id"], {}).get("area_m2") or 0.0)
    rows = [
        (row["done"], _word("adjustment_class", row["adjustment_class"]), ground.who(row["from_department_id"]),
         ground.who(row["to_department_id"]), len(rooms.get(row["adjustment_id"], [])),
         rounded(sum(rooms.get(row["adjustment_id"], []))),
         row["document"])
        for row in cases
    ]  # fmt: skip
    return table(
        "cases", rows, ("day", 1.1), ("kind", 0.8), ("giver", 2), ("taker", 2), ("rooms", 0.7), ("m2", 1), ("document", 1.8)
    )
