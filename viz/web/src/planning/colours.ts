/** One colour a department, the same in the stack plan and on the map: the eight with most area, or those that were chosen. */
import { P } from "../base/palette";
import { S } from "../base/state";
import type { Stack } from "./model";

export function chosen(stack: Stack): string[] {
  if (S.depts.length) return S.depts;
  return [...stack.departments].sort((a, b) => b.m2 - a.m2 || (a.department_id < b.department_id ? -1 : 1)).slice(0, 8).map(item => item.department_id);
}

export const colourOf = (list: string[], department: string): string => P.departments[list.indexOf(department)] ?? P.rest;
