/* What stands on the ground and within walls: shells, slabs, rooms, walls, doors. */
const Inside = (() => {
  const { P, CUT, GAP, solid, stacked, filled, outlined, drawn, foot } = Draw;
  const ROOM_LIMIT = 900; // more rooms than this are shown as one slab a floor

  /** Floors that lie open to the eye: none where rooms are switched off in space, for then buildings stand whole. */
  const openFloors = entry => (solid() && !S.on.has("room") ? [] : entry.keys.map(key => Data.get("floor", key)));

  function roomHeight(room) {
    const floor = Data.get("floor", room.row.floor_id);
    return (floor && floor.row.height) || room.row.height || 3;
  }

  /** Rooms that are drawn now. */
  function roomsShown(entry) {
    if (!S.on.has("room")) return [];
    if (stacked() && (!solid() || Data.on("room", entry.keys).length > ROOM_LIMIT)) return [];
    return Data.on("room", entry.keys);
  }

  /** Height of a building above its ground: its own, else that of its floors. */
  function tall(building) {
    const tops = Data.floorsOf(building.key).map(floor => Data.level(floor.key) + (floor.row.height || 3) - foot(building));
    return building.row.height || Math.max(3, ...tops);
  }

  /** Height over which a building's name stands in space: its roof, or the floor that lies open. */
  function top(building, entry) {
    const open = stacked() ? [] : openFloors(entry).filter(floor => floor.row.building_id === building.key);
    return open.length ? Math.max(...open.map(floor => Data.level(floor.key))) + 3 : foot(building) + tall(building) + 1;
  }

  /** Footprints on the plan; in space shells: whole, or up to the lowest floor that lies open. */
  function buildings(entry) {
    const lowest = new Map();
    for (const { key, row } of openFloors(entry)) {
      lowest.set(row.building_id, Math.min(lowest.get(row.building_id) ?? Infinity, Data.level(key)));
    }
    return Data.of("building").flatMap(building => {
      const open = lowest.has(building.key);
      if (!solid()) return filled(building, 0, { fill: Colours.rgba(open ? P.surface.building : "#f4f6f6"), height: 0 });
      if (open && stacked()) return [];
      const height = open ? Math.max(0, lowest.get(building.key) - foot(building) - 0.05) : tall(building);
      return filled(building, foot(building), { fill: Colours.rgba(open ? "#e7ebed" : "#dde3e6"), height });
    });
  }

  /** Floors shown: white under the rooms of a plan; in space slabs, where rooms would be too many. */
  function storeys(entry) {
    const floors = openFloors(entry);
    if (!solid()) {
      const white = { fill: Colours.rgba(P.surface.building), height: 0 };
      return stacked() ? [] : floors.flatMap(floor => filled(floor, 0, white));
    }
    if (!stacked() || roomsShown(entry).length) return [];
    return floors.flatMap(floor =>
      filled(floor, Data.level(floor.key), {
        fill: Colours.rgba(floor.row.number < 1 ? "#c9d1d6" : "#eef2f4"),
        height: Math.max(0.5, (floor.row.height || 3) - GAP),
      }),
    );
  }

  function rooms(entry, fills) {
    return roomsShown(entry).flatMap(room =>
      filled(room, Data.level(room.row.floor_id) + 0.02, {
        fill: Colours.rgba(fills.get(room.ref)),
        height: stacked() ? roomHeight(room) - GAP : 0,
      }),
    );
  }

  function walls(entry) {
    if (stacked()) return [];
    return entry.keys
      .flatMap(key =>
        (CONTENT.walls[key] || []).flatMap(([kind, low, high, parts]) => {
          const bottom = Math.max(0, low || 0);
          const height = Math.min(high === null ? CUT : high, CUT) - bottom;
          if (solid() && height <= 0) return [];
          const fill = Colours.rgba(solid() && kind === "wall" ? "#9aa6b2" : P.surface[kind] || P.surface.wall);
          return Data.polygons(parts, Data.level(key) + (solid() ? bottom : 0)).map(polygon => ({
            polygon,
            fill,
            height,
            rank: kind === "wall" ? 0 : 1,
          }));
        }),
      )
      .sort((a, b) => a.rank - b.rank);
  }

  function doors(entry) {
    if (stacked()) return [];
    return Data.on("door", entry.keys).flatMap(door =>
      drawn(door, Data.level(door.row.floor_id) + 0.03, {
        line: Colours.rgba(door.row.entrance ? P.surface.entrance : P.surface.door),
        width: Math.max(door.row.depth || 0.1, 0.1) + 0.02,
      }),
    );
  }

  /** Outlines of rooms: of stacked ones on their roofs. */
  function roomLines(entry) {
    const lift = room => (stacked() ? roomHeight(room) - GAP : 0);
    return roomsShown(entry).flatMap(room => outlined(room, Data.level(room.row.floor_id) + 0.03 + lift(room)));
  }

  function links(entry) {
    if (stacked()) return [];
    return Data.on("vertical_link", entry.keys).flatMap(link => outlined(link, Data.level(link.row.floor_id) + 0.04));
  }

  /** True where single rooms are replaced by one slab a floor. */
  const simplified = () => solid() && stacked() && Data.on("room", State.entry().keys).length > ROOM_LIMIT;

  return { top, buildings, storeys, rooms, roomLines, walls, links, doors, simplified, ROOM_LIMIT };
})();
