"""Where the model lives: one file by default, the same code on a server."""

from twin.store.changes import Change
from twin.store.moving import copy_store
from twin.store.opening import create_store, open_store
from twin.store.repository import Store

__all__ = ["Change", "Store", "copy_store", "create_store", "open_store"]
