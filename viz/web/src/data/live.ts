/** Hears what changes: a change of the data asks anew, silence is told with its time. */
import { S } from "../base/state";
import { changed } from "../base/signal";
import { live } from "./model";
import type { Job } from "../base/types";

export const jobs = new Map<string, Job>();
let source: EventSource | null = null;
let watch = 0;
/** A line that is cut comes back by itself; only when it does not is it worth a word. */
const PATIENCE_MS = 8_000;
/** The service speaks at least every fifteen seconds; a line that says nothing for longer is dead, whatever the browser thinks of it. */
const SILENCE_MS = 40_000;

function heard(): void {
  clearTimeout(watch);
  watch = window.setTimeout(dead, SILENCE_MS);
  if (live.silentSince) {
    live.silentSince = 0;
    changed();
  }
}

function silent(): void {
  if (!live.silentSince) {
    live.silentSince = Date.now();
    changed();
  }
}

/** Nothing was heard for too long: say so, and try anew. */
function dead(): void {
  silent();
  listen();
}

/** Listen from now on; where the service cannot be heard the page says so. */
export function listen(): void {
  source?.close();
  source = new EventSource("api/events");
  source.addEventListener("open", heard);
  source.addEventListener("error", () => {
    clearTimeout(watch);
    watch = window.setTimeout(silent, PATIENCE_MS);
  });
  source.addEventListener("hello", event => {
    heard();
    const { version } = JSON.parse((event as MessageEvent<string>).data) as { version: number };
    if (live.version && version !== live.version) bump(version);
  });
  source.addEventListener("change", event => {
    heard();
    const { version, actor } = JSON.parse((event as MessageEvent<string>).data) as { version: number; actor?: string };
    live.changedBy = actor ?? "";
    if (version > live.version) bump(version);
  });
  source.addEventListener("ping", event => {
    heard();
    const { version } = JSON.parse((event as MessageEvent<string>).data) as { version: number };
    if (live.version && version > live.version) bump(version);
  });
  source.addEventListener("job", event => {
    heard();
    const message = JSON.parse((event as MessageEvent<string>).data) as { job?: Job } & Job;
    const job = message.job ?? message;
    if (job.job_id) jobs.set(job.job_id, job);
    changed();
  });
}

/** Take a newer version: everything now on the screen is asked anew, and stays until the answer is there. */
export function bump(version: number): void {
  live.version = Math.max(version, live.version);
  live.tick += 1;
  if (!S.asof) changed();
}

export function hush(): void {
  source?.close();
  source = null;
  clearTimeout(watch);
}
