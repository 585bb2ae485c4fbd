// What can be completed: our terms with their labels, prefixes, variables of the query, keywords.

import { DATA } from "./spoken.js";

const KEYWORDS =
  "SELECT DISTINCT WHERE OPTIONAL FILTER UNION MINUS BIND VALUES GRAPH GROUP BY ORDER HAVING LIMIT OFFSET ASC DESC ASK CONSTRUCT DESCRIBE PREFIX COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT COALESCE IF BOUND EXISTS NOT STR LANG STRSTARTS CONTAINS".split(" ");

const TERMS = DATA.terms.map(([label, type, detail, info]) => ({
  label,
  type,
  detail: detail || undefined,
  info: info || undefined,
}));
const PREFIXES = Object.entries(DATA.prefixes).map(([name, place]) => ({
  label: `${name}:`,
  type: "namespace",
  detail: place,
  boost: -1,
}));
const WORDS = KEYWORDS.map((label) => ({ label, type: "keyword", boost: -2 }));

export function complete(context) {
  const variable = context.matchBefore(/[?$]\w*/);
  if (variable) return { from: variable.from, options: variables(context), validFor: /^[?$]\w*$/ };
  const word = context.matchBefore(/[\w-]*:?[\w-]*/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  if (inTextOrComment(context)) return null;
  return { from: word.from, options: [...TERMS, ...PREFIXES, ...WORDS], validFor: /^[\w-]*:?[\w-]*$/ };
}

function variables(context) {
  const found = new Set(context.state.doc.toString().match(/[?$]\w+/g));
  const typed = context.matchBefore(/[?$]\w*/).text;
  found.delete(typed);
  return [...found].map((label) => ({ label, type: "variable" }));
}

function inTextOrComment(context) {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  return /^\s*#/.test(before) || (before.match(/"/g) ?? []).length % 2 === 1;
}
