/** Charts by hand: best plan and bound as they come, and what plans cost against the people they move. */
import type { JSX } from "preact";
import { setX } from "../base/state";
import { number, say } from "../base/words";
import type { Curve, Figures } from "./model";

const WIDE = 280, HIGH = 120, LEFT = 44, LOW = 20;

/** The course of a plan under way: value falls, bound rises, the gap is what lies between. */
export function GapChart({ course }: { course: Figures[] }): JSX.Element {
  const values = course.filter(item => item.value !== null);
  const bounds = course.filter(item => item.bound !== null && Number.isFinite(item.bound));
  const last = course.at(-1);
  const all = [...values.map(item => item.value!), ...bounds.map(item => item.bound!)];
  if (!last || !all.length) return <p class="hint">{say("page.planning.chart_waiting")}</p>;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const time = Math.max(...course.map(item => item.cpu_s), 0.1);
  const x = (item: Figures): number => LEFT + ((WIDE - LEFT - 6) * item.cpu_s) / time;
  const y = (value: number): number => 8 + (HIGH - LOW - 8) * (1 - (value - low) / Math.max(high - low, 1e-9));
  const line = (list: Figures[], of: (item: Figures) => number): string => list.map((item, at) => `${at ? "L" : "M"}${x(item).toFixed(1)} ${y(of(item)).toFixed(1)}`).join("");
  const said = say("page.planning.gap_now", { value: number(last.value), bound: number(last.bound), gap: last.gap === null ? "—" : number(100 * last.gap, 1) });
  return (
    <figure class="chart" id="gap-chart">
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={said}>
        <path class="axis" d={`M${LEFT} 4V${HIGH - LOW}H${WIDE - 4}`} />
        <text x={LEFT - 4} y={12} text-anchor="end">{number(high)}</text><text x={LEFT - 4} y={HIGH - LOW} text-anchor="end">{number(low)}</text><text x={WIDE - 4} y={HIGH - 5} text-anchor="end">{number(time, 1)} s</text>
        {bounds.length > 0 && <path class="bound" d={line(bounds, item => item.bound!)} />}
        {values.length > 0 && <path class="value" d={line(values, item => item.value!)} />}
      </svg>
      <figcaption><span class="key value">{say("page.planning.value")}</span><span class="key bound">{say("page.planning.bound")}</span></figcaption>
      <p id="gap-now">{said}</p>
    </figure>
  );
}

/** Cost a year against people moved; a point sets the slider to its horizon. */
export function CostMoves({ curve }: { curve: Curve }): JSX.Element {
  const points = curve.points.map(point => ({ point, moved: point.moved_building + point.moved_floor, cost: point.operating }));
  if (!points.length) return <p class="hint">{say("page.planning.no_curve")}</p>;
  const most = Math.max(1, ...points.map(item => item.moved));
  const costs = [...points.map(item => item.cost), curve.today.total];
  const [low, high] = [Math.min(...costs), Math.max(...costs)];
  const x = (moved: number): number => LEFT + ((WIDE - LEFT - 14) * moved) / most;
  const y = (cost: number): number => 10 + (HIGH - LOW - 18) * (1 - (cost - low) / Math.max(high - low, 1e-9));
  const order = [...points].sort((a, b) => a.moved - b.moved);
  return (
    <figure class="chart" id="cost-moves">
      <h3>{say("page.planning.cost_moves")}</h3>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="group" aria-label={say("page.planning.cost_moves")}>
        <path class="axis" d={`M${LEFT} 4V${HIGH - LOW}H${WIDE - 4}`} />
        <text x={LEFT - 4} y={14} text-anchor="end">{number(high)}</text><text x={LEFT - 4} y={HIGH - LOW} text-anchor="end">{number(low)}</text><text x={WIDE - 4} y={HIGH - 5} text-anchor="end">{say("page.planning.moved_people", { count: number(most) })}</text>
        <path class="value" d={[{ moved: 0, cost: curve.today.total }, ...order].map((item, at) => `${at ? "L" : "M"}${x(item.moved)} ${y(item.cost)}`).join("")} />
        <rect class="today" x={x(0) - 4} y={y(curve.today.total) - 4} width="8" height="8"><title>{say("page.planning.of_today")}</title></rect>
        {order.map(item => <circle key={item.point.horizon_years} cx={x(item.moved)} cy={y(item.cost)} r="5"><title>{say("page.planning.curve_point", { horizon: number(item.point.horizon_years, 1), cost: number(item.cost), moved: number(item.moved) })}</title></circle>)}
      </svg>
      <ul class="links">{order.map(item => <li key={item.point.horizon_years}><button type="button" class="link" onClick={() => setX({ h: String(item.point.horizon_years) })}>{say("page.planning.curve_point", { horizon: number(item.point.horizon_years, 1), cost: number(item.cost), moved: number(item.moved) })}</button></li>)}</ul>
    </figure>
  );
}
