/** Colours of what is seen: by what is required, by level, by how many see it; the map and the legend take them from here. */
import { S } from "../base/state";
import { either, number, say } from "../base/words";
import type { Faces, Level } from "./model";
import { levelOf, type Sums } from "./sums";

export type Overlay = "standing" | "level" | "times";
export const OVERLAYS: Overlay[] = ["standing", "level", "times"];
export const overlay = (): Overlay => (OVERLAYS.includes(S.x.show as Overlay) ? (S.x.show as Overlay) : "standing");

/** Low to high, viridis lightened until dark ink reads on it; the first is below every level. */
const LADDER = ["#f7f0b8", "#dcebac", "#bfe0a6", "#9dd5ac", "#83c5bd", "#7bb0c9", "#8a9bca", "#a08bc6"];
const TIMES = ["#c8e3a5", "#8fd0ae", "#6fb0c4", "#8a94c8"];
export const BLIND = "#fbe9e7";
export const FREE = "#f1f3f4";
export const LOST = "#f0a9a2";
const MET = "#b9dfc0";
const SHORT = "#f3e2a9";
export const HATCH = "#b3564d";

export interface Category { name: string; label: string; colour: string; hatched: boolean; area: number }

/** Category of a face: its place in `categories`. */
export function category(faces: Faces, sums: Sums, face: number, required: Float32Array): string {
  if (!sums.k[face]) return sums.before[face] ? "lost" : overlay() === "standing" && !required[face] ? "free" : "blind";
  if (overlay() === "times") return `t:${Math.min(sums.k[face]!, 4)}`;
  if (overlay() === "level") return `l:${levelOf(faces, sums.best[face]!)}`;
  return sums.best[face]! + 1e-4 < required[face]! ? "short" : "met";
}

/** The density each face should have: the highest that a zone of it requires. */
export function requirements(faces: Faces): Float32Array {
  const found = new Float32Array(faces.area.length);
  for (let at = 0; at < faces.zoneOf.length; at += 2) found[faces.zoneOf[at]!] = Math.max(found[faces.zoneOf[at]!]!, faces.zones[faces.zoneOf[at + 1]!]!.required);
  return found;
}

export function colourOf(name: string): string {
  if (name === "lost") return LOST;
  if (name === "blind") return BLIND;
  if (name === "free") return FREE;
  if (name === "met") return MET;
  if (name === "short") return SHORT;
  const place = Number(name.slice(2));
  return name.startsWith("t:") ? TIMES[place - 1]! : LADDER[place + 1]!;
}

export const levelName = (level: Level): string => either(level) || say(`security.level.${level.level}`);

function labelOf(name: string, ladder: Level[]): string {
  if (["lost", "blind", "met", "short", "free"].includes(name)) return say(`page.security.face.${name}`);
  const place = Number(name.slice(2));
  if (name.startsWith("t:")) return say(place === 4 ? "page.security.times_more" : "page.security.times", { count: place });
  const level = ladder[place];
  return level ? `${levelName(level)} ≥ ${number(level.px_per_m, level.px_per_m % 1 ? 1 : 0)} px/m` : say("page.security.below_all");
}

/** The legend: what there is, with its area, worst first. */
export function legend(faces: Faces, sums: Sums): Category[] {
  const required = requirements(faces);
  const total = new Map<string, number>();
  for (let face = 0; face < faces.area.length; face++) {
    const name = category(faces, sums, face, required);
    total.set(name, (total.get(name) ?? 0) + faces.area[face]!);
  }
  const order = ["lost", "blind", "short", "l:-1", "l:0", "l:1", "l:2", "l:3", "l:4", "l:5", "l:6", "met", "free", "t:1", "t:2", "t:3", "t:4"];
  return [...total].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0])).map(([name, area]) => ({ name, label: labelOf(name, faces.ladder), colour: colourOf(name), hatched: name === "lost" || name === "blind" || name === "free", area }));
}
