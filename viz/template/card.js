/* The right panel: the chosen thing with everything known of it, or the figures of what is shown. */
const Card = (() => {
  const { sum, section, tiles } = Panel;

  /** Tiles of the desk at work. */
  function figures(rooms, entry) {
    const total = list => Words.number(list.length, 0);
    if (S.desk === "security") {
      const cameras = Data.on("camera", entry.keys, !S.b);
      const bad = cameras.filter(camera => ["faulty", "maintenance"].includes(camera.row.status)).length;
      const blind = Data.on("blind", entry.keys, !S.b);
      return tiles([
        [say("viz.many.camera"), total(cameras), "", bad ? say("viz.ui.not_working", { bad }) : null],
        Data.coverage
          ? [
              say("viz.many.blind"),
              Words.number(
                sum(blind, part => part.row.area_m2),
                0,
              ),
              "m²",
              say("viz.ui.places", { count: total(blind) }),
            ]
          : [say("viz.many.cell"), total(Data.of("cell")), ""],
      ]);
    }
    if (S.desk === "fleet") {
      const chargers = Data.of("charger");
      return tiles([
        [
          say("viz.many.vehicle"),
          total(Data.of("vehicle")),
          "",
          say("viz.ui.electric", { count: Data.of("vehicle").filter(vehicle => vehicle.row.energy === "electric").length }),
        ],
        [
          say("viz.many.charger"),
          total(chargers),
          "",
          chargers.length
            ? `${Words.number(
                sum(chargers, charger => charger.row.power_kw),
                0,
              )} kW`
            : null,
        ],
        [
          say("viz.ui.capacity"),
          Words.number(
            sum(Data.of("parking"), lot => lot.row.capacity),
            0,
          ),
          "",
        ],
        [say("viz.many.road"), Words.number(Data.of("road").length, 0), ""],
      ]);
    }
    return rooms.length ? Cards.spaceFigures(rooms) : el("p", { class: "hint" }, say("viz.empty.room"));
  }

  function overview() {
    const entry = State.entry();
    const rooms = Data.on("room", entry.keys);
    const building = S.b && Data.get("building", S.b);
    const floor = entry.keys.length === 1 && S.f !== "all" ? entry.keys[0] : "";
    return [
      el(
        "header",
        {},
        el(
          "div",
          {},
          el("small", {}, say("viz.ui.shown_now")),
          el(
            "h2",
            {},
            building ? datum(building.row.name || building.key) : say("viz.ui.district"),
            " · ",
            S.f === "all" ? say("viz.ui.all_floors") : datum(entry.text),
          ),
        ),
      ),
      figures(rooms, entry),
      S.desk === "security"
        ? Data.coverage
          ? Reports.coverage(floor)
          : section("viz.ui.coverage", el("p", { class: "hint" }, say("viz.empty.coverage")))
        : null,
      S.desk === "fleet"
        ? Data.of("route").length
          ? Reports.route()
          : section("viz.kind.route", el("p", { class: "hint" }, say("viz.empty.route")))
        : null,
      S.desk === "facility"
        ? CONTENT.answers.space
          ? Reports.space()
          : section("viz.ui.space", el("p", { class: "hint" }, say("viz.empty.space")))
        : null,
      el("p", { class: "hint" }, say("viz.ui.choose_hint")),
    ];
  }

  function chosen(thing) {
    const place = Names.place(thing);
    const words = Names.klass(thing);
    return [
      el(
        "header",
        {},
        el("i", { class: "glyph boxed" }, drawing(thing.kind)),
        el(
          "div",
          {},
          el(
            "small",
            {},
            [Names.kind(thing), words].filter(Boolean).join(" · "),
            place ? " · " : "",
            thing.row.building_id || thing.row.floor_id ? datum(place) : place,
          ),
          el("h2", {}, Names.node(thing)),
        ),
        el(
          "button",
          {
            type: "button",
            class: "close",
            "aria-label": say("viz.ui.close"),
            title: say("viz.ui.close"),
            onclick: () => State.set({ sel: "" }),
          },
          "×",
        ),
      ),
      Cards.of(thing),
    ];
  }

  function render() {
    const thing = S.sel && Data.find(S.sel);
    fill(byId("card"), (thing ? chosen(thing) : overview()).flat());
    byId("card").scrollTop = 0;
  }

  return { render };
})();
