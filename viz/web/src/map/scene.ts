/** What is drawn: from the state and what has been loaded to layers, from the ground up. */
import type { Layer } from "@deck.gl/core";
import { P, rgba, type Rgba } from "../base/palette";
import { S, type LayerName } from "../base/state";
import { number, say } from "../base/words";
import { paintRooms, SHELL, stepColour } from "../data/colours";
import { building, district, floorOf, floorsOf, marks, names, search, shapes, split, uses } from "../data/model";
import { ringsOf, type Block, type Marks, type Names, type Shapes } from "../data/shapes";
import { edit } from "../data/editing";
import { publishedLayers } from "../data/published";
import { wizard } from "../data/placing";
import { deskNow } from "../ui/desk";
import { areas, lines, strokes, type Shift, type Stroke } from "./draw";
import type { Items, Mark, Word } from "./overlay";
import { nearby, tileOf } from "./nearby";
import { hatch, holds, type Point } from "./plane";

const ROAD_WIDTH: Record<string, number> = { motorway: 16, trunk: 16, primary: 14, secondary: 11, tertiary: 9, residential: 7, unclassified: 7, service: 4.5, living_street: 6, footway: 2, path: 2, cycleway: 2.5, pedestrian: 4 };
const ACCENT = rgba(P.accent);
const MARK_TABLES: LayerName[] = ["device", "meter", "camera", "charger", "gate"];

/** What a scene is drawn for: the scale in steps, so that words and hatching do not follow every turn of the wheel. */
export interface Frame { zoom: number; origin: Shift; at: Point }

export const onFloor = (): string => (S.b && S.f && S.f !== "all" ? S.f : "");
const space = (): boolean => S.view === "3d";

/** The shapes that say where the origin is: the district's, or those of the building that has no place yet. */
export function base(): Shapes | null {
  if (S.b && building(S.b)?.located === false) return onFloor() ? shapes("floor", onFloor(), S.b).value ?? null : null;
  return shapes("shells").value ?? null;
}

const shiftOf = (from: Shapes, origin: Shift): Shift => [from.origin[0] - origin[0], from.origin[1] - origin[1], from.origin[2] - origin[2]];
const on = (name: LayerName): boolean => S.on.includes(name) || (name === "camera" && S.desk === "security");

const memory = new Map<string, { key: unknown[]; value: unknown }>();
function keep<T>(name: string, key: unknown[], make: () => T): T {
  const held = memory.get(name);
  if (held && held.key.length === key.length && held.key.every((part, place) => part === key[place])) return held.value as T;
  const value = make();
  memory.set(name, { key, value });
  return value;
}

/** Every layer of the present state. */
export function scene(frame: Frame): Layer[] {
  const local = S.b !== "" && building(S.b)?.located === false;
  return [
    ...(local ? [] : ground(frame)),
    ...(onFloor() ? [] : deskNow()?.under?.(frame) ?? []),
    ...(local ? [] : shellLayers(frame)),
    ...(S.b && S.f === "all" ? stack(frame) : []),
    ...(onFloor() ? inside(frame) : []),
    ...publishedLayers(frame, onFloor()), ...chosen(frame), ...(deskNow()?.over?.(frame) ?? []), ...preview(frame), ...measuring(frame),
  ];
}

/** Every mark and word of the present state. */
export function items(frame: Frame): Items {
  const more = deskNow()?.items?.(frame);
  return { marks: [...marking(frame), ...previewMarks(frame), ...(more?.marks ?? [])], words: [...(more?.words ?? []), ...labels(frame)] };
}

/** So near that of many lines only those about the eye can be in the picture; drawn with every frame would be all. */
const NEAR = 1, MANY = 5000;

/** Lines to draw in a flat picture at this scale. */
function inSight(name: string, block: Block, from: Shapes, { zoom, at }: Frame): Block {
  if (space() || step(zoom) < NEAR || block.xy.length < 2 * MANY) return block;
  const [e, n] = [at[0] - from.origin[0], at[1] - from.origin[1]];
  return keep(`near ${name}`, [block, tileOf(e, n, step(zoom))], () => nearby(block, e, n, step(zoom)));
}

function ground(frame: Frame): Layer[] {
  const plan = shapes("ground").value;
  if (!plan) return [];
  const shift = shiftOf(plan, frame.origin);
  const { site, parking } = plan.blocks;
  const found: Layer[] = [];
  const low = { space: space(), shift, painted: true };
  if (site?.length) found.push(areas("site", site, { colour: () => rgba(P.surface.site!), key: "", ...low }), lines("site-line", site, { colour: rgba(P.surface.site_line!), width: 1.5, ...low }));
  if (parking?.length && on("parking")) found.push(areas("parking", parking, { colour: () => rgba(P.surface.parking!), key: "", ...low, pickable: true }), lines("parking-line", inSight("parking", parking, plan, frame), { colour: rgba(P.surface.parking_line!), width: 1.5, ...low }));
  const road = plan.blocks.road && inSight("road", plan.blocks.road, plan, frame);
  if (road?.ringPart.length && on("road")) {
    const wide = (ring: number): number => ROAD_WIDTH[road.codes[road.code[road.ringPart[ring]!]!] ?? ""] ?? 6;
    found.push(lines("road-edge", road, { colour: rgba(P.surface.road_line!), width: ring => wide(ring) + 0.7, units: "meters", least: 3, ...low }));
    found.push(lines("road", road, { colour: rgba(P.surface.road!), width: wide, units: "meters", least: 1.8, ...low }));
  }
  return found;
}

/** Buildings as footprints or bodies: the one that is open is drawn by its floors instead. */
function shellLayers({ origin }: Frame): Layer[] {
  const shell = shapes("shells").value;
  const block = shell?.blocks.building;
  if (!shell || !block?.length) return [];
  const keys = (shell.about.keys as Record<string, string[]>).building!;
  const shift = shiftOf(shell, origin);
  const figures = new Map((district().value?.buildings ?? []).map(item => [item.building_id, item.figures]));
  const open = S.b;
  const tint = (part: number): Rgba => {
    const key = keys[block.thing[part]!]!;
    if (key === open) return space() ? [255, 255, 255, 0] : rgba(P.paper);
    const own = figures.get(key);
    return rgba(own && !open ? stepColour(own) : SHELL);
  };
  const height = (part: number): number => (keys[block.thing[part]!] === open ? 0 : block.top[part]! - block.z[part]!);
  const key = `${S.by}|${open}|${district().value?.version ?? 0}`;
  return [
    areas("building", block, { colour: tint, key, space: space(), shift, extruded: true, height, pickable: true }),
    lines("building-line", block, { colour: rgba(P.surface.building_line!), width: 1.5, space: space(), shift }),
  ];
}

/** A whole building: each floor one slab, coloured by its figures. */
function stack({ origin }: Frame): Layer[] {
  const shell = shapes("storeys", "", S.b).value;
  const block = shell?.blocks.floor;
  if (!shell || !block) return [];
  const keys = (shell.about.keys as Record<string, string[]>).floor!;
  const own = new Map(floorsOf(S.b).map(floor => [floor.floor_id, floor]));
  const tint = (part: number): Rgba => {
    const floor = own.get(keys[block.thing[part]!]!);
    return floor ? rgba(stepColour(floor.figures)) : [0, 0, 0, 0];
  };
  const height = (part: number): number => (own.has(keys[block.thing[part]!]!) ? Math.max(block.top[part]! - block.z[part]! - 0.5, 0.5) : 0);
  return [areas("storey", block, { colour: tint, key: `${S.by}|${S.b}|${district().value?.version ?? 0}`, space: space(), shift: shiftOf(shell, origin), extruded: true, height, pickable: true })];
}

/** One floor: rooms in their colours, hatching, walls, doors. */
function inside({ origin, zoom, at }: Frame): Layer[] {
  const plan = shapes("floor", onFloor(), S.b).value;
  if (!plan) return [];
  const shift = shiftOf(plan, origin);
  const { room, wall, door, vertical_link: link } = plan.blocks;
  const found: Layer[] = [];
  const paint = paintRooms(onFloor(), S.b);
  const look = { space: space(), shift };
  if (room?.length && on("room")) {
    const tints = keep("tints", [paint], () => paint?.colour.map(colour => rgba(colour)) ?? []);
    const plain = rgba(P.plain);
    found.push(areas("room", room, { colour: part => tints[room.thing[part]!] ?? plain, key: `${S.by}|${tints.length}|${paintMark(paint)}`, ...look, pickable: true }));
    if (paint?.hatched.some(Boolean)) found.push(strokes("hatch", keep("hatch", [paint, room, step(zoom), shift.join()], () => hatching(room, paint.hatched, 10 / 2 ** step(zoom), shift))));
    found.push(...(deskNow()?.under?.({ origin, zoom, at }) ?? []));
    found.push(lines("room-line", room, { colour: rgba(P.surface.room_line!), width: 1, ...look, up: 0.02 }));
  }
  if (wall?.length && on("wall")) {
    const tint = (part: number): Rgba => rgba(P.surface[wall.codes[wall.code[part]!] ?? "wall"] ?? P.surface.wall!);
    // Cut where a drawn plan cuts: what begins above that is not there.
    const cut = ((plan.about.z as number | undefined) ?? 0) + 1.2;
    found.push(areas("wall", wall, { colour: tint, key: "", ...look, extruded: true, height: part => Math.max(Math.min(wall.top[part]!, cut) - wall.z[part]!, 0) }));
  }
  if (link?.length && on("wall")) found.push(lines("link", link, { colour: rgba(P.surface.building_line!), width: 1, ...look, up: 0.03 }));
  if (door?.length && on("wall")) found.push(lines("door", door, { colour: rgba(P.surface.door!), width: 0.24, units: "meters", least: 1.5, ...look, round: false, up: 0.04, pickable: true }));
  return found;
}

const marksSeen = new WeakMap<object, number>();
let counter = 0;
/** A number for a paint, so that deck.gl sees a new one. */
function paintMark(paint: object | null): number {
  if (!paint) return 0;
  const held = marksSeen.get(paint) ?? ++counter;
  marksSeen.set(paint, held);
  return held;
}

export const step = (zoom: number): number => Math.round(zoom * 2) / 2;

function hatching(room: Block, hatched: boolean[], gap: number, [dx, dy, dz]: Shift): Stroke[] {
  const colour = rgba("#7b8794");
  const base = (room.z[0] ?? 0) + dz + 0.03;
  return hatched.flatMap((yes, thing) => (yes ? hatch(ringsOf(room, thing), gap).map(pair => ({ path: pair.map(([x, y]) => [x + dx, y + dy, space() ? base : 0]), colour, width: 1 })) : []));
}

function level(floorId: string): number {
  const at = floorOf(floorId);
  const from = base();
  return space() && at && from ? at.floor.elevation - from.origin[2] : 0;
}

/** Outline of what is chosen, white under blue so that it shows on every colour. */
function chosen({ origin }: Frame): Layer[] {
  if (!S.sel) return [];
  const floor = onFloor();
  const held = [floor ? shapes("floor", floor, S.b).value : null, floor ? names(floor, S.b).value : null, shapes("shells").value, S.sel.startsWith("floor:") && S.b ? shapes("storeys", "", S.b).value : null];
  const data = keep("chosen", [S.sel, S.b, S.f, S.view, origin.join(), ...held], () => outlines(origin));
  return data.length ? [strokes("chosen", data)] : [];
}

function outlines(origin: Shift): Stroke[] {
  const rings = outlineOf(S.sel, origin);
  const z = level(onFloor()) + 0.1;
  const path = (ring: Point[]): number[][] => ring.map(([x, y]) => [x, y, space() ? z : 0]);
  return rings.flatMap(ring => [{ path: path(ring), colour: rgba(P.paper), width: 6 }]).concat(rings.map(ring => ({ path: path(ring), colour: ACCENT, width: 3 })));
}

/** Rings of a thing in the metres of the map; of a mark a ring about it. */
export function outlineOf(ref: string, origin: Shift): Point[][] {
  const [table, key] = split(ref);
  const moved = (from: Shapes, block: Block | undefined, thing: number): Point[][] => {
    const [dx, dy] = shiftOf(from, origin);
    return block && thing >= 0 ? ringsOf(block, thing).map(ring => ring.map(([x, y]): Point => [x + dx, y + dy])) : [];
  };
  const plan = onFloor() ? shapes("floor", onFloor(), S.b).value : undefined;
  const named = onFloor() ? names(onFloor(), S.b).value : undefined;
  if (table === "room" && plan && named) return moved(plan, plan.blocks.room, named.place.get(key) ?? -1);
  if (table === "door" && plan && named) return moved(plan, plan.blocks.door, named.doors.indexOf(key));
  const shell = table === "floor" ? (S.b ? shapes("storeys", "", S.b).value : undefined) : shapes("shells").value;
  if ((table === "building" || table === "floor") && shell && !(table === "building" && S.b === key && onFloor()) && !(table === "floor" && onFloor() === key)) {
    return moved(shell, shell.blocks[table], ((shell.about.keys as Record<string, string[]>)[table] ?? []).indexOf(key));
  }
  if (table === "parking") {
    const plan2 = shapes("ground").value;
    const listed = ((plan2?.about.keys as Record<string, [string, string][]> | undefined)?.parking ?? []).findIndex(([each]) => each === key);
    if (plan2 && listed >= 0) return moved(plan2, plan2.blocks.parking, listed);
  }
  if (table === "department" && plan && named && plan.blocks.room) {
    const use = uses(onFloor(), S.b).value;
    const held = (use?.department_id ?? []).flatMap((each, row) => (each === key ? [named.place.get(String(use!.key![row])) ?? -1] : []));
    return held.flatMap(thing => moved(plan, plan.blocks.room, thing));
  }
  return [];
}

/** Where marks are, by table, as far as they are on. */
export function shownMarks(): { table: LayerName; held: Marks }[] {
  return MARK_TABLES.filter(on).flatMap(table => {
    if (!district().value?.layers.includes(table)) return [];
    const ask = table === "device" && !onFloor() ? null : marks(table, ["device", "camera", "meter"].includes(table) ? onFloor() : "", S.b).value;
    return ask ? [{ table, held: ask }] : [];
  });
}

function marking({ origin, zoom }: Frame): Mark[] {
  const size = [11, 15, 20, 26][[0, 1.2, 2.6, Infinity].findIndex(limit => zoom < limit)]!;
  const found: Mark[] = [];
  for (const { table, held } of shownMarks()) {
    const [dx, dy] = [held.origin[0] - origin[0], held.origin[1] - origin[1]];
    for (const [row, key] of held.key.entries()) {
      const [x, y] = [held.spot[2 * row]!, held.spot[2 * row + 1]!];
      const floor = held.floor[row] ?? "";
      if (!Number.isFinite(x) || (onFloor() ? floor !== "" && floor !== onFloor() : floor !== "")) continue;
      const position = [x + dx, y + dy, level(floor) + (space() ? 1 : 0)];
      if (edit.moving?.ref === `${table}:${key}`) continue;
      const status = deskNow()?.status?.(table, key) || held.status[row];
      const bad = status === "faulty" || status === "maintenance" ? `!${status}` : "";
      const chosenNow = S.sel === `${table}:${key}`;
      const heading = held.heading?.[row];
      const looks = table === "camera" && S.desk !== "security" && heading !== undefined && Number.isFinite(heading) ? { heading } : {};
      found.push({ ref: `${table}:${key}`, position, icon: `${table}${bad}`, size: (table === "device" ? size * 0.75 : size) * (chosenNow ? 1.4 : 1), ...looks });
    }
  }
  return found;
}

/** What an edit or a placement would make of things, before it is so. */
function preview({ origin }: Frame): Layer[] {
  const found: Layer[] = [];
  if (edit.moving?.from) {
    const { e, n, from } = edit.moving;
    const z = level(onFloor());
    found.push(strokes("moved", [{ path: [[from[0] - origin[0], from[1] - origin[1], z], [e - origin[0], n - origin[1], z]], colour: ACCENT, width: 2 }]));
  }
  if (wizard.outline.length) found.push(strokes("placed", wizard.outline.map(ring => ({ path: ring.map(([x, y]) => [x - origin[0], y - origin[1], 0]), colour: rgba(P.watch), width: 3 }))));
  return found;
}

function previewMarks({ origin }: Frame): Mark[] {
  const at = (e: number, n: number, size: number): Mark => ({ ref: "", position: [e - origin[0], n - origin[1], level(onFloor())], icon: "target", size });
  const results = S.q.trim() ? search(S.q.trim()).value?.results ?? [] : [];
  const found = results.flatMap(item => (item.centre && `${item.table}:${item.key}` !== S.sel && (!onFloor() || item.floor_id === onFloor()) ? [{ ...at(item.centre[0], item.centre[1], 20), ref: `${item.table}:${item.key}` }] : []));
  return [...found, ...(edit.moving ? [at(edit.moving.e, edit.moving.n, 34)] : []), ...wizard.pairs.flatMap(pair => (pair.ground ? [at(pair.ground[0], pair.ground[1], 28)] : []))];
}

function measuring({ origin }: Frame): Layer[] {
  if (!S.m.length) return [];
  const path = S.m.map(([e, n]) => [e - origin[0], n - origin[1], level(onFloor()) + 0.2]);
  const data: Stroke[] = path.length > 1 ? [{ path, colour: rgba(P.paper), width: 6 }, { path, colour: rgba(P.alarm), width: 3 }] : [];
  for (const [x, y, z] of path as [number, number, number][]) {
    const dot = 0.0001;
    data.push({ path: [[x - dot, y, z], [x + dot, y, z]], colour: rgba(P.alarm), width: 9 });
  }
  return [strokes("measure", data)];
}

const clipped = (text: string): string => ([...text].length > 22 ? `${[...text].slice(0, 21).join("")}…` : text);

function labels(frame: Frame): Word[] {
  if (!on("label")) return [];
  return keep("labels", [step(frame.zoom), frame.origin.join(), S.b, S.f, S.view, S.lang, S.by, S.on.join(), onFloor() ? names(onFloor(), S.b).value : null, base(), district().value], () => [...roomWords(frame), ...buildingWords(frame)]);
}

function roomWords({ zoom, origin }: Frame): Word[] {
  if (!onFloor() || !on("room")) return [];
  const plan = shapes("floor", onFloor(), S.b).value;
  const named = names(onFloor(), S.b).value;
  const block = plan?.blocks.room;
  if (!plan || !named || !block) return [];
  const scale = 2 ** step(zoom);
  const [dx, dy] = shiftOf(plan, origin);
  const z = level(onFloor()) + 0.1;
  return named.key.flatMap((_, row): Word[] => {
    const at: Point = [named.spot[2 * row]!, named.spot[2 * row + 1]!];
    const text = fitting(block, named, row, at, scale);
    return text ? [{ position: [at[0] + dx, at[1] + dy, space() ? z : 0], text, size: 12, board: false }] : [];
  });
}

/** Number and name, the number alone, or nothing: what fits the room. */
function fitting(block: Block, named: Names, row: number, at: Point, scale: number): string {
  const parts = [named.number[row], named.name[row]].filter((part): part is string => Boolean(part));
  if (!parts.length || !Number.isFinite(at[0])) return "";
  const rings = ringsOf(block, row);
  const fit = [parts, parts.slice(0, 1)].find(some => holds(rings, at, some, 12, scale));
  return fit ? fit.join("\n") : "";
}

function buildingWords({ origin, zoom }: Frame): Word[] {
  const scale = 2 ** zoom;
  return (district().value?.buildings ?? []).flatMap((item): Word[] => {
    if (!item.located || !item.bounds || (S.b === item.building_id && onFloor())) return [];
    const [x0, y0, x1, y1] = item.bounds;
    if (Math.max(x1 - x0, y1 - y0) * scale < 34) return [];
    const name = clipped(item.name ?? item.building_id);
    const figures = S.b ? "" : figuresOf(item.building_id);
    const middle = (x0 + x1) / 2 - origin[0];
    const top = space() ? [middle, (y0 + y1) / 2 - origin[1], (item.elevation ?? 0) + (item.height ?? 10) - (base()?.origin[2] ?? 0)] : [middle, y1 - origin[1], 0];
    return [{ position: top, text: figures && (x1 - x0) * scale > 90 ? `${name}\n${figures}` : name, size: 13, board: true }];
  });
}

function figuresOf(key: string): string {
  const item = building(key);
  if (!item) return "";
  if (S.by === "vacancy") return say("page.map.vacant", { vacant: number(item.figures.vacant), offices: number(item.figures.offices) });
  if (S.by === "person" && item.figures.heads) return say("page.map.per_person", { area: number(item.figures.m2_per_person ?? item.figures.area_m2 / item.figures.heads, 1) });
  return say("page.map.floors_rooms", { floors: item.floors.length, rooms: number(item.figures.rooms) });
}
