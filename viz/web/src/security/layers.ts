/** What the security desk draws: faces in their colours, blind ground hatched, true views, the chosen blind place, a point and a way. */
import type { Layer } from "@deck.gl/core";
import { P, rgba, type Rgba } from "../base/palette";
import { S } from "../base/state";
import { number } from "../base/words";
import { floorOf, rows, split } from "../data/model";
import { ringsOf, type Block } from "../data/shapes";
import { areas, strokes, type Shift, type Stroke } from "../map/draw";
import type { Items, Mark, Word } from "../map/overlay";
import { hatch, type Point } from "../map/plane";
import { step, type Frame } from "../map/scene";
import { category, colourOf, HATCH, overlay, requirements } from "./levels";
import { cells, exposure, faces, off, placeNow, type Faces, type Way } from "./model";
import { placing, taken } from "./placing";
import { blindNow, pointNow, wayNow } from "./state";
import { sums } from "./sums";

const memory = new Map<string, { key: unknown[]; value: unknown }>();
function keep<T>(name: string, key: unknown[], make: () => T): T {
  const held = memory.get(name);
  if (held && held.key.length === key.length && held.key.every((part, place) => part === key[place])) return held.value as T;
  const value = make();
  memory.set(name, { key, value });
  return value;
}

const space = (): boolean => S.view === "3d";
const shiftOf = (from: Faces, origin: Shift): Shift => [from.shapes.origin[0] - origin[0], from.shapes.origin[1] - origin[1], from.shapes.origin[2] - origin[2]];
const lift = (block: Block | undefined, shift: Shift): number => (space() ? (block?.z[0] ?? 0) + shift[2] + 0.05 : 0);

/** Beneath walls and words. */
export function under({ zoom, origin }: Frame): Layer[] {
  const held = faces(placeNow()).value;
  if (!held?.face?.length) return [];
  const shift = shiftOf(held, origin);
  const dark = off();
  const now = sums(held, dark);
  const required = keep("required", [held], () => requirements(held));
  const names = keep("names", [held, now, overlay()], () => Array.from({ length: held.area.length }, (_, face) => category(held, now, face, required)));
  const tints = keep("tints", [names], () => names.map(name => rgba(colourOf(name))));
  const block = held.face;
  const colour = (part: number): Rgba => tints[block.thing[part]!] ?? [0, 0, 0, 0];
  const found: Layer[] = [areas("face", block, { colour, key: `${overlay()}|${dark.join("|")}|${stampOf(names)}`, space: space(), shift })];
  const gap = 10 / 2 ** step(zoom);
  found.push(strokes("face-hatch", keep("hatch", [names, block, gap, shift.join(), S.view], () => hatched(held, names, gap, shift))));
  return found;
}

const stamps = new WeakMap<object, number>();
let counter = 0;
function stampOf(thing: object): number {
  const held = stamps.get(thing) ?? ++counter;
  stamps.set(thing, held);
  return held;
}

const HATCHES: Record<string, { colour: Rgba; width: number; dense: number }> = {
  blind: { colour: rgba(HATCH, 150), width: 1, dense: 1 }, lost: { colour: rgba(P.alarm), width: 1.6, dense: 0.6 }, free: { colour: rgba("#7b8794", 90), width: 1, dense: 1.4 },
};

/** Oblique lines over what nobody sees, red where a camera that is off used to see it. */
function hatched(held: Faces, names: string[], gap: number, [dx, dy, dz]: Shift): Stroke[] {
  const block = held.face!;
  const z = lift(block, [dx, dy, dz]);
  const rings = new Map<number, Point[][]>();
  for (let ring = 0; ring + 1 < block.ringStart.length; ring++) {
    const thing = block.thing[block.ringPart[ring]!]!;
    if (!HATCHES[names[thing]!]) continue;
    const corners: Point[] = [];
    for (let at = block.ringStart[ring]!; at < block.ringStart[ring + 1]!; at++) corners.push([block.xy[2 * at]!, block.xy[2 * at + 1]!]);
    rings.set(thing, [...(rings.get(thing) ?? []), corners]);
  }
  return [...rings].flatMap(([thing, own]) => {
    const { colour, width, dense } = HATCHES[names[thing]!]!;
    return hatch(own, gap * dense).map(pair => ({ path: pair.map(([x, y]) => [x + dx, y + dy, z]), colour, width }));
  });
}

/** Above all: views, what is chosen, a point and who sees it, a way and what of it is seen. */
export function over(frame: Frame): Layer[] {
  const held = faces(placeNow()).value;
  const { origin } = frame;
  const found: Layer[] = [];
  if (!placeNow() && !S.b) found.push(strokes("cell-line", cellLines(origin)));
  if (held?.view?.length) found.push(strokes("view-line", keep("views", [held, S.sel, off().join("|"), origin.join(), S.view], () => viewLines(held, shiftOf(held, origin)))));
  const blind = blindNow();
  if (held?.blind && blind >= 0) {
    const shift = shiftOf(held, origin);
    found.push(strokes("blind-line", ringsOf(held.blind, blind).flatMap(ring => outlined(ring, shift, lift(held.blind, shift)))));
  }
  const way = wayLines(origin);
  if (way.length) found.push(strokes("way", way));
  return found;
}

const outlined = (ring: Point[], [dx, dy]: Shift, z: number): Stroke[] => {
  const path = ring.map(([x, y]) => [x + dx, y + dy, z]);
  return [{ path, colour: rgba(P.paper), width: 6 }, { path, colour: rgba(P.alarm), width: 3 }];
};

function viewLines(held: Faces, [dx, dy, dz]: Shift): Stroke[] {
  const dark = off();
  const [, chosen] = S.sel.startsWith("camera:") ? split(S.sel) : ["", ""];
  const z = lift(held.view, [dx, dy, dz]);
  const low: Stroke[] = [];
  const high: Stroke[] = [];
  for (const [place, camera] of held.cameras.entries()) {
    if (dark.includes(camera.camera_id) && camera.camera_id !== chosen) continue;
    for (const ring of ringsOf(held.view!, place)) {
      const path = ring.map(([x, y]) => [x + dx, y + dy, z]);
      if (camera.camera_id === chosen) high.push({ path, colour: rgba(P.paper), width: 5 }, { path, colour: rgba(P.accent), width: 2.5 });
      else low.push({ path, colour: rgba(P.ink, 90), width: 1 });
    }
  }
  return [...low, ...high];
}

const CELL_WIDTH: Record<string, number> = { special: 4, key: 3, basic: 1.5 };

function rings(geometry: unknown): Point[][] {
  const { type, coordinates } = (geometry ?? { type: "" }) as { type: string; coordinates: Point[][] & Point[][][] };
  return type === "Polygon" ? coordinates : type === "MultiPolygon" ? (coordinates as Point[][][]).flat() : [];
}

function cellLines([e, n]: Shift): Stroke[] {
  const held = rows("cell", { limit: "500", geometry: "1" }).value;
  return keep("cells", [held, e, n, S.sel], () => [...(held?.rows ?? [])].sort((a, b) => Number(S.sel === `cell:${String(a.cell_id)}`) - Number(S.sel === `cell:${String(b.cell_id)}`)).flatMap(row => {
    const chosen = S.sel === `cell:${String(row.cell_id)}`;
    return rings((row as { geometry?: unknown }).geometry).flatMap((ring): Stroke[] => {
      const path = ring.map(([x, y]) => [x - e, y - n, 0]);
      const width = CELL_WIDTH[String(row.guard_class)] ?? 1.5;
      return chosen ? [{ path, colour: rgba(P.paper), width: width + 5 }, { path, colour: rgba(P.accent), width: width + 2 }] : [{ path, colour: rgba(P.cell[String(row.guard_class ?? "")] ?? P.cell[""]!), width }];
    });
  }));
}

function wayLines([e, n]: Shift): Stroke[] {
  const way = wayNow();
  if (!way.length) return [];
  const told = way.length > 1 && S.x.tool === "path" ? exposure(way, placeNow(), Boolean(S.x.least)).value?.ways : undefined;
  const z = space() ? (floorOf(placeNow())?.floor.elevation ?? 0) + 0.3 : 0;
  const path = (points: Point[]): number[][] => points.map(([x, y]) => [x - e, y - n, z]);
  const found: Stroke[] = [];
  if (!told) found.push({ path: path(way), colour: rgba(P.ink), width: 2 });
  for (const one of told ?? []) {
    found.push({ path: path(one.way), colour: rgba(P.paper), width: one.least_seen ? 8 : 6 });
    for (const [points, seen] of stretches(one)) found.push({ path: path(points), colour: rgba(seen ? P.accent : P.alarm), width: one.least_seen ? 5 : 3 });
  }
  for (const [x, y] of way) found.push({ path: [[x - e - 1e-4, y - n, z], [x - e + 1e-4, y - n, z]], colour: rgba(P.ink), width: 9 });
  return found;
}

/** Cut a way where what is seen of it changes: its pieces, and whether they are seen. */
export function stretches({ way, stretches: parts }: Way): [Point[], boolean][] {
  return parts.map(([from, to, seen]) => [piece(way, from, to), seen > 0]);
}

function piece(way: Point[], from: number, to: number): Point[] {
  const found: Point[] = [];
  let walked = 0;
  for (let at = 0; at + 1 < way.length; at++) {
    const [[ax, ay], [bx, by]] = [way[at]!, way[at + 1]!];
    const long = Math.hypot(bx - ax, by - ay);
    const place = (metre: number): Point => [ax + ((bx - ax) * (metre - walked)) / long, ay + ((by - ay) * (metre - walked)) / long];
    if (long > 0 && walked + long >= from && walked <= to) {
      if (!found.length) found.push(place(Math.max(from, walked)));
      found.push(place(Math.min(to, walked + long)));
    }
    walked += long;
  }
  return found;
}

/** Marks and words of the desk: cells with what is seen of them, the point that is asked for. */
export function items({ origin, zoom }: Frame): Items {
  const marks: Mark[] = [];
  const words: Word[] = [];
  const point = pointNow();
  const z = space() ? (floorOf(placeNow())?.floor.elevation ?? 0) : 0;
  if (point) marks.push({ ref: "", position: [point[0] - origin[0], point[1] - origin[1], z], icon: "target", size: 34 });
  if (S.x.tool === "place" && placing.floor === placeNow()) {
    for (const one of placing.found?.cameras ?? []) {
      if (!taken(one.camera_id)) marks.push({ ref: "", position: [one.x - origin[0], one.y - origin[1], z], icon: "target", size: one.camera_id === placing.chosen ? 38 : 24, ...(one.heading_deg === null ? {} : { heading: one.heading_deg }) });
    }
  }
  if (!placeNow() && !S.b) {
    const share = new Map((cells().value?.cells ?? []).map(cell => [cell.cell_id, cell.percent]));
    for (const row of rows("cell", { limit: "500", geometry: "1" }).value?.rows ?? []) {
      const box = rings((row as { geometry?: unknown }).geometry).flat();
      if (!box.length) continue;
      const [xs, ys] = [box.map(([x]) => x), box.map(([, y]) => y)];
      const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      if ((right - left) * 2 ** zoom < 60) continue;
      const percent = share.get(String(row.cell_id));
      const said = [String(row.name ?? row.cell_id), percent === undefined || percent === null ? "" : `${number(percent, 1)}%`].filter(Boolean).join(" ");
      words.push({ position: [(left + right) / 2 - origin[0], (low + high) / 2 - origin[1], 0], text: said, size: 12, board: true });
    }
  }
  return { marks, words };
}
