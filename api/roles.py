"""Who may do what: one table, permission by role, as data. What is not granted here is denied.

Officers (system, security, audit) run the service and never read the model; each excludes the others. A permission about
tables names them in `READS` or `EDITS`; what stands in neither is shown to nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = [
    "EDITS",
    "OFFICERS",
    "PERMISSIONS",
    "PROTECTED",
    "PUBLIC",
    "READS",
    "ROLES",
    "WHOLE",
    "WORKING",
    "conflicts",
    "editable",
    "permissions_of",
    "readable",
]

PUBLIC = "public"
"""What a route says that anybody may call, signed in or not."""

ROLES = (
    "viewer", "facility_manager", "space_planner", "security_officer", "dispatcher", "device",
    "system_admin", "security_admin", "auditor",
)  # fmt: skip
OFFICERS = ("system_admin", "security_admin", "auditor")
"""三员: pairwise exclusive, and with no working role beside them."""
WORKING = ("viewer", "facility_manager", "space_planner", "security_officer", "dispatcher")

_ALL = frozenset(ROLES)
_PEOPLE = frozenset(WORKING)
_FACILITY, _PLANNER, _SECURITY, _DISPATCH = "facility_manager", "space_planner", "security_officer", "dispatcher"

PERMISSIONS: dict[str, frozenset[str]] = {
    "session.use": _ALL,
    "model.read": _PEOPLE,
    "history.read": _PEOPLE,
    "read.space": _PEOPLE,
    "read.ground": _PEOPLE,
    "read.people": _PEOPLE,
    "read.energy": frozenset({_FACILITY, _PLANNER}),
    "read.register": frozenset({_FACILITY, _PLANNER}),
    "read.fleet": frozenset({_FACILITY, _DISPATCH}),
    "read.security": frozenset({_FACILITY, _SECURITY}),
    "protected.camera": frozenset({_FACILITY, _SECURITY}),
    "protected.views": frozenset({_SECURITY}),
    "model.edit": frozenset({_FACILITY, _SECURITY, _DISPATCH}),
    "edit.space": frozenset({_FACILITY}),
    "edit.roads": frozenset({_FACILITY, _DISPATCH}),
    "edit.people": frozenset({_FACILITY}),
    "edit.energy": frozenset({_FACILITY}),
    "edit.register": frozenset({_FACILITY}),
    "edit.camera": frozenset({_FACILITY, _SECURITY}),
    "edit.security": frozenset({_SECURITY}),
    "edit.fleet": frozenset({_DISPATCH}),
    "ask.space": frozenset({_FACILITY, _PLANNER}),
    "ask.plan": frozenset({_FACILITY, _PLANNER}),
    "ask.security": frozenset({_SECURITY}),
    "ask.fleet": frozenset({_FACILITY, _DISPATCH}),
    "scenario.read": frozenset({_FACILITY, _PLANNER}),
    "scenario.edit": frozenset({_PLANNER}),
    "scenario.merge": frozenset({_FACILITY}),
    "import.run": frozenset({_FACILITY, _SECURITY, _DISPATCH}),
    "export.run": frozenset({_FACILITY, _PLANNER, _SECURITY, _DISPATCH}),
    "export.security": frozenset({_SECURITY}),
    "job.use": _PEOPLE,
    "people.list": frozenset({"system_admin", "security_admin"}),
    "people.manage": frozenset({"system_admin"}),
    "service.watch": frozenset({"system_admin"}),
    "people.grant": frozenset({"security_admin"}),
    "key.manage": frozenset({"security_admin"}),
    "audit.read": frozenset({"auditor"}),
}
"""Permission → the roles that hold it."""

_REGISTER = (
    "ownership", "certificate", "certificate_room", "leader_office", "adjustment", "adjustment_room", "lease", "disposal",
    "repair", "inspection", "room_offer", "department_change",
)  # fmt: skip

READS: dict[str, tuple[str, ...]] = {
    "read.space": ("site", "building", "floor", "room", "wall", "door", "vertical_link", "device"),
    "read.ground": ("parking", "charger", "gate", "stop", "road", "turn_ban"),
    "read.people": ("department", "post", "occupancy"),
    "read.energy": ("meter",),
    "read.register": _REGISTER,
    "read.fleet": ("vehicle", "trip"),
    "read.security": ("cell", "camera", "camera_preset", "privacy_mask", "camera_outage"),
}
"""Permission → the tables whose rows it shows; where a camera stands and looks takes `protected.camera` besides."""

EDITS: dict[str, tuple[str, ...]] = {
    "edit.space": ("site", "building", "floor", "room", "wall", "door", "vertical_link", "device"),
    "edit.roads": ("road", "turn_ban"),
    "edit.people": ("department", "post", "occupancy"),
    "edit.energy": ("meter",),
    "edit.register": _REGISTER,
    "edit.camera": ("camera", "camera_preset", "privacy_mask", "camera_outage"),
    "edit.security": ("cell",),
    "edit.fleet": ("parking", "charger", "gate", "stop", "vehicle", "trip"),
}
"""Permission → the tables whose rows it lets one change, add and remove."""


PROTECTED = ("camera", "camera_preset", "privacy_mask", "camera_outage", "device")
"""Tables of which a look at places or poses stands in the audit."""

WHOLE = frozenset({"ask.plan", "import.run", "scenario.read", "scenario.edit", "scenario.merge"})
"""Permissions that a role held for one department or site only does not carry: what they do knows no such bounds."""


def permissions_of(roles: Collection[str]) -> frozenset[str]:
    """Give what a set of roles may do together; an unknown role may do nothing."""
    held = frozenset(roles)
    return frozenset(name for name, holders in PERMISSIONS.items() if holders & held)


def readable(permissions: Collection[str]) -> frozenset[str]:
    """Name the tables that these permissions show."""
    return frozenset(table for name, tables in READS.items() if name in permissions for table in tables)


def editable(permissions: Collection[str]) -> frozenset[str]:
    """Name the tables that these permissions let one edit."""
    return frozenset(table for name, tables in EDITS.items() if name in permissions for table in tables)


def conflicts(roles: Collection[str]) -> list[tuple[str, str]]:
    """Name the pairs that one account must not hold: two officers, or an officer and a working role."""
    held = [role for role in ROLES if role in roles]
    return [(one, other) for at, one in enumerate(held) for other in held[at + 1 :] if one in OFFICERS or other in OFFICERS]
