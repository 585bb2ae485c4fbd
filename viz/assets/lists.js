// The same without a picture: a list of things, and a table of facts that can be sorted.

const LIST_STEP = 60;
const TABLE_STEP = 200;

// Put `make(item)` of the first items into `parent`, and a button that brings the next ones.
function inPortions(parent, items, step, make) {
  parent.append(...items.slice(0, step).map(make));
  const rest = items.slice(step);
  if (rest.length === 0) return null;
  return el(
    "button",
    {
      type: "button",
      class: "more",
      onclick: (event) => {
        const next = inPortions(parent, rest, step, make);
        if (next) event.target.replaceWith(next);
        else event.target.remove();
      },
    },
    say("showMore", { count: number(Math.min(step, rest.length)) }),
  );
}

function listView() {
  const sections = KINDS.map((kind) => {
    const things = THINGS.filter((thing) => thing.kind === kind && isLive(thing)).sort(
      LIST_ORDER[kind] ?? firstLabelled,
    );
    if (things.length === 0) return null;
    const list = el("ul", {});
    const more = inPortions(list, things, LIST_STEP, listItem);
    return el(
      "section",
      { class: "listing" },
      el("h2", {}, kindMark(kind), kindWord(kind), el("span", { class: "count" }, number(things.length))),
      list,
      more,
    );
  }).filter(Boolean);
  return sections.length ? sections : [el("p", { class: "empty" }, say("noFacts"))];
}

// People by their given name, which comes last; documents the newest first; the rest by name.
const LIST_ORDER = {
  person: (a, b) => compareNames(givenFirst(a.label), givenFirst(b.label)) || a.n - b.n,
  document: (a, b) => compareNames(b.date, a.date) || firstLabelled(a, b),
};

const givenFirst = (name) => `${name.slice(name.lastIndexOf(" ") + 1)} ${name}`;

function listItem(thing) {
  const about = summary(thing);
  return el(
    "li",
    {},
    el(
      "a",
      {
        href: addressOf({ thing, to: null }),
        class: thing === state.thing ? "chosen" : null,
        "aria-current": thing === state.thing && "true",
        "data-thing": thing.n,
      },
      el("span", { class: "name", lang: "vi" }, set(thing.label)),
      about ? el("span", { class: "about" }, set(about)) : null,
    ),
  );
}

// One line on a thing: a person's posts, the holders of a post, what a document is about.
function summary(thing) {
  const names = (relation, isSubject) =>
    thing.facts
      .filter(
        (fact) => fact.relation === relation && (fact.subject === thing) === isSubject && isFactShown(fact),
      )
      .map((fact) => otherEnd(fact, thing).label);
  switch (thing.kind) {
    case "person":
      return names("holds", true).join("; ");
    case "post":
      return names("holds", false).join("; ");
    case "organization":
      return [thing.system && conceptWord("system", thing.system), ...names("part-of", true)]
        .filter(Boolean)
        .join(" · ");
    case "document":
      return [...names("issued-by", true), thing.date && dateWord(thing.date), thing.subject]
        .filter(Boolean)
        .join(" · ");
    default:
      return [thing.date && dateWord(thing.date), ...names("convened", false)].filter(Boolean).join(" · ");
  }
}

const TABLE_COLUMNS = [
  ["subject", (fact) => fact.subject.label],
  ["relation", (fact) => relationWord(fact)],
  ["object", (fact) => fact.object.label],
  ["from", (fact) => fact.bounds?.[0] || fact.bounds?.[1] || fact.since],
  ["until", (fact) => fact.bounds?.[3] || fact.bounds?.[2] || ""],
  ["standing", (fact) => factStanding(fact)],
  ["quote", (fact) => fact.evidence[0]?.quote ?? ""],
  ["source", (fact) => fact.evidence[0]?.source?.title ?? ""],
];

// At first people with their posts, then deeds, then how bodies hang together.
let sorting = { column: "", up: true };
const TOLD_FIRST =
  "holds elected implements studies urges issues cites violates issued-by convened attended supersedes amends based_on post-in part-of counterpart".split(
    " ",
  );

const tableFacts = () => (state.thing ? state.thing.facts : FACTS).filter(isFactShown);

function tableView() {
  const facts = sorted(tableFacts());
  const body = el("tbody", {});
  const more = inPortions(body, facts, TABLE_STEP, tableRow);
  const heads = TABLE_COLUMNS.filter(([name]) => state.on || name !== "standing").map(([name]) =>
    el(
      "th",
      {
        scope: "col",
        class: `c-${name}`,
        "aria-sort": sorting.column === name && (sorting.up ? "ascending" : "descending"),
      },
      el("button", { type: "button", "data-sort": name, onclick: () => sortBy(name) }, say(name)),
    ),
  );
  const caption = el(
    "caption",
    {},
    `${state.thing ? `${state.thing.label}: ` : ""}${say("rows", { count: number(facts.length) })}`,
  );
  if (facts.length === 0) return [el("p", { class: "empty" }, say("noFacts"))];
  return [el("table", {}, caption, el("thead", {}, el("tr", {}, heads)), body), more];
}

function sortBy(column) {
  sorting = { column, up: sorting.column === column ? !sorting.up : true };
  render();
  document.querySelector(`[data-sort=${column}]`)?.focus();
}

function sorted(facts) {
  if (!sorting.column) {
    const place = (fact) => TOLD_FIRST.indexOf(fact.relation);
    return [...facts].sort((a, b) => place(a) - place(b) || firstLabelled(a.subject, b.subject) || a.n - b.n);
  }
  const key = TABLE_COLUMNS.find(([name]) => name === sorting.column)[1];
  const way = sorting.up ? 1 : -1;
  return facts
    .map((fact) => [key(fact), fact])
    .sort(([a, one], [b, other]) => way * compareNames(a, b) || one.n - other.n)
    .map(([, fact]) => fact);
}

function tableRow(fact) {
  const [startEarliest, startLatest, endEarliest, endLatest] = fact.bounds ?? ["", fact.since, "", ""];
  const passages = distinctPassages(fact.evidence);
  const cell = (name, ...children) => el("td", { class: `c-${name}`, "data-head": say(name) }, ...children);
  return el(
    "tr",
    { "data-fact": fact.n, class: factStanding(fact) },
    cell("subject", thingLink(fact.subject)),
    cell("relation", relationWord(fact)),
    cell("object", thingLink(fact.object)),
    cell(
      "from",
      startEarliest ? rangeWord(startEarliest, startLatest || startEarliest) : known("≤", startLatest),
    ),
    cell("until", endLatest ? rangeWord(endEarliest || endLatest, endLatest) : known("≥", endEarliest)),
    state.on ? cell("standing", fact.bounds ? say(factStanding(fact)) : "") : null,
    cell(
      "quote",
      passages.slice(0, 1).map((passage) => passage.quote && el("q", { lang: "vi" }, set(passage.quote))),
    ),
    cell(
      "source",
      passages.map((passage) =>
        el(
          "span",
          { class: "line" },
          sourceName(passage.source),
          passage.source ? ` ${dateWord(passage.source.date)}` : "",
        ),
      ),
    ),
  );
}

// A bound that is known on one side only: no later, no earlier.
const known = (sign, day) => (day ? `${sign} ${dateWord(day)}` : "");
