"""Charging: a way under battery, which vehicle to which charger, and where the next chargers should stand."""
