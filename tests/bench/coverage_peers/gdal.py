"""gdal_viewshed on a raster of walls at 0.25 m; CPU time of its own process."""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

CELL = 0.25
scene = json.load(sys.stdin)
edges, eyes = np.array(scene["edges"]), np.array(scene["eyes"])[:10]
spent, areas = 0.0, []


def walls_under(x, y, size):
    """Even-odd rule over the edges for each cell centre."""
    a, b = edges[:, :2], edges[:, 2:]
    kept = (np.minimum(a, b) <= (x + size, y + size)).all(axis=1) & (np.maximum(a, b)[:, 1] >= y - size)
    a, b = a[kept], b[kept]
    steps = np.arange(-size, size, CELL) + CELL / 2
    inside = np.zeros((len(steps), len(steps)), dtype=bool)
    for row, north in enumerate(y + steps):
        crosses = (a[:, 1] > north) != (b[:, 1] > north)
        if crosses.any():
            p, q = a[crosses], b[crosses]
            at = p[:, 0] + (north - p[:, 1]) * (q[:, 0] - p[:, 0]) / (q[:, 1] - p[:, 1])
            inside[row] = (at[:, None] > (x + steps)[None]).sum(axis=0) % 2 == 1
    return steps, inside


with tempfile.TemporaryDirectory() as folder:
    for x, y, start, width, reach in eyes:
        steps, inside = walls_under(x, y, reach + 1.0)
        path = Path(folder) / "dem.asc"
        corner = steps[0] - CELL / 2
        sizes = {"ncols": len(steps), "nrows": len(steps), "xllcorner": corner, "yllcorner": corner, "cellsize": CELL}
        head = "".join(f"{key} {value}\n" for key, value in sizes.items())
        path.write_text(head + "\n".join(" ".join("100" if cell else "0" for cell in row) for row in inside[::-1]))
        out = Path(folder) / "seen.tif"
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [
            "gdal_viewshed",
            "-q",
            "-ox",
            "0",
            "-oy",
            "0",
            "-oz",
            "1.0",
            "-tz",
            "1.0",
            "-md",
            str(reach),
            "-cc",
            "0",
            str(path),
            str(out),
        ]
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent += after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        subprocess.run(
            ["gdal_translate", "-q", "-of", "AAIGrid", str(out), str(Path(folder) / "seen.asc")], check=True, capture_output=True
        )
        lines = (Path(folder) / "seen.asc").read_text().splitlines()
        keys = {line.split()[0].lower(): float(line.split()[1]) for line in lines if line[:1].isalpha()}
        seen = np.array([[float(cell) for cell in line.split()] for line in lines if not line[:1].isalpha()])[::-1]
        east = keys.get("xllcorner", 0.0) + (np.arange(seen.shape[1]) + 0.5) * CELL
        north = keys.get("yllcorner", 0.0) + (np.arange(seen.shape[0]) + 0.5) * CELL
        gx, gy = np.meshgrid(east, north)
        turn = np.mod(np.arctan2(gy, gx) - start, 2 * np.pi)
        column, row = (np.clip(np.floor((g - steps[0] + CELL / 2) / CELL).astype(int), 0, len(steps) - 1) for g in (gx, gy))
        free = ~inside[row, column]
        areas.append(float(np.sum((seen > 0) & free & (np.hypot(gx, gy) <= reach) & (turn <= width)) * CELL**2))
sys.stdout.write(json.dumps({"cpu_s": spent, "areas": areas}))
