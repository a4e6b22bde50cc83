"""The district at a glance: figures of the whole, of each building and each floor, and where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyproj import CRS

from api.reading.use import use
from gis.crs import WGS84, epsg_name, to_crs
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from api.reading.view import View

__all__ = ["box", "crs_record", "district"]


def district(view: View) -> dict[str, Any]:
    """Reckon once per view."""
    return view.once("district", lambda: _reckon(view))


def _reckon(view: View) -> dict[str, Any]:
    snapshot = view.snapshot
    rooms = _Rooms(view)
    bounds = box(snapshot.column("building", "geometry")) or box(snapshot.column("site", "geometry"))
    sites = view.rows("site")
    return {
        "version": view.version,
        "on": view.day,
        "crs": crs_record(snapshot.crs),
        "bounds": bounds,
        "lonlat": _lonlat(bounds, snapshot.crs),
        "figures": {
            "buildings": len(view.rows("building")),
            "floors": len(view.rows("floor")),
            **rooms.figures(np.arange(rooms.count)),
            "departments": len(view.rows("department")),
        },
        "sites": [{"site_id": key, "name": name} for key, name in zip(sites.keys, sites.columns["name"], strict=True)],
        "departments": _departments(view),
        "buildings": _buildings(view, rooms),
        "tables": {table: {"rows": len(view.snapshot.frame(table))} for table in TABLES if table in view.tables},
    }


class _Rooms:
    """The room columns that figures are summed from."""

    def __init__(self, view: View) -> None:
        found = use(view)
        self.count = len(view.rows("room"))
        self.area = np.nan_to_num(view.snapshot.column("room", "area_m2"))
        self.office = view.snapshot.column("room", "room_class") == "office"
        self.heads, self.vacant = found.heads, found.vacant
        self.by_floor, self.by_building = _groups(view, "floor_id"), _groups(view, "building_id")

    def figures(self, rows: NDArray[np.intp]) -> dict[str, Any]:
        """Sum over some rooms."""
        office, vacant, heads = self.office[rows], self.vacant[rows], int(self.heads[rows].sum())
        used = float(self.area[rows][office & (self.heads[rows] > 0)].sum())
        return {
            "rooms": len(rows),
            "area_m2": round(float(self.area[rows].sum()), 3),
            "offices": int(office.sum()),
            "office_m2": round(float(self.area[rows][office].sum()), 3),
            "vacant": int(vacant.sum()),
            "vacant_m2": round(float(self.area[rows][vacant].sum()), 3),
            "heads": heads,
            "m2_per_person": round(used / heads, 3) if heads else None,
        }


def _groups(view: View, column: str) -> dict[str, NDArray[np.intp]]:
    found: dict[str, list[int]] = {}
    for row, key in enumerate(view.rows("room").columns[column]):
        found.setdefault(key, []).append(row)
    return {key: np.array(rows, dtype=np.intp) for key, rows in found.items()}


_NONE = np.zeros(0, dtype=np.intp)


def _buildings(view: View, rooms: _Rooms) -> list[dict[str, Any]]:
    floors: dict[str, list[dict[str, Any]]] = {}
    for record in view.rows("floor").records(
        range(len(view.rows("floor"))), ("floor_id", "building_id", "name", "number", "elevation", "height")
    ):
        owner = record.pop("building_id")
        floors.setdefault(owner, []).append({**record, "figures": rooms.figures(rooms.by_floor.get(record["floor_id"], _NONE))})
    held, found = view.rows("building"), []
    for row, key in enumerate(held.keys):
        record = held.record(row, ("building_id", "name", "site_id", "elevation", "height", "georeference"))
        record["located"] = view.snapshot.crs is not None
        record["bounds"] = box(held.shapes[row : row + 1])
        record["figures"] = rooms.figures(rooms.by_building.get(key, _NONE))
        record["floors"] = sorted(floors.get(key, []), key=lambda floor: (floor["number"] or 0, floor["floor_id"]))
        found.append(record)
    return sorted(found, key=lambda record: (str(record["name"] or ""), record["building_id"]))


def _departments(view: View) -> list[dict[str, Any]]:
    """Give each department with what it holds on the day; a room of several counts for the one with most heads."""
    found = use(view)
    area = view.rows("room").columns["area_m2"]
    held: dict[str, dict[str, Any]] = {}
    for row, key in enumerate(found.columns["department_id"]):
        if key:
            mine = held.setdefault(key, {"heads": 0, "rooms": 0, "area_m2": 0.0})
            mine["heads"] += found.columns["heads"][row]
            mine["rooms"] += 1
            mine["area_m2"] += area[row] or 0.0
    none = {"heads": 0, "rooms": 0, "area_m2": 0.0}
    rows = view.rows("department")
    records = rows.records(range(len(rows)), ("department_id", "name", "parent_id", "level"))
    for record in records:
        mine = held.get(record["department_id"], none)
        record.update({**mine, "area_m2": round(mine["area_m2"], 3)})
    return records


def box(shapes: Iterable[Any]) -> list[float] | None:
    """Give the bounds of shapes to the millimetre; None of nothing."""
    held = [shape for shape in shapes if shape is not None and not shape.is_empty]
    if not held:
        return None
    bounds = shapely.total_bounds(np.array(held, dtype=object))
    return [round(float(side), 3) for side in bounds] if np.isfinite(bounds).all() else None


def crs_record(crs: CRS | None) -> dict[str, Any] | None:
    """Say which CRS the metres are in, so that a client can turn them into degrees."""
    if crs is None:
        return None
    return {"epsg": epsg_name(crs), "name": crs.name, "proj4": _proj4(crs.to_wkt())}


def _proj4(wkt: str) -> str:
    import warnings  # noqa: PLC0415 - only to say it once, here

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pyproj warns that a PROJ string says less than WKT: it says what a browser needs
        return CRS.from_wkt(wkt).to_proj4()


def _lonlat(bounds: list[float] | None, crs: CRS | None) -> list[float] | None:
    if bounds is None or crs is None:
        return None
    middle = to_crs(shapely.Point((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2), crs, WGS84)
    return [round(middle.x, 7), round(middle.y, 7)]
