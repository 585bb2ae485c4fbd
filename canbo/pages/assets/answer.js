// An answer of the endpoint as columns and rows of terms, whatever form the query had.

// `terms` are {type: "uri" | "literal" | "bnode", value, "xml:lang"?, datatype?} or undefined.
export function readRows(text) {
  const told = JSON.parse(text);
  if ("boolean" in told) return { truth: told.boolean, columns: [], rows: [] };
  const columns = told.head.vars;
  return {
    columns,
    rows: told.results.bindings.map((binding) => columns.map((column) => binding[column])),
  };
}

const TERM = String.raw`<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?`;
const TRIPLE = new RegExp(String.raw`^\s*(?:${TERM})\s+(?:${TERM})\s+(?:${TERM})\s*\.`);

// N-Triples as three columns.
export function readTriples(text) {
  const rows = [];
  for (const line of text.split("\n")) {
    const found = TRIPLE.exec(line);
    if (found) rows.push([termOf(found, 1), termOf(found, 6), termOf(found, 11)]);
  }
  return { columns: ["subject", "predicate", "object"], rows, isGraph: true };
}

function termOf(found, at) {
  const [iri, blank, literal, language, datatype] = found.slice(at, at + 5);
  if (iri !== undefined) return { type: "uri", value: unescaped(iri) };
  if (blank !== undefined) return { type: "bnode", value: blank };
  return { type: "literal", value: unescaped(literal), "xml:lang": language, datatype };
}

const ESCAPES = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f" };

const unescaped = (text) =>
  text.replace(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g, (_, short, long, one) =>
    one === undefined ? String.fromCodePoint(parseInt(short ?? long, 16)) : (ESCAPES[one] ?? one),
  );

// Columns as people read them: `x` with `xLabel` are one, which shows the label and leads to x.
export function readable({ columns, rows }) {
  const at = new Map(columns.map((column, n) => [column, n]));
  const labels = new Set(columns.filter((name) => at.has(name.replace(/Label$/, "")) && name.endsWith("Label")));
  return columns
    .filter((name) => !labels.has(name))
    .map((name) => ({
      name,
      place: at.get(name),
      label: at.get(`${name}Label`) ?? -1,
      isThing: rows.slice(0, 200).some((row) => row[at.get(name)]?.type === "uri"),
    }));
}
