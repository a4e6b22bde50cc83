"""The files of a city: the sites, a dozen buildings as IFC, everything else as layers of one GeoPackage, and a README."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_buildings.city.city import draw_city, house_rows, other_rows, plan_city, site_rows
from sample_buildings.city.readme import readme
from sample_buildings.geopackage import write_geopackage
from sample_buildings.ifc_building import ground_of, write_building
from sample_buildings.tables_out import write_table
from twin.model.tables import TABLES
from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sample_buildings.identity import Names
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row

STEPS = 2
"""Steps before the first file: laying out the city, drawing its buildings."""


def write_city(
    directory: Path, plan: Plan, names: Names, seed: int, progress: Callable[[str, int, int], None] | None = None
) -> list[Path]:
    """Plan, draw and write a city; parameters and result as `sample_buildings.make.make`."""
    directory.mkdir(parents=True, exist_ok=True)
    files = min(plan.city["ifc"], len(plan.building))
    total = STEPS + files + len(TABLES) + 1
    done = 0

    def tell(word: str, **values: object) -> None:
        nonlocal done
        if progress:
            progress(str(say(word, **values)), done, total)
        done += 1

    tell("sample.planning")
    city = plan_city(plan, seed)
    tell("sample.drawing")
    buildings = draw_city(city)
    tell("sample.writing", what="site")
    written = [write_table(directory, "site", site_rows(city))]
    for building in buildings[:files]:
        tell("sample.writing", what=building.spec.name)
        path = directory / f"{building.spec.key}.ifc"
        write_building(building, names, ground_of(plan.name, building), path)
        written.append(path)
    tables = _in_order({**house_rows(city, buildings, names), **other_rows(city, buildings, names)})
    written.append(write_geopackage(directory / "city.gpkg", tables, lambda name: tell("sample.writing", what=name)))
    written.append(readme(directory, city, buildings, tables))
    if progress:
        progress(str(say("sample.writing", what="README.md")), total, total)
    return written


def _in_order(tables: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Order the tables as the schema does, each after those it refers to."""
    return {name: tables[name] for name in TABLES if tables.get(name)}
