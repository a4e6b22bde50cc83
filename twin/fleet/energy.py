"""What a vehicle uses on a way: so much by distance, so much by time, by class, load and temperature."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.errors import DataError, UsageError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Appetite", "Conditions", "appetite", "battery_of", "figures"]


@dataclass(frozen=True, slots=True)
class Conditions:
    """Degrees Celsius outdoors, and kilograms carried beside the driver.

    Raises
    ------
    UsageError
        ``fleet.params`` if a number is out of range: -40 to 50 °C, 0 to 40,000 kg.
    """

    celsius: float = 20.0
    load_kg: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for name, number, low, high in (("temperature", self.celsius, -40.0, 50.0), ("load_kg", self.load_kg, 0.0, 40_000.0)):
            if not (math.isfinite(number) and low <= number <= high):
                raise UsageError("fleet.params", name=name, value=number)


@dataclass(frozen=True, slots=True)
class Appetite:
    """Wh for each kilometre and W for as long as it drives; `source` says where the figures come from, `verified` how well."""

    wh_per_km: float
    cabin_w: float
    source: str
    verified: int

    def wh(self, metres: float, seconds: float) -> float:
        """Watt-hours for a way."""
        return self.wh_per_km * metres / 1000.0 + self.cabin_w * seconds / 3600.0


@cache
def figures() -> dict[str, Any]:
    """Read the figures that stand in energy.toml."""
    return tomllib.loads(files("twin.fleet").joinpath("energy.toml").read_text(encoding="utf-8"))


def appetite(vehicle: pd.Series, conditions: Conditions) -> Appetite:
    """Reckon what a vehicle of the table `vehicle` uses.

    Its own consumption counts where the table has it, that of its class otherwise.

    Raises
    ------
    DataError
        ``fleet.not_electric`` if it does not drive on electricity.
    """
    if vehicle["energy"] != "electric":
        raise DataError("fleet.not_electric", key=vehicle["vehicle_id"], energy=vehicle["energy"])
    known = figures()
    own = float(vehicle["consumption_kwh_km"])
    stated = math.isfinite(own) and own > 0.0
    base = own * 1000.0 if stated else float(known["consumption"][vehicle["vehicle_class"]])
    degrees = known["temperature"]
    driving = float(np.interp(conditions.celsius, degrees["celsius"], degrees["driving"]))
    cabin = float(np.interp(conditions.celsius, degrees["celsius"], degrees["cabin_kw"]))
    source = "vehicle.consumption_kwh_km" if stated else f"energy.toml consumption.{vehicle['vehicle_class']}"
    return Appetite(
        wh_per_km=base * driving + known["load"]["value"] * conditions.load_kg / 100.0,
        cabin_w=cabin * 1000.0,
        source=f"{source}; energy.toml temperature, load",
        verified=int(degrees["verified"]),
    )


def battery_of(vehicle: pd.Series) -> float:
    """Give the usable battery in Wh, that of the class where the table has none."""
    own = float(vehicle["battery_kwh"])
    return 1000.0 * (own if math.isfinite(own) and own > 0.0 else float(figures()["battery"][vehicle["vehicle_class"]]))
