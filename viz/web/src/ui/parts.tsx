/** Small parts that every panel is made of. */
import type { ComponentChildren, JSX } from "preact";
import { ICONS } from "../base/icons";
import { retry } from "../data/resource";
import type { Problem } from "../base/api";
import { either, number, say } from "../base/words";
import type { Finding } from "../base/types";

export function Icon({ name, size = 16 }: { name: string; size?: number }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={ICONS[name] ?? ICONS.dot} />
    </svg>
  );
}

/** Text that comes from the data: shown as it is, never translated, its direction its own. */
export const Datum = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <bdi class="datum" translate={false}>{children}</bdi>
);

interface ButtonProps { label: string; icon?: string; onClick: () => void; pressed?: boolean; disabled?: boolean; why?: string; quiet?: boolean; main?: boolean; danger?: boolean; id?: string; words?: boolean }

/** A button with words or a drawing; where it may not be used it says why and can still be reached. */
export function Button({ label, icon, onClick, pressed, disabled, why, quiet, main, danger, id, words = !icon }: ButtonProps): JSX.Element {
  const title = disabled && why ? `${label}:${why}` : words ? why : label;
  return (
    <button
      type="button" id={id} class={["button", quiet && "quiet", main && "main", danger && "danger"].filter(Boolean).join(" ")} title={title}
      aria-label={words ? undefined : label} aria-pressed={pressed} aria-disabled={disabled ? "true" : undefined}
      onClick={event => { event.stopPropagation(); if (!disabled) onClick(); }}
    >
      {icon && <Icon name={icon} />}
      {words && <span>{label}</span>}
    </button>
  );
}

export interface Option { value: string; label: string; title?: string }

/** One of a few: a row of buttons of which one is pressed. */
export function Choice({ options, value, onChange, label, id }: { options: Option[]; value: string; onChange: (value: string) => void; label: string; id?: string }): JSX.Element {
  return (
    <div class="choice" role="group" aria-label={label} id={id}>
      {options.map(option => (
        <button type="button" key={option.value} data-value={option.value} title={option.title} aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.label}
        </button>
      ))}
    </div>
  );
}

export interface Tile { label: string; value: string; unit?: string; note?: string; tone?: "alarm" | "watch" }

/** Figures large enough to read from a chair. */
export function Tiles({ items }: { items: (Tile | null)[] }): JSX.Element {
  return (
    <dl class="tiles">
      {items.flatMap(item => (item ? [
        <div key={item.label} class={item.tone}>
          <dt>{item.label}</dt>
          <dd>{item.value}{item.unit && <small> {item.unit}</small>}</dd>
          {item.note && <dd class="note">{item.note}</dd>}
        </div>,
      ] : []))}
    </dl>
  );
}

export function Section({ title, children, action }: { title: string; children: ComponentChildren; action?: ComponentChildren }): JSX.Element {
  return (
    <section>
      <div class="section-head"><h3>{title}</h3>{action}</div>
      {children}
    </section>
  );
}

/** What failed, what was kept, and the way on. */
export function Fault({ problem, again = true }: { problem: Problem; again?: boolean }): JSX.Element {
  const { advice, id, errors, findings } = problem.body;
  return (
    <div class="fault" role="alert">
      <b>{problem.status === 403 ? say("page.state.forbidden") : problem.message}</b>
      {problem.status === 403 && <p>{problem.message}</p>}
      {advice && <p>{advice}</p>}
      {errors?.map(item => <p key={item.where}><Datum>{item.where}</Datum>: {item.message}</p>)}
      {findings && <Findings list={findings} />}
      {problem.retryAfter > 0 && <p>{say("page.state.retry_after", { seconds: problem.retryAfter })}</p>}
      <p class="fault-foot">
        {again && problem.status !== 403 && <Button label={say("page.state.retry")} onClick={retry} />}
        {id && <small>{say("page.state.id")} <code>{id}</code></small>}
      </p>
    </div>
  );
}

export function Findings({ list }: { list: Finding[] }): JSX.Element {
  return (
    <ul class="findings">
      {list.map((item, at) => (
        <li key={at} class={item.severity}>
          <b>{say(`page.severity.${["error", "warning"].includes(item.severity) ? item.severity : "note"}`)}</b> <Datum>{either(item) || item.message}</Datum>
          {item.remedy && <small>→ <Datum>{either({ zh: item.remedy_zh ?? "", en: item.remedy_en ?? "" }) || item.remedy}</Datum></small>}
        </li>
      ))}
    </ul>
  );
}

/** Grey lines where words will stand. */
export const Skeleton = ({ rows = 4 }: { rows?: number }): JSX.Element => (
  <div class="skeleton" role="status" aria-label={say("page.state.loading")}>
    {Array.from({ length: rows }, (_, at) => <i key={at} />)}
  </div>
);

export const Empty = ({ text }: { text: string }): JSX.Element => <p class="empty">{text}</p>;

export const area = (value: number | null | undefined, decimals = 0): string => `${number(value, decimals)} m²`;
