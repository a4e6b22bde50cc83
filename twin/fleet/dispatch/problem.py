"""The dispatch question as frozen arrays: who asks for a ride, which vehicles there are, where they charge.

Places are numbers into two square matrices. A request is a pickup and its delivery on one vehicle, or a single visit whose
load stays aboard until the vehicle's next unloading at its depot. Times are seconds, lengths metres, energies kWh in the city
and the instance's own units in benchmarks: nothing here depends on them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.errors import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["Charging", "Fleet", "Problem", "Requests", "Stops", "no_charging"]


def _freeze(thing: Any) -> None:
    for item in fields(thing):
        if isinstance(getattr(thing, item.name), np.ndarray):
            getattr(thing, item.name).setflags(write=False)


@dataclass(frozen=True, slots=True)
class Stops:
    """What a vehicle does somewhere, shape ``(S,)`` each.

    `place`: into the matrices. `opens`, `closes`: service begins within. `service`: time taken, >= 0. `load`: what comes aboard,
    negative for what is let off; a single visit's is >= 0.
    """

    place: Ints
    opens: Floats
    closes: Floats
    service: Floats
    load: Floats

    def __post_init__(self) -> None:
        """Let nobody write into the arrays."""
        _freeze(self)


@dataclass(frozen=True, slots=True)
class Requests:
    """Who asks, shape ``(R,)`` each.

    `pickup`: stop, -1 for a single visit. `delivery`: stop. `price`: what it costs to leave it unserved, infinite where it must
    be served. `ride`: longest time from leaving the pickup to beginning the delivery, infinite = any. `release`: the trip that
    carries a single visit leaves its depot no earlier.
    """

    key: tuple[str, ...]
    pickup: Ints
    delivery: Ints
    price: Floats
    ride: Floats
    release: Floats

    def __post_init__(self) -> None:
        """Let nobody write into the arrays."""
        _freeze(self)


@dataclass(frozen=True, slots=True)
class Fleet:
    """Types of vehicles, shape ``(K,)`` each; a type may be one vehicle.

    `count`: vehicles of it. `capacity`. `fixed`: price of using one. `per_length`, `per_time`: prices of driving. `start`, `end`:
    places. `opens`, `closes`: the shift. `battery`: usable energy, 0 = none to watch. `level`: energy at the start. `reserve`:
    never below. `use`: energy per length. `trips`: most trips from the start place, 1 = no return in between. `turnaround`: time
    taken there between trips. `reach`: longest length in a shift. `hired`: true for cars rented by the ride (分时租赁).
    """

    key: tuple[str, ...]
    count: Ints
    capacity: Floats
    fixed: Floats
    per_length: Floats
    per_time: Floats
    start: Ints
    end: Ints
    opens: Floats
    closes: Floats
    battery: Floats
    level: Floats
    reserve: Floats
    use: Floats
    trips: Ints
    turnaround: Floats
    reach: Floats
    hired: NDArray[np.bool_]

    def __post_init__(self) -> None:
        """Let nobody write into the arrays."""
        _freeze(self)


@dataclass(frozen=True, slots=True)
class Charging:
    """Where batteries are filled, shape ``(C,)`` each, and how fast.

    `place`, `power` (energy per time). `share` (rising, ending at 1) and `factor`: up to ``share[i]`` of the battery the power is
    ``power * factor[i]``: a piecewise-linear curve. `full`: every stop fills the battery (as benchmarks want it); otherwise just
    what is needed to the next charger or home.
    """

    key: tuple[str, ...]
    place: Ints
    power: Floats
    share: Floats
    factor: Floats
    full: bool = False

    def __post_init__(self) -> None:
        """Let nobody write into the arrays."""
        _freeze(self)


def no_charging() -> Charging:
    """Give the charging of a fleet that needs none."""
    return Charging((), np.zeros(0, dtype=np.int64), np.zeros(0), np.ones(1), np.ones(1))


@dataclass(frozen=True, slots=True)
class Problem:
    """One day's dispatch.

    `time`, `length`: shape ``(P, P)``, >= 0, infinite where there is no way. `may`: shape ``(R, K)``, which type may serve whom.
    `vehicles_first`: fewer vehicles count before anything else (as in VRPTW benchmarks).

    Raises
    ------
    UsageError
        ``dispatch.problem`` naming the first array that cannot be.
    """

    name: str
    time: Floats
    length: Floats
    stops: Stops
    requests: Requests
    fleet: Fleet
    charging: Charging = field(default_factory=no_charging)
    may: NDArray[np.bool_] | None = None
    vehicles_first: bool = False

    def __post_init__(self) -> None:
        """Refuse arrays that do not fit each other."""
        places = len(self.time)
        requests, kinds = len(self.requests.key), len(self.fleet.key)
        wrong = [
            name
            for name, good in (
                ("time", self.time.shape == (places, places) and not np.isnan(self.time).any()),
                ("length", self.length.shape == (places, places) and not np.isnan(self.length).any()),
                ("stops.place", _within(self.stops.place, places)),
                ("fleet.start", _within(self.fleet.start, places) and len(self.fleet.start) == kinds),
                ("fleet.end", _within(self.fleet.end, places) and len(self.fleet.end) == kinds),
                ("charging.place", _within(self.charging.place, places)),
                ("requests.delivery", _within(self.requests.delivery, len(self.stops.place))),
                ("requests.pickup", _within(self.requests.pickup + 1, len(self.stops.place) + 1)),
                ("requests", all(len(part) == requests for part in (self.requests.pickup, self.requests.price))),
                ("may", self.may is None or self.may.shape == (requests, kinds)),
            )
            if not good
        ]
        if wrong:
            raise UsageError("dispatch.problem", name=self.name, what=wrong[0])

    @property
    def allowed(self) -> NDArray[np.bool_]:
        """Which type may serve whom, shape ``(R, K)``."""
        return self.may if self.may is not None else np.ones((len(self.requests.key), len(self.fleet.key)), dtype=np.bool_)


def _within(values: Ints, count: int) -> bool:
    return bool(((values >= 0) & (values < count)).all())
