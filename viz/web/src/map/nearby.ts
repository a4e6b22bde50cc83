/** Of long lines only what lies about the eye: a city's streets beside an open floor cost a frame as much as they are long. */
import type { Block } from "../data/shapes";

/** Metres: the eye's place is taken in steps of a tile; what is kept reaches two tiles beyond. */
const TILE = 160;

/** The tile an eye is in, as a text to compare. */
export const tileOf = (e: number, n: number): string => `${Math.floor(e / TILE)},${Math.floor(n / TILE)}`;

/** Cut lines to a square about a place, in the block's own metres; to be drawn flat, as lines. */
export function nearby(block: Block, e: number, n: number): Block {
  const low = [Math.floor(e / TILE) * TILE - 2 * TILE, Math.floor(n / TILE) * TILE - 2 * TILE];
  const high = [low[0]! + 5 * TILE, low[1]! + 5 * TILE];
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
