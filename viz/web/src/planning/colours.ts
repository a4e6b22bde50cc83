/** One colour a department, the same in the stack plan and on the map: the eight with most area, or those that were chosen. */
import { P } from "../base/palette";
import { S } from "../base/state";
import { largest } from "../data/colours";
import type { Stack } from "./model";

/** The same list as the map has (`data/colours`): by people, which no move within the district changes. */
export const chosen = (stack: Stack): string[] => (S.depts.length ? S.depts : largest(stack.departments));

export const colourOf = (list: string[], department: string): string => P.departments[list.indexOf(department)] ?? P.rest;
