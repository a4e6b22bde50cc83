"""From edges to what peers take: a box round everything, and the walls in it as holes."""

import numpy as np


def rings_of(edges, eye):
    """Link edges (each ring in a row, as they come) to rings; give the ring about the free space of the eye, and those in it."""
    rings, ring = [], [edges[0, :2]]
    for edge in edges:
        if not np.array_equal(edge[:2], ring[-1]):
            ring = [edge[:2]]
        ring.append(edge[2:])
        if np.array_equal(ring[0], ring[-1]):
            rings.append(np.array(ring[:-1]))
            ring = [edge[2:]]
    low, high = edges.reshape(-1, 2).min(axis=0) - 100.0, edges.reshape(-1, 2).max(axis=0) + 100.0
    about = [np.array([low, (high[0], low[1]), high, (low[0], high[1])]), *(ring for ring in rings if holds(ring, eye))]
    outer = min(about, key=lambda ring: abs(turned(ring)))
    within = [ring for ring in rings if not holds(ring, eye) and holds(outer, ring[0] + 1e-9 * (ring[1] - ring[0]))]
    return anticlockwise(outer), [anticlockwise(ring) for ring in within]


def anticlockwise(ring):
    """Turn a ring round if it must be."""
    return ring if turned(ring) > 0 else ring[::-1]


def holds(ring, point):
    """Even-odd rule."""
    a, b = ring, np.roll(ring, -1, axis=0)
    crosses = (a[:, 1] > point[1]) != (b[:, 1] > point[1])
    a, b = a[crosses], b[crosses]
    return bool(np.sum(a[:, 0] + (point[1] - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1]) > point[0]) % 2)


def turned(ring):
    """Signed area."""
    ahead = np.roll(ring, -1, axis=0)
    return 0.5 * float(np.sum(ring[:, 0] * ahead[:, 1] - ring[:, 1] * ahead[:, 0]))
