// Where to draw: five columns, boxes as wide as their column, long lines led through gaps of their
// own, so that none runs behind a box. The order within a column starts from the one worked out in
// Python (viz/layout.py) for the whole network and is refined for what is drawn now.

const FONT = '"Be Vietnam Pro", system-ui, sans-serif';
const SIZE = 13;
const LINE = Math.round(SIZE * 1.35 * 10) / 10;
const PAD_X = 11;
const PAD_Y = 5;
const ROW_GAP = 9;
const MARGIN = 20;
const WIDEST = 216;
const NARROWEST = 96;
const NAME_WIDTH = 180;
const LEAST_GAP = 44;
const MOST_GAP = 150;
const WIDTH_STEP = 4;
const TALLEST = 4 * LINE + 2 * PAD_Y;
const SLOT = 7;
const ROUNDS = 6;

const ruler = document.createElement("canvas").getContext("2d");
const measured = new Map();

// How wide `words` print, in pixels; what was measured once is kept.
function widthOf(words, weight = 400) {
  const key = `${weight}${words}`;
  if (!measured.has(key)) {
    ruler.font = `${weight} ${SIZE}px ${FONT}`;
    measured.set(key, ruler.measureText(words).width);
  }
  return measured.get(key);
}

// A label as [{words, weight}]: a post says its title in bold, then its organisation.
function labelParts(thing) {
  if (thing.kind === "post" && thing.title && thing.label.startsWith(`${thing.title} `)) {
    const rest = thing.label.slice(thing.title.length + 1);
    return [
      { words: thing.title, weight: 600 },
      { words: rest, weight: 400 },
    ];
  }
  return [{ words: thing.label, weight: thing.kind === "person" ? 600 : 400 }];
}

// Words as they may be parted: units such as "Quận 1" hold together by a space that does not break.
const chunks = (words) =>
  unbreakable(words)
    .map((piece, n) => (n % 2 ? piece.replaceAll(" ", "\u00a0") : piece))
    .join("")
    .split(" ");

function wrap(parts, room) {
  const lines = [];
  for (const { words, weight } of parts) {
    let line = "";
    for (const chunk of chunks(words)) {
      const longer = line ? `${line} ${chunk}` : chunk;
      if (line && widthOf(longer, weight) > room) {
        lines.push({ words: line, weight });
        line = chunk;
      } else {
        line = longer;
      }
    }
    lines.push({ words: line, weight });
  }
  return lines;
}

const naturalWidth = (thing) =>
  sides(thing) + Math.max(...labelParts(thing).map((part) => widthOf(part.words, part.weight)));

const leastWidth = (thing) =>
  sides(thing) +
  Math.max(...labelParts(thing).flatMap((part) => chunks(part.words).map((c) => widthOf(c, part.weight))));

// {columns, boxes, routes, width, height, centre} for a drawing in `room` pixels.
function place(drawing, room) {
  const columns = columnsOf(drawing.things);
  setWidths(columns, room);
  const boxes = new Map();
  for (const column of columns) {
    column.cells = column.things.map((thing) => {
      const lines = wrap(labelParts(thing), column.width - sides(thing));
      const box = { thing, lines, column, height: lines.length * LINE + 2 * PAD_Y, beside: [], y: 0 };
      boxes.set(thing, box);
      return box;
    });
  }
  const routes = routeAll(drawing.facts, boxes, columns);
  orderCells(columns);
  const height = stack(columns);
  return { columns, boxes, routes, width: room, height, centre: drawing.centre };
}

function columnsOf(things) {
  const found = [];
  for (let at = 0; at < COLUMNS; at += 1) {
    const inIt = things.filter((thing) => thing.column === at).sort((a, b) => a.row - b.row);
    if (inIt.length) found.push({ at, things: inIt, place: found.length });
  }
  return found;
}

// Share `room` out: every column gets what it needs; then always the one that stands tallest gets what
// it takes to save a line, until there is nothing left or nothing to save.
function setWidths(columns, room) {
  const gaps = Math.max(columns.length - 1, 1);
  let free = room - 2 * MARGIN - gaps * LEAST_GAP;
  for (const column of columns) {
    const likes = Math.max(...column.things.map(naturalWidth)) + 1;
    const needs = Math.max(...column.things.map(leastWidth)) + 1;
    column.most = Math.ceil(Math.max(Math.min(likes, WIDEST), needs, NARROWEST));
    column.width = Math.ceil(
      column.at === 0 ? Math.min(column.most, NAME_WIDTH) : Math.max(needs, NARROWEST),
    );
    while (
      column.width < column.most &&
      column.things.some((thing) => boxHeight(thing, column.width) > TALLEST)
    ) {
      column.width += WIDTH_STEP;
    }
    column.tall = heightOf(column, column.width);
    free -= column.width;
  }
  const open = new Set(columns);
  while (open.size) {
    const tallest = [...open].reduce((one, other) => (other.tall > one.tall ? other : one));
    const width = nextWidth(tallest, free);
    if (width === null) {
      open.delete(tallest);
      continue;
    }
    free -= width - tallest.width;
    tallest.width = width;
    tallest.tall = heightOf(tallest, width);
  }
  const gap = Math.max(LEAST_GAP, Math.min(MOST_GAP, LEAST_GAP + free / gaps));
  const used = columns.reduce((sum, column) => sum + column.width, 0) + gap * (columns.length - 1);
  let x = Math.max(MARGIN, (room - used) / 2);
  for (const column of columns) {
    column.x = Math.round(x);
    x += column.width + gap;
  }
  columns.gap = gap;
}

// The least width at which a column saves a line; null where `free` pixels do not buy one.
function nextWidth(column, free) {
  const most = Math.min(column.most, column.width + free);
  for (let width = column.width + WIDTH_STEP; width <= most; width += WIDTH_STEP) {
    if (heightOf(column, width) < column.tall) return width;
  }
  return null;
}

// What a box keeps free on both sides of its words; a document has its folded corner.
const sides = (thing) => 2 * PAD_X + (thing.kind === "document" ? 5 : 0);

const boxHeight = (thing, width) => wrap(labelParts(thing), width - sides(thing)).length * LINE + 2 * PAD_Y;

const heightOf = (column, width) =>
  column.things.reduce((sum, thing) => sum + boxHeight(thing, width) + ROW_GAP, 0);

// Give every fact its way: from box to box, through a slot in each column it passes. Facts that share
// their busier end share the slots, so that many long lines become one.
function routeAll(facts, boxes, columns) {
  const long = new Map();
  const span = (fact) => [boxes.get(fact.subject), boxes.get(fact.object)].sort(byColumn);
  for (const fact of facts) {
    const [left, right] = span(fact);
    if (right.column.place - left.column.place < 2) continue;
    for (const end of [left, right]) long.set(end, (long.get(end) ?? 0) + 1);
  }
  const slots = new Map();
  return facts.map((fact) => {
    const [left, right] = span(fact);
    const stops = [left];
    if (left.column !== right.column) {
      const shared = long.get(left) > long.get(right) ? left : right;
      for (let at = left.column.place + 1; at < right.column.place; at += 1) {
        stops.push(slotFor(slots, shared, columns[at], shared === left ? "out" : "in"));
      }
    }
    stops.push(right);
    for (let n = 1; n < stops.length; n += 1) {
      if (left.column === right.column) break;
      stops[n - 1].beside.push(stops[n]);
      stops[n].beside.push(stops[n - 1]);
    }
    return { fact, stops };
  });
}

const byColumn = (a, b) => a.column.place - b.column.place;

function slotFor(slots, shared, column, way) {
  const key = `${shared.thing.n} ${way} ${column.place}`;
  if (!slots.has(key)) {
    const slot = { thing: null, column, height: SLOT, beside: [], y: 0 };
    column.cells.push(slot);
    slots.set(key, slot);
  }
  return slots.get(key);
}

// Sweep to and fro, each cell moving to the middle of its neighbours in the column just settled.
function orderCells(columns) {
  const settle = (column) => column.cells.forEach((cell, n) => (cell.rank = (n + 0.5) / column.cells.length));
  columns.forEach(settle);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const column of round % 2 ? [...columns].reverse() : columns) {
      for (const cell of column.cells) cell.middle = mean(cell.beside.map((near) => near.rank)) ?? cell.rank;
      column.cells.sort((a, b) => a.middle - b.middle);
      settle(column);
    }
  }
}

const mean = (values) =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

// Give every cell its height on the page, as near to its neighbours as the order and the gaps allow.
function stack(columns) {
  for (const column of columns) {
    let y = 0;
    for (const cell of column.cells) {
      cell.y = y + cell.height / 2;
      y += cell.height + gapBelow(cell);
    }
    column.cells.forEach((cell) => (cell.y -= y / 2));
  }
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    for (const column of round % 2 ? [...columns].reverse() : columns) settleHeights(column.cells);
  }
  const cells = columns.flatMap((column) => column.cells);
  const top = Math.min(...cells.map((cell) => cell.y - cell.height / 2));
  cells.forEach((cell) => (cell.y += MARGIN - top));
  return Math.max(...cells.map((cell) => cell.y + cell.height / 2)) + MARGIN;
}

const gapBelow = (cell) => (cell.thing ? ROW_GAP : ROW_GAP - 4);

// Least squares with the order kept: neighbours that would overlap move as one block (pool adjacent
// violators), each block to the mean of what its cells wish for.
function settleHeights(cells) {
  const blocks = [];
  let offset = 0;
  for (const cell of cells) {
    cell.offset = offset + cell.height / 2;
    offset += cell.height + gapBelow(cell);
    const wish = (mean(cell.beside.map((near) => near.y)) ?? cell.y) - cell.offset;
    const weight = cell.beside.length || 0.1;
    let block = { wish, weight, cells: [cell] };
    while (blocks.length && blocks.at(-1).wish >= block.wish) {
      const above = blocks.pop();
      const sum = above.weight + block.weight;
      block = {
        wish: (above.wish * above.weight + block.wish * block.weight) / sum,
        weight: sum,
        cells: above.cells.concat(block.cells),
      };
    }
    blocks.push(block);
  }
  for (const block of blocks) for (const cell of block.cells) cell.y = block.wish + cell.offset;
}
