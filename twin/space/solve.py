"""What each department holds on one day, and what the standard grants it.

Sets: departments d, rooms r with area A_r and group g(r); n_rd people of d in r that day, D_r the departments that hold r.

    share       s_rd = n_rd / Σ_d n_rd, or 1 / |D_r| where nobody is counted
    held        H_dg = Σ_{r: g(r) = g} A_r · s_rd
    office      O_d  = Σ_posts ceiling(level, rank) · posts
    service     S_d  = x · f_level(x),  x = Σ posts (编制定员)
    equipment   Q_d  = 9 % · (O_d + S_d)
    basic       O_d + S_d + Q_d          (基本办公用房, compared with the held office + service + equipment)
    over, room  A_r − Σ_occupants ceiling(level, rank) > tolerance,  for offices whose people all have a ceiling

发改投资〔2014〕2674号; all areas are net usable (使用面积).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.findings import sort_findings
from twin.space.judge import area_basis, judge, unused, vacant
from twin.space.notices import unverified
from twin.space.plan import DepartmentLine, Report, Step
from twin.space.rules import GROUPS
from twin.space.sharing import shares

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.problem import Problem
    from twin.space.rules import Rule

    Part = tuple[Step, list[Rule]]

BASIC = ("office", "service", "equipment")
"""基本办公用房: what the standard measures in usable area."""


def solve(problem: Problem) -> Report:
    """Answer the question; exact, no search, the same bytes for the same problem."""
    held = _held(problem)
    cited: dict[str, Rule] = {}
    departments = tuple(_department(problem, int(row), held[row], cited) for row in np.flatnonzero(problem.chosen))
    over, unjudged = judge(problem, cited)
    rules = tuple(cited[key] for key in sorted(cited))
    return Report(
        on=problem.params.on,
        version=problem.version,
        standard=_standard(problem),
        tolerance_m2=problem.params.tolerance_m2,
        area_basis=area_basis(problem),
        classes=_classes(problem, held),
        balance=_balance(problem, held),
        departments=departments,
        totals=_totals(problem, departments),
        over_standard=over,
        unjudged=unjudged,
        vacant=vacant(problem),
        unused=unused(problem),
        rules=rules,
        findings=tuple(sort_findings([*problem.findings, *(unverified(rule) for rule in rules if rule.verified == 0)])),
    )


def _held(problem: Problem) -> NDArray[np.float64]:
    """Give H_dg, shape (departments, groups)."""
    rooms, departments, share = shares(problem)
    held = np.zeros((len(problem.departments), len(GROUPS)))
    np.add.at(held, (departments, _groups(problem)[rooms]), share * problem.area[rooms])
    return held


def _groups(problem: Problem) -> NDArray[np.intp]:
    """Give the place of each room's group in `GROUPS`."""
    return np.array([GROUPS.index(problem.standard.groups.get(name, "other")) for name in problem.room_class], dtype=np.intp)


def _department(problem: Problem, row: int, areas: NDArray[np.float64], cited: dict[str, Rule]) -> DepartmentLine:
    """Set what one department holds against what it is due; only where all that it holds was asked about."""
    rows = problem.use_department == row
    held = {group: float(area) for group, area in zip(GROUPS, areas, strict=True)}
    held["basic"] = sum(held[part] for part in BASIC)
    staff = int(problem.post_count[problem.post_department == row].sum())
    steps, rules = _entitlement(problem, row, staff)
    cited.update((rule.key, rule) for rule in rules)
    entitled = {step.part: step.m2 for step in steps}
    return DepartmentLine(
        department_id=problem.departments[row],
        name=problem.names[row],
        level=problem.levels[row],
        staff=staff,
        people=int(problem.use_heads[rows].sum()),
        rooms=len(np.unique(problem.use_room[rows])),
        held=held,
        entitled=entitled,
        over={part: None if m2 is None or problem.params.buildings else held[part] - m2 for part, m2 in entitled.items()},
        steps=steps,
        verified=min((rule.verified for rule in rules), default=None),
    )


def _entitlement(problem: Problem, row: int, staff: int) -> tuple[tuple[Step, ...], list[Rule]]:
    """Reckon O_d, S_d, Q_d and their sum in steps; a step that lacks a figure has no m²."""
    office, office_rules = _office(problem, row)
    service, service_rules = _service(problem, row, staff)
    rule = problem.standard.equipment
    share = f"{100 * rule.value:g}%"
    known = office.m2 is not None and service.m2 is not None
    both = (office.m2 or 0.0) + (service.m2 or 0.0)
    base = f"{_m2(office.m2)} + {_m2(service.m2)}"
    equipment = Step("equipment", f"({base}) × {share}", both * rule.value if known else None, (rule.key,) if known else ())
    basic = Step("basic", f"{base} + {_m2(equipment.m2)}", both + both * rule.value if known else None, ())
    return (office, service, equipment, basic), [*office_rules, *service_rules, *([rule] if known else [])]


def _office(problem: Problem, row: int) -> Part:
    """Add up the ceilings of the posts; without a figure where a rank has none or there is no post at all."""
    posts: dict[str, int] = {}
    for place in np.flatnonzero((problem.post_department == row) & (problem.post_count > 0)):
        rank = problem.post_rank[place]
        posts[rank] = posts.get(rank, 0) + int(problem.post_count[place])
    ceilings = {rank: problem.standard.ceilings.get((problem.levels[row] or "", rank)) for rank in posts}
    ordered = sorted(posts, key=lambda rank: (-(rule.value if (rule := ceilings[rank]) else 0.0), rank))
    formula = " + ".join(f"{posts[rank]} × {f'{rule.value:g}' if (rule := ceilings[rank]) else '?'}" for rank in ordered)
    rules = [rule for rank in ordered if (rule := ceilings[rank])]
    if not posts or len(rules) < len(posts):
        return Step("office", formula or "?", None, tuple(sorted(rule.key for rule in rules))), rules
    m2 = sum(posts[rank] * rule.value for rank, rule in zip(ordered, rules, strict=True))
    return Step("office", formula, m2, tuple(sorted(rule.key for rule in rules))), rules


def _service(problem: Problem, row: int, staff: int) -> Part:
    """Give x · f(x)."""
    formula = problem.standard.service.get(problem.levels[row] or "")
    if formula is None or staff == 0:
        return Step("service", f"{staff} × ?", None, ()), []
    per_head = formula.per_head(staff)
    middle = formula.first_x < staff < formula.last_x
    shown = f"({formula.minuend:.10g} − {staff}) / {formula.divisor:.10g}" if middle else f"{per_head:.10g}"
    return Step("service", f"{staff} × {shown}", staff * per_head, (formula.rule.key,)), [formula.rule]


def _m2(value: float | None) -> str:
    """Write an area in a formula: as short as two decimals allow."""
    return "?" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def _classes(problem: Problem, held: NDArray[np.float64]) -> tuple[dict[str, Any], ...]:
    """Give rooms and m² per group and per room class, and what the chosen departments hold of it."""
    groups = _groups(problem)
    ours = held[problem.chosen].sum(axis=0)
    rows = []
    for place, group in enumerate(GROUPS):
        inside = groups == place
        kinds = {
            str(kind): {"rooms": int((rows_of := problem.room_class == kind).sum()), "m2": float(problem.area[rows_of].sum())}
            for kind in sorted(set(problem.room_class[inside]))
        }
        rows.append(
            {
                "group": group,
                "rooms": int(inside.sum()),
                "m2": float(problem.area[inside].sum()),
                "held_m2": float(ours[place]),
                "room_classes": kinds,
            }
        )
    return tuple(rows)


def _balance(problem: Problem, held: NDArray[np.float64]) -> dict[str, float]:
    """Share the whole area out without remainder."""
    idle = np.ones(len(problem.rooms), dtype=bool)
    idle[problem.use_room] = False
    office = problem.room_class == "office"
    return {
        "total_m2": float(problem.area.sum()),
        "held_m2": float(held[problem.chosen].sum()),
        "held_by_others_m2": float(held[~problem.chosen].sum()),
        "vacant_m2": float(problem.area[idle & office].sum()),
        "unassigned_m2": float(problem.area[idle & ~office].sum()),
    }


def _totals(problem: Problem, departments: tuple[DepartmentLine, ...]) -> dict[str, dict[str, float | None]]:
    """Add the departments up, and set all rooms, also those that serve all, against what they are due together.

    A part lacks its sum where any department lacks it or there is none; all rooms are compared only where the question was
    about the whole district, because a part of the rooms against whole entitlements, or the reverse, says nothing.
    """
    groups = _groups(problem)
    held: dict[str, float | None] = {part: sum(line.held[part] for line in departments) for part in (*GROUPS, "basic")}
    areas = {part: float(problem.area[groups == place].sum()) for place, part in enumerate(GROUPS) if part in BASIC}
    areas["basic"] = sum(areas.values())
    whole = not problem.params.buildings and not problem.params.departments
    entitled: dict[str, float | None] = {}
    over: dict[str, float | None] = {}
    present_over: dict[str, float | None] = {}
    for part in (*BASIC, "basic"):
        figures = [line.entitled[part] for line in departments]
        known = [figure for figure in figures if figure is not None]
        due = sum(known) if known and len(known) == len(figures) else None
        entitled[part] = due
        over[part] = None if due is None or problem.params.buildings else sum(line.over[part] or 0.0 for line in departments)
        present_over[part] = areas[part] - due if due is not None and whole else None
    return {"held": held, "entitled": entitled, "over": over, "present": {**areas}, "present_over": present_over}


def _standard(problem: Problem) -> dict[str, str]:
    standard = problem.standard
    return {
        name: getattr(standard, name) for name in ("name", "name_en", "number", "valid_from", "clause_note", "clause_note_en")
    }
