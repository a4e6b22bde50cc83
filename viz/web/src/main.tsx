/** Start: the address, the words, then the page; the map comes after the first picture. */
import { render } from "preact";
import { onChange } from "./base/signal";
import { follow } from "./base/state";
import { App } from "./ui/app";
import { loadCanvas } from "./ui/lazy";
import { layOut } from "./ui/print";

performance.mark("twin-start");
if (!location.pathname.endsWith("/claim")) follow();
const root = document.getElementById("app")!;
root.textContent = "";
const draw = (): void => render(<App />, root);
onChange(draw);
draw();
addEventListener("beforeprint", () => void layOut());

// For tests and benches: what is drawn, and where.
Object.assign(window, {
  twin: {
    settled: async () => (await loadCanvas()).settled(),
    pixel: async (ref: string) => (await loadCanvas()).probe.pixel(ref),
    marks: async () => (await loadCanvas()).probe.marks(),
    words: async () => (await loadCanvas()).probe.words(),
    layers: async () => (await loadCanvas()).probe.layers(),
    pick: async (x: number, y: number) => (await loadCanvas()).pick(x, y),
    bench: async (way: string, address: string) => (await import("./map/bench")).bench(way, address),
    toPixel: async (e: number, n: number) => (await loadCanvas()).toPixel(e, n),
  },
});
