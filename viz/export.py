"""Data out, for other programs: GeoPackage, GeoJSON, CSV, XLSX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.errors import UsageError
from viz.formats.csv_text import write_csv, write_zip
from viz.formats.picked import pick
from viz.formats.shapes import write_geojson, write_gpkg
from viz.formats.workbook import write_xlsx
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from twin.model.snapshot import Snapshot

__all__ = ["SUFFIXES", "export"]

SUFFIXES = (".gpkg", ".geojson", ".csv", ".zip", ".xlsx")


def export(snapshot: Snapshot, out: Path, tables: Sequence[str] | None = None, *, public: bool = False) -> dict[str, int]:
    """Write tables to one file, whole or not at all; the end of its name says the format.

    ============  ==================================================================================================
    ``.gpkg``     a layer per table in the snapshot's CRS; a building's own metres as an engineering CRS
    ``.geojson``  one FeatureCollection, longitude and latitude; with several tables each feature says its ``table``
    ``.csv``      one table; several stand in one file with a first column ``table``; UTF-8 with mark, texts guarded
    ``.zip``      a CSV per table
    ``.xlsx``     a sheet per table, heads in Chinese with units, keys below; texts never formulas
    ============  ==================================================================================================

    Parameters
    ----------
    tables
        Names in the order wanted; None for every table that has rows.
    public
        Leave out what the schema protects: such columns, and where the rows of their tables lie.

    Returns
    -------
    Rows written, by table.

    Raises
    ------
    UsageError
        If the format or a table is unknown, nothing is to be written, the folder is not writable, or GeoJSON is asked of a
        building that has no place on earth.
    DataError
        If XLSX cannot hold a text or a table.
    """
    suffix = out.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError("export.bad_format", path=out, known=" ".join(SUFFIXES))
    picked = pick(snapshot, tables, public=public)
    with whole_file(out) as unfinished:
        if suffix == ".gpkg":
            write_gpkg(unfinished, picked, snapshot.crs)
        elif suffix == ".geojson":
            write_geojson(unfinished, picked, snapshot.crs)
        elif suffix == ".csv":
            write_csv(unfinished, picked, snapshot.crs)
        elif suffix == ".zip":
            write_zip(unfinished, picked, snapshot.crs)
        else:
            write_xlsx(unfinished, picked, snapshot)
    return {part.table.name: len(part.frame) for part in picked}
