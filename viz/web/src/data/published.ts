/** Layers that were published from Python: which there are, which are on; what draws them is loaded with the first that is switched on. */
import { json } from "../base/api";
import { S, setX } from "../base/state";
import type { Layer } from "@deck.gl/core";
import type { Frame } from "../map/scene";
import { live } from "./model";
import { use, type Resource } from "./resource";

export interface Published { kind: string; number: number; columns: Record<string, string>; values: Record<string, unknown>; data: Record<string, unknown>[] }
export interface Deck { name: string; title: { zh?: string; en?: string }; floor_id: string; layers: Published[] }

/** What is offered; asked anew with every version, as whoever publishes one mostly changes something too. */
export const decks = (): Resource<Deck[]> => use("decks", String(live.tick), async () => (await json<{ decks: Deck[] }>("api/deck.json")).value.decks);

export const shownDecks = (): string[] => (S.x.layers ?? "").split(".").filter(Boolean);
export function toggleDeck(name: string): void {
  const on = shownDecks();
  setX({ layers: (on.includes(name) ? on.filter(other => other !== name) : [...on, name]).join(".") });
}

type Draw = (deck: Deck, frame: Frame) => Layer[];
const drawing = (): Resource<Draw> => use("published", "1", async () => (await import("../map/published")).draw);

/** Layers of what is on; nothing until what draws them is there. */
export function publishedLayers(frame: Frame, floor: string): Layer[] {
  const on = shownDecks();
  const draw = on.length ? drawing().value : undefined;
  if (!draw) return [];
  return (decks().value ?? []).filter(deck => on.includes(deck.name) && (!deck.floor_id || deck.floor_id === floor)).flatMap(deck => draw(deck, frame));
}
