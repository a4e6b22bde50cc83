/** A floor on A3: vectors and real text, to scale, with its legend; what is on the screen, on paper. */
import { S } from "../base/state";
import { P } from "../base/palette";
import { moment, number, say } from "../base/words";
import { paintRooms } from "../data/colours";
import { building, district, floorLabel, floorOf, names, shapes } from "../data/model";
import { ringsOf, type Block } from "../data/shapes";
import { boxOf, hatch, holds, type Point } from "../map/plane";

const SVG = "http://www.w3.org/2000/svg";
const SCALES = [50, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 2000, 5000];
const WIDE_MM = 388;
const HIGH_MM = 222;

function node(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text) made.textContent = text;
  return made;
}

const path = (rings: Point[][], put: (point: Point) => Point, closed = true): string => rings.map(ring => `M${ring.map(point => put(point).map(part => part.toFixed(2)).join(" ")).join("L")}${closed ? "Z" : ""}`).join("");

function every(block: Block | undefined, draw: (rings: Point[][], thing: number, part: number) => void): void {
  if (!block) return;
  const seen = new Set<number>();
  for (let part = 0; part < block.length; part++) {
    const thing = block.thing[part]!;
    if (seen.has(thing)) continue;
    seen.add(thing);
    draw(ringsOf(block, thing), thing, part);
  }
}

/** The plan as a drawing in millimetres of paper; null while it is not loaded. */
export function sheet(): { drawing: SVGElement; scale: number } | null {
  const plan = shapes("floor", S.f, S.b).value;
  const named = names(S.f, S.b).value;
  const paint = paintRooms(S.f, S.b);
  const room = plan?.blocks.room;
  if (!plan || !named || !paint || !room) return null;
  const box = boxOf(Array.from({ length: room.xy.length / 2 }, (_, at): Point => [room.xy[2 * at]!, room.xy[2 * at + 1]!]));
  if (!box) return null;
  const [wide, high] = [box[2] - box[0] + 1, box[3] - box[1] + 1];
  const scale = SCALES.find(each => (wide * 1000) / each <= WIDE_MM && (high * 1000) / each <= HIGH_MM) ?? SCALES.at(-1)!;
  const mm = 1000 / scale;
  const put = ([x, y]: Point): Point => [(x - box[0] + 0.5) * mm, (box[3] - y + 0.5) * mm];
  const drawing = node("svg", { viewBox: `0 0 ${(wide * mm).toFixed(1)} ${(high * mm).toFixed(1)}`, width: `${(wide * mm).toFixed(1)}mm`, height: `${(high * mm).toFixed(1)}mm`, role: "img", "aria-label": say("page.print.plan") });
  every(room, (rings, thing) => drawing.append(node("path", { d: path(rings, put), fill: paint.colour[thing] ?? P.plain, "fill-rule": "evenodd", stroke: P.surface.room_line!, "stroke-width": 0.15 })));
  every(room, (rings, thing) => {
    if (paint.hatched[thing]) drawing.append(node("path", { d: path(hatch(rings, 2 / mm), put, false), fill: "none", stroke: "#7b8794", "stroke-width": 0.15 }));
  });
  every(plan.blocks.wall, (rings, _, part) => drawing.append(node("path", { d: path(rings, put), fill: P.surface[plan.blocks.wall!.codes[plan.blocks.wall!.code[part]!] ?? "wall"] ?? P.surface.wall!, "fill-rule": "evenodd" })));
  every(plan.blocks.door, rings => drawing.append(node("path", { d: path(rings, put, false), fill: "none", stroke: P.paper, "stroke-width": 0.24 * mm })));
  const size = 2.6;
  for (const [row] of named.key.entries()) {
    const at: Point = [named.spot[2 * row]!, named.spot[2 * row + 1]!];
    const words = [named.number[row], named.name[row], `${number(named.area[row], 1)} m²`].filter((part): part is string => Boolean(part));
    const fit = [words, words.slice(0, 2), words.slice(0, 1)].find(some => some.length && holds(ringsOf(room, row), at, some, size, mm));
    const [x, y] = put(at);
    fit?.forEach((line, place) => drawing.append(node("text", { x: x.toFixed(2), y: (y + (place - (fit.length - 1) / 2) * size * 1.25 + size * 0.36).toFixed(2), "font-size": size, "text-anchor": "middle", fill: P.ink }, line)));
  }
  return { drawing, scale };
}

function put(parent: HTMLElement, name: string, text: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  parent.append(made);
  return made;
}

/** Lay the sheet out; `print` is what the browser's print command then takes. */
export function layOut(): boolean {
  const made = sheet();
  const paint = paintRooms(S.f, S.b);
  const at = floorOf(S.f);
  document.getElementById("sheet")?.remove();
  if (!made || !paint || !at) return false;
  const page = document.createElement("article");
  page.id = "sheet";
  page.lang = S.lang === "zh" ? "zh-CN" : "en";
  const head = document.createElement("header");
  put(head, "h1", `${at.building.name ?? at.building.building_id} · ${at.floor.name || floorLabel(at.floor)}`);
  put(head, "p", say("page.print.sub", { rooms: number(at.floor.figures.rooms), area: number(at.floor.figures.area_m2), people: number(at.floor.figures.heads), by: say(`page.by_long.${S.by}`) }));
  const figure = document.createElement("figure");
  figure.append(made.drawing);
  const legend = document.createElement("ul");
  for (const entry of paint.legend) {
    const line = document.createElement("li");
    const swatch = node("svg", { viewBox: "0 0 14 14", width: "4mm", height: "4mm", "aria-hidden": "true" });
    swatch.append(node("rect", { x: 0.5, y: 0.5, width: 13, height: 13, fill: entry.colour, stroke: "#7b8794" }));
    if (entry.hatched) swatch.append(node("path", { d: "M0 7L7 0M0 14L14 0M7 14L14 7", stroke: "#7b8794", fill: "none" }));
    line.append(swatch);
    put(line, "span", entry.label);
    put(line, "small", `${number(entry.count)} · ${number(entry.area)} m²`);
    legend.append(line);
  }
  const foot = document.createElement("footer");
  const all = district().value;
  put(foot, "span", say("page.print.scale", { scale: made.scale }));
  put(foot, "span", say("page.print.source", { version: all?.version ?? "", at: moment(all?.at), made: moment(new Date().toISOString()) }));
  put(foot, "span", building(S.b)?.located === false ? say("page.local_axes") : `${all?.crs?.epsg ?? ""} ${say("page.north_up")}`);
  page.append(head, figure, legend, foot);
  document.body.append(page);
  return true;
}

/** Print the floor. */
export async function printSheet(): Promise<void> {
  if (layOut()) window.print();
}
