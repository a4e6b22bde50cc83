/** The right side of the planning desk: a proposal, a department and why it moves, a comparison, the phases. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Problem, url } from "../base/api";
import { S, set, setX } from "../base/state";
import { either, has, lang, number, say } from "../base/words";
import { district, may, split } from "../data/model";
import { tell } from "../data/editing";
import { choose } from "../ui/choose";
import { Button, Datum, Empty, Fault, Icon, Section, Skeleton, Tiles } from "../ui/parts";
import { begin, compared, difference, phases, plan, plans, running, save, scenarioNow, stack, type Done, type Told } from "./model";
import { tabNow } from "./left";
import { nameOf } from "./stack";

const told = (lines: Told): string[] => lines[lang()];

function Head({ small, title, icon, onClose }: { small: string; title: JSX.Element | string; icon: string; onClose?: () => void }): JSX.Element {
  return <header class="card-head"><i class="glyph"><Icon name={icon} size={20} /></i><div><small>{small}</small><h2>{title}</h2></div>{onClose && <button type="button" class="close" aria-label={say("page.close")} title={say("page.close")} onClick={onClose}><Icon name="close" /></button>}</header>;
}

const Lines = ({ lines }: { lines: Told }): JSX.Element => <pre class="lines" tabIndex={0}>{told(lines).join("\n")}</pre>;

function Plan({ id }: { id: string }): JSX.Element {
  const answer = plan(id);
  const head = <Head small={say("page.planning.proposal")} title={answer.value ? say("page.planning.proposal_name", { floors: answer.value.result.released.floors, area: number(answer.value.result.released.usable_m2) }) : say("page.state.loading")} icon="layers" onClose={() => setX({ job: "" })} />;
  if (answer.error) return <>{head}<Fault problem={answer.error} /></>;
  if (!answer.value) return <>{head}<Skeleton rows={8} /></>;
  const { result } = answer.value;
  return (
    <>
      {head}
      <Tiles items={[
        { label: say("page.planning.cost"), value: number(result.value.total), unit: say("page.planning.thousand"), note: say("page.planning.today_cost", { cost: number(result.today.total) }) },
        { label: say("page.planning.gap"), value: result.gap === null ? "—" : number(100 * result.gap, 1), unit: "%", note: result.bound === null ? say("page.planning.no_bound") : say("page.planning.bound_of", { bound: number(result.bound) }) },
        { label: say("page.planning.released"), value: number(result.released.usable_m2), unit: "m²", note: say("page.planning.released_floors", { floors: result.released.floors, buildings: result.released.buildings }) },
        { label: say("page.planning.moves"), value: number(result.departments.reduce((sum, item) => sum + item.moved_building + item.moved_floor, 0)), unit: say("page.planning.people") },
      ]} />
      {result.left_out.length > 0 && <p class="hint">{say("page.planning.left_out", { terms: result.left_out.map(term => (has(`plan.term.${term}`) ? say(`plan.term.${term}`) : term)).join(", ") })}</p>}
      <Keep id={id} />
      {result.floors_given_up.length > 0 && <Section title={say("page.planning.given_up")}><table><thead><tr><th>{say("viz.kind.floor")}</th><th class="number">m²</th><th class="number">{say("page.planning.saves")}</th></tr></thead><tbody>{result.floors_given_up.slice(0, 14).map(floor => <tr key={floor.key}><td><Datum>{floor.name}</Datum></td><td class="number">{number(floor.usable_m2)}</td><td class="number">{number(floor.cost, 1)}</td></tr>)}</tbody></table></Section>}
      <Section title={say("viz.many.department")}><table><thead><tr><th>{say("viz.kind.department")}</th><th class="number">{say("page.planning.moves")}</th><th class="number">{say("page.planning.floors_now")}</th><th class="number">m²</th></tr></thead><tbody>{result.departments.map(item => <tr key={item.department_id}><td><button type="button" class="link" onClick={() => choose(`department:${item.department_id}`)}><Datum>{item.name}</Datum></button></td><td class="number">{number(item.moved_building + item.moved_floor)}</td><td class="number">{item.floors_before} → {item.floors.length}</td><td class="number">{number(item.office_m2)}</td></tr>)}</tbody></table></Section>
      <Compare id={id} />
    </>
  );
}

function Keep({ id }: { id: string }): JSX.Element {
  const [name, type] = useState("");
  const why = may("scenario.edit") ? "" : say("page.planning.may_not_keep");
  return <div class="form"><label for="plan-name">{say("page.planning.keep_as")}<input id="plan-name" value={name} maxLength={60} onInput={event => type(event.currentTarget.value)} /></label><Button main label={say("page.planning.keep")} onClick={() => void save(id, name.trim())} disabled={!name.trim() || Boolean(why)} why={why || say("page.planning.name_first")} id="keep-plan" /></div>;
}

function Compare({ id }: { id: string }): JSX.Element | null {
  const others = (plans().value ?? []).filter(job => job.job_id !== id);
  if (!others.length) return null;
  const other = S.x.with && others.some(job => job.job_id === S.x.with) ? S.x.with : "";
  return (
    <Section title={say("page.planning.compare")}>
      <div class="form"><label for="compare-with">{say("page.planning.compare_with")}<select id="compare-with" value={other} onChange={event => setX({ with: event.currentTarget.value })}><option value="">—</option>{others.map(job => <option key={job.job_id} value={job.job_id}>{planName(plan(job.job_id).value) || job.job_id}</option>)}</select></label></div>
      {other && <ComparedPlans one={id} two={other} />}
    </Section>
  );
}

const planName = (held: Done | undefined): string => (held ? `${say("page.planning.proposal_name", { floors: held.result.released.floors, area: number(held.result.released.usable_m2) })} · ${number(held.result.value.total)}` : "");

function ComparedPlans({ one, two }: { one: string; two: string }): JSX.Element {
  const answer = compared(one, two);
  if (answer.error) return <Fault problem={answer.error} />;
  if (!answer.value) return <Skeleton rows={4} />;
  return <Lines lines={answer.value.lines} />;
}

function Department({ id }: { id: string }): JSX.Element {
  const held = stack().value?.departments.find(item => item.department_id === id);
  const inPlan = S.x.job ? plan(S.x.job).value?.result.departments.find(item => item.department_id === id) : undefined;
  const name = held?.department ?? district().value?.departments.find(item => item.department_id === id)?.name ?? id;
  const why = running.why[id];
  const not = may("ask.plan") ? "" : say("page.planning.may_not_plan");
  return (
    <>
      <Head small={say("viz.kind.department")} title={<Datum>{name}</Datum>} icon="department" onClose={() => set({ sel: "" })} />
      {held ? <Tiles items={[
        { label: say("page.figure.area"), value: number(held.m2, 1), unit: "m²" },
        { label: say("page.planning.ceiling"), value: number(held.ceiling_m2, 1), unit: "m²", ...((held.over_m2 ?? 0) > 0.05 ? { note: say("page.card.over", { area: number(held.over_m2, 1) }), tone: "alarm" as const } : { note: say("page.card.within") }) },
        { label: say("page.figure.people"), value: number(held.heads) }, { label: say("page.planning.floors_now"), value: number(held.floors.length) },
      ]} /> : <Empty text={say("page.planning.holds_nothing")} />}
      {held && <Section title={say("page.floors")}><ul class="links">{held.floors.map(floor => <li key={floor}><Icon name="floor" /><button type="button" class="link" onClick={() => choose(`floor:${floor}`)}><Datum>{nameOf(floor)}</Datum></button></li>)}</ul></Section>}
      {inPlan && <p class="notice">{say("page.planning.in_plan", { moved: number(inPlan.moved_building + inPlan.moved_floor), before: inPlan.floors_before, after: inPlan.floors.length })}</p>}
      <Section title={say("page.planning.why")}>
        <p class="hint">{say("page.planning.why_how")}</p>
        {why ? <Lines lines={why.lines} /> : <Button label={say("page.planning.ask_why")} onClick={() => void begin("explain", { department: id, iterations: 12000 })} disabled={Boolean(running.job) || Boolean(not)} why={not || say("page.planning.one_at_a_time")} id="ask-why" />}
        {running.job?.kind === "explain" && <p class="hint" role="status">{say("page.planning.explaining")}</p>}
        {running.problem && <Fault problem={running.problem} again={false} />}
      </Section>
    </>
  );
}

function Phases({ id }: { id: string }): JSX.Element {
  const [start, begin_] = useState(new Date().toISOString().slice(0, 10));
  const answer = phases(id, start);
  const [busy, work] = useState(false);
  const fetchFile = async (): Promise<void> => {
    work(true);
    try {
      const file = await fetch(url("api/planning/moves/xlsx", { job: id, start }), { headers: { "Accept-Language": S.lang } });
      if (!file.ok) throw new Problem(file.status, (await file.json().catch(() => ({}))) as object);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await file.blob());
      link.download = "moves.xlsx";
      link.click();
      tell({ text: say("page.export.done", { format: "XLSX" }), kind: "ok" });
    } catch (error) {
      if (error instanceof Problem) tell({ text: error.message, kind: "error", problem: error });
    }
    work(false);
  };
  const waves = answer.value?.waves ?? [];
  const days = waves.length ? span(waves[0]!.first_day, waves.at(-1)!.last_day) : 1;
  return (
    <>
      <Head small={say("page.planning.proposal")} title={say("page.planning.phases")} icon="clock" onClose={() => setX({ tab: "plans" })} />
      <div class="form"><label for="phases-start">{say("page.planning.start")}<input id="phases-start" type="date" value={start} onChange={event => event.currentTarget.value && begin_(event.currentTarget.value)} /></label></div>
      {answer.error ? <Fault problem={answer.error} /> : !answer.value ? <Skeleton rows={6} /> : !waves.length ? <Empty text={say("page.planning.nobody_moves")} /> : (
        <>
          <p class="pair"><Button words icon="download" label={busy ? say("page.state.loading") : say("page.planning.move_list")} onClick={() => void fetchFile()} disabled={busy || !may("export.run")} why={say("page.export.no_permission")} id="moves-xlsx" /></p>
          <ol class="calendar" id="waves">{waves.map(wave => (
            <li key={wave.number}>
              <div class="section-head"><h3>{say("page.planning.wave", { number: wave.number })}</h3><small>{wave.first_day} – {wave.last_day} · {say("page.planning.people_n", { heads: number(wave.heads) })}</small></div>
              <Gantt from={span(waves[0]!.first_day, wave.first_day) - 1} long={span(wave.first_day, wave.last_day)} of={days} />
              <ul class="moves">{wave.groups.map((group, at) => <li key={at}><Datum>{group.department}</Datum> <small>{group.heads} · <Datum>{group.start || "—"}</Datum> → <Datum>{group.end}</Datum>{group.temporary && ` · ${say("page.planning.temporary")}`}</small></li>)}</ul>
            </li>
          ))}</ol>
        </>
      )}
    </>
  );
}

const span = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

const Gantt = ({ from, long, of }: { from: number; long: number; of: number }): JSX.Element => <svg class="gantt" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="100" height="6" /><rect class="span" x={(100 * from) / of} width={Math.max(1, (100 * long) / of)} height="6" /></svg>;

function ScenarioCard({ name }: { name: string }): JSX.Element {
  const answer = difference(name);
  const head = <Head small={say("page.planning.scenario")} title={<Datum>{name}</Datum>} icon="edit" onClose={() => set({ asof: "" })} />;
  if (answer.error) return <>{head}<Fault problem={answer.error} /></>;
  if (!answer.value) return <>{head}<Skeleton rows={6} /></>;
  const { figures, rooms } = answer.value;
  const who = (side: { department_id: string | null; heads: number }): string => (side.department_id ? `${district().value?.departments.find(item => item.department_id === side.department_id)?.name ?? side.department_id} ${side.heads}` : say("page.list.vacant"));
  return (
    <>
      {head}
      <Section title={say("page.planning.against_today")}>
        <table id="difference"><thead><tr><th /><th class="number">{say("page.planning.today")}</th><th class="number">{say("page.planning.here")}</th></tr></thead><tbody>{figures.map(item => <tr key={item.name} class={item.one === item.two ? "" : "changed"}><td>{either(item)}</td><td class="number">{number(item.one, item.one !== null && item.one % 1 ? 1 : 0)}</td><td class="number">{number(item.two, item.two !== null && item.two % 1 ? 1 : 0)}</td></tr>)}</tbody></table>
      </Section>
      <Section title={say("page.planning.changed_rooms", { count: rooms.length })}>
        {rooms.length ? <ul class="moves" id="changed">{rooms.slice(0, 60).map(room => <li key={room.room_id}><button type="button" class="link" onClick={() => set({ ...floorFor(room.floor_id), sel: `room:${room.room_id}` })}><Datum>{nameOf(room.floor_id)} {room.number ?? ""}</Datum></button><small><Datum>{who(room.one)}</Datum> → <Datum>{who(room.two)}</Datum></small></li>)}</ul> : <p class="hint">{say("page.planning.nothing_changed")}</p>}
      </Section>
    </>
  );
}

function floorFor(floor: string): { b?: string; f?: string } {
  const at = district().value?.buildings.find(item => item.floors.some(each => each.floor_id === floor));
  return at ? { b: at.building_id, f: floor } : {};
}

function Now(): JSX.Element {
  const held = stack().value;
  if (!held) return <Skeleton rows={6} />;
  const floors = held.buildings.flatMap(item => item.floors);
  const over = held.departments.filter(item => (item.over_m2 ?? 0) > 0.05);
  return (
    <>
      <Head small={say("page.planning.today")} title={<Datum>{district().value?.name ?? ""}</Datum>} icon="layers" />
      <Tiles items={[
        { label: say("page.planning.office_area"), value: number(floors.reduce((sum, floor) => sum + floor.office_m2, 0)), unit: "m²" },
        { label: say("page.planning.vacant_area"), value: number(floors.reduce((sum, floor) => sum + floor.vacant_m2, 0)), unit: "m²", note: say("page.planning.vacant_rooms", { rooms: floors.reduce((sum, floor) => sum + floor.vacant_rooms, 0) }) },
        { label: say("page.figure.people"), value: number(held.departments.reduce((sum, item) => sum + item.heads, 0)) },
        { label: say("page.planning.over_departments"), value: number(over.length), note: over.length ? `${number(over.reduce((sum, item) => sum + (item.over_m2 ?? 0), 0))} m²` : say("page.card.within"), ...(over.length ? { tone: "watch" as const } : {}) },
      ]} />
      <p class="hint">{say("page.planning.hint")}</p>
    </>
  );
}

export function right(): { body: JSX.Element; open: boolean } | null {
  if (!may("ask.space")) return null;
  const [table, key] = split(S.sel);
  if (table === "department") return { body: <Department key={key} id={key} />, open: true };
  if (S.sel) return null;
  if (S.x.job && tabNow() === "phases") return { body: <Phases key={S.x.job} id={S.x.job} />, open: true };
  if (S.x.job) return { body: <Plan key={S.x.job} id={S.x.job} />, open: true };
  if (scenarioNow()) return { body: <ScenarioCard key={scenarioNow()} name={scenarioNow()} />, open: tabNow() === "scenarios" };
  return { body: <Now />, open: false };
}
