// Facts about a thing, told in groups: what each says, when, on whose words.

// Groups of facts in the order they are told, [relation, whether the thing is the subject].
const GROUPS = [
  ["holds", true],
  ["holds", false],
  ["elected", false],
  ["elected", true],
  ["post-in", true],
  ["post-in", false],
  ["issued-by", true],
  ["issued-by", false],
  ["issues", true],
  ["issues", false],
  ["implements", true],
  ["implements", false],
  ["studies", true],
  ["studies", false],
  ["urges", true],
  ["urges", false],
  ["cites", true],
  ["cites", false],
  ["violates", true],
  ["violates", false],
  ["supersedes", true],
  ["supersedes", false],
  ["amends", true],
  ["amends", false],
  ["based_on", true],
  ["based_on", false],
  ["convened", true],
  ["convened", false],
  ["attended", true],
  ["attended", false],
  ["part-of", true],
  ["part-of", false],
  ["counterpart", true],
  ["counterpart", false],
];
const AT_ONCE = 12;

function factGroup(thing, facts) {
  if (facts.length === 0) return null;
  const sorted = [...facts].sort(byTime);
  const isRegistered = facts[0].relation === "issued-by" && facts.every((fact) => fact.evidence.length === 0);
  const head = el(
    "h3",
    {},
    el("span", {}, capital(relationWord(facts[0], thing))),
    facts.length > 1 ? el("span", { class: "count" }, number(facts.length)) : null,
    isRegistered ? el("span", { class: "tag" }, say("registered")) : null,
  );
  const blocks = (some) => groupByPassage(some).map((block) => factBlock(thing, block));
  const rest = sorted.slice(AT_ONCE);
  const more = el(
    "button",
    { type: "button", class: "more", onclick: (event) => event.target.replaceWith(...blocks(rest)) },
    say("showMore", { count: number(rest.length) }),
  );
  return el(
    "section",
    { class: `r-${facts[0].relation}` },
    head,
    blocks(sorted.slice(0, AT_ONCE)),
    rest.length ? more : null,
  );
}

// The latest first; what one passage states stays in the order of the text.
function byTime(a, b) {
  const [day, other] = [lastDay(a), lastDay(b)];
  if (day !== other) return day > other ? -1 : 1;
  return (
    (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) ||
    (a.evidence[0]?.quote.length ?? 0) - (b.evidence[0]?.quote.length ?? 0) ||
    a.n - b.n
  );
}

const lastDay = (fact) =>
  fact.bounds ? fact.bounds[3] || fact.bounds[2] || fact.bounds[1] || fact.bounds[0] : fact.since;

// Facts that the same passages state, one after the other, share their quotes.
function groupByPassage(facts) {
  const blocks = [];
  for (const fact of facts) {
    const last = blocks.at(-1);
    if (last && placesOf(last[0]) === placesOf(fact)) last.push(fact);
    else blocks.push([fact]);
  }
  return blocks;
}

// Where the words behind a fact begin: the names in a list begin alike and end further and further on.
const placesOf = (fact) =>
  fact.evidence
    .map((passage) => `${passage.source?.id} ${passage.start}`)
    .sort()
    .join();

function factBlock(thing, facts) {
  const evidence = facts.flatMap((fact) => fact.evidence);
  return el(
    "div",
    { class: "facts" },
    facts.map((fact) => factLine(thing, fact)),
    quoteBlocks(evidence),
    facts.some((fact) => fact.reasons.length) ? whyBounds(facts) : null,
  );
}

function factLine(thing, fact) {
  const found = factStanding(fact);
  const elected = fact.relation === "elected" && thingById(fact.note);
  const details = [
    fact.relation === "post-in" && fact.object === thing && summary(fact.subject),
    elected && say("electedTo", { post: elected.label }),
    fact.note === "acting" && say("acting"),
    fact.bounds && boundsWords(fact.bounds),
    fact.term,
  ]
    .filter(Boolean)
    .join("; ");
  return el(
    "p",
    { class: "fact", "data-fact": fact.n },
    thingLink(otherEnd(fact, thing)),
    state.on && fact.bounds ? el("span", { class: `tag ${found}` }, say(found)) : null,
    details ? el("span", { class: "when" }, set(details)) : null,
  );
}

// How the bounds came about: which day, by which rule, from which source.
function whyBounds(facts) {
  const rows = facts.flatMap((fact) => fact.reasons.map((reason) => ({ fact, reason })));
  return el(
    "details",
    { class: "why" },
    el("summary", {}, say("whyBounds")),
    el(
      "ul",
      {},
      rows.map(({ fact, reason }) => {
        const day = fact.bounds[PACK.bounds.indexOf(reason.bound)];
        const rule = WORDS[reason.rule] ? say(reason.rule) : reason.rule;
        const name = facts.length > 1 ? `${fact.object.label}: ` : "";
        return el(
          "li",
          {},
          set(`${name}${say(reason.bound)} ${dateWord(day)}. `),
          capital(rule),
          ` (${reason.rule}, `,
          sourceName(reason.evidence.source),
          ").",
        );
      }),
    ),
  );
}
