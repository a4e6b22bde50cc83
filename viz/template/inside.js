/* What stands on the ground and within walls: shells, slabs, rooms, walls, doors. */
const Inside = (() => {
  const { P, CUT, GAP, solid, stacked, filled, outlined, drawn, foot } = Draw;
  const ROOM_LIMIT = 900; // more rooms than this are shown as one slab a floor

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
      const tall =
        building.row.height ||
        Math.max(
          3,
          ...Data.floorsOf(building.key).map(floor => Data.level(floor.key) + (floor.row.height || 3) - foot(building)),
        );
      const z = solid() ? foot(building) : 0;
      if (!solid())
        return filled(building, 0, {
          fill: Colours.rgba(stacked() || opened.has(building.key) ? P.surface.building : "#f4f6f6"),
          height: 0,
        });
      if (stacked() && opened.has(building.key)) return [];
      const level = opened.has(building.key)
        ? Math.max(
            0,
            Math.min(
              ...entry.keys
                .map(key => Data.get("floor", key))
                .filter(floor => floor.row.building_id === building.key)
                .map(floor => Data.level(floor.key)),
            ) -
              z -
              0.05,
          )
        : tall;
      return filled(building, z, { fill: Colours.rgba(opened.has(building.key) ? "#e7ebed" : "#dde3e6"), height: level });
    });
  }

  function storeys(entry) {
    if (!solid())
      return entry.keys
        .filter(() => !stacked())
        .flatMap(key => filled(Data.get("floor", key), 0, { fill: Colours.rgba(P.surface.building), height: 0 }));
    if (!stacked() || roomsShown(entry).length) return [];
    return entry.keys
      .map(key => Data.get("floor", key))
      .flatMap(floor =>
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

  return { buildings, storeys, rooms, roomLines, walls, links, doors, simplified, ROOM_LIMIT };
})();
