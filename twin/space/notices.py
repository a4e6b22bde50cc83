"""What the space question has to say before it reckons: ranks the standard does not know, and what the data lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.space.problem import Problem
    from twin.space.rules import Rule

__all__ = ["gaps", "too_early", "unknown_ranks", "unverified"]


def unknown_ranks(problem: Problem) -> list[Finding]:
    """Name each level and rank for which the standard has no figure, among posts and occupants of the chosen departments."""
    pairs: dict[tuple[int, str], str] = {}
    for owner, rank in zip(problem.use_department, problem.use_rank, strict=True):
        if rank is not None and problem.chosen[owner]:
            pairs[int(owner), rank] = "occupancy"
    for owner, rank in zip(problem.post_department, problem.post_rank, strict=True):
        if problem.chosen[owner]:
            pairs[int(owner), rank] = "post"
    found = [_rank(problem, owner, rank, table) for (owner, rank), table in pairs.items()]
    return [finding for finding in found if finding]


def _rank(problem: Problem, owner: int, rank: str, table: str) -> Finding | None:
    """Say what is the matter with one rank of one department; None if the standard has its ceiling."""
    level, standard = problem.levels[owner], problem.standard
    if (level, rank) in standard.ceilings:
        return None
    values: dict[str, object] = {"department": problem.names[owner], "level": level or "—", "rank": rank or "—"}
    rule = standard.by_province.get((level, rank))
    if rule:
        values |= {"m2": f"{rule.value:g}", "clause": rule.clause}
    code = "space.by_province" if rule else "space.unknown_rank"
    return Finding("warning", code, table=table, row=problem.departments[owner], column="rank", values=values)


def gaps(problem: Problem) -> Iterator[Finding]:
    """Say what the data lack, so that an empty list is not read as good news, and how the figures are meant."""
    if len(problem.rooms) == 0:
        yield Finding("warning", "space.no_rooms")
    if len(problem.departments) == 0:
        yield Finding("info", "space.no_departments", table="department")
    if len(problem.use_room) == 0 and len(problem.rooms):
        yield Finding("info", "space.no_occupancy", table="occupancy", values={"day": problem.params.on})
    if len(problem.departments) and problem.params.buildings:
        yield Finding("info", "space.part_of_district", table="building")
    for row, key in enumerate(problem.departments):
        level = problem.levels[row]
        if not problem.chosen[row] or level is None:
            continue
        values: dict[str, object] = {"department": problem.names[row], "level": level}
        if problem.post_count[problem.post_department == row].sum() == 0:
            yield Finding("warning", "space.no_posts", table="department", row=key, values=values)
        elif level not in problem.standard.service:
            yield Finding("warning", "space.no_service_rule", table="department", row=key, values=values)
    if len(problem.post_count):
        yield Finding("info", "space.per_unit", table="department")
        yield Finding("info", "space.not_compared")


def too_early(problem: Problem) -> Iterator[Finding]:
    """Say that the day asked about lies before the standard that is applied to it."""
    standard = problem.standard
    if problem.params.on[:10] < standard.valid_from:
        words: dict[str, object] = {"day": problem.params.on, "since": standard.valid_from, "number": standard.number}
        yield Finding("warning", "space.before_standard", table="standard", values=words)


def unverified(rule: Rule) -> Finding:
    """Say that a figure used stands in no text that was found."""
    values: dict[str, object] = {"rule": rule.key, "clause": rule.clause, "value": f"{rule.value:g}", "unit": rule.unit}
    return Finding("warning", "space.unverified", table="standard", row=rule.key, values=values)
