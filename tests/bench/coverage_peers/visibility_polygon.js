// visibility-polygon of npm: all round, on segments broken where they cross; the sector is cut off after the clock.
const VP = require("visibility-polygon");
const scene = JSON.parse(require("fs").readFileSync(0, "utf8"));
const xs = scene.edges.flatMap((e) => [e[0], e[2]]), ys = scene.edges.flatMap((e) => [e[1], e[3]]);
const low = [Math.min(...xs) - 100, Math.min(...ys) - 100], high = [Math.max(...xs) + 100, Math.max(...ys) + 100];
const box = [low, [high[0], low[1]], high, [low[0], high[1]]];
let segments = scene.edges.map((e) => [[e[0], e[1]], [e[2], e[3]]]);
segments = segments.concat(box.map((p, i) => [p, box[(i + 1) % 4]]));
const TURN = 2 * Math.PI, mod = (a) => ((a % TURN) + TURN) % TURN;
function swept(a, b, begin, end, reach) {
  const dx = b[0] - a[0], dy = b[1] - a[1], n = Math.hypot(dx, dy);
  let nx = dy / n, ny = -dx / n, away = a[0] * nx + a[1] * ny;
  if (away < 0) { away = -away; nx = -nx; ny = -ny; }
  const foot = Math.atan2(ny, nx), half = away < reach ? Math.acos(Math.min(away / reach, 1)) : 0;
  const near = (t) => foot + mod(t - foot + Math.PI) - Math.PI;
  let u = near(begin), v = near(end);
  if (u > v) [u, v] = [v, u];
  const i0 = Math.max(u, foot - half), i1 = Math.min(v, foot + half);
  let total = 0.5 * reach * reach * (v - u);
  if (i1 > i0) total += 0.5 * away * away * (Math.tan(i1 - foot) - Math.tan(i0 - foot)) - 0.5 * reach * reach * (i1 - i0);
  return total;
}
function sector(ring, eye) {
  const [x, y, start, width, reach] = eye;
  let p = ring.map((q) => [q[0] - x, q[1] - y]), turned = 0, total = 0;
  p.forEach((a, i) => { const b = p[(i + 1) % p.length]; turned += a[0] * b[1] - a[1] * b[0]; });
  if (turned < 0) p = p.reverse();
  p.forEach((a, i) => {
    const b = p[(i + 1) % p.length];
    if (a[0] * b[1] - a[1] * b[0] <= 0) return;
    const from = Math.atan2(a[1], a[0]), lowest = mod(from - start), highest = lowest + mod(Math.atan2(b[1], b[0]) - from);
    for (const shift of [0, -TURN]) {
      const begin = Math.max(lowest + shift, 0), end = Math.min(highest + shift, width);
      if (end > begin) total += swept(a, b, start + begin, start + end, reach);
    }
  });
  return total;
}
let spent = 0;
const areas = scene.eyes.map((eye) => {
  const began = process.cpuUsage();
  const ring = VP.compute([eye[0], eye[1]], segments);
  const used = process.cpuUsage(began);
  spent += (used.user + used.system) / 1e6;
  return sector(ring, eye);
});
console.log(JSON.stringify({ cpu_s: spent, areas }));
