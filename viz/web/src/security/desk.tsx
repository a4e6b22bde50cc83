/** The security desk: what cameras truly see, what nobody sees, what an outage costs. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { S, set, setX } from "../base/state";
import { number, say } from "../base/words";
import { may, split } from "../data/model";
import type { DeskPart } from "../ui/desk";
import { Swatch } from "../ui/map";
import { boxOf, type Point } from "../map/plane";
import { Button, Choice } from "../ui/parts";
import { right } from "./cards";
import { items, over, under } from "./layers";
import { legend, overlay, OVERLAYS } from "./levels";
import { Left } from "./lists";
import { faces, off, placeNow } from "./model";
import { addCorner, putPoint, takeTool } from "./state";
import { faceAt, sums, zonesOf } from "./sums";

const permitted = (): boolean => may("ask.security") && may("protected.views");

const Tools = (): JSX.Element => (
  <>
    <Choice id="show" label={say("page.security.overlay")} value={overlay()} onChange={value => setX({ show: value === "standing" ? "" : value })} options={OVERLAYS.map(name => ({ value: name, label: say(`page.security.show.${name}`), title: say(`page.security.show_long.${name}`) }))} />
    <div class="group">
      <Button label={say("page.security.tool.point")} pressed={S.x.tool === "point"} onClick={() => takeTool("point")} disabled={!permitted()} why={say("page.security.denied")} id="tool-point" />
      <Button label={say("page.security.tool.path")} pressed={S.x.tool === "path"} onClick={() => takeTool("path")} disabled={!permitted()} why={say("page.security.denied")} id="tool-path" />
      <Button label={say("page.security.tool.place")} pressed={S.x.tool === "place"} onClick={() => takeTool("place")} disabled={!permitted()} why={say("page.security.denied")} id="tool-place" />
    </div>
  </>
);

function Legend(): JSX.Element | null {
  const [open, toggle] = useState(true);
  if (!permitted()) return null;
  const held = faces(placeNow());
  const entries = held.value ? legend(held.value, sums(held.value, off())) : [];
  const whole = entries.reduce((sum, item) => sum + item.area, 0);
  return (
    <section class="legend" aria-label={say("page.legend.title")}>
      <button type="button" class="legend-head" aria-expanded={open} onClick={() => toggle(!open)}><i aria-hidden="true">{open ? "▾" : "▸"}</i>{say(`page.security.show_long.${overlay()}`)}</button>
      {open && (held.value ? entries.length ? <ul id="legend">{entries.map(entry => (
        <li key={entry.name} data-category={entry.name}><Swatch entry={{ ...entry, count: 0 }} /><span title={entry.label}>{entry.label}</span><small>{number(entry.area)} m² · {whole ? number((100 * entry.area) / whole, 1) : 0}%</small></li>
      ))}</ul> : <p class="hint">{say("page.security.no_ground")}</p> : <p class="hint">{held.error ? held.error.message : say("page.security.reckoning")}</p>)}
    </section>
  );
}

function* pairs(xy: Float32Array): Generator<Point> {
  for (let at = 0; at < xy.length; at += 2) yield [xy[at]!, xy[at + 1]!];
}

export const desk: DeskPart = {
  Left,
  Tools,
  Legend,
  right,
  strip: () => (S.x.tool === "point" || S.x.tool === "path" ? <span>{say(S.x.tool === "point" ? "page.security.point_how" : "page.security.way_how")}</span> : null),
  under: frame => (permitted() ? under(frame) : []),
  over: frame => (permitted() ? over(frame) : []),
  items: frame => (permitted() ? items(frame) : { marks: [], words: [] }),
  status: (table, key) => (table === "camera" && off().includes(key) ? "faulty" : ""),
  aiming: () => S.x.tool === "point" || S.x.tool === "path",
  escape: () => {
    if (S.x.tool) takeTool("");
    else if (!S.sel && S.x.blind) setX({ blind: "" });
    else return false;
    return true;
  },
  click: (at, ref) => {
    if (!at || !permitted()) return false;
    if (S.x.tool === "point") putPoint(at);
    else if (S.x.tool === "path") addCorner(at);
    else {
      const held = faces(placeNow()).value;
      const [table] = split(ref);
      if (!held || placeNow() || table === "building" || table === "camera" || S.b) return false;
      const face = faceAt(held, at[0], at[1]);
      const zone = face < 0 ? undefined : held.zones[zonesOf(held, face)[0] ?? -1];
      if (zone?.kind !== "cell") return false;
      set({ sel: `cell:${zone.zone_id}` });
    }
    return true;
  },
  home: () => {
    const held = S.b || !permitted() ? undefined : faces("").value;
    const [e, n] = held?.shapes.origin ?? [0, 0];
    const box = held?.face ? boxOf(pairs(held.face.xy)) : null;
    return box ? [box[0] + e, box[1] + n, box[2] + e, box[3] + n] : null;
  },
  spot: ref => {
    const [table, key] = split(ref);
    const part = table === "blind" ? faces(placeNow()).value?.spots[Number(key) - 1] : undefined;
    return part?.point ?? null;
  },
};
