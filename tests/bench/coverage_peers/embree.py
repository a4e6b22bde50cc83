"""embreex: one ray to each cell centre of 0.1 m in the reach, walls as upright rectangles."""

import json
import sys
import time

import numpy as np
from embreex import rtcore_scene
from embreex.mesh_construction import TriangleMesh

CELL = 0.1
scene = json.load(sys.stdin)
edges, eyes = np.array(scene["edges"]), np.array(scene["eyes"])
a, b = edges[:, :2], edges[:, 2:]


def at(points, z):
    return np.column_stack([points, np.full(len(points), z)])


low_a, low_b, high_a, high_b = at(a, -1.0), at(b, -1.0), at(a, 1.0), at(b, 1.0)
triangles = np.concatenate([np.stack([low_a, low_b, high_b], axis=1), np.stack([low_a, high_b, high_a], axis=1)]).astype(
    np.float32
)
world = rtcore_scene.EmbreeScene()
TriangleMesh(world, triangles)
spent, areas = 0.0, []
for x, y, start, width, reach in eyes:
    began = time.process_time()
    steps = np.arange(-reach, reach, CELL) + CELL / 2
    grid = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    turn = np.mod(np.arctan2(grid[:, 1], grid[:, 0]) - start, 2 * np.pi)
    grid = grid[(np.hypot(*grid.T) <= reach) & (turn <= width)]
    away = np.hypot(*grid.T)
    rays = at(grid / away[:, None], 0.0).astype(np.float32)
    origin = np.tile(np.array([x, y, 0.0], dtype=np.float32), (len(rays), 1))
    hit = world.run(origin, rays, query="DISTANCE")
    areas.append(float(np.sum(~(hit < away)) * CELL**2))
    spent += time.process_time() - began
sys.stdout.write(json.dumps({"cpu_s": spent, "areas": areas}))
