/* What the card says of each kind of thing. */
const Cards = (() => {
  const { sum, section, tiles, table, link, attributes, percent } = Panel;

  function people(room) {
    const rows = (Data.sitters.get(room.key) || []).map(item => [
      link("department", item.department),
      item.rank ? datum(item.rank) : say("viz.ui.shared"),
      item.heads,
    ]);
    if (rows.length)
      return section("viz.ui.people", table([say("viz.kind.department"), say("viz.ui.rank"), say("viz.ui.heads")], rows));
    return room.vacant ? section("viz.ui.people", el("p", { class: "hint" }, say("viz.ui.vacant_office"))) : null;
  }

  /** Area by each basis side by side: what is drawn and what the file says are never mixed. */
  function areas(room) {
    const { area_m2: drawn, area_file_m2: file, area_basis: basis } = room.row;
    const rows = [[say("viz.ui.area_drawn"), drawn]];
    if (file !== null && file !== undefined) {
      rows.push([el("span", {}, say("viz.ui.area_file"), basis ? el("small", {}, " ", datum(basis)) : null), file]);
      rows.push([
        say("viz.ui.area_difference"),
        drawn ? `${file >= drawn ? "+" : "−"}${Words.number(Math.abs(file / drawn - 1) * 100, 1)}%` : "—",
      ]);
    }
    return section(
      "viz.ui.areas",
      table([say("viz.ui.basis"), "m²"], rows),
      file === null || file === undefined ? el("p", { class: "hint" }, say("viz.ui.no_file_area")) : null,
    );
  }

  function roomSections(room) {
    const seen = Data.coverage ? (Data.coverage.rooms[room.key] ?? null) : null;
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
      areas(room),
      people(room),
      Reports.room(room.key),
      section(
        "viz.ui.seen_by",
        table(
          null,
          seers.map(item => [link("camera", item.camera), `${Words.number(item.area, 1)} m²`]),
        ),
      ),
      section(
        "viz.ui.doors",
        table(
          null,
          doors.map(door => {
            const other = door.row.room_a_id === room.key ? door.row.room_b_id : door.row.room_a_id;
            return [link("door", door.key), other ? link("room", other) : say("viz.ui.outdoors")];
          }),
        ),
      ),
      section(
        "viz.ui.within",
        table(
          null,
          within.map(thing => [link(thing.kind, thing.key), Names.klass(thing) || ""]),
        ),
      ),
      attributes(room),
    ];
  }

  function cameraSections(camera) {
    const answer = Data.coverage;
    const figures = Coverage.camera(camera.key);
    const rooms = (answer && answer.sees[camera.key]) || [];
    return [
      figures
        ? tiles([
            [say("viz.ui.seen_area"), Words.number(figures.area, 1), "m²"],
            [say("viz.ui.counted_area"), Words.number(figures.covered, 1), "m²"],
            [say("viz.ui.lost_if_off"), Words.number(figures.alone, 1), "m²"],
            [say("viz.ui.rooms_seen"), Words.number(rooms.length, 0), ""],
          ])
        : section(
            "viz.ui.sees",
            el(
              "p",
              { class: "hint" },
              say(!answer ? "viz.empty.coverage" : camera.key in answer.skipped ? "viz.ui.skipped" : "viz.ui.sees_nothing"),
            ),
          ),
      rooms.length
        ? section(
            "viz.ui.sees",
            table(
              null,
              rooms.map(([key, seen]) => [link("room", key), `${Words.number(seen, 1)} m²`]),
            ),
          )
        : null,
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
      [
        say("viz.ui.area"),
        Words.number(
          sum(rooms, room => room.row.area_m2),
          0,
        ),
        "m²",
      ],
      Data.occupied
        ? [
            say("viz.ui.heads"),
            Words.number(heads, 0),
            "",
            heads ? say("viz.ui.office_per_head", { area: Words.number(office / heads, 1) }) : null,
          ]
        : [say("viz.value.room_class.office"), Words.number(offices.length, 0), "", `${Words.number(office, 0)} m²`],
      Data.occupied
        ? [
            say("viz.ui.vacant_offices"),
            Words.number(vacant.length, 0),
            "",
            vacant.length
              ? `${Words.number(
                  sum(vacant, room => room.row.area_m2),
                  0,
                )} m²`
              : null,
          ]
        : [say("viz.ui.heads"), "—", "", say("viz.empty.occupancy")],
    ]);
  }

  function buildingSections(building) {
    const floors = Data.floorsOf(building.key).slice().reverse();
    const rooms = Data.of("room").filter(room => room.row.building_id === building.key);
    return [
      spaceFigures(rooms),
      section(
        "viz.ui.floors",
        table(
          [say("viz.ui.floor"), say("viz.kind.room"), "m²", say("viz.ui.heads")],
          floors.map(floor => {
            const here = Data.on("room", [floor.key]);
            return [
              el(
                "button",
                { type: "button", class: "link", onclick: () => State.set({ b: building.key, f: floor.key }) },
                datum(Floors.name(floor.key)),
              ),
              here.length,
              sum(here, room => room.row.area_m2),
              sum(here, room => room.heads),
            ];
          }),
        ),
      ),
      attributes(building),
    ];
  }

  function departmentSections(department) {
    const rooms = Data.of("room").filter(room => room.departments.includes(department.key));
    const posts = Data.of("post").filter(post => post.row.department_id === department.key);
    const heads = sum(
      [...Data.sitters.values()].flat().filter(item => item.department === department.key),
      item => item.heads,
    );
    return [
      tiles([
        [say("viz.many.room"), Words.number(rooms.length, 0), ""],
        [
          say("viz.ui.area"),
          Words.number(
            sum(rooms, room => room.row.area_m2 / room.departments.length),
            1,
          ),
          "m²",
          say("viz.ui.split_evenly"),
        ],
        [say("viz.ui.heads"), Words.number(heads, 0), ""],
      ]),
      Reports.department(department.key),
      section(
        "viz.ui.posts",
        table(
          [say("viz.ui.rank"), say("viz.ui.established")],
          posts.map(post => [datum(post.row.rank), post.row.established]),
        ),
      ),
      section(
        "viz.ui.rooms",
        table(
          [say("viz.kind.room"), "m²"],
          rooms.map(room => [
            el("span", {}, link("room", room.key), " ", el("small", {}, datum(Names.place(room)))),
            room.row.area_m2,
          ]),
        ),
      ),
      attributes(department),
    ];
  }

  function blindSections(part) {
    const list = Coverage.ranked(Data.of("blind"));
    const place = list.indexOf(part);
    const go = step => {
      const next = list[(place + step + list.length) % list.length];
      Canvas.show(next);
      State.choose(next.ref);
    };
    return [
      tiles([
        [say("viz.ui.area"), Words.number(part.row.area_m2, 1), "m²"],
        [say("viz.ui.order"), `${place + 1} / ${list.length}`, "", say(part.open ? "viz.ui.blind_open" : "viz.ui.blind_room")],
      ]),
      el(
        "p",
        { class: "pair" },
        el("button", { type: "button", onclick: () => go(-1) }, say("viz.ui.previous")),
        el("button", { type: "button", onclick: () => go(1) }, say("viz.ui.next")),
      ),
      section(
        "viz.ui.place",
        el(
          "dl",
          { class: "facts" },
          el(
            "div",
            {},
            el("dt", {}, say("viz.ui.floor")),
            el("dd", {}, part.row.floor_id ? datum(Names.place(part)) : say("viz.ui.outdoors")),
          ),
          part.row.room_id
            ? el("div", {}, el("dt", {}, say("viz.kind.room")), el("dd", {}, link("room", part.row.room_id)))
            : null,
          part.row.cell_id
            ? el("div", {}, el("dt", {}, say("viz.kind.cell")), el("dd", {}, link("cell", part.row.cell_id)))
            : null,
        ),
      ),
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
    room: roomSections,
    camera: cameraSections,
    building: buildingSections,
    department: departmentSections,
    blind: blindSections,
    cell: cellSections,
    route: () => Reports.route(),
  };

  const of = thing => (SECTIONS[thing.kind] || (one => [attributes(one)]))(thing);

  return { of, spaceFigures };
})();
