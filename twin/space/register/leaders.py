"""Leaders' offices: one each, at the main post; a second one approved and only while the post lasts; back in time after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.space.register.breach import Breach
from twin.space.register.clauses import add_months, clauses, day_after
from twin.space.register.edits import here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.space.register.edits import Row
    from twin.space.register.ground import Ground

__all__ = ["leaders"]

_MOST_PLACES = 2


def leaders(ground: Ground) -> Iterator[Breach]:
    """Find leaders with too many offices, and offices not given back in time."""
    kept = here(ground.rows("leader_office"), ground.on)
    by_holder: dict[str, list[Row]] = {}
    for row in kept:
        by_holder.setdefault(row["holder"], []).append(row)
        yield from _kept_too_long(ground, row)
    for holder, rows in sorted(by_holder.items()):
        yield from _too_many(ground, holder, rows)


def _kept_too_long(ground: Ground, row: Row) -> Iterator[Breach]:
    """Find an office whose post has ended longer ago than the rule lets."""
    rule = "second_office" if row["post_class"] == "second" or row["ended_by"] == "second_post" else "leaver"
    if not row["post_ended"]:
        return
    last = add_months(row["post_ended"], clauses()[rule].months)
    if ground.on > last:
        values = {"holder": row["holder"], "ended": row["post_ended"], "last": last, "months": clauses()[rule].months}
        since = day_after(last)
        yield Breach(rule, "leader_office", row["leader_office_id"], *_where(ground, row), since, values)


def _too_many(ground: Ground, holder: str, rows: list[Row]) -> Iterator[Breach]:
    """Find a second main office, a second office nobody approved, and a third of any kind.

    A post that has ended is `_kept_too_long`'s business while its term runs and after it.
    """
    open_rows = sorted((row for row in rows if not row["post_ended"] or row["post_ended"] > ground.on), key=_begins)
    rooms = {row["room_id"] for row in open_rows}
    if len(rooms) <= 1:
        return
    main = next((row for row in open_rows if row["post_class"] == "main"), open_rows[0])
    others = [row for row in open_rows if row["room_id"] != main["room_id"]]
    for place, row in enumerate(others, start=_MOST_PLACES):
        if row["post_class"] == "main" or not row["document"] or place > _MOST_PLACES:
            values = {"holder": holder, "count": len(rooms), "main": ground.place(main["room_id"])}
            yield Breach(
                "one_office", "leader_office", row["leader_office_id"], *_where(ground, row), row["valid_from"] or "", values
            )


def _begins(row: Row) -> tuple[str, str]:
    return row["valid_from"] or "", row["leader_office_id"]


def _where(ground: Ground, row: Row) -> tuple[str, str]:
    return ground.who(row["department_id"]), ground.place(row["room_id"])
