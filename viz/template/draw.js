/* From things to records: one a polygon, a ring or a line, at a height; and where heights lie in the two views. */
const Draw = (() => {
  const P = CONTENT.palette;
  const CUT = 1.2; // walls of a single floor are cut at this height, as in a drawn plan
  const GAP = 0.35; // between stacked storeys, so that they read as storeys

  const solid = () => S.view === "3d";
  const stacked = () => S.f === "all";

  /** One record a polygon part. */
  const filled = (thing, z, more) => Data.polygons(thing.parts || [], z).map(polygon => ({ ref: thing.ref, polygon, ...more }));
  const outlined = (thing, z, more) =>
    Data.polygons(thing.parts || [], z).flatMap(rings =>
      rings.map(ring => ({ ref: thing.ref, path: Shapes.closed(ring), ...more })),
    );
  const drawn = (thing, z, more) => Data.lines(thing.parts || [], z).map(line => ({ ref: thing.ref, path: line, ...more }));

  const dashed = (lines, on) =>
    lines.flatMap(({ ref, path }) =>
      path
        .slice(1)
        .flatMap((point, place) => Shapes.dash([path[place], point], on))
        .map(piece => ({ ref, path: piece })),
    );

  /** Oblique lines over a thing, `gap` metres apart. */
  function hatched(thing, gap) {
    const z = Data.level(thing.row.floor_id) + 0.08;
    return Data.polygons(thing.parts || [], z)
      .flatMap(rings => Shapes.hatch(rings, gap))
      .map(path => ({ ref: thing.ref, path, line: Colours.rgba(P.alarm, 105) }));
  }

  /** Height of a building's ground above the origin. */
  const foot = building =>
    building.row.elevation === null || building.row.elevation === undefined ? 0 : building.row.elevation - Data.Z0;

  /** Height at which a mark stands: cameras just over the cut walls, the rest where they are. */
  function height(thing) {
    if (!solid()) return 0;
    if (stacked() || thing.kind !== "camera")
      return (thing.row.z ?? null) !== null ? thing.row.z - Data.Z0 : Data.level(thing.row.floor_id) + 0.5;
    return Data.level(thing.row.floor_id) + CUT + 0.4;
  }

  return { P, CUT, GAP, solid, stacked, filled, outlined, drawn, dashed, hatched, foot, height };
})();
