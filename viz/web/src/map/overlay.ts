/** Marks and words, painted over the plan on a flat canvas: crisp in the reader's own fonts, with no shader to compile, found without reading pixels. */
import { P } from "../base/palette";
import type { Point } from "./plane";
import { MAPPING, atlas } from "./atlas";

export const FONT = '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';
export interface Mark { ref: string; position: number[]; icon: string; size: number; heading?: number }
export interface Word { position: number[]; text: string; size: number; board: boolean }
export interface Items { marks: Mark[]; words: Word[] }
type Project = (position: number[]) => number[];

let canvas: HTMLCanvasElement | null = null;
let spots: { ref: string; x: number; y: number; radius: number }[] = [];

/** Lay the canvas over an element. */
export function overlayIn(parent: HTMLElement): void {
  canvas = document.createElement("canvas");
  canvas.className = "overlay";
  canvas.setAttribute("aria-hidden", "true");
  parent.append(canvas);
}

/** Paint everything where the view now puts it. */
export function paintOverlay({ marks, words }: Items, project: Project, wide: number, high: number): void {
  if (!canvas) return;
  const ratio = Math.min(devicePixelRatio || 1, 2);
  if (canvas.width !== Math.round(wide * ratio) || canvas.height !== Math.round(high * ratio)) {
    canvas.width = Math.round(wide * ratio);
    canvas.height = Math.round(high * ratio);
  }
  const pen = canvas.getContext("2d")!;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, wide, high);
  spots = [];
  const onScreen = (x: number, y: number): boolean => Number.isFinite(x) && x > -80 && y > -40 && x < wide + 80 && y < high + 40;
  const taken: [number, number, number, number][] = [];
  for (const word of words) {
    const [x = NaN, y = NaN] = project(word.position);
    if (onScreen(x, y)) write(pen, word, x, y, taken);
  }
  for (const mark of marks) {
    const [x = NaN, y = NaN] = project(mark.position);
    if (onScreen(x, y)) stamp(pen, mark, x, y);
  }
}

/** Lines of words, centred; on a white board where they stand over other things. A board that would cover another is left out. */
function write(pen: CanvasRenderingContext2D, { text, size, board }: Word, x: number, y: number, taken: [number, number, number, number][]): void {
  const lines = text.split("\n");
  pen.font = `500 ${size}px ${FONT}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const step = size * 1.3;
  let middle = y;
  if (board) {
    const wide = Math.max(...lines.map(line => pen.measureText(line).width)) + 10;
    const high = step * lines.length + 4;
    middle = y - high / 2 - 5;
    const box: [number, number, number, number] = [x - wide / 2, middle - high / 2, x + wide / 2, middle + high / 2];
    if (taken.some(other => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return;
    taken.push(box);
    pen.fillStyle = "rgba(255,255,255,.88)";
    pen.beginPath();
    pen.roundRect(box[0], box[1], wide, high, 4);
    pen.fill();
  }
  pen.fillStyle = P.ink;
  for (const [at, line] of lines.entries()) pen.fillText(line, x, middle + (at - (lines.length - 1) / 2) * step);
}

function stamp(pen: CanvasRenderingContext2D, { ref, icon, size, heading }: Mark, x: number, y: number): void {
  const place = MAPPING[icon];
  if (!place) return;
  if (heading !== undefined) {
    const wedge = MAPPING.wedge!;
    pen.save();
    pen.translate(x, y);
    pen.rotate((heading * Math.PI) / 180);
    pen.drawImage(atlas(), wedge.x, wedge.y, wedge.width, wedge.height, -size, -size, 2 * size, 2 * size);
    pen.restore();
  }
  pen.drawImage(atlas(), place.x, place.y, place.width, place.height, x - size / 2, y - size / 2, size, size);
  if (ref) spots.push({ ref, x, y, radius: size / 2 + 2 });
}

/** The mark at a pixel of the map, the topmost first; "" where there is none. */
export function markAt(x: number, y: number): string {
  return spots.findLast(spot => Math.hypot(spot.x - x, spot.y - y) <= Math.max(spot.radius, 8))?.ref ?? "";
}

/** Where a mark is painted. */
export function spotOf(ref: string): Point | null {
  const spot = spots.find(item => item.ref === ref);
  return spot ? [spot.x, spot.y] : null;
}

export const overlayCanvas = (): HTMLCanvasElement | null => canvas;
