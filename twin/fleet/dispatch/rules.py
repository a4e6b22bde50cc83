"""The numbers of dispatch that no table holds: prices, waits, habits of charging. Each is judged and may be set by who asks."""

from __future__ import annotations

from twin.fleet.rules import Rule

__all__ = [
    "BATTERY_RESERVE",
    "BATTERY_START",
    "CONSUMPTION",
    "CURVE",
    "HIRE_KM",
    "HIRE_PRICE",
    "KM_PRICE",
    "LATEST",
    "MOST_CHARGERS",
    "RIDE_FACTOR",
    "RIDE_LEAST",
    "SERVICE",
    "UNSERVED",
    "UNSERVED_KM",
    "VEHICLE_PRICE",
]

VEHICLE_PRICE = Rule("vehicle_price", 60.0, "CNY", "a vehicle and its driver sent out for a day, whatever it drives")
KM_PRICE = Rule("km_price", 1.2, "CNY/km", "fuel or electricity, tyres and upkeep of a kilometre driven")
HIRE_PRICE = Rule("hire_price", 90.0, "CNY", "one hire of a shared car (分时租赁), settled by the hire")
HIRE_KM = Rule("hire_km", 2.5, "CNY/km", "a kilometre in a hired car")
UNSERVED = Rule("unserved", 400.0, "CNY", "a journey turned down: higher than any way to serve it in town")
UNSERVED_KM = Rule("unserved_km", 10.0, "CNY/km", "added for each kilometre of a journey turned down")
SERVICE = Rule("service", 60.0, "s", "getting in or out")
RIDE_FACTOR = Rule("ride_factor", 1.6, "1", "a shared ride takes at most this times the direct drive, and ...")
RIDE_LEAST = Rule("ride_least", 900.0, "s", "... never less than the direct drive and this much more")
LATEST = Rule("latest", 1800.0, "s", "beyond the direct drive, where a journey says no latest arrival or no earliest departure")
BATTERY_START = Rule("battery_start", 0.9, "1", "share of the battery in the morning")
BATTERY_RESERVE = Rule("battery_reserve", 0.15, "1", "share of the battery never to be used")
CONSUMPTION = Rule("consumption", 0.18, "kWh/km", "of an electric vehicle whose row says none")
MOST_CHARGERS = Rule("most_chargers", 150.0, "1", "places to charge that are looked at: those nearest to what is asked")
CURVE = ((0.8, 1.0), (0.9, 0.6), (1.0, 0.3))
"""Charging power falls: up to the share of the battery, the part of the charger's power; three straight pieces, judged."""
