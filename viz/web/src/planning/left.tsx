/** The left side of the planning desk: departments, proposals with sliders, scenarios, phases. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { S, set, setX } from "../base/state";
import { number, say } from "../base/words";
import { may } from "../data/model";
import type { Resource } from "../data/resource";
import { choose } from "../ui/choose";
import { Button, Choice, Datum, Empty, Fault, Icon, Skeleton } from "../ui/parts";
import { Swatch } from "../ui/map";
import { CostMoves, GapChart } from "./charts";
import { chosen, colourOf } from "./colours";
import { begin, finish, plan, plans, running, scenarioNow, scenarios, stack, type Holding, type PlanJob } from "./model";

export type Tab = "departments" | "plans" | "scenarios" | "phases";
export const TABS: Tab[] = ["departments", "plans", "scenarios", "phases"];
export const tabNow = (): Tab => (TABS.includes(S.x.tab as Tab) ? (S.x.tab as Tab) : "departments");

const answered = <T,>(held: Resource<T>, show: (value: T) => JSX.Element): JSX.Element => (held.error && !held.value ? <Fault problem={held.error} /> : held.value ? show(held.value) : <Skeleton rows={8} />);

function onKeys(event: KeyboardEvent): void {
  const all = [...document.querySelectorAll<HTMLElement>("#rows .row")];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  all[Math.min(Math.max(to, 0), all.length - 1)]?.focus();
}

function Departments(): JSX.Element {
  return answered(stack(), held => {
    if (!held.departments.length) return <Empty text={say("page.planning.no_departments")} />;
    const list = chosen(held);
    const worth: Record<string, (item: Holding) => number> = { over: item => item.over_m2 ?? 0, area: item => item.m2 };
    const order = [...held.departments].sort((a, b) => (worth[S.sort] ?? worth.area!)(b) - (worth[S.sort] ?? worth.area!)(a));
    const turn = (key: string): void => set({ sort: S.sort === key ? "" : key });
    return (
      <>
        <div class="heads"><span>{say("page.list.count", { count: order.length })}</span><button type="button" class="sort" aria-pressed={S.sort === "area"} onClick={() => turn("area")}>m²</button><button type="button" class="sort" aria-pressed={S.sort === "over"} onClick={() => turn("over")}>{say("page.planning.over_short")} m²{S.sort === "over" ? " ↓" : ""}</button></div>
        <ul class="rows" id="rows" aria-label={say("viz.many.department")} onKeyDown={onKeys}>
          {order.map((item, at) => (
            <li key={item.department_id}><button type="button" class="row" data-ref={`department:${item.department_id}`} tabIndex={at === 0 ? 0 : -1} aria-current={S.sel === `department:${item.department_id}` ? "true" : undefined} onClick={() => choose(`department:${item.department_id}`)}>
              <Swatch entry={{ name: item.department_id, label: "", colour: colourOf(list, item.department_id), hatched: false, count: 0, area: 0 }} />
              <span class="two"><b><Datum>{item.department}</Datum></b><small>{say("page.planning.department_sub", { heads: number(item.heads), floors: item.floors.length, ceiling: number(item.ceiling_m2) })}</small></span>
              <span class="figure">{number(item.m2)}</span><span class={(item.over_m2 ?? 0) > 0.5 ? "figure alarm-text" : "figure"}>{(item.over_m2 ?? 0) > 0.05 ? `▲ ${number(item.over_m2, 1)}` : "—"}</span>
            </button></li>
          ))}
        </ul>
      </>
    );
  });
}

interface SliderProps { id: string; label: string; value: number; least: number; most: number; step: number; unit: string; name: string; usual: number }
function Slider({ id, label, value, least, most, step, unit, name, usual }: SliderProps): JSX.Element {
  const [now, slide] = useState<number | null>(null);
  const shown = now ?? value;
  return (
    <label class="slider" for={id}><span>{label}</span><output for={id}>{number(shown, step < 1 ? 1 : 0)} {unit}</output>
      <input id={id} type="range" min={least} max={most} step={step} value={shown} aria-valuetext={`${shown} ${unit}`} onInput={event => slide(Number(event.currentTarget.value))} onChange={event => { slide(null); setX({ [name]: Number(event.currentTarget.value) === usual ? "" : event.currentTarget.value }); }} /></label>
  );
}

function Plans(): JSX.Element {
  const why = may("ask.plan") ? "" : say("page.planning.may_not_plan");
  const job = running.job;
  return (
    <div class="plans">
      <section class="ask">
        <Slider id="horizon" name="h" label={say("page.planning.horizon")} value={Number(S.x.h ?? 1)} least={0.5} most={10} step={0.5} unit={say("page.planning.years")} usual={1} />
        <Slider id="seat" name="seat" label={say("page.planning.seat")} value={Number(S.x.seat ?? 7)} least={5} most={12} step={0.5} unit="m²" usual={7} />
        <Slider id="spare" name="spare" label={say("page.planning.spare")} value={Number(S.x.spare ?? 0)} least={0} most={30} step={1} unit="%" usual={0} />
        <Choice id="heads" label={say("page.planning.heads")} value={S.x.heads ?? ""} onChange={value => setX({ heads: value })} options={[{ value: "", label: say("page.planning.established") }, { value: "present", label: say("page.planning.present") }]} />
        <p class="pair"><Button main label={say("page.planning.propose")} onClick={() => void begin("plans")} disabled={Boolean(job) || Boolean(why)} why={why || say("page.planning.one_at_a_time")} id="propose" /><Button label={say("page.planning.curve")} onClick={() => void begin("curve", { iterations: 8000 })} disabled={Boolean(job) || Boolean(why)} why={why || say("page.planning.one_at_a_time")} id="curve" /></p>
      </section>
      {job && <section class="under-way" id="under-way"><div class="section-head"><h3>{say(job.kind === "plan" ? "page.planning.searching" : job.kind === "curve" ? "page.planning.tracing" : "page.planning.explaining")}</h3>{job.kind === "plan" && <Button label={say("page.planning.stop")} onClick={finish} id="finish" />}</div><GapChart course={running.course} />{(job.total ?? 0) > 0 && <progress max={job.total ?? 1} value={job.done ?? 0} aria-label={job.title} />}</section>}
      {running.problem && <Fault problem={running.problem} again={false} />}
      {running.curve && <CostMoves curve={running.curve} />}
      <ProposalList />
    </div>
  );
}

function ProposalList(): JSX.Element {
  return answered(plans(), list => (list.length ? (
    <>
      <div class="heads"><span>{say("page.planning.proposals", { count: list.length })}</span><span class="unit">{say("page.planning.cost_unit")}</span></div>
      <ul class="rows" id="rows" aria-label={say("page.planning.tab.plans")} onKeyDown={onKeys}>{list.map((job, at) => <ProposalRow key={job.job_id} job={job} first={at === 0} />)}</ul>
    </>
  ) : <Empty text={say("page.planning.no_plans")} />));
}

export function ProposalRow({ job, first }: { job: PlanJob; first: boolean }): JSX.Element {
  const held = plan(job.job_id).value?.result;
  const asked = held?.asked as { horizon_years?: number; seat_m2?: number } | undefined;
  return (
    <li><button type="button" class="row" data-ref={`plan:${job.job_id}`} tabIndex={first ? 0 : -1} aria-current={S.x.job === job.job_id ? "true" : undefined} onClick={() => setX({ job: S.x.job === job.job_id ? "" : job.job_id }, { sel: "" })}>
      <Icon name="layers" />
      <span class="two"><b>{held ? say("page.planning.proposal_name", { floors: held.released.floors, area: number(held.released.usable_m2) }) : say("page.state.loading")}</b><small>{held && say("page.planning.proposal_sub", { horizon: number(asked?.horizon_years ?? 1, 1), gap: held.gap === null ? "—" : number(100 * held.gap, 1), moved: number(held.departments.reduce((sum, item) => sum + item.moved_building + item.moved_floor, 0)) })}</small></span>
      <span class="figure">{held ? number(held.value.total, 0) : ""}</span>
    </button></li>
  );
}

function Scenarios(): JSX.Element {
  if (!may("scenario.read")) return <p class="denied">{say("page.planning.may_not_scenario")}</p>;
  return answered(scenarios(), list => (list.length ? (
    <>
      <div class="heads"><span>{say("page.list.count", { count: list.length })}</span></div>
      <ul class="rows" id="rows" aria-label={say("page.planning.tab.scenarios")} onKeyDown={onKeys}>
        {list.map((item, at) => (
          <li key={item.name}><button type="button" class="row" data-ref={`scenario:${item.name}`} tabIndex={at === 0 ? 0 : -1} aria-current={scenarioNow() === item.name ? "true" : undefined} onClick={() => set({ asof: scenarioNow() === item.name ? "" : `scenario:${item.name}`, sel: "", x: { ...S.x, job: "" } })}>
            <Icon name="edit" /><span class="two"><b><Datum>{item.name}</Datum></b><small>{say("page.planning.scenario_sub", { version: item.base })} <Datum>{item.note ?? ""}</Datum></small></span>
          </button></li>
        ))}
      </ul>
    </>
  ) : <Empty text={say("page.planning.no_scenarios")} />));
}

function PhasesTab(): JSX.Element {
  return <div class="plans">{S.x.job ? null : <p class="hint pad">{say("page.planning.choose_plan")}</p>}<ProposalList /></div>;
}

export function Left(): JSX.Element {
  const tab = tabNow();
  if (!may("ask.space")) return <aside class="left" aria-label={say("page.left")}><div class="denied" role="alert"><Icon name="layers" size={20} /><b>{say("page.state.forbidden")}</b><p>{say("page.planning.denied")}</p></div></aside>;
  return (
    <aside class="left" aria-label={say("page.left")}>
      <div class="tabs"><Choice id="tabs" label={say("page.planning.lists")} value={tab} onChange={value => setX({ tab: value }, { sort: "", sel: "" })} options={TABS.map(name => ({ value: name, label: say(`page.planning.tab.${name}`) }))} /></div>
      {tab === "departments" ? <Departments /> : tab === "plans" ? <Plans /> : tab === "scenarios" ? <Scenarios /> : <PhasesTab />}
    </aside>
  );
}
