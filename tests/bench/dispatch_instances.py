"""Read the routing instances of the test data as dispatch problems."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from twin.fleet.dispatch.problem import Charging, Fleet, Problem, Requests, Stops

if TYPE_CHECKING:
    from pathlib import Path

INF = np.inf


@dataclass(frozen=True)
class Instance:
    """A problem and what is known of it: family, best known vehicles (0 = any) and value, a divisor of the value to print."""

    family: str
    problem: Problem
    vehicles: int
    value: float
    scale: float = 1.0


def fleet(kinds: int, **parts: object) -> Fleet:
    """Fill what an instance does not say."""
    given = {
        "count": 1, "capacity": INF, "fixed": 0.0, "per_length": 1.0, "per_time": 0.0, "start": 0, "end": 0, "opens": 0.0,
        "closes": INF, "battery": 0.0, "level": 0.0, "reserve": 0.0, "use": 0.0, "trips": 1, "turnaround": 0.0, "reach": INF,
        "hired": False,
    } | parts  # fmt: skip
    whole = {"count": np.int64, "start": np.int64, "end": np.int64, "trips": np.int64, "hired": np.bool_}
    return Fleet(
        tuple(f"k{k}" for k in range(kinds)),
        **{
            name: np.broadcast_to(np.asarray(part, dtype=whole.get(name, np.float64)), (kinds,)).copy()
            for name, part in given.items()
        },
    )


def singles(count: int, release: object = 0.0) -> Requests:
    """Make every stop a visit that must be."""
    every = np.arange(count)
    free = np.full(count, INF)
    return Requests(
        tuple(str(i + 1) for i in every),
        np.full(count, -1),
        every,
        free,
        free.copy(),
        np.broadcast_to(np.asarray(release, float), (count,)).copy(),
    )


def _distances(xy: np.ndarray) -> np.ndarray:
    return np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1))


def solomon(path: Path, *, vehicles_first: bool) -> Problem:
    """Solomon and Homberger text files."""
    lines = path.read_text().splitlines()
    count, capacity = map(int, lines[4].split())
    rows = np.array([line.split() for line in lines[9:] if line.strip()], dtype=float)
    return _windows(path.stem, rows[:, 1:], count, capacity, vehicles_first=vehicles_first)


def _windows(name: str, rows: np.ndarray, count: int, capacity: float, *, vehicles_first: bool, trunc: bool = False) -> Problem:
    """Rows of x, y, demand, ready, due, service; the first is the depot."""
    far = _distances(rows[:, :2])
    if trunc:
        far = np.floor(10 * far)
        rows = rows.copy()
        rows[:, 3:] *= 10
    n = len(rows) - 1
    stops = Stops(np.arange(1, n + 1), rows[1:, 3].copy(), rows[1:, 4].copy(), rows[1:, 5].copy(), rows[1:, 2].copy())
    cars = fleet(1, count=count, capacity=capacity, opens=rows[0, 3], closes=rows[0, 4])
    return Problem(name, far, far, stops, singles(n), cars, vehicles_first=vehicles_first)


def li_lim(path: Path) -> Problem:
    """Li & Lim pickup and delivery."""
    lines = path.read_text().split("\n")
    count, capacity, _ = map(int, lines[0].split())
    rows = np.array([line.split() for line in lines[1:] if line.strip()], dtype=float)
    far = _distances(rows[:, 1:3])
    n = len(rows) - 1
    stops = Stops(np.arange(1, n + 1), rows[1:, 4].copy(), rows[1:, 5].copy(), rows[1:, 6].copy(), rows[1:, 3].copy())
    first = np.flatnonzero(rows[1:, 7] == 0)
    last = rows[1:, 8].astype(int)[first] - 1
    free = np.full(len(first), INF)
    asked = Requests(tuple(str(p + 1) for p in first), first, last, free, free.copy(), np.zeros(len(first)))
    cars = fleet(1, count=count, capacity=capacity, opens=rows[0, 4], closes=rows[0, 5])
    return Problem(path.stem, far, far, stops, asked, cars, vehicles_first=True)


def schneider(path: Path, *, count: int = 0) -> Problem:
    """Electric instances of Schneider, Stenger and Goeke: full recharges, linear."""
    text = path.read_text()
    lines = [line.split() for line in text.splitlines()[1:] if re.match(r"[DSC]\d", line)]
    tail = {key: float(value) for key, value in re.findall(r"^(\w) .*/([\d.]+)/", text, re.MULTILINE)}
    rows = {kind: np.array([line[2:] for line in lines if line[1] == kind], dtype=float) for kind in "dfc"}
    xy = np.concatenate([rows[kind][:, :2] for kind in "dcf"])
    far = _distances(xy)
    n, plugs = len(rows["c"]), len(rows["f"])
    c = rows["c"]
    stops = Stops(np.arange(1, n + 1), c[:, 3].copy(), c[:, 4].copy(), c[:, 5].copy(), c[:, 2].copy())
    charging = Charging(
        tuple(line[0] for line in lines if line[1] == "f"),
        n + 1 + np.arange(plugs),
        np.full(plugs, 1.0 / tail["g"]),
        np.ones(1),
        np.ones(1),
        full=True,
    )
    cars = fleet(1, count=count or n, capacity=tail["C"], opens=rows["d"][0, 3], closes=rows["d"][0, 4], battery=tail["Q"],
                 level=tail["Q"], use=tail["r"])  # fmt: skip
    return Problem(path.stem, far / tail["v"], far, stops, singles(n), cars, charging)


def _sections(path: Path) -> dict[str, np.ndarray | str]:
    found: dict[str, object] = {}
    name = ""
    for line in path.read_text().splitlines():
        if ":" in line:
            key, value = line.split(":", 1)
            found[key.strip()] = value.strip()
        elif re.match(r"[A-Z]", line):
            name = line.strip()
            found[name] = []
        elif name:
            found[name].append([float(word) for word in line.split()])
    return {
        key: np.array(value) if isinstance(value, list) and len({len(row) for row in value}) == 1 else value
        for key, value in found.items()
    }


def mixed(path: Path) -> Problem:
    """Heterogeneous fleets in PyVRP's form: vehicles one by one, grouped here."""
    part = _sections(path)
    xy = part["NODE_COORD_SECTION"][:, 1:]
    far = np.rint(1000 * _distances(xy)) / 1000
    cap = part["CAPACITY_SECTION"][:, 1]
    fixed = part["VEHICLES_FIXED_COST_SECTION"][:, 1] if "VEHICLES_FIXED_COST_SECTION" in part else np.zeros(len(cap))
    unit = (
        part["VEHICLES_UNIT_DISTANCE_COST_SECTION"][:, 1] if "VEHICLES_UNIT_DISTANCE_COST_SECTION" in part else np.ones(len(cap))
    )
    kinds, count = np.unique(np.stack([cap, fixed, unit], axis=1), axis=0, return_counts=True)
    n = len(xy) - 1
    free = np.full(n, 1e9)
    stops = Stops(np.arange(1, n + 1), np.zeros(n), free, np.zeros(n), part["DEMAND_SECTION"][1:, 1].copy())
    cars = fleet(len(kinds), count=count, capacity=kinds[:, 0], fixed=kinds[:, 1], per_length=kinds[:, 2])
    return Problem(path.stem, far, far, stops, singles(n), cars)


def trips(path: Path) -> Problem:
    """Multi-trip instances with windows and releases in PyVRP's form, DIMACS truncation."""
    part = _sections(path)
    far = np.floor(10 * _distances(part["NODE_COORD_SECTION"][:, 1:]))
    window = 10 * part["TIME_WINDOW_SECTION"][:, 1:]
    n = len(window) - 1
    service = np.full(n, 10.0 * float(part["SERVICE_TIME"]))
    stops = Stops(np.arange(1, n + 1), window[1:, 0].copy(), window[1:, 1].copy(), service, part["DEMAND_SECTION"][1:, 1].copy())
    release = 10 * part["RELEASE_TIME_SECTION"][1:, 1]
    cars = fleet(
        1, count=int(part["VEHICLES"]), capacity=float(part["CAPACITY"]), opens=window[0, 0], closes=window[0, 1], trips=1000
    )
    return Problem(path.stem, far, far, stops, singles(n, release), cars)


def homberger(path: Path) -> Problem:
    """1,000 customers in VRPLIB form, DIMACS truncation: distance only."""
    part = _sections(path)
    n = len(part["NODE_COORD_SECTION"])
    rows = np.column_stack(
        [part["NODE_COORD_SECTION"][:, 1:], part["DEMAND_SECTION"][:, 1], part["TIME_WINDOW_SECTION"][:, 1:], np.zeros(n)]
    )
    rows[1:, 5] = float(part["SERVICE_TIME"])
    return _windows(path.stem, rows, int(part["VEHICLES"]), float(part["CAPACITY"]), vehicles_first=False, trunc=True)


def cost_in(path: Path) -> float:
    """The cost that a .sol file states."""
    return float(re.search(r"Cost:?\s*([\d.]+)", path.read_text())[1])


def instances(root: Path) -> dict[str, Instance]:
    """Every instance of the test data by name; the Solomon ones once for each objective."""
    known = {kind: json.loads((root / f"{kind}_bks.json").read_text()) for kind in ("vrptw", "pdptw")}
    found: dict[str, Instance] = {}
    for name in ("C109", "R112", "R208", "RC105"):
        best = known["vrptw"][f"{name}_distance"]
        found[f"{name}-distance"] = Instance(
            "vrptw", solomon(root / "vrptw" / f"{name}.txt", vehicles_first=False), 0, best["best_known_cost"]
        )
    for name in ("C109", "R112", "R208", "RC105", "r1_2_4", "rc2_2_3", "c2_4_3"):
        best = known["vrptw"][name]
        problem = solomon(root / "vrptw" / f"{name}.txt", vehicles_first=True)
        found[name] = Instance("vrptw", problem, best["solved_with_vehicles"], best["best_known_cost"])
    for name in ("R1_10_4", "RC2_10_3"):
        path = root / "vrptw" / f"{name}.vrp"
        found[name] = Instance("vrptw", homberger(path), 0, cost_in(path.with_suffix(".sol")), 10.0)
    for path in sorted((root / "pdptw").glob("*.txt")):
        best = known["pdptw"][path.stem]
        found[path.stem] = Instance("pdptw", li_lim(path), best["solved_with_vehicles"], best["best_known_cost"])
    for path in sorted((root / "evrptw").glob("*.txt")):
        if not path.stem.endswith("_sol"):
            bundled = path.with_name(f"{path.stem}_sol.txt")
            value, used = 0.0, 0
            if bundled.exists():
                lines = bundled.read_text().splitlines()
                value, used = float(lines[1]), sum("C" in line for line in lines[2:])
            found[path.stem] = Instance("evrptw", schneider(path, count=used), used, value)
    for path in sorted((root / "hfvrp").glob("*.vrp")):
        found[path.stem] = Instance("hfvrp", mixed(path), 0, cost_in(path.with_suffix(".sol")) / 1000)
    for path in sorted((root / "mtvrptw").glob("*.vrp")):
        found[path.stem] = Instance("mtvrptw", trips(path), 0, cost_in(path.with_suffix(".sol")), 10.0)
    return found
