"""What a consolidation plan says in the words of the district: what is given up, who sits where, who moves, what it saves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.answer import plain
from twin.space.consolidate.problem import USES
from twin.space.planning.checker import check
from twin.space.planning.seating import seat, sitting
from twin.space.planning.wording import lines

if TYPE_CHECKING:
    from twin.model.findings import Finding
    from twin.space.consolidate.plan import Plan, Value
    from twin.space.planning.intake import Ground
    from twin.space.planning.seating import Seating

__all__ = ["Given", "Holding", "Place", "Proposal", "Transfer", "check", "propose"]


@dataclass(frozen=True, slots=True)
class Place:
    """A building or floor that is given up; areas are net usable, m²; `cost` thousand yuan a year."""

    key: str
    name: str
    usable_m2: float
    office_m2: float
    cost: float


@dataclass(frozen=True, slots=True)
class Holding:
    """One department before and after: floors, buildings and m² of offices in the plan; people who move.

    `granted_m2` is what the ceilings grant its heads; `floors` names each floor of the plan with rooms, seats and m².
    """

    department_id: str
    name: str
    staff: int
    leaders: int
    floors_before: int
    buildings_before: int
    buildings_after: int
    office_m2: float
    granted_m2: float
    moved_building: int
    moved_floor: int
    floors: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """People of one rank given one room; `use` as `consolidate.problem.USES`, `rank` empty where the data name none."""

    room_id: str
    number: str
    floor_id: str
    department_id: str
    use: str
    rank: str
    heads: int
    area_m2: float


@dataclass(frozen=True, slots=True)
class Transfer:
    """People of a department who change rooms; `from_room` empty for posts that nobody fills or who sit outside the plan."""

    department_id: str
    use: str
    from_room: str
    from_place: str
    from_floor: str
    from_floor_name: str
    to_room: str
    to_place: str
    to_floor: str
    to_floor_name: str
    heads: int
    kind: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The plan in the words of the district, beside the numbers it was made from.

    `today` is the running cost and spread of what is held today by the same rates, thousand yuan a year, moves none.
    """

    ground: Ground
    plan: Plan
    seating: Seating
    today: dict[str, float]
    buildings_given_up: tuple[Place, ...]
    floors_given_up: tuple[Place, ...]
    departments: tuple[Holding, ...]
    rooms: tuple[Given, ...]
    transfers: tuple[Transfer, ...]

    @property
    def value(self) -> Value:
        """What the plan costs, by kind, thousand yuan a year."""
        return self.plan.value

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the data left open."""
        return self.ground.findings

    def record(self) -> dict[str, Any]:
        """Give the answer as plain JSON.

        Returns
        -------
        A dict with

        - ``asked``: day, scope, m² per seat, reserve, whom to seat, horizon, wishes; ``costs``: rates, and whether judged
        - ``value`` by kind, ``bound``, ``gap``, ``left_out`` (kinds the bound counts as zero), ``today``; thousand yuan a year
        - ``released``: buildings, floors, usable_m2, office_m2 and running cost saved a year
        - ``buildings_given_up``, ``floors_given_up``, ``departments``, ``rooms``, ``transfers``: as the classes of this module
        - ``free_rooms``: offices of the pool that stand empty today and in the plan, with their seats
        - ``seed, iterations, nodes, stopped``: how far the search went; ``findings``
        """
        asked, plan = self.ground.ask, self.plan
        return {
            "asked": plain(asked),
            "costs": {"judged": self.ground.costs.judged, **plain(self.ground.costs.common)},
            "value": {name: plain(getattr(plan.value, name)) for name in type(plan.value).__slots__},
            "bound": plain(plan.bound) if plan.certificate else None,
            "gap": plain(plan.gap) if plan.certificate else None,
            "left_out": list(plan.certificate.left_out) if plan.certificate else [],
            "today": plain(self.today),
            "released": plain(self.released),
            **{
                name: plain(getattr(self, name))
                for name in ("buildings_given_up", "floors_given_up", "departments", "rooms", "transfers")
            },
            "free_rooms": self.free_rooms,
            **{name: getattr(plan, name) for name in ("seed", "iterations", "nodes", "stopped")},
            "findings": [found.record() for found in self.findings],
        }

    @property
    def released(self) -> dict[str, float]:
        """Buildings, floors and m² given up, and the running cost that ends, thousand yuan a year."""
        running = self.value.buildings + self.value.floors
        return {
            "buildings": len(self.buildings_given_up),
            "floors": len(self.floors_given_up),
            "usable_m2": sum(place.usable_m2 for place in self.floors_given_up),
            "office_m2": sum(place.office_m2 for place in self.floors_given_up),
            "running_cost": self.today["running"] - running,
        }

    @property
    def free_rooms(self) -> list[dict[str, Any]]:
        """Offices of the pool that stand empty today and in the plan, with their seats."""
        ground = self.ground
        free = (self.seating.department < 0) & (ground.pool.holder < 0)
        seats = ground.problem.types.seats[ground.pool.type]
        return [
            {"room_id": str(ground.held.rooms[ground.pool.row[room]]), "seats": int(seats[room])} for room in np.flatnonzero(free)
        ]

    def lines(self, lang: str = "") -> list[str]:
        """Give the answer for the terminal, in ``zh``, ``en`` or both, Chinese first."""
        return lines(self, lang)


def propose(ground: Ground, plan: Plan) -> Proposal:
    """Seat a plan in real rooms and say what it means."""
    seating = seat(ground, plan)
    kept = {int(f) for f in np.flatnonzero(ground.problem.floor_state > 0)}
    open_floors = sorted({int(floor) for floor in plan.rooms[:, 1]} | set(plan.reserve) | kept)
    return Proposal(
        ground=ground,
        plan=plan,
        seating=seating,
        today=_today(ground),
        buildings_given_up=_buildings(ground, open_floors),
        floors_given_up=_floors(ground, open_floors),
        departments=tuple(_holding(ground, plan, seating, d) for d in range(len(ground.departments))),
        rooms=tuple(_rooms(ground, seating)),
        transfers=tuple(_transfers(ground, seating)),
    )


def _today(ground: Ground) -> dict[str, float]:
    """Reckon what is held today: a floor is open if somebody sits on it, a building if one of its floors is."""
    problem, weights = ground.problem, ground.problem.weights
    used = np.zeros((len(ground.departments), len(problem.building)), dtype=bool)
    for d, _, room in sitting(ground):
        used[d, ground.pool.floor[room]] = True
    floors = used.any(axis=0)
    houses = {int(b) for b in problem.building[floors]}
    spread = sum(
        max(0, int(row.sum()) - 1) * weights.extra_floor
        + max(0, len(set(problem.building[row].tolist())) - 1) * weights.extra_building
        for row in used
    )
    running = float(problem.floor_cost[floors].sum() + problem.building_cost[sorted(houses)].sum())
    return {
        "running": running,
        "spread": spread,
        "total": running + spread,
        "floors": int(floors.sum()),
        "buildings": len(houses),
    }


def _office_m2(ground: Ground, floor: int) -> float:
    return float(ground.held.area[ground.pool.row[ground.pool.floor == floor]].sum())


def _floors(ground: Ground, open_floors: list[int]) -> tuple[Place, ...]:
    """Give the floors of the plan that are not open."""
    pool, problem = ground.pool, ground.problem
    return tuple(
        Place(key, pool.floor_names[f], float(ground.floor_area[f]), _office_m2(ground, f), float(problem.floor_cost[f]))
        for f, key in enumerate(pool.floors)
        if f not in open_floors
    )


def _buildings(ground: Ground, open_floors: list[int]) -> tuple[Place, ...]:
    """Give the buildings of the plan none of whose floors is open."""
    pool, problem = ground.pool, ground.problem
    held = {int(problem.building[f]) for f in open_floors}
    found = []
    for b, key in enumerate(pool.buildings):
        if b in held:
            continue
        floors = np.flatnonzero(problem.building == b)
        cost = float(problem.building_cost[b] + problem.floor_cost[floors].sum())
        office = sum(_office_m2(ground, int(f)) for f in floors)
        found.append(Place(key, pool.building_names[b], float(ground.building_area[b]), office, cost))
    return tuple(found)


def _holding(ground: Ground, plan: Plan, seating: Seating, d: int) -> Holding:
    """Say what one department has before and after."""
    pool, problem = ground.pool, ground.problem
    before = {int(pool.floor[room]) for owner, _, room in sitting(ground) if owner == d}
    mine = seating.department == d
    area = ground.held.area[pool.row]
    floors = []
    for f in np.unique(pool.floor[mine]):
        here = mine & (pool.floor == f)
        seats = int(problem.types.seats[pool.type[here]].sum())
        floors.append(
            {"floor_id": pool.floors[f], "name": pool.floor_names[f], "rooms": int(here.sum()), "seats": seats,
             "heads": int(seating.heads[here].sum()), "office_m2": float(area[here].sum())}
        )  # fmt: skip
    moves = [move for move in seating.moves if move.department == d]
    return Holding(
        department_id=ground.departments[d],
        name=problem.department_names[d],
        staff=int(problem.staff[d]),
        leaders=int(problem.chiefs[d] + problem.deputies[d]),
        floors_before=len(before),
        buildings_before=len({int(problem.building[f]) for f in before}),
        buildings_after=len({int(problem.building[f]) for f in np.unique(plan.rooms[plan.rooms[:, 0] == d, 1])}),
        office_m2=float(area[mine].sum()),
        granted_m2=float(sum(n * ceiling for part in ground.ranks[d] for _, n, ceiling in part)),
        moved_building=sum(move.heads for move in moves if move.kind == "building"),
        moved_floor=sum(move.heads for move in moves if move.kind == "floor"),
        floors=tuple(floors),
    )


def _rooms(ground: Ground, seating: Seating) -> list[Given]:
    """Name who gets each room; the higher a rank, the larger its room."""
    found = []
    area = ground.held.area[ground.pool.row]
    for d in range(len(ground.departments)):
        for u, use in enumerate(USES):
            mine = np.flatnonzero((seating.department == d) & (seating.use == u))
            waiting = [(rank, n) for rank, n, _ in ground.ranks[d][u]]
            for room in mine[np.lexsort((mine, -area[mine]))]:
                left = int(seating.heads[room])
                while left and waiting:
                    rank, open_ = waiting.pop(0)
                    take = min(left, open_)
                    found.append(_given(ground, int(room), d, use, rank, take))
                    left -= take
                    if open_ > take:
                        waiting.insert(0, (rank, open_ - take))
    return found


def _given(ground: Ground, room: int, d: int, use: str, rank: str, heads: int) -> Given:
    row = ground.pool.row[room]
    held = ground.held
    number = str(held.room_number[row] or held.room_name[row] or "")
    floor = ground.pool.floors[ground.pool.floor[room]]
    return Given(str(held.rooms[row]), number, floor, ground.departments[d], use, rank, heads, float(held.area[row]))


def _transfers(ground: Ground, seating: Seating) -> list[Transfer]:
    """Name every move but those who stay."""
    held, pool = ground.held, ground.pool

    def at(room: int) -> tuple[str, str, str, str]:
        if room < 0:
            return "", "", "", ""
        row, floor = pool.row[room], pool.floor[room]
        place = " ".join(filter(None, (held.room_place[row], held.room_number[row] or held.room_name[row])))
        return str(held.rooms[row]), place, pool.floors[floor], pool.floor_names[floor]

    return [
        Transfer(ground.departments[move.department], USES[move.use], *at(move.start), *at(move.end), move.heads, move.kind)
        for move in seating.moves
        if move.kind != "stay"
    ]
