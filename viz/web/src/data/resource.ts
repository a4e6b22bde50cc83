/** Things asked for by name: loading, ready, stale or failed. What was good stays on the screen until the new answer is there. */
import { Problem } from "../base/api";
import { changed } from "../base/signal";

export interface Resource<T> { value?: T; error?: Problem; loading: boolean; want: string; got: string }

const held = new Map<string, Resource<unknown>>();
const MOST = 400;

/**
 * Give a thing by its name; load it when what is wanted differs from what is there.
 * `want` names the content (version, moment, question): equal wants are asked once.
 */
export function use<T>(name: string, want: string, load: () => Promise<T>): Resource<T> {
  let entry = held.get(name) as Resource<T> | undefined;
  if (!entry) {
    entry = { loading: false, want: "", got: "" };
    if (held.size > MOST) held.delete(held.keys().next().value as string);
    held.set(name, entry as Resource<unknown>);
  }
  if (entry.want !== want) {
    entry.want = want;
    void start(entry, want, load);
  }
  return entry;
}

async function start<T>(entry: Resource<T>, want: string, load: () => Promise<T>): Promise<void> {
  entry.loading = true;
  delete entry.error;
  try {
    const value = await load();
    if (entry.want !== want) return;
    entry.value = value;
    entry.got = want;
  } catch (error) {
    if (entry.want !== want) return;
    entry.error = error instanceof Problem ? error : new Problem(0, { detail: String(error) });
    if (!(error instanceof Problem)) console.error(error);
  }
  entry.loading = false;
  changed();
}

/** Ask again for what failed. */
export function retry(): void {
  for (const entry of held.values()) if (entry.error) entry.want = "";
  changed();
}

/** Ask again for everything whose name begins so. */
export function refresh(prefix: string): void {
  for (const [name, entry] of held) if (name.startsWith(prefix)) entry.want = "";
  changed();
}

/** Forget everything: another person is at the desk. */
export function forget(): void {
  held.clear();
  changed();
}

/** What failed and is still wanted. */
export const failures = (): Problem[] => [...held.values()].flatMap(entry => (entry.error ? [entry.error] : []));

/** Whether anything is on its way. */
export const busy = (): boolean => [...held.values()].some(entry => entry.loading);
