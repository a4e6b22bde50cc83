"""The README of a sample folder: what lies in it and how it was made, with its true counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sample_buildings.building import Building
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row

_TEXT = """# {name} (`{scale}`)

一个虚构的市级机关办公院区，由程序按种子 {seed} 生成，不对应任何真实单位、建筑或个人。
A made-up office compound of a Chinese city government. It stands for no real body, building or person.

Made by `twin sample DIR --scale {scale} --seed {seed}`; the same seed gives the same bytes. Coordinates: the IFC files carry
their place in `IfcMapConversion` (EPSG:4544, CGCS2000 3-degree zone, 105° E); the GeoJSON files are longitude and latitude
(CGCS2000, here equal to WGS84) with nine decimals. Ground level is {ground} m above the datum.

| building | file | storeys | rooms | net usable area, m² |
| --- | --- | --- | --- | --- |
{buildings}

| table | rows |
| --- | --- |
{tables}

The plates of vehicles are pseudonyms, occupancies count heads by rank, the place codes of cameras are invented.
"""


def readme(directory: Path, plan: Plan, seed: int, buildings: list[Building], tables: dict[str, list[Row]]) -> Path:
    """Write README.md for a sample folder."""
    lines = []
    for building in buildings:
        rooms = [room for floor in building.floors for room in floor.rooms]
        area = sum(room.shape.area for room in rooms)
        lines.append(f"| {building.spec.name} | {building.spec.key}.ifc | {len(building.floors)} | {len(rooms)} | {area:.1f} |")
    text = _TEXT.format(
        name=plan.name, scale=plan.scale, seed=seed, ground=plan.frame["ground"],
        buildings="\n".join(lines), tables="\n".join(f"| {name} | {len(rows)} |" for name, rows in tables.items()),
    )  # fmt: skip
    path = directory / "README.md"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
