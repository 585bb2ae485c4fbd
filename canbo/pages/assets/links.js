// An answer as a network: each column of things is a column of boxes, each row links its things.

import { readable } from "./answer.js";
import { addressOf, el, kindOf, say, shorten, svg } from "./spoken.js";

const MOST = 80;
const BOX = { width: 216, gap: 104, row: 46, height: 34, top: 8 };
const LETTERS = 27;

export function linksOf(answer) {
  const columns = answer.isGraph ? columnsOfTriples(answer) : columnsOfThings(answer);
  if (columns.length < 2) return el("p", {}, say("noNetwork"));
  const { boxes, lines, isCut } = network(answer, columns);
  if (lines.size === 0) return el("p", {}, say("noNetwork"));
  place(boxes, lines);
  const width = columns.length * BOX.width + (columns.length - 1) * BOX.gap + 4;
  const height = Math.max(...boxes.map((each) => each.length)) * BOX.row + BOX.top * 2;
  const flat = boxes.flatMap((each) => [...each]);
  return el(
    "div",
    {},
    isCut ? el("p", { class: "cut" }, say("networkCut", { shown: MOST })) : null,
    el(
      "div",
      { class: "wide-table" },
      svg(
        "svg",
        { class: "links", width, height, viewBox: `-2 0 ${width} ${height}`, role: "group", "aria-label": say("graphView") },
        [...lines.values()].map(line),
        flat.map(box),
      ),
    ),
  );
}

const columnsOfThings = (answer) => readable(answer).filter(({ isThing }) => isThing);

const columnsOfTriples = () => [
  { place: 0, label: -1 },
  { place: 2, label: -1 },
];

// The boxes of each column in the order of the rows, and the lines between neighbours of a row.
function network(answer, columns) {
  const found = columns.map(() => new Map());
  const lines = new Map();
  let isCut = false;
  for (const row of answer.rows) {
    if (lines.size >= MOST) {
      isCut = true;
      break;
    }
    let last = null;
    columns.forEach((column, n) => {
      const term = row[column.place];
      if (term?.type !== "uri") return;
      const label = (column.label >= 0 && row[column.label]?.value) || shorten(term.value);
      if (!found[n].has(term.value)) found[n].set(term.value, { iri: term.value, label, column: n });
      const here = found[n].get(term.value);
      if (last) lines.set(`${last.column} ${last.iri} ${n} ${here.iri}`, { from: last, to: here });
      last = here;
    });
  }
  return { boxes: found.map((map) => [...map.values()]), lines, isCut };
}

// Each column in the order of what its boxes are linked to on the left, so that few lines cross.
function place(columns, lines) {
  const left = new Map();
  for (const { from, to } of lines.values()) left.set(to, [...(left.get(to) ?? []), from]);
  const mean = (one) => {
    const linked = left.get(one) ?? [];
    return linked.length ? linked.reduce((sum, { y }) => sum + y, 0) / linked.length : 0;
  };
  columns.forEach((boxes, column) => {
    if (column) boxes.sort((a, b) => mean(a) - mean(b));
    boxes.forEach((one, row) => {
      one.x = column * (BOX.width + BOX.gap);
      one.y = BOX.top + row * BOX.row;
    });
  });
}

function line({ from, to }) {
  const [x, y, end, endY] = [from.x + BOX.width, from.y + BOX.height / 2, to.x, to.y + BOX.height / 2];
  const bend = Math.max(40, (end - x) / 2);
  return svg("path", { class: "ink", d: `M${x} ${y}C${x + bend} ${y} ${end - bend} ${endY} ${end} ${endY}` });
}

const RADIUS = { person: 17, post: 6 };

function box(one) {
  const kind = kindOf(one.iri);
  const words = one.label.length > LETTERS ? `${one.label.slice(0, LETTERS - 1).trimEnd()}…` : one.label;
  const drawn = [
    svg("title", {}, one.label),
    svg("rect", { class: "shape", x: one.x, y: one.y, width: BOX.width, height: BOX.height, rx: RADIUS[kind] ?? 0 }),
    svg("text", { x: one.x + 14, y: one.y + BOX.height / 2 + 5 }, words),
  ];
  const address = addressOf(one.iri);
  return address
    ? svg("a", { class: `k-${kind}`, href: address, "aria-label": one.label }, drawn)
    : svg("g", { class: `k-${kind}` }, drawn);
}
