/* Drawings on a 24 x 24 grid: the same path serves the lists (SVG) and the map (an atlas painted on a canvas). */
const ICONS = {
  building: "M4 21V5l8-3v19M12 21V8l8 3v10M2 21h20M7 8h2M7 12h2M7 16h2M15 13h2M15 17h2",
  room: "M4 4h16v16H4zM4 12h7M15 12h5M11 4v8",
  department: "M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c0-4 3-6 7-6s7 2 7 6z",
  door: "M6 21V3h12v18M3 21h18M14.5 12v1",
  camera: "M3 8h11v8H3zM14 11l7-4v10l-7-4z",
  view: "M12 19L3 5c6-3 12-3 18 0z",
  blind: "M3 3l18 18M4 12c3-5 13-5 16 0M6 15c3 3 9 3 12 0",
  cell: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  charger: "M13 2L5 13h6l-1 9 9-12h-6z",
  meter: "M4 16a8 8 0 1 1 16 0M12 16l4-6M3 20h18",
  parking: "M8 20V4h5a4.5 4.5 0 0 1 0 9H8",
  gate: "M4 21V6M20 21V6M4 9h16M9 9v12M15 9v12",
  stop: "M5 16V6a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v10zM5 11h14M8 16v3M16 16v3",
  road: "M8 3L4 21M16 3l4 18M12 4v3M12 11v3M12 18v3",
  device: "M7 7h10v10H7zM12 3v4M12 17v4M3 12h4M17 12h4",
  vehicle: "M4 16v-4l2-5h12l2 5v4zM7 19v-3M17 19v-3M4 12h16",
  vertical_link: "M4 20h4v-4h4v-4h4V8h4V4",
  route: "M6 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM18 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6 16V9a3 3 0 0 1 6 0v6a3 3 0 0 0 6 0V8",
  label: "M5 5h14M12 5v14M9 19h6",
  wall: "M3 6h18v12H3zM3 12h18M9 6v6M15 12v6",
  site: "M3 6l9-3 9 3v12l-9 3-9-3z",
  post: "M5 4h14v16H5zM8 9h8M8 13h8",
  dot: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
};

const Atlas = (() => {
  const CELL = 64;
  const kinds = ["camera", "charger", "meter", "gate", "parking", "device", "stop"];
  const names = kinds.flatMap(kind => [kind, `${kind}!faulty`, `${kind}!maintenance`]).concat(["start", "end", "wedge"]);
  let canvas = null;

  const mapping = Object.fromEntries(
    names.map((name, place) => [
      name,
      { x: (place % 8) * CELL, y: Math.floor(place / 8) * CELL, width: CELL, height: CELL, mask: name === "wedge" },
    ]),
  );

  function disc(pen, colour, status) {
    pen.beginPath();
    if (status) {
      // another outline as well as another colour
      pen.moveTo(32, 3);
      pen.lineTo(61, 32);
      pen.lineTo(32, 61);
      pen.lineTo(3, 32);
      pen.closePath();
    } else pen.arc(32, 32, 27, 0, 2 * Math.PI);
    pen.fillStyle = colour;
    pen.fill();
    pen.lineWidth = 5;
    pen.strokeStyle = CONTENT.palette.paper;
    pen.stroke();
  }

  function glyph(pen, kind) {
    pen.save();
    pen.translate(32 - 15, 32 - 15);
    pen.scale(30 / 24, 30 / 24);
    pen.lineWidth = 2.6;
    pen.lineJoin = pen.lineCap = "round";
    pen.strokeStyle = CONTENT.palette.paper;
    pen.stroke(new Path2D(ICONS[kind]));
    pen.restore();
  }

  function letter(pen, text, colour) {
    disc(pen, colour, "");
    pen.fillStyle = CONTENT.palette.paper;
    pen.font = "bold 30px sans-serif";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(text, 32, 34);
  }

  function wedge(pen) {
    const shade = pen.createRadialGradient(32, 32, 6, 32, 32, 32);
    shade.addColorStop(0, "rgba(255,255,255,1)");
    shade.addColorStop(1, "rgba(255,255,255,0.35)");
    pen.fillStyle = shade;
    pen.beginPath();
    pen.moveTo(32, 32);
    pen.arc(32, 32, 31, -Math.PI / 2 - 0.5, -Math.PI / 2 + 0.5);
    pen.fill();
  }

  function paint() {
    if (canvas) return canvas;
    canvas = document.createElement("canvas");
    canvas.width = 8 * CELL;
    canvas.height = Math.ceil(names.length / 8) * CELL;
    const pen = canvas.getContext("2d");
    for (const name of names) {
      const { x, y } = mapping[name];
      const [kind, status] = name.split("!");
      pen.save();
      pen.translate(x, y);
      if (name === "wedge") wedge(pen);
      else if (name === "start") letter(pen, "A", CONTENT.palette.accent);
      else if (name === "end") letter(pen, "B", CONTENT.palette.accent);
      else {
        disc(pen, status ? CONTENT.palette.status[status] : CONTENT.palette.marker[kind], status);
        glyph(pen, kind);
      }
      pen.restore();
    }
    return canvas;
  }

  return { mapping, paint };
})();
