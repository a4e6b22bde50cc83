"""Public instances as assignment problems: generalised assignment (OR-Library form) and office space allocation (Nottingham)."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass

import numpy as np

from twin.space.assign.problem import HARD, Assignment, Pairs

PENALTY = {0: 20.0, 1: 10.0, 3: 10.0, 4: 10.0, 5: 10.0, 6: 50.0, 7: 10.0, 8: 10.0, 9: 10.0}
"""Of each soft wish, by the instances' own readme; a room's waste counts 1 and its overuse 2 per unit."""
SAME, APART, NEXT, NEAR, AWAY = range(5)
KIND = {4: SAME, 5: APART, 7: NEXT, 8: NEAR, 9: AWAY}


def gap(path):
    """Read agents, jobs, costs, consumptions, capacities."""
    with zipfile.ZipFile(path) as held:
        numbers = np.array(held.read(held.namelist()[0]).split(), dtype=float)
    agents, jobs = int(numbers[0]), int(numbers[1])
    cost, size = (numbers[2 + k * agents * jobs :][: agents * jobs].reshape(agents, jobs).T.copy() for k in (0, 1))
    capacity = numbers[2 + 2 * agents * jobs :][:agents].copy()
    none = np.zeros(agents)
    return Assignment(cost, size, capacity, np.full(agents, np.inf), none, 0.0, np.zeros(jobs))


def published(path):
    """Read lower and upper bounds of the minimum by instance."""
    rows = (line.split() for line in path.read_text().splitlines() if line.strip())
    return {name.removesuffix("_Min"): (float(low), float(high)) for name, low, high in rows if name.endswith("_Min")}


@dataclass
class Office:
    """An instance as read: sizes of entities, sizes and floors of rooms, neighbours, rows (type, hard, c1, c2)."""

    space: np.ndarray
    room: np.ndarray
    floor: np.ndarray
    adjacent: np.ndarray
    rows: list
    published: float


def osap(path):
    """Read one file."""
    part, held, bound = "", {"ENTITIES": [], "ROOMS": [], "CONSTRAINTS": []}, np.nan
    for line in path.read_text().splitlines():
        words = line.split()
        if not words:
            continue
        if words[0] in held:
            part = words[0]
        elif words[0].startswith("UpperBound"):
            bound = float(words[1])
        elif part:
            held[part].append(words)
    rooms = held["ROOMS"]
    adjacent = np.eye(len(rooms), dtype=bool)
    for words in rooms:
        adjacent[int(words[0]), [int(other) for other in words[3:]]] = True
    return Office(
        np.array([float(words[2]) for words in held["ENTITIES"]]),
        np.array([float(words[2]) for words in rooms]),
        np.array([int(words[1]) for words in rooms]),
        adjacent,
        [tuple(int(word) for word in words[1:5]) for words in held["CONSTRAINTS"]],
        bound,
    )


def problem_of(office):
    """Put an office instance into the form of an assignment."""
    items, places = len(office.space), len(office.room)
    cost, alone, full = np.zeros((items, places)), np.zeros(items), np.zeros(places)
    pairs = []
    for kind, hard, first, second in office.rows:
        weight = HARD if hard else PENALTY[kind]
        if kind == 0:
            cost[first] += weight
            cost[first, second] -= weight
        elif kind == 1:
            cost[first, second] += weight
        elif kind == 3:
            full[first] += weight
        elif kind == 6:
            alone[first] += weight
        else:
            pairs.append((first, second, KIND[kind], weight))
    columns = list(zip(*pairs, strict=True))
    same = np.eye(places, dtype=bool)
    near = office.floor[:, None] == office.floor[None, :]
    return Assignment(
        cost, np.repeat(office.space[:, None], places, axis=1), office.room, np.full(places, 2.0), full, 1.0, alone,
        Pairs(*(np.array(column, dtype=np.int64) for column in columns[:3]), np.array(columns[3], dtype=float)),
        np.array([~same, same, ~office.adjacent, ~near, near]),
    )  # fmt: skip


def judge(office, place):
    """Reckon an office plan from the file's own rows: (broken hard rules, value); nothing here is shared with the solver."""
    use = np.zeros(len(office.room))
    for entity, room in enumerate(place):
        use[room] += office.space[entity]
    value = float(np.maximum(0, office.room - use).sum() + 2 * np.maximum(0, use - office.room).sum())
    broken = 0
    for kind, hard, first, second in office.rows:
        a = place[first]
        bad = {
            0: lambda a=a, c=second: a != c,
            1: lambda a=a, c=second: a == c,
            3: lambda c=first: use[c] > office.room[c] + 1e-9,
            4: lambda a=a, c=second: a != place[c],
            5: lambda a=a, c=second: a == place[c],
            6: lambda a=a: (place == a).sum() > 1,
            7: lambda a=a, c=second: not office.adjacent[a, place[c]],
            8: lambda a=a, c=second: office.floor[a] != office.floor[place[c]],
            9: lambda a=a, c=second: office.floor[a] == office.floor[place[c]],
        }[kind]()
        if bad and hard:
            broken += 1
        elif bad:
            value += PENALTY[kind]
    return broken, value
