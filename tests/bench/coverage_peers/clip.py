"""What the peers share: the part of a view from all round that lies in a camera's sector, reckoned ray by ray."""

import numpy as np


def sector_area(ring, eye):
    """Area of a star-shaped polygon (seen from the eye) within the wedge and reach of the eye, in closed form."""
    x, y, start, width, reach = eye
    p = np.asarray(ring, dtype=float) - (x, y)
    total = 0.0
    for a, b in zip(p, np.roll(p, -1, axis=0), strict=True):
        if a[0] * b[1] - a[1] * b[0] <= 0:
            continue
        total += _piece(a, b, start, width, reach)
    return total


def _piece(a, b, start, width, reach):
    two_pi = 2.0 * np.pi
    low = (np.arctan2(a[1], a[0]) - start) % two_pi
    high = low + (np.arctan2(b[1], b[0]) - np.arctan2(a[1], a[0])) % two_pi
    total = 0.0
    for shift in (0.0, -two_pi):
        begin, end = max(low + shift, 0.0), min(high + shift, width)
        if end > begin:
            total += _swept(a, b, start + begin, start + end, reach)
    return total


def _swept(a, b, begin, end, reach):
    d = b - a
    normal = np.array([d[1], -d[0]]) / np.hypot(*d)
    away = a @ normal
    if away < 0:
        away, normal = -away, -normal
    foot = np.arctan2(normal[1], normal[0])
    half = np.arccos(min(away / reach, 1.0)) if away < reach else 0.0
    low, high = foot - half, foot + half
    u, v = _near(begin, foot), _near(end, foot)
    u, v = min(u, v), max(u, v)
    inner = (max(u, low), min(v, high))
    total = 0.5 * reach**2 * (v - u)
    if inner[1] > inner[0]:
        total -= 0.5 * reach**2 * (inner[1] - inner[0])
        total += 0.5 * away**2 * (np.tan(inner[1] - foot) - np.tan(inner[0] - foot))
    return total


def _near(angle, middle):
    return middle + (angle - middle + np.pi) % (2 * np.pi) - np.pi
