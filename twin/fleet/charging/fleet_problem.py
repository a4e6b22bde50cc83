"""Which vehicle to which charger, as arrays: when each would be ready where, and what may stand where at once.

Chargers of one car park with one power and current are alike and make a group; so the arrays have a column a group.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gis.costs import both
from twin.fleet.charging.curve import curve_of
from twin.fleet.charging.problem import Chargers, chargers_of
from twin.fleet.energy import Appetite, appetite, battery_of, figures
from twin.fleet.ground import Ground, Params, ground, router_for
from twin.fleet.places import Place, resolve_place
from twin.fleet.rules import FARTHEST_LINK
from twin.model.errors import DataError, TwinError, UsageError
from twin.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from gis.routing import Router
    from twin.model.snapshot import Snapshot

__all__ = ["Limits", "Problem", "Want", "build", "read_caps", "read_wants"]

Floats = "NDArray[np.float64]"


@dataclass(frozen=True, slots=True)
class Want:
    """A vehicle that is to charge: where it stands, and the shares of its battery now and wanted."""

    vehicle: str
    place: str
    start: float
    goal: float = 0.8


@dataclass(frozen=True, slots=True)
class Limits:
    """`rounds`: vehicles that may use one charger one after another, each for at most `session_h`; one round has no end.

    `reserve`: share of the battery never undercut on the way. `caps_kw`: most power of all chargers of a car park at once.
    """

    rounds: int = 1
    session_h: float = 2.0
    reserve: float = 0.05
    caps_kw: Mapping[str, float] | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for name, number, low, high in (
            ("rounds", self.rounds, 1, 24), ("session_h", self.session_h, 0.1, 24.0), ("reserve", self.reserve, 0.0, 1.0),
        ):  # fmt: skip
            if not (math.isfinite(number) and low <= number <= high):
                raise UsageError("fleet.params", name=name, value=number)


@dataclass(frozen=True, slots=True)
class Problem:
    """`n` vehicles, `g` groups of chargers, `k` rounds.

    `wants`, `appetites`, `battery_wh`, `places`: the vehicles. `group_of`: shape (chargers,). `size`, `power_kw`, `site`: shape
    (g,), chargers of a group, the power each draws, and its car park's number, -1 for one without a cap. `caps_kw`: of each
    numbered car park. `drive_ms`, `drive_m`: shape (n, g), -1 and NaN where there is no way. `ready_ms`: shape (n, g, k), when
    the vehicle leaves charged, infinite where it may not. `price_ms`: of a vehicle that is not served.
    """

    ground: Ground
    limits: Limits
    wants: tuple[Want, ...]
    places: tuple[Place, ...]
    appetites: tuple[Appetite, ...]
    battery_wh: tuple[float, ...]
    chargers: Chargers
    group_of: NDArray[np.intp]
    size: NDArray[np.int64]
    power_kw: NDArray[np.float64]
    site: NDArray[np.intp]
    sites: tuple[str, ...]
    caps_kw: NDArray[np.float64]
    drive_ms: NDArray[np.int64]
    drive_m: NDArray[np.float64]
    ready_ms: NDArray[np.float64]
    price_ms: float
    findings: tuple[Finding, ...]


def read_wants(path: Path) -> list[Want]:
    """Read ``vehicle,place,soc[,target]`` from a CSV with these heads.

    Raises
    ------
    UsageError
        ``fleet.charge.file`` naming the line.
    """
    rows = _rows(path, {"vehicle", "place", "soc"})
    found = []
    for number, row in rows:
        try:
            want = Want(row["vehicle"].strip(), row["place"].strip(), float(row["soc"]), float(row.get("target") or 0.8))
        except (ValueError, AttributeError) as error:
            raise UsageError("fleet.charge.file", file=path.name, line=number, why=str(error)) from error
        if not (0.0 <= want.start <= 1.0 and 0.0 < want.goal <= 1.0):
            raise UsageError("fleet.charge.file", file=path.name, line=number, why="0 … 1")
        found.append(want)
    return found


def read_caps(path: Path) -> dict[str, float]:
    """Read ``parking,kw`` from a CSV with these heads."""
    try:
        return {row["parking"].strip(): float(row["kw"]) for _, row in _rows(path, {"parking", "kw"})}
    except ValueError as error:
        raise UsageError("fleet.charge.file", file=path.name, line="—", why=str(error)) from error


def _rows(path: Path, heads: set[str]) -> list[tuple[int, dict[str, str]]]:
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError("fleet.charge.file", file=path.name, line=1, why=str(error)) from error
    missing = heads - set(rows[0] if rows else ())
    if missing:
        raise UsageError("fleet.charge.file", file=path.name, line=1, why=", ".join(sorted(missing)))
    return list(enumerate(rows, start=2))


def build(snapshot: Snapshot, wants: list[Want], params: Params, limits: Limits, router: Router | None = None) -> Problem:
    """Put the arrays together; a vehicle that cannot be asked about becomes a finding, and the others are served.

    Raises
    ------
    DataError
        ``fleet.charge.nobody`` if no vehicle is left, ``fleet.charge.no_chargers``.
    """
    held = ground(snapshot, params)
    chargers, findings = chargers_of(snapshot)
    if len(chargers.keys) == 0:
        raise DataError("fleet.charge.no_chargers")
    kept: list[tuple[Want, Place, Appetite, float]] = []
    for want in wants:
        try:
            row = snapshot.row("vehicle", want.vehicle)
            kept.append((want, resolve_place(snapshot, want.place), appetite(row, params.conditions), battery_of(row)))
        except TwinError as error:
            findings.append(Finding("error", error.code, row=want.vehicle, values=error.values))
    if not kept:
        raise DataError("fleet.charge.nobody", why="; ".join(str(finding.message) for finding in findings[:3]) or "—")
    search = router or router_for(held.roads, held.vehicle)
    spots = search.snap(np.array([place.outside for _, place, _, _ in kept]))
    stands = search.snap(chargers.points)
    names = zip(stands, chargers.power_kw.tolist(), chargers.current.tolist(), chargers.parking.tolist(), strict=True)
    groups: dict[object, int] = {}
    group_of = np.array([groups.setdefault(name, len(groups)) for name in names], dtype=np.intp)
    first = np.unique(group_of, return_index=True)[1]
    ms, metres = both(search.costs(spots, [stands[at] for at in first]))
    off = np.array([spot.away > FARTHEST_LINK.value for spot in spots], dtype=bool)
    ms[off] = -1
    sites = sorted(set(limits.caps_kw or ()) & {str(name) for name in chargers.parking})
    place = {name: at for at, name in enumerate(sites)}
    power = np.array([min(chargers.power_kw[at], _most(chargers.power_kw[at], chargers.current[at])) for at in first])
    ready = _ready(kept, chargers, first, (ms, metres), limits)
    finite = ready[np.isfinite(ready)]
    return Problem(
        ground=held,
        limits=limits,
        wants=tuple(item[0] for item in kept),
        places=tuple(item[1] for item in kept),
        appetites=tuple(item[2] for item in kept),
        battery_wh=tuple(item[3] for item in kept),
        chargers=chargers,
        group_of=group_of,
        size=np.bincount(group_of),
        power_kw=power,
        site=np.array([place.get(str(chargers.parking[at]), -1) for at in first], dtype=np.intp),
        sites=tuple(sites),
        caps_kw=np.array([(limits.caps_kw or {})[name] for name in sites], dtype=np.float64),
        drive_ms=ms,
        drive_m=metres,
        ready_ms=ready,
        price_ms=float((finite.max(initial=0.0) + 1.0) * (len(kept) + 1)),
        findings=tuple(findings),
    )


def _most(power_kw: float, current: str | None) -> float:
    known = figures()["charging"]
    return float(known[f"most_{current or ('dc' if power_kw >= 20.0 else 'ac')}_kw"])


def _ready(
    kept: list[tuple[Want, Place, Appetite, float]],
    chargers: Chargers,
    first: NDArray[np.intp],
    drive: tuple[NDArray[np.int64], NDArray[np.float64]],
    limits: Limits,
) -> NDArray[np.float64]:
    """Reckon when each vehicle would be charged at each group in each round."""
    ms, metres = drive
    plug = float(figures()["charging"]["plug_in_min"]) * 60_000.0
    found = np.full((*ms.shape, limits.rounds), np.inf)
    kinds = [(float(chargers.power_kw[at]), chargers.current[at]) for at in first]
    columns = {kind: np.array([at for at, other in enumerate(kinds) if other == kind]) for kind in set(kinds)}
    session = limits.session_h * 3_600_000.0
    for row, (want, _, hunger, battery) in enumerate(kept):
        arrive = want.start * battery - hunger.wh_per_km * metres[row] / 1000.0 - hunger.cabin_w * ms[row] / 3_600_000.0
        fits = (ms[row] >= 0) & (np.nan_to_num(arrive, nan=-1.0) >= limits.reserve * battery)
        for kind, some in columns.items():
            curve = curve_of(battery, *kind)
            level = np.where(fits[some], arrive[some], 0.0)
            takes = np.maximum(curve.at(want.goal * battery) - curve.at(level), 0.0) + plug
            for turn in range(limits.rounds):
                done = np.maximum(ms[row, some], turn * session) + takes
                on_time = (done <= (turn + 1) * session) if limits.rounds > 1 else np.ones(len(some), dtype=bool)
                found[row, some, turn] = np.where(fits[some] & on_time, done, np.inf)
    return found
