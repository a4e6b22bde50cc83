"""`twin people`: accounts from the machine the store is on, for the first start and for who lost a password."""

from __future__ import annotations

import getpass
import secrets
from typing import TYPE_CHECKING

from api.accounts import new_link
from api.audit import Audit
from api.faults import Problem
from api.opening import opened
from api.roles import ROLES, conflicts
from api.settings import Settings
from twin.model.aligned import aligned
from twin.model.errors import UsageError
from twin.model.words import say
from twin.store.layout import now
from twin.store.secrets import Account, RoleGrant, Secrets

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", choices=("list", "link", "invite"), help=str(say("people.help.what")))
    parser.add_argument("login", nargs="?", default="", help=str(say("people.help.login")))
    parser.add_argument("--role", action="append", default=[], choices=ROLES, help=str(say("people.help.role")))
    parser.add_argument("--department", default="", metavar="KEY", help=str(say("people.help.department")))
    parser.add_argument("--site", default="", metavar="KEY", help=str(say("people.help.site")))
    parser.add_argument("--url", default="http://127.0.0.1:8000/", help=str(say("people.help.url")))


def run(args: argparse.Namespace, console: Console) -> int:
    """List, link or invite; who does it stands in the audit."""
    with opened(args, console) as store, Secrets.open(store.name) as held:
        if args.what == "list":
            return _list(held, console)
        if not args.login:
            raise UsageError("people.want_login")
        if args.what == "invite":
            _invite(held, args)
        account = held.one(Account, login=args.login)
        if account is None:
            raise UsageError("people.unknown", login=args.login)
        seconds = Settings().claim_s
        url = f"{args.url.rstrip('/')}/claim#{new_link(held, account.account_id, seconds)}"
        Audit(held).act("claim_link", login=args.login, detail=f"command line, {getpass.getuser()}")
        console.say("people.said.link", login=args.login, hours=seconds // 3600, url=url)
        console.result({"login": args.login, "claim": url})
    return 0


def _invite(held: Secrets, args: argparse.Namespace) -> None:
    """Make an account with roles; the one way to give roles without a security administrator, as the store's owner may anyway."""
    if clash := conflicts(args.role):
        problem = Problem(409, "service.roles_apart", {"one": clash[0][0], "other": clash[0][1]})
        raise UsageError(problem.code, **problem.values)
    with held.transaction() as work:
        made = Account(account_id=secrets.token_hex(8), login=args.login, name=args.login, created_at=now())
        work.create(made)
        for role in dict.fromkeys(args.role):
            work.create(
                RoleGrant(
                    grant_id=secrets.token_hex(8),
                    account_id=made.account_id,
                    role=role,
                    department_id=args.department or None,
                    site_id=args.site or None,
                    granted_by=f"command line, {getpass.getuser()}",
                    granted_at=now(),
                )
            )
    Audit(held).act("account", login=args.login, detail=f"command line, {getpass.getuser()}: {' '.join(args.role)}")


def _list(held: Secrets, console: Console) -> int:
    accounts = held.find(Account)
    if not accounts:
        console.say("people.said.none")
    rows = []
    for account in accounts:
        roles = [grant.role for grant in held.find(RoleGrant, account_id=account.account_id)]
        rows.append([account.login, account.kind, account.status, " ".join(roles) or "-"])
    console.lines(aligned(rows, right=[]) if rows else [])
    console.result({"accounts": [dict(zip(("login", "kind", "status", "roles"), row, strict=True)) for row in rows]})
    return 0
