"""Reorganisation (机构改革) as edits: departments merged, one split off, one put under another, from a day on.

A department that is merged keeps its row and its past; from the day on its posts, rooms, vehicles and meters are the other's.
The service-room formula falls with staff, so a merged unit is due less than its parts were: `entitlements` shows both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.model.errors import UsageError
from twin.model.validity import day_before
from twin.model.words import say
from twin.space import problem, solve
from twin.space.register.certificates import in_force, rooms_by_certificate
from twin.space.register.edits import Edits, applied, fresh, here, records, row_of, want_day, want_keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from twin.model.snapshot import Snapshot
    from twin.space.register.edits import Row

__all__ = ["Due", "entitlements", "merge", "move", "split"]

_OWNED = ("vehicle", "meter")
"""Tables whose rows go with the department whole, without a day."""


@dataclass(frozen=True, slots=True)
class Due:
    """What the standard grants the departments concerned, together, m²; None where a figure is missing."""

    before: float | None
    after: float | None


def merge(snapshot: Snapshot, sources: Sequence[str], into: str, on: str, document: str = "") -> Edits:
    """Merge departments into another one.

    Parameters
    ----------
    on
        First day of the new order.

    Raises
    ------
    UsageError
        ``reorganise.itself``, ``reorganise.nobody``, ``reorganise.above`` if the other is below one of them, ``past.bad_day``.
    UnknownKeyError
        If there is no such department.
    """
    want_day(on)
    want_keys(snapshot, "department", [*sources, into])
    if not sources:
        raise UsageError("reorganise.nobody")
    if into in sources:
        raise UsageError("reorganise.itself", department=into)
    edits = Edits({})
    for source in dict.fromkeys(sources):
        if into in _below(snapshot, source):
            raise UsageError("reorganise.above", source=source, into=into)
        posts = [row | {"department_id": into} for row in records(snapshot, "post") if row["department_id"] == source]
        children = [row | {"parent_id": into} for row in records(snapshot, "department") if row["parent_id"] == source]
        owned: dict[str, list[Row]] = {
            table: [row | {"department_id": into} for row in records(snapshot, table) if row["department_id"] == source]
            for table in _OWNED
        }
        edits = edits.joined(Edits({"post": posts, "department": children, **owned}))
        edits = edits.joined(_hand_over(snapshot, source, into, on, None))
        edits = edits.joined(_papers(snapshot, source, into, on, document))
    changes = [("merge", source, into) for source in dict.fromkeys(sources)]
    return _bare(edits.joined(_changes(snapshot, changes, on, document)))


def split(snapshot: Snapshot, source: str, new: str, name: str, on: str, **more: Any) -> Edits:
    """Split a new department off another one.

    Parameters
    ----------
    new, name
        Key and name of the new one; its level and the organ above it are those of the old.
    more
        ``posts``: established posts by rank that go with it; ``rooms``: keys of rooms that go with the people in them;
        ``document``.

    Raises
    ------
    UsageError
        ``reorganise.taken``; ``reorganise.posts`` if the old one has fewer posts of a rank; ``register.not_holder``;
        ``reorganise.nothing`` if it would get neither posts nor rooms; ``past.bad_day``.
    """
    want_day(on)
    posts: Mapping[str, int] = more.get("posts") or {}
    rooms: Sequence[str] = more.get("rooms") or ()
    old = row_of(snapshot, "department", source)
    if new in set(snapshot.keys("department")):
        raise UsageError("reorganise.taken", department=new)
    if not posts and not rooms:
        raise UsageError("reorganise.nothing", department=new)
    want_keys(snapshot, "room", rooms)
    holding = {row["room_id"] for row in here(records(snapshot, "occupancy"), on) if row["department_id"] == source}
    strangers = [room for room in rooms if room not in holding]
    if strangers:
        raise UsageError("register.not_holder", department=source, rooms=", ".join(strangers[:5]), day=on)
    made = Edits({"department": [old | {"department_id": new, "name": name}], "post": _split_posts(snapshot, source, new, posts)})
    made = made.joined(_hand_over(snapshot, source, new, on, set(rooms)))
    notes = tuple(
        say("register.note.certificate_stale", number=row["number"], count=len(set(rooms) & set(named)))
        for row, named in _named(snapshot, source, on)
        if set(rooms) & set(named)
    )
    made = made.joined(_changes(snapshot, [("split", source, new)], on, more.get("document", "")))
    return _bare(Edits(made.rows, (*made.notes, *notes)))


def move(snapshot: Snapshot, department: str, parent: str, on: str, document: str = "") -> Edits:
    """Put a department under another one; rooms and posts stay.

    Raises
    ------
    UsageError
        ``reorganise.itself``; ``reorganise.above`` if the other is below it; ``past.bad_day``.
    """
    want_day(on)
    want_keys(snapshot, "department", [department, parent])
    if department == parent:
        raise UsageError("reorganise.itself", department=department)
    if parent in _below(snapshot, department):
        raise UsageError("reorganise.above", source=department, into=parent)
    row = row_of(snapshot, "department", department) | {"parent_id": parent}
    return Edits({"department": [row]}).joined(_changes(snapshot, [("move", department, parent)], on, document))


def entitlements(snapshot: Snapshot, edits: Edits, departments: Sequence[str], on: str) -> Due:
    """Give what some departments are due together before and after the edits; those that are not there count nothing."""

    def due(held: Snapshot) -> float | None:
        keys = set(departments) & set(held.keys("department"))
        report = solve.solve(problem.build(held, problem.Params(on=on)))
        lines = [line for line in report.departments if line.department_id in keys and line.staff]
        figures = [line.entitled["basic"] for line in lines]
        known = [figure for figure in figures if figure is not None]
        return sum(known) if len(known) == len(figures) else None

    return Due(due(snapshot), due(applied(snapshot, edits)))


def _below(snapshot: Snapshot, department: str) -> set[str]:
    """Give all departments below one."""
    pairs = [(row["department_id"], row["parent_id"]) for row in records(snapshot, "department")]
    found: set[str] = set()
    front = {department}
    while front:
        front = {key for key, parent in pairs if parent in front} - found
        found |= front
    return found


def _hand_over(snapshot: Snapshot, source: str, to: str, on: str, rooms: set[str] | None) -> Edits:
    """Let another department hold what one holds from a day on: all its rooms, or some; people stay where they sit."""
    uses, offices = [], []
    for row in records(snapshot, "occupancy"):
        if row["department_id"] == source and (rooms is None or row["room_id"] in rooms):
            uses += _followed(row, "occupancy_id", on, to)
    for row in records(snapshot, "leader_office"):
        if row["department_id"] == source and (rooms is None or row["room_id"] in rooms):
            offices += _followed(row, "leader_office_id", on, to)
    return Edits({"occupancy": uses, "leader_office": offices})


def _followed(row: Row, key: str, on: str, to: str) -> list[Row]:
    """End a row the day before and let another department's follow; one that begins later changes hands, an older one stays."""
    if row["valid_to"] and row["valid_to"] < on:
        return []
    if row["valid_from"] and row["valid_from"] >= on:
        return [row | {"department_id": to}]
    after = row | {key: f"{row[key].split('~', maxsplit=1)[0]}~{on}", "department_id": to, "valid_from": on}
    return [row | {"valid_to": day_before(on)}, after]


def _named(snapshot: Snapshot, department: str, on: str) -> list[tuple[Row, list[str]]]:
    """Give the certificates of a department in force with their rooms."""
    named = rooms_by_certificate(snapshot)
    rows = [row for row in records(snapshot, "certificate") if row["department_id"] == department and in_force(row, on)]
    return [(row, named[row["certificate_id"]]) for row in rows]


def _papers(snapshot: Snapshot, source: str, into: str, on: str, document: str) -> Edits:
    """Revoke the certificates of a department that is merged; its running leases and offers are the other's."""
    reason = say("reorganise.reason", document=document or "—").zh
    revoked = [row | {"revoked": on, "reason": reason} for row, _ in _named(snapshot, source, on)]
    leases = [row | {"department_id": into} for row in records(snapshot, "lease") if _runs(row, source, on)]
    notes = tuple(say("reorganise.note.revoked", number=row["number"]) for row in revoked)
    return Edits({"certificate": revoked, "lease": leases}, notes)


def _runs(lease: Row, department: str, on: str) -> bool:
    """Tell whether a lease is of a department and has not ended by a day."""
    return lease["department_id"] == department and not (lease["valid_to"] and lease["valid_to"] < on)


def _split_posts(snapshot: Snapshot, source: str, new: str, wanted: Mapping[str, int]) -> list[Row]:
    """Take posts by rank from a department, as many as are wanted, and give them to the new one."""
    found: list[Row] = []
    for number, (rank, count) in enumerate(wanted.items(), start=1):
        rows = [row for row in records(snapshot, "post") if row["department_id"] == source and row["rank"] == rank]
        if count < 1 or sum(row["established"] for row in rows) < count:
            held = sum(row["established"] for row in rows)
            raise UsageError("reorganise.posts", rank=rank, wanted=count, held=held, department=source)
        left = count
        for row in rows:
            taken = min(left, row["established"])
            left -= taken
            if taken:
                found.append(row | {"established": row["established"] - taken})
        found.append({"post_id": f"{new}-{number:03d}", "department_id": new, "rank": rank, "established": count})
    return found


def _changes(snapshot: Snapshot, changes: Sequence[tuple[str, str, str]], on: str, document: str) -> Edits:
    """Note in the history of departments what became of them."""
    keys = fresh(snapshot, "department_change", "JG", len(changes))
    rows: list[Row] = [
        {
            "department_change_id": key, "change_class": kind, "from_department_id": source, "to_department_id": into,
            "effective": on, "document": document or None,
        }
        for key, (kind, source, into) in zip(keys, changes, strict=True)
    ]  # fmt: skip
    return Edits({"department_change": rows})


def _bare(edits: Edits) -> Edits:
    """Leave out tables without rows."""
    return Edits({table: rows for table, rows in edits.rows.items() if rows}, edits.notes)
