"""What a running service is made of: the store in memory, views of it, jobs, people, audit, fault log, and who listens."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import shutil
import tempfile
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.accounts import Accounts
from api.audit import Audit
from api.faults import FaultLog, Problem
from api.hub import Hub
from api.jobs import Job, Jobs
from api.limits import Rates
from api.onces import Onces
from api.reading.district import district
from api.reading.rows import Rows
from api.reading.use import use
from api.reading.view import View
from api.uploads import Uploads
from twin.model.protection import protected_counts
from twin.store.ledger import set_of
from twin.store.live import Live
from twin.store.past import Past, version_of
from twin.store.scenarios import Scenarios
from twin.store.scoping import Scope
from twin.store.sight import narrow, within

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable
    from typing import TypeVar

    from api.people import Person
    from api.settings import Settings
    from twin.store import Store
    from twin.store.secrets import Secrets

    T = TypeVar("T")

__all__ = ["Service"]

SCENARIO = "scenario:"
"""What an `as_of` begins with that names a scenario."""
_ANSWERS = 64
_VIEWS, _PASTS = 24, 3
"""Views of today and of earlier times that are kept; each is large."""


class Service:
    """One store being served. Made by `create_app`; `start` and `stop` are called by the server's lifespan."""

    def __init__(self, settings: Settings, store: Store, folder: Path | None, held: Secrets) -> None:
        self.settings = settings
        self.store = store
        self.folder = folder
        self.live = Live(store)
        self.secrets = held
        self.audit = Audit(held)
        self.accounts = None if settings.demo else Accounts(held, settings, self.audit)
        self.doors = Rates(0.5, 20)
        self.hub = Hub(settings.streams)
        self.rates = Rates(settings.rate_per_s, settings.rate_burst)
        self.room = folder or Path(tempfile.mkdtemp(prefix="twin-service-"))
        self.room.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.faults = FaultLog(folder / "faults.jsonl" if folder else None)
        self._views: dict[tuple[Any, ...], View] = {}
        self._making: dict[tuple[Any, ...], asyncio.Task[View]] = {}
        self.jobs = Jobs(store.name, self.room, self.faults, (settings.job_s, settings.jobs_waiting))
        self.uploads = Uploads(self.room, settings.uploads_kept)
        self._following: set[asyncio.Task[None]] = set()
        self.jobs.on_change = self._job_moved
        self.answers: OrderedDict[tuple[Any, ...], dict[str, Any]] = OrderedDict()
        self.asking: dict[tuple[Any, ...], Job] = {}
        self.turn = asyncio.Lock()
        self.moves: dict[str, list[dict[str, Any]]] = {}
        self.onces = Onces()
        self._moments: dict[int, str] = {}
        self._local: tuple[int, Any] = (-1, None)
        self._watch: asyncio.Task[None] | None = None

    # -- views ---------------------------------------------------------------------------------------------------------------

    def warm(self, person: Person) -> View | None:
        """Give the view of now where it is at hand."""
        return self._views.get((self.live.version, person.reads, _today(), "", ""))

    async def view(self, person: Person, as_of: str = "", unplaced: str = "") -> View:
        """Give what somebody may see, now or at an earlier moment, of the district or of one building not yet placed.

        Raises
        ------
        UsageError, UnknownKeyError
            If there is no such moment or building.
        """
        moment = await self.moment_of(person, as_of)
        day = await asyncio.to_thread(self._day, as_of, moment) if as_of else _today()
        key = (self.live.version, person.reads, day, moment, unplaced)
        found = self._views.get(key)
        if found is not None:
            return found
        task = self._making.get(key)
        if task is None:
            task = self._making[key] = asyncio.create_task(asyncio.to_thread(self._make, key))
            task.add_done_callback(lambda _: self._making.pop(key, None))
        return await asyncio.shield(task)

    async def moment_of(self, person: Person, as_of: str) -> str:
        """Name the version, or the state of the scenario, that a moment means; empty for now.

        Raises
        ------
        Problem
            If it is a scenario and they may not read any.
        UsageError, UnknownKeyError
            If there is no such moment.
        """
        if as_of.startswith(SCENARIO) and not person.may("scenario.read"):
            raise Problem(403, "service.not_permitted", {"permission": "scenario.read"}, permission="scenario.read")
        return await asyncio.to_thread(self._moment, as_of) if as_of else ""

    def _make(self, key: tuple[Any, ...]) -> View:
        version, sight, day, moment, unplaced = key
        place: Store | Past = self._place(moment)
        newest = self.live.snapshot
        whole = place.building(unplaced) if unplaced else place.snapshot() if moment else newest
        kin = [view for known, view in list(self._views.items()) if not known[3] and not known[4]]
        made = View(narrow(whole, sight), sight.tables, day=day, kin=tuple(kin) if not (moment or unplaced) else ())
        for table in ("room", "building", "floor", "department", "occupancy", "door", "device"):
            made.rows(table)
        use(made)
        district(made)
        self._keep((made.version if not (moment or unplaced) else version, *key[1:]), made)
        return made

    def _place(self, moment: str) -> Store | Past:
        """Give the store as it is, as it was, or as a scenario has it."""
        if moment.startswith(SCENARIO):
            return Scenarios(self.store).view(moment.removeprefix(SCENARIO).rpartition("#")[0])
        return Past(self.store, moment) if moment else self.store

    def _keep(self, key: tuple[Any, ...], made: View) -> None:
        """Keep a view; those of an older version of today and the oldest go."""
        for old in [known for known in self._views if not known[3] and known[0] < self.live.version]:
            self._views.pop(old, None)
        self._views[key] = made
        past = [known for known in self._views if known[3]]
        for old in [*past[: max(0, len(past) - _PASTS)], *list(self._views)[: max(0, len(self._views) - _VIEWS)]]:
            self._views.pop(old, None)

    def _moment(self, as_of: str) -> str:
        if as_of.startswith(SCENARIO):
            edits = repr(Scenarios(self.store).edits(as_of.removeprefix(SCENARIO)))
            return f"{as_of}#{hashlib.sha256(edits.encode()).hexdigest()[:16]}"
        return str(version_of(self.store, as_of))

    def _day(self, as_of: str, moment: str) -> str:
        """Give the day that is looked at."""
        if as_of.startswith(SCENARIO):
            return _today()
        return (as_of[:10] if not as_of.isdigit() else self.moment(int(moment))[:10]) or _today()

    def moment(self, version: int) -> str:
        """Say when a version was made; empty for the empty store."""
        if version not in self._moments:
            found = set_of(self.store, version) if version else None
            self._moments[version] = found["at"] if found else ""
        return self._moments[version]

    async def waiting(self, person: Person) -> list[dict[str, Any]]:
        """List the buildings that are not on the ground yet, as far as somebody may see them."""
        if self._local[0] != self.live.version:
            frame = await asyncio.to_thread(self.store.local_frame, "building")
            self._local = (self.live.version, frame)
        frame = within(Scope(self.live.snapshot), person.reads, "building", self._local[1])
        keys = ("building_id", "name", "site_id", "elevation", "height", "georeference")
        nothing: dict[str, Any] = {"located": False, "bounds": None, "figures": None, "floors": []}
        return [{**Rows("building", frame).record(row, keys), **nothing} for row in range(len(frame))]

    # -- answers -------------------------------------------------------------------------------------------------------------

    def remember(self, key: tuple[Any, ...], job: Job) -> dict[str, Any]:
        """Keep an answer as long as the version it was found on is the newest; gives nothing to add to it."""
        found = job.result
        if found["run"]["version"] == key[1]:
            self.answers[key] = {**found, "job_id": job.job_id}
        for old in [known for known in self.answers if known[1] != self.live.version]:
            self.answers.pop(old)
        while len(self.answers) > _ANSWERS:
            self.answers.popitem(last=False)
        return {}

    def follow(self, work: Coroutine[Any, Any, None]) -> None:
        """Let a piece of work go on beside the requests, for as long as the service runs."""
        task = asyncio.create_task(work)
        self._following.add(task)
        task.add_done_callback(self._following.discard)

    def _job_moved(self, job: Job) -> None:
        self.hub.tell(job.account_id, "job", job.record("zh"))

    async def disclose(self, person: Person, what: str, tables: Iterable[str], address: str) -> None:
        """Write down that data go out before they do: in the audit, and what is protected also in the store's own log.

        Raises
        ------
        StoreError
            If the store's log cannot be written; then nothing goes out.
        """
        counts: dict[str, int] = {}
        if person.may("protected.camera"):
            seen = (await self.view(person)).snapshot
            counts = await asyncio.to_thread(protected_counts, seen, list(tables))
        said = f"{what} with camera poses" if counts else what
        await asyncio.to_thread(self.audit.act, "export", person, said, address=address)
        if counts:
            await self.write(lambda: self._disclose(person, f"export {said}", counts))

    def _disclose(self, person: Person, reason: str, counts: dict[str, int]) -> None:
        with self.store.change(person.login, reason) as work:
            work.disclose(counts)

    # -- change --------------------------------------------------------------------------------------------------------------

    async def caught_up(self) -> None:
        """Read what changed and tell those who listen; called after each write and from time to time."""
        step = await asyncio.to_thread(self.live.refresh)
        if step is not None:
            self.hub.changed(step, self.live.snapshot)

    async def write(self, work: Callable[[], T]) -> T:
        """Do a write in a thread, then catch up."""
        made = await asyncio.to_thread(work)
        await self.caught_up()
        return made

    async def start(self) -> None:
        """Begin to watch the store."""
        await self.audit.start()
        await self.jobs.start()
        self._watch = asyncio.create_task(self._watching())

    async def stop(self) -> None:
        """Let go of everything."""
        self.hub.close()
        if self._watch is not None:
            self._watch.cancel()
            with suppress(asyncio.CancelledError):
                await self._watch
        for task in list(self._following):
            task.cancel()
        await self.jobs.stop()
        await self.audit.stop()
        if self.folder is None:
            await asyncio.to_thread(shutil.rmtree, self.room, ignore_errors=True)

    async def _watching(self) -> None:
        while True:
            await asyncio.sleep(self.settings.watch_s)
            try:
                await self.caught_up()
            except Exception as error:  # noqa: BLE001 - the watch goes on, whatever one look met
                self.faults.note("watch", "watch", error)


def _today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the day where the district is
