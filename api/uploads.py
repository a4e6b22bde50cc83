"""Files on their way into the store: uploaded to a private folder, read on a copy, then accepted or dropped."""

from __future__ import annotations

import secrets
import shutil
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from api.faults import Problem
from twin.store.layout import now

if TYPE_CHECKING:
    from pathlib import Path

    from api.jobs import Job
    from api.people import Person

__all__ = ["Upload", "Uploads"]

State = Literal["reading", "ready", "refused", "accepting", "accepted", "dropped"]


@dataclass(eq=False, slots=True)
class Upload:
    """One file and what is known of it."""

    import_id: str
    account_id: str
    name: str
    path: Path
    wishes: dict[str, Any]
    made_at: str
    size: int = 0
    state: State = "reading"
    job: Job | None = None
    report: dict[str, Any] | None = None
    buildings: list[dict[str, Any]] = field(default_factory=list)
    set_id: int | None = None
    problem: Problem | None = None

    def record(self) -> dict[str, Any]:
        """Give it as JSON."""
        names = ("import_id", "name", "size", "state", "made_at", "report", "buildings", "set_id", "wishes")
        return {**{name: getattr(self, name) for name in names}, "job_id": self.job.job_id if self.job else None}


class Uploads:
    """The files of one service; the oldest that are done with make room."""

    def __init__(self, folder: Path, most: int) -> None:
        self._folder, self._most = folder, most
        self._held: OrderedDict[str, Upload] = OrderedDict()
        for left in folder.glob("import-*"):
            shutil.rmtree(left, ignore_errors=True)

    def begin(self, person: Person, name: str, wishes: dict[str, Any]) -> Upload:
        """Make room for a file.

        Raises
        ------
        Problem
            422 for a name that is none; 429 where too many wait for a decision.
        """
        if (
            not name
            or name != name.strip()
            or any(sign in name for sign in "/\\\0")
            or name in {".", ".."}
            or not name.isprintable()
        ):
            raise Problem(422, "service.bad_name")
        for old in [one for one in self._held.values() if one.state in {"refused", "accepted", "dropped"}]:
            if len(self._held) >= self._most:
                self._forget(old)
        if len(self._held) >= self._most:
            raise Problem(429, "service.uploads_full", headers={"retry-after": "60"})
        number = secrets.token_hex(8)
        folder = self._folder / f"import-{number}"
        folder.mkdir(mode=0o700)
        made = Upload(number, person.account_id, name, folder / name[-120:], wishes, now())
        self._held[number] = made
        return made

    def get(self, person: Person, import_id: str) -> Upload:
        """Give one's own import."""
        found = self._held.get(import_id)
        if found is None or found.account_id != person.account_id:
            raise Problem(404, "service.no_import")
        return found

    def of(self, person: Person) -> list[Upload]:
        """List one's own imports, the newest first."""
        return [one for one in reversed(self._held.values()) if one.account_id == person.account_id]

    def drop(self, upload: Upload) -> None:
        """Throw a file away; what was accepted stays accepted."""
        if upload.state != "accepted":
            upload.state = "dropped"
        shutil.rmtree(upload.path.parent, ignore_errors=True)

    def _forget(self, upload: Upload) -> None:
        shutil.rmtree(upload.path.parent, ignore_errors=True)
        self._held.pop(upload.import_id, None)
