"""Files into the store, one transaction each: `files` finds and orders them, one module per kind takes them in."""

from api.importing.files import Kind, gather
from api.importing.outcome import Outcome
from api.importing.take import Answer, Wishes, take

__all__ = ["Answer", "Kind", "Outcome", "Wishes", "gather", "take"]
