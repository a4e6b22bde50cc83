/** Whose desk it is: a switch in the head, and the parts that a desk puts in place of the usual ones. Each desk is loaded when it is first opened. */
import type { Layer } from "@deck.gl/core";
import type { JSX } from "preact";
import { changed } from "../base/signal";
import { DESKS, S, set, type DeskName } from "../base/state";
import { say } from "../base/words";
import type { Items } from "../map/overlay";
import type { Point } from "../map/plane";
import type { Frame } from "../map/scene";
import { Choice, Skeleton } from "./parts";

/** What a desk gives to the page; what it leaves out stays as usual. */
export interface DeskPart {
  Left: () => JSX.Element;
  Tools?: () => JSX.Element;
  Legend?: () => JSX.Element | null;
  Dock?: () => JSX.Element | null;
  /** The right side; null where the usual card serves. `open` brings it up as a sheet on a small screen. */
  right: () => { body: JSX.Element; open: boolean } | null;
  /** What is under way on the map, in words above it. */
  strip?: () => JSX.Element | null;
  /** Layers beneath walls and words, and above all. */
  under?: (frame: Frame) => Layer[];
  over?: (frame: Frame) => Layer[];
  items?: (frame: Frame) => Items;
  /** A state of a mark that the desk supposes. */
  status?: (table: string, key: string) => string;
  /** A click on the map; true where the desk takes it. */
  click?: (at: Point | null, ref: string) => boolean;
  aiming?: () => boolean;
  escape?: () => boolean;
  /** What the whole picture shows; null where it is as usual. */
  home?: () => [number, number, number, number] | null;
  /** Where a thing of the desk is, grid metres. */
  spot?: (ref: string) => Point | null;
}

const loaded = new Map<DeskName, DeskPart>();
const coming = new Set<DeskName>();

export const deskNow = (): DeskPart | null => loaded.get(S.desk) ?? null;
export const deskComing = (): boolean => S.desk !== "" && !loaded.has(S.desk);

/** Load the desk that is wanted. */
export function loadDesk(): void {
  const name = S.desk;
  if (!name || loaded.has(name) || coming.has(name)) return;
  coming.add(name);
  void (name === "security" ? import("../security/desk") : import("../planning/desk")).then(({ desk }) => {
    loaded.set(name, desk);
    changed();
  });
}

export const DeskSwitch = (): JSX.Element => (
  <Choice id="desks" label={say("page.desk.title")} value={S.desk} onChange={value => set({ desk: value as DeskName, ...(value === "planning" ? { by: "department" as const } : {}), x: {}, sel: "", kind: "", sort: "", panel: "", m: [] })} options={DESKS.map(name => ({ value: name, label: say(`page.desk.${name || "facility"}`), title: say(`page.desk_long.${name || "facility"}`) }))} />
);

export const DeskSwitchWait = (): JSX.Element => <aside class="left" aria-label={say("page.left")}><Skeleton rows={8} /></aside>;
