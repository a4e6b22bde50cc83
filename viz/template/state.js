/* What is shown, in one place: every part of the page reads it, `State.set` changes it, and the address bar keeps it. */
const LAYERS = [
  "room",
  "wall",
  "label",
  "camera",
  "view",
  "blind",
  "cell",
  "charger",
  "meter",
  "device",
  "parking",
  "gate",
  "stop",
  "road",
  "route",
];
const DESKS = {
  facility: { on: ["room", "wall", "label", "parking", "gate", "road"], by: "room_class", kind: "room" },
  security: {
    on: ["room", "wall", "label", "camera", "view", "blind", "cell", "parking", "gate", "road"],
    by: "none",
    kind: "camera",
  },
  fleet: { on: ["label", "charger", "parking", "gate", "stop", "road", "route"], by: "none", kind: "charger" },
};

const Floors = (() => {
  const label = number => (number < 0 ? `B${-number}` : `${number}F`);

  /** A floor's own name where it fits the picker, else its number. */
  const short = floor => (floor.row.name && [...floor.row.name].length <= 4 ? floor.row.name : label(floor.row.number));

  /** Entries of the picker for a building, or for the whole district by number, top first. */
  function rail(building) {
    if (building) {
      return Data.floorsOf(building)
        .map(floor => ({
          f: floor.key,
          text: floor.row.name || label(floor.row.number),
          short: short(floor),
          number: floor.row.number,
          keys: [floor.key],
        }))
        .reverse();
    }
    const numbers = [...new Set(Data.floors.map(floor => floor.row.number))].sort((a, b) => b - a);
    return numbers.map(number => ({
      f: `n:${number}`,
      text: label(number),
      short: label(number),
      number,
      keys: Data.floors.filter(floor => floor.row.number === number).map(floor => floor.key),
    }));
  }

  /** The entry nearest to a number: the same, else the lowest above ground, else the top one. */
  function nearest(building, number) {
    const entries = rail(building);
    const above = entries.filter(entry => entry.number > 0);
    return entries.find(entry => entry.number === number) || above[above.length - 1] || entries[0] || { f: "all", keys: [] };
  }

  function name(floorKey) {
    const floor = Data.get("floor", floorKey);
    return floor ? floor.row.name || label(floor.row.number) : "";
  }

  return { rail, nearest, name, label };
})();

const State = (() => {
  const only = Data.of("building").length === 1 ? Data.of("building")[0].key : "";
  const first = () => ({
    lang: "zh",
    desk: "facility",
    view: "2d",
    b: only,
    f: Floors.nearest(only, 1).f,
    by: DESKS.facility.by,
    sel: "",
    kind: DESKS.facility.kind,
    on: new Set(DESKS.facility.on),
    depts: null,
    eye: null,
    query: "",
    sort: "",
  });
  const S = first();
  const listeners = [];

  function desk(name) {
    const chosen = DESKS[name] || DESKS.facility;
    const kind =
      name === "security" && Data.of("blind").length
        ? "blind"
        : name === "fleet" && Data.of("route").length
          ? "route"
          : chosen.kind;
    return { desk: name in DESKS ? name : "facility", on: new Set(chosen.on), by: chosen.by, kind };
  }

  /** Entries shown now; floor keys of "all" are every floor in scope. */
  function entry() {
    const entries = Floors.rail(S.b);
    return entries.find(item => item.f === S.f) || { f: "all", text: "", number: null, keys: entries.flatMap(item => item.keys) };
  }

  function tidy() {
    if (S.b && !Data.get("building", S.b)) S.b = only;
    if (S.f !== "all" && !Floors.rail(S.b).some(item => item.f === S.f)) S.f = Floors.nearest(S.b, 1).f;
    if (!(S.desk in DESKS)) S.desk = "facility";
    if (!["room_class", "department", "standard", "none"].includes(S.by)) S.by = "room_class";
    if (S.view !== "3d") S.view = "2d";
    if (S.sel && !Data.find(S.sel)) S.sel = "";
    if (!(S.kind in Data.all)) S.kind = "room";
  }

  const sameSet = (one, other) => one.size === other.length && other.every(name => one.has(name));

  /** Write the state after the `#`; what stands as on opening is left out. */
  function address() {
    const was = { ...first(), ...desk(S.desk) };
    const parts = new URLSearchParams();
    for (const name of ["lang", "desk", "view", "b", "f", "by", "sel", "kind"]) {
      if (S[name] !== (name === "desk" ? "facility" : was[name])) parts.set(name, S[name]);
    }
    if (!sameSet(S.on, [...was.on])) parts.set("on", [...S.on].join("."));
    if (S.depts) parts.set("depts", S.depts.map(encodeURIComponent).join("."));
    if (S.eye) parts.set("at", [S.eye.x, S.eye.y, S.eye.zoom, S.eye.pitch, S.eye.turn].map(part => part.toFixed(2)).join("_"));
    return parts.toString();
  }

  function read(text) {
    const parts = new URLSearchParams(text.replace(/^#/, ""));
    Object.assign(S, first(), desk(parts.get("desk") || "facility"));
    for (const name of ["lang", "view", "b", "f", "by", "sel", "kind"]) if (parts.has(name)) S[name] = parts.get(name);
    if (parts.has("on"))
      S.on = new Set(
        parts
          .get("on")
          .split(".")
          .filter(name => LAYERS.includes(name)),
      );
    if (parts.has("depts")) S.depts = parts.get("depts").split(".").filter(Boolean).map(decodeURIComponent);
    const eye = (parts.get("at") || "").split("_").map(Number);
    if (eye.length === 5 && eye.every(Number.isFinite))
      S.eye = { x: eye[0], y: eye[1], zoom: eye[2], pitch: eye[3], turn: eye[4] };
    tidy();
    Words.language = S.lang;
  }

  let written = "";
  function write() {
    written = address();
    if (`#${written}` !== location.hash) history.replaceState(null, "", `#${written}`);
  }

  function tell(changed) {
    for (const listener of listeners) listener(changed);
  }

  function set(changes) {
    const changed = new Set(Object.keys(changes));
    Object.assign(S, changes);
    tidy();
    Words.language = S.lang;
    write();
    tell(changed);
  }

  /** Show a building (or all), on the floor with the same number where it has one. */
  function goBuilding(key) {
    const now = entry();
    set({ b: key, f: S.f === "all" ? "all" : Floors.nearest(key, now.number).f });
  }

  /** Step the floor up (1) or down (-1). */
  function step(by) {
    const entries = Floors.rail(S.b);
    const place = entries.findIndex(item => item.f === S.f);
    const next = place < 0 ? (by > 0 ? entries.length - 1 : 0) : place - by;
    if (entries[next]) set({ f: entries[next].f });
  }

  /** Choose a thing and bring its floor up. */
  function choose(ref) {
    const thing = Data.find(ref);
    if (!thing) return set({ sel: "" });
    const changes = { sel: ref };
    const floor = thing.kind === "floor" ? thing.key : thing.row.floor_id;
    if (floor && Data.get("floor", floor) && !entry().keys.includes(floor)) {
      const building = Data.get("floor", floor).row.building_id;
      const number = Data.get("floor", floor).row.number;
      changes.b = S.b === "" && S.f !== "all" ? "" : building;
      changes.f = changes.b ? floor : `n:${number}`;
    } else if (floor && S.f === "all" && S.view === "2d") {
      changes.b = Data.get("floor", floor).row.building_id;
      changes.f = floor;
    }
    const layer = {
      room: "room",
      camera: "camera",
      blind: "blind",
      cell: "cell",
      charger: "charger",
      meter: "meter",
      device: "device",
      parking: "parking",
      gate: "gate",
      stop: "stop",
      road: "road",
      route: "route",
      door: "wall",
    }[thing.kind];
    if (layer && !S.on.has(layer)) changes.on = new Set([...S.on, layer]);
    return set(changes);
  }

  window.addEventListener("hashchange", () => {
    if (location.hash === `#${written}`) return;
    read(location.hash);
    tell(new Set(["all"]));
  });

  return { S, set, read, desk, entry, goBuilding, step, choose, listen: listener => listeners.push(listener), write };
})();
const S = State.S;
