/** What the register of offices says of the chosen thing: certificates, leases, repairs, inspections, with their own words. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { either, lang, number, say } from "../base/words";
import type { Card, RegisterEntry, RegisterFact } from "../base/types";
import { Datum, Section } from "./parts";

const FEW = 4;

const label = (fact: RegisterFact): string => (lang() === "zh" ? fact.label_zh : fact.label_en);

function shown(fact: RegisterFact): string {
  if (fact.zh || fact.en) return either(fact);
  if (typeof fact.value === "number") return `${number(fact.value, Number.isInteger(fact.value) ? 0 : 1)}${fact.unit ? ` ${fact.unit}` : ""}`;
  return String(fact.value);
}

function Entry({ entry }: { entry: RegisterEntry }): JSX.Element {
  return (
    <details class="entry">
      <summary><b>{lang() === "zh" ? entry.zh : entry.table.replace(/_/g, " ")}</b>{entry.at && <> <small>{entry.at}</small></>}{entry.whole && <> <small>{say("page.card.whole_building")}</small></>}</summary>
      <dl class="facts">{entry.facts.map(fact => <div key={fact.name}><dt title={label(fact)}>{lang() === "zh" ? fact.label_zh : fact.name.replace(/_id$/, "").replace(/_/g, " ")}</dt><dd><Datum>{shown(fact)}</Datum></dd></div>)}</dl>
    </details>
  );
}

export function Register({ held }: { held: Card }): JSX.Element | null {
  const [all, more] = useState(false);
  const entries = held.register ?? [];
  if (!entries.length) return null;
  return (
    <Section title={`${say("page.card.register")} ${entries.length}`}>
      <div id="register">{(all ? entries : entries.slice(0, FEW)).map(entry => <Entry key={`${entry.table}:${entry.key}`} entry={entry} />)}</div>
      {!all && entries.length > FEW && <button type="button" class="link" onClick={() => more(true)}>{say("page.card.and_more", { count: entries.length - FEW })}</button>}
    </Section>
  );
}
