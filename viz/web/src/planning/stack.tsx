/** The stack plan: a column a building, a row a floor, a block a department; blocks are dragged, or taken up and carried with the keyboard. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { changed } from "../base/signal";
import { S, set, setX } from "../base/state";
import { number, say } from "../base/words";
import { floorLabel, floorOf, may } from "../data/model";
import { tell } from "../data/editing";
import { choose, openFloor } from "../ui/choose";
import { Button, Datum, Empty, Fault, Findings, Skeleton } from "../ui/parts";
import { chosen, colourOf } from "./colours";
import { edits, move, scenarioNow, stack, takeBack, type Block, type Moved, type Stack, type StackBuilding, type StackFloor } from "./model";

/** What is carried, over which floor it is, and what the checks say of that. */
interface Carried { block: Block; from: string; to: string; x: number; y: number; byKey: boolean; said: Moved | null; asked: string }
const hand: { now: Carried | null } = { now: null };
const FINE = 6;

function look(to: string): void {
  const now = hand.now;
  if (!now || now.to === to) return;
  now.to = to;
  now.said = null;
  changed();
  if (!to || to === now.from || !scenarioNow()) return;
  const asked = `${now.block.department_id}|${now.from}|${to}`;
  now.asked = asked;
  setTimeout(() => {
    if (hand.now?.asked !== asked) return;
    void move(now.block.department_id, now.from, to, true).then(said => {
      if (hand.now?.asked !== asked) return;
      hand.now.said = said;
      changed();
    });
  }, 120);
}

async function drop(): Promise<void> {
  const now = hand.now;
  hand.now = null;
  changed();
  if (!now?.to || now.to === now.from) return;
  const made = await move(now.block.department_id, now.from, now.to, false);
  if (made) tell({ text: say(made.unplaced ? "page.planning.moved_part" : "page.planning.moved", { heads: made.heads, unplaced: made.unplaced, department: now.block.department, floor: nameOf(now.to) }), kind: made.unplaced ? "info" : "ok" });
}

export const nameOf = (floor: string): string => {
  const at = floorOf(floor);
  return at ? `${at.building.name ?? ""} ${at.floor.name || floorLabel(at.floor)}` : floor;
};

const floorUnder = (x: number, y: number): string => document.elementsFromPoint(x, y).map(item => item.closest<HTMLElement>("[data-stack-floor]")?.dataset.stackFloor).find(Boolean) ?? "";

function grab(event: PointerEvent, block: Block, from: string): void {
  if (event.button !== 0 || !mayMove()) return;
  const [x0, y0] = [event.clientX, event.clientY];
  const onMove = (at: PointerEvent): void => {
    if (!hand.now && Math.hypot(at.clientX - x0, at.clientY - y0) < FINE) return;
    hand.now ??= { block, from, to: "", x: 0, y: 0, byKey: false, said: null, asked: "" };
    Object.assign(hand.now, { x: at.clientX, y: at.clientY });
    look(floorUnder(at.clientX, at.clientY));
    changed();
  };
  const onUp = (): void => {
    removeEventListener("pointermove", onMove);
    removeEventListener("pointerup", onUp);
    removeEventListener("pointercancel", onUp);
    if (hand.now && !hand.now.byKey) void drop();
  };
  addEventListener("pointermove", onMove);
  addEventListener("pointerup", onUp);
  addEventListener("pointercancel", onUp);
}

export const mayMove = (): boolean => may("scenario.edit") && !S.x.job && (!S.asof || scenarioNow() !== "");

/** By keyboard: Enter takes up, arrows choose the floor, Enter puts down, Escape lets go. */
function onKey(event: KeyboardEvent, block: Block, from: string, held: Stack): void {
  const now = hand.now;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    event.stopPropagation();
    if (now?.byKey) void drop();
    else if (mayMove()) {
      hand.now = { block, from, to: from, x: 0, y: 0, byKey: true, said: null, asked: "" };
      changed();
    }
    return;
  }
  if (!now?.byKey) return;
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    hand.now = null;
    changed();
  } else if (event.key.startsWith("Arrow")) {
    event.preventDefault();
    event.stopPropagation();
    look(neighbour(held, now.to || from, event.key));
  }
}

function neighbour(held: Stack, floor: string, key: string): string {
  const column = held.buildings.findIndex(item => item.floors.some(one => one.floor_id === floor));
  const own = sorted(held.buildings[column]);
  const at = own.findIndex(one => one.floor_id === floor);
  if (key === "ArrowUp" || key === "ArrowDown") return own[at + (key === "ArrowUp" ? -1 : 1)]?.floor_id ?? floor;
  const other = sorted(held.buildings[column + (key === "ArrowRight" ? 1 : -1)]);
  return (other.find(one => one.number === own[at]?.number) ?? other.at(-1))?.floor_id ?? floor;
}

const sorted = (item: StackBuilding | undefined): StackFloor[] => [...(item?.floors ?? [])].sort((a, b) => b.number - a.number);

function Piece({ block, floor, held, list, scale }: { block: Block; floor: StackFloor; held: Stack; list: string[]; scale: number }): JSX.Element {
  const box = useRef<HTMLButtonElement>(null);
  const ratio = block.ceiling_m2 ? block.m2 / block.ceiling_m2 : null;
  useLayoutEffect(() => {
    if (!box.current) return;
    box.current.style.width = `${Math.max(block.m2 * scale, 2)}%`;
    box.current.style.backgroundColor = colourOf(list, block.department_id);
    const bar = box.current.querySelector("i");
    if (bar) bar.style.width = `${Math.min(100, 100 * (ratio ?? 0))}%`;
  });
  const carried = hand.now?.block.department_id === block.department_id && hand.now.from === floor.floor_id;
  const over = (block.over_m2 ?? 0) > 0.5;
  const said = say("page.planning.block", { department: block.department, area: number(block.m2, 1), heads: number(block.heads), ceiling: number(block.ceiling_m2, 1) });
  return (
    <button type="button" ref={box} class={["block", carried && "carried", over && "over", S.sel === `department:${block.department_id}` && "chosen"].filter(Boolean).join(" ")} data-block={`${floor.floor_id}|${block.department_id}`} aria-label={said} title={said} aria-pressed={carried}
      onPointerDown={event => grab(event, block, floor.floor_id)} onKeyDown={event => onKey(event, block, floor.floor_id, held)} onBlur={() => { if (hand.now?.byKey) { hand.now = null; changed(); } }}
      onClick={() => { if (!hand.now) choose(`department:${block.department_id}`); }}>
      <span>{over && <b aria-hidden="true">▲</b>}<Datum>{short(block.department)}</Datum> <small>{number(block.m2)}</small></span>
      {ratio !== null && <em class={over ? "ceiling over" : "ceiling"} aria-hidden="true"><i /></em>}
    </button>
  );
}

const short = (name: string): string => name.replace(/^市|委员会$|办公室$|管理局$/g, "").slice(0, 8) || name;

function Storey({ floor, held, list, most }: { floor: StackFloor; held: Stack; list: string[]; most: number }): JSX.Element {
  const scale = 100 / most;
  const vacant = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (vacant.current) vacant.current.style.width = `${floor.vacant_m2 * scale}%`;
  });
  const target = hand.now?.to === floor.floor_id && hand.now.from !== floor.floor_id;
  const refused = target && hand.now?.said?.findings.some(item => item.severity === "error");
  return (
    <div class={["storey", target && "target", refused && "refused", S.f === floor.floor_id && "here"].filter(Boolean).join(" ")} data-stack-floor={floor.floor_id}>
      <button type="button" class="storey-name" aria-current={S.f === floor.floor_id ? "true" : undefined} title={floor.name ?? ""} onClick={() => goFloor(floor.floor_id)}>{floor.number < 0 ? `B${-floor.number}` : `${floor.number}F`}</button>
      <div class="blocks">
        {[...floor.blocks].sort((a, b) => list.indexOf(a.department_id) - list.indexOf(b.department_id)).map(block => <Piece key={block.department_id} block={block} floor={floor} held={held} list={list} scale={scale} />)}
        {floor.vacant_m2 > 0 && <i ref={vacant} class="empty-space" title={say("page.planning.vacant", { area: number(floor.vacant_m2, 1), rooms: floor.vacant_rooms })} />}
      </div>
      <small class="storey-sum">{number(floor.office_m2)}</small>
    </div>
  );
}

function goFloor(floor: string): void {
  const at = floorOf(floor);
  if (at && at.building.building_id !== S.b) set({ b: at.building.building_id, f: floor, eye: null });
  else openFloor(floor);
}

/** What the hand holds, and what becomes of the ceilings where it is. */
function Carrying({ held }: { held: Stack }): JSX.Element | null {
  const now = hand.now;
  const ghost = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (ghost.current && hand.now) ghost.current.style.transform = `translate(${hand.now.x + 12}px, ${hand.now.y + 8}px)`;
  });
  if (!now) return null;
  const target = held.buildings.flatMap(item => item.floors).find(floor => floor.floor_id === now.to);
  const away = target && now.to !== now.from;
  return (
    <>
      {!now.byKey && <div class="ghost" ref={ghost} aria-hidden="true"><Datum>{now.block.department}</Datum> {number(now.block.m2)} m²</div>}
      <div class="carrying" role="status" aria-live="polite" id="carrying">
        <b><Datum>{now.block.department}</Datum> {say("page.planning.people_n", { heads: number(now.block.heads) })} → {away ? <Datum>{nameOf(now.to)}</Datum> : say("page.planning.choose_floor")}</b>
        {away && <span>{say("page.planning.room_there", { area: number(target.vacant_m2, 1), rooms: target.vacant_rooms })}</span>}
        {away && now.block.ceiling_m2 !== null && <span>{say("page.planning.needs", { area: number(now.block.ceiling_m2, 1) })}</span>}
        {now.said && <span class={now.said.unplaced ? "bad-text" : "good-text"}>{say(now.said.unplaced ? "page.planning.would_part" : "page.planning.would", { heads: now.said.heads, unplaced: now.said.unplaced })}</span>}
        {now.said && now.said.findings.length > 0 && <Findings list={now.said.findings.slice(0, 2)} />}
        {now.byKey && <small>{say("page.planning.keys")}</small>}
      </div>
    </>
  );
}

export function Dock(): JSX.Element {
  const answer = stack();
  const [tall, grow] = useState(false);
  const held = answer.value;
  const list = held ? chosen(held) : [];
  const most = Math.max(1, ...(held?.buildings.flatMap(item => item.floors.map(floor => Math.max(floor.office_m2, floor.blocks.reduce((sum, block) => sum + block.m2, 0) + floor.vacant_m2))) ?? []));
  const floors = held?.buildings.some(item => item.floors.some(floor => floor.office_m2 > 0));
  return (
    <section class={tall ? "dock stack tall" : "dock stack"} aria-label={say("page.planning.stack")}>
      <header class="dock-head">
        <h2>{say("page.planning.stack")}</h2>
        <span class="what" id="stack-of">{S.x.job ? say("page.planning.of_plan") : scenarioNow() ? say("page.planning.of_scenario", { name: scenarioNow() }) : say("page.planning.of_today")}</span>
        {held && <small>{held.on}</small>}
        <span class="gap" />
        {S.x.job && <Button label={say("page.planning.back_to_today")} onClick={() => setX({ job: "" })} id="stack-today" />}
        {scenarioNow() && <Button label={say("page.planning.take_back")} icon="undo" words onClick={() => void takeBack()} disabled={!edits.undo} why={say("page.undo.nothing")} id="take-back" />}
        <Button label={say(tall ? "page.planning.lower" : "page.planning.taller")} onClick={() => grow(!tall)} id="taller" />
      </header>
      {answer.error && !held ? <Fault problem={answer.error} /> : !held ? <Skeleton rows={4} /> : !floors ? <Empty text={say("page.planning.no_offices")} /> : (
        <div class="columns">
          {held.buildings.filter(item => item.floors.some(floor => floor.office_m2 > 0)).map(item => (
            <div class="column" key={item.building_id}>
              <h3><Datum>{item.name || item.building_id}</Datum><small>{number(item.office_m2)} m²</small></h3>
              {sorted(item).map(floor => <Storey key={floor.floor_id} floor={floor} held={held} list={list} most={most} />)}
            </div>
          ))}
        </div>
      )}
      {held && <Carrying held={held} />}
    </section>
  );
}

export const letGo = (): boolean => {
  if (!hand.now) return false;
  hand.now = null;
  changed();
  return true;
};
