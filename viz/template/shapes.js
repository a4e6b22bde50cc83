/* Plane geometry for drawing: oblique hatching cut to polygons, and how wide a text is. */
const Shapes = (() => {
  const HALF = Math.SQRT1_2;

  /**
   * Cut oblique lines (45°) to a polygon with holes, by the even-odd rule.
   * `rings` are arrays of [x, y, z]; `gap` is the distance of the lines in metres. Gives paths of two vertices.
   * Lines stand at whole multiples of `gap` from the origin, so that neighbouring areas are hatched alike.
   */
  function hatch(rings, gap) {
    const edges = [];
    let low = Infinity,
      high = -Infinity;
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i++) {
        const [a, b] = [turn(ring[i]), turn(ring[(i + 1) % ring.length])];
        edges.push([a, b]);
        low = Math.min(low, a[1]);
        high = Math.max(high, a[1]);
      }
    }
    const z = rings.length ? rings[0][0][2] : 0;
    const found = [];
    const step = Math.max(gap, (high - low) / 400); // a huge area gets wider hatching, never more lines
    for (let y = Math.ceil(low / step) * step; y < high; y += step) {
      const cuts = [];
      for (const [a, b] of edges) {
        if (a[1] <= y !== b[1] <= y) cuts.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
      }
      cuts.sort((one, other) => one - other);
      for (let i = 0; i + 1 < cuts.length; i += 2) found.push([back(cuts[i], y, z), back(cuts[i + 1], y, z)]);
    }
    return found;
  }

  const turn = ([x, y]) => [(x + y) * HALF, (y - x) * HALF];
  const back = (u, v, z) => [(u - v) * HALF, (u + v) * HALF, z];

  /** Width of a text in pixels at a font size: full width for Chinese, half for the rest. */
  function textWidth(text, size) {
    let width = 0;
    for (const letter of text) width += letter.codePointAt(0) > 0x2e7f ? 1 : 0.58;
    return width * size;
  }

  /** Free width about x on the level line y within a polygon: twice the distance to the nearer edge, 0 outside. */
  function span(rings, x, y) {
    let left = -Infinity,
      right = Infinity,
      inside = false;
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i++) {
        const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
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

  /** True where lines of text, centred on a place, lie within a polygon at a scale (pixels a metre). */
  function holds(rings, [x, y], lines, size, scale) {
    const wide = Math.max(...lines.map(line => textWidth(line, size))) / scale;
    const half = (lines.length * size * 1.25) / 2 / scale;
    return [y - half, y, y + half].every(level => span(rings, x, level) >= wide);
  }

  /** Cut a path of two vertices into dashes of `on` metres with gaps of the same length. */
  function dash([a, b], on) {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const at = along => a.map((part, axis) => part + (b[axis] - part) * Math.min(along / length, 1));
    const found = [];
    for (let along = 0; along < length; along += 2 * on) found.push([at(along), at(along + on)]);
    return found;
  }

  /** Ring as a closed path. */
  const closed = ring => (ring.length ? [...ring, ring[0]] : ring);

  return { hatch, dash, holds, textWidth, closed };
})();
