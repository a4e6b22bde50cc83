/* Marks and words on the map: what stands at a point, where cameras look, and names that fit. */
const Signs = (() => {
  const { P, solid, stacked, height } = Draw;
  const MARKS = [
    [0, 11],
    [1.2, 15],
    [2.6, 20],
    [Infinity, 26],
  ]; // pixels of a mark below each zoom

  /** Which size of mark a zoom has, as a number from 0. */
  const grade = zoom => MARKS.findIndex(([limit]) => zoom < limit);

  function marks(entry, zoom) {
    const size = MARKS[grade(zoom)][1];
    const things = ["camera", "charger", "meter", "gate", "stop", "device"]
      .filter(kind => S.on.has(kind))
      .flatMap(kind => Data.on(kind, entry.keys, true));
    const found = (S.on.has("parking") ? Scene.lots() : [])
      .concat(things)
      .filter(thing => thing.at)
      .map(thing => ({
        ref: thing.ref,
        position: [...thing.at, height(thing)],
        size: thing.kind === "device" ? size * 0.7 : size,
        icon: `${thing.kind}${["faulty", "maintenance"].includes(thing.row.status) ? `!${thing.row.status}` : ""}`,
      }));
    return found.concat(ends());
  }

  function ends() {
    const way = S.on.has("route") && Data.of("route")[0];
    if (!way) return [];
    return [
      ["start", "from"],
      ["end", "to"],
    ].map(([icon, end]) => {
      const [x, y] = way.record.ends[end].spot;
      return { ref: way.ref, position: [x / 100, y / 100, 1.5], icon, size: 28 };
    });
  }

  function headings(entry, zoom) {
    const size = MARKS[grade(zoom)][1] * 1.9;
    return Data.on("camera", entry.keys, true)
      .filter(
        camera =>
          camera.at && camera.row.heading_deg !== null && camera.row.heading_deg !== undefined && !(camera.row.hfov_deg >= 360),
      )
      .map(camera => ({
        ref: camera.ref,
        position: [...camera.at, height(camera) - 0.05],
        icon: "wedge",
        size,
        angle: -camera.row.heading_deg,
        line: Colours.rgba(P.marker.camera, 200),
      }));
  }

  const nameOf = room => [room.row.number, room.row.name].filter(Boolean);

  /** Words that fit their room at this scale (pixels a metre): number and name, number only, or nothing. */
  function roomLabels(entry, scale) {
    if (stacked()) return [];
    const taken = ["camera", "meter", "device"]
      .filter(kind => S.on.has(kind))
      .flatMap(kind => Data.on(kind, entry.keys))
      .filter(thing => thing.at);
    const under = room => taken.some(thing => Math.hypot(thing.at[0] - room.at[0], thing.at[1] - room.at[1]) * scale < 24);
    return Data.on("room", entry.keys)
      .filter(room => room.at)
      .flatMap(room => {
        const rings = room.rings || (room.rings = Data.polygons(room.parts || [], 0).flat());
        const lines = nameOf(room);
        const fits = [lines, lines.slice(0, 1)].find(some => some.length && Shapes.holds(rings, room.at, some, 12, scale)) || [];
        return fits.length
          ? [
              {
                position: [...room.at, Data.level(room.row.floor_id) + 0.1],
                text: fits.join("\n"),
                size: 12,
                down: under(room) ? 14 + 8 * fits.length : 0,
              },
            ]
          : [];
      });
  }

  const clipped = text => ([...text].length > 22 ? `${[...text].slice(0, 21).join("")}…` : text);

  /** Names of buildings stand north of them, where they cover nothing, the largest first as far as there is room; over them in space. */
  function buildingLabels(entry, scale) {
    const found = Data.of("building")
      .filter(building => building.parts && building.parts.length)
      .map(building => {
        const box = building.box || (building.box = Data.box([building]));
        const middle = (box[0] + box[2]) / 2;
        const position = solid() ? [middle, (box[1] + box[3]) / 2, Inside.top(building, entry)] : [middle, box[3], 0];
        const name = clipped(building.row.name || building.key);
        const text = stacked() && !solid() ? `${name}\n${figures(building)}` : name;
        return { position, text, size: 13, name: true, area: (box[2] - box[0]) * (box[3] - box[1]) };
      });
    return apart(found.sort((one, other) => other.area - one.area), scale);
  }

  /** Keep of the names, in their order, those whose boxes at this scale touch none kept before. */
  function apart(names, scale) {
    const kept = [];
    return names.filter(label => {
      const lines = label.text.split("\n");
      const wide = (Math.max(...lines.map(line => Shapes.textWidth(line, label.size))) + 8) / scale;
      const high = (lines.length * label.size * 1.4) / scale;
      const [x, y] = label.position;
      if (kept.some(other => Math.abs(other.x - x) < (other.wide + wide) / 2 && Math.abs(other.y - y) < (other.high + high) / 2)) {
        return false;
      }
      kept.push({ x, y, wide, high });
      return true;
    });
  }

  let roomsOf = null;

  function figures(building) {
    if (!roomsOf) {
      roomsOf = new Map();
      for (const { row } of Data.of("room")) roomsOf.set(row.building_id, (roomsOf.get(row.building_id) || 0) + 1);
    }
    return say("viz.ui.floors_rooms", { floors: Data.floorsOf(building.key).length, rooms: roomsOf.get(building.key) || 0 });
  }

  function cellLabels() {
    if (!S.on.has("cell")) return [];
    return Data.of("cell")
      .filter(cell => cell.parts && cell.parts.length)
      .map(cell => {
        const ring = Data.polygons(cell.parts, 0.2)[0][0];
        const corner = ring.reduce((best, point) => (point[1] - point[0] > best[1] - best[0] ? point : best));
        return { position: corner, text: clipped(cell.row.name || cell.key), size: 12, corner: true };
      });
  }

  const labels = (entry, scale) => [
    ...(S.on.has("room") ? roomLabels(entry, scale) : []),
    ...buildingLabels(entry, scale),
    ...cellLabels(),
  ];

  return { marks, headings, labels, grade };
})();
