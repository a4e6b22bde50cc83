"""Public car parks on blocks of their own, spread over the town."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sample_buildings.city.net import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely import Polygon

    from sample_buildings.city.net import Net, Point
    from sample_buildings.city.plan import CityPlan
    from sample_buildings.city.sites import Ground, Lot
    from sample_buildings.city.town import Town

SIZE = (68.0, 42.0)
MARGIN = 3.0
TURN = 2.399963
"""Golden angle in radians: places that follow each other at it lie evenly over a disc (sunflower)."""


@dataclass(frozen=True, slots=True)
class CarPark:
    """A public car park, its gate, and where that meets the street."""

    key: str
    name: str
    lot: Lot
    block: int
    mouth: tuple[int, float]

    @property
    def paved(self) -> Polygon:
        """The bays with their aisles."""
        x, y = self.lot.size[0] / 2 - MARGIN, self.lot.size[1] / 2 - MARGIN
        return self.lot.box(-x, -y, x, y)

    @property
    def gate(self) -> Point:
        """Middle of its front."""
        return self.lot.at(0.0, -self.lot.size[1] / 2)


def plan_car_parks(town: Town, city: CityPlan, ground: Ground) -> list[CarPark]:
    """Choose blocks for the public car parks, denser towards the centre."""
    found: list[CarPark] = []
    named: Counter[str] = Counter()
    for number in range(1, city.public_car_parks + 1):
        far = 0.82 * city.streets.reach * ((number - 0.5) / city.public_car_parks) ** 0.75
        at = (town.middle[0] + far * math.cos(TURN * number), town.middle[1] + far * math.sin(TURN * number))
        for block in ground.near(at, 4000.0):
            place = ground.rectangle(block, SIZE)
            if place is None:
                continue
            ground.taken.add(block)
            lot, mouth = place
            street = town.net.roads[mouth[0]].name
            named[street] += 1
            which = f"第{named[street]}" if named[street] > 1 else ""
            found.append(CarPark(f"PP{number:03d}", f"{street}{which}公共停车场", lot, block, mouth))
            break
    return found


def lay_entries(net: Net, parks: Iterable[CarPark], nodes: dict[tuple[int, float], int]) -> None:
    """Lay the lane from the street into each car park; `nodes` are those at the mouths."""
    for park in parks:
        gate, inside = net.node(park.gate), net.node(park.lot.middle)
        for start, end in ((nodes[park.mouth], gate), (gate, inside)):
            path = (net.places[start], net.places[end])
            net.lay(Stretch(start, end, path, "service", "停车场出入口", park.key, more=(("access", "public"),)))
