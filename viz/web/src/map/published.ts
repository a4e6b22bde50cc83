/** Draws published layers: plain values and columns, no expressions; places are the district's metres. */
import { LineLayer, PathLayer, PolygonLayer, ScatterplotLayer, SolidPolygonLayer, TextLayer } from "@deck.gl/layers";
import type { Layer } from "@deck.gl/core";
import { S } from "../base/state";
import type { Deck, Published } from "../data/published";
import { PAINTED, type Shift } from "./draw";
import type { Frame } from "./scene";

const KINDS: Record<string, new (props: never) => Layer> = { LineLayer, PathLayer, PolygonLayer, ScatterplotLayer, SolidPolygonLayer, TextLayer } as never;
const PLACES = ["getPosition", "getSourcePosition", "getTargetPosition", "getPath", "getPolygon"];
/** What a published layer may set; whatever else it says is left out. */
const PROPS = /^(get[A-Z]\w*|(line|radius|size|width)\w*|filled|stroked|extruded|wireframe|opacity|pickable|capRounded|jointRounded|billboard|fontFamily|fontWeight|characterSet|elevationScale|background\w*)$/;

/** Grid metres to metres of the map; on a flat map nothing has a height. */
function moved(value: unknown, [e, n, z]: Shift): unknown {
  if (!Array.isArray(value)) return value;
  if (typeof value[0] !== "number") return value.map(part => moved(part, [e, n, z]));
  return [value[0] - e, Number(value[1]) - n, S.view === "3d" ? Number(value[2] ?? z) - z + 0.2 : 0];
}

export function draw(deck: Deck, { origin }: Frame): Layer[] {
  return deck.layers.flatMap(layer => one(deck.name, layer, origin));
}

function one(name: string, layer: Published, origin: Shift): Layer[] {
  const Kind = KINDS[layer.kind];
  if (!Kind) return [];
  const props: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(layer.values)) if (PROPS.test(key)) props[key] = PLACES.includes(key) ? moved(value, origin) : value;
  for (const [key, column] of Object.entries(layer.columns)) {
    if (PROPS.test(key)) props[key] = PLACES.includes(key) ? (row: Record<string, unknown>) => moved(row[column], origin) : (row: Record<string, unknown>) => row[column];
  }
  const made = { characterSet: "auto", ...props, id: `published-${name}-${layer.number}`, data: layer.data, pickable: false, parameters: S.view === "2d" ? PAINTED : {}, updateTriggers: Object.fromEntries(PLACES.map(key => [key, [origin.join(), S.view]])) };
  return [new Kind(made as never)];
}
