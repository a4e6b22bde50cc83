"""The README of a city: what lies in the folder and how large the city is, with its true counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_buildings.city.planning import gross_area

if TYPE_CHECKING:
    from pathlib import Path

    from sample_buildings.building import Building
    from sample_buildings.city.city import City
    from sample_buildings.tables_out import Row

_TEXT = """# {name} (`{scale}`)

一个虚构的城市：一处集中办公区，以及散布全市的办公楼、街道、停车场与充电桩，由程序按种子 {seed} 生成，
不对应任何真实单位、建筑或个人。
A made-up city: a central compound, offices all over the town, its streets, car parks and chargers. It stands for no real body,
building or person.

Made by `twin sample DIR --scale {scale} --seed {seed}`; the same seed gives the same bytes. `site.geojson` is longitude and
latitude; the buildings named below come as IFC4 files with their place in `IfcMapConversion`; every other table is a layer of
`city.gpkg`, in metres of EPSG:4544 (CGCS2000 3-degree zone, 105° E). Ground level is {ground} m above the datum.

Gross floor area (建筑面积), every storey and basement to the outer faces of its walls: **{gross:,.0f} m²**, of which
**{central:,.0f} m²** in the compound. Net usable area (使用面积), the sum of all rooms: {net:,.0f} m². Rooms: {rooms:,}.

| building | file | storeys | rooms | net usable area, m² |
| --- | --- | --- | --- | --- |
{buildings}
| {others} others | city.gpkg | {other_storeys} | {other_rooms} | {other_area:.1f} |

| table | rows of city.gpkg |
| --- | --- |
{tables}

The plates of vehicles are pseudonyms, occupancies count heads by rank, the place codes of cameras are invented. An institution is
a tree of meters: the rows of `meter` without `parent_id`, one per medium; `department_id` names the organ it is or belongs to.
"""


def readme(directory: Path, city: City, buildings: list[Building], tables: dict[str, list[Row]]) -> Path:
    """Write README.md with the true counts."""
    plan, ifc = city.plan, city.city.ifc
    counted = [(building, *_measure(building)) for building in buildings]
    lines = [
        f"| {building.spec.name} | {building.spec.key}.ifc | {len(building.floors)} | {rooms} | {area:.1f} |"
        for building, rooms, area in counted[:ifc]
    ]
    text = _TEXT.format(
        name=plan.name, scale=plan.scale, seed=city.seed, ground=plan.frame["ground"],
        gross=sum(gross_area(building.spec) for building in buildings), central=sum(gross_area(spec) for spec in plan.building),
        net=sum(area for *_, area in counted), rooms=sum(rooms for _, rooms, _ in counted), buildings="\n".join(lines),
        others=len(counted[ifc:]), other_storeys=sum(len(building.floors) for building, *_ in counted[ifc:]),
        other_rooms=sum(rooms for _, rooms, _ in counted[ifc:]), other_area=sum(area for *_, area in counted[ifc:]),
        tables="\n".join(f"| {name} | {len(rows)} |" for name, rows in tables.items()),
    )  # fmt: skip
    path = directory / "README.md"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _measure(building: Building) -> tuple[int, float]:
    """Count the rooms of a building and sum their net usable areas."""
    rooms = [room for floor in building.floors for room in floor.rooms]
    return len(rooms), sum(room.shape.area for room in rooms)
