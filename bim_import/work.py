"""The work of the child process: one file read, turned into tables, and written to the working folder.

`read_model` is what the sandbox calls. Tables leave as Arrow files with WKB geometry, GLBs as files, the report as JSON; a file
that is not taken leaves as ``{"refused": …}``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bim_import.account import account
from bim_import.bodies import measure
from bim_import.devices import build_devices
from bim_import.doors import build_doors, isolated_rooms, mark_entrances
from bim_import.exchange import finding_record, write_rows
from bim_import.georef import locate
from bim_import.identity import derived_key
from bim_import.links import build_links
from bim_import.outlines import building_rows, floor_rows, outlined_by_devices
from bim_import.proposing import propose_rooms
from bim_import.reader import How, ReadFault, load
from bim_import.remarks import about_elements, about_reading, about_rooms, about_units, nothing_to_keep
from bim_import.scene import Scene
from bim_import.solids import write_glbs
from bim_import.spaces import build_rooms
from bim_import.storeys import Floor, build_floors
from bim_import.walls import build_walls
from bim_import.watch import Watch
from twin.model.findings import Finding

if TYPE_CHECKING:
    from pathlib import Path

    from bim_import.elements import Model

__all__ = ["read_model"]

_Rows = dict[str, list[dict[str, Any]]]


def read_model(arguments: dict[str, Any], workdir: Path) -> dict[str, Any]:
    """Read one clean IFC file and write its tables.

    Parameters
    ----------
    arguments
        ``path``, ``name`` (for findings), ``instances``, ``eye_height``, ``classes``, ``elements_only`` (as in
        `ImportOptions`), ``body_s`` (processor seconds of one body; 0 sets no clock, for callers that must outlive it), and
        ``how``: the fields of `How`.
    workdir
        Where the files go: ``<table>.arrow`` and ``<n>.glb``.

    Returns
    -------
    ``about``, ``georeference``, ``report``, ``glb`` (floor key → file name) and ``tables``; or ``refused`` with ``code``,
    ``values`` and ``findings``.
    """
    name = str(arguments["name"])
    how = How(**arguments["how"])
    body_s = float(arguments.get("body_s", 0.0))
    watch = Watch(workdir, body_s) if body_s > 0 else None
    try:
        model = load(arguments["path"], instances=arguments["instances"], how=how, watch=watch)
    except ReadFault as fault:
        return _refused(fault.code, fault.values, [], name)
    finally:
        if watch is not None:
            watch.close()
    bodies = measure(model)
    low = {space.step: bodies.low[space.step] for space in model.of("space") if space.step in bodies.low}
    heights = [bodies.high[step] - z for step, z in low.items()]
    elements_only = bool(arguments.get("elements_only")) and not low
    if elements_only:
        walls = [wall.step for wall in model.of("wall") if wall.step in bodies.low]
        heights = [bodies.high[step] - bodies.low[step] for step in walls]
    floors, findings = build_floors(model, {step: bodies.low[step] for step in walls} if elements_only else low, name)
    findings += about_reading(model, name)
    refusal = nothing_to_keep(model, heights, floors, elements_only=elements_only)
    if refusal is not None:
        return _refused(*refusal, findings, name)
    if elements_only:
        findings.append(about_elements(model, name))
    classes = tuple((str(one), str(kind)) for one, kind in arguments.get("classes", ()))
    scene = Scene(model, bodies, floors, _building_keys(model, floors), name, classes)
    rows, report, about = _tables(scene, float(arguments["eye_height"]), propose=elements_only)
    georeference, about_place = locate(model.geo, model.false_origin, name)
    for row in rows["building"]:
        row["georeference"] = georeference.method if georeference.trusted else "none"
    for table, found in rows.items():
        write_rows(workdir / f"{table}.arrow", table, found)
    findings += [*about, *about_units(scene, [] if elements_only else heights), *about_place]
    return {
        "about": model.about,
        "georeference": georeference.record(),
        "report": report | {"findings": [finding_record(found) for found in findings]},
        "glb": write_glbs(scene, workdir) if how.glb else {},
        "tables": sorted(rows),
    }


def _refused(code: str, values: dict[str, Any], findings: list[Finding], name: str) -> dict[str, Any]:
    first = Finding("error", code, file=name, values=values)
    return {"refused": {"code": code, "values": values, "findings": [finding_record(found) for found in (first, *findings)]}}


def _building_keys(model: Model, floors: list[Floor]) -> dict[int, str]:
    """Give the key of every building that has floors; storeys outside any building get one derived key."""
    keys = {building.step: building.key for building in model.buildings}
    project = str(model.about["project_id"])
    return {step: keys.get(step) or derived_key(project, "building") for step in {floor.building for floor in floors}}


def _tables(scene: Scene, eye_height: float, *, propose: bool) -> tuple[_Rows, dict[str, Any], list[Finding]]:
    """Make all tables of one file, the report's numbers and lists, and findings about what was made."""
    walls = build_walls(scene, eye_height)
    rooms, about = propose_rooms(scene, walls.rows) if propose else build_rooms(scene)
    doors, about_doors = build_doors(scene, rooms)
    devices = build_devices(scene, rooms)
    floors = floor_rows(scene, rooms.rows, walls.rows)
    mark_entrances(
        doors, {row["floor_id"]: row["geometry"] for row in floors}, {row["floor_id"]: row["number"] for row in floors}
    )
    tops = [(row["building_id"], row["z_high"]) for row in walls.rows]
    tops += [(row["building_id"], row["elevation"] + row["height"]) for row in rooms.rows]
    rows = {
        "building": building_rows(scene, floors, tops),
        "floor": floors,
        "room": rooms.rows,
        "wall": walls.rows,
        "door": doors.rows,
        "vertical_link": build_links(scene, rooms),
        "device": devices.rows,
    }
    outlined_by_devices(rows["building"], rows["device"])
    about_all, lists = about_rooms(rooms, isolated_rooms(rooms, doors), scene.name, scene.model)
    without = {"ifc.dropped.no_shape": [element.key for element in (*walls.without_shape, *doors.without_shape)]}
    report = account(scene.model, rows, (rooms.dropped, walls.dropped, devices.dropped, without))
    return rows, report | lists | {"door_graph": doors.compared}, [*about, *about_doors, *about_all]
