/** What the service answers, as far as the page reads it. */
export interface Figures { rooms: number; area_m2: number; offices: number; vacant: number; vacant_m2?: number; heads: number; m2_per_person?: number | null; buildings?: number; floors?: number; departments?: number }
export interface Floor { floor_id: string; name: string | null; number: number; elevation: number; height: number | null; figures: Figures }
export interface Building { building_id: string; name: string | null; site_id: string | null; located: boolean; elevation: number | null; height: number | null; bounds: Box | null; figures: Figures; floors: Floor[] }
export interface Department { department_id: string; name: string; parent_id: string | null; heads: number; rooms: number; area_m2: number }
export interface District {
  name: string; store: string; version: number; as_of: string | number | null; at: string | null; crs: { epsg: string; name: string } | null;
  bounds: Box | null; lonlat: [number, number] | null; on: string; figures: Figures;
  sites: { site_id: string; name: string | null }[]; departments: Department[]; buildings: Building[];
  layers: string[]; tables: Record<string, { rows: number }>;
}
export type Box = [number, number, number, number];
export interface Me {
  signed_in: boolean; demo: boolean; name?: string; account_id?: string; roles?: string[]; permissions?: string[]; departments?: string[]; sites?: string[];
  tables?: Record<string, { read: boolean; edit: boolean }>; must_claim?: boolean; language?: string;
}
export type Row = Record<string, string | number | boolean | null>;
export interface Finding { severity: "error" | "warning" | "note" | string; code: string; message: string; where: string; remedy: string; zh?: string; en?: string; remedy_zh?: string; remedy_en?: string }
export interface Use { department_id: string | null; department: string | null; departments: number; heads: number; vacant: boolean; m2_per_person: number | null; occupancy_ids: string[] }
export interface Ceiling { ceiling_m2: number | null; rank?: string | null; over_m2: number | null; clause?: string | null }
export interface Place { key: string; label: string }
export interface Related { total: number; rows: Row[] }
export interface Card {
  table: string; key: string; version: number; row: Row; geometry: Geometry | null; label: string; edit: boolean; use?: Use | null; ceiling?: Ceiling | null;
  place: Record<string, Place | null>; related: Record<string, Related | Row[]>; changes: number; etag?: string; register?: RegisterEntry[];
}
export interface RegisterFact { name: string; label_zh: string; label_en: string; unit: string; value: string | number | boolean; zh?: string; en?: string }
export interface RegisterEntry { table: string; zh: string; en: string; key: string; at: string; whole: boolean; facts: RegisterFact[] }
export interface Geometry { type: string; coordinates: unknown }
export interface HistoryLine { set_id: number; at: string; actor: string; reason: string; action: string; changed: Record<string, [unknown, unknown]> }
export interface LogEntry { set_id: number; at: string; actor: string; reason: string; counts: Record<string, Record<string, number>>; source_id: string | null }
export interface Found { table: string; key: string; label: string; detail: string; building_id: string | null; floor_id: string | null; centre: [number, number] | null; area_m2?: number | null }
export interface Search { q: string; understood: { text: string; zh: string; en: string }[]; ignored: string[]; total: number; area_m2: number | null; results: Found[] }
export interface Job { job_id: string; kind: string; title: string; state: "queued" | "running" | "done" | "failed" | "cancelled"; step: string | null; done: number | null; total: number | null; result?: unknown; problem?: ProblemBody }
export interface ProblemBody { type?: string; title?: string; status?: number; detail?: string; advice?: string; code?: string; id?: string; errors?: { where: string; message: string }[]; findings?: Finding[]; current?: unknown }
export interface SchemaColumn { name: string; kind: string; zh: string; en: string; unit: string; refers: string | null; allowed?: string[] | null; low?: number | null; high?: number | null; protected: boolean; editable?: boolean; required: boolean }
export interface Schema { tables: { name: string; zh: string; en: string; key: string; shape: string | null; columns: SchemaColumn[] }[] }
