/** A department taken to another floor: from where, to where, how many find room there, and then in one step that can be undone. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { json, Problem } from "../base/api";
import { S } from "../base/state";
import type { Card, Finding } from "../base/types";
import { number, say } from "../base/words";
import { edit, relocate } from "../data/editing";
import { may, mayEdit, stack, type Stacked } from "../data/model";
import { Button, Fault, Findings, Skeleton } from "./parts";

interface Outlook { heads: number; unplaced: number; begun: { room_id: string; number: string }[]; findings: Finding[] }
interface Way { from: string; to: string }

const name = (floor: Stacked): string => `${floor.building} ${floor.name}`;

/** A button; after it the form. */
export function Relocate({ held }: { held: Card }): JSX.Element | null {
  const [open, toggle] = useState(false);
  if (!may("edit.people") || !may("ask.space")) return null;
  const why = S.asof ? say("page.edit.past") : mayEdit("occupancy") ? "" : say("page.edit.not_yours");
  if (!open) return <p class="pair"><Button label={say("page.move.open")} icon="move" words onClick={() => toggle(true)} disabled={Boolean(why)} why={why} id="relocate" /></p>;
  return <Form held={held} close={() => toggle(false)} />;
}

function Form({ held, close }: { held: Card; close: () => void }): JSX.Element {
  const [way, choose] = useState<Way>({ from: "", to: "" });
  const [outlook, foresee] = useState<Outlook | null>(null);
  const [problem, fail] = useState<Problem | null>(null);
  const answer = stack();
  if (answer.error) return <Fault problem={answer.error} />;
  if (!answer.value) return <Skeleton rows={3} />;
  const sits = answer.value.filter(floor => floor.blocks.some(block => block.department_id === held.key && block.heads > 0));
  const from = way.from || sits[0]?.floor_id || "";
  const there = answer.value.find(floor => floor.floor_id === from);
  const free = answer.value.filter(floor => floor.floor_id !== from && floor.vacant_rooms > 0).sort((a, b) => Number(b.building === there?.building) - Number(a.building === there?.building));
  const heads = (floor: Stacked): number => floor.blocks.find(block => block.department_id === held.key)?.heads ?? 0;
  const body = (to: string): Record<string, unknown> => ({ department: held.key, from_floor: from, to_floor: to });
  const look = async (next: Way): Promise<void> => {
    choose(next);
    foresee(null);
    fail(null);
    if (!next.to) return;
    try {
      foresee((await json<Outlook>("api/moves", { method: "POST", body: { ...body(next.to), from_floor: next.from || from, dry_run: true } })).value);
    } catch (error) {
      fail(error instanceof Problem ? error : new Problem(0, { detail: String(error) }));
    }
  };
  const go = async (): Promise<void> => {
    const target = answer.value!.find(floor => floor.floor_id === way.to);
    if (await relocate(body(way.to), say("page.move.done", { who: held.label, where: target ? name(target) : "" }))) close();
  };
  if (!sits.length) return <p class="hint">{say("page.move.nobody")}</p>;
  return (
    <div class="form" id="relocating">
      <label>{say("page.move.from")}<select id="move-from" value={from} onChange={event => void look({ from: event.currentTarget.value, to: "" })}>{sits.map(floor => <option key={floor.floor_id} value={floor.floor_id}>{`${name(floor)} · ${say("page.move.people", { heads: heads(floor) })}`}</option>)}</select></label>
      <label>{say("page.move.to")}<select id="move-to" value={way.to} onChange={event => void look({ from, to: event.currentTarget.value })}><option value="">{say("page.move.choose")}</option>{free.map(floor => <option key={floor.floor_id} value={floor.floor_id}>{`${name(floor)} · ${say("page.move.vacant", { rooms: floor.vacant_rooms, area: number(floor.vacant_m2) })}`}</option>)}</select></label>
      {outlook && <p role="status">{say("page.move.outlook", { heads: outlook.heads, rooms: outlook.begun.length, left: outlook.unplaced })}</p>}
      {outlook && <Findings list={outlook.findings.slice(0, 5)} />}
      {problem && <Fault problem={problem} again={false} />}
      <div class="pair"><Button main label={say("page.move.do")} onClick={() => void go()} disabled={!outlook || outlook.unplaced > 0 || !outlook.heads || edit.saving} why={outlook?.unplaced ? say("page.move.full") : say("page.move.choose")} id="move-do" /><Button label={say("page.edit.cancel")} onClick={close} /></div>
      <p class="hint">{say("page.move.how")}</p>
      {edit.problem && <Fault problem={edit.problem} again={false} />}
    </div>
  );
}
