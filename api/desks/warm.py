"""What cameras see, kept in the worker's memory by version, asker's reach, state and place, so that a question is sums only."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from api.answering import answer
from api.tasks import sight_of
from twin.model.errors import PlanError, UnknownKeyError
from twin.security import plan, problem, solve
from twin.security.outage import Outages, check_outages, outages
from twin.store.past import Past
from twin.store.scenarios import Scenarios
from twin.store.sight import narrow

if TYPE_CHECKING:
    from api.worker import Context
    from twin.model.snapshot import Snapshot

__all__ = ["Warm", "camera_floor", "params_of", "seen_by", "warmed"]

_MOST = 48
"""Places in a state that are kept; the one that was asked for longest ago goes."""
_NIGHT = {"doors_open": False, "blinds_closed": True}


@dataclass(slots=True)
class Warm:
    """One place or building in one state: what was asked, what cameras see of it, and (where it was asked) what outages cost."""

    snapshot: Snapshot
    problem: problem.Problem
    coverage: plan.Coverage
    lost: Outages | None = None

    @property
    def outages(self) -> Outages:
        """What outages cost, checked.

        Raises
        ------
        PlanError
            If the check finds another loss.
        """
        if self.lost is None:
            found = outages(self.problem, self.coverage)
            if faults := check_outages(self.problem, self.coverage, found):
                raise PlanError("plan.unsound", faults, count=len(faults), first=faults[0])
            self.lost = found
        return self.lost


def params_of(state: dict[str, Any]) -> problem.Params:
    """Read the state that a request names; at night doors are shut, blinds closed, and cameras see by their own light."""
    asked = {**state, **(_NIGHT if state.get("night") else {})}
    return problem.Params(
        night=asked.get("night", False),
        zoom=asked.get("zoom", ""),
        at=asked.get("at", ""),
        doors_open=asked.get("doors_open", True),
        target_z=asked.get("target_z", 1.0),
        outages=frozenset(asked.get("outage", ())),
        include_faulty=asked.get("include_faulty", False),
        heights=asked.get("heights", True),
        closed_doors=frozenset(asked.get("close_door", ())),
        blinds_closed=asked.get("blinds_closed", False),
        ladder=asked.get("ladder", "iec2014"),
    )


def seen_by(context: Context, arguments: dict[str, Any]) -> tuple[Any, Snapshot]:
    """Give the store at the moment asked for, and what of it the asker may see; kept as long as the version is the newest."""
    key = ("seen", context.live.version, arguments.get("moment", ""), json.dumps(arguments["sight"], sort_keys=True))
    held = _held(context, key)
    if held is None:
        store: Any = context.live.store
        snapshot = context.live.snapshot
        if moment := arguments.get("as_of"):
            name = moment.removeprefix("scenario:")
            store = Scenarios(context.live.store).view(name) if name != moment else Past(context.live.store, moment)
            snapshot = store.snapshot()
        held = store, narrow(snapshot, sight_of(arguments["sight"]))
        _keep(context, key, held)
    found: tuple[Any, Snapshot] = held
    return found


def warmed(context: Context, arguments: dict[str, Any], *, floor: str = "", building: str = "") -> Warm:
    """Give what cameras see of a floor, the floors of a building, or (neither) the grounds; reckoned and checked once.

    Raises
    ------
    UnknownKeyError
        If there is no such floor or building.
    """
    params = params_of(arguments.get("state", {}))
    state = json.dumps(arguments.get("state", {}), sort_keys=True)
    sight = json.dumps(arguments["sight"], sort_keys=True)
    key = ("sight", context.live.version, arguments.get("moment", ""), sight, state, floor, building)
    held = _held(context, key)
    if held is None:
        context.progress("sight", 0, 1)
        store, snapshot = seen_by(context, arguments)
        for table, asked in (("floor", floor), ("building", building)):
            if asked and asked not in snapshot.frame(table).index:
                raise UnknownKeyError("key.unknown", table=table, key=asked)
        scope = replace(params, floors=frozenset({floor} if floor else ()), buildings=frozenset({building} if building else ()))
        if not floor and not building:
            scope = replace(params, cells=frozenset(map(str, snapshot.keys("cell"))))
        built = problem.build(snapshot, scope)
        coverage, _ = answer(store, snapshot, built, solve.solve, plan.check)
        held = Warm(snapshot, built, coverage)
        _keep(context, key, held)
    found: Warm = held
    return found


def camera_floor(snapshot: Snapshot, camera_id: str) -> str:
    """Give the floor that a camera stands on, empty outdoors.

    Raises
    ------
    UnknownKeyError
        If there is no such camera.
    """
    if camera_id not in snapshot.frame("camera").index:
        raise UnknownKeyError("key.unknown", table="camera", key=camera_id)
    return str(snapshot.row("camera", camera_id)["floor_id"] or "")


def _held(context: Context, key: tuple[Any, ...]) -> Any:
    found = context.kept.get(key)
    if found is not None:
        context.kept.move_to_end(key)
    return found


def _keep(context: Context, key: tuple[Any, ...], made: Any) -> None:
    for old in [known for known in context.kept if known[1] != context.live.version]:
        context.kept.pop(old)
    context.kept[key] = made
    while len(context.kept) > _MOST:
        context.kept.popitem(last=False)
