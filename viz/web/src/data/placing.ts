/** The import wizard's state: a file on its way in, its report, and the control points that put a building on the ground. */
import { json, Problem, url } from "../base/api";
import { changed } from "../base/signal";
import { set as go } from "../base/state";
import type { Finding, Job } from "../base/types";
import { say } from "../base/words";
import { edit } from "./editing";
import { boxOf } from "../map/plane";
import { theCanvas } from "../ui/lazy";
import { bump } from "./live";

export interface Pair { model: [number, number] | null; ground: [number, number] | null }
export interface Import { import_id: string; name: string; size: number; state: string; job_id: string; report: Report | null; buildings: { building_id: string; name: string | null; located: boolean; outline?: { type: string; coordinates: unknown } | null }[]; set_id?: number | null }
interface JobResult { report: Report; buildings: Import["buildings"]; set_id?: number | null }
export interface Report { status?: string; report?: { counts?: Record<string, number>; areas?: { drawn_m2?: number; file_m2?: number } }; counts?: Record<string, number>; findings?: Finding[]; changes?: Record<string, Record<string, number>>; georeference?: { method?: string; trusted?: boolean } }
interface Placement { place_rotation_deg: number; place_scale: number; place_residual: number | null; residuals_m: number[]; outline: { type: string; coordinates: unknown }; findings: Finding[]; set_id: number | null; version?: number }

export const wizard: { step: "drop" | "reading" | "report" | "place" | "done"; import: Import | null; job: Job | null; sent: number; problem: Problem | null; building: string; pairs: Pair[]; outline: [number, number][][]; placement: Placement | null; busy: boolean } = {
  step: "drop", import: null, job: null, sent: 0, problem: null, building: "", pairs: [], outline: [], placement: null, busy: false,
};

function fail(error: unknown): void {
  wizard.problem = error instanceof Problem ? error : new Problem(0, { detail: String(error) });
  wizard.busy = false;
  changed();
}

export function restart(): void {
  Object.assign(wizard, { step: "drop", import: null, job: null, sent: 0, problem: null, building: "", pairs: [], outline: [], placement: null, busy: false });
  changed();
}

async function watch(job: Job): Promise<Job> {
  let now = job;
  while (now.state === "queued" || now.state === "running") {
    wizard.job = now;
    changed();
    await new Promise(done => setTimeout(done, 400));
    now = (await json<Job>(`api/jobs/${now.job_id}`)).value;
  }
  wizard.job = now;
  return now;
}

/** Send a file and read its report; nothing enters the store. */
export async function send(file: File): Promise<void> {
  restart();
  wizard.step = "reading";
  changed();
  try {
    const { value } = await json<{ import_id: string; job: Job }>(url("api/imports", { name: file.name }), { method: "POST", raw: file });
    const job = await watch(value.job);
    const found = job.result as JobResult | null;
    if (job.state !== "done" || !found) {
      wizard.step = "drop";
      if (job.state !== "cancelled") wizard.problem = new Problem(job.problem?.status ?? 422, job.problem ?? { detail: say("page.import.refused") });
      changed();
      return;
    }
    wizard.import = { import_id: value.import_id, name: file.name, size: file.size, state: found.report.status === "imported" ? "ready" : "refused", job_id: job.job_id, report: found.report, buildings: found.buildings };
    wizard.outline = found.buildings.flatMap(item => (item.located ? rings(item.outline) : []));
    wizard.step = "report";
    const box = boxOf(wizard.outline.flat());
    if (box) theCanvas()?.bring(box, true);
    changed();
  } catch (error) {
    wizard.step = "drop";
    fail(error);
  }
}

export async function stop(): Promise<void> {
  if (wizard.job) await json(`api/jobs/${wizard.job.job_id}`, { method: "DELETE" }).catch(fail);
  restart();
}

/** Take the file into the store. */
export async function accept(): Promise<void> {
  if (!wizard.import) return;
  wizard.busy = true;
  wizard.problem = null;
  changed();
  try {
    const { value } = await json<{ job: Job }>(`api/imports/${wizard.import.import_id}/accept`, { method: "POST" });
    const job = await watch(value.job);
    if (job.state !== "done") throw new Problem(job.problem?.status ?? 500, job.problem ?? {});
    const found = job.result as JobResult | null;
    wizard.import = { ...wizard.import, state: "accepted", buildings: found?.buildings ?? wizard.import.buildings, set_id: found?.set_id ?? null };
    wizard.outline = [];
    const set = wizard.import.set_id;
    if (set) edit.done.push({ set, text: say("page.import.accepted", { name: wizard.import.name }) });
    edit.note = { text: say("page.import.accepted", { name: wizard.import.name }), kind: "ok", ...(set ? { set } : {}) };
    const loose = wizard.import.buildings.find(item => !item.located);
    wizard.building = loose?.building_id ?? "";
    wizard.step = loose ? "place" : "done";
    if (loose) go({ b: "", f: "", sel: "", eye: null }); // the ground it is to stand on
    wizard.busy = false;
    bump(0);
    changed();
  } catch (error) {
    fail(error);
  }
}

export async function refuse(): Promise<void> {
  if (wizard.import) await json(`api/imports/${wizard.import.import_id}`, { method: "DELETE" }).catch(() => undefined);
  restart();
}

/** Begin to place a building that is in the store without a place. */
export function place(buildingId: string): void {
  restart();
  wizard.building = buildingId;
  wizard.step = "place";
  go({ b: "", f: "", sel: "", eye: null, panel: "import" });
}

/** A corner of the model's plan was chosen. */
export function pickModel(x: number, y: number): void {
  const last = wizard.pairs.at(-1);
  if (last && !last.ground) last.model = [x, y];
  else wizard.pairs.push({ model: [x, y], ground: null });
  changed();
}

/** Its place on the ground was chosen. */
export function pickGround(e: number, n: number): void {
  const last = wizard.pairs.at(-1);
  if (!last || last.ground) return;
  last.ground = [e, n];
  changed();
  void fit(true);
}

export function dropPair(at: number): void {
  wizard.pairs.splice(at, 1);
  changed();
  void fit(true);
}

/** Fit the building to the pairs; `dry` shows where it would stand. */
export async function fit(dry: boolean): Promise<void> {
  const points = wizard.pairs.flatMap(pair => (pair.model && pair.ground ? [{ x: pair.model[0], y: pair.model[1], e: pair.ground[0], n: pair.ground[1] }] : []));
  wizard.problem = null;
  if (points.length < 2) {
    wizard.outline = [];
    wizard.placement = null;
    changed();
    return;
  }
  wizard.busy = true;
  changed();
  try {
    const { value } = await json<Placement>(`api/buildings/${encodeURIComponent(wizard.building)}/place`, { method: "POST", body: { points, dry_run: dry } });
    wizard.placement = value;
    wizard.outline = rings(value.outline);
    if (!dry) {
      if (value.set_id !== null) {
        edit.done.push({ set: value.set_id, text: say("page.import.placed") });
        edit.note = { text: say("page.import.placed"), kind: "ok", set: value.set_id };
      }
      wizard.step = "done";
      wizard.outline = [];
      wizard.pairs = [];
      bump(value.version ?? 0);
    }
    wizard.busy = false;
    changed();
  } catch (error) {
    fail(error);
  }
}

/** Rings of a GeoJSON polygon or multipolygon. */
export function rings(geometry: { type: string; coordinates: unknown } | null | undefined): [number, number][][] {
  if (!geometry) return [];
  if (geometry.type === "Polygon") return geometry.coordinates as [number, number][][];
  if (geometry.type === "MultiPolygon") return (geometry.coordinates as [number, number][][][]).flat();
  return [];
}
