/** The right side: the chosen thing with everything known of it, and what may be done with it. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { S, set } from "../base/state";
import type { Card as CardOf, HistoryLine, Row, SchemaColumn } from "../base/types";
import { has, lang, moment, number, say, valueWord } from "../base/words";
import { carry, change, drop, edit, leave, take, undo } from "../data/editing";
import { building, card, district, floorLabel, floorOf, history, keyOf, label, log, may, mayEdit, schema, split } from "../data/model";
import { choose, goto, openFloor } from "./choose";
import { Occupancy } from "./occupancy";
import { Register } from "./register";
import { Relocate } from "./relocate";
import { area, Button, Datum, Empty, Fault, Findings, Icon, Section, Skeleton, Tiles } from "./parts";

const CLASSES: Record<string, string> = { room: "room_class", camera: "lens", meter: "medium", device: "device_class", parking: "parking_class", gate: "gate_class", charger: "current", vehicle: "vehicle_class", road: "road_class", cell: "guard_class" };
const QUIET = new Set(["gone", "content_hash", "global_id", "source_id", "building_id", "floor_id", "room_id", "site_id", "name", "number"]);

const kindWord = (table: string): string => say(has(`viz.kind.${table}`) ? `viz.kind.${table}` : `page.kind.${table}`);

export function Link({ table, row, children }: { table: string; row: Row; children?: ComponentChildren }): JSX.Element {
  const key = String(row[keyOf(table)] ?? "");
  const go = (): void => goto({ table, key, label: "", detail: "", building_id: (row.building_id as string) ?? (S.b || null), floor_id: (row.floor_id as string) ?? (S.f && S.f !== "all" ? S.f : null), centre: null });
  return <button type="button" class="link" onClick={go}><Datum>{children ?? (label(table, row) || key)}</Datum></button>;
}

/** A column's name in the reader's language. */
export function columnName(table: string, name: string): string {
  if (has(`viz.column.${name}`)) return say(`viz.column.${name}`);
  const column = schema().value?.tables.find(item => item.name === table)?.columns.find(item => item.name === name);
  return column ? (lang() === "zh" ? column.zh : plain(name)) : plain(name);
}
const plain = (name: string): string => name.replace(/_(id|m2|kw|deg|m|kmh)$/, "").replaceAll("_", " ").replace(/^./, first => first.toUpperCase());

function shown(column: SchemaColumn, value: unknown): JSX.Element | string {
  if (typeof value === "boolean") return say(value ? "viz.value.yes" : "viz.value.no");
  if (typeof value === "number") return `${number(value, column.kind === "int" ? 0 : 2)}${column.unit && column.unit !== "1" ? ` ${column.unit}` : ""}`;
  if (column.allowed?.length && typeof value === "string") return valueWord(column.name, value);
  return <Datum>{String(value)}</Datum>;
}

function Attributes({ table, row, hide = [] }: { table: string; row: Row; hide?: string[] }): JSX.Element | null {
  const columns = schema().value?.tables.find(item => item.name === table)?.columns ?? [];
  const facts = columns.filter(column => column.name !== keyOf(table) && !QUIET.has(column.name) && !hide.includes(column.name) && !column.refers && row[column.name] !== null && row[column.name] !== undefined && row[column.name] !== "");
  if (!facts.length) return null;
  return (
    <Section title={say("page.card.attributes")}>
      <dl class="facts">{facts.map(column => <div key={column.name}><dt>{columnName(table, column.name)}</dt><dd>{shown(column, row[column.name])}</dd></div>)}</dl>
    </Section>
  );
}

export function related(held: CardOf, name: string): { rows: Row[]; total: number } {
  const found = held.related?.[name];
  if (!found) return { rows: [], total: 0 };
  return Array.isArray(found) ? { rows: found, total: found.length } : { rows: found.rows ?? [], total: found.total };
}

function List({ held, name, title, third }: { held: CardOf; name: string; title: string; third?: (row: Row) => string }): JSX.Element | null {
  const { rows, total } = related(held, name);
  if (!rows.length) return null;
  return (
    <Section title={`${title} ${total}`}>
      <ul class="links">{rows.slice(0, 12).map(row => <li key={String(row[keyOf(name)])}><Icon name={name} /><Link table={name} row={row} /><small>{third?.(row)}</small></li>)}</ul>
      {total > 12 && <p class="hint">{say("page.card.and_more", { count: total - 12 })}</p>}
    </Section>
  );
}

const classWord = (table: string) => (row: Row): string => valueWord(CLASSES[table] ?? "", String(row[CLASSES[table] ?? ""] ?? ""));

function RoomCard({ held }: { held: CardOf }): JSX.Element {
  const { row, use, ceiling } = held;
  const own = Number(row.area_m2 ?? 0);
  const stated = typeof row.area_file_m2 === "number" ? row.area_file_m2 : null;
  const over = ceiling?.over_m2 ?? null;
  return (
    <>
      <Tiles items={[
        { label: say("page.figure.area"), value: number(own, 1), unit: "m²" },
        use ? { label: say("page.figure.people"), value: number(use.heads) } : null,
        use?.heads ? { label: say("page.figure.per_person"), value: number(use.m2_per_person ?? own / use.heads, 1), unit: "m²" } : null,
        ceiling?.ceiling_m2 ? { label: say("page.card.ceiling"), value: number(ceiling.ceiling_m2, 1), unit: "m²", note: over !== null && over > 0 ? say("page.card.over", { area: number(over, 1) }) : say("page.card.within"), ...(over !== null && over > 0 ? { tone: "alarm" as const } : {}) } : null,
      ]} />
      {ceiling?.clause && <p class="hint"><Datum>{ceiling.clause}</Datum></p>}
      <ClassEditor held={held} />
      <Occupancy held={held} />
      <Section title={say("page.card.areas")}>
        <table><thead><tr><th>{say("page.card.basis")}</th><th class="number">m²</th></tr></thead><tbody>
          <tr><td>{say("page.card.drawn")}</td><td class="number">{number(own, 2)}</td></tr>
          {stated !== null && <tr><td>{say("page.card.stated")} <small><Datum>{String(row.area_basis ?? "")}</Datum></small></td><td class="number">{number(stated, 2)}</td></tr>}
          {stated !== null && own > 0 && <tr><td>{say("page.card.difference")}</td><td class="number">{Math.abs(stated / own - 1) < 0.0005 ? "" : stated >= own ? "+" : "−"}{number(Math.abs(stated / own - 1) * 100, 1)}%</td></tr>}
        </tbody></table>
        {stated === null && <p class="hint">{say("page.card.no_stated")}</p>}
      </Section>
      <Register held={held} />
      <List held={held} name="device" title={say("viz.many.device")} third={classWord("device")} />
      <List held={held} name="meter" title={say("viz.many.meter")} third={classWord("meter")} />
      <List held={held} name="camera" title={say("viz.many.camera")} third={classWord("camera")} />
      <List held={held} name="door" title={say("viz.many.door")} third={item => (item.entrance ? say("viz.ui.entrance") : "")} />
      <Attributes table="room" row={row} hide={["area_m2", "area_file_m2", "area_basis", "room_class"]} />
    </>
  );
}

/** Why an edit is not possible, or "". */
export function whyNot(held: CardOf): string {
  if (S.asof) return say("page.edit.past");
  if (!may("model.edit")) return say("page.edit.no_permission");
  return held.edit && mayEdit(held.table) ? "" : say("page.edit.not_yours");
}

function ClassEditor({ held }: { held: CardOf }): JSX.Element {
  const [next, choosing] = useState<string | null>(null);
  const now = String(held.row.room_class ?? "other");
  const why = whyNot(held);
  const allowed = schema().value?.tables.find(item => item.name === "room")?.columns.find(item => item.name === "room_class")?.allowed ?? [now];
  if (next === null) {
    return (
      <div class="field"><span class="field-name">{say("page.card.class")}</span><b>{valueWord("room_class", now)}</b>
        <Button label={say("page.edit.change_class")} icon="edit" onClick={() => choosing(now)} disabled={Boolean(why)} why={why} id="edit-class" /></div>
    );
  }
  const save = async (): Promise<void> => {
    const text = say("page.edit.class_of", { room: held.label, from: valueWord("room_class", now), to: valueWord("room_class", next) });
    if (await change(held, { room_class: next }, text)) choosing(null);
  };
  return (
    <div class="form">
      <label for="room-class">{say("page.card.class")}</label>
      <select id="room-class" value={next} onChange={event => choosing(event.currentTarget.value)}>{allowed.map(name => <option key={name} value={name}>{valueWord("room_class", name)}</option>)}</select>
      <div class="pair"><Button main label={say("page.edit.save")} onClick={() => void save()} disabled={next === now || edit.saving} why={say("page.edit.same")} id="save-class" /><Button label={say("page.edit.cancel")} onClick={() => choosing(null)} /></div>
      {edit.problem && <Fault problem={edit.problem} again={false} />}
    </div>
  );
}

function Mover({ held }: { held: CardOf }): JSX.Element {
  const moving = edit.moving?.ref === `${held.table}:${held.key}` ? edit.moving : null;
  const why = whyNot(held);
  if (!moving) {
    return <p class="pair"><Button label={say("page.edit.move")} icon="move" words onClick={() => take(`${held.table}:${held.key}`, held)} disabled={Boolean(why)} why={why} id="move" /></p>;
  }
  return <Moving />;
}

function Moving(): JSX.Element | null {
  const moving = edit.moving;
  if (!moving) return null;
  const refused = moving.findings.some(item => item.severity === "error");
  const still = moving.from !== null && moving.from[0] === moving.e && moving.from[1] === moving.n;
  const typed = (axis: "e" | "n") => (event: Event): void => {
    const value = Number((event.currentTarget as HTMLInputElement).value);
    if (Number.isFinite(value)) void carry(axis === "e" ? value : moving.e, axis === "n" ? value : moving.n, true);
  };
  return (
    <div class="form" id="moving">
      <p>{say("page.edit.move_how")}</p>
      <div class="grid2">
        <label>E<input type="number" step="0.1" value={moving.e.toFixed(2)} onChange={typed("e")} id="move-e" /></label>
        <label>N<input type="number" step="0.1" value={moving.n.toFixed(2)} onChange={typed("n")} id="move-n" /></label>
      </div>
      {"room_id" in moving.card.row && <p>{moving.room ? say("page.edit.into", { room: moving.roomLabel }) : say("page.edit.nowhere")}</p>}
      <Findings list={moving.findings} />
      <div class="pair"><Button main label={say("page.edit.put_down")} onClick={() => void drop()} disabled={refused || still || moving.asking || edit.saving} why={refused ? say("page.edit.refused") : say("page.edit.same")} id="put-down" /><Button label={say("page.edit.cancel")} onClick={leave} /></div>
      {edit.problem && <Fault problem={edit.problem} again={false} />}
    </div>
  );
}

function CameraPose({ held }: { held: CardOf }): JSX.Element | null {
  const [next, choosing] = useState<string | null>(null);
  const heading = typeof held.row.heading_deg === "number" ? held.row.heading_deg : null;
  if (heading === null) return null;
  const why = whyNot(held);
  if (next === null) {
    return <div class="field"><span class="field-name">{columnName("camera", "heading_deg")}</span><b>{number(heading, 1)}°</b><Button label={say("page.edit.turn")} icon="edit" onClick={() => choosing(String(heading))} disabled={Boolean(why)} why={why} id="turn" /></div>;
  }
  const value = Number(next);
  const sound = next !== "" && Number.isFinite(value) && value >= 0 && value <= 360;
  const save = async (): Promise<void> => {
    if (await change(held, { heading_deg: value }, say("page.edit.turned", { what: held.label, angle: value }))) choosing(null);
  };
  return (
    <div class="form">
      <label>{columnName("camera", "heading_deg")} °<input type="number" min="0" max="360" step="1" value={next} onInput={event => choosing(event.currentTarget.value)} id="heading" /></label>
      <div class="pair"><Button main label={say("page.edit.save")} onClick={() => void save()} disabled={!sound || edit.saving} why={say("page.edit.angle")} /><Button label={say("page.edit.cancel")} onClick={() => choosing(null)} /></div>
    </div>
  );
}

function DepartmentCard({ held }: { held: CardOf }): JSX.Element {
  const own = district().value?.departments.find(item => item.department_id === held.key);
  const chosen = S.depts.includes(held.key);
  return (
    <>
      <Tiles items={[
        own ? { label: say("page.figure.rooms"), value: number(own.rooms) } : null,
        own ? { label: say("page.figure.area"), value: number(own.area_m2), unit: "m²" } : null,
        own ? { label: say("page.figure.people"), value: number(own.heads) } : null,
        own?.heads ? { label: say("page.figure.per_person"), value: number(own.area_m2 / own.heads, 1), unit: "m²" } : null,
      ]} />
      <p class="pair"><Button label={say(chosen ? "page.dept.uncolour" : "page.dept.colour")} words icon="layers" disabled={!chosen && S.depts.length >= 8} why={say("page.dept.most")} onClick={() => set({ by: "department", depts: chosen ? S.depts.filter(key => key !== held.key) : [...S.depts, held.key] })} /></p>
      <Relocate held={held} />
      <List held={held} name="room" title={say("viz.many.room")} third={item => area(item.area_m2 as number, 1)} />
      <Register held={held} />
      <Attributes table="department" row={held.row} />
    </>
  );
}

function Past({ held }: { held: CardOf }): JSX.Element | null {
  const [open_, toggle] = useState(false);
  if (!may("history.read")) return null;
  return (
    <section class="fold">
      <button type="button" class="legend-head" aria-expanded={open_} onClick={() => toggle(!open_)} id="history"><i aria-hidden="true">{open_ ? "▾" : "▸"}</i>{say("page.card.history")} {held.changes !== undefined && held.changes !== null && <small>{number(held.changes)}</small>}</button>
      {open_ && <Lines held={held} />}
    </section>
  );
}

function Lines({ held }: { held: CardOf }): JSX.Element {
  const answer = history(`${held.table}:${held.key}`);
  if (answer.error) return <Fault problem={answer.error} />;
  if (!answer.value) return <Skeleton rows={3} />;
  if (!answer.value.length) return <Empty text={say("page.card.no_history")} />;
  const told = (value: unknown): string => (value === null || value === undefined || value === "" ? "—" : typeof value === "object" ? say("page.card.shape") : String(value));
  return (
    <ol class="past">
      {answer.value.slice(0, 40).map((line: HistoryLine) => (
        <li key={`${line.set_id}${line.action}`}>
          <b>{moment(line.at)}</b> <Datum>{line.actor}</Datum> <small><Datum>{line.reason}</Datum></small>
          {Object.entries(line.changed ?? {}).slice(0, 6).map(([name, pair]) => <div key={name} class="was"><span>{columnName(held.table, name)}</span> <Datum>{told(pair[0])}</Datum> → <Datum>{told(pair[1])}</Datum></div>)}
          <button type="button" class="link" onClick={() => set({ asof: String(Math.max(line.set_id, 1)) })}>{say("page.history.look", { set: line.set_id })}</button>
        </li>
      ))}
    </ol>
  );
}

export function Chosen(): JSX.Element {
  const answer = card(S.sel);
  const [table] = split(S.sel);
  const close = <button type="button" class="close" aria-label={say("page.close")} title={say("page.close")} onClick={() => set({ sel: "" })}><Icon name="close" /></button>;
  if (answer.error && !answer.value) return <><header class="card-head"><div><small>{kindWord(table)}</small></div>{close}</header><Fault problem={answer.error} /></>;
  const held = answer.value;
  if (!held) return <><header class="card-head"><div><small>{kindWord(table)}</small></div>{close}</header><Skeleton rows={8} /></>;
  const column = CLASSES[table];
  const word = column && held.row[column] ? valueWord(column, String(held.row[column])) : "";
  const place = [held.place?.building?.label, held.place?.floor?.label].filter(Boolean).join(" ");
  return (
    <>
      <header class="card-head">
        <i class="glyph"><Icon name={table} size={20} /></i>
        <div><small>{[kindWord(table), word].filter(Boolean).join(" · ")}{place && <> · <Datum>{place}</Datum></>}</small><h2><Datum>{held.label || label(table, held.row)}</Datum></h2></div>
        {close}
      </header>
      {table === "room" ? <RoomCard held={held} /> : table === "department" ? <DepartmentCard held={held} /> : (
        <>
          {(table === "device" || table === "camera") && <Mover held={held} />}
          {table === "camera" && <CameraPose held={held} />}
          {held.place?.room && <div class="field"><span class="field-name">{say("viz.kind.room")}</span><button type="button" class="link" onClick={() => choose(`room:${held.place.room!.key}`)}><Datum>{held.place.room.label}</Datum></button></div>}
          <List held={held} name="charger" title={say("viz.many.charger")} />
          <List held={held} name="meter" title={say("viz.many.meter")} />
          <List held={held} name="vehicle" title={say("viz.many.vehicle")} />
          <List held={held} name="room" title={say("viz.many.room")} />
          <Register held={held} />
          <Attributes table={table} row={held.row} />
        </>
      )}
      <Past key={S.sel} held={held} />
    </>
  );
}

/** With nothing chosen: the floors of the building, or the departments of the district, and what happened last. */
export function Overview(): JSX.Element {
  const all = district().value;
  const open_ = S.b ? building(S.b) : undefined;
  const floor = floorOf(S.f)?.floor;
  if (!all) return <Skeleton rows={8} />;
  return (
    <>
      <header class="card-head"><i class="glyph"><Icon name={open_ ? "building" : "site"} size={20} /></i><div><small>{say("page.card.shown")}</small><h2><Datum>{open_ ? open_.name || open_.building_id : all.name}</Datum>{floor && <> · <Datum>{floor.name || floorLabel(floor)}</Datum></>}</h2></div></header>
      {open_ && !open_.located && <p class="notice">{say("page.card.unplaced")} {may("import.run") && <button type="button" class="link" onClick={() => { void import("../data/placing").then(placing => { placing.place(open_.building_id); set({ panel: "import" }); }); }}>{say("page.import.place_now")}</button>}</p>}
      {open_ ? (
        <Section title={say("page.floors")}>
          <table class="pickable"><thead><tr><th>{say("viz.kind.floor")}</th><th class="number">{say("page.figure.rooms")}</th><th class="number">m²</th><th class="number">{say("page.figure.people")}</th><th class="number">{say("page.figure.vacant_short")}</th></tr></thead><tbody>
            {[...open_.floors].sort((a, b) => b.number - a.number).map(each => (
              <tr key={each.floor_id} aria-current={each.floor_id === S.f ? "true" : undefined}><td><button type="button" class="link" onClick={() => openFloor(each.floor_id)}><Datum>{each.name || floorLabel(each)}</Datum></button></td><td class="number">{number(each.figures.rooms)}</td><td class="number">{number(each.figures.area_m2)}</td><td class="number">{number(each.figures.heads)}</td><td class="number">{number(each.figures.vacant)}</td></tr>
            ))}
          </tbody></table>
        </Section>
      ) : (
        <Section title={say("viz.many.department")}>
          <table class="pickable"><thead><tr><th>{say("viz.kind.department")}</th><th class="number">{say("page.figure.people")}</th><th class="number">m²</th></tr></thead><tbody>
            {[...all.departments].sort((a, b) => b.area_m2 - a.area_m2).slice(0, 12).map(item => (
              <tr key={item.department_id}><td><button type="button" class="link" onClick={() => choose(`department:${item.department_id}`)}><Datum>{item.name}</Datum></button></td><td class="number">{number(item.heads)}</td><td class="number">{number(item.area_m2)}</td></tr>
            ))}
          </tbody></table>
          {all.departments.length > 12 && <p><button type="button" class="link" onClick={() => set({ kind: "department" })}>{say("page.card.all_departments", { count: all.departments.length })}</button></p>}
        </Section>
      )}
      {may("history.read") && <Recent />}
      <p class="hint">{say("page.card.choose_hint")}</p>
    </>
  );
}

function Recent(): JSX.Element | null {
  const entries = log().value;
  if (!entries?.length) return null;
  return (
    <Section title={say("page.card.recent")}>
      <ol class="past">{entries.slice(0, 4).map(entry => (
        <li key={entry.set_id}><b>{moment(entry.at)}</b> <Datum>{entry.actor}</Datum> <small><Datum>{entry.reason}</Datum></small>
          {edit.done.some(item => item.set === entry.set_id) && !S.asof && <> <button type="button" class="link" onClick={() => void undo(entry.set_id)}>{say("page.undo.do")}</button></>}</li>
      ))}</ol>
      <button type="button" class="link" onClick={() => set({ asof: String(district().value?.version ?? "") })}>{say("page.history.open")}</button>
    </Section>
  );
}
