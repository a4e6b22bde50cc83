/** The head of the page: where one is, the search, the moment looked at, undo, language, who. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { S, set } from "../base/state";
import { say } from "../base/words";
import { building, district, floorLabel, floorOf, me, signedAnew } from "../data/model";
import { edit, undo } from "../data/editing";
import { json } from "../base/api";
import { forget } from "../data/resource";
import { open } from "./choose";
import { DeskSwitch } from "./desk";
import { Button, Choice, Datum, Icon } from "./parts";

let typing = 0;

function Find(): JSX.Element {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current && box.current !== document.activeElement) box.current.value = S.q;
  });
  const typed = (text: string): void => {
    clearTimeout(typing);
    typing = window.setTimeout(() => set({ q: text }), 220);
  };
  return (
    <div class="find">
      <Icon name="search" />
      <input
        ref={box} id="search" type="search" autocomplete="off" spellcheck={false} aria-label={say("page.search.label")} placeholder={say("page.search.hint")} aria-controls="rows"
        onInput={event => typed(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === "Enter") { clearTimeout(typing); set({ q: event.currentTarget.value }); }
          if (event.key === "ArrowDown") { event.preventDefault(); document.querySelector<HTMLElement>("#rows .row")?.focus(); }
          if (event.key === "Escape") { event.currentTarget.value = ""; set({ q: "" }); }
        }}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
    </div>
  );
}

function Trail(): JSX.Element {
  const open_ = S.b ? building(S.b) : undefined;
  const floor = S.f && S.f !== "all" ? floorOf(S.f)?.floor : undefined;
  return (
    <nav class="trail" aria-label={say("page.trail")}>
      <button type="button" class="crumb" aria-current={S.b ? undefined : "page"} onClick={() => open("")}>
        <Icon name="home" /><Datum>{district().value?.name || say("page.product")}</Datum>
      </button>
      {open_ && <><i aria-hidden="true">›</i><button type="button" class="crumb" aria-current={floor ? undefined : "page"} onClick={() => set({ f: "all", sel: "" })}><Datum>{open_.name || open_.building_id}</Datum></button></>}
      {floor && <><i aria-hidden="true">›</i><span class="crumb here" aria-current="page"><Datum>{floor.name || floorLabel(floor)}</Datum></span></>}
    </nav>
  );
}

async function leave(): Promise<void> {
  await json("api/session", { method: "DELETE" }).catch(() => undefined);
  forget();
  signedAnew();
}

export function Top(): JSX.Element {
  const who = me().value;
  return (
    <header class="top">
      <h1><span class="mark" aria-hidden="true" />{say("page.product")}</h1>
      <DeskSwitch />
      <Trail />
      <Find />
      <div class="top-tools">
        <Button label={say("page.undo.do")} icon="undo" onClick={() => void undo()} disabled={!edit.done.length || edit.saving} why={edit.done.length ? edit.done.at(-1)!.text : say("page.undo.nothing")} id="undo" />
        <Button label={say("page.history.open")} icon="clock" onClick={() => set(S.asof ? { asof: "" } : { asof: String(district().value?.version ?? "") })} pressed={S.asof !== ""} id="asof" />
        <Choice id="languages" label={say("page.language")} value={S.lang} onChange={value => set({ lang: value as "zh" | "en" })} options={[{ value: "zh", label: "中" }, { value: "en", label: "EN" }]} />
        {who?.signed_in && (who.demo
          ? <span class="who"><Icon name="user" />{say("page.me.demo")}</span>
          : <span class="who"><Icon name="user" /><Datum>{who.name}</Datum><Button label={say("page.me.leave")} quiet onClick={() => void leave()} /></span>)}
      </div>
    </header>
  );
}
