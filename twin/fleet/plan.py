"""The answer to the fleet question: one route with its certificate, and its independent check.

`check` recomputes the route from the problem with slow, plain code of its own (twin.fleet.checker): which doors and roads are
nearest, whether each turn is allowed, every length and time, and the fastest time itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from twin.fleet.checker import check
from twin.fleet.wording import lines
from twin.model.answer import plain

if TYPE_CHECKING:
    from shapely import LineString

    from gis.roads import Vehicle
    from twin.fleet.energy import Appetite
    from twin.fleet.places import Place
    from twin.fleet.rules import Rule
    from twin.model.findings import Finding

__all__ = ["Leg", "Link", "Route", "Turn", "check"]

Turn = Literal["depart", "straight", "left", "right", "round"]


@dataclass(frozen=True, slots=True)
class Link:
    """A straight connection between a place, its entrance and the road, taken on foot or by the vehicle off the network.

    `start`, `end`: x, y in metres. `begins_at`, `ends_at`: what lies there: the key or text of a place, the key of a door, or
    ``road``.
    """

    mode: Literal["walk", "approach"]
    begins_at: str
    ends_at: str
    start: tuple[float, float]
    end: tuple[float, float]
    length_m: float
    time_s: float


@dataclass(frozen=True, slots=True)
class Leg:
    """One road of the route; `turn` is what leads into it.

    `forward`: driven as drawn. `begin`, `finish`: fractions of the line as drawn. `length_m`, `time_ms`: of the part driven.
    """

    road_id: str
    name: str
    road_class: str
    forward: bool
    begin: float
    finish: float
    length_m: float
    time_ms: int
    turn: Turn


@dataclass(frozen=True, slots=True)
class Route:
    """The fastest route.

    `distance_m` and `value_ms` are of the drive on the network; `bound_ms` is what no route can be below. `links` lead from the
    origin to the road and from the road to the target, in the order of the journey. `geometry` is the drive, in metres of `crs`.
    `energy_wh`: what an electric vehicle uses on the drive, None for others.
    """

    version: int
    crs: str
    vehicle: Vehicle
    origin: Place
    target: Place
    links: tuple[Link, ...]
    legs: tuple[Leg, ...]
    distance_m: float
    value_ms: int
    bound_ms: int
    geometry: LineString
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    appetite: Appetite | None = None
    energy_wh: float | None = None

    @property
    def time_s(self) -> float:
        """Seconds of the drive."""
        return self.value_ms / 1000.0

    @property
    def gap(self) -> float:
        """(value - bound) / value; 0 is proven optimal."""
        return (self.value_ms - self.bound_ms) / self.value_ms if self.value_ms else 0.0

    @property
    def link_m(self) -> float:
        """Metres of the links."""
        return sum(link.length_m for link in self.links)

    @property
    def link_s(self) -> float:
        """Seconds of the links."""
        return sum(link.time_s for link in self.links)

    def record(self) -> dict[str, Any]:
        """Give the route as plain JSON.

        Keys: ``version``, ``crs``; ``vehicle`` (height, mass_t or null); ``from``, ``to`` (text, kind, key, name, x, y, entrance:
        key, name, x, y or null); ``distance_m``, ``time_s`` of the drive; ``link_m``, ``link_s`` of what leads to and from it;
        ``total_s``; ``value_s``, ``bound_s``, ``gap``; ``links``, ``legs`` in order (see `Link`, `Leg`); ``geometry`` (GeoJSON
        LineString in ``crs``); ``rules`` (the judged numbers used); ``findings``; ``energy`` of the drive (kwh, wh_per_km,
        cabin_w, source, verified), null unless an electric vehicle was named.
        """
        return plain(
            {
                "version": self.version,
                "crs": self.crs,
                "vehicle": {"height": self.vehicle.height, "mass_t": self.vehicle.mass_t},
                "from": _place(self.origin),
                "to": _place(self.target),
                "distance_m": self.distance_m,
                "time_s": self.time_s,
                "link_m": self.link_m,
                "link_s": self.link_s,
                "total_s": self.time_s + self.link_s,
                "value_s": self.value_ms / 1000.0,
                "bound_s": self.bound_ms / 1000.0,
                "gap": self.gap,
                "links": self.links,
                "legs": [_leg(leg) for leg in self.legs],
                "geometry": {"type": "LineString", "coordinates": list(self.geometry.coords)},
                "rules": self.rules,
                "findings": [found.record() for found in self.findings],
                "energy": _energy(self),
            }
        )

    def lines(self, lang: str = "") -> list[str]:
        """Give the route for the terminal in ``zh``, ``en`` or, for an empty `lang`, both."""
        return lines(self, lang)


def _place(place: Place) -> dict[str, Any]:
    told = {"text": place.text, "kind": place.kind, "key": place.key, "name": place.name, "x": place.x, "y": place.y}
    return {**told, "entrance": place.door}


def _energy(route: Route) -> dict[str, Any] | None:
    if route.appetite is None or route.energy_wh is None:
        return None
    hunger = route.appetite
    told = {"kwh": route.energy_wh / 1000.0, "wh_per_km": hunger.wh_per_km, "cabin_w": hunger.cabin_w}
    return {**told, "source": hunger.source, "verified": hunger.verified}


def _leg(leg: Leg) -> dict[str, Any]:
    told = {"road_id": leg.road_id, "name": leg.name, "road_class": leg.road_class, "forward": leg.forward, "turn": leg.turn}
    return {**told, "length_m": leg.length_m, "time_s": leg.time_ms / 1000.0}
