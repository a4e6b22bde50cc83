"""What stands lower than a lens, and the frame of its picture: each direction's ray cut into bands that are seen; in numba.

The sweep (`gis.sweep`) knows only what hides everything behind it. Here the rest is taken off its result. Everything that
hides is a set of points of the target plane bounded by directed segments with the hidden side on their left:

- the shadow of a prism, footprint P from z0 to z1 above the plane, as a lens at height h throws it (central projection):
  along each ray from the foot of the lens it begins where the ray enters P, scaled by h / (h - max(z0, 0)), and ends where
  the ray leaves P, scaled by h / (h - z1); never, if z1 >= h;
- what lies outside the picture's footprint on the plane, and what a privacy mask covers.

Along a ray a point is seen when it lies in none of them: a count that goes up where the ray enters one and down where it
leaves one. Unlike walls these borders may cross each other and the walls; every crossing is an angle at which the bands may
change, so that between two such angles the order along the ray is fixed, as in the sweep. Plain arrays in and out.
"""

# ruff: noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - kernels: a call of many plain arrays is what numba compiles well
from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numba import njit

from gis.bins import cell
from gis.sweep import FULL_TURN, add_near, sector_box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gis.bins import Grid

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["ARC", "BORDER", "FOOT", "cut_all"]

ARC, BORDER, FOOT = -1, -2, -3
"""What ends a band beside the edge of a wall (>= 0): a circle round the foot, a border of this file, the foot itself."""

_NOTHING = 1e-14
_AX, _AY, _BX, _BY, _CROSS, _FROM, _TO = range(7)


@njit(cache=True)
def _shadow(ends: Floats, low: float, high: float, height: float) -> float:
    """Scale an edge of a prism to the border that its shadow has there, in place; +1 to enter, -1 to leave, 0 for none."""
    if height < 0.0:
        low, high, height = -high, -low, -height
    if high <= 0.0 or low >= height:
        return 0.0
    cross = ends[0] * ends[3] - ends[1] * ends[2]
    if cross < 0.0:
        scale, sign = (height / (height - low) if low > 0.0 else 1.0), 1.0
    elif high < height:
        scale, sign = height / (height - high), -1.0
    else:
        return 0.0
    for place in range(4):
        ends[place] *= scale
    return sign


@njit(cache=True)
def _room_for(near: Floats, signs: Floats, count: int) -> tuple[Floats, Floats]:
    if count + 2 <= len(near):
        return near, signs
    more, more_signs = np.empty((2 * len(near) + 2, 8)), np.empty(2 * len(near) + 2)
    more[:count], more_signs[:count] = near[:count], signs[:count]
    return more, more_signs


@njit(cache=True)
def _borders(
    edges: Floats, grid: Grid, eye: Floats, height: float, loops: Floats, stamp: Ints, mark: int
) -> tuple[Floats, Floats]:
    """Gather every border within the wedge and reach of one eye: rows as the sweep's, and what each does to the count."""
    near, signs, count = np.empty((32, 8)), np.empty(32), 0
    ends = np.empty(4)
    x, y = eye[0], eye[1]
    for row in range(len(loops)):
        near, signs = _room_for(near, signs, count)
        ends[0], ends[1], ends[2], ends[3] = loops[row, 0] - x, loops[row, 1] - y, loops[row, 2] - x, loops[row, 3] - y
        sign = 1.0 if ends[0] * ends[3] - ends[1] * ends[2] < 0.0 else -1.0
        after = add_near(ends, row, eye, near, count)
        signs[count:after] = sign
        count = after
    if len(edges) > 0 and height != 0.0:
        low_x, high_x, low_y, high_y = sector_box(eye)
        for j in range(cell(low_y, grid.y, grid.size, grid.ny), cell(high_y, grid.y, grid.size, grid.ny) + 1):
            for i in range(cell(low_x, grid.x, grid.size, grid.nx), cell(high_x, grid.x, grid.size, grid.nx) + 1):
                for place in range(grid.first[j * grid.nx + i], grid.first[j * grid.nx + i + 1]):
                    edge = grid.items[place]
                    if stamp[edge] == mark:
                        continue
                    stamp[edge] = mark
                    ends[0], ends[1] = edges[edge, 0] - x, edges[edge, 1] - y
                    ends[2], ends[3] = edges[edge, 2] - x, edges[edge, 3] - y
                    sign = _shadow(ends, edges[edge, 4], edges[edge, 5], height)
                    if sign == 0.0:
                        continue
                    near, signs = _room_for(near, signs, count)
                    after = add_near(ends, edge, eye, near, count)
                    signs[count:after] = sign
                    count = after
    return near[:count], signs[:count]


@njit(cache=True)
def _far(row: Floats, turn: float, start: float) -> float:
    """Distance of a border along the ray at a turn within it."""
    ux, uy = math.cos(start + turn), math.sin(start + turn)
    along = ux * (row[_BY] - row[_AY]) - uy * (row[_BX] - row[_AX])
    return row[_CROSS] / along if along > 0.0 else math.inf


@njit(cache=True)
def _walls_as_rows(pieces: Floats, walls: Ints) -> Floats:
    """Write the pieces of a sweep in the columns of borders."""
    rows = np.zeros((len(pieces), 8))
    for number in range(len(pieces)):
        ax, ay, bx, by = pieces[number, 2], pieces[number, 3], pieces[number, 4], pieces[number, 5]
        rows[number, _AX], rows[number, _AY], rows[number, _BX], rows[number, _BY] = ax, ay, bx, by
        rows[number, _CROSS] = ax * by - ay * bx
        rows[number, _FROM], rows[number, _TO] = pieces[number, 0], pieces[number, 1]
        rows[number, 7] = walls[number]
    return rows


@njit(cache=True)
def _hidden(near: Floats, walls: Floats) -> NDArray[np.bool_]:
    """Find the borders that lie wholly behind the walls, which nothing depends on."""
    out = np.zeros(len(near), np.bool_)
    for row in range(len(near)):
        low, high = max(near[row, _FROM], 0.0), near[row, _TO]
        ax, ay, bx, by = near[row, _AX], near[row, _AY], near[row, _BX], near[row, _BY]
        dx, dy = bx - ax, by - ay
        share = min(max(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0.0), 1.0)
        nearest = math.hypot(ax + share * dx, ay + share * dy)
        farthest = 0.0
        piece = max(np.searchsorted(walls[:, _FROM], low, side="right") - 1, 0)
        while piece < len(walls) and walls[piece, _FROM] < high:
            farthest = max(
                farthest,
                math.hypot(walls[piece, _AX], walls[piece, _AY]),
                math.hypot(walls[piece, _BX], walls[piece, _BY]),
            )
            piece += 1
        out[row] = nearest > farthest
    return out


@njit(cache=True)
def _meeting(p: Floats, q: Floats, start: float) -> float:
    """Turn at which two borders cross; -1 where they do not."""
    px, py, qx, qy = p[_BX] - p[_AX], p[_BY] - p[_AY], q[_BX] - q[_AX], q[_BY] - q[_AY]
    under = px * qy - py * qx
    if abs(under) <= 1e-15 * math.sqrt((px * px + py * py) * (qx * qx + qy * qy)):
        return -1.0
    ox, oy = q[_AX] - p[_AX], q[_AY] - p[_AY]
    share, other = (ox * qy - oy * qx) / under, (ox * py - oy * px) / under
    if not (-1e-12 <= share <= 1.0 + 1e-12 and -1e-12 <= other <= 1.0 + 1e-12):
        return -1.0
    turn = math.atan2(p[_AY] + share * py, p[_AX] + share * px) - start
    return turn - FULL_TURN * math.floor(turn / FULL_TURN)


@njit(cache=True)
def _on_circle(row: Floats, radius: float, start: float, found: Floats, count: int) -> int:
    """Append the turns at which a border crosses a circle round the foot."""
    ax, ay, dx, dy = row[_AX], row[_AY], row[_BX] - row[_AX], row[_BY] - row[_AY]
    square, half = dx * dx + dy * dy, ax * dx + ay * dy
    root = half * half - square * (ax * ax + ay * ay - radius * radius)
    if root <= 0.0 or square == 0.0:
        return count
    for side in (-1.0, 1.0):
        share = (-half + side * math.sqrt(root)) / square
        if 0.0 <= share <= 1.0:
            turn = math.atan2(ay + share * dy, ax + share * dx) - start
            found[count] = turn - FULL_TURN * math.floor(turn / FULL_TURN)
            count += 1
    return count


@njit(cache=True)
def _events(near: Floats, walls: Floats, inner: float, eye: Floats) -> Floats:
    """Sort every turn at which the bands may change."""
    start, width = eye[2], eye[3]
    found, count = np.empty(2 * len(walls) + 8 * len(near) + 64), 0
    for rows in (walls, near):
        for row in range(len(rows)):
            found[count], found[count + 1] = rows[row, _FROM], rows[row, _TO]
            count += 2
    for row in range(len(near)):
        low, high = near[row, _FROM], near[row, _TO]
        need = count + 2 + (len(near) - row) + len(walls)
        if need > len(found):
            more = np.empty(2 * need)
            more[:count] = found[:count]
            found = more
        if inner > 0.0:
            count = _on_circle(near[row], inner, start, found, count)
        for other in range(row + 1, len(near)):
            if near[other, _FROM] < high and near[other, _TO] > low:
                found[count] = _meeting(near[row], near[other], start)
                count += 1
        piece = max(np.searchsorted(walls[:, _FROM], low, side="right") - 1, 0)
        while piece < len(walls) and walls[piece, _FROM] < high:
            if walls[piece, 7] >= 0:
                found[count] = _meeting(near[row], walls[piece], start)
                count += 1
            piece += 1
    if inner > 0.0:
        more = np.empty(count + 2 * len(walls))
        more[:count] = found[:count]
        found = more
        for piece in range(len(walls)):
            if walls[piece, 7] >= 0:
                count = _on_circle(walls[piece], inner, start, found, count)
    kept, place = np.empty(count + 2), 2
    kept[0], kept[1] = 0.0, width
    for number in range(count):
        if 0.0 < found[number] < width:
            kept[place] = found[number]
            place += 1
    return np.sort(kept[:place])


@njit(cache=True)
def _point(row: Floats, turn: float, start: float) -> tuple[float, float]:
    """Where the ray at a turn meets a border; at its ends exactly those."""
    ax, ay, bx, by = row[_AX], row[_AY], row[_BX], row[_BY]
    if turn == row[_FROM]:
        return ax, ay
    if turn == row[_TO]:
        return bx, by
    ux, uy = math.cos(start + turn), math.sin(start + turn)
    before, after = uy * ax - ux * ay, ux * by - uy * bx
    if before <= 0.0:
        return ax, ay
    if after <= 0.0:
        return bx, by
    share = before / (before + after)
    return ax + share * (bx - ax), ay + share * (by - ay)


@njit(cache=True)
def _end(what: int, rows: Floats, turn: float, start: float, radius: float) -> tuple[float, float]:
    """Where a band's end lies at a turn; `what` is a row, or below 0 a circle or the foot."""
    if what == FOOT:
        return 0.0, 0.0
    if what < 0:
        return radius * math.cos(start + turn), radius * math.sin(start + turn)
    return _point(rows[what], turn, start)


@njit(cache=True)
def _bands_at(
    turn: float,
    start: float,
    rows: Floats,
    signs: Floats,
    active: Ints,
    alive: int,
    wall: tuple[int, float],
    first: tuple[int, float],
    found: Ints,
) -> int:
    """Walk one ray outward and write its bands as pairs of what begins and what ends them; give their number."""
    far, who = np.empty(alive + 1), np.empty(alive + 1, np.int64)
    many = 0
    hidden = first[0]
    if first[1] > 0.0:
        far[0], who[0] = first[1], ARC
        many = 1
        hidden += 1
    for place in range(alive):
        distance = _far(rows[active[place]], turn, start)
        if distance >= wall[1]:
            continue
        spot = many
        while spot > 0 and far[spot - 1] > distance:
            far[spot], who[spot] = far[spot - 1], who[spot - 1]
            spot -= 1
        far[spot], who[spot] = distance, active[place]
        many += 1
    count = 0
    begun, is_open = FOOT, hidden == 0
    for place in range(many):
        hidden += -1 if who[place] == ARC else int(signs[who[place]])
        if is_open and hidden > 0:
            found[count, 0], found[count, 1] = begun, who[place]
            count += 1
            is_open = False
        elif not is_open and hidden <= 0:
            begun, is_open = who[place], True
            if far[place] >= wall[1]:
                is_open = False
    if is_open:
        found[count, 0], found[count, 1] = begun, wall[0]
        count += 1
    return count


@njit(cache=True)
def _name(what: int, walls: int, rows: Floats) -> int:
    if what < 0:
        return what
    return int(rows[what, 7]) if what < walls else BORDER


@njit(cache=True)
def _cut(pieces: Floats, walls: Ints, near: Floats, signs: Floats, eye: Floats, base: int, inner: float) -> tuple[Floats, Ints]:
    """Cut the pieces of one eye into bands."""
    start, reach = eye[2], eye[4]
    as_rows = _walls_as_rows(pieces, walls)
    visible = ~_hidden(near, as_rows) if len(near) else np.ones(0, np.bool_)
    near, signs = near[visible], signs[visible]
    count_walls = len(as_rows)
    rows = np.concatenate((as_rows, near))
    effect = np.concatenate((np.zeros(count_walls), signs))
    turns = _events(near, as_rows, inner, eye)
    order = np.argsort(near[:, _FROM])
    active, alive, begun = np.empty(len(near), np.int64), 0, 0
    bands, names = np.empty((len(turns) + 4, 10)), np.empty((len(turns) + 4, 2), np.int64)
    kept = np.empty((len(turns) + 4, 2), np.int64)
    used = before = many_before = 0
    found = np.empty((len(near) + 2, 2), np.int64)
    piece = 0
    last = -1.0
    for interval in range(len(turns) - 1):
        low, high = turns[interval], turns[interval + 1]
        if high - low <= _NOTHING:
            continue
        middle = 0.5 * (low + high)
        while piece + 1 < count_walls and as_rows[piece, _TO] <= middle:
            piece += 1
        if not as_rows[piece, _FROM] <= middle <= as_rows[piece, _TO]:
            many_before = 0
            continue
        while begun < len(order) and near[order[begun], _FROM] < middle:
            active[alive] = order[begun] + count_walls
            alive += 1
            begun += 1
        place = 0
        while place < alive:
            if rows[active[place], _TO] <= middle:
                alive -= 1
                active[place] = active[alive]
            else:
                place += 1
        is_wall = walls[piece] >= 0
        wall = (piece, _far(as_rows[piece], middle, start)) if is_wall else (ARC, reach)
        count = _bands_at(middle, start, rows, effect, active, alive, wall, (base, inner), found)
        same = count == many_before and last == low and count > 0
        for number in range(count):
            if same and (kept[before + number, 0] != found[number, 0] or kept[before + number, 1] != found[number, 1]):
                same = False
        last = high
        if same:
            for number in range(count):
                bands[before + number, 1] = high
            continue
        before, many_before = used, count
        while used + count > len(bands):
            size = 2 * len(bands) + count
            more, more_kept = np.empty((size, 10)), np.empty((size, 2), np.int64)
            more[:used], more_kept[:used] = bands[:used], kept[:used]
            bands, kept = more, more_kept
        for number in range(count):
            bands[used, 0], bands[used, 1] = low, high
            kept[used] = found[number]
            used += 1
    names = np.empty((used, 2), np.int64)
    for number in range(used):
        for end in range(2):
            turn = bands[number, end]
            x, y = _end(kept[number, 1], rows, turn, start, reach)
            bands[number, 2 + 2 * end], bands[number, 3 + 2 * end] = x, y
            x, y = _end(kept[number, 0], rows, turn, start, inner)
            bands[number, 6 + 2 * end], bands[number, 7 + 2 * end] = x, y
        names[number, 0] = _name(kept[number, 1], count_walls, rows)
        names[number, 1] = _name(kept[number, 0], count_walls, rows)
    return bands[:used], names


@njit(cache=True)
def cut_all(
    first: Ints,
    pieces: Floats,
    walls: Ints,
    eyes: Floats,
    aims: Floats,
    loops: Floats,
    loop_first: Ints,
    edges: Floats,
    grid: Grid,
) -> tuple[Ints, Floats, Ints]:
    """Cut what the sweep found of every eye.

    Parameters
    ----------
    first, pieces, walls, eyes
        As given to and returned by `gis.sweep.sweep_all`.
    aims
        Shape ``(n, 3)``: height of the lens over the target plane in metres (0: in plan, no prism hides), how many hidden
        sets the foot itself lies in, radius in metres of the circle round the foot within which nothing is seen.
    loops, loop_first
        Shape ``(q, 4)``: directed segments of the picture's frame and of masks, hidden side on the left; those of eye i
        are ``loop_first[i]:loop_first[i + 1]``.
    edges, grid
        Shape ``(m, 6)``: edges of prisms, x1, y1, x2, y2 with the body on the left, z0 and z1 over the target plane; and
        the same in cells.

    Returns
    -------
    first, bands, names
        Bands of eye i are ``first[i]:first[i + 1]``, by turn, then outward. `bands` has shape ``(p, 10)``: turns from and to, the
        two points of the outer end and the two of the inner end, metres relative to the foot; `names` shape ``(p, 2)``: what
        ends the band outward (edge of a wall, `ARC`, `BORDER`) and inward (`FOOT`, `ARC`, `BORDER`).
    """
    stamp = np.full(len(edges), -1, np.int64)
    starts = np.zeros(len(eyes) + 1, np.int64)
    size = len(pieces) + 64
    bands, names = np.empty((size, 10)), np.empty((size, 2), np.int64)
    used = 0
    for number in range(len(eyes)):
        mine = pieces[first[number] : first[number + 1]]
        hid = walls[first[number] : first[number + 1]]
        near, signs = _borders(
            edges, grid, eyes[number], aims[number, 0], loops[loop_first[number] : loop_first[number + 1]], stamp, number
        )
        if len(near) == 0 and aims[number, 1] == 0.0 and aims[number, 2] <= 0.0:
            part, named = np.zeros((len(mine), 10)), np.empty((len(mine), 2), np.int64)
            part[:, :6] = mine
            named[:, 0], named[:, 1] = hid, FOOT
        elif len(mine) == 0:
            part, named = np.zeros((0, 10)), np.empty((0, 2), np.int64)
        else:
            part, named = _cut(mine, hid, near, signs, eyes[number], int(aims[number, 1]), aims[number, 2])
        while used + len(part) > len(bands):
            size = 2 * len(bands) + len(part)
            more, more_names = np.empty((size, 10)), np.empty((size, 2), np.int64)
            more[:used], more_names[:used] = bands[:used], names[:used]
            bands, names = more, more_names
        bands[used : used + len(part)], names[used : used + len(part)] = part, named
        used += len(part)
        starts[number + 1] = used
    return starts, bands[:used].copy(), names[:used].copy()
