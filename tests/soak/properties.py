"""Every property test with many more examples than `make test` draws: `python -m tests.soak.properties [EXAMPLES]`.

File by file, each outcome written to ``build/soak/properties.json``; a file that passed so many examples is not run again. Tests
that set a number of examples of their own keep it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

__all__ = ["main"]

OUT = Path("build/soak/properties.json")
EXAMPLES = 1000


def main() -> int:
    """Run the files that still want it; non-zero where one found a counterexample."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    held = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    files = sorted(
        path for path in (ROOT / "tests").rglob("test_*.py") if re.search(r"^@given", path.read_text("utf-8"), re.MULTILINE)
    )
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        if held.get(name, {}).get("examples", 0) >= count and held[name]["passed"]:
            continue
        held[name] = {"examples": count} | _run(name, count)
        OUT.write_text(json.dumps(held, indent=1), encoding="utf-8")
        print(f"{name}: {held[name]['told']}", flush=True)  # noqa: T201 - a soak prints
    failed = [name for name in held if not held[name]["passed"]]
    print(f"{len(held)} files of properties at {count} examples each, {len(failed)} failed {' '.join(failed)}".strip())  # noqa: T201
    return 1 if failed else 0


def _run(name: str, count: int) -> dict[str, object]:
    """Run the properties of one file; what it found stands whole in a log beside the outcomes."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:randomly", "--timeout=3600", "-m", "hypothesis", name],
        env=os.environ | {"TWIN_EXAMPLES": str(count)}, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        (OUT.parent / f"properties-{Path(name).stem}.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    return {"passed": done.returncode == 0, "told": (done.stdout.strip().splitlines() or ["nothing"])[-1].strip("= ")}


if __name__ == "__main__":
    sys.exit(main())
