/** Layers that somebody declared in Python: pydeck's JSON, from the service, drawn with the page's own layers. */
import { json, Problem } from "../base/api";
import { use, type Resource } from "./resource";

export interface Extra { id: string; "@@type": string; [name: string]: unknown }

export const extras = (): Resource<Extra[]> => use("extras", "1", async () => {
  const answer = await json<{ layers: Extra[] }>("api/deck.json").catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null; // a service that declares none
    throw error;
  });
  return (answer?.value.layers ?? []).filter(layer => typeof layer.id === "string" && typeof layer["@@type"] === "string");
});
