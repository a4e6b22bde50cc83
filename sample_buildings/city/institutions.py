"""The institutions that use energy: the organs themselves, and what belongs to them in the subdistricts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sample_buildings.names import organs

if TYPE_CHECKING:
    from sample_buildings.city.plan import CityPlan
    from sample_buildings.plans import Plan


@dataclass(frozen=True, slots=True)
class Institution:
    """One institution; `department` is the key of the organ it is or belongs to.

    `subdistrict` is its place in the list of subdistricts, -1 for an organ; `storeys` how many it takes in a small building.
    """

    key: str
    name: str
    department: str
    subdistrict: int = -1
    storeys: int = 0


@cache
def _said() -> dict[str, Any]:
    text = files("sample_buildings.designs").joinpath("institutions.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def subdistrict_names(count: int) -> list[str]:
    """Give the names of the first subdistricts."""
    return list(_said()["subdistricts"][:count])


def institutions(plan: Plan, city: CityPlan) -> list[Institution]:
    """Give all institutions: the organs first, then kind by kind one in each subdistrict, as many as the plan asks for."""
    chosen = organs()[: plan.departments]
    keys = {organ.name: f"D{place:02d}" for place, organ in enumerate(chosen, 1)}
    found = [Institution(f"I{place:03d}", organ.name, keys[organ.name]) for place, organ in enumerate(chosen, 1)]
    for kind in _said()["kind"]:
        for place, name in enumerate(subdistrict_names(city.subdistricts)):
            if len(found) == city.institutions:
                return found
            key = f"I{len(found) + 1:03d}"
            department = keys.get(kind["of"], found[len(found) % len(chosen)].department)
            found.append(Institution(key, name + kind["name"], department, place, kind["storeys"]))
    return found
