"""Accounts, keys and sign-in records, in a store of their own: no backup, copy or export of the model carries them."""

from twin.store.secrets.records import Account, ApiKey, ClaimLink, Record, RoleGrant, Session, SignIn, sha256_of
from twin.store.secrets.vault import Reading, Secrets, Work

__all__ = [
    "Account",
    "ApiKey",
    "ClaimLink",
    "Reading",
    "Record",
    "RoleGrant",
    "Secrets",
    "Session",
    "SignIn",
    "Work",
    "sha256_of",
]
