"""The process that does what takes long: one task at a time from its input, progress and answer as JSON lines on its output.

It keeps the store open and in memory between tasks. It is started by `jobs` and ends with its input; to stop a task it is killed,
which a store survives: a transaction is whole or was not.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
import traceback
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from api.faults import problem_of
from twin.model.answer import plain
from twin.model.errors import PlanError
from twin.store import open_store
from twin.store.address import redact
from twin.store.live import Live

__all__ = ["Context", "main"]

_EVERY_S = 0.2


@dataclass(slots=True)
class Context:
    """What a task may use: the store as it is now, a private folder, and a way to say how far it is."""

    live: Live
    folder: Path
    out: IO[str]
    job_id: str = ""
    kept: OrderedDict[Any, Any] = field(default_factory=OrderedDict)
    """What tasks leave for those after them."""
    apart: Any = None
    """What a task leaves for the service beside its answer."""
    _told: float = field(default=0.0)

    def progress(self, step: str, done: int, total: int, figures: dict[str, Any] | None = None) -> None:
        """Say how far the task is, and what it has come to; not oftener than five times a second."""
        at = time.monotonic()
        if at - self._told >= _EVERY_S or done >= total:
            self._told = at
            self.say({"step": step, "done": done, "total": total, "figures": plain(figures or {})})

    @property
    def finishing(self) -> bool:
        """Tell whether somebody wants what there is by now."""
        return (self.folder / f"finish-{self.job_id}").exists()

    def say(self, message: dict[str, Any]) -> None:
        """Write one line."""
        self.out.write(json.dumps(message, ensure_ascii=False) + "\n")
        self.out.flush()


def main(store: str, folder: str) -> int:
    """Do tasks until the input ends."""
    out = sys.stdout
    sys.stdout = sys.stderr  # whatever a library prints must not get between the lines
    with open_store(store) as held:
        context = Context(Live(held), Path(folder), out)
        context.say({"ready": True})
        for line in sys.stdin:
            _do(context, json.loads(line))
    return 0


def _do(context: Context, asked: dict[str, Any]) -> None:
    """Do one task and write its answer, a problem, or a fault of ours."""
    try:
        context.live.refresh()
        context.job_id, context.apart = asked.get("job", ""), None
        module, _, name = asked["task"].partition(":")
        result = getattr(importlib.import_module(module), name)(context, asked["arguments"])
        context.say({"result": plain(result), **({} if context.apart is None else {"kept": plain(context.apart)})})
    except Exception as error:  # noqa: BLE001 - the worker's outermost door
        problem = None if isinstance(error, PlanError) else problem_of(error)
        if problem is None:
            context.say({"fault": redact(traceback.format_exc()), "kind": type(error).__name__})
        else:
            values = {name: str(value) for name, value in problem.values.items()}
            context.say(
                {"problem": {"status": problem.status, "code": problem.code, "values": values, "more": plain(problem.more)}}
            )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
