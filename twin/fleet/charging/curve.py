"""How long charging takes: power is constant between states of charge, so that time is piecewise linear in energy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from twin.fleet.energy import figures

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Curve", "curve_of"]


@dataclass(frozen=True, slots=True)
class Curve:
    """Time to charge from empty: `level_wh` and `ms` ascend from 0, straight in between; power never rises with the level."""

    level_wh: tuple[float, ...]
    ms: tuple[float, ...]

    def at(self, level_wh: NDArray[np.float64] | float) -> NDArray[np.float64]:
        """Milliseconds from empty to a level."""
        return np.interp(np.asarray(level_wh), self.level_wh, self.ms)

    def between(self, low_wh: float, high_wh: float) -> float:
        """Milliseconds from one level to another."""
        return float(self.at(high_wh) - self.at(low_wh))

    @property
    def best_ms_per_wh(self) -> float:
        """Milliseconds that a watt-hour takes at least."""
        return float(np.min(np.diff(self.ms) / np.diff(self.level_wh)))


def curve_of(battery_wh: float, power_kw: float, current: str | None) -> Curve:
    """Give the curve of a battery at a charger; without a known current that of direct current from 20 kW.

    The vehicle takes no more than `most_dc_kw` or `most_ac_kw` of energy.toml.
    """
    known = figures()["charging"]
    kind = current or ("dc" if power_kw >= 20.0 else "ac")
    watts = min(power_kw, float(known[f"most_{kind}_kw"])) * 1000.0
    levels, times = [0.0], [0.0]
    for low, high, share in known[kind]:
        levels.append(high * battery_wh)
        times.append(times[-1] + (high - low) * battery_wh / (share * watts) * 3_600_000.0)
    return Curve(tuple(levels), tuple(times))
