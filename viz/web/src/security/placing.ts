/** Proposed cameras: asked for as a job, shown on the map, taken into the model one by one. */
import { json, Problem } from "../base/api";
import { changed } from "../base/signal";
import { S } from "../base/state";
import { say } from "../base/words";
import { changes } from "../data/editing";
import { marks } from "../data/model";
import type { Geometry, Job, Row } from "../base/types";
import { placeNow, stated } from "./model";

export interface Proposed { camera_id: string; kind: { zh: string; en: string }; where: string; floor_id: string | null; x: number; y: number; heading_deg: number | null; range_m: number; yuan: number; gain_m2: number }
export interface Placement { cameras: Proposed[]; rows: { values: Row; geometry: Geometry }[]; places: { floor_id: string; name: string; asked_m2: number; before_m2: number; after_m2: number }[]; choice: { kind: string; value: number; bound: number; gap: number; proven: boolean }; yuan: number }

export const placing: { job: Job | null; floor: string; found: Placement | null; problem: Problem | null; chosen: string } = { job: null, floor: "", found: null, problem: null, chosen: "" };

/** Ask where so many further cameras should hang. */
export async function propose(count: number): Promise<void> {
  Object.assign(placing, { found: null, problem: null, chosen: "", floor: placeNow() });
  try {
    const cells = S.sel.startsWith("cell:") && !placeNow() ? [S.sel.slice(5)] : [];
    let job = (await json<{ job: Job }>("api/security/place", { method: "POST", body: { floor: placeNow(), cells, count, state: stated(), as_of: S.asof } })).value.job;
    while (job.state === "queued" || job.state === "running") {
      placing.job = job;
      changed();
      await new Promise(done => setTimeout(done, 400));
      job = (await json<Job>(`api/jobs/${job.job_id}`)).value;
    }
    if (job.state === "done") placing.found = job.result as Placement;
    else if (job.state === "failed") placing.problem = new Problem(job.problem?.status ?? 500, job.problem ?? {});
  } catch (error) {
    placing.problem = error instanceof Problem ? error : new Problem(0, { detail: String(error) });
  }
  placing.job = null;
  changed();
}

/** End the search with the best so far. */
export const finish = (): void => void (placing.job && json(`api/jobs/${placing.job.job_id}/finish`, { method: "POST" }).catch(() => undefined));

/** Whether a proposal hangs by now. */
export const taken = (key: string): boolean => marks("camera", placing.floor, S.b).value?.key.includes(key) ?? false;

/** Take one proposal into the model; one step undoes it. */
export async function accept(at: number): Promise<void> {
  const row = placing.found?.rows[at];
  if (!row) return;
  const key = String(row.values.camera_id);
  const { camera_id: _, ...values } = row.values;
  await changes(say("page.security.place_reason", { key }), [{ op: "put", table: "camera", key, new: true, values, geometry: row.geometry }]);
}
