/** The security desk's own part of the address: what is shown, which tool is in hand, a point, a way, a blind place. */
import { S, setX } from "../base/state";
import type { Point } from "../map/plane";
import { off } from "./model";

function pairs(text: string | undefined): Point[] {
  return (text ?? "").split("_").map(pair => pair.split(",").map(Number)).filter(pair => pair.length === 2 && pair.every(Number.isFinite)).map(pair => [pair[0]!, pair[1]!]);
}

const written = (points: Point[]): string => points.map(([e, n]) => `${e.toFixed(2)},${n.toFixed(2)}`).join("_");

export type Tab = "cells" | "floors" | "blind" | "cameras";
export const TABS: Tab[] = ["cells", "floors", "blind", "cameras"];
export const tabNow = (): Tab => (TABS.includes(S.x.tab as Tab) ? (S.x.tab as Tab) : S.b ? "floors" : "cells");

/** The point that is asked for; none where another tool is in hand. */
export const pointNow = (): Point | null => (S.x.tool === "point" ? pairs(S.x.pt)[0] ?? null : null);
export const wayNow = (): Point[] => (S.x.tool === "path" ? pairs(S.x.way) : []);
/** Number of the chosen blind place in the list of the place that is looked at; -1 for none. */
export const blindNow = (): number => (S.x.blind ? Number(S.x.blind) - 1 : -1);

export const takeTool = (tool: "" | "point" | "path" | "place"): void => setX({ tool: S.x.tool === tool ? "" : tool, pt: "", way: "", least: "" }, { panel: "" });
export const putPoint = (at: Point): void => setX({ pt: written([at]) });
export const addCorner = (at: Point): void => setX({ way: written([...wayNow(), at]) });
export const dropCorner = (): void => setX({ way: written(wayNow().slice(0, -1)), ...(wayNow().length < 3 ? { least: "" } : {}) });

/** Suppose a camera dark, or no longer. */
export function toggleOff(key: string): void {
  const now = off();
  const next = now.includes(key) ? now.filter(other => other !== key) : [...now, key];
  setX({ off: next.length ? JSON.stringify(next) : "" });
}
