"""The plan of the city round the compound, read from the part `city` of designs/city.toml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sample_buildings.city.ground import Ring, River, Streets

if TYPE_CHECKING:
    from sample_buildings.plans import Plan


@dataclass(frozen=True, slots=True)
class CityPlan:
    """How much of everything the city has.

    `ifc`: so many buildings of the compound come as IFC files; `central`: so many organs sit in the compound; `gross`: area of
    all storeys, basements too, to the outer faces of their walls, m² (建筑面积, GB/T 50353); `electric`: of all vehicles.
    """

    ifc: int
    central: int
    gross: float
    institutions: int
    subdistricts: int
    chargers: int
    public_car_parks: int
    electric: int
    stops: int
    streets: Streets


def city_plan(plan: Plan) -> CityPlan:
    """Read what a plan says of its city."""
    data: dict[str, Any] = {**plan.city}
    streets = {**data.pop("streets")}
    rings = tuple(Ring(**ring) for ring in streets.pop("rings", ()))
    rivers = tuple(River(**river) for river in streets.pop("rivers", ()))
    local = tuple(streets.pop("local"))
    return CityPlan(**data, streets=Streets(**streets, local=local, rings=rings, rivers=rivers))
