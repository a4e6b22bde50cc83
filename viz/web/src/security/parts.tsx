/** Small drawings of the security desk: how much is seen at each level, as a bar. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { number, say } from "../base/words";
import { BLIND, colourOf } from "./levels";

/** Shares of a whole by the best level that each part is seen with; from the finest on the left to what nobody sees. */
export function Bar({ total, parts, covered, names }: { total: number; parts: number[]; covered: number; names: string[] }): JSX.Element {
  const steps = parts.map((area, at) => ({ colour: colourOf(`l:${at}`), share: (area - (parts[at + 1] ?? 0)) / total })).reverse();
  steps.push({ colour: colourOf("l:-1"), share: (covered - (parts[0] ?? 0)) / total });
  const said = [say("page.security.bar", { percent: number((covered / total) * 100, 1) }), ...names.map((name, at) => `${name} ${number((100 * (parts[at] ?? 0)) / total)}%`)].join(", ");
  return <Shares shares={steps} label={said} />;
}

export function Shares({ shares, label }: { shares: { colour: string; share: number }[]; label: string }): JSX.Element {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!box.current) return;
    box.current.style.backgroundColor = BLIND;
    [...box.current.children].forEach((child, at) => {
      const part = shares[at]!;
      (child as HTMLElement).style.width = `${Math.max(0, Math.min(100, 100 * part.share)) || 0}%`;
      (child as HTMLElement).style.backgroundColor = part.colour;
    });
  });
  return <span class="bar" role="img" aria-label={label} title={label} ref={box}>{shares.map((_, at) => <i key={at} />)}</span>;
}
