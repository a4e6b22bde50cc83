"""Makes a sample district: IFC files of its buildings and tables of everything round them, the same bytes for the same seed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sample_buildings.building import draw_buildings
from sample_buildings.cameras import cameras
from sample_buildings.city.writing import write_city
from sample_buildings.energy import meters, vehicles
from sample_buildings.frame import Frame
from sample_buildings.grounds import gates, parking_and_chargers, site_and_cells
from sample_buildings.identity import Names
from sample_buildings.ifc_building import ground_of, write_building
from sample_buildings.people import people
from sample_buildings.plans import SCALES, read_plan
from sample_buildings.readme import readme
from sample_buildings.register import register
from sample_buildings.roads import roads_and_bans
from sample_buildings.tables_out import write_table
from sample_buildings.watching import watching
from twin.model.errors import UsageError
from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sample_buildings.building import Building
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row

Scale = Literal["small", "district", "city"]


def make(directory: Path, scale: Scale, seed: int, progress: Callable[[str, int, int], None] | None = None) -> list[Path]:
    """Write a sample district into a folder.

    Parameters
    ----------
    directory
        Made if absent; files of the same names in it are written over, others left alone.
    scale
        ``small``: three buildings; ``district``: six buildings with 3,000 rooms; ``city``: a compound of 22 buildings and 200
        sites round it, 35,000 rooms, and a street network of over 30,000 nodes.
    seed
        Decides sizes of rooms, who sits where, and every key: equal seed, equal bytes.
    progress
        Called with what is being written, how many files are done, and how many there will be.

    Returns
    -------
    The files written: one IFC4 file per building, one GeoJSON (longitude, latitude) or CSV per table, and a README; of a city,
    IFC4 files of a dozen buildings and one GeoPackage for the rest.

    Raises
    ------
    UsageError
        If there is no such scale.
    """
    if scale not in SCALES:
        raise UsageError("sample.no_such_scale", scale=scale, scales=", ".join(SCALES))
    plan = read_plan(scale)
    if plan.city:
        return write_city(directory, plan, sample_names(plan, seed), seed, progress)
    return write_sample(directory, plan, draw_buildings(plan, seed), seed, progress)


def write_sample(
    directory: Path, plan: Plan, buildings: list[Building], seed: int, progress: Callable[[str, int, int], None] | None = None
) -> list[Path]:
    """Write drawn buildings and all that lies round them; the latter part of `make`."""
    names = sample_names(plan, seed)
    tables = _tables(plan, buildings, names, seed)
    directory.mkdir(parents=True, exist_ok=True)
    total = len(buildings) + len(tables) + 1
    written: list[Path] = []
    for building in buildings:
        _tell(progress, building.spec.name, len(written), total)
        path = directory / f"{building.spec.key}.ifc"
        write_building(building, names, ground_of(plan.name, building), path)
        written.append(path)
    for table, rows in tables.items():
        _tell(progress, table, len(written), total)
        written.append(write_table(directory, table, rows))
    written.append(readme(directory, plan, seed, buildings, tables))
    _tell(progress, "README.md", total, total)
    return written


def sample_names(plan: Plan, seed: int) -> Names:
    """Give what makes the GlobalIds of a sample."""
    return Names(f"{plan.key}/{plan.scale}", seed)


def _tell(progress: Callable[[str, int, int], None] | None, what: str, done: int, total: int) -> None:
    if progress:
        progress(str(say("sample.writing", what=what)), done, total)


def _tables(plan: Plan, buildings: list[Building], names: Names, seed: int) -> dict[str, list[Row]]:
    """Make the rows of every table that stands round the buildings."""
    frame = Frame(**plan.frame)
    lots = parking_and_chargers(plan, frame, buildings)
    held = people(plan, buildings, names, seed)
    return {
        **site_and_cells(plan, frame),
        **held,
        "camera": (watched := cameras(plan, frame, buildings, names)),
        **watching(watched),
        **lots,
        "gate": gates(plan, frame),
        "meter": meters(buildings, names),
        "vehicle": vehicles(plan, lots["parking"], seed),
        **roads_and_bans(plan, frame),
        **register(buildings, names, held),
    }
