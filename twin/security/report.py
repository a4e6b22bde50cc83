"""The security answer as lines for the terminal: aligned tables, Chinese first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.aligned import aligned
from twin.model.words import catalogue, say
from twin.security import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twin.model.words import Text
    from twin.security.perimeter import Perimeter
    from twin.security.plan import Coverage, Row

__all__ = ["blind_lines", "perimeter_lines", "report_lines"]

_FIGURES = ("cameras", "reference", "covered", "percent", "twice", "blind", "places")
_KEYS_SHOWN = 6
_BLIND_SHOWN = 8
_EMPTY_SHOWN = 30
"""Floors without a camera beyond this many are added up in one line."""


def report_lines(plan: Coverage, lang: str = "") -> list[str]:
    """Write the tables of floors and cells, the largest blind places, and what the reader must know.

    Parameters
    ----------
    lang
        ``zh``, ``en``, or empty for both, Chinese first.
    """
    tables = (*_floors(plan, lang), *_classes(plan, lang), *_cells(plan, lang))
    return [*_head(plan, lang), *tables, *_blind(plan, lang), *_notes(plan, lang)]


def blind_lines(plan: Coverage, lang: str = "") -> list[str]:
    """Write every blind place, the largest first, and what the reader must know."""
    return [*_head(plan, lang), *_blind(plan, lang, len(plan.blind)), *_notes(plan, lang)]


def perimeter_lines(found: Sequence[Perimeter], lang: str) -> list[str]:
    """Write the perimeters of the sites of which some is seen, and how many are not seen at all."""
    shown = [one for one in found if one.seen_m > 0.0]
    if not shown:
        return []
    rows = [[one.name, f"{one.length_m:.0f}", f"{one.seen_m:.0f}", f"{one.longest_dark_m:.0f}"] for one in shown[:_BLIND_SHOWN]]
    return ["", *_table(_heads(("site", "perimeter", "perimeter_seen", "perimeter_dark"), lang), rows)]


def _word(code: str, lang: str, **values: object) -> str:
    return _say(say(f"security.line.{code}", **values), lang)


def _say(text: Text, lang: str) -> str:
    return text.lang(lang) if lang else str(text)


def _head(plan: Coverage, lang: str) -> Iterator[str]:
    doors = say(f"security.line.{'open' if plan.params.doors_open else 'closed'}")
    values = {"cameras": len(plan.cameras), "skipped": len(plan.skipped), "target": f"{plan.params.target_z:g}"}
    zh, en = say("security.line.head", doors=doors.zh, **values).zh, say("security.line.head", doors=doors.en, **values).en
    yield {"zh": zh, "en": en}.get(lang, f"{zh} / {en}")


def _floors(plan: Coverage, lang: str) -> Iterator[str]:
    rows = plan.of("floor")
    bare = [row for row in rows if row.cameras == 0]
    shown = [row for row in rows if row.cameras] if len(bare) > _EMPTY_SHOWN else rows
    if rows:
        yield ""
        lines = [_figures(row.name, [row]) for row in shown]
        lines += [_figures(_word("bare", lang, count=len(bare)), bare)] if len(shown) < len(rows) else []
        yield from _table(_heads(("floor", *_FIGURES), lang), [*lines, _figures(_word("floors", lang), rows)])


def _classes(plan: Coverage, lang: str) -> Iterator[str]:
    """Show rooms by class: a corridor that nobody sees is another matter than an office."""
    rows = []
    for name, rooms in plan.classes.items():
        code = f"viz.value.room_class.{name}"
        figures = _figures(_say(say(code), lang) if code in catalogue() else name or "-", rooms)
        rows.append([figures[0], str(len(rooms)), *figures[2:]])
    if rows:
        yield ""
        yield from _table(_heads(("class", "rooms", *_FIGURES[1:]), lang), rows)


def _cells(plan: Coverage, lang: str) -> Iterator[str]:
    rows = plan.of("cell", "site")
    if rows:
        yield ""
        total = _figures(_word("outdoors", lang), plan.of("outdoors"))
        yield from _table(_heads(("cell", *_FIGURES), lang), [*(_figures(row.name, [row]) for row in rows), total])


def _heads(names: Sequence[str], lang: str) -> list[list[str]]:
    """Give the head of a table: one line in one language, or a Chinese line over an English one."""
    return [[say(f"security.line.{name}").lang(tongue) for name in names] for tongue in ([lang] if lang else ["zh", "en"])]


def _figures(name: str, rows: Sequence[Row]) -> list[str]:
    whole, seen = sum(row.reference_m2 for row in rows), sum(row.covered_m2 for row in rows)
    twice = sum(row.twice_m2 for row in rows)
    share = [f"{100.0 * part / whole:.1f}" if whole > 0.0 else "-" for part in (seen, twice)]
    counts = str(sum(row.cameras for row in rows)), str(sum(row.blind for row in rows))
    return [name, counts[0], f"{whole:.1f}", f"{seen:.1f}", *share, f"{sum(row.blind_m2 for row in rows):.1f}", counts[1]]


def _blind(plan: Coverage, lang: str, most: int = _BLIND_SHOWN) -> Iterator[str]:
    """Show the largest blind places indoors and those outdoors, each with its rank among all."""
    ranked = list(enumerate(plan.blind, start=1))
    for head, places in (
        ("indoors", [(rank, part) for rank, part in ranked if part.floor_id]),
        ("outside", [(rank, part) for rank, part in ranked if not part.floor_id]),
    ):
        if places:
            yield ""
            rows = [[str(rank), f"{part.area_m2:.1f}", _place(part.where, lang)] for rank, part in places[:most]]
            yield from _table(_heads(("rank", "blind", head), lang), rows, left=(2,))
        if len(places) > most:
            yield _word("more", lang, count=len(places) - most)


def _place(where: Text, lang: str) -> str:
    """Say where a blind place lies; in both languages the names, which are the same, stand once."""
    names = where.zh.rpartition(" ")[0]
    return where.lang(lang) if lang else f"{where.zh} / {where.en.removeprefix(names).strip()}"


def _notes(plan: Coverage, lang: str) -> Iterator[str]:
    yield ""
    if plan.slivers:
        size = {"area": f"{rules.SLIVER_M2:g}", "width": f"{rules.SLIVER_WIDTH:g}", "total": f"{plan.slivers_m2:.2f}"}
        yield _word("slivers", lang, count=plan.slivers, **size)
    yield from _skipped(plan, lang)
    nudged = [camera.nudged for camera in plan.cameras if camera.nudged > 0.0]
    if nudged:
        yield _word("nudged", lang, count=len(nudged), most=f"{max(nudged):.2f}")
    many = sum(camera.eyes > 1 for camera in plan.cameras)
    if many:
        totals = plan.of("floor", "outdoors")
        always, some = sum(row.always_m2 for row in totals), sum(row.covered_m2 for row in totals)
        yield _word("tours", lang, count=many, always=f"{always:,.0f}", some=f"{some:,.0f}")
    through = len({camera.camera_id for camera in plan.cameras if camera.through})
    if through:
        yield _word("through", lang, count=through)
    if plan.passed_over:
        yield _word("passed_over", lang, count=plan.passed_over)
    if plan.looked_over:
        yield _word("looked_over", lang, count=plan.looked_over)
    if plan.in_plan and plan.params.heights:
        yield _word("in_plan", lang, count=plan.in_plan)
    yield _word("heights" if plan.params.heights else "plan_only", lang)


def _skipped(plan: Coverage, lang: str) -> Iterator[str]:
    """Say why cameras were left out, a line per reason with the first of their keys."""
    by_reason: dict[str, list[str]] = {}
    for one in plan.skipped:
        by_reason.setdefault(one.reason, []).append(one.camera_id)
    for reason, keys in sorted(by_reason.items()):
        some = ", ".join(keys[:_KEYS_SHOWN]) + (" …" if len(keys) > _KEYS_SHOWN else "")
        why = say(f"security.reason.{reason}")
        zh, en = (
            say("security.line.skipped", count=len(keys), why=why.lang(tongue), keys=some).lang(tongue) for tongue in ("zh", "en")
        )
        yield {"zh": zh, "en": en}.get(lang, f"{zh} / {en}")


def _table(heads: list[list[str]], rows: list[list[str]], left: tuple[int, ...] = (0,)) -> list[str]:
    """Align columns: those in `left` to the left, figures to the right."""
    return aligned([*heads, *rows], right=set(range(len(heads[0]))) - set(left))
