"""The plan of a sample: which buildings stand where, with which streets, gates and cells; read from designs/*.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from sample_buildings.garage import garage
from sample_buildings.shapes import Shape, bar, ell, u_shape
from sample_buildings.tower import tower

SCALES = ("small", "district", "city")


@dataclass(frozen=True, slots=True)
class Spec:
    """One building as planned.

    `centre` is the middle of its outline's box in the compound's frame, `turn` its anticlockwise turn against that frame in
    degrees, `plinth` how far its ground floor lies above the ground, `stairs` bays of the north row (empty: both ends). `wing` is
    the length of wings in bays, of an underground garage the number of its aisles.
    """

    key: str
    name: str
    shape: str
    bays: int
    storeys: int
    purpose: str
    centre: tuple[float, float]
    wing: int = 0
    lifts: int = 1
    basements: int = 0
    stairs: tuple[int, ...] = ()
    turn: float = 0.0
    plinth: float = 0.3
    ground_height: float = 4.2
    storey_height: float = 3.6
    basement_height: float = 3.9

    def draw(self) -> Shape:
        """Give rows, corridors and outline."""
        if self.shape == "garage":
            return garage(self.bays, self.wing)
        if self.shape in {"bar", "tower"}:
            return (bar if self.shape == "bar" else tower)(self.bays)
        return (ell if self.shape == "ell" else u_shape)(self.bays, self.wing)

    def storeys_from_below(self) -> list[tuple[int, float, float]]:
        """Give number, elevation above the ground floor and height of each storey, the lowest first."""
        deep = self.basement_height
        found = [(-level, round(-level * deep, 3), deep) for level in range(self.basements, 0, -1)]
        base = 0.0
        for number in range(1, self.storeys + 1):
            height = self.ground_height if number == 1 else self.storey_height
            found.append((number, round(base, 3), height))
            base += height
        return found


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole sample: buildings, how many things of each kind, and the grounds as plain data.

    `rooms` (0 = as many as come of themselves) is met by merging offices up to `widest_office` bays, or by splitting them.
    `streets` and `bans` are the few streets round a compound; `city` what the city has instead.
    """

    scale: str
    name: str
    key: str
    level: str
    departments: int
    cameras: dict[str, int]
    rooms: int
    vehicles: int
    division: str
    frame: dict[str, float]
    site: dict[str, Any]
    building: tuple[Spec, ...]
    gate: list[dict[str, Any]]
    parking: list[dict[str, Any]]
    drives: dict[str, Any]
    cells: list[dict[str, Any]]
    widest_office: int = 2
    streets: dict[str, Any] = field(default_factory=dict)
    bans: dict[str, list[list[str]]] = field(default_factory=dict)
    city: dict[str, Any] = field(default_factory=dict)


def read_plan(scale: str) -> Plan:
    """Read the plan of one scale; `scale` is one of `SCALES`."""
    text = files("sample_buildings.designs").joinpath(f"{scale}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    buildings = tuple(_spec(entry) for entry in data.pop("building"))
    return Plan(scale=scale, building=buildings, **data)


def _spec(entry: dict[str, Any]) -> Spec:
    held: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Spec(**held)
