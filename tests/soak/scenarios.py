"""Planners and others at work on both engines at once, at random, for long: `python -m tests.soak.scenarios [EXAMPLES]`.

The slice that runs with every test is `tests/twin/store/test_scenarios.py`, which says what must hold.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.servers import running_server
from tests.twin.store.test_scenarios import Planning

OUT = Path("build/soak/scenarios.json")
ROUND, STEPS = 10, 30


def main() -> int:
    """Run rounds of ten until the count is reached; each finished round is written, and a stopped run goes on from there."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    held = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {"examples": 0, "steps": STEPS, "cpu_s": 0.0}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    wanted = settings(
        max_examples=ROUND, stateful_step_count=STEPS, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    with running_server() as url:
        machine = type("Both", (Planning,), {"server": url})
        while held["examples"] < count:
            started = time.process_time()
            run_state_machine_as_test(machine, settings=wanted)
            held["examples"] += ROUND
            held["cpu_s"] = round(held["cpu_s"] + time.process_time() - started, 1)
            OUT.write_text(json.dumps(held, indent=1), encoding="utf-8")
            print(f"{held['examples']} of {count} runs of up to {STEPS} steps on both engines: alike, {held['cpu_s']} CPU-s")  # noqa: T201 - a soak prints
    return 0


if __name__ == "__main__":
    sys.exit(main())
