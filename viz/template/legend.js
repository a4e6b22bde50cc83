/* The legend: colours of rooms with counts and areas from the same source as the map, and every other mark with its words. */
const Legend = (() => {
  function swatch(colour, more) {
    const box = el("i", { class: `swatch ${more || ""}`, colour });
    return box;
  }

  function legend() {
    const entry = State.entry();
    const list = Data.on("room", entry.keys);
    const { legend: items, chosen } = Colours.rooms(list);
    const where = S.f === "all" ? say("viz.ui.all_floors") : entry.text;
    fill(
      byId("legend_title"),
      S.by === "none" ? say("viz.ui.legend") : `${say("viz.ui.legend")} · ${say(`viz.by.${S.by}`)} · `,
      S.by === "none" ? null : datum(where),
    );
    const plain = S.f === "all" && S.view === "2d";
    const rooms =
      S.on.has("room") && S.by !== "none" && !plain && !Inside.simplified()
        ? items.map(item =>
            el(
              "li",
              { data: { category: item.name }, ...roomy(label(item.name).textContent) },
              swatch(item.colour, ["vacant", "over"].includes(item.name) ? "hatched" : ""),
              label(item.name),
              el(
                "small",
                {},
                say("viz.ui.legend_figures", { count: Words.number(item.count, 0), area: Words.number(item.area, 0) }),
              ),
            ),
          )
        : [];
    fill(
      byId("legend_body"),
      Inside.simplified() ? el("p", { class: "hint" }, say("viz.ui.simplified", { limit: Inside.ROOM_LIMIT })) : null,
      plain && S.on.has("room") && list.length ? el("p", { class: "hint" }, say("viz.ui.one_floor")) : null,
      S.on.has("room") && !list.length ? el("p", { class: "hint" }, say("viz.empty.room")) : null,
      el("ul", {}, rooms, others(entry)),
      S.by === "department" && Data.of("department").length ? chooser(chosen) : null,
    );
  }

  /** Long entries take two columns. */
  const roomy = (text, figures) => ({
    class: Shapes.textWidth(text, 12) + Shapes.textWidth(figures || "00 · 000 m²", 11) > 162 ? "wide" : null,
  });

  function label(name) {
    if (name.startsWith("d:")) {
      const found = Data.get("department", name.slice(2));
      const text = found ? found.row.name : name.slice(2);
      return datum(text, "span", { title: text });
    }
    return el("span", {}, say(Words.has(`viz.legend.${name}`) ? `viz.legend.${name}` : `viz.value.room_class.${name}`));
  }

  /** What else is on the map, with words beside each mark. */
  function others(entry) {
    const item = (mark, code, figures) =>
      el("li", roomy(say(code), figures), mark, el("span", {}, say(code)), figures ? el("small", {}, figures) : null);
    const found = [];
    if (S.on.has("view") && Data.coverage) found.push(item(el("i", { class: "swatch seen" }), "viz.legend.view"));
    if (S.on.has("blind") && Data.coverage) {
      const parts = Data.on("blind", entry.keys, true);
      for (const [open, code] of [
        [true, "viz.legend.blind_open"],
        [false, "viz.legend.blind_room"],
      ]) {
        const these = parts.filter(part => part.open === open);
        const area = these.reduce((total, part) => total + part.row.area_m2, 0);
        if (these.length)
          found.push(
            item(
              el("i", { class: `swatch ${open ? "blind" : "dim"}` }),
              code,
              say("viz.ui.legend_blind", { count: Words.number(these.length, 0), area: Words.number(area, 0) }),
            ),
          );
      }
    }
    for (const guard of S.on.has("cell") ? ["special", "key", "basic"] : []) {
      const count = Data.of("cell").filter(cell => (cell.row.guard_class || "basic") === guard).length;
      if (count)
        found.push(
          item(el("i", { class: `swatch cell ${guard}` }), `viz.value.guard_class.${guard}`, say("viz.ui.count", { count })),
        );
    }
    for (const kind of ["camera", "charger", "meter", "gate", "stop", "device", "parking"]) {
      const list = S.on.has(kind)
        ? ["camera", "meter", "device"].includes(kind)
          ? Data.on(kind, entry.keys, true)
          : Data.of(kind)
        : [];
      const bad = list.filter(thing => ["faulty", "maintenance"].includes(thing.row.status)).length;
      if (list.length)
        found.push(
          item(
            el("i", { class: `mark ${kind}` }, drawing(kind)),
            `viz.many.${kind}`,
            bad ? say("viz.ui.legend_bad", { count: list.length, bad }) : say("viz.ui.count", { count: list.length }),
          ),
        );
    }
    if (S.on.has("route") && Data.of("route").length) found.push(item(el("i", { class: "swatch way" }), "viz.kind.route"));
    return found;
  }

  /** Choose up to eight departments to colour; the others are grey. */
  function chooser(chosen) {
    const most = CONTENT.palette.departments.length;
    const open = byId("chooser") && byId("chooser").open;
    return el(
      "details",
      { id: "chooser", open },
      el("summary", {}, say("viz.ui.choose_departments", { most })),
      el(
        "div",
        { class: "boxes" },
        Data.of("department").map(department => {
          const on = chosen.includes(department.key);
          const box = el("input", {
            type: "checkbox",
            data: { department: department.key },
            disabled: !on && chosen.length >= most,
            onchange: event =>
              State.set({
                depts: event.target.checked ? [...chosen, department.key] : chosen.filter(key => key !== department.key),
              }),
          });
          box.checked = on;
          return el("label", {}, box, datum(department.row.name || department.key));
        }),
      ),
    );
  }

  return { render: legend };
})();
