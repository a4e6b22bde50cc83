"""Where the model lives: one file by default, the same code on a server."""

from twin.store.changes import Change
from twin.store.embedded import copy_store, create_store, open_store
from twin.store.repository import Store

__all__ = ["Change", "Store", "copy_store", "create_store", "open_store"]
