/* The controls round the map: desks, layers, building and floor, colouring, views, scale, status. */
const Tools = (() => {
  function pressed(holder, data, now) {
    for (const button of holder.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(button.dataset[data] === now));
  }

  function desks() {
    fill(
      byId("desks"),
      Object.keys(DESKS).map(name =>
        el(
          "button",
          {
            type: "button",
            data: { name },
            "aria-pressed": String(S.desk === name),
            onclick: () => State.set({ ...State.desk(name), sel: "", query: "", sort: "" }),
          },
          say(`viz.desk.${name}`),
        ),
      ),
    );
  }

  /** Layers that have nothing to draw are shown as not to be had, with the reason. */
  function chips() {
    const empty = { view: !Data.coverage, blind: !Data.coverage, route: !Data.of("route").length };
    fill(
      byId("chips"),
      LAYERS.map(name => {
        const none = name in empty ? empty[name] : ["wall", "label"].includes(name) ? false : !Data.of(name).length;
        return el(
          "button",
          {
            type: "button",
            class: "chip",
            data: { layer: name },
            "aria-pressed": String(S.on.has(name) && !none),
            "aria-disabled": none ? "true" : null,
            title: none ? say(Words.has(`viz.empty.${name}`) ? `viz.empty.${name}` : "viz.empty.kind") : null,
            onclick: () => {
              if (!none) State.set({ on: new Set(S.on.has(name) ? [...S.on].filter(other => other !== name) : [...S.on, name]) });
            },
          },
          drawing(name),
          say(`viz.layer.${name}`),
        );
      }),
    );
  }

  function selects() {
    const buildings = Data.of("building");
    fill(
      byId("building"),
      buildings.length === 1 ? null : el("option", { value: "" }, say("viz.ui.all_buildings")),
      buildings.map(building => datum(building.row.name || building.key, "option", { value: building.key })),
    );
    byId("building").value = S.b;
    fill(
      byId("by"),
      ["room_class", "department", ...(CONTENT.answers.space ? ["standard"] : []), "none"].map(name =>
        el("option", { value: name }, say(`viz.by.${name}`)),
      ),
    );
    byId("by").value = S.by;
    pressed(byId("dimensions"), "view", S.view);
    pressed(byId("languages"), "lang", S.lang);
  }

  /** The floor picker: the whole, then each floor from the top down; the arrows do what PageUp and PageDown do. */
  function floors() {
    const entries = Floors.rail(S.b);
    const focused = document.activeElement && document.activeElement.dataset.floor;
    const button = (f, node, words) =>
      el(
        "button",
        {
          type: "button",
          data: { floor: f },
          "aria-pressed": String(S.f === f),
          title: words,
          "aria-label": words,
          translate: words ? "no" : null,
          onclick: () => State.set({ f }),
        },
        node,
      );
    fill(
      byId("floors"),
      el(
        "button",
        { type: "button", class: "step", "aria-label": say("viz.ui.up"), title: say("viz.ui.up"), onclick: () => State.step(1) },
        "▲",
      ),
      button("all", say("viz.ui.all")),
      el(
        "div",
        { class: "storeys" },
        entries.map(entry => button(entry.f, datum(entry.short), entry.text === entry.short ? null : entry.text)),
      ),
      el(
        "button",
        {
          type: "button",
          class: "step",
          "aria-label": say("viz.ui.down"),
          title: say("viz.ui.down"),
          onclick: () => State.step(-1),
        },
        "▼",
      ),
    );
    const now = byId("floors").querySelector('[aria-pressed="true"]');
    if (now) now.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (focused) {
      const again = byId("floors").querySelector(`[data-floor="${CSS.escape(focused)}"]`);
      if (again) again.focus();
    }
  }

  /** Scale bar, north, and how to move. */
  function foot() {
    const scale = 2 ** Canvas.zoom();
    const steps = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];
    const length = steps.find(step => step * scale >= 50) || steps[steps.length - 1];
    byId("bar").style.width = `${Math.min(length * scale, 160)}px`;
    byId("scale").textContent = `${length} m`;
    byId("north").textContent = say(
      !CONTENT.meta.crs ? "viz.ui.local_axes" : S.view === "2d" ? "viz.ui.north_up" : "viz.ui.turned",
    );
    byId("hint").textContent = say(S.view === "3d" ? "viz.ui.hint_solid" : "viz.ui.hint_flat");
  }

  /** Coordinates under the pointer, in the plan only: in space a pixel is no single place. */
  function pointer(place) {
    const inside = S.view === "2d" && place;
    byId("where").textContent = inside
      ? CONTENT.meta.crs
        ? `E ${(place[0] + Data.E0).toFixed(1)}  N ${(place[1] + Data.N0).toFixed(1)}`
        : `x ${(place[0] + Data.E0).toFixed(1)}  y ${(place[1] + Data.N0).toFixed(1)}`
      : "";
  }

  function status() {
    const { version, made, crs, roads_left_out: left } = CONTENT.meta;
    fill(
      byId("status"),
      el("span", {}, say("viz.ui.version", { version })),
      el("span", {}, say("viz.ui.made", { made: made.replace("T", " ").replace(/([+-]\d\d:\d\d)$/, " (UTC$1)") })),
      el(
        "span",
        {},
        crs ? `${say("viz.ui.crs")} ` : say("viz.ui.no_crs"),
        crs ? datum(`${crs.name}${crs.code ? ` (${crs.code})` : ""}`) : null,
      ),
      left ? el("span", {}, say("viz.ui.roads_left_out", { count: left })) : null,
      el("span", { class: "offline" }, say("viz.ui.offline")),
    );
  }

  function start() {
    byId("building").addEventListener("change", event => {
      S.eye = null;
      State.goBuilding(event.target.value);
    });
    byId("by").addEventListener("change", event => State.set({ by: event.target.value }));
    byId("nearer").addEventListener("click", () => Canvas.zoomBy(0.75));
    byId("farther").addEventListener("click", () => Canvas.zoomBy(-0.75));
    byId("fit").addEventListener("click", Canvas.fit);
    for (const button of byId("dimensions").querySelectorAll("button"))
      button.addEventListener("click", () => State.set({ view: button.dataset.view }));
    for (const button of byId("languages").querySelectorAll("button"))
      button.addEventListener("click", () => State.set({ lang: button.dataset.lang }));
    byId("skip").addEventListener("click", () => {
      const row = byId("rows").querySelector("button.row");
      (row || byId("kind")).focus();
    });
    document.addEventListener("keydown", keys);
  }

  function keys(event) {
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
    if ((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing)) {
      event.preventDefault();
      byId("search").focus();
      byId("search").select();
    } else if (event.key === "Escape") {
      if (S.query) State.set({ query: "" });
      else if (S.sel) State.set({ sel: "" });
    } else if (!typing && (event.key === "PageUp" || event.key === "PageDown")) {
      event.preventDefault();
      State.step(event.key === "PageUp" ? 1 : -1);
    }
  }

  return { start, desks, chips, selects, floors, foot, pointer, status };
})();
