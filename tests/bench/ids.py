"""The IDS of docs/ids held against the sample (which must pass) and the real models, by ifctester: `python -m tests.bench.ids`.

ifctester works in an environment of its own, `build/peers/ifctester`, made on the first run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

from tests.conftest import DATA, ROOT

IDS = ROOT / "docs" / "ids" / "district-twin.ids"
PEER = ROOT / "build" / "peers" / "ifctester"
OUT = ROOT / "build" / "bench" / "ids.json"
SAMPLES = sorted((ROOT / "sample_buildings" / "small").glob("*.ifc"))


def peer() -> Path:
    """Give the Python of ifctester's environment, made where it is missing."""
    python = PEER / "bin" / "python"
    if not (PEER / "lib").is_dir() or not list(PEER.glob("lib/*/site-packages/ifctester")):
        venv.create(PEER, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "ifctester"], check=True)
    return python


def held(python: Path, model: Path) -> dict[str, object]:
    """Hold one model against the IDS."""
    script = Path(__file__).parent / "peers" / "ids_check.py"
    done = subprocess.run([python, script, IDS, model], capture_output=True, text=True, check=False, timeout=900)
    if done.returncode:
        return {"opened": False, "why": (done.stderr.strip().splitlines() or ["?"])[-1][:160], "rules": []}
    return dict(json.loads(done.stdout))


def line(name: str, found: dict[str, object]) -> str:
    """Write a row of the table."""
    if not found["opened"]:
        return f"| {name} | - | not opened | {found['why']} |"
    rules = [rule for rule in found["rules"] if rule["status"] != "other version"]
    failed = [rule for rule in rules if rule["status"] == "failed"]
    why = "; ".join(f"{rule['name'].split('/ ')[1]}: {reason(rule)}" for rule in failed)
    return f"| {name} | {found['schema']} | {len(rules) - len(failed)} of {len(rules)} | {why or '-'} |"


def reason(rule: dict[str, object]) -> str:
    """Say the first reason and how many elements."""
    if not rule["failures"]:
        return "there is none"
    first = rule["failures"][0]
    return f"{first['count']} of {rule['applicable']}, {first['why'].lower()}"


def main() -> int:
    """Print the table; 1 where a sample fails."""
    python = peer()
    found: dict[str, dict[str, object]] = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {}
    models = [*SAMPLES, *sorted(file for file in (DATA / "ifc").glob("*") if file.suffix in {".ifc", ".ifczip"})]
    print("| model | schema | rules passed | what fails |\n| --- | --- | --- | --- |")  # noqa: T201 - a bench prints
    for model in models:
        mark = f"{model.name} {model.stat().st_size} {IDS.stat().st_mtime_ns}"
        if found.get(model.name, {}).get("mark") != mark:
            found[model.name] = {**held(python, model), "mark": mark}
            OUT.parent.mkdir(parents=True, exist_ok=True)
            OUT.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
        print(line(model.name, found[model.name]))  # noqa: T201 - a bench prints
    return int(any("failed" in {rule["status"] for rule in found[model.name]["rules"]} for model in SAMPLES))


if __name__ == "__main__":
    sys.exit(main())
