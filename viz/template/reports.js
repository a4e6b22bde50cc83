/* The three answers in figures: coverage by cell and floor, space by department, the route; with what they rest on. */
const Reports = (() => {
  const answer = kind => CONTENT.answers[kind];
  const m2 = value => (value === null || value === undefined ? "—" : Words.number(value, 0));
  const signed = value =>
    value === null || value === undefined ? "—" : `${value > 0 ? "+" : value < 0 ? "−" : ""}${Words.number(Math.abs(value), 1)}`;

  /** A bar with its percent in figures. */
  function bar(share) {
    if (share === null || share === undefined) return "—";
    const filled = el("i", {});
    filled.style.width = `${Math.min(Math.max(share, 0), 100)}%`;
    return el(
      "span",
      { class: "bar" },
      el("span", { class: "track", "aria-hidden": "true" }, filled),
      el("span", { class: "share" }, Panel.percent(share)),
    );
  }

  /** Coverage of one cell or floor. */
  function covered(kind, key) {
    const row = Coverage.row(kind, key);
    if (!row)
      return answer("coverage") ? null : Panel.section("viz.ui.coverage", el("p", { class: "hint" }, say("viz.empty.coverage")));
    return Panel.section(
      "viz.ui.coverage",
      Panel.tiles([
        [say("viz.ui.covered"), row.percent === null ? "—" : Panel.percent(row.percent), ""],
        [say("viz.many.camera"), Words.number(row.cameras, 0), ""],
        [say("viz.many.blind"), m2(row.blind_m2), "m²"],
        [say("viz.ui.seen_twice"), m2(row.twice_m2), "m²"],
      ]),
    );
  }

  function coverage(floor) {
    const cells = Data.of("cell").filter(cell => Coverage.row("cell", cell.key));
    const floors = (floor ? [floor] : State.entry().keys).filter(key => Coverage.row("floor", key));
    const heads = kind => [say(kind), say("viz.ui.covered"), `${say("viz.many.blind")} m²`];
    const line = (kind, key, name) => [name, bar(Coverage.percent(kind, key)), Coverage.row(kind, key).blind_m2];
    return [
      Panel.section(
        "viz.ui.coverage_cells",
        Panel.table(
          heads("viz.kind.cell"),
          cells.map(cell => line("cell", cell.key, Panel.link("cell", cell.key))),
        ),
      ),
      Panel.section(
        "viz.ui.coverage_floors",
        Panel.table(
          heads("viz.ui.floor"),
          floors.map(key =>
            line(
              "floor",
              key,
              datum(Names.place({ kind: "floor", row: { building_id: Data.get("floor", key).row.building_id, floor_id: key } })),
            ),
          ),
        ),
      ),
      notes("coverage", [
        say("viz.ui.plan_basis", {
          target: answer("coverage").params.target_z ?? "—",
          doors: say(answer("coverage").params.doors_open ? "viz.ui.doors_open" : "viz.ui.doors_closed"),
        }),
      ]),
    ];
  }

  /** What an answer rests on, and what it found to say. */
  function notes(kind, first) {
    const found = answer(kind).findings.map(([severity, zh, en]) =>
      el("li", { class: severity }, Words.language === "zh" ? zh : en),
    );
    return el(
      "details",
      { class: "notes" },
      el("summary", {}, say("viz.ui.basis_notes", { count: found.length + first.length })),
      el(
        "ul",
        {},
        first.map(text => el("li", {}, text)),
        found,
      ),
    );
  }

  function standardName() {
    const { name, name_en, number } = answer("space").standard;
    return `${Words.language === "zh" ? `《${name}》` : name_en} `.concat(Words.language === "zh" ? number : "");
  }

  function space() {
    if (!Data.occupied) return Panel.section("viz.ui.space", el("p", { class: "hint" }, say("viz.empty.standard")));
    const { departments, over, totals, on, unverified } = answer("space");
    const rows = Object.entries(departments).sort(([, a], [, b]) => (b.over.basic ?? -Infinity) - (a.over.basic ?? -Infinity));
    const rooms = Object.entries(over).sort(([, a], [, b]) => b[1] - a[1]);
    const shown = rows.slice(0, 8);
    return [
      Panel.section(
        "viz.ui.space",
        Panel.tiles([
          [say("viz.ui.held"), m2(totals.held.basic), "m²"],
          [say("viz.ui.entitled"), m2(totals.entitled.basic), "m²"],
        ]),
        Panel.table(
          [say("viz.kind.department"), say("viz.ui.held"), say("viz.ui.entitled"), say("viz.ui.over")],
          shown.map(([key, row]) => [
            Panel.link("department", key),
            m2(row.held.basic),
            m2(row.entitled.basic),
            mark(row.over.basic),
          ]),
        ),
        rows.length > shown.length
          ? el(
              "p",
              {},
              el(
                "button",
                { type: "button", onclick: () => State.set({ kind: "department", query: "" }) },
                say("viz.ui.all_departments", { count: rows.length }),
              ),
            )
          : null,
      ),
      Panel.section(
        "viz.ui.over_rooms",
        rooms.length
          ? Panel.table(
              [say("viz.kind.room"), say("viz.ui.ceiling"), say("viz.ui.over")],
              rooms
                .slice(0, 8)
                .map(([key, [ceiling, by]]) => [
                  el(
                    "span",
                    {},
                    Panel.link("room", key),
                    " ",
                    el("small", {}, datum(Names.place(Data.get("room", key) || { kind: "room", row: {} }))),
                  ),
                  ceiling,
                  mark(by),
                ]),
            )
          : el("p", { class: "hint" }, say("viz.ui.none_over")),
        rooms.length > 8 ? el("p", { class: "hint" }, say("viz.ui.over_more", { count: rooms.length })) : null,
      ),
      notes("space", [
        say("viz.ui.space_basis", { on, standard: standardName() }),
        ...(unverified.length ? [say("viz.ui.unverified", { count: unverified.length })] : []),
      ]),
    ];
  }

  /** A difference in words and colour: over the standard is marked by a sign as well. */
  function mark(value) {
    return el("span", { class: value > 0 ? "over" : null }, signed(value), value > 0 ? " ▲" : "");
  }

  function department(key) {
    const found = answer("space") && answer("space").departments[key];
    if (!found) return null;
    const rules = answer("space").rules;
    const clause = step => step.rules.map(rule => rules[rule] && rules[rule][0]).filter(Boolean);
    return [
      Panel.section(
        "viz.ui.against",
        Panel.table(
          [say("viz.ui.part"), say("viz.ui.held"), say("viz.ui.entitled"), say("viz.ui.over")],
          ["office", "service", "equipment", "basic"].map(part => [
            say(`viz.part.${part}`),
            m2(found.held[part]),
            m2(found.entitled[part]),
            mark(found.over[part]),
          ]),
        ),
      ),
      Panel.section(
        "viz.ui.reckoning",
        Panel.table(
          null,
          found.steps.map(step => [
            el(
              "span",
              {},
              say(`viz.part.${step.part}`),
              clause(step).length ? el("small", { class: "under" }, datum([...new Set(clause(step))].join(";"))) : null,
            ),
            datum(step.formula),
            step.m2 === null ? "—" : step.m2,
          ]),
        ),
      ),
    ];
  }

  /** How a room stands against the standard, as a short section. */
  function room(key) {
    const report = answer("space");
    if (!report) return null;
    if (key in report.over) {
      const [ceiling, by, share] = report.over[key];
      return Panel.section(
        "viz.ui.against",
        el(
          "p",
          { class: "over" },
          `▲ ${say("viz.ui.over_by", { ceiling: Words.number(ceiling, 1), by: Words.number(by, 1), share: Words.number(share, 0) })}`,
        ),
      );
    }
    if (report.unjudged.includes(key)) return Panel.section("viz.ui.against", el("p", { class: "hint" }, say("viz.ui.unjudged")));
    const thing = Data.get("room", key);
    return thing && thing.row.room_class === "office" && thing.heads
      ? Panel.section("viz.ui.against", el("p", {}, say("viz.ui.within_standard")))
      : null;
  }

  const lasting = seconds =>
    seconds < 60
      ? say("viz.ui.seconds", { seconds: Math.round(seconds) })
      : say("viz.ui.minutes", { minutes: Math.floor(seconds / 60), seconds: Math.round(seconds % 60) });
  const distance = metres => (metres < 1000 ? `${Words.number(metres, 0)} m` : `${Words.number(metres / 1000, 2)} km`);

  /** Roads of the same name driven straight on are one line of the directions. */
  function merged(legs) {
    const found = [];
    for (const [turn, road, name, metres, seconds] of legs) {
      const last = found[found.length - 1];
      if (last && turn === "straight" && last.name === name)
        Object.assign(last, { metres: last.metres + metres, seconds: last.seconds + seconds });
      else found.push({ turn, road, name, metres, seconds });
    }
    return found;
  }

  function route() {
    const way = answer("route");
    const end = name => {
      const { kind, key, name: said, text } = way.ends[name];
      return Data.get(kind, key) ? Panel.link(kind, key) : datum(said || text || key);
    };
    return [
      Panel.section(
        null,
        el(
          "dl",
          { class: "facts" },
          el("div", {}, el("dt", {}, "A ", say("viz.ui.from")), el("dd", {}, end("from"))),
          el("div", {}, el("dt", {}, "B ", say("viz.ui.to")), el("dd", {}, end("to"))),
        ),
      ),
      Panel.section(
        "viz.kind.route",
        Panel.tiles([
          [say("viz.ui.drive"), distance(way.distance_m), "", lasting(way.time_s)],
          [say("viz.ui.links"), distance(way.link_m), "", lasting(way.link_s)],
        ]),
      ),
      Panel.section(
        "viz.ui.directions",
        Panel.table(
          [say("viz.ui.turn"), say("viz.kind.road"), "m"],
          merged(way.legs).map(leg => [
            say(`viz.turn.${leg.turn}`),
            Data.get("road", leg.road) ? Panel.link("road", leg.road, datum(leg.name || leg.road)) : datum(leg.name || leg.road),
            Math.round(leg.metres),
          ]),
        ),
      ),
      notes("route", [
        say(way.gap === 0 ? "viz.ui.proven" : "viz.ui.bound", {
          value: Words.number(way.time_s, 1),
          bound: Words.number(way.bound_s, 1),
          gap: Words.number(way.gap * 100, 2),
        }),
        ...(way.judged ? [say("viz.ui.judged", { count: way.judged })] : []),
      ]),
    ];
  }

  return { covered, coverage, space, department, room, route };
})();
