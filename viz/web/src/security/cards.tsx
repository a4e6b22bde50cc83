/** The right side of the security desk: a camera, a cell or room, a point, a way, a blind place, or the place as a whole. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { Problem, url } from "../base/api";
import { S, set, setX } from "../base/state";
import { either, has, number, say, valueWord } from "../base/words";
import { building, floorLabel, floorOf, may, mayEdit, split } from "../data/model";
import { edit, tell } from "../data/editing";
import { theCanvas } from "../ui/lazy";
import { choose } from "../ui/choose";
import { Button, Datum, Empty, Fault, Icon, Section, Skeleton, Tiles } from "../ui/parts";
import { Swatch } from "../ui/map";
import { colourOf, levelName } from "./levels";
import { goBlind, nameOf } from "./lists";
import { blinds, cells, exposure, faces, loss, off, outages, placeNow, sheet, state, witnesses, type CameraSheet, type Cell, type Faces, type Level } from "./model";
import { accept, finish, placing, propose, taken } from "./placing";
import { blindNow, dropCorner, pointNow, takeTool, toggleOff, wayNow } from "./state";
import { sums, watchers, type Total } from "./sums";

const placeName = (floor: string): string => {
  const at = floorOf(floor);
  return at ? `${at.building.name ?? ""} ${at.floor.name || floorLabel(at.floor)}` : say("page.security.grounds");
};

function Head({ small, title, icon, onClose }: { small: ComponentChildren; title: ComponentChildren; icon: string; onClose?: () => void }): JSX.Element {
  return (
    <header class="card-head"><i class="glyph"><Icon name={icon} size={20} /></i><div><small>{small}</small><h2>{title}</h2></div>
      {onClose && <button type="button" class="close" aria-label={say("page.close")} title={say("page.close")} onClick={onClose}><Icon name="close" /></button>}</header>
  );
}

/** How much is seen with at least each level. */
function Levels({ ladder, levels, reference }: { ladder: Level[]; levels: number[]; reference: number }): JSX.Element {
  return (
    <Section title={say("page.security.by_level")}>
      <table><thead><tr><th>{say("page.security.level")}</th><th class="number">px/m</th><th class="number">m²</th><th class="number">%</th></tr></thead><tbody>
        {ladder.map((level, at) => (
          <tr key={level.level}><td><span class="with-swatch"><Swatch entry={{ name: level.level, label: "", colour: colourOf(`l:${at}`), hatched: false, count: 0, area: 0 }} />{levelName(level)}</span></td><td class="number">{number(level.px_per_m, level.px_per_m % 1 ? 1 : 0)}</td><td class="number">{number(levels[at] ?? 0)}</td><td class="number">{reference > 0 ? number((100 * (levels[at] ?? 0)) / reference, 1) : "—"}</td></tr>
        ))}
      </tbody></table>
    </Section>
  );
}

function tilesOf(total: Total): JSX.Element {
  const share = total.reference ? (100 * total.covered) / total.reference : null;
  return (
    <Tiles items={[
      { label: say("page.security.seen"), value: number(share, 1), unit: "%", note: `${number(total.covered)} / ${number(total.reference)} m²` },
      { label: say("page.security.blind"), value: number(total.reference - total.covered), unit: "m²", ...(total.lost > 0.05 ? { note: say("page.security.of_it_lost", { area: number(total.lost, 1) }), tone: "alarm" as const } : {}) },
      { label: say("page.security.short_of"), value: number(total.short), unit: "m²", ...(total.short > 0.05 * total.reference ? { tone: "watch" as const } : {}) },
      { label: say("page.security.twice"), value: total.reference ? number((100 * total.twice) / total.reference, 1) : "—", unit: "%" },
    ]} />
  );
}

/** What cameras that are supposed dark cost: here at once from the faces, everywhere as soon as the service has said it. */
function LossNote({ held }: { held: Faces | undefined }): JSX.Element | null {
  const dark = off();
  if (!dark.length) return null;
  const here = held ? sums(held, dark) : null;
  const all = loss(dark);
  return (
    <section class="notice loss" id="loss" role="status">
      <b>{say("page.security.loss_now", { count: dark.length })}</b>
      <dl class="facts">
        <div><dt>{say("page.security.loss_here")}</dt><dd id="loss-here">{here ? `${number(here.lost, 1)} m²` : "—"}</dd></div>
        <div><dt>{say("page.security.loss_all")}</dt><dd id="loss-all">{all.value ? `${number(all.value.lost_m2, 1)} m²` : all.error ? all.error.message : say("page.state.loading")}</dd></div>
        {all.value && <div><dt>{say("page.security.loss_weighted")}</dt><dd>{number(all.value.weighted_m2, 1)}</dd></div>}
      </dl>
      {all.value && (
        <ul class="links">{all.value.places.flatMap(place => place.zones.filter(zone => zone.lost_m2 >= 0.05).map(zone => ({ place, zone }))).sort((a, b) => b.zone.lost_m2 - a.zone.lost_m2).slice(0, 6).map(({ zone, place }) => (
          <li key={`${place.floor_id}${zone.zone_id}`}><button type="button" class="link" onClick={() => choose(`${zone.kind}:${zone.zone_id}`)}><Datum>{zone.name || zone.zone_id}</Datum></button><small>−{number(zone.lost_m2, 1)} m² → {zone.reference_m2 ? number((100 * zone.left_m2) / zone.reference_m2, 1) : "—"}%</small></li>
        ))}</ul>
      )}
      <Button label={say("page.security.all_on")} onClick={() => setX({ off: "" })} id="all-on" />
    </section>
  );
}

function Pose({ held }: { held: CameraSheet }): JSX.Element {
  const { row, pose } = held;
  const degrees = (value: unknown): string => (typeof value === "number" ? `${number(value, value % 1 ? 1 : 0)}°` : "—");
  const metres = (value: unknown): string => (typeof value === "number" ? `${number(value, 1)} m` : "—");
  const facts: [string, string][] = [
    [say("page.security.lens"), [valueWord("lens", String(row.lens ?? "")), row.width_px ? `${String(row.width_px)} px` : ""].filter(Boolean).join(" · ")],
    [say("page.security.field"), `${degrees(pose.hfov_deg)} × ${degrees(pose.vfov_deg)}`], [say("page.security.heading"), `${degrees(pose.heading_deg)} · ${say("page.security.tilt")} ${degrees(pose.tilt_deg)}`],
    [say("page.security.range"), metres(pose.range_m)], [say("page.security.height"), metres(pose.z)],
    [say("page.security.status"), row.status ? valueWord("status", String(row.status)) : "—"],
  ];
  return <dl class="facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

function CameraCard({ id }: { id: string }): JSX.Element {
  const answer = sheet(id);
  const close = (): void => set({ sel: "" });
  if (answer.error && !answer.value) return <><Head small={say("viz.kind.camera")} title={<Datum>{id}</Datum>} icon="camera" onClose={close} /><Fault problem={answer.error} /></>;
  const held = answer.value;
  if (!held) return <><Head small={say("viz.kind.camera")} title={<Datum>{nameOf(id)}</Datum>} icon="camera" onClose={close} /><Skeleton rows={8} /></>;
  const dark = off().includes(id);
  const here = faces(placeNow()).value;
  const floor = typeof held.row.floor_id === "string" ? held.row.floor_id : "";
  return (
    <>
      <Head small={<>{say("viz.kind.camera")} · <Datum>{placeName(floor)}</Datum></>} title={<Datum>{held.name || id}</Datum>} icon="camera" onClose={close} />
      {held.skipped ? <p class="notice">{say("page.security.left_out", { reason: has(`security.reason.${held.skipped}`) ? say(`security.reason.${held.skipped}`) : held.skipped })}</p> : (
        <>
          <Tiles items={[
            { label: say("page.security.sees"), value: number(held.covered_m2, 1), unit: "m²" },
            { label: say("page.security.sees_alone"), value: number(held.sole_m2, 1), unit: "m²", ...(held.sole_m2 > 0.3 * held.covered_m2 && held.sole_m2 > 1 ? { tone: "watch" as const } : {}) },
            { label: say("page.security.lost_if_off"), value: number(held.lost_m2, 1), unit: "m²" },
            { label: say("page.security.weighted"), value: number(held.weighted_m2, 1), note: say("page.security.weighted_how") },
          ]} />
          <p class="pair"><Button main={!dark} label={say(dark ? "page.security.switch_on" : "page.security.switch_off")} onClick={() => toggleOff(id)} pressed={dark} id="off" />{floor !== placeNow() && <Button label={say("page.security.show_place")} onClick={() => set(floor ? { b: floorOf(floor)?.building.building_id ?? "", f: floor, eye: null } : { b: "", f: "", eye: null })} />}</p>
        </>
      )}
      <LossNote held={here} />
      <Section title={say("page.security.pose")}><Pose held={held} /></Section>
      {!held.skipped && held.ladder && <Levels ladder={held.ladder.levels} levels={held.bands_m2} reference={held.sees_m2} />}
      {held.zones.length > 0 && (
        <Section title={say("page.security.sees_where")}>
          <table><thead><tr><th>{say("page.security.zone")}</th><th class="number">m²</th><th class="number">{say("page.security.sole_m2")}</th></tr></thead><tbody>
            {held.zones.slice(0, 12).map(zone => <tr key={zone.zone_id}><td><button type="button" class="link" onClick={() => choose(`${zone.kind}:${zone.zone_id}`)}><Datum>{zone.name || zone.zone_id}</Datum></button></td><td class="number">{number(zone.m2, 1)}</td><td class="number">{number(zone.sole_m2, 1)}</td></tr>)}
          </tbody></table>
        </Section>
      )}
    </>
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function Report({ cell, name }: { cell: string; name: string }): JSX.Element {
  const [busy, work] = useState("");
  const [problem, fail] = useState<Problem | null>(null);
  const why = may("export.security") ? "" : say("page.security.no_report");
  const fetchFile = async (form: string): Promise<void> => {
    work(form);
    fail(null);
    try {
      const answer = await fetch(url(`api/security/report/${form}`, { cell, ...state() }), { headers: { "Accept-Language": S.lang } });
      if (!answer.ok || answer.status === 202) throw new Problem(answer.status, answer.ok ? { detail: say("page.security.report_later") } : ((await answer.json().catch(() => ({}))) as object));
      save(await answer.blob(), `${name.replace(/[^\p{L}\p{N}_-]+/gu, "_")}.${form}`);
      tell({ text: say("page.export.done", { format: form.toUpperCase() }), kind: "ok" });
    } catch (error) {
      fail(error instanceof Problem ? error : new Problem(0, { detail: say("page.error.offline") }));
    }
    work("");
  };
  return (
    <Section title={say("page.security.report")}>
      <p class="pair">{["pdf", "xlsx"].map(form => <Button key={form} words icon="download" label={busy === form ? say("page.state.loading") : form.toUpperCase()} onClick={() => void fetchFile(form)} disabled={busy !== "" || Boolean(why)} why={why} id={`report-${form}`} />)}</p>
      {problem && <Fault problem={problem} again={false} />}
    </Section>
  );
}

function ZoneCard({ table, id }: { table: string; id: string }): JSX.Element | null {
  const held = faces(placeNow());
  const close = (): void => set({ sel: "" });
  const sheetOf = table === "cell" ? cells().value?.cells.find(cell => cell.cell_id === id) : undefined;
  const zone = held.value?.zones.findIndex(item => item.zone_id === id) ?? -1;
  const about = held.value?.zones[zone];
  const name = about?.name || sheetOf?.name || id;
  const head = <Head small={[say(table === "cell" ? "viz.kind.cell" : "viz.kind.room"), about?.class ? valueWord(table === "cell" ? "guard_class" : "room_class", about.class) : ""].filter(Boolean).join(" · ")} title={<Datum>{name}</Datum>} icon={table} onClose={close} />;
  if (held.error && !held.value) return <>{head}<Fault problem={held.error} /></>;
  if (!held.value) return <>{head}<Skeleton rows={8} /></>;
  if (!about) return <>{head}<Empty text={say("page.security.not_measured")} /></>;
  const total = sums(held.value, off()).zones[zone]!;
  return (
    <>
      {head}
      {tilesOf(total)}
      <LossNote held={held.value} />
      {about.required > 0 && <p class="hint">{say("page.security.required", { density: number(about.required, about.required % 1 ? 1 : 0), priority: number(about.priority, about.priority % 1 ? 1 : 0) })}</p>}
      <Levels ladder={held.value.ladder} levels={total.levels} reference={total.reference} />
      <Seeing held={held.value} zone={zone} />
      {sheetOf && <Duty cell={sheetOf} />}
      {sheetOf && <Report cell={id} name={name} />}
    </>
  );
}

function Seeing({ held, zone }: { held: Faces; zone: number }): JSX.Element {
  const found = watchers(held, zone, off());
  return (
    <Section title={say("page.security.seen_by", { count: found.length })}>
      {found.length ? (
        <table><thead><tr><th>{say("viz.kind.camera")}</th><th class="number">m²</th><th class="number">{say("page.security.sole_m2")}</th></tr></thead><tbody>
          {found.slice(0, 12).map(({ camera, area, sole }) => <tr key={camera}><td><button type="button" class="link" onClick={() => choose(`camera:${held.cameras[camera]!.camera_id}`)}><Datum>{held.cameras[camera]!.name || held.cameras[camera]!.camera_id}</Datum></button></td><td class="number">{number(area, 1)}</td><td class="number">{number(sole, 1)}</td></tr>)}
        </tbody></table>
      ) : <p class="hint">{say("page.security.seen_by_none")}</p>}
    </Section>
  );
}

const DUTIES = ["responsible", "patrol_interval_min", "duties", "procedure"];

function Duty({ cell }: { cell: Cell }): JSX.Element {
  const told = DUTIES.filter(name => cell.duty?.[name] !== null && cell.duty?.[name] !== undefined && cell.duty[name] !== "");
  return (
    <>
      <Section title={say("page.security.duty")}>
        {told.length ? <dl class="facts">{told.map(name => <div key={name}><dt>{say(`security.duty.${name}`)}</dt><dd><Datum>{String(cell.duty[name])}</Datum></dd></div>)}</dl> : <p class="hint">{say("page.security.no_duty")}</p>}
      </Section>
      {cell.worst?.some(one => one.lost_m2 >= 0.5) && (
        <Section title={say("page.security.weakest_list")}>
          <ul class="links">{cell.worst.filter(one => one.lost_m2 >= 0.5).map(one => <li key={one.camera_id}><Icon name="camera" /><button type="button" class="link" onClick={() => choose(`camera:${one.camera_id}`)}><Datum>{one.name || one.camera_id}</Datum></button><small>−{number(one.lost_m2, 1)} m²</small></li>)}</ul>
        </Section>
      )}
    </>
  );
}

function PointCard(): JSX.Element {
  const at = pointNow();
  const head = <Head small={placeName(placeNow())} title={say("page.security.who_sees")} icon="dot" onClose={() => takeTool("")} />;
  if (!at) return <>{head}<p class="hint">{say("page.security.point_how")}</p><PointFields at={null} /></>;
  const answer = witnesses(at, placeNow());
  return (
    <>
      {head}
      <PointFields at={at} />
      {answer.error ? <Fault problem={answer.error} /> : !answer.value ? <Skeleton rows={4} /> : answer.value.cameras.length ? (
        <table class="pickable" id="witnesses"><thead><tr><th>{say("viz.kind.camera")}</th><th class="number">m</th><th class="number">px/m</th><th>{say("page.security.level")}</th></tr></thead><tbody>
          {answer.value.cameras.map(one => (
            <tr key={one.camera_id}><td><button type="button" class="link" onClick={() => choose(`camera:${one.camera_id}`)}><Datum>{one.name || one.camera_id}</Datum></button></td><td class="number">{number(one.distance_m, 1)}</td><td class="number">{number(one.px_per_m)}</td><td>{one.level ? say(`security.level.${one.level}`) : "—"}</td></tr>
          ))}
        </tbody></table>
      ) : <p class="notice" id="nobody">{say("page.security.nobody")}</p>}
      <p class="hint">{say("page.security.all_cameras_on")}</p>
    </>
  );
}

/** The same by keyboard: the place in figures. */
function PointFields({ at }: { at: [number, number] | null }): JSX.Element {
  const typed = (axis: 0 | 1) => (event: Event): void => {
    const value = Number((event.currentTarget as HTMLInputElement).value);
    const next: [number, number] = at ? [...at] : [0, 0];
    next[axis] = value;
    if (Number.isFinite(value)) setX({ pt: `${next[0].toFixed(2)},${next[1].toFixed(2)}` });
  };
  return <div class="form grid2"><label>E<input type="number" step="0.5" id="point-e" value={at ? at[0].toFixed(2) : ""} onChange={typed(0)} /></label><label>N<input type="number" step="0.5" id="point-n" value={at ? at[1].toFixed(2) : ""} onChange={typed(1)} /></label></div>;
}

function WayCard(): JSX.Element {
  const way = wayNow();
  const answer = way.length > 1 ? exposure(way, placeNow(), Boolean(S.x.least)) : null;
  return (
    <>
      <Head small={placeName(placeNow())} title={say("page.security.exposure")} icon="ruler" onClose={() => takeTool("")} />
      <p class="hint">{say("page.security.way_how")}</p>
      <p class="pair"><Button label={say("page.measure.back")} onClick={dropCorner} disabled={!way.length} why={say("page.measure.none")} /><Button label={say("page.measure.clear")} onClick={() => setX({ way: "", least: "" })} disabled={!way.length} why={say("page.measure.none")} /><Button label={say("page.security.least")} pressed={Boolean(S.x.least)} onClick={() => setX({ least: S.x.least ? "" : "1" })} disabled={way.length < 2} why={say("page.security.two_points")} id="least" /></p>
      {answer?.error ? <Fault problem={answer.error} /> : answer && !answer.value ? <Skeleton rows={4} /> : answer?.value?.ways.map((one, at) => (
        <Section key={at} title={say(one.least_seen ? "page.security.way_least" : "page.security.way_given")}>
          <Tiles items={[
            { label: say("page.security.length"), value: number(one.length_m, 1), unit: "m" },
            { label: say("page.security.seen_of_way"), value: one.length_m ? number((100 * one.seen_m) / one.length_m, 1) : "—", unit: "%", note: `${number(one.seen_m, 1)} m` },
            { label: say("page.security.unseen_of_way"), value: number(one.unseen_m, 1), unit: "m", ...(one.unseen_m > 1 ? { tone: "watch" as const } : {}) },
          ]} />
          <table><thead><tr><th>{say("page.security.from_to")}</th><th class="number">{say("page.security.eyes")}</th></tr></thead><tbody>
            {one.stretches.slice(0, 20).map(([from, to, eyes]) => <tr key={from}><td class={eyes ? "" : "unseen"}>{eyes ? "" : "◆ "}{number(from, 1)} – {number(to, 1)} m</td><td class="number">{eyes ? number(eyes) : say("page.security.none")}</td></tr>)}
          </tbody></table>
        </Section>
      ))}
    </>
  );
}

function BlindCard({ at }: { at: number }): JSX.Element {
  const answer = blinds(placeNow());
  const part = answer.value?.blind[at];
  const close = (): void => setX({ blind: "" });
  if (answer.error) return <><Head small={placeName(placeNow())} title={say("page.security.blind_place")} icon="cell" onClose={close} /><Fault problem={answer.error} /></>;
  if (!part) return <><Head small={placeName(placeNow())} title={say("page.security.blind_place")} icon="cell" onClose={close} />{answer.value ? <Empty text={say("page.security.blind_gone")} /> : <Skeleton rows={5} />}</>;
  const zone = part.room_id ? `room:${part.room_id}` : part.cell_id ? `cell:${part.cell_id}` : "";
  const all = answer.value!.blind;
  return (
    <>
      <Head small={<>{say("page.security.blind_place")} {part.rank} · <Datum>{placeName(part.floor_id)}</Datum></>} title={<Datum>{either(part.where)}</Datum>} icon="cell" onClose={close} />
      <Tiles items={[{ label: say("page.security.area"), value: number(part.area_m2, 1), unit: "m²" }, { label: say("page.security.priority"), value: number(part.priority, part.priority % 1 ? 1 : 0), note: say("page.security.weight", { weight: number(part.area_m2 * part.priority, 1) }) }]} />
      <p class="pair"><Button label={say("page.security.previous")} onClick={() => goBlind(at - 1, all)} disabled={at <= 0} why={say("page.security.first_blind")} /><Button main label={say("page.security.next")} onClick={() => goBlind(at + 1, all)} disabled={at >= all.length - 1} why={say("page.security.last_blind")} /></p>
      {zone && <p><button type="button" class="link" onClick={() => choose(zone)}>{say("page.security.open_zone")}</button></p>}
      <p class="hint">{say("page.security.priority_how")}</p>
    </>
  );
}

function PlaceCard(): JSX.Element {
  const held = faces(placeNow());
  const lost = outages(placeNow()).value;
  const whole = cells().value;
  const small = say("page.security.seen_now");
  const title = <Datum>{placeNow() ? placeName(placeNow()) : S.b ? building(S.b)?.name || S.b : say("page.security.grounds")}</Datum>;
  if (held.error && !held.value) return <><Head small={small} title={title} icon="camera" /><Fault problem={held.error} /></>;
  if (!held.value) return <><Head small={small} title={title} icon="camera" /><Skeleton rows={8} /></>;
  const total = sums(held.value, off()).all;
  const pair = lost?.pairs[0];
  return (
    <>
      <Head small={small} title={title} icon="camera" />
      {tilesOf(total)}
      <LossNote held={held.value} />
      <Levels ladder={held.value.ladder} levels={total.levels} reference={total.reference} />
      {lost && lost.singles.length > 0 && (
        <Section title={say("page.security.costliest")}>
          <ul class="links">{lost.singles.slice(0, 5).map(one => <li key={one.camera_id}><Icon name="camera" /><button type="button" class="link" onClick={() => choose(`camera:${one.camera_id}`)}><Datum>{one.name || one.camera_id}</Datum></button><small>−{number(one.lost_m2, 1)} m²</small></li>)}</ul>
          {pair && pair.lost_m2 > 0 && <p class="hint">{say("page.security.worst_pair", { first: nameOf(pair.first), second: nameOf(pair.second), area: number(pair.lost_m2, 1), joint: number(pair.joint_m2, 1) })}</p>}
        </Section>
      )}
      {!placeNow() && whole && whole.skipped.length > 0 && <p class="notice">{say("page.security.skipped", { count: whole.skipped.length })}</p>}
      {!placeNow() && whole && whole.in_plan > 0 && <p class="hint">{say("page.security.in_plan", { count: whole.in_plan })}</p>}
      {!placeNow() && <Report cell="" name={say("page.security.all_cells")} />}
      <p class="hint">{say("page.security.click_hint")}</p>
    </>
  );
}

function PlaceTool(): JSX.Element {
  const [count, wish] = useState(3);
  const { found, job, problem } = placing;
  const here = placing.floor === placeNow();
  const why = S.asof ? say("page.edit.past") : mayEdit("camera") ? "" : say("page.edit.no_permission");
  return (
    <>
      <Head small={placeName(placeNow())} title={say("page.security.place_title")} icon="camera" onClose={() => takeTool("")} />
      <p class="hint">{say("page.security.place_how")}</p>
      <div class="form"><label for="place-count">{say("page.security.place_count")}<input id="place-count" type="number" min="1" max="50" value={count} onInput={event => wish(Math.min(50, Math.max(1, Number(event.currentTarget.value) || 1)))} /></label>
        {job ? <Button label={say("page.planning.stop")} onClick={finish} id="place-stop" /> : <Button main label={say("page.security.place_ask")} onClick={() => void propose(count)} id="place-ask" />}</div>
      {job && <><p class="hint" role="status">{say("page.security.place_searching")}</p><progress aria-label={say("page.security.place_searching")} /></>}
      {problem && <Fault problem={problem} again={false} />}
      {found && here && (
        <>
          <p class="notice" id="place-gap">{say(found.choice.proven ? "page.security.place_proven" : "page.security.place_gap", { gap: number(100 * found.choice.gap, 1), before: number(found.places.reduce((sum, one) => sum + one.before_m2, 0)), after: number(found.places.reduce((sum, one) => sum + one.after_m2, 0)), asked: number(found.places.reduce((sum, one) => sum + one.asked_m2, 0)) })}</p>
          {found.cameras.length ? <ol class="proposals" id="proposals">{found.cameras.map((one, at) => (
            <li key={one.camera_id}><button type="button" class="link" onClick={() => { placing.chosen = one.camera_id; theCanvas()?.bring([one.x - 3, one.y - 3, one.x + 3, one.y + 3], false); set({}); }}>{at + 1}. {either(one.kind)} · <Datum>{one.where}</Datum></button>
              <small>{say(one.heading_deg === null ? "page.security.place_row_round" : "page.security.place_row", { heading: number(one.heading_deg), gain: number(one.gain_m2, 1), yuan: number(one.yuan) })}</small>
              {taken(one.camera_id) ? <span class="good">✓ {say("page.security.place_taken")}</span> : <Button label={say("page.security.place_take")} onClick={() => void accept(at)} disabled={edit.saving || Boolean(why)} why={why} id={`take-${at + 1}`} />}</li>
          ))}</ol> : <Empty text={say("page.security.place_none")} />}
        </>
      )}
    </>
  );
}

/** What the desk shows on the right; null where the usual card serves. */
export function right(): { body: JSX.Element; open: boolean } | null {
  if (!may("ask.security") || !may("protected.views")) return null;
  if (S.x.tool === "point") return { body: <PointCard />, open: pointNow() !== null };
  if (S.x.tool === "path") return { body: <WayCard />, open: wayNow().length > 1 };
  if (S.x.tool === "place") return { body: <PlaceTool />, open: true };
  const [table, key] = split(S.sel);
  if (table === "camera") return { body: <CameraCard key={key} id={key} />, open: true };
  if (table === "cell" || (table === "room" && placeNow())) return { body: <ZoneCard key={key} table={table} id={key} />, open: true };
  if (S.sel) return null;
  if (blindNow() >= 0) return { body: <BlindCard at={blindNow()} />, open: true };
  return { body: <PlaceCard />, open: false };
}
