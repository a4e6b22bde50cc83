/** The planning desk: who sits where, what that costs, what would be better, and in which order people would move. */
import type { JSX } from "preact";
import { may } from "../data/model";
import { S } from "../base/state";
import { say } from "../base/words";
import type { DeskPart } from "../ui/desk";
import { Left } from "./left";
import { scenarioNow } from "./model";
import { right } from "./right";
import { Dock, letGo } from "./stack";

export const desk: DeskPart = {
  Left,
  Dock: (): JSX.Element | null => (may("ask.space") ? <Dock /> : null),
  right,
  strip: () => (scenarioNow() && !S.x.job ? <><span>{say("page.planning.of_scenario", { name: scenarioNow() })}</span><b>{say("page.planning.nothing_live")}</b></> : null),
  escape: letGo,
};
