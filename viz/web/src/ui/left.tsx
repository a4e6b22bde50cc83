/** The left side: figures of what is open, and the list twin — everything on the map is a row here. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { S, set } from "../base/state";
import type { Figures, Found, Row } from "../base/types";
import { either, has, number, say, valueWord } from "../base/words";
import { building, district, floorLabel, floorOf, floorsOf, keyOf, label, marks, names, rows as rowsOf, search, shapes, uses } from "../data/model";
import { choose, goto, openFloor } from "./choose";
import { Datum, Empty, Fault, Icon, Skeleton, Tiles } from "./parts";
import { show } from "./lazy";

const KINDS = ["building", "floor", "room", "department", "device", "camera", "meter", "charger", "parking", "gate", "stop", "vehicle", "road"];
const CLASS: Record<string, string> = { room: "room_class", camera: "lens", meter: "medium", device: "device_class", parking: "parking_class", gate: "gate_class", charger: "current", vehicle: "vehicle_class", road: "road_class" };
const PAGE = 150;

export interface Item { ref: string; title: string; sub: string; figure: number | null; sorter: string; go: () => void; glyph?: string; bad?: boolean }

const floorNow = (): string => (S.b && S.f && S.f !== "all" ? S.f : "");

/** Figures of the floor, building or district that is open. */
export function figuresNow(): Figures | undefined {
  if (floorNow()) return floorOf(S.f)?.floor.figures;
  return S.b ? building(S.b)?.figures : district().value?.figures;
}

function Summary(): JSX.Element {
  const figures = figuresNow();
  if (!figures) return <Skeleton rows={3} />;
  const each = figures.m2_per_person ?? null;
  const share = figures.offices ? (figures.vacant / figures.offices) * 100 : null;
  return (
    <Tiles items={[
      { label: say("page.figure.rooms"), value: number(figures.rooms) },
      { label: say("page.figure.area"), value: number(figures.area_m2), unit: "m²" },
      { label: say("page.figure.people"), value: number(figures.heads) },
      { label: say("page.figure.vacant"), value: number(figures.vacant), unit: share === null ? "" : `${number(share, 0)}%`, ...(figures.vacant_m2 === undefined ? {} : { note: `${number(figures.vacant_m2)} m²` }) },
      each === null || !figures.heads ? null : { label: say("page.figure.per_person"), value: number(each, 1), unit: "m²" },
      figures.offices ? { label: say("page.figure.offices"), value: number(figures.offices) } : null,
    ]} />
  );
}

/** The kind that is listed: as chosen, else what the place suggests. */
function kindNow(): string {
  if (S.kind) return S.kind;
  return floorNow() ? "room" : S.b ? "floor" : "building";
}

function buildingItems(): Item[] {
  return (district().value?.buildings ?? []).map(item => ({
    ref: `building:${item.building_id}`, title: item.name || item.building_id, figure: item.figures.area_m2, sorter: item.name || item.building_id,
    sub: item.located ? say("page.list.building", { floors: item.floors.length, rooms: number(item.figures.rooms), vacant: number(item.figures.vacant) }) : say("page.list.unplaced"),
    go: () => choose(`building:${item.building_id}`), bad: !item.located,
  }));
}

function floorItems(): Item[] {
  const source = S.b ? floorsOf(S.b).slice().reverse() : (district().value?.buildings ?? []).flatMap(item => item.floors);
  return source.map(floor => ({
    ref: `floor:${floor.floor_id}`, title: S.b ? floor.name || floorLabel(floor) : `${floorOf(floor.floor_id)?.building.name ?? ""} ${floor.name || floorLabel(floor)}`, figure: floor.figures.area_m2, sorter: String(1000 - floor.number),
    sub: say("page.list.floor", { rooms: number(floor.figures.rooms), people: number(floor.figures.heads), vacant: number(floor.figures.vacant) }),
    go: () => (S.b ? openFloor(floor.floor_id) : choose(`floor:${floor.floor_id}`)),
  }));
}

function roomItems(): Item[] | null {
  const named = names(floorNow(), S.b).value;
  const block = shapes("floor", floorNow(), S.b).value?.blocks.room;
  if (!named || !block) return null;
  const use = uses(floorNow(), S.b).value;
  const at = new Map((use?.key ?? []).map((key, row) => [String(key), row]));
  const classes: string[] = [];
  for (let part = 0; part < block.length; part++) classes[block.thing[part]!] = block.codes[block.code[part]!] ?? "other";
  return named.key.map((key, row) => {
    const who = at.get(key);
    const vacant = who !== undefined && use?.vacant?.[who];
    const department = who === undefined ? "" : String(use?.department?.[who] ?? "");
    const title = [named.number[row], named.name[row]].filter(Boolean).join(" ") || key;
    const second = vacant ? say("page.list.vacant") : department;
    return { ref: `room:${key}`, title, sub: [valueWord("room_class", classes[row] ?? "other"), second].filter(Boolean).join(" · "), figure: named.area[row] ?? null, sorter: title, go: () => pick(`room:${key}`) };
  });
}

function markItems(kind: string): Item[] | null {
  const held = marks(kind, ["device", "camera", "meter"].includes(kind) ? floorNow() : "", S.b);
  if (!held.value) return held.error ? [] : null;
  return held.value.key.flatMap((key, row) => {
    const floor = held.value!.floor[row];
    if (S.b && floor && floorOf(floor)?.building.building_id !== S.b) return [];
    const status = held.value!.status[row];
    const name = held.value!.name[row] || key;
    const parts = [valueWord(CLASS[kind] ?? "", held.value!.code[row] ?? ""), status && status !== "working" ? valueWord("status", status) : "", floor && floor !== floorNow() ? placeOf(floor) : ""];
    return [{ ref: `${kind}:${key}`, title: name, sub: parts.filter(Boolean).join(" · "), figure: null, sorter: name, bad: Boolean(status && status !== "working"), go: () => goto({ table: kind, key, label: name, detail: "", building_id: floor ? floorOf(floor)?.building.building_id ?? null : null, floor_id: floor ?? null, centre: null }) }];
  });
}

function placeOf(floorId: string): string {
  const at = floorOf(floorId);
  return at ? `${at.building.name ?? ""} ${at.floor.name || floorLabel(at.floor)}` : "";
}

function departmentItems(): Item[] {
  return (district().value?.departments ?? []).map(item => ({ ref: `department:${item.department_id}`, title: item.name, sub: say("page.list.department", { people: number(item.heads), rooms: number(item.rooms) }), figure: item.area_m2, sorter: item.name, go: () => pick(`department:${item.department_id}`) }));
}

function pick(ref: string): void {
  show(ref);
  choose(ref);
}

/** Rows of any other table, as the service lists them. */
function tableItems(kind: string, limit: number): { items: Item[] | null; total: number; error?: JSX.Element } {
  const scope: Record<string, string> = { limit: String(Math.min(limit, 1000)) };
  if (kind === "room") Object.assign(scope, { use: "1", sort: S.sort === "figure" ? "-area_m2" : S.sort === "rising" ? "area_m2" : "number" });
  if (S.b && kind === "room") scope.building = S.b;
  const held = rowsOf(kind, scope);
  if (held.error) return { items: [], total: 0, error: <Fault problem={held.error} /> };
  if (!held.value) return { items: null, total: 0 };
  const items = held.value.rows.map((row: Row): Item => {
    const key = String(row[keyOf(kind)]);
    const word = CLASS[kind] ? valueWord(CLASS[kind]!, String(row[CLASS[kind]!] ?? "")) : "";
    const floor = typeof row.floor_id === "string" ? row.floor_id : null;
    const title = label(kind, row) || key;
    return { ref: `${kind}:${key}`, title, sub: [word, floor ? placeOf(floor) : ""].filter(Boolean).join(" · "), figure: typeof row.area_m2 === "number" ? row.area_m2 : null, sorter: title, go: () => goto({ table: kind, key, label: title, detail: "", building_id: (row.building_id as string | null) ?? null, floor_id: floor, centre: null }) };
  });
  return { items, total: held.value.total };
}

function foundItem(found: Found): Item {
  return { ref: `${found.table}:${found.key}`, title: found.label, sub: found.detail, figure: found.area_m2 ?? null, sorter: "", go: () => goto(found), glyph: found.table };
}

function ordered(items: Item[], kind: string): Item[] {
  if (S.sort === "figure") return [...items].sort((a, b) => (b.figure ?? -1) - (a.figure ?? -1));
  if (S.sort === "rising") return [...items].sort((a, b) => (a.figure ?? Infinity) - (b.figure ?? Infinity));
  if (kind === "floor" && S.b) return items;
  if (kind === "department" || (kind === "building" && !S.sort)) return [...items].sort((a, b) => (b.figure ?? 0) - (a.figure ?? 0));
  const plain = (item: Item): number => (/^\d+\b/.test(item.title) ? 0 : 1);
  return [...items].sort((a, b) => plain(a) - plain(b) || a.sorter.localeCompare(b.sorter, "zh-CN", { numeric: true }));
}

function onKeys(event: KeyboardEvent): void {
  const all = [...document.querySelectorAll<HTMLElement>("#rows .row")];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  if (to < 0) document.getElementById("search")?.focus();
  else all[Math.min(to, all.length - 1)]?.focus();
}

function List({ items, limit, more }: { items: Item[]; limit: number; more: () => void }): JSX.Element {
  useEffect(() => {
    if (matchMedia("(min-width: 720px)").matches) document.querySelector('#rows [aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }, [S.sel, S.f]);
  const chosen = Math.max(0, items.findIndex(item => item.ref === S.sel || item.ref === `floor:${S.f}` || item.ref === `building:${S.b}`));
  return (
    <ul class="rows" id="rows" aria-label={say("page.list.label")} onKeyDown={onKeys}>
      {items.slice(0, limit).map((item, at) => (
        <li key={item.ref}>
          <button type="button" class="row" data-ref={item.ref} tabIndex={at === (chosen < limit ? chosen : 0) ? 0 : -1} aria-current={item.ref === S.sel || item.ref === `floor:${S.f}` ? "true" : undefined} onClick={item.go}>
            {item.glyph && <Icon name={item.glyph} />}
            <span class="two"><b><Datum>{item.title}</Datum></b><small><Datum>{item.sub}</Datum></small></span>
            {item.bad && <span class="bad" aria-hidden="true">◆</span>}
            {item.figure !== null && <span class="figure">{number(item.figure, item.ref.startsWith("room:") ? 1 : 0)}</span>}
          </button>
        </li>
      ))}
      {items.length > limit && <li><button type="button" class="button more" onClick={more}>{say("page.list.more", { count: number(items.length - limit) })}</button></li>}
    </ul>
  );
}

function Results(): JSX.Element {
  const held = search(S.q.trim());
  const [limit, grow] = useState(PAGE);
  if (held.error) return <Fault problem={held.error} />;
  const answer = held.value;
  if (!answer) return <Skeleton rows={6} />;
  return (
    <>
      <div class="understood" aria-live="polite">
        {answer.understood.map(item => <span class="chip" key={item.text} title={item.text}>{either(item)}</span>)}
        {answer.ignored.map(text => <span class="chip ignored" key={text} title={say("page.search.ignored")}><s><Datum>{text}</Datum></s></span>)}
      </div>
      <div class="heads"><span>{say("page.search.found", { count: number(answer.total) })}{answer.area_m2 ? ` · ${number(answer.area_m2)} m²` : ""}</span><span class="unit">m²</span></div>
      {answer.results.length ? <List items={answer.results.map(foundItem)} limit={limit} more={() => grow(limit + PAGE)} /> : <Empty text={say("page.search.nothing")} />}
    </>
  );
}

function Browse(): JSX.Element {
  const kind = kindNow();
  const [limit, grow] = useState(PAGE);
  const present = KINDS.filter(name => name === "building" || name === "floor" || (district().value?.tables[name]?.rows ?? 0) > 0);
  let total = 0;
  let error: JSX.Element | undefined;
  let items: Item[] | null;
  if (kind === "building") items = buildingItems();
  else if (kind === "floor") items = floorItems();
  else if (kind === "room" && floorNow()) items = roomItems();
  else if (kind === "department") items = departmentItems();
  else if (["device", "camera", "meter", "charger", "gate", "parking"].includes(kind) && district().value?.layers.includes(kind) && (kind !== "device" || floorNow())) items = markItems(kind);
  else ({ items, total, error } = tableItems(kind, limit));
  const figured = items?.some(item => item.figure !== null);
  const turn = (): void => set({ sort: S.sort === "figure" ? "rising" : S.sort === "rising" ? "name" : "figure" });
  return (
    <>
      <div class="kinds">
        <label for="kind">{say("page.list.title")}</label>
        <select id="kind" value={kind} onChange={event => set({ kind: event.currentTarget.value, sort: "" })}>
          {present.map(name => <option key={name} value={name}>{say(has(`viz.many.${name}`) ? `viz.many.${name}` : `page.many.${name}`)}</option>)}
        </select>
      </div>
      <div class="heads">
        <span>{say("page.list.count", { count: number(Math.max(total, items?.length ?? 0)) })}</span>
        {figured && <button type="button" class="sort" aria-pressed={S.sort === "figure" || S.sort === "rising"} onClick={turn}>{say("page.figure.area")} m²{{ figure: " ↓", rising: " ↑" }[S.sort] ?? ""}</button>}
      </div>
      {error ?? (items === null ? <Skeleton rows={8} /> : items.length ? <List items={ordered(items, kind)} limit={limit} more={() => grow(limit + PAGE)} /> : <Empty text={say(has(`page.empty.${kind}`) ? `page.empty.${kind}` : "page.empty.kind")} />)}
    </>
  );
}

export function Left(): JSX.Element {
  return (
    <aside class="left" aria-label={say("page.left")}>
      {S.q.trim() ? <Results /> : <><div class="summary"><Summary /></div><Browse /></>}
    </aside>
  );
}
