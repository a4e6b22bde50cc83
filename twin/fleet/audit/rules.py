"""The numbers of supervision. None is of a national text: each is judged, says so, and can be set otherwise."""

from __future__ import annotations

from twin.fleet.rules import Rule

__all__ = ["CLOSE", "DETOUR_M", "DETOUR_SHARE", "EARLY", "LATE", "PARKED", "SILENCE", "STANDING", "STOP"]

CLOSE = Rule("audit_close", 300.0, "m", "a stop this near to the order's places, a charger or the vehicle's car park is in order")
DETOUR_SHARE = Rule("audit_detour_share", 0.2, "", "a way this much longer than the shortest one is a detour, where it is also")
DETOUR_M = Rule("audit_detour_m", 1000.0, "m", "so many metres longer")
EARLY = Rule("audit_early", 1800.0, "s", "a track may begin so long before the order's departure")
LATE = Rule("audit_late", 3600.0, "s", "and end so long after the order's arrival")
STOP = Rule("audit_stop", 300.0, "s", "standing this long is a stop")
STANDING = Rule("audit_standing", 50.0, "m", "a vehicle that stays within this distance stands")
SILENCE = Rule("audit_silence", 300.0, "s", "so long without a fix is a silence")
PARKED = Rule(
    "audit_parked", 200.0, "m", "a track that ends farther than this from the vehicle's car park ends elsewhere (定点停放)"
)
