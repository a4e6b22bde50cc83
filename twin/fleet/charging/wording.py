"""Charging in words for the terminal, Chinese first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.fleet.wording import clock, metres, one, place_text, streets, tell
from twin.model.aligned import aligned, clean

if TYPE_CHECKING:
    from twin.fleet.charging.plan import Trip

__all__ = ["trip_lines"]


def trip_lines(trip: Trip, lang: str = "") -> list[str]:
    """Write a drive under battery in ``zh``, ``en`` or, for an empty `lang`, both."""
    share = trip.battery_wh / 100.0
    spent = sum(charge.charge_ms + trip.plug_ms for charge in trip.charges)
    told = [
        tell("fleet.charge.title", lang, start=place_text(trip.origin), end=place_text(trip.target), vehicle=trip.vehicle),
        tell(
            "fleet.charge.sums",
            lang,
            distance=metres(trip.distance_m),
            drive=clock(trip.drive_ms / 1000),
            charge=clock(spent / 1000),
            total=clock(trip.value_ms / 1000),
        ),
        tell(
            "fleet.charge.battery",
            lang,
            battery=f"{trip.battery_wh / 1000:g}",
            start=f"{trip.start_wh / share:.0f} %",
            end=f"{trip.arrive_wh / share:.0f} %",
        ),
        tell("fleet.charge.proven", lang, looked=trip.looked),
        "",
    ]
    stops = {charge.charger_id: charge for charge in trip.charges}
    head = [tell(f"fleet.charge.column.{name}", lang) for name in ("step", "distance", "time", "energy", "left")]
    rows = [head]
    for drive in trip.drives:
        goal = clean(drive.ends_at) or clean(trip.target.name)
        by = " → ".join(streets([(leg.name, leg.length_m) for leg in drive.legs]))
        what = tell("fleet.charge.step.drive", lang, goal=goal, streets=by or tell("fleet.unnamed", lang))
        used = f"−{drive.used_wh / 1000:.2f} kWh"
        rows.append([what, metres(drive.distance_m), clock(drive.time_ms / 1000), used, f"{drive.left_wh / share:.0f} %"])
        charge = stops.get(drive.ends_at)
        if charge is not None:
            what = tell(
                "fleet.charge.step.charge", lang, charger=" ".join(part for part in (charge.charger_id, charge.name) if part)
            )
            gained = f"+{(charge.leave_wh - charge.arrive_wh) / 1000:.2f} kWh"
            taken = clock((charge.charge_ms + trip.plug_ms) / 1000)
            rows.append([what, "", taken, gained, f"{charge.leave_wh / share:.0f} %"])
    return [*told, *aligned(rows, right=(1, 2, 3, 4)), *(one(finding.message, lang) for finding in trip.findings)]
