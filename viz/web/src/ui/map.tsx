/** The middle: tools, the map with its floor picker, scale and coordinates, and the legend. Nothing floats over the map. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { BYS, S, set, type By } from "../base/state";
import { number, say } from "../base/words";
import { edit } from "../data/editing";
import { wizard } from "../data/placing";
import { legendNow, type Entry } from "../data/colours";
import { building, district, floorLabel, floorOf, floorsOf, shapes, uses } from "../data/model";
import { busy } from "../data/resource";
import { openFloor, stepFloor } from "./choose";
import { deskNow } from "./desk";
import { loadCanvas, theCanvas } from "./lazy";
import { Button, Choice, Datum, Empty, Fault } from "./parts";

function Tools(): JSX.Element {
  const desk = deskNow();
  return (
    <div class="tools" role="toolbar" aria-label={say("page.tools")}>
      {desk?.Tools ? <desk.Tools /> : <Choice id="by" label={say("page.colour_by")} value={S.by} onChange={value => set({ by: value as By })} options={BYS.map(name => ({ value: name, label: say(`page.by.${name}`), title: say(`page.by_long.${name}`) }))} />}
      <span class="gap" />
      <Choice id="dimensions" label={say("page.dimensions")} value={S.view} onChange={value => set({ view: value as "2d" | "3d" })} options={[{ value: "2d", label: "2D", title: say("page.flat") }, { value: "3d", label: "3D", title: say("page.solid") }]} />
      <div class="group">
        <Button label={say("page.layers")} icon="layers" pressed={S.panel === "layers"} onClick={() => set({ panel: S.panel === "layers" ? "" : "layers" })} id="layers" />
        <Button label={say("page.measure.title")} icon="ruler" pressed={S.panel === "measure"} onClick={() => set(S.panel === "measure" ? { panel: "", m: [] } : { panel: "measure" })} id="measure" />
        <Button label={say("page.export.title")} icon="download" pressed={S.panel === "export"} onClick={() => set({ panel: S.panel === "export" ? "" : "export" })} id="export" />
        <Button label={say("page.import.title")} icon="upload" pressed={S.panel === "import"} onClick={() => set({ panel: S.panel === "import" ? "" : "import" })} id="import" />
      </div>
    </div>
  );
}

function FloorPicker(): JSX.Element | null {
  const floors = S.b ? floorsOf(S.b) : [];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [S.f, S.b]);
  if (!S.b) return null;
  return (
    <nav class="floors" id="floors" aria-label={say("page.floors")}>
      <button type="button" class="step" aria-label={say("page.up")} title={say("page.up")} onClick={() => stepFloor(1)}>▲</button>
      <button type="button" data-floor="all" aria-pressed={S.f === "all"} onClick={() => openFloor("all")}>{say("page.all")}</button>
      <div class="storeys" ref={list}>
        {floors.slice().reverse().map(floor => (
          <button type="button" key={floor.floor_id} data-floor={floor.floor_id} aria-pressed={S.f === floor.floor_id} title={floor.name ?? ""} onClick={() => openFloor(floor.floor_id)}>{floorLabel(floor)}</button>
        ))}
      </div>
      <button type="button" class="step" aria-label={say("page.down")} title={say("page.down")} onClick={() => stepFloor(-1)}>▼</button>
    </nav>
  );
}

const STEPS = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

/** Scale, north and coordinates: written straight into the page, for they follow every movement. */
function Foot(): JSX.Element {
  const bar = useRef<HTMLElement>(null);
  const scale = useRef<HTMLSpanElement>(null);
  const where = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let off = (): void => undefined;
    let gone = false;
    const write = (): void => {
      const canvas = theCanvas();
      if (!canvas || !bar.current || !scale.current || !where.current) return;
      const pixels = 2 ** canvas.eye().zoom;
      const length = STEPS.find(step => step * pixels >= 50) ?? STEPS.at(-1)!;
      bar.current.style.width = `${Math.min(length * pixels, 160)}px`;
      scale.current.textContent = `${length} m`;
      const { e, n, on } = canvas.pointer;
      where.current.textContent = on && S.view === "2d" ? (district().value?.crs && building(S.b)?.located !== false ? `E ${e.toFixed(1)}  N ${n.toFixed(1)}` : `x ${e.toFixed(1)}  y ${n.toFixed(1)}`) : "";
    };
    void loadCanvas().then(canvas => {
      if (gone) return;
      off = canvas.onMove(write);
      write();
    });
    write();
    return () => { gone = true; off(); };
  });
  const local = S.b && building(S.b)?.located === false;
  return (
    <div class="foot">
      <span class="scale"><i ref={bar} /><span ref={scale} /></span>
      <span>{say(local ? "page.local_axes" : S.view === "2d" ? "page.north_up" : "page.turned")}</span>
      <span ref={where} class="gap" translate={false} />
      <span class="hint">{say(S.view === "3d" ? "page.hint_solid" : "page.hint_flat")}</span>
      <div class="choice zoom" role="group" aria-label={say("page.zoom")}>
        <button type="button" id="nearer" aria-label={say("page.nearer")} title={say("page.nearer")} onClick={() => theCanvas()?.zoomBy(0.5)}>+</button>
        <button type="button" id="farther" aria-label={say("page.farther")} title={say("page.farther")} onClick={() => theCanvas()?.zoomBy(-0.5)}>−</button>
        <button type="button" id="fit" title={say("page.fit_long")} onClick={() => set({ eye: null })}>{say("page.fit")}</button>
      </div>
    </div>
  );
}

export function Swatch({ entry }: { entry: Entry }): JSX.Element {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (box.current) box.current.style.backgroundColor = entry.colour;
  });
  return <i ref={box} class={entry.hatched ? "swatch hatched" : "swatch"} aria-hidden="true" />;
}

function Legend(): JSX.Element | null {
  const desk = deskNow();
  const entries = legendNow();
  const [open, toggle] = useState(true);
  const rooms = S.b && S.f !== "all";
  if (desk?.Legend) return <desk.Legend />;
  const unready = rooms && S.by !== "room_class" && !uses(S.f, S.b).value;
  return (
    <section class="legend" aria-label={say("page.legend.title")}>
      <button type="button" class="legend-head" aria-expanded={open} onClick={() => toggle(!open)}><i aria-hidden="true">{open ? "▾" : "▸"}</i>{say(`page.by_long.${S.by}`)}</button>
      {open && (unready ? <p class="hint">{say("page.state.loading")}</p> : entries.length
        ? <ul id="legend">{entries.map(entry => (
            <li key={entry.name} data-category={entry.name}><Swatch entry={entry} /><span title={entry.label}><Datum>{entry.label}</Datum></span><small>{number(entry.count)} · {number(entry.area)} m²</small></li>
          ))}</ul>
        : <p class="hint">{say(rooms ? "page.legend.nothing" : S.b ? "page.legend.choose_floor" : "page.legend.choose_building")}</p>)}
    </section>
  );
}

/** What is under way on the map, in words above it: a move, a measurement, control points. */
function Strip(): JSX.Element | null {
  const own = deskNow()?.strip?.();
  if (own) return <div class="strip" role="status">{own}</div>;
  if (edit.moving) {
    const { room, roomLabel, findings, asking, card } = edit.moving;
    const errors = findings.filter(item => item.severity === "error").length;
    return (
      <div class="strip" role="status">
        <span>{say("page.edit.moving", { what: card.label })}</span>
        <b>{asking ? say("page.edit.checking") : errors ? say("page.edit.refused") : room ? say("page.edit.into", { room: roomLabel }) : say("page.edit.nowhere")}</b>
      </div>
    );
  }
  if (S.panel === "import" && wizard.step === "place") {
    const last = wizard.pairs.at(-1);
    return <div class="strip" role="status"><span>{say(last && !last.ground ? "page.import.now_ground" : "page.import.now_model", { count: wizard.pairs.length + (last && !last.ground ? 0 : 1) })}</span></div>;
  }
  return null;
}

function MapState(): JSX.Element | null {
  const answer = district();
  if (document.body.dataset.map === "failed") return <div class="wait"><p>{say("page.state.no_map")}</p></div>;
  if (answer.error && !answer.value) return <div class="wait"><Fault problem={answer.error} /></div>;
  if (answer.value && !answer.value.buildings.length && !answer.value.bounds) return <div class="wait"><Empty text={say("page.empty.map")} /><Button main label={say("page.import.title")} icon="upload" words onClick={() => set({ panel: "import" })} /></div>;
  const floor = S.b && S.f !== "all" && S.f ? shapes("floor", S.f, S.b) : null;
  if (floor?.error) return <div class="wait"><Fault problem={floor.error} /></div>;
  if (floor?.value && !floor.value.blocks.room?.length) return <div class="wait low"><Empty text={say("page.empty.room")} /></div>;
  if (document.body.dataset.ready !== "true") return <div class="wait" id="wait" role="status">{say("page.state.drawing")}</div>;
  return null;
}

export function MapPart(): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the first picture of the page: the graphics library is large, and the words need not wait for it.
    const begin = (): void => void loadCanvas().then(canvas => holder.current && canvas.start(holder.current));
    requestAnimationFrame(() => setTimeout(begin, 0));
  }, []);
  const floor = floorOf(S.f)?.floor;
  const name = [building(S.b)?.name ?? "", floor?.name ?? (S.f === "all" ? say("page.all_floors") : "")].filter(Boolean).join(" ");
  return (
    <main class="map" id="main">
      <Tools />
      <Strip />
      <div class="stage">
        <div class="canvas" aria-busy={busy()}>
          <div ref={holder} id="canvas" class="deck" role="application" aria-label={say("page.map.label", { name: name || district().value?.name || "" })} />
          <MapState />
        </div>
        <FloorPicker />
      </div>
      <Foot />
      <Legend />
    </main>
  );
}
