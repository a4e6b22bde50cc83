"""What is remembered of a change log outside the store: the hash of every entry, so that a log cut short or written anew is seen.

A file of JSON lines that is only ever appended to: ``{"how": "written", "set": 12, "hash": …, "at": …, "by": …}``. Beside a
GeoPackage it is ``<file>.heads``: it goes where the file goes, and everybody who may read the one may hold it against the
other; a copy of it kept elsewhere (mailed, printed, on write-once media) is proof against those who can write in that folder too.
For a store on a server it lies with whoever works, in their own state directory (``$XDG_STATE_HOME/twin``, by custom
``~/.local/state/twin``): out of reach of those who administer the database. Each machine remembers what was written or
verified from it.

An entry of the kind ``accepted`` says that a person looked at a log that differs from what is remembered and took it as it
is, after a backup was restored, say; what was remembered before it no longer counts.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Head", "Heads"]


@dataclass(frozen=True, slots=True)
class Head:
    """One entry as it is remembered; `set` is its number, 0 with an empty hash for a log without entries."""

    how: Literal["written", "verified", "accepted", "made"]
    set: int
    hash: str
    at: str
    by: str


class Heads:
    """The file that remembers."""

    def __init__(self, path: Path) -> None:
        """Take the path; nothing is read or made yet."""
        self.path = path

    def remember(self, head: Head) -> bool:
        """Append one; False where that cannot be, which `Heads.read` shows afterwards: the change itself is committed by then."""
        line = (json.dumps(asdict(head), ensure_ascii=False) + "\n").encode()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab", buffering=0) as file:
                if file.tell() and not self._ends_whole():
                    line = b"\n" + line
                file.write(line)
        except OSError:
            return False
        return True

    def _ends_whole(self) -> bool:
        """Tell whether the last line was written whole; one that was not ends where it ends."""
        with self.path.open("rb") as file:
            file.seek(-1, 2)
            return file.read(1) == b"\n"

    def read(self) -> list[Head]:
        """Give what counts, in the order it was written: from the last acceptance on. A line that is no head is passed over."""
        try:
            lines = self.path.read_bytes().splitlines()
        except OSError:
            return []
        held: list[Head] = []
        for line in lines:
            with suppress(ValueError, TypeError, KeyError):
                said = json.loads(line)
                head = Head(**{**said, "set": int(said["set"])})
                held = [head] if head.how in {"accepted", "made"} else [*held, head]
        return held

    def carry(self, other: Heads) -> None:
        """Remember at another place, a copy of the store, what is remembered here."""
        for head in self.read():
            other.remember(head)
