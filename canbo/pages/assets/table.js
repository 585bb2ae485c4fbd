// An answer as a table: things lead to their pages, labels stand for them.

import { readable } from "./answer.js";
import { addressOf, el, number, say, shorten } from "./spoken.js";

const MOST = 1000;

export function tableOf(answer) {
  if (answer.truth !== undefined)
    return el("p", { class: "truth" }, say(answer.truth ? "yes" : "notTrue"));
  if (answer.rows.length === 0) return el("p", {}, say("noRows"));
  const columns = readable(answer);
  const shown = answer.rows.slice(0, MOST);
  const head = el("tr", {}, columns.map(({ name }) => el("th", { scope: "col" }, name)));
  const body = shown.map((row) => el("tr", {}, columns.map((column) => cell(row, column))));
  const cut = answer.rows.length > MOST;
  return el(
    "div",
    {},
    cut ? el("p", { class: "cut" }, say("rowsCut", { shown: number(MOST) })) : null,
    el("div", { class: "wide-table" }, el("table", {}, el("thead", {}, head), el("tbody", {}, body))),
  );
}

// A coded value by its name alone.
const short = (iri) => shorten(iri).replace(/^scheme\/[\w-]+\//, "");

function cell(row, column) {
  const term = row[column.place];
  if (!term) return el("td");
  const label = column.label >= 0 ? row[column.label]?.value : undefined;
  if (term.type === "uri") {
    const address = addressOf(term.value);
    const words = label ?? short(term.value);
    const raw = label === undefined ? { class: "raw", title: term.value } : {};
    return el("td", {}, address ? el("a", { href: address, ...raw }, words) : words);
  }
  const isNumber = /#(integer|decimal|double|float)$/.test(term.datatype ?? "");
  const isDay = term.datatype?.endsWith("#date");
  return el("td", { class: isNumber ? "number" : isDay ? "date" : null, lang: term["xml:lang"] }, term.value);
}
