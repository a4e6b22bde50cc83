"""Who builds where: premises of organs that do not sit in the compound, and the small offices of the subdistricts."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from typing import TYPE_CHECKING

from sample_buildings.city.institutions import subdistrict_names
from sample_buildings.city.sites import Ground, Site, build_on
from sample_buildings.plans import Spec
from sample_buildings.walls import FACADE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sample_buildings.city.institutions import Institution
    from sample_buildings.city.net import Point
    from sample_buildings.city.plan import CityPlan
    from sample_buildings.city.town import Town
    from sample_buildings.plans import Plan

HIGHEST = 16
"""Most storeys of an organ's own premises."""
TOGETHER = (2, 3, 2, 3, 3)
"""So many institutions of a subdistrict share one building, in turn."""
REACH = 1500.0
Users = tuple[tuple["Institution", tuple[int, ...]], ...]


def gross_area(spec: Spec) -> float:
    """Give the area of all storeys of a building, basements too, to the outer faces of its walls, m² (建筑面积)."""
    outline = spec.draw().outline.buffer(FACADE / 2, join_style="mitre")
    return float(outline.area) * (spec.storeys + spec.basements)


def plan_sites(plan: Plan, city: CityPlan, place: tuple[Town, Ground], houses: list[Institution], seed: int) -> list[Site]:
    """Give every site outside the compound.

    The small offices are as large as their institutions need; the organs' premises grow storey by storey until the city
    has the gross area of the plan.
    """
    town, ground = place
    rng = random.Random(f"{seed}/sites")  # noqa: S311 - a sample, not a secret
    small = list(_small(city, town, ground, houses, rng))
    left = city.gross - sum(gross_area(spec) for spec in plan.building) - sum(gross_area(site.spec) for site in small)
    specs = _premises(houses[city.central : plan.departments], left, rng)
    large = []
    for number, (organ, spec) in enumerate(specs):
        angle, far = 2 * math.pi * number / len(specs) + 0.2, min(2000.0 + 1300.0 * (number % 3), 0.7 * city.streets.reach)
        at = (town.middle[0] + far * math.cos(angle), town.middle[1] + far * math.sin(angle))
        users = ((organ, tuple(range(-spec.basements, 0)) + tuple(range(1, spec.storeys + 1))),)
        large.append(_settle(ground, at, spec, f"S{number + 1:03d}", users))
    return [*large, *(replace(site, key=f"S{len(large) + number:03d}") for number, site in enumerate(small, 1))]


def _settle(ground: Ground, at: Point, spec: Spec, key: str, users: Users) -> Site:
    """Put a building on the nearest block that takes it.

    Raises
    ------
    ValueError
        If no block near does.
    """
    for number in ground.near(at, 4 * REACH):
        site = build_on(ground, number, spec, key, users)
        if site:
            return site
    raise ValueError(f"no block takes {spec.name}")


def _small(city: CityPlan, town: Town, ground: Ground, houses: list[Institution], rng: random.Random) -> Iterator[Site]:
    """Give the small offices, subdistrict by subdistrict, spread round its middle."""
    for place, (name, heart) in enumerate(zip(subdistrict_names(city.subdistricts), hearts(city, town), strict=True)):
        mine = [house for house in houses if house.subdistrict == place]
        groups = list(_groups(mine))
        for number, group in enumerate(groups, 1):
            spec, users = _office(f"{place + 1:02d}-{number}", name, group, rng)
            angle, far = 2 * math.pi * number / len(groups), 500.0 + 220.0 * (number % 3)
            at = (heart[0] + far * math.cos(angle), heart[1] + far * math.sin(angle))
            yield _settle(ground, at, spec, "", users)


def _groups(houses: list[Institution]) -> Iterator[list[Institution]]:
    """Let institutions share buildings."""
    start = 0
    for count in TOGETHER * (len(houses) // 2 + 1):
        if start < len(houses):
            yield houses[start : start + count]
        start += count


def _office(key: str, place: str, group: list[Institution], rng: random.Random) -> tuple[Spec, Users]:
    """Plan a small office: its institutions one above the other, the first on the ground floor."""
    users, storey = [], 1
    for house in group:
        users.append((house, tuple(range(storey, storey + house.storeys))))
        storey += house.storeys
    lead = group[0].name.removeprefix(place)
    name = f"{place}{lead}办公楼" if len(group) > 1 else f"{group[0].name}"
    spec = Spec(
        key=f"s{key}", name=name, shape="bar", bays=rng.choice((9, 10, 10, 11, 12)), storeys=storey - 1,
        purpose="station", centre=(0.0, 0.0), lifts=1, plinth=0.3,
    )  # fmt: skip
    return spec, tuple(users)


def hearts(city: CityPlan, town: Town) -> list[Point]:
    """Give the middles of the subdistricts: spread over the town in rings, more of them in each further ring."""
    found: list[Point] = []
    rings = _rings(city.subdistricts)
    for ring, count in enumerate(rings, 1):
        far = 0.8 * city.streets.reach * ring / len(rings)
        for step in range(count):
            angle = 2 * math.pi * (step + 0.5 * (ring % 2)) / count
            found.append((town.middle[0] + far * math.cos(angle), town.middle[1] + far * math.sin(angle)))
    return found


def _rings(count: int) -> list[int]:
    """Share a number of places out over rings in the ratio 1 : 2 : 3."""
    if count < 6:
        return [count]
    inner, second = round(count / 6), round(count / 3)
    return [inner, second, count - inner - second]


def _premises(organs: list[Institution], area: float, rng: random.Random) -> list[tuple[Institution, Spec]]:
    """Plan the organs' own premises: storeys are added to one after the other until they have the area together."""
    specs = []
    for place, organ in enumerate(organs):
        shape, bays, wing = rng.choice((("bar", 18, 0), ("bar", 20, 0), ("ell", 18, 5), ("ell", 20, 6), ("u", 20, 4)))
        specs.append(
            Spec(
                key=f"p{place + 1:02d}", name=f"{organ.name}办公楼", shape=shape, bays=bays, wing=wing, storeys=4,
                purpose="main", centre=(0.0, 0.0), lifts=3, basements=2, plinth=0.45,
            )
        )  # fmt: skip
    held = sum(gross_area(spec) for spec in specs)
    while held < area:
        place = min(range(len(specs)), key=lambda number: (specs[number].storeys, number)) if specs else -1
        if place < 0 or specs[place].storeys >= HIGHEST:
            break
        one = gross_area(replace(specs[place], storeys=1, basements=0))
        specs[place] = replace(specs[place], storeys=specs[place].storeys + 1)
        held += one
    return list(zip(organs, specs, strict=True))
