/** Choosing a thing: its floor comes up, the map brings it into view, the card opens. */
import { S, set, type View } from "../base/state";
import type { Found } from "../base/types";
import { building, floorOf, floorsOf, names, search, shapes, split } from "../data/model";

/** `table:key` of part `index` of a layer; "" where it has none. */
export function refAt(layer: string, index: number): string {
  const floor = S.b && S.f && S.f !== "all" ? S.f : "";
  if (layer === "room" || layer === "door") {
    const block = shapes("floor", floor, S.b).value?.blocks[layer];
    const named = names(floor, S.b).value;
    const part = layer === "door" ? block?.ringPart[index] : index;
    const thing = part === undefined ? undefined : block?.thing[part];
    if (thing === undefined || !named) return "";
    const key = layer === "room" ? named.key[thing] : named.doors[thing];
    return key ? `${layer}:${key}` : "";
  }
  if (layer === "building" || layer === "storey") {
    const shell = layer === "storey" ? shapes("storeys", "", S.b).value : shapes("shells").value;
    const table = layer === "storey" ? "floor" : "building";
    const thing = shell?.blocks[table]?.thing[index];
    const key = thing === undefined ? undefined : (shell!.about.keys as Record<string, string[]>)[table]?.[thing];
    return key ? `${table}:${key}` : "";
  }
  if (layer === "parking") {
    const plan = shapes("ground").value;
    const thing = plan?.blocks.parking?.thing[index];
    const pair = thing === undefined ? undefined : (plan!.about.keys as Record<string, [string, string][]>).parking?.[thing];
    return pair ? `parking:${pair[0]}` : "";
  }
  return "";
}

/** The floor to open a building on: the one with the same number, else the lowest above ground. */
export function floorFor(buildingId: string, number?: number): string {
  const floors = floorsOf(buildingId);
  return (floors.find(item => item.number === number) ?? floors.find(item => item.number > 0) ?? floors[0])?.floor_id ?? "";
}

/** Open a building, or the district with "". */
export function open(buildingId: string, floor = ""): void {
  const before = floorOf(S.f)?.floor.number;
  set({ b: buildingId, f: buildingId ? floor || floorFor(buildingId, before) : "", sel: "", eye: null, kind: "", sort: "", q: "" });
}

export function openFloor(floor: string): void {
  set({ f: floor, sel: keepsSelection(floor) ? S.sel : "" });
}

const keepsSelection = (floor: string): boolean => floor === "all" && S.sel.startsWith("building:");

/** One floor up (1) or down (-1). */
export function stepFloor(by: number): void {
  const floors = floorsOf(S.b);
  const at = floors.findIndex(item => item.floor_id === S.f);
  const next = floors[at < 0 ? (by > 0 ? 0 : floors.length - 1) : at + by];
  if (next) openFloor(next.floor_id);
}

/** Choose what was clicked or listed. A building opens, a floor comes up, anything else opens its card. */
export function choose(ref: string): void {
  const [table, key] = split(ref);
  const found = S.q.trim() ? search(S.q.trim()).value?.results.find(item => `${item.table}:${item.key}` === ref) : undefined;
  if (!ref) set({ sel: "" });
  else if (found && table !== "building" && table !== "floor") goto(found);
  else if (table === "building" && key !== S.b) open(key);
  else if (table === "floor") {
    const at = floorOf(key);
    if (at) set({ b: at.building.building_id, f: key, sel: "", kind: "", eye: S.b === at.building.building_id ? S.eye : null });
  } else set({ sel: ref });
}

/** Go to something found by a search. */
export function goto(found: Found): void {
  const ref = `${found.table}:${found.key}`;
  const changes: Partial<View> = { sel: ref };
  if (found.table === "building") return open(found.key);
  if (found.table === "floor") return choose(ref);
  const target = found.building_id ?? "";
  if (target && building(target)) {
    if (S.b !== target) changes.eye = null;
    changes.b = target;
    changes.f = found.floor_id ?? floorFor(target);
  } else if (!target && found.centre) {
    changes.b = "";
    changes.f = "";
  }
  const layer = ["device", "camera", "meter", "charger", "gate", "parking"].find(name => name === found.table);
  if (layer && !(S.on as string[]).includes(layer)) changes.on = [...S.on, layer as never];
  set(changes);
}
