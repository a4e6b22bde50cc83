/** The import wizard: drop a file, read what it holds, take it in, put it on the ground by control points. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { set } from "../base/state";
import { has, number, say } from "../base/words";
import { building, district, floorsOf, may, shapes } from "../data/model";
import { accept, dropPair, fit, pickModel, place, refuse, restart, send, stop, wizard } from "../data/placing";
import { open } from "./choose";
import { PanelFrame } from "./panels";
import { ringsOf } from "../data/shapes";
import { boxOf, type Point } from "../map/plane";
import { Button, Datum, Empty, Fault, Findings, Section, Skeleton, Tiles } from "./parts";

const STEPS = ["drop", "report", "place", "done"] as const;

export function WizardPanel(): JSX.Element {
  const why = may("import.run") ? "" : say("page.import.no_permission");
  const now = wizard.step === "reading" ? "drop" : wizard.step;
  return (
    <PanelFrame title={say("page.import.title")} icon="upload">
      <ol class="steps">{STEPS.map(step => <li key={step} aria-current={step === now ? "step" : undefined}>{say(`page.import.step_${step}`)}</li>)}</ol>
      {why ? <Empty text={why} /> : wizard.step === "drop" ? <Drop /> : wizard.step === "reading" ? <Reading /> : wizard.step === "report" ? <ReportStep /> : wizard.step === "place" ? <PlaceStep /> : <Done />}
      {wizard.problem && <Fault problem={wizard.problem} again={false} />}
    </PanelFrame>
  );
}

function Drop(): JSX.Element {
  const [over, hover] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const loose = (district().value?.buildings ?? []).filter(item => !item.located);
  const taken = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) void send(file);
  };
  return (
    <>
      <div
        class={over ? "drop over" : "drop"} id="drop"
        onDragOver={event => { event.preventDefault(); hover(true); }} onDragLeave={() => hover(false)}
        onDrop={event => { event.preventDefault(); hover(false); taken(event.dataTransfer?.files); }}
      >
        <p>{say("page.import.drop")}</p>
        <Button main label={say("page.import.choose")} onClick={() => input.current?.click()} />
        <input ref={input} type="file" class="voice" id="file" tabIndex={-1} aria-label={say("page.import.choose")} accept=".ifc,.ifczip,.ifcxml,.gpkg,.geojson,.json,.csv,.xlsx,.zip" onChange={event => taken(event.currentTarget.files)} />
      </div>
      <p class="hint">{say("page.import.kinds")}</p>
      {loose.length > 0 && (
        <Section title={say("page.import.loose")}>
          <ul class="links">{loose.map(item => <li key={item.building_id}><Datum>{item.name || item.building_id}</Datum><Button label={say("page.import.place_now")} onClick={() => { place(item.building_id); open(""); set({ panel: "import" }); }} /></li>)}</ul>
        </Section>
      )}
    </>
  );
}

function Reading(): JSX.Element {
  const job = wizard.job;
  const share = job?.total ? Math.round(((job.done ?? 0) / job.total) * 100) : null;
  return (
    <div class="reading" role="status">
      <p>{say("page.import.reading")} {job?.step && <Datum>{job.step}</Datum>}</p>
      <progress max={100} {...(share === null ? {} : { value: share })} aria-label={say("page.import.reading")} />
      <Button label={say("page.import.stop")} onClick={() => void stop()} />
    </div>
  );
}

function ReportStep(): JSX.Element {
  const held = wizard.import;
  if (!held) return <Skeleton />;
  const report = held.report;
  const counts = report?.report?.counts ?? report?.counts ?? {};
  const areas = report?.report?.areas;
  const findings = report?.findings ?? [];
  const order = { error: 0, warning: 1 } as Record<string, number>;
  const sorted = [...findings].sort((a, b) => (order[a.severity] ?? 2) - (order[b.severity] ?? 2));
  const refused = held.state !== "ready";
  return (
    <>
      <p><Datum>{held.name}</Datum> <small>{number(held.size / 1e6, 2)} MB</small></p>
      {refused && <p class="notice">{say("page.import.refused")}</p>}
      <Tiles items={[...["floors", "rooms", "walls", "doors", "devices"].map(name => (counts[name] === undefined ? null : { label: say(`page.import.count_${name}`), value: number(counts[name]) })),
        areas?.drawn_m2 === undefined ? null : { label: say("page.card.drawn"), value: number(areas.drawn_m2), unit: "m²", ...(areas.file_m2 ? { note: say("page.import.stated", { area: number(areas.file_m2) }) } : {}) }]} />
      {Object.keys(report?.changes ?? {}).length > 0 && (
        <table><thead><tr><th>{say("page.import.change")}</th>{["added", "changed", "gone"].map(name => <th key={name} class="number">{say(`page.import.${name}`)}</th>)}</tr></thead><tbody>
          {Object.entries(report?.changes ?? {}).map(([table, counts]) => <tr key={table}><td>{say(has(`viz.kind.${table.replace("local_", "")}`) ? `viz.kind.${table.replace("local_", "")}` : `page.kind.${table.replace("local_", "")}`)}</td>{["added", "changed", "gone"].map(name => <td key={name} class="number">{number(counts[name] ?? 0)}</td>)}</tr>)}
        </tbody></table>
      )}
      {held.buildings.map(item => <p key={item.building_id} class="hint"><Datum>{item.name || item.building_id}</Datum>: {say(item.located ? "page.import.has_place" : "page.import.has_no_place")}</p>)}
      {sorted.length ? <Section title={say("page.import.findings", { count: sorted.length })}><Findings list={sorted.slice(0, 60)} /></Section> : <p class="hint">{say("page.import.no_findings")}</p>}
      <div class="pair"><Button main label={say("page.import.accept")} onClick={() => void accept()} disabled={refused || wizard.busy} why={refused ? say("page.import.refused") : ""} id="accept" /><Button label={say("page.import.refuse")} onClick={() => void refuse()} disabled={wizard.busy} /></div>
      {wizard.busy && wizard.job && <p class="hint" role="status">{say("page.import.accepting")} {wizard.job.step && <Datum>{wizard.job.step}</Datum>}</p>}
    </>
  );
}

/** The model's own plan, small: its corners can be chosen. */
function ModelPlan(): JSX.Element {
  const floors = floorsOf(wizard.building);
  const ground = floors.find(item => item.number === 1) ?? floors[0];
  const plan = ground ? shapes("floor", ground.floor_id, wizard.building) : null;
  if (plan?.error) return <Fault problem={plan.error} />;
  const shape = plan?.value;
  const block = shape?.blocks.wall?.length ? shape.blocks.wall : shape?.blocks.room;
  if (!shape || !block) return <Skeleton rows={6} />;
  const corners = Array.from({ length: block.xy.length / 2 }, (_, at): Point => [block.xy[2 * at]!, block.xy[2 * at + 1]!]);
  const box = boxOf(corners);
  if (!box) return <Empty text={say("page.empty.room")} />;
  const pad = Math.max(box[2] - box[0], box[3] - box[1]) * 0.06;
  const [wide, high] = [box[2] - box[0] + 2 * pad, box[3] - box[1] + 2 * pad];
  const put = ([x, y]: Point): Point => [x - box[0] + pad, box[3] - y + pad];
  const outline = Array.from({ length: block.length }, (_, part) => ringsOf(block, block.thing[part]!)).flat().map(ring => `M${ring.map(point => put(point).map(part => part.toFixed(2)).join(" ")).join("L")}Z`).join("");
  const chosen = (event: MouseEvent): void => {
    const picture = event.currentTarget as SVGSVGElement;
    const frame = picture.getBoundingClientRect();
    const scale = Math.min(frame.width / wide, frame.height / high);
    const x = (event.clientX - frame.left - (frame.width - wide * scale) / 2) / scale + box[0] - pad;
    const y = box[3] + pad - (event.clientY - frame.top - (frame.height - high * scale) / 2) / scale;
    const near = corners.reduce((best, corner) => (Math.hypot(corner[0] - x, corner[1] - y) < Math.hypot(best[0] - x, best[1] - y) ? corner : best));
    const snapped = Math.hypot(near[0] - x, near[1] - y) * scale < 14 ? near : ([x, y] as Point);
    pickModel(snapped[0] + shape.origin[0], snapped[1] + shape.origin[1]);
  };
  const radius = Math.max(wide, high) / 60;
  return (
    <svg class="model-plan" id="model-plan" viewBox={`0 0 ${wide.toFixed(2)} ${high.toFixed(2)}`} role="img" aria-label={say("page.import.plan_label")} onClick={chosen}>
      <path d={outline} fill-rule="evenodd" />
      {wizard.pairs.map((pair, at) => {
        if (!pair.model) return null;
        const [x, y] = put([pair.model[0] - shape.origin[0], pair.model[1] - shape.origin[1]]);
        return <g key={at}><circle cx={x} cy={y} r={radius} /><text x={x} y={y - radius * 1.4} font-size={radius * 2.6} text-anchor="middle">{at + 1}</text></g>;
      })}
    </svg>
  );
}

function PlaceStep(): JSX.Element {
  const done = wizard.pairs.filter(pair => pair.model && pair.ground);
  const found = wizard.placement;
  return (
    <>
      <p><Datum>{building(wizard.building)?.name ?? wizard.building}</Datum></p>
      <p class="hint">{say("page.import.place_how")}</p>
      <ModelPlan />
      <ol class="pairs" id="pairs">{wizard.pairs.map((pair, at) => (
        <li key={at}><span>{pair.model ? `${number(pair.model[0], 2)}, ${number(pair.model[1], 2)}` : "—"} → {pair.ground ? `${pair.ground[0].toFixed(2)}, ${pair.ground[1].toFixed(2)}` : say("page.import.on_map")}</span>
          {found?.residuals_m?.[at] !== undefined && <small>± {number(found.residuals_m[at], 2)} m</small>}<Button label={say("page.import.drop_pair")} icon="close" quiet onClick={() => dropPair(at)} /></li>
      ))}</ol>
      {found && (
        <dl class="facts" id="placement">
          <div><dt>{say("page.import.residual")}</dt><dd>{number(found.place_residual, 3)} m</dd></div>
          <div><dt>{say("page.import.rotation")}</dt><dd>{number(found.place_rotation_deg, 3)}°</dd></div>
          <div><dt>{say("page.import.scale")}</dt><dd>{number(found.place_scale, 5)}</dd></div>
        </dl>
      )}
      {found && <Findings list={found.findings ?? []} />}
      <div class="pair"><Button main label={say("page.import.place_accept")} onClick={() => void fit(false)} disabled={done.length < 2 || wizard.busy || !found} why={say("page.import.two_points")} id="place-accept" /><Button label={say("page.import.later")} onClick={() => { restart(); set({ panel: "" }); }} /></div>
    </>
  );
}

function Done(): JSX.Element {
  const key = wizard.building || wizard.import?.buildings[0]?.building_id || "";
  return (
    <>
      <p class="done">{say("page.import.done")}</p>
      <div class="pair">{key && <Button main label={say("page.import.show")} onClick={() => { restart(); set({ panel: "" }); open(key); }} id="show-import" />}<Button label={say("page.import.another")} onClick={restart} /></div>
    </>
  );
}
