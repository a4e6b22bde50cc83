/** What the security desk asks, in the state of doors, glass, plane, night and ladder that stands in the address. */
import { json, patient, url } from "../base/api";
import { S } from "../base/state";
import { stamp } from "../data/model";
import { use, type Resource } from "../data/resource";
import { aboutOf, readShapes, type Block, type Shapes } from "../data/shapes";
import { tableFromIPC } from "apache-arrow";
import type { Geometry } from "../base/types";

export interface Level { level: string; px_per_m: number; zh?: string; en?: string }
export interface Ladder { key: string; source: string; levels: Level[] }
export interface Figures { name: string; class: string; cameras: number; reference_m2: number; covered_m2: number; percent: number | null; twice_m2: number; blind_m2: number; blind: number; levels_m2: number[]; required_px_per_m: number; short_m2: number }
export interface Cell extends Figures { cell_id: string; expected_m2: number | null; worst: { camera_id: string; name: string; lost_m2: number }[]; duty: Record<string, unknown> }
export interface FloorRow extends Figures { floor_id: string }
export interface Skipped { camera_id: string; reason: string }
export interface Cells { version: number; cells: Cell[]; outdoors: Figures | null; skipped: Skipped[]; in_plan: number; findings: unknown[]; ladder: Ladder }
export interface Blind { rank: number; area_m2: number; priority: number; weight?: number; floor_id: string; room_id: string; cell_id: string; where: { zh: string; en: string }; point: [number, number]; geometry?: Geometry }
export interface Blinds { version: number; total: number; slivers: { count: number; total_m2: number }; blind: Blind[] }
export interface Single { camera_id: string; name: string; floor_id: string; lost_m2: number; weighted_m2: number }
export interface Outages { rate: number; key_rate: number; singles: Single[]; pairs: { first: string; second: string; lost_m2: number; joint_m2: number }[]; expected: { key: string; expected_m2: number; percent: number | null }[] }
export interface CameraSheet {
  camera_id: string; name: string; row: Record<string, string | number | boolean | null>; pose: Record<string, number | null>; sees_m2: number; covered_m2: number; sole_m2: number; lost_m2: number; weighted_m2: number;
  bands_m2: number[]; nudged_m: number; zones: { kind: string; zone_id: string; name: string; m2: number; sole_m2: number }[]; skipped: string | null; floor_id?: string; ladder: Ladder;
}
export interface Witness { camera_id: string; name: string; distance_m: number; px_per_m: number | null; level: string }
export interface Way { least_seen: boolean; length_m: number; seen_m: number; unseen_m: number; way: [number, number][]; stretches: [number, number, number][] }
export interface Loss { lost_m2: number; weighted_m2: number; covered_m2: number; reference_m2: number; ms: number; places: { floor_id: string; lost_m2: number; zones: { kind: string; zone_id: string; name: string; lost_m2: number; covered_m2: number; left_m2: number; reference_m2: number }[] }[] }
export interface Zone { zone_id: string; kind: string; name: string; class: string; required: number; priority: number }

/** Faces of one place with who sees each; `seen` lists face, camera, pixels per metre, `zoneOf` face and zone. */
export interface Faces { shapes: Shapes; face: Block | undefined; view: Block | undefined; blind: Block | undefined; area: number[]; zoneOf: number[]; seen: number[]; zones: Zone[]; cameras: { camera_id: string; name: string }[]; spots: { area_m2: number; priority: number; zone_id: string; point: [number, number] }[]; ladder: Level[] }

/** The floor that is looked at; "" is the grounds. */
export const placeNow = (): string => (S.b && S.f && S.f !== "all" ? S.f : "");

/** The state as the service takes it; what is as usual is left out. */
export function state(): Record<string, string> {
  const { plane, doors, glass, night, ladder } = S.x;
  return {
    ...(plane ? { target_z: plane } : {}), ...(doors ? { doors_open: "0" } : {}), ...(glass ? { blinds_closed: "1" } : {}), ...(night ? { night: "1" } : {}), ...(ladder ? { ladder } : {}),
    ...(S.asof ? { as_of: S.asof } : {}),
  };
}

/** The same for a body of JSON. */
export function stated(): Record<string, unknown> {
  const { plane, doors, glass, night, ladder } = S.x;
  return { ...(plane ? { target_z: Number(plane) } : {}), ...(doors ? { doors_open: false } : {}), ...(glass ? { blinds_closed: true } : {}), ...(night ? { night: true } : {}), ...(ladder ? { ladder } : {}) };
}

/** Cameras taken as dark. */
export function off(): string[] {
  try {
    const list: unknown = JSON.parse(S.x.off ?? "[]");
    return Array.isArray(list) ? list.filter((item): item is string => typeof item === "string") : [];
  } catch {
    return [];
  }
}

const want = (more = ""): string => `${stamp()}|${JSON.stringify(state())}|${more}`;

function ask<T>(name: string, path: string, questions: Record<string, string> = {}): Resource<T> {
  const all = { ...questions, ...state() };
  return use(`security:${name}`, want(JSON.stringify(questions)), () => patient(url(path, all), "application/json", async answer => (await answer.json()) as T));
}

export const cells = (): Resource<Cells> => ask("cells", "api/security/cells");
export const floors = (building: string): Resource<{ floors: FloorRow[] }> => ask(`floors:${building}`, "api/security/floors", { building });
export const blinds = (floor: string): Resource<Blinds> => ask(`blind:${floor}`, "api/security/blind", { floor, limit: "500", geometry: "0" });
export const outages = (floor: string): Resource<Outages> => ask(`outages:${floor}`, "api/security/outages", { floor });
export const sheet = (key: string): Resource<CameraSheet> => ask(`camera:${key}`, `api/security/cameras/${encodeURIComponent(key)}`);
export const witnesses = (at: [number, number], floor: string): Resource<{ cameras: Witness[]; ladder: Ladder }> => ask("seen", "api/security/seen", { x: String(at[0]), y: String(at[1]), floor });

export function exposure(way: [number, number][], floor: string, least: boolean): Resource<{ ways: Way[] }> {
  const asked = { floor, way, least };
  return use("security:exposure", want(JSON.stringify(asked)), async () => (await json<{ ways: Way[] }>("api/security/exposure", { method: "POST", body: { ...asked, state: stated(), as_of: S.asof } })).value);
}

/** What the cameras that are off cost, everywhere; none are off: nothing is asked. */
export function loss(keys: string[]): Resource<Loss> {
  return use("security:loss", want(keys.join("|")), async () => (await json<Loss>("api/security/outage", { method: "POST", body: { cameras: keys, state: stated(), as_of: S.asof } })).value);
}

export function faces(floor: string): Resource<Faces> {
  return use(`security:faces:${floor}`, want(), () => patient(url("api/security/faces", { floor, ...state() }), "application/vnd.apache.arrow.stream", async answer => read(new Uint8Array(await answer.arrayBuffer()))));
}

function read(body: Uint8Array): Faces {
  const shapes = readShapes(body);
  const about = aboutOf(tableFromIPC(body)) as unknown as { area: number[]; zone_of: number[]; seen: number[]; zones: Zone[]; cameras: Faces["cameras"]; blind: Faces["spots"]; ladder: Level[] };
  const { face, view, blind } = shapes.blocks;
  return { shapes, face, view, blind, area: about.area, zoneOf: about.zone_of, seen: about.seen, zones: about.zones, cameras: about.cameras, spots: about.blind, ladder: about.ladder };
}
