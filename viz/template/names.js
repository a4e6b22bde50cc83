/* What things are called: a heading, a second line, and the words a search looks through. */
const Names = (() => {
  const row = (kind, key) => (key && Data.get(kind, key) ? Data.get(kind, key).row : {});

  /** Short name, from the data where they have one. */
  function short(thing) {
    const { number, name } = thing.row;
    if (thing.kind === "room") return [number, name].filter(Boolean).join(" ") || thing.key;
    if (thing.kind === "blind") return thing.where[Words.language === "zh" ? 0 : 1];
    if (thing.kind === "route") return say("viz.kind.route");
    if (thing.kind === "floor") return Floors.name(thing.key);
    if (thing.kind === "door") return name || say(thing.row.entrance ? "viz.ui.entrance" : "viz.kind.door");
    if (thing.kind === "vehicle") return thing.row.plate_code || thing.key;
    if (thing.kind === "post") return thing.row.rank || thing.key;
    return name || thing.key;
  }

  /** Building and floor, or the word for outdoors where that is said of the kind. */
  function place(thing) {
    const building = row("building", thing.row.building_id).name;
    const floor = thing.row.floor_id ? Floors.name(thing.row.floor_id) : "";
    if (building || floor) return [building || thing.row.building_id, floor].filter(Boolean).join(" ");
    return ["camera", "meter", "blind"].includes(thing.kind) ? say("viz.ui.outdoors") : "";
  }

  const kind = thing => say(`viz.kind.${thing.kind}`);

  /** Name with kind and place, for the tip at the pointer and the reader's voice. */
  const full = thing => [`${kind(thing)} ${short(thing)}`, place(thing)].filter(Boolean).join(" · ");

  /** True where the short name comes from the data and stays as it is in each language. */
  const fromData = thing => thing.kind !== "route" && (thing.kind !== "door" || Boolean(thing.row.name));

  /** Short name as an element. */
  const node = thing => (fromData(thing) ? datum(short(thing)) : el("span", {}, short(thing)));

  const CLASSES = {
    room: "room_class",
    camera: "lens",
    cell: "guard_class",
    meter: "medium",
    device: "device_class",
    parking: "parking_class",
    gate: "gate_class",
    charger: "current",
    vehicle: "vehicle_class",
  };

  /** Class of a thing in words; null where it has none. */
  function klass(thing) {
    const column = CLASSES[thing.kind];
    const word = column && thing.row[column];
    return word ? Words.value(column, word) || word : null;
  }

  function text(thing) {
    if (thing.words) return thing.words;
    const column = CLASSES[thing.kind];
    const word = column && thing.row[column];
    const pair = word && CONTENT.words[`viz.value.${column}.${word}`];
    const departments = (thing.departments || []).map(key => row("department", key).name);
    const parts = [
      thing.key,
      thing.row.number,
      thing.row.name,
      thing.row.plate_code,
      row("building", thing.row.building_id).name,
      thing.row.floor_id && Floors.name(thing.row.floor_id),
      ...(pair || []),
      ...(thing.where || []),
      ...departments,
      ...CONTENT.words[`viz.kind.${thing.kind}`],
    ];
    thing.words = parts.filter(Boolean).join(" ").toLowerCase();
    return thing.words;
  }

  const AREA = /^([<>])(\d+(?:\.\d+)?)(?:㎡|m²|m2)?$/;
  const VACANT = ["空置", "空闲", "vacant", "empty"];

  /** Test a thing against a query: every word must occur; "空置" and ">30㎡" ask for vacant rooms and for an area. */
  function matches(thing, query) {
    return query
      .toLowerCase()
      .replaceAll("＞", ">")
      .replaceAll("＜", "<")
      .split(/\s+/)
      .filter(Boolean)
      .every(word => {
        const bound = AREA.exec(word);
        if (bound)
          return (
            thing.kind === "room" &&
            (bound[1] === ">" ? thing.row.area_m2 > Number(bound[2]) : thing.row.area_m2 < Number(bound[2]))
          );
        if (VACANT.includes(word)) return thing.kind === "room" && thing.vacant;
        return text(thing).includes(word);
      });
  }

  return { short, place, kind, full, node, klass, matches, fromData };
})();
