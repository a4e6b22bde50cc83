"""Imports that many tests look at, each made once, and small changes to real files."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from unittest.mock import patch

import numpy as np

from bim_import import ImportOptions, import_ifc, importing
from bim_import.intake import take
from bim_import.reader import How, load
from bim_import.work import read_model
from gis.sandbox import Verdict

OFFICE = "Office_A_20110811.ifc"
INSTITUTE = "AC11-Institute-Var-2-IFC.ifc"
SMALL = "pcert_building-architecture.ifc"
BLOCK = "LargeBuilding.ifc"

SHA256 = {
    OFFICE: "3ccc7df480d7",
    INSTITUTE: "3556ecbc39ae",
    "AC11-Institute-Var-2-IFC.ifczip": "1c3b11640da5",
    "AC20-FZK-Haus.ifc": "70cc8ff245fc",
    "Duplex_A_20110907_georeferenced.ifc": "0bf40ef072f9",
    "Ifc4_SampleHouse.ifc": "7606dc4e96b5",
    BLOCK: "102f8123f85e",
    "AC90R1-Jasmin-Sun-105-2x3.ifc": "b7244828bfe2",
    "ADT-FZK-Haus-2005-2006.ifc": "f7d461e9b851",
    "3rooms_Heater_AirTerminal_Table_with_SB.ifc": "985c35432c19",
    "b03_heating_with_building_blenderBIM.ifc": "8e0741612189",
    "Duplex_Electrical.ifc": "d47b014ed5b3",
    SMALL: "3ff9b10bd00c",
    "jp_vectorworks_sjis.ifc": "360d78ed92fc",
}


def run_here(target, arguments, *, workdir, limits):
    """Do the child's work in this process, which has the libraries loaded: the same JSON and files, no start of a child.

    Only the clock on single bodies is off: it would end the tests.
    """
    assert target == "bim_import.work:read_model"
    del limits
    return Verdict(
        "ok", json.loads(json.dumps(read_model(json.loads(json.dumps(arguments | {"body_s": 0})), workdir))), "", 0.0, 0.0
    )


@cache
def imported(path: Path, *, glb: bool = False):
    """Import a file once: the two offices in a child process as a user does, all others in this one."""
    if path.name in {OFFICE, INSTITUTE}:
        return import_ifc(path, ImportOptions(glb=glb))
    with patch.object(importing, "run", run_here):
        return import_ifc(path, ImportOptions(glb=glb))


@cache
def raw(path: Path):
    """Read a file's model in this process, without the tables."""
    intake = take(path, Path("/nonexistent"), ImportOptions())
    return load(str(intake.path), instances=intake.instances, how=How(tolerant=intake.tolerant))


def codes(found):
    """Give the codes of findings."""
    return [finding.code for finding in found]


def floors_of(model):
    """Give the floors by elevation."""
    return model.frames["floor"].sort_values("elevation")


def rooms_per_floor(model):
    """Count the rooms of each floor, by elevation."""
    counts = model.frames["room"].groupby("floor_id").size()
    return [int(counts.get(key, 0)) for key in floors_of(model).index]


def renumbered(data: bytes, offset: int, seed: int) -> bytes:
    """Give every instance another number and the lines another order: what another export of the same model looks like."""
    head, rest = data.split(b"DATA;", 1)
    body, tail = rest.rsplit(b"ENDSEC;", 1)
    parts = re.split(rb"('(?:[^']|'')*')", body)
    for place in range(0, len(parts), 2):
        parts[place] = re.sub(rb"#(\d+)", lambda found: b"#%d" % (int(found.group(1)) * 3 + offset), parts[place])
    lines = re.split(rb"(?<=;)\s*\n", b"".join(parts).strip())
    order = np.random.default_rng(seed).permutation(len(lines))
    return head + b"DATA;\n" + b"\n".join(lines[place] for place in order) + b"\nENDSEC;" + tail
