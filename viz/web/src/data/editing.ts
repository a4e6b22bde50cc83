/** Edits under way and done: a thing that is being moved, what was saved, and the way back. */
import { json, once, Problem, url } from "../base/api";
import { changed } from "../base/signal";
import { S } from "../base/state";
import type { Card, Finding, Geometry, Row } from "../base/types";
import { say } from "../base/words";
import { refresh } from "./resource";
import { bump } from "./live";

export interface Moving { ref: string; card: Card; e: number; n: number; from: [number, number] | null; room: string | null; roomLabel: string; findings: Finding[]; asking: boolean }
export interface Note { text: string; kind: "ok" | "error" | "info"; set?: number; problem?: Problem }

export const edit: { moving: Moving | null; saving: boolean; done: { set: number; text: string }[]; note: Note | null; problem: Problem | null } = { moving: null, saving: false, done: [], note: null, problem: null };

interface Saved { set_id: number | null; version: number; findings?: Finding[] }

export function tell(note: Note | null): void {
  edit.note = note;
  changed();
}

async function saved(text: string, ask: () => Promise<Saved>): Promise<boolean> {
  edit.saving = true;
  edit.problem = null;
  changed();
  try {
    const answer = await ask();
    if (answer.set_id !== null) edit.done.push({ set: answer.set_id, text });
    edit.note = answer.set_id === null ? { text: say("page.edit.unchanged"), kind: "info" } : { text: say("page.edit.saved", { what: text, set: answer.set_id }), kind: "ok", set: answer.set_id };
    bump(answer.version);
    return true;
  } catch (error) {
    edit.problem = error instanceof Problem ? error : new Problem(0, { detail: String(error) });
    edit.note = { text: edit.problem.message, kind: "error", problem: edit.problem };
    if (edit.problem.status === 412 || edit.problem.status === 409) refresh("card:");
    return false;
  } finally {
    edit.saving = false;
    changed();
  }
}

/** Change columns of one row, on the condition that it is still as it was read. */
export function change(card: Card, values: Row, text: string, geometry?: Geometry): Promise<boolean> {
  const body = { values, reason: text, ...(geometry ? { geometry } : {}) };
  return saved(text, async () => (await json<Saved>(`api/tables/${card.table}/${encodeURIComponent(card.key)}`, { method: "PATCH", body, match: card.etag ?? "*", once: once() })).value);
}

export interface Edit { op: "put" | "remove"; table: string; key?: string; new?: boolean; values?: Row; geometry?: Geometry; if_match?: string }

/** Several changes as one, so that one step undoes them. */
export function changes(reason: string, edits: Edit[]): Promise<boolean> {
  return saved(reason, async () => (await json<Saved>("api/changes", { method: "POST", body: { reason, edits }, once: once() })).value);
}

/** Take a department's people to another floor, in one step. */
export function relocate(body: Record<string, unknown>, text: string): Promise<boolean> {
  return saved(text, async () => (await json<Saved>("api/moves", { method: "POST", body })).value);
}

/** What the checks say of changes that are not made. */
export async function rehearse(reason: string, edits: Edit[]): Promise<Finding[]> {
  const { value } = await json<Saved>(url("api/changes", { dry_run: 1 }), { method: "POST", body: { reason, edits } });
  return value.findings ?? [];
}

/** Take back the newest change of this desk. */
export async function undo(set?: number): Promise<void> {
  const last = set ?? edit.done.at(-1)?.set;
  if (last === undefined || S.asof) return;
  const what = edit.done.find(item => item.set === last)?.text ?? "";
  edit.saving = true;
  changed();
  try {
    const { value } = await json<{ version: number; set_id: number }>("api/undo", { method: "POST", body: { set_id: last }, once: once() });
    edit.done = edit.done.filter(item => item.set !== last);
    edit.note = { text: say("page.edit.undone", { what, set: last }), kind: "ok" };
    bump(value.version);
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem(0, { detail: String(error) });
    edit.note = { text: problem.message, kind: "error", problem };
  }
  edit.saving = false;
  changed();
}

/** Take a device or camera up, to be put down elsewhere. */
export function take(ref: string, card: Card): void {
  const at = card.geometry?.type === "Point" ? (card.geometry.coordinates as number[]) : null;
  const [e, n] = [Number(at?.[0] ?? 0), Number(at?.[1] ?? 0)];
  const room = typeof card.row.room_id === "string" ? card.row.room_id : null;
  edit.moving = { ref, card, e, n, from: at ? [e, n] : null, room, roomLabel: card.place.room?.label ?? "", findings: [], asking: false };
  changed();
}

let asked = 0;

/** Move what was taken up, and ask what the checks say of the new place. */
export async function carry(e: number, n: number, settle: boolean): Promise<void> {
  const moving = edit.moving;
  if (!moving) return;
  [moving.e, moving.n] = [e, n];
  moving.asking = true; // until the checks have spoken of this place
  changed();
  if (!settle) return;
  const turn = ++asked;
  try {
    const floor = typeof moving.card.row.floor_id === "string" ? moving.card.row.floor_id : "";
    if (floor) {
      const { value } = await json<{ room: { key: string; label: string } | null }>(url("api/at", { x: e, y: n, floor }));
      if (turn !== asked) return;
      moving.room = value.room?.key ?? null;
      moving.roomLabel = value.room?.label ?? "";
    }
    const findings = await rehearse(say("page.edit.move"), [moveEdit(moving)]);
    if (turn === asked) moving.findings = findings;
  } catch (error) {
    if (turn === asked && error instanceof Problem) moving.findings = error.body.findings ?? [{ severity: "error", code: error.body.code ?? "", message: error.message, where: "", remedy: error.body.advice ?? "" }];
  }
  if (turn === asked) moving.asking = false;
  changed();
}

function moveEdit(moving: Moving): Edit {
  const values: Row = "room_id" in moving.card.row ? { room_id: moving.room } : {};
  return { op: "put", table: moving.card.table, key: moving.card.key, values, geometry: { type: "Point", coordinates: [moving.e, moving.n] } };
}

/** Put it down for good. */
export async function drop(): Promise<void> {
  const moving = edit.moving;
  if (!moving) return;
  const { values, geometry } = moveEdit(moving);
  if (await change(moving.card, values ?? {}, say("page.edit.moved", { what: moving.card.label }), geometry)) edit.moving = null;
  changed();
}

export function leave(): void {
  edit.moving = null;
  asked += 1;
  changed();
}
