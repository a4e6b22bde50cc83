/** Of long lines only what lies about the eye: a city's streets beside an open floor cost a frame as much as they are long. */
import type { Block } from "../data/shapes";

/** The eye's place is taken in steps of a tile, a power of two metres and at least half a wide screen; a tile more is kept all about. */
const sizeOf = (zoom: number): number => 2 ** Math.ceil(Math.log2(WIDEST / 2) - zoom);
/** Pixels. */
const WIDEST = 1600;

/** The tile an eye is in, as a text to compare. */
export function tileOf(e: number, n: number, zoom: number): string {
  const size = sizeOf(zoom);
  return `${size},${Math.floor(e / size)},${Math.floor(n / size)}`;
}

/** Cut lines to a square about a place, in the block's own metres; to be drawn flat, as lines. */
export function nearby(block: Block, e: number, n: number, zoom: number): Block {
  const size = sizeOf(zoom);
  const low = [(Math.floor(e / size) - 1) * size, (Math.floor(n / size) - 1) * size];
  const high = [low[0]! + 3 * size, low[1]! + 3 * size];
  const { xy } = block;
  const kept: number[] = [];
  const ringStart: number[] = [];
  const ringPart: number[] = [];
  /** Whether the stretch from a vertex to the next may touch the square. */
  const touches = (at: number): boolean =>
    Math.max(xy[2 * at]!, xy[2 * at + 2]!) >= low[0]! && Math.min(xy[2 * at]!, xy[2 * at + 2]!) <= high[0]! &&
    Math.max(xy[2 * at + 1]!, xy[2 * at + 3]!) >= low[1]! && Math.min(xy[2 * at + 1]!, xy[2 * at + 3]!) <= high[1]!;
  for (let ring = 0; ring + 1 < block.ringStart.length; ring++) {
    let open = false;
    for (let at = block.ringStart[ring]!; at + 1 < block.ringStart[ring + 1]!; at++) {
      if (!touches(at)) {
        open = false;
        continue;
      }
      if (!open) {
        ringStart.push(kept.length / 2);
        ringPart.push(block.ringPart[ring]!);
        kept.push(xy[2 * at]!, xy[2 * at + 1]!);
        open = true;
      }
      kept.push(xy[2 * at + 2]!, xy[2 * at + 3]!);
    }
  }
  ringStart.push(kept.length / 2);
  return { ...block, xy: Float32Array.from(kept), ringStart: Uint32Array.from(ringStart), ringPart: Uint32Array.from(ringPart) };
}
