/* From the state to records for each layer of the vocabulary: pure, and kept until what they depend on changes. */
const Scene = (() => {
  const P = CONTENT.palette;
  const ROAD_WIDTH = { motorway: 16, trunk: 16, primary: 14, secondary: 11, tertiary: 9, residential: 7, unclassified: 7, service: 4.5, living_street: 6, footway: 2, path: 2, cycleway: 2.5, pedestrian: 4 };
  const CUT = 1.2;                                    // walls of a single floor are cut at this height, as in a drawn plan
  const ROOM_LIMIT = 900;                             // more rooms than this are shown as one slab a floor
  const GAP = 0.35;                                   // between stacked storeys, so that they read as storeys

  const MARKS = [[0, 11], [1.2, 15], [2.6, 20], [Infinity, 26]];   // pixels of a mark below each zoom

  const kept = new Map();
  function keep(name, key, make) {
    const held = kept.get(name);
    if (held && held.key === key) return held.data;
    const data = make();
    kept.set(name, { key, data });
    return data;
  }

  const solid = () => S.view === "3d";
  const stacked = () => S.f === "all";

  /** One record a polygon part. */
  const filled = (thing, z, more) => Data.polygons(thing.parts || [], z).map(polygon => ({ ref: thing.ref, polygon, ...more }));
  const outlined = (thing, z, more) => Data.polygons(thing.parts || [], z).flatMap(rings => rings.map(ring => ({ ref: thing.ref, path: Shapes.closed(ring), ...more })));
  const drawn = (thing, z, more) => Data.lines(thing.parts || [], z).map(line => ({ ref: thing.ref, path: line, ...more }));

  /** Buildings that have one of the floors shown. */
  function open(entry) {
    return new Set(entry.keys.map(key => Data.get("floor", key).row.building_id));
  }

  function roomHeight(room) {
    const floor = Data.get("floor", room.row.floor_id);
    return (floor && floor.row.height) || room.row.height || 3;
  }

  /** Rooms that are drawn now. */
  function roomsShown(entry) {
    if (stacked() && (!solid() || Data.on("room", entry.keys).length > ROOM_LIMIT)) return [];
    return Data.on("room", entry.keys);
  }

  function buildings(entry) {
    const opened = open(entry);
    return Data.of("building").flatMap(building => {
      const tall = building.row.height || Math.max(3, ...Data.floorsOf(building.key).map(floor => Data.level(floor.key) + (floor.row.height || 3) - foot(building)));
      const z = solid() ? foot(building) : 0;
      if (!solid()) return filled(building, 0, { fill: Colours.rgba(stacked() || opened.has(building.key) ? P.surface.building : "#f4f6f6"), height: 0 });
      if (stacked() && opened.has(building.key)) return [];
      const level = opened.has(building.key) ? Math.max(0, Math.min(...entry.keys.map(key => Data.get("floor", key)).filter(floor => floor.row.building_id === building.key).map(floor => Data.level(floor.key))) - z - 0.05) : tall;
      return filled(building, z, { fill: Colours.rgba(opened.has(building.key) ? "#e7ebed" : "#dde3e6"), height: level });
    });
  }

  const foot = building => (building.row.elevation === null || building.row.elevation === undefined ? 0 : building.row.elevation - Data.Z0);

  function storeys(entry) {
    if (!solid()) return entry.keys.filter(() => !stacked()).flatMap(key => filled(Data.get("floor", key), 0, { fill: Colours.rgba(P.surface.building), height: 0 }));
    if (!stacked() || roomsShown(entry).length) return [];
    return entry.keys.map(key => Data.get("floor", key)).flatMap(floor => filled(floor, Data.level(floor.key), {
      fill: Colours.rgba(floor.row.number < 1 ? "#c9d1d6" : "#eef2f4"), height: Math.max(0.5, (floor.row.height || 3) - GAP),
    }));
  }

  function rooms(entry, fills) {
    return roomsShown(entry).flatMap(room => filled(room, Data.level(room.row.floor_id) + 0.02, {
      fill: Colours.rgba(fills.get(room.ref)), height: stacked() ? roomHeight(room) - GAP : 0,
    }));
  }

  function walls(entry) {
    if (stacked()) return [];
    return entry.keys.flatMap(key => (CONTENT.walls[key] || []).flatMap(([kind, low, high, parts]) => {
      const bottom = Math.max(0, low || 0);
      const height = Math.min(high === null ? CUT : high, CUT) - bottom;
      if (solid() && height <= 0) return [];
      const fill = Colours.rgba(solid() && kind === "wall" ? "#9aa6b2" : P.surface[kind] || P.surface.wall);
      return Data.polygons(parts, Data.level(key) + (solid() ? bottom : 0)).map(polygon => ({ polygon, fill, height, rank: kind === "wall" ? 0 : 1 }));
    })).sort((a, b) => a.rank - b.rank);
  }

  function doors(entry) {
    if (stacked()) return [];
    return Data.on("door", entry.keys).flatMap(door => drawn(door, Data.level(door.row.floor_id) + 0.03, {
      line: Colours.rgba(door.row.entrance ? P.surface.entrance : P.surface.door), width: Math.max(door.row.depth || 0.1, 0.1) + 0.02,
    }));
  }

  function cells() {
    return Data.of("cell").flatMap(cell => {
      const guard = cell.row.guard_class || "";
      return outlined(cell, 0.1, { line: Colours.rgba(P.cell[guard]), width: { special: 3.5, key: 2.5 }[guard] || 1.5 });
    });
  }

  const coverage = Data.coverage;
  function camerasSeen(entry) {
    return Data.on("camera", entry.keys, true).filter(camera => coverage && coverage.views[camera.key]);
  }

  const viewAsThing = camera => ({ ref: camera.ref, parts: coverage.views[camera.key] });

  function marks(entry, zoom) {
    const size = MARKS.find(([limit]) => zoom < limit)[1];
    const things = ["camera", "charger", "meter", "gate", "stop", "device"].filter(kind => S.on.has(kind)).flatMap(kind => Data.on(kind, entry.keys, true));
    const found = (S.on.has("parking") ? lots() : []).concat(things).filter(thing => thing.at).map(thing => ({
      ref: thing.ref, position: [...thing.at, height(thing)], size: thing.kind === "device" ? size * 0.7 : size,
      icon: `${thing.kind}${["faulty", "maintenance"].includes(thing.row.status) ? `!${thing.row.status}` : ""}`,
    }));
    return found.concat(ends());
  }

  const below = lot => lot.row.parking_class === "underground";

  /** Car parks to draw: those underground only where one looks for parking, or at a basement. */
  function lots() {
    const basement = stacked() || State.entry().number < 1;
    return Data.of("parking").filter(lot => !below(lot) || basement || S.desk === "fleet");
  }

  const dashed = (lines, on) => lines.flatMap(({ ref, path }) => path.slice(1).flatMap((point, place) => Shapes.dash([path[place], point], on)).map(piece => ({ ref, path: piece })));

  function ends() {
    const way = S.on.has("route") && Data.of("route")[0];
    if (!way) return [];
    return [["start", "from"], ["end", "to"]].map(([icon, end]) => {
      const [x, y] = way.record.ends[end].spot;
      return { ref: way.ref, position: [x / 100, y / 100, 0.3], icon, size: 28 };
    });
  }

  function height(thing) {
    if (!solid()) return 0;
    if (stacked() || thing.kind !== "camera") return (thing.row.z ?? null) !== null ? thing.row.z - Data.Z0 : Data.level(thing.row.floor_id) + 0.5;
    return Data.level(thing.row.floor_id) + CUT + 0.4;
  }

  function headings(entry, size) {
    return Data.on("camera", entry.keys, true).filter(camera => camera.at && camera.row.heading_deg !== null && camera.row.heading_deg !== undefined && !(camera.row.hfov_deg >= 360)).map(camera => ({
      ref: camera.ref, position: [...camera.at, height(camera) - 0.05], icon: "wedge", size, angle: -camera.row.heading_deg, line: Colours.rgba(P.marker.camera, 200),
    }));
  }

  const nameOf = room => [room.row.number, room.row.name].filter(Boolean);

  /** Words that fit their room at this scale (pixels a metre): number and name, number only, or nothing. */
  function roomLabels(entry, scale) {
    if (stacked()) return [];
    const taken = ["camera", "meter", "device"].filter(kind => S.on.has(kind)).flatMap(kind => Data.on(kind, entry.keys)).filter(thing => thing.at);
    const under = room => taken.some(thing => Math.hypot(thing.at[0] - room.at[0], thing.at[1] - room.at[1]) * scale < 24);
    return Data.on("room", entry.keys).filter(room => room.at).flatMap(room => {
      const rings = room.rings || (room.rings = Data.polygons(room.parts || [], 0).flat());
      const lines = nameOf(room);
      const fits = [lines, lines.slice(0, 1)].find(some => some.length && Shapes.holds(rings, room.at, some, 12, scale)) || [];
      return fits.length ? [{ position: [...room.at, Data.level(room.row.floor_id) + 0.1], text: fits.join("\n"), size: 12, down: under(room) ? 14 + 8 * fits.length : 0 }] : [];
    });
  }

  const clipped = text => ([...text].length > 22 ? `${[...text].slice(0, 21).join("")}…` : text);

  /** Names of buildings stand north of them, where they cover nothing. */
  function buildingLabels() {
    return Data.of("building").filter(building => building.parts && building.parts.length).map(building => {
      const box = building.box || (building.box = Data.box([building]));
      return { position: [(box[0] + box[2]) / 2, solid() ? (box[1] + box[3]) / 2 : box[3], solid() ? foot(building) + (S.f === "all" ? (building.row.height || 6) : 4) + 2 : 0], text: stacked() && !solid() ? `${clipped(building.row.name || building.key)}\n${say("viz.ui.floors_rooms", { floors: Data.floorsOf(building.key).length, rooms: Data.of("room").filter(room => room.row.building_id === building.key).length })}` : clipped(building.row.name || building.key), size: 13, name: true };
    });
  }

  function cellLabels() {
    if (!S.on.has("cell")) return [];
    return Data.of("cell").filter(cell => cell.parts && cell.parts.length).map(cell => {
      const ring = Data.polygons(cell.parts, 0.2)[0][0];
      const corner = ring.reduce((best, point) => (point[1] - point[0] > best[1] - best[0] ? point : best));
      return { position: corner, text: clipped(cell.row.name || cell.key), size: 12, corner: true };
    });
  }

  function chosen(entry) {
    const thing = S.sel && Data.find(S.sel);
    if (!thing) return [];
    if (thing.kind === "department") return Data.on("room", entry.keys).filter(room => room.departments.includes(thing.key)).flatMap(room => outlined(room, Data.level(room.row.floor_id) + 0.12));
    if (thing.kind === "camera" && coverage && coverage.views[thing.key]) return outlined(viewAsThing(thing), Data.level(thing.row.floor_id) + 0.12, { width: 2 }).concat(ring(thing));
    if (thing.kind === "road" || thing.kind === "door") return drawn(thing, Data.level(thing.row.floor_id) + 0.12);
    if (thing.kind === "route") return [];
    if (thing.parts) return outlined(thing, Data.level(thing.kind === "floor" ? thing.key : thing.row.floor_id) + 0.12);
    return thing.at ? ring(thing) : [];
  }

  /** What the chosen camera sees, deeper than the rest. */
  function chosenView() {
    const thing = S.sel && Data.find(S.sel);
    return thing && thing.kind === "camera" && coverage && coverage.views[thing.key] ? filled(viewAsThing(thing), Data.level(thing.row.floor_id) + 0.11) : [];
  }

  function ring(thing) {
    const radius = 20 / 2 ** Canvas.zoom();
    const steps = [...Array(49).keys()].map(step => step * Math.PI / 24);
    return [{ ref: thing.ref, path: steps.map(angle => [thing.at[0] + radius * Math.cos(angle), thing.at[1] + radius * Math.sin(angle), height(thing)]) }];
  }

  /** Records of every layer, by id. `zoom` is log2 of pixels a metre; words and hatching follow it in quarter steps. */
  function records(zoom) {
    const entry = State.entry();
    const step = Math.round(zoom * 4) / 4;
    const where = `${S.view}|${S.b}|${S.f}`;
    const shownRooms = Data.on("room", entry.keys);
    const tint = keep("tint", `${where}|${S.by}|${S.depts}`, () => Colours.rooms(shownRooms));
    const ink = `${where}|${S.by}|${S.depts}`;
    const on = (name, id, key, make) => (S.on.has(name) ? keep(id, key, make) : []);
    const gap = 12 / 2 ** step;
    return {
      site: keep("site", "", () => Data.of("site").flatMap(site => filled(site, -0.05))),
      site_lines: keep("site_lines", "", () => Data.of("site").flatMap(site => outlined(site, -0.04))),
      parking: on("parking", "parking", where, () => lots().filter(lot => !below(lot)).flatMap(lot => filled(lot, -0.03))),
      road_edges: on("road", "road_edges", "", () => roadPaths(-0.02)),
      roads: on("road", "roads", "", () => roadPaths(-0.01)),
      buildings: keep("buildings", where, () => buildings(entry)),
      storeys: keep("storeys", where, () => storeys(entry)),
      building_lines: keep("building_lines", where, () => Data.of("building").flatMap(building => outlined(building, solid() ? foot(building) : 0))),
      parking_lines: on("parking", "parking_lines", `${where}|${S.desk}|${step}`, () => lots().flatMap(lot => (below(lot) ? dashed(outlined(lot, 0.04), 8 / 2 ** step) : outlined(lot, 0.04)))),
      rooms: on("room", "rooms", ink, () => rooms(entry, tint.fills)),
      hatch: ["department", "standard"].includes(S.by) && !stacked() && S.on.has("room") ? keep("hatch", `${ink}|${step}`, () => shownRooms.filter(room => room.vacant || (S.by === "standard" && room.standing === "over")).flatMap(room => hatched(room, gap))) : [],
      room_lines: on("room", "room_lines", where, () => roomsShown(entry).flatMap(room => outlined(room, Data.level(room.row.floor_id) + 0.03 + (stacked() ? roomHeight(room) - GAP : 0)))),
      walls: on("wall", "walls", where, () => walls(entry)),
      links: on("wall", "links", where, () => (stacked() ? [] : Data.on("vertical_link", entry.keys).flatMap(link => outlined(link, Data.level(link.row.floor_id) + 0.04)))),
      doors: on("wall", "doors", where, () => doors(entry)),
      views: on("view", "views", where, () => camerasSeen(entry).flatMap(camera => filled(viewAsThing(camera), Data.level(camera.row.floor_id) + 0.06))),
      view_lines: on("view", "view_lines", where, () => camerasSeen(entry).flatMap(camera => outlined(viewAsThing(camera), Data.level(camera.row.floor_id) + 0.07))),
      blind: on("blind", "blind", where, () => Data.on("blind", entry.keys, true).flatMap(part => filled(part, Data.level(part.row.floor_id) + 0.05, { fill: Colours.rgba(P.alarm, part.open ? 26 : 16) }))),
      blind_hatch: on("blind", "blind_hatch", `${where}|${step}`, () => Data.on("blind", entry.keys, true).flatMap(part => outlined(part, Data.level(part.row.floor_id) + 0.08, { line: Colours.rgba(P.alarm, part.open ? 130 : 70) }).concat(part.open ? hatched(part, gap) : []))),
      cells: on("cell", "cells", "", cells),
      route_edge: on("route", "route_edge", "", () => Data.of("route").flatMap(way => drawn(way, 0.15))),
      route: on("route", "route", "", () => Data.of("route").flatMap(way => drawn(way, 0.2))),
      route_links: on("route", "route_links", String(step), () => Data.of("route").flatMap(way => way.record.links.flatMap(link => Data.lines(link.parts, 0.2)).flatMap(line => Shapes.dash(line, 6 / 2 ** step)).map(path => ({ ref: way.ref, path })))),
      chosen_view: keep("chosen_view", `${where}|${S.sel}`, () => chosenView()),
      chosen: keep("chosen", `${where}|${S.sel}|${step}`, () => chosen(entry).map(record => ({ width: 3.5, ...record }))),
      headings: on("camera", "headings", `${where}|${MARKS.findIndex(([limit]) => zoom < limit)}`, () => headings(entry, MARKS.find(([limit]) => zoom < limit)[1] * 1.9)),
      marks: keep("marks", `${where}|${S.desk}|${[...S.on]}|${MARKS.findIndex(([limit]) => zoom < limit)}`, () => marks(entry, zoom)),
      labels: on("label", "labels", `${where}|${S.lang}|${[...S.on]}|${step}`, () => [...(S.on.has("room") ? roomLabels(entry, 2 ** step) : []), ...buildingLabels(), ...cellLabels()]),
    };
  }

  function hatched(thing, gap) {
    const z = Data.level(thing.row.floor_id) + 0.08;
    return Data.polygons(thing.parts || [], z).flatMap(rings => Shapes.hatch(rings, gap)).map(path => ({ ref: thing.ref, path, line: Colours.rgba(P.alarm, 105) }));
  }

  function roadPaths(z) {
    return Data.of("road").flatMap(road => {
      const width = ROAD_WIDTH[road.row.road_class] || 6;
      return drawn(road, z, { width, edge: width + 0.7 });
    });
  }

  /** True where single rooms are replaced by one slab a floor. */
  const simplified = () => solid() && stacked() && Data.on("room", State.entry().keys).length > ROOM_LIMIT;

  return { records, simplified, ROOM_LIMIT };
})();
