/** From flat arrays to deck.gl layers: nothing is copied but what a view in space needs, and a new colour sends no shape. */
import { PathLayer, SolidPolygonLayer } from "@deck.gl/layers";
import type { Layer } from "@deck.gl/core";
import type { Rgba } from "../base/palette";
import type { Block } from "../data/shapes";

export const PAINTED = { depthCompare: "always", depthWriteEnabled: false } as const;
const SOLID = { ambient: 0.6, diffuse: 0.4, shininess: 1, specularColor: [0, 0, 0] as [number, number, number] };
export type Shift = [number, number, number];

const matrix = ([x, y, z]: Shift): number[] => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];
const flat = new WeakMap<Block, object>();
const solid = new WeakMap<Block, object>();
const outlines = new WeakMap<Block, object>();
const lifted = new WeakMap<Block, Float32Array>();

function lift(block: Block): Float32Array {
  const held = lifted.get(block);
  if (held) return held;
  const xyz = new Float32Array((block.xy.length / 2) * 3);
  for (let part = 0; part < block.length; part++) {
    for (let at = block.start[part]!; at < block.start[part + 1]!; at++) {
      xyz[3 * at] = block.xy[2 * at]!;
      xyz[3 * at + 1] = block.xy[2 * at + 1]!;
      xyz[3 * at + 2] = block.z[part]!;
    }
  }
  lifted.set(block, xyz);
  return xyz;
}

function held(cache: WeakMap<Block, object>, block: Block, make: () => object): object {
  let data = cache.get(block);
  if (!data) {
    data = make();
    cache.set(block, data);
  }
  return data;
}

export interface Areas { colour: (part: number) => Rgba; key: string; space: boolean; shift: Shift; extruded?: boolean; height?: (part: number) => number; pickable?: boolean; painted?: boolean }

/** Filled polygons, triangles as they came. */
export function areas(id: string, block: Block, { colour, key, space, shift, extruded = false, height, pickable = false, painted = !space }: Areas): Layer {
  const data = space
    ? held(solid, block, () => ({ length: block.length, startIndices: block.start, attributes: { getPolygon: { value: lift(block), size: 3 }, indices: { value: block.tri, size: 1 }, instanceVertexValid: { value: block.valid, size: 1 } } }))
    : held(flat, block, () => ({ length: block.length, startIndices: block.start, attributes: { getPolygon: { value: block.xy, size: 2 }, indices: { value: block.tri, size: 1 }, instanceVertexValid: { value: block.valid, size: 1 } } }));
  return new SolidPolygonLayer({
    id: `${id}-${space ? "3d" : "2d"}`,
    data: data as never,
    _normalize: false,
    positionFormat: space ? "XYZ" : "XY",
    extruded: space && extruded,
    getElevation: ((_: unknown, { index }: { index: number }) => height?.(index) ?? 0) as never,
    getFillColor: ((_: unknown, { index }: { index: number }) => colour(index)) as never,
    updateTriggers: { getFillColor: key, getElevation: key },
    modelMatrix: matrix(shift) as never,
    material: SOLID,
    pickable,
    ...(painted ? { parameters: PAINTED } : {}),
  });
}

export interface Lines { colour: Rgba | ((ring: number) => Rgba); width: number | ((ring: number) => number); units?: "pixels" | "meters"; least?: number; key?: string; space: boolean; shift: Shift; round?: boolean; pickable?: boolean; up?: number; painted?: boolean }

/** Rings and lines as they came. */
export function lines(id: string, block: Block, { colour, width, units = "pixels", least = 0, key = "", space, shift, round = true, pickable = false, up = 0, painted = !space }: Lines): Layer {
  const data = held(space ? outlines3 : outlines, block, () => ({ length: block.ringPart.length, startIndices: block.ringStart, attributes: { getPath: space ? { value: lift(block), size: 3 } : { value: block.xy, size: 2 } } }));
  const paint = typeof colour === "function" ? (((_: unknown, { index }: { index: number }) => colour(index)) as never) : (colour as never);
  const wide = typeof width === "function" ? (((_: unknown, { index }: { index: number }) => width(index)) as never) : (width as never);
  return new PathLayer({
    id: `${id}-${space ? "3d" : "2d"}`,
    data: data as never,
    _pathType: "open",
    positionFormat: space ? "XYZ" : "XY",
    getColor: paint,
    getWidth: wide,
    widthUnits: units,
    widthMinPixels: least,
    jointRounded: round,
    capRounded: round,
    updateTriggers: { getColor: key, getWidth: key },
    modelMatrix: matrix([shift[0], shift[1], shift[2] + up]) as never,
    pickable,
    ...(painted ? { parameters: PAINTED } : {}),
  });
}
const outlines3 = new WeakMap<Block, object>();

export interface Stroke { path: number[][]; colour: Rgba; width: number; ref?: string }

/** A few lines of our own: what is chosen, hatching, measuring. */
export function strokes(id: string, data: Stroke[], pickable = false): Layer {
  return new PathLayer<Stroke>({ id, data, getPath: item => item.path as never, getColor: item => item.colour, getWidth: item => item.width, widthUnits: "pixels", jointRounded: true, capRounded: true, pickable, parameters: { depthCompare: "always" } });
}
