"""A model from first byte to commit, beside peers that make its meshes alone: `python -m tests.bench.importing [--only office]`.

CPU seconds, those of child processes included, and peak memory. Ours is everything: bytes checked, child started, rooms, walls,
doors and links built, report, commit into a new GeoPackage; what the interpreter's start and the 3D files cost is printed apart.
web-ifc (npm, put into build/peers) and ifcopenshell's opencascade kernel make the meshes of walls, doors and rooms only. Finished
rows stand in ``build/bench/importing.json`` and are not run again unless ``--again``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from tests.bench.estate import write_estate
from tests.conftest import ROOT

OUT = Path("build/bench/importing.json")
PEERS = Path("build/peers/web-ifc")
DATA = Path(os.environ.get("TWIN_TESTDATA", ROOT.parent / "shared")) / "ifc"
OFFICE, INSTITUTE = DATA / "Office_A_20110811.ifc", DATA / "AC11-Institute-Var-2-IFC.ifc"
ESTATE = Path("build/bench/estate.ifc")
FILES = {"office": OFFICE, "institute": INSTITUTE, "estate": ESTATE}
WAYS = ("twin", "web-ifc", "opencascade")
COPIES = 25
MEASURED = ("IfcWall", "IfcDoor", "IfcSpace")
MESHES = """
const fs = require("fs"); const web = require("web-ifc"); const api = new web.IfcAPI();
const spent = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6; };
api.Init().then(() => {
  const bytes = fs.readFileSync(process.argv[2]); const began = spent();
  const model = api.OpenModel(bytes); const opened = spent(); let elements = 0, triangles = 0;
  const types = [web.IFCWALL, web.IFCWALLSTANDARDCASE, web.IFCDOOR, web.IFCSPACE];
  api.StreamAllMeshesWithTypes(model, types, (mesh) => {
    elements += 1;
    for (let i = 0; i < mesh.geometries.size(); i++) {
      const shape = api.GetGeometry(model, mesh.geometries.get(i).geometryExpressID);
      api.GetVertexArray(shape.GetVertexData(), shape.GetVertexDataSize());
      triangles += api.GetIndexArray(shape.GetIndexData(), shape.GetIndexDataSize()).length / 3; shape.delete();
    }
  });
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({open_s: opened - began, meshes_s: spent() - opened, elements, triangles, peak_mb: peak}));
});
"""


def cpu_s() -> float:
    """Give the processor seconds of this process and its finished children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in used)


def load_only(_arguments: dict[str, Any], _workdir: Path) -> None:
    """Do nothing in the child but what every child does before it reads: start, and load the reader."""
    import bim_import.work  # noqa: F401, PLC0415 - this is what is measured


def twin(path: Path) -> dict[str, Any]:
    """Import a file three times: as a whole, without 3D files, and only the start of the child."""
    from api.importing import Wishes, models, take  # noqa: PLC0415 - each way runs in a process of its own
    from bim_import import importing  # noqa: PLC0415
    from bim_import.options import ImportOptions  # noqa: PLC0415
    from gis import sandbox  # noqa: PLC0415
    from twin.store import create_store  # noqa: PLC0415

    verdicts: list[sandbox.Verdict] = []

    def run(*words: Any, **more: Any) -> sandbox.Verdict:
        verdicts.append(sandbox.run(*words, **more))
        return verdicts[-1]

    with tempfile.TemporaryDirectory() as folder, mock.patch.object(importing, "run", run):
        spent = []
        # the first, of a small file, loads what the parent needs; it is not counted
        for number, (file, glb) in enumerate(((OFFICE, False), (path, False), (path, True))):
            with (
                create_store(Path(folder) / f"{number}.gpkg") as store,
                mock.patch.object(models, "ImportOptions", partial(ImportOptions, glb=glb)),
            ):
                began = cpu_s()
                outcome = take(store, file, "ifc", Wishes(), "bench")
                spent.append(cpu_s() - began)
        began = cpu_s()
        sandbox.run("tests.bench.importing:load_only", {}, workdir=Path(folder))
        start_s = cpu_s() - began
    own_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "status": outcome.status, "counts": outcome.counts, "import_s": spent[1] - start_s, "glb_s": spent[2] - spent[1],
        "start_s": start_s, "child_s": verdicts[1].cpu_s - start_s, "peak_mb": verdicts[1].peak_mb, "parent_mb": own_mb,
    }  # fmt: skip


def opencascade(path: Path) -> dict[str, Any]:
    """Make the meshes with the exact kernel, openings cut."""
    import ifcopenshell  # noqa: PLC0415 - a peer
    import ifcopenshell.geom  # noqa: PLC0415

    began = cpu_s()
    file: Any = ifcopenshell.open(str(path))
    opened = cpu_s()
    wanted = [entity for name in MEASURED for entity in file.by_type(name)]
    settings = ifcopenshell.geom.settings()
    iterator: Any = ifcopenshell.geom.iterator(settings, file, 1, include=wanted, geometry_library="opencascade")
    elements = triangles = 0
    more = iterator.initialize()
    while more:
        elements, triangles = elements + 1, triangles + len(iterator.get().geometry.faces) // 3
        more = iterator.next()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"open_s": opened - began, "meshes_s": cpu_s() - opened, "elements": elements, "triangles": triangles, "peak_mb": peak}


def web_ifc(path: Path) -> dict[str, Any]:
    """Make the meshes with web-ifc, one thread of node."""
    if not (PEERS / "node_modules/web-ifc").is_dir():
        PEERS.mkdir(parents=True, exist_ok=True)
        words = ["npm", "install", "--no-fund", "--no-audit", "--prefix", str(PEERS), "web-ifc"]
        subprocess.run(words, check=True, capture_output=True)
    script = PEERS / "meshes.js"
    script.write_text(MESHES, encoding="utf-8")
    ran = subprocess.run(["node", script.name, str(path.resolve())], cwd=PEERS, check=True, capture_output=True, text=True)
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def measure(way: str, path: Path) -> dict[str, Any]:
    """Run one way in a process of its own."""
    words = [sys.executable, "-m", "tests.bench.importing", "--child", way, str(path)]
    ran = subprocess.run(words, check=False, capture_output=True, text=True)
    if ran.returncode:
        return {"failed": (ran.stderr.strip().splitlines() or ["no answer"])[-1]}
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def _apart(way: str, held: dict[str, Any]) -> str:
    """Say what is not part of the figure."""
    if way != "twin":
        return f"open {held['open_s']:.2f}; {held['elements']} elements, {held['triangles']:.0f} triangles"
    rooms = held["counts"]["rooms"]
    return f"3D files {held['glb_s']:.2f}, start {held['start_s']:.2f}; {rooms} rooms; of it child {held['child_s']:.2f}"


def rows(done: dict[str, dict[str, Any]]) -> list[str]:
    """Give the printed table."""
    lines = [f"{'file':10} {'way':12} {'CPU-s':>8} {'ratio':>7} {'peak MB':>8}  apart"]
    for name in FILES:
        ours = done.get(f"{name} twin", {}).get("import_s")
        for way in WAYS:
            held = done.get(f"{name} {way}")
            if held is None:
                continue
            if "failed" in held:
                lines.append(f"{name:10} {way:12} {held['failed']}")
                continue
            spent = held["import_s"] if way == "twin" else held["meshes_s"]
            apart = _apart(way, held)
            ratio = f"{spent / ours:7.2f}" if ours else "      -"
            lines.append(f"{name:10} {way:12} {spent:8.2f} {ratio} {held['peak_mb']:8.0f}  {apart}")
    return lines


def main() -> None:
    """Run what is asked for and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default=",".join(FILES))
    parser.add_argument("--way", default=",".join(WAYS))
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--child", nargs=2)
    asked = parser.parse_args()
    if asked.child:
        made = {"twin": twin, "web-ifc": web_ifc, "opencascade": opencascade}[asked.child[0]](Path(asked.child[1]))
        sys.stdout.write(json.dumps(made) + "\n")
        return
    done: dict[str, dict[str, Any]] = json.loads(OUT.read_text()) if OUT.exists() else {}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    for name in asked.only.split(","):
        if name == "estate" and not ESTATE.exists():
            write_estate(OFFICE, ESTATE, COPIES)
        for way in asked.way.split(","):
            if asked.again or f"{name} {way}" not in done:
                done[f"{name} {way}"] = measure(way, FILES[name])
                OUT.write_text(json.dumps(done, indent=1))
    sys.stdout.write("\n".join(rows(done)) + "\n")


if __name__ == "__main__":
    main()
