/** Arrow streams of viz/stream.py as flat arrays: geometry stays as it came, in one block a kind, for the graphics card. */
import { tableFromIPC, type Table, type Vector } from "apache-arrow";

/** Polygons or lines of one kind. `start[i]` is the first vertex of part i, `thing[i]` which thing it is of. */
export interface Block {
  kind: string;
  length: number;
  thing: Uint32Array;
  code: Uint8Array;
  z: Float32Array;
  top: Float32Array;
  xy: Float32Array;
  start: Uint32Array;
  tri: Uint32Array;
  /** 0 where no wall stands after a vertex: at the end of each ring. */
  valid: Uint16Array;
  /** First vertex of each ring of all parts, and one past the last. */
  ringStart: Uint32Array;
  /** Part of each ring. */
  ringPart: Uint32Array;
  codes: string[];
}

export interface Shapes { blocks: Record<string, Block>; origin: [number, number, number]; about: Record<string, unknown> }

export function aboutOf(table: Table): Record<string, unknown> {
  return JSON.parse(table.schema.metadata.get("about") ?? "{}") as Record<string, unknown>;
}

/** Offsets and values of a list column, as one array each. */
export function lists<A extends ArrayLike<number>>(column: Vector): { offsets: Int32Array; values: A } {
  const data = column.data[0];
  if (!data) return { offsets: new Int32Array(1), values: [] as unknown as A };
  return { offsets: data.valueOffsets as Int32Array, values: data.children[0]!.values as A };
}

function numbers<A>(table: Table, name: string): A {
  const column = table.getChild(name);
  const data = column?.data[0];
  return (data ? data.values : []) as A;
}

/** Read a stream of geometry. */
export function readShapes(body: Uint8Array): Shapes {
  const table = tableFromIPC(body);
  const about = aboutOf(table);
  const kinds = (about.kinds ?? []) as string[];
  const codes = (about.codes ?? {}) as Record<string, string[]>;
  const blocks: Record<string, Block> = {};
  const kind = numbers<Uint8Array>(table, "kind");
  for (const [place, name] of kinds.entries()) {
    let from = 0;
    while (from < table.numRows && kind[from]! < place) from++;
    let to = from;
    while (to < table.numRows && kind[to] === place) to++;
    blocks[name] = block(table, name, from, to, codes[name] ?? []);
  }
  return { blocks, origin: (about.origin ?? [0, 0, 0]) as [number, number, number], about };
}

function block(table: Table, kind: string, from: number, to: number, codes: string[]): Block {
  const length = to - from;
  const xy = lists<Float32Array>(table.getChild("xy")!);
  const rings = lists<Uint16Array>(table.getChild("rings")!);
  const tri = lists<Uint16Array>(table.getChild("tri")!);
  const base = (xy.offsets[from] ?? 0) / 2;
  const vertices = (xy.offsets[to] ?? 0) / 2 - base;
  const start = new Uint32Array(length + 1);
  const triangles = new Uint32Array((tri.offsets[to] ?? 0) - (tri.offsets[from] ?? 0));
  const valid = new Uint16Array(vertices).fill(1);
  const ringStart: number[] = [];
  const ringPart: number[] = [];
  let filled = 0;
  for (let part = 0; part < length; part++) {
    const row = from + part;
    const first = xy.offsets[row]! / 2 - base;
    start[part] = first;
    for (let at = tri.offsets[row]!; at < tri.offsets[row + 1]!; at++) triangles[filled++] = first + tri.values[at]!;
    let corner = first;
    for (let ring = rings.offsets[row]!; ring < rings.offsets[row + 1]!; ring++) {
      ringStart.push(corner);
      ringPart.push(part);
      corner += rings.values[ring]!;
      valid[corner - 1] = 0;
    }
  }
  start[length] = vertices;
  ringStart.push(vertices);
  return {
    kind, length, start, tri: triangles, valid, codes,
    thing: numbers<Uint32Array>(table, "thing").subarray(from, to),
    code: numbers<Uint8Array>(table, "code").subarray(from, to),
    z: numbers<Float32Array>(table, "z").subarray(from, to),
    top: numbers<Float32Array>(table, "top").subarray(from, to),
    xy: xy.values.subarray(base * 2, (base + vertices) * 2),
    ringStart: Uint32Array.from(ringStart),
    ringPart: Uint32Array.from(ringPart),
  };
}

/** Rings of all parts of one thing, as plain vertices. */
export function ringsOf(shape: Block, thing: number): [number, number][][] {
  const found: [number, number][][] = [];
  for (let ring = 0; ring + 1 < shape.ringStart.length; ring++) {
    if (shape.thing[shape.ringPart[ring]!] !== thing) continue;
    const corners: [number, number][] = [];
    for (let at = shape.ringStart[ring]!; at < shape.ringStart[ring + 1]!; at++) corners.push([shape.xy[2 * at]!, shape.xy[2 * at + 1]!]);
    found.push(corners);
  }
  return found;
}

export interface Names { key: string[]; number: (string | null)[]; name: (string | null)[]; area: Float32Array; spot: Float32Array; doors: string[]; links: string[]; place: Map<string, number> }

const texts = (table: Table, name: string): (string | null)[] => [...(table.getChild(name) ?? [])] as (string | null)[];

/** Read the names of a floor's rooms, in the order of its shapes. */
export function readNames(body: Uint8Array): Names {
  const table = tableFromIPC(body);
  const about = aboutOf(table);
  const key = texts(table, "key") as string[];
  return {
    key, number: texts(table, "number"), name: texts(table, "name"), area: numbers<Float32Array>(table, "area"),
    spot: table.numRows ? lists<Float32Array>(table.getChild("xy")!).values : new Float32Array(),
    doors: (about.doors ?? []) as string[], links: (about.links ?? []) as string[],
    place: new Map(key.map((each, row) => [each, row])),
  };
}

export interface Marks { table: string; key: string[]; name: (string | null)[]; floor: (string | null)[]; code: (string | null)[]; status: (string | null)[]; spot: Float32Array; heading: Float32Array | null; angle: Float32Array | null; range: Float32Array | null; origin: [number, number, number] }

/** Read marks. */
export function readMarks(body: Uint8Array): Marks {
  const table = tableFromIPC(body);
  const about = aboutOf(table);
  const optional = (name: string): Float32Array | null => (table.getChild(name) ? numbers<Float32Array>(table, name) : null);
  return {
    table: about.table as string, key: texts(table, "key") as string[], name: texts(table, "name"), floor: texts(table, "floor"), code: texts(table, "code"),
    status: texts(table, "status"), spot: table.numRows ? lists<Float32Array>(table.getChild("xy")!).values : new Float32Array(),
    heading: optional("heading_deg"), angle: optional("hfov_deg"), range: optional("range_m"), origin: (about.origin ?? [0, 0, 0]) as [number, number, number],
  };
}

export type Columns = Record<string, (string | number | boolean | null)[]>;

/** Read columns by name; `key` is one of them. */
export function readColumns(body: Uint8Array): Columns {
  const table = tableFromIPC(body);
  const found: Columns = {};
  for (const field of table.schema.fields) {
    found[field.name] = [...table.getChild(field.name)!].map((value: unknown) => (typeof value === "bigint" ? Number(value) : (value as string | number | boolean | null)));
  }
  return found;
}
