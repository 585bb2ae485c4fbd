// Tenures over time: solid where certain, hatched where only possible, open where nothing is known.

// In pixels; it is as wide as the panel, so that its words keep their size.
const STRIP = { width: 316, bar: 9, row: 40, top: 22 };
const PANEL_PADDING = 40;

const timeOf = (day) => Date.UTC(...day.split("-").map((part, n) => (n === 1 ? part - 1 : +part)));

// The strip of `tenures`, each named by `nameOf`; null where no day is known.
function timeline(tenures, nameOf) {
  const days = tenures.flatMap((fact) => fact.bounds.filter(Boolean));
  if (state.on) days.push(state.on);
  if (days.length === 0) return null;
  STRIP.width = Math.max(240, document.getElementById("panel").clientWidth - PANEL_PADDING);
  const scale = scaleOf(days.sort());
  const height = STRIP.top + tenures.length * STRIP.row;
  const sorted = [...tenures].sort((a, b) => (beginOf(a) < beginOf(b) ? -1 : 1));
  return svg(
    "svg",
    {
      class: "timeline",
      viewBox: `0 0 ${STRIP.width} ${height}`,
      role: "img",
      "aria-label": sorted.map((fact) => `${nameOf(fact)}: ${boundsWords(fact.bounds)}`).join(". "),
    },
    svg("defs", {}, hatch()),
    years(scale, height),
    sorted.map((fact, n) => tenureRow(fact, nameOf(fact), scale, STRIP.top + n * STRIP.row)),
    state.on ? svg("path", { class: "now", d: `M${scale.x(state.on)} ${STRIP.top - 6}V${height}` }) : null,
  );
}

const beginOf = (fact) => fact.bounds[1] || fact.bounds[0] || fact.bounds[2] || fact.bounds[3] || "9";

function scaleOf(days) {
  const year = 365.25 * 864e5;
  const [first, last] = [timeOf(days[0]), timeOf(days.at(-1))];
  const margin = Math.max((last - first) * 0.18, year * 0.6);
  const [from, to] = [first - margin, last + margin];
  const x = (day) => round(((timeOf(day) - from) / (to - from)) * STRIP.width);
  return { x, from: new Date(from).getUTCFullYear() + 1, to: new Date(to).getUTCFullYear() };
}

function years(scale, height) {
  const step = Math.max(1, Math.ceil((scale.to - scale.from + 1) / 6));
  const marks = [];
  for (let year = scale.from; year <= scale.to; year += step) {
    const x = scale.x(`${year}-01-01`);
    if (x > STRIP.width - 20 || x < 14) continue;
    marks.push(svg("path", { class: "year", d: `M${x} ${STRIP.top - 6}V${height}` }));
    marks.push(svg("text", { x, y: 11, "text-anchor": "middle" }, String(year)));
  }
  return svg("g", { class: "years" }, marks);
}

function tenureRow(fact, name, scale, y) {
  const [startEarliest, startLatest, endEarliest, endLatest] = fact.bounds;
  const left = startEarliest ? scale.x(startEarliest) : 0;
  const right = endLatest ? scale.x(endLatest) : STRIP.width;
  const barY = y + 19;
  const bar = { y: barY, height: STRIP.bar };
  const maybe = svg("rect", { ...bar, class: "maybe", x: left, width: Math.max(right - left, 2) });
  const marks = [maybe];
  if (startLatest && startLatest <= endEarliest) {
    const [x, end] = [scale.x(startLatest), scale.x(endEarliest)];
    marks.push(
      svg("rect", { ...bar, class: "sure", x: Math.min(x, STRIP.width - 4), width: Math.max(end - x, 4) }),
    );
  }
  if (startEarliest) marks.push(svg("path", { class: "edge", d: `M${left} ${barY - 2}v${STRIP.bar + 4}` }));
  if (endLatest) marks.push(svg("path", { class: "edge", d: `M${right} ${barY - 2}v${STRIP.bar + 4}` }));
  return svg(
    "g",
    {},
    marks,
    svg("text", { class: "name", x: 0, y: y + 13 }, shortened(name, STRIP.width)),
    svg("title", {}, name),
  );
}

function shortened(words, room) {
  if (widthOf(words) <= room) return words;
  let end = words.length;
  while (end > 0 && widthOf(`${words.slice(0, end)}…`) > room) end -= 1;
  return `${words.slice(0, end).trimEnd()}…`;
}

const hatch = () =>
  svg(
    "pattern",
    { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("path", { d: "M0 0v5", class: "hatch" }),
  );
