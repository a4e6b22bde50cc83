/* From the state to records for each layer of the vocabulary: pure, and kept until what they depend on changes. */
const Scene = (() => {
  const { P, solid, stacked, filled, outlined, drawn, dashed, hatched, foot, height } = Draw;
  const ROAD_WIDTH = {
    motorway: 16,
    trunk: 16,
    primary: 14,
    secondary: 11,
    tertiary: 9,
    residential: 7,
    unclassified: 7,
    service: 4.5,
    living_street: 6,
    footway: 2,
    path: 2,
    cycleway: 2.5,
    pedestrian: 4,
  };

  const kept = new Map();
  function keep(name, key, make) {
    const held = kept.get(name);
    if (held && held.key === key) return held.data;
    const data = make();
    kept.set(name, { key, data });
    return data;
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

  const below = lot => lot.row.parking_class === "underground";

  /** Car parks to draw: those underground only where one looks for parking, or at a basement. */
  function lots() {
    const basement = stacked() || State.entry().number < 1;
    return Data.of("parking").filter(lot => !below(lot) || basement || S.desk === "fleet");
  }

  function roadPaths(z) {
    return Data.of("road").flatMap(road => {
      const width = ROAD_WIDTH[road.row.road_class] || 6;
      return drawn(road, z, { width, edge: width + 0.7 });
    });
  }

  function chosen(entry) {
    const thing = S.sel && Data.find(S.sel);
    if (!thing) return [];
    if (thing.kind === "department")
      return Data.on("room", entry.keys)
        .filter(room => room.departments.includes(thing.key))
        .flatMap(room => outlined(room, Data.level(room.row.floor_id) + 0.12));
    if (thing.kind === "camera" && coverage && coverage.views[thing.key])
      return outlined(viewAsThing(thing), Data.level(thing.row.floor_id) + 0.12, { width: 2 }).concat(ring(thing));
    if (thing.kind === "road" || thing.kind === "door") return drawn(thing, Data.level(thing.row.floor_id) + 0.12);
    if (thing.kind === "route") return [];
    if (thing.parts) return outlined(thing, Data.level(thing.kind === "floor" ? thing.key : thing.row.floor_id) + 0.12);
    return thing.at ? ring(thing) : [];
  }

  /** What the chosen camera sees, deeper than the rest. */
  function chosenView() {
    const thing = S.sel && Data.find(S.sel);
    return thing && thing.kind === "camera" && coverage && coverage.views[thing.key]
      ? filled(viewAsThing(thing), Data.level(thing.row.floor_id) + 0.11)
      : [];
  }

  function ring(thing) {
    const radius = 20 / 2 ** Canvas.zoom();
    const steps = [...Array(49).keys()].map(step => (step * Math.PI) / 24);
    return [
      {
        ref: thing.ref,
        path: steps.map(angle => [thing.at[0] + radius * Math.cos(angle), thing.at[1] + radius * Math.sin(angle), height(thing)]),
      },
    ];
  }

  const blindShown = entry => Data.on("blind", entry.keys, true);
  const blindLevel = (part, lift) => Data.level(part.row.floor_id) + lift;

  /** Places that nobody sees: lightly filled, outlined, and hatched where people pass. */
  const blind = entry =>
    blindShown(entry).flatMap(part => filled(part, blindLevel(part, 0.05), { fill: Colours.rgba(P.alarm, part.open ? 26 : 16) }));
  const blindHatch = (entry, gap) =>
    blindShown(entry).flatMap(part =>
      outlined(part, blindLevel(part, 0.08), { line: Colours.rgba(P.alarm, part.open ? 130 : 70) }).concat(
        part.open ? hatched(part, gap) : [],
      ),
    );

  /** Rooms that are hatched: empty ones, and those over the standard. */
  function hatchedRooms(entry, gap) {
    if (!["department", "standard"].includes(S.by) || stacked()) return [];
    return Data.on("room", entry.keys)
      .filter(room => room.vacant || (S.by === "standard" && room.standing === "over"))
      .flatMap(room => hatched(room, gap));
  }

  const seen = (entry, draw, lift) =>
    camerasSeen(entry).flatMap(camera => draw(viewAsThing(camera), Data.level(camera.row.floor_id) + lift));
  const lotLines = on => lots().flatMap(lot => (below(lot) ? dashed(outlined(lot, 0.04), on) : outlined(lot, 0.04)));
  const ways = draw => Data.of("route").flatMap(draw);
  const linkDashes = (way, on) =>
    way.record.links
      .flatMap(link => Data.lines(link.parts, 0.2))
      .flatMap(line => Shapes.dash(line, on))
      .map(path => ({ ref: way.ref, path }));

  /**
   * Records of every layer, by id. `zoom` is log2 of pixels a metre; words and hatching follow it in quarter steps.
   * Each is made anew only when its key changes: the view and floors, the colouring, the zoom step, as far as it depends on them.
   */
  function records(zoom) {
    const entry = State.entry();
    const step = Math.round(zoom * 4) / 4;
    const pixels = count => count / 2 ** step;
    const where = `${S.view}|${S.b}|${S.f}`;
    const ink = `${where}|${S.by}|${S.depts}`;
    const shell = `${where}|${S.on.has("room")}`;
    const near = `${where}|${step}`;
    const grade = Signs.grade(zoom);
    const on = (layer, id, key, make) => (S.on.has(layer) ? keep(id, key, make) : []);
    const tint = keep("tint", ink, () => Colours.rooms(Data.on("room", entry.keys)));
    return {
      site: keep("site", "", () => Data.of("site").flatMap(site => filled(site, -0.05))),
      site_lines: keep("site_lines", "", () => Data.of("site").flatMap(site => outlined(site, -0.04))),
      parking: on("parking", "parking", where, () =>
        lots()
          .filter(lot => !below(lot))
          .flatMap(lot => filled(lot, -0.03)),
      ),
      parking_lines: on("parking", "parking_lines", `${near}|${S.desk}`, () => lotLines(pixels(8))),
      road_edges: on("road", "road_edges", "", () => roadPaths(-0.02)),
      roads: on("road", "roads", "", () => roadPaths(-0.01)),
      buildings: keep("buildings", shell, () => Inside.buildings(entry)),
      storeys: keep("storeys", shell, () => Inside.storeys(entry)),
      building_lines: keep("building_lines", where, () =>
        Data.of("building").flatMap(building => outlined(building, solid() ? foot(building) : 0)),
      ),
      rooms: on("room", "rooms", ink, () => Inside.rooms(entry, tint.fills)),
      hatch: on("room", "hatch", `${ink}|${step}`, () => hatchedRooms(entry, pixels(12))),
      room_lines: on("room", "room_lines", where, () => Inside.roomLines(entry)),
      walls: on("wall", "walls", where, () => Inside.walls(entry)),
      links: on("wall", "links", where, () => Inside.links(entry)),
      doors: on("wall", "doors", where, () => Inside.doors(entry)),
      views: on("view", "views", where, () => seen(entry, filled, 0.06)),
      view_lines: on("view", "view_lines", where, () => seen(entry, outlined, 0.07)),
      blind: on("blind", "blind", where, () => blind(entry)),
      blind_hatch: on("blind", "blind_hatch", near, () => blindHatch(entry, pixels(12))),
      cells: on("cell", "cells", "", cells),
      route_edge: on("route", "route_edge", "", () => ways(way => drawn(way, 0.15))),
      route: on("route", "route", "", () => ways(way => drawn(way, 0.2))),
      route_links: on("route", "route_links", String(step), () => ways(way => linkDashes(way, pixels(6)))),
      chosen_view: keep("chosen_view", `${where}|${S.sel}`, () => chosenView()),
      chosen: keep("chosen", `${near}|${S.sel}`, () => chosen(entry).map(record => ({ width: 3.5, ...record }))),
      headings: on("camera", "headings", `${where}|${grade}`, () => Signs.headings(entry, zoom)),
      marks: keep("marks", `${where}|${S.desk}|${[...S.on]}|${grade}`, () => Signs.marks(entry, zoom)),
      labels: on("label", "labels", `${near}|${S.lang}|${[...S.on]}`, () => Signs.labels(entry, 2 ** step)),
    };
  }

  return { records, lots };
})();
