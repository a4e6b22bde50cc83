"""Accounts of one store: signing in and out, claiming, keys, and who a request comes from."""

from __future__ import annotations

import asyncio
import hmac
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from api.faults import Problem
from api.passwords import Passwords
from api.people import NOBODY, Grant, Person, person_of
from api.roles import OFFICERS
from twin.store.layout import now
from twin.store.secrets import Account, ApiKey, ClaimLink, RoleGrant, Session, sha256_of

if TYPE_CHECKING:
    from api.audit import Audit
    from api.settings import Settings
    from twin.store.secrets import Reading, Secrets

__all__ = ["COOKIE", "Accounts", "first_links", "later"]

COOKIE = "twin"
_TRUSTED_S = 1.0
"""How long an identity is taken as read before: a change of rights made elsewhere acts within this time, one here at once."""
_SEEN_S = 60.0


def later(seconds: float) -> str:
    """Give a moment to come as the records hold it."""
    return (datetime.now(UTC) + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(slots=True)
class _Known:
    person: Person
    until: float
    seen: float


class Accounts:
    """Who may come in. All that blocks is done in threads."""

    def __init__(self, held: Secrets, settings: Settings, audit: Audit) -> None:
        self.secrets = held
        self.settings = settings
        self.audit = audit
        self.passwords = Passwords()
        self._known: dict[str, _Known] = {}
        self._tries: dict[str, tuple[int, float]] = {}

    def forget(self) -> None:
        """Look everybody up anew with their next request."""
        self._known.clear()

    # -- a request's identity --------------------------------------------------------------------------------------------------

    async def identify(self, token: str, *, key: bool) -> Person:
        """Give who has a session token or an API key; nobody where it does not hold (any more)."""
        at = time.monotonic()
        name = sha256_of(token)
        known = self._known.get(name)
        if known is not None and at < known.until:
            return known.person
        seen = known.seen if known is not None else 0.0
        touch = at - seen > _SEEN_S
        person = await asyncio.to_thread(self._by_key if key else self._by_session, token, touch=touch)
        if len(self._known) > 10_000:
            self._known.clear()
        if person.signed_in:
            self._known[name] = _Known(person, at + _TRUSTED_S, at if touch else seen)
        else:
            self._known.pop(name, None)
        return person

    def _by_session(self, token: str, *, touch: bool) -> Person:
        with self.secrets.reading() as look:
            session = look.one(Session, token_sha256=sha256_of(token))
            moment = now()
            if session is None or session.expires_at <= moment:
                return NOBODY
            idle = datetime.now(UTC) - timedelta(seconds=self.settings.idle_s)
            if session.seen_at < idle.strftime("%Y-%m-%dT%H:%M:%SZ"):
                return NOBODY
            person = _person(look, session.account_id, "session", session.session_id)
        if touch and person.signed_in:
            self.secrets.update(Session, {"session_id": session.session_id}, seen_at=moment)
        return person

    def _by_key(self, token: str, *, touch: bool) -> Person:
        parts = token.split("_", 2)
        if len(parts) != 3 or parts[0] != "tw":
            return NOBODY
        with self.secrets.reading() as look:
            key = look.one(ApiKey, key_id=parts[1])
            moment = now()
            if key is None or not hmac.compare_digest(key.secret_sha256, sha256_of(parts[2])):
                return NOBODY
            if key.revoked_at is not None or key.expires_at <= moment:
                return NOBODY
            person = _person(look, key.account_id, "key", key.key_id, frozenset(key.permissions))
        if touch and person.signed_in:
            self.secrets.update(ApiKey, {"key_id": key.key_id}, used_at=moment)
        return person

    # -- signing in ------------------------------------------------------------------------------------------------------------

    async def sign_in(self, login: str, password: str, address: str, agent: str) -> tuple[str, Person]:
        """Open a session.

        Returns
        -------
        Its token, which is kept nowhere, and who it is.

        Raises
        ------
        Problem
            401 whatever was wrong; 429 after too many tries, whether there is such an account or not.
        """
        self._want_unlocked(login)
        account = await asyncio.to_thread(self.secrets.one, Account, login=login)
        usable = account is not None and account.status == "active" and account.kind == "person"
        held = account.password_hash if account is not None and usable else None
        if not await self.passwords.fits(held, password) or account is None:
            await asyncio.to_thread(self._refuse, login, address, account)
            raise Problem(401, "service.sign_in_failed")
        self._tries.pop(login, None)
        if held is not None and self.passwords.stale(held):
            fresh = await self.passwords.hash(password, login)
            await asyncio.to_thread(self.secrets.update, Account, {"account_id": account.account_id}, password_hash=fresh)
        return await asyncio.to_thread(self._open, account.account_id, address, agent)

    def _want_unlocked(self, login: str) -> None:
        tries, since = self._tries.get(login, (0, 0.0))
        over = tries - self.settings.tries
        if over >= 0:
            wait = min(3600.0, self.settings.lock_s * 2.0**over) - (time.monotonic() - since)
            if wait > 0:
                said = str(max(1, round(wait)))
                raise Problem(429, "service.locked_out", {"wait": said}, headers={"retry-after": said})

    def _refuse(self, login: str, address: str, account: Account | None) -> None:
        tries = self._tries.get(login, (0, 0.0))[0] + 1
        if len(self._tries) > 10_000:
            self._tries.clear()
        self._tries[login] = (tries, time.monotonic())
        if account is not None:
            self.secrets.update(Account, {"account_id": account.account_id}, failed_count=account.failed_count + 1)
        self.audit.act("sign_in", outcome="refused", login=login, address=address, detail=f"try {tries}")
        if tries == self.settings.tries:
            self.audit.act("lock_out", outcome="refused", login=login, address=address)

    def _open(self, account_id: str, address: str, agent: str) -> tuple[str, Person]:
        token, moment = secrets.token_urlsafe(32), now()
        session = Session(
            session_id=secrets.token_hex(8),
            token_sha256=sha256_of(token),
            account_id=account_id,
            created_at=moment,
            seen_at=moment,
            expires_at=later(self.settings.session_s),
            address=address,
            agent="".join(sign for sign in agent if sign.isprintable())[:200],
        )
        with self.secrets.transaction() as work:
            work.create(session)
            work.update(Account, {"account_id": account_id}, failed_count=0)
            person = _person(work, account_id, "session", session.session_id)
        self.audit.act("sign_in", person, address=address)
        return token, person

    async def sign_out(self, person: Person, address: str) -> None:
        """End a session."""
        await asyncio.to_thread(self.secrets.delete, Session, session_id=person.proof)
        self.forget()
        await asyncio.to_thread(self.audit.act, "sign_out", person, address=address)

    async def claim(self, token: str, password: str, name: str, address: str) -> tuple[str, Person]:
        """Take over an account by its one-time link, choose a password, and sign in.

        Raises
        ------
        Problem
            403 where the link does not hold; 422 for a weak password.
        """
        link = await asyncio.to_thread(self.secrets.one, ClaimLink, token_sha256=sha256_of(token))
        account = await asyncio.to_thread(self.secrets.one, Account, account_id=link.account_id) if link else None
        if link is None or account is None or link.claimed_at or link.expires_at <= now() or account.status == "inactive":
            await asyncio.to_thread(self.audit.act, "claim", outcome="refused", address=address)
            raise Problem(403, "service.bad_claim")
        hashed = await self.passwords.hash(password, account.login)
        await asyncio.to_thread(self._claimed, link, account, hashed, name)
        self._tries.pop(account.login, None)
        self.forget()
        await asyncio.to_thread(self.audit.act, "claim", login=account.login, address=address)
        return await asyncio.to_thread(self._open, account.account_id, address, "claim")

    def _claimed(self, link: ClaimLink, account: Account, hashed: str, name: str) -> None:
        with self.secrets.transaction() as work:
            held = work.one(ClaimLink, link_id=link.link_id)
            if held is None or held.claimed_at:
                raise Problem(403, "service.bad_claim")
            moment = now()
            work.update(ClaimLink, {"link_id": link.link_id}, claimed_at=moment)
            values = {"password_hash": hashed, "password_at": moment, "status": "active", "failed_count": 0}
            work.update(Account, {"account_id": account.account_id}, **values, **({"name": name} if name else {}))
            work.delete(Session, account_id=account.account_id)

    async def change_password(self, person: Person, old: str, new: str, address: str) -> None:
        """Change one's own password; all other sessions end."""
        account = await asyncio.to_thread(self.secrets.one, Account, account_id=person.account_id)
        self._want_unlocked(person.login)
        if account is None or not await self.passwords.fits(account.password_hash, old):
            await asyncio.to_thread(self._refuse, person.login, address, account)
            raise Problem(403, "service.sign_in_failed")
        hashed = await self.passwords.hash(new, account.login)

        def work() -> None:
            with self.secrets.transaction() as held:
                held.update(Account, {"account_id": account.account_id}, password_hash=hashed, password_at=now())
                for session in held.find(Session, account_id=account.account_id):
                    if session.session_id != person.proof:
                        held.delete(Session, session_id=session.session_id)
            self.audit.act("password", person, address=address)

        await asyncio.to_thread(work)
        self.forget()


def _person(look: Reading, account_id: str, way: str, proof: str, allowed: frozenset[str] | None = None) -> Person:
    """Put together who has an account, with the grants that hold."""
    account = look.one(Account, account_id=account_id)
    if account is None or account.status != "active":
        return NOBODY
    moment = now()
    grants = [
        Grant(grant.role, grant.department_id or "", grant.site_id or "")
        for grant in look.find(RoleGrant, account_id=account_id)
        if grant.expires_at is None or grant.expires_at > moment
    ]
    who = Person(account.account_id, account.login, account.name, "key" if way == "key" else "session", proof=proof)
    return person_of(who, grants, allowed)


def new_link(work: Secrets, account_id: str, seconds: float) -> str:
    """Make a one-time link for an account; links made before do not hold any more."""
    token = secrets.token_urlsafe(24)
    link = ClaimLink(
        link_id=secrets.token_hex(8),
        token_sha256=sha256_of(token),
        account_id=account_id,
        created_at=now(),
        expires_at=later(seconds),
    )
    with work.transaction() as held:
        held.delete(ClaimLink, account_id=account_id)
        held.create(link)
    return token


def first_links(held: Secrets, seconds: float) -> dict[str, str]:
    """Where there is no account yet, make the three officers, each to be claimed by another person.

    Returns
    -------
    Role → token of its link; empty where there are accounts.
    """
    with held.transaction() as work:
        if work.count(Account):
            return {}
        for role in OFFICERS:
            work.create(Account(account_id=secrets.token_hex(8), login=role, name=role, created_at=now()))
            account = work.one(Account, login=role)
            if account is not None:
                grant = RoleGrant(
                    grant_id=secrets.token_hex(8),
                    account_id=account.account_id,
                    role=role,
                    granted_by="first start",
                    granted_at=now(),
                )
                work.create(grant)
    links = {}
    for role in OFFICERS:
        account = held.one(Account, login=role)
        if account is not None:
            links[role] = new_link(held, account.account_id, seconds)
    return links
