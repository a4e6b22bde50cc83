/* The controls round the map: desks, layers, building and floor, colouring, views, legend, scale, status. */
const Tools = (() => {
  function pressed(holder, data, now) {
    for (const button of holder.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset[data] === now));
  }

  function desks() {
    fill(byId("desks"), Object.keys(DESKS).map(name => el("button", { type: "button", data: { name }, "aria-pressed": String(S.desk === name), onclick: () => State.set({ ...State.desk(name), sel: "", query: "", sort: "" }) }, say(`viz.desk.${name}`))));
  }

  /** Layers that have nothing to draw are shown as not to be had, with the reason. */
  function chips() {
    const empty = { view: !Data.coverage, blind: !Data.coverage, route: !Data.of("route").length };
    fill(byId("chips"), LAYERS.map(name => {
      const none = name in empty ? empty[name] : ["wall", "label"].includes(name) ? false : !Data.of(name).length;
      return el("button", {
        type: "button", class: "chip", data: { layer: name }, "aria-pressed": String(S.on.has(name) && !none), "aria-disabled": none ? "true" : null,
        title: none ? say(Words.has(`viz.empty.${name}`) ? `viz.empty.${name}` : "viz.empty.kind") : null,
        onclick: () => { if (!none) State.set({ on: new Set(S.on.has(name) ? [...S.on].filter(other => other !== name) : [...S.on, name]) }); },
      }, drawing(name), say(`viz.layer.${name}`));
    }));
  }

  function selects() {
    const buildings = Data.of("building");
    fill(byId("building"), buildings.length === 1 ? null : el("option", { value: "" }, say("viz.ui.all_buildings")), buildings.map(building => datum(building.row.name || building.key, "option", { value: building.key })));
    byId("building").value = S.b;
    fill(byId("by"), ["room_class", "department", ...(CONTENT.answers.space ? ["standard"] : []), "none"].map(name => el("option", { value: name }, say(`viz.by.${name}`))));
    byId("by").value = S.by;
    pressed(byId("dimensions"), "view", S.view);
    pressed(byId("languages"), "lang", S.lang);
  }

  /** The floor picker: the whole, then each floor from the top down; the arrows do what PageUp and PageDown do. */
  function floors() {
    const entries = Floors.rail(S.b);
    const focused = document.activeElement && document.activeElement.dataset.floor;
    const button = (f, node, words) => el("button", { type: "button", data: { floor: f }, "aria-pressed": String(S.f === f), title: words, "aria-label": words, translate: words ? "no" : null, onclick: () => State.set({ f }) }, node);
    fill(byId("floors"),
      el("button", { type: "button", class: "step", "aria-label": say("viz.ui.up"), title: say("viz.ui.up"), onclick: () => State.step(1) }, "▲"),
      button("all", say("viz.ui.all")), el("div", { class: "storeys" }, entries.map(entry => button(entry.f, datum(entry.short), entry.text === entry.short ? null : entry.text))),
      el("button", { type: "button", class: "step", "aria-label": say("viz.ui.down"), title: say("viz.ui.down"), onclick: () => State.step(-1) }, "▼"));
    const now = byId("floors").querySelector('[aria-pressed="true"]');
    if (now) now.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (focused) { const again = byId("floors").querySelector(`[data-floor="${CSS.escape(focused)}"]`); if (again) again.focus(); }
  }

  function swatch(colour, more) {
    const box = el("i", { class: `swatch ${more || ""}`, colour });
    return box;
  }

  function legend() {
    const entry = State.entry();
    const list = Data.on("room", entry.keys);
    const { legend: items, chosen } = Colours.rooms(list);
    const where = S.f === "all" ? say("viz.ui.all_floors") : entry.text;
    fill(byId("legend_title"), S.by === "none" ? say("viz.ui.legend") : `${say("viz.ui.legend")} · ${say(`viz.by.${S.by}`)} · `, S.by === "none" ? null : datum(where));
    const plain = S.f === "all" && S.view === "2d";
    const rooms = S.on.has("room") && S.by !== "none" && !plain && !Scene.simplified() ? items.map(item => el("li", { data: { category: item.name }, ...roomy(label(item.name).textContent) }, swatch(item.colour, ["vacant", "over"].includes(item.name) ? "hatched" : ""), label(item.name), el("small", {}, say("viz.ui.legend_figures", { count: Words.number(item.count, 0), area: Words.number(item.area, 0) })))) : [];
    fill(byId("legend_body"),
      Scene.simplified() ? el("p", { class: "hint" }, say("viz.ui.simplified", { limit: Scene.ROOM_LIMIT })) : null,
      plain && S.on.has("room") && list.length ? el("p", { class: "hint" }, say("viz.ui.one_floor")) : null,
      S.on.has("room") && !list.length ? el("p", { class: "hint" }, say("viz.empty.room")) : null,
      el("ul", {}, rooms, others(entry)),
      S.by === "department" && Data.of("department").length ? chooser(chosen) : null);
  }

  /** Long entries take two columns. */
  const roomy = (text, figures) => ({ class: Shapes.textWidth(text, 12) + Shapes.textWidth(figures || "00 · 000 m²", 11) > 162 ? "wide" : null });

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
    const item = (mark, code, figures) => el("li", roomy(say(code), figures), mark, el("span", {}, say(code)), figures ? el("small", {}, figures) : null);
    const found = [];
    if (S.on.has("view") && Data.coverage) found.push(item(el("i", { class: "swatch seen" }), "viz.legend.view"));
    if (S.on.has("blind") && Data.coverage) {
      const parts = Data.on("blind", entry.keys, true);
      for (const [open, code] of [[true, "viz.legend.blind_open"], [false, "viz.legend.blind_room"]]) {
        const these = parts.filter(part => part.open === open);
        const area = these.reduce((total, part) => total + part.row.area_m2, 0);
        if (these.length) found.push(item(el("i", { class: `swatch ${open ? "blind" : "dim"}` }), code, say("viz.ui.legend_blind", { count: Words.number(these.length, 0), area: Words.number(area, 0) })));
      }
    }
    for (const guard of S.on.has("cell") ? ["special", "key", "basic"] : []) {
      const count = Data.of("cell").filter(cell => (cell.row.guard_class || "basic") === guard).length;
      if (count) found.push(item(el("i", { class: `swatch cell ${guard}` }), `viz.value.guard_class.${guard}`, say("viz.ui.count", { count })));
    }
    for (const kind of ["camera", "charger", "meter", "gate", "stop", "device", "parking"]) {
      const list = S.on.has(kind) ? (["camera", "meter", "device"].includes(kind) ? Data.on(kind, entry.keys, true) : Data.of(kind)) : [];
      const bad = list.filter(thing => ["faulty", "maintenance"].includes(thing.row.status)).length;
      if (list.length) found.push(item(el("i", { class: `mark ${kind}` }, drawing(kind)), `viz.many.${kind}`, bad ? say("viz.ui.legend_bad", { count: list.length, bad }) : say("viz.ui.count", { count: list.length })));
    }
    if (S.on.has("route") && Data.of("route").length) found.push(item(el("i", { class: "swatch way" }), "viz.kind.route"));
    return found;
  }

  /** Choose up to eight departments to colour; the others are grey. */
  function chooser(chosen) {
    const most = CONTENT.palette.departments.length;
    const open = byId("chooser") && byId("chooser").open;
    return el("details", { id: "chooser", open }, el("summary", {}, say("viz.ui.choose_departments", { most })), el("div", { class: "boxes" }, Data.of("department").map(department => {
      const on = chosen.includes(department.key);
      const box = el("input", { type: "checkbox", data: { department: department.key }, disabled: !on && chosen.length >= most, onchange: event => State.set({ depts: event.target.checked ? [...chosen, department.key] : chosen.filter(key => key !== department.key) }) });
      box.checked = on;
      return el("label", {}, box, datum(department.row.name || department.key));
    })));
  }

  /** Scale bar, north, and how to move. */
  function foot() {
    const scale = 2 ** Canvas.zoom();
    const steps = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];
    const length = steps.find(step => step * scale >= 50) || steps[steps.length - 1];
    byId("bar").style.width = `${Math.min(length * scale, 160)}px`;
    byId("scale").textContent = `${length} m`;
    byId("north").textContent = say(!CONTENT.meta.crs ? "viz.ui.local_axes" : S.view === "2d" ? "viz.ui.north_up" : "viz.ui.turned");
    byId("hint").textContent = say(S.view === "3d" ? "viz.ui.hint_solid" : "viz.ui.hint_flat");
  }

  /** Coordinates under the pointer, in the plan only: in space a pixel is no single place. */
  function pointer(place) {
    const inside = S.view === "2d" && place;
    byId("where").textContent = inside ? (CONTENT.meta.crs ? `E ${(place[0] + Data.E0).toFixed(1)}  N ${(place[1] + Data.N0).toFixed(1)}` : `x ${(place[0] + Data.E0).toFixed(1)}  y ${(place[1] + Data.N0).toFixed(1)}`) : "";
  }

  function status() {
    const { version, made, crs, roads_left_out: left } = CONTENT.meta;
    fill(byId("status"),
      el("span", {}, say("viz.ui.version", { version })), el("span", {}, say("viz.ui.made", { made: made.replace("T", " ").replace(/([+-]\d\d:\d\d)$/, " (UTC$1)") })),
      el("span", {}, crs ? `${say("viz.ui.crs")} ` : say("viz.ui.no_crs"), crs ? datum(`${crs.name}${crs.code ? ` (${crs.code})` : ""}`) : null),
      left ? el("span", {}, say("viz.ui.roads_left_out", { count: left })) : null,
      el("span", { class: "offline" }, say("viz.ui.offline")));
  }

  function start() {
    byId("building").addEventListener("change", event => { S.eye = null; State.goBuilding(event.target.value); });
    byId("by").addEventListener("change", event => State.set({ by: event.target.value }));
    byId("nearer").addEventListener("click", () => Canvas.zoomBy(0.75));
    byId("farther").addEventListener("click", () => Canvas.zoomBy(-0.75));
    byId("fit").addEventListener("click", Canvas.fit);
    for (const button of byId("dimensions").querySelectorAll("button")) button.addEventListener("click", () => State.set({ view: button.dataset.view }));
    for (const button of byId("languages").querySelectorAll("button")) button.addEventListener("click", () => State.set({ lang: button.dataset.lang }));
    byId("skip").addEventListener("click", () => { const row = byId("rows").querySelector("button.row"); (row || byId("kind")).focus(); });
    document.addEventListener("keydown", keys);
  }

  function keys(event) {
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
    if ((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing)) { event.preventDefault(); byId("search").focus(); byId("search").select(); }
    else if (event.key === "Escape") { if (S.query) State.set({ query: "" }); else if (S.sel) State.set({ sel: "" }); }
    else if (!typing && (event.key === "PageUp" || event.key === "PageDown")) { event.preventDefault(); State.step(event.key === "PageUp" ? 1 : -1); }
  }

  return { start, desks, chips, selects, floors, legend, foot, pointer, status };
})();
