/** Panels that take the card's place while they are open: layers, measuring, export. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { LAYERS, S, set, type LayerName } from "../base/state";
import { Problem, url } from "../base/api";
import { either, number, say } from "../base/words";
import { building, district, floorOf, may } from "../data/model";
import { decks, shownDecks, toggleDeck } from "../data/published";
import { tell } from "../data/editing";
import { areaOf, lengthOf } from "../map/plane";
import { loadCanvas } from "./lazy";
import { printSheet } from "./print";
import { Button, Datum, Fault, Icon, Section } from "./parts";

export function PanelFrame({ title, icon, children }: { title: string; icon: string; children: ComponentChildren }): JSX.Element {
  return (
    <>
      <header class="card-head"><i class="glyph"><Icon name={icon} size={20} /></i><div><h2>{title}</h2></div>
        <button type="button" class="close" aria-label={say("page.close")} title={say("page.close")} onClick={() => set({ panel: "", ...(S.panel === "measure" ? { m: [] } : {}) })}><Icon name="close" /></button></header>
      {children}
    </>
  );
}

function available(name: LayerName): string {
  const all = district().value;
  if (!all || ["room", "wall", "label"].includes(name)) return "";
  if (name === "road") return all.layers.includes("ground") ? "" : say("page.layer_none");
  if (!all.layers.includes(name)) return say(may("read.security") || name !== "camera" ? "page.layer_none" : "page.state.forbidden");
  return (all.tables[name]?.rows ?? 0) > 0 ? "" : say("page.layer_none");
}

export function LayersPanel(): JSX.Element {
  return (
    <PanelFrame title={say("page.layers")} icon="layers">
      <ul class="boxes">
        {LAYERS.map(name => {
          const why = available(name);
          return (
            <li key={name}><label title={why}><input type="checkbox" checked={S.on.includes(name) && !why} disabled={Boolean(why)} data-layer={name} onChange={() => set({ on: S.on.includes(name) ? S.on.filter(other => other !== name) : [...S.on, name] })} /><Icon name={name} /><span>{say(`viz.layer.${name}`)}</span>{why && <small>{why}</small>}</label></li>
          );
        })}
      </ul>
      {(decks().value ?? []).length > 0 && (
        <Section title={say("page.layers_published")}>
          <ul class="boxes" id="published">
            {decks().value!.map(deck => <li key={deck.name}><label><input type="checkbox" checked={shownDecks().includes(deck.name)} data-deck={deck.name} onChange={() => toggleDeck(deck.name)} /><Icon name="layers" /><Datum>{either(deck.title) || deck.name}</Datum></label></li>)}
          </ul>
        </Section>
      )}
    </PanelFrame>
  );
}

export function MeasurePanel(): JSX.Element {
  const length = lengthOf(S.m);
  return (
    <PanelFrame title={say("page.measure.title")} icon="ruler">
      <p class="hint">{say("page.measure.how")}</p>
      <dl class="facts" id="measured">
        <div><dt>{say("page.measure.points")}</dt><dd>{S.m.length}</dd></div>
        <div><dt>{say("page.measure.length")}</dt><dd>{S.m.length > 1 ? `${number(length, 2)} m` : "—"}</dd></div>
        {S.m.length > 2 && <div><dt>{say("page.measure.area")}</dt><dd>{number(areaOf(S.m), 2)} m²</dd></div>}
      </dl>
      <p class="pair"><Button label={say("page.measure.back")} onClick={() => set({ m: S.m.slice(0, -1) })} disabled={!S.m.length} why={say("page.measure.none")} /><Button label={say("page.measure.clear")} onClick={() => set({ m: [] })} disabled={!S.m.length} why={say("page.measure.none")} /></p>
      <p class="hint">{say("page.measure.basis")}</p>
    </PanelFrame>
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const plainName = (): string => {
  const at = floorOf(S.f);
  return [building(S.b)?.name ?? district().value?.name ?? "district", at?.floor.name ?? ""].filter(Boolean).join("-").replace(/[^\p{L}\p{N}_-]+/gu, "_").slice(0, 80) || "district";
};

const FORMATS = ["xlsx", "csv", "geojson", "gpkg"] as const;

export function ExportPanel(): JSX.Element {
  const [busy, work] = useState("");
  const [problem, fail] = useState<Problem | null>(null);
  const floor = S.b && S.f !== "all" ? S.f : "";
  const scope = floor ? "floor" : S.b ? "building" : "district";
  const fetchFile = async (format: string): Promise<void> => {
    work(format);
    fail(null);
    try {
      const path = url(`api/exports/${format}`, { ...(format === "gpkg" ? {} : { table: "room" }), building: S.b, floor, as_of: S.asof });
      const answer = await fetch(path, { headers: { "Accept-Language": S.lang } });
      if (!answer.ok) throw new Problem(answer.status, (await answer.json().catch(() => ({}))) as object);
      const sent = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
      save(await answer.blob(), sent ? decodeURIComponent(sent) : `${plainName()}.${format}`);
      tell({ text: say("page.export.done", { format: format.toUpperCase() }), kind: "ok" });
    } catch (error) {
      fail(error instanceof Problem ? error : new Problem(0, { detail: say("page.error.offline") }));
    }
    work("");
  };
  const png = async (): Promise<void> => {
    work("png");
    const blob = await (await loadCanvas()).picture();
    if (blob) save(blob, `${plainName()}.png`);
    work("");
  };
  const why = may("export.run") ? "" : say("page.export.no_permission");
  return (
    <PanelFrame title={say("page.export.title")} icon="download">
      <p class="hint">{say(`page.export.scope_${scope}`)}</p>
      <ul class="ways">
        <li><Button words icon="print" label={say("page.export.print")} onClick={() => void printSheet()} disabled={!floor} why={say("page.export.floor_first")} id="print" /><small>{say("page.export.print_note")}</small></li>
        <li><Button words icon="download" label="PNG" onClick={() => void png()} disabled={busy !== ""} id="export-png" /><small>{say("page.export.png_note")}</small></li>
        {FORMATS.map(format => (
          <li key={format}><Button words icon="download" label={busy === format ? say("page.state.loading") : format === "gpkg" ? "GeoPackage" : format === "geojson" ? "GeoJSON" : format.toUpperCase()} onClick={() => void fetchFile(format)} disabled={busy !== "" || Boolean(why)} why={why} id={`export-${format}`} /><small>{say(`page.export.${format}_note`)}</small></li>
        ))}
      </ul>
      {problem && <Fault problem={problem} again={false} />}
    </PanelFrame>
  );
}
