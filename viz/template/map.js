/* The deck.gl map: layers from the vocabulary, a flat and a solid view over the same metres, picking, and when it is drawn. */
const Canvas = (() => {
  const FLAT = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]; // puts every height to 0
  const LIMITS = { minZoom: -6, maxZoom: 7 };
  const PAINTED = { depthCompare: "always", depthWriteEnabled: false }; // one over the other, as on paper
  const OVER = { depthCompare: "always" }; // in front of what stands before it
  const GROUND = ["site", "site_lines", "parking", "road_edges", "roads"];
  const PITCH = 42,
    TURN = -20;
  let deck = null;
  let waiting = [];

  const holder = () => byId("canvas");
  const eye = () => S.eye || home();

  /** Eye that shows the things in scope: the building chosen, else all buildings, else everything. */
  function home() {
    const near = S.b ? [Data.get("building", S.b)].concat(Data.floorsOf(S.b)) : Data.of("building").concat(Data.of("floor"));
    const far = S.desk === "fleet" && Data.of("route").length ? near.concat(Data.of("route"), Data.of("parking")) : near;
    const box = Data.box(far.filter(Boolean)) ||
      Data.box(Data.of("room")) ||
      Data.box(Object.values(Data.all).flat()) || [-50, -50, 50, 50];
    return over(box, 0.8);
  }

  function over([x0, y0, x1, y1], share) {
    const { clientWidth, clientHeight } = holder();
    const zoom = Math.log2(
      Math.min((clientWidth || 600) / Math.max(x1 - x0, 4), (clientHeight || 500) / Math.max(y1 - y0, 4)) * share,
    );
    return {
      x: (x0 + x1) / 2,
      y: (y0 + y1) / 2,
      zoom: Math.min(Math.max(zoom - (S.view === "3d" ? 0.25 : 0), LIMITS.minZoom), 5),
      pitch: PITCH,
      turn: TURN,
    };
  }

  function layers() {
    const records = Scene.records(eye().zoom);
    const solid = S.view === "3d";
    return CONTENT.layers
      .filter(spec => records[spec.id] && records[spec.id].length)
      .map(spec => build(spec, records[spec.id], solid));
  }

  /** Make a layer from its entry of the vocabulary: "@@=name" reads a field of the record. */
  function build(spec, data, solid) {
    const props = {};
    for (const [name, value] of Object.entries(spec)) {
      if (name === "@@type") continue;
      const field = typeof value === "string" && value.startsWith("@@=") ? value.slice(3) : null;
      props[name] = field ? record => record[field] : value;
    }
    Object.assign(props, { data }, tuned(spec.id, solid));
    if (!solid) Object.assign(props, { modelMatrix: FLAT, parameters: PAINTED });
    return new window.deck[spec["@@type"]](props);
  }

  /** What the page adds to an entry of the vocabulary. */
  function tuned(id, solid) {
    const stacked = S.f === "all";
    if (id === "rooms") return { extruded: solid && stacked };
    if (["buildings", "storeys", "walls"].includes(id)) return { extruded: solid };
    if (GROUND.includes(id)) return { parameters: PAINTED };
    if (id === "marks")
      return { iconAtlas: Atlas.paint(), iconMapping: Atlas.mapping, getSize: mark => mark.size, alphaCutoff: 0.2 };
    if (id === "headings")
      return {
        iconAtlas: Atlas.paint(),
        iconMapping: Atlas.mapping,
        getSize: mark => mark.size,
        alphaCutoff: 0.02,
        parameters: OVER,
      };
    if (id === "labels") {
      return {
        fontWeight: 500,
        lineHeight: 1.25,
        background: true,
        backgroundPadding: [4, 2],
        parameters: OVER,
        updateTriggers: { getBackgroundColor: S.on.has("blind") },
        getBackgroundColor: word =>
          word.name || word.corner ? [255, 255, 255, 215] : [255, 255, 255, S.on.has("blind") ? 170 : 0],
        getTextAnchor: word => (word.corner ? "start" : "middle"),
        getAlignmentBaseline: word => (word.name ? "bottom" : word.corner ? "top" : "center"),
        getPixelOffset: word => (word.name ? [0, -8] : word.corner ? [6, 6] : [0, word.down]),
      };
    }
    return {};
  }

  /** Light under which what faces up keeps the colour of its legend, and sides are darker. */
  function light() {
    const direction = [-1, 2, -4];
    const cosine = 4 / Math.hypot(...direction);
    return new window.deck.LightingEffect({
      ambient: new window.deck.AmbientLight({ color: [255, 255, 255], intensity: 1 }),
      sun: new window.deck.DirectionalLight({ color: [255, 255, 255], intensity: 1 / cosine, direction }),
    });
  }

  function views() {
    return S.view === "3d"
      ? [new window.deck.OrbitView({ id: "solid", orbitAxis: "Z", near: 0.1, far: 4000 })]
      : [new window.deck.OrthographicView({ id: "flat", flipY: false })];
  }

  /** Height that the solid view turns about: the floor shown, or half the building. */
  function pivot() {
    if (S.view !== "3d" || !S.b) return 0;
    const levels = State.entry().keys.map(Data.level);
    return levels.length ? (Math.min(...levels) + Math.max(...levels)) / 2 : 0;
  }

  /** Slide a target along the line of sight to the height of the pivot, so that dragging moves over the ground. */
  function grounded([x, y, z]) {
    const sight = S.view === "3d" && deck.getViewports()[0];
    if (!sight || !sight.cameraPosition) return [x, y];
    const [dx, dy, dz] = sight.cameraPosition.map((part, axis) => part - sight.target[axis]);
    const along = dz > 1e-6 ? (pivot() - z) / dz : 0;
    return [x + dx * along, y + dy * along];
  }

  function viewState() {
    const { x, y, zoom, pitch, turn } = eye();
    const target = [x, y, pivot()];
    return S.view === "3d"
      ? { target, zoom, rotationX: pitch, rotationOrbit: turn, minRotationX: 8, maxRotationX: 89, ...LIMITS }
      : { target, zoom, ...LIMITS };
  }

  function moved({ viewState: next }) {
    const before = eye();
    const [x, y] = grounded(next.target);
    S.eye = { x, y, zoom: next.zoom, pitch: next.rotationX ?? before.pitch, turn: next.rotationOrbit ?? before.turn };
    draw();
    Tools.foot();
    clearTimeout(moved.later);
    moved.later = setTimeout(State.write, 200);
  }

  function draw() {
    if (!deck) return;
    deck.setProps({ views: views(), viewState: viewState(), layers: layers() });
  }

  function tooltip({ object }) {
    const thing = object && object.ref && Data.find(object.ref);
    return thing ? { text: Names.full(thing), className: "tip" } : null;
  }

  function start() {
    try {
      deck = new window.deck.Deck({
        parent: holder(),
        effects: [light()],
        views: views(),
        viewState: viewState(),
        layers: layers(),
        controller: { dragMode: "pan", inertia: false, keyboard: true },
        getTooltip: tooltip,
        pickingRadius: 4,
        onViewStateChange: moved,
        onAfterRender: rendered,
        onError: failed,
        getCursor: ({ isDragging, isHovering }) => (isDragging ? "grabbing" : isHovering ? "pointer" : "grab"),
        onHover: info => Tools.pointer(info.coordinate),
      });
    } catch (error) {
      failed(error);
    }
    let pressed = null;
    holder().addEventListener("pointerdown", event => {
      pressed = event.button === 0 ? [event.clientX, event.clientY] : null;
    });
    holder().addEventListener("pointerup", event => {
      const still = pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) < 5;
      pressed = null;
      if (still) pick(event.clientX, event.clientY);
    });
  }

  /** Choose what lies at a point of the window. deck.gl's own click takes a press longer than 250 ms for something else, and where
      graphics are drawn in software looking up the thing under the pointer alone takes that long. */
  function pick(clientX, clientY) {
    const box = holder().getBoundingClientRect();
    const found = deck.pickObject({ x: clientX - box.left, y: clientY - box.top, radius: 4 });
    State.choose(found && found.object && found.object.ref ? found.object.ref : "");
  }

  function failed(error) {
    console.error(error);
    const note = byId("wait");
    if (note) {
      note.dataset.say = "viz.ui.no_map";
      note.hidden = false;
      note.textContent = say("viz.ui.no_map");
    }
    document.body.dataset.map = "failed";
  }

  /** After each frame: tell those who wait that everything asked for is on the screen. */
  function rendered() {
    const done = deck.props.layers.every(layer => layer.isLoaded);
    if (!done) return;
    const note = byId("wait");
    note.hidden = deck.props.layers.length > 0;
    if (!note.hidden) {
      note.dataset.say = "viz.empty.map";
      note.textContent = say("viz.empty.map");
    }
    if (document.body.dataset.ready !== "true") {
      document.body.dataset.ready = "true";
      window.twinReady = true;
    }
    const ready = waiting;
    waiting = [];
    for (const tell of ready) tell();
  }

  /** Resolve after the next complete frame. */
  function settled() {
    return new Promise(tell => {
      waiting.push(tell);
      if (deck) deck.redraw("asked");
      requestAnimationFrame(() => deck && deck.redraw("asked"));
    });
  }

  /** Pixel of a thing (or of metres) within the page. */
  function pixel(ref) {
    const thing = Data.find(ref);
    const viewport = deck.getViewports()[0];
    const box = holder().getBoundingClientRect();
    const z = S.view === "3d" ? Data.level(thing.row.floor_id) : 0;
    const [x, y] = viewport.project([...thing.at, z]);
    return [box.left + x, box.top + y];
  }

  function zoomBy(step) {
    const now = eye();
    State.set({ eye: { ...now, zoom: Math.min(Math.max(now.zoom + step, LIMITS.minZoom), LIMITS.maxZoom) } });
  }

  /** Bring a thing into view where it is not; the scale stays unless the thing would be a speck or larger than the map. */
  function show(thing) {
    const box = thing && Data.box([thing]);
    if (!box) return;
    const now = eye();
    const scale = 2 ** now.zoom;
    const { clientWidth, clientHeight } = holder();
    const size = Math.max(box[2] - box[0], box[3] - box[1]) * scale;
    const [cx, cy] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const inside = Math.abs(cx - now.x) * scale < clientWidth * 0.42 && Math.abs(cy - now.y) * scale < clientHeight * 0.42;
    if (inside && size < Math.min(clientWidth, clientHeight) && (size > 24 || !thing.parts)) return;
    const close = over(box, 0.35);
    const zoom = thing.parts
      ? size > 24 && size < Math.min(clientWidth, clientHeight)
        ? now.zoom
        : close.zoom
      : Math.max(now.zoom, 2);
    S.eye = { ...now, x: cx, y: cy, zoom };
  }

  const zoom = () => eye().zoom;

  /** What is drawn now: number of records by layer. */
  const drawn = () => Object.fromEntries(deck.props.layers.map(layer => [layer.id, layer.props.data.length]));

  return { start, draw, settled, pixel, zoomBy, show, zoom, eye, drawn, fit: () => State.set({ eye: null }) };
})();
