/** Marks of the map painted once on a canvas: a disc in order, a diamond where something is wrong, never colour alone. */
import { ICONS } from "../base/icons";
import { P } from "../base/palette";

const CELL = 64;
const KINDS = ["camera", "charger", "meter", "gate", "parking", "device", "stop"];
const NAMES = [...KINDS.flatMap(kind => [kind, `${kind}!faulty`, `${kind}!maintenance`]), "wedge", "target"];

export const MAPPING = Object.fromEntries(
  NAMES.map((name, place) => [name, { x: (place % 8) * CELL, y: Math.floor(place / 8) * CELL, width: CELL, height: CELL }]),
);

function disc(pen: CanvasRenderingContext2D, colour: string, status: string): void {
  pen.beginPath();
  if (status) {
    pen.moveTo(32, 3);
    for (const [x, y] of [[61, 32], [32, 61], [3, 32]] as const) pen.lineTo(x, y);
    pen.closePath();
  } else pen.arc(32, 32, 27, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
  pen.lineWidth = 5;
  pen.strokeStyle = P.paper;
  pen.stroke();
}

function glyph(pen: CanvasRenderingContext2D, kind: string): void {
  pen.translate(17, 17);
  pen.scale(30 / 24, 30 / 24);
  pen.lineWidth = 2.6;
  pen.lineJoin = pen.lineCap = "round";
  pen.strokeStyle = P.paper;
  pen.stroke(new Path2D(ICONS[kind]));
}

function wedge(pen: CanvasRenderingContext2D): void {
  const shade = pen.createRadialGradient(32, 32, 6, 32, 32, 32);
  shade.addColorStop(0, "rgba(31,41,51,.85)");
  shade.addColorStop(1, "rgba(31,41,51,.25)");
  pen.fillStyle = shade;
  pen.beginPath();
  pen.moveTo(32, 32);
  pen.arc(32, 32, 31, -Math.PI / 2 - 0.5, -Math.PI / 2 + 0.5);
  pen.fill();
}

function target(pen: CanvasRenderingContext2D): void {
  pen.strokeStyle = P.accent;
  pen.lineWidth = 6;
  pen.beginPath();
  pen.arc(32, 32, 22, 0, 2 * Math.PI);
  for (const [x, y] of [[32, 2], [32, 62], [2, 32], [62, 32]] as const) {
    pen.moveTo(32, 32);
    pen.lineTo(x, y);
  }
  pen.stroke();
}

let canvas: HTMLCanvasElement | null = null;

/** The atlas; the same canvas each time, so that it is uploaded once. */
export function atlas(): HTMLCanvasElement {
  if (canvas) return canvas;
  canvas = document.createElement("canvas");
  canvas.width = 8 * CELL;
  canvas.height = Math.ceil(NAMES.length / 8) * CELL;
  const pen = canvas.getContext("2d")!;
  for (const name of NAMES) {
    const { x, y } = MAPPING[name]!;
    const [kind = "", status = ""] = name.split("!");
    pen.save();
    pen.translate(x, y);
    if (name === "wedge") wedge(pen);
    else if (name === "target") target(pen);
    else {
      disc(pen, status ? P.status[status]! : P.marker[kind]!, status);
      glyph(pen, kind);
    }
    pen.restore();
  }
  return canvas;
}
