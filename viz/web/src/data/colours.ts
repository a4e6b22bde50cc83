/** What colour a thing has and what the legend says of it: one source for both, so that they cannot differ. */
import { P } from "../base/palette";
import { S } from "../base/state";
import type { Building, Figures } from "../base/types";
import { number, say, valueWord } from "../base/words";
import { district, floorOf, names, shapes, uses } from "./model";
import type { Columns } from "./shapes";

export interface Entry { name: string; label: string; colour: string; hatched: boolean; count: number; area: number }
export interface Paint { colour: string[]; hatched: boolean[]; category: string[]; legend: Entry[]; departments: string[] }

const MOST_DEPARTMENTS = 8;
export const SHELL = "#dde5ec";
const RATIOS = [0.6, 0.8, 1.0001];
const SHARES = [0.0001, 0.05, 0.1, 0.2];
const PER_PERSON = [9, 12, 18, 24];

let kept: { key: unknown[]; value: Paint } | null = null;

/** The colours of a floor's rooms in the order of its names; kept until something it depends on changes. */
export function paintRooms(floorId: string, buildingId: string): Paint | null {
  const named = names(floorId, buildingId).value;
  const shape = shapes("floor", floorId, S.b && buildingId).value;
  if (!named || !shape) return null;
  const use = uses(floorId, buildingId).value ?? null;
  const key: unknown[] = [named, shape, use, S.by, S.lang, S.desk, S.depts.join("|")];
  if (kept && kept.key.every((part, place) => part === key[place])) return kept.value;
  const classes = new Array<string>(named.key.length).fill("other");
  const block = shape.blocks.room;
  if (block) for (let part = 0; part < block.length; part++) classes[block.thing[part]!] = block.codes[block.code[part]!] ?? "other";
  const used = new Map<string, number>((use?.key ?? []).map((each, row) => [String(each), row]));
  const chosen = S.by === "department" ? departments(use, named.area, named.place) : [];
  const value = assemble(named.key.map((each, row) => category(classes[row]!, use, used.get(each), chosen)), named.area, chosen);
  kept = { key, value };
  return value;
}

function assemble(categories: string[], areas: ArrayLike<number>, chosen: string[]): Paint {
  const totals = new Map<string, Entry>();
  for (const [row, name] of categories.entries()) {
    const entry = totals.get(name) ?? { name, label: labelOf(name), colour: colourOf(name, chosen), hatched: isHatched(name), count: 0, area: 0 };
    entry.count += 1;
    entry.area += areas[row] || 0;
    totals.set(name, entry);
  }
  const order = [...Object.keys(P.room_class), ...chosen.map(key => `d:${key}`), "rest", "over", "r:2", "r:1", "r:0", "unjudged", "used", "vacant", "plain"];
  const legend = [...totals.values()].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return { colour: categories.map(name => totals.get(name)!.colour), hatched: categories.map(isHatched), category: categories, legend, departments: chosen };
}

/** The eight departments with most people of the district. */
export const largest = (all: readonly { department_id: string; heads: number }[]): string[] => [...all].sort((a, b) => b.heads - a.heads || (a.department_id < b.department_id ? -1 : 1)).slice(0, MOST_DEPARTMENTS).map(item => item.department_id);

/** Departments that are coloured: those chosen, else the eight with most area on the floor. */
function departments(use: Columns | null, areas: ArrayLike<number>, place: Map<string, number>): string[] {
  if (S.depts.length) return S.depts.slice(0, MOST_DEPARTMENTS);
  if (S.desk === "planning") return largest(district().value?.departments ?? []);
  const total = new Map<string, number>();
  for (const [row, key] of (use?.department_id ?? []).entries()) {
    if (key) total.set(String(key), (total.get(String(key)) ?? 0) + (areas[place.get(String(use!.key![row])) ?? -1] || 0));
  }
  return [...total].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_DEPARTMENTS).map(([key]) => key);
}

function category(roomClass: string, use: Columns | null, row: number | undefined, chosen: string[]): string {
  if (S.by === "none" || S.desk === "security") return "plain";
  if (S.by === "room_class") return roomClass;
  if (!use || row === undefined) return "plain";
  if (use.vacant?.[row]) return "vacant";
  const department = use.department_id?.[row];
  const heads = Number(use.heads?.[row] ?? 0);
  if (S.by === "department") return department ? (chosen.includes(String(department)) ? `d:${String(department)}` : "rest") : "plain";
  if (S.by === "vacancy") return roomClass === "office" && (department || heads) ? "used" : "plain";
  if (roomClass !== "office" || !heads) return "plain";
  const ceiling = use.ceiling_m2?.[row];
  if (typeof ceiling !== "number" || !ceiling) return "unjudged";
  const over = use.over_m2?.[row];
  if (typeof over === "number" && over > 0) return "over";
  const ratio = (ceiling + Number(over ?? 0)) / ceiling;
  return `r:${Math.min(RATIOS.findIndex(limit => ratio <= limit), 2)}`;
}

function colourOf(name: string, chosen: string[]): string {
  if (name.startsWith("d:")) return P.departments[chosen.indexOf(name.slice(2))] ?? P.rest;
  if (name.startsWith("r:")) return P.steps[Number(name.slice(2))] ?? P.plain;
  if (name.startsWith("s:")) return P.steps[Number(name.slice(2))] ?? P.plain;
  const fixed: Record<string, string> = { rest: P.rest, vacant: P.vacant, plain: P.plain, used: P.room_class.office!, over: P.standing.over!, unjudged: P.standing.unjudged!, paper: P.paper };
  return fixed[name] ?? P.room_class[name] ?? P.plain;
}

const isHatched = (name: string): boolean => name === "vacant" || name === "over";

function labelOf(name: string): string {
  if (name.startsWith("d:")) {
    const key = name.slice(2);
    return district().value?.departments.find(item => item.department_id === key)?.name ?? key;
  }
  if (name.startsWith("r:")) return say(`page.legend.ratio_${name.slice(2)}`);
  if (["rest", "vacant", "plain", "used", "over", "unjudged"].includes(name)) return say(`page.legend.${name}`);
  return valueWord("room_class", name);
}

/** Which step a building or floor falls in, by its figures; null where it has none. */
function step(figures: Figures): number | null {
  if (S.desk === "security") return null;
  if (S.by === "vacancy") {
    if (!figures.offices) return null;
    const share = figures.vacant / figures.offices;
    const place = SHARES.findIndex(limit => share <= limit);
    return place < 0 ? SHARES.length : place;
  }
  if (S.by === "person") {
    if (!figures.heads) return null;
    const each = figures.m2_per_person ?? figures.area_m2 / figures.heads;
    const place = PER_PERSON.findIndex(limit => each <= limit);
    return place < 0 ? PER_PERSON.length : place;
  }
  return null;
}

export const stepColour = (figures: Figures): string => {
  const place = step(figures);
  return place === null ? SHELL : P.steps[place]!;
};

/** The legend of a district or of a stack of floors, by their figures. */
export function paintShells(items: { figures: Figures }[]): Entry[] {
  if (S.by !== "vacancy" && S.by !== "person") return [];
  const found = new Map<number | null, Entry>();
  for (const { figures } of items) {
    const place = step(figures);
    const entry = found.get(place) ?? { name: place === null ? "none" : `s:${place}`, label: shellLabel(place), colour: place === null ? SHELL : P.steps[place]!, hatched: false, count: 0, area: 0 };
    entry.count += 1;
    entry.area += figures.area_m2 || 0;
    found.set(place, entry);
  }
  return [...found].sort((a, b) => (a[0] ?? 99) - (b[0] ?? 99)).map(([, entry]) => entry);
}

function shellLabel(place: number | null): string {
  if (place === null) return say("page.legend.no_figure");
  const [limits, unit, scale] = S.by === "vacancy" ? [SHARES, "%", 100] : [PER_PERSON, " m²", 1];
  const text = (limit: number): string => number(limit * scale) + unit;
  if (S.by === "vacancy" && place === 0) return say("page.legend.no_vacancy");
  if (place === limits.length) return `> ${text(limits[place - 1]!)}`;
  return `≤ ${text(limits[place]!)}`;
}

/** Buildings on the map, with their figures. */
export const shownBuildings = (): Building[] => (district().value?.buildings ?? []).filter(item => item.located);

/** Paint of what is on the map now, for the legend and the printed sheet. */
export function legendNow(): Entry[] {
  if (S.b && S.f && S.f !== "all") return paintRooms(S.f, S.b)?.legend ?? [];
  if (S.b) return paintShells(floorOf(S.f)?.building.floors ?? district().value?.buildings.find(item => item.building_id === S.b)?.floors ?? []);
  return paintShells(shownBuildings());
}
