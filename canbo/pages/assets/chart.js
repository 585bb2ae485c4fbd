// Tenures of an answer over time: solid where certain, hatched where only possible.

import { el, say, svg } from "./spoken.js";

const BOUNDS = ["startEarliest", "startLatest", "endEarliest", "endLatest"];
const MOST = 200;
const DAY = 864e5;

export function chartOf(answer) {
  const at = BOUNDS.map((name) => answer.columns.indexOf(name));
  if (at.every((place) => place < 0)) return el("p", {}, say("noChart"));
  const tenures = answer.rows
    .map((row) => ({ name: nameOf(answer, row), bounds: at.map((n) => dayOf(row[n]?.value)) }))
    .filter(({ bounds }) => bounds.some((day) => day !== null));
  if (tenures.length === 0) return el("p", {}, say("noChart"));
  const shown = tenures.slice(0, MOST);
  const scale = scaleOf(shown.flatMap(({ bounds }) => bounds.filter((day) => day !== null)));
  return el(
    "div",
    { class: "chart over" },
    tenures.length > MOST ? el("p", { class: "cut" }, say("chartCut", { shown: MOST })) : null,
    el("div", { class: "row axis", "aria-hidden": "true" }, el("span"), years(scale)),
    el("ol", { class: "rows" }, shown.map((tenure) => rowOf(tenure, scale))),
    key(),
  );
}

function nameOf({ columns }, row) {
  const of = (name) => row[columns.indexOf(name)]?.value;
  const labels = [of("personLabel"), of("postLabel")].filter(Boolean);
  return labels.join(", ") || row.find((term) => term?.type === "literal")?.value || "";
}

function dayOf(text) {
  const time = text ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : time;
}

function scaleOf(days) {
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const margin = Math.max((last - first) * 0.08, 310 * DAY);
  const [from, to] = [first - margin, last + margin];
  return { from, to, x: (day) => ((day - from) / (to - from)) * 100 };
}

const marksOf = ({ from, to, x }) => {
  const [first, last] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()];
  const step = [1, 2, 5, 10, 20, 25, 50, 1e4].find((s) => (last - first) / s < 6);
  const marks = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const place = x(Date.UTC(year, 0, 1));
    if (place > 3 && place < 97) marks.push([year, `${place}%`]);
  }
  return marks;
};

const years = (scale) =>
  svg("svg", { width: "100%", height: 20 }, marksOf(scale).map(([year, x]) => svg("text", { x, y: 14, "text-anchor": "middle" }, String(year))));

function rowOf({ name, bounds }, scale) {
  const [startEarliest, startLatest, endEarliest, endLatest] = bounds;
  const left = startEarliest === null ? 0 : scale.x(startEarliest);
  const right = endLatest === null ? 100 : scale.x(endLatest);
  const isSure = startLatest !== null && endEarliest !== null && startLatest <= endEarliest;
  const sureFrom = isSure ? scale.x(startLatest) : 0;
  const bar = { y: 4, height: 10 };
  const edge = (x) => svg("line", { class: "edge", x1: `${x}%`, x2: `${x}%`, y1: 1, y2: 17 });
  const fade = (name, x, width) => svg("rect", { x, y: 2, width, height: 14, fill: `url(#${name})` });
  const grid = marksOf(scale).map(([, x]) => svg("line", { x1: x, x2: x, y1: 0, y2: "100%" }));
  return el(
    "li",
    { class: "row" },
    el("span", { class: "who" }, name),
    el(
      "span",
      { class: "lane" },
      svg("svg", { class: "grid", width: "100%", height: "100%", "aria-hidden": "true" }, grid),
      svg(
        "svg",
        { class: "bars", width: "100%", height: 18, role: "img", "aria-label": spoken(bounds, isSure) },
        svg("rect", { ...bar, class: "maybe", fill: "url(#hatch)", x: `${left}%`, width: `${Math.max(right - left, 0.8)}%` }),
        isSure
          ? svg("rect", { ...bar, class: "sure", x: `${sureFrom}%`, width: `${Math.max(scale.x(endEarliest) - sureFrom, 0.8)}%` })
          : null,
        startEarliest === null ? fade("fade", "0", "9%") : edge(left),
        endLatest === null ? fade("fade-out", "91%", "9.5%") : edge(right),
      ),
    ),
  );
}

function spoken([startEarliest, startLatest, endEarliest, endLatest], isSure) {
  const day = (time, other) => (time === null ? say(other) : new Date(time).toISOString().slice(0, 10));
  const possible = `${say("maybe")}: ${day(startEarliest, "unknownStart")} – ${day(endLatest, "unknownEnd")}`;
  return isSure ? `${say("sure")}: ${day(startLatest)} – ${day(endEarliest)}; ${possible}` : possible;
}

const sample = (attributes) =>
  svg("svg", { width: 34, height: 12, "aria-hidden": "true" }, svg("rect", { x: 0, y: 1, width: 34, height: 10, ...attributes }));

const key = () =>
  el(
    "ul",
    { class: "key" },
    el("li", {}, sample({ class: "sure" }), say("sure")),
    el("li", {}, sample({ class: "maybe", fill: "url(#hatch)" }), say("maybe")),
  );
