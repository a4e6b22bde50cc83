/** The planning desk. */
import { say } from "../base/words";
import type { DeskPart } from "../ui/desk";

export const desk: DeskPart = {
  Left: () => <aside class="left" aria-label={say("page.left")} />,
  right: () => null,
};
