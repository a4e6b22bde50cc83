/* What colour a room has and what the legend says of it: one source for both, so that they cannot differ. */
const Colours = (() => {
  const P = CONTENT.palette;

  const rgba = (hex, alpha) =>
    [1, 3, 5].map(place => parseInt(hex.slice(place, place + 2), 16)).concat(alpha === undefined ? 255 : alpha);

  /** Departments that are coloured: those chosen, else the eight with most area in the building (or in all). */
  function departments() {
    if (S.depts) return S.depts.slice(0, P.departments.length);
    const area = new Map();
    const rooms = S.b ? Data.of("room").filter(room => room.row.building_id === S.b) : Data.of("room");
    for (const room of rooms)
      for (const key of room.departments) area.set(key, (area.get(key) || 0) + (room.row.area_m2 || 0) / room.departments.length);
    return [...area]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, P.departments.length)
      .map(([key]) => key);
  }

  /** Category of a room in the present colouring. */
  function category(room, chosen) {
    if (S.by === "none") return "plain";
    if (S.by === "standard") return room.standing;
    if (S.by === "room_class") return room.row.room_class;
    if (room.vacant) return "vacant";
    const found = room.departments.find(key => chosen.includes(key));
    return found !== undefined ? `d:${found}` : room.departments.length ? "rest" : "plain";
  }

  function colour(name, chosen) {
    if (name in P.room_class) return P.room_class[name];
    if (name.startsWith("d:")) return P.departments[chosen.indexOf(name.slice(2))];
    return { rest: P.rest, vacant: P.vacant, plain: P.plain, ...P.standing }[name];
  }

  /** Give each room its hex colour, and each category its rooms and m². */
  function rooms(list) {
    const chosen = S.by === "department" ? departments() : [];
    const fills = new Map();
    const totals = new Map();
    for (const room of list) {
      const name = category(room, chosen);
      fills.set(room.ref, colour(name, chosen));
      const total = totals.get(name) || { name, count: 0, area: 0 };
      total.count += 1;
      total.area += room.row.area_m2 || 0;
      totals.set(name, total);
    }
    const order =
      S.by === "room_class"
        ? Object.keys(P.room_class)
        : S.by === "standard"
          ? ["over", "within", "unjudged", "vacant", "plain"]
          : [...chosen.map(key => `d:${key}`), "rest", "vacant", "plain"];
    const legend = order.filter(name => totals.has(name)).map(name => ({ ...totals.get(name), colour: colour(name, chosen) }));
    return { fills, legend, chosen };
  }

  return { rgba, departments, rooms };
})();
