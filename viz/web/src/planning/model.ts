/** What the planning desk asks: the stack, plans as jobs that tell their value and bound, comparisons, phases, moves in a scenario. */
import { json, once, Problem, url } from "../base/api";
import { changed } from "../base/signal";
import { S, set } from "../base/state";
import { say } from "../base/words";
import { bump } from "../data/live";
import { stamp } from "../data/model";
import { refresh, use, type Resource } from "../data/resource";
import { tell } from "../data/editing";
import type { Finding, Job } from "../base/types";

export interface Block { department_id: string; department: string; heads: number; rooms: number; m2: number; ceiling_m2: number | null; over_m2: number | null }
export interface StackFloor { floor_id: string; name: string | null; number: number; rooms: number; office_m2: number; vacant_rooms: number; vacant_m2: number; blocks: Block[] }
export interface StackBuilding { building_id: string; name: string | null; office_m2: number; floors: StackFloor[] }
export interface Holding { department_id: string; department: string; level: string | null; heads: number; m2: number; ceiling_m2: number | null; over_m2: number | null; floors: string[] }
export interface Stack { version: number; on: string; buildings: StackBuilding[]; departments: Holding[] }
export interface Scenario { name: string; note: string; base: number; created_by?: string; edits?: number; merged: number | null }
export interface Place { key: string; name: string; usable_m2: number; office_m2: number; cost: number }
export interface PlanDepartment { department_id: string; name: string; staff: number; leaders: number; floors_before: number; buildings_before: number; buildings_after: number; office_m2: number; granted_m2: number; moved_building: number; moved_floor: number; floors: { floor_id: string; name: string; heads: number; office_m2: number }[] }
export interface Proposal {
  asked: Record<string, unknown>; value: Record<string, number>; bound: number | null; gap: number | null; left_out: string[]; today: { running: number; spread: number; total: number; floors: number; buildings: number };
  released: { buildings: number; floors: number; usable_m2: number; office_m2: number; running_cost: number }; buildings_given_up: Place[]; floors_given_up: Place[]; departments: PlanDepartment[]; stopped: string;
}
export interface Figures { stage: string; value: number | null; bound: number | null; gap: number | null; iterations: number; cpu_s: number }
export type PlanJob = Job & { figures?: Figures; made_at?: string };
export interface Told { zh: string[]; en: string[] }
export interface Done { result: Proposal; lines: Told; run: { version: number } }
export interface CurvePoint { horizon_years: number; operating: number; moved_building: number; moved_floor: number; total: number; gap: number | null; released_m2: number }
export interface Curve { today: { total: number }; points: CurvePoint[]; lines: Told }
export interface Wave { number: number; first_day: string; last_day: string; heads: number; groups: { department: string; department_id: string; start: string; end: string; heads: number; temporary: boolean }[] }
export interface Moved { heads: number; unplaced: number; begun: { room_id: string; number: string | null; heads: number }[]; findings: Finding[]; undo: number }

/** Moves made here, so that what hangs on a scenario is asked anew. */
const live = { moves: 0 };
const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
/** The scenario that is worked on; "" is the model as it is. */
export const scenarioNow = (): string => (S.asof.startsWith("scenario:") ? S.asof.slice(9) : "");

export function stack(job = S.x.job ?? ""): Resource<Stack> {
  const asked = job ? { job } : scenarioNow() ? { as_of: S.asof, on: tomorrow() } : S.asof ? { as_of: S.asof } : {};
  return use("planning:stack", `${stamp()}|${live.moves}|${JSON.stringify(asked)}`, async () => (await json<Stack>(url("api/planning/stack", asked))).value);
}




export const scenarios = (): Resource<Scenario[]> => use("planning:scenarios", `${stamp()}|${live.moves}`, async () => (await json<{ scenarios: Scenario[] }>("api/scenarios")).value.scenarios.filter(one => one.merged === null));
export const plans = (): Resource<PlanJob[]> => use("planning:plans", `${running.done}`, async () => (await json<{ jobs: PlanJob[] }>("api/jobs")).value.jobs.filter(job => job.kind === "plan" && job.state === "done"));
export const plan = (id: string): Resource<Done> => use(`planning:plan:${id}`, id, async () => (await json<Job>(`api/jobs/${id}`)).value.result as Done);
export const phases = (id: string, start: string): Resource<{ waves: Wave[]; lines: Told }> => use("planning:phases", `${id}|${start}`, async () => (await json<{ waves: Wave[]; lines: Told }>(url("api/planning/phases", { job: id, start }))).value);
export interface Difference { figures: { name: string; zh: string; en: string; one: number | null; two: number | null }[]; rooms: { room_id: string; floor_id: string; number: string | null; one: { department_id: string | null; heads: number }; two: { department_id: string | null; heads: number } }[] }
export const difference = (name: string): Resource<Difference> => use("planning:difference", `${stamp()}|${live.moves}|${name}`, async () => (await json<Difference>(url("api/planning/difference", { two: `scenario:${name}`, on: tomorrow() }))).value);
export interface Compared { names: string[]; figures: [string, number, number][]; departments: unknown[]; rooms: unknown[]; lines: Told }
export const compared = (one: string, two: string): Resource<Compared> => use("planning:compared", `${one}|${two}`, async () => (await json<Compared>("api/planning/compare", { method: "POST", body: { one, two, names: ["A", "B"] } })).value);

/** The long work under way, and the course it has taken so far. */
export const running: { job: PlanJob | null; course: Figures[]; problem: Problem | null; done: number; curve: Curve | null; why: Record<string, { lines: Told }> ; source: EventSource | null } = { job: null, course: [], problem: null, done: 0, curve: null, why: {}, source: null };

/** What the sliders say. */
export function wishes(): Record<string, unknown> {
  const { h, seat, spare, heads } = S.x;
  return { ...(h ? { horizon_years: Number(h) } : {}), ...(seat ? { seat_m2: Number(seat) } : {}), ...(spare ? { reserve: Number(spare) / 100 } : {}), ...(heads ? { heads } : {}), as_of: scenarioNow() ? S.asof : "" };
}

/** Begin a plan, a curve or an explanation, and follow it. */
export async function begin(kind: "plans" | "curve" | "explain", more: Record<string, unknown> = {}): Promise<void> {
  Object.assign(running, { problem: null, course: [] });
  try {
    const { value } = await json<{ job: PlanJob }>(`api/planning/${kind}`, { method: "POST", body: { ...wishes(), ...more } });
    follow(value.job, kind, String(more.department ?? ""));
  } catch (error) {
    running.problem = error instanceof Problem ? error : new Problem(0, { detail: String(error) });
    changed();
  }
}

function follow(job: PlanJob, kind: string, department: string): void {
  running.source?.close();
  running.job = job;
  const source = new EventSource(`api/jobs/${job.job_id}/events`);
  running.source = source;
  source.addEventListener("job", event => {
    const now = JSON.parse((event as MessageEvent<string>).data) as PlanJob;
    running.job = now;
    if (now.figures?.stage) running.course.push(now.figures);
    if (!["queued", "running"].includes(now.state)) {
      source.close();
      void ended(now, kind, department);
    }
    changed();
  });
  changed();
}

async function ended(job: PlanJob, kind: string, department: string): Promise<void> {
  running.job = null;
  if (job.state === "failed") running.problem = new Problem(job.problem?.status ?? 500, job.problem ?? {});
  else if (job.state === "done") {
    if (kind === "plans") {
      running.done += 1;
      set({ x: { ...S.x, job: job.job_id, tab: "plans" } });
    } else {
      const result = (await json<Job>(`api/jobs/${job.job_id}`)).value.result;
      if (kind === "curve") running.curve = result as Curve;
      else running.why[department] = result as { lines: Told };
    }
  }
  changed();
}

/** End it with the best so far. */
export const finish = (): void => void (running.job && json(`api/jobs/${running.job.job_id}/finish`, { method: "POST" }).catch(() => undefined));

/** Move a department's people from one floor to another in the scenario that is open; on the model as it is, a scenario begins. */
export async function move(department: string, from: string, to: string, dry: boolean): Promise<Moved | null> {
  let begun = "";
  try {
    let name = scenarioNow();
    if (!name) {
      if (dry) return null;
      name = say("page.planning.draft", { when: new Date().toISOString().slice(5, 16).replace("T", " ").replace(":", ".") });
      await json("api/scenarios", { method: "POST", body: { name, note: "" }, once: once() });
      begun = name;
    }
    const { value } = await json<Moved>(`api/scenarios/${encodeURIComponent(name)}/moves`, { method: "POST", body: { department, from_floor: from, to_floor: to, dry_run: dry } });
    if (!dry) {
      edits.undo = value.undo;
      if (begun) set({ asof: `scenario:${begun}`, x: { ...S.x, job: "" } });
      anew();
    }
    return value;
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem(0, { detail: String(error) });
    const said = (problem.body.findings ?? []).map(item => item.message).join("; ");
    if (begun) await json(`api/scenarios/${encodeURIComponent(begun)}`, { method: "DELETE" }).catch(() => undefined);
    if (!dry) tell(said ? { text: `${problem.message} — ${said}`, kind: "error" } : { text: problem.message, kind: "error", problem });
    return dry ? { heads: 0, unplaced: 0, begun: [], findings: problem.body.findings ?? [{ severity: "error", code: "", message: problem.message, where: "", remedy: problem.body.advice ?? "" }], undo: 0 } : null;
  }
}

/** How many moves of the scenario can be taken back. */
export const edits = { undo: 0 };

export async function takeBack(): Promise<void> {
  try {
    edits.undo = (await json<{ undo: number }>(`api/scenarios/${encodeURIComponent(scenarioNow())}/moves/last`, { method: "DELETE" })).value.undo;
    tell({ text: say("page.planning.taken_back"), kind: "ok" });
    anew();
  } catch (error) {
    if (error instanceof Problem) tell({ text: error.message, kind: "error", problem: error });
  }
}

function anew(): void {
  live.moves += 1;
  refresh("uses:");
  bump(0);
  changed();
}

/** Keep a plan as a scenario, and open it. */
export async function save(job: string, name: string): Promise<void> {
  try {
    await json("api/planning/save", { method: "POST", body: { job, name, note: "" }, once: once() });
    tell({ text: say("page.planning.saved", { name }), kind: "ok" });
    live.moves += 1;
    set({ asof: `scenario:${name}`, x: { ...S.x, job: "", tab: "scenarios" } });
  } catch (error) {
    if (error instanceof Problem) tell({ text: error.message, kind: "error", problem: error });
  }
}
