// The words behind a fact: each passage once, with what stands around it, its source and its date.

// Whether passage `a` stands inside passage `b`; a row of the register only in itself. Without quotes
// a source is one passage.
function within(a, b) {
  if (a.source !== b.source) return false;
  if (a.source === null) return a.quote === b.quote;
  return !PACK.quoted || (a.start >= b.start && a.end <= b.end);
}

const samePassage = (a, b) => within(a, b) && within(b, a);

// `evidence` with every passage once, and none that another contains; what was noted is kept.
function distinctPassages(evidence) {
  const widest = evidence.filter(
    (one, n) => !evidence.some((other, m) => (samePassage(one, other) ? m < n : within(one, other))),
  );
  return widest.map((passage) => {
    const covered = evidence.filter((other) => within(other, passage));
    return {
      ...passage,
      notes: [...new Set(covered.flatMap((other) => other.notes))],
      inferred: covered.some((other) => other.inferred),
    };
  });
}

const isWebAddress = (url) => /^https?:\/\//i.test(url);

function sourceName(source) {
  if (!source) return say("register");
  if (!isWebAddress(source.url)) return el("cite", {}, set(source.title || source.id));
  const link = el("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" });
  link.append(...set(source.title || source.id));
  return el("cite", {}, link);
}

// An address as a link, anything else as it is.
const noteOf = (note) =>
  isWebAddress(note)
    ? el("a", { href: note, rel: "noopener noreferrer", target: "_blank", class: "address" }, note)
    : set(note);

const registerBlock = (row) =>
  el(
    "div",
    { class: "register" },
    el("p", {}, say("registerRow"), " ", el("span", { lang: "vi" }, set(row.quote))),
    row.notes.map((note) => el("span", { class: "note" }, noteOf(note))),
  );

const wordsOf = (passage) =>
  el(
    "blockquote",
    { lang: "vi" },
    el("span", { class: "around" }, set(lead(passage.prefix))),
    el("mark", {}, set(passage.quote)),
    el("span", { class: "around" }, set(trail(passage.suffix))),
  );

function quoteBlock(passage) {
  const { source } = passage;
  if (!source) return registerBlock(passage);
  const from = [source.publisher, dateWord(source.date)].filter(Boolean).join(", ");
  return el(
    "figure",
    { class: "quote" },
    PACK.quoted ? wordsOf(passage) : null,
    el(
      "figcaption",
      {},
      sourceName(source),
      from ? el("span", {}, `, ${from}`) : null,
      passage.status ? el("span", { class: "tag" }, conceptWord("status", passage.status)) : null,
      passage.inferred ? el("span", { class: "tag" }, say("inferred")) : null,
      passage.notes.map((note) => el("span", { class: "note" }, noteOf(note))),
    ),
  );
}

// The words before and after a quote, from a whole word on.
const lead = (words) => (words ? `… ${words.replace(/^\S*\s+/, "")}` : "");
const trail = (words) => (words ? `${words.replace(/\s+\S*$/, "")} …` : "");

// The quotes of some facts, the latest source first.
const quoteBlocks = (evidence) =>
  distinctPassages(evidence)
    .sort((a, b) => compareNames(b.source?.date ?? "", a.source?.date ?? ""))
    .map(quoteBlock);
