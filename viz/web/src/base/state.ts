/** What is shown, in one place, and the same in the address: every state can be linked to. */
import { changed } from "./signal";
import { speak, type Lang } from "./words";

export type By = "room_class" | "department" | "vacancy" | "person" | "none";
export const BYS: By[] = ["room_class", "department", "vacancy", "person", "none"];
export const LAYERS = ["room", "wall", "label", "device", "camera", "meter", "charger", "gate", "parking", "road"] as const;
export type LayerName = (typeof LAYERS)[number];
const SHOWN: LayerName[] = ["room", "wall", "label", "parking", "gate", "road"];

/** Where the eye is: grid metres of the middle, log2 of pixels a metre, pitch and turn in degrees. */
export interface Eye { e: number; n: number; zoom: number; pitch: number; turn: number }
export type DeskName = "" | "security" | "planning";
export const DESKS: DeskName[] = ["", "security", "planning"];
export type Panel = "" | "import" | "measure" | "layers" | "export";

export interface View {
  lang: Lang;
  view: "2d" | "3d";
  /** Building, or "" for the district. */
  b: string;
  /** Floor, or "all" for the whole building. */
  f: string;
  by: By;
  /** `table:key` of what is chosen. */
  sel: string;
  kind: string;
  sort: string;
  q: string;
  on: LayerName[];
  depts: string[];
  eye: Eye | null;
  /** Version or day that is looked back at; "" is now. */
  asof: string;
  panel: Panel;
  /** Corners of the measured line, grid metres. */
  m: [number, number][];
  /** Whose desk: "" is the facility manager's. */
  desk: DeskName;
  /** What a desk keeps of its own state, by name. */
  x: Record<string, string>;
}

const fresh = (): View => ({
  lang: navigator.language && !navigator.language.toLowerCase().startsWith("zh") ? "en" : "zh",
  view: "2d", b: "", f: "", by: "room_class", sel: "", kind: "", sort: "", q: "", on: SHOWN, depts: [], eye: null, asof: "",
  panel: "", m: [], desk: "", x: {},
});

export const S: View = fresh();
const TEXTS = ["lang", "view", "b", "f", "by", "sel", "kind", "sort", "q", "asof", "panel", "desk"] as const;
let written = "";
let later = 0;

const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every(item => other.includes(item));

/** The state as it stands in the address; what is as on opening is left out. */
export function address(): string {
  const was = fresh();
  const parts = new URLSearchParams();
  for (const name of TEXTS) if (S[name] !== was[name]) parts.set(name, S[name]);
  if (!same(S.on, SHOWN)) parts.set("on", S.on.join("."));
  if (S.depts.length) parts.set("depts", JSON.stringify(S.depts));
  if (S.eye) parts.set("at", [S.eye.e, S.eye.n, S.eye.zoom, S.eye.pitch, S.eye.turn].map(part => part.toFixed(2)).join("_"));
  if (S.m.length) parts.set("m", S.m.map(([e, n]) => `${e.toFixed(2)},${n.toFixed(2)}`).join("_"));
  for (const name of Object.keys(S.x).sort()) if (S.x[name]) parts.set(`x.${name}`, S.x[name]!);
  return parts.toString();
}

function texts(value: string | null): string[] {
  try {
    const list: unknown = JSON.parse(value ?? "[]");
    return Array.isArray(list) ? list.filter(item => typeof item === "string") : [];
  } catch {
    return [];
  }
}

/** Take the state from an address; what cannot be is as on opening. */
export function read(hash: string): void {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const next = fresh();
  for (const name of TEXTS) {
    const value = parts.get(name);
    if (value !== null) (next as unknown as Record<string, string>)[name] = value;
  }
  if (next.lang !== "zh" && next.lang !== "en") next.lang = "zh";
  if (next.view !== "3d") next.view = "2d";
  if (!BYS.includes(next.by)) next.by = "room_class";
  if (!["", "import", "measure", "layers", "export"].includes(next.panel)) next.panel = "";
  if (!DESKS.includes(next.desk)) next.desk = "";
  next.x = Object.fromEntries([...parts].filter(([name, value]) => name.startsWith("x.") && value).map(([name, value]) => [name.slice(2), value]));
  const on = parts.get("on");
  if (on !== null) next.on = on.split(".").filter((name): name is LayerName => (LAYERS as readonly string[]).includes(name));
  next.depts = texts(parts.get("depts")).slice(0, 8);
  const at = (parts.get("at") ?? "").split("_").map(Number);
  if (at.length === 5 && at.every(Number.isFinite)) next.eye = { e: at[0]!, n: at[1]!, zoom: at[2]!, pitch: at[3]!, turn: at[4]! };
  const corners = (parts.get("m") ?? "").split("_").map(pair => pair.split(",").map(Number));
  next.m = corners.filter(pair => pair.length === 2 && pair.every(Number.isFinite)).map(pair => [pair[0]!, pair[1]!]);
  Object.assign(S, next);
  speak(S.lang);
}

/** Write the address; a new place among things gets an entry in the browser's history, a moved eye does not. */
export function write(step = false): void {
  const text = address();
  if (text === written) return;
  written = text;
  const url = text ? `#${text}` : location.pathname + location.search;
  if (step) history.pushState(null, "", url);
  else history.replaceState(null, "", url);
}

/** Change the state. */
export function set(changes: Partial<View>): void {
  const step = (changes.b !== undefined && changes.b !== S.b) || (changes.f !== undefined && changes.f !== S.f && S.f !== "") || (changes.asof !== undefined && changes.asof !== S.asof) || (changes.desk !== undefined && changes.desk !== S.desk);
  Object.assign(S, changes);
  speak(S.lang);
  write(step);
  changed();
}

/** Change what a desk keeps of its own state; "" takes a part away. */
export function setX(changes: Record<string, string>, more: Partial<View> = {}): void {
  set({ ...more, x: Object.fromEntries(Object.entries({ ...S.x, ...changes }).filter(([, value]) => value)) });
}

/** Note where the eye is, and write it down when it rests. */
export function look(eye: Eye): void {
  S.eye = eye;
  clearTimeout(later);
  later = window.setTimeout(() => write(), 250);
}

/** Start from the address and follow it. */
export function follow(): void {
  read(location.hash);
  written = address();
  const heard = (): void => {
    if (location.hash.replace(/^#/, "") === written) return;
    read(location.hash);
    written = address();
    changed();
  };
  addEventListener("hashchange", heard);
  addEventListener("popstate", heard);
}
