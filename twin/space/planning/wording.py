"""A proposal in lines for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.aligned import aligned
from twin.model.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.space.planning.alternatives import Comparison, Curve
    from twin.space.planning.explaining import Explanation
    from twin.space.planning.phasing import Phases
    from twin.space.planning.proposal import Proposal

__all__ = ["compare_lines", "curve_lines", "explain_lines", "lines", "phase_lines"]

_SHOWN = 12
_KINDS = ("buildings", "floors", "extra_floors", "extra_buildings", "moves", "over_ceiling")


def lines(proposal: Proposal, lang: str) -> list[str]:
    """Give the answer in ``zh``, ``en`` or both, Chinese first."""
    return [*_head(proposal, lang), *_money(proposal, lang), *_given_up(proposal, lang), *_departments(proposal, lang)]


def _one(text: Text, lang: str) -> str:
    return text.lang(lang) if lang else str(text)


def _tell(code: str, lang: str, **values: object) -> str:
    return _one(say(code, **values), lang)


def _head(proposal: Proposal, lang: str) -> list[str]:
    """Say what was asked, what it rests on, and how good the plan is proven to be."""
    ask, plan, problem = proposal.ground.ask, proposal.plan, proposal.ground.problem
    released, value = proposal.released, proposal.value
    share = f"{problem.need / max(1, int(problem.seats.sum())):.0%}"
    people = int(problem.staff.sum() + problem.chiefs.sum() + problem.deputies.sum())
    found = [
        _tell("plan.title", lang, day=ask.on, departments=len(problem.staff), people=people, floors=len(problem.building),
              buildings=len(problem.building_cost)),
        _tell("plan.seats", lang, need=problem.need, seats=int(problem.seats.sum()), share=share),
        _tell("plan.gives_up", lang, buildings=released["buildings"], floors=released["floors"],
              area=_whole(released["usable_m2"]), office=_whole(released["office_m2"])),
        _tell("plan.moved", lang, far=value.moved_building, near=value.moved_floor, stay=value.stayed),
    ]  # fmt: skip
    if plan.certificate:
        left = say("plan.nothing") if not plan.certificate.left_out else None
        names = [say(f"plan.term.{name}") for name in plan.certificate.left_out]
        terms = left or Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
        values = {"value": _money_of(value.total), "bound": _money_of(plan.bound), "gap": f"{100 * plan.gap:.2f}"}
        found.append(
            _one(Text(say("plan.proven", **values, left=terms.zh).zh, say("plan.proven", **values, left=terms.en).en), lang)
        )
    else:
        found.append(_tell("plan.no_bound", lang, value=_money_of(value.total)))
    if value.total >= proposal.today["total"]:
        found.append(_tell("plan.no_gain", lang))
    if plan.stopped:
        found.append(_tell("plan.stopped", lang))
    if proposal.ground.costs.judged:
        found.append(_tell("plan.judged", lang, floor=proposal.ground.costs.common.floor_per_m2,
                           building=proposal.ground.costs.common.building_per_m2))  # fmt: skip
    return [
        *found,
        _tell("plan.assumed", lang, seat=f"{ask.seat_m2:g}", years=f"{ask.horizon_years:g}", reserve=f"{ask.reserve:.0%}"),
    ]


def _money(proposal: Proposal, lang: str) -> list[str]:
    """Put today beside the plan, thousand yuan a year."""
    value, today = proposal.value, proposal.today
    rows = [["running", _money_of(today["running"]), _money_of(value.buildings + value.floors)],
            ["spread", _money_of(today["spread"]), _money_of(value.extra_floors + value.extra_buildings)],
            ["moves", _money_of(0.0), _money_of(value.moves)], ["over", "—", _money_of(value.over_ceiling)],
            ["total", _money_of(today["total"]), _money_of(value.total)]]  # fmt: skip
    named = [[_tell(f"plan.line.{row[0]}", lang), *row[1:]] for row in rows]
    return ["", *_table(("money", "today", "plan"), named, lang)]


def _given_up(proposal: Proposal, lang: str) -> list[str]:
    """Name the buildings given up, then the floors of those that stay."""
    houses = proposal.buildings_given_up
    gone = {key for place in houses for key in _floors_of(proposal, place.key)}
    floors = [place for place in proposal.floors_given_up if place.key not in gone]
    found = []
    for code, places in (("plan.buildings_up", houses), ("plan.floors_up", floors)):
        if not places:
            continue
        rows = [
            [place.name, _whole(place.usable_m2), _whole(place.office_m2), _money_of(place.cost)] for place in places[:_SHOWN]
        ]
        found += ["", _tell(code, lang, count=len(places)), *_table(("place", "usable", "office", "cost"), rows, lang)]
        if len(places) > _SHOWN:
            found.append(_tell("space.more", lang, count=len(places) - _SHOWN))
    return found


def _floors_of(proposal: Proposal, building: str) -> list[str]:
    pool = proposal.ground.pool
    number = pool.buildings.index(building)
    return [key for key, house in zip(pool.floors, pool.building, strict=True) if house == number]


def _departments(proposal: Proposal, lang: str) -> list[str]:
    """Show the departments with most people: before, after, moves."""
    order = sorted(proposal.departments, key=lambda line: (-line.staff - line.leaders, line.department_id))
    rows = [
        [line.name, str(line.staff + line.leaders), f"{line.buildings_before}/{line.floors_before}",
         f"{line.buildings_after}/{len(line.floors)}", _whole(line.office_m2), _whole(line.granted_m2),
         str(line.moved_building), str(line.moved_floor),
         "; ".join(f"{floor['name']} {floor['rooms']}" for floor in line.floors[:3]) + (" …" if len(line.floors) > 3 else "")]
        for line in order[:_SHOWN]
    ]  # fmt: skip
    head = ("department", "people", "before", "after", "office", "granted", "far", "near", "where")
    found = ["", _tell("plan.departments", lang), *_table(head, rows, lang)]
    return [*found, _tell("space.more", lang, count=len(order) - _SHOWN)] if len(order) > _SHOWN else found


def _whole(value: float) -> str:
    return f"{value:,.0f}"


def _money_of(value: float) -> str:
    return f"{value:,.1f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], lang: str) -> list[str]:
    """Align columns; those whose cells are figures stand to the right."""
    titles = [say(f"plan.column.{name}") for name in head]
    heads = [[title.lang(code) for title in titles] for code in ([lang] if lang else ["zh", "en"])]
    figures = [place for place in range(len(head)) if all(row[place][:1] in set("-—0123456789") for row in rows)]
    return aligned([*heads, *rows], right=figures)


def phase_lines(phases: Phases, lang: str) -> list[str]:
    """Give the order of a move: waves with their days, and in each the groups with most people."""
    heads = sum(group.heads for wave in phases.waves for group in wave.groups if group.step != "away")
    found = [_tell("plan.phases", lang, waves=len(phases.waves), heads=heads)]
    twice = phases.out_of_the_way
    if twice:
        lost = sum(group.heads for group in twice if not group.found)
        found.append(_tell("plan.twice", lang, groups=len(twice), heads=sum(group.heads for group in twice), lost=lost))
    for wave in phases.waves:
        values = {"number": wave.number, "first": wave.first_day, "last": wave.last_day, "heads": wave.heads}
        found += ["", _tell("plan.wave", lang, **values)]
        order = sorted(wave.groups, key=lambda group: (-group.heads, group.department_id, group.start, group.end))
        rows = [[group.department, str(group.heads), group.start, group.end, _tell(f"plan.step.{group.step}", lang)]
                for group in order[:_SHOWN]]  # fmt: skip
        found += _table(("department", "heads", "from", "to", "step"), rows, lang)
        if len(order) > _SHOWN:
            found.append(_tell("space.more", lang, count=len(order) - _SHOWN))
    return found


def curve_lines(curve: Curve, lang: str) -> list[str]:
    """Give the plans of a curve, fewest moves first, below what today costs by the same rates."""
    rows = [["—", _money_of(curve.today["total"]), "0 / 0", "0 / 0", "0", "—"]]
    rows += [
        [f"{at.horizon_years:g}", _money_of(at.operating), f"{at.moved_building} / {at.moved_floor}",
         f"{at.buildings_given_up} / {at.floors_given_up}", _whole(at.released_m2), f"{100 * at.gap:.1f} %"]
        for at in curve.points
    ]  # fmt: skip
    head = ("horizon", "operating", "moved", "released", "usable", "gap")
    return [_tell("plan.curve", lang, count=len(curve.points)), "", *_table(head, rows, lang)]


def compare_lines(comparison: Comparison, lang: str) -> list[str]:
    """Give two plans side by side: figures, then the departments that go elsewhere."""
    one, two = comparison.names
    found = [_tell("plan.compared", lang, one=one, two=two), ""]
    rows = [[_tell(f"plan.figure.{name}", lang), _figure(first), _figure(second)] for name, first, second in comparison.figures]
    found += [*_table(("figure", "one", "two"), rows, lang), ""]
    found.append(_tell("plan.differ", lang, departments=len(comparison.departments), rooms=len(comparison.rooms)))
    shown = [
        [row["name"], "; ".join(row["one"][:4]) or "—", "; ".join(row["two"][:4]) or "—"]
        for row in comparison.departments[:_SHOWN]
    ]
    if shown:
        found += _table(("department", "one", "two"), shown, lang)
    if len(comparison.departments) > _SHOWN:
        found.append(_tell("space.more", lang, count=len(comparison.departments) - _SHOWN))
    return found


def explain_lines(why: Explanation, lang: str) -> list[str]:
    """Say what leaving a department in place costs, and which floors' seats are worth most."""
    if not why.moves:
        found = [_tell("plan.pin_free", lang, department=why.department)]
    elif why.value is None:
        found = [_tell("plan.pin_impossible", lang, department=why.department, reason=why.reason)]
    else:
        values = {
            "value": _money_of(why.value),
            "bound": _figure(why.bound),
            "more": _figure(why.more),
            "least": _money_of(why.at_least),
        }
        found = [_tell("plan.pinned", lang, department=why.department, **values)]
    if why.seats:
        rows = [[str(row["name"]), f"{row['price']:.2f}"] for row in why.seats[:_SHOWN]]
        found += ["", _tell("plan.worth", lang), *_table(("place", "price"), rows, lang)]
    return found


def _figure(value: float | None) -> str:
    if value is None:
        return "—"
    return f"{value:,.0f}" if isinstance(value, int) or abs(value) >= 1000 else f"{value:,.3g}"
