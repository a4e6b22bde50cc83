"""Jobs: questions, files and exports, one after another in their own processes, with progress, a limit, and a way to stop.

Lanes: what people wait for at the screen does not stand behind a file or a plan that takes minutes; what cameras see has a
process of its own, which keeps it in memory. A process starts with the first job of its lane.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import sys
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

from api.faults import Problem, problem_body
from api.spawning import Spawned, spawn
from twin.store.layout import now

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from api.faults import FaultLog
    from api.people import Person

__all__ = ["Job", "Jobs", "Lane"]

Lane = Literal["quick", "long", "sight", "plan"]
LANES: tuple[Lane, ...] = get_args(Lane)
_TASKS: dict[Lane, str] = {"sight": "api.desks.sights", "plan": "api.desks.planning"}
"""Where the tasks of a lane are, if not in `api.tasks`."""
State = Literal["queued", "running", "done", "failed", "cancelled"]
_LINE = 512 * 1024 * 1024
_KEPT = 200


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work and what became of it."""

    job_id: str
    account_id: str
    kind: str
    title: str
    task: str
    arguments: dict[str, Any]
    made_at: str
    state: State = "queued"
    step: str = ""
    done: int = 0
    total: int = 0
    ended_at: str | None = None
    figures: dict[str, Any] = field(default_factory=dict)
    """What it has come to so far, where that can be said."""
    quiet: bool = False
    """Somebody waits for it: it is not told of among the jobs."""
    result: Any = None
    kept: Any = None
    """What belongs to the result and is not sent."""
    problem: Problem | None = None
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    moved: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def over(self) -> bool:
        """Tell whether it has ended."""
        return self.state in {"done", "failed", "cancelled"}

    def record(self, lang: str, *, with_result: bool = False) -> dict[str, Any]:
        """Give it as JSON."""
        names = ("job_id", "kind", "title", "state", "step", "done", "total", "figures", "made_at", "ended_at")
        made: dict[str, Any] = {name: getattr(self, name) for name in names}
        made["problem"] = json.loads(problem_body(self.problem, self.job_id, lang)) if self.problem else None
        made["result"] = self.result if with_result else None
        return made


class Jobs:
    """The queue and the processes of one service."""

    def __init__(self, store: str, folder: Path, faults: FaultLog, limits: tuple[float, int]) -> None:
        self._store, self._folder, self._faults = store, folder, faults
        self._seconds, self._most = limits
        self._held: OrderedDict[str, Job] = OrderedDict()
        self._queues: dict[Lane, asyncio.Queue[Job]] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._processes: dict[Lane, Spawned] = {}
        self._running: dict[Lane, Job] = {}
        self.on_change: Callable[[Job], None] = lambda _: None

    async def start(self) -> None:
        """Begin to work; processes start with the first job of their lane."""
        for lane in LANES:
            self._queues[lane] = asyncio.Queue()
            self._tasks.append(asyncio.create_task(self._work(lane)))

    async def stop(self) -> None:
        """End all processes and jobs."""
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with suppress(asyncio.CancelledError):
                await task
        for lane in list(self._processes):
            await self._kill(lane)

    def submit(self, person: Person, kind: str, title: str, arguments: dict[str, Any], *, lane: Lane = "quick") -> Job:
        """Queue a job; `kind` names a function of the lane's tasks. What cameras see is waited for, and not told of until shown.

        Raises
        ------
        Problem
            503 where too many are waiting.
        """
        if sum(queue.qsize() for queue in self._queues.values()) >= self._most:
            raise Problem(429, "service.jobs_full", headers={"retry-after": "30"})
        job = Job(
            secrets.token_hex(8), person.account_id, kind, title, f"{_TASKS.get(lane, 'api.tasks')}:{kind}", arguments, now()
        )
        job.quiet = lane == "sight"
        self._held[job.job_id] = job
        for old in [one for one in self._held.values() if one.over][: max(0, len(self._held) - _KEPT)]:
            self._held.pop(old.job_id)
        self._queues[lane].put_nowait(job)
        if not job.quiet:
            self.on_change(job)
        return job

    def get(self, person: Person, job_id: str) -> Job:
        """Give one's own job.

        Raises
        ------
        Problem
            404 where it is nobody's, or somebody else's.
        """
        job = self._held.get(job_id)
        if job is None or job.account_id != person.account_id:
            raise Problem(404, "service.no_job")
        return job

    def of(self, person: Person) -> list[Job]:
        """List one's own jobs, the newest first."""
        return [job for job in reversed(self._held.values()) if job.account_id == person.account_id and not job.quiet]

    def show(self, job: Job) -> None:
        """Tell of a job that nobody waits for any more."""
        job.quiet = False
        self.on_change(job)

    def finish(self, job: Job) -> None:
        """Ask a running job to end with the best that it has; one that cannot goes on to its end."""
        if not job.over:
            (self._folder / f"finish-{job.job_id}").touch()

    async def cancel(self, job: Job) -> None:
        """Stop a job, waiting or running; one that has ended stays as it is."""
        if job.over:
            return
        self._end(job, "cancelled")
        for lane, running in list(self._running.items()):
            if running is job:
                await self._kill(lane)

    def _end(self, job: Job, state: State) -> None:
        if job.over:
            return
        job.state, job.ended_at = state, now()
        job.ended.set()
        (self._folder / f"finish-{job.job_id}").unlink(missing_ok=True)
        self._tell(job)

    def _tell(self, job: Job) -> None:
        job.moved.set()
        job.moved = asyncio.Event()
        if not job.quiet:
            self.on_change(job)

    async def _work(self, lane: Lane) -> None:
        while True:
            job = await self._queues[lane].get()
            if job.over:
                continue
            job.state = "running"
            self._running[lane] = job
            self._tell(job)
            try:
                async with asyncio.timeout(self._seconds):
                    await self._do(lane, job)
            except TimeoutError:
                job.problem = Problem(503, "service.job_too_long", {"seconds": f"{self._seconds:g}"})
                await self._kill(lane)
                self._end(job, "failed")
            except asyncio.CancelledError:
                self._end(job, "cancelled")
                raise
            except Exception as error:  # noqa: BLE001 - a lane goes on, whatever one job met
                await self._kill(lane)
                self._died(job, error)
            finally:
                self._running.pop(lane, None)

    def _died(self, job: Job, error: Exception) -> None:
        if not job.over:
            self._faults.note(job.job_id, f"job {job.kind}", error)
            job.problem = Problem(500, "service.job_died")
            self._end(job, "failed")

    async def _do(self, lane: Lane, job: Job) -> None:
        """Hand a job to the lane's process and follow what it says."""
        process = await self._process(lane)
        process.stdin.write(json.dumps({"task": job.task, "job": job.job_id, "arguments": job.arguments}).encode() + b"\n")
        await process.stdin.drain()
        async for line in process.stdout:
            self._take(job, json.loads(line))
            if job.over:
                return
        if not job.over:
            msg = f"the worker ended with {await process.wait()}"
            raise ChildProcessError(msg)

    def _take(self, job: Job, said: dict[str, Any]) -> None:
        """Take over one line of the worker."""
        if job.over:
            return
        if "step" in said:
            job.step, job.done, job.total = said["step"], said["done"], said["total"]
            job.figures = said.get("figures", {})
            self._tell(job)
        elif "result" in said:
            job.result, job.kept = said["result"], said.get("kept")
            self._end(job, "done")
        elif "problem" in said:
            told = said["problem"]
            job.problem = Problem(told["status"], told["code"], told["values"], **told["more"])
            self._end(job, "failed")
        elif "fault" in said:
            self._faults.note(job.job_id, f"job {job.kind}", RuntimeError(said["fault"]))
            job.problem = Problem(500, "service.our_fault")
            self._end(job, "failed")

    async def _process(self, lane: Lane) -> Spawned:
        """Give the lane's process, started where it is not running."""
        held = self._processes.get(lane)
        if held is not None and held.returncode is None:
            return held
        await self._kill(lane)
        made = await spawn([sys.executable, "-m", "api.worker", self._store, str(self._folder)], os.environ, _LINE)
        self._processes[lane] = made
        return made

    async def _kill(self, lane: Lane) -> None:
        """End a lane's process with all that it started."""
        held = self._processes.pop(lane, None)
        if held is None:
            return
        if held.returncode is None:
            held.kill()
        await held.wait()
