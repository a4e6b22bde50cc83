/* The list twin: everything on the map is a row here, reachable by keyboard and by a screen reader. */
const List = (() => {
  const KINDS = [
    "room",
    "building",
    "department",
    "camera",
    "blind",
    "cell",
    "charger",
    "parking",
    "meter",
    "door",
    "gate",
    "stop",
    "road",
    "device",
    "vehicle",
    "route",
  ];
  const PAGE = 200;
  let limit = PAGE;
  let focused = 0;

  /** The figure a row of each kind ends with: [label code, unit, of a thing → number or null]. */
  const FIGURES = {
    room: ["viz.ui.area", "m²", thing => thing.row.area_m2],
    building: [
      "viz.ui.area",
      "m²",
      thing =>
        sum(
          Data.of("room").filter(room => room.row.building_id === thing.key),
          room => room.row.area_m2,
        ),
    ],
    department: [
      "viz.ui.area",
      "m²",
      thing =>
        sum(
          Data.of("room").filter(room => room.departments.includes(thing.key)),
          room => room.row.area_m2 / room.departments.length,
        ),
    ],
    camera: [
      "viz.ui.seen_area",
      "m²",
      thing => {
        const seen = Coverage.camera(thing.key);
        return seen && seen.area;
      },
    ],
    blind: ["viz.ui.area", "m²", thing => thing.row.area_m2],
    cell: ["viz.ui.covered", "%", thing => Coverage.percent("cell", thing.key)],
    charger: ["viz.ui.power", "kW", thing => thing.row.power_kw],
    parking: ["viz.ui.capacity", "", thing => thing.row.capacity],
    door: ["viz.ui.width", "m", thing => thing.row.width],
    vehicle: ["viz.ui.seats", "", thing => thing.row.seats],
    road: ["viz.ui.speed", "km/h", thing => thing.row.speed_kmh],
  };

  const sum = (list, figure) => list.reduce((total, item) => total + (figure(item) || 0), 0);
  const searching = () => S.query.trim() !== "";

  /** Things to list, in order. */
  function things() {
    const floors = State.entry().keys;
    let found;
    if (searching()) found = KINDS.flatMap(kind => Data.of(kind)).filter(thing => Names.matches(thing, S.query));
    else if (["room", "door", "device", "camera", "meter", "blind"].includes(S.kind)) found = Data.on(S.kind, floors, !S.b);
    else found = Data.of(S.kind);
    return ordered(found);
  }

  function ordered(found) {
    const [, , figure] = (!searching() && FIGURES[S.kind]) || [];
    if (S.kind === "blind" && S.sort === "" && !searching()) return Coverage.ranked(found);
    const falling = S.sort === "figure";
    if (figure && (falling || S.sort === "rising")) {
      const values = new Map(found.map(thing => [thing, figure(thing) ?? -Infinity]));
      return found.slice().sort((a, b) => (falling ? values.get(b) - values.get(a) : values.get(a) - values.get(b)));
    }
    if (searching()) return found;
    const plain = thing => (/^\d+\b/.test(Names.short(thing)) ? 0 : 1); // 101 before 1DT1
    return found
      .slice()
      .sort((a, b) => plain(a) - plain(b) || Names.short(a).localeCompare(Names.short(b), "zh-CN", { numeric: true }));
  }

  function kinds() {
    const present = KINDS.filter(kind => kind in Data.all);
    fill(
      byId("kind"),
      present.map(kind =>
        el(
          "option",
          { value: kind, selected: kind === S.kind },
          `${say(`viz.many.${kind}`)} (${Words.number(Data.of(kind).length, 0)})`,
        ),
      ),
    );
    byId("kind").value = S.kind;
  }

  function heads(count) {
    if (searching()) return fill(byId("heads"), el("span", {}, say("viz.ui.found", { count })));
    const figure = FIGURES[S.kind];
    const scope = ["room", "door", "device", "camera", "meter", "blind"].includes(S.kind)
      ? scopeName()
      : say("viz.ui.everywhere");
    const sort =
      figure &&
      el(
        "button",
        {
          type: "button",
          class: "sort",
          "aria-pressed": String(S.sort === "figure" || S.sort === "rising"),
          onclick: () => State.set({ sort: S.sort === "figure" ? "rising" : S.sort === "rising" ? "name" : "figure" }),
        },
        `${say(figure[0])}${figure[1] ? ` ${figure[1]}` : ""}${{ figure: " ↓", rising: " ↑" }[S.sort] || ""}`,
      );
    return fill(
      byId("heads"),
      el("span", {}, `${say("viz.ui.count", { count: Words.number(count, 0) })} · `, typeof scope === "string" ? scope : scope),
      sort,
    );
  }

  function scopeName() {
    const entry = State.entry();
    const building = S.b && Data.get("building", S.b);
    const floor = S.f === "all" ? say("viz.ui.all_floors") : entry.text;
    return el("span", {}, building ? datum(`${building.row.name || building.key} `) : "", S.f === "all" ? floor : datum(floor));
  }

  function render() {
    kinds();
    const found = things();
    heads(found.length);
    const shown = found.slice(0, limit);
    focused = Math.max(
      0,
      shown.findIndex(thing => thing.ref === S.sel),
    );
    const rows = shown.map((thing, place) => el("li", {}, rowOf(thing, place)));
    if (found.length > limit)
      rows.push(
        el(
          "li",
          {},
          el(
            "button",
            {
              type: "button",
              class: "more",
              onclick: () => {
                limit += PAGE;
                render();
              },
            },
            say("viz.ui.more", { count: found.length - limit }),
          ),
        ),
      );
    fill(byId("rows"), rows.length ? rows : el("li", { class: "empty" }, empty()));
  }

  function rowOf(thing, place) {
    const figure = FIGURES[thing.kind];
    const value = figure ? figure[2](thing) : null;
    const second = searching() ? [Names.kind(thing), Names.klass(thing)] : [Names.klass(thing)];
    const where = Names.place(thing);
    return el(
      "button",
      {
        type: "button",
        class: "row",
        tabindex: place === focused ? "0" : "-1",
        data: { ref: thing.ref },
        "aria-current": thing.ref === S.sel ? "true" : null,
        onclick: () => pick(thing),
      },
      searching() ? el("i", { class: "glyph" }, drawing(thing.kind)) : null,
      el(
        "span",
        { class: "two" },
        el("b", {}, Names.node(thing)),
        el(
          "small",
          {},
          second.filter(Boolean).join(" · "),
          where && second.some(Boolean) ? " · " : "",
          thing.row.floor_id || thing.row.building_id ? datum(where) : where,
        ),
      ),
      value === null || value === undefined
        ? null
        : el(
            "span",
            { class: "figure" },
            Words.number(value, thing.kind === "camera" ? 0 : 1),
            searching() && figure[1] ? ` ${figure[1]}` : "",
          ),
    );
  }

  function pick(thing) {
    Canvas.show(thing);
    State.choose(thing.ref);
    byId("voice").textContent = Names.full(thing);
  }

  /** What to do where there is nothing to list. */
  function empty() {
    if (searching()) return say("viz.empty.search");
    const code = `viz.empty.${S.kind}`;
    if (S.kind === "blind" && Data.coverage) return say("viz.empty.blind_none");
    return Words.has(code) ? say(code) : say("viz.empty.kind");
  }

  /** Arrow keys, Home and End move along the rows; Enter is the button's own. */
  function keys(event) {
    const rows = [...byId("rows").querySelectorAll("button")];
    const now = rows.indexOf(document.activeElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next === undefined || now < 0) return;
    event.preventDefault();
    const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
    for (const other of rows) other.tabIndex = other === row ? 0 : -1;
    row.focus();
  }

  /** Mark the chosen row without building the list anew, so that the focus stays. */
  function mark() {
    for (const row of byId("rows").querySelectorAll("button.row")) {
      if (row.dataset.ref === S.sel) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
  }

  function start() {
    byId("rows").addEventListener("keydown", keys);
    byId("kind").addEventListener("change", event => {
      limit = PAGE;
      State.set({ kind: event.target.value, query: "", sort: "" });
    });
    byId("search").addEventListener("input", event => {
      limit = PAGE;
      State.set({ query: event.target.value });
    });
    byId("search").addEventListener("keydown", event => {
      if (event.key !== "ArrowDown" && event.key !== "Enter") return;
      const first = byId("rows").querySelector("button.row");
      if (!first) return;
      event.preventDefault();
      if (event.key === "Enter") first.click();
      else first.focus();
    });
  }

  return {
    start,
    render,
    mark,
    things,
    first: () => {
      limit = PAGE;
    },
  };
})();
