"""The consolidation problem: who needs seats, which floors have them, what it costs, and what the planner has decided already.

Costs are in one unit of money (thousand yuan in the interchange files), running costs per year; moves are paid once and
written off over `horizon_years`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["RULE_KINDS", "USES", "Problem", "RoomTypes", "Rule", "RuleKind", "Weights"]

USES = ("staff", "chief", "deputy")
"""What a room of a department is used for, in the order of all arrays."""

RuleKind = Literal["close_building", "close_floor", "keep_building", "keep_floor", "bar", "only", "reserve"]
RULE_KINDS: tuple[RuleKind, ...] = ("close_building", "close_floor", "keep_building", "keep_floor", "bar", "only", "reserve")


@dataclass(frozen=True, slots=True)
class Weights:
    """Prices of the objective; each ≥ 0, and moving to another building is not cheaper than to another floor."""

    move_building: float = 0.8
    move_floor: float = 0.3
    extra_floor: float = 15.0
    extra_building: float = 40.0
    over_m2: float = 1.0
    horizon_years: float = 1.0


@dataclass(frozen=True, slots=True)
class RoomTypes:
    """Kinds of rooms, one entry per type: m² of net usable area, seats, and which leaders may sit in it."""

    name: tuple[str, ...]
    area_m2: Floats
    seats: Ints
    chief_may: NDArray[np.bool_]
    deputy_may: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Rule:
    """One decision of the planner that every plan must keep.

    `floors` and `buildings` are numbers; `department` is −1 where it concerns all. ``bar`` keeps a department off the floors,
    ``only`` keeps it on them (a pin, a security class), ``reserve`` asks for `share` more seats open than are needed.
    """

    kind: RuleKind
    department: int = -1
    floors: tuple[int, ...] = ()
    buildings: tuple[int, ...] = ()
    share: float = 0.0


@dataclass(frozen=True)
class Problem:
    """Frozen arrays; D departments, F floors standing building by building, B buildings, T room types.

    Attributes
    ----------
    building, floor_cost, building_cost
        Building of each floor (F), running cost of each floor (F) and building (B).
    rooms
        Rooms by floor and type, shape (F, T).
    staff, chiefs, deputies
        Heads per department (D).
    today
        People of a department on a floor now, shape (D, F).
    ceilings_m2
        Area granted per (staff, chief, deputy).
    """

    name: str
    types: RoomTypes
    weights: Weights
    ceilings_m2: tuple[float, float, float]
    building: Ints
    building_cost: Floats
    floor_cost: Floats
    rooms: Ints
    staff: Ints
    chiefs: Ints
    deputies: Ints
    today: Ints
    rules: tuple[Rule, ...] = ()
    department_names: tuple[str, ...] = field(default=())
    floor_names: tuple[str, ...] = field(default=())
    building_names: tuple[str, ...] = field(default=())

    @cached_property
    def seats(self) -> Ints:
        """Seats of each floor."""
        return self.rooms @ self.types.seats

    @cached_property
    def leader_seats(self) -> Ints:
        """Seats that the leaders' rooms of each department take at least."""
        chief = self.types.seats[self.types.chief_may].min(initial=1 << 20)
        deputy = self.types.seats[self.types.deputy_may].min(initial=1 << 20)
        return np.where(self.chiefs > 0, self.chiefs * chief, 0) + np.where(self.deputies > 0, self.deputies * deputy, 0)

    @cached_property
    def home(self) -> Ints:
        """People of each department on each floor today, cut to its staff, shape (D, F)."""
        return np.minimum(self.today, self.staff[:, None])

    @cached_property
    def home_building(self) -> Ints:
        """The same summed by building, shape (D, B)."""
        sums = np.zeros((len(self.staff), len(self.building_cost)), dtype=np.int64)
        for floor, building in enumerate(self.building):
            sums[:, building] += self.home[:, floor]
        return sums

    @cached_property
    def allowed(self) -> NDArray[np.bool_]:
        """Whether a department may sit on a floor, shape (D, F)."""
        may = np.ones((len(self.staff), len(self.building)), dtype=bool)
        for rule in self.rules:
            rows = slice(None) if rule.department < 0 else rule.department
            places = list(rule.floors)
            if rule.kind == "bar":
                may[rows, places] = False
            elif rule.kind == "only":
                kept = np.zeros(len(self.building), dtype=bool)
                kept[places] = True
                may[rows] &= kept
        return may

    @cached_property
    def floor_state(self) -> NDArray[np.int64]:
        """1 must stay open, −1 must be given up, 0 free; giving up wins, so that `check` names the floor that must stay."""
        state = np.zeros(len(self.building), dtype=np.int64)
        for rule in self.rules:
            if rule.kind == "keep_floor":
                state[list(rule.floors)] = 1
        for rule in self.rules:
            if rule.kind == "close_floor":
                state[list(rule.floors)] = -1
        state[self.building_state[self.building] < 0] = -1
        return state

    @cached_property
    def building_state(self) -> NDArray[np.int64]:
        """1 must stay open, −1 must be given up, 0 free."""
        state = np.zeros(len(self.building_cost), dtype=np.int64)
        for rule in self.rules:
            if rule.kind == "keep_building":
                state[list(rule.buildings)] = 1
            elif rule.kind == "keep_floor":
                state[self.building[list(rule.floors)]] = 1
        for rule in self.rules:
            if rule.kind == "close_building":
                state[list(rule.buildings)] = -1
        return state

    @cached_property
    def need(self) -> int:
        """Seats that must be open: staff and leaders, and the reserve on top, rounded up."""
        share = max((rule.share for rule in self.rules if rule.kind == "reserve"), default=0.0)
        seats = int(self.staff.sum() + self.leader_seats.sum())
        return int(np.ceil(seats * (1.0 + share) - 1e-9))

    def with_rules(self, rules: Sequence[Rule]) -> Problem:
        """Give the same data under other rules."""
        return replace(self, rules=tuple(rules))
