// Drawing: the picture as inline SVG. Every thing is a link, so that Tab, a screen reader and the
// browser's own search reach it.

const SVG = "http://www.w3.org/2000/svg";

// An element of the page. Text only ever goes in as text.
function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// Words with their units held together, for HTML.
const set = (words) =>
  unbreakable(words)
    .map((piece, n) => (n % 2 ? el("span", { class: "unit" }, piece) : piece))
    .filter((piece) => piece !== "");

// A link to `thing`.
const thingLink = (thing) =>
  el("a", { href: addressOf({ thing, to: null }), class: `k-${thing.kind}` }, set(thing.label));

let zoom = 1;

// From how many pixels on a bow within a column is only drawn when one of its ends is looked at.
const FAR = 170;

// The picture of `placed`; `lit` are the facts to bring out, `bright` the things.
function drawPicture(placed, drawing, lit, bright) {
  const drawn = new Set(drawing.things);
  const picture = svg("svg", {
    class: bright.size ? "picture choosing" : "picture",
    viewBox: `0 0 ${placed.width} ${placed.height}`,
    width: placed.width * zoom,
    height: placed.height * zoom,
    role: "group",
    "aria-label": say("stage"),
  });
  const routes = placed.routes.filter((route) => isFactShown(route.fact));
  routes.sort((a, b) => lit.has(a.fact) - lit.has(b.fact));
  setPorts(placed);
  picture.append(
    svg("defs", {}, arrow("arrow"), arrow("arrow-lit")),
    svg(
      "g",
      { class: "lines" },
      routes.map((route) => drawLine(route, placed, lit)),
    ),
    svg(
      "g",
      { class: "things" },
      drawing.things
        .filter(isLive)
        .map((thing) => drawThing(placed, thing, bright, hiddenLinks(thing, drawn))),
    ),
  );
  return picture;
}

const arrow = (id) =>
  svg(
    "marker",
    {
      id,
      viewBox: "0 0 8 8",
      refX: 7,
      refY: 4,
      markerWidth: 9,
      markerHeight: 9,
      markerUnits: "userSpaceOnUse",
      orient: "auto",
    },
    svg("path", { d: "M0.5 0.5 7.5 4 0.5 7.5z", class: id }),
  );

const leftOf = (cell) => cell.column.x;
const rightOf = (cell) => cell.column.x + cell.column.width;

// Lines that leave a box on one side leave it at different heights, in the order they arrive.
function setPorts(placed) {
  const sides = new Map();
  const join = (cell, side, other) => {
    const key = `${side}`;
    if (!sides.has(cell)) sides.set(cell, { left: new Set(), right: new Set() });
    sides.get(cell)[key].add(other);
  };
  for (const { stops } of placed.routes) {
    for (let n = 1; n < stops.length; n += 1) {
      const [a, b] = [stops[n - 1], stops[n]];
      if (a.column === b.column) continue;
      join(a, "right", b);
      join(b, "left", a);
    }
  }
  for (const [cell, { left, right }] of sides) {
    cell.ports = { left: spread(cell, left), right: spread(cell, right) };
  }
}

function spread(cell, others) {
  const sorted = [...others].sort((a, b) => a.y - b.y);
  const step = cell.thing ? Math.min(6, (cell.height - 14) / Math.max(sorted.length - 1, 1)) : 0;
  const first = cell.y - (step * (sorted.length - 1)) / 2;
  return new Map(sorted.map((other, n) => [other, first + n * step]));
}

function drawLine({ fact, stops }, placed, lit) {
  const sameColumn = stops[0].column === stops.at(-1).column;
  const d = sameColumn ? arc(fact, placed) : curve(stops);
  const backwards = !sameColumn && stops[0].thing !== fact.subject;
  const isLit = lit.has(fact);
  const isFar = sameColumn ? Math.abs(stops[0].y - stops[1].y) > FAR : fact.relation === "part-of";
  const classes = [
    "line",
    `r-${fact.relation}`,
    isLit && "lit",
    isFar && "far",
    factStanding(fact) === "possible" && "possible",
  ];
  const marker = `url(#${isLit ? "arrow-lit" : "arrow"})`;
  const title = `${fact.subject.label}, ${relationWord(fact)}: ${fact.object.label}`;
  return svg(
    "g",
    { class: classes.filter(Boolean).join(" "), "data-fact": fact.n },
    svg("path", {
      d,
      class: "ink",
      "marker-end": sameColumn && fact.relation !== "counterpart" && marker,
      "marker-start": backwards && marker,
    }),
    svg("path", { d, class: "touch" }, svg("title", {}, title)),
  );
}

function curve(stops) {
  const first = stops[0];
  let d = `M${rightOf(first)} ${round(first.ports.right.get(stops[1]))}`;
  for (let n = 1; n < stops.length; n += 1) {
    const [a, b] = [stops[n - 1], stops[n]];
    const [x, y] = [rightOf(a), a.ports.right.get(b)];
    const [u, v] = [leftOf(b), b.ports.left.get(a)];
    const bend = (u - x) * 0.5;
    d += `C${round(x + bend)} ${round(y)} ${round(u - bend)} ${round(v)} ${u} ${round(v)}`;
    if (n < stops.length - 1) d += `H${rightOf(b)}`;
  }
  return d;
}

// Between two boxes of one column: a bow in the gap beside it.
function arc(fact, placed) {
  const [a, b] = [placed.boxes.get(fact.subject), placed.boxes.get(fact.object)];
  const x = rightOf(a);
  const way = Math.sign(b.y - a.y) || 1;
  const [y, v] = [a.y + way * (a.height / 2 - 9), b.y - way * (b.height / 2 - 9)];
  const bow = Math.min(placed.columns.gap * 0.72, 12 + Math.abs(v - y) * 0.09);
  return `M${x} ${round(y)}C${round(x + bow)} ${round(y)} ${round(x + bow)} ${round(v)} ${x} ${round(v)}`;
}

const round = (value) => Math.round(value * 10) / 10;

function drawThing(placed, thing, bright, hidden) {
  const box = placed.boxes.get(thing);
  const { lines, column } = box;
  const [x, y] = [column.x, round(box.y - box.height / 2)];
  const chosen = thing === state.thing || thing === state.to;
  const classes = [
    "thing",
    `k-${thing.kind}`,
    bright.has(thing) && "bright",
    chosen && "chosen",
    thing === placed.centre && "centre",
    thing.open && "open",
  ];
  const top = y + PAD_Y + LINE * 0.74;
  const label = svg(
    "text",
    { x: x + PAD_X },
    lines.map((line, n) =>
      svg(
        "tspan",
        { x: x + PAD_X, y: round(top + n * LINE), class: line.weight === 600 && "strong" },
        n < lines.length - 1 ? `${line.words} ` : line.words,
      ),
    ),
  );
  const more = hidden ? badge(rightOf(box), y, hidden) : null;
  return svg(
    "a",
    {
      href: addressOf({ thing, to: null }),
      class: classes.filter(Boolean).join(" "),
      "data-thing": thing.n,
      "aria-label": `${oneWord(thing)}: ${thing.label}${hidden ? `. ${say("hiddenNear", { count: hidden })}` : ""}`,
      "aria-current": chosen && "true",
    },
    shape(thing, x, y, column.width, round(box.height)),
    label,
    more,
  );
}

function shape(thing, x, y, width, height) {
  const outline = {
    person: () => svg("rect", { x, y, width, height, rx: Math.min(height / 2, 16) }),
    post: () => svg("rect", { x, y, width, height, rx: 6 }),
    organization: () => svg("rect", { x, y, width, height }),
    document: () => svg("path", { d: `M${x} ${y}h${width - 10}l10 10v${height - 10}h${-width}z` }),
    event: () =>
      svg("path", {
        d: `M${x + 7} ${y}h${width - 14}l7 ${height / 2}l-7 ${height / 2}h${14 - width}l-7 ${-height / 2}z`,
      }),
  }[thing.kind]();
  outline.setAttribute("class", "shape");
  const marks = [outline];
  if (thing.kind === "document")
    marks.push(svg("path", { class: "fold", d: `M${x + width - 10} ${y}v10h10` }));
  if (thing.system === "party")
    marks.push(svg("path", { class: "party", d: `M${x + 3.5} ${y + 5}v${height - 10}` }));
  return marks;
}

// A sign that a box has links which are not drawn; how many, it says when asked.
function badge(x, y, hidden) {
  return svg(
    "g",
    { class: "more" },
    svg("title", {}, say("hiddenNear", { count: number(hidden) })),
    svg("circle", { cx: x - 3, cy: y + 1, r: 7 }),
    svg("path", { d: `M${x - 6.5} ${y + 1}h7M${x - 3} ${y - 2.5}v7` }),
  );
}
