"""Who is asking: a person or a device with its grants, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from api.roles import WHOLE, WORKING, editable, permissions_of, readable
from twin.store.sight import NOTHING, Reach, Sight

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["NOBODY", "Grant", "Person", "demo_person", "person_of"]

Way = Literal["", "demo", "session", "key"]


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """One role, for all or for one department (with those below it) or one site."""

    role: str
    department: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in, in one of three ways; `reads` and `edits` bound what reaches them and what they may change."""

    account_id: str = ""
    login: str = ""
    name: str = ""
    way: Way = ""
    grants: tuple[Grant, ...] = ()
    permissions: frozenset[str] = frozenset()
    reads: Sight = NOTHING
    edits: Sight = NOTHING
    proof: str = ""
    """Key of the session or API key they came with."""

    @property
    def signed_in(self) -> bool:
        """Tell whether anybody is."""
        return bool(self.way)

    def may(self, permission: str) -> bool:
        """Tell whether they hold a permission."""
        return permission in self.permissions

    @property
    def roles(self) -> list[str]:
        """Their roles, sorted."""
        return sorted({grant.role for grant in self.grants})


NOBODY = Person()


@lru_cache(maxsize=512)
def _bounds(grants: tuple[Grant, ...], allowed: frozenset[str] | None) -> tuple[frozenset[str], Sight, Sight]:
    """Work out permissions and reach of grants, less what a key is not for."""

    def held(grant: Grant) -> frozenset[str]:
        every = permissions_of({grant.role}) - (WHOLE if grant.department or grant.site else frozenset())
        return every if allowed is None else every & allowed

    every: frozenset[str] = frozenset().union(*(held(grant) for grant in grants))
    reads, edits = [], []
    for grant in grants:
        mine = held(grant)
        protected = "protected.camera" in mine
        if tables := readable(mine):
            reads.append(Reach(tables, protected, grant.department, grant.site))
        if tables := editable(mine):
            edits.append(Reach(tables, protected, grant.department, grant.site))
    return every, Sight(tuple(reads)), Sight(tuple(edits))


def person_of(who: Person, grants: Iterable[Grant], allowed: frozenset[str] | None = None) -> Person:
    """Give somebody with what their grants allow; `allowed` are the permissions a key is limited to."""
    held = tuple(sorted(set(grants)))
    permissions, reads, edits = _bounds(held, allowed)
    return replace(who, grants=held, permissions=permissions, reads=reads, edits=edits)


def demo_person() -> Person:
    """Give the one person of a demo, who may do whatever a working role may."""
    return person_of(Person("demo", "demo", "演示 / Demo", "demo"), [Grant(role) for role in WORKING])
