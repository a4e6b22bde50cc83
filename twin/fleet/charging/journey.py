"""The fastest way under battery, on places and what lies between them.

Sets and data: places 0 … n-1 are chargers, n the start, n + 1 the goal. t(i, j) milliseconds and e(i, j) Wh of the fastest way
between two places. B battery, a the charge at the start, r the charge that may never be undercut, r' that at the goal. T_i(l)
milliseconds that charger i takes from empty to level l: piecewise linear, its slopes ascending. h milliseconds to plug in.

Problem: a sequence of places from start to goal, at each charger on it either driven past or plugged in at and left with a level
l, the start not come back to, so that the charge never falls below r on the way (r' at the goal) nor exceeds B, with the least
sum of driving, plugging in and charging.

Method: label setting (Baum, Dibbelt, Gemsa, Wagner and Zündorf, Shortest Feasible Paths with Charging Stops for Battery Electric
Vehicles, 2019). A label at a place knows where it last charged, with what level that began, the milliseconds and Wh since, and
the least level it must have left with; how long it charged stays open until the next charger. The level left with is then, in
some optimum, the least that is needed or a breakpoint of that charger's curve: in between, time is linear in it until one of
these is met, because the next charger's curve enters with the opposite sign. Labels come in the order of a lower bound: the
milliseconds so far, those of the fastest way to the goal, and what lacks for a straight line there, charged at the best rate.
The first label to come out at the goal is the answer, its bound its value.
"""

from __future__ import annotations

import heapq
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from twin.fleet.charging.curve import Curve

    Floats = NDArray[np.float64]

__all__ = ["Ask", "Found", "Legs", "Stop", "search"]

_EPS = 1e-9
_AHEAD = 16
"""Places whose rows are asked for at once: as many as one sweep of the hierarchy carries."""


class Legs(Protocol):
    """What lies between places."""

    def rows(self, places: Sequence[int]) -> list[tuple[Floats, Floats]]:
        """Milliseconds and Wh from each of some places to every place, infinite where there is no way."""


@dataclass(frozen=True, slots=True)
class Ask:
    """The numbers of the problem.

    `curves`: of each charger, shape (n,). `left_ms`, `left_wh`: shape (n + 2,), lower bounds of time and energy from each place
    to the goal, 0 for the goal itself, infinite where there is no way.
    """

    curves: Sequence[Curve]
    battery_wh: float
    start_wh: float
    reserve_wh: float
    goal_wh: float
    plug_ms: float
    left_ms: Floats
    left_wh: Floats


@dataclass(frozen=True, slots=True)
class Stop:
    """A charge: the charger's place, the levels on arrival and on leaving, and the milliseconds of charging alone."""

    charger: int
    arrive_wh: float
    leave_wh: float
    charge_ms: float


@dataclass(frozen=True, slots=True)
class Found:
    """The fastest way: the places in order, the stops among them, and milliseconds in all; `looked`: labels taken up."""

    places: tuple[int, ...]
    stops: tuple[Stop, ...]
    ms: float
    arrive_wh: float
    looked: int


@dataclass(frozen=True, slots=True)
class _Charge:
    """Plugged in: where (-1 the start, where nothing is charged), when charging begins, with what level, and how one came."""

    at: int
    ms: float
    level: float
    via: _Label | None
    left_last: float


@dataclass(frozen=True, slots=True)
class _Label:
    """On the way since a charge: the place, milliseconds and Wh since, the least level to have left with, places passed."""

    place: int
    charge: _Charge
    ms: float
    wh: float
    least: float
    passed: tuple[int, ...]


def search(ask: Ask, legs: Legs) -> Found | None:
    """Find the fastest way, None where no way is feasible."""
    return _Search(ask, legs).run()


class _Search:
    def __init__(self, ask: Ask, legs: Legs) -> None:
        self.ask, self.legs = ask, legs
        self.count = len(ask.curves)
        self.best_rate = min((curve.best_ms_per_wh for curve in ask.curves), default=0.0)
        self.needs = np.full(self.count + 2, ask.reserve_wh)
        self.needs[-1] = ask.goal_wh
        self.heap: list[tuple[float, int, _Label]] = []
        self.serial = itertools.count()
        self.upper = np.inf
        self.rows: dict[int, tuple[Floats, Floats]] = {}
        self.plugged: dict[int, list[tuple[float, float]]] = {}
        self.known: dict[int, list[_Label]] = {}

    def run(self) -> Found | None:
        start = _Charge(-1, 0.0, self.ask.start_wh, None, self.ask.start_wh)
        if self.ask.start_wh + _EPS < self.ask.reserve_wh:
            return None
        self._drive(start, self._row(self.count), (), 0.0, 0.0)
        looked = 0
        while self.heap:
            bound, _, label = heapq.heappop(self.heap)
            looked += 1
            if label.place == self.count + 1:
                return self._told(label, bound, looked)
            if bound > self.upper or any(self._beats(other, label) for other in self.known.get(label.place, ())):
                continue
            self.known.setdefault(label.place, []).append(label)
            row = self._row(label.place)
            for charge in self._choices(label):
                self._drive(charge, row, (), 0.0, 0.0)
            self._pass(label, row)
        return None

    def _row(self, place: int) -> tuple[Floats, Floats]:
        """Give the row of a place, and fetch those that will be asked for next along with it."""
        if place not in self.rows:
            ahead = [label.place for _, _, label in heapq.nsmallest(4 * _AHEAD, self.heap)]
            wanted = [at for at in dict.fromkeys(ahead) if at not in self.rows and at not in {place, self.count + 1}]
            wanted = [place, *wanted[: _AHEAD - 1]]
            self.rows |= dict(zip(wanted, self.legs.rows(wanted), strict=True))
        return self.rows[place]

    def _cap(self, charge: _Charge) -> float:
        return charge.level if charge.at < 0 else self.ask.battery_wh

    def _time(self, charge: _Charge, level: Floats) -> Floats:
        """Milliseconds of charging up to levels."""
        if charge.at < 0:
            return np.zeros_like(level)
        curve = self.ask.curves[charge.at]
        return curve.at(level) - float(curve.at(charge.level))

    def _drive(self, charge: _Charge, row: tuple[Floats, Floats], passed: tuple[int, ...], ms: float, wh: float) -> None:
        """Put a label at every place that may be reached and may be on a faster way than the best known."""
        ask = self.ask
        there_ms, there_wh = ms + row[0], wh + row[1]
        least = np.maximum(self.needs + there_wh, charge.level)
        fits = (least <= self._cap(charge) + _EPS) & np.isfinite(there_ms)
        fits[self.count] = False
        if passed:  # of use only where driving past a charger saves energy on the direct way
            direct = self.rows[charge.at if charge.at >= 0 else self.count]
            fits &= there_wh < direct[1] - _EPS
        places = np.flatnonzero(fits)
        if len(places) == 0:
            return
        least = least[places]
        now = charge.ms + self._time(charge, least) + there_ms[places]
        lacks = np.maximum(ask.left_wh[places] + ask.goal_wh - (least - there_wh[places]), 0.0)
        lacks[places == self.count + 1] = 0.0
        plug = np.where((lacks > _EPS) & (charge.at < 0), ask.plug_ms, 0.0)
        more = np.where(lacks > _EPS, lacks * self.best_rate, 0.0)
        bounds = now + ask.left_ms[places] + more + plug
        for place, bound, needed in zip(places.tolist(), bounds.tolist(), least.tolist(), strict=True):
            if bound < self.upper + _EPS and np.isfinite(bound) and place not in passed and place != charge.at:
                label = _Label(place, charge, float(there_ms[place]), float(there_wh[place]), needed, passed)
                heapq.heappush(self.heap, (bound, next(self.serial), label))
                if place == self.count + 1:
                    self.upper = min(self.upper, bound)

    def _choices(self, label: _Label) -> Iterator[_Charge]:
        """Settle with what level the last charger was left, each way that may be best, and plug in here."""
        charge, cap = label.charge, self._cap(label.charge)
        levels = [label.least]
        if charge.at >= 0:
            levels += [level for level in self.ask.curves[charge.at].level_wh if label.least + _EPS < level <= cap]
        for level in levels:
            arrive = level - label.wh
            began = charge.ms + float(self._time(charge, np.array(level))) + label.ms + self.ask.plug_ms
            states = self.plugged.setdefault(label.place, [])
            if any(ms <= began and there >= arrive for ms, there in states):
                continue
            states.append((began, arrive))
            yield _Charge(label.place, began, arrive, label, level)

    def _pass(self, label: _Label, row: tuple[Floats, Floats]) -> None:
        """Drive past, which may save energy although it never saves time."""
        charge = _Charge(label.charge.at, label.charge.ms, label.charge.level, label.charge.via, label.charge.left_last)
        self._drive(charge, row, (*label.passed, label.place), label.ms, label.wh)

    def _beats(self, one: _Label, other: _Label) -> bool:
        """Tell whether a label is, for every charge on arrival, as soon there as another.

        Both are straight between the levels at which either curve bends, so that it is enough to compare there.
        """
        bends = {0.0}
        for label in (one, other):
            levels = [label.least, self._cap(label.charge)]
            if label.charge.at >= 0:
                levels += [level for level in self.ask.curves[label.charge.at].level_wh if level > label.least]
            bends |= {level - label.wh for level in levels}
        low, high = other.least - other.wh, self._cap(other.charge) - other.wh
        at = np.array(sorted(level for level in bends if low - _EPS <= level <= high + _EPS))
        if high > self._cap(one.charge) - one.wh + _EPS:
            return False
        return bool((self._there(one, at) <= self._there(other, at) + _EPS).all())

    def _there(self, label: _Label, arrive: Floats) -> Floats:
        """Milliseconds at which a label can be at its place with levels."""
        level = np.maximum(arrive + label.wh, label.least)
        return label.charge.ms + self._time(label.charge, level) + label.ms

    def _told(self, label: _Label, ms: float, looked: int) -> Found:
        """Follow the labels back."""
        places, stops = [self.count + 1], []
        charge, leave = label.charge, label.least
        arrive = leave - label.wh
        places += reversed(label.passed)
        while charge.at >= 0:
            taken = float(self._time(charge, np.array(leave)))
            stops.append(Stop(charge.at, charge.level, leave, taken))
            places.append(charge.at)
            before = charge.via
            if before is None:
                break
            places += reversed(before.passed)
            leave, charge = charge.left_last, before.charge
        places.append(self.count)
        return Found(tuple(reversed(places)), tuple(reversed(stops)), ms, arrive, looked)
