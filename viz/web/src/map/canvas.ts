/** The map: one deck.gl canvas with a flat and a solid view over the same metres, picking, and the sign that all is drawn. */
import { AmbientLight, Deck, DirectionalLight, LightingEffect, OrbitView, OrthographicView, type PickingInfo, type Viewport } from "@deck.gl/core";
import { look, S, set, type Eye } from "../base/state";
import { changed, onChange } from "../base/signal";
import { P } from "../base/palette";
import { building, district, floorOf, floorsOf, names, shapes, split } from "../data/model";
import { busy } from "../data/resource";
import { carry, edit } from "../data/editing";
import { pickGround, wizard } from "../data/placing";
import { choose, refAt } from "../ui/choose";
import { deskComing, deskNow } from "../ui/desk";
import { base, items, onFloor, outlineOf, scene, shownMarks, step } from "./scene";
import { markAt, overlayCanvas, overlayIn, paintOverlay, type Items } from "./overlay";
import { tileOf } from "./nearby";
import { boxOf, type Point } from "./plane";
import type { Shift } from "./draw";

const LIMITS = { minZoom: -7, maxZoom: 8 };
const PITCH = 42;
const TURN = -20;
let deck: Deck<(OrthographicView | OrbitView)[]> | null = null;
let holder: HTMLElement | null = null;
let viewed = "";
let over_: Items = { marks: [], words: [] };
let waiting: (() => void)[] = [];
let drawnFor = "";
let carrying = false;
export const pointer: { e: number; n: number; on: boolean } = { e: 0, n: 0, on: false };

/** The view as deck.gl has it; none before it is ready. */
const sight = (): Viewport | undefined => (deck?.isInitialized ? deck.getViewports()[0] : undefined);
const origin = (): Shift => base()?.origin ?? [0, 0, 0];

/** Eye that shows what is open: the floor's building, else the district. */
export function home(): Eye {
  const open = S.b ? building(S.b) : undefined;
  let box = open?.bounds ?? district().value?.bounds ?? null;
  if (S.b && !open?.bounds) {
    const plan = onFloor() ? shapes("floor", onFloor(), S.b).value : undefined;
    const local = plan?.blocks.room ? boxOf(pairs(plan.blocks.room.xy)) : null;
    box = local && plan ? [local[0] + plan.origin[0], local[1] + plan.origin[1], local[2] + plan.origin[0], local[3] + plan.origin[1]] : box;
  }
  if (!S.b) {
    const near = boxOf((district().value?.buildings ?? []).flatMap(item => (item.bounds ? ([[item.bounds[0], item.bounds[1]], [item.bounds[2], item.bounds[3]]] as Point[]) : [])));
    box = near ?? box;
  }
  const own = deskNow()?.home?.();
  return over(own ?? box ?? [-50, -50, 50, 50], own ? 0.96 : 0.84);
}

function* pairs(xy: Float32Array): Generator<Point> {
  for (let at = 0; at < xy.length; at += 2) yield [xy[at]!, xy[at + 1]!];
}

function over([x0, y0, x1, y1]: [number, number, number, number], share: number): Eye {
  const wide = holder?.clientWidth || 600;
  const high = holder?.clientHeight || 500;
  const zoom = Math.log2(Math.min(wide / Math.max(x1 - x0, 4), high / Math.max(y1 - y0, 4)) * share);
  return { e: (x0 + x1) / 2, n: (y0 + y1) / 2, zoom: Math.min(Math.max(zoom - (S.view === "3d" ? 0.25 : 0), LIMITS.minZoom), 5), pitch: PITCH, turn: TURN };
}

export const eye = (): Eye => S.eye ?? home();

/** Height that the solid view turns about. */
function pivot(): number {
  if (S.view !== "3d" || !S.b) return 0;
  const at = onFloor() ? floorOf(onFloor()) : undefined;
  const levels = at ? [at.floor.elevation] : floorsOf(S.b).map(floor => floor.elevation);
  return levels.length ? (Math.min(...levels) + Math.max(...levels)) / 2 - origin()[2] : 0;
}

function viewState(): Record<string, unknown> {
  const { e, n, zoom, pitch, turn } = eye();
  const [e0, n0] = origin();
  const target = [e - e0, n - n0, pivot()];
  return S.view === "3d" ? { target, zoom, rotationX: pitch, rotationOrbit: turn, minRotationX: 8, maxRotationX: 89, ...LIMITS } : { target, zoom, ...LIMITS };
}

const views = (): (OrthographicView | OrbitView)[] => (S.view === "3d" ? [new OrbitView({ id: "solid", orbitAxis: "Z", near: 0.1, far: 4000 })] : [new OrthographicView({ id: "flat", flipY: false })]);

/** Light under which what faces up keeps the colour of its legend, and sides are darker. */
function light(): LightingEffect {
  const direction: [number, number, number] = [-1, 2, -4];
  const cosine = 4 / Math.hypot(...direction);
  return new LightingEffect({
    ambient: new AmbientLight({ color: [255, 255, 255], intensity: 1 }),
    sun: new DirectionalLight({ color: [255, 255, 255], intensity: 1 / cosine, direction }),
  });
}

/** Draw the present state. */
export function draw(): void {
  if (!deck || !district().value) return;
  drawnFor = stateKey();
  const { zoom, e, n } = eye();
  const frame = { zoom, origin: origin(), at: [e, n] as Point };
  over_ = items(frame);
  // deck.gl draws again only where a layer or the eye changed; words and marks are ours, and cost next to nothing.
  deck.setProps({ ...(viewed === S.view ? {} : { views: views() }), viewState: viewState() as never, layers: scene(frame) });
  viewed = S.view;
  overlay();
}

const stateKey = (): string => JSON.stringify([S.b, S.f, S.view, S.by, S.sel, S.on, S.lang, S.asof, S.desk, S.x]);

interface Moved { viewState: { target: [number, number, number]; zoom: number | [number, number]; rotationX?: number; rotationOrbit?: number } }

function moved({ viewState: next }: Moved): void {
  const before = eye();
  const [x, y] = grounded(next.target);
  const [e0, n0] = origin();
  const zoom = Array.isArray(next.zoom) ? next.zoom[0]! : next.zoom;
  const rescaled = step(zoom) !== step(before.zoom) || tileOf(x, y, step(zoom)) !== tileOf(before.e - e0, before.n - n0, step(zoom));
  look({ e: x + e0, n: y + n0, zoom, pitch: next.rotationX ?? before.pitch, turn: next.rotationOrbit ?? before.turn });
  if (rescaled) draw();
  else deck?.setProps({ viewState: viewState() as never });
  for (const tell of footers) tell();
}

/** Slide a target along the line of sight to the height of the pivot, so that dragging moves over the ground. */
function grounded([x, y, z]: [number, number, number]): Point {
  const from = S.view === "3d" ? (sight() as unknown as { cameraPosition: number[]; target: number[] } | undefined) : undefined;
  if (!from?.cameraPosition || !from.target) return [x, y];
  const [dx, dy, dz] = from.cameraPosition.map((part, axis) => part - (from.target[axis] ?? 0)) as [number, number, number];
  const along = dz > 1e-6 ? (pivot() - z) / dz : 0;
  return [x + dx * along, y + dy * along];
}

const footers = new Set<() => void>();
/** Be told whenever the eye or the pointer moved; for the scale bar and the coordinates. */
export function onMove(listener: () => void): () => void {
  footers.add(listener);
  return () => footers.delete(listener);
}

/** Start drawing in an element; tells whether this browser can. */
export function start(parent: HTMLElement): boolean {
  holder = parent;
  try {
    deck = new Deck<(OrthographicView | OrbitView)[]>({
      parent: parent as HTMLDivElement, effects: [light()], views: views(), viewState: viewState() as never, layers: [],
      controller: { dragMode: "pan", inertia: false, keyboard: true } as never, pickingRadius: 4, useDevicePixels: Math.min(devicePixelRatio, 2),
      onViewStateChange: moved as never, onAfterRender: rendered, onError: failed,
      getCursor: ({ isDragging, isHovering }) => (deskNow()?.aiming?.() || edit.moving || S.panel === "measure" || wizard.step === "place" ? "crosshair" : isDragging ? "grabbing" : isHovering ? "pointer" : "grab"),
      getTooltip: null,
    });
  } catch (error) {
    failed(error);
    return false;
  }
  overlayIn(parent);
  listen(parent);
  onChange(draw);
  new ResizeObserver(() => draw()).observe(parent);
  draw();
  return true;
}

function listen(parent: HTMLElement): void {
  let pressed: [number, number] | null = null;
  parent.addEventListener("pointerdown", event => {
    pressed = event.button === 0 ? [event.clientX, event.clientY] : null;
    if (edit.moving && near(event, [edit.moving.e, edit.moving.n])) {
      carrying = true;
      parent.setPointerCapture(event.pointerId);
      event.stopPropagation(); // deck.gl would take it for the start of a pan
    }
  }, true);
  parent.addEventListener("pointermove", event => {
    const at = place(event);
    Object.assign(pointer, at ? { e: at[0], n: at[1], on: true } : { on: false });
    if (carrying && at) void carry(at[0], at[1], false);
    for (const tell of footers) tell();
  });
  parent.addEventListener("pointerleave", () => {
    pointer.on = false;
    for (const tell of footers) tell();
  });
  parent.addEventListener("pointerup", event => {
    const still = pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) < 5;
    pressed = null;
    const at = place(event);
    if (carrying) {
      carrying = false;
      if (at) void carry(at[0], at[1], true);
      return;
    }
    if (still) clicked(event, at);
  });
}

function near(event: PointerEvent, [e, n]: Point): boolean {
  const at = toPixel(e, n);
  return at !== null && Math.hypot(event.clientX - at[0], event.clientY - at[1]) < 22;
}

function clicked(event: PointerEvent, at: Point | null): void {
  if (edit.moving) {
    if (at) void carry(at[0], at[1], true);
  } else if (S.panel === "import" && wizard.step === "place") {
    if (at) pickGround(at[0], at[1]);
  } else if (S.panel === "measure") {
    if (at) set({ m: [...S.m, [Math.round(at[0] * 100) / 100, Math.round(at[1] * 100) / 100]] });
  } else {
    const ref = pick(event.clientX, event.clientY);
    if (!deskNow()?.click?.(at, ref)) choose(ref);
  }
}

/** What lies at a point of the window, as `table:key`; "" where nothing does. */
export function pick(clientX: number, clientY: number): string {
  if (!deck?.isInitialized || !holder) return "";
  const box = holder.getBoundingClientRect();
  const mark = markAt(clientX - box.left, clientY - box.top);
  if (mark) return mark;
  const found = deck.pickObject({ x: clientX - box.left, y: clientY - box.top, radius: 4 });
  return found ? refOf(found) : "";
}

function refOf({ layer, index }: PickingInfo): string {
  return refAt((layer?.id ?? "").replace(/-[23]d$/, ""), index);
}

/** Grid metres under the pointer; in space on the level of the floor. */
function place(event: PointerEvent): Point | null {
  const viewport = sight();
  if (!viewport || !holder) return null;
  const box = holder.getBoundingClientRect();
  const spot = viewport.unproject([event.clientX - box.left, event.clientY - box.top], S.view === "3d" ? { targetZ: pivot() } : {}) as number[];
  const [e0, n0] = origin();
  return Number.isFinite(spot[0]) ? [spot[0]! + e0, spot[1]! + n0] : null;
}

/** Pixel of the window at grid metres. */
export function toPixel(e: number, n: number): Point | null {
  const viewport = sight();
  if (!viewport || !holder) return null;
  const box = holder.getBoundingClientRect();
  const [e0, n0] = origin();
  const [x, y] = viewport.project([e - e0, n - n0, S.view === "3d" ? pivot() : 0]) as [number, number];
  return [box.left + x, box.top + y];
}

function failed(error: unknown): void {
  console.error(error);
  document.body.dataset.map = "failed";
  changed();
}

/** Whether everything that was asked for is there and drawn. */
function complete(): boolean {
  return !busy() && !deskComing() && drawnFor === stateKey() && (deck?.props.layers as { isLoaded?: boolean }[]).every(layer => !layer || layer.isLoaded !== false);
}

function overlay(): void {
  const viewport = sight();
  if (holder && viewport) paintOverlay(over_, position => viewport.project(position), holder.clientWidth, holder.clientHeight);
}

function rendered(): void {
  overlay();
  if (!deck || !district().value || busy()) return;
  if (!complete()) return;
  if (document.body.dataset.ready !== "true") {
    performance.mark("twin-ready");
    document.body.dataset.ready = "true";
    changed();
  }
  const ready = waiting;
  waiting = [];
  for (const tell of ready) tell();
}

/** Resolve when everything asked for is on the screen. */
export function settled(): Promise<void> {
  return new Promise(done => {
    const ask = (): void => {
      if (document.body.dataset.map === "failed") return done();
      if (busy() || deskComing() || drawnFor !== stateKey()) {
        setTimeout(ask, 15);
        return;
      }
      if (deck?.isInitialized && complete() && document.body.dataset.ready === "true") {
        // The graphics library takes what it was given at the next frame, and draws it then; asking it to draw at once would draw twice.
        if (!deck.needsRedraw({ clearRedrawFlags: false })) return done();
        requestAnimationFrame(() => requestAnimationFrame(ask));
        return;
      }
      waiting.push(done);
      deck?.redraw("asked");
    };
    setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(ask)), 0);
  });
}

export function zoomBy(by: number): void {
  const now = eye();
  set({ eye: { ...now, zoom: Math.min(Math.max(now.zoom + by, LIMITS.minZoom), LIMITS.maxZoom) } });
  for (const tell of footers) tell();
}

export const fitAll = (): void => set({ eye: null });

/** Bring a thing into view where it is not. */
export function show(ref: string): void {
  const [table, key] = split(ref);
  let box = boxOf(outlineOf(ref, [0, 0, 0]).flat());
  for (const { table: each, held } of shownMarks()) {
    const row = each === table ? held.key.indexOf(key) : -1;
    if (row >= 0) box = boxOf([[held.spot[2 * row]! + held.origin[0], held.spot[2 * row + 1]! + held.origin[1]]]);
  }
  if (table === "building" && !box) box = building(key)?.bounds ?? null;
  if (box) bring(box, table === "room" || table === "building");
}

/** Bring a box of grid metres into view; the scale stays unless the thing would be a speck or larger than the map. */
export function bring(box: [number, number, number, number], area: boolean): void {
  if (!holder) return;
  const now = eye();
  const scale = 2 ** now.zoom;
  const size = Math.max(box[2] - box[0], box[3] - box[1]) * scale;
  const [cx, cy] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const least = Math.min(holder.clientWidth, holder.clientHeight);
  const seen = Math.abs(cx - now.e) * scale < holder.clientWidth * 0.42 && Math.abs(cy - now.n) * scale < holder.clientHeight * 0.42;
  if (seen && size < least && (size > 24 || !area)) return;
  const zoom = area ? (size > 24 && size < least ? now.zoom : Math.min(over(box, 0.35).zoom, 5)) : Math.max(now.zoom, 2);
  S.eye = { ...now, e: cx, n: cy, zoom };
}

/** The present picture as a PNG. */
export async function picture(): Promise<Blob | null> {
  await settled();
  deck?.redraw("picture");
  const plan = holder?.querySelector("canvas");
  const words = overlayCanvas();
  if (!plan || !words) return null;
  const whole = document.createElement("canvas");
  [whole.width, whole.height] = [plan.width, plan.height];
  const pen = whole.getContext("2d")!;
  pen.fillStyle = P.ground;
  pen.fillRect(0, 0, whole.width, whole.height);
  pen.drawImage(plan, 0, 0);
  pen.drawImage(words, 0, 0, whole.width, whole.height);
  return new Promise(done => whole.toBlob(done, "image/png"));
}

/** For tests and benches: what is drawn, and where. */
export const probe = {
  settled,
  marks: (): number => over_.marks.length,
  words: (): string[] => over_.words.map(word => word.text),
  layers: (): Record<string, number> => Object.fromEntries(((deck?.props.layers ?? []) as { id: string; props: { data: { length: number } } }[]).map(layer => [layer.id, layer.props.data.length])),
  pixel: (ref: string): Point | null => {
    const [table, key] = split(ref);
    const own = deskNow()?.spot?.(ref);
    if (own) return toPixel(own[0], own[1]);
    const named = table === "room" && onFloor() ? names(onFloor(), S.b).value : undefined;
    const row = named?.place.get(key) ?? -1;
    const plan = onFloor() ? shapes("floor", onFloor(), S.b).value : undefined;
    if (named && plan && row >= 0) return toPixel(named.spot[2 * row]! + plan.origin[0], named.spot[2 * row + 1]! + plan.origin[1]);
    for (const { table: each, held } of shownMarks()) {
      const at = each === table ? held.key.indexOf(key) : -1;
      if (at >= 0) return toPixel(held.spot[2 * at]! + held.origin[0], held.spot[2 * at + 1]! + held.origin[1]);
    }
    const box = table === "building" ? building(key)?.bounds : boxOf(outlineOf(ref, [0, 0, 0]).flat());
    return box ? toPixel((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) : null;
  },
  pick,
  toPixel,
};
