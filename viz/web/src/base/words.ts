/** The catalogue in two languages; the codes are the ones of twin/model/words. */
import table from "../generated/words.json";

export type Lang = "zh" | "en";
const words = table as unknown as Record<string, [string, string]>;
let language: Lang = "zh";

export const lang = (): Lang => language;

/** Choose the language; the page's own, for screen readers and fonts, follows. */
export function speak(chosen: Lang): void {
  language = chosen;
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
}

/** A sentence with its values; a code that is missing shows as itself, and a test looks for that. */
export function say(code: string, values: Record<string, string | number> = {}): string {
  const pair = words[code];
  if (!pair) return code;
  return pair[language === "zh" ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export const has = (code: string): boolean => code in words;

/** A value of a column in words: `office` of `room_class`. */
export function valueWord(column: string, value: string): string {
  const code = `viz.value.${column}.${value}`;
  return has(code) ? say(code) : value;
}

/** One of two texts that came with the data. */
export const either = (pair: { zh?: string; en?: string } | null | undefined): string =>
  (pair && (language === "zh" ? pair.zh || pair.en : pair.en || pair.zh)) || "";

const formats = new Map<number, Intl.NumberFormat>();

/** A number with thousands apart and a fixed number of decimals; a dash where there is none. */
export function number(value: number | null | undefined, decimals = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "—";
  let format = formats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(decimals, format);
  }
  return format.format(value);
}

/** A moment in the reader's own time: `2026-11-21 14:05`. */
export function moment(iso: string | null | undefined): string {
  if (!iso) return "—";
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
