"""A drive under battery as frozen arrays: from where to where, with how much charge, past which chargers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.fleet.charging.curve import Curve, curve_of
from twin.fleet.energy import figures
from twin.fleet.ground import Ground, Params, ground
from twin.fleet.places import Place, resolve_place
from twin.model.errors import DataError, UsageError
from twin.model.findings import Finding

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["Battery", "Chargers", "Problem", "build", "chargers_of"]


@dataclass(frozen=True, slots=True)
class Battery:
    """Shares of the battery: at the start, what is never undercut on the way, and what must be left at the goal; each 0 to 1.

    Raises
    ------
    UsageError
        ``fleet.params`` if a share is out of range, or the start is below the reserve.
    """

    start: float = 0.8
    reserve: float = 0.1
    goal: float = 0.1

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for name in ("start", "reserve", "goal"):
            share = getattr(self, name)
            if not (math.isfinite(share) and 0.0 <= share <= 1.0):
                raise UsageError("fleet.charge.share", name=name, value=share)
        if self.start < self.reserve:
            raise UsageError("fleet.charge.empty", start=f"{self.start:.0%}", reserve=f"{self.reserve:.0%}")


@dataclass(frozen=True, slots=True)
class Chargers:
    """Chargers that work, by key; shapes (n,) and (n, 2). `current`: ``ac``, ``dc`` or None."""

    keys: NDArray[Any]
    names: NDArray[Any]
    parking: NDArray[Any]
    power_kw: NDArray[np.float64]
    current: NDArray[Any]
    points: NDArray[np.float64]

    def curves(self, battery_wh: float) -> tuple[Curve, ...]:
        """Give the charge curve of a battery at each."""
        held: dict[tuple[float, str | None], Curve] = {}
        pairs = list(zip(self.power_kw.tolist(), self.current.tolist(), strict=True))
        for pair in pairs:
            if pair not in held:
                held[pair] = curve_of(battery_wh, *pair)
        return tuple(held[pair] for pair in pairs)


@dataclass(frozen=True, slots=True)
class Problem:
    """One drive; levels in Wh."""

    params: Params
    battery: Battery
    ground: Ground
    origin: Place
    target: Place
    chargers: Chargers
    findings: tuple[Finding, ...]

    @property
    def start_wh(self) -> float:
        """What is in the battery at the start."""
        return self.battery.start * self.ground.battery_wh

    @property
    def reserve_wh(self) -> float:
        """What is never undercut."""
        return self.battery.reserve * self.ground.battery_wh

    @property
    def goal_wh(self) -> float:
        """What must be left at the goal."""
        return max(self.battery.goal, self.battery.reserve) * self.ground.battery_wh

    @property
    def plug_ms(self) -> float:
        """Milliseconds to plug in and out."""
        return float(figures()["charging"]["plug_in_min"]) * 60_000.0


def build(snapshot: Snapshot, origin: str, target: str, params: Params, battery: Battery) -> Problem:
    """Read a drive from a snapshot.

    Raises
    ------
    UsageError, UnknownKeyError, DataError
        As `resolve_place` and `ground` raise them; ``fleet.charge.no_vehicle`` if none is named, ``fleet.not_electric``.
    """
    if not params.vehicle:
        raise UsageError("fleet.charge.no_vehicle")
    held = ground(snapshot, params)
    if held.appetite is None:
        raise DataError("fleet.not_electric", key=params.vehicle, energy=snapshot.row("vehicle", params.vehicle)["energy"])
    chargers, findings = chargers_of(snapshot)
    return Problem(
        params, battery, held, resolve_place(snapshot, origin), resolve_place(snapshot, target), chargers, tuple(findings)
    )


def chargers_of(snapshot: Snapshot) -> tuple[Chargers, list[Finding]]:
    """Give the chargers that work and have a place and a power, and say of the others why not."""
    keys = snapshot.keys("charger")
    columns = {name: snapshot.column("charger", name) for name in ("name", "parking_id", "power_kw", "current", "status")}
    shapes = snapshot.column("charger", "geometry")
    placed = np.array([shape is not None and not shape.is_empty for shape in shapes], dtype=bool)
    strong = columns["power_kw"] > 0.0
    working = np.array([status in {None, "working"} for status in columns["status"]], dtype=bool)
    findings = [
        Finding("warning", "fleet.charge.left_out", table="charger", row=str(key), values={"key": key})
        for key, fits in zip(keys, placed & strong, strict=True)
        if not fits
    ]
    if (placed & strong & ~working).any():
        count = int((placed & strong & ~working).sum())
        findings.append(Finding("info", "fleet.charge.out_of_order", table="charger", values={"count": count}))
    kept = np.flatnonzero(placed & strong & working)
    kept = kept[np.argsort(np.asarray(keys)[kept].astype(str), kind="stable")]
    points = shapely.get_coordinates(shapely.centroid(shapes[kept])).reshape(-1, 2)
    return (
        Chargers(
            np.asarray(keys, dtype=object)[kept],
            columns["name"][kept],
            columns["parking_id"][kept],
            columns["power_kw"][kept],
            columns["current"][kept],
            points,
        ),
        findings,
    )
