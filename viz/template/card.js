/* The right panel: the chosen thing with everything known of it, or the figures of what is shown. */
const Card = (() => {
  const sum = (list, figure) => list.reduce((total, item) => total + (figure(item) || 0), 0);

  function section(code, ...children) {
    const body = children.flat(Infinity).filter(Boolean);
    return body.length ? el("section", {}, code ? el("h3", {}, say(code)) : null, body) : null;
  }

  /** Tiles: [label, value, unit, note]. */
  function tiles(items) {
    return el("dl", { class: "tiles" }, items.filter(Boolean).map(([label, value, unit, note]) =>
      el("div", {}, el("dt", {}, label), el("dd", {}, value, unit ? el("small", {}, ` ${unit}`) : null), note ? el("dd", { class: "note" }, note) : null)));
  }

  /** Rows of two or more cells; numbers are right-aligned. */
  function table(heads, rows) {
    if (!rows.length) return null;
    const cell = (tag, value, place) => el(tag, { class: place ? "number" : null, scope: tag === "th" ? "col" : null }, typeof value === "number" ? Words.number(value, 1) : value ?? "—");
    return el("table", {}, heads ? el("thead", {}, el("tr", {}, heads.map((head, place) => cell("th", head, place)))) : null,
      el("tbody", {}, rows.map(row => el("tr", {}, row.map((value, place) => cell("td", value, place))))));
  }

  /** A button that chooses another thing. */
  function link(kind, key, words) {
    const thing = Data.get(kind, key) || Data.find(`${kind}:${key}`);
    if (!thing) return datum(key);
    return el("button", { type: "button", class: "link", onclick: () => { Canvas.show(thing); State.choose(thing.ref); byId("card").focus(); } }, words || Names.node(thing));
  }

  function shown(column, value) {
    if (value === null || value === undefined || value === "") return null;
    if (column.kind === "bool") return say(value ? "viz.value.yes" : "viz.value.no");
    if (column.refers && Data.get(column.refers, value)) return link(column.refers, value);
    if (column.kind === "float" || column.kind === "int") return `${Words.number(value, 2)}${column.unit && column.unit !== "1" ? ` ${column.unit}` : ""}`;
    const words = Words.value(column.name, value);
    return words === null ? datum(value) : words;
  }

  const ELSEWHERE = { room: ["area_m2", "area_file_m2", "area_basis", "number", "name"] };

  /** Every attribute the schema knows and the data state. */
  function attributes(thing) {
    const schema = CONTENT.schema[thing.kind];
    if (!schema) return null;
    const skip = new Set(["name", ...(ELSEWHERE[thing.kind] || [])]);
    const rows = schema.columns.filter(column => !skip.has(column.name)).map(column => {
      const isKey = column.name === `${thing.kind}_id`;
      const own = isKey ? thing.key : thing.row[column.name];
      const value = shown(column, own);
      return value === null ? null : el("div", { title: Words.language === "en" ? column.en : null }, el("dt", {}, isKey && Words.language === "en" ? say("viz.ui.key") : Words.column(thing.kind, column.name)), el("dd", {}, value));
    }).filter(Boolean);
    return section("viz.ui.attributes", el("dl", { class: "facts" }, rows));
  }

  const percent = share => `${Words.number(share, 1)}%`;

  function people(room) {
    const rows = (Data.sitters.get(room.key) || []).map(item => [link("department", item.department), item.rank ? datum(item.rank) : say("viz.ui.shared"), item.heads]);
    if (rows.length) return section("viz.ui.people", table([say("viz.kind.department"), say("viz.ui.rank"), say("viz.ui.heads")], rows));
    return room.vacant ? section("viz.ui.people", el("p", { class: "hint" }, say("viz.ui.vacant_office"))) : null;
  }

  /** Area by each basis side by side: what is drawn and what the file says are never mixed. */
  function areas(room) {
    const { area_m2: drawn, area_file_m2: file, area_basis: basis } = room.row;
    const rows = [[say("viz.ui.area_drawn"), drawn]];
    if (file !== null && file !== undefined) {
      rows.push([el("span", {}, say("viz.ui.area_file"), basis ? el("small", {}, " ", datum(basis)) : null), file]);
      rows.push([say("viz.ui.area_difference"), drawn ? `${file >= drawn ? "+" : "−"}${Words.number(Math.abs(file / drawn - 1) * 100, 1)}%` : "—"]);
    }
    return section("viz.ui.areas", table([say("viz.ui.basis"), "m²"], rows), file === null || file === undefined ? el("p", { class: "hint" }, say("viz.ui.no_file_area")) : null);
  }

  function roomSections(room) {
    const seen = Data.coverage ? Data.coverage.rooms[room.key] ?? null : null;
    const seers = Coverage.seers(room.key);
    const doors = Data.of("door").filter(door => door.row.room_a_id === room.key || door.row.room_b_id === room.key);
    const within = [...Data.of("device"), ...Data.of("meter")].filter(thing => thing.row.room_id === room.key);
    return [
      tiles([
        [say("viz.ui.area"), Words.number(room.row.area_m2 || 0, 1), "m²"],
        Data.occupied ? [say("viz.ui.heads"), Words.number(room.heads, 0), ""] : null,
        room.heads ? [say("viz.ui.per_head"), Words.number(room.row.area_m2 / room.heads, 1), "m²"] : null,
        seen === null ? null : [say("viz.ui.seen_share"), percent(seen), ""],
      ]),
      areas(room), people(room), Reports.room(room.key),
      section("viz.ui.seen_by", table(null, seers.map(item => [link("camera", item.camera), `${Words.number(item.area, 1)} m²`]))),
      section("viz.ui.doors", table(null, doors.map(door => {
        const other = door.row.room_a_id === room.key ? door.row.room_b_id : door.row.room_a_id;
        return [link("door", door.key), other ? link("room", other) : say("viz.ui.outdoors")];
      }))),
      section("viz.ui.within", table(null, within.map(thing => [link(thing.kind, thing.key), Names.klass(thing) || ""]))),
      attributes(room),
    ];
  }

  function cameraSections(camera) {
    const answer = Data.coverage;
    const figures = Coverage.camera(camera.key);
    const rooms = (answer && answer.sees[camera.key]) || [];
    return [
      figures ? tiles([
        [say("viz.ui.seen_area"), Words.number(figures.area, 1), "m²"], [say("viz.ui.counted_area"), Words.number(figures.covered, 1), "m²"],
        [say("viz.ui.lost_if_off"), Words.number(figures.alone, 1), "m²"], [say("viz.ui.rooms_seen"), Words.number(rooms.length, 0), ""],
      ]) : section("viz.ui.sees", el("p", { class: "hint" }, say(!answer ? "viz.empty.coverage" : camera.key in answer.skipped ? "viz.ui.skipped" : "viz.ui.sees_nothing"))),
      rooms.length ? section("viz.ui.sees", table(null, rooms.map(([key, seen]) => [link("room", key), `${Words.number(seen, 1)} m²`]))) : null,
      attributes(camera),
    ];
  }

  function spaceFigures(rooms) {
    const offices = rooms.filter(room => room.row.room_class === "office");
    const vacant = rooms.filter(room => room.vacant);
    const heads = sum(rooms, room => room.heads);
    const office = sum(offices, room => room.row.area_m2);
    return tiles([
      [say("viz.many.room"), Words.number(rooms.length, 0), ""],
      [say("viz.ui.area"), Words.number(sum(rooms, room => room.row.area_m2), 0), "m²"],
      Data.occupied ? [say("viz.ui.heads"), Words.number(heads, 0), "", heads ? say("viz.ui.office_per_head", { area: Words.number(office / heads, 1) }) : null] : [say("viz.value.room_class.office"), Words.number(offices.length, 0), "", `${Words.number(office, 0)} m²`],
      Data.occupied ? [say("viz.ui.vacant_offices"), Words.number(vacant.length, 0), "", vacant.length ? `${Words.number(sum(vacant, room => room.row.area_m2), 0)} m²` : null] : [say("viz.ui.heads"), "—", "", say("viz.empty.occupancy")],
    ]);
  }

  function buildingSections(building) {
    const floors = Data.floorsOf(building.key).slice().reverse();
    const rooms = Data.of("room").filter(room => room.row.building_id === building.key);
    return [
      spaceFigures(rooms),
      section("viz.ui.floors", table([say("viz.ui.floor"), say("viz.kind.room"), "m²", say("viz.ui.heads")], floors.map(floor => {
        const here = Data.on("room", [floor.key]);
        return [el("button", { type: "button", class: "link", onclick: () => State.set({ b: building.key, f: floor.key }) }, datum(Floors.name(floor.key))), here.length, sum(here, room => room.row.area_m2), sum(here, room => room.heads)];
      }))),
      attributes(building),
    ];
  }

  function departmentSections(department) {
    const rooms = Data.of("room").filter(room => room.departments.includes(department.key));
    const posts = Data.of("post").filter(post => post.row.department_id === department.key);
    const heads = sum([...Data.sitters.values()].flat().filter(item => item.department === department.key), item => item.heads);
    return [
      tiles([[say("viz.many.room"), Words.number(rooms.length, 0), ""], [say("viz.ui.area"), Words.number(sum(rooms, room => room.row.area_m2 / room.departments.length), 1), "m²", say("viz.ui.split_evenly")], [say("viz.ui.heads"), Words.number(heads, 0), ""]]),
      Reports.department(department.key),
      section("viz.ui.posts", table([say("viz.ui.rank"), say("viz.ui.established")], posts.map(post => [datum(post.row.rank), post.row.established]))),
      section("viz.ui.rooms", table([say("viz.kind.room"), "m²"], rooms.map(room => [el("span", {}, link("room", room.key), " ", el("small", {}, datum(Names.place(room)))), room.row.area_m2]))),
      attributes(department),
    ];
  }

  function blindSections(part) {
    const list = Coverage.ranked(Data.of("blind"));
    const place = list.indexOf(part);
    const go = step => { const next = list[(place + step + list.length) % list.length]; Canvas.show(next); State.choose(next.ref); };
    return [
      tiles([[say("viz.ui.area"), Words.number(part.row.area_m2, 1), "m²"], [say("viz.ui.order"), `${place + 1} / ${list.length}`, "", say(part.open ? "viz.ui.blind_open" : "viz.ui.blind_room")]]),
      el("p", { class: "pair" }, el("button", { type: "button", onclick: () => go(-1) }, say("viz.ui.previous")), el("button", { type: "button", onclick: () => go(1) }, say("viz.ui.next"))),
      section("viz.ui.place", el("dl", { class: "facts" },
        el("div", {}, el("dt", {}, say("viz.ui.floor")), el("dd", {}, part.row.floor_id ? datum(Names.place(part)) : say("viz.ui.outdoors"))),
        part.row.room_id ? el("div", {}, el("dt", {}, say("viz.kind.room")), el("dd", {}, link("room", part.row.room_id))) : null,
        part.row.cell_id ? el("div", {}, el("dt", {}, say("viz.kind.cell")), el("dd", {}, link("cell", part.row.cell_id))) : null)),
    ];
  }

  function cellSections(cell) {
    return [Reports.covered("cell", cell.key), blindTable(Coverage.blindIn("cell_id", cell.key)), attributes(cell)];
  }

  function blindTable(parts) {
    const rows = parts.slice(0, 20).map(part => [link("blind", part.key), part.row.area_m2]);
    return section("viz.ui.blind_here", table([say("viz.kind.blind"), "m²"], rows));
  }

  const SECTIONS = {
    room: roomSections, camera: cameraSections, building: buildingSections, department: departmentSections, blind: blindSections, cell: cellSections,
    route: () => Reports.route(),
  };

  /** Tiles of the desk at work. */
  function figures(rooms, entry) {
    const total = list => Words.number(list.length, 0);
    if (S.desk === "security") {
      const cameras = Data.on("camera", entry.keys, !S.b);
      const bad = cameras.filter(camera => ["faulty", "maintenance"].includes(camera.row.status)).length;
      const blind = Data.on("blind", entry.keys, !S.b);
      return tiles([
        [say("viz.many.camera"), total(cameras), "", bad ? say("viz.ui.not_working", { bad }) : null],
        Data.coverage ? [say("viz.many.blind"), Words.number(sum(blind, part => part.row.area_m2), 0), "m²", say("viz.ui.places", { count: total(blind) })] : [say("viz.many.cell"), total(Data.of("cell")), ""],
      ]);
    }
    if (S.desk === "fleet") {
      const chargers = Data.of("charger");
      return tiles([
        [say("viz.many.vehicle"), total(Data.of("vehicle")), "", say("viz.ui.electric", { count: Data.of("vehicle").filter(vehicle => vehicle.row.energy === "electric").length })],
        [say("viz.many.charger"), total(chargers), "", chargers.length ? `${Words.number(sum(chargers, charger => charger.row.power_kw), 0)} kW` : null],
        [say("viz.ui.capacity"), Words.number(sum(Data.of("parking"), lot => lot.row.capacity), 0), ""],
        [say("viz.many.road"), Words.number(Data.of("road").length, 0), ""],
      ]);
    }
    return rooms.length ? spaceFigures(rooms) : el("p", { class: "hint" }, say("viz.empty.room"));
  }

  function overview() {
    const entry = State.entry();
    const rooms = Data.on("room", entry.keys);
    const building = S.b && Data.get("building", S.b);
    const floor = entry.keys.length === 1 && S.f !== "all" ? entry.keys[0] : "";
    return [
      el("header", {}, el("div", {}, el("small", {}, say("viz.ui.shown_now")), el("h2", {}, building ? datum(building.row.name || building.key) : say("viz.ui.district"), " · ", S.f === "all" ? say("viz.ui.all_floors") : datum(entry.text)))),
      figures(rooms, entry),
      S.desk === "security" ? (Data.coverage ? Reports.coverage(floor) : section("viz.ui.coverage", el("p", { class: "hint" }, say("viz.empty.coverage")))) : null,
      S.desk === "fleet" ? (Data.of("route").length ? Reports.route() : section("viz.kind.route", el("p", { class: "hint" }, say("viz.empty.route")))) : null,
      S.desk === "facility" ? (CONTENT.answers.space ? Reports.space() : section("viz.ui.space", el("p", { class: "hint" }, say("viz.empty.space")))) : null,
      el("p", { class: "hint" }, say("viz.ui.choose_hint")),
    ];
  }

  function chosen(thing) {
    const place = Names.place(thing);
    const words = Names.klass(thing);
    return [
      el("header", {},
        el("i", { class: "glyph boxed" }, drawing(thing.kind)),
        el("div", {}, el("small", {}, [Names.kind(thing), words].filter(Boolean).join(" · "), place ? " · " : "", thing.row.building_id || thing.row.floor_id ? datum(place) : place), el("h2", {}, Names.node(thing))),
        el("button", { type: "button", class: "close", "aria-label": say("viz.ui.close"), title: say("viz.ui.close"), onclick: () => State.set({ sel: "" }) }, "×")),
      (SECTIONS[thing.kind] || (one => [attributes(one)]))(thing),
    ];
  }

  function render() {
    const thing = S.sel && Data.find(S.sel);
    fill(byId("card"), (thing ? chosen(thing) : overview()).flat());
    byId("card").scrollTop = 0;
  }

  return { render, section, tiles, table, link, percent };
})();
