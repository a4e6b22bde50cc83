/* Wire the parts: what changes decides what is drawn again. */
const Page = (() => {
  function labels() {
    Words.apply();
    const { title } = CONTENT.meta;
    byId("title").textContent = title;
    document.title = title ? `${title} · ${say("viz.ui.product")}` : say("viz.ui.product");
    Tools.desks();
    Tools.status();
  }

  function render(changed) {
    const any = (...names) => changed.has("all") || names.some(name => changed.has(name));
    document.body.dataset.desk = S.desk;
    if (any("lang", "desk")) labels();
    if (any("lang")) byId("voice").textContent = "";
    if (any("query", "kind", "desk") && byId("search").value !== S.query) byId("search").value = S.query;
    if (any("on", "desk", "lang")) Tools.chips();
    if (any("lang", "b", "by", "view", "desk")) Tools.selects();
    if (any("lang", "b", "f")) Tools.floors();
    if (any("lang", "b", "f", "by", "on", "depts", "desk", "view")) Legend.render();
    if (any("lang", "b", "f", "kind", "query", "sort", "desk")) List.render();
    else if (any("sel")) List.mark();
    if (any("lang", "b", "f", "sel", "desk")) Card.render();
    Canvas.draw();
    Tools.foot();
    if (any("view")) Tools.pointer(null);
  }

  function start() {
    State.read(location.hash);
    byId("layers").open = !matchMedia("(max-width: 1100px)").matches;
    State.listen(render);
    Tools.start();
    List.start();
    render(new Set(["all"]));
  }

  return { start };
})();
Page.start();
/* A handle for tests and for the curious; nothing on the page depends on it. */
window.twin = {
  start: Canvas.start,
  settled: Canvas.settled,
  pixel: Canvas.pixel,
  hatch: Shapes.hatch,
  layers: Canvas.drawn,
  rings: ref =>
    Data.polygons(Data.find(ref).parts, 0).map(rings => rings.map(ring => ring.map(([x, y]) => [x + Data.E0, y + Data.N0]))),
};
/* A library inside the bundle would try WebAssembly, which the policy forbids and nothing here needs: it manages without. */
window.WebAssembly = undefined;
