/* Reads the coverage answer: figures per cell, floor, room and camera, as the answer itself states them. */
const Coverage = (() => {
  const answer = Data.coverage;

  /** Figures of a cell or floor; null where the answer has none. */
  const row = (kind, key) => (answer && (kind === "cell" ? answer.cells : answer.floors)[key]) || null;

  function percent(kind, key) {
    const found = row(kind, key);
    return found ? found.percent : null;
  }

  /** Figures of a camera: {area, covered, alone} in m²; null where it sees nothing or was left out. */
  function camera(key) {
    const found = answer && answer.cameras[key];
    return found ? { area: found[0], covered: found[1], alone: found[2] } : null;
  }

  const seers = room =>
    (answer
      ? Object.entries(answer.sees).flatMap(([key, rooms]) =>
          rooms.filter(([seen]) => seen === room).map(([, area]) => ({ camera: key, area })),
        )
      : []
    ).sort((a, b) => b.area - a.area);

  /** Blind places by a column, those where people pass first, then by size. */
  const blindIn = (column, key) => ranked(Data.of("blind").filter(part => (part.row[column] || "") === key));
  const ranked = parts => parts.slice().sort((a, b) => Number(b.open) - Number(a.open) || b.row.area_m2 - a.row.area_m2);

  return { row, percent, camera, seers, blindIn, ranked };
})();
