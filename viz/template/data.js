/* The page's content, unpacked once: things with attributes, shapes in metres from the origin, and who belongs to whom. */
const CONTENT = JSON.parse(document.getElementById("content").textContent);

const Data = (() => {
  const [E0, N0, Z0] = CONTENT.meta.origin;
  const NONE = ""; // floor of what stands outdoors

  /** Undo the packing: [x, y, dx, dy, …] in centimetres to [[x, y, z], …] in metres. */
  function path(packed, z) {
    const points = [];
    let x = 0,
      y = 0;
    for (let i = 0; i < packed.length; i += 2) {
      x += packed[i];
      y += packed[i + 1];
      points.push([x / 100, y / 100, z]);
    }
    return points;
  }

  const polygons = (parts, z) => parts.map(rings => rings.map(ring => path(ring, z)));
  const lines = (parts, z) => parts.map(line => path(line, z));

  function column(packed, count) {
    if (!packed) return new Array(count).fill(null);
    return Array.isArray(packed) ? packed : packed.v.map(place => (place < 0 ? null : packed.d[place]));
  }

  /** Rows of a table as things {kind, key, ref, at, parts, …columns}; `parts` stay packed until a floor is drawn. */
  function things(kind) {
    const table = CONTENT.tables[kind];
    if (!table) return [];
    const names = Object.keys(table.columns);
    const columns = names.map(name => column(table.columns[name], table.keys.length));
    return table.keys.map((key, row) => {
      const thing = { kind, key, ref: `${kind}:${key}`, row: {}, parts: table.parts ? table.parts[row] : null, at: null };
      names.forEach((name, place) => {
        thing.row[name] = columns[place][row];
      });
      const spot = table.spots && table.spots[row];
      if (spot && spot.length) thing.at = [spot[0] / 100, spot[1] / 100];
      return thing;
    });
  }

  const all = Object.fromEntries(Object.keys(CONTENT.tables).map(kind => [kind, things(kind)]));
  const of = kind => all[kind] || [];
  const index = new Map();
  for (const list of Object.values(all)) for (const thing of list) index.set(thing.ref, thing);
  const get = (kind, key) => index.get(`${kind}:${key}`);

  const floors = of("floor")
    .slice()
    .sort((a, b) => a.row.number - b.row.number || (a.key < b.key ? -1 : 1));
  const floorsOf = building => floors.filter(floor => floor.row.building_id === building);

  /** Height of a floor above the origin, 0 for outdoors. */
  function level(floorKey) {
    const floor = floorKey && get("floor", floorKey);
    return floor && floor.row.elevation !== null ? floor.row.elevation - Z0 : 0;
  }

  function grouped(list, name) {
    const groups = new Map();
    for (const thing of list) {
      const key = thing.row[name] || NONE;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(thing);
    }
    return groups;
  }

  const occupancy = CONTENT.occupancy.map(([room, department, rank, heads]) => ({ room, department, rank, heads }));
  const sitters = new Map();
  for (const item of occupancy) {
    if (!sitters.has(item.room)) sitters.set(item.room, []);
    sitters.get(item.room).push(item);
  }
  for (const room of of("room")) {
    const here = sitters.get(room.key) || [];
    room.heads = here.reduce((sum, item) => sum + item.heads, 0);
    room.departments = [...new Set(here.map(item => item.department))];
    room.vacant = occupancy.length > 0 && room.row.room_class === "office" && here.length === 0;
  }

  const coverage = CONTENT.answers.coverage;
  all.blind = coverage
    ? coverage.blind.map((part, place) => ({
        kind: "blind",
        key: String(place + 1),
        ref: `blind:${place + 1}`,
        parts: part.parts,
        at: part.spot.length ? [part.spot[0] / 100, part.spot[1] / 100] : null,
        where: part.where,
        open: part.public,
        row: {
          floor_id: part.floor || null,
          room_id: part.room || null,
          cell_id: part.cell || null,
          area_m2: part.area,
          building_id: part.floor && get("floor", part.floor) ? get("floor", part.floor).row.building_id : null,
        },
      }))
    : [];
  for (const part of all.blind) index.set(part.ref, part);
  for (const room of of("room")) room.standing = standing(room);

  /** How a room stands against the space standard: over, unjudged, within, or nothing to say. */
  function standing(room) {
    const report = CONTENT.answers.space;
    if (!report || room.row.room_class !== "office") return "plain";
    if (room.key in report.over) return "over";
    if (report.unjudged.includes(room.key)) return "unjudged";
    return room.vacant ? "vacant" : "within";
  }

  const route = CONTENT.answers.route;
  all.route =
    route && (route.parts.length || route.links.length)
      ? [{ kind: "route", key: "1", ref: "route:1", parts: route.parts, row: {}, record: route, at: null }]
      : [];
  for (const way of all.route) index.set(way.ref, way);

  const byFloor = Object.fromEntries(
    ["room", "door", "vertical_link", "device", "camera", "meter", "blind"].map(kind => [kind, grouped(of(kind), "floor_id")]),
  );

  /** Things of a kind on the floors shown; `outdoors` adds what stands on none. */
  function on(kind, floorKeys, outdoors) {
    const groups = byFloor[kind];
    if (!groups) return of(kind);
    const found = floorKeys.flatMap(key => groups.get(key) || []);
    return outdoors ? found.concat(groups.get(NONE) || []) : found;
  }

  /** Least box round things: [x0, y0, x1, y1], or null. */
  function box(list) {
    let x0 = Infinity,
      y0 = Infinity,
      x1 = -Infinity,
      y1 = -Infinity;
    const take = (x, y) => {
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    };
    for (const thing of list) {
      if (thing.parts && thing.parts.length) {
        for (const part of thing.parts) {
          const packed = Array.isArray(part[0]) ? part[0] : part;
          for (const [x, y] of path(packed, 0)) take(x, y);
        }
      } else if (thing.at) take(thing.at[0], thing.at[1]);
    }
    return x0 <= x1 ? [x0, y0, x1, y1] : null;
  }

  return {
    all,
    of,
    get,
    find: ref => index.get(ref),
    floors,
    floorsOf,
    level,
    path,
    polygons,
    lines,
    on,
    box,
    sitters,
    occupied: occupancy.length > 0,
    coverage,
    E0,
    N0,
    Z0,
    NONE,
  };
})();
