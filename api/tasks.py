"""What the worker can do: the three questions, reading and taking files, exports; each on what its asker may see."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely
import shapely.geometry

from api.answering import answer
from api.importing import Wishes, take
from api.importing.files import kind_of
from twin.model.errors import UnknownKeyError
from twin.model.tables import TABLES
from twin.store import copy_store, open_store
from twin.store.past import Past
from twin.store.scenarios import Scenarios
from twin.store.sight import Reach, Sight, narrow

if TYPE_CHECKING:
    from api.importing.outcome import Outcome
    from api.worker import Context
    from twin.model.answer import Answer
    from twin.model.snapshot import Snapshot
    from twin.store import Store

__all__ = ["as_record", "export", "fleet", "import_accept", "import_read", "security", "sight_of", "sight_record", "space"]


def sight_record(sight: Sight) -> list[dict[str, Any]]:
    """Write a sight so that the worker can read it."""
    return [{**asdict(reach), "tables": sorted(reach.tables)} for reach in sight.reaches]


def sight_of(record: list[dict[str, Any]]) -> Sight:
    """Read a sight as `sight_record` wrote it."""
    return Sight(tuple(Reach(**{**reach, "tables": frozenset(reach["tables"])}) for reach in record))


def _seen(context: Context, arguments: dict[str, Any]) -> tuple[Store | Past, Snapshot]:
    """Give the store at the moment asked for, and what of it may be seen."""
    store: Store | Past = context.live.store
    snapshot = context.live.snapshot
    if moment := arguments.get("as_of"):
        name = moment.removeprefix("scenario:")
        store = Scenarios(context.live.store).view(name) if name != moment else Past(context.live.store, moment)
        snapshot = store.snapshot()
    if (building := arguments.get("building")) and building not in snapshot.frame("building").index:
        snapshot = store.building(building)
    return store, narrow(snapshot, sight_of(arguments["sight"]))


def _want_building(snapshot: Snapshot, building: str) -> None:
    if building and building not in snapshot.frame("building").index:
        raise UnknownKeyError("key.unknown", table="building", key=building)


def as_record(found: Answer) -> dict[str, Any]:
    """Give an answer without the path of its store."""
    return {"result": found.result, "run": {name: value for name, value in found.run.items() if name != "store"}}


def space(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Hold the area in use against the standard."""
    from twin.space import plan, problem, solve  # noqa: PLC0415 - a question's parts are loaded with its first asking

    store, snapshot = _seen(context, arguments)
    building = arguments.get("building", "")
    _want_building(snapshot, building)
    params = problem.Params(
        on=arguments["on"],
        buildings=(building,) if building else (),
        departments=tuple(arguments.get("departments", ())),
        tolerance_m2=arguments.get("tolerance_m2", 0.1),
    )
    _, found = answer(store, snapshot, problem.build(snapshot, params), solve.solve, plan.check)
    return as_record(found)


def security(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """See what every camera sees, and what nobody sees."""
    from twin.security import plan, problem, solve  # noqa: PLC0415 - as above

    store, snapshot = _seen(context, arguments)
    building = arguments.get("building", "")
    _want_building(snapshot, building)
    params = problem.Params(
        floors=frozenset(arguments.get("floors", ())),
        buildings=frozenset({building} if building else ()),
        cells=frozenset(arguments.get("cells", ())),
        doors_open=arguments.get("doors_open", True),
        target_z=arguments.get("target_z", 1.0),
        outages=frozenset(arguments.get("outages", ())),
        include_faulty=arguments.get("include_faulty", False),
    )
    coverage, found = answer(store, snapshot, problem.build(snapshot, params), solve.solve, plan.check)
    record = as_record(found)
    if arguments.get("geometry"):
        record["views"] = [
            {"camera_id": view.camera_id, "floor_id": view.floor_id, "geometry": _drawn(view.geometry)}
            for view in coverage.cameras
        ]
        record["blind"] = [
            {
                "rank": rank,
                "floor_id": part.floor_id,
                "zone_id": part.zone_id,
                "area_m2": part.area_m2,
                "geometry": _drawn(part.geometry),
            }
            for rank, part in enumerate(coverage.blind, start=1)
        ]
    return record


def _drawn(shape: Any) -> dict[str, Any]:
    """Give a shape as GeoJSON in metres, to the centimetre."""
    return dict(shapely.geometry.mapping(shapely.set_precision(shape, 0.01)))


def fleet(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Find the fastest way between two places."""
    from twin.fleet import plan, problem, solve  # noqa: PLC0415 - as above

    store, snapshot = _seen(context, arguments)
    params = problem.Params(vehicle=arguments.get("vehicle", ""), height=arguments.get("height"), mass_t=arguments.get("mass_t"))
    _, found = answer(
        store, snapshot, problem.build(snapshot, arguments["from"], arguments["to"], params), solve.solve, plan.check
    )
    return as_record(found)


def import_read(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Read a file as an import would, on a copy of the store that is thrown away: its report and what it would change."""
    path = Path(arguments["path"])
    with tempfile.TemporaryDirectory(prefix="try-", dir=context.folder) as folder:
        copy = Path(folder) / "copy.gpkg"
        context.progress("copy", 0, 3)
        copy_store(context.live.store.name, copy)
        context.progress("read", 1, 3)
        with open_store(copy) as other:
            outcome = take(other, path, kind_of(path), _wishes(arguments), arguments["who"])
            context.progress("report", 2, 3)
            return {"report": _report(outcome), "buildings": _touched(other, outcome)}


def import_accept(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Take a file into the store."""
    path = Path(arguments["path"])
    store = context.live.store
    before = store.version
    context.progress("read", 0, 1)
    outcome = take(store, path, kind_of(path), _wishes(arguments), arguments["who"])
    set_id = store.version if store.version > before else None
    return {"report": _report(outcome), "buildings": _touched(store, outcome), "set_id": set_id}


def _wishes(arguments: dict[str, Any]) -> Wishes:
    return Wishes(**arguments.get("wishes", {}))


def _report(outcome: Outcome) -> dict[str, Any]:
    """Give the report without the server's paths."""
    return {**outcome.record(), "path": Path(outcome.path).name}


def _touched(store: Store, outcome: Outcome) -> list[dict[str, Any]]:
    """List the buildings that the file brought or changed, on the ground or not, with their outlines."""
    source = str(outcome.details.get("source", {}).get("source_id", ""))
    found = []
    for located, frame in ((True, store.snapshot().frame("building")), (False, store.local_frame("building"))):
        for row in frame.itertuples():
            if source and row.source_id == source:
                outline = None if row.geometry is None else _drawn(row.geometry)
                found.append({"building_id": row.building_id, "name": row.name, "located": located, "outline": outline})
    return found


def export(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Write tables to a file in the private folder."""
    from viz.export import export as write  # noqa: PLC0415 - as above

    _, snapshot = _seen(context, arguments)
    tables = [table for table in TABLES if table in arguments["tables"]] or None
    if keys := arguments.get("keys"):
        table = arguments["tables"][0]
        frame = snapshot.frame(table)
        snapshot = snapshot.replaced({table: frame[frame.index.isin(keys)]}, snapshot.version)
    out = Path(arguments["out"])
    counts = write(snapshot, out, tables, public=False)
    return {"counts": counts, "size": out.stat().st_size, "sha256": hashlib.sha256(out.read_bytes()).hexdigest()}
