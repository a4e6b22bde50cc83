/** The map is loaded after the page is painted; until then its calls wait or do nothing. */
type Canvas = typeof import("../map/canvas");
let canvas: Canvas | null = null;
let coming: Promise<Canvas> | null = null;

export function loadCanvas(): Promise<Canvas> {
  coming ??= import("../map/canvas").then(loaded => (canvas = loaded));
  return coming;
}

export const theCanvas = (): Canvas | null => canvas;
export const show = (ref: string): void => canvas?.show(ref);
