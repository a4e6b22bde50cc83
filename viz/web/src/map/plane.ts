/** Plane geometry for drawing: oblique hatching cut to polygons, whether words fit, lengths and areas. */
export type Point = [number, number];
const HALF = Math.SQRT1_2;

const turn = ([x, y]: Point): Point => [(x + y) * HALF, (y - x) * HALF];
const back = (u: number, v: number): Point => [(u - v) * HALF, (u + v) * HALF];

/** Cut oblique lines, `gap` metres apart, to closed rings by the even-odd rule; lines of neighbouring areas meet. */
export function hatch(rings: Point[][], gap: number): [Point, Point][] {
  const edges: [Point, Point][] = [];
  let low = Infinity;
  let high = -Infinity;
  for (const ring of rings) {
    for (let at = 0; at + 1 < ring.length; at++) {
      const one = turn(ring[at]!);
      edges.push([one, turn(ring[at + 1]!)]);
      low = Math.min(low, one[1]);
      high = Math.max(high, one[1]);
    }
  }
  const found: [Point, Point][] = [];
  const step = Math.max(gap, (high - low) / 400);
  for (let level = Math.ceil(low / step) * step; level < high; level += step) {
    const cuts: number[] = [];
    for (const [a, b] of edges) if (a[1] <= level !== b[1] <= level) cuts.push(a[0] + ((level - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
    cuts.sort((one, other) => one - other);
    for (let at = 0; at + 1 < cuts.length; at += 2) found.push([back(cuts[at]!, level), back(cuts[at + 1]!, level)]);
  }
  return found;
}

/** Width of a text in pixels: full for Chinese, a little over half for the rest. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += letter.codePointAt(0)! > 0x2e7f ? 1 : 0.58;
  return width * size;
}

function span(rings: Point[][], x: number, y: number): number {
  let left = -Infinity;
  let right = Infinity;
  let inside = false;
  for (const ring of rings) {
    for (let at = 0; at + 1 < ring.length; at++) {
      const a = ring[at]!;
      const b = ring[at + 1]!;
      if (a[1] <= y === b[1] <= y) continue;
      const cut = a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
      if (cut <= x) {
        left = Math.max(left, cut);
        inside = !inside;
      } else right = Math.min(right, cut);
    }
  }
  return inside ? 2 * Math.min(x - left, right - x) : 0;
}

/** True where lines of text, centred on a place, lie within rings at a scale (pixels a metre). */
export function holds(rings: Point[][], [x, y]: Point, lines: string[], size: number, scale: number): boolean {
  const wide = Math.max(...lines.map(line => textWidth(line, size))) / scale;
  const half = (lines.length * size * 1.25) / 2 / scale;
  return [y - half, y, y + half].every(level => span(rings, x, level) >= wide);
}

/** Whether a point lies in closed rings, even-odd. */
export const inside = (rings: Point[][], [x, y]: Point): boolean => span(rings, x, y) > 0;

export function boxOf(points: Iterable<Point>): [number, number, number, number] | null {
  let box: [number, number, number, number] | null = null;
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y];
  }
  return box;
}

/** Length of a line in metres. */
export const lengthOf = (line: Point[]): number => line.slice(1).reduce((sum, [x, y], at) => sum + Math.hypot(x - line[at]![0], y - line[at]![1]), 0);

/** Area within a closed line, m². */
export function areaOf(line: Point[]): number {
  let twice = 0;
  for (let at = 0; at < line.length; at++) {
    const [x0, y0] = line[at]!;
    const [x1, y1] = line[(at + 1) % line.length]!;
    twice += x0 * y1 - x1 * y0;
  }
  return Math.abs(twice) / 2;
}
