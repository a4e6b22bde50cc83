/** Who sits in a room: read, given to a department, changed, vacated — each as one change that one step undoes. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Card, Row } from "../base/types";
import { number, say } from "../base/words";
import { changes, edit, type Edit } from "../data/editing";
import { district, schema } from "../data/model";
import { related, whyNot } from "./card";
import { choose } from "./choose";
import { Button, Datum, Fault, Section } from "./parts";

interface Draft { department: string; rank: string; heads: string }

const today = (): string => new Date().toLocaleDateString("sv-SE");
const day = (): string => district().value?.on ?? today();
const before = (iso: string): string => new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** An occupancy is ended the day before and followed by another, so that every day can be asked again; one that began today is taken back. */
const ended = (row: Row): Edit =>
  row.valid_from && String(row.valid_from) >= day()
    ? { op: "remove", table: "occupancy", key: String(row.occupancy_id) }
    : { op: "put", table: "occupancy", key: String(row.occupancy_id), values: { valid_to: before(day()) } };

const held = (row: Row): boolean => !row.valid_to || String(row.valid_to) >= day();

function departmentName(row: Row): string {
  const key = String(row.department_id ?? "");
  return String(row.department ?? district().value?.departments.find(item => item.department_id === key)?.name ?? key);
}

export function Occupancy({ held: room }: { held: Card }): JSX.Element {
  const [draft, write] = useState<{ key: string; draft: Draft } | null>(null);
  const rows = related(room, "occupancy").rows.filter(held);
  const why = whyNot(room);
  const begin = (): void => {
    const first = rows[0];
    write({ key: room.key, draft: { department: String(first?.department_id ?? district().value?.departments[0]?.department_id ?? ""), rank: String(first?.rank ?? ""), heads: String(first?.head_count ?? 1) } });
  };
  const open = draft?.key === room.key ? draft.draft : null;
  return (
    <Section title={say("page.card.who")} action={!open && <Button label={say("page.edit.change_use")} icon="edit" onClick={begin} disabled={Boolean(why)} why={why} id="edit-use" />}>
      {open ? <Form room={room} rows={rows} draft={open} set={next => write(next ? { key: room.key, draft: next } : null)} /> : rows.length ? (
        <table><thead><tr><th>{say("viz.kind.department")}</th><th>{say("page.card.rank")}</th><th class="number">{say("page.figure.people")}</th></tr></thead><tbody>
          {rows.map(row => (
            <tr key={String(row.occupancy_id)}><td><button type="button" class="link" onClick={() => choose(`department:${String(row.department_id)}`)}><Datum>{departmentName(row)}</Datum></button></td><td><Datum>{row.rank ? String(row.rank) : say("page.card.shared")}</Datum></td><td class="number">{number(row.head_count as number)}</td></tr>
          ))}
        </tbody></table>
      ) : <p class="hint">{say(room.row.room_class === "office" ? "page.card.vacant" : "page.card.unassigned")}</p>}
    </Section>
  );
}

function Form({ room, rows, draft, set }: { room: Card; rows: Row[]; draft: Draft; set: (draft: Draft | null) => void }): JSX.Element {
  const ranks = schema().value?.tables.find(item => item.name === "occupancy")?.columns.find(item => item.name === "rank")?.allowed ?? [];
  const departments = [...(district().value?.departments ?? [])].sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
  const heads = Number(draft.heads);
  const sound = draft.department !== "" && Number.isInteger(heads) && heads >= 0 && heads < 10000;
  const save = async (): Promise<void> => {
    const values: Row = { room_id: room.key, department_id: draft.department, rank: draft.rank || null, head_count: heads, valid_from: day(), valid_to: null };
    const name = departments.find(item => item.department_id === draft.department)?.name ?? draft.department;
    if (await changes(say("page.edit.given", { room: room.label, department: name, heads }), [...rows.map(ended), { op: "put", table: "occupancy", values }])) set(null);
  };
  const clear = async (): Promise<void> => {
    if (await changes(say("page.edit.vacated", { room: room.label }), rows.map(ended))) set(null);
  };
  return (
    <div class="form" id="use-form">
      <label>{say("viz.kind.department")}<select value={draft.department} onChange={event => set({ ...draft, department: event.currentTarget.value })} id="use-department">{departments.map(item => <option key={item.department_id} value={item.department_id}>{item.name}</option>)}</select></label>
      <div class="grid2">
        <label>{say("page.card.rank")}<select value={draft.rank} onChange={event => set({ ...draft, rank: event.currentTarget.value })} id="use-rank"><option value="">{say("page.card.shared")}</option>{ranks.map(rank => <option key={rank} value={rank}>{rank}</option>)}</select></label>
        <label>{say("page.figure.people")}<input type="number" min="0" step="1" inputMode="numeric" value={draft.heads} onInput={event => set({ ...draft, heads: event.currentTarget.value })} id="use-heads" /></label>
      </div>
      {rows.length > 0 && <p class="hint">{say("page.edit.replaces", { count: rows.length })}</p>}
      <div class="pair"><Button main label={say("page.edit.save")} onClick={() => void save()} disabled={!sound || edit.saving} why={say("page.edit.heads")} id="save-use" /><Button label={say("page.edit.cancel")} onClick={() => set(null)} /></div>
      {rows.length > 0 && <Button danger label={say("page.edit.vacate")} onClick={() => void clear()} disabled={edit.saving} id="vacate" />}
      {edit.problem && <Fault problem={edit.problem} again={false} />}
    </div>
  );
}
