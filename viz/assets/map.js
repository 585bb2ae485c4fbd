// The whole network at once: the five columns with everything in them, in the order worked out in
// Python. Lines and marks are painted; the names that find room are links like everywhere else, and
// more of them do the more one zooms in.

const MAP = { top: 42, foot: 30, pitch: 17, mark: 7, margin: 20, least: 130 };
const STROKES_AT_ONCE = 200;
const LINES_MOVING = 1500;
const SETTLED = 120;

let chart = null;
let mapZoom = 1;
let pointedAt = null;

function mapView() {
  const live = THINGS.filter(isLive);
  if (live.length === 0) return [el("p", { class: "empty" }, say("nothingLeft"))];
  const columns = columnsOf(live);
  const width = Math.max(
    document.getElementById("stage").clientWidth,
    MAP.margin + columns.length * MAP.least,
  );
  const spots = new Map();
  columns.forEach((column, n) => {
    column.width = (width - MAP.margin) / columns.length;
    column.x = Math.round(MAP.margin + n * column.width);
    column.byWeight = [...column.things].sort((a, b) => b.facts.length - a.facts.length || a.row - b.row);
    column.things.forEach((thing, row) =>
      spots.set(thing, { column, at: (row + 0.5) / column.things.length }),
    );
  });
  chart = { columns, width, spots, lines: linesBetween(spots), tall: 0, frame: 0, settled: 0 };
  return [
    mapHeads(columns),
    el("div", { class: "map" }, el("canvas", { "aria-hidden": "true" }), el("div", { class: "names" })),
  ];
}

// Every fact that leads from one column to another, from left to right.
function linesBetween(spots) {
  const lines = [];
  for (const fact of FACTS) {
    if (fact.subject.column === fact.object.column || !isFactShown(fact)) continue;
    const [a, b] = [spots.get(fact.subject), spots.get(fact.object)];
    lines.push(a.column.x < b.column.x ? { fact, from: a, to: b } : { fact, from: b, to: a });
  }
  return lines;
}

function mapHeads(columns) {
  const heads = el("div", { class: "heads" });
  for (const column of columns) {
    const head = el(
      "h2",
      {},
      say(`column${column.at}`),
      " ",
      el("span", { class: "count" }, number(column.things.length)),
    );
    head.style.left = `${column.x}px`;
    heads.append(head);
  }
  return heads;
}

// Give the chart its size and paint it: once it is in the page, and whenever it moves. While it moves,
// some of the lines will do, and the names move by themselves.
function paintMap({ isMoving = false } = {}) {
  const stage = document.getElementById("stage");
  const canvas = stage.querySelector(".map canvas");
  if (!canvas) return;
  const [width, height] = [chart.width, stage.clientHeight - MAP.top];
  chart.tall = (height - MAP.foot) * mapZoom;
  canvas.parentElement.style.height = `${chart.tall + MAP.foot}px`;
  canvas.parentElement.style.width = `${width}px`;
  const sharp = devicePixelRatio;
  if (canvas.width !== Math.round(width * sharp) || canvas.height !== Math.round(height * sharp)) {
    [canvas.width, canvas.height] = [width * sharp, height * sharp];
    [canvas.style.width, canvas.style.height] = [`${width}px`, `${height}px`];
  }
  const pen = canvas.getContext("2d");
  pen.setTransform(sharp, 0, 0, sharp, 0, 0);
  pen.clearRect(0, 0, width, height);
  const window = { top: stage.scrollTop, bottom: stage.scrollTop + height };
  paintLines(pen, window, isMoving);
  paintMarks(pen, window);
  if (!isMoving) placeNames(stage.querySelector(".names"), window);
}

function repaintMap(how) {
  if (state.view !== "map") return;
  cancelAnimationFrame(chart.frame);
  chart.frame = requestAnimationFrame(() => paintMap(how));
}

function moveMap() {
  if (state.view !== "map") return;
  repaintMap({ isMoving: true });
  clearTimeout(chart.settled);
  chart.settled = setTimeout(repaintMap, SETTLED);
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function paintLines(pen, { top, bottom }, isMoving) {
  const chosen = new Set((pointedAt ?? state.thing)?.facts);
  const seen = chart.lines.filter(
    ({ from, to }) =>
      Math.max(from.at, to.at) * chart.tall >= top && Math.min(from.at, to.at) * chart.tall <= bottom,
  );
  pen.lineWidth = 1;
  pen.strokeStyle = colour("--wire");
  pen.globalAlpha = Math.max(0.1, Math.min(0.7, 300 / seen.length)) * (chosen.size ? 0.6 : 1);
  const every = isMoving ? Math.ceil(seen.length / LINES_MOVING) : 1;
  strokeLines(
    pen,
    seen.filter(({ fact }, n) => n % every === 0 && !chosen.has(fact)),
    top,
  );
  pen.globalAlpha = 1;
  pen.lineWidth = 1.8;
  pen.strokeStyle = colour("--accent");
  strokeLines(
    pen,
    seen.filter(({ fact }) => chosen.has(fact)),
    top,
  );
}

// Many lines at a stroke are quick; all of them at one are not.
function strokeLines(pen, lines, top) {
  for (let first = 0; first < lines.length; first += STROKES_AT_ONCE) {
    pen.beginPath();
    for (const { from, to } of lines.slice(first, first + STROKES_AT_ONCE)) {
      const [x, y] = [from.column.x + MAP.mark, from.at * chart.tall - top];
      const [u, v] = [to.column.x, to.at * chart.tall - top];
      const bend = (u - x) / 2;
      pen.moveTo(x, y);
      pen.bezierCurveTo(x + bend, y, u - bend, v, u, v);
    }
    pen.stroke();
  }
}

function paintMarks(pen, { top, bottom }) {
  const paints = Object.fromEntries(KINDS.map((kind) => [kind, colour(`--${kind}`)]));
  for (const column of chart.columns) {
    const pitch = chart.tall / column.things.length;
    const tall = Math.max(1.2, Math.min(MAP.mark, pitch - 1));
    const last = Math.min(column.things.length, Math.ceil(bottom / pitch) + 1);
    for (let row = Math.max(0, Math.floor(top / pitch) - 1); row < last; row += 1) {
      pen.fillStyle = paints[column.things[row].kind];
      pen.fillRect(column.x, (row + 0.5) * pitch - top - tall / 2, MAP.mark, tall);
    }
  }
}

// Name what finds room: first what is chosen or pointed at and what it is linked to, then what is in
// most facts.
function placeNames(layer, window) {
  const chosen = [pointedAt, state.thing, state.to].filter((thing) => thing && chart.spots.has(thing));
  const near = new Set(
    chosen.flatMap((thing) => [
      thing,
      ...thing.facts.filter(isFactShown).map((fact) => otherEnd(fact, thing)),
    ]),
  );
  const names = chart.columns.flatMap((column) => namesIn(column, near, window));
  layer.replaceChildren(
    ...names.map(({ thing, column, y }) => {
      const name = el(
        "a",
        {
          href: addressOf({ thing, to: null }),
          "data-thing": thing.n,
          lang: "vi",
          title: thing.label,
          class: chosen.includes(thing) ? "chosen" : near.has(thing) ? "near" : null,
        },
        thing.label,
      );
      name.style.left = `${column.x + MAP.mark + 4}px`;
      name.style.top = `${y - MAP.pitch / 2}px`;
      name.style.maxWidth = `${column.width - MAP.mark - 16}px`;
      return name;
    }),
  );
}

function namesIn(column, near, { top, bottom }) {
  const most = (bottom - top) / MAP.pitch;
  const reach = chart.tall / column.things.length > MAP.pitch ? 0 : 1;
  const taken = new Set();
  const found = [];
  for (const thing of [...column.things.filter((each) => near.has(each)), ...column.byWeight]) {
    if (found.length >= most) break;
    const y = chart.spots.get(thing).at * chart.tall;
    const slot = Math.round(y / MAP.pitch);
    if (y < top || y > bottom || taken.has(slot) || taken.has(slot - reach) || taken.has(slot + reach))
      continue;
    taken.add(slot);
    found.push({ thing, column, y });
  }
  return found;
}

// The chart as it is on the screen, on a canvas of its own, with its names.
function mapImage() {
  const layer = document.querySelector(".map .names");
  const painted = document.querySelector(".map canvas");
  const image = el("canvas", { width: painted.width, height: painted.height });
  const pen = image.getContext("2d");
  pen.fillStyle = colour("--ground");
  pen.fillRect(0, 0, image.width, image.height);
  pen.drawImage(painted, 0, 0);
  pen.scale(devicePixelRatio, devicePixelRatio);
  pen.font = `400 ${SIZE}px ${FONT}`;
  pen.fillStyle = colour("--ink");
  const top = document.getElementById("stage").scrollTop;
  for (const name of layer.children) {
    const room = parseFloat(name.style.maxWidth) - 6;
    pen.fillText(
      shortened(name.textContent, room),
      parseFloat(name.style.left) + 3,
      parseFloat(name.style.top) + 14 - top,
    );
  }
  return image;
}

// Zoom the heights about the height `at` of the stage; the columns stay where they are.
function setMapZoom(wanted, at) {
  const stage = document.getElementById("stage");
  const longest = Math.max(...chart.columns.map((column) => column.things.length));
  const most = Math.max(1, (longest * MAP.pitch * 1.3) / (stage.clientHeight - MAP.top));
  const y = at ?? stage.clientHeight / 2;
  const there = (stage.scrollTop + y - MAP.top) / mapZoom;
  mapZoom = Math.max(1, Math.min(most, wanted));
  paintMap();
  stage.scrollTo(stage.scrollLeft, there * mapZoom - y + MAP.top);
  repaintMap();
}

// The thing whose mark is at a place of the screen, if any.
function thingAt(event) {
  const stage = document.getElementById("stage");
  const frame = stage.getBoundingClientRect();
  const x = event.clientX - frame.left + stage.scrollLeft;
  const y = event.clientY - frame.top + stage.scrollTop - MAP.top;
  const column = chart.columns.find((each) => x >= each.x - MAP.mark && x <= each.x + 2 * MAP.mark);
  return column?.things[Math.floor((y / chart.tall) * column.things.length)] ?? null;
}

function listenToMap() {
  const stage = document.getElementById("stage");
  stage.addEventListener("scroll", moveMap);
  stage.addEventListener("mousemove", (event) => {
    if (state.view !== "map" || event.target.closest(".names a")) return;
    const thing = thingAt(event);
    stage.classList.toggle("pointing", thing !== null);
    if (thing === pointedAt) return;
    pointedAt = thing;
    repaintMap();
  });
  stage.addEventListener("mouseleave", () => {
    pointedAt = null;
    repaintMap();
  });
  stage.addEventListener("click", (event) => {
    if (state.view !== "map" || event.target.closest("a")) return;
    const thing = thingAt(event);
    if (thing) go({ thing, to: null });
  });
}
