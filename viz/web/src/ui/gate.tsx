/** The way in: signing in, and claiming an account with a link that works once. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { json, Problem } from "../base/api";
import { S, set } from "../base/state";
import { say } from "../base/words";
import { signedAnew } from "../data/model";
import { forget } from "../data/resource";
import { Choice, Fault } from "./parts";

export function Gate({ claim }: { claim: boolean }): JSX.Element {
  const [problem, fail] = useState<Problem | null>(null);
  const [busy, work] = useState(false);
  const enter = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string): string => String(form.get(name) ?? "");
    if (claim && text("password") !== text("again")) return fail(new Problem(422, { detail: say("page.gate.differ") }));
    work(true);
    fail(null);
    try {
      const body = claim ? { token: location.hash.replace(/^#/, "").split("&")[0], name: text("name"), password: text("password") } : { name: text("name"), password: text("password") };
      await json(claim ? "api/claim" : "api/session", { method: "POST", body });
      if (claim) return location.assign("./");
      forget();
      signedAnew();
    } catch (error) {
      fail(error instanceof Problem ? error : new Problem(0, { detail: String(error) }));
    }
    work(false);
  };
  return (
    <main class="gate">
      <form onSubmit={event => void enter(event)}>
        <h1><span class="mark" aria-hidden="true" />{say("page.product")}</h1>
        <h2>{say(claim ? "page.gate.claim" : "page.gate.sign_in")}</h2>
        {claim && <p class="hint">{say("page.gate.claim_how")}</p>}
        <label>{say("page.gate.name")}<input name="name" autocomplete="username" required /></label>
        <label>{say("page.gate.password")}<input name="password" type="password" autocomplete={claim ? "new-password" : "current-password"} required minLength={claim ? 12 : 1} /></label>
        {claim && <label>{say("page.gate.again")}<input name="again" type="password" autocomplete="new-password" required /></label>}
        {problem && <Fault problem={problem} again={false} />}
        <button type="submit" class="button main" disabled={busy}>{say(claim ? "page.gate.claim_do" : "page.gate.enter")}</button>
        <Choice label={say("page.language")} value={S.lang} onChange={value => set({ lang: value as "zh" | "en" })} options={[{ value: "zh", label: "中" }, { value: "en", label: "EN" }]} />
      </form>
    </main>
  );
}
