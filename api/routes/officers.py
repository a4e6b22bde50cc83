"""The three officers' work: accounts (system), rights and keys (security), the audit (audit). None of them reads the model."""

from __future__ import annotations

import asyncio
import secrets
from typing import Annotated, Any

from fastapi import Path, Query
from starlette.requests import Request
from starlette.responses import Response

from api import schemas
from api.accounts import Accounts, new_link
from api.faults import Problem
from api.gate import address_of
from api.roles import ROLES, conflicts, permissions_of
from api.routes.answers import json_answer
from api.routes.guard import Routes, asker, service_of
from api.routes.persons import accounts_of
from twin.model.errors import UnknownKeyError
from twin.store.layout import now
from twin.store.secrets import Account, ApiKey, RoleGrant, Session, sha256_of

routes = Routes("officers")
Id = Annotated[str, Path(max_length=100)]
_FRESH = {"cache-control": "no-store"}


def _account(accounts: Accounts, account_id: str) -> Account:
    found = accounts.secrets.one(Account, account_id=account_id)
    if found is None:
        raise UnknownKeyError("key.unknown", table="account", key=account_id)
    return found


def _record(accounts: Accounts, account: Account) -> dict[str, Any]:
    grants = accounts.secrets.find(RoleGrant, account_id=account.account_id)
    return {
        **{
            name: getattr(account, name)
            for name in ("account_id", "login", "name", "kind", "status", "created_at", "password_at")
        },
        "failed_count": account.failed_count,
        "grants": [
            {
                name: getattr(grant, name)
                for name in ("grant_id", "role", "department_id", "site_id", "granted_by", "granted_at", "expires_at")
            }
            for grant in grants
        ],
    }


@routes.get("/api/accounts", "people.list", response_model=schemas.Accounts)
async def get_accounts(request: Request) -> Response:
    """Accounts with their roles."""
    accounts = accounts_of(request)
    found = await asyncio.to_thread(lambda: [_record(accounts, one) for one in accounts.secrets.find(Account)])
    return json_answer(request, {"accounts": found, "roles": list(ROLES)})


@routes.post("/api/accounts", "people.manage", response_model=schemas.NewAccount, status_code=201)
async def post_account(request: Request, body: schemas.AccountIn) -> Response:
    """Make an account; a person's is claimed by the link, which is shown this once. It holds no role until one is granted."""
    accounts, person = accounts_of(request), asker(request)

    def work() -> dict[str, Any]:
        status = "invited" if body.kind == "person" else "active"
        made = Account(
            account_id=secrets.token_hex(8),
            login=body.login,
            name=body.name or body.login,
            kind=body.kind,
            status=status,
            created_at=now(),
        )
        accounts.secrets.create(made)
        token = new_link(accounts.secrets, made.account_id, accounts.settings.claim_s) if body.kind == "person" else None
        accounts.audit.act("account", person, f"made {made.login}", address=address_of(request.scope))
        return {"account": _record(accounts, made), "claim": token and f"/claim#{token}"}

    return json_answer(request, await asyncio.to_thread(work), 201, _FRESH)


@routes.patch("/api/accounts/{account_id}", "people.manage", response_model=schemas.Out)
async def patch_account(request: Request, account_id: Id, body: schemas.AccountPatch) -> Response:
    """Rename an account, or let it rest; its sessions end then."""
    accounts, person = accounts_of(request), asker(request)

    def work() -> dict[str, Any]:
        held = _account(accounts, account_id)
        values = {name: value for name, value in body.model_dump().items() if value is not None}
        if values.get("status") == "active" and held.kind == "person" and held.password_hash is None:
            values["status"] = "invited"
        if values.get("status") == "inactive" and account_id == person.account_id:
            raise Problem(409, "service.not_oneself")
        if values:
            accounts.secrets.update(Account, {"account_id": account_id}, **values)
        if values.get("status") == "inactive":
            accounts.secrets.delete(Session, account_id=account_id)
        accounts.audit.act("account", person, f"{held.login} {values}", address=address_of(request.scope))
        return _record(accounts, _account(accounts, account_id))

    answer = await asyncio.to_thread(work)
    accounts.forget()
    return json_answer(request, answer)


@routes.post("/api/accounts/{account_id}/claim", "people.manage", response_model=schemas.Link, status_code=201)
async def post_link(request: Request, account_id: Id) -> Response:
    """Make a new one-time link for a person, who then chooses a new password; what they had holds until then."""
    accounts, person = accounts_of(request), asker(request)

    def work() -> dict[str, Any]:
        held = _account(accounts, account_id)
        if held.kind != "person" or account_id == person.account_id:
            raise Problem(409, "service.not_oneself")
        token = new_link(accounts.secrets, account_id, accounts.settings.claim_s)
        accounts.audit.act("claim_link", person, held.login, address=address_of(request.scope))
        return {"claim": f"/claim#{token}"}

    return json_answer(request, await asyncio.to_thread(work), 201, _FRESH)


@routes.post("/api/accounts/{account_id}/grants", "people.grant", response_model=schemas.Out, status_code=201)
async def post_grant(request: Request, account_id: Id, body: schemas.GrantIn) -> Response:
    """Give an account a role, for all or for one department or site; it acts with their next request."""
    accounts, person = accounts_of(request), asker(request)

    def work() -> dict[str, Any]:
        with accounts.secrets.transaction() as held:
            account = held.one(Account, account_id=account_id)
            if account is None:
                raise UnknownKeyError("key.unknown", table="account", key=account_id)
            if account_id == person.account_id:
                raise Problem(409, "service.not_oneself")
            roles = {grant.role for grant in held.find(RoleGrant, account_id=account_id)} | {body.role}
            if clash := conflicts(roles):
                raise Problem(409, "service.roles_apart", {"one": clash[0][0], "other": clash[0][1]})
            held.create(
                RoleGrant(
                    grant_id=secrets.token_hex(8),
                    account_id=account_id,
                    role=body.role,
                    department_id=body.department_id or None,
                    site_id=body.site_id or None,
                    granted_by=person.login,
                    granted_at=now(),
                    expires_at=body.expires_at,
                )
            )
        accounts.audit.act("grant", person, f"{account.login} {body.role}", address=address_of(request.scope))
        return _record(accounts, account)

    answer = await asyncio.to_thread(work)
    accounts.forget()
    return json_answer(request, answer, 201)


@routes.delete("/api/accounts/{account_id}/grants/{grant_id}", "people.grant", response_model=schemas.Out)
async def delete_grant(request: Request, account_id: Id, grant_id: Id) -> Response:
    """Take a role back; it acts with their next request."""
    accounts, person = accounts_of(request), asker(request)

    def work() -> dict[str, Any]:
        account = _account(accounts, account_id)
        if account_id == person.account_id:
            raise Problem(409, "service.not_oneself")
        if not accounts.secrets.delete(RoleGrant, grant_id=grant_id, account_id=account_id):
            raise UnknownKeyError("key.unknown", table="role_grant", key=grant_id)
        accounts.audit.act("revoke", person, f"{account.login} {grant_id}", address=address_of(request.scope))
        return _record(accounts, account)

    answer = await asyncio.to_thread(work)
    accounts.forget()
    return json_answer(request, answer)


@routes.get("/api/keys", "key.manage", response_model=schemas.Keys)
async def get_keys(request: Request) -> Response:
    """API keys: whose, what for, until when, when last used."""
    accounts = accounts_of(request)
    found = await asyncio.to_thread(accounts.secrets.find, ApiKey)
    names = ("key_id", "account_id", "name", "permissions", "created_at", "expires_at", "used_at", "revoked_at")
    return json_answer(request, {"keys": [{name: getattr(key, name) for name in names} for key in found]})


@routes.post("/api/keys", "key.manage", response_model=schemas.NewKey, status_code=201)
async def post_key(request: Request, body: schemas.KeyIn) -> Response:
    """Make a key for an account, limited to some of its permissions; the key is shown this once."""
    accounts, person = accounts_of(request), asker(request)

    def work() -> dict[str, Any]:
        account = _account(accounts, body.account_id)
        if body.account_id == person.account_id:
            raise Problem(409, "service.not_oneself")
        roles = {grant.role for grant in accounts.secrets.find(RoleGrant, account_id=account.account_id)}
        if beyond := sorted(set(body.permissions) - permissions_of(roles)):
            raise Problem(422, "service.key_beyond", {"permission": beyond[0]})
        if body.expires_at <= now():
            raise Problem(422, "service.key_ended")
        secret = secrets.token_urlsafe(32)
        made = ApiKey(
            key_id=secrets.token_hex(6),
            secret_sha256=sha256_of(secret),
            account_id=account.account_id,
            name=body.name,
            permissions=tuple(sorted(set(body.permissions))),
            created_at=now(),
            expires_at=body.expires_at,
        )
        accounts.secrets.create(made)
        accounts.audit.act("key", person, f"{made.key_id} {account.login}", address=address_of(request.scope))
        return {"key_id": made.key_id, "key": f"tw_{made.key_id}_{secret}"}

    return json_answer(request, await asyncio.to_thread(work), 201, _FRESH)


@routes.delete("/api/keys/{key_id}", "key.manage", status_code=204, response_class=Response)
async def delete_key(request: Request, key_id: Id) -> Response:
    """End a key."""
    accounts, person = accounts_of(request), asker(request)

    def work() -> None:
        if not accounts.secrets.update(ApiKey, {"key_id": key_id}, revoked_at=now()):
            raise UnknownKeyError("key.unknown", table="api_key", key=key_id)
        accounts.audit.act("key_end", person, key_id, address=address_of(request.scope))

    await asyncio.to_thread(work)
    accounts.forget()
    return Response(status_code=204)


@routes.get("/api/audit", "audit.read", response_model=schemas.AuditPage)
async def get_audit(request: Request, limit: Annotated[int, Query(ge=1, le=1000)] = 200) -> Response:
    """What happened, the newest first: sign-ins, looks at protected data, exports, changes of rights."""
    service, person = service_of(request), asker(request)

    def work() -> list[dict[str, Any]]:
        service.audit.flush()
        lines = service.audit.newest(limit)
        service.audit.act("audit", person, f"read {len(lines)}", address=address_of(request.scope))
        return [{name: getattr(line, name) for name in _AUDIT} for line in lines]

    return json_answer(request, {"entries": await asyncio.to_thread(work)}, headers=_FRESH)


_AUDIT = ("number", "at", "event", "outcome", "account_id", "login", "address", "detail")


@routes.get("/api/audit/verify", "audit.read", response_model=schemas.Out)
async def get_verified(request: Request) -> Response:
    """Whether the chain of the audit is whole."""
    faults = await asyncio.to_thread(service_of(request).secrets.verify)
    return json_answer(request, {"sound": not faults, "faults": faults})


@routes.get("/api/faults", "service.watch", response_model=schemas.Out)
async def get_faults(request: Request) -> Response:
    """The newest faults of the program by their ids; their traces stand in the log on the server."""
    return json_answer(request, {"faults": list(service_of(request).faults.seen())})
