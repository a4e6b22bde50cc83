/* Reads the coverage answer: percent per cell and floor, as the answer itself states them. */
const Coverage = (() => {
  const answer = Data.coverage;
  const rows = kind => (answer && (answer.record[`${kind}s`] || [])) || [];
  const by = kind => Object.fromEntries(rows(kind).map(row => [row[`${kind}_id`] || "", row]));
  const index = { cell: by("cell"), floor: by("floor") };

  const row = (kind, key) => (answer ? index[kind][key] || null : null);

  function percent(kind, key) {
    const found = row(kind, key);
    return found && found.percent !== undefined ? found.percent : null;
  }

  const seers = room => (answer ? Object.entries(answer.sees).flatMap(([camera, rooms]) => rooms.filter(([key]) => key === room).map(([, area]) => ({ camera, area }))) : []).sort((a, b) => b.area - a.area);
  const blindIn = (column, key) => Data.of("blind").filter(part => (part.row[column] || "") === key);

  return { row, percent, seers, blindIn };
})();
