/** The left side of the security desk: conditions, then cells, floors, blind places or cameras; every one on the map is a row here. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { S, set, setX } from "../base/state";
import { either, number, say, valueWord } from "../base/words";
import { building, district, floorLabel, floorOf, floorsOf, marks, may } from "../data/model";
import type { Resource } from "../data/resource";
import { theCanvas } from "../ui/lazy";
import { choose, open, openFloor } from "../ui/choose";
import { Button, Choice, Datum, Empty, Fault, Icon, Skeleton } from "../ui/parts";
import { blinds, cells, faces, floors, off, outages, placeNow, type Blind, type Cell, type FloorRow } from "./model";
import { levelName } from "./levels";
import { Bar } from "./parts";
import { blindNow, TABS, tabNow, toggleOff } from "./state";
import { boxOf } from "../map/plane";
import { ringsOf } from "../data/shapes";

const PAGE = 150;

function onKeys(event: KeyboardEvent): void {
  const all = [...document.querySelectorAll<HTMLElement>("#rows .row")];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  all[Math.min(Math.max(to, 0), all.length - 1)]?.focus();
}

export interface Line { ref: string; title: string; sub: JSX.Element | string; first?: string; second?: string; bad?: boolean; glyph?: string; bar?: JSX.Element; current: boolean; go: () => void; tone?: string }

function Lines({ lines, label }: { lines: Line[]; label: string }): JSX.Element {
  const [limit, grow] = useState(PAGE);
  const chosen = Math.max(0, lines.findIndex(line => line.current));
  return (
    <ul class="rows" id="rows" aria-label={label} onKeyDown={onKeys}>
      {lines.slice(0, limit).map((line, at) => (
        <li key={line.ref}>
          <button type="button" class="row" data-ref={line.ref} tabIndex={at === (chosen < limit ? chosen : 0) ? 0 : -1} aria-current={line.current ? "true" : undefined} onClick={line.go}>
            {line.glyph && <Icon name={line.glyph} />}
            <span class="two"><b><Datum>{line.title}</Datum></b>{line.bar}<small title={typeof line.sub === "string" ? line.sub : undefined}>{line.sub}</small></span>
            {line.bad && <span class="bad" aria-hidden="true">◆</span>}
            {line.first !== undefined && <span class="figure first">{line.first}</span>}
            {line.second !== undefined && <span class={line.tone ? `figure second ${line.tone}` : "figure second"}>{line.second}</span>}
          </button>
        </li>
      ))}
      {lines.length > limit && <li><button type="button" class="button more" onClick={() => grow(limit + PAGE)}>{say("page.list.more", { count: number(lines.length - limit) })}</button></li>}
    </ul>
  );
}

function Heads({ first, second }: { first: [string, string]; second: [string, string] }): JSX.Element {
  const turn = (key: string): void => set({ sort: S.sort === key ? "" : key });
  const head = ([key, label]: [string, string]): JSX.Element => <button type="button" class="sort" aria-pressed={S.sort === key} onClick={() => turn(key)}>{label}{S.sort === key ? " ↓" : ""}</button>;
  return <>{head(first)}{head(second)}</>;
}

const answered = <T,>(held: Resource<T>, show: (value: T) => JSX.Element): JSX.Element => (held.error && !held.value ? <Fault problem={held.error} /> : held.value ? show(held.value) : <Skeleton rows={8} />);

/** Lower is worse in percent; larger is worse in area. */
function sorted<T>(list: T[], by: Record<string, (item: T) => number>): T[] {
  const worth = by[S.sort];
  return worth ? [...list].sort((a, b) => worth(b) - worth(a)) : list;
}

function Cells(): JSX.Element {
  return answered(cells(), ({ cells: all, ladder }) => {
    if (!all.length) return <Empty text={say("page.security.no_cells")} />;
    const lines = sorted(all, { percent: cell => -(cell.percent ?? 0), blind: cell => cell.blind_m2 }).map((cell): Line => ({
      ref: `cell:${cell.cell_id}`, title: cell.name, first: cell.percent === null ? "—" : number(cell.percent, 1), second: number(cell.blind_m2), current: S.sel === `cell:${cell.cell_id}`,
      bar: <Bar total={cell.reference_m2} parts={cell.levels_m2} covered={cell.covered_m2} names={ladder.levels.map(levelName)} />,
      sub: cellSub(cell), tone: cell.short_m2 > 0.05 * cell.reference_m2 ? "watch" : "", go: () => goCell(cell.cell_id),
    }));
    return <><div class="heads"><span>{say("page.list.count", { count: number(all.length) })}</span><Heads first={["percent", say("page.security.seen_percent")]} second={["blind", say("page.security.blind_m2")]} /></div><Lines lines={lines} label={say("page.security.tab.cells")} /></>;
  });
}

function cellSub(cell: Cell): string {
  const worst = cell.worst?.[0];
  const minutes = cell.duty?.patrol_interval_min;
  return [
    cell.class ? valueWord("guard_class", cell.class) : "", worst && worst.lost_m2 >= 0.5 ? say("page.security.weakest", { name: worst.name || worst.camera_id, area: number(worst.lost_m2) }) : "",
    typeof minutes === "number" ? say("page.security.patrol", { minutes: number(minutes) }) : "",
  ].filter(Boolean).join(" · ");
}

function goCell(key: string): void {
  set({ sel: `cell:${key}`, ...(S.b ? { b: "", f: "", eye: null } : {}) });
}

function Floors(): JSX.Element {
  if (!S.b) {
    const lines = (district().value?.buildings ?? []).map((item): Line => ({ ref: `building:${item.building_id}`, title: item.name || item.building_id, sub: say("page.security.floors_of", { floors: item.floors.length }), glyph: "building", current: false, go: () => open(item.building_id) }));
    return lines.length ? <><div class="heads"><span>{say("page.security.choose_building")}</span></div><Lines lines={lines} label={say("page.security.tab.floors")} /></> : <Empty text={say("page.empty.map")} />;
  }
  return answered(floors(S.b), ({ floors: all }) => {
    const order = new Map(floorsOf(S.b).map((floor, at) => [floor.floor_id, at]));
    const known = sorted([...all].sort((a, b) => (order.get(b.floor_id) ?? 0) - (order.get(a.floor_id) ?? 0)), { percent: (row: FloorRow) => -(row.percent ?? 0), blind: (row: FloorRow) => row.blind_m2 });
    const lines = known.map((row): Line => {
      const at = floorOf(row.floor_id)?.floor;
      return {
        ref: `floor:${row.floor_id}`, title: at ? at.name || floorLabel(at) : row.name, first: row.percent === null ? "—" : number(row.percent, 1), second: number(row.blind_m2), current: S.f === row.floor_id, go: () => openFloor(row.floor_id),
        bar: <Bar total={row.reference_m2} parts={row.levels_m2} covered={row.covered_m2} names={[]} />,
        sub: [say("page.security.cameras", { count: number(row.cameras) }), row.short_m2 > 0.5 ? say("page.security.short", { area: number(row.short_m2) }) : ""].filter(Boolean).join(" · "),
      };
    });
    return <><div class="heads"><span>{building(S.b)?.name ?? ""}</span><Heads first={["percent", say("page.security.seen_percent")]} second={["blind", say("page.security.blind_m2")]} /></div><Lines lines={lines} label={say("page.security.tab.floors")} /></>;
  });
}

/** Fly to a blind place of the list and mark it. */
export function goBlind(at: number, list: Blind[]): void {
  const part = list[at];
  if (!part) return;
  const held = faces(placeNow()).value;
  const [e, n] = held?.shapes.origin ?? [0, 0];
  const box = held?.blind ? boxOf(ringsOf(held.blind, at).flat()) : null;
  theCanvas()?.bring(box ? [box[0] + e, box[1] + n, box[2] + e, box[3] + n] : [part.point[0] - 5, part.point[1] - 5, part.point[0] + 5, part.point[1] + 5], true);
  setX({ blind: String(at + 1), tab: "blind" }, { sel: "", panel: "" });
}

function Blinds(): JSX.Element {
  return answered(blinds(placeNow()), ({ blind: all, total, slivers }) => {
    if (!all.length) return <Empty text={say("page.security.no_blind")} />;
    const at = blindNow();
    const lines = all.map((part, place): Line => ({ ref: `blind:${part.rank}`, title: either(part.where), sub: say("page.security.blind_sub", { rank: part.rank, priority: number(part.priority, part.priority % 1 ? 1 : 0), weight: number(part.area_m2 * part.priority) }), second: number(part.area_m2, 1), current: place === at, go: () => goBlind(place, all) }));
    return (
      <>
        <div class="heads walk"><Button label={say("page.security.previous")} onClick={() => goBlind(Math.max(0, at - 1), all)} disabled={at <= 0} why={say("page.security.first_blind")} id="blind-previous" /><span aria-live="polite">{at < 0 ? say("page.security.blind_count", { count: number(total) }) : `${at + 1} / ${number(total)}`}</span><Button label={say("page.security.next")} onClick={() => goBlind(at + 1, all)} disabled={at >= all.length - 1} why={say("page.security.last_blind")} id="blind-next" /><span class="unit">m²</span></div>
        <Lines lines={lines} label={say("page.security.tab.blind")} />
        {slivers.count > 0 && <p class="hint foot-note">{say("page.security.slivers", { count: number(slivers.count), area: number(slivers.total_m2, 1) })}</p>}
      </>
    );
  });
}

function Cameras(): JSX.Element {
  const floor = placeNow();
  return answered(outages(floor), ({ singles }) => {
    const held = marks("camera", floor, S.b).value;
    const dark = off();
    const kinds = new Map((held?.key ?? []).map((key, row) => [key, [held!.code[row] ?? "", held!.status[row] ?? "", held!.floor[row] ?? ""] as const]));
    const rest = [...kinds].filter(([key, [, , at]]) => at === floor && !singles.some(one => one.camera_id === key)).map(([key]) => ({ camera_id: key, name: held!.name[held!.key.indexOf(key)] ?? key, lost_m2: NaN }));
    const lines = [...singles, ...rest].map((one): Line => {
      const [lens = "", status = ""] = kinds.get(one.camera_id) ?? [];
      return {
        ref: `camera:${one.camera_id}`, title: one.name || one.camera_id, glyph: "camera", current: S.sel === `camera:${one.camera_id}`, bad: dark.includes(one.camera_id) || (status !== "" && status !== "working"), go: () => choose(`camera:${one.camera_id}`),
        sub: [dark.includes(one.camera_id) ? say("page.security.supposed_off") : "", lens ? valueWord("lens", lens) : "", status && status !== "working" ? valueWord("status", status) : ""].filter(Boolean).join(" · "), second: number(one.lost_m2, 1),
      };
    });
    if (!lines.length) return <Empty text={say("page.security.no_cameras")} />;
    return <><div class="heads"><span>{say("page.list.count", { count: number(lines.length) })}</span><span class="unit">{say("page.security.sole_m2")}</span></div><Lines lines={lines} label={say("page.security.tab.cameras")} /></>;
  });
}

const PLANES = ["0", "", "1.5"];

/** The state that everything is reckoned for: a line that says it, and behind it the switches. */
function Conditions(): JSX.Element {
  const [shown, toggle] = useState(false);
  const { plane = "", doors, glass, night, ladder } = S.x;
  const said = [
    say("page.security.plane_now", { z: plane || "1.0" }), say(doors ? "page.security.doors_closed" : "page.security.doors_open"), glass ? say("page.security.glass_closed") : "", say(night ? "page.security.night" : "page.security.day"),
    ladder ? "IEC 62676-4:2025" : "DORI 2014",
  ].filter(Boolean).join(" · ");
  return (
    <section class="conditions">
      <button type="button" class="legend-head" id="conditions" aria-expanded={shown} onClick={() => toggle(!shown)}><i aria-hidden="true">{shown ? "▾" : "▸"}</i><span>{said}</span></button>
      {shown && (
        <div class="switches">
          <span>{say("page.security.plane")}</span><Choice id="plane" label={say("page.security.plane")} value={plane} onChange={value => setX({ plane: value })} options={PLANES.map(value => ({ value, label: `${value || "1.0"} m` }))} />
          <span>{say("page.security.ladder")}</span><Choice id="ladder" label={say("page.security.ladder")} value={ladder ?? ""} onChange={value => setX({ ladder: value })} options={[{ value: "", label: "2014" }, { value: "iec2025", label: "2025" }]} />
          <span>{say("page.security.doors")}</span><Choice id="doors" label={say("page.security.doors")} value={doors ?? ""} onChange={value => setX({ doors: value })} options={[{ value: "", label: say("page.security.open") }, { value: "closed", label: say("page.security.shut") }]} />
          <span>{say("page.security.glass")}</span><Choice id="glass" label={say("page.security.glass")} value={glass ?? ""} onChange={value => setX({ glass: value })} options={[{ value: "", label: say("page.security.clear") }, { value: "closed", label: say("page.security.covered") }]} />
          <span>{say("page.security.light")}</span><Choice id="light" label={say("page.security.light")} value={night ?? ""} onChange={value => setX({ night: value })} options={[{ value: "", label: say("page.security.day") }, { value: "1", label: say("page.security.night") }]} />
        </div>
      )}
      {off().length > 0 && (
        <p class="outage-set"><b>{say("page.security.off_set", { count: off().length })}</b>{off().map(key => <button type="button" class="chip" key={key} title={say("page.security.switch_on")} onClick={() => toggleOff(key)}><Datum>{nameOf(key)}</Datum> ×</button>)}<button type="button" class="link" onClick={() => setX({ off: "" })}>{say("page.security.all_on")}</button></p>
      )}
    </section>
  );
}

export function nameOf(key: string): string {
  return faces(placeNow()).value?.cameras.find(camera => camera.camera_id === key)?.name || key;
}

export function Left(): JSX.Element {
  const tab = tabNow();
  if (!may("ask.security") || !may("protected.views")) {
    return <aside class="left" aria-label={say("page.left")}><div class="denied" role="alert"><Icon name="camera" size={20} /><b>{say("page.state.forbidden")}</b><p>{say("page.security.denied")}</p><p class="hint">{say("page.security.denied_how")}</p></div></aside>;
  }
  return (
    <aside class="left" aria-label={say("page.left")}>
      <Conditions />
      <div class="tabs"><Choice id="tabs" label={say("page.security.lists")} value={tab} onChange={value => setX({ tab: value }, { sort: "" })} options={TABS.map(name => ({ value: name, label: say(`page.security.tab.${name}`) }))} /></div>
      {tab === "cells" ? <Cells /> : tab === "floors" ? <Floors /> : tab === "blind" ? <Blinds key={placeNow()} /> : <Cameras key={placeNow()} />}
    </aside>
  );
}

