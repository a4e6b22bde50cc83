/** The foot of the page: the moments of the past as a slider, the state of the data, jobs under way, what was just done. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { S, set } from "../base/state";
import { json } from "../base/api";
import { changed } from "../base/signal";
import { moment, number, say } from "../base/words";
import { jobs } from "../data/live";
import { district, live, log } from "../data/model";
import { busy, failures, retry } from "../data/resource";
import { edit, tell, undo } from "../data/editing";
import { Button, Datum, Fault } from "./parts";

export function HistoryStrip(): JSX.Element | null {
  const answer = log();
  const [at, slide] = useState<number | null>(null);
  useEffect(() => slide(null), [S.asof]);
  if (!S.asof || S.asof.startsWith("scenario:")) return null;
  if (answer.error) return <div class="bottom"><Fault problem={answer.error} /></div>;
  const sets = [...(answer.value ?? [])].reverse();
  const ids = sets.map(entry => entry.set_id);
  const chosen = Number(S.asof);
  const place = at ?? Math.max(0, ids.findLastIndex(id => id <= (Number.isFinite(chosen) && !S.asof.includes("-") ? chosen : Infinity)));
  const entry = sets[place];
  return (
    <section class="bottom" aria-label={say("page.history.open")}>
      <Button label={say("page.history.earlier")} onClick={() => set({ asof: String(ids[Math.max(place - 1, 0)] ?? S.asof) })} disabled={place <= 0} why={say("page.history.first")} />
      <input type="range" id="slider" min={0} max={Math.max(sets.length - 1, 0)} step={1} value={place} aria-label={say("page.history.slider")} aria-valuetext={entry ? `${moment(entry.at)} ${entry.reason}` : ""} onInput={event => slide(Number(event.currentTarget.value))} onChange={event => set({ asof: String(ids[Number(event.currentTarget.value)] ?? S.asof) })} />
      <Button label={say("page.history.later")} onClick={() => set({ asof: String(ids[Math.min(place + 1, ids.length - 1)] ?? S.asof) })} disabled={place >= ids.length - 1} why={say("page.history.last")} />
      <p>{entry ? <><b>{moment(entry.at)}</b> {say("page.history.set", { set: entry.set_id })} <Datum>{entry.actor}</Datum> · <Datum>{entry.reason}</Datum></> : say("page.state.loading")}</p>
      <Button main label={say("page.history.now")} onClick={() => set({ asof: "" })} id="now" />
    </section>
  );
}

export function Toast(): JSX.Element | null {
  const note = edit.note;
  useEffect(() => {
    if (!note || note.kind === "error") return undefined;
    const timer = setTimeout(() => edit.note === note && tell(null), 20_000);
    return () => clearTimeout(timer);
  }, [note]);
  return (
    <div class={note ? `toast ${note.kind}` : "toast none"} role={note?.kind === "error" ? "alert" : "status"} aria-live="polite" id="toast">
      {note && <><span>{note.text}</span>{note.problem?.body.advice && <small>{note.problem.body.advice}</small>}
        {note.set !== undefined && !S.asof && <Button label={say("page.undo.do")} icon="undo" words onClick={() => void undo(note.set)} disabled={edit.saving} id="toast-undo" />}
        <Button label={say("page.close")} icon="close" quiet onClick={() => tell(null)} /></>}
    </div>
  );
}

export function Status(): JSX.Element {
  const all = district();
  const failed = failures();
  const working = [...jobs.values()].filter(job => job.state === "queued" || job.state === "running");
  const since = live.silentSince;
  return (
    <footer class="status">
      <span id="version">{all.value ? say("page.status.version", { version: all.value.version, at: moment(all.value.at) }) : say("page.state.loading")}</span>
      {all.value?.on && <span>{say("page.status.on", { on: all.value.on })}</span>}
      <span>{all.value?.crs ? <Datum>{all.value.crs.epsg}</Datum> : ""}</span>
      {working.map(job => (
        <span key={job.job_id} class="job"><Datum>{job.title}</Datum> {job.total ? `${number(((job.done ?? 0) / job.total) * 100)}%` : ""} <button type="button" class="link" onClick={() => void json(`api/jobs/${job.job_id}`, { method: "DELETE" }).then(() => { jobs.delete(job.job_id); changed(); }, () => undefined)}>{say("page.status.stop")}</button></span>
      ))}
      <span class="gap" />
      {failed.length > 0 && <button type="button" class="link" onClick={retry}>{say("page.status.failed", { count: failed.length })}</button>}
      <span class={S.asof ? "past" : since ? "stale" : "live"} role="status">{S.asof.startsWith("scenario:") ? say("page.planning.of_scenario", { name: S.asof.slice(9) }) : S.asof ? say("page.status.past", { version: S.asof }) : since ? say("page.status.stale", { since: moment(new Date(since).toISOString()) }) : busy() ? say("page.state.loading") : say("page.status.live")}</span>
    </footer>
  );
}
