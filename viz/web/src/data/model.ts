/** The model as the page holds it: who asks, the district, a floor's shapes, names and uses. */
import { bytes, json, url } from "../base/api";
import { changed } from "../base/signal";
import { S } from "../base/state";
import type { Building, Card, District, Figures, Floor, HistoryLine, LogEntry, Me, Row, Schema, Search } from "../base/types";
import { use, type Resource } from "./resource";
import { readColumns, readMarks, readNames, readShapes, type Columns, type Marks, type Names, type Shapes } from "./shapes";

/** The newest version heard of, and since when the service has been silent (0 = it speaks). */
export const live = { version: 0, silentSince: 0, tick: 0, changedBy: "" };

/** What an answer depends on: the moment looked at. */
export const stamp = (): string => (S.asof ? `@${S.asof}` : `v${live.version}.${live.tick}`);
const past = (): Record<string, string> => (S.asof ? { as_of: S.asof } : {});

let signing = 0;
export const me = (): Resource<Me> => use("me", String(signing), async () => (await json<Me>("api/me")).value);
export function signedAnew(): void {
  signing += 1;
  changed();
}
export const may = (permission: string): boolean => (me().value?.permissions ?? []).includes(permission);
export const mayEdit = (table: string): boolean => !S.asof && may("model.edit") && me().value?.tables?.[table]?.edit !== false;

export function district(): Resource<District> {
  return use("district", S.asof ? `@${S.asof}` : `live${live.tick}`, async () => {
    const { value } = await json<District>(url("api/district", past()));
    if (!S.asof && value.version !== live.version) live.version = value.version;
    return { ...value, buildings: await Promise.all(value.buildings.map(completed)) };
  });
}

const NO_FIGURES: Figures = { rooms: 0, area_m2: 0, offices: 0, vacant: 0, heads: 0 };

/** A building without a place is told by name only; its floors are asked for apart. */
async function completed(item: Building): Promise<Building> {
  if (item.located) return item;
  const own = await json<District>(url("api/district", { unplaced: item.building_id, ...past() })).catch(() => null);
  const found = own?.value.buildings.find(each => each.building_id === item.building_id);
  return { ...item, figures: found?.figures ?? item.figures ?? NO_FIGURES, floors: found?.floors ?? item.floors ?? [], bounds: null };
}

export const schema = (): Resource<Schema> => use("schema", "1", async () => (await json<Schema>("api/schema")).value);

export const building = (key: string): Building | undefined => district().value?.buildings.find(item => item.building_id === key);
export function floorOf(key: string): { building: Building; floor: Floor } | undefined {
  for (const item of district().value?.buildings ?? []) {
    const floor = item.floors.find(each => each.floor_id === key);
    if (floor) return { building: item, floor };
  }
  return undefined;
}
export const floorsOf = (key: string): Floor[] => [...(building(key)?.floors ?? [])].sort((a, b) => a.number - b.number || a.elevation - b.elevation);
export const floorLabel = (floor: Floor): string => (floor.number < 0 ? `B${-floor.number}` : `${floor.number}F`);
export const located = (): boolean => !S.b || building(S.b)?.located !== false;

/** Reads of a building that has no place yet name it. */
const unplaced = (buildingId: string): Record<string, string> => (buildingId && building(buildingId)?.located === false ? { unplaced: buildingId } : {});

const ready = (): boolean => district().value !== undefined;

export function shapes(layer: string, floor = "", buildingId = ""): Resource<Shapes> {
  const name = `geo:${layer}:${floor}:${buildingId}`;
  if (!ready()) return { loading: true, want: "", got: "" };
  return use(name, stamp(), async () => readShapes(await bytes(url(`api/geometry/${layer}`, { floor, ...(layer === "storeys" ? { building: buildingId } : {}), ...unplaced(buildingId), ...past() }))));
}

export function names(floor: string, buildingId: string): Resource<Names> {
  if (!ready()) return { loading: true, want: "", got: "" };
  return use(`names:${floor}`, stamp(), async () => readNames(await bytes(url("api/geometry/names", { floor, ...unplaced(buildingId), ...past() }))));
}

export function marks(table: string, floor: string, buildingId: string): Resource<Marks> {
  if (!ready()) return { loading: true, want: "", got: "" };
  return use(`marks:${table}:${floor}`, stamp(), async () => readMarks(await bytes(url(`api/geometry/${table}`, { floor, ...unplaced(buildingId), ...past() }))));
}

const USES = "room_class,department_id,department,heads,vacant,m2_per_person,ceiling_m2,over_m2";

/** Who sits in each room of a floor, by key: asked apart from the shapes, and again when only this changes. */
export function uses(floor: string, buildingId: string): Resource<Columns> {
  if (!ready()) return { loading: true, want: "", got: "" };
  return use(`uses:${floor}`, stamp(), async () => readColumns(await bytes(url("api/columns/room", { floor, names: USES, ...unplaced(buildingId), ...past() }))));
}

export function card(ref: string): Resource<Card> {
  const [table, key] = split(ref);
  return use(`card:${ref}`, stamp(), async () => {
    return (await json<Card>(url(`api/cards/${table}/${encodeURIComponent(key)}`, { ...unplaced(S.b), ...past() }))).value;
  });
}

export function history(ref: string): Resource<HistoryLine[]> {
  const [table, key] = split(ref);
  return use(`history:${ref}`, stamp(), async () => (await json<{ lines: HistoryLine[] }>(`api/tables/${table}/${encodeURIComponent(key)}/history`)).value.lines);
}

export const log = (): Resource<LogEntry[]> => use("log", `v${live.version}.${live.tick}`, async () => (await json<{ entries: LogEntry[] }>("api/log?limit=200")).value.entries);

export interface Rows { total: number; rows: Row[]; next: string | null }
export function rows(table: string, questions: Record<string, string>): Resource<Rows> {
  const text = JSON.stringify(questions);
  return use(`rows:${table}`, `${stamp()}${text}`, async () => (await json<Rows>(url(`api/tables/${table}`, { ...questions, ...past() }))).value);
}

export function search(text: string): Resource<Search> {
  return use("search", `${stamp()}|${S.lang}|${text}`, async () => (await json<Search>(url("api/search", { q: text, limit: 100, ...past() }))).value);
}

export function split(ref: string): [string, string] {
  const at = ref.indexOf(":");
  return [ref.slice(0, at), ref.slice(at + 1)];
}

/** Key column of a table. */
export const keyOf = (table: string): string => `${table}_id`;

/** A name for a row of any table. */
export function label(table: string, row: Row): string {
  const text = (name: string): string => (typeof row[name] === "string" || typeof row[name] === "number" ? String(row[name]) : "");
  if (table === "room") return [text("number"), text("name")].filter(Boolean).join(" ") || text("room_id");
  return text("name") || text("plate_code") || text("rank") || text("number") || text(keyOf(table));
}

export interface Stacked { floor_id: string; name: string; building: string; rooms: number; office_m2: number; vacant_rooms: number; vacant_m2: number; blocks: { department_id: string; department: string | null; heads: number; rooms: number; m2: number }[] }

/** Who holds how much of each floor's offices, building by building, from the lowest floor up. */
export function stack(): Resource<Stacked[]> {
  interface House { name: string | null; building_id: string; floors: (Omit<Stacked, "building"> & { number: number })[] }
  return use("stack", stamp(), async () => {
    const { value } = await json<{ buildings: House[] }>(url("api/planning/stack", past()));
    return value.buildings.flatMap(house => house.floors.map(floor => ({ ...floor, name: floor.name || `${floor.number}F`, building: house.name || house.building_id })));
  });
}
