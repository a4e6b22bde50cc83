/* The three answers in figures: coverage by cell and floor, space by department, the route; with how each was made. */
const Reports = (() => {
  const answer = kind => CONTENT.answers[kind];

  /** A bar with its percent in figures. */
  function bar(share) {
    if (share === null || share === undefined) return "—";
    const filled = el("i", {});
    filled.style.width = `${Math.min(Math.max(share, 0), 100)}%`;
    return el("span", { class: "bar" }, el("span", { class: "track", "aria-hidden": "true" }, filled), el("span", { class: "number" }, Card.percent(share)));
  }

  function covered(kind, key) {
    const row = Coverage.row(kind, key);
    if (!row) return answer("coverage") ? null : Card.section("viz.ui.coverage", el("p", { class: "hint" }, say("viz.empty.coverage")));
    return Card.section("viz.ui.coverage", Card.tiles([
      [say("viz.ui.covered"), Card.percent(row.percent), ""], [say("viz.ui.seen_area"), Words.number(row.covered_m2, 0), "m²"], [say("viz.kind.blind"), Words.number(row.area_m2 - row.covered_m2, 0), "m²"],
    ]));
  }

  function coverage(floor) {
    const cells = Data.of("cell").filter(cell => Coverage.row("cell", cell.key));
    const blindOf = (column, key) => Coverage.blindIn(column, key).reduce((total, part) => total + part.row.area_m2, 0);
    const floors = (floor ? [floor] : State.entry().keys).filter(key => Coverage.row("floor", key));
    return [
      Card.section("viz.ui.coverage_cells", Card.table([say("viz.kind.cell"), say("viz.ui.covered"), `${say("viz.kind.blind")} m²`],
        cells.map(cell => [Card.link("cell", cell.key), bar(Coverage.percent("cell", cell.key)), blindOf("cell_id", cell.key)]))),
      Card.section("viz.ui.coverage_floors", Card.table([say("viz.ui.floor"), say("viz.ui.covered"), `${say("viz.kind.blind")} m²`],
        floors.map(key => [datum(`${(Data.get("building", Data.get("floor", key).row.building_id) || { row: {} }).row.name || ""} ${Floors.name(key)}`), bar(Coverage.percent("floor", key)), blindOf("floor_id", key)]))),
    ];
  }

  function space() {
    return null;
  }

  function department() {
    return null;
  }

  function route(record) {
    const metres = record.length_m ?? record.distance_m;
    const seconds = record.time_s ?? record.duration_s;
    return Card.section("viz.kind.route", Card.tiles([
      metres === undefined ? null : [say("viz.ui.length"), Words.number(metres / 1000, 2), "km"],
      seconds === undefined ? null : [say("viz.ui.time"), Words.number(seconds / 60, 1), "min"],
    ]));
  }

  return { covered, coverage, space, department, route };
})();
