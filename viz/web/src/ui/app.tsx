/** The page put together; drawn anew whenever something changed. */
import { Component, type ComponentChildren, type JSX } from "preact";
import { useEffect } from "preact/hooks";
import { S, set, write } from "../base/state";
import { say } from "../base/words";
import { building, district, floorOf, me } from "../data/model";
import { edit, leave, undo } from "../data/editing";
import { hush, listen } from "../data/live";
import { HistoryStrip, Status, Toast } from "./bottom";
import { Chosen, Overview } from "./card";
import { floorFor, stepFloor } from "./choose";
import { deskNow, DeskSwitchWait, loadDesk } from "./desk";
import { Gate } from "./gate";
import { Left } from "./left";
import { MapPart } from "./map";
import { ExportPanel, LayersPanel, MeasurePanel } from "./panels";
import { Fault } from "./parts";
import { Top } from "./top";
import { WizardPanel } from "./wizard";

/** Bring the state in line with the data: a building that is gone, a floor of another one. */
function tidy(): void {
  const all = district().value;
  if (!all) return;
  if (!S.b && S.f && S.f !== "all") S.b = floorOf(S.f)?.building.building_id ?? "";
  if (S.b && !building(S.b)) Object.assign(S, { b: "", f: "", sel: "" });
  if (S.b && S.f !== "all" && floorOf(S.f)?.building.building_id !== S.b) S.f = floorFor(S.b) || "all";
  if (!S.b) S.f = "";
  write();
}

const typing = (): boolean => ["INPUT", "TEXTAREA", "SELECT"].includes(document.activeElement?.tagName ?? "");

function keys(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    document.getElementById("search")?.focus();
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && !typing()) {
    event.preventDefault();
    void undo();
  } else if (event.key === "Escape" && !typing()) {
    if (edit.moving) leave();
    else if (S.panel) set({ panel: "", m: [] });
    else if (deskNow()?.escape?.()) return;
    else if (S.sel) set({ sel: "" });
  } else if ((event.key === "PageUp" || event.key === "PageDown") && S.b && !typing()) {
    event.preventDefault();
    stepFloor(event.key === "PageUp" ? 1 : -1);
  }
}

function Right(): JSX.Element {
  const panel = S.panel === "layers" ? <LayersPanel /> : S.panel === "measure" ? <MeasurePanel /> : S.panel === "export" ? <ExportPanel /> : S.panel === "import" ? <WizardPanel /> : null;
  const own = panel ? null : deskNow()?.right() ?? null;
  return <aside class={panel || S.sel || own?.open ? "right open" : "right"} id="card" aria-label={say("page.right")} tabIndex={-1}>{panel ?? own?.body ?? (S.sel ? <Chosen key={S.sel} /> : <Overview />)}</aside>;
}

/** Where a part of the page breaks, say so and offer the way back, instead of standing still. */
class Boundary extends Component<{ children: ComponentChildren }, { broken: string }> {
  override state = { broken: "" };
  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ broken: String(error) });
  }
  override render(): ComponentChildren {
    if (!this.state.broken) return this.props.children;
    return <main class="gate"><div><h1>{say("page.product")}</h1><p>{say("page.state.broken")}</p><code>{this.state.broken}</code><button type="button" class="button main" onClick={() => location.reload()}>{say("page.state.reload")}</button></div></main>;
  }
}

export const App = (): JSX.Element => <Boundary><Desk /></Boundary>;

function Desk(): JSX.Element {
  useEffect(() => {
    addEventListener("keydown", keys);
    return () => removeEventListener("keydown", keys);
  }, []);
  const who = me();
  const inside = who.value?.signed_in ?? false;
  useEffect(() => {
    if (!inside) return undefined;
    listen();
    return hush;
  }, [inside]);
  const claim = location.pathname.endsWith("/claim");
  if (claim) return <Gate claim />;
  if (who.error && !who.value) return <main class="gate"><div><h1>{say("page.product")}</h1><Fault problem={who.error} /></div></main>;
  if (!who.value) return <p class="boot" role="status">{say("page.state.opening")}</p>;
  if (!inside) return <Gate claim={false} />;
  tidy();
  loadDesk();
  const desk = S.q.trim() ? null : deskNow();
  document.title = [floorOf(S.f)?.floor.name, building(S.b)?.name, district().value?.name || say("page.product")].filter(Boolean).join(" · ");
  const stopped = district().error?.status === 401;
  if (stopped) return <Gate claim={false} />;
  return (
    <div class={["page", S.desk && `desk-${S.desk}`, desk?.aiming?.() && "aiming", S.asof && "looking-back", S.q.trim() && "searching"].filter(Boolean).join(" ")}>
      <button type="button" class="skip" id="skip" onClick={() => document.querySelector<HTMLElement>("#rows .row")?.focus()}>{say("page.skip")}</button>
      {who.value.demo && <p class="banner" id="demo">{say("page.me.demo_banner")}</p>}
      {who.value.must_claim && <p class="banner">{say("page.me.must_claim")}</p>}
      <Top />
      {S.desk && !S.q.trim() ? desk ? <desk.Left /> : <DeskSwitchWait /> : <Left />}
      <MapPart />
      <Right />
      {desk?.Dock && <desk.Dock />}
      <HistoryStrip />
      <Status />
      <Toast />
    </div>
  );
}
