"""One network for every vehicle and every hour: contracted once, weighed anew for each.

The topology holds every road that is ever open. What a vehicle may not use, and what is closed at a time, has no weight.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from gis.engine import CchEngine, Hierarchy, ScipyEngine, installed
from gis.faults import GisError
from gis.roads import ANY_VEHICLE, model, passable
from gis.routing import Router
from gis.traffic import FREE, under
from gis.turns import topology

if TYPE_CHECKING:
    import datetime as dt

    from gis.engine import Engine, EngineName
    from gis.roads import RoadTable, Vehicle
    from gis.traffic import Traffic
    from gis.turns import Topology

__all__ = ["Streets"]


class Streets:
    """Routers for one table of roads; those used last are kept.

    Parameters
    ----------
    traffic
        What holds at which hours.
    keep
        Routers to keep; one for a city of 30,000 roads takes some 15 MB.

    Raises
    ------
    GisError
        ``roads.none`` if no road is open.
    """

    def __init__(self, table: RoadTable, traffic: Traffic = FREE, engine: EngineName = "auto", keep: int = 16) -> None:
        if not passable(table).any():
            raise GisError("roads.none", count=len(table.keys))
        self.table = table
        self.traffic = traffic
        self._hierarchical = engine == "cch" or (engine == "auto" and installed())
        self._keep = keep
        self._held: dict[bool, tuple[Topology, Hierarchy | None]] = {}
        self._routers: OrderedDict[tuple[Vehicle, tuple[bool, ...]], Router] = OrderedDict()

    def router(self, vehicle: Vehicle = ANY_VEHICLE, when: dt.datetime | None = None) -> Router:
        """Give the router of a vehicle at a moment of local time; without one, of no hour in particular.

        Raises
        ------
        GisError
            ``roads.none`` if no road is left for it.
        """
        key = (vehicle, self.traffic.holding(vehicle, when))
        if key not in self._routers:
            self._routers[key] = self._make(vehicle, when)
            if len(self._routers) > self._keep:
                self._routers.popitem(last=False)
        self._routers.move_to_end(key)
        return self._routers[key]

    def _make(self, vehicle: Vehicle, when: dt.datetime | None) -> Router:
        now = under(self.table, self.traffic, vehicle, when)
        held, hierarchy = self._topology(guest=vehicle.guest)
        network = held.network(passable(now, vehicle)[held.row], now.ms[held.row])
        engine: Engine = ScipyEngine(network) if hierarchy is None else CchEngine(network, hierarchy)
        return Router(now, vehicle, ready=(network, engine))

    def _topology(self, *, guest: bool) -> tuple[Topology, Hierarchy | None]:
        if guest not in self._held:
            held = topology(model(self.table), guest=guest)
            hierarchy = Hierarchy(held.middle, held.before, held.after) if self._hierarchical else None
            self._held[guest] = (held, hierarchy)
        return self._held[guest]
