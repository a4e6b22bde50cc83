"""Where the model lives: one file by default, the same code on a server."""

from twin.store.changes import Change
from twin.store.keeping import Rehearsal, backup, rehearse, restore
from twin.store.moving import copy_store, move_store
from twin.store.opening import create_store, open_store
from twin.store.repository import Store

__all__ = [
    "Change",
    "Rehearsal",
    "Store",
    "backup",
    "copy_store",
    "create_store",
    "move_store",
    "open_store",
    "rehearse",
    "restore",
]
