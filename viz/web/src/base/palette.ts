/** The palette of viz/palette.py; the same colour on the map, in the legend and on paper. */
import table from "../generated/palette.json";

export const P = table as {
  ink: string; paper: string; ground: string; line: string; accent: string; ok: string; watch: string; alarm: string;
  room_class: Record<string, string>;
  departments: string[]; rest: string; vacant: string; plain: string;
  standing: Record<string, string>;
  steps: string[];
  surface: Record<string, string>; cell: Record<string, string>; marker: Record<string, string>; status: Record<string, string>;
};

export type Rgba = [number, number, number, number];

/** `#rrggbb` as numbers. */
export const rgba = (hex: string, alpha = 255): Rgba => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
  alpha,
];
