/** Layers that somebody declared in Python: pydeck's JSON, from the service, drawn with the page's own layers. */
import { json } from "../base/api";
import { use, type Resource } from "./resource";

export interface Extra { id: string; "@@type": string; [name: string]: unknown }

export const extras = (): Resource<Extra[]> => use("extras", "1", async () => {
  const { value } = await json<{ layers: Extra[] }>("api/deck.json");
  return value.layers.filter(layer => typeof layer.id === "string" && typeof layer["@@type"] === "string");
});
