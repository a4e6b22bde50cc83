/** The way to the service: one place that asks, names what went wrong, and hears what changed. */
import { lang, say } from "./words";
import type { ProblemBody } from "./types";

/** What the service refused or could not do, in words for the reader. */
export class Problem extends Error {
  readonly status: number;
  readonly body: ProblemBody;
  readonly retryAfter: number;
  constructor(status: number, body: ProblemBody, retryAfter = 0) {
    super(body.detail || body.title || say("page.error.status", { status }));
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }
}

export interface Answer<T> { value: T; etag: string }
export interface Ask { method?: string; body?: unknown; match?: string; once?: string; raw?: BodyInit; signal?: AbortSignal }

async function refused(answer: Response): Promise<Problem> {
  let body: ProblemBody = {};
  try {
    body = (await answer.json()) as ProblemBody;
  } catch {
    body = { title: say("page.error.status", { status: answer.status }), id: answer.headers.get("X-Request-Id") ?? "" };
  }
  return new Problem(answer.status, body, Number(answer.headers.get("Retry-After")) || 0);
}

async function send(path: string, ask: Ask, accept: string): Promise<Response> {
  const headers: Record<string, string> = { Accept: accept, "Accept-Language": lang() };
  const method = ask.method ?? "GET";
  let body: BodyInit | undefined = ask.raw;
  if (method !== "GET") headers["X-Twin"] = "1";
  if (ask.match) headers["If-Match"] = ask.match;
  if (ask.once) headers["Idempotency-Key"] = ask.once;
  if (ask.body !== undefined) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(ask.body);
  } else if (ask.raw !== undefined) headers["Content-Type"] = "application/octet-stream";
  let answer: Response;
  try {
    answer = await fetch(path, { method, headers, ...(body === undefined ? {} : { body }), credentials: "same-origin", ...(ask.signal ? { signal: ask.signal } : {}) });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, { title: say("page.error.offline"), detail: say("page.error.offline"), advice: say("page.error.offline_advice") });
  }
  if (!answer.ok) throw await refused(answer);
  return answer;
}

/** Ask for JSON. */
export async function json<T>(path: string, ask: Ask = {}): Promise<Answer<T>> {
  const answer = await send(path, ask, "application/json");
  const value = answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);
  return { value, etag: answer.headers.get("ETag") ?? "" };
}

/** Ask until it is there: what takes longer is a job first, and is asked for again when that has ended. */
export async function patient<T>(path: string, accept: string, read: (answer: Response) => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await send(path, {}, accept);
    if (answer.status !== 202) return read(answer);
    await ended(((await answer.json()) as { job: { job_id: string } }).job.job_id);
  }
}

async function ended(id: string): Promise<void> {
  for (let state = "queued"; state === "queued" || state === "running"; ) {
    await new Promise(done => setTimeout(done, 300));
    state = (await json<{ state: string }>(`api/jobs/${id}`)).value.state;
  }
}

/** Ask for an Arrow stream. */
export async function bytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await send(path, {}, "application/vnd.apache.arrow.stream")).arrayBuffer());
}

/** A path with its questions; what is empty is left out. */
export function url(path: string, questions: Record<string, string | number | undefined | null> = {}): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(questions)) if (value !== undefined && value !== null && value !== "") parts.set(name, String(value));
  const text = parts.toString();
  return text ? `${path}?${text}` : path;
}

/** A key for a request that must not happen twice. */
export const once = (): string => (crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`);
