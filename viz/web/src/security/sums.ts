/** Figures from faces: sums over who sees what, as the service does them, so that a camera that is switched off shows at once. */
import type { Faces } from "./model";

/** Of each face: how many see it now, how many with every camera on, the best density; of each zone and of all: m². */
export interface Sums { k: Uint16Array; before: Uint16Array; best: Float32Array; zones: Total[]; all: Total; lost: number; lostSolely: number }
export interface Total { reference: number; covered: number; twice: number; short: number; lost: number; levels: number[]; cameras: number }

const LEAST_SEEN_M2 = 0.05;
let kept: { faces: Faces; key: string; value: Sums } | null = null;

/** Add up; kept until the faces or the cameras that are off change. */
export function sums(faces: Faces, off: string[]): Sums {
  const key = off.join("|");
  if (kept && kept.faces === faces && kept.key === key) return kept.value;
  const value = reckon(faces, new Set(off));
  kept = { faces, key, value };
  return value;
}

const nothing = (levels: number): Total => ({ reference: 0, covered: 0, twice: 0, short: 0, lost: 0, levels: new Array<number>(levels).fill(0), cameras: 0 });

function reckon(faces: Faces, off: Set<string>): Sums {
  const count = faces.area.length;
  const dark = faces.cameras.map(camera => off.has(camera.camera_id));
  const k = new Uint16Array(count);
  const before = new Uint16Array(count);
  const best = new Float32Array(count);
  for (let at = 0; at < faces.seen.length; at += 3) {
    const face = faces.seen[at]!;
    before[face]! += 1;
    if (dark[faces.seen[at + 1]!]) continue;
    k[face]! += 1;
    best[face] = Math.max(best[face]!, faces.seen[at + 2]!);
  }
  const zones = faces.zones.map(() => nothing(faces.ladder.length));
  const all = nothing(faces.ladder.length);
  const shortOf = new Uint8Array(count);
  for (let at = 0; at < faces.zoneOf.length; at += 2) {
    const [face, zone] = [faces.zoneOf[at]!, faces.zoneOf[at + 1]!];
    const required = faces.zones[zone]!.required;
    const short = required > 0 && best[face]! + 1e-4 < required;
    if (short) shortOf[face] = 1;
    add(zones[zone]!, faces, face, k, before, best, short);
  }
  for (let face = 0; face < count; face++) add(all, faces, face, k, before, best, shortOf[face] === 1);
  eyes(faces, dark, zones);
  return { k, before, best, zones, all, lost: all.lost, lostSolely: all.lost };
}

function add(total: Total, faces: Faces, face: number, k: Uint16Array, before: Uint16Array, best: Float32Array, short: boolean): void {
  const area = faces.area[face]!;
  total.reference += area;
  if (k[face]) total.covered += area;
  else if (before[face]) total.lost += area;
  if (k[face]! > 1) total.twice += area;
  if (short) total.short += area;
  for (const [place, level] of faces.ladder.entries()) if (best[face]! + 1e-4 >= level.px_per_m) total.levels[place]! += area;
}

/** How many cameras see each zone at all. */
function eyes(faces: Faces, dark: boolean[], zones: Total[]): void {
  const of = new Map<number, number[]>();
  for (let at = 0; at < faces.zoneOf.length; at += 2) of.set(faces.zoneOf[at]!, [...(of.get(faces.zoneOf[at]!) ?? []), faces.zoneOf[at + 1]!]);
  const area = new Map<number, number>();
  for (let at = 0; at < faces.seen.length; at += 3) {
    const camera = faces.seen[at + 1]!;
    if (dark[camera]) continue;
    for (const zone of of.get(faces.seen[at]!) ?? []) {
      const key = zone * 65536 + camera;
      area.set(key, (area.get(key) ?? 0) + faces.area[faces.seen[at]!]!);
    }
  }
  for (const [key, value] of area) if (value >= LEAST_SEEN_M2) zones[Math.floor(key / 65536)]!.cameras += 1;
}

/** Which level a density reaches: its place in the ladder, -1 for none. */
export function levelOf(faces: Faces, density: number): number {
  return faces.ladder.findLastIndex(level => density + 1e-4 >= level.px_per_m);
}

/** Cameras that see a zone, the one that sees most first: m², and m² that it alone sees. */
export function watchers(faces: Faces, zone: number, off: string[]): { camera: number; area: number; sole: number }[] {
  const inside = new Set<number>();
  for (let at = 0; at < faces.zoneOf.length; at += 2) if (faces.zoneOf[at + 1] === zone) inside.add(faces.zoneOf[at]!);
  const { k } = sums(faces, off);
  const found = new Map<number, { camera: number; area: number; sole: number }>();
  for (let at = 0; at < faces.seen.length; at += 3) {
    const [face, camera] = [faces.seen[at]!, faces.seen[at + 1]!];
    if (!inside.has(face) || off.includes(faces.cameras[camera]!.camera_id)) continue;
    const entry = found.get(camera) ?? { camera, area: 0, sole: 0 };
    entry.area += faces.area[face]!;
    if (k[face] === 1) entry.sole += faces.area[face]!;
    found.set(camera, entry);
  }
  return [...found.values()].filter(item => item.area >= LEAST_SEEN_M2).sort((a, b) => b.area - a.area);
}

/** The face at a place, grid metres; -1 where there is none. */
export function faceAt(faces: Faces, e: number, n: number): number {
  const block = faces.face;
  if (!block) return -1;
  const [x, y] = [e - faces.shapes.origin[0], n - faces.shapes.origin[1]];
  const crossings = new Uint16Array(block.length);
  for (let ring = 0; ring + 1 < block.ringStart.length; ring++) {
    const part = block.ringPart[ring]!;
    for (let at = block.ringStart[ring]!; at + 1 < block.ringStart[ring + 1]!; at++) {
      const [ax, ay, bx, by] = [block.xy[2 * at]!, block.xy[2 * at + 1]!, block.xy[2 * at + 2]!, block.xy[2 * at + 3]!];
      if (ay <= y !== by <= y && ax + ((y - ay) / (by - ay)) * (bx - ax) > x) crossings[part]! += 1;
    }
  }
  const part = crossings.findIndex(many => many % 2 === 1);
  return part < 0 ? -1 : block.thing[part]!;
}

/** Zones of a face. */
export function zonesOf(faces: Faces, face: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < faces.zoneOf.length; at += 2) if (faces.zoneOf[at] === face) found.push(faces.zoneOf[at + 1]!);
  return found;
}
