/* Pieces that cards are made of: sections, tiles, tables, links to other things, attributes. */
const Panel = (() => {
  const sum = (list, figure) => list.reduce((total, item) => total + (figure(item) || 0), 0);

  function section(code, ...children) {
    const body = children.flat(Infinity).filter(Boolean);
    return body.length ? el("section", {}, code ? el("h3", {}, say(code)) : null, body) : null;
  }

  /** Tiles: [label, value, unit, note]. */
  function tiles(items) {
    return el(
      "dl",
      { class: "tiles" },
      items
        .filter(Boolean)
        .map(([label, value, unit, note]) =>
          el(
            "div",
            {},
            el("dt", {}, label),
            el("dd", {}, value, unit ? el("small", {}, ` ${unit}`) : null),
            note ? el("dd", { class: "note" }, note) : null,
          ),
        ),
    );
  }

  /** Rows of two or more cells; numbers are right-aligned. */
  function table(heads, rows) {
    if (!rows.length) return null;
    const cell = (tag, value, place) =>
      el(
        tag,
        { class: place ? "number" : null, scope: tag === "th" ? "col" : null },
        typeof value === "number" ? Words.number(value, 1) : (value ?? "—"),
      );
    return el(
      "table",
      {},
      heads
        ? el(
            "thead",
            {},
            el(
              "tr",
              {},
              heads.map((head, place) => cell("th", head, place)),
            ),
          )
        : null,
      el(
        "tbody",
        {},
        rows.map(row =>
          el(
            "tr",
            {},
            row.map((value, place) => cell("td", value, place)),
          ),
        ),
      ),
    );
  }

  /** A button that chooses another thing. */
  function link(kind, key, words) {
    const thing = Data.get(kind, key) || Data.find(`${kind}:${key}`);
    if (!thing) return datum(key);
    return el(
      "button",
      {
        type: "button",
        class: "link",
        onclick: () => {
          Canvas.show(thing);
          State.choose(thing.ref);
          byId("card").focus();
        },
      },
      words || Names.node(thing),
    );
  }

  function shown(column, value) {
    if (value === null || value === undefined || value === "") return null;
    if (column.kind === "bool") return say(value ? "viz.value.yes" : "viz.value.no");
    if (column.refers && Data.get(column.refers, value)) return link(column.refers, value);
    if (column.kind === "float" || column.kind === "int")
      return `${Words.number(value, 2)}${column.unit && column.unit !== "1" ? ` ${column.unit}` : ""}`;
    const words = Words.value(column.name, value);
    return words === null ? datum(value) : words;
  }

  const ELSEWHERE = { room: ["area_m2", "area_file_m2", "area_basis", "number", "name"] };

  /** Every attribute the schema knows and the data state. */
  function attributes(thing) {
    const schema = CONTENT.schema[thing.kind];
    if (!schema) return null;
    const skip = new Set(["name", ...(ELSEWHERE[thing.kind] || [])]);
    const rows = schema.columns
      .filter(column => !skip.has(column.name))
      .map(column => {
        const isKey = column.name === `${thing.kind}_id`;
        const own = isKey ? thing.key : thing.row[column.name];
        const value = shown(column, own);
        return value === null
          ? null
          : el(
              "div",
              { title: Words.language === "en" ? column.en : null },
              el("dt", {}, isKey && Words.language === "en" ? say("viz.ui.key") : Words.column(thing.kind, column.name)),
              el("dd", {}, value),
            );
      })
      .filter(Boolean);
    return section("viz.ui.attributes", el("dl", { class: "facts" }, rows));
  }

  const percent = share => `${Words.number(share, 1)}%`;

  return { sum, section, tiles, table, link, attributes, percent };
})();
