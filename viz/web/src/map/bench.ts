/** For the bench only: the time from bytes to the first whole frame of many flat rooms, as an Arrow stream and as GeoJSON. */
import { Deck, OrthographicView, type Layer } from "@deck.gl/core";
import { GeoJsonLayer } from "@deck.gl/layers";
import { readShapes } from "../data/shapes";
import { areas } from "./draw";

let deck: Deck<OrthographicView> | null = null;
let drawn: () => void = () => undefined;

function ready(): Promise<Deck<OrthographicView>> {
  if (deck) return Promise.resolve(deck);
  const holder = document.createElement("div");
  holder.className = "bench";
  document.body.append(holder);
  return new Promise(done => {
    deck = new Deck<OrthographicView>({
      parent: holder, views: new OrthographicView({ id: "bench", flipY: false }), initialViewState: { target: [0, 0, 0], zoom: 0 }, layers: [],
      onLoad: () => done(deck!), onAfterRender: () => drawn(),
    });
  });
}

function read(way: string, body: ArrayBuffer): Layer {
  const colour: [number, number, number, number] = [163, 207, 238, 255];
  if (way === "geojson") return new GeoJsonLayer({ id: `bench-${performance.now()}`, data: JSON.parse(new TextDecoder().decode(body)) as never, stroked: false, getFillColor: colour });
  return areas(`bench-${performance.now()}`, readShapes(new Uint8Array(body)).blocks.room!, { colour: () => colour, key: "", space: false, shift: [0, 0, 0] });
}

/** Milliseconds from the bytes of an address to a whole frame. */
export async function bench(way: string, address: string): Promise<number> {
  const body = await (await fetch(address)).arrayBuffer();
  const page = await ready();
  page.setProps({ layers: [] });
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const began = performance.now();
  const layer = read(way, body);
  return new Promise(done => {
    drawn = () => {
      if (!layer.isLoaded) return;
      drawn = () => undefined;
      done(performance.now() - began);
    };
    page.setProps({ layers: [layer] });
  });
}
